"""Programs of intermediate variables: which definition uses which variable, and by how many paths x reaches y.

A program is the tuple of definitions of a `Where` node; each may use the variables defined before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TypeAlias

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Differential, Equation, Where
from explainer.threads import recent

Definitions: TypeAlias = tuple[Equation, ...]


@recent(64)
def uses(definitions: Definitions, x: Node) -> MappingProxyType[Node, tuple[Node, ...]]:
    """What each defined variable uses directly: x first, if it is used, then variables in the order of definition."""
    order = {definition.left: place for place, definition in enumerate(definitions)}
    found: dict[Node, tuple[Node, ...]] = {}
    for definition in definitions:
        named = sorted((name for name in definition.right.free if name in order), key=order.__getitem__)
        found[definition.left] = (x, *named) if depends_on(definition.right, x) else tuple(named)
    return MappingProxyType(found)


@recent(64)
def count_paths(definitions: Definitions, x: Node) -> MappingProxyType[Node, int]:
    """The number of paths along which x reaches each variable: the paths to what its definition uses, added up."""
    counts: dict[Node, int] = {x: 1}
    for name, used in uses(definitions, x).items():
        counts[name] = sum(counts[parent] for parent in used)
    return MappingProxyType(counts)


def is_of_vectors(definitions: Definitions, x: Node) -> bool:
    """Whether derivatives between the variables are Jacobians: x or a defined variable is more than a scalar."""
    return not x.shape.is_scalar or any(not definition.shape.is_scalar for definition in definitions)


def asks_for_jacobian(definitions: Definitions, derivative: Node) -> bool:
    """Whether a derivative of a defined variable is a Jacobian that x reaches by one path only, so that no total
    derivative has to be told from partial ones: it is written with ∂.
    """
    if not isinstance(derivative, Derivative) or not is_of_vectors(definitions, derivative.wrt):
        return False
    through_matrix = derivative.wrt.shape.is_matrix and len(definitions) == 2
    return through_matrix or count_paths(definitions, derivative.wrt).get(derivative.body) == 1


def paths(definitions: Definitions, x: Node, target: Node) -> Iterator[tuple[Node, ...]]:
    """The paths from x to a variable, one by one, each from x to the target; there may be very many."""
    used, counts = uses(definitions, x), count_paths(definitions, x)

    def back(variable: Node, tail: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
        if variable is x:
            yield (x, *tail)
            return
        for parent in used[variable]:
            if counts[parent]:  # else x is not reached that way, however many ways there are
                yield from back(parent, (variable, *tail))

    yield from back(target, ())


def says_differential(line: Node) -> bool:
    """Whether a line is a derivative that is sought by its differential: ∂f/∂X knowing df = tr(A dX)."""
    if not isinstance(line, Where) or line.definitions or len(line.facts) != 1 or isinstance(line.body, Equation):
        return False
    return isinstance(line.facts[0].left, Differential)
