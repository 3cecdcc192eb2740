"""Programs of intermediate variables: which definition uses which variable, and by how many paths x reaches y.

A program is the tuple of definitions of a `Where` node; each may use the variables defined before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from explainer.expr.dependence import depends_on
from explainer.expr.node import Node
from explainer.expr.nodes import Equation


def parents(definition: Equation, definitions: Sequence[Equation], x: Node) -> tuple[Node, ...]:
    """What a definition uses directly: x first, if it is used, then intermediate variables in the order of
    definition."""
    found: list[Node] = [x] if depends_on(definition.right, x) else []
    found += [other.left for other in definitions if other.left in definition.right.free]
    return tuple(found)


def count_paths(definitions: Sequence[Equation], x: Node) -> dict[Node, int]:
    """The number of paths along which x reaches each variable: the paths to what its definition uses, added up."""
    counts: dict[Node, int] = {x: 1}
    for definition in definitions:
        counts[definition.left] = sum(counts[parent] for parent in parents(definition, definitions, x))
    return counts


def paths(definitions: Sequence[Equation], x: Node, target: Node) -> Iterator[tuple[Node, ...]]:
    """The paths from x to a variable, one by one, each from x to the target; there may be very many."""
    by_name = {definition.left: definition for definition in definitions}

    def back(variable: Node, tail: tuple[Node, ...]) -> Iterator[tuple[Node, ...]]:
        if variable is x:
            yield (x, *tail)
            return
        for parent in parents(by_name[variable], definitions, x):
            yield from back(parent, (variable, *tail))

    yield from back(target, ())
