"""Expressions with other sizes: open ones in place of numbers, and numbers in place of open ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Index, Number, SizeValue, Variable, size_value
from explainer.expr.shape import Shape, Size, add_sizes, multiply_sizes, size_names, size_terms


def names_in(node: Node) -> set[str]:
    """All names that are taken: those of variables, indices and open sizes, also of what only an index runs to."""
    found: set[str] = set()
    for part in each_part(node):
        found |= part.shape.names
        if isinstance(part, Variable | Index | SizeValue):
            found.add(part.name)
        if isinstance(part, Index):
            found.update(size_names(part.size))
    return found


def resized(
    node: Node, letters: Mapping[Any, Size], rows: frozenset[str] = frozenset(), *, numbers: bool = False
) -> Node:
    """The expression with other sizes, in shapes, indices and constants; the one row of some variables stays one.

    With `numbers` also where a size is written as a number, as the 1000 of a mean. Raises ShapeError where the parts do
    not fit any more.
    """
    done: dict[Node, Node] = {}

    def changed(part: Node) -> Node:
        if part not in done:
            if isinstance(part, SizeValue) and isinstance(letters.get(part.name), int):
                done[part] = size_value(letters[part.name])
            elif numbers and isinstance(part, Number) and not part.places and part.value in letters:
                done[part] = size_value(letters[part.value])
            elif isinstance(part, Variable):
                done[part] = Variable(part.name, shape(part.value_shape, part.name in rows))
            else:
                done[part] = type(part)(*(field(name, getattr(part, name)) for name in part.__match_args__))
        return done[part]

    def field(name: str, value: Any) -> Any:
        if isinstance(value, Node):
            return changed(value)
        if isinstance(value, tuple):
            return tuple(field("", item) for item in value)
        if isinstance(value, Shape):
            return shape(value, bool(rows) and value.is_row)
        return other(value) if name in {"size", "rows", "columns"} else value

    def shape(old: Shape, is_row: bool) -> Shape:
        return Shape(tuple(size if is_row and not k else other(size) for k, size in enumerate(old.sizes)))

    def other(size: Size) -> Size:
        if size in letters or isinstance(size, int):
            return letters.get(size, size)
        terms, count = size_terms(size)
        changed = (multiply_sizes(factor, *(letters.get(name, name) for name in names)) for names, factor in terms)
        return add_sizes(count, *changed)

    return changed(node)
