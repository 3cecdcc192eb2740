"""Vectors of size 1 and 0: derived with an open size, since a 1×1 matrix, a row of size 1 and a number look alike.

What holds for every size holds for these.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from explainer.errors import ShapeError
from explainer.expr.letters import fresh
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import Index, SizeValue, Variable, size_value
from explainer.expr.shape import Shape, Size
from explainer.phrases import phrase

LETTERS = "nmkpqrs"


@dataclass(frozen=True)
class Opened:
    """A function and a variable in which some sizes are letters; `known` says which numbers these stand for."""

    expression: Node
    wrt: Node
    known: Mapping[str, int]

    @property
    def note(self) -> str:
        """What to tell a reader; empty where no size was opened."""
        if not self.known:
            return ""
        values = " and ".join(f"{letter} = {size}" for letter, size in self.known.items())
        return phrase("The derivation leaves sizes open: what holds for all of them holds for {0}.", values)


def opened_sizes(expression: Node, wrt: Node) -> Opened:
    """The function and the variable with open sizes in place of 1 and 0.

    A matrix of one row is left as it is where that fits, since it is mostly meant as a row, and one of a single entry
    counts as square; else rows count as matrices like all others, or that single entry as a row. Both come back as
    they are where nothing has such a size or a list fixes it.
    """
    for is_row in (_is_plain_row, _is_no_row, _is_any_row):
        small = sorted({size for node in (expression, wrt) for size in _small_sizes(node, is_row)})
        if not small:
            continue
        taken = {name for node in (expression, wrt) for name in _names(node)}
        letters: dict[Size, Size] = {}
        for size in small:
            letters[size] = fresh({*taken, *map(str, letters.values())}, LETTERS)
        try:
            changed = _resized(expression, letters, is_row), _resized(wrt, letters, is_row)
        except ShapeError:
            continue
        return Opened(*changed, {str(letter): int(size) for size, letter in letters.items()})
    return Opened(expression, wrt, {})


def closed_sizes(result: Node, known: Mapping[str, int]) -> Node:
    """A result with the numbers put back in place of the letters; as it is where a shape does not survive that.

    A row times a column of size 1 is a number, so that a product of such Jacobians may be no matrix any more.
    """
    if not known or not result.shape.names & known.keys():
        return result
    try:
        closed = _resized(result, dict(known), _is_no_row)
    except ShapeError:
        return result
    return closed if len(closed.shape.sizes) == len(result.shape.sizes) else result


def _is_plain_row(shape: Shape) -> bool:
    return shape.is_row and shape.columns != 1


def _is_no_row(shape: Shape) -> bool:
    return False


def _is_any_row(shape: Shape) -> bool:
    return shape.is_row


def _small_sizes(node: Node, is_row: Callable[[Shape], bool]) -> set[int]:
    """The sizes 1 and 0 among the variables; of a row only its columns count."""
    found: set[int] = set()
    for part in each_part(node):
        if isinstance(part, Variable):
            sizes = part.shape.sizes[1:] if is_row(part.shape) else part.shape.sizes
            found.update(size for size in sizes if isinstance(size, int) and size < 2)
    return found


def _names(node: Node) -> set[str]:
    found = {name for part in each_part(node) for name in part.shape.names}
    named = (part.name for part in each_part(node) if isinstance(part, Variable | Index | SizeValue))
    return found | set(named)


def _resized(node: Node, letters: Mapping[Any, Size], is_row: Callable[[Shape], bool]) -> Node:
    """The expression with other sizes, in shapes, indices and constants."""
    done: dict[Node, Node] = {}

    def resized(part: Node) -> Node:
        if part not in done:
            if isinstance(part, SizeValue) and isinstance(letters.get(part.name), int):
                done[part] = size_value(letters[part.name])
            else:
                done[part] = type(part)(*(field(name, getattr(part, name)) for name in part.__match_args__))
        return done[part]

    def field(name: str, value: Any) -> Any:
        if isinstance(value, Node):
            return resized(value)
        if isinstance(value, tuple):
            return tuple(field("", item) for item in value)
        if isinstance(value, Shape):
            row = is_row(value)
            return Shape(tuple(size if row and not k else other(size) for k, size in enumerate(value.sizes)))
        return other(value) if name == "size" else value

    def other(size: Size) -> Size:
        return letters.get(size, size)

    return resized(node)
