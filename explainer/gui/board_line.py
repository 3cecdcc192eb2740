"""One line of the board: the formula, the sign before it, the rule that led to it, and the marks on what changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

from explainer.gui.pictures import Drawing
from explainer.gui.theme import Theme

if TYPE_CHECKING:
    from explainer.notation.tree import Path

GUTTER_PX = 44.0
"""Room on the left for the number of the step."""
TAG_GAP_PX = 7.0
"""Room between the name of the rule and the formula."""
_MARK_PX = 2.0
_FRAME_MARGIN_PX = 3.0


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line is drawn: pixels per em, the place of the column of signs, the colours, the letters of the names."""

    em_px: float
    sign_px: float
    theme: Theme
    font: QFont
    current: bool


class BoardLine(QGraphicsItem):
    """A line of the derivation. Its origin is the top left corner of everything that it draws.

    `changed` are the parts that its step has made, drawn in colour and framed; `changing` those that the next step
    replaces, drawn in colour and underlined. No mark depends on colour alone.
    """

    def __init__(
        self,
        position: int,
        title: str,
        drawing: Drawing,
        look: LineLook,
        changed: tuple[Path, ...] = (),
        changing: tuple[Path, ...] = (),
    ) -> None:
        super().__init__()
        self.position = position
        self.title = title
        self.drawing = drawing
        self.look = look
        self.changed = changed
        self.changing = changing
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def restyle(self, drawing: Drawing, look: LineLook, changed: tuple[Path, ...], changing: tuple[Path, ...]) -> None:
        """Draw the line in short or whole, in another size, with other marks."""
        if (drawing, look, changed, changing) != (self.drawing, self.look, self.changed, self.changing):
            self.prepareGeometryChange()
            self.drawing, self.look, self.changed, self.changing = drawing, look, changed, changing
            self.update()

    # --- measures ----------------------------------------------------------------------------------------------------

    @property
    def tag_height(self) -> float:
        """The height of the rule's name above the formula."""
        return QFontMetricsF(self.look.font).height() + TAG_GAP_PX if self.title else 0.0

    @property
    def indent(self) -> float:
        """Where the formula starts: so that all leading equals signs stand in one column; the problem on the left."""
        if self.position == 0:
            return GUTTER_PX
        return GUTTER_PX + self.look.sign_px - self.drawing.sign_x * self.look.em_px

    @property
    def baseline(self) -> float:
        return self.tag_height + max(self.drawing.ascent * self.look.em_px, QFontMetricsF(self.look.font).ascent())

    @property
    def height(self) -> float:
        return self.baseline + self.drawing.descent * self.look.em_px + _FRAME_MARGIN_PX

    @property
    def width(self) -> float:
        tag = GUTTER_PX + QFontMetricsF(self.look.font).horizontalAdvance(self.title) + 24
        return max(tag, self.indent + self.drawing.width * self.look.em_px + 2 * _FRAME_MARGIN_PX)

    def boundingRect(self) -> QRectF:
        return QRectF(0, -_FRAME_MARGIN_PX, self.width, self.height + 2 * _FRAME_MARGIN_PX)

    # --- drawing -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        look, theme = self.look, self.look.theme
        ink = theme.ink if look.current else theme.quiet
        self._draw_tag(painter)
        place = QPointF(self.indent, self.baseline)
        colours = dict.fromkeys(self.changed, theme.changed) | dict.fromkeys(self.changing, theme.changing)
        colours.pop((), None)  # a mark on the whole line is a frame only: colour would tell nothing apart
        self.drawing.paint(painter, place, look.em_px, ink, colours)
        self._frame(painter, place, self.changed, theme.changed)
        self._underline(painter, place, self.changing, theme.changing)

    def marked_middle(self) -> float:
        """The height of the middle of what is marked as changed, or of the top of the formula."""
        rects = self._rects(QPointF(self.indent, self.baseline), self.changed)
        return min((rect.center().y() for rect in rects), default=0.0)

    def _draw_tag(self, painter: QPainter) -> None:
        look, theme = self.look, self.look.theme
        metrics = QFontMetricsF(look.font)
        painter.setFont(look.font)
        painter.setPen(theme.muted)
        number = str(self.position)
        x = GUTTER_PX - 16 - metrics.horizontalAdvance(number)
        if self.position:
            painter.drawText(QPointF(x, self.baseline + self.drawing.sign_y * look.em_px), number)
        if not self.title:
            return
        painter.setPen(theme.changed if look.current else theme.muted)
        painter.drawText(QPointF(GUTTER_PX + 18, metrics.ascent()), self.title)
        self._draw_arrow(painter, metrics)

    def _draw_arrow(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        """A small arrow that leads down from the line before."""
        x, top, bottom = GUTTER_PX + 7, 2.0, metrics.height() - 2
        pen = QPen(painter.pen().color(), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.drawLine(QPointF(x - 3.5, bottom - 4), QPointF(x, bottom))
        painter.drawLine(QPointF(x + 3.5, bottom - 4), QPointF(x, bottom))

    def _rects(self, place: QPointF, paths: tuple[Path, ...]) -> list[QRectF]:
        em = self.look.em_px
        return [
            QRectF(place.x() + r.x() * em, place.y() + r.y() * em, r.width() * em, r.height() * em)
            for r in self.drawing.marks(paths)
        ]

    def _underline(self, painter: QPainter, place: QPointF, paths: tuple[Path, ...], colour: QColor) -> None:
        pen = QPen(colour, _MARK_PX)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for rect in self._rects(place, paths):
            y = rect.bottom() + _FRAME_MARGIN_PX
            painter.drawLine(QPointF(rect.left() + 1, y), QPointF(max(rect.right() - 1, rect.left() + 3), y))

    def _frame(self, painter: QPainter, place: QPointF, paths: tuple[Path, ...], colour: QColor) -> None:
        pen = QPen(colour, 1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        margin = _FRAME_MARGIN_PX
        for rect in self._rects(place, paths):
            painter.drawRoundedRect(rect.adjusted(-margin / 2, -margin, margin / 2, margin), 4, 4)

    # --- pointing ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the press; the board goes to this line when the button is let go."""
        event.accept()

    def part_at(self, point: QPointF) -> Path | None:
        """The path of the smallest part of the line at a point of the item."""
        em = self.look.em_px
        return self.drawing.part_at((point.x() - self.indent) / em, (point.y() - self.baseline) / em)
