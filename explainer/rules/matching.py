"""Taking nodes apart by what they are: the questions that many rules ask of a node, each asked in one place.

A rule says in its signature of what kinds its node and the parts of it are (rule.py); what lies deeper it asks here, or
as a pattern: `case Sum((one, Negate(other)))`. Every answer for anything else is None, or the node as the only part.
"""

from __future__ import annotations

from typing import TypeGuard

from explainer.expr.node import Node
from explainer.expr.nodes import ONE, Apply, Cases, Negate, Ones, Power, Quotient, Transpose, VariableTuple
from explainer.rules.build import rational


def is_call(node: Node | None, *names: str) -> TypeGuard[Apply]:
    """Whether this is a function of the table with one of these names."""
    return isinstance(node, Apply) and node.operation.name in names


def is_whole_function(node: Node) -> TypeGuard[Apply]:
    """Whether this is a function of the table that does not work entry by entry, as a norm."""
    return isinstance(node, Apply) and not node.operation.elementwise


def signed(node: Node) -> tuple[bool, Node]:
    """Whether a minus sign stands before an expression, and the expression without it."""
    return (True, node.operand) if isinstance(node, Negate) else (False, node)


def variables_of(wrt: Node) -> tuple[Node, ...]:
    """What a derivative is with respect to: the variables of a tuple; anything else is the only one."""
    return wrt.variables if isinstance(wrt, VariableTuple) else (wrt,)


def is_swept_apart(wrt: Node) -> bool:
    """Whether a matrix is among several variables, so that each has a derivative of its own."""
    return isinstance(wrt, VariableTuple) and wrt.holds_matrices


def values_in(node: Node) -> tuple[Node, ...]:
    """What a value is made of: of cases the values, whose conditions only choose; of anything else all parts."""
    return node.values if isinstance(node, Cases) else node.children


def fraction_of(node: Node) -> tuple[Node, Node]:
    """What stands above and below the bar of a fraction; anything else stands over 1."""
    return (node.numerator, node.denominator) if isinstance(node, Quotient) else (node, ONE)


def with_numerator(node: Node, above: Node) -> Node:
    """The fraction with something else above its bar; what is no fraction gives way to it."""
    return Quotient(above, node.denominator) if isinstance(node, Quotient) else above


def base_of(node: Node) -> Node:
    """What a power is of; anything else is its own base."""
    return node.base if isinstance(node, Power) else node


def column_of(row: Node) -> Node | None:
    """The vector of which this is the row: the x of x'."""
    return row.operand if isinstance(row, Transpose) and row.operand.shape.is_vector else None


def is_row_of_ones(node: Node) -> bool:
    return isinstance(column_of(node), Ones)


def squared(node: Node) -> Node | None:
    """What is squared in a square."""
    return node.base if isinstance(node, Power) and rational(node.exponent) == 2 else None
