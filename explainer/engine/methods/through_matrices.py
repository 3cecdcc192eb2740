"""The chain rule through typed names of matrices: as one sweep, with the reason in its first line.

The derivative of a matrix with respect to a matrix has four directions, so that the chain rule's product of Jacobians
cannot be written down; multiplied from the result on, each product with what is known already has two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from explainer.engine.line import Moves, collect
from explainer.engine.methods.backward import backward, is_swept
from explainer.engine.methods.operator import Fallbacks
from explainer.engine.methods.places import next_derivative
from explainer.errors import UnsupportedError
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Variable, Where
from explainer.rules.chain.programs import use_given_names
from explainer.rules.rule import Words, fill


def names_fit(line: Node) -> bool:
    """Whether the names that were typed can be kept: as intermediate variables, or for a sweep."""
    return use_given_names(line) is not None or _matrix_between(line) is not None


def through_matrices(chain: Callable[[Node, Fallbacks], Moves]) -> Callable[[Node, Fallbacks], Moves]:
    """A chain method that sweeps where its own rule has no form that could be written down."""

    def moves(line: Node, fallbacks: Fallbacks) -> Moves:
        name = _matrix_between(line)
        if name is None or not isinstance(line, Derivative):
            return (yield from chain(line, fallbacks))
        if not name.shape.is_matrix and _reaches_an_end(line, chain, fallbacks):
            return (yield from chain(line, fallbacks))
        sweep = backward(line, fallbacks)
        first = next(sweep)
        yield replace(first, words=_why(name, line.wrt) + (" ",) + (first.words or first.rule.words_for(first.rewrite)))
        return (yield from sweep)

    return moves


def _why(name: Node, x: Node) -> Words:
    return fill(
        "The derivative of {z} with respect to {x} has more than two directions, so no product of Jacobians can be "
        "written down: the chain rule is carried out backward, from the result on.",
        {"z": name, "x": x},
    )


def _matrix_between(line: Node) -> Node | None:
    """The first typed name whose derivative has more than two directions, in a program that can be swept."""
    if not isinstance(line, Derivative) or not isinstance(line.body, Where) or not isinstance(line.wrt, Variable):
        return None
    if not line.body.shape.is_scalar or not is_swept(line):
        return None
    moving: set[Node] = {line.wrt}
    for definition in line.body.definitions:
        if moving.isdisjoint(definition.right.free):
            continue
        moving.add(definition.left)
        if len(definition.shape.sizes) + len(line.wrt.shape.sizes) > 2:
            return definition.left
    return None


def _reaches_an_end(line: Node, chain: Callable[[Node, Fallbacks], Moves], fallbacks: Fallbacks) -> bool:
    """Whether the chain rule gets through: a vector z = W x has a form of its own with respect to W."""
    if use_given_names(line) is None:
        return False
    try:
        _, result = collect(line, chain(line, fallbacks))
    except UnsupportedError:
        return False
    return next_derivative(result) is None and not isinstance(result, Where)
