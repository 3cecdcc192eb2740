"""Where a line has something beside its formula: its number, the words above and below it, the marks.

Between them a long line is empty. Images of all of it would be as large as the formula itself, so there is one of each
part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from explainer.gui.board.line import BoardLine

Parts: TypeAlias = tuple[tuple[QPixmap, QPointF], ...]
"""Images and where the corner of each stands in the line."""
_ROOM_PX = 4.0
"""Strokes reach as far beyond the place that they mark, and slanted letters beyond theirs."""


def surrounding_rects(line: BoardLine) -> list[QRectF]:
    """The rectangles that hold all that is painted beside the formula, on whole pixels; no two of them meet."""
    whole = line.boundingRect()
    if line.look.inset_px:  # a bar runs down beside it
        return [whole]
    metrics, left = QFontMetricsF(line.look.font), line.look.margins.gutter
    found = [*line.frames(line.changed), *line.frames(line.changing)]
    if line.style.is_result:
        begin, end = line.formula_sides
        below = line.baseline + line.drawing.descent * line.look.em_px
        found.append(QRectF(begin, below, end - begin, whole.bottom() - below))
    if line.tags:
        found.append(QRectF(0, 0, line.width, line.tag_height - _ROOM_PX))
    if line.style.label:
        y = line.baseline + line.drawing.sign_y * line.look.em_px
        found.append(QRectF(0, y - metrics.ascent(), left - line.look.margins.number_gap, metrics.height()))
    if line.style.note:
        top = line.note_baseline - metrics.ascent()
        found.append(QRectF(left, top, line.width - left, whole.bottom() - top))
    apart: list[QRectF] = []
    for rect in found:
        grown = QRectF(rect.adjusted(-_ROOM_PX, -_ROOM_PX, _ROOM_PX, _ROOM_PX).toAlignedRect())
        for other in [other for other in apart if other.intersects(grown)]:
            apart.remove(other)
            grown = grown.united(other)
        apart.append(grown)
    return apart


def draw_arrow(painter: QPainter, x: float, height: float, scale: float) -> None:
    """A small arrow that leads down from the line before, as high as a row of words."""
    top, bottom = 2.0, height - 2
    pen = QPen(painter.pen().color(), 1.5 * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.drawLine(QPointF(x - 3.5 * scale, bottom - 4 * scale), QPointF(x, bottom))
    painter.drawLine(QPointF(x + 3.5 * scale, bottom - 4 * scale), QPointF(x, bottom))
