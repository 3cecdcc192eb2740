"""A fourth set of answers, written before the program was asked, and kept apart until it was mended by the third.

Where a teacher might give one of two names to a mistake, both stand there.
"""

from __future__ import annotations

from tests.practice.typed_answers import BATCH, Problem, right, unreadable, wrong

V = {"x": "n", "u": "n", "v": "n", "a": "n", "b": "n", "c": "scalar", "k": "scalar"}
SQUARES = {"A": "n x n", "B": "n x n", "C": "n x n", "X": "n x n", "a": "n", "b": "n"}
DENSE = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}
SAMPLES = {"X": "N x d", "w": "d", "y": "N", "b": "scalar", "c": "scalar"}

FOURTH: tuple[Problem, ...] = (
    Problem("x^6 - 4 x^3 + 9", "x", (
        *right(1, "6 x^5 - 12 x^2", "6x²(x³ - 2)", r"6x^{5}-12x^{2}"),
        *wrong("constant-kept", "6 x^5 - 12 x^2 + 9"),
        *wrong("constant-factor-dropped", "6 x^5 - 3 x^2"),
        *wrong("exponent-not-a-factor", "x^5 - 12 x^2"),
        *wrong("exponent-not-lowered", "6 x^6 - 12 x^2"),
        *wrong("sign-of-a-term or sign-forgotten", "6 x^5 + 12 x^2"),
    )),
    Problem("exp(x) ln(x)", "x", (
        *right(1, "exp(x) ln(x) + exp(x)/x", "e^x (ln x + 1/x)", "np.exp(x)*np.log(x) + np.exp(x)/x"),
        *wrong("product-of-derivatives", "exp(x)/x"),
        *wrong("one-term-of-product", "exp(x) ln(x)"),
        *wrong("power-rule-on-exponential", "x exp(x-1) ln(x) + exp(x)/x"),
        *wrong("functions-confused", "exp(x) ln(x) + exp(x) exp(x)"),
    )),
    Problem("cos(x)/x^3", "x", (
        *right(1, "(-x sin(x) - 3 cos(x))/x^4", "-sin(x)/x^3 - 3cos(x)/x^4"),
        *wrong("sign-forgotten", "(x sin(x) - 3 cos(x))/x^4"),
        *wrong("quotient-sign", "(3 cos(x) + x sin(x))/x^4"),
        *wrong("quotient-of-derivatives", "-sin(x)/(3x^2)"),
        *wrong("denominator-not-squared", "(-x^3 sin(x) - 3x^2 cos(x))/x^3"),
    )),
    Problem("ln(cos(x))", "x", (
        *right(1, "-tan(x)", "-sin(x)/cos(x)", "-np.sin(x)/np.cos(x)"),
        *wrong("inner-derivative-forgotten", "1/cos(x)"),
        *wrong("sign-forgotten", "tan(x)"),
        *wrong("outer-at-inner-derivative", "-1/sin(x)"),
    )),
    Problem("(2 x^3 + x)^5", "x", (
        *right(1, "5 (2x^3+x)^4 (6x^2+1)", "5(2x³+x)⁴(6x²+1)"),
        *wrong("inner-derivative-forgotten", "5 (2x^3+x)^4"),
        *wrong("outer-at-inner-derivative", "5 (6x^2+1)^4"),
        *wrong("exponent-not-lowered", "5 (2x^3+x)^5 (6x^2+1)"),
        *wrong("exponent-not-a-factor", "(2x^3+x)^4 (6x^2+1)"),
        *wrong("constant-kept or term-not-differentiated", "5 (2x^3+x)^4 (6x^2+x)"),
        *wrong("one-path-only or term-left-out", "5 (2x^3+x)^4 6x^2"),
    )),
    Problem("x exp(-x^2)", "x", (
        *right(1, "exp(-x^2) - 2x^2 exp(-x^2)", "(1 - 2x²) e^{-x²}"),
        *wrong("inner-derivative-forgotten", "exp(-x^2) + x exp(-x^2)"),
        *wrong("sign-forgotten", "exp(-x^2) + 2x^2 exp(-x^2)"),
        *wrong("product-of-derivatives", "-2x exp(-x^2)"),
        *wrong("one-term-of-product", "exp(-x^2)", "-2x^2 exp(-x^2)"),
    )),
    Problem("sigmoid(x)^2", "x", (
        *right(1, "2 sigmoid(x)^2 (1 - sigmoid(x))"),
        *wrong("inner-derivative-forgotten", "2 sigmoid(x)"),
        *wrong("slope-of-another-activation", "2 sigmoid(x) (1 - sigmoid(x)^2)"),
        *wrong("exponent-not-a-factor", "sigmoid(x)^2 (1 - sigmoid(x))"),
    )),
    Problem("k/(x - 1)", "x", (
        *right(1, "-k/(x-1)^2", "-k (x-1)^-2"),
        *wrong("sign-forgotten", "k/(x-1)^2"),
        *wrong("constant-factor-dropped", "-1/(x-1)^2"),
        *wrong("quotient-of-derivatives", "0"),
        *unreadable("-k/(x-1", "-m/(x-1)^2"),
    ), shapes={"k": "scalar", "x": "scalar"}),
    Problem("(u · x) + c (x · x)", "x", (
        *right(1, "u' + 2 c x'", "2*c*x.T + u.T"),
        (1, "u + 2 c x", "transposed", "row-for-column"),
        *wrong("constant-factor-dropped", "u' + 2 x'"),
        *wrong("one-side-of-dot or exponent-not-a-factor or number-as-factor", "u' + c x'"),
        *wrong("variable-for-factor", "x' + 2 c x'"),
        *wrong("one-path-only or term-left-out or used-twice-counted-once", "2 c x'", "u'"),
    ), shapes=V),
    Problem("(a · x)^3", "x", (
        *right(1, "3 (a·x)^2 a'", "3*(a @ x)**2*a.T"),
        (1, "3 (a·x)^2 a", "transposed", "row-for-column"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "3 (a·x)^2"),
        *wrong("exponent-not-lowered", "3 (a·x)^3 a'"),
        *wrong("exponent-not-a-factor", "(a·x)^2 a'"),
        *wrong("variable-for-factor", "3 (a·x)^2 x'"),
        *wrong("outer-at-inner-derivative", "3 (a ⊗ a)'"),
    ), shapes=V),
    Problem("tanh(a ⊗ x)", "x", (
        *right(1, "diag(a ⊗ (1 - tanh(a ⊗ x)^2))", "diag(1 - tanh(a ⊗ x)^2) diag(a)"),
        *wrong("diagonal-for-matrix", "a ⊗ (1 - tanh(a ⊗ x)^2)"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten or constant-factor-dropped",
               "diag(1 - tanh(a ⊗ x)^2)"),
        *wrong("slope-of-another-activation", "diag(a ⊗ tanh(a ⊗ x) ⊗ (1 - tanh(a ⊗ x)))"),
        *wrong("diag-forgotten or slopes-left-out or outer-derivative-forgotten", "diag(a)"),
    ), shapes=V),
    Problem("sigmoid(W @ x + b)", "x", (
        *right(1, "diag(sigmoid(W x + b) ⊗ (1 - sigmoid(W x + b))) W"),
        *wrong("diag-forgotten or slopes-left-out", "W"),
        *wrong("inner-jacobian-forgotten", "diag(sigmoid(W x + b) ⊗ (1 - sigmoid(W x + b)))"),
        *wrong("slope-of-another-activation", "diag(1 - sigmoid(W x + b)^2) W"),
        *unreadable("W diag(sigmoid(W x + b) ⊗ (1 - sigmoid(W x + b)))"),
    ), shapes={"W": "m x n", "x": "n", "b": "m"}),
    Problem("norm(A @ x - b)^2 + c norm(x)^2", "x", (
        *right(1, "2 (A x - b)' A + 2 c x'", r"2(Ax-b)^\top A+2cx^\top"),
        (1, "2 A' (A x - b) + 2 c x", "transposed", "row-for-column"),
        *wrong("one-path-only or used-twice-counted-once or term-left-out", "2 (A x - b)' A"),
        *wrong("constant-factor-dropped", "2 (A x - b)' A + 2 x'"),
        *wrong("exponent-not-a-factor", "2 (A x - b)' A + c x'", "(A x - b)' A + 2 c x'"),
        *wrong("inner-jacobian-forgotten", "2 (A x - b)' + 2 c x'"),
        *wrong("sign-of-a-term", "2 (A x + b)' A + 2 c x'"),
    ), shapes={"A": "n x n", "x": "n", "b": "n", "c": "scalar"}),
    Problem("x' A x - 3 b · x", "x", (
        *right(1, "x' (A + A') - 3 b'", "x' A + x' A' - 3 b'"),
        *wrong("form-taken-as-symmetric", "2 x' A - 3 b'"),
        *wrong("one-side-of-form", "x' A - 3 b'"),
        *wrong("sign-of-a-term", "x' (A + A') + 3 b'"),
        *wrong("constant-factor-dropped", "x' (A + A') - b'"),
    ), shapes={"A": "n x n", "x": "n", "b": "n"}),
    Problem("mean(a ⊗ x)", "x", (
        *right(1, "a'/n", "1/n a'"),
        (1, "a/n", "transposed", "row-for-column"),
        *wrong("mean-without-count", "a'"),
        *wrong("total-of-slopes", "mean(a)"),
        *wrong("variable-for-factor", "x'/n"),
    ), shapes=V),
    Problem("sum(u ⊗ exp(x))", "x", (
        *right(1, "(u ⊗ exp(x))'", "u' ⊗ exp(x)'"),
        (1, "u ⊗ exp(x)", "transposed", "row-for-column"),
        *wrong("total-of-slopes", "sum(u ⊗ exp(x))"),
        *wrong("constant-factor-dropped or factor-left-out", "exp(x)'"),
        *wrong("slopes-left-out or diag-forgotten or inner-jacobian-forgotten", "u'"),
    ), shapes=V),
    Problem("x c + k b", "x", (
        *right(1, "c identity(n)", "c*np.eye(n)", verdict="ahead"),
        *wrong("diagonal-for-matrix", "c", "c ones(n)"),
        *wrong("constant-kept", "c identity(n) + k"),
    ), shapes=V),
    Problem("tr(A X B) + tr(C X)", "X", (
        *right(1, "B A + C", "B@A + C"),
        (1, "A' B' + C'", "transposed", None),
        *wrong("factors-exchanged", "A B + C"),
        *wrong("one-path-only or term-left-out or used-twice-counted-once", "B A", "C"),
        *wrong("transposed-factor", "B A + C'"),
    ), shapes=SQUARES),
    Problem("tr(X X A)", "X", (
        *right(1, "X A + A X", "A @ X + X @ A"),
        *wrong("form-taken-as-symmetric or factors-exchanged", "2 X A", "2 A X"),
        *wrong("one-side-of-form or one-path-only or one-term-of-product", "X A", "A X"),
    ), shapes=SQUARES),
    Problem("norm(A X - B)^2", "X", (
        *right(1, "2 (A X - B)' A", "2*(A @ X - B).T @ A"),
        (1, "2 A' (A X - B)", "transposed", None),
        *wrong("exponent-not-a-factor", "(A X - B)' A"),
        *wrong("factors-exchanged or jacobians-forward", "2 A (A X - B)'"),
        *wrong("inner-jacobian-forgotten", "2 (A X - B)'"),
        *wrong("transpose-forgotten", "2 (A X - B) A"),
        *wrong("transposed-factor", "2 (A X - B)' A'"),
    ), shapes=SQUARES),
    Problem("tr(A inv(X) B)", "X", (
        *right(1, "-inv(X) B A inv(X)", "-X^-1 B A X^-1"),
        *wrong("sign-of-product-forgotten or sign-forgotten or sign-of-a-term", "inv(X) B A inv(X)"),
        *wrong("inverse-as-scalar", "-B A inv(X)^2"),
        *wrong("factors-exchanged", "-inv(X) A B inv(X)"),
    ), shapes=SQUARES),
    Problem("det(A X)", "X", (
        *right(1, "det(A X) inv(X)", "det(A) det(X) inv(X)"),
        (1, "det(A X) inv(X)'", "transposed", None),
        *wrong("determinant-as-scalar", "inv(X)", "det(A)"),
    ), shapes=SQUARES),
    Problem("norm(X @ W + b - Y)^2 / N", "b", (
        *right(1, "2/N ones(N)' (X W + b - Y)", "2/N sum(X W + b - Y, axis=0)'"),
        *wrong("bias-not-summed", "2/N (X W + b - Y)"),
        *wrong("exponent-not-a-factor", "1/N ones(N)' (X W + b - Y)"),
        *wrong("mean-without-count or batch-mean-forgotten", "2 ones(N)' (X W + b - Y)"),
        *wrong("sign-of-a-term", "2/N ones(N)' (X W + b + Y)"),
    ), shapes=DENSE),
    Problem("sum(sigmoid(X @ W + b))", "W", (
        *right(1, "(sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))' X"),
        *wrong("slopes-left-out", "ones(N, k)' X"),
        *wrong("slope-of-another-activation", "(1 - sigmoid(X W + b)^2)' X"),
        *wrong("inner-jacobian-forgotten", "(sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))'"),
        *wrong("term-left-out", "(sigmoid(X W) ⊗ (1 - sigmoid(X W)))' X"),
        *wrong("slope-at-the-value", "(sigmoid(sigmoid(X W + b)) ⊗ (1 - sigmoid(sigmoid(X W + b))))' X"),
    ), shapes=DENSE),
    Problem("norm(relu(X @ W) - Y)^2", "W", (
        *right(1, "2 ((relu(X W) - Y) ⊗ [X W > 0])' X"),
        *wrong("slopes-left-out or derivative-at-kink", "2 (relu(X W) - Y)' X"),
        *wrong("exponent-not-a-factor", "((relu(X W) - Y) ⊗ [X W > 0])' X"),
        *wrong("outer-derivative-forgotten or factor-left-out", "[X W > 0]' X"),
        *wrong("inner-jacobian-forgotten", "2 ((relu(X W) - Y) ⊗ [X W > 0])'"),
    ), shapes=BATCH),
    Problem("mean((X @ w + b - y)^2)", "b", (
        *right(1, "2/N sum(X w + b - y)", "2 mean(X w + b - y)"),
        *wrong("mean-without-count", "2 sum(X w + b - y)"),
        *wrong("exponent-not-a-factor", "1/N sum(X w + b - y)"),
        *wrong("entries-not-added-up or bias-not-summed", "2/N (X w + b - y)"),
        *wrong("sign-of-a-term", "2/N sum(X w + b + y)"),
        *wrong("term-left-out", "2/N sum(X w - y)"),
    ), shapes=SAMPLES),
    Problem("cross_entropy(X @ W + b, Y) where one-hot rows Y", "W", (
        *right(1, "(softmax(X W + b) - Y)' X / N", "1/N (softmax(X@W + b, axis=1) - Y).T @ X"),
        (1, "X' (softmax(X W + b) - Y) / N", "transposed", None),
        *wrong("batch-mean-forgotten", "(softmax(X W + b) - Y)' X"),
        *wrong("targets-minus-shares", "(Y - softmax(X W + b))' X / N"),
        *wrong("term-left-out", "softmax(X W + b)' X / N", "(softmax(X W) - Y)' X / N"),
        *wrong("inner-jacobian-forgotten", "(softmax(X W + b) - Y)' / N"),
    ), shapes=DENSE),
)  # fmt: skip
