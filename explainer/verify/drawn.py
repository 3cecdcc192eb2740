"""Conditions that no random point fulfils by chance: points are drawn so that they hold."""

from __future__ import annotations

from typing import NamedTuple

from explainer.expr import nodes
from explainer.expr.node import Node


class Share(NamedTuple):
    """A name whose entries are positive and add up to 1 along an axis: −1 for a vector, or in each row of a matrix."""

    name: str
    axis: int


def share(condition: Node) -> Share | None:
    """The vector of which a condition says that its entries add up to 1, or the matrix of whose rows or columns."""
    if not isinstance(condition, nodes.Comparison) or condition.relation != "=":
        return None
    total, value = condition.left, condition.right
    if isinstance(total, nodes.SumReduction) and value is nodes.ONE and isinstance(total.operand, nodes.Variable):
        vector = total.operand
        return Share(vector.name, -1) if vector.shape.is_vector else None
    if not isinstance(value, nodes.Ones) or not isinstance(total, nodes.MatrixProduct) or len(total.factors) != 2:
        return None
    matrix, ones = total.factors
    across = isinstance(matrix, nodes.Transpose)
    matrix = matrix.operand if isinstance(matrix, nodes.Transpose) else matrix
    known = isinstance(matrix, nodes.Variable) and isinstance(ones, nodes.Ones)
    return Share(matrix.name, -2 if across else -1) if known and isinstance(matrix, nodes.Variable) else None
