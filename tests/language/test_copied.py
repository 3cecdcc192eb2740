"""Formulas with what they bring along from where they were copied: pages, notes, Word, spreadsheets, other programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.errors import ParseError
from explainer.language import read_question
from explainer.language.copied.marks import without_marks
from tests.cases import in_groups

MARKED = {
    r"The loss is **L** = \( \frac{1}{2}(y - wx)^2 \)": "1/2 (y - w x)^2",
    r"**Function:** \( f(x) = x^2 \sin(x) \)": "x^2 sin(x)",
    r"1. \( f(x) = 3x^4 - 2x \)": "3 x^4 - 2 x", "- $g(t) = t e^{-t}$": "t e^(-t)", "### f(x) = x³ − 2x": "x^3 - 2 x",
    r"**Step 1:** Start with $L = -\sum_i y_i \log p_i$.": "-sum(i=1..n, y_i ln(p_i))",
    "> f(x) = x^2 + 1": "x^2 + 1", "* f(x) = cos(x)/x": "cos(x)/x", "(a) f(x) = x² eˣ": "x^2 e^x",
    "a) y = sin(3x)": "sin(3 x)", "1) f(x) = (2x+1)^5": "(2 x + 1)^5", "ii) f(x) = 5x^2": "5 x^2",
    "Exercise 3. f(x) = sqrt(1 - x^2)": "sqrt(1 - x^2)", "Problem 2: Differentiate y = x ln x.": "x ln(x)",
    "Q: what is d/dx of x^3?": "x^3", "Aufgabe 2b) f(x) = x^2": "x^2", "f(x)&=x^2+1": "x^2 + 1", "x^2;": "x^2",
}  # fmt: skip
NO_MARKS = {
    "- x^2 + 1": "-x^2 + 1", "(a) x + b": "a x + b", "2. * x": "2 x", "x**2 + 3**x": "x^2 + 3^x", "q x + t": "q x + t",
    "2**x * x**2": "2^x x^2",
}  # fmt: skip
ON_PAPER = {
    "f (x) = x2 + 3x + 1": "x^2 + 3 x + 1", "x3 + 3x2 - 5x + 1": "x^3 + 3 x^2 - 5 x + 1",
    "f(x) = 1⁄(1 + e−x)": "1/(1 + e^(-x))", "1 - e−λx": "1 - e^(-λ x)",
    "L = −∑i yi log pi": "-sum(i=1..n, y_i ln(p_i))",
    "Σi xi": "sum(i=1..n, x_i)", "H(X) = -sum p(x) log p(x)": "-sum(x=1..n, p_x ln(p_x)) where p: n",
    "f(x) = (1/2)\n   xᵀQx − bᵀx": "(1/2) xᵀ Q x - bᵀ x where x: n, Q: n x n, b: n",
    "L = (y - w x)^2\n  + λ w^2": "(y - w x)^2 + λ w^2",
}  # fmt: skip
NOT_LOST = {
    "x2 - x1": "x_2 - x_1", "w1 x1 + w2 x2": "w_1 x_1 + w_2 x_2", "e - x": "e - x", "a x + a2 y": "a x + a_2 y",
    "z = W x + b\n  ||z||^2": "norm(z)^2 where z = W x + b, x: n", "Σ_i i x_i": "sum(i=1..n, i x_i)",
}  # fmt: skip
SPELLED = {
    "∑_(i=1)^n▒(y_i-a-bx_i )^2": "sum(i=1..n, (y_i - a - b x_i)^2)", "sum_(i=1)^n x_i^2": "sum(i=1..n, x_i^2)",
    "1/2 〖(y-wx)〗^2": "1/2 (y - w x)^2", "█(x^2+1)": "x^2 + 1", "√(3&x)": "x^(1/3)", "x＋（y－1）²": "x + (y - 1)^2",
    "frac{x}{1+x}": "x/(1 + x)", "2 frac(x)(1+x^2)": "2 (x/(1 + x^2))", "root(3)(x) + 1": "x^(1/3) + 1",
    "(hat y - y)^2": "(y_hat - y)^2", "x · A · y": "xᵀ A y where x: n, A: n x m, y: m", "m·V·t": "m V t",
    "(f + g)(x)": "f(x) + g(x)", "(f/g)(x)": "f(x)/g(x)", "(f + g)(x + 1)": "(f + g) (x + 1)",
}  # fmt: skip
PROGRAMS = {
    "=LN(1+EXP(x))": "ln(1 + exp(x))", "=A1^2+3*$A$1": "A_1^2 + 3 A_1", "=POWER(x,3)-2*x": "x^3 - 2 x",
    "=IF(x>0;x;0,1*x)": "cases(x if x > 0, 0.1 x if otherwise)",
    "=SUMPRODUCT(w,x)+b": "sum(w ⊗ x) + b where w: n, x: n",
    "=SUM(B2:B9)": "sum(B) where B: n", "=LOG(x)": "log10(x)", "=PI()*r^2": "pi r^2", "=x^2+2*x": "x^2 + 2 x",
    "f[x_] := x^3 + 2 x": "x^3 + 2 x", "f := x -> x^2*exp(-x);": "x^2 exp(-x)", "diff(x^2*sin(x), x);": "x^2 sin(x)",
    "f(x) := x^2*%e^(-x)$": "x^2 e^(-x)", "sum((y[i] - a*x[i])^2, i = 1 .. n);": "sum(i=1..n, (y_i - a x_i)^2)",
    "piecewise(x < 0, 0, x^2)": "cases(0 if x < 0, x^2 if otherwise)",
    "function f(x)\n    return sum(sin.(x).^2)\nend": "sum(sin(x)^2) where x: n",
    "sum(x[i]*y[i] for i in 1:n)": "sum(i=1..n, x_i y_i)", "mean(@. (y - a*x)^2)": "mean((y - a x)^2) where y: n, x: n",
    "sum(W[i,j]*x[j] for j = 1:length(x))": "sum(j=1..n, W_{i,j} x_j)",
}  # fmt: skip
C = {
    "double f(double x) { return x*x*exp(-x); }": "x x exp(-x)",
    "float y = a*pow(x,3) + b;": "a pow(x, 3) + b",
    "std::exp(-x*x/2)": "exp(-x x/2)",
    "x > 0 ? x : 0.1*x": "cases(x if x > 0, 0.1 x if otherwise)",
    "const f = x => x**2 + 1;": "x^2 + 1",
    "1.0f/(1.0f + expf(-x))": "1.0/(1.0 + exp(-x))",
    "fabs(x - mu)": "abs(x - μ)",
    "[1 2; 3 4]*[x; y]": "[[1, 2], [3, 4]] [x, y]",
    "[x y]*[2 1; 1 3]*[x; y]": "[[x, y]] [[2, 1], [1, 3]] [x, y]",
    "det([x 1; 2 -x])": "det([[x, 1], [2, -x]])",
    "[a - b; c]": "[a - b, c]",
    "x' [2 1; 1 3] x": "x' [[2, 1], [1, 3]] x",
    "pt.exp(-x**2)": "exp(-x^2)",
    "F.softplus(x, beta=2)": "softplus(2 x)/2",
    "np.polyval([a, b, c], x)": "(a x + b) x + c",
    "Find the derivative with respect to x: y = x/(1+x)": "x/(1 + x)",
    "f(x) = 2x^3 - x at the point x = 1": "2 x^3 - x",
    "Define g(z) = 1/(1+e^{-z}). Compute g'(z).": "1/(1 + e^(-z))",
}  # fmt: skip
ALL = {**C, **MARKED, **NO_MARKS, **ON_PAPER, **NOT_LOST, **SPELLED, **PROGRAMS}


@in_groups(("copied", "meant"), list(ALL.items()))
def test_a_copied_formula_is_read_as_it_was_meant(copied: str, meant: str) -> None:
    assert read_question(copied).parsed.expression.text() == read_question(meant).parsed.expression.text()


@pytest.mark.parametrize("copied", ["x2 + x", "1 + e−x", "e-x", "f(x) = x\nsin(t)", "clip(x, 0, 1)"])
def test_what_was_lost_on_the_page_is_told(copied: str) -> None:
    told = [note for note in read_question(copied).notes if "taken as" not in note and "names the result" not in note]
    assert any("read as" in note or "left out" in note for note in told)


@pytest.mark.parametrize(
    ("copied", "position"), [(r"The square of \( x + 1 \)", 0), ("=SUM(A1:B9)", 5), ("(f * g)(t)", 0)]
)
def test_what_words_or_signs_change_is_refused_at_its_place(copied: str, position: int) -> None:
    with pytest.raises(ParseError) as told:
        read_question(copied)
    assert told.value.position == position


@given(
    st.sampled_from(["1. ", "(b) ", "a) ", "iv) ", "### ", "> ", "• ", "Exercise 4: ", "Problem 1.2 (a): ", "Q: "]),
    st.sampled_from([" ", "  ", ""]),
    st.sampled_from(["f(x) = x^2 + 1", "y = a x", "$f(t) = t^2$", r"\(f(t) = t^2\)"]),
)
def test_marks_become_blanks_and_everything_else_keeps_its_place(mark: str, blank: str, formula: str) -> None:
    assert without_marks(f"{mark}{blank}{formula}") == " " * len(mark + blank) + formula


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_no_text_becomes_shorter_or_longer(text: str) -> None:
    assert len(without_marks(text)) == len(text)
