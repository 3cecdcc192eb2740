"""Losses and normalisations by their names: of one vector, or of a batch with a sample in every row."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from explainer.errors import ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    TWO,
    Hadamard,
    HadamardQuotient,
    MatrixProduct,
    Negate,
    Number,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    size_value,
)
from explainer.language.building.batches import ROW_BY_ROW
from explainer.language.building.builder import Builder, parts_of
from explainer.language.building.reductions import applied, mean_of
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def loss(builder: Builder, node: Syntax) -> Node:
    """A loss of predictions and targets of one shape.

    Raises ShapeError where they have two, which is so where classes are given by their numbers.
    """
    predictions, targets = parts_of(node)
    if predictions.shape != targets.shape:
        numbers = targets.shape.is_vector and predictions.shape.is_matrix
        raise ShapeError(
            phrase(
                "{0} ({1}) and {2} ({3}) have two shapes",
                predictions.text(),
                predictions.shape.display(),
                targets.text(),
                targets.shape.display(),
            ),
            shapes=(str(predictions.shape), str(targets.shape)),
            hint="Give classes as one-hot rows: a 1 in the column of the class, else 0."
            if numbers
            else "Predictions and targets are as large as each other.",
        )
    written = _LOSSES[node.value](predictions, targets)
    builder.note(phrase("{0} is read as {1}.", builder.text[node.start : node.end], written.text()))
    return written


def _cross_entropy(predictions: Node, targets: Node) -> Node:
    """The mean over the rows of −Σ y ln softmax(z); of one vector, that sum."""
    if not predictions.shape.is_matrix or predictions.shape.is_row:
        return Negate(SumReduction(Hadamard((targets, applied("ln", applied("softmax", predictions))))))
    share = ROW_BY_ROW["softmax"](predictions)
    total = SumReduction(Hadamard((targets, applied("ln", share))))
    return Quotient(Negate(total), size_value(predictions.shape.rows))


def _mean_squared_error(predictions: Node, targets: Node) -> Node:
    """The mean over all entries of the squared differences."""
    squares = Power(Sum((predictions, Negate(targets))), TWO)
    return squares if squares.shape.is_scalar else mean_of(squares)


def _mean_absolute_error(predictions: Node, targets: Node) -> Node:
    distances = applied("abs", Sum((predictions, Negate(targets))))
    return distances if distances.shape.is_scalar else mean_of(distances)


_LOSSES: dict[str, Callable[[Node, Node], Node]] = {
    "cross_entropy": _cross_entropy,
    "mse": _mean_squared_error,
    "mae": _mean_absolute_error,
}
"""By the name of the form."""


def layer_norm(builder: Builder, node: Syntax) -> Node:
    """A vector less its mean over its standard deviation; of a batch, each row."""
    (operand,) = parts_of(node)
    if not operand.shape.is_matrix or operand.shape.is_row:
        return applied("standardize", operand)
    builder.note(phrase("{0} of a matrix works row by row.", "layer_norm"))
    across = Transpose(Ones(operand.shape.columns))
    deviations = Sum((operand, Negate(MatrixProduct((ROW_BY_ROW["mean"](operand), across)))))
    squares = MatrixProduct((Power(deviations, TWO), Ones(operand.shape.columns)))
    share = Quotient(Number(Fraction(1)), size_value(operand.shape.columns))
    spread = applied("sqrt", Product((share, squares)))
    return HadamardQuotient(deviations, MatrixProduct((spread, across)))
