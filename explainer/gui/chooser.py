"""A combo box with a chevron in the colour of its text, whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget


class Chooser(QComboBox):
    """A combo box as wide as its widest entry; the style sheet takes its own arrow away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().buttonText().color(), 1.8))
        x, y = self.width() - 17.0, self.height() / 2 - 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4.5, y), QPointF(x, y + 4.5), QPointF(x + 4.5, y)]))
        painter.end()
