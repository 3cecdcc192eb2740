"""LaTeX as it stands in questions that people ask: old fonts, whole formulas in bold, words without a backslash."""

from __future__ import annotations

import random
import re
from contextlib import suppress

import pytest

from explainer.errors import ExplainerError
from explainer.language import parse_expression, read_question
from explainer.language.pasted import translate
from tests.cases import in_groups

SAME = {
    # fonts of plain TeX, which hold to the end of their group
    r"{\rm tr}(X^TAX)": "tr(X' A X)", r"\rm tr(A X)": "tr(A X)", r"{\bf w}^T{\bf x} + b": "w' x + b",
    r"{\rm Tr}\,{\bf A}{\bf X}": "tr(A X)", r"{\bf Ax}": "A x where A: m x n, x: n", r"x^{\sf T}Ax": "x' A x",
    r"\frac{\rm d}{{\rm d}x} x^2": "x^2", r"\mathop{\mathrm{tr}}(AX)": "tr(A X)", r"\mbox{tr}\{X^TBX\}": "tr(X' B X)",
    # whole formulas in bold
    r"\mathbf{Ax}": "A x where A: m x n, x: n", r"\frac12\|\textbf{Ax - b}\|_2^2": "1/2 norm(A x - b)^2",
    r"\mathbf{w^Tx} + b": "w' x + b", r"\boldsymbol{X\beta}": "X β where X: m x n, β: n",
    # functions typed as words, and numbers behind a letter
    r"\frac{1}{2} sum(x^2)": "1/2 sum(x^2)", r"\lambda tr(A X)": "λ tr(A X)", r"y log(p) + \alpha": "y log(p) + α",
    r"-\frac12 log p": "-1/2 log(p)", r"\alpha exp(-x^2)": "α exp(-x^2)", r"2 ylog(p) + \alpha": "2 y log(p) + α",
    r"W2 \tanh(W1 x + b1)": "W_2 tanh(W_1 x + b_1)", r"\theta1 x + \theta0": "θ_1 x + θ_0",
    # bars, angles and what stands below them
    r"\frac{a^T x}{||a||\,||x||}": "a' x/(norm(a) norm(x))", r"||x|-1| \cdot \alpha": "abs(abs(x) - 1) α",
    r"\|x\|_{\Sigma^{-1}}^2": "sqrt(x' inv(Σ) x)^2 where x: n",
    r"\frac12||x - \mu||_A^2": "1/2 sqrt((x - μ)' A (x - μ))^2",
    r"\|x\|_{\ell_2}": "norm(x) where x: n", r"\langle A, X \rangle_F": "tr(A' X)", r"\langle w, x\rangle": "w · x",
    # sums that reach over all terms with their index, conditions, names with signs below
    r"\sum_{i=1}^n y_i x_i - \log(1 + e^{x_i})": "sum(i=1..n, y_i x_i - ln(1 + e^(x_i)))",
    r"\sum_{i=1}^n x_i - \sum_{i=1}^n y_i x_i^2": "sum(i=1..n, x_i) - sum(i=1..n, y_i x_i^2)",
    r"\sum_{i=1}^n a_i x_i + \lambda": "sum(i=1..n, a_i x_i) + λ",
    r"\begin{cases} a^2 & \text{for } a \le 1, \\ 2 a & \text{otherwise.} \end{cases}":
        "cases(a^2 if a <= 1, 2 a if otherwise)",
    r"\|a - x_+\|^2 - \|a - x_-\|^2": "norm(a - x_plus)^2 - norm(a - x_minus)^2",
    r"p(y=1|x) = \frac{1}{1 + e^{-w x}}": "1/(1 + e^(-w x))", r"\|\theta - \theta^*\|^2": "norm(θ - θ_star)^2",
    # stars, and letters raised for a transpose
    r"h^*(X) = \text{tr}(AX'BXC)": "tr(A X' B X C)", r"x^*Ax + \alpha": "x' A x + α", r"\mathrm{tr}(X^tX)": "tr(X' X)",
    r"\mathbf{x}^{H}A x": "x' A x", r"\alpha x^t e^{-x}": "α x^t e^(-x)",
}  # fmt: skip


@in_groups("latex", SAME)
def test_what_is_meant_is_read(latex: str) -> None:
    read = read_question(latex).parsed.expression
    meant = parse_expression(SAME[latex]).expression
    assert read.text() == meant.text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("<w, x>", "w · x"), ("1/2 <x, A x> - <b, x>", "1/2 x · (A x) - b · x"), ("⟨A, X⟩", "tr(A' X)"),
        ("inner(a, x)", "a · x"), ("(a < b) x", "(a < b) x"), ("‖x - y‖_Σ", "sqrt((x - y)' Σ (x - y))"),
        ("||x||_{A^{-1}}", "sqrt(x' inv(A) x)"), ("||x||_p", "norm(x, p)"),
        ("cases(x if x <2, y if x >3)", "cases(x if x < 2, y if x > 3)"),
    ],
)  # fmt: skip
def test_angles_and_weights_are_read_in_plain_text(typed: str, meant: str) -> None:
    assert parse_expression(typed).expression.text() == parse_expression(meant).expression.text()


@pytest.mark.parametrize("text", [r"\min_x \|Ax - b\|_2^2", r"\underset{w}{\arg\min} \|Xw - y\|^2"])
def test_what_stands_in_front_is_left_to_those_who_read_questions(text: str) -> None:
    assert translate(text) is None
    assert read_question(text).parsed.expression.text().startswith("norm(")


@in_groups(
    ("typed", "meant"),
    [
        ("x W + b", "x @ W + b"), ("2 x W + 1", "2 (x @ W) + 1"),
        ("max(0, x W_1 + b_1) W_2 + b_2", "max(0, x @ W_1 + b_1) @ W_2 + b_2"),
        ("softmax(q K'/2) V", "softmax(q @ K'/2) @ V"), ("x W^T + b", "x @ W' + b"), ("tanh(x W) V", "tanh(x @ W) @ V"),
        ("h W_h + x W_x + b", "h @ W_h + x @ W_x + b"),
        ("x W where x: scalar, W: m x n", "x * W where x: scalar, W: m x n"),
        ("exp(-||x - x'||^2/2)", "exp(-norm(x - x_prime)^2/2)"), ("A + A'", "A + transpose(A) where A: n x n"),
        ("Tr(A^T A)", "tr(A' A)"), ("Det(A) + Log(x)", "det(A) + ln(x)"),
        ("Σ(x_i - μ)²", "sum(i=1..n, (x_i - μ)^2) where x: n"),
        ("1/N Σ(y - ŷ)²", "1/N sum((y - ŷ)^2)"), ("-Σ y ⊗ log ŷ", "-sum(y ⊗ ln(ŷ))"), ("wᵀΣw", "w' Σ w"),
        ("(x-μ)ᵀ Σ (x-μ)", "(x - μ)' Σ (x - μ)"), ("Σ w - μ", "Σ @ w - μ"),
        ("(A + λ I)^-1 b", "inv(A + λ identity(n)) b where b: n"),
        ("(x - x')' A (x - x')", "transpose(x - x_prime) A (x - x_prime)"), ("x' A x", "transpose(x) A x"),
    ],
)  # fmt: skip
def test_what_people_type_is_read_as_they_mean_it(typed: str, meant: str) -> None:
    assert parse_expression(typed).expression.text() == parse_expression(meant).expression.text()


def test_a_letter_of_the_left_side_is_not_taken_for_one_of_a_name() -> None:
    """The right side of PV = nRT has no P: the answer 0 would be to no question."""
    with pytest.raises(ExplainerError):
        read_question("PV = nRT", wrt="P")
    assert read_question("KE = 1/2 m v^2", wrt="v").parsed.expression.text() == "(1 / 2) m v^2"


FORMULAS = (r"w^T x + b", r"\frac{1}{2} \| A x - b \|^2", r"x^T A x", r"\sigma(w^T x + b)", r"\log(1 + e^{-w^T x})")


@in_groups("seed", range(12))
def test_a_font_changes_no_meaning(seed: int) -> None:
    """The letters of a formula in bold by one command or another, one by one or in groups, are the same letters."""
    rng = random.Random(seed)
    formula = rng.choice(FORMULAS)
    ways = (r"\mathbf{{{0}}}", r"{{\bf {0}}}", r"\boldsymbol {0}", r"\bm{{{0}}}", r"{{\bf {{{0}}}}}", r"\bf {0}")
    way = rng.choice(ways)
    dressed = re.sub(r"(?<![\\A-Za-z])[AXwxb](?![A-Za-z])", lambda letter: way.format(letter[0]), formula)
    bold = read_question(dressed.replace("{T}", "T")).parsed.expression.text()
    with_command = re.sub(r"(?<![\\A-Za-z])[AXwxb](?![A-Za-z])", lambda m: rf"\mathbf{{{m[0]}}}", formula)
    assert bold == read_question(with_command).parsed.expression.text()


@pytest.mark.parametrize("seed", range(8))
def test_no_cut_of_such_a_text_ends_in_another_error(seed: int) -> None:
    rng = random.Random(seed)
    for latex in SAME:
        start, end = sorted(rng.sample(range(len(latex) + 1), 2))
        with suppress(ExplainerError):
            assert read_question(latex[start:end]).parsed.expression is not None


@pytest.mark.parametrize("chosen", [{"x": "scalar"}, {"W": "scalar"}])
def test_a_kind_that_somebody_chose_is_no_row(chosen: dict[str, str]) -> None:
    """The chip that asks “Is x a scalar?” is an offer that has to work."""
    assert "@" not in parse_expression("x W + b", kinds=chosen).expression.text()
