"""A product with its numbers, entry by entry: the row and the column that make an entry are lit, and its sum written.

Two matrices stand in Falk's scheme: the first one left, the second one above, and their product where they meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explainer.expr.node import Node
from explainer.expr.nodes import Hadamard, MatrixProduct
from explainer.figures.canvas import FIRST, FRAME, MUTED, Canvas, measured
from explainer.figures.labels import by_length, formula, number_label
from explainer.figures.sweeps.grids import as_matrix, cells_for, draw_grid, is_written
from explainer.notation.signs import hadamard
from explainer.notation.tree import Dots, Fence, Notation, Operator, Row
from explainer.phrases import Phrase, phrase, sentence

if TYPE_CHECKING:
    from explainer.expr.arrays import Array
    from explainer.figures.sweeps.values import SweepNumbers

_LABEL, _GAP = 0.82, 0.6
"""The letters of a name beside a grid, between those of its numbers and of a caption; the room between grids."""
_WIDEST: Final = 9.0
"""A longer formula beside a grid is shortened by dots; both factors and the product stand side by side."""
_PLUS, _TIMES, _EQUALS = Operator("+", "binary"), Operator("·", "binary", "times"), Operator("=", "relation")


@dataclass(frozen=True)
class WrittenOut:
    """Two factors and their product as numbers, multiplied as matrices or entry by entry."""

    first: Node
    second: Node
    values: tuple[Array, Array, Array]
    by_entries: bool

    @property
    def count(self) -> int:
        """How many entries the product has."""
        return int(self.values[2].size)

    def place(self, entry: int) -> tuple[int, int]:
        """The row and the column of an entry, counted from 0; the entries are counted row by row from 1."""
        columns = self.values[2].shape[1]
        return (entry - 1) // columns, (entry - 1) % columns

    def terms(self, entry: int) -> list[tuple[float, float]]:
        """The pairs of numbers that are multiplied, and added up, for an entry."""
        row, column = self.place(entry)
        first, second, _ = self.values
        if self.by_entries:
            return [(float(first[row, column]), float(second[row, column]))]
        return [(float(a), float(b)) for a, b in zip(first[row], second[:, column], strict=True)]

    def told(self, entry: int) -> Phrase:
        """An entry in words, for those who do not see the picture."""
        row, column = self.place(entry)
        sums = " + ".join(f"{_plain(a)} · {_bracketed(b)}" for a, b in self.terms(entry))
        value = _plain(float(self.values[2][row, column]))
        return phrase("Row {0}, column {1}: {2} = {3}.", row + 1, column + 1, sums, value)


def written_out(product: Node | None, numbers: SweepNumbers | None) -> WrittenOut | None:
    """A product with numbers; None where these are not known, too many, or nothing is multiplied entry by entry.

    Of more than two matrices the first is multiplied with the product of the others.
    """
    if numbers is None or not isinstance(product, MatrixProduct | Hadamard):
        return None
    first, *others = product.factors
    second = others[0] if len(others) == 1 else type(product)(tuple(others))
    values = [numbers.of(part) for part in (first, second, product)]
    found = [as_matrix(value) for value in values if value is not None and is_written(value)]
    if len(found) < 3:
        return None
    by_entries = isinstance(product, Hadamard)
    if not by_entries and found[0].shape[1] != found[1].shape[0]:
        return None
    return WrittenOut(first, second, (found[0], found[1], found[2]), by_entries)


def draw_written_out(canvas: Canvas, shown: WrittenOut, entry: int, left: float, top: float, room: float) -> float:
    """The grids with the lit entry, and its sum below; the lower edge."""
    row, column = shown.place(entry)
    first, second, product = shown.values
    words = sentence("Row {row}, column {column}, written out:", {"row": str(row + 1), "column": str(column + 1)})
    y = canvas.paragraph(words, left, top, room, paint=MUTED) - 0.6
    if shown.by_entries:
        lit = [frozenset({(row, column)})] * 3
    else:
        across, down = range(first.shape[1]), range(second.shape[0])
        lit = [frozenset((row, k) for k in across), frozenset((k, column) for k in down), frozenset({(row, column)})]
    low = _stacked(canvas, shown, lit, left, y) if shown.by_entries else _falk(canvas, shown, lit, left, y)
    terms: list[str | Notation] = []
    for k, (a, b) in enumerate(shown.terms(entry)):
        pair = Row((_number(a), _TIMES, _number(b)))
        terms.append(Row((_PLUS, pair)) if k else pair)
    terms.append(Row((_EQUALS, number_label(float(product[row, column])))))
    return canvas.paragraph(terms, left, low - 0.7, room)


def _falk(canvas: Canvas, shown: WrittenOut, lit: list[frozenset[tuple[int, int]]], left: float, top: float) -> float:
    first, second, product = shown.values
    cells = cells_for((), shown.values)
    names = (_label(shown.first), _label(shown.second))
    right = left + max(first.shape[1] * cells.width, measured(names[0], _LABEL)[0]) + _GAP
    name = canvas.text(names[1], right, top, size=_LABEL, up=1)
    upper = draw_grid(canvas, shown.second.shape, second, right, name.y - 0.25, cells, lit=lit[1])
    low = min(upper.y - _GAP, top - measured(names[0], _LABEL)[1] - 0.25)
    canvas.text(names[0], left, low + 0.25, size=_LABEL, up=0)
    draw_grid(canvas, shown.first.shape, first, left, low, cells, lit=lit[0])
    found = draw_grid(canvas, shown.first.shape, product, right, low, cells, line=FIRST, width=0.12, lit=lit[2])
    return found.y


def _stacked(
    canvas: Canvas, shown: WrittenOut, lit: list[frozenset[tuple[int, int]]], left: float, top: float
) -> float:
    cells = cells_for((), shown.values)
    y = top
    signs: tuple[Notation | None, ...] = (None, hadamard(), _EQUALS)
    labels = (_label(shown.first), _label(shown.second), None)
    for k, (value, sign, name) in enumerate(zip(shown.values, signs, labels, strict=True)):
        parts = tuple(part for part in (sign, name) if part is not None)
        y = canvas.text(Row(parts), left, y, size=_LABEL, up=1).y - 0.25
        is_result = k == 2
        grid = draw_grid(
            canvas, shown.first.shape, value, left, y, cells, lit=lit[k],
            line=FIRST if is_result else FRAME, width=0.12 if is_result else 0.07,
        )  # fmt: skip
        y = grid.y - 0.4
    return y + 0.4


def _label(node: Node) -> Notation:
    return by_length(formula(node), Dots("center"), _WIDEST)


def _number(value: float) -> Notation:
    """A number as a factor, in brackets where it is negative."""
    return Fence("(", number_label(value), ")") if value < 0 else number_label(value)


def _bracketed(value: float) -> str:
    return f"({_plain(value)})" if value < 0 else _plain(value)


def _plain(value: float) -> str:
    return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")
