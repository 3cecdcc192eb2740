"""Signs that mean in one field what they do not mean elsewhere, and words that only name the variable."""

from __future__ import annotations

import pytest

import explainer
from explainer.language import read_question
from tests.cases import in_groups


def read(text: str, wrt: str | None = None) -> str:
    return read_question(text, wrt=wrt).parsed.expression.text()


@in_groups(
    ("latex", "meant"),
    [
        (r"e^{-x^2/2\sigma^2}", "e^(-x^2/(2 sigma^2))"),
        (r"\exp(-(x-\mu)^2/2\sigma^2)", "exp(-(x - mu)^2/(2 sigma^2))"),
        (r"e^{h\nu/k_BT}", "e^(h nu/(k_B T))"),
        (r"e^{-E/kT}", "e^(-E/(k T))"),
        (r"q^2/4\pi\epsilon_0r", "q^2/(4 pi epsilon_0 r)"),
        (r"E/k_B\,T", "E/(k_B T)"),
        (r"\frac{1}{2} m v^2/r", "(1/2) m v^2/r"),
        (r"x/2 \cdot y", "x/2 * y"),
        (r"1/2\sigma^2", "(1/2) sigma^2"),
        (r"\lambda/2 x^2", "(lambda/2) x^2"),
        (r"a/b c", "(a/b) c"),
    ],
)  # fmt: skip
def test_what_is_joined_below_a_slash_in_latex_stands_there_together(latex: str, meant: str) -> None:
    assert read(latex) == read(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("F/(1+r)^T", "F/(1+r)^k where k: scalar"),
        ("P(1+r)^T", "P*(1+r)^k"),
        ("C (r + 1)^T", "C*(r + 1)^k"),
        ("Σ_{t=1}^T c/(1+r)^t + F/(1+r)^T", "sum(t=1..T, c/(1+r)^t) + F/(1+r)^k"),
        ("2^T", "2^k"),
    ],
)
def test_a_t_above_a_rate_is_a_number_of_periods(text: str, meant: str) -> None:
    parsed = read_question(text).parsed
    assert parsed.expression.text().replace("^(T)", "^k").replace("^T", "^k") == read(meant)
    assert any("exponent" in note for note in parsed.notes)
    trace = explainer.derive(text, wrt="r" if "r" in parsed.shapes else "T")
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize("text", ["(1 - y)^T log(1 - p)", "(x - 1)^T A (x - 1)", "x^T y", "(X w - y)^T X", "W^T"])
def test_a_t_above_a_row_transposes(text: str) -> None:
    assert "'" in read(text)


@in_groups(
    ("text", "meant"),
    [
        ("4ε[(σ/r)^12 - (σ/r)^6]", "4 ε ((σ/r)^12 - (σ/r)^6)"),
        ("k[(x+1)^2 - 2]", "k*((x+1)^2 - 2)"),
        ("3[x^2 + 1]", "3 (x^2 + 1)"),
        ("e^{-E/k_BT}", "e^(-E/(k_B T))"),
        ("S N(d_1) - K N(d_2)", "S Φ(d_1) - K Φ(d_2)"),
        ("N(-d_2)", "Φ(-d_2)"),
        ("sum(i, x_i^2)", "sum(i=1..n, x_i^2)"),
        ("sum(j, sum(k, 1/(x_j + x_k)))", "sum(j=1..n, sum(k=1..n, 1/(x_j + x_k)))"),
        ("sum(i, α_i (y_i (w·x_i + b) - 1))", "sum(i=1..n, α_i (y_i (w·x_i + b) - 1))"),
        ("ℓ + x", "l + x"),
        ("np.logaddexp(0, z)", "softplus(z)"),
        ("np.logaddexp(z, 0.0)", "softplus(z)"),
        ("np.logaddexp(a, b)", "ln(exp(a) + exp(b))"),
        ("tanh(W h_{t-1} + U x_t + b)", "tanh(W h_old + U x_t + b)"),
        (r"\tanh(\mathbf{W}\mathbf{h}_{t-1} + \mathbf{U}\mathbf{x}_t)", "tanh(W h_old + U x_t) where h_old: n, x_t: m"),
        ("(r cos θ, r sin θ)", "[r cos θ, r sin θ]"),
        ("f(x, y) = (x^2 y, 5x + sin(y))", "[x^2 y, 5x + sin(y)]"),
        ("1/N Σ_i (y_i - x_i)^2", "(1/N) sum(i=1..N, (y_i - x_i)^2)"),
        ("1/(2N) Σ_i x_i^2", "(1/(2N)) sum(i=1..N, x_i^2)"),
        ("(1/(2N)) Σ_i x_i^2", "(1/(2N)) sum(i=1..N, x_i^2)"),
        ("1/N Σ_n (y_n - w x_n)^2", "(1/N) sum(n=1..N, (y_n - w x_n)^2)"),
        ("a/b Σ_i x_i^2", "(a/b) sum(i=1..n, x_i^2)"),
        ("V_max [S]/(K_m + [S])", "V_max S/(K_m + S)"),
        ("K(x, x') = (1 + x·z/c)^2", "(1 + x·z/c)^2"),
        ("exp.(-x.^2 ./ 2)", "exp(-x^2/2) where x: n"),
        ("f = x -> sum(x .^ 2) / 2", "sum(x .^ 2)/2"),
        (r"f: x \mapsto e^{-x^2}", "e^(-x^2)"),
        ("diff(x^2*log(x), x)", "x^2*log(x)"),
        ("h_t = (1 - z_t) ⊙ h_{t-1} + z_t ⊙ h̃_t", "(1 - z_t) ⊙ h_old + z_t ⊙ h̃_t"),
        ("u' Σ_1^-1 u + tr(Σ_1^-1 Σ_0)", "u' inv(A) u + tr(inv(A) B)"),
        ("x_{k+1} = x_k - α x_k^2", "x_k - α x_k^2"),
        ("m_t = β m_{t−1} + (1 - β) g_t", "β m_old + (1 - β) g_t"),
    ],
)
def test_a_sign_of_a_field_is_read_as_there(text: str, meant: str) -> None:
    swapped = read(text).replace("Sigma_1", "A").replace("Sigma_0", "B")
    assert swapped == read(meant)


@in_groups(
    ("text", "variable"),
    [
        ("f(x) = a x^2 + b", "x"),
        ("J(θ) = ||Xθ - y||^2", "theta"),
        (r"f(\mathbf{x}) = \mathbf{x}^\top A \mathbf{x}", "x"),
        ("Let f(x) = x^T A x with A symmetric. Find the gradient.", "x"),
        ("def f(x):\n    return x**2 * np.exp(-a * x)", "x"),
        ("lambda w: w @ A @ w", "w"),
        ("f = x -> a x^2", "x"),
        ("x ↦ a x^2", "x"),
        ("diff(a^2*log(x), x)", "x"),
        ("What is the derivative of sin(t^2)?", "t"),
        ("Find the gradient of f(x, y) = x^2 y + sin(y)", "[x, y]"),
        ("h_t = tanh(W h_{t-1})", None),
        ("a x^2 + b", None),
        ("g(a, b) = a^2 b", None),
    ],
)
def test_what_a_function_is_a_function_of_is_its_variable(text: str, variable: str | None) -> None:
    found = read_question(text).parsed.wrt
    assert (found.text().replace("(", "[").replace(")", "]") if found is not None else None) == variable


def test_a_chosen_variable_comes_before_the_argument_of_the_function() -> None:
    parsed = read_question("f(x) = a x^2 + b", wrt="a").parsed
    assert parsed.wrt is not None
    assert parsed.wrt.text() == "a"


@in_groups(
    ("text", "variable", "function"),
    [
        ("Berechne die Ableitung von f(x) = x² sin(x) nach x", "x", "x^2 sin(x)"),
        ("Wie leite ich f(x) = x² · e^(-x) nach x ab?", "x", "x^2 e^-x"),
        ("Leite f(t) = a t² nach a ab.", "a", "a t^2"),
        ("Leiten Sie f(x) = 3x² ln x nach x ab!", "x", "3 x^2 ln(x)"),
        ("Wie leitet man ln(x)/x ab?", "x", "ln(x) / x"),
        ("Wie lautet die Ableitung von sin(x²)?", "x", "sin(x^2)"),
        ("Gesucht ist die Ableitung von ln(cos x) nach x.", "x", "ln(cos(x))"),
        ("Partielle Ableitung von x² y nach y", "y", "x^2 y"),
        ("Ermittle die Ableitung der Funktion h(x) = √(1 + x²)", "x", "sqrt(1 + x^2)"),
        ("Sei f(x) = x^3 - 2x. Bestimme f'(x).", "x", "x^3 - 2 x"),
        ("Gegeben sei die Funktion g(t) = t e^{-t}. Berechne die Ableitung.", "t", "t e^-t"),
        ("Bestimme den Gradienten von ||Xw - y||² bezüglich w", "w", "norm(X @ w - y)^2"),
        ("Gradient von x' A x nach x", "x", "x' @ A @ x"),
    ],
)
def test_a_question_in_german_is_its_function(text: str, variable: str, function: str) -> None:
    parsed = read_question(text).parsed
    assert parsed.wrt is not None
    assert (parsed.wrt.text(), parsed.expression.text()) == (variable, function)


@pytest.mark.parametrize("text", ["a b x", "d_1 x", "x nach", "sei x", "von + x"])
def test_letters_of_a_product_are_no_words(text: str) -> None:
    from explainer.language.prose import in_words

    assert in_words(text) is None or text.startswith("sei ")


def test_definitions_that_use_each_other_are_put_in() -> None:
    code = "mu = x.mean()\nv = ((x - mu)**2).mean()\nxhat = (x - mu) / torch.sqrt(v + eps)\ngamma * xhat + beta"
    trace = explainer.derive(code, wrt="x")
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)


def test_slices_are_refused_by_their_name() -> None:
    with pytest.raises(explainer.ParseError) as caught:
        read_question("sum((X[1:] - X[:-1])**2)")
    assert "Slices" in (caught.value.hint or "")
