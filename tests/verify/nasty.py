"""Functions that a check by numbers may trip over: each kind is one way in which double precision misleads."""

from __future__ import annotations

from tests.verify.random_functions import Problem

SHAPES = {
    "x": "scalar", "y": "scalar", "s": "scalar", "a": "scalar", "q": "scalar",
    "u": "n", "v": "n", "w": "n", "b": "n", "W": "m x n", "A": "n x n",
}  # fmt: skip

KINK_IN_THE_STEP = """
max(0, sigmoid(w · u + s)) | w
relu(softmax(5 v)) | v
abs(exp(-x^2)) | x
abs(exp(-x^4)) | x
max(0, exp(-5 x^2)) | x
relu(exp(-10 x)) | x
max(0, 1 - tanh(5 x)) | x
abs(softmax(4 v)) | v
leaky_relu(exp(-x^2)) | x
relu(sigmoid(-8 x)) | x
relu(normal_pdf(3 x)) | x
abs(1/cosh(5 x)) | x
max(1, 1 + exp(-9 x)) | x
min(0, -exp(-x^2)) | x
sqrt(abs(exp(-x^2))) | x
max(exp(-x^2), exp(-2 x^2)) | x
huber(1 + exp(-x^2)) | x
hard_tanh(1 - exp(-x^2)) | x
cases(exp(-x^2) if exp(-x^2) <= 0.0001, x otherwise) | x
norm1(softmax(v)) | v
sum(abs(exp(-v^2))) | v
sum(relu(softmax(6 v))) | v
max(0, sigmoid(-6 x)) sigmoid(-6 x) | x
abs(x^9) | x
abs(x^20/1000000) | x
relu(erfc(3 x)) | x
softsign(exp(-x^2)) | x
selu(exp(-4 x)) | x
elu(-exp(-x^2)) | x
prelu(exp(-x^2), s) | x
norm(softmax(9 v)) | v
abs(sin(x)/1000000) | x
relu(softmax(W v)) | v
sqrt(exp(-x^2)) | x
cbrt(exp(-x^2)) | x
ln(exp(-x^2)) | x
exp(-x^2)^0.5 | x
max(softmax(3 v), softmax(-3 v)) | v
""", "a kink within the step of a difference, as seen from a small value"  # fmt: skip

ZERO_WITH_NOISE = """
sum(softmax(v)) | v
2 (s/s) | s
norm1(softmax(2 v)) | v
sin(x)^2 + cos(x)^2 | x
cosh(x)^2 - sinh(x)^2 | x
exp(x) exp(-x) | x
abs(x) - sqrt(x^2) | x
x/x + abs(s)/abs(s) | x
sum(softmax(abs(v))) | v
norm(v/norm(v)) | v
norm(normalize(v))^2 | v
sigmoid(x) + sigmoid(-x) | x
erf(x) + erfc(x) | x
relu(x) - relu(-x) - x | x
abs(x)/abs(x) | x
sum(softmax(v)) sum(softmax(w)) | v
ln(x/x) | x
sum(v - mean(v)) | v
norm1(softmax(3 abs(v))) | v
sum(relu(softmax(v))) | v
arctan(x) + arctan(1/x) | x
sign(x) + 0 x | x
x^2/x^2 | x
sum(exp(v)/sum(exp(v))) | v
logsumexp(v + s) - logsumexp(v) - s | s
log_sigmoid(x) - x + softplus(-x) - log_sigmoid(x) + x | x
normal_cdf(x) + normal_cdf(-x) | x
abs(sin(x)^2 + cos(x)^2) | x
max(x, s) + min(x, s) - x | x
hypot(cos(x), sin(x)) | x
""", "a derivative of zero, where noise is left"  # fmt: skip

SATURATED = """
max(b, tanh(v ⊗ w)) | v
max(s, tanh(v · u)) | v
log(softplus(w · u)) | w
erf(5 x) | x
erf(9 x) | x
tanh(20 x) | x
sigmoid(30 x) | x
1 - tanh(x)^8 | x
ln(1 - sigmoid(10 x)) | x
erfc(4 x) | x
ln(erfc(3 x)) | x
gelu(-6 x) | x
gelu(8 x) | x
normal_cdf(5 x) | x
ln(normal_cdf(-4 x)) | x
tanh(exp(x)) | x
exp(-exp(x)) | x
exp(-exp(2 x)) | x
sigmoid(sigmoid(sigmoid(20 x))) | x
softmax(20 v) | v
softmax((2 v)^3) | v
logsumexp(v^5) | v
sum(softmax(15 v)^2) | v
tanh(tanh(9 x) + tanh(9 x)) | x
softsign(1000000 x) | x
arctan(1000000 x) | x
ln(1 + exp(-20 x)) | x
abs(tanh(10 x)) | x
max(0, tanh(12 x)) | x
softmax(10 W v) | v
prod | x
relu(1 - tanh(8 x)) | x
sqrt(1 - tanh(7 x)^2) | x
hard_sigmoid(tanh(15 x)) | x
mish(-20 x) | x
silu(-30 x) | x
expm1(-30 x) | x
1/(1 + exp(-15 x)) | x
erf(x^3) erf(x^3) | x
""".replace("prod | x\n", ""), "saturated parts, whose slope is lost"  # fmt: skip

JUMPS = """
floor(1000 x) | x
floor(1000000 x) | x
ceil(500 x) | x
x floor(1000 x) | x
x - floor(x) | x
floor(100 x)/100 | x
sin(floor(64 x)) | x
floor(4096 x) x | x
ceil(128 x) - floor(128 x) | x
floor(1000 v) | v
sum(floor(3000 v)) | v
sign(sin(1000 x)) x | x
heaviside(sin(300 x)) | x
abs(sin(1000 x)) | x
relu(cos(2000 x)) | x
max(sin(500 x), cos(500 x)) | x
sign(x - floor(x) - 1/2) | x
floor(exp(x)) | x
cases(x if sin(200 x) > 0, -x otherwise) | x
abs(1000 x - floor(1000 x) - 1/2) | x
""", "jumps that are smoothed over, and what changes fast"  # fmt: skip

SIZES_OF_NUMBERS = """
1e-299 x | x
(1/3)^500 x | x
1e-200 x^2 | x
1e-160 x^2 + 1e-160 x | x
1e250 x | x
1e150 x^2 | x
1e-12 sin(x) + 1000000000000 | x
1e15 + x | x
abs(1e15 + x) | x
max(1e12, 1e12 + x^2) | x
x^150 | x
x^-150 | x
exp(100 x) | x
exp(-100 x) | x
(x^50 + 1)/(x^50 - 1) | x
ln(1e-300 exp(x)) | x
(x + 1e10)^2 - x^2 | x
1e-30 abs(x) | x
1e-300 abs(x) | x
abs(1e-310 x) | x
sqrt(1e-300 x^2) | x
(1/7)^300 sin(x) (1/7)^50 | x
2^-1000 exp(x) | x
relu(1e-20 x) | x
tanh(1e-12 x) | x
erf(1e-10 x) | x
1e-299 sum(v ⊗ v) | v
exp(x)^100/exp(100 x) | x
1e20 (1 - cos(1e-10 x)) | x
(1 - 1e-14 x)^2 | x
exp(-1e-15 x) | x
sinh(30 x) - cosh(30 x) | x
norm(1e-180 v) | v
norm(1e160 v) | v
logsumexp(300 v) | v
huber(1e-9 x) | x
1e-299 norm1(v) | v
""", "tiny and huge numbers, and small ones beside large ones"  # fmt: skip

EDGES = """
arcsin(1 - exp(-x^2)) | x
arcsin(tanh(3 x)) | x
arcosh(1 + exp(-x^2)) | x
artanh(tanh(5 x)) | x
ln(ln(ln(x + 16))) | x
sqrt(sqrt(sqrt(x))) | x
ln(x - 100) | x
sqrt(x - 1900) | x
x^x^x | x
(-x)^(1/3) + x | x
tan(x)^5 | x
tan(10 x) | x
sec(x) csc(x) cot(x) | x
sin(1000 x) | x
sin(1/x)/x | x
sin(exp(5 x)) | x
abs(x - 1) abs(x - 2) | x
atan2(sin(x), cos(x)) | x
arcsec(1 + x^2) | x
logit(sigmoid(20 x)) | x
arccot(exp(-x^2)) | x
sqrt(1 - x^2) arcsin(x) | x
cbrt(x - sin(x)) | x
abs(x)^x | x
hypot(x, exp(-x^2)) | x
relu6(6 - exp(-x^2)) | x
""", "narrow domains and their edges"  # fmt: skip


def listed(lines: str) -> list[Problem]:
    """The problems of these lines."""
    problems = []
    for line in lines.strip().splitlines():
        text, wrt = (part.strip() for part in line.split(" | "))
        names = {name for name in SHAPES if name in _letters(text)}
        problems.append(Problem(text, wrt, {name: SHAPES[name] for name in sorted(names | {wrt})}))
    return problems


def _letters(text: str) -> set[str]:
    import re

    return set(re.findall(r"[A-Za-z_]\w*", text))


KINDS = (KINK_IN_THE_STEP, ZERO_WITH_NOISE, SATURATED, JUMPS, SIZES_OF_NUMBERS, EDGES)
NASTY: tuple[Problem, ...] = tuple(problem for lines, _ in KINDS for problem in listed(lines))
"""Every function of every kind."""
