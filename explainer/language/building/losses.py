"""Losses by their names: of one vector, or of a batch with a sample in every row."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.errors import ShapeError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import ONE, TWO, Apply, Entry, Equation, MatrixRow, Negate, Power, Sum
from explainer.language.building.builder import Builder, parts_of
from explainer.language.building.reductions import applied
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase

CROSS_ENTROPIES = frozenset({"cross_entropy", "batch_cross_entropy"})
SOFTMAXES = frozenset({"softmax", "row_softmax"})


def loss(builder: Builder, node: Syntax) -> Node:
    """A loss of predictions and targets of one shape.

    Raises ShapeError where they have two, which is so where classes are given by their numbers, and for the
    cross-entropy of numbers.
    """
    predictions, targets = _of_one_shape(*parts_of(node))
    if predictions.shape != targets.shape:
        numbers = targets.shape.is_vector and predictions.shape.is_matrix
        raise ShapeError(
            phrase(
                "{0} ({1}) and {2} ({3}) have two shapes",
                predictions,
                predictions.shape.display(),
                targets,
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
    made = applied(f"batch_{node.value}" if batch else node.value, predictions, targets)
    tell_of_two_softmaxes(builder, made, ())
    return made


def _of_one_shape(*sides: Node) -> tuple[Node, ...]:
    """Predictions and targets of a single entry each, as numbers or vectors: all of them are shown as 1×1."""
    if len({side.shape for side in sides}) == 1 or any(set(side.shape.sizes) - {1} for side in sides):
        return sides
    if any(side.shape.is_scalar for side in sides):
        return tuple(side if side.shape.is_scalar else Entry(side, (ONE,) * len(side.shape.sizes)) for side in sides)
    return tuple(MatrixRow(side, ONE) if side.shape.is_matrix else side for side in sides)


def tell_of_two_softmaxes(builder: Builder, whole: Node, named: Iterable[Node]) -> None:
    """Say that a cross-entropy takes scores where it is given what is a softmax already, or is named so.

    PyTorch's does the same without a word: the loss of a softmax of a softmax is learned from, and slowly.
    """
    for part in each_part(whole):
        if not isinstance(part, Apply) or part.operation.name not in CROSS_ENTROPIES:
            continue
        predictions, targets = part.arguments
        if predictions in named or _is_softmax(predictions):
            builder.note(
                phrase(
                    "cross_entropy takes scores and applies softmax itself: {0} is a softmax already, so it is applied "
                    "twice. Of probabilities type -sum({1} ⊗ log({0})).",
                    predictions.text(),
                    targets.text(),
                )
            )


def softmaxes_among(definitions: Iterable[Equation]) -> frozenset[Node]:
    """The names that are defined as a softmax."""
    return frozenset(definition.left for definition in definitions if _is_softmax(definition.right))


def _is_softmax(node: Node) -> bool:
    return isinstance(node, Apply) and node.operation.name in SOFTMAXES


def _of_numbers(name: str, prediction: Node, target: Node) -> Node:
    """The mean of one squared or absolute difference is itself; a softmax needs several classes."""
    if name in CROSS_ENTROPIES:
        raise ShapeError(
            phrase("{0} takes a vector or a matrix, and {1} is a scalar", name, prediction.text()),
            shapes=(str(prediction.shape), str(target.shape)),
            hint="Of a probability p and a target y of 0 or 1 it is -(y ln(p) + (1 - y) ln(1 - p)).",
        )
    difference = Sum((prediction, Negate(target)))
    return applied("abs", difference) if name == "mae" else Power(difference, TWO)
