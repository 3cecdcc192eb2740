"""A combo box with a chevron in the colour of its text, whatever the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QWidget

from explainer.gui.look.texts import tr


class Chooser(QComboBox):
    """A combo box as wide as its widest entry; the style sheet takes its own arrow away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: list[tuple[str, str]] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def add_choice(self, text: str, value: object, words: str = "") -> None:
        """Offer a choice by its text, with words for its tool tip."""
        self._texts.append((text, words))
        self.addItem("", value)
        self._say(self.count() - 1)

    def retell(self) -> None:
        """Say the choices in the language that is spoken now."""
        for place in range(len(self._texts)):
            self._say(place)
        self.updateGeometry()

    def _say(self, place: int) -> None:
        text, words = self._texts[place]
        self.setItemText(place, tr(text))
        self.setItemData(place, tr(words), Qt.ItemDataRole.ToolTipRole)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().buttonText().color(), 1.8))
        x, y = self.width() - 17.0, self.height() / 2 - 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4.5, y), QPointF(x, y + 4.5), QPointF(x + 4.5, y)]))
        painter.end()
