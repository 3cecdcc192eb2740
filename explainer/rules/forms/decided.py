"""Cases whose conditions are decided: they hold always or never, or by the condition of the cases around them."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.expr.kinds import all_of_kind, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import Cases, Comparison, Negate, Otherwise, Sum
from explainer.operations.decided import verdict
from explainer.rules.build import is_zero
from explainer.rules.rule import Rewrite, Rule, rule

FAMILY = "Cases"


@rule(
    title="Decided cases",
    statement="cases(f if x <= x + 1, g if x > x + 1) = f",
    by_example=True,
    words="Which case applies does not depend on the variables: the others are left out.",
    source="the laws of arithmetic",
    examples=["cases(1 if x <= x + 1, y if x > x + 1)", "cases(x if x^2 < 0, y if x <= 0, z otherwise)",
              "cases(x if x <= y, y if 1 < 2, z otherwise)", "cases(0 if exp(x) + 1 <= 0, exp(x) if exp(x) + 1 > 0)",
              "cases(0 if sigmoid(x) <= 1, x if sigmoid(x) > 1)", "cases(x if x != x, 2 x otherwise)"],
    leaves_alone=["cases(x if x <= y, y if x > y)", "cases(0 if x^2 <= 0, 2 x if x^2 > 0)",
                  "cases(0 if sigmoid(x) <= y, x if sigmoid(x) > y)"],
    phase="tidy",
)  # fmt: skip
def decided_cases(node: Cases) -> Rewrite | None:
    """A case whose condition never holds is left out, and so are all behind one whose condition always holds."""
    found = [verdict(condition) for condition in node.conditions]
    if True not in found and False not in found:
        return None
    values: list[Node] = []
    conditions: list[Node] = []
    for value, condition, decided in zip(node.values, node.conditions, found, strict=True):
        if decided is not False:
            values.append(value)
            conditions.append(Otherwise() if decided else condition)
        if decided:
            break
    if not values:
        return None
    match conditions:
        case [Otherwise()]:
            return Rewrite(values[0])
    return Rewrite(Cases(tuple(values), tuple(conditions)))


@rule(
    title="Equal cases",
    statement="cases(f if u <= v, f if u > v) = f",
    words="The value is {f} in every case.",
    source="the laws of arithmetic",
    examples=["cases(1 if x <= y, 1 if x > y)", "cases(x if x < 0, x otherwise)"],
    leaves_alone=["cases(1 if x <= y, 2 if x > y)", "cases(x if x < 0, x if y > 0)"],
    phase="tidy",
)
def equal_cases(node: Cases) -> Rewrite | None:
    """Cases that leave nothing open and all say the same need not be told apart."""
    if len(set(node.values)) > 1 or not _are_all(node.conditions):
        return None
    return Rewrite(node.values[0], {"f": node.values[0]})


def _are_all(conditions: tuple[Node, ...]) -> bool:
    """Whether one of the conditions holds whatever the values are."""
    if isinstance(conditions[-1], Otherwise):
        return True
    sides = {(one.left, one.right) for one in of_kind(conditions, Comparison)}
    return (
        len(sides) == 1
        and all_of_kind(conditions, Comparison)
        and set().union(*(_MEANS[one.relation] for one in of_kind(conditions, Comparison))) == set("<=>")
    )


_MEANS = {"<": {"<"}, "<=": {"<", "="}, "=": {"="}, ">=": {">", "="}, ">": {">"}, "!=": {"<", ">"}}
"""How two numbers stand to each other where a relation holds."""
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@rule(
    title="Cases within a case",
    statement="cases(0 if u <= 0, cases(f if u <= 0, g if u > 0) if u > 0) = cases(0 if u <= 0, g if u > 0)",
    words="The cases inside are decided by the condition of the case in which they stand.",
    source="the laws of arithmetic",
    examples=["cases(0 if x <= 0, cases(y if x <= 0, z if x > 0) if x > 0)",
              "cases(0 if x <= 0, -cases(y if x < 0, z if x >= 0) if x > 0)",
              "cases(cases(y if 1 > x, z if 1 <= x) if x < 1, 0 otherwise)",
              "cases(0 if x <= 0, cases(y if -x <= 0, z if -x > 0) if x > 0)",
              "cases(cases(y if 1 - x > 0, z if 1 - x <= 0) if x < 1, 0 otherwise)"],
    leaves_alone=["cases(0 if x <= 0, cases(y if x <= 1, z if x > 1) if x > 0)",
                  "cases(0 if x <= 0, cases(y if x <= 0, z if x > 0) otherwise)"],
    phase="tidy",
)  # fmt: skip
def cases_within_a_case(node: Cases) -> Rewrite | None:
    """Where a condition holds, what it says of two sides also decides other comparisons of the two."""
    values = tuple(
        _under(value, condition) if isinstance(condition, Comparison) else value
        for value, condition in zip(node.values, node.conditions, strict=True)
    )
    return None if values == node.values else Rewrite(Cases(values, node.conditions))


def _under(value: Node, given: Comparison) -> Node:
    match value:
        case Negate(operand):
            inner = _under(operand, given)
            return value if inner is operand else inner if is_zero(inner) else Negate(inner)
        case Cases():
            return _decided_value(value, given)
    return value


def _decided_value(value: Cases, given: Comparison) -> Node:
    for inner, decided in zip(value.values, _decided_by(given, value.conditions), strict=True):
        if decided is None:
            return value
        if decided:
            return inner
    return value


def _decided_by(given: Comparison, conditions: tuple[Node, ...]) -> Iterator[bool | None]:
    known = _MEANS[given.relation]
    for condition in conditions:
        relation = _said_of(given, condition)
        said = None if relation is None else _MEANS[relation]
        yield None if said is None else True if known <= said else False if not known & said else None


def _said_of(given: Comparison, condition: Node) -> str | None:
    """The relation that a condition asks of the two sides of another one, also when it says it of their difference."""
    match condition:
        case Comparison(relation, left, right) if (left, right) == (given.left, given.right):
            return relation
        case Comparison(relation, left, right) if (right, left) == (given.left, given.right):
            return _TURNED.get(relation, relation)
        case Comparison(relation) if condition.free == given.free:
            ours, theirs = _difference(condition), _difference(given)
            if verdict(Comparison("=", ours, theirs)) is True:
                return relation
            if verdict(Comparison("=", ours, Negate(theirs))) is True:
                return _TURNED.get(relation, relation)
    return None


def _difference(condition: Comparison) -> Node:
    return Sum((condition.left, Negate(condition.right)))


ORDER: tuple[Rule, ...] = (decided_cases, equal_cases, cases_within_a_case)
"""What waits until all is derived."""
