"""A term that is pointed at: light around it and around its counterparts, and a strip that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QGraphicsItem, QHBoxLayout, QStyleOptionGraphicsItem, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.theme import Theme
from explainer.session.lines.card import Sentence

_MARGIN_PX = 4.0
"""How far the light reaches beyond a term: more than the frame of a change, which may be around the same term."""
_WIDEST_PX = 560
"""So wide at most is the strip that says what a term is: about eighty letters, the most that is read in a line."""


class TermLight(QGraphicsItem):
    """Frames around terms: a solid one around the term itself, dashed ones around its counterparts in other lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._own: QRectF | None = None
        self._others: list[QRectF] = []
        self.setZValue(-1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_at(self, own: QRectF, others: Sequence[QRectF]) -> None:
        """Light a rectangle of the scene, and others that belong to it."""
        self.prepareGeometryChange()
        self._own, self._others = own, list(others)
        self.update()

    def boundingRect(self) -> QRectF:
        rect = QRectF() if self._own is None else self._own
        for other in self._others:
            rect = rect.united(other)
        return rect.adjusted(-8, -8, 8, 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        fill = QColor(self._theme.accent)
        fill.setAlphaF(0.16)
        dashed = QPen(self._theme.accent, 1.5, Qt.PenStyle.DashLine)
        for rect in self._others:
            self._draw(painter, rect, dashed, QColor(0, 0, 0, 0))
        if self._own is not None:
            self._draw(painter, self._own, QPen(self._theme.accent, 2), fill)

    @staticmethod
    def _draw(painter: QPainter, rect: QRectF, pen: QPen, fill: QColor) -> None:
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect.adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX), 5, 5)


class TermStrip(QFrame):
    """A small strip by a line that says what a term is; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("term_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        self.label = FormulaLabel(self, formula_scale=1.1, most_height_px=90)
        layout.addWidget(self.label)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.setStyleSheet(
            f"QFrame#term_strip {{ background: {theme.field.name()}; border: 1px solid {theme.accent.name()};"
            f" border-radius: 6px; }} QFrame#term_strip QLabel {{ color: {theme.ink.name()}; }}"
        )

    def say(self, sentence: Sentence, line: QRect, left: int, font: QFont) -> None:
        """Say something about a term of a line: below the line where there is room, else above it."""
        if font.pixelSize() != self.label.font().pixelSize():
            self.label.setFont(font)
            self.label.refresh()
        self.label.show_sentence(sentence)
        room = self._view.rect()
        widest = min(_WIDEST_PX, room.width() - 16)
        inner = self.label.natural_width(widest - 24)
        width = min(widest, inner + 24)
        height = self.label.heightForWidth(width - 22) + 14
        top = line.bottom() + 8
        if top + height > room.bottom():
            top = line.top() - height - 6
        top = min(max(4, top), max(4, room.bottom() - height - 4))
        left = min(max(8, left), max(8, room.right() - width - 8))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
