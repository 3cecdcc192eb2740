"""Functions and the form in which a textbook prints their derivative, several of every kind.

A row: the kind, the function as it is typed, the variable, the form, and the shapes (`w, x: n; X: N x n`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """A function with the printed form of its derivative."""

    kind: str
    text: str
    wrt: str
    form: str
    declared: str = ""

    @property
    def shapes(self) -> dict[str, str]:
        """The declared shapes by name."""
        found: dict[str, str] = {}
        for part in filter(None, (piece.strip() for piece in self.declared.split(";"))):
            names, shape = part.split(":")
            found.update({name.strip(): shape.strip() for name in names.split(",")})
        return found


_ROWS = """
softmax cross-entropy
-(y · log(softmax(z))) | z | (sum(y) softmax(z) - y)' | y, z: n
-(y · log(softmax(z))) where sum(y) = 1 | z | (softmax(z) - y)' | y, z: n
-(y · log(softmax(z))) where one-hot y | z | (softmax(z) - y)' | y, z: n
-sum(y ⊗ log(softmax(z))) where sum(y) = 1 | z | (softmax(z) - y)' | y, z: n
-(y · log(exp(z) / sum(exp(z)))) where one-hot y | z | (softmax(z) - y)' | y, z: n
softmax(z - max(z)) | z | diag(softmax(z)) - softmax(z) @ softmax(z)' | z: n
-sum(Y ⊗ log(exp(Z) ⊘ sum(exp(Z), axis=1, keepdims=True))) | Z | row_softmax(Z)' @ diag(Y @ ones(n)) - Y' | Y, Z: m x n
log(sum(exp(z))) - y · z | z | (softmax(z) - y)' | y, z: n
logsumexp(z) - y · z | z | (softmax(z) - y)' | y, z: n
-(y · log(softmax(W x + b))) where one-hot y | b | (softmax(W @ x + b) - y)' | W: m x n; x: n; b, y: m
-(y · log(softmax(W x + b))) where sum(y) = 1 | W | x @ (softmax(W @ x + b) - y)' | W: m x n; x: n; b, y: m
-(y · log(softmax(W x + b))) | W | x @ (sum(y) softmax(W @ x + b) - y)' | W: m x n; x: n; b, y: m

definitions recognised
softmax(z) | z | diag(softmax(z)) - softmax(z) @ softmax(z)' | z: n
exp(z) / sum(exp(z)) | z | diag(softmax(z)) - softmax(z) @ softmax(z)' | z: n
log(sum(exp(z))) | z | softmax(z)' | z: n
log(softmax(z)) | z | identity(n) - ones(n) @ softmax(z)' | z: n
1 / (1 + exp(-x)) | x | sigmoid(x) (1 - sigmoid(x)) |
exp(x) / (1 + exp(x)) | x | sigmoid(x) (1 - sigmoid(x)) |
sigmoid(x) | x | sigmoid(x) (1 - sigmoid(x)) |
1 / (1 + e^(-x)) | x | sigmoid(x) (1 - sigmoid(x)) |
log(1 + exp(x)) | x | sigmoid(x) |
log(1 + e^x) | x | sigmoid(x) |
1 / (1 + exp(-(w · x))) | w | sigmoid(w · x) (1 - sigmoid(w · x)) x' | w, x: n
ln(1 - 1 / (1 + exp(-z))) | z | -diag(sigmoid(z)) | z: n
sum(z / (1 + exp(-z))) | z | (z ⊗ sigmoid(z) ⊗ (1 - sigmoid(z)) + sigmoid(z))' | z: n
-sum(y ⊗ ln(p) + (1-y) ⊗ ln(1-p)) where p = 1 / (1 + exp(-X w)) | w | (sigmoid(X @ w) - y)' @ X | X: N x n; w: n; y: N
norm(x) | x | x' / norm(x) | x: n
sqrt(sum(x^2)) | x | x' / norm(x) | x: n
sqrt(x · x) | x | x' / norm(x) | x: n
norm(x - y) | x | (x - y)' / norm(x - y) | x, y: n
x / norm(x) | x | identity(n) / norm(x) - (x @ x') / norm(x)^3 | x: n
x / sqrt(sum(x^2)) | x | identity(n) / norm(x) - (x @ x') / norm(x)^3 | x: n
1 / norm(x) | x | -x' / norm(x)^3 | x: n
sinh(x) / cosh(x) | x | 1 - tanh(x)^2 |
log(cosh(x)) | x | tanh(x) |
log(cos(x)) | x | -tan(x) |

signs
-y log(sigmoid(z)) - (1 - y) log(1 - sigmoid(z)) | z | sigmoid(z) - y |
log(1 + exp(z)) - y z | z | sigmoid(z) - y |
-(y log(p) + (1 - y) log(1 - p)) where p = sigmoid(z) | z | sigmoid(z) - y |
-y log(sigmoid(w · x + b)) - (1 - y) log(1 - sigmoid(w · x + b)) | w | (sigmoid(w · x + b) - y) x' | w, x: n
-y log(sigmoid(w · x + b)) - (1 - y) log(1 - sigmoid(w · x + b)) | b | sigmoid(w · x + b) - y | w, x: n
log(1 + exp(w · x)) - y (w · x) | w | (sigmoid(w · x) - y) x' | w, x: n
log(1 + exp(-y (w · x))) | w | -y sigmoid(-y (w · x)) x' | w, x: n
1/2 (y - w · x)^2 | w | (w · x - y) x' | w, x: n
(y - w · x - b)^2 | b | 2 (w · x + b - y) | w, x: n
1/2 (y - sigmoid(z))^2 | z | (sigmoid(z) - y) sigmoid(z) (1 - sigmoid(z)) |
(y - tanh(a))^2 | a | 2 (tanh(a) - y) (1 - tanh(a)^2) |
exp(w · x) - y (w · x) | w | (exp(w · x) - y) x' | w, x: n
exp(w · x + b) - y (w · x + b) | b | exp(w · x + b) - y | w, x: n
exp(w · x + b) - y (w · x + b) | w | (exp(w · x + b) - y) x' | w, x: n
norm(q - p)^2 | q | 2 (q - p)' | p, q: n
norm(p - q)^2 | q | 2 (q - p)' | p, q: n
sum((p - q)^2) | q | 2 (q - p)' | p, q: n
(p - q) · (p - q) | q | 2 (q - p)' | p, q: n

constants joined and in front
1/N sum(i=1..N, (y_i - w · x_i)^2) | w | (2 / N) sum(i=1..N, (w · X_i - y_i) X_i') | w: n; X: N x n; y: N
1/N sum(i=1..N, (y_i - w · x_i - b)^2) | b | (2 / N) sum(i=1..N, w · X_i + b - y_i) | w: n; X: N x n; y: N
1/(2 N) sum(i=1..N, (w · x_i - y_i)^2) | w | (1 / N) sum(i=1..N, (w · X_i - y_i) X_i') | w: n; X: N x n; y: N
1/2 sum(i=1..N, (y_i - w · x_i)^2) | w | sum(i=1..N, (w · X_i - y_i) X_i') | w: n; X: N x n; y: N
1/N sum(i=1..N, (w · x_i - y_i)^2) | w | (2 / N) sum(i=1..N, (w · X_i - y_i) X_i') | w: n; X: N x n; y: N
sum(i=1..N, log(1 + exp(-y_i (w · x_i)))) | w | -sum(i=1..N, y_i sigmoid(-y_i (w · X_i)) X_i') | w: n; X: N x n; y: N
1/n sum(i=1..n, (a x_i + b - y_i)^2) | a | (2 / n) sum(i=1..n, x_i (a x_i + b - y_i)) | x, y: n
1/n sum(i=1..n, (a x_i + b - y_i)^2) | b | (2 / n) sum(i=1..n, a x_i + b - y_i) | x, y: n
1/N norm(X w - y)^2 | w | (2 / N) ((X @ w - y)' @ X) | X: N x n; w: n; y: N
1/N norm(y - X w)^2 | w | (2 / N) ((X @ w - y)' @ X) | X: N x n; w: n; y: N
1/2 norm(X w - y)^2 | w | (X @ w - y)' @ X | X: N x n; w: n; y: N
1/(2 N) norm(X w - y)^2 | w | ((X @ w - y)' @ X) / N | X: N x n; w: n; y: N
(y - X w)' @ (y - X w) | w | 2 ((X @ w - y)' @ X) | X: N x n; w: n; y: N
norm(X w - y)^2 + λ norm(w)^2 | w | 2 ((X @ w - y)' @ X) + 2 lambda w' | X: N x n; w: n; y: N
λ/2 sum(w^2) | w | lambda w' | w: n
λ norm(w)^2 | w | 2 lambda w' | w: n

signs inside cases
max(0, 1 - z) | z | cases(0 if 1 - z <= 0, -1 if 1 - z > 0) |
relu(-x) | x | cases(0 if -x <= 0, -1 if -x > 0) |
max(0, 1 - y (w · x)) | w | cases(zeros(1, n) if 1 - y (w · x) <= 0, -y x' if 1 - y (w · x) > 0) | w, x: n
3 relu(x) | x | cases(0 if x <= 0, 3 if x > 0) |
-relu(w · x) | w | cases(zeros(1, n) if w · x <= 0, -x' if w · x > 0) | w, x: n

entry by entry
-(p · log(q)) | q | -(p ⊘ q)' | p, q: n
sum(p ⊗ log(p ⊘ q)) | q | -(p ⊘ q)' | p, q: n
sum(p ⊗ log(p)) | p | (ln(p) + ones(n))' | p: n
sum(p ⊗ log(p ⊘ q)) | p | (ln(p ⊘ q) + ones(n))' | p, q: n
1/2 sum(s^2) - sum(log(s)) | s | (s - ones(n) ⊘ s)' | s: n
1/2 (s · s) - sum(log(s)) | s | (s - ones(n) ⊘ s)' | s: n
p ⊘ q | p | diagonal(i=1..n, 1 / q_i) | p, q: n
(p ⊗ q) ⊘ q^2 | p | diagonal(i=1..n, 1 / q_i) | p, q: n
sum((p ⊗ q) ⊘ q^2) | p | (ones(n) ⊘ q)' | p, q: n
p ⊘ q | q | diagonal(i=1..n, -p_i / q_i^2) | p, q: n
sum(p ⊘ q) | q | -(p ⊘ q^2)' | p, q: n
sum(x ⊗ x ⊗ y) | x | 2 (x ⊗ y)' | x, y: n
x · exp(x) | x | (x ⊗ exp(x) + exp(x))' | x: n

means
(x - mean(x)) / std(x) | x | \
   (identity(n) - (ones(n) @ ones(n)') / n - (layer_norm(x) @ layer_norm(x)') / n) / std(x) | x: n
standardize(x) | x | (identity(n) - (ones(n) @ ones(n)') / n - (layer_norm(x) @ layer_norm(x)') / n) / std(x) | x: n
(x - mean(x)) / sqrt(mean((x - mean(x))^2)) | x | \
   (identity(n) - (ones(n) @ ones(n)') / n - (layer_norm(x) @ layer_norm(x)') / n) / std(x) | x: n
(x - sum(x)/n) / sqrt(sum((x - sum(x)/n)^2)/n) | x | \
   (identity(n) - (ones(n) @ ones(n)') / n - (layer_norm(x) @ layer_norm(x)') / n) / std(x) | x: n
(x - mean(x)) / sqrt(mean((x - mean(x))^2) + eps) | x | \
   (identity(n) - (ones(n) @ ones(n)') / n) / sqrt(var(x) + eps) \
   - ((x - mean(x)) @ (x - mean(x))') / (n (var(x) + eps)^(3 / 2)) \
   | x: n; eps: scalar
mean(x) | x | ones(n)' / n | x: n
mean(x)^2 | x | 2 mean(x) ones(n)' / n | x: n
std(x) | x | (x - mean(x))' / (n std(x)) | x: n
log(std(x)) | x | (x - mean(x))' / (n var(x)) | x: n
var(x) | x | (2 / n) (x - mean(x))' | x: n
sqrt(var(x)) | x | (x - mean(x))' / (n std(x)) | x: n
1/(n-1) sum((x - mean(x))^2) | x | (2 / (n - 1)) (x - mean(x))' | x: n
mean(x) / std(x) | x | ones(n)' / (n std(x)) - mean(x) (x - mean(x))' / (n std(x)^3) | x: n
mean(x^2) - mean(x)^2 | x | (2 / n) (x - mean(x))' | x: n
mean((x - mean(x)) ⊗ (y - mean(y))) | x | (y - mean(y))' / n | x, y: n
mean(x ⊗ y) - mean(x) mean(y) | x | (y - mean(y))' / n | x, y: n
mean(exp(x)) | x | exp(x)' / n | x: n
log(mean(exp(x))) | x | softmax(x)' | x: n
mean(abs(x - y)) | x | sign(x - y)' / n | x, y: n
sum((x - mean(x))^2) | x | 2 (x - mean(x))' | x: n
sum((x - mean(x))^2) / n | x | (2 / n) (x - mean(x))' | x: n
1/n sum(i=1..n, (x_i - mean(x))^2) | x | (2 / n) (x - mean(x))' | x: n
mean((x - mean(x))^2) | x | (2 / n) (x - mean(x))' | x: n
1/2 norm(x - mean(x))^2 | x | (x - mean(x))' | x: n
sqrt(mean((x - mean(x))^2)) | x | (x - mean(x))' / (n std(x)) | x: n
x - mean(x) | x | identity(n) - (ones(n) @ ones(n)') / n | x: n
mean((X w - y)^2) | w | (2 / N) ((X @ w - y)' @ X) | X: N x n; w: n; y: N
mean((y - X w - b)^2) | b | 2 mean(X @ w + b - y) | X: N x n; w: n; y: N; b: scalar
sqrt(mean((x - y)^2)) | x | (x - y)' / (n sqrt(mean((x - y)^2))) | x, y: n

matrices
expand(1, n) · x | x | ones(n)' | x: n
mean(log(1 + exp(-(y ⊗ (X @ w))))) | w | -((y ⊗ sigmoid(-y ⊗ (X @ w)))' @ X) / m | X: m x n; w: n; y: m
(w · a) / sqrt(1 + w · w) | w | a' / sqrt(1 + w · w) - (w · a) w' / (1 + w · w)^(3 / 2) | w, a: n
sum(i=1..n, sum(j=1..n, A_{i,j} x_i x_j)) | x | x' @ (A + A') | A: n x n; x: n
x' @ A @ x | x | x' @ (A + A') | A: n x n; x: n
1/2 x' @ A @ x - b · x | x | (x' @ (A + A')) / 2 - b' | A: n x n; x: n; b: n
1/2 (x - mu)' @ P @ (x - mu) | mu | ((mu - x)' @ (P + P')) / 2 | x, mu: n; P: n x n
x (x · b) | x | x @ b' + (x · b) identity(n) | x, b: n
(b · x) x | x | x @ b' + (b · x) identity(n) | x, b: n
(x · x) x | x | 2 (x @ x') + (x · x) identity(n) | x: n
tanh(W x + b) | x | diag(1 - tanh(W @ x + b)^2) @ W | W: m x n; x: n; b: m
sigmoid(W x + b) | b | diag(sigmoid(W @ x + b) ⊗ (1 - sigmoid(W @ x + b))) | W: m x n; x: n; b: m
1/2 norm(tanh(W x + b) - y)^2 | b | ((tanh(W @ x + b) - y) ⊗ (1 - tanh(W @ x + b)^2))' | W: m x n; x: n; b, y: m
1/2 norm(tanh(W x + b) - y)^2 | W | x @ ((tanh(W @ x + b) - y) ⊗ (1 - tanh(W @ x + b)^2))' | W: m x n; x: n; b, y: m
v · tanh(W x + b) | W | x @ (v ⊗ (1 - tanh(W @ x + b)^2))' | W: m x n; x: n; b, v: m
(w · x) / (norm(w) norm(x)) | w | x' / (norm(w) norm(x)) - (w · x) w' / (norm(w)^3 norm(x)) | w, x: n

functions of calculus courses
x e^x | x | (1 + x) e^x |
x^2 e^x | x | x (2 + x) e^x |
e^(a x) sin(b x) | x | e^(a x) (a sin(b x) + b cos(b x)) |
e^(-x^2/2) | x | -x e^(-x^2 / 2) |
x exp(-x) | x | (1 - x) exp(-x) |
x log(x) | x | 1 + ln(x) |
log(x) / x | x | (1 - ln(x)) / x^2 |
x sin(x) | x | sin(x) + x cos(x) |
x^2 sin(x) | x | 2 x sin(x) + x^2 cos(x) |
sin(x) cos(x) | x | cos(x)^2 - sin(x)^2 |
tan(x) | x | 1 / cos(x)^2 |
sin(x) / cos(x) | x | 1 / cos(x)^2 |
cos(x) / sin(x) | x | -1 / sin(x)^2 |
arctan(x) | x | 1 / (1 + x^2) |
arctan(1 / x) | x | -1 / (1 + x^2) |
sqrt(1 + x^2) | x | x / sqrt(1 + x^2) |
x sqrt(1 - x^2) | x | (1 - 2 x^2) / sqrt(1 - x^2) |
(x^2 + 1) / (x - 1) | x | (x^2 - 2 x - 1) / (x - 1)^2 |
x / (1 + x^2) | x | (1 - x^2) / (1 + x^2)^2 |
1 / (1 + x^2) | x | -2 x / (1 + x^2)^2 |
(x + 1)^2 (x - 1)^3 | x | (x + 1) (x - 1)^2 (5 x + 1) |
1 / (1 / x) | x | 1 |
x / (1 / y) | x | y |
x y + y x | x | 2 y |
x^2 + sin(x) | x | 2 x + cos(x) |
x + e^x | x | 1 + e^x |
x^3 - 2 x^2 + 5 | x | 3 x^2 - 4 x |

functions of machine learning
x sigmoid(x) | x | sigmoid(x) (1 + x (1 - sigmoid(x))) |
1/2 ((x - mu) / s)^2 + log(s) | mu | (mu - x) / s^2 | s: scalar; x, mu: scalar
1/2 ((x - mu) / s)^2 + log(s) | s | 1 / s - (x - mu)^2 / s^3 | s: scalar; x, mu: scalar
log(s) + (x - mu)^2 / (2 s^2) | x | (x - mu) / s^2 | s: scalar; x, mu: scalar
|x - y| | x | sign(x - y) |
relu(W x + b) | x | diag(W @ x + b > 0) @ W | W: m x n; x: n; b: m
-y log(p) - (1 - y) log(1 - p) | p | (p - y) / (p (1 - p)) |
sum(x ⊗ y) / sum(x) | x | y' / sum(x) - sum(x ⊗ y) ones(n)' / sum(x)^2 | x, y: n

roots, inner fractions and powers
x / sqrt(1 + x^2) | x | 1 / (1 + x^2)^(3 / 2) |
sqrt(x)/x | x | -1 / (2 x^(3 / 2)) |
x^3 sqrt(x) | x | 7 x^(5 / 2) / 2 |
arcsin(x/2) | x | 1 / sqrt(4 - x^2) |
arctan(x/a) | x | a / (a^2 + x^2) |
x/sqrt(x^2 + y^2) | x | y^2 / (x^2 + y^2)^(3 / 2) |
x/sqrt(x^2 + y^2) | y | -x y / (x^2 + y^2)^(3 / 2) |
1/(1 + (x/x_0)^2) | x | -2 x x_0^2 / (x_0^2 + x^2)^2 | x, x_0: scalar
log(1 + (x - m)^2/g^2) | x | 2 (x - m) / (g^2 + (x - m)^2) | x, m, g: scalar
arctan(y/x) | x | -y / (y^2 + x^2) |
arctan(y/x) | y | x / (x^2 + y^2) |
log((1 + x)/(1 - x)) | x | 2 / ((1 + x) (1 - x)) |

secants and absolute values
sec(x) | x | sec(x) tan(x) |
csc(x) | x | -csc(x) cot(x) |
sech(x) | x | -sech(x) tanh(x) |
tan(x) sec(x) | x | sec(x)^3 + sec(x) tan(x)^2 |
ln(sec(x) + tan(x)) | x | sec(x) |
x / (1 + abs(x)) | x | 1 / (1 + abs(x))^2 |
x abs(x) | x | 2 abs(x) |

economics and growth
A K^a L^(1-a) | K | A a K^(a - 1) L^(1 - a) | A, K, L, a: scalar
A K^a L^(1-a) | L | A (1 - a) K^a L^-a | A, K, L, a: scalar
A K^a L^b | K | A a K^(a - 1) L^b | A, K, L, a, b: scalar
(a K^r + (1 - a) L^r)^(1/r) | K | a K^(r - 1) (a K^r + (1 - a) L^r)^(1 / r - 1) | A, K, L, a, r: scalar
r N (1 - N/K) | N | r (1 - 2 N / K) | r, N, K: scalar
V x / (K + x) | x | K V / (K + x)^2 | V, K, x: scalar
V x^n / (K^n + x^n) | x | V n K^n x^(n - 1) / (K^n + x^n)^2 | V, K, x, n: scalar
L / (1 + exp(-k (x - x_0))) | x | L k sigmoid(k (x - x_0)) (1 - sigmoid(k (x - x_0))) | L, k, x, x_0: scalar
U^(1 - r)/(1 - r) | U | U^-r | U, r: scalar

physics
m c^2/sqrt(1 - v^2/c^2) | v | m v / (1 - v^2 / c^2)^(3 / 2) | m, c, v: scalar
-G m M/r | r | G M m / r^2 | G, m, M, r: scalar
4 e ((s/r)^12 - (s/r)^6) | r | 24 e s^6 (r^6 - 2 s^6) / r^13 | e, s, r: scalar
c^2 (sqrt(1 + (x/c)^2) - 1) | x | x / sqrt(1 + x^2 / c^2) | x, c: scalar
x^2/(x^2 + c^2) | x | 2 c^2 x / (x^2 + c^2)^2 | x, c: scalar
A exp(-E/(k T)) | T | A E exp(-E / (T k)) / (T^2 k) | A, E, k, T: scalar

densities and likelihoods
1/(s sqrt(2 pi)) exp(-(x - mu)^2/(2 s^2)) | x \
   | (mu - x) exp(-(x - mu)^2 / (2 s^2)) / (s^3 sqrt(2 pi)) \
   | s, x, mu: scalar
1/(s sqrt(2 pi)) exp(-(x - mu)^2/(2 s^2)) | mu \
   | (x - mu) exp(-(x - mu)^2 / (2 s^2)) / (s^3 sqrt(2 pi)) \
   | s, x, mu: scalar
1/(s sqrt(2 pi)) exp(-(x - mu)^2/(2 s^2)) | s \
   | ((x - mu)^2 - s^2) exp(-(x - mu)^2 / (2 s^2)) / (s^4 sqrt(2 pi)) \
   | s, x, mu: scalar
-1/2 log(2 pi s^2) - (x - mu)^2/(2 s^2) | s | (x - mu)^2 / s^3 - 1 / s | s, x, mu: scalar
-(v+1)/2 log(1 + t^2/v) | t | -t (v + 1) / (v + t^2) | t, v: scalar
log(p/(1 - p)) | p | 1 / (p (1 - p)) |
k log(p) + (n - k) log(1 - p) | p | k / p + (k - n) / (1 - p) | k, n, p: scalar
l exp(-l x) | l | (1 - l x) exp(-l x) | l, x: scalar

element-wise losses
sum(log(cosh(y - x))) | x | -tanh(y - x)' | x, y: n
1/N sum(i=1..N, log(cosh(w · x_i - y_i))) | w | (1 / N) sum(i=1..N, tanh(w · X_i - y_i) X_i') | X: N x n; w: n; y: N
x ⊗ sigmoid(x) | x | diag(x ⊗ sigmoid(x) ⊗ (1 - sigmoid(x)) + sigmoid(x)) | x: n
sum(x ⊗ sigmoid(x)) | x | (x ⊗ sigmoid(x) ⊗ (1 - sigmoid(x)) + sigmoid(x))' | x: n
log(x) ⊘ x | x | diagonal(i=1..n, (1 - ln(x_i)) / x_i^2) | x: n
sum(log(1 + exp(x))) | x | sigmoid(x)' | x: n
sum(sqrt(x^2 + eps)) | x | (x ⊘ sqrt(x^2 + eps))' | x: n; eps: scalar
sum(softmax(x)^2) | x | 2 (softmax(x)^2 - sum(softmax(x)^2) softmax(x))' | x: n
-log(softmax(x)) · softmax(x) | x | ((ln(softmax(x)) · softmax(x)) softmax(x) - softmax(x) ⊗ ln(softmax(x)))' | x: n
y · softmax(x) | x | (y ⊗ softmax(x) - (y · softmax(x)) softmax(x))' | x, y: n
exp(-mean(log(p))) | p | -exp(-mean(ln(p))) (ones(n) ⊘ p)' / n | p: n
sum(p ⊗ log(p)) + λ (sum(p) - 1) | p | (ln(p) + 1 + lambda)' | p: n; λ: scalar
mean(log(1 + exp(-y ⊗ (X w)))) | w | -((y ⊗ sigmoid(-y ⊗ (X @ w)))' @ X) / N | X: N x n; w: n; y: N
-mean(y ⊗ log(sigmoid(X w)) + (1 - y) ⊗ log(1 - sigmoid(X w))) | w \
   | ((sigmoid(X @ w) - y)' @ X) / N \
   | X: N x n; w: n; y: N
1/(2N) norm(y - X w)^2 + a norm1(w) + b/2 norm(w)^2 | w \
   | ((X @ w - y)' @ X) / N + b w' + a sign(w)' \
   | X: N x n; w: n; y: N; a, b: scalar

activations
x/2 (1 + erf(x/sqrt(2))) | x | (1 + erf(x / sqrt(2))) / 2 + x exp(-x^2 / 2) / sqrt(2 pi) |
x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) | x \
   | (1 + tanh((x + 0.044715 x^3) sqrt(2 / pi))) / 2 \
   + x (1 + 0.134145 x^2) sqrt(2 / pi) (1 - tanh((x + 0.044715 x^3) sqrt(2 / pi))^2) / 2 |
x tanh(log(1 + exp(x))) | x | tanh(ln(1 + exp(x))) + x sigmoid(x) (1 - tanh(ln(1 + exp(x)))^2) |
x sigmoid(b x) | x | sigmoid(b x) (1 + b x (1 - sigmoid(b x))) | b, x: scalar
log(1 + exp(b x)) / b | x | sigmoid(b x) | b, x: scalar
log(1 - sigmoid(x)) | x | -sigmoid(x) |
sigmoid(x)^2 | x | 2 sigmoid(x)^2 (1 - sigmoid(x)) |

quotients of forms and projections
(x' @ A @ x) / (x' @ x) | x | (x' @ (A + A')) / (x · x) - 2 (x' @ A @ x) x' / (x · x)^2 | A: n x n; x: n
(x · (A x)) / (x · x) | x | (x' @ (A + A')) / (x · x) - 2 (x · (A @ x)) x' / (x · x)^2 | A: n x n; x: n
(a a' x) / (a' a) | x | (a @ a') / (a · a) | a, x: n
norm(x - a (a · x) / (a · a))^2 | x | 2 (x - (a · x) a / (a · a))' | a, x: n
sqrt(x' A x) | x | (x' @ (A + A')) / (2 sqrt(x' @ A @ x)) | A: n x n; x: n
norm(A x - b) | x | ((A @ x - b)' @ A) / norm(A @ x - b) | A: m x n; x: n; b: m
x (y · x)/(x · x) | x | (x @ y' + (y · x) identity(n)) / (x · x) - 2 (y · x) (x @ x') / (x · x)^2 | x, y: n
(w · x)^2/(w · w) | w | 2 (w · x) x' / (w · w) - 2 (w · x)^2 w' / (w · w)^2 | w, x: n
(a · x + b)/(c · x + d) | x | a' / (c · x + d) - (a · x + b) c' / (c · x + d)^2 | a, c, x: n; b, d: scalar
1 - (w · x) / (norm(w) norm(x)) | w | (w · x) w' / (norm(w)^3 norm(x)) - x' / (norm(w) norm(x)) | w, x: n
norm(x)^3 | x | 3 norm(x) x' | x: n
x norm(x) | x | (x @ x') / norm(x) + norm(x) identity(n) | x: n

losses by cases
max(0, norm(a - p)^2 - norm(a - n)^2 + m) | a \
   | cases(zeros(1, d) if norm(a - p)^2 - norm(a - n)^2 + m <= 0, \
   2 (n - p)' if norm(a - p)^2 - norm(a - n)^2 + m > 0) \
   | a, p, n: d; m: scalar
cases((y - z)^2/2 if abs(y - z) <= d, d abs(y - z) - d^2/2 if abs(y - z) > d) | z \
   | cases(z - y if abs(y - z) <= d, -d sign(y - z) if abs(y - z) > d) \
   | y, z, d: scalar
max(0, x)^2 | x | cases(0 if x <= 0, 2 x if x > 0) |
cases(0 if x <= 0, x^2 if x > 0) | x | cases(0 if x <= 0, 2 x if x > 0) |
max(0, m - z) | z | cases(0 if m - z <= 0, -1 if m - z > 0) | m, z: scalar

switches of vectors
huber(W x) | x | diag((W @ x) ⊗ (abs(W @ x) <= 1) + sign(W @ x) ⊗ (abs(W @ x) > 1)) @ W | W: m x n; x: n
sum(huber(X w - y)) | w | ((X @ w - y) ⊗ (abs(X @ w - y) <= 1) + sign(X @ w - y) ⊗ (abs(X @ w - y) > 1))' @ X \
   | X: m x n; w: n; y: m
huber(x - y) | x | diagonal(i=1..n, cases(x_i - y_i if abs(x_i - y_i) <= 1, sign(x_i - y_i) if abs(x_i - y_i) > 1)) \
   | x, y: n
leaky_relu(W x) | x | diag((W @ x > 0) + 0.01 (W @ x <= 0)) @ W | W: m x n; x: n
sum(leaky_relu(W x + b)) | x | ((W @ x + b > 0) + 0.01 (W @ x + b <= 0))' @ W | W: m x n; x: n; b: m
v · elu(W x) | x | (v ⊗ ((W @ x > 0) + exp(W @ x) ⊗ (W @ x <= 0)))' @ W | W: m x n; x: n; v: m
leaky_relu(x) | x | diagonal(i=1..n, cases(0.01 if x_i <= 0, 1 if x_i > 0)) | x: n
sum(relu(x)) | x | (x > 0)' | x: n
sum(relu(x) ⊗ y) | x | (y ⊗ (x > 0))' | x, y: n
sum(max(0, W x)^2) | x | 2 (((W @ x) ⊗ (W @ x > 0))' @ W) | W: m x n; x: n
sum(max(0, 1 - y ⊗ (X w))) | w | -(y ⊗ (1 - y ⊗ (X @ w) > 0))' @ X | X: m x n; w: n; y: m
sum(max(x, y)) | x | (x > y)' | x, y: n
(W x + b) ⊗ (W x + b > 0) | x | diag(W @ x + b > 0) @ W | W: m x n; x: n; b: m
mean((y = 1) ⊗ ln(p) + (y != 1) ⊗ ln(1 - p)) | p | ((y == 1) ⊘ p - (y != 1) ⊘ (1 - p))' / n | p, y: n
sum(X ⊗ (X > 0)) | X | (X > 0)' | X: m x n

slopes and brackets
1/(1 + exp(-k (x - m))) | x | k sigmoid(k (x - m)) (1 - sigmoid(k (x - m))) | k, x, m: scalar
1/(1 + exp(-k (x - m))) | m | -k sigmoid(k (x - m)) (1 - sigmoid(k (x - m))) | k, x, m: scalar
-1/2 (1 + ln(s^2) - m^2 - s^2) | s | s - 1 / s | s, m: scalar
-a (1 - p)^2 ln(p) where p = sigmoid(z) | z \
   | a (1 - sigmoid(z))^2 (sigmoid(z) - 1 + 2 ln(sigmoid(z)) sigmoid(z)) | a, z: scalar
x - 1 / x | x | 1 + 1 / x^2 |
-(1 - x - y)^2 | x | 2 - 2 y - 2 x | x, y: scalar
"""


def _read(rows: str) -> tuple[Pair, ...]:
    found, kind = [], ""
    for line in filter(None, (" ".join(line.split()) for line in rows.splitlines())):
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) == 1:
            kind = line
            continue
        text, wrt, form, *declared = [part.removesuffix("|").strip() if k > 1 else part for k, part in enumerate(parts)]
        found.append(Pair(kind, text, wrt, form, *declared))
    return tuple(found)


PAIRS = _read(_ROWS)
"""All pairs."""
