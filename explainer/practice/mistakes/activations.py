"""Mistakes with activations: slopes that are missing, of another function, or taken at the wrong place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import (
    ONE,
    Apply,
    Derivative,
    Hadamard,
    MatrixProduct,
    Negate,
    Ones,
    Power,
    Sum,
    Transpose,
    number,
)
from explainer.practice.mistake import mistake
from explainer.practice.mistakes.networks import PEOPLE, is_batch
from explainer.practice.mistakes.parts import entrywise, from_one, slope_times_inner, slopes_at
from explainer.rules.table import apply_named


@mistake(
    title="The slope was taken at the value instead of at what came in",
    statement="∂(f(W @ x))/∂(x) = diag(f'(f(W @ x))) @ W",
    words="in {0} the slope of the function belongs to its argument, not to its value.",
    source=PEOPLE,
    examples=["∂(tanh(W @ x))/∂(x) where W: m x n, x: n", "∂(sin(x))/∂(x) where x: n"],
)
def slope_at_the_value(node: Derivative) -> Iterator[Node]:
    """f′(f(u)) for f′(u)."""
    body = node.body
    if not isinstance(body, Apply) or not body.operation.elementwise or len(body.arguments) != 1:
        return
    if not body.shape.is_matrix and not node.wrt.shape.is_matrix and depends_on(body, node.wrt):
        slopes = slopes_at(body, body)
        if slopes is not None:
            yield slope_times_inner(node, slopes, body.arguments[0])


SLOPES: dict[str, Callable[[Node], Node]] = {
    "tanh": lambda value: Sum((ONE, Negate(Power(value, number(2))))),
    "sigmoid": lambda value: Hadamard((value, Sum((ONE, Negate(value))))),
}
"""The slopes of activations, as they are written by their values."""


def _with_other_slopes(node: Node, other: Callable[[str, Apply], Node]) -> Iterator[Node]:
    """An element-wise product of batches, with other slopes in the place of those of an activation."""
    factors = node.factors if isinstance(node, Hadamard) else (node,)
    for value in each_part(node):
        if isinstance(value, Apply) and value.operation.name in SLOPES and is_batch(value):
            own = SLOPES[value.operation.name](value)
            slopes = own.factors if isinstance(own, Hadamard) else (own,)
            if set(slopes) <= set(factors):
                rest = tuple(factor for factor in factors if factor not in slopes)
                made = other(value.operation.name, value)
                yield Hadamard((*rest, made)) if rest else made


@mistake(
    title="The slope of another activation was used",
    statement="1 - tanh(x)^2 = tanh(x) ⊗ (1 - tanh(x))",
    words="in {0} the slope does not belong to this function: tanh has 1 − tanh², the sigmoid has σ(1 − σ).",
    source=PEOPLE,
    examples=[
        "G ⊗ (1 - tanh(Z) .^ 2) where G: N x k, Z: N x k",
        "sigmoid(Z) ⊗ (1 - sigmoid(Z)) where Z: N x k",
        "∂(tanh(w · x))/∂(w) where w: n, x: n",
    ],
)
def slope_of_another_activation(node: Derivative | Sum | Hadamard) -> Iterator[Node]:
    """f ⊗ (1 − f) for 1 − f², and the other way round."""
    names = tuple(SLOPES)
    if not isinstance(node, Derivative):
        yield from _with_other_slopes(node, lambda name, value: SLOPES[names[1 - names.index(name)]](value))
        return
    body = node.body
    if not isinstance(body, Apply) or body.operation.name not in SLOPES or not depends_on(body, node.wrt):
        return
    if not body.shape.is_matrix and not node.wrt.shape.is_matrix:
        other = names[1 - names.index(body.operation.name)]
        own = from_one(Power(body, number(2))) if other == "tanh" else entrywise(body, from_one(body))
        confused = apply_named(other, body.arguments[0])
        for slope in (own, slopes_at(confused, body.arguments[0]) if isinstance(confused, Apply) else None):
            if slope is not None:
                yield slope_times_inner(node, slope, body.arguments[0])


@slope_at_the_value.in_part
def slope_of_a_batch_at_the_value(node: Sum | Hadamard) -> Iterator[Node]:
    """The slopes of tanh(tanh(Z)) for those of tanh(Z)."""
    yield from _with_other_slopes(node, lambda name, value: SLOPES[name](apply_named(name, value)))


@mistake(
    title="The slopes of the activation are missing",
    statement="G ⊗ H = G",
    words="in {0} each entry is multiplied by the slope that belongs to it.",
    source=PEOPLE,
    examples=["G ⊗ H where G: N x k, H: N x k"],
)
def slopes_left_out(node: Hadamard) -> Iterator[Node]:
    """One of the factors of an element-wise product of batches alone."""
    if is_batch(node):
        for k in range(len(node.factors)):
            rest = (*node.factors[:k], *node.factors[k + 1 :])
            yield rest[0] if len(rest) == 1 else Hadamard(rest)


@slopes_left_out.in_part
def slopes_of_a_total_left_out(node: Sum | Hadamard) -> Iterator[Node]:
    """Ones where the slopes stand alone, as the adjoint of a total is made of ones."""
    for made in _with_other_slopes(node, lambda name, value: value):
        if isinstance(made, Apply):
            yield MatrixProduct((Ones(made.shape.rows), Transpose(Ones(made.shape.columns))))
