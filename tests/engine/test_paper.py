"""The derivations of the paper, row by row: the result, the waypoints in their order, and every check.

Waypoints are compared as expressions: the order of factors and terms and superfluous brackets do not matter, anything
else does. (Comparing values would prove nothing: all lines of a derivation have one value.)
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from explainer.descent import descend
from explainer.engine import Step, Trace, derive
from explainer.engine.agreement import outcomes
from explainer.expr.node import Node, subnodes, with_children
from explainer.expr.nodes import Blocks, Derivative, Product, Sum, Variable, Where
from explainer.language import parse_expression
from explainer.verify import verify
from explainer.verify.batch import Batch
from explainer.verify.oracle import Oracle
from explainer.verify.points import Sizes
from tests.cases import in_groups


@dataclass(frozen=True)
class Row:
    """One row of the paper: what is derived, what it passes through, where it ends."""

    id: str
    text: str
    wrt: str
    result: str
    waypoints: tuple[str, ...] = ()
    method: str = "operator"
    layout: str = "numerator"
    shapes: dict[str, str] = field(default_factory=dict)


X = {"x": "n"}
WX = {"w": "n", "x": "n"}
FG = {"f": "n", "g": "n"}
XZ = {"x": "n", "z": "scalar"}
LOSS = "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"
NAMED_LOSS = LOSS + " where e_i = w · x_i + b - y_i"
STACKED_LOSS = "1/N sum(i=1..N, (y_i - max(0, w_hat · x_hat_i))^2) where w_hat = [w, b], x_hat_i = [x_i, 1]"
STACKED_GRADIENT = (
    "1/N sum(i=1..N, cases(zeros(1, n+1) if w · X_i + b <= 0, 2 (w · X_i + b - y_i) [[X_i', 1]] if w · X_i + b > 0))"
)
DATA = {"w": "n", "X": "N x n", "y": "N", "b": "scalar"}

ROWS = (
    Row("A1", "99", "x", "0"),
    Row("A2", "3x", "x", "3", ("3 d(x)/dx",)),
    Row("A3", "x^3", "x", "3 x^2"),
    Row("A4", "x^2 + 3x", "x", "2 x + 3", ("d(x^2)/dx + d(3 x)/dx",)),
    Row("A5", "x^2 - 3x", "x", "2 x - 3", ("d(x^2)/dx - d(3 x)/dx",)),
    Row("A6", "x^2 x", "x", "3 x^2", ("x^2 d(x)/dx + x d(x^2)/dx", "x^2 * 1 + x * 2 x", "x^2 + 2 x^2")),
    Row("A7", "ln(x^2)", "x", "2 / x", ("(1 / x^2) (2 x)",)),
    Row("A7 chain", "ln(x^2)", "x", "2 / x", ("(1 / u) (2 x)",), method="chain"),
    Row("A8", "9(x + x^2)", "x", "9 + 18 x",
        ("9 d(x + x^2)/dx", "9 (d(x)/dx + d(x^2)/dx)", "9 (1 + 2 x)")),
    Row("B1x", "x y", "x", "y"),
    Row("B1y", "x y", "y", "x"),
    Row("B2", "3x^2 y", "x", "6 y x", ("3 y ∂(x^2)/∂(x)", "3 y * 2 x")),
    Row("B3", "3x^2 y", "y", "3 x^2", ("3 x^2 ∂(y)/∂(y)", "3 x^2 * 1")),
    Row("B4", "3x^2 y", "(x, y)", "[[6 y x, 3 x^2]]", ("[[∂(3 x^2 y)/∂(x), ∂(3 x^2 y)/∂(y)]]",)),
    Row("C1x", "2x + y^8", "x", "2", ("∂(2 x)/∂(x) + ∂(y^8)/∂(x)", "2 * 1 + 0")),
    Row("C1y", "2x + y^8", "y", "8 y^7", ("0 + 8 y^7",)),
    Row("C1xy", "2x + y^8", "(x, y)", "[[2, 8 y^7]]"),
    Row("C2", "[3x^2 y, 2x + y^8]", "(x, y)", "[[6 y x, 3 x^2], [2, 8 y^7]]",
        ("stack(∂(3 x^2 y)/∂(x, y), ∂(2 x + y^8)/∂(x, y))",
         "stack([[∂(3 x^2 y)/∂(x), ∂(3 x^2 y)/∂(y)]], [[∂(2 x + y^8)/∂(x), ∂(2 x + y^8)/∂(y)]])",
         "stack([[6 y x, 3 x^2]], [[2, 8 y^7]])")),
    Row("C3", "[3x^2 y, 2x + y^8]", "(x, y)", "[[6 y x, 2], [3 x^2, 8 y^7]]",
        ("[[6 y x, 3 x^2], [2, 8 y^7]]'",), layout="denominator"),
    Row("C4", "[3x_1^2 x_2, 2x_1 + x_2^8]", "x", "[[6 x_2 x_1, 3 x_1^2], [2, 8 x_2^7]]",
        ("stack(∂(3 x_1^2 x_2)/∂(x), ∂(2 x_1 + x_2^8)/∂(x))",), shapes={"x": "2"}),
    Row("G1", "sin(x^2)", "x", "2 x cos(x^2)",
        ("x^2", "sin(u)", "2 x", "cos(u)", "d(y)/d(u) d(u)/d(x)", "cos(u) * 2 x"), method="chain"),
    Row("G2", "ln(sin(x^3)^2)", "x", "6 x^2 cos(x^3) / sin(x^3)",
        ("x^3", "sin(u_1)", "u_2^2", "ln(u_3)", "3 x^2", "cos(u_1)", "2 u_2", "1 / u_3",
         "d(u_4)/d(u_3) d(u_3)/d(u_2) d(u_2)/d(u_1) d(u_1)/d(x)", "6 u_2 x^2 cos(u_1) / u_3"), method="chain"),
    Row("G3 forward", "sin(x^2)", "x", "2 x cos(x^2)", ("d(u)/d(x) d(y)/d(u)",), method="chain-forward"),
    Row("H1", "x + x^2", "x", "1 + 2 x",
        ("x^2", "x + u_1", "∂(u_2)/∂(x) + ∂(u_2)/∂(u_1) d(u_1)/d(x)", "1 + 1 * 2 x"), method="chain"),
    Row("H2", "sin(x + x^2)", "x", "cos(x + x^2) (1 + 2 x)",
        ("x^2", "x + u_1", "sin(u_2)", "2 x", "1 + 2 x", "∂(u_3)/∂(x) + ∂(u_3)/∂(u_2) d(u_2)/d(x)",
         "0 + cos(u_2) (1 + 2 x)"), method="chain"),
    Row("H3", "x x^2", "x", "3 x^2", ("x^2", "x u_1", "u_1 + x * 2 x"), method="chain"),
    Row("H4", "x + x^2", "x", "1 + 2 x",
        ("∂(u_2)/∂(u_3) d(u_3)/d(x) + ∂(u_2)/∂(u_1) d(u_1)/d(x)", "1 * 1 + 1 * 2 x"), method="chain-alias"),
    Row("C5", "f(x)", "x", "grid(i=1..m, j=1..n, ∂(f(x)_i)/∂(x_j))", method="elements", shapes={"f": "m", "x": "n"}),
    Row("C6", "x", "x", "identity(n)",
        ("grid(i=1..n, j=1..n, ∂(x_i)/∂(x_j))", "grid(i=1..n, j=1..n, delta(i, j))", "diagonal(i=1..n, 1)"),
        method="elements", shapes=X),
    Row("D0w", "f.(w) ○ g.(x)", "w", "diagonal(i=1..n, ∂(f_i.(w_i) ○ g_i.(x_i))/∂(w_i))",
        ("grid(i=1..n, j=1..n, ∂((f.(w))_i ○ (g.(x))_i)/∂(w_j))",
         "grid(i=1..n, j=1..n, ∂(f_i.(w_i) ○ g_i.(x_i))/∂(w_j))",
         "grid(i=1..n, j=1..n, delta(i, j) ∂(f_i.(w_i) ○ g_i.(x_i))/∂(w_i))"), method="elements", shapes=FG | WX),
    Row("D0x", "f.(w) ○ g.(x)", "x", "diagonal(i=1..n, ∂(f_i.(w_i) ○ g_i.(x_i))/∂(x_i))",
        ("grid(i=1..n, j=1..n, ∂((f.(w))_i ○ (g.(x))_i)/∂(x_j))",
         "grid(i=1..n, j=1..n, ∂(f_i.(w_i) ○ g_i.(x_i))/∂(x_j))"), method="elements", shapes=FG | WX),
    Row("D0 general", "f(w) ○ g(x)", "w", "grid(i=1..n, j=1..n, ∂(f(w)_i ○ g(x)_i)/∂(w_j))",
        method="elements", shapes=FG | WX),
    Row("D1w", "w + x", "w", "identity(n)",
        ("grid(i=1..n, j=1..n, ∂(w_i + x_i)/∂(w_j))",), method="elements", shapes=WX),
    Row("D1x", "w + x", "x", "identity(n)", method="elements", shapes=WX),
    Row("D2w", "w - x", "w", "identity(n)", method="elements", shapes=WX),
    Row("D2x", "w - x", "x", "-identity(n)", ("diagonal(i=1..n, -1)",), method="elements", shapes=WX),
    Row("D3w", "w ⊗ x", "w", "diag(x)", ("diagonal(i=1..n, x_i)",), method="elements", shapes=WX),
    Row("D3x", "w ⊗ x", "x", "diag(w)", ("diagonal(i=1..n, w_i)",), method="elements", shapes=WX),
    Row("D4w", "w ⊘ x", "w", "diagonal(i=1..n, 1 / x_i)", method="elements", shapes=WX),
    Row("D4x", "w ⊘ x", "x", "diagonal(i=1..n, -w_i / x_i^2)", method="elements", shapes=WX),
    Row("D5w", "max(w, x)", "w", "diagonal(i=1..n, cases(0 if w_i <= x_i, 1 if w_i > x_i))",
        method="elements", shapes=WX),
    Row("D5x", "max(w, x)", "x", "diagonal(i=1..n, cases(0 if x_i <= w_i, 1 if x_i > w_i))",
        method="elements", shapes=WX),
    Row("D6", "w > x", "w", "zeros(n, n)", method="elements", shapes=WX),
    Row("E1", "x + z", "x", "identity(n)",
        ("∂(x + expand(z, n))/∂(x)", "grid(i=1..n, j=1..n, ∂(x_i + z)/∂(x_j))"), method="elements", shapes=XZ),
    Row("E2", "x + z", "z", "ones(n)", ("column(i=1..n, 0 + 1)", "column(i=1..n, 1)"), method="elements", shapes=XZ),
    Row("E3", "x z", "x", "z identity(n)", ("diagonal(i=1..n, z)",), method="elements", shapes=XZ),
    Row("E4", "x z", "z", "x", ("column(i=1..n, x_i)",), method="elements", shapes=XZ),
    Row("F1", "sum(f(x))", "x", "row(j=1..n, sum(i=1..m, ∂(f(x)_i)/∂(x_j)))",
        ("row(j=1..n, ∂(sum(i=1..m, f(x)_i))/∂(x_j))",), method="elements", shapes={"f": "m", "x": "n"}),
    Row("F2", "sum(x)", "x", "ones(n)'",
        ("row(j=1..n, sum(i=1..n, ∂(x_i)/∂(x_j)))", "row(j=1..n, sum(i=1..n, delta(i, j)))", "row(j=1..n, 1)"),
        method="elements", shapes=X),
    Row("F3", "sum(x z)", "x", "z ones(n)'", ("row(j=1..n, z)",), method="elements", shapes=XZ),
    Row("F4", "sum(x z)", "z", "sum(x)", ("sum(i=1..n, ∂(x_i z)/∂(z))", "sum(i=1..n, x_i)"),
        method="elements", shapes=XZ),
    Row("F5", "sum(x + z)", "z", "n", ("sum(i=1..n, 0 + 1)", "sum(i=1..n, 1)"), method="elements", shapes=XZ),
    Row("F6", "sum(w + x)", "w", "ones(n)'", ("d(y)/d(u) @ d(u)/d(w)", "ones(n)' @ identity(n)"),
        method="chain", shapes=WX | {"u": "n"}),
    Row("I1", "[ln(x^2), sin(3x)]", "x", "[2 / x, 3 cos(3 x)]"),
    Row("I1 vectors", "[ln(g_1), sin(g_2)] where g = [x^2, 3x]", "x", "[2 / x, 3 cos(3 x)]",
        ("[x^2, 3 x]", "[ln(g_1), sin(g_2)]", "[2 x, 3]", "[[1 / g_1, 0], [0, cos(g_2)]]", "d(y)/d(g) @ d(g)/d(x)",
         "[[1 / g_1, 0], [0, cos(g_2)]] @ [2 x, 3]"), method="chain", shapes={"g": "2"}),
    Row("I2", "f(g(x))", "x", "(∂(f(u))/∂(u) @ ∂(g(x))/∂(x) where u = g(x))",
        ("g(x)", "f(u)", "d(y)/d(u) @ d(u)/d(x)", "∂(f(u))/∂(u) @ ∂(g(x))/∂(x)"),
        method="chain", shapes={"x": "n", "g": "k", "f": "m", "u": "k", "y": "m"}),
    Row("I2 written out", "f(g(x))", "x",
        "(grid(i=1..m, j=1..k, ∂(f(u)_i)/∂(u_j)) @ grid(i=1..k, j=1..n, ∂(g(x)_i)/∂(x_j)) where u = g(x))",
        ("∂(f(u))/∂(u) @ ∂(g(x))/∂(x)",),
        method="elements", shapes={"x": "n", "g": "k", "f": "m", "u": "k"}),
    Row("I3", "f.(g.(x))", "x",
        "(diagonal(i=1..n, ∂(f_i.(u_i))/∂(u_i) ∂(g_i.(x_i))/∂(x_i)) where u = g.(x))",
        ("d(y)/d(u) @ d(u)/d(x)",
         "diagonal(i=1..n, ∂(f_i.(u_i))/∂(u_i)) @ diagonal(i=1..n, ∂(g_i.(x_i))/∂(x_i))"),
        method="chain", shapes=FG | {"x": "n", "u": "n", "y": "n"}),
    Row("J1w", "w · x", "w", "x'",
        ("w ⊗ x", "diag(x)", "d(y)/d(u) @ d(u)/d(w)", "ones(n)' @ diag(x)"), method="chain", shapes=WX | {"u": "n"}),
    Row("J1x", "w · x", "x", "w'", ("ones(n)' @ diag(w)",), method="chain", shapes=WX | {"u": "n"}),
    Row("J2", "w · x", "w", "x'", ("row(j=1..n, ∂(sum(i=1..n, w_i x_i))/∂(w_j))", "row(j=1..n, x_j)"),
        method="elements", shapes=WX),
    Row("J3w", "w · x + b", "w", "x'", ("x' + zeros(1, n)",), shapes=WX),
    Row("J3b", "w · x + b", "b", "1", ("0 + 1",), shapes=WX),
    Row("J4", "max(0, z)", "z", "cases(0 if z <= 0, 1 if z > 0)"),
    Row("J5", "max(0, x)", "x", "diagonal(i=1..n, cases(0 if x_i <= 0, 1 if x_i > 0))", method="elements", shapes=X),
    Row("J6w", "max(0, w · x + b)", "w", "cases(zeros(1, n) if w · x + b <= 0, x' if w · x + b > 0)",
        ("w · x + b", "max(0, z)", "d(y)/d(z) d(z)/d(w)", "cases(0 if z <= 0, 1 if z > 0) x'"),
        method="chain", shapes=WX),
    Row("J6b", "max(0, w · x + b)", "b", "cases(0 if w · x + b <= 0, 1 if w · x + b > 0)", method="chain", shapes=WX),
    Row("K1", LOSS, "w",
        "1/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, 2 (w · X_i + b - y_i) X_i' if w · X_i + b > 0))",
        ("1/N sum(i=1..N, ∂((y_i - max(0, w · X_i + b))^2)/∂(w))",), method="chain", shapes=DATA),
    Row("K2", NAMED_LOSS, "w",
        "(2/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, e_i X_i' if w · X_i + b > 0)) where "
        "e_i = w · X_i + b - y_i)",
        ("1/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, 2 (w · X_i + b - y_i) X_i' if w · X_i + b > 0))",
         "1/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, 2 e_i X_i' if w · X_i + b > 0))"),
        method="chain", shapes=DATA),
    Row("K3", LOSS, "b",
        "1/N sum(i=1..N, cases(0 if w · X_i + b <= 0, 2 (w · X_i + b - y_i) if w · X_i + b > 0))",
        method="chain", shapes=DATA),
    Row("K6", STACKED_LOSS, "w_hat", STACKED_GRADIENT,
        ("(1/N sum(i=1..N, ∂((y_i - max(0, w_hat · [X_i, 1]))^2)/∂(w_hat)))",
         "(1/N sum(i=1..N, cases(zeros(1, n+1) if [w, b] · [X_i, 1] <= 0, "
         "2 ([w, b] · [X_i, 1] - y_i) [[X_i', 1]] if [w, b] · [X_i, 1] > 0)))"),
        method="chain", shapes=DATA | {"w_hat": "n+1"}),
    Row("K6 w", STACKED_LOSS, "w",
        "1/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, 2 (w · X_i + b - y_i) X_i' if w · X_i + b > 0))",
        method="chain", shapes=DATA),
    Row("K6 b", STACKED_LOSS, "b",
        "1/N sum(i=1..N, cases(0 if w · X_i + b <= 0, 2 (w · X_i + b - y_i) if w · X_i + b > 0))",
        method="chain", shapes=DATA),
    Row("K6 both", LOSS, "(w, b)", STACKED_GRADIENT,
        (f"[[∂({LOSS})/∂(w), ∂({LOSS})/∂(b)]]",
         "[[1/N sum(i=1..N, cases(zeros(1, n) if w · X_i + b <= 0, "
         "2 (w · X_i + b - y_i) X_i' if w · X_i + b > 0)), "
         "1/N sum(i=1..N, cases(0 if w · X_i + b <= 0, 2 (w · X_i + b - y_i) if w · X_i + b > 0))]]"),
        method="chain", shapes=DATA),
    Row("K4", NAMED_LOSS, "b",
        "(2/N sum(i=1..N, cases(0 if w · X_i + b <= 0, e_i if w · X_i + b > 0)) where e_i = w · X_i + b - y_i)",
        ("1/N sum(i=1..N, cases(0 if w · X_i + b <= 0, 2 e_i if w · X_i + b > 0))",), method="chain", shapes=DATA),
)  # fmt: skip
ROWS_IN_SECTION = {"A": 8, "B": 4, "C": 6, "D": 6, "E": 4, "F": 6, "G": 3, "H": 4, "I": 3, "J": 6, "K": 6}
IDS_OF_THE_PAPER = {f"{section}{k}" for section, rows in ROWS_IN_SECTION.items() for k in range(1, rows + 1)} | {"D0"}
"""All rows of the paper. K5, a step of descent, is no derivation and has a test of its own below."""


def normal(node: Node) -> Node:
    """The expression with factors and terms in a fixed order and brackets that mean nothing removed."""
    node = with_children(node, tuple(map(normal, node.children))) if node.children else node
    if isinstance(node, Product):
        factors = [f for factor in node.factors for f in (factor.factors if isinstance(factor, Product) else (factor,))]
        return Product(tuple(sorted(factors, key=Node.text)))
    if isinstance(node, Sum):
        terms = [t for term in node.terms for t in (term.terms if isinstance(term, Sum) else (term,))]
        return Sum(tuple(sorted(terms, key=Node.text)))
    if isinstance(node, Derivative):  # whether it is written with d or with ∂ is not a waypoint
        return Derivative(node.body, node.wrt)
    return node


def shown(line: Node) -> list[Node]:
    """What a line shows: itself, or the value, the definitions and the facts of a program."""
    if not isinstance(line, Where):
        return [normal(line)]
    sides = [part.right for part in (*line.definitions, *line.facts)]
    return [normal(part) for part in (line.body, *sides)]


def lines(steps: tuple[Step, ...]) -> list[Node]:
    """The lines of a derivation in order, folded ones before the line that folds them."""
    return [line for step in steps for line in (*lines(step.substeps), step.after)]


def parse(text: str, trace: Trace) -> Node:
    shapes = {name: str(shape) for name, shape in trace.problem.shapes.items()}
    if any(isinstance(line, Where) for line in trace.lines) or "d(" in text:
        shapes |= {part.name: str(part.shape) for line in trace.lines for part in line_variables(line)}
    return normal(parse_expression(text, shapes).expression)


def line_variables(line: Node) -> list[Variable]:
    """The variables of a line, those that its definitions name among them."""
    return [part for _, part in subnodes(line) if isinstance(part, Variable)]


DERIVED: dict[str, Trace] = {}


def derived(row: Row) -> Trace:
    """The derivation of a row, once for all that is asked of it."""
    if row.id not in DERIVED:
        DERIVED[row.id] = derive(row.text, row.wrt, row.shapes, row.method, row.layout)
    return DERIVED[row.id]


every_row = in_groups("row", ROWS, ids=lambda row: row.id)


def test_every_row_of_the_paper_is_here() -> None:
    covered = {row.id.split()[0].rstrip("bwxyz") for row in ROWS}
    assert covered | {"K5"} == IDS_OF_THE_PAPER
    assert len(IDS_OF_THE_PAPER) == 57
    assert len({row.id for row in ROWS}) == len(ROWS)


@every_row
def test_the_result_is_that_of_the_paper(row: Row) -> None:
    trace = derived(row)
    assert trace.status == "finished", trace.reason
    assert normal(trace.result) is parse(row.result, trace)


@every_row
def test_the_waypoints_occur_in_order(row: Row) -> None:
    trace = derived(row)
    found = [part for line in lines(trace.steps) for part in shown(line)]
    place = 0
    for waypoint in row.waypoints:
        wanted = parse(waypoint, trace)
        later = [k for k in range(place, len(found)) if found[k] is wanted]
        assert later, f"{waypoint} does not come after place {place}: {[part.text() for part in found]}"
        place = later[0]


@every_row
def test_every_step_and_substep_is_checked(row: Row) -> None:
    trace = derived(row)
    stack = list(trace.steps)
    assert stack
    while stack:
        step = stack.pop()
        assert step.check.ok, (step.rule, step.before.text(), step.after.text(), step.check)
        assert step.check.points >= 3
        assert step.after.shape == step.before.shape
        stack.extend(step.substeps)


@every_row
def test_explanations_speak_of_the_actual_parts(row: Row) -> None:
    trace = derived(row)
    for step in trace.steps:
        assert step.explanation.strip().endswith("."), step.explanation
        assert "{" not in step.explanation.replace("_{", "")
        assert (step.before is step.after) is (step.attempt is not None)


def test_the_gradient_by_the_stacked_vector_is_that_by_the_weights_beside_that_by_the_bias() -> None:
    """K6 against K1 and K3, which were derived apart."""
    by = {row.id: derive(row.text, row.wrt, row.shapes, row.method).result for row in ROWS if row.id[:2] in "K1 K3 K6"}
    beside = Blocks(((by["K1"], by["K3"]),))
    assert verify(by["K6"], beside).ok
    assert by["K6"] is by["K6 both"]
    assert (by["K6 w"], by["K6 b"]) == (by["K1"], by["K3"])


class Sized(Sizes):
    """Every open size the same number for the names in the list, others counted on from there."""

    def __init__(self, numbers: dict[str, int]) -> None:
        super().__init__(0, ())
        self._numbers = dict(numbers)


@every_row
@pytest.mark.parametrize("sizes", [{"n": 2, "N": 3, "m": 4, "k": 3}, {"n": 3, "N": 2, "m": 2, "k": 4},
                                   {"n": 5, "N": 4, "m": 3, "k": 2}, {"n": 1, "N": 1, "m": 1, "k": 1}],
                         ids=lambda sizes: f"n={sizes['n']}")  # fmt: skip
def test_the_result_holds_for_these_sizes(row: Row, sizes: dict[str, int]) -> None:
    trace = derived(row)
    batch = Batch(7, 24, Sized(sizes), Oracle(analytic_functions=True))
    compared = batch.compare(trace.start, trace.result, ())
    assert compared.usable.sum() >= 6
    assert compared.errors.max() < 1e-5


AGREEING = [row for row in ROWS if row.id.split()[-1] not in {"chain", "forward", "both"} and row.layout == "numerator"]


@in_groups("row", AGREEING, ids=lambda row: row.id)
def test_every_method_that_comes_to_an_end_agrees(row: Row) -> None:
    found = outcomes(derive(row.text, row.wrt, row.shapes))
    ended = [outcome for outcome in found if outcome.check is not None]
    assert {outcome.method for outcome in found} >= {"operator", "chain", "elements"}
    assert len(ended) >= 2 or row.id.startswith("D0") or row.id.startswith("I")
    for outcome in ended:
        assert outcome.check is not None
        assert outcome.check.ok, (outcome.method, outcome.trace.result.text(), outcome.check)


def test_a_step_of_descent_is_that_of_the_paper_with_the_gradient_transposed() -> None:
    """K5: w ← w − η (∂C/∂w)ᵀ, b ← b − η ∂C/∂b, against the same written with nothing but NumPy."""
    X, y = np.array([[1.0, 2.0, 0.5], [-3.0, 1.0, 1.0]]), np.array([1.0, 1.0])
    w, b, eta = np.array([1.0, 1.0, -0.5]), 0.25, 0.1
    run = descend([derive(LOSS, name, DATA) for name in "wb"], {"w": w, "b": b, "X": X, "y": y}, eta, 10)
    losses = []
    for _ in range(11):
        losses.append(np.mean((y - np.maximum(0, X @ w + b)) ** 2))
        errors = np.where(X @ w + b > 0, X @ w + b - y, 0)
        w, b = w - eta * 2 / 2 * (errors @ X), b - eta * 2 / 2 * errors.sum()
    np.testing.assert_allclose(run.losses, losses, rtol=1e-12)
    assert run.losses[-1] < run.losses[0]


def test_both_orders_of_the_chain_rule_agree() -> None:
    backward = derive("sin(x^2)", "x", method="chain").result
    forward = derive("sin(x^2)", "x", method="chain-forward").result
    assert backward is forward
