"""How expressions travel to other processes: by pickle, in pieces so low that no depth overflows its stack.

A node that is read back is made by its class, so that it is the one object of its process again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from explainer.expr.node import Node, each_part, fields_of

LOW = 40
"""Nodes of so many levels are left to pickle, which sees what several of them share. It calls itself three times for
each level; taller nodes are given to it as a list of their tall parts, from the bottom up."""


class _Earlier(int):
    """Stands for a part that is made earlier in the list, by its place there."""

    __slots__ = ()


def reduced(node: Node) -> tuple[Any, ...]:
    """What pickle writes for a node: its class and fields, or for a tall one the list of its tall parts."""
    if node.height <= LOW:
        return type(node), fields_of(node)
    parts = sorted(each_part(node, LOW + 1), key=lambda part: part.height)
    places = {part: _Earlier(place) for place, part in enumerate(parts)}

    def placed(value: Any) -> Any:
        return places.get(value, value) if isinstance(value, Node) else value

    rows = [(type(part), _each_in(fields_of(part), placed)) for part in parts]
    return made_again, (rows,)


def made_again(rows: list[tuple[type[Node], tuple[Any, ...]]]) -> Node:
    """The last node of a list in which each may have earlier ones for its parts."""
    made: list[Node] = []
    for kind, fields in rows:
        values = _each_in(fields, lambda value: made[value] if isinstance(value, _Earlier) else value)
        made.append(kind(*values))
    return made[-1]


def _each_in(values: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    """The values with every one changed, those of tuples too."""
    return tuple(_each_in(value, change) if type(value) is tuple else change(value) for value in values)
