"""Pasted LaTeX and code: turned into the input language with the same meaning, or refused at the right place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import explainer
from explainer.engine import derive
from explainer.errors import ExplainerError, LimitError, ParseError
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import Apply, FunctionCall, Identity, Ones, Zeros
from explainer.language import parse_expression
from explainer.language.pasted import SOURCES, Pasted, translate
from explainer.language.pasted.from_latex.latex_words import REFUSED
from explainer.language.pasted.sources import is_python
from explainer.lessons import all_problems
from explainer.notation import write
from tests.cases import in_groups
from tests.some import examples

LATEX = {
    r"\frac{1}{N}\sum_{i=1}^{N}(y_i-\max(0,\mathbf{w}\cdot\mathbf{x}_i+b))^2":
        "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)",
    r"\mathbf w^T\mathbf x": "w' x",
    r"\begin{bmatrix} 3x_1^2 x_2 \\ 2x_1 + x_2^8 \end{bmatrix}": "[3x_1^2 x_2, 2x_1 + x_2^8]",
    r"\begin{pmatrix} 1 & 2 \\ x & y \end{pmatrix}": "[[1, 2], [x, y]]",
    r"$$\ln\left(\sin(x^3)^2\right)$$": "ln(sin(x^3)^2)",
    r"\sin^2 x + \frac12 x": "sin(x)^2 + 1/2 x",
    r"\sin x \cos x": "sin(x) cos(x)",
    r"\sin x (1 + x)": "sin(x) (1 + x)",
    r"\sin 2(x + 1)": "sin(2 (x + 1))",
    r"\sin a x": "sin(a x)",
    r"\log \sin x": "ln(sin(x))",
    r"\|x\|_1 + \|x\|_p": "norm1(x) + sum(abs(x)^p)^(1/p)",
    r"\|X\|_F^2": "frobenius_norm(X)^2",
    r"\log_a x": "ln(x)/ln(a)",
    r"\langle w, x \rangle": "w · x",
    r"\mathbb{1}[x > 0] x": "(x > 0) x",
    r"\mathbf{1}_{x > 0} x": "(x > 0) x",
    r"\log|\Sigma|": "ln(det(Sigma))",
    r"\det A + \operatorname{tr}(A)": "det(A) + tr(A)",
    r"\tanh(W^{[1]} x)": "tanh(W_1 @ x)",
    r"\mathbf{A}^{-T} \mathbf{b}": "inv(A)' @ b",
    r"\sigma(x) + \sigma": "sigma * (x) + sigma",
    r"\|\mathbf{W}\mathbf{x}-\mathbf{y}\|_2^2": "norm(W @ x - y)^2",
    r"\left|x\right| + |y - |z||": "abs(x) + abs(y - abs(z))",
    r"\begin{cases} 0 & \text{if } z \le 0, \\ z & \text{otherwise}\end{cases}": "cases(0 if z <= 0, z otherwise)",
    r"\sigma(\mathbf{w}^\top \mathbf{x} + b)": "sigmoid(w' x + b)",
    r"\sigma x": "sigma x",
    r"-\sum_{i=1}^n y_i \log \hat{y}_i": "-sum(i=1..n, y_i log(y_hat_i)) where y_hat: n",
    r"\operatorname{softmax}(W x) \odot y": "softmax(W @ x) ⊗ y",
    r"\mathrm{ReLU}(z)": "relu(z)",
    r"\frac{1}{1+e^{-x}}": "1/(1 + e^(-x))",
    r"c / \frac{a}{b}": "c/(a/b)",
    r"a \cdot \frac{b}{c} + d": "a (b/c) + d",
    r"2 \times x": "2 x",
    r"\frac{1}{2}\left\|x\right\|^2 + \lambda |z|": "1/2 norm(x)^2 + lambda abs(z)",
    r"\begin{equation} y = x^{2} \end{equation}": "x^2",
    r"\begin{align} y &= x^{2}. \end{align}": "x^2",
    r"\alpha^{n+1}": "alpha^(n + 1)",
    r"\alpha^{-1} - -2": "alpha^(-1) - -2",
    r"\sqrt[3]{x} + \sqrt x + \sqrt[4]{x}": "cbrt(x) + sqrt(x) + x^(1/4)",
    r"\mathbf{1}^T x": "1⃗' x",
    r"\{x+1\}^{2}": "(x + 1)^2",
    r"\exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)": "exp(-(x - mu)^2 / (2 sigma^2))",
    r"\log_2 x": "log2(x)",
    r"\boxed{\underbrace{w \cdot x}_{z} + b}": "(w · x + b)",
    r"\textcolor{red}{x}\,y % a comment": "x y",
}  # fmt: skip
CODE = {
    "np.maximum(0, X @ w + b)": "max(0, X @ w + b)",
    "torch.relu(x).sum()": "sum(relu(x))",
    "z = X @ w + b\nloss = ((y - torch.relu(z)) ** 2).mean()": "mean((y - relu(z))^2) where z = X @ w + b",
    'import numpy as np\n\ndef f(w, x, b):\n    """The neuron."""\n    return np.tanh(\n        w @ x + b)  # tanh':
        "tanh(w @ x + b)",
    "f = lambda x: np.sin(x**2)": "sin(x^2)",
    ">>> np.sin(x) ** 2": "sin(x)^2",
    "torch.matmul(W, x).pow(2).sum()": "sum((W @ x)^2)",
    "F.mse_loss(X @ w, y)": "mean((X @ w - y)^2)",
    "np.where(x > 0, x, 0.1 * x)": "cases(x if x > 0, 0.1 x otherwise)",
    "w = torch.randn(3, requires_grad=True)\nx = torch.randn(3)\ny = w @ x\ny.backward()": "w @ x where w: 3, x: 3",
    "x[0]**2 + x[1]": "x_1^2 + x_2",
    "x.T @ A @ x": "x' @ A @ x",
    "(x + y).T @ z": "(x + y)' @ z",
    "np.linalg.norm(W @ x - y)**2": "norm(W @ x - y)^2",
    "x * 2 if x > 0 else 0.01 * x + np.pi": "cases(x * 2 if x > 0, 0.01 x + pi otherwise)",
    "np.exp(x) / np.exp(x).sum()": "exp(x) / sum(exp(x))",
    "1 / (1 + np.exp(-z))": "1 / (1 + exp(-z))",
    "np.array([x[0]**2, x[1]])": "[x_1^2, x_2]",
    "np.square(x + 1) - np.divide(a, b + 1)": "(x + 1)^2 - a/(b + 1)",
    "torch.sum(W * W)": "sum(W ⊗ W)",
    "np.sum(W**2)": "sum(W .^ 2)",
    "def f(w):\n    r = X @ w - y\n    return r @ r / 2": "(r · r)/2 where r = X @ w - y",
    "def s(z):\n    return 1/(1 + np.exp(-z))\n\ndef f(w):\n    return np.sum(s(X @ w))": "sum(1/(1 + exp(-(X @ w))))",
    "r = X @ w - y\nnp.sum(r**2) / len(y)": "sum(r^2) / len(y) where r = X @ w - y",
    "x = np.tanh(W @ x)\nx.sum()": "sum(x_2) where x_2 = tanh(W @ x)",
    "s = np.sum(x)\ns += np.sum(x**2)": "s + (sum(x^2)) where s = sum(x)",
    "K.T @ q + np.log(X.shape[0])": "K' @ q + ln(len(X))",
    "torch.softmax(x, dim=0)": "softmax(x)",
    "x.sum(axis=-1, keepdims=True)": "sum(x)",
    "torch.clamp(x, min=0)": "max(x, 0)",
    "np.clip(x, 0, 1)": "min(max(x, 0), 1)",
    "np.linalg.norm(x, 2) + torch.norm(x, p=1)": "norm(x) + norm1(x)",
    "np.log(np.sum(np.exp(x - np.max(x)))) + np.max(x)": "logsumexp(x)",
    "m = x.max()\nm + np.log(np.sum(np.exp(x - m)))": "logsumexp(x)",
    "e = np.exp(x - np.max(x))\ne / e.sum()": "softmax(x)",
    "np.exp(x - x.max()) / np.exp(x - y.max()).sum()": "exp(x - max(x)) / sum(exp(x - max(y)))",
    "np.max(x) + 1": "max(x) + 1",
    "np.var(x)": "var(x)",
    "torch.var(x)": "var(x, 1)",
    "torch.std(x, unbiased=False)": "std(x)",
    "X.dot(w) - y": "X @ w - y",
    "np.linalg.solve(A, b)": "inv(A) @ b",
    "F.mse_loss(X @ W, Y)": "mean((X @ W - Y) .^ 2)",
    "jnp.dot(w, x) + 1e-3": "w · x + 0.001",
}  # fmt: skip


def meaning(text: str) -> str:
    return parse_expression(text).expression.text()


@in_groups(("pasted", "text"), LATEX.items())
def test_latex_keeps_its_meaning(pasted: str, text: str) -> None:
    found = translate(pasted)
    assert found is not None
    assert meaning(found.text) == meaning(text)


@in_groups(("pasted", "text"), CODE.items())
def test_code_keeps_its_meaning(pasted: str, text: str) -> None:
    found = translate(pasted)
    assert found is not None
    assert meaning(found.text) == meaning(text)


@pytest.mark.parametrize(
    ("pasted", "text", "variable"),
    [
        (r"\frac{\partial}{\partial x} x^2 y", "x^2 y", "x"),
        (r"\frac{d}{dx}\left[\sin x^2\right]", "sin(x^2)", "x"),
        (r"\nabla_{w} (w \cdot x)", "w · x", "w"),
    ],
)
def test_a_derivative_sign_in_front_names_the_variable(pasted: str, text: str, variable: str) -> None:
    found = translate(pasted)
    assert found is not None
    assert (meaning(found.text), found.wrt) == (meaning(text), variable)
    assert found.notes


def test_the_words_of_a_long_name_are_kept_together_and_told() -> None:
    found = translate("lr * np.sum(weights) + w_1")
    assert found is not None
    assert found.text == "l * sum(w) + w_1"
    assert found.notes == ("lr is written l here.", "weights is written w here.")
    crowded = translate("np.sum(weights) + w")
    assert crowded is not None
    assert crowded.text == "sum(w_eights) + w"


@pytest.mark.parametrize(
    "text", ["sin(x^2)", "w · x + b", "x**2", "1/N sum(i=1..N, x_i)", "g.(x)", "x where x: n", "2.5 x"]
)
def test_the_input_language_itself_stays_as_it_is(text: str) -> None:
    assert translate(text) is None


@in_groups(
    ("pasted", "marked", "hint"),
    [
        (r"x + \int y", r"\int", "Integrals"),
        (r"\prod_{i<j} x_i", r"\prod", r"\prod_{i=1}^{n}"),
        (r"x \times y", r"\times", "\\cdot"),
        (r"\sin^{-1} x", "^", "arcsin"),
        (r"\frca{1}{2}", r"\frca", r"\frac"),
        (r"\sum_{i < n} x_i", r"\sum", r"\sum_{i=1}^{n}"),
        (r"\|x\|_{ab}", "_", "‖x‖_1"),
        (r"\mathbb{E}[x]", r"\mathbb", "mean over the samples"),
        (r"\alpha h_{t-s}", "t", "name of its own"),
        (r"\sin W^{[l+1]}", "^", "index below"),
        (r"x + \frac{d}{dx} y + \partial z", r"\partial", "function alone"),
        (r"\begin{foo} x \end{foo}", r"\begin{foo}", "Matrices"),
        ("x \\\\ y + \\alpha", "\\\\", "one formula"),
        ("np.sin(x, axis=0)", "axis", "rows"),
        ("np.foo(x)", "foo", None),
        ("for x in np.y: pass", "for", "sums as np.sum"),
        ("np.sin(x); np.cos(x)", "np", "one function"),
        ("x @= np.sin(y)", "@=", "name of its own"),
        ("np.sin('x')", "'x'", "quotation"),
        ("X[1:] + np.e", ":", "Entries"),
        ("X[:] + np.e", ":", "Entries"),
        ("X[:, :] + np.e", ":", "Entries"),
    ],
)
def test_what_has_no_meaning_is_refused_at_its_place(pasted: str, marked: str, hint: str | None) -> None:
    with pytest.raises(ParseError) as caught:
        translate(pasted)
    error = caught.value
    assert error.text == pasted
    assert error.position is not None
    assert pasted[error.position : error.end] == marked
    assert hint is None or hint in (error.hint or "")


@pytest.mark.parametrize("pasted", [r"\frac{x", r"\left(x", r"\begin{cases} 0 & x", "np.sin(x", "\\", r"\frac"])
def test_what_is_not_complete_is_refused(pasted: str) -> None:
    with pytest.raises(ParseError):
        translate(pasted)


@pytest.mark.parametrize("pasted", ["\\alpha " * 5000, "{" * 400 + "\\alpha", "np.e + " * 5000 + "1", "np.sin(" * 400])
def test_what_is_too_long_or_deep_ends_in_a_limit(pasted: str) -> None:
    with pytest.raises(LimitError):
        translate(pasted)


def test_every_refused_command_says_a_way_on() -> None:
    for command, hint in REFUSED.items():
        with pytest.raises(ParseError) as caught:
            translate(f"x + {command} y")
        assert caught.value.hint
        assert hint.endswith(".")


def _is_power_of_e(node: Node) -> bool:
    return isinstance(node, Apply) and node.operation.name == "exp" and not node.shape.is_scalar


def test_what_the_program_writes_as_latex_can_be_pasted_again() -> None:
    """All problems of the lessons and their results.

    What LaTeX leaves open is the size of 1⃗, 0⃗ and I, whether an abstract function works entry by entry, and whether
    the exponential of every entry was typed as a function or as a power: both look alike.
    """
    back = 0
    for problem in all_problems():
        trace = derive(problem.text, problem.wrt, problem.shapes, problem.method, problem.layout)
        shapes = {name: str(shape) for name, shape in trace.problem.shapes.items()}
        for line in (trace.problem.expression, trace.result):
            latex = write(line, "latex")
            open_ = any(
                isinstance(part, Ones | Zeros | Identity | FunctionCall) or _is_power_of_e(part)
                for _, part in subnodes(line)
            )
            if open_ or r"\dots" in latex or r"\begin{aligned}" in latex or r"\cdots" in latex or r"\ddots" in latex:
                continue
            source = SOURCES[0].translate(latex)
            assert parse_expression(source.text, shapes).expression is line, latex
            back += 1
    assert back > 60


PIECES = st.sampled_from(
    [
        r"\frac", "{", "}", "x", "y_i", "^", "_", r"\sum", r"\sum_{i=1}^{n}", r"\left(", r"\right)", "|", r"\|", "&",
        r"\\", r"\begin{bmatrix}", r"\end{bmatrix}", r"\begin{cases}", r"\end{cases}", r"\sin", r"\max", ",", "+", "-",
        r"\mathbf{w}", r"\hat", "2", "12", r"\sqrt", "[", "]", r"\text{if }", "=", r"\le", "'", r"\cdot", "$",
        r"\nabla",
        "np.", "torch.relu(", ".sum()", ".T", "(", ")", "**", "@", " if ", " else ", "\n", "z = ", "lambda x: ", "[0]",
        "return ", "def f(x):", "#", '"', "axis=0", "é", "∑",
    ]
)  # fmt: skip


@settings(max_examples=examples(500), deadline=None)
@given(st.lists(PIECES, max_size=14))
def test_any_pieces_are_translated_or_refused(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for source in SOURCES:
        refused: ExplainerError | None = None
        try:
            assert isinstance(source.translate(text), Pasted)
        except ExplainerError as error:
            refused = error
        assert refused is None or refused.position is None or 0 <= refused.position <= len(text)


@pytest.mark.parametrize("piece", ["x", "1", "\n", " ", "\\", "a ", "a\n", "x.1", "a ="])
def test_a_huge_text_is_looked_through_once(piece: str) -> None:
    text = piece * (300_000 // len(piece))  # read over from every letter, this would take half an hour
    for source in SOURCES:
        assert source.recognise(text) == source.recognise(text[:30])


def test_code_is_still_recognised_wherever_its_words_begin() -> None:
    for text in ("3np.sin(x)", "(a.T @ b)", "x + np.cos(x)", "w[0] + 1", "  y = 2\n", "y: float = 2\n"):
        assert is_python(text), text
    for text in ("3.5 x", "x + 1.5", "y == 2\n", "sin(x)"):
        assert not is_python(text), text


@pytest.mark.parametrize("sign", [r"\circ", r"\odot", r"\otimes"])
def test_the_power_of_every_entry_is_read_in_latex(sign: str) -> None:
    source = SOURCES[0].translate(rf"\operatorname{{sum}}((1 - \tanh(\mathbf{{X}})^{{{sign} 2}}))")
    expected = parse_expression("sum(1 - tanh(X) .^ 2)", {"X": "m x n"}).expression
    assert parse_expression(source.text, {"X": "m x n"}).expression is expected


@pytest.mark.parametrize("made", ["torch.zeros(1, requires_grad=True)", "np.zeros(1)", "np.random.randn(1)"])
def test_what_is_made_with_one_entry_is_a_number(made: str) -> None:
    code = f"X = torch.randn(8, 3)\nw = torch.randn(3)\nb = {made}\nloss = ((X @ w + b - y) ** 2).mean()"
    shapes = {part.name: part.shape.display() for part in explainer.derive(code, "b").problem.expression.free}
    assert shapes["b"] == "scalar"
    assert shapes["y"] == "8×1"


def test_a_bias_of_one_row_stands_in_every_row_of_a_batch() -> None:
    code = (
        "W1 = 0.01 * np.random.randn(D, h)\nb1 = np.zeros((1, h))\nloss = np.sum(np.maximum(0, np.dot(X, W1) + b1)**2)"
    )
    trace = explainer.derive(code, "b_1")
    assert "ones(" in trace.result.text(), "its derivative adds the rows up"


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("Math.pow(x, 3) + Math.sin(x)", "x^3 + sin(x)"), ("Math.PI * Math.sqrt(x)", "pi sqrt(x)"),
        ("Math.exp(-x) / Math.E", "exp(-x)/e"), ("Math.abs(x) * Math.log(x)", "abs(x) ln(x)"),
    ],
)  # fmt: skip
def test_functions_and_constants_of_javascript_are_read(code: str, typed: str) -> None:
    pasted = translate(code)
    assert pasted is not None
    assert parse_expression(pasted.text).expression is parse_expression(typed).expression


@pytest.mark.parametrize("text", ["diff(x^3*log(x), x)", "D(x^2, x)"])
def test_a_derivative_that_is_called_with_powers_of_calculators_is_a_question_and_no_code(text: str) -> None:
    assert translate(text) is None
    assert derive(text, "x").status == "finished"
