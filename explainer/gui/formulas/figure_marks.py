"""The marks of a figure as paths of Qt, with what they are filled or drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QTransform

from explainer.gui.formulas.pictures import outline_path, shape_path

if TYPE_CHECKING:
    from explainer.typeset import Drawing, Mark, Stroke


def painted(mark: Mark, colour: QColor, drawing: Drawing) -> tuple[QPainterPath, QColor, QPen | None]:
    """A mark as a path to fill, or with the pen to draw it."""
    from explainer.typeset import Fill, Glyph, Stroke

    left, top = drawing.left, drawing.height - drawing.bottom
    if isinstance(mark, Glyph):
        place = QTransform(mark.scale, 0, 0, mark.scale, left + mark.x, top - mark.y)
        return place.map(outline_path(mark.key)), colour, None
    if isinstance(mark, Fill | Stroke):
        path = QTransform.fromTranslate(left, top).map(shape_path(mark.outline))
        return path, colour, _pen(mark, colour) if isinstance(mark, Stroke) else None
    path = QPainterPath()
    path.addRect(left + mark.x, top - mark.y - mark.height, mark.width, mark.height)
    return path, colour, None


def _pen(stroke: Stroke, colour: QColor) -> QPen:
    cap = Qt.PenCapStyle.FlatCap if stroke.dashes else Qt.PenCapStyle.RoundCap
    pen = QPen(colour, stroke.width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    if stroke.dashes:
        pen.setDashPattern([length / stroke.width for length in stroke.dashes])
    return pen
