"""Powers of matrices in rules: a factor as a power, and powers put together."""

from __future__ import annotations

from explainer.expr.exponents import Exponent, exponent_of
from explainer.expr.node import Node, rebuilt, substitute
from explainer.expr.nodes import Apply, Identity, Index, Transpose, is_matrix_power, number
from explainer.operations import find
from explainer.operations.matrix import LARGEST_POWER
from explainer.rules.matching import is_call
from explainer.rules.table import apply_named


def as_power(factor: Node) -> tuple[Node, Exponent, bool]:
    """A factor as a power: the base, the exponent, and whether the whole is transposed."""
    if isinstance(factor, Transpose):
        base, times, turned = as_power(factor.operand)
        return base, times, not turned
    if is_matrix_power(factor):
        times_of = exponent_of(factor.arguments[1])
        if times_of is not None:
            return factor.arguments[0], times_of, False
    return factor, Exponent(1), False


def power(base: Node, exponent: Exponent) -> Node:
    """The power of a square matrix: the identity for 0, the base for 1, a power of a power as one."""
    if not exponent.indices and exponent.count in (0, 1):
        return base if exponent.count else Identity(base.shape.rows)
    inner, times, turned = as_power(base)
    if not (turned or times.indices or exponent.indices) and times.count * exponent.count <= LARGEST_POWER:
        base, exponent = inner, Exponent(times.count * exponent.count)
    operation = find("matrix_power")
    assert operation is not None
    return Apply(operation, (base, exponent.node()))


def inverse_power(base: Node, exponent: Exponent) -> Node:
    """The power of the inverse of a matrix; of an inverse that of what was inverted."""
    undone = is_call(base, "inv")
    return power(base.children[0] if undone else apply_named("inv", base), exponent)


def at_number(node: Node, index: Index, place: int) -> Node:
    """The expression with a number for an index; exponents that are numbers then are written as such."""
    return rebuilt(substitute(node, {index: number(place)}), _worked_out)


def _worked_out(node: Node) -> Node:
    if is_matrix_power(node):
        exponent = exponent_of(node.arguments[1])
        if exponent is not None and not exponent.indices and 0 <= exponent.count <= LARGEST_POWER:
            return power(node.arguments[0], exponent)
    return node
