"""Sums and means of a matrix along one of its axes, as NumPy has them: a number for each column, or for each row."""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.node import Node
from explainer.expr.nodes import MatrixProduct, Number, Ones, Product, Quotient, Transpose, size_value
from explainer.language.text.syntax import Syntax


def axis_of(node: Syntax) -> int | None:
    """Which axis is summed: 0 is down the columns, 1 along the rows; None for any other."""
    number = str(node.value).rpartition("=")[2].replace("−", "-").replace(" ", "")
    return {"0": 0, "1": 1, "-1": 1, "-2": 0}.get(number)


def is_reduction_along(node: Syntax) -> bool:
    """Whether this is a sum or a mean along an axis that a matrix has."""
    return node.parts[0].kind in {"sum_entries", "mean"} and axis_of(node) is not None


def reduced_along(node: Syntax, operand: Node) -> Node:
    """sum(X, axis=1) as X 1⃗, the product with a vector of ones; of a mean, divided by how many are added."""
    down = axis_of(node) == 0
    size = operand.shape.rows if down else operand.shape.columns
    whole = MatrixProduct((Transpose(operand) if down else operand, Ones(size)))
    if node.parts[0].kind == "sum_entries":
        return whole
    return Product((Quotient(Number(Fraction(1)), size_value(size)), whole))
