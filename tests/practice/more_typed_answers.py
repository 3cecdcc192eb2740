"""More of what learners type: roots, reciprocals, half code and half book, gradients of norms, losses of one neuron."""

from __future__ import annotations

from tests.practice.typed_answers import LAYER, SQUARE, Problem, right, unreadable, wrong

LEAST_SQUARES = {"A": "m x n", "x": "n", "b": "m"}
MORE: tuple[Problem, ...] = (
    Problem(
        "sqrt(x)",
        "x",
        (
            *right(1, "1/(2 sqrt(x))", r"\frac{1}{2\sqrt{x}}", verdict="next"),
            *right(1, "1/2 x^(-1/2)", "0.5/np.sqrt(x)"),
            *wrong("exponent-not-lowered", "1/2 sqrt(x)"),
            *wrong("exponent-not-a-factor", "1/sqrt(x)"),
        ),
    ),
    Problem(
        "sqrt(1 - x^2)",
        "x",
        (
            *right(1, "-x/sqrt(1-x^2)", r"-\frac{x}{\sqrt{1-x^2}}"),
            *wrong("inner-derivative-forgotten", "1/(2 sqrt(1-x^2))"),
            *wrong("sign-forgotten", "x/sqrt(1-x^2)"),
        ),
        method="operator",
    ),
    Problem(
        "sin(x)^2",
        "x",
        (
            *right(1, "2 sin(x) cos(x)", "sin(2x)", "2*sin(x)*cos(x)"),
            *wrong("inner-derivative-forgotten", "2 sin(x)"),
            *wrong("exponent-not-a-factor", "sin(x) cos(x)"),
            *wrong("outer-at-inner-derivative", "2 cos(x)"),
        ),
        method="operator",
    ),
    Problem(
        "ln(3 x)",
        "x",
        (
            *right(1, "1/x", "3/(3x)"),
            *wrong("inner-derivative-forgotten", "1/(3x)"),
            *wrong("outer-at-inner-derivative", "1/3"),
        ),
    ),
    Problem(
        "x^(-2)",
        "x",
        (
            *right(1, "-2 x^(-3)", "-2/x^3", verdict="next"),
            *wrong("exponent-not-lowered", "-2 x^(-1)"),
            *wrong("sign-forgotten", "2 x^(-3)"),
        ),
    ),
    Problem(
        "x ln(x)",
        "x",
        (
            *right(1, "ln(x) + 1", "1+log(x)", "1 + np.log(x)"),
            *wrong("product-of-derivatives", "1/x"),
            *wrong("one-term-of-product", "ln(x)"),
        ),
    ),
    Problem(
        "tan(x)", "x", (*right(1, "1/cos(x)^2", verdict="next"), *right(1, "1+tan(x)^2"), *wrong(None, "1/cos(x)"))
    ),
    Problem(
        "exp(2 x) cos(3 x)",
        "x",
        (
            *right(1, "2 exp(2x) cos(3x) - 3 exp(2x) sin(3x)", "exp(2x)(2cos(3x)-3sin(3x))"),
            *wrong("inner-derivative-forgotten", "exp(2x) cos(3x) - 3 exp(2x) sin(3x)"),
            *wrong("sign-forgotten", "2 exp(2x) cos(3x) + 3 exp(2x) sin(3x)"),
            *wrong("product-of-derivatives", "-6 exp(2x) sin(3x)"),
        ),
    ),
    Problem(
        "x^2 y^3",
        "y",
        (
            *right(1, "3 x^2 y^2", "3 y^2 x^2"),
            *wrong("exponent-not-lowered", "3 x^2 y^3"),
            *wrong("constant-factor-dropped", "3 y^2"),
        ),
    ),
    Problem(
        "pi^2 x + e^3",
        "x",
        (
            *right(1, "pi^2", "π^2"),
            *wrong("constant-kept", "pi^2 + e^3"),
        ),
    ),
    Problem(
        "(x + 1)(x - 2)",
        "x",
        (
            *right(1, "2 x - 1", "(x-2)+(x+1)"),
            *wrong("product-of-derivatives", "1"),
            *wrong("one-term-of-product", "x - 2", "x+1"),
        ),
    ),
    Problem(
        "arctan(2 x)",
        "x",
        (*right(1, "2/(1+4x^2)"), *wrong("inner-derivative-forgotten", "1/(1+4x^2)")),
        method="operator",
    ),
    Problem(
        "norm(A @ x - b)^2",
        "x",
        (
            *right(1, "2 (A x - b)' A", "2 (A @ x - b).T @ A", r"2(Ax-b)^\top A"),
            (1, "2 A' (A x - b)", "transposed", "row-for-column"),
            *wrong("inner-jacobian-forgotten", "2 (A x - b)'"),
            *wrong("exponent-not-a-factor", "(A x - b)' A"),
            *unreadable("2 (A x - b) A'"),
        ),
        shapes=LEAST_SQUARES,
    ),
    Problem(
        "x · x",
        "x",
        (*right(1, "2 x'", "2*x.T"), *wrong("one-side-of-dot", "x'"), (1, "2 x", "transposed", "row-for-column")),
        shapes={"x": "n"},
    ),
    Problem(
        "a · x",
        "x",
        (*right(1, "a'", "a.T"), (1, "a", "transposed", "row-for-column"), *wrong("variable-for-factor", "x'")),
        shapes={"a": "n", "x": "n"},
    ),
    Problem("relu(W @ x + b)", "x", (*wrong("derivative-at-kink", "W"),), shapes=LAYER),
    Problem(
        "sigmoid(w · x + b)",
        "w",
        (
            *right(1, "sigmoid(w·x+b) (1 - sigmoid(w·x+b)) x'"),
            *wrong("inner-jacobian-forgotten", "sigmoid(w·x+b) (1 - sigmoid(w·x+b))"),
            *wrong("variable-for-factor", "sigmoid(w·x+b) (1 - sigmoid(w·x+b)) w'"),
            *wrong("functions-confused or slope-of-another-activation", "(1 - sigmoid(w·x+b)^2) x'"),
        ),
        shapes={"w": "n", "x": "n", "b": "scalar"},
    ),
    Problem(
        "A @ B @ x",
        "x",
        (
            *right(1, "A B", "A @ B"),
            *wrong("factors-exchanged", "B A"),
            (1, "B' A'", "transposed", None),
            *wrong(None, "A + B"),
        ),
        shapes=SQUARE,
    ),
    Problem(
        "sum(w ⊗ x)",
        "x",
        (
            *right(1, "w'"),
            *wrong("total-of-slopes", "sum(w)"),
            *wrong("entries-not-added-up", "diag(w)"),
        ),
        shapes={"w": "n", "x": "n"},
    ),
    Problem(
        "tr(X' @ X)",
        "X",
        (
            *right(1, "2 X'"),
            (1, "2 X", "transposed", None),
            *wrong(None, "X'"),
        ),
        method="differential",
        shapes={"X": "n x n"},
    ),
    Problem(
        "ln(det(X))",
        "X",
        (
            *right(1, "inv(X)", "X^-1", "X^{-1}"),
            (1, "inv(X)'", "transposed", None),
            *wrong(None, "1/det(X) identity(n)"),
        ),
        method="differential",
        shapes={"X": "n x n"},
    ),
    Problem(
        "x' A x + b · x",
        "x",
        (
            *right(1, "x' (A + A') + b'"),
            *wrong("form-taken-as-symmetric", "2 x' A + b'"),
            *wrong("used-twice-counted-once", "x' (A + A')"),
        ),
        shapes={"A": "n x n", "x": "n", "b": "n"},
    ),
    Problem(
        "norm(x)",
        "x",
        (*right(1, "x'/norm(x)"), (1, "x/norm(x)", "transposed", "row-for-column"), *wrong(None, "2 x'")),
        shapes={"x": "n"},
    ),
    Problem(
        "softmax(z)",
        "z",
        (
            *right(1, "diag(softmax(z)) - softmax(z) softmax(z)'"),
            *wrong("softmax-as-diagonal", "diag(softmax(z) ⊗ (1 - softmax(z)))"),
            *wrong("softmax-outer-added", "diag(softmax(z)) + softmax(z) softmax(z)'"),
        ),
        shapes={"z": "n"},
    ),
)
