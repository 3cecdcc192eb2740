"""Which kinds of node are in an expression: known of every node as bits, so that nothing is walked to find out.

Each class has a bit of its own, and its objects those of the classes it is derived from as well. A node has in `kinds`
the bits of all its parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from operator import attrgetter, or_
from typing import TypeGuard, TypeVar

from explainer.expr.node import Node, each_part
from explainer.threads import recent

Kind = TypeVar("Kind", bound=Node)

_own_kinds = attrgetter("own_kinds")


def holds(node: Node, *kinds: type[Node]) -> bool:
    """Whether an expression, or a part of it, is of one of these kinds."""
    return bool(node.kinds & _bits(kinds))


def _bits(kinds: tuple[type[Node], ...]) -> int:
    found = 0
    for kind in kinds:
        found |= kind.bit
    return found


def has_child(node: Node, *kinds: type[Node]) -> bool:
    """Whether a child is of one of these kinds: a product of hundreds of factors is looked through only once."""
    try:
        found = node.child_kinds
    except AttributeError:
        found = reduce(or_, map(_own_kinds, node.children), 0)
        object.__setattr__(node, "child_kinds", found)
    return bool(found & _bits(kinds))


def of_kind(parts: Iterable[Node], *kinds: type[Kind]) -> tuple[Kind, ...]:
    """Those of several expressions that are of one of these kinds, in their order; their parts are not looked at."""
    return tuple(part for part in parts if isinstance(part, kinds))


def not_of_kind(parts: Iterable[Node], *kinds: type[Node]) -> tuple[Node, ...]:
    """The others: those of several expressions that are of none of these kinds."""
    return tuple(part for part in parts if not isinstance(part, kinds))


def placed(parts: Iterable[Node], *kinds: type[Kind]) -> Iterator[tuple[int, Kind]]:
    """The same, each with its place among all of them."""
    return ((place, part) for place, part in enumerate(parts) if isinstance(part, kinds))


def any_of_kind(parts: Iterable[Node], *kinds: type[Node]) -> bool:
    """Whether one of several expressions is of one of these kinds itself."""
    return any(isinstance(part, kinds) for part in parts)


def all_of_kind(parts: Collection[Node], *kinds: type[Kind]) -> TypeGuard[Collection[Kind]]:
    """Whether each of several expressions is of one of these kinds itself."""
    return all(isinstance(part, kinds) for part in parts)


def parts_of_kind(node: Node, *kinds: type[Kind]) -> tuple[Kind, ...]:
    """Every different part of these kinds once, the whole among them, in the order of `subnodes`.

    What has none, as most expressions do, is not walked through.
    """
    return of_kind(each_part(node), *kinds) if holds(node, *kinds) else ()


@recent(64)
def children_of(node: Node, *kinds: type[Node]) -> tuple[Node, ...]:
    """The children of these kinds. The last answers are kept: of hundreds of factors many rules ask for a few."""
    bits = _bits(kinds)
    return tuple([child for child in node.children if child.own_kinds & bits])


@recent(64)
def functions_among(factors: tuple[Node, ...]) -> frozenset[str]:
    """The names of the functions that are applied in these factors, as themselves; kept for the same reason."""
    return frozenset(operation.name for factor in factors if (operation := getattr(factor, "operation", None)))
