"""Two cases of which exactly one holds, and cases as a switch that is 0 or 1 times a value."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.rules.build import is_one, is_zero, times, under_sign

OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">", "=": "!=", "!=": "="}
"""The relation that holds where another does not."""


def both_conditions(body: nodes.Cases) -> tuple[Node, ...]:
    """The conditions of two cases, with what `otherwise` says there."""
    first, last = body.conditions
    match first, last:
        case nodes.Comparison(), nodes.Otherwise():
            return first, _opposite(first)
    return first, last


def _opposite(condition: nodes.Comparison) -> nodes.Comparison:
    return nodes.Comparison(OPPOSITE[condition.relation], condition.left, condition.right)


def are_opposite(conditions: tuple[Node, ...]) -> bool:
    """Whether exactly one of two conditions holds everywhere."""
    first, last = conditions
    return isinstance(first, nodes.Comparison) and last is _opposite(first)


def as_switch(body: nodes.Cases) -> Node:
    """Cases of which one value is not zero, as a switch that is 0 or 1 times that value."""
    values = [value for value in body.values if not is_zero(value)]
    if len(values) != 1 or is_one(values[0]):
        return body
    switch = nodes.Cases(tuple(nodes.ZERO if is_zero(v) else nodes.ONE for v in body.values), body.conditions)
    (value,) = values
    return under_sign(lambda size: times(switch, size), value)
