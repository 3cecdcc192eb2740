"""Signs that mean one thing nearly everywhere, and another one here: a prime, an index on the line, π, ∘, a power of k.

What is read otherwise than elsewhere is told in a note.
"""

from __future__ import annotations

import pytest

from explainer.errors import ParseError
from explainer.language import read_question
from tests.cases import in_groups

PRIMES = {
    "x'^2 + y'^2": "x_prime^2 + y_prime^2", "y' + 2y": "y_prime + 2 y", "y'' + 3y' + 2y": "y_prime2 + 3 y_prime + 2 y",
    "m x'' + c x' + k x": "m x_prime2 + c x_prime + k x", r"\frac{1}{2} m x'^2 - k x": "1/2 m x_prime^2 - k x",
    "‖x − x'‖²": "‖x - x_prime‖² where x: n, x_prime: n",
}  # fmt: skip
ROWS = {
    "a'x + b'y": "a ᵀ x + b ᵀ y where a: n, b: m",
    "(x'y)^2": "(x ᵀ y)^2 where x: n, y: n",
    "A' + 2A": "Aᵀ + 2 A where A: n x n",
}
INDICES = {
    "exp(-Ea/(R*T))": "exp(-E_a/(R T))", "20 log10(1/sqrt(1+(f/fc)^2))": "20 log10(1/sqrt(1 + (f/f_c)^2))",
    "1 - (T/Tref)^2": "1 - (T/T_ref)^2", "1/sqrt(1 + (ω/ωc)^2)": "1/sqrt(1 + (ω/ω_c)^2)",
    "I0*(exp(V/(n*Vt)) - 1)": "I_0 (exp(V/(n V_t)) - 1)", "fc/f": "f_c/f",
    "log(π/π_ref)": "log(π/π_ref) where π: scalar",
    "π_old r - β log(π/π_old)": "π_old r - β log(π/π_old) where π: scalar",
}  # fmt: skip
PRODUCTS = {
    "W*x + Ub": "W x + U b where W: m x n, x: n, U: m x k, b: k", "ab*x": "a b x", "x/xy + y": "x/(x y) + y",
    "2π r + π_k": "2 pi r + π_k", "a x/bc": "a x/(b c)",
}  # fmt: skip
ITERATES = {
    r"\|x^{k+1}-x^k\|^2": "‖x_new - x_k‖² where x_new: n, x_k: n",
    "‖x^(k+1) - x^k‖²": "‖x_new - x_k‖² where x_new: n, x_k: n",
    r"\frac{1}{2\eta}\|w^{t+1} - w^t\|^2 + g^\top w^{t+1}":
    "1/(2 η) ‖w_new - w_t‖² + gᵀ w_new where w_new: n, w_t: n, g: n",
}  # fmt: skip
POWERS = {"x^{k+1} - x^k": "x^(k+1) - x^k", "‖x^2 - x‖": "‖x^2 - x‖ where x: n"}
COMPOSED = {
    r"(f \circ g)(x)": "f(g(x))", r"(\sin \circ \cos)(x^2)": "sin(cos(x^2))",
    r"\left(f\circ g\circ h\right)\left(x\right)": "f(g(h(x)))",
}  # fmt: skip
DOTS = {
    "F·d": "F · d where F: n, d: n", "E·B": "E · B where E: n, B: n", "J·v": "J v where J: m x n, v: n",
    "F·d cos θ": "F d cos θ", "E·I": "E I", "ones(1,n)*x": "(ones(1) ones(n)') @ x where x: n",
}  # fmt: skip
LATEX = {
    r"\begin{array}{l} x^2+1 \end{array}": "x^2 + 1",
    r"\begin{vmatrix} x & 1 \\ 2 & x \end{vmatrix}": "det([[x, 1], [2, x]])",
    r"{x^2 \over 1+x}": "x^2/(1 + x)", r"x \over y + {1 \over 2}": "x/(y + 1/2)", r"\sqrt{a \over b} x": "sqrt(a/b) x",
    r"f(x) = {1 \over 1 + {1 \over x}}": "1/(1 + 1/x)",
}  # fmt: skip
TOLD = {**PRIMES, **INDICES, **ITERATES}
ALL = {**TOLD, **ROWS, **PRODUCTS, **POWERS, **COMPOSED, **DOTS, **LATEX}


@in_groups(("typed", "meant"), list(ALL.items()))
def test_a_sign_is_read_as_it_is_meant_where_it_stands(typed: str, meant: str) -> None:
    found, said = read_question(typed).parsed, read_question(meant).parsed
    assert found.expression.text() == said.expression.text()
    assert [len(shape.sizes) for shape in found.shapes.values()] == [len(shape.sizes) for shape in said.shapes.values()]


@pytest.mark.parametrize("typed", TOLD)
def test_another_reading_than_elsewhere_is_told(typed: str) -> None:
    assert any("read as" in note for note in read_question(typed).parsed.notes)


@pytest.mark.parametrize("typed", ["f ∘ g", r"f \circ g"])
def test_functions_that_are_multiplied_are_told_of(typed: str) -> None:
    assert any("f(g(x))" in note for note in read_question(typed).notes)


@pytest.mark.parametrize(
    "typed", [r"e^{-x}\,dx", r"\frac{1}{1+x^2}\,\mathrm{d}x", r"\sin(\theta)\,d\theta", "e^(-x) dx"]
)
def test_a_differential_is_no_factor(typed: str) -> None:
    with pytest.raises(ParseError, match="belongs to an integral or a differential"):
        read_question(typed)


@pytest.mark.parametrize(("typed", "function"), [(r"\frac{d}{dx} \sin x", "sin(x)"), (r"a\,d\,x", "a d x"),
                                                 (r"\mathbf{x} + t\mathbf{d}", "x + t d")])  # fmt: skip
def test_a_letter_d_may_be_a_factor(typed: str, function: str) -> None:
    assert read_question(typed).parsed.expression.text() == function


@pytest.mark.parametrize(("typed", "function"), [
    ("optax.huber_loss(x, y)", "huber(x - y)"), ("optax.squared_error(p, y).mean()", "mean((p - y)^2)"),
    ("F.huber_loss(x, y)", "mean(huber(x - y))"), ("F.mse_loss(x, y, reduction='none').sum()", "sum((x - y)^2)"),
    ("F.huber_loss(x, y, delta=0.5)", "mean(0.5^2 huber((x - y) / 0.5))"),
    ("F.smooth_l1_loss(x, y, beta=2)", "mean(2 huber((x - y) / 2))"),
])  # fmt: skip
def test_a_loss_is_the_mean_where_its_library_takes_it(typed: str, function: str) -> None:
    assert read_question(typed).parsed.expression.text() == function


@pytest.mark.parametrize(("typed", "told"), [("u × v", True), ("r × F", True), ("x × y", False), ("2 × u", False)])
def test_a_cross_between_letters_of_vectors_is_told_of(typed: str, told: bool) -> None:
    parsed = read_question(typed).parsed
    assert any("cross product" in note for note in parsed.notes) is told
    assert all(shape.is_scalar for shape in parsed.shapes.values())
