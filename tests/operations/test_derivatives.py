"""The derivative, definition and domain columns are read and compared with the values, by numbers alone."""

from __future__ import annotations

from itertools import product

import numpy
import pytest

from explainer.expr.node import Node, substitute
from explainer.expr.nodes import Apply, Comparison, Derivative, SumReduction, Variable
from explainer.expr.operation import Operation
from explainer.expr.shape import vector_shape
from explainer.operations import OPERATIONS, all_operations
from explainer.verify import Verifier, evaluate_with_oracle
from tests.cases import in_groups

EVERY = all_operations()
ELEMENTWISE = [row for row in EVERY if row.elementwise]


def name_of(row: Operation) -> str:
    return row.name


def parse(text: str) -> Node:
    """An expression of the input language in the scalars u and v."""
    from explainer.language import parse_expression

    return parse_expression(text, {"u": "scalar", "v": "scalar"}).expression


def applied(row: Operation) -> tuple[Apply, list[Variable]]:
    variables = [Variable(name) for name in row.parameters]
    return Apply(row, tuple(variables)), variables


@in_groups("row", ELEMENTWISE, ids=name_of)
def test_the_derivative_column_agrees_with_the_oracle(row: Operation) -> None:
    node, variables = applied(row)
    conditions = tuple(parse(condition) for condition in row.domain)
    for variable, derivative in zip(variables, row.derivative, strict=bool(row.derivative)):
        check = Verifier((node,)).check(Derivative(node, variable), parse(derivative), conditions)
        assert check.ok, (row.name, variable.name, check.message)


@in_groups("row", ELEMENTWISE, ids=name_of)
def test_a_wrong_derivative_column_would_be_seen(row: Operation) -> None:
    node, variables = applied(row)
    for variable, derivative in zip(variables, row.derivative, strict=bool(row.derivative)):
        wrong = parse(f"({derivative}) + u/7 + 1/3")
        assert not Verifier((node,)).check(Derivative(node, variable), wrong).ok, row.name


@in_groups("row", [row for row in EVERY if row.definition], ids=name_of)
def test_the_definition_agrees_with_the_value(row: Operation) -> None:
    from explainer.language import parse_expression

    shapes = {"u": "scalar", "v": "scalar"}
    if row.sizes or row.name.startswith("row_"):
        shapes = dict(zip(row.parameters, row.sizes or ("m x n",), strict=True))
    elif not row.elementwise:
        shapes["u"] = {"frobenius_norm": "m x n", "logdet": "n x n"}.get(row.name, "n")
    parsed = parse_expression(row.definition, shapes)
    variables = [Variable(name, parsed.shapes[name]) for name in row.parameters]
    check = Verifier((parsed.expression,)).check(Apply(row, tuple(variables)), parsed.expression)
    assert check.ok, (row.name, check.message)


@in_groups("row", [row for row in ELEMENTWISE if row.definition], ids=name_of)
def test_the_definition_agrees_with_the_value_where_its_pieces_meet(row: Operation) -> None:
    """At ties, and at the numbers at which functions have their kinks and jumps."""
    from explainer.language import parse_expression

    definition = parse_expression(row.definition, {"u": "scalar", "v": "scalar"}).expression
    in_cases = "cases" in row.definition  # one of which holds everywhere
    compared = 0
    for numbers in product((-6.0, -3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0, 6.0), repeat=row.arity):
        with numpy.errstate(all="ignore"):
            value = float(row.value(numpy, *map(numpy.asarray, numbers)))
            wanted = float(definition.evaluate(dict(zip(row.parameters, numbers, strict=True))))
        if numpy.isfinite(wanted) or (in_cases and numpy.isfinite(value)):
            assert value == pytest.approx(wanted, abs=1e-12), numbers
            compared += 1
    assert compared


@in_groups("row", [row for row in EVERY if row.domain], ids=name_of)
def test_the_domain_is_readable_and_leaves_room(row: Operation) -> None:
    for condition in row.domain:
        if row.elementwise:
            assert isinstance(parse(condition), Comparison)


def test_the_table_differentiates_inside_a_composition() -> None:
    """A spot check by hand, without the input language: d softplus(u²)/du = 2 u sigmoid(u²)."""
    u = Variable("u")
    inner = Apply(OPERATIONS["square"], (u,))
    outer = Apply(OPERATIONS["softplus"], (inner,))
    found = evaluate_with_oracle(Derivative(outer, u), {"u": 0.8})
    assert found == pytest.approx(1.6 / (1 + numpy.exp(-0.64)), rel=1e-12)


def test_substituting_into_a_row_keeps_the_operation() -> None:
    u, x = Variable("u"), Variable("x", vector_shape("n"))
    assert substitute(Apply(OPERATIONS["sin"], (u,)), {u: x}) is Apply(OPERATIONS["sin"], (x,))
    assert SumReduction(Apply(OPERATIONS["sin"], (x,))).shape.is_scalar
