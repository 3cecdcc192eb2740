"""Values as grids to scale: a square for each entry, with its number in it where there are few enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy

from explainer.expr.shape import Shape
from explainer.figures.boxes import UNIT_EM, Item, Scale, draw_box
from explainer.figures.canvas import FAINT, FIRST, FRAME, MUTED, PALE, Canvas, Paint, measured
from explainer.figures.labels import number_label
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.expr.arrays import Array

MOST_ROWS: Final = 8
MOST_COLUMNS: Final = 6
"""A larger matrix is drawn without its numbers."""
_NUMBER, _LEAST, _HIGH = 0.62, 1.0, 1.05
"""The letters of a number in a cell; the least width and the height of a cell, so that one digit stands in a square."""


@dataclass(frozen=True)
class Cells:
    """How large the cell of one entry is, the same for all grids of a picture, so that they are to scale."""

    width: float
    height: float
    scale: Scale


def cells_for(shapes: Iterable[Shape], values: Iterable[Array | None]) -> Cells:
    """Cells that the widest number fits into."""
    written = [value for value in values if value is not None and is_written(value)]
    widths = [measured(number_label(entry), _NUMBER)[0] + 0.4 for value in written for entry in _entries(value)]
    return Cells(max([_LEAST, *widths]), _HIGH, Scale(shapes)) if written else Cells(UNIT_EM, UNIT_EM, Scale(shapes))


def is_written(value: Array) -> bool:
    """Whether a value is small enough for its numbers to be written into the cells."""
    rows, columns = as_matrix(value).shape
    return 0 < rows <= MOST_ROWS and 0 < columns <= MOST_COLUMNS and bool(numpy.isfinite(value).all())


def as_matrix(value: Array) -> Array:
    """A value as rows of entries: a scalar is one entry, a vector one column."""
    array = numpy.asarray(value, dtype=float)
    return array if array.ndim == 2 else array.reshape((-1, 1))


def _entries(value: Array) -> list[float]:
    return [float(entry) for entry in as_matrix(value).ravel()]


def grid_size(shape: Shape, value: Array | None, cells: Cells) -> tuple[float, float]:
    """The width and the height of a grid."""
    if value is not None and is_written(value):
        rows, columns = as_matrix(value).shape
        return columns * cells.width, rows * cells.height
    rows, columns = cells.scale.squares(_measured_shape(shape, value))
    return columns * UNIT_EM, rows * UNIT_EM


def _measured_shape(shape: Shape, value: Array | None) -> Shape:
    return shape if value is None else Shape(as_matrix(value).shape)


def draw_grid(
    canvas: Canvas, shape: Shape, value: Array | None, left: float, top: float, cells: Cells,
    *, line: Paint = FRAME, width: float = 0.07, lit: frozenset[tuple[int, int]] = frozenset(),
) -> Rect:  # fmt: skip
    """A grid with its upper left corner at a place; the entries that are `lit` stand out by ground and frame."""
    across, up = grid_size(shape, value, cells)
    rect = Rect(left, top - up, across, up)
    if value is None or not is_written(value):
        draw_box(canvas, Item(_measured_shape(shape, value), None, is_result=line is FIRST), rect, cells.scale)
        return rect
    matrix = as_matrix(value)
    rows, columns = matrix.shape
    canvas.rectangle(rect, fill=PALE)
    for k in range(1, columns):
        canvas.line(((left + k * cells.width, rect.y), (left + k * cells.width, top)), FAINT, 0.045)
    for k in range(1, rows):
        canvas.line(((left, top - k * cells.height), (rect.right, top - k * cells.height)), FAINT, 0.045)
    for row, column in sorted(lit):
        place = Rect(left + column * cells.width, top - (row + 1) * cells.height, cells.width, cells.height)
        canvas.rectangle(place, fill=Paint(FIRST.role, 0.14), line=FIRST, width=0.1)
    for row in range(rows):
        for column in range(columns):
            x, y = left + (column + 0.5) * cells.width, top - (row + 0.5) * cells.height
            canvas.text(number_label(float(matrix[row, column])), x, y, size=_NUMBER, across=0.5, up=0.5)
    canvas.rectangle(rect, line=line, width=width)
    return rect


def draw_pending(canvas: Canvas, shape: Shape, size: tuple[float, float], left: float, top: float) -> Rect:
    """The dashed outline of a grid that is not known yet."""
    across, up = size
    rect = Rect(left, top - up, across, up)
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.top), (rect.x, rect.top), (rect.x, rect.y))
    canvas.line(corners, MUTED, 0.06, (0.28, 0.2))
    return rect
