"""What a second hand wrote: errors of students over products, matrices and networks.

The verdicts stood here before the program was asked. Where it names another mistake that a teacher might name as well,
that one stands here now.
"""

from __future__ import annotations

from tests.practice.typed_answers import BATCH, LAYER, SQUARE, Problem, right, unreadable, wrong

V = {"x": "n", "a": "n", "b": "n", "c": "scalar"}
DENSE = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}

SECOND: tuple[Problem, ...] = (
    Problem("x^4/(1 - x)", "x", (
        *right(1, "(4x^3(1-x)+x^4)/(1-x)^2", r"\dfrac{4x^3-3x^4}{(1-x)^2}", "(4*x**3 - 3*x**4)/(1 - x)**2"),
        *wrong("quotient-of-derivatives", "-4x^3"),
        *wrong("denominator-not-squared", "(4x^3(1-x)+x^4)/(1-x)"),
        *wrong("quotient-sign", "(4x^3(1-x)-x^4)/(1-x)^2"),
    )),
    Problem("cos(4 - 3 x)", "x", (
        *right(1, "3 sin(4-3x)", "-3*np.sin(3*x - 4)"),
        *wrong("sign-forgotten", "-3 sin(4-3x)"),
        *wrong("inner-derivative-forgotten", "-sin(4-3x)"),
    )),
    Problem("exp(-x^2/2)", "x", (
        *right(1, "-x exp(-x^2/2)", r"-x e^{-x^2/2}", "-x*np.exp(-x**2/2)", "-x e^(-½ x²)"),
        *wrong("inner-derivative-forgotten", "exp(-x²/2)"),
        *wrong("sign-forgotten", "x exp(-x^2/2)"),
        *wrong("outer-derivative-forgotten", "-x"),
    ), method="operator"),
    Problem("sqrt(x)(x + 2)", "x", (
        *right(1, "(3x+2)/(2 sqrt(x))", r"\frac{x+2}{2\sqrt{x}}+\sqrt x"),
        *wrong("product-of-derivatives", "1/(2√x)"),
        *wrong("one-term-of-product", "√x"),
    )),
    Problem("(x^2 - 1)^3 x", "x", (
        *right(1, "(x^2-1)^3 + 6x^2 (x^2-1)^2", "(x²-1)²(7x²-1)"),
        *wrong("inner-derivative-forgotten", "(x^2-1)^3 + 3x(x^2-1)^2"),
        *wrong("product-of-derivatives", "6x(x^2-1)^2"),
        *wrong("exponent-not-lowered", "(x^2-1)^3 + 6x^2(x^2-1)^3"),
    )),
    Problem("sum(a ⊗ x^2)", "x", (
        *right(1, "2 (a ⊗ x)'", "2*(a*x).T", r"2(a\odot x)^\top"),
        (1, "2 a ⊗ x", "transposed", "row-for-column"),
        *wrong("exponent-not-lowered", "2 (a ⊗ x^2)'"),
        *wrong("factor-left-out", "2 x'"),
        *wrong("total-of-slopes", "2 sum(a ⊗ x)"),
        *wrong("entries-not-added-up", "2 diag(a ⊗ x)"),
    ), shapes=V),
    Problem("c ln(x) + b", "x", (
        *right(1, "c diag(1/x)", "diag(c / x)", "c*np.diag(1/x)"),
        *wrong("diagonal-for-matrix", "c/x"),
        *wrong("constant-factor-dropped", "diag(1/x)"),
        *wrong("functions-confused", "c diag(exp(x))"),
    ), shapes=V),
    Problem("mean(exp(a ⊗ x))", "x", (
        *right(1, "(a ⊗ exp(a ⊗ x))'/n"),
        *wrong("mean-without-count", "(a ⊗ exp(a ⊗ x))'"),
        *wrong("inner-jacobian-forgotten", "exp(a ⊗ x)'/n"),
        *wrong("variable-for-factor", "(x ⊗ exp(a ⊗ x))'/n"),
    ), shapes=V),
    Problem("norm(a - x)^2", "x", (
        *right(1, "-2 (a - x)'", "2(x-a)^T"),
        (1, "2 (x - a)", "transposed", "row-for-column"),
        *wrong("inner-jacobian-forgotten", "2 (a - x)'"),
        *wrong("exponent-not-a-factor", "(x - a)'"),
    ), shapes=V),
    Problem("x x' a", "x", (
        *right(1, "(x·a) identity(n) + x a'", "x.T @ a * np.eye(n) + np.outer(x, a)"),
        *wrong("one-term-of-product", "(x·a) identity(n)", "x a'"),
    ), shapes=V),
    Problem("1/(1 + a · x)", "x", (
        *right(1, "-a'/(1+a·x)^2", r"-\frac{a^\top}{(1+a^\top x)^2}"),
        (1, "-a/(1+a·x)^2", "transposed", "row-for-column"),
        *wrong("sign-of-a-term", "a'/(1+a·x)^2"),
        *wrong("inner-jacobian-forgotten", "-1/(1+a·x)^2"),
        *wrong("variable-for-factor", "-x'/(1+a·x)^2"),
        *wrong("denominator-not-squared", "-a'/(1+a·x)"),
    ), shapes=V),
    Problem("tanh(W @ x + b)", "b", (
        *right(1, "diag(1 - tanh(Wx+b)²)"),
        *wrong("diagonal-for-matrix", "1 - tanh(W x + b)^2"),
        *wrong("diag-forgotten", "identity(m)"),
        *wrong("functions-confused or slope-of-another-activation", "diag(tanh(W x+b) ⊗ (1 - tanh(W x+b)))"),
    ), shapes=LAYER),
    Problem("relu(W @ x + b)", "x", (
        *right(1, "diag(W x + b > 0) W", "np.diag(W @ x + b > 0) @ W"),
        *wrong("jacobians-forward", "W diag(W x + b > 0)"),
        *wrong("derivative-at-kink", "W"),
        *wrong("inner-jacobian-forgotten", "diag(W x + b > 0)"),
    ), shapes={"W": "n x n", "x": "n", "b": "n"}),
    Problem("v · relu(W @ x)", "x", (
        *right(1, "(v ⊗ (W x > 0))' W"),
        (1, "(v * (W @ x > 0)) @ W", "transposed", "row-for-column"),
        *wrong("derivative-at-kink", "v' W"),
        *wrong("inner-jacobian-forgotten", "(v ⊗ (W x > 0))'"),
    ), shapes={"W": "m x n", "x": "n", "v": "m"}),
    Problem("norm(W @ x - b)^2", "W", (
        *right(1, "2 x (W x - b)'", r"2x(Wx-b)^\top"),
        (1, "2 (W x - b) x'", "transposed", None),
        *wrong("exponent-not-a-factor", "x (W x - b)'"),
        *wrong("sign-of-a-term", "-2 x (W x - b)'", "2 x (W x + b)'"),
        *wrong("inner-jacobian-forgotten", "2 (W x - b)'"),
    ), shapes=LAYER),
    Problem("tr(A X' B)", "X", (
        *right(1, "A' B'", "(B A)^T", r"A^\top B^\top"),
        (1, "B A", "transposed", None),
        *wrong("factors-exchanged", "B' A'"),
        *wrong("transpose-forgotten", "A' B"),
    ), shapes=SQUARE),
    Problem("tr(X A)^2", "X", (
        *right(1, "2 tr(X A) A", "2*np.trace(X @ A)*A"),
        *wrong("inner-jacobian-forgotten", "2 tr(X A)"),
        *wrong("exponent-not-a-factor", "tr(X A) A"),
        *wrong("variable-for-factor", "2 tr(X A) X"),
    ), shapes=SQUARE),
    Problem("a' inv(X) b", "X", (
        *right(1, "-inv(X) b a' inv(X)", r"-X^{-1} b a^\top X^{-1}"),
        *right(1, "-np.linalg.inv(X) @ np.outer(b, a) @ np.linalg.inv(X)"),
        (1, "-inv(X)' a b' inv(X)'", "transposed", None),
        *wrong("sign-of-product-forgotten or sign-of-a-term", "inv(X) b a' inv(X)"),
        *wrong("inverse-as-scalar", "-b a' inv(X)^2"),
        *wrong("factors-exchanged", "-inv(X) a b' inv(X)"),
    ), shapes={"a": "n", "b": "n", "X": "n x n"}),
    Problem("ln(det(A @ X))", "X", (
        *right(1, "inv(X)", "inv(A X) A", r"(AX)^{-1}A", "np.linalg.inv(X)"),
        *wrong("inner-jacobian-forgotten", "inv(A X)"),
        *wrong(None, "1/det(A X) A"),
    ), shapes=SQUARE),
    Problem("det(X)^2", "X", (
        *right(1, "2 det(X)^2 inv(X)"),
        *wrong("inner-jacobian-forgotten", "2 det(X)"),
        *wrong("determinant-as-scalar", "2 det(X) inv(X)"),
        *wrong("exponent-not-a-factor", "det(X)^2 inv(X)"),
    ), shapes=SQUARE),
    Problem("(x - a)' A (x - a)", "x", (
        *right(1, "(x-a)' (A + A')", r"(x-a)^\top(A+A^\top)"),
        (1, "(A + A^T)(x - a)", "transposed", "row-for-column"),
        *wrong("form-taken-as-symmetric", "2 (x-a)' A"),
        *wrong("one-side-of-dot", "(x - a)' A"),
        *wrong("sign-of-a-term", "-(x-a)' (A + A')"),
    ), shapes={"A": "n x n", "x": "n", "a": "n"}),
    Problem("norm(X @ W + b - Y)^2", "W", (
        *right(1, "2 (X W + b - Y)' X", "2*(X @ W + b - Y).T @ X"),
        (1, "2 X.T @ (X @ W + b - Y)", "transposed", None),
        *wrong("term-left-out", "2 (X W - Y)' X"),
        *wrong("exponent-not-a-factor", "(X W + b - Y)' X"),
        *wrong("inner-jacobian-forgotten", "2 (X W + b - Y)'"),
        *unreadable("2 (X W + b - Y) X'"),
    ), shapes=DENSE),
    Problem("norm(X @ W - Y)^2 / N", "X", (
        *right(1, "2/N W (X W - Y)'"),
        (1, "2/N (X W - Y) W'", "transposed", None),
        *wrong("mean-without-count", "2 W (X W - Y)'"),
        *wrong("exponent-not-a-factor", "1/N W (X W - Y)'"),
        *wrong("sign-of-a-term", "2/N W (X W + Y)'"),
    ), shapes=BATCH),
    Problem("sum(tanh(X @ W))", "W", (
        *right(1, "(1 - tanh(X W)^2)' X", "(1 - np.tanh(X @ W)**2).T @ X"),
        (1, "X' (1 - tanh(X W)^2)", "transposed", None),
        *wrong("slopes-left-out", "ones(N, k)' X"),
        *wrong("slope-of-another-activation", "(tanh(X W) ⊗ (1 - tanh(X W)))' X"),
        *wrong("inner-jacobian-forgotten", "(1 - tanh(X W)^2)'"),
        *wrong("slope-at-the-value", "(1 - tanh(tanh(X W))^2)' X"),
    ), shapes=BATCH),
    Problem("norm(sigmoid(X @ W) - Y)^2", "W", (
        *right(1, "2 ((sigmoid(X W) - Y) ⊗ sigmoid(X W) ⊗ (1 - sigmoid(X W)))' X"),
        *wrong("slopes-left-out", "2 (sigmoid(X W) - Y)' X"),
        *wrong("slope-of-another-activation", "2 ((sigmoid(X W) - Y) ⊗ (1 - sigmoid(X W)^2))' X"),
        *wrong("exponent-not-a-factor", "((sigmoid(X W) - Y) ⊗ sigmoid(X W) ⊗ (1 - sigmoid(X W)))' X"),
    ), shapes=BATCH),
    Problem("mean((X @ w - y)^2) + c norm(w)^2", "w", (
        *right(1, "2/N (X w - y)' X + 2 c w'", r"\frac{2}{N}(Xw-y)^\top X+2cw^\top"),
        (1, "2/N X'(X w - y) + 2 c w", "transposed", "row-for-column"),
        *wrong("mean-without-count", "2 (X w - y)' X + 2 c w'"),
        *wrong("used-twice-counted-once", "2/N (X w - y)' X"),
        *wrong("constant-factor-dropped", "2/N (X w - y)' X + 2 w'"),
        *wrong("exponent-not-a-factor", "2/N (X w - y)' X + c w'"),
    ), shapes={"X": "N x d", "w": "d", "y": "N", "c": "scalar"}),
    Problem("-(y · ln(p))", "p", (
        *right(1, "-(y/p)'", "-y.T / p.T"),
        *wrong("logarithm-without-shares", "-y'"),
        *wrong("sign-of-product-forgotten or sign-forgotten", "(y/p)'"),
    ), shapes={"y": "n", "p": "n"}),
    Problem("cross_entropy(X @ W, Y) where one-hot rows Y", "W", (
        *right(1, "(softmax(X W) - Y)' X / N", "(softmax(X @ W, axis=1) - Y).T @ X / N"),
        (1, "X' (softmax(X W) - Y) / N", "transposed", None),
        *wrong("batch-mean-forgotten", "(softmax(X W) - Y)' X"),
        *wrong("targets-minus-shares", "(Y - softmax(X W))' X / N"),
        *wrong("inner-jacobian-forgotten", "(softmax(X W) - Y)' / N"),
    ), shapes=BATCH),
    Problem("cross_entropy(X @ W + b, Y) where one-hot rows Y", "b", (
        *right(1, "ones(N)' (softmax(X W + b) - Y) / N", "sum(softmax(X W + b) - Y, axis=0)' / N"),
        *wrong("bias-not-summed", "(softmax(X W + b) - Y) / N"),
        *wrong("batch-mean-forgotten", "ones(N)' (softmax(X W + b) - Y)"),
        *wrong("targets-minus-shares", "ones(N)' (Y - softmax(X W + b)) / N"),
    ), shapes=DENSE),
    Problem("x - mean(x)", "x", (
        *right(1, "identity(n) - ones(n) ones(n)'/n"),
        *wrong("mean-held-constant", "identity(n)"),
        *wrong("mean-without-count", "identity(n) - ones(n) ones(n)'"),
    ), shapes={"x": "n"}),
    Problem("h · w + norm(h)^2", "h", (
        *right(1, "w' + 2 h'"),
        (1, "w + 2 h", "transposed", "row-for-column"),
        *wrong("used-twice-counted-once", "w'", "2 h'"),
        *wrong("exponent-not-a-factor", "w' + h'"),
    ), shapes={"h": "n", "w": "n"}),
)  # fmt: skip
