"""Formulas as pixels, letter by letter: each letter of a size and colour is drawn once from its outline, then copied.

To fill an outline takes twenty times as long as to copy its pixels, and a Jacobian written out has hundreds of letters,
of which few are different ones. A letter is kept for a few places between two pixels, so that none stands more than an
eighth of a pixel beside where it belongs, nor more than a quarter above or below.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from math import floor
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QTransform

from explainer.gui.formulas.pictures import TextDrawing, outline_path
from explainer.threads import STORES
from explainer.typeset.picture import Glyph

if TYPE_CHECKING:
    from explainer.gui.formulas.pictures import Drawing
    from explainer.notation.tree import Path

PLACES_ACROSS, PLACES_DOWN = 4, 2
"""So many places between two pixels have an image of their own; an eye sees distances between letters first."""
LARGEST_PX = 100.0
"""Formulas in larger letters are filled from their outlines; there are few letters of that size on a screen."""
SHEET_PX = 512
MOST_SHEETS = 12
"""So many sheets of letters are kept, of 1 MiB each; the oldest goes first, and what is needed of it is drawn anew."""
_PLAIN = QTransform()
_SIZES = 64
"""Sizes are told apart by so many parts of a pixel."""

_Name: TypeAlias = tuple[str, int, int, int, int]
"""The letter, its size, its place between two pixels across and down, and its colour."""


class _Letter(NamedTuple):
    """Where the pixels of a letter are, and how far from the letter's origin they begin."""

    sheet: QPixmap
    x: int
    y: int
    width: int
    height: int
    left: int
    top: int


class _Sheet:
    """Letters in rows, each as high as the highest letter in it."""

    def __init__(self) -> None:
        self.pixels = QPixmap(SHEET_PX, SHEET_PX)
        self.pixels.fill(Qt.GlobalColor.transparent)
        self.names: list[_Name] = []
        self._x = self._y = self._row = 0

    def room(self, width: int, height: int) -> tuple[int, int] | None:
        """The corner of a free place of this size; None where there is none left."""
        if self._x + width > SHEET_PX:
            self._x, self._y, self._row = 0, self._y + self._row, 0
        if width > SHEET_PX or self._y + height > SHEET_PX:
            return None
        corner = self._x, self._y
        self._x, self._row = self._x + width, max(self._row, height)
        return corner


_letters: dict[_Name, _Letter] = {}
_sheets: deque[_Sheet] = deque()
STORES.extend((_letters.clear, _sheets.clear))


def paint_pixels(
    painter: QPainter,
    drawing: Drawing,
    place: QPointF,
    em_px: float,
    ink: QColor,
    colours: Mapping[Path, QColor],
    numbers: Sequence[int] | None = None,
    ratio: float = 1.0,
) -> None:
    """Paint what `drawing.paint` paints, onto a device with so many pixels for each of its units."""
    transform = painter.transform()
    size = em_px * transform.m11() * ratio
    if isinstance(drawing, TextDrawing) or size > LARGEST_PX or transform.m11() != transform.m22():
        drawing.paint(painter, place, em_px, ink, colours, numbers)
        return
    origin = transform.map(place)
    left, base = origin.x() * ratio, origin.y() * ratio
    letters, bars = _placed(drawing, left, base, size, drawing.brushes(ink, colours), numbers)
    _make_missing(letters)
    painter.save()
    painter.resetTransform()
    painter.scale(1 / ratio, 1 / ratio)
    for rect, brush in bars:
        bar = QPainterPath()  # fillRect takes gradients too, for whose names Python takes 5 ms
        bar.addRect(rect)
        painter.fillPath(bar, brush)
    large = []
    for name, column, row, number, brush in letters:
        letter = _letters.get(name)
        if letter is None:
            large.append((number, brush))
        else:
            sheet, across, down, width, height, to_left, to_top = letter
            painter.drawPixmap(column + to_left, row + to_top, sheet, across, down, width, height)
    painter.translate(left, base)
    painter.scale(size, size)
    for number, brush in large:
        painter.fillPath(drawing.shape(number), brush)
    painter.restore()


def make_letters(
    drawing: Drawing, place: QPointF, size: float, ink: QColor, colours: Mapping[Path, QColor], numbers: Sequence[int]
) -> None:
    """Draw the letters that `paint_pixels` needs for these pieces, at this place or whole pixels beside it."""
    if not isinstance(drawing, TextDrawing) and size <= LARGEST_PX:
        brushes = drawing.brushes(ink, colours)
        _make_missing(_placed(drawing, place.x(), place.y(), size, brushes, numbers)[0])


def _placed(
    drawing: Drawing, left: float, base: float, size: float, brushes: Sequence[QBrush], numbers: Sequence[int] | None
) -> tuple[list[tuple[_Name, int, int, int, QBrush]], list[tuple[QRectF, QBrush]]]:
    """The letters with the pixels at which they stand, and the bars."""
    letters: list[tuple[_Name, int, int, int, QBrush]] = []
    bars: list[tuple[QRectF, QBrush]] = []
    pieces = drawing.picture.pieces
    for number in range(len(pieces)) if numbers is None else numbers:
        piece, brush = pieces[number], brushes[number]
        x, y = left + size * piece.x, base - size * piece.y
        if not isinstance(piece, Glyph):
            height = size * piece.height
            bars.append((QRectF(x, y - height, size * piece.width, height), brush))
            continue
        across, down = floor(x * PLACES_ACROSS + 0.5), floor(y * PLACES_DOWN + 0.5)
        scale = round(size * piece.scale * _SIZES)
        name = (piece.key, scale, across % PLACES_ACROSS, down % PLACES_DOWN, brush.color().rgba())
        letters.append((name, across // PLACES_ACROSS, down // PLACES_DOWN, number, brush))
    return letters, bars


def _make_missing(letters: Sequence[tuple[_Name, int, int, int, QBrush]]) -> None:
    """Draw the letters that are not there yet."""
    missing = {name: brush for name, _, _, _, brush in letters if name not in _letters}
    if missing:
        _make(missing)


def _make(missing: Mapping[_Name, QBrush]) -> None:
    """Draw letters onto sheets, as far as they are not too large for one."""
    sheet = _sheets[-1] if _sheets else _new_sheet()
    painter = _pen(sheet)
    for name, brush in missing.items():
        key, size, across, down, _ = name
        outline, scale = outline_path(key), size / _SIZES
        x, y = across / PLACES_ACROSS, down / PLACES_DOWN
        ink = outline.controlPointRect()
        left, top = floor(ink.left() * scale + x), floor(ink.top() * scale + y)
        width, height = floor(ink.right() * scale + x) + 1 - left, floor(ink.bottom() * scale + y) + 1 - top
        corner = sheet.room(width, height)
        if corner is None:
            if max(width, height) > SHEET_PX / 2:
                continue
            painter.end()
            sheet = _new_sheet()
            painter = _pen(sheet)
            corner = sheet.room(width, height)
            assert corner is not None
        painter.setTransform(_PLAIN)
        painter.translate(corner[0] - left + x, corner[1] - top + y)
        painter.scale(scale, scale)
        painter.fillPath(outline, brush)
        sheet.names.append(name)
        _letters[name] = _Letter(sheet.pixels, *corner, width, height, left, top)
    painter.end()


def _pen(sheet: _Sheet) -> QPainter:
    painter = QPainter(sheet.pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _new_sheet() -> _Sheet:
    """An empty sheet; where there are too many the oldest goes."""
    if len(_sheets) >= MOST_SHEETS:
        for name in _sheets.popleft().names:
            _letters.pop(name, None)
    _sheets.append(_Sheet())
    return _sheets[-1]
