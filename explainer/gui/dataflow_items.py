"""What the dataflow graph is drawn with: boxes for variables, arrows for what uses what."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from explainer.gui.pictures import Drawing, drawing_of
from explainer.gui.theme import Theme
from explainer.session.card import notation_of

if TYPE_CHECKING:
    from explainer.dataflow import Vertex

_EM_PX = 17.0
_PADDING_PX = 12.0


class VertexItem(QGraphicsItem):
    """A variable with its definition in a box; its origin is the middle of the box."""

    def __init__(self, vertex: Vertex, theme: Theme, *, ends: bool) -> None:
        super().__init__()
        self._theme = theme
        self._ends = ends
        self._drawing = _label(vertex)
        self.setZValue(1)

    @property
    def rect(self) -> QRectF:
        """The box, about the origin."""
        width = self._drawing.width * _EM_PX + 2 * _PADDING_PX
        height = max(30.0, (self._drawing.ascent + self._drawing.descent) * _EM_PX + _PADDING_PX)
        return QRectF(-width / 2, -height / 2, width, height)

    def boundingRect(self) -> QRectF:
        return self.rect.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        theme, drawing = self._theme, self._drawing
        painter.setPen(QPen(theme.ink if self._ends else theme.muted, 2.0 if self._ends else 1.2))
        painter.setBrush(theme.field)
        painter.drawRoundedRect(self.rect, 9, 9)
        y = (drawing.ascent - drawing.descent) * _EM_PX / 2
        drawing.paint(painter, QPointF(-drawing.width * _EM_PX / 2, y), _EM_PX, theme.ink)


class EdgeItem(QGraphicsItem):
    """An arrow from one box to another; it bends around the boxes of the layers that it passes by."""

    def __init__(self, source: VertexItem, target: VertexItem, bend: float, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lit = False
        start, end = source.pos(), target.pos()
        middle = (start + end) / 2 + QPointF(bend, 0)
        self._end = _border_point(target, middle)
        self._path = QPainterPath(_border_point(source, middle))
        self._path.quadTo(middle, self._end)
        self._direction = self._end - middle

    def set_lit(self, lit: bool) -> None:
        """Draw the arrow as the one that the step is about, or not."""
        self.lit = lit
        self.update()

    def boundingRect(self) -> QRectF:
        return self._path.boundingRect().adjusted(-8, -8, 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour: QColor = self._theme.changed if self.lit else self._theme.muted
        painter.setPen(QPen(colour, 3.2 if self.lit else 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        length = hypot(self._direction.x(), self._direction.y()) or 1.0
        along = self._direction / length
        across = QPointF(-along.y(), along.x())
        back = self._end - along * 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([self._end, back + across * 5, back - across * 5]))


def _label(vertex: Vertex) -> Drawing:
    from explainer.notation.tree import Operator, Row

    name = notation_of(vertex.variable)
    if vertex.definition is None:
        return drawing_of(name)
    return drawing_of(Row((name, Operator("=", "relation"), notation_of(vertex.definition))))


def _border_point(item: VertexItem, towards: QPointF) -> QPointF:
    """Where the line from the middle of a box towards a point leaves the box."""
    rect, offset = item.rect.adjusted(-3, -3, 3, 3), towards - item.pos()
    scale = min(
        (rect.width() / 2) / abs(offset.x()) if offset.x() else float("inf"),
        (rect.height() / 2) / abs(offset.y()) if offset.y() else float("inf"),
    )
    return item.pos() + offset * min(scale, 1.0)
