"""Vectors of size 1 and 0: derived with an open size, since a 1×1 matrix, a row of size 1 and a number look alike.

What holds for every size holds for these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from explainer.errors import ShapeError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Index, SizeValue, Variable
from explainer.expr.shape import Shape, Size
from explainer.phrases import phrase

LETTERS = "nmkpqrs"


def opened_sizes(expression: Node, wrt: Node) -> tuple[Node, Node, str]:
    """The function and the variable with open sizes in place of 1 and 0, and a note that says so.

    Both come back as they are, with an empty note, where no vector has such a size or a list fixes it.
    """
    small = sorted({size for node in (expression, wrt) for size in _small_sizes(node)})
    if not small:
        return expression, wrt, ""
    taken = {name for node in (expression, wrt) for name in _names(node)}
    free = [letter for letter in LETTERS if letter not in taken]
    letters: dict[Size, Size] = dict(zip(small, free, strict=False))
    try:
        changed = _resized(expression, letters), _resized(wrt, letters)
    except ShapeError:
        return expression, wrt, ""
    known = " and ".join(f"{letter} = {size}" for size, letter in letters.items())
    return (*changed, phrase("The derivation leaves sizes open: what holds for all of them holds for {0}.", known))


def _small_sizes(node: Node) -> set[int]:
    """The sizes 1 and 0 of vectors among the variables."""
    return {
        size
        for part in each_part(node)
        if isinstance(part, Variable) and part.shape.is_vector and isinstance(size := part.shape.rows, int) and size < 2
    }


def _names(node: Node) -> set[str]:
    found = {name for part in each_part(node) for name in part.shape.names}
    named = (part.name for part in each_part(node) if isinstance(part, Variable | Index | SizeValue))
    return found | set(named)


def _resized(node: Node, letters: Mapping[Size, Size]) -> Node:
    """The expression with other sizes, in shapes, indices and constants; a row keeps its one row."""

    def field(name: str, value: Any) -> Any:
        if isinstance(value, Node):
            return _resized(value, letters)
        if isinstance(value, tuple):
            return tuple(field("", item) for item in value)
        if isinstance(value, Shape):
            is_row = value.is_row and value.columns != 1
            sizes = [letters.get(size, size) if k or not is_row else size for k, size in enumerate(value.sizes)]
            return Shape(tuple(sizes))
        return letters.get(value, value) if name == "size" else value

    return type(node)(*(field(name, getattr(node, name)) for name in node.__match_args__))
