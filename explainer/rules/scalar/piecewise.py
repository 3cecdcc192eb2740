"""Functions given by cases: each case is differentiated on its own, away from the borders."""

from __future__ import annotations

from explainer.budget import remembered_values
from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind, placed
from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import (
    ZERO,
    And,
    Apply,
    Cases,
    Comparison,
    Derivative,
    MatrixProduct,
    Negate,
    Power,
    Product,
    Sum,
)
from explainer.operations.decided import only_value, verdict
from explainer.rules.build import called, is_one, is_zero, matrix_times, rational, times, written, zero
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, Rule, rule

FAMILY = "Piecewise"


def _borders(conditions: tuple[Node, ...]) -> tuple[Node, ...]:
    """Where the cases meet, as conditions to keep clear of: each comparison with ≠ in place of its relation."""
    found: dict[Node, None] = {}
    for condition in conditions:
        parts = condition.conditions if isinstance(condition, And) else (condition,)
        for part in of_kind(parts, Comparison):
            if verdict(part) is None:
                found[Comparison("!=", part.left, part.right)] = None
    return tuple(found)


@rule(
    title="Derivative by cases",
    statement="d(cases(f if c, g otherwise))/dx = cases(d(f)/dx if c, d(g)/dx otherwise)",
    condition="x is not on the boundary between two cases",
    words="Away from the boundaries only one case applies: differentiate each case on its own and keep its condition.",
    source="Parr and Howard, section 5",
    examples=["d(cases(0 if x <= 0, x^2 if x > 0))/dx", "d(cases(-x if x < 0, x otherwise))/dx"],
    leaves_alone=["d(x^2)/dx", "d(cases(0 if y <= 0, 1 otherwise))/dx"],
)
def cases(node: Derivative, body: Cases) -> Rewrite | None:
    """Within one case the function is that case's formula. At a boundary the formulas may meet in a kink or a jump."""
    if not depends_on(body, node.wrt):
        return None
    x = node.wrt
    if any(value.shape != body.shape for value in body.values):
        return None
    after = Cases(tuple(Derivative(value, x, node.kind) for value in body.values), body.conditions)
    kinks = tuple(border for border in _borders(body.conditions) if depends_on(border, x))
    bindings = {**dict(zip("fgh", body.values, strict=False)), "c": body.conditions[0], "x": x}
    return Rewrite(after, bindings, conditions=kinks)


def _is_switch(node: Cases) -> bool:
    """Whether cases only switch something on and off: every value is a number, one of them 0."""
    return all(rational(value) is not None for value in node.values) and any(map(is_zero, node.values))


@rule(
    title="Move factors into the cases",
    statement="f cases(0 if c, 1 otherwise) = cases(0 if c, f otherwise)",
    words="The cases {switch} switch the other factors off or on: write the product case by case.",
    source="Parr and Howard, section 5",
    examples=[
        "x cases(0 if z <= 0, 1 if z > 0)",
        "cases(0 if z <= 0, 1 if z > 0) x' where x: n, z: scalar",
        "w @ cases(zeros(1, n) if z <= 0, x' if z > 0) where w: m, x: n, z: scalar",
    ],
    shapes={"W": "m x n", "x": "n"},
    leaves_alone=["2 cases(x if z <= 0, y if z > 0)", "cases(0 if z <= 0, 1 if z > 0)"],
    measure="cases in products",
    phase="collapse",
)
def factor_into_cases(node: MatrixProduct | Product) -> Rewrite | None:
    """A factor that is 0 in one case and 1 in another makes the whole product 0 in the first and leaves
    it in the other."""
    if isinstance(node, MatrixProduct):
        return _matrices_into_cases(node)
    found = next(((k, factor) for k, factor in placed(node.factors, Cases) if _is_switch(factor)), None)
    if found is None:
        return None
    place, switch = found
    values = []
    for value in switch.values:
        rest = times(*node.factors[:place], *(() if is_one(value) else (value,)), *node.factors[place + 1 :])
        values.append(zero(node.shape) if is_zero(value) else rest)
    others = times(*node.factors[:place], *node.factors[place + 1 :])
    bindings = {"switch": switch, "f": others, "c": switch.conditions[0]}
    return Rewrite(Cases(tuple(values), switch.conditions), bindings)


def _matrices_into_cases(node: MatrixProduct) -> Rewrite | None:
    """The same for a product of matrices with a factor that is zero in some of its cases."""
    found = next(((k, f) for k, f in placed(node.factors, Cases) if any(map(is_zero, f.values))), None)
    if found is None:
        return None
    place, switch = found
    before, behind = node.factors[:place], node.factors[place + 1 :]
    values = tuple(
        zero(node.shape) if is_zero(value) else matrix_times(*before, value, *behind) for value in switch.values
    )
    statement = "W @ cases(zeros(n) if c, x otherwise) = cases(zeros(m) if c, W @ x otherwise)"
    bindings = {"switch": switch, "c": switch.conditions[0]}
    return Rewrite(Cases(values, switch.conditions), bindings, statement=statement)


@rule(
    title="Use the condition of a case",
    statement="cases(0 if z <= 0, max(0, z) if z > 0) = cases(0 if z <= 0, z if z > 0)",
    by_example=True,
    words="Where {condition} holds, {function} is {value}.",
    source="Parr and Howard, section 5",
    examples=[
        "cases(0 if z <= 0, max(0, z) if z > 0)",
        "cases(relu(z) if z > 0, 0 otherwise)",
        "cases(min(1, z) if z < 1, 0 otherwise)",
        "cases(max(x, y)^2 if x >= y, min(x, y) if x < y)",
        "cases(min(y, x + 1)^2 if x + 1 > y, 0 otherwise)",
    ],
    leaves_alone=["cases(0 if z <= 0, max(0, x) if z > 0)", "cases(min(1, z) if z < 2, 0 otherwise)",
                  "cases(relu(z) if z != 0, 1 otherwise)", "cases(max(x, y) if x != y, 0 otherwise)"],
    phase="collapse",
)  # fmt: skip
def use_the_condition(node: Cases) -> Rewrite | None:
    """Inside a case its condition is known to hold, so a maximum or a minimum that depends on it is decided."""
    for k, (value, condition) in enumerate(zip(node.values, node.conditions, strict=True)):
        if not isinstance(condition, Comparison):
            continue
        found = _first_decided(value, condition)
        if found is not None:
            part, decided = found
            values = (*node.values[:k], substitute(value, {part: decided}), *node.values[k + 1 :])
            bindings = {"condition": condition, "function": part, "value": decided}
            return Rewrite(Cases(values, node.conditions), bindings)
    return None


def _first_decided(value: Node, condition: Comparison) -> tuple[Node, Node] | None:
    """The first part of a value that a condition decides, and what it is."""
    if condition.left not in _choices(value):
        return None
    for part in each_part(value, least_height=condition.left.height + 1):
        decided = _decided(part, condition)
        if decided is not None:
            return part, decided
    return None


def _choices(value: Node) -> frozenset[Node]:
    """What conditions would decide inside a value: u and v for each max(u, v) and u for relu(u); kept for every part.

    Cases in cases each have a condition: looking through all that stands inside for each of them costs their cube.
    """
    kept: dict[Node, frozenset[Node]] = remembered_values("choices")
    stack = [value]
    while stack:
        part = stack[-1]
        if part in kept:
            stack.pop()
            continue
        missing = [child for child in part.children if child not in kept]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        own = part.arguments if is_call(part, "relu", "max", "min") else ()
        sets = {kept[child] for child in part.children} - {_NONE}
        kept[part] = next(iter(sets)) if len(sets) == 1 and not own else _NONE.union(own, *sets)
    return kept[value]


_NONE: frozenset[Node] = frozenset()


def _decided(part: Node, condition: Comparison) -> Node | None:
    """What max(u, v), min(u, v) or relu(u) is where the condition says which of u and v is larger."""
    left, right = condition.left, condition.right
    is_larger = {"<": False, "<=": False, ">": True, ">=": True}.get(condition.relation)
    if is_larger is None:
        return None
    if is_zero(right) and called(part, "relu") is left:
        return left if is_larger else ZERO
    if not is_call(part, "max", "min") or set(part.arguments) != {left, right}:
        return None
    return left if is_larger == is_call(part, "max") else right


@rule(
    title="Equal arguments",
    statement="max(f, f) = f",
    words="Both arguments are {f}, so there is nothing to choose between.",
    source="Parr and Howard, section 4.2",
    examples=["max(x, x)", "min(x + 1, x + 1)", "max(x + 1, 1 + x)", "min(2 x, x + x)"],
    leaves_alone=["max(x, y)", "max(0, x)", "max(x, x + 1)"],
    phase="expand",
)
def equal_arguments(node: Apply) -> Rewrite | None:
    """The larger, or the smaller, of two equal values is that value; there is no boundary at which it switches."""
    if node.operation.name not in {"max", "min"}:
        return None
    first, second = node.arguments
    is_same = first is second or verdict(Comparison("=", first, second)) is True
    return Rewrite(first, {"f": first}) if is_same else None


@rule(
    title="Constant argument",
    statement="abs(x - x) = abs(0)",
    by_example=True,
    words="{f} is {c} for all values of the variables.",
    source="the laws of arithmetic",
    examples=["abs(x - x)", "sqrt(0 x)", "norm(v - v) where v: n", "(x - x)^0.5", "ln(x + 3 - x)", "max(x - x, y)",
              "relu(v - v) where v: n"],
    leaves_alone=["abs(x - y)", "sqrt(x)", "max(0, x)", "(x - x)^x", "x^2"],
    phase="expand",
)  # fmt: skip
def constant_argument(node: Node) -> Rewrite | None:
    """Such an argument never moves: a formula for the derivative of the function at this place is not needed, and often
    there is none, as for the absolute value of 0."""
    match node:
        case Apply(operation, arguments):
            for place, argument in enumerate(arguments):
                value = _number_for(argument)
                if value is not None:
                    rest = (*arguments[:place], value, *arguments[place + 1 :])
                    return Rewrite(Apply(operation, rest), {"f": argument, "c": value})
        case Power(base, exponent) if not exponent.free:
            value = _number_for(base)
            return None if value is None else Rewrite(Power(value, exponent), {"f": base, "c": value})
    return None


def _number_for(argument: Node) -> Node | None:
    """The number, or the array of zeros, that an argument with variables in it always is."""
    if not isinstance(argument, Sum | Product | Negate | MatrixProduct) or not argument.free:
        return None
    value = only_value(argument)
    if value is None or (value and not argument.shape.is_scalar):
        return None
    return written(value) if argument.shape.is_scalar else zero(argument.shape)


ARGUMENTS: tuple[Rule, ...] = (equal_arguments, constant_argument)
"""What is seen of the arguments of a function before it is differentiated."""
