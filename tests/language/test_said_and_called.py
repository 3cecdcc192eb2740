"""Functions that only have a name, samples beside x, what words say of names, second derivatives, R, SymPy."""

from __future__ import annotations

import pytest

import explainer
from explainer.errors import ParseError
from explainer.language import read_question
from explainer.language.pasted import translate
from tests.cases import in_groups

READ: tuple[tuple[str, str, str], ...] = (
    # called by a single name
    ("p(x) log p(x)", "x", "p(x) ln(p(x))"),
    ("V(r)^2", "r", "V(r)^2"),
    ("u(x, t)^2", "t", "u(x, t)^2"),
    ("q(z) log(q(z)/p(z))", "z", "q(z) ln(q(z) / p(z))"),
    ("p_θ(x)", "x", "p_theta(x)"),
    ("log p_θ(x)", "theta", "ln(p(x, theta))"),
    ("(h_θ(x) − y)²", "theta", "(h(x, theta) - y)^2"),
    (r"\sum_{i=1}^m (h_w(x^{(i)})-y^{(i)})^2", "w", "sum(i=1..m, (h(x_i, w) - y_i)^2)"),
    (r"\log \pi_\theta(a) A", "theta", "ln(pi(a, theta)) A"),
    ("k_1(x - x_0)", "x", "k_1 * (x - x_0)"),
    ("s(1 - s)", "s", "s (1 - s)"),
    ("p(x) + p", "x", "p x + p"),
    ("g (x − mean(x)) where g: scalar", "x", "g * (x - mean(x))"),
    (r"\sin x (1 + x)", "x", "sin(x) (1 + x)"),
    # raised and raised again
    ("e⁻ˣ²", "x", "e^-x^2"),
    ("2ˣ²", "x", "2^x^2"),
    ("e⁻ˣ²ᐟ²", "x", "e^(-x^2 / 2)"),
    ("e²ˣ", "x", "e^(2 x)"),
    # samples beside x, rows and centres
    ("Σ_i exp(−‖x − x_i‖²)", "x", "sum(i=1..n, exp(-norm(x - X_i)^2))"),
    ("Σ_i (x − x_i)²", "x", "sum(i=1..n, (x - d_i)^2)"),
    ("Σ_i ‖x_i − μ‖²", "mu", "sum(i=1..n, norm(X_i - mu)^2)"),
    ("Σ_k Σ_i ‖x_i − μ_k‖²", "mu", "sum(k=1..m, sum(i=1..n, norm(X_i - mu_k)^2))"),
    ("Σ_i ‖x_i − x̄‖²", "x", "sum(i=1..n, norm(x_i - (1 / n) (x' @ ones(n)))^2)"),
    ("Σ_i Σ_j A_ij u_i v_j", "u", "sum(i=1..m, sum(j=1..n, A_{i,j} u_i v_j))"),
    ("(I − γ P)^{-1} r", "r", "inv(identity(n) - gamma P) @ r"),
    # counted from 0
    (r"\sum_{k=0}^{K} c_k x^k", "x", "sum(k=1..K+1, c_k x^(k - 1))"),
    ("Σ_{t=0}^{T} γ^t r_t", "gamma", "sum(t=1..T+1, gamma^(t - 1) r_t)"),
    ("Σ_{k=0}^{n} x^k", "x", "sum(k=0..n, x^k)"),
    # second derivatives
    ("d²/dx² x^4", "x", "d(x^4)/d(x)"),
    (r"\frac{d^2}{dx^2} x^4", "x", "d(x^4)/d(x)"),
    (r"\frac{\partial^2}{\partial x \partial y} x^2 y", "x", "d(x^2 y)/d(y)"),
    ("d^2 f/dx^2 where f = x^4", "x", "d(x^4)/d(x)"),
    ("Hessian of ||Xw - y||^2 with respect to w", "w", "(d(norm(X @ w - y)^2)/d(w))'"),
    (r"\frac{\partial L}{\partial w}, \quad L = (w x - y)^2", "w", "L where L = (w x - y)^2"),
    (r"\nabla_\mathbf{w} \|\mathbf{X}\mathbf{w}-\mathbf{y}\|^2", "w", "norm(X @ w - y)^2"),
    ("1 - cos_sim where cos_sim = (a·b)/(||a|| ||b||)", "a", "1 - cos_sim where cos_sim = (a · b) / (norm(a) norm(b))"),
    # SymPy
    ("X = MatrixSymbol('X', 3, 3)\nTrace(X*X.T)", "X", "tr(X @ X')"),
    ("A = MatrixSymbol('A', n, n)\nx = MatrixSymbol('x', n, 1)\nx.T*A*x", "x", "x' @ A @ x"),
    ("Trace(A*X)", "X", "tr(A @ X)"),
    ("Sum((y[i] - w*x[i])**2, (i, 0, n-1))", "w", "sum(i=1..n, (y_i - w x_i)^2)"),
    ("Sum(k*x**k, (k, 1, 5))", "x", "sum(k=1..5, k x^k)"),
    ("Sum(a[i]*x**i, (i, 0, n))", "x", "sum(i=1..n+1, a_i x^(i - 1))"),
    ("simplify(diff(sin(x)**2, x))", "x", "sin(x)^2"),
    ("S(1)/2*x**2 + Abs(x)", "x", "1/2 x^2 + abs(x)"),
    ("x**2 if x > 0 else 0", "x", "cases(x^2 if x > 0, 0 if otherwise)"),
    ("F.relu(F.linear(x, W, b)).sum()", "W", "sum(relu(W @ x + b))"),
    # R
    ("t(y - X %*% b) %*% (y - X %*% b)", "b", "(y - X @ b)' @ (y - X @ b)"),
    ("crossprod(y - X %*% b)", "b", "(y - X @ b)' @ (y - X @ b)"),
    ("f <- function(w) {\n  r <- X %*% w - y\n  sum(r^2)\n}", "w", "sum(r^2) where r = X @ w - y"),
    ("sum(pmax(0, 1 - y * (X %*% w)))", "w", "sum(max(0, 1 - y ⊗ (X @ w)))"),
    ("y.hat <- X %*% w\nmean((y - y.hat)^2)", "w", "mean((y - y_hat)^2) where y_hat = X @ w"),
)
SAID: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("let A be symmetric. x^T A x", "x", {"x": "n", "A": "n×n"}),
    ("x'Ax for symmetric A", "x", {"x": "n", "A": "n×n"}),
    ("x^T A x where A is symmetric, x: k", "x", {"x": "k", "A": "k×k"}),
    ("f(x) = x^T A x, where A is symmetric positive definite", "x", {"x": "n", "A": "n×n"}),
    ("X ∈ ℝ^{n×d}, ||Xw - y||^2", "w", {"X": "n×d", "w": "d", "y": "n"}),
    (
        r"\mathbf{X}\in\mathbb{R}^{n\times d}, \|\mathbf{X}\mathbf{w}-\mathbf{y}\|^2",
        "w",
        {"X": "n×d", "w": "d", "y": "n"},
    ),
    ("where X is n x d: ||Xw-y||^2", "w", {"X": "n×d", "w": "d", "y": "n"}),
    ("Let x be a vector in R^n. ||x||^2", "x", {"x": "n"}),
    ("x' Π x", "x", {"x": "n", "Pi": "n×n"}),
    ("Π_i x_i where Π_i: scalar, x: n", "x", {"x": "n", "Pi_i": "scalar"}),
    ("assume w is a scalar: (w x - y)^2", "w", {"w": "scalar", "x": "scalar", "y": "scalar"}),
    ("x ∈ ℝⁿ, A ∈ ℝⁿˣⁿ: x^T A x", "x", {"x": "n", "A": "n×n"}),
    # where a function is defined, as LaTeX sets it
    (r"f: \mathbb{R}^n \to \mathbb{R}, f(x) = x^T A x", "x", {"x": "n", "A": "n×n"}),
    (r"$f: \mathbb{R}^3 \to \mathbb{R}$, $f(x) = \|x\|$", "x", {"x": "3"}),
    ("f: ℝ² → ℝ, f(x) = xᵀx", "x", {"x": "2"}),
    ("f: R -> R, f(x) = x^2", "x", {"x": "scalar"}),
    (r"x \mapsto \frac{x}{\|x\|_2}, \quad x \in \mathbb{R}^3", "x", {"x": "3"}),
    (r"f(\mathbf{x}) = \mathbf{x}^T\mathbf{x} \text{ for } \mathbf{x} \in \mathbb{R}^3", "x", {"x": "3"}),
    (r"\|Ax - b\|_2^2, \; A \in \mathbb{R}^{m \times n}", "x", {"A": "m×n", "x": "n", "b": "m"}),
)
DOMAINS: tuple[tuple[str, str], ...] = (
    ("x^2 for x > 0", "x^2"),
    ("x ln x, x > 0", "x ln x"),
    ("f(x) = x ln x (x > 0)", "x ln x"),
    (r"\frac{1}{1-x}, \ 0 < x < 1", "1 / (1 - x)"),
    (r"a^x, a > 0, a \neq 1", "a^x"),
    (r"x^k (1-x)^{n-k} \text{ where } 0 < x < 1", "x^k (1 - x)^(n - k)"),
    (r"x^n, n \ge 1", "x^n"),
    ("arcsin(x), x ∈ (-1, 1)", "arcsin(x)"),
    ("max(x, y), x > 0", "max(x, y)"),
)
"""Functions with what is said of where they are looked at, and the functions alone."""
WITH_CASES: tuple[tuple[str, str], ...] = (
    ("x (x > 0)", "x (x > 0)"),
    ("cases(x^2 if x > 0, -x otherwise)", "cases(x^2 if x > 0, -x if otherwise)"),
    (r"\begin{cases} x^2, & x > 0 \\ -x, & x \le 0 \end{cases}", "cases(x^2 if x > 0, -x if x <= 0)"),
)
"""Comparisons that belong to the function."""  # fmt: skip
REFUSED: tuple[str, ...] = (
    "dy/dx", "∂f/∂x", r"\frac{\partial L}{\partial w}", r"\frac{dy}{dx} = -k y", "d²y/dx² + y", "m d²x/dt²",
    r"\prod_{i<j} (x_i - x_j)", "Π_{i=0}^n x_i",
    r"x^2 + \frac{dy}{dx}", "f''(x) where f = x^4", "f = Function('f')(x)\ndiff(f**2, x)", "x %% 2",
)  # fmt: skip


@in_groups(("text", "wrt", "read"), READ, ids=lambda part: str(part)[:40])
def test_a_text_is_read_as_it_is_meant(text: str, wrt: str, read: str) -> None:
    question = read_question(text, wrt=wrt)
    expected = read.replace("1/2", "(1 / 2)")
    assert question.parsed.expression.text() == expected
    assert question.parsed.notes or question.notes


@in_groups(("text", "wrt", "shapes"), SAID, ids=lambda part: str(part)[:40])
def test_words_give_names_their_shapes(text: str, wrt: str, shapes: dict[str, str]) -> None:
    question = read_question(text, wrt=wrt)
    assert {name: shape.display() for name, shape in question.parsed.shapes.items()} == {
        name: shape if shape == "scalar" or "×" in shape else f"{shape}×1" for name, shape in shapes.items()
    }
    again = read_question(question.text, wrt=wrt)
    assert again.parsed.expression is question.parsed.expression
    assert again.parsed.facts == question.parsed.facts


@pytest.mark.parametrize(("text", "alone"), DOMAINS, ids=lambda part: str(part)[:40])
def test_a_domain_is_no_part_of_the_function(text: str, alone: str) -> None:
    question = read_question(text, wrt="x")
    assert question.parsed.expression is read_question(alone, wrt="x").parsed.expression
    assert any("is read as what is said of the names" in note for note in question.notes)


@pytest.mark.parametrize(("text", "read"), WITH_CASES, ids=lambda part: str(part)[:40])
def test_a_comparison_of_cases_stays(text: str, read: str) -> None:
    assert read_question(text, wrt="x").parsed.expression.text() == read


@pytest.mark.parametrize(
    "text",
    [
        "f(x) = x^2, x > 0; 0, x <= 0", "sum_{i,j} x_i x_j, i < j", "Σ_{i,j} x_i x_j, i ≠ j", "Σ_{ij} x_i x_j, i ≠ j",
        r"\sum_{i,j} x_i x_j, \; i < j", "sum(i=1..n, x_i^2), i > 2", "Σ_i x_i^2 for i > 2",
    ],
)  # fmt: skip
def test_a_condition_on_cases_or_terms_is_not_cut_off(text: str) -> None:
    with pytest.raises(ParseError):
        read_question(text, wrt="x")


@pytest.mark.parametrize("text", [r"x \mapsto x^2", r"\|x\|^2, x \in \mathbb{R}^n"])
def test_what_is_said_around_a_function_is_left_to_the_reader_of_questions(text: str) -> None:
    assert translate(text) is None
    assert explainer.derive(text, wrt="x").status == "finished"


@in_groups("text", REFUSED)
def test_what_is_not_said_is_refused_at_its_place(text: str) -> None:
    with pytest.raises(ParseError) as refused:
        read_question(text, wrt="x")
    assert refused.value.position is not None
    assert refused.value.hint


@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("d²/dx² x^4", "x", "12 x^2"),
        ("hessian of x^T A x", "x", "A + A'"),
        ("x'Ax for symmetric A", "x", "2 (x' @ A)"),
        ("tr(A X) where X is symmetric", "X", "(A + A') / 2"),
        ("Σ_i α_i exp(−γ‖x − x_i‖²)", "x", "2 gamma sum(i=1..n, alpha_i exp(-gamma norm(x - X_i)^2) (X_i - x)')"),
    ],
)
def test_what_is_read_is_derived(text: str, wrt: str, result: str) -> None:
    trace = explainer.derive(text, wrt=wrt)
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)
