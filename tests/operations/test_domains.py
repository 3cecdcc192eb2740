"""Every condition of every domain is needed and enough: at its edge the function ends or has no derivative, beside it
the derivative is what the table says.

Nothing is listed here but numbers to try; the edges are found from the conditions themselves.
"""

from __future__ import annotations

from itertools import pairwise, product

import numpy
import pytest

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Comparison, Variable
from explainer.expr.operation import Operation
from explainer.language import parse_expression
from explainer.operations import all_operations
from explainer.operations.matrix import ONLY_DIFFERENTIALS
from explainer.verify import evaluate_with_oracle
from tests.cases import in_groups

ROWS = [row for row in all_operations() if row.elementwise and row.derivative]
WITH_DOMAIN = [(row, k) for row in ROWS for k in range(len(row.domain))]
SPECIAL = (
    -6.0,
    -3.0,
    -2.0,
    -1.5,
    -1.0,
    -0.5,
    0.0,
    0.3,
    0.5,
    0.8,
    1.0,
    1.3,
    1.5707963267948966,
    2.0,
    3.0,
    3.141592653589793,
    6.0,
)
NEAR = 1e-3
LARGE, STEP = 1e9, 1e-7
"""A derivative above the first stands for a pole; the second is the step of the differences."""


def parse(text: str) -> Node:
    return parse_expression(text, {"u": "scalar", "v": "scalar"}).expression


def value(node: Node, at: dict[str, float]) -> float:
    with numpy.errstate(all="ignore"):
        return float(evaluate_with_oracle(node, at))


def holds(condition: Node, at: dict[str, float]) -> bool:
    """Whether a condition holds, and not just by a hair: the cosine of the float beside π/2 counts as zero."""
    assert isinstance(condition, Comparison)
    return value(condition, at) != 0.0 and abs(value(condition.left, at) - value(condition.right, at)) > 1e-9


def slopes(node: Node, name: str, at: dict[str, float]) -> tuple[float, float]:
    """The slope behind and the slope ahead."""
    here = value(node, at)
    return tuple((value(node, {**at, name: at[name] + step}) - here) / step for step in (-STEP, STEP))  # type: ignore[return-value]


def is_fine(row: Operation, at: dict[str, float]) -> bool:
    """Whether function and derivatives have values here, and the derivatives are those of the table."""
    node = Apply(row, tuple(Variable(name) for name in row.parameters))
    for name, column in zip(row.parameters, row.derivative, strict=True):
        said = value(parse(column), at)
        for slope in slopes(node, name, at):
            if not (abs(slope) < LARGE and abs(said) < LARGE and abs(slope - said) <= 1e-3 * (1 + abs(said))):
                return False
    return True


def points(row: Operation) -> list[dict[str, float]]:
    return [dict(zip(row.parameters, numbers, strict=True)) for numbers in product(SPECIAL, repeat=row.arity)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_domain_is_enough(row: Operation) -> None:
    """At every number to try that fulfils it, also at those where other functions have kinks and poles."""
    conditions = [parse(condition) for condition in row.domain]
    inside = [at for at in points(row) if all(holds(condition, at) for condition in conditions)]
    assert len(inside) >= 3
    assert all(is_fine(row, at) for at in inside), [at for at in inside if not is_fine(row, at)]


def edges(condition: Comparison, row: Operation) -> list[tuple[dict[str, float], str]]:
    """Points at which both sides of a condition are equal, with the parameter along which they were found."""
    found = []
    for name in row.parameters:
        others = [other for other in row.parameters if other != name]
        for numbers in product((-1.5, 0.0, 2.0), repeat=len(others)):
            rest = dict(zip(others, numbers, strict=True))

            def gap(x: float, name: str = name, rest: dict[str, float] = rest) -> float:
                at = {**rest, name: x}
                return value(condition.left, at) - value(condition.right, at)

            # A little off the special numbers, so that an edge lies between two of them, and these themselves.
            line = [x - 0.017 for x in SPECIAL]
            zeros = [x for x in SPECIAL if gap(x) == 0.0]
            if len(zeros) < len(SPECIAL):  # a line that runs along an edge does not cross it
                found += [({**rest, name: x}, name) for x in zeros]
            for low, high in pairwise(line):
                if gap(low) * gap(high) < 0:
                    for _ in range(80):
                        middle = (low + high) / 2
                        low, high = (middle, high) if gap(low) * gap(middle) > 0 else (low, middle)
                    found.append(({**rest, name: high}, name))
    return found


@in_groups(("row", "k"), WITH_DOMAIN, ids=lambda part: getattr(part, "name", str(part)))
def test_every_condition_of_a_domain_is_needed(row: Operation, k: int) -> None:
    conditions = [parse(condition) for condition in row.domain]
    condition = conditions[k]
    assert isinstance(condition, Comparison)
    others = [other for other in conditions if other is not condition]
    at_edge = [(at, name) for at, name in edges(condition, row) if all(holds(other, at) for other in others)]
    assert at_edge
    spoiled: set[float] = set()
    for at, name in at_edge:
        if not is_fine(row, at):
            spoiled.add(round(at[name], 6))
        if condition.relation != "!=":
            beside = [{**at, name: at[name] + side} for side in (NEAR, -NEAR)]
            inside = [other for other in beside if all(holds(part, other) for part in conditions)]
            outside = [other for other in beside if not holds(condition, other)]
            assert all(is_fine(row, other) for other in inside)
            assert not any(is_fine(row, other) for other in outside), (row.name, outside)
    # An edge along a line may be harmless (the angle of a point is smooth right of the axis), but no place of it is
    # harmless on all lines.
    assert spoiled == {round(at[name], 6) for at, name in at_edge}, (row.name, row.domain[k], spoiled)


@in_groups(("row", "k"), WITH_DOMAIN, ids=lambda part: getattr(part, "name", str(part)))
def test_an_edge_belongs_to_a_domain_only_where_there_is_a_derivative(row: Operation, k: int) -> None:
    """u > 0 and u ≥ 0 differ in one point, which no random one hits."""
    condition = parse(row.domain[k])
    assert isinstance(condition, Comparison)
    on_the_edge = [at for at, _ in edges(condition, row) if value(condition.left, at) == value(condition.right, at)]
    for at in on_the_edge:
        assert not value(condition, at) or is_fine(row, at), at


@in_groups("row", [row for row in ROWS if row.arity == 1], ids=lambda row: row.name)
def test_the_bounds_of_the_values_are_near_the_values(row: Operation) -> None:
    """A bound that is too far away lets through what has a value nowhere."""
    numbers = numpy.concatenate([numpy.linspace(-30.0, 30.0, 601), [-1e-9, 1e-9]])
    with numpy.errstate(all="ignore"):
        values = numpy.asarray(row.value(numpy, numbers), dtype=float)
    values = values[numpy.isfinite(values)]
    for bound, reached in zip(row.values_between, (values.min(), values.max()), strict=True):
        assert not numpy.isfinite(bound) or abs(bound - reached) < 0.8, (row.name, bound, reached)


# --- functions of a whole vector or matrix ---------------------------------------------------------------------------

WHOLES = [row for row in all_operations() if not row.elementwise and row.arity == 1]
"""But for losses, which are opened: their conditions are those of what they are made of."""
BY_JACOBIAN = [row for row in WHOLES if row.name not in ONLY_DIFFERENTIALS]
BY_DIFFERENTIAL = [row for row in WHOLES if row.differential]
VECTORS = ([0.0, 0.0, 0.0], [1.5, 1.5, 1.5], [2.0, -1.0, 0.5], [0.0, 0.0, 3.0], [-2.0, -2.0, -1.0], [1.0, 2.0, 4.0])
MATRICES = (
    [[0.0, 0.0], [0.0, 0.0]], [[1.0, 2.0], [2.0, 4.0]], [[1.0, 0.5], [-2.0, 3.0]], [[0.0, 1.0], [1.0, 0.0]],
    [[2.0, 0.0], [0.0, 0.0]], [[1.0, 1.0], [1.0, 1.0]],
)  # fmt: skip


def is_smooth(row: Operation, at: numpy.ndarray) -> bool:
    """Whether a function goes on in a straight line to both sides, in every direction."""

    def found(where: numpy.ndarray) -> numpy.ndarray:
        with numpy.errstate(all="ignore"):
            return numpy.asarray(row.value(numpy, where), dtype=float)

    directions = numpy.concatenate([numpy.eye(at.size), [numpy.arange(1.0, 1.0 + at.size)]]).reshape((-1, *at.shape))
    for direction in directions:
        behind, here, ahead = (found(at + step * direction) for step in (-STEP, 0.0, STEP))
        before, after = (here - behind) / STEP, (ahead - here) / STEP
        if not (numpy.isfinite(before).all() and numpy.isfinite(after).all()):
            return False
        if numpy.abs(before - after).max() > 1e-3 * (1 + numpy.abs(before).max()):
            return False
    return True


@in_groups("row", BY_JACOBIAN, ids=lambda row: row.name)
def test_the_domain_of_a_function_of_a_whole_is_where_it_has_a_derivative(row: Operation) -> None:
    is_matrix = row.name == "frobenius_norm"
    shapes = {"u": "n x n" if is_matrix else "n"}
    conditions = [parse_expression(text, shapes).expression for text in row.domain]
    columns = [parse_expression(text, shapes).expression for text in row.derivative]
    outside = 0
    for numbers in MATRICES if is_matrix else VECTORS:
        at = numpy.array(numbers)
        inside = all(evaluate_with_oracle(condition, {"u": at}) for condition in conditions)
        with numpy.errstate(all="ignore"):
            known = all(
                numpy.isfinite(evaluate_with_oracle(column, {"u": at, "n": len(at)})).all() for column in columns
            )
        assert inside == (is_smooth(row, at) and known), at
        outside += not inside
    assert bool(outside) == bool(conditions)


def has_differential(row: Operation, differential: Node, at: numpy.ndarray) -> bool:
    """Whether a function of a matrix goes on in a straight line in some directions, along which its differential is
    what the table says."""
    if not is_smooth(row, at):
        return False
    for direction in (numpy.array([[0.7, -0.4], [0.2, 1.1]]), numpy.array([[0.0, 1.0], [0.3, 0.0]])):
        ahead, behind = (row.value(numpy, at + step * direction) for step in (STEP, -STEP))
        slope = (ahead - behind) / (2 * STEP)
        try:
            with numpy.errstate(all="ignore"):
                said = numpy.asarray(
                    evaluate_with_oracle(differential, {"u": at, "du": direction, "m": 2, "n": 2}), dtype=float
                )
        except ExplainerError:
            return False
        if not numpy.isfinite(said).all() or numpy.abs(said - slope).max() > 1e-3 * (1 + numpy.abs(slope).max()):
            return False
    return True


@in_groups("row", BY_DIFFERENTIAL, ids=lambda row: row.name)
def test_the_domain_of_a_function_of_a_matrix_is_where_its_differential_has_a_value(row: Operation) -> None:
    size = "n x n" if row.name in {"inv", "det", "logdet", "tr", "diag"} else "m x n"
    conditions = [parse_expression(text, {"u": size}).expression for text in row.domain]
    (differential,) = (parse_expression(text, {"u": size, "du": size}).expression for text in row.differential)
    outside = 0
    for numbers in MATRICES:
        at = numpy.array(numbers)
        inside = all(evaluate_with_oracle(condition, {"u": at, "m": 2, "n": 2}) for condition in conditions)
        assert inside == has_differential(row, differential, at), at
        outside += not inside
    assert bool(outside) == bool(conditions)
