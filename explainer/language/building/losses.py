"""Losses by their names: of one vector, or of a batch with a sample in every row."""

from __future__ import annotations

from explainer.errors import ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import TWO, Negate, Power, Sum
from explainer.language.building.builder import Builder, parts_of
from explainer.language.building.reductions import applied
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
    if predictions.shape.is_scalar:
        return _of_numbers(node.value, predictions, targets)
    batch = predictions.shape.is_matrix
    if batch and node.value == "cross_entropy":
        builder.note("The cross-entropy of a batch is the mean over its rows.")
    return applied(f"batch_{node.value}" if batch else node.value, predictions, targets)


def _of_numbers(name: str, prediction: Node, target: Node) -> Node:
    """The mean of one squared or absolute difference is itself."""
    difference = Sum((prediction, Negate(target)))
    return applied("abs", difference) if name == "mae" else Power(difference, TWO)
