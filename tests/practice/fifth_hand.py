"""A fifth set of answers, written before the program was asked, which had been mended by the third and the fourth."""

from __future__ import annotations

from tests.practice.typed_answers import BATCH, Problem, right, unreadable, wrong

V = {"x": "n", "p": "n", "q": "n", "m": "n", "c": "scalar"}
SQUARES = {"S": "n x n", "T": "n x n", "M": "n x n", "X": "n x n", "a": "n", "b": "n"}
DENSE = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}
SAMPLES = {"X": "N x d", "w": "d", "y": "N", "b": "scalar", "c": "scalar"}

FIFTH: tuple[Problem, ...] = (
    Problem("x^2 exp(-3 x)", "x", (
        *right(1, "2x exp(-3x) - 3x^2 exp(-3x)", r"x e^{-3x}(2-3x)", "x*(2 - 3*x)*np.exp(-3*x)"),
        *wrong("inner-derivative-forgotten", "2x exp(-3x) + x^2 exp(-3x)"),
        *wrong("sign-forgotten or sign-of-a-term", "2x exp(-3x) + 3x^2 exp(-3x)"),
        *wrong("product-of-derivatives", "-6x exp(-3x)"),
        *wrong("one-term-of-product", "2x exp(-3x)"),
    )),
    Problem("(x^2 - 1)/(x^2 + 1)", "x", (
        *right(1, "4x/(x^2+1)^2", "(2x(x²+1) - 2x(x²-1))/(x²+1)²"),
        *wrong("quotient-sign", "-4x/(x^2+1)^2"),
        *wrong("quotient-of-derivatives", "1", "2x/(2x)"),
        *wrong("denominator-not-squared", "4x/(x^2+1)"),
        *wrong("sign-of-a-term", "(2x(x^2+1) - 2x(x^2+1))/(x^2+1)^2"),
    )),
    Problem("sqrt(sin(x))", "x", (
        *right(1, "cos(x)/(2 sqrt(sin(x)))", "1/2 sin(x)^(-1/2) cos(x)"),
        *wrong("inner-derivative-forgotten", "1/(2 sqrt(sin(x)))"),
        *wrong("outer-at-inner-derivative", "1/(2 sqrt(cos(x)))"),
        *wrong("sign-forgotten", "-cos(x)/(2 sqrt(sin(x)))"),
        *wrong("exponent-not-a-factor", "cos(x)/sqrt(sin(x))"),
    )),
    Problem("3^(2 x)", "x", (
        *right(1, "2 ln(3) 3^(2x)", "2*np.log(3)*3**(2*x)"),
        *wrong("inner-derivative-forgotten", "ln(3) 3^(2x)"),
        *wrong("logarithm-of-base-forgotten", "2 3^(2x)"),
        *wrong("power-rule-on-exponential", "2x 3^(2x-1)", "4x 3^(2x-1)"),
    )),
    Problem("r^3 + s^2 - 5 r", "r", (
        *right(1, "3 r^2 - 5", "-5 + 3*r**2"),
        *wrong("constant-kept", "3 r^2 + 2 s - 5", "3 r^2 + s^2 - 5"),
        *wrong("term-not-differentiated", "3 r^2 - 5 r"),
        *wrong("sign-of-a-term or sign-forgotten", "3 r^2 + 5"),
        *wrong("one-path-only or term-left-out", "3 r^2"),
        *unreadable("3 r^2 - ", "3 r^2 - 5 q"),
    ), shapes={"r": "scalar", "s": "scalar"}),
    Problem("tanh(x)^3", "x", (
        *right(1, "3 tanh(x)^2 (1 - tanh(x)^2)"),
        *wrong("inner-derivative-forgotten", "3 tanh(x)^2"),
        *wrong("slope-of-another-activation", "3 tanh(x)^3 (1 - tanh(x))"),
        *wrong("exponent-not-a-factor", "tanh(x)^2 (1 - tanh(x)^2)"),
    )),
    Problem("c (p · x)^2", "x", (
        *right(1, "2 c (p·x) p'", "2*c*(p @ x)*p.T"),
        (1, "2 c (p·x) p", "transposed", "row-for-column"),
        *wrong("exponent-not-a-factor", "c (p·x) p'"),
        *wrong("constant-factor-dropped", "2 (p·x) p'"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "2 c (p·x)"),
        *wrong("variable-for-factor", "2 c (p·x) x'"),
    ), shapes=V),
    Problem("norm(x - m)^2 + p · x", "x", (
        *right(1, "2 (x - m)' + p'", "2*x.T - 2*m.T + p.T"),
        (1, "2 (x - m) + p", "transposed", "row-for-column"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "2 (x - m)'", "p'"),
        *wrong("exponent-not-a-factor", "(x - m)' + p'"),
        *wrong("sign-of-a-term", "2 (x + m)' + p'"),
        *wrong("constant-kept or term-left-out", "2 x' + p'"),
    ), shapes=V),
    Problem("sum(p ⊗ tanh(x))", "x", (
        *right(1, "(p ⊗ (1 - tanh(x)^2))'", "p' ⊗ (1 - tanh(x)^2)'"),
        (1, "p ⊗ (1 - tanh(x)^2)", "transposed", "row-for-column"),
        *wrong("slope-of-another-activation", "(p ⊗ tanh(x) ⊗ (1 - tanh(x)))'"),
        *wrong("total-of-slopes", "sum(p ⊗ (1 - tanh(x)^2))"),
        *wrong("constant-factor-dropped or factor-left-out", "(1 - tanh(x)^2)'"),
        *wrong("slope-at-the-value", "(p ⊗ (1 - tanh(tanh(x))^2))'"),
    ), shapes=V),
    Problem("sin(p ⊗ x)", "x", (
        *right(1, "diag(p ⊗ cos(p ⊗ x))", "diag(cos(p ⊗ x)) diag(p)"),
        *wrong("diagonal-for-matrix", "p ⊗ cos(p ⊗ x)"),
        *wrong("inner-jacobian-forgotten or constant-factor-dropped or inner-derivative-forgotten", "diag(cos(p ⊗ x))"),
        *wrong("sign-forgotten", "-diag(p ⊗ cos(p ⊗ x))"),
    ), shapes=V),
    Problem("exp(A @ x)", "x", (
        *right(1, "diag(exp(A x)) A"),
        *wrong("inner-jacobian-forgotten", "diag(exp(A x))"),
        *wrong("diag-forgotten", "A"),
        *wrong("jacobians-forward", "A diag(exp(A x))"),
        (1, "A' diag(exp(A x))", "transposed", None),
    ), shapes={"A": "n x n", "x": "n"}),
    Problem("x' S x + c (x · x)", "x", (
        *right(1, "x' (S + S') + 2 c x'", "x' S + x' S' + 2 c x'"),
        *wrong("form-taken-as-symmetric", "2 x' S + 2 c x'"),
        *wrong("one-side-of-form", "x' S + 2 c x'"),
        *wrong("exponent-not-a-factor or one-side-of-dot or number-as-factor", "x' (S + S') + c x'"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "x' (S + S')"),
    ), shapes={"S": "n x n", "x": "n", "c": "scalar"}),
    Problem("tr(S X' T)", "X", (
        *right(1, "S' T'", "(T S)'"),
        (1, "T S", "transposed", None),
        *wrong("factors-exchanged or transposed-in-order", "T' S'"),
    ), shapes=SQUARES),
    Problem("tr(X M X')", "X", (
        *right(1, "M X' + M' X'", "(M + M') X'"),
        *wrong("form-taken-as-symmetric", "2 M X'"),
        *wrong("one-side-of-form", "M X'", "M' X'"),
    ), shapes=SQUARES),
    Problem("norm(X S - T)^2", "X", (
        *right(1, "2 S (X S - T)'", "2*S @ (X @ S - T).T"),
        (1, "2 (X S - T) S'", "transposed", None),
        *wrong("exponent-not-a-factor", "S (X S - T)'"),
        *wrong("inner-jacobian-forgotten", "2 (X S - T)'"),
        *wrong("factors-exchanged", "2 (X S - T)' S"),
        *wrong("transpose-forgotten", "2 S (X S - T)"),
        *wrong("sign-of-a-term", "2 S (X S + T)'"),
    ), shapes=SQUARES),
    Problem("b' inv(X) a + tr(M X)", "X", (
        *right(1, "M - inv(X) a b' inv(X)"),
        *wrong("sign-of-product-forgotten or sign-of-a-term or sign-forgotten", "M + inv(X) a b' inv(X)"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "-inv(X) a b' inv(X)"),
        *wrong("factors-exchanged", "M - inv(X) b a' inv(X)"),
    ), shapes=SQUARES),
    Problem("norm(X @ w - y)^2 + c norm(w)^2", "w", (
        *right(1, "2 (X w - y)' X + 2 c w'"),
        (1, "2 X' (X w - y) + 2 c w", "transposed", "row-for-column"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "2 (X w - y)' X"),
        *wrong("exponent-not-a-factor", "2 (X w - y)' X + c w'", "(X w - y)' X + 2 c w'"),
        *wrong("constant-factor-dropped", "2 (X w - y)' X + 2 w'"),
    ), shapes=SAMPLES),
    Problem("sum(tanh(X @ W + b))", "b", (
        *right(1, "ones(N)' (1 - tanh(X W + b)^2)", "sum(1 - tanh(X W + b)^2, axis=0)'"),
        *wrong("bias-not-summed", "1 - tanh(X W + b)^2"),
        *wrong("slope-of-another-activation", "ones(N)' (tanh(X W + b) ⊗ (1 - tanh(X W + b)))"),
        *wrong("term-left-out", "ones(N)' (1 - tanh(X W)^2)"),
    ), shapes=DENSE),
    Problem("norm(sigmoid(X @ W + b) - Y)^2", "W", (
        *right(1, "2 ((sigmoid(X W + b) - Y) ⊗ sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))' X"),
        *wrong("slopes-left-out or diag-forgotten", "2 (sigmoid(X W + b) - Y)' X"),
        *wrong("outer-derivative-forgotten", "(sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))' X"),
        *wrong("exponent-not-a-factor", "((sigmoid(X W + b) - Y) ⊗ sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))' X"),
        *wrong("inner-jacobian-forgotten", "2 ((sigmoid(X W + b) - Y) ⊗ sigmoid(X W + b) ⊗ (1 - sigmoid(X W + b)))'"),
    ), shapes=DENSE),
    Problem("mean(relu(X @ w))", "w", (
        *right(1, "[X w > 0]' X / N"),
        *wrong("mean-without-count or batch-mean-forgotten", "[X w > 0]' X"),
        *wrong("derivative-at-kink or slopes-left-out or diag-forgotten", "ones(N)' X / N"),
        *wrong("inner-jacobian-forgotten", "[X w > 0]' / N"),
    ), shapes=SAMPLES),
    Problem("cross_entropy(X @ W, Y) + c norm(W)^2 where one-hot rows Y", "W", (
        *right(1, "(softmax(X W) - Y)' X / N + 2 c W'"),
        *wrong("batch-mean-forgotten", "(softmax(X W) - Y)' X + 2 c W'"),
        *wrong("targets-minus-shares", "(Y - softmax(X W))' X / N + 2 c W'"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "(softmax(X W) - Y)' X / N"),
        *wrong("exponent-not-a-factor or number-as-factor", "(softmax(X W) - Y)' X / N + c W'"),
    ), shapes={**BATCH, "c": "scalar"}),
)  # fmt: skip
