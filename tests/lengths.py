"""How long derivations are, against those that an expert writes by hand.

    python -m tests.lengths                 every method: the sums, the worst, the lines that hide too much
    python -m tests.lengths --rows auto     one line for each function

The last column of the table is the number of lines that an expert writes on paper or at a blackboard: one for every
"=" after the question, linear rules and the order of factors in passing, one line for every product, quotient or chain
rule, one for the last form. Where an expert gives names to parts, the names and their derivatives are a line each.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from explainer.engine import Step, Trace, derive
from explainer.expr.node import each_part

MOST_HIDDEN = 8
"""A line that stands for more single steps than this jumps."""


@dataclass(frozen=True)
class Row:
    """A function that people differentiate, and the number of lines that an expert takes for it."""

    text: str
    wrt: str
    shapes: dict[str, str]
    expert: int

    @property
    def name(self) -> str:
        return f"{self.text} by {self.wrt}"


NONE: dict[str, str] = {}
X = {"x": "n"}
XY = {"x": "n", "y": "n"}
XZ = {"x": "n", "z": "scalar"}
WX = {"w": "n", "x": "n", "b": "scalar", "y": "scalar"}
MAP = {"W": "m x n", "x": "n", "b": "m", "y": "m", "v": "m"}
DATA = {"X": "N x n", "w": "n", "y": "N", "λ": "scalar"}
ROWS_OF_DATA = DATA | {"b": "scalar"}
FORM = {"x": "n", "y": "n", "A": "n x n", "μ": "n"}
LAYERS = {"V": "k x m", "W": "m x n", "x": "n", "b": "m", "c": "k", "y": "k", "v": "m"}
PQ = {"p": "n", "q": "n"}
LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"

TABLE = (
    # A calculus course, one variable.
    Row("99", "x", NONE, 1),
    Row("x^3", "x", NONE, 1),
    Row("x^2 + 3x", "x", NONE, 1),
    Row("3x^4 - 2x^2 + x - 5", "x", NONE, 1),
    Row("9(x + x^2)", "x", NONE, 2),
    Row("sqrt(x)", "x", NONE, 2),
    Row("1/x", "x", NONE, 2),
    Row("x^n", "x", NONE, 1),
    Row("2^x", "x", NONE, 1),
    Row("tan(x)", "x", NONE, 1),
    Row("x^2 x", "x", NONE, 3),
    Row("x^2 sin(x)", "x", NONE, 2),
    Row("x e^x", "x", NONE, 2),
    Row("x ln(x)", "x", NONE, 3),
    Row("sin(x) cos(x)", "x", NONE, 2),
    Row("sin(x)/x", "x", NONE, 2),
    Row("ln(x)/x^2", "x", NONE, 3),
    Row("(x^2 + 1)/(x - 1)", "x", NONE, 3),
    Row("sin(x)/cos(x)", "x", NONE, 3),
    Row("sin(x^2)", "x", NONE, 2),
    Row("sin(x)^2", "x", NONE, 2),
    Row("(2x + 1)^5", "x", NONE, 2),
    Row("e^(-x^2)", "x", NONE, 2),
    Row("e^(sin(x))", "x", NONE, 2),
    Row("ln(x^2)", "x", NONE, 3),
    Row("ln(1 + x^2)", "x", NONE, 2),
    Row("ln(ln(x))", "x", NONE, 2),
    Row("sqrt(1 + x^2)", "x", NONE, 3),
    Row("cos(3x + 1)", "x", NONE, 2),
    Row("atan(2x)", "x", NONE, 2),
    Row("1/(1 + x^2)", "x", NONE, 2),
    Row("1/(1 + e^(-x))", "x", NONE, 4),
    Row("ln(sin(x^3)^2)", "x", NONE, 5),
    Row("sin(cos(tan(x)))", "x", NONE, 3),
    Row("sin(x + x^2)", "x", NONE, 2),
    Row("x^2 e^(-x)", "x", NONE, 3),
    Row("e^(-x) sin(2x)", "x", NONE, 3),
    Row("(x^2 + 1)^3 (x - 2)", "x", NONE, 3),
    Row("x^x", "x", NONE, 3),
    Row("ln(x + sqrt(1 + x^2))", "x", NONE, 4),
    Row("(e^x - e^(-x))/(e^x + e^(-x))", "x", NONE, 3),
    Row("A e^(-k t)", "t", NONE, 2),
    Row("A sin(ω t + φ)", "t", NONE, 2),
    Row("max(0, x)", "x", NONE, 1),
    # Several variables.
    Row("3x^2 y", "(x, y)", NONE, 2),
    Row("[3x^2 y, 2x + y^8]", "(x, y)", NONE, 3),
    Row("x^2 y + sin(x y)", "x", NONE, 2),
    Row("sqrt(x^2 + y^2)", "x", NONE, 3),
    Row("e^(x y)", "y", NONE, 2),
    Row("exp(-(x - μ)^2 / (2 σ^2))", "x", {"μ": "scalar", "σ": "scalar", "x": "scalar"}, 3),
    Row("exp(-(x - μ)^2 / (2 σ^2))", "σ", {"μ": "scalar", "σ": "scalar", "x": "scalar"}, 3),
    Row("-ln(σ) - (x - μ)^2 / (2 σ^2)", "μ", {"μ": "scalar", "σ": "scalar", "x": "scalar"}, 3),
    # Losses and activations of one number.
    Row("sigmoid(x)", "x", NONE, 1),
    Row("x sigmoid(x)", "x", NONE, 2),
    Row("ln(1 + exp(x))", "x", NONE, 3),
    Row("tanh(w x + b)", "w", {"w": "scalar", "x": "scalar", "b": "scalar"}, 2),
    Row("(y - sigmoid(z))^2", "z", NONE, 3),
    Row("-y ln(p) - (1 - y) ln(1 - p)", "p", NONE, 3),
    Row("-y ln(sigmoid(z)) - (1 - y) ln(1 - sigmoid(z))", "z", NONE, 4),
    Row("ln(1 + exp(-y z))", "z", NONE, 3),
    Row("max(0, 1 - y z)", "z", NONE, 2),
    Row("-(1 - p)^2 ln(p)", "p", NONE, 3),
    # Element-wise operations and reductions.
    Row("w + x", "w", WX, 2),
    Row("w ⊗ x", "w", WX, 3),
    Row("w ⊘ x", "x", WX, 3),
    Row("max(w, x)", "w", WX, 3),
    Row("max(0, x)", "x", X, 3),
    Row("exp(x)", "x", X, 2),
    Row("x + z", "z", XZ, 2),
    Row("x z", "x", XZ, 2),
    Row("x z", "z", XZ, 2),
    Row("sum(x)", "x", X, 2),
    Row("sum(x z)", "z", XZ, 2),
    Row("sum(x^2)", "x", X, 2),
    Row("sum(exp(x))", "x", X, 2),
    Row("sum(ln(x))", "x", X, 2),
    Row("sum(x)^2", "x", X, 2),
    Row("mean(x)", "x", X, 2),
    Row("x - mean(x)", "x", X, 3),
    Row("1/n sum((x - mean(x))^2)", "x", X, 5),
    Row("-sum(p ⊗ ln(p))", "p", PQ, 3),
    Row("sum(p ⊗ ln(p ⊘ q))", "p", PQ, 4),
    Row("sum(p ⊗ ln(p ⊘ q))", "q", PQ, 4),
    # Norms, dot products, quadratic forms.
    Row("w · x", "w", WX, 2),
    Row("x · x", "x", X, 2),
    Row("norm(x)^2", "x", X, 2),
    Row("norm(x)", "x", X, 3),
    Row("sqrt(sum(x^2))", "x", X, 3),
    Row("norm(x - y)^2", "x", XY, 2),
    Row("norm(x - y)", "x", XY, 3),
    Row("x / norm(x)", "x", X, 5),
    Row("(x · y) / (norm(x) norm(y))", "x", XY, 5),
    Row("x (w · x)", "x", WX, 3),
    Row("(w · x) (y · x)", "x", XY | {"w": "n"}, 2),
    Row("x' A x", "x", FORM, 4),
    Row("1/2 x' A x - y' x", "x", FORM, 4),
    Row("(x - μ)' A (x - μ)", "x", FORM, 4),
    Row("exp(-norm(x)^2 / 2)", "x", X, 3),
    Row("exp(-(x - μ)' A (x - μ) / 2)", "x", FORM, 5),
    Row("exp(-norm(x - y)^2 / (2 σ^2))", "x", XY | {"σ": "scalar"}, 3),
    # One neuron, linear and logistic regression.
    Row("w · x + b", "w", WX, 2),
    Row("w · x + b", "b", WX, 1),
    Row("max(0, w · x + b)", "w", WX, 4),
    Row("max(0, w · x + b)", "b", WX, 3),
    Row("sigmoid(w · x + b)", "w", WX, 3),
    Row("tanh(w · x + b)", "w", WX, 3),
    Row("(w · x - y)^2", "w", WX, 3),
    Row("(y - max(0, w · x + b))^2", "w", WX, 7),
    Row("ln(1 + exp(-y (w · x)))", "w", WX, 4),
    Row("-y ln(sigmoid(w · x)) - (1 - y) ln(1 - sigmoid(w · x))", "w", WX, 5),
    Row("-y ln(sigmoid(w · x + b)) - (1 - y) ln(1 - sigmoid(w · x + b))", "b", WX, 5),
    Row("max(0, 1 - y (w · x + b))", "w", WX, 4),
    Row("norm(X w - y)^2", "w", DATA, 3),
    Row("1/N norm(X w - y)^2", "w", DATA, 3),
    Row("(X w - y) · (X w - y)", "w", DATA, 3),
    Row("norm(X w - y)^2 + λ norm(w)^2", "w", DATA, 3),
    Row("norm(X w - y)^2 + λ sum(abs(w))", "w", DATA, 3),
    Row("1/N sum(i=1..N, (y_i - w · X_i)^2)", "w", ROWS_OF_DATA, 4),
    Row("1/N sum(i=1..N, ln(1 + exp(-y_i (w · X_i))))", "w", ROWS_OF_DATA, 5),
    Row("-sum(y ⊗ ln(sigmoid(X w)) + (1 - y) ⊗ ln(1 - sigmoid(X w)))", "w", DATA, 7),
    Row(LOSS, "w", ROWS_OF_DATA, 13),
    Row(LOSS, "b", ROWS_OF_DATA, 10),
    # Layers, softmax, attention.
    Row("W x + b", "x", MAP, 2),
    Row("tanh(W x + b)", "x", MAP, 3),
    Row("tanh(W x + b)", "b", MAP, 3),
    Row("max(0, W x + b)", "x", MAP, 3),
    Row("V tanh(W x + b) + c", "x", LAYERS, 4),
    Row("V max(0, W x + b) + c", "b", LAYERS, 4),
    Row("norm(V tanh(W x + b) + c - y)^2", "x", LAYERS, 6),
    Row("v · tanh(W x + b)", "x", LAYERS, 4),
    Row("v · tanh(W x + b)", "W", LAYERS, 5),
    Row("1/2 norm(W x + b - y)^2", "W", MAP, 5),
    Row("y' W x", "W", MAP, 2),
    Row("softmax(x)", "x", X, 6),
    Row("ln(softmax(x))", "x", X, 4),
    Row("logsumexp(x)", "x", X, 3),
    Row("ln(sum(exp(x)))", "x", X, 3),
    Row("-y · ln(softmax(x))", "x", XY, 5),
    Row("logsumexp(x) - y · x", "x", XY, 3),
    Row("-y · ln(softmax(W x + b))", "x", MAP, 6),
    Row("softmax(W x)", "x", MAP, 3),
    Row("(q · k) / sqrt(d)", "q", {"q": "n", "k": "n", "d": "scalar"}, 2),
    Row("softmax(K q)", "q", {"K": "m x n", "q": "n"}, 3),
    Row("v · softmax(K q)", "q", {"K": "m x n", "q": "n", "v": "m"}, 5),
    Row("f(g(x))", "x", {"x": "n", "g": "k", "f": "m"}, 3),
)  # fmt: skip


def hidden(step: Step) -> int:
    """How many single rewrites a line stands for.

    A known result that is cited, such as the Jacobian of softmax, counts once: its substeps derive it for a vector of
    its own, and are no part of the line.
    """
    if not step.substeps or not any(part is step.substeps[0].before for part in each_part(step.before)):
        return 1
    return sum(map(hidden, step.substeps))


@dataclass(frozen=True)
class Length:
    """How long a derivation is, and the most that one of its lines hides."""

    row: Row
    trace: Trace

    @property
    def lines(self) -> int:
        return len(self.trace.steps)

    @property
    def ratio(self) -> float:
        return self.lines / self.row.expert

    @property
    def jump(self) -> int:
        return max((max(hidden(step), len(step.substeps)) for step in self.trace.steps), default=0)


_derived: dict[tuple[str, str, str], Trace] = {}


def derived(row: Row, method: str) -> Trace:
    """The derivation of a row by a method: one for all tests that only look at it."""
    key = (row.name, str(row.shapes), method)
    if key not in _derived:
        _derived[key] = derive(row.text, row.wrt, row.shapes, method)
    return _derived[key]


def measured(method: str, rows: Iterable[Row] = TABLE) -> list[Length]:
    """The derivations of the rows by a method that come to their end."""
    found = [Length(row, derived(row, method)) for row in rows]
    return [length for length in found if length.trace.status == "finished"]


def _say(method: str, every: bool) -> None:
    lengths = measured(method)
    lines, expert = sum(length.lines for length in lengths), sum(length.row.expert for length in lengths)
    ratios = sorted(length.ratio for length in lengths)
    print(f"{method}: {len(lengths)} of {len(TABLE)} finished, {lines} lines against {expert}: "
          f"{lines / expert:.2f} in sum, {median(ratios):.2f} in the middle, {ratios[-1]:.2f} at worst")  # fmt: skip
    lengths.sort(key=lambda length: -length.ratio)
    for length in lengths if every else lengths[:10]:
        print(f"    {length.ratio:5.2f}  {length.lines:3d} / {length.row.expert}  {length.jump:3d}  {length.row.name}")
    jumping = [length for length in lengths if length.jump > MOST_HIDDEN]
    print(f"    {len(jumping)} with a line that hides more than {MOST_HIDDEN} steps", end="")
    print(": " + "; ".join(f"{length.row.name} ({length.jump})" for length in jumping) if jumping else "")


def main() -> int:
    """Print the figures of the methods that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("methods", nargs="*", default=["auto", "chain", "elements", "operator"])
    parser.add_argument("--rows", action="store_true", help="every function, not only the ten longest")
    chosen = parser.parse_args()
    for method in chosen.methods:
        _say(method, chosen.rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
