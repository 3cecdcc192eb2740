"""Results as a mathematician would write them: the same short form by every method, compared as expressions."""

from __future__ import annotations

from dataclasses import dataclass, field

from explainer.engine import METHODS, derive
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import Dot, Hadamard, Product, Sum
from explainer.language import parse_expression
from tests.cases import in_groups
from tests.some import some_pairs

X = {"x": "n"}
XY = {"x": "n", "y": "n"}
WX = {"w": "n", "x": "n"}
MAP = {"W": "m x n", "x": "n", "b": "m", "y": "m", "v": "m"}
DATA = {"X": "N x n", "w": "n", "y": "N"}
ROWS_OF_DATA = DATA | {"b": "scalar"}


@dataclass(frozen=True)
class Row:
    """A problem, what every method must end in, and what single methods end in where they differ in form."""

    text: str
    wrt: str
    shapes: dict[str, str]
    result: str
    others: dict[str, str] = field(default_factory=dict)


TABLE = (
    Row("softmax(x)", "x", X, "diag(softmax(x)) - softmax(x) @ softmax(x)'"),
    Row("exp(x) / sum(exp(x))", "x", X, "diag(softmax(x)) - softmax(x) @ softmax(x)'"),
    Row("softmax(W x)", "x", MAP, "(diag(softmax(W @ x)) - softmax(W @ x) @ softmax(W @ x)') @ W"),
    Row("ln(sum(exp(x)))", "x", X, "softmax(x)'"),
    Row("logsumexp(x)", "x", X, "softmax(x)'"),
    Row("ln(sum(exp(W x)))", "x", MAP, "softmax(W @ x)' @ W"),
    Row("logsumexp(W x + b)", "x", MAP, "softmax(W @ x + b)' @ W"),
    Row("ln(softmax(x))", "x", X, "identity(n) - ones(n) @ softmax(x)'"),
    Row("-y · ln(softmax(x))", "x", XY, "(sum(y) softmax(x) - y)'"),
    Row("sum(softmax(x) ⊗ y)", "x", XY, "(softmax(x) ⊗ y - sum(softmax(x) ⊗ y) softmax(x))'"),
    Row("y · softmax(x)", "x", XY, "(softmax(x) ⊗ y - (softmax(x) · y) softmax(x))'"),
    Row("sum(softmax(x))", "x", X, "zeros(1, n)"),
    Row("norm(x)", "x", X, "x' / norm(x)"),
    Row("sqrt(sum(x ⊗ x))", "x", X, "x' / norm(x)"),
    Row("norm(x)^2", "x", X, "2 x'"),
    Row("x · x", "x", X, "2 x'"),
    Row("sum(x^2)", "x", X, "2 x'"),
    Row("norm(x)^3", "x", X, "3 norm(x) x'"),
    Row("norm(W x - y)^2", "x", MAP, "2 ((W @ x - y)' @ W)"),
    Row("(W x - y) · (W x - y)", "x", MAP, "2 ((W @ x - y)' @ W)"),
    Row("norm(W x - y)", "x", MAP, "((W @ x - y)' @ W) / norm(W @ x - y)"),
    Row("norm(x - y)^2", "x", XY, "2 (x - y)'"),
    Row("1/N norm(X w - y)^2", "w", DATA, "(2/N) ((X @ w - y)' @ X)"),
    Row("norm(X w - y)^2 + λ norm(w)^2", "w", DATA, "2 ((X @ w - y)' @ X) + 2 λ w'"),
    Row("norm(X w - y)^2 + λ norm(w)", "w", DATA, "2 ((X @ w - y)' @ X) + (λ w') / norm(w)"),
    Row("norm(X w - y)^2 + λ sum(abs(w))", "w", DATA, "2 ((X @ w - y)' @ X) + λ sign(w)'"),
    Row("(w · x - y)^2 + λ (w · w)", "w", WX | {"y": "scalar"}, "2 (w · x - y) x' + 2 λ w'"),
    Row("ln(1 + exp(-y (w · x)))", "w", WX | {"y": "scalar"}, "-(y sigmoid(-(y (w · x))) x')"),
    Row("-y ln(sigmoid(w · x)) - (1 - y) ln(1 - sigmoid(w · x))", "w", WX | {"y": "scalar"},
        "(sigmoid(w · x) - y) x'"),
    Row("1 / (1 + exp(-(w · x)))", "w", WX, "sigmoid(w · x) (1 - sigmoid(w · x)) x'"),
    Row("sigmoid(w · x + b)", "w", WX, "sigmoid(w · x + b) (1 - sigmoid(w · x + b)) x'"),
    Row("sigmoid(W x + b)", "x", MAP, "diag(sigmoid(W @ x + b) ⊗ (1 - sigmoid(W @ x + b))) @ W"),
    Row("tanh(w · x + b)", "w", WX, "(1 - tanh(w · x + b)^2) x'"),
    Row("tanh(W x + b)", "x", MAP, "diag(1 - tanh(W @ x + b)^2) @ W"),
    Row("relu(W x + b)", "x", MAP, "diag(W @ x + b > 0) @ W"),
    Row("exp(W x)", "x", MAP, "diag(exp(W @ x)) @ W"),
    Row("ln(W x)", "x", MAP, "diag(ones(m) ⊘ (W @ x)) @ W"),
    Row("x / norm(x)", "x", X, "identity(n) / norm(x) - (x @ x') / norm(x)^3"),
    Row("normalize(x)", "x", X, "identity(n) / norm(x) - (x @ x') / norm(x)^3"),
    Row("(y · x) / (norm(y) norm(x))", "x", XY, "y' / (norm(x) norm(y)) - ((x · y) x') / (norm(x)^3 norm(y))"),
    Row("x' A x", "x", X | {"A": "n x n"}, "x' @ (A + A')"),
    Row("1/2 x' A x - y' x", "x", XY | {"A": "n x n"}, "(x' @ (A + A')) / 2 - y'"),
    Row("exp(-norm(x)^2 / 2)", "x", X, "-(exp(-(norm(x)^2 / 2)) x')"),
    Row("sum(ln(x))", "x", X, "(ones(n) ⊘ x)'"),
    Row("w ⊗ x + x ⊗ x", "x", WX, "diag(w + 2 x)"),
    Row("x (w · x)", "x", WX, "(w · x) identity(n) + x @ w'"),
    Row("1/N sum(i=1..N, (y_i - w · X_i)^2)", "w", ROWS_OF_DATA, "(2/N) sum(i=1..N, (w · X_i - y_i) X_i')"),
    Row("1/N sum(i=1..N, ln(1 + exp(-y_i (w · X_i))))", "w", ROWS_OF_DATA,
        "-(1/N) sum(i=1..N, y_i sigmoid(-(y_i (w · X_i))) X_i')"),
    Row("sum(i=1..n, x_i^2)", "x", X, "2 x'"),
)  # fmt: skip
CASES = some_pairs(3, TABLE, [method for method in METHODS if method != "backward"])
"""A sweep backward names values, so that its form may be a longer one; test_forms holds its value."""


def ordered(node: Node) -> Node:
    """The expression with terms, and factors that may change places, in a fixed order."""
    node = with_children(node, tuple(map(ordered, node.children))) if node.children else node
    if isinstance(node, Product | Sum | Hadamard):
        parts = [p for part in node.children for p in (part.children if isinstance(part, type(node)) else (part,))]
        return type(node)(tuple(sorted(parts, key=Node.text)))
    return Dot(*sorted(node.children, key=Node.text)) if isinstance(node, Dot) else node


@in_groups(("row", "method"), CASES, ids=[f"{row.text} by {method}" for row, method in CASES])
def test_the_result_is_in_its_shortest_form(row: Row, method: str) -> None:
    trace = derive(row.text, row.wrt, row.shapes, method)
    assert trace.status == "finished", trace.reason
    shapes = {name: str(shape) for name, shape in trace.problem.shapes.items()}
    wanted = parse_expression(row.others.get(method, row.result), shapes).expression
    assert ordered(trace.result) is ordered(wanted), trace.result.text()
    assert all(step.check.ok for step in trace.steps)
