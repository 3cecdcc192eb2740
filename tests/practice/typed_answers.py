"""What learners type, written by hand: for each problem the answers, the verdict on each and the mistake in it.

Each row is the number of the step (the line is typed after the one before it), what is typed, the verdict, and, for a
wrong line, the mistake that a teacher would name; None where a teacher would say no more than that it is wrong, and by
which numbers.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

Row: TypeAlias = tuple[int, str, str, str | None]


class Problem(NamedTuple):
    """What is differentiated, and what is typed."""

    text: str
    wrt: str
    rows: tuple[Row, ...]
    method: str = "auto"
    shapes: dict[str, str] = {}  # noqa: RUF012


def right(step: int, *texts: str, verdict: str = "ahead") -> tuple[Row, ...]:
    """Answers that are right."""
    return tuple((step, text, verdict, None) for text in texts)


def wrong(mistake: str | None, *texts: str, step: int = 1) -> tuple[Row, ...]:
    """Answers with one mistake in them."""
    return tuple((step, text, "wrong", mistake) for text in texts)


def unreadable(*texts: str) -> tuple[Row, ...]:
    """What cannot be read."""
    return tuple((1, text, "unreadable", None) for text in texts)


N = {"w": "n", "x": "n", "b": "scalar", "z": "scalar"}
LAYER = {"W": "m x n", "x": "n", "b": "m"}
BATCH = {"X": "N x d", "W": "d x k", "Y": "N x k"}
SQUARE = {"A": "n x n", "B": "n x n", "X": "n x n", "x": "n", "u": "n", "v": "n"}

FIRST: tuple[Problem, ...] = (
    Problem("x^3", "x", (
        *right(1, "3 x^2", "3*x**2", "3x²", r"3x^{2}", "3 x x", "x^2 * 3", "y = 3 x^2", "3 (x^2)", verdict="next"),
        *wrong("exponent-not-lowered", "3 x^3"),
        *wrong("exponent-not-a-factor", "x^2"),
        *wrong(None, "x^3 + 1", "0"),
        *unreadable("3 x^", "3 x^2)", "z^2", "3 **"),
    )),
    Problem("5 x^4 - 2 x", "x", (
        *right(1, "20 x^3 - 2", "-2 + 20 x^3", "2 (10 x^3 - 1)", "20*x**3 - 2", r"20x^3-2"),
        (1, "d(5 x^4)/dx - d(2 x)/dx", "next", None),
        *wrong("exponent-not-lowered", "20 x^4 - 2"),
        *wrong("constant-factor-dropped", "4 x^3 - 2", "20 x^3 - 1"),
        *wrong("exponent-not-a-factor", "5 x^3 - 2"),
        *wrong("one-path-only", "20 x^3"),
        *unreadable("20 x^3 -", ""),
    )),
    Problem("x^2 + c", "x", (
        *right(1, "2 x", "2x + 0", "x + x", "2*x"),
        *wrong("constant-kept", "2 x + c", "2 x + 1"),
        *wrong("exponent-not-lowered", "2 x^2"),
    )),
    Problem("x^2 sin(x)", "x", (
        (1, "x^2 d(sin(x))/dx + sin(x) d(x^2)/dx", "next", None),
        (1, "d(x^2)/dx * sin(x) + x^2 * d(sin(x))/dx", "next", None),
        *right(1, "2 x sin(x) + x^2 cos(x)", "x (2 sin(x) + x cos(x))", r"2x\sin(x)+x^2\cos(x)",
               "2*x*np.sin(x) + x**2*np.cos(x)", "cos(x) x^2 + sin(x) * 2 x", "x^2 cos(x) + sin(x) * 2 * x"),
        (1, "x^2 cos(x) + sin(x) d(x^2)/dx", "ahead", None),
        (1, "d(x^2 sin(x))/dx", "unchanged", None),
        (1, "d(sin(x) x^2)/dx", "unchanged", None),
        *wrong("product-of-derivatives", "2 x cos(x)", "d(x^2)/dx d(sin(x))/dx"),
        *wrong("one-term-of-product", "2 x sin(x)", "x^2 cos(x)"),
        *wrong("sign-forgotten", "2 x sin(x) - x^2 cos(x)"),
        *wrong("exponent-not-lowered", "2 x^2 sin(x) + x^2 cos(x)"),
        *wrong("exponent-not-a-factor", "x sin(x) + x^2 cos(x)"),
        *wrong("functions-confused", "2 x sin(x) - x^2 sin(x)"),
        *right(1, "sin(x) 2 x + x^2 cos(x)"),
        *unreadable("x^2 sin(x", "2 x sin(x) + x^2 cos(t)", "2 x sin(x) + x 2 cos(x"),
    )),
    Problem("x exp(x)", "x", (
        *right(1, "exp(x) + x exp(x)", "(1 + x) exp(x)", "e^x (x + 1)", "exp(x) (x + 1)", r"e^x+xe^x"),
        *wrong("product-of-derivatives", "exp(x)"),
        *wrong("one-term-of-product", "x exp(x)"),
        *wrong("power-rule-on-exponential", "exp(x) + x * x e^(x - 1)"),
    )),
    Problem("sin(x) / x", "x", (
        *right(1, "(x cos(x) - sin(x)) / x^2", "cos(x)/x - sin(x)/x^2", r"\frac{x\cos x-\sin x}{x^2}"),
        *wrong("quotient-sign", "(sin(x) - x cos(x)) / x^2", "(x cos(x) + sin(x)) / x^2"),
        *wrong("denominator-not-squared", "(x cos(x) - sin(x)) / x"),
        *wrong("quotient-of-derivatives", "cos(x)"),
    )),
    Problem("x / (x + 1)", "x", (
        *right(1, "1 / (x + 1)^2", "(x + 1 - x)/(x + 1)^2", "(x+1)^(-2)"),
        *wrong("quotient-sign", "-1 / (x + 1)^2"),
        *wrong("denominator-not-squared", "1 / (x + 1)"),
        *wrong("quotient-of-derivatives", "1"),
    )),
    Problem("1 / x", "x", (
        *right(1, "-1 / x^2", "-x^(-2)", "-1/x/x", verdict="ahead"),
        *wrong("sign-forgotten", "1 / x^2"),
        *wrong("denominator-not-squared", "-1 / x"),
    )),
    Problem("sin(x^2)", "x", (
        *right(1, "2 x cos(x^2)", "cos(x^2) * 2 x", "2*x*np.cos(x**2)", r"2x\cos(x^2)"),
        *wrong("inner-derivative-forgotten", "cos(x^2)"),
        *wrong("outer-at-inner-derivative", "cos(2 x)"),
        *wrong("sign-forgotten", "-2 x cos(x^2)"),
        *wrong("exponent-not-lowered", "2 x^2 cos(x^2)"),
        *wrong("functions-confused", "-2 x sin(x^2)"),
    ), method="operator"),
    Problem("sin(x^2)", "x", (
        (1, "d(y)/dx where u = x^2, y = sin(u)", "next", None),
        (1, "d(y)/dx where v = x^2, y = sin(v)", "next", None),
        (1, "2 x cos(x^2)", "ahead", None),
        (2, "2 x", "next", None),
        (2, "d(u)/dx = 2 x", "next", None),
        (2, "x", "wrong", "exponent-not-a-factor"),
        (2, "2 x^2", "wrong", "exponent-not-lowered"),
        (2, "2 x cos(x^2)", "ahead", None),
        (3, "2 cos(x^2) x", "ahead", None),
        (3, "2 x sin(x^2)", "wrong", None),
        (2, "d(y)/d(u) = 2 x", "unreadable", None),
        (3, "cos(u)", "next", None),
        (3, "-cos(u)", "wrong", "sign-forgotten"),
        (4, "d(y)/d(u) d(u)/dx", "next", None),
        (4, "d(u)/dx * d(y)/d(u)", "next", None),
        (4, "2 x cos(x^2)", "ahead", None),
        (4, "d(y)/d(u) + d(u)/dx", "wrong", None),
        (4, "d(y)/d(u)", "wrong", "inner-derivative-forgotten"),
    ), method="chain"),
    Problem("(3 x + 1)^4", "x", (
        *right(1, "12 (3 x + 1)^3", "4 (3x+1)^3 * 3", "12*(3*x+1)**3"),
        *wrong("inner-derivative-forgotten", "4 (3 x + 1)^3"),
        *wrong("exponent-not-lowered", "12 (3 x + 1)^4"),
        *wrong("exponent-not-a-factor", "3 (3 x + 1)^3"),
    ), method="operator"),
    Problem("exp(-x)", "x", (
        *right(1, "-exp(-x)", "-e^(-x)", "-1/exp(x)", "-np.exp(-x)"),
        *wrong("inner-derivative-forgotten", "exp(-x)"),
        *wrong("power-rule-on-exponential", "x e^(-x - 1)"),
    ), method="operator"),
    Problem("2^x", "x", (
        *right(1, "2^x ln(2)", "ln(2) * 2^x", verdict="next"),
        *right(1, "exp(x ln(2)) ln(2)"),
        *wrong("power-rule-on-exponential", "x * 2^(x - 1)"),
        *wrong("logarithm-of-base-forgotten", "2^x"),
    )),
    Problem("ln(x^2 + 1)", "x", (
        *right(1, "2 x / (x^2 + 1)", "(1 / (x^2 + 1)) * 2 x", r"\frac{2x}{x^2+1}"),
        *wrong("inner-derivative-forgotten", "1 / (x^2 + 1)"),
        *wrong("functions-confused", "2 x exp(x^2 + 1)"),
        *wrong("outer-at-inner-derivative", "1 / (2 x)"),
    ), method="operator"),
    Problem("cos(x)", "x", (
        *right(1, "-sin(x)", "-1 * sin(x)", verdict="next"),
        *right(1, "sin(-x)"),
        *wrong("sign-forgotten", "sin(x)"),
        *wrong("functions-confused", "cos(x)"),
    )),
    Problem("x + x^2", "x", (
        (1, "d(u_2)/dx where u_1 = x^2, u_2 = x + u_1", "next", None),
        *right(1, "1 + 2 x", "2x+1"),
        *wrong("one-path-only", "2 x", "1"),
    ), method="chain"),
    Problem("x^x", "x", (
        *right(1, "x^x (ln(x) + 1)", "x^x ln(x) + x^x", "(1 + ln(x)) x^x"),
        *wrong("one-path-only", "x^x ln(x)", "x x^(x - 1)"),
    )),
    Problem("max(0, x^2 - 1)", "x", (
        *right(1, "cases(0 if x^2 - 1 <= 0, 2 x if x^2 - 1 > 0)", "cases(0 if x^2 <= 1, 2 x otherwise)"),
        *wrong("derivative-at-kink", "2 x"),
    )),
    Problem("3 x^2 y", "(x, y)", (
        *right(1, "[[6 x y, 3 x^2]]"),
        *wrong(None, "[[6 x y, 6 x y]]"),
        (1, "[6 x y, 3 x^2]", "transposed", "row-for-column"),
    )),
    Problem("w · x + b", "w", (
        *right(1, "x'", "x^T", "x.T", r"x^\top"),
        (1, "x", "transposed", "row-for-column"),
        *wrong("variable-for-factor", "w'"),
        *wrong(None, "x' + b ones(n)'"),
        *unreadable("x' +", "v'"),
    ), shapes=N),
    Problem("sum(z x)", "z", (
        *right(1, "sum(x)"),
        *wrong("total-confused-with-count", "n"),
        *wrong(None, "z sum(x)"),
    ), shapes=N),
    Problem("sum(x + z)", "z", (
        *right(1, "n"),
        *wrong("total-confused-with-count", "sum(x)"),
        *wrong(None, "1"),
    ), shapes=N),
    Problem("exp(x)", "x", (
        *right(1, "diag(exp(x))"),
        *wrong("diagonal-for-matrix", "exp(x)", "exp(x)'"),
    ), shapes=N),
    Problem("w ⊗ x", "w", (
        *right(1, "diag(x)"),
        *wrong("diagonal-for-matrix", "x", "x'"),
        *wrong("variable-for-factor", "diag(w)"),
        *wrong(None, "identity(n)"),
    ), shapes=N),
    Problem("sum(x^2)", "x", (
        *right(1, "2 x'", "2 * x.T", "x' + x'"),
        (1, "2 x", "transposed", "row-for-column"),
        *wrong("exponent-not-lowered", "2 (x^2)'"),
    ), shapes=N),
    Problem("mean(x)", "x", (
        *right(1, "1/n ones(n)'", "ones(n)' / n"),
        *wrong("mean-without-count", "ones(n)'"),
    ), shapes=N),
    Problem("W @ x + b", "x", (
        *right(1, "W"),
        (1, "W'", "transposed", None),
        *wrong(None, "W + b ones(n)'"),
        *wrong(None, "x'"),
    ), shapes=LAYER),
    Problem("tanh(W @ x)", "x", (
        *right(1, "diag(1 - tanh(W @ x)^2) @ W"),
        *wrong("diag-forgotten", "W"),
        *wrong("inner-jacobian-forgotten", "diag(1 - tanh(W @ x)^2)"),
    ), shapes=LAYER),
    Problem("x' A x", "x", (
        *right(1, "x' (A + A')", "x' A + x' A'", "x.T @ (A + A.T)"),
        *wrong("form-taken-as-symmetric", "2 x' A"),
        (1, "(A + A') x", "transposed", "row-for-column"),
    ), shapes=SQUARE),
    Problem("tr(A @ X)", "X", (
        *right(1, "A"),
        (1, "A'", "transposed", None),
        *wrong(None, "X", "identity(n)"),
    ), shapes=SQUARE, method="differential"),
    Problem("tr(A @ X @ B)", "X", (
        *right(1, "B @ A", "B A"),
        *wrong("factors-exchanged", "A @ B"),
        (1, "A' @ B'", "transposed", None),
    ), shapes=SQUARE, method="differential"),
    Problem("4 x^3 - 7 x + 2", "x", (
        *right(1, "12 x^2 - 7", "-7 + 12x²"),
        *wrong("constant-kept", "12 x^2 - 7 + 2"),
        *wrong("sign-of-a-term", "12 x^2 + 7"),
        *wrong("term-not-differentiated", "12 x^2 - 7 x"),
        *wrong("constant-factor-dropped", "3 x^2 - 7"),
    )),
    Problem("(x^2 + 5) cos(x)", "x", (
        *right(1, "2 x cos(x) - (x^2 + 5) sin(x)", "2 x cos x - x^2 sin x - 5 sin x"),
        *wrong("sign-forgotten", "2 x cos(x) + (x^2 + 5) sin(x)"),
        *wrong("product-of-derivatives", "-2 x sin(x)"),
    )),
    Problem("ln(x) / x^2", "x", (
        *right(1, "(1 - 2 ln(x)) / x^3", "(x - 2 x ln(x)) / x^4"),
        *wrong("quotient-sign", "(2 x ln(x) - x) / x^4"),
        *wrong("quotient-of-derivatives", "1 / (2 x^2)"),
    )),
    Problem("7 / (x^2 + 1)", "x", (
        *right(1, "-14 x / (x^2 + 1)^2"),
        *wrong("inner-derivative-forgotten", "-7 / (x^2 + 1)^2"),
        *wrong("quotient-of-derivatives", "7 / (2 x)"),
        *wrong("sign-forgotten", "14 x / (x^2 + 1)^2"),
    )),
    Problem("tanh(5 x)", "x", (
        *right(1, "5 (1 - tanh(5 x)^2)", "5 / cosh(5 x)^2"),
        *wrong("functions-confused or slope-of-another-activation", "5 tanh(5 x) (1 - tanh(5 x))"),
    ), method="operator"),
    Problem("sigmoid(2 x + 1)", "x", (
        *right(1, "2 sigmoid(2 x + 1) (1 - sigmoid(2 x + 1))", "2 exp(-2 x - 1) / (1 + exp(-2 x - 1))^2"),
        *wrong("functions-confused or slope-of-another-activation", "2 (1 - sigmoid(2 x + 1)^2)"),
    ), method="operator"),
    Problem("[x^2 y, 3 x - y]", "(x, y)", (
        *right(1, "[[2 x y, x^2], [3, -1]]"),
        (1, "[[2 x y, 3], [x^2, -1]]", "transposed", None),
        *wrong("sign-of-a-term", "[[2 x y, x^2], [3, 1]]"),
    )),
    Problem("norm(x - w)^2", "x", (
        *right(1, "2 (x - w)'"),
        (1, "2 (x - w)", "transposed", "row-for-column"),
        *wrong("exponent-not-a-factor", "(x - w)'"),
        *wrong("sign-of-a-term", "2 (x + w)'"),
    ), shapes=N),
    Problem("exp(w · x)", "x", (
        *right(1, "exp(w · x) w'"),
        *wrong("inner-jacobian-forgotten", "exp(w · x)"),
        *wrong("variable-for-factor", "exp(w · x) x'"),
    ), shapes=N),
    Problem("sin(x) ⊗ w", "x", (
        *right(1, "diag(w ⊗ cos(x))", "diag(w) @ diag(cos(x))"),
        *wrong("diagonal-for-matrix", "w ⊗ cos(x)"),
        *wrong("diag-forgotten", "diag(w)"),
    ), shapes=N),
    Problem("z x", "x", (
        *right(1, "z identity(n)"),
        *wrong("diagonal-for-matrix", "z", "z ones(n)"),
    ), shapes=N),
    Problem("sum(exp(x))", "x", (
        *right(1, "exp(x)'"),
        *wrong("total-of-slopes", "sum(exp(x))"),
        *wrong("diag-forgotten", "ones(n)'"),
        *wrong("entries-not-added-up", "diag(exp(x))"),
    ), shapes=N),
    Problem("mean(x^2)", "x", (
        *right(1, "2/n x'", "2 x' / n"),
        *wrong("mean-without-count", "2 x'"),
        *wrong("exponent-not-a-factor", "1/n x'"),
    ), shapes=N),
    Problem("x' A x", "x", (
        *right(1, "x' (A + A')", "x' A + x' A'"),
        (1, "(A + A') x", "transposed", "row-for-column"),
        *wrong("form-taken-as-symmetric", "2 x' A", "2 A x"),
        *wrong("one-side-of-form", "x' A", "A x"),
    ), shapes=SQUARE),
    Problem("u · tanh(W @ x)", "x", (
        *right(1, "u' diag(1 - tanh(W @ x)^2) W", "(u ⊗ (1 - tanh(W @ x)^2))' @ W"),
        *wrong("diag-forgotten", "u' W"),
        *wrong("inner-jacobian-forgotten", "u' diag(1 - tanh(W @ x)^2)"),
    ), shapes={**LAYER, "u": "m"}),
    Problem("tr(A @ X @ B)", "X", (
        *right(1, "B @ A"),
        (1, "A' @ B'", "transposed", None),
        *wrong("factors-exchanged", "A @ B", "B' @ A'"),
    ), method="differential", shapes=SQUARE),
    Problem("norm(X @ W - Y)^2", "W", (
        *right(1, "2 (X @ W - Y)' @ X"),
        (1, "2 X' @ (X @ W - Y)", "transposed", None),
        *wrong("exponent-not-a-factor", "(X @ W - Y)' @ X"),
        *wrong("sign-of-a-term", "2 (X @ W + Y)' @ X"),
        *unreadable("2 (X @ W - Y) @ X'"),
    ), method="differential", shapes=BATCH),
    Problem("norm(tanh(X @ W) - Y)^2", "W", (
        *wrong("slopes-left-out", "2 (tanh(X @ W) - Y)' @ X"),
    ), method="differential", shapes=BATCH),
    Problem("tr(X' @ A @ X)", "X", (
        *right(1, "X' @ (A + A')"),
        *wrong("form-taken-as-symmetric", "2 X' @ A", "2 A @ X"),
        *wrong("one-side-of-form", "X' @ A"),
    ), method="differential", shapes=SQUARE),
)  # fmt: skip
