"""Conditions as code: what holds or not, as truth values of arrays, and the choice between values by them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.written_code.pieces import COMPARE, PLUS, Code

if TYPE_CHECKING:
    from explainer.written_code.expressions import Writer

_SIGNS = {"=": "=="}
"""The relations that code writes with another sign."""


def condition(writer: Writer, node: Node) -> Code | None:
    """What holds or not; None for what always holds."""
    match node:
        case nodes.Otherwise():
            return None
        case nodes.And():
            held = [part for part in (condition(writer, part) for part in node.conditions) if part is not None]
            return Code(" & ".join(f"({part})" for part in held), COMPARE)
        case nodes.Comparison():
            left, right = writer.write(node.left).within(PLUS), writer.write(node.right).within(PLUS)
            return Code(f"{left} {_SIGNS.get(node.relation, node.relation)} {right}", COMPARE)
    return Code(f"{writer.write(node).within(PLUS)} != 0", COMPARE)


def where(writer: Writer, held: Code, value: Code, other: Code) -> Code:
    """One value where a condition holds, the other elsewhere: PyTorch takes no plain truth value, so all are arrays."""
    array = writer.library.array
    return writer.np("where", f"{array}({held})", f"{array}({value})", f"{array}({other})")


def mask(writer: Writer, factor: Node, factors: tuple[Node, ...]) -> Code | None:
    """A condition beside numbers as it is: libraries multiply by truth values."""
    inside = factor.operand if isinstance(factor, nodes.Transpose) else factor
    conditions = [other.operand if isinstance(other, nodes.Transpose) else other for other in factors]
    numbers = any(not isinstance(other, nodes.Comparison) for other in conditions)
    if not isinstance(inside, nodes.Comparison) or not numbers or not inside.shape.is_matrix or inside.shape.is_row:
        return None
    held = condition(writer, inside)
    return held if held is None or inside is factor else Code(f"({held}).T")
