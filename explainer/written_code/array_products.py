"""Products with rows of ones and diagonal matrices as arrays do them: broadcast, or summed along an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.expr.node import Node
from explainer.expr.nodes import Diag, MatrixProduct, Negate, Ones, Transpose
from explainer.language.shifts import is_row_of_ones
from explainer.rules.build import unsigned

if TYPE_CHECKING:
    from explainer.written_code.expressions import Writer
    from explainer.written_code.pieces import Code


def spread(node: Node) -> tuple[Node, int] | None:
    """The vector that stands in every row (axis 0) or in every column (axis 1) of a matrix: 1⃗ bᵀ, v 1⃗ᵀ."""
    if not isinstance(node, MatrixProduct) or not node.shape.is_matrix or node.shape.is_row:
        return None
    first, last = node.factors[0], node.factors[-1]
    if is_row_of_ones(last) and len(node.factors) > 1:
        column = node.factors[0] if len(node.factors) == 2 else MatrixProduct(node.factors[:-1])
        return (column, 1) if column.shape.is_vector else None
    if isinstance(first, Ones) and len(node.factors) == 2 and isinstance(last, Transpose):
        return (last.operand, 0) if last.operand.shape.is_vector else None
    return None


def broadcast(writer: Writer, node: Node, others: tuple[Node, ...]) -> Code | None:
    """What stands in all rows or columns, where another part has the whole shape to broadcast to."""
    inside = node.operand if isinstance(node, Negate) else node
    found = spread(inside)
    whole = any(other is not node and other.shape == node.shape and spread(unsigned(other)) is None for other in others)
    if found is None or not whole:
        return None
    vector, axis = found
    written = writer.write(vector)
    return type(written)(f"{written.within(5)}[:, None]") if axis else written


def product(writer: Writer, node: MatrixProduct) -> Code | None:
    """Sums of rows and columns, and rows or columns that are scaled; None for other products."""
    first, rest = node.factors[0], node.factors[1:]
    if is_row_of_ones(first) and _is_batch(rest):
        return writer.summed(_joined(rest), 0)
    if isinstance(node.factors[-1], Ones) and _is_batch(node.factors[:-1]):
        return writer.summed(_joined(node.factors[:-1]), 1)
    if isinstance(first, Diag) and _is_batch(rest):
        return writer.scaled(first.operand, _joined(rest), 0)
    if isinstance(node.factors[-1], Diag) and _is_batch(node.factors[:-1]):
        return writer.scaled(node.factors[-1].operand, _joined(node.factors[:-1]), 1)
    return None


def _joined(factors: tuple[Node, ...]) -> Node:
    return factors[0] if len(factors) == 1 else MatrixProduct(factors)


def _is_batch(factors: tuple[Node, ...]) -> bool:
    """Whether the product of the factors is a matrix of more than one row and column."""
    if not factors:
        return False
    whole = _joined(factors).shape
    return whole.is_matrix and not whole.is_row
