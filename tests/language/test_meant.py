"""Formulas in the customs of people who write them: read as what they mean, written out in the input language.

Each kind has a few texts and some that look alike and mean something else.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.engine import derive
from explainer.errors import ParseError
from explainer.language import read_question
from explainer.notation import write
from tests.cases import in_groups

ENTRIES = {
    "sum_x p(x) log(p(x)/q(x))": "sum(x=1..n, p_x ln(p_x / q_x)) where p: n",
    r"\sum_x p(x) \log\frac{p(x)}{q(x)}": "sum(x=1..n, p_x ln(p_x / q_x)) where p: n",
    r"\sum_{t=1}^N (y(t) - a x(t))^2": "sum(t=1..N, (y_t - a x_t)^2) where y: N",
    "Σ_k p(k) f(k)": "sum(k=1..n, p_k f_k) where p: n",
    "sum(i=1..n, f(x_i))": "sum(i=1..n, f(x_i)) where x: n",
    "sum(i=1..n, sin(x_i))": "sum(i=1..n, sin(x_i)) where x: n",
    "sum(softmax(Q K'/sqrt(d_k)) V)": "sum(softmax((Q @ K') / sqrt(d_k)) @ V) where d_k: scalar",
    "sum(d_k^2)": "sum(k=1..n, d_k^2) where d: n",
}
REACH = {
    "sum_{i=1}^n y_i log(p_i) + (1-y_i) log(1-p_i)": "sum(i=1..n, y_i ln(p_i) + (1 - y_i) ln(1 - p_i))",
    "Σ_i x_i - Σ_i y_i x_i": "sum(i=1..n, x_i) - sum(i=1..n, y_i x_i) where x: n",
    "sum_{i=1}^n x_i^2 + c": "sum(i=1..n, x_i^2) + c",
    "sum_{i=1}^n x_i + c - y_i": "sum(i=1..n, x_i) + c - y_i where y_i: scalar",
    r"\sum_{i=1}^{m} -y^{(i)}\log(p^{(i)}) - (1-y^{(i)})\log(1-p^{(i)})": (
        "sum(i=1..m, -y_i ln(p_i) - (1 - y_i) ln(1 - p_i))"
    ),
}
ONES = {
    "(x - m 1)'(x - m 1)": "(x - m ones(n))' (x - m ones(n)) where x: n, m: scalar",
    "(x - m 1_n)'(x - m 1_n)": "(x - m ones(n))' (x - m ones(n)) where x: n, m: scalar",
    "1'X1": "ones(m)' X ones(n) where X: m x n",
    "1^T X 1": "ones(m)' X ones(n) where X: m x n",
    "2^T x": "2^T x where T: scalar, x: scalar",
}
NUMBERS = {
    "f(x)=1,5x^2": "1.5 x^2", "2,5 sin(0,2 x)": "2.5 sin(0.2 x)", "(0,5 x + 1)^2": "(0.5 x + 1)^2",
    "e^{-0,1x}": "e^(-0.1 x)", "0{,}5 x^2": "0.5 x^2", r"1{,}5\,x^2 - \sin(0{,}2x)": "1.5 x^2 - sin(0.2 x)",
    r"\frac{1}{2} e^{-0,5x}": "1/2 e^(-0.5 x)", "max(0,5 x)": "max(0, 5 x)", "[1,5] x": "[1, 5] x",
    r"\max(0,5x)": "max(0, 5 x)",
}  # fmt: skip
FUNCTIONS = {
    "lb(x)": "log2(x)", "x ld x": "x log2(x)", "ld": "l d", "lb + x": "l b + x", r"\operatorname{ld}(x)": "log2(x)",
    "Spur(A X)": "tr(A X)", "Sp(X' A X)": "tr(X' A X)", "Sp + x": "S p + x",
    "‖x‖_p^p": "sum(abs(x)^p) where x: n", r"\|x\|_3^3": "sum(abs(x)^3) where x: n",
    "‖x‖_p^q": "(sum(abs(x)^p)^(1/p))^q where x: n",
}  # fmt: skip
SHAPES = {
    r"\mathrm{Tr}(A \otimes X)": "tr(kron(A, X)) where A: m x m, X: n x n", r"u \otimes v": "u ⊗ v where u: n, v: n",
    r"\mathrm{Tr}(X^2B)": "tr(X^2 B) where X: n x n, B: n x n", "tr(sin(X) A)": "tr(sin(X) A) where X: n x n, A: n x n",
    "tr(c A)": "tr(c A) where A: n x n, c: scalar", "‖x‖∞": "‖x‖_∞ where x: n",
    "a^T X^2 b": "a' X^2 b where a: n, X: n x n, b: n", "x'A^2x": "x' A^2 x where x: n, A: n x n",
    "A^2 x": "A^2 x where A: scalar, x: scalar",
    "(Xa+b)'C(Xa+b)": "(X a + b)' C (X a + b) where X: m x n, a: n, b: m, C: m x m",
    "(Xw+b-y)'(Xw+b-y)": "(X w + b - y)' (X w + b - y) where X: m x n, w: n, b: scalar, y: m",
    "x + W_2 relu(W_1 x)": "x + W_2 relu(W_1 x) where x: n, W_1: m x n, W_2: n x m",
    "μ + σ ⊙ ε": "mu + sigma ⊗ epsilon where mu: n, sigma: n, epsilon: n",
    "(A + tB)^{-1}": "inv(A + t B) where A: n x n, B: n x n, t: scalar",
    "(R + X)^-1": "(R + X)^-1 where R: scalar, X: scalar",
    "vec(X)'vec(Y)": "vec(X)' vec(Y) where X: m x n, Y: m x n",
    "||A(x - b)||^2": "norm(A (x - b))^2 where A: m x n, x: n, b: n",
    "‖A(x + t d) − b‖": "norm(A (x + t d) - b) where A: m x n, x: n, t: scalar, d: n, b: m",
    "‖X(w − v)‖² + λ‖w‖²": "norm(X (w - v))^2 + λ norm(w)^2 where X: m x n, w: n, v: n, λ: scalar",
    "A(x - b)": "A (x - b) where A: m x n, x: n, b: n", "A(x - h)^2": "A (x - h)^2 where A: scalar, x: scalar",
    "K(x - a)": "K (x - a) where K: scalar, x: scalar", "A(x + 1)": "A (x + 1) where A: scalar, x: scalar",
    "tanh(W(x + h) + b)": "tanh(W (x + h) + b) where W: m x n, x: n, h: n, b: m",
    "V σ(W(x + h))": "V sigmoid(W (x + h)) where V: k x m, W: m x n, x: n, h: n",
    "xᵀ·A·x": "x' A x where A: n x n, x: n", "a·x + sin(x)": "a x + sin(x)", "R·I": "R I",
    "f(x) = m·x + n": "m x + n", "||y - X·β||²": "norm(y - X β)^2 where y: m, X: m x n, β: n",
    "max(0, 1 - y·(w·x + b))": "max(0, 1 - y (w · x + b)) where y: scalar, w: n, x: n, b: scalar",
    "tanh(x·U + h·W)": "tanh(x @ U + h @ W) where x: n, U: n x m, h: k, W: k x m",
    "softmax(x·W + b)": "softmax(x @ W + b) where x: n, W: n x m, b: m",
    "x^t A x": "x' A x where A: n x n, x: n", "x^tAx": "x' A x where A: n x n, x: n", "X^tX": "X' X where X: m x n",
    "a^t b": "a^t b where a: scalar, t: scalar, b: scalar", "A e^t + B": "A e^t + B where A: scalar, B: scalar",
    "a·b·c": "a b c", "a·x² + b·x + c": "a x^2 + b x + c", "w·x + b": "w · x + b where w: n, x: n, b: scalar",
    "2·x·y": "2 x y", "x·y": "x · y where x: n, y: n", "x y^T z": "x y' z where x: n, y: m, z: m",
    "y w^T x": "y w' x where y: scalar, w: n, x: n",
    "Vmax*S/(Km + S)": "V S/(K_m + S) where V: scalar, S: scalar, K_m: scalar",
    "np.exp(-Ea/(R*T))": "exp(-E_a/(R T)) where E_a: scalar, R: scalar, T: scalar",
    "np.sum(A * B)": "sum(A ⊗ B) where A: m x n, B: m x n",
    "tr(A (1 + t))": "tr(A (1 + t)) where A: n x n, t: scalar",
    "|A - λI|": "det(A - λ identity(n)) where A: n x n, λ: scalar",
    r"\ln|I + X|": "ln(det(identity(n) + X)) where X: n x n", "|AXB|": "det(A X B) where A: m x n, X: n x k, B: k x m",
    "|A + B|": "abs(A + B) where A: scalar, B: scalar", "|I - x|": "abs(I - x) where I: scalar, x: scalar",
    "logdet(Σ) + dot(x - μ, Σ \\ (x - μ))": (
        "logdet(Sigma) + dot(x - mu, inv(Sigma) (x - mu)) where Sigma: n x n, x: n, mu: n"
    ),
    "-log(exp(q·k₊/τ)/Σ_i exp(q·k_i/τ))": (
        "-ln(exp(q · k_plus / tau) / sum(i=1..n, exp(q · K_i / tau))) where q: m, k_plus: m, K: n x m"
    ),
    r"\mathbf{q}\cdot\mathbf{k}_+ - \sum_{i=1}^{N}\exp(\mathbf{q}\cdot\mathbf{k}_i)": (
        "q · k_plus - sum(i=1..N, exp(q · K_i)) where q: m, k_plus: m, K: N x m"
    ),
    "∥Ax − b∥22 + λ∥x∥1": "norm(A x - b)^2 + λ norm1(x) where A: m x n, x: n, b: m, λ: scalar",
    "||x||2^2": "norm(x)^2 where x: n", "ħω/2": "h_bar ω / 2", r"\hbar\omega": "h_bar ω",
    "L(μ,σ²) = −n/2 ln(σ²) − S/(2σ²)": "-n/2 ln(σ²) - S/(2 σ²)",
    r"\ell(\mu,\sigma^2) = -\frac{n}{2}\ln\sigma^2 - \mu": "-n/2 ln(σ²) - μ",
    "x_+^2 + y": "max(0, x)^2 + y where x: scalar, y: scalar",
    "vec(A X) - vec(B)": "vec(A X) - vec(B) where A: m x n, X: n x k, B: m x k",
    "tr(kron(A, X))": "tr(kron(A, X)) where A: m x m, X: n x n",
    "kron(B', A) vec(X)": "kron(B', A) vec(X) where A: m x n, B: k x p, X: n x k",
}  # fmt: skip
POWERS = {
    "np.linalg.det(A - t * np.eye(n))": "det(A - t identity(n)) where A: n x n, t: scalar",
    "np.linalg.inv(A + t * B)": "inv(A + t B) where A: n x n, t: scalar, B: n x n",
    "c'x + y'(b - A x)": "c' x + y' (b - A x) where c: n, x: n, y: m, b: m, A: m x n",
    "tr(W'S_BW)/tr(W'S_WW)": "tr(W' S_B W)/tr(W' S_W W) where W: m x n, S_B: m x m, S_W: m x m",
    "T_AB x": "T_AB x where T_AB: scalar, x: scalar",
    "s = W x, L = sum(max(0, s - s_y + 1))": "sum(max(0, s - s_y + 1)) where s = W x, W: n x m, x: m",
    "R² = 1 − Σ(y−ŷ)²/Σ(y−ȳ)²": "1 - sum((y - y_hat)^2)/sum((y - mean(y))^2) where y: n, y_hat: n",
    "A^{-1}B": "inv(A) B where A: n x n, B: n x m",
    "R^{-1} C": "R^-1 C where R: scalar, C: scalar",
    r"\sum_{i=1}^n a_i - \frac12\sum_{i,j} a_i a_j K_{ij}": (
        "sum(i=1..n, a_i) - 1/2 sum(i=1..n, sum(j=1..n, a_i a_j K_{i,j})) where a: n, K: n x n"
    ),
    "sum((X W)^2)": "sum((X W) .^ 2) where X: m x n, W: n x k",
    "mean((A - B)^2)": "mean((A - B) .^ 2) where A: m x n, B: m x n",
    "sum(tanh(X W)^2)": "sum(tanh(X W) .^ 2) where X: m x n, W: n x k",
    "sum(X^2)": "sum(X .^ 2) where X: m x n",
    "tr((A X)^2)": "tr((A X)^2) where A: m x n, X: n x m",
    "sum(X^2) where X: n x n": "sum(X^2) where X: n x n",
    r"\| A x - b \|^2_2": "norm(A x - b)^2 where A: m x n, x: n, b: m",
    r"\left\| A X - B \right\|^2_F": "norm(A X - B)^2 where A: m x n, X: n x k, B: m x k",
    "mean((relu(X W_1 + b_1) W_2 + b_2 - Y)^2)": (
        "mean((relu(X W_1 + b_1) W_2 + b_2 - Y) .^ 2) where X: p x k, W_1: k x n, b_1: n, W_2: n x m, b_2: m, Y: p x m"
    ),
    "h_t = tanh(W x + U h)": "tanh(W x + U h) where W: m x n, x: n, U: m x k, h: k",
}
PRODUCTS = {
    "prod_{i=1}^n x_i": "prod(column(i=1..n, x_i))",
    r"\prod_{i=1}^{n} x_i + c": "prod(column(i=1..n, x_i)) + c",
    "∏ᵢ xᵢ": "prod(column(i=1..n, x_i))",
    "Π_{i=1}^n x_i": "prod(column(i=1..n, x_i))",
    "Π x_i": "prod(column(i=1..n, x_i))",
    "prod x_i": "prod(column(i=1..n, x_i))",
    "Π x": "Π x",
    "∏_{i=1}^n p^{x_i}(1-p)^{1-x_i}": "prod(i=1..n, p^x_i (1 - p)^(1 - x_i))",
}
STEPS = {
    "v = beta*v + (1-beta)*g": "beta v + (1 - beta) g", "w = w - eta * g": "w - eta g",
    "h = tanh(W h + U x)": "tanh(W h + U x) where W: n x n, h: n, U: n x m, x: m",
}  # fmt: skip
SPELLED = {
    "lambda x^2 where lambda: scalar": "λ x^2",
    "norm(X w - y)^2 + lambda norm(w)^2 where w: n, lambda: scalar": "norm(X w - y)^2 + λ norm(w)^2 where w: n",
    "Let w be in R^n. ||w||^2 + lambda ||w||_1": "‖w‖² + λ ‖w‖_1 where w: n",
    "f = lambda x: x**2": "x^2",
}
ALL = [
    (one, other)
    for kind in (SPELLED, ENTRIES, REACH, ONES, NUMBERS, FUNCTIONS, SHAPES, POWERS, PRODUCTS, STEPS)
    for one, other in kind.items()
]
AROUND = {
    r"Derive the gradient of the cross entropy loss $L = -\sum_i y_i \log(\hat y_i)$ with respect to $\hat{y}$": (
        "y_hat", "-sum(i=1..n, y_i ln((y_hat)_i))",
    ),
    r"I'm trying to find $\frac{\partial}{\partial W}\|Wx - y\|^2$": ("W", "norm(W @ x - y)^2"),
    r"What is $\frac{d}{dx} a^x$?": ("x", "a^x"),
    "Find the slope of the tangent line to y = x^3 - x": ("x", "x^3 - x"),
    "Use the product rule to find the derivative of x^2*sin(x).": ("x", "x^2 sin(x)"),
    "Using the quotient rule, find the derivative of (x^2+1)/(x-1)": ("x", "(x^2 + 1) / (x - 1)"),
    "For s(t) = t^3 - 6t^2 find the velocity ds/dt": ("t", "t^3 - 6 t^2"),
    "position s(t) = 4.9 t^2 + 2t, find s'(t)": ("t", "4.9 t^2 + 2 t"),
    "derivative 1/(1+x^2)": ("x", "1 / (1 + x^2)"), "deriv of sin x * cos x": ("x", "sin(x) cos(x)"),
    "L = (σ(wx + b) - t)²/2, ∂L/∂w": ("w", "(sigmoid(w x + b) - t)^2 / 2"),
    r"\[ f(x) = \frac{x^2}{1+x^2}, \quad f'(x) = ? \]": ("x", "x^2 / (1 + x^2)"),
    "Gegeben ist die Funktion f mit f(x) = (x-1)·e^(-x). Bestimmen Sie f'(x).": ("x", "(x - 1) e^-x"),
    "Gesucht ist die Ableitung der Funktion f mit f(x)=x·ln(x)": ("x", "x ln(x)"),
    "Bilde die Ableitung nach x: a·x² + b·x + c": ("x", "a x^2 + b x + c"),
    "what is the gradient of log(1+exp(-y*w^T*x)) with respect to w, where x and w are vectors in R^n": (
        "w", "ln(1 + exp(-y (w' @ x)))",
    ),
    "A is an m×n matrix, x is an n-vector, b is an m-vector: gradient of ||Ax-b||^2 with respect to x": (
        "x", "norm(A @ x - b)^2",
    ),
    "derivative of a'X'Xb wrt X where a, b are column vectors": ("X", "a' @ X' @ X @ b"),
    "tr(AX) with respect to X, A: 3x4, X: 4x3": ("X", "tr(A @ X)"),
    r"\frac{\partial \mathbf{a}^T\mathbf{X}\mathbf{b}}{\partial \mathbf{X}}": ("X", "a' @ X @ b"),
    r"\frac{\partial\, \ln|\mathbf{X}|}{\partial \mathbf{X}}": ("X", "ln(det(X))"),
    r"\frac{\partial \boldsymbol{\mu}^T\boldsymbol{\mu}}{\partial \boldsymbol{\mu}}": ("mu", "mu' @ mu"),
    r"\frac{d(x^2+1)}{dx}": ("x", "x^2 + 1"),
    r"\frac{\partial \det(\mathbf{X})}{\partial \mathbf{X}} = ?": ("X", "det(X)"),
    r"\min_{x \in \mathbb{R}^n} c^T x": ("x", "c' @ x"),
    r"\frac{\partial}{\partial \sigma^2}\left(-\frac{n}{2}\log\sigma^2 - \frac{S}{2\sigma^2}\right)": (
        "v", "-(n / 2) ln(v) - S / (2 v)",
    ),
    "∂aᵀXb/∂X": ("X", "a' @ X @ b"),
    "Given the loss L = (1/N) Σ (w x_i + b - y_i)^2 compute dL/dw and dL/db": (
        "(w, b)", "(1 / N) sum(i=1..N, (w x_i + b - y_i)^2)",
    ),
    "Let A be an n×n matrix and x a vector in R^n. Find the gradient of x^T A x w.r.t. x.": ("x", "x' @ A @ x"),
    "derivative of the determinant det(A + tB) w.r.t. t": ("t", "det(A + t B)"),
    "Verify that the derivative of x^T A x w.r.t. x is (A + A^T)x": ("x", "x' @ A @ x"),
    "f(x) = 3x^2 − 5; gesucht: f'(x)": ("x", "3 x^2 - 5"),
    "∇‖x‖²": ("x", "norm(x)^2"),
    "∂‖Ax−b‖²/∂x": ("x", "norm(A @ x - b)^2"),
    "d tr(AX)/dX": ("X", "tr(A @ X)"),
    "x^2 y with respect to y": ("y", "x^2 y"),
    "||Ax - b||^2 w.r.t. x": ("x", "norm(A @ x - b)^2"),
    "x^2 y nach y": ("y", "x^2 y"),
    "D_x x^2": ("x", "x^2"),
    "f(x) = 2x³ − 4x, f'(x) = ?": ("x", "2 x^3 - 4 x"),
    "y = x^2 e^x, dy/dx = ?": ("x", "x^2 e^x"),
    "d/dx x^2 = ?": ("x", "x^2"),
    "(x e^x)'": ("x", "x e^x"),
    "[sin(x)/x]'": ("x", "sin(x) / x"),
    "second derivative of x^4": ("x", "d(x^4)/d(x)"),
    "zweite Ableitung von x^4": ("x", "d(x^4)/d(x)"),
    r"Let $A \in \mathbb{R}^{n\times n}$ and $f(x) = x^T A x$. Compute $\nabla f(x)$.": ("x", "x' @ A @ x"),
    r"Let $X \in \mathbb{R}^{n \times n}$ be invertible. Find the derivative of $\operatorname{tr}(X^{-1})$ "
    "with respect to $X$.": ("X", "tr(inv(X))"),
    r"Given $y = Xw$, find the gradient of $\|y - t\|^2$ w.r.t. $w$.": ("w", "norm(y - t)^2 where y = X @ w"),
    r"Suppose $z = Wx + b$ and $L = \frac12 \|z\|^2$. Compute $\frac{\partial L}{\partial W}$.": (
        "W", "(1 / 2) norm(z)^2 where z = W @ x + b",
    ),
    r"If $f(x)=\log(1+e^{-x})$, what is $f'(x)$?": ("x", "ln(1 + e^-x)"),
}  # fmt: skip


@in_groups(("typed", "meant"), ALL)
def test_a_custom_is_read_as_what_it_means(typed: str, meant: str) -> None:
    said = {} if ":" not in meant else read_question(meant).parsed.shapes
    found = read_question(typed).parsed
    assert found.expression.text() == read_question(meant).parsed.expression.text()
    for name in {*said} & {*found.shapes}:
        assert len(said[name].sizes) == len(found.shapes[name].sizes), name


@in_groups(("typed", "variable", "function"), [(typed, *meant) for typed, meant in AROUND.items()])
def test_a_derivative_around_its_function_names_the_variable(typed: str, variable: str, function: str) -> None:
    parsed = read_question(typed).parsed
    assert parsed.wrt is not None
    assert (parsed.wrt.text(), parsed.expression.text()) == (variable, function)
    assert parsed.notes


BY_ENTRIES = [
    ("x_i^2", "x", "2 x_i row(k=1..n, delta(i, k))"),
    (r"\frac{e^{x_i}}{\sum_j e^{x_j}}", "x_j", "(softmax(x))_i delta(i, j) - (softmax(x))_i (softmax(x))_j"),
    ("sum_i x_i y_i", "x_i", "y_i"),
    ("y_i = sum_j W_ij x_j", "x", "W_i'"),
    (r"\sum_j W_{ij} x_j", "x_k", "W_{i,k}"),
]  # fmt: skip


FORMS = [
    ("sum_{i=1}^n a_i - 1/2 sum_{i,j} a_i a_j K_ij", "a", "ones(n)' - (a' @ (K + K')) / 2"),
    ("1/sqrt(x^2 + 0.1)", "x", "-x / (x^2 + 0.1)^(3 / 2)"),
    ("2 a/(2 b (a x + 0.1))", "b", "-a / (b^2 (a x + 0.1))"),
    ("0.5 x y / (2 z)", "x", "0.5 y / (2 z)"),
    ("(x - mean(x))/sqrt(var(x) + 1e-5)", "x", "(identity(n) - (ones(n) @ ones(n)') / n) / sqrt(var(x) + 0.00001)"
     " - ((x - mean(x)) @ (x - mean(x))') / (n (var(x) + 0.00001)^(3 / 2))"),
    ("e^(-x) cos(x)", "x", "-e^-x (cos(x) + sin(x))"),
    ("A e^(-g t) cos(w t)", "t", "-A e^(-g t) (g cos(t w) + w sin(t w))"),
    ("det([[x, y], [y, x]])", "x", "2 x"),
    ("det([[x, 1, 0], [y, x, 1], [0, y, x]])", "x", "3 x^2 - 2 y"),
]  # fmt: skip
LIKELIHOODS = [
    (r"\log\prod_{i=1}^n p^{x_i}(1-p)^{1-x_i}", "p", "(1 / (p (1 - p))) sum(i=1..n, x_i - p)"),
    (r"\ln \prod_{i=1}^n \lambda e^{-\lambda x_i}", "lambda", "sum(i=1..n, 1 / lambda - x_i)"),
    (r"\prod_{i=1}^n x_i", "x", "prod(x) (ones(n) ⊘ x)'"),
    (r"\prod_{i=1}^n (z - x_i)", "z", "prod(column(i=1..n, z - x_i)) sum(i=1..n, 1 / (z - x_i))"),
]


@pytest.mark.parametrize(("text", "wrt", "result"), BY_ENTRIES + FORMS + LIKELIHOODS)
def test_a_derivation_ends_in_the_form_of_a_textbook(text: str, wrt: str, result: str) -> None:
    found = derive(text, wrt=wrt).result
    assert found is not None
    assert found.text() == result


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from("xyt"))
def test_a_number_with_a_comma_is_the_one_with_a_point(whole: int, part: int, letter: str) -> None:
    comma, point = f"{whole},{part}", f"{whole}.{part}"
    for form in ("{0} {1}", "{1}^2 - {0}", "({0} {1} + 1)^2", "sin({0} {1})", "{1}^{{{0}}}"):
        typed = read_question(form.format(comma, letter), wrt=letter).parsed.expression
        assert typed is read_question(form.format(point, letter), wrt=letter).parsed.expression


@pytest.mark.parametrize("text", ["x = cos x", "x = 2 x + 1", "A x = b"])
def test_an_equation_is_no_step(text: str) -> None:
    with pytest.raises(ParseError, match="an equation is not an expression"):
        read_question(text, wrt="x")


@pytest.mark.parametrize(("text", "said"), [("derive x^3", "The word “derive” was left out."),
                                            ("gradient of x^2", "The words “gradient of” were left out.")])  # fmt: skip
def test_one_word_is_told_as_one(text: str, said: str) -> None:
    assert said in read_question(text).notes


def test_a_product_is_spoken_to_its_end() -> None:
    spoken = write(read_question("(∏_{i=1}^n x_i) + y").parsed.expression, "speech")
    assert "end product" in spoken
    assert "end sum" not in spoken
