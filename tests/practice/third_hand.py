"""What a third hand wrote, with its verdicts and mistakes, before the program was asked.

Where a teacher might give one of two names to a mistake, both stand there, with “or” between them.
"""

from __future__ import annotations

from tests.practice.typed_answers import BATCH, Problem, right, unreadable, wrong

V = {"x": "n", "a": "n", "b": "n", "c": "scalar"}
NEURON = {"w": "n", "x": "n", "b": "scalar"}
SQUARES = {"A": "n x n", "B": "n x n", "X": "n x n", "a": "n", "b": "n"}
DENSE = {"X": "N x d", "W": "d x k", "b": "k", "Y": "N x k"}
SAMPLES = {"X": "N x d", "w": "d", "y": "N", "b": "scalar"}

THIRD: tuple[Problem, ...] = (
    Problem("x^5 cos(x)", "x", (
        *right(1, "5x^4 cos(x) - x^5 sin(x)", r"x^4(5\cos x - x\sin x)", "5*x**4*np.cos(x) - x**5*np.sin(x)"),
        *wrong("sign-forgotten", "5x^4 cos(x) + x^5 sin(x)"),
        *wrong("product-of-derivatives", "-5x^4 sin(x)"),
        *wrong("one-term-of-product", "5x^4 cos(x)"),
        *wrong("exponent-not-lowered", "5x^5 cos(x) - x^5 sin(x)"),
        *wrong("exponent-not-a-factor", "x^4 cos(x) - x^5 sin(x)"),
    )),
    Problem("(3 x - 2)/(5 x + 1)", "x", (
        *right(1, "13/(5x+1)^2", "(3(5x+1) - 5(3x-2))/(5x+1)^2", r"\frac{13}{(5x+1)^{2}}"),
        *wrong("quotient-sign", "(5(3x-2) - 3(5x+1))/(5x+1)^2", "(3(5x+1) + 5(3x-2))/(5x+1)^2"),
        *wrong("denominator-not-squared", "13/(5x+1)"),
        *wrong("quotient-of-derivatives", "3/5"),
    )),
    Problem("sqrt(x^2 + 9)", "x", (
        *right(1, "x/sqrt(x^2+9)", "x (x²+9)^(-1/2)", "1/2 (x^2+9)^(-1/2) * 2x"),
        *wrong("inner-derivative-forgotten", "1/(2 sqrt(x^2+9))"),
        *wrong("outer-at-inner-derivative", "1/(2 sqrt(2x))"),
        *wrong("exponent-not-lowered or functions-confused", "x sqrt(x^2+9)"),
    )),
    Problem("ln(7 - x)", "x", (
        *right(1, "1/(x-7)", "-1/(7-x)", "-(7-x)^-1"),
        *wrong("inner-derivative-forgotten or sign-forgotten", "1/(7-x)"),
    )),
    Problem("exp(3 x)/x", "x", (
        *right(1, "(3x exp(3x) - exp(3x))/x^2", "exp(3x)(3x-1)/x²", "3e^{3x}/x - e^{3x}/x^2"),
        *wrong("quotient-of-derivatives", "3 exp(3x)"),
        *wrong("inner-derivative-forgotten", "(x exp(3x) - exp(3x))/x^2"),
        *wrong("denominator-not-squared", "(3x exp(3x) - exp(3x))/x"),
        *wrong("quotient-sign", "exp(3x)(1-3x)/x^2"),
    )),
    Problem("10^x + x^10", "x", (
        *right(1, "10^x ln(10) + 10 x^9", "ln(10)*10**x + 10*x**9"),
        *wrong("power-rule-on-exponential", "x 10^(x-1) + 10x^9"),
        *wrong("logarithm-of-base-forgotten", "10^x + 10 x^9"),
        *wrong("exponent-not-a-factor", "10^x ln(10) + x^9"),
        *wrong("exponent-not-lowered", "10^x ln(10) + 10 x^10"),
        *wrong("one-path-only or term-left-out", "10 x^9"),
    )),
    Problem("sin(x)^4", "x", (
        *right(1, "4 sin(x)^3 cos(x)", "4 sin³x cos x", "4*np.sin(x)**3*np.cos(x)"),
        *wrong("inner-derivative-forgotten", "4 sin(x)^3"),
        *wrong("outer-at-inner-derivative", "4 cos(x)^3"),
        *wrong("sign-forgotten", "-4 sin(x)^3 cos(x)"),
        *wrong("exponent-not-lowered", "4 sin(x)^4 cos(x)"),
        *wrong("exponent-not-a-factor", "sin(x)^3 cos(x)"),
    )),
    Problem("1/(x^2 + 4)^3", "x", (
        *right(1, "-6x/(x^2+4)^4", "-6x (x²+4)^{-4}"),
        *wrong("sign-forgotten", "6x/(x^2+4)^4"),
        *wrong("inner-derivative-forgotten", "-3/(x^2+4)^4"),
        *wrong("exponent-not-lowered", "-6x/(x^2+4)^2"),
        *wrong("quotient-of-derivatives", "1/(6x(x^2+4)^2)"),
    )),
    Problem("x^2 y + y^3", "x", (
        *right(1, "2 x y", "y*2*x", "y(x + x)"),
        *wrong("constant-kept or term-not-differentiated", "2 x y + y^3"),
        *wrong("constant-kept", "2 x y + 3 y^2"),
        *wrong("constant-factor-dropped", "2x"),
        *unreadable("2 x z", "2 x y +", "(2 x y"),
    ), shapes={"x": "scalar", "y": "scalar"}),
    Problem("t ln(t)^2", "t", (
        *right(1, "ln(t)^2 + 2 ln(t)", "ln(t) (ln(t) + 2)"),
        *wrong("inner-derivative-forgotten", "ln(t)^2 + 2 t ln(t)"),
        *wrong("product-of-derivatives", "2 ln(t)/t"),
        *wrong("one-term-of-product", "ln(t)^2"),
        *wrong("exponent-not-a-factor", "ln(t)^2 + ln(t)"),
    )),
    Problem("exp(-c (x · x))", "x", (
        *right(1, "-2 c exp(-c x·x) x'", "-2*c*np.exp(-c*(x @ x))*x.T"),
        (1, "-2 c exp(-c x·x) x", "transposed", "row-for-column"),
        *wrong("constant-factor-dropped", "-2 exp(-c x·x) x'"),
        *wrong("sign-forgotten or sign-of-product-forgotten", "2 c exp(-c x·x) x'"),
        *wrong("number-as-factor or one-side-of-dot or exponent-not-a-factor", "-c exp(-c x·x) x'"),
        *wrong("outer-derivative-forgotten", "-2 c x'"),
    ), shapes=V),
    Problem("(a · x)/(b · x)", "x", (
        *right(1, "((b·x) a' - (a·x) b')/(b·x)^2", "a'/(b·x) - (a·x) b'/(b·x)^2"),
        (1, "((b·x) a - (a·x) b)/(b·x)^2", "transposed", "row-for-column"),
        *wrong("quotient-sign", "((a·x) b' - (b·x) a')/(b·x)^2", "((b·x) a' + (a·x) b')/(b·x)^2"),
        *wrong("denominator-not-squared", "((b·x) a' - (a·x) b')/(b·x)"),
        *wrong("variable-for-factor", "((b·x) x' - (a·x) b')/(b·x)^2"),
    ), shapes=V),
    Problem("sum(sin(c x))", "x", (
        *right(1, "c cos(c x)'", "cos(c x') c"),
        (1, "c cos(c x)", "transposed", "row-for-column"),
        *wrong("inner-derivative-forgotten or constant-factor-dropped or inner-jacobian-forgotten", "cos(c x)'"),
        *wrong("sign-forgotten", "-c cos(c x)'"),
        *wrong("total-of-slopes", "c sum(cos(c x))"),
        *wrong("functions-confused or outer-derivative-forgotten", "c sin(c x)'"),
    ), shapes=V),
    Problem("x ⊗ exp(x)", "x", (
        *right(1, "diag(exp(x) + x ⊗ exp(x))", "diag((1 + x) ⊗ exp(x))"),
        *wrong("diagonal-for-matrix", "exp(x) + x ⊗ exp(x)"),
        *wrong("one-term-of-product or one-path-only", "diag(x ⊗ exp(x))"),
    ), shapes=V),
    Problem("norm(2 x - b)^2", "x", (
        *right(1, "4 (2x - b)'", "8 x' - 4 b'"),
        (1, "4 (2x - b)", "transposed", "row-for-column"),
        *wrong("inner-jacobian-forgotten or constant-factor-dropped or exponent-not-a-factor", "2 (2x - b)'"),
        *wrong("sign-of-a-term", "4 (2x + b)'"),
    ), shapes=V),
    Problem("A @ (x - b)", "x", (
        *right(1, "A"),
        (1, "A'", "transposed", None),
        *wrong("inner-jacobian-forgotten or term-not-differentiated or constant-kept", "A @ (1 - b)"),
    ), shapes={"A": "m x n", "x": "n", "b": "n"}),
    Problem("a' B x + x' C a", "x", (
        *right(1, "a' B + a' C'", "a' (B + C')", "a.T @ B + a.T @ C.T"),
        (1, "B' a + C a", "transposed", "row-for-column"),
        *wrong("transpose-forgotten", "a' B + a' C"),
        *wrong("one-path-only or term-left-out or used-twice-counted-once", "a' B"),
    ), shapes={"a": "n", "x": "n", "B": "n x n", "C": "n x n"}),
    Problem("mean(x)^2", "x", (
        *right(1, "2 mean(x) ones(1, n)/n", "2/n mean(x) ones(n)'"),
        (1, "2/n mean(x) ones(n)", "transposed", "row-for-column"),
        *wrong("mean-without-count", "2 mean(x) ones(n)'"),
        *wrong("exponent-not-a-factor", "mean(x) ones(n)'/n"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "2 mean(x)"),
        *wrong("total-of-slopes or inner-jacobian-forgotten", "2 mean(x)/n"),
    ), shapes={"x": "n"}),
    Problem("max(0, w · x + b)^2", "w", (
        *right(1, "2 max(0, w·x+b) x'", "2 relu(w · x + b) x.T"),
        (1, "2 max(0, w·x+b) x", "transposed", "row-for-column"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "2 max(0, w·x+b)"),
        *wrong("variable-for-factor", "2 max(0, w·x+b) w'"),
        *wrong("exponent-not-a-factor", "max(0, w·x+b) x'"),
        *wrong("derivative-at-kink", "2 (w·x+b) x'"),
    ), shapes=NEURON),
    Problem("tanh(w · x + b)", "w", (
        *right(1, "(1 - tanh(w·x+b)^2) x'", "x' - tanh(w·x+b)² x'"),
        (1, "(1 - tanh(w·x+b)^2) x", "transposed", "row-for-column"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "1 - tanh(w·x+b)^2"),
        *wrong("sign-of-a-term", "(1 + tanh(w·x+b)^2) x'"),
        *wrong("variable-for-factor", "(1 - tanh(w·x+b)^2) w'"),
        *wrong("slope-of-another-activation", "tanh(w·x+b) (1 - tanh(w·x+b)) x'"),
        *wrong("slope-at-the-value", "(1 - tanh(tanh(w·x+b))^2) x'"),
    ), shapes=NEURON),
    Problem("a · sigmoid(x)", "x", (
        *right(1, "(a ⊗ sigmoid(x) ⊗ (1 - sigmoid(x)))'", "a' ⊗ sigmoid(x)' ⊗ (1 - sigmoid(x))'"),
        (1, "a ⊗ sigmoid(x) ⊗ (1 - sigmoid(x))", "transposed", "row-for-column"),
        *wrong("slopes-left-out or inner-jacobian-forgotten or diag-forgotten or inner-derivative-forgotten", "a'"),
        *wrong("slope-of-another-activation", "(a ⊗ (1 - sigmoid(x)^2))'"),
        *wrong("factor-left-out or constant-factor-dropped", "(sigmoid(x) ⊗ (1 - sigmoid(x)))'"),
    ), shapes=V),
    Problem("sum(x)^3", "x", (
        *right(1, "3 sum(x)^2 ones(n)'", "3 sum(x)^2 ones(1, n)"),
        *wrong("inner-derivative-forgotten or inner-jacobian-forgotten", "3 sum(x)^2"),
        *wrong("total-confused-with-count or total-of-slopes", "3 n sum(x)^2"),
        *wrong("exponent-not-lowered", "3 sum(x)^3 ones(n)'"),
        *wrong("exponent-not-a-factor", "sum(x)^2 ones(n)'"),
    ), shapes={"x": "n"}),
    Problem("tr(A X')", "X", (
        *right(1, "A'", "A.T"),
        (1, "A", "transposed", None),
        *wrong("variable-for-factor", "X'"),
    ), shapes=SQUARES),
    Problem("tr(X' A X B)", "X", (
        *right(1, "B X' A + B' X' A'", "B @ X.T @ A + B.T @ X.T @ A.T"),
        (1, "A' X B' + A X B", "transposed", None),
        *wrong("one-side-of-form or one-path-only", "B X' A", "B' X' A'"),
        *wrong("form-taken-as-symmetric", "2 B X' A"),
        *wrong("factors-exchanged", "B X' A + X' B' A'"),
    ), shapes=SQUARES),
    Problem("norm(X a - b)^2", "X", (
        *right(1, "2 a (X a - b)'", "2*np.outer(a, X @ a - b)"),
        (1, "2 (X a - b) a'", "transposed", None),
        *wrong("exponent-not-a-factor", "a (X a - b)'"),
        *wrong("sign-of-a-term", "2 a (X a + b)'"),
        *wrong("term-left-out", "2 a (X a)'"),
        *wrong("inner-jacobian-forgotten or inner-derivative-forgotten or factor-left-out", "2 (X a - b)'"),
    ), shapes={"X": "m x n", "a": "n", "b": "m"}),
    Problem("ln(det(X)) + tr(A X)", "X", (
        *right(1, "inv(X) + A", "A + X^{-1}", "np.linalg.inv(X) + A"),
        (1, "inv(X)' + A'", "transposed", None),
        *wrong("determinant-as-scalar or functions-confused or inner-derivative-forgotten", "inv(X)/det(X) + A"),
        *wrong("used-twice-counted-once or one-path-only or term-left-out", "inv(X)"),
        *wrong("transposed-factor or transpose-forgotten", "inv(X)' + A", "inv(X) + A'"),
    ), shapes=SQUARES),
    Problem("a' inv(X) a", "X", (
        *right(1, "-inv(X) a a' inv(X)", r"-X^{-1}aa^\top X^{-1}"),
        (1, "-inv(X)' a a' inv(X)'", "transposed", None),
        *wrong("sign-of-product-forgotten or sign-forgotten or sign-of-a-term", "inv(X) a a' inv(X)"),
        *wrong("inverse-as-scalar", "-a a' inv(X)^2"),
    ), shapes=SQUARES),
    Problem("tr(X)^2", "X", (
        *right(1, "2 tr(X) identity(n)", "2*np.trace(X)*np.eye(n)"),
        *wrong("inner-jacobian-forgotten or inner-derivative-forgotten", "2 tr(X)"),
        *wrong("exponent-not-a-factor", "tr(X) identity(n)"),
        *wrong(None, "2 X"),
    ), shapes=SQUARES),
    Problem("norm(X @ w - y)^2 / N", "w", (
        *right(1, "2/N (X w - y)' X", r"\frac{2}{N}(Xw-y)^{T}X", "2*(X@w - y).T@X/N"),
        (1, "2/N X' (X w - y)", "transposed", "row-for-column"),
        *wrong("exponent-not-a-factor", "(X w - y)' X / N"),
        *wrong("mean-without-count or batch-mean-forgotten", "2 (X w - y)' X"),
        *wrong("sign-of-a-term or targets-minus-shares or sign-forgotten", "2/N (y - X w)' X"),
        *wrong("inner-jacobian-forgotten", "2/N (X w - y)'"),
        *wrong("term-left-out", "2/N (X w)' X"),
        *unreadable("2/N (X w - y) X", "2/N (X w - t)' X"),
    ), shapes=SAMPLES),
    Problem("sum(relu(X @ W + b))", "b", (
        *right(1, "sum([X W + b > 0], axis=0)'", "ones(N)' [X W + b > 0]"),
        *wrong("bias-not-summed", "[X W + b > 0]"),
        *wrong("slopes-left-out or derivative-at-kink", "N ones(k)'"),
    ), shapes=DENSE),
    Problem("norm(sigmoid(X @ w) - y)^2", "w", (
        *right(1, "2 ((sigmoid(X w) - y) ⊗ sigmoid(X w) ⊗ (1 - sigmoid(X w)))' X"),
        *wrong("slopes-left-out or diag-forgotten", "2 (sigmoid(X w) - y)' X"),
        *wrong("exponent-not-a-factor", "((sigmoid(X w) - y) ⊗ sigmoid(X w) ⊗ (1 - sigmoid(X w)))' X"),
        *wrong("inner-jacobian-forgotten", "2 ((sigmoid(X w) - y) ⊗ sigmoid(X w) ⊗ (1 - sigmoid(X w)))'"),
        *wrong("slope-of-another-activation", "2 ((sigmoid(X w) - y) ⊗ (1 - sigmoid(X w)^2))' X"),
        *wrong("outer-derivative-forgotten", "(sigmoid(X w) ⊗ (1 - sigmoid(X w)))' X"),
    ), shapes=SAMPLES),
    Problem("mean(tanh(X @ w + b))", "w", (
        *right(1, "(1 - tanh(X w + b)^2)' X / N", "1/N (1 - tanh(X@w + b)**2).T @ X"),
        *wrong("mean-without-count or batch-mean-forgotten", "(1 - tanh(X w + b)^2)' X"),
        *wrong("slopes-left-out or diag-forgotten", "ones(N)' X / N"),
        *wrong("inner-jacobian-forgotten", "(1 - tanh(X w + b)^2)' / N"),
    ), shapes=SAMPLES),
    Problem("cross_entropy(X @ W, Y) where one-hot rows Y", "X", (
        *right(1, "W (softmax(X W) - Y)' / N", "1/N W @ (softmax(X @ W, axis=1) - Y).T"),
        (1, "(softmax(X W) - Y) W' / N", "transposed", None),
        *wrong("batch-mean-forgotten", "W (softmax(X W) - Y)'"),
        *wrong("targets-minus-shares", "W (Y - softmax(X W))' / N"),
        *wrong("term-left-out or softmax-as-diagonal", "W softmax(X W)' / N"),
    ), shapes=BATCH),
)  # fmt: skip
