"""What can lie over the projected board: black, white, a picture that is kept, or shade with a hole for one term."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

SHADE = QColor(0, 0, 0, 185)
LEAST_RADIUS, MOST_RADIUS = 0.04, 0.5
"""The size of the spotlight around the pointer, against the height of the screen."""
_TERM_MARGIN = 0.012
"""The light around a term, against the height of the picture, so that it is the same on every screen."""


class Blank(Enum):
    """What the audience sees instead of the board."""

    NONE = ""
    BLACK = "#000000"
    WHITE = "#ffffff"


class Spotlight(Enum):
    """What stays bright."""

    OFF = "off"
    TERM = "term"
    POINTER = "pointer"


class Cover(QWidget):
    """Lies over everything in the window of the audience and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("projection_cover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.blank = Blank.NONE
        self.spotlight = Spotlight.OFF
        self.frozen: QPixmap | None = None
        self.behind = QColor("black")
        self.edge = QColor("white")
        self.radius = 0.16
        self.term = QRectF()
        self.pointer = QPointF(0.5, 0.5)
        """Where the pointer is, against width and height."""

    def refresh(self) -> None:
        """Show what is set now."""
        covers = self.blank != Blank.NONE or self.spotlight != Spotlight.OFF or self.frozen is not None
        self.setVisible(covers)
        self.raise_()
        self.update()

    def hole(self) -> QPainterPath:
        """What the spotlight leaves bright."""
        path, size = QPainterPath(), self.size()
        if self.spotlight == Spotlight.TERM:
            margin = size.height() * _TERM_MARGIN * max(1.0, self.radius / 0.16)
            path.addRoundedRect(self.term.adjusted(-margin, -margin, margin, margin), margin, margin)
        else:
            radius = self.radius * size.height()
            path.addEllipse(QPointF(self.pointer.x() * size.width(), self.pointer.y() * size.height()), radius, radius)
        return path

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.blank != Blank.NONE:
            painter.fillRect(self.rect(), QColor(self.blank.value))
        elif self.frozen is not None:
            self._paint_frozen(painter, self.frozen)
        elif self.spotlight != Spotlight.OFF:
            shade, hole = QPainterPath(), self.hole()
            shade.addRect(QRectF(self.rect()))
            painter.fillPath(shade.subtracted(hole), SHADE)
            painter.setPen(QPen(self.edge, 3))
            painter.drawPath(hole)
        painter.end()

    def _paint_frozen(self, painter: QPainter, picture: QPixmap) -> None:
        """The picture that is kept, as large as fits a window that may have changed meanwhile."""
        painter.fillRect(self.rect(), self.behind)
        size = picture.deviceIndependentSize().scaled(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), picture, QRectF(picture.rect()))
