"""A small button whose words have formulas in them: the name on a chip looks as it does in the formula beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionToolButton

    from explainer.session.lines.card import Sentence

_WIDEST_PX = 100_000  # no limit: the width that the words take in one line


class SentenceButton(QToolButton):
    """A button; its text is the sentence in plain letters, for the ear and for whoever has no formulas."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = FormulaLabel(self, running=True)  # never shown itself: it measures and paints
        self._words.hide()
        self._paints = False

    def show_sentence(self, sentence: Sentence) -> None:
        """Show these words, in the language that is spoken now."""
        self._words.show_sentence(sentence)
        self.setText(self._words.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """That of the text, as much wider or narrower as the words are with their formulas."""
        size, metrics = super().sizeHint(), self.fontMetrics()
        words = self._words.natural_width(_WIDEST_PX) - metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return size + QSize(words, max(0, self._words.heightForWidth(_WIDEST_PX) - metrics.height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._words.setFont(self.font())
            self._words.refresh()
            self.updateGeometry()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        if self._paints:
            option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        # The button paints itself, without its text. A painter of styles of our own would have Python make all the
        # 600 numbers of QStyle first, a twentieth of the time until the window shows.
        self._paints = True
        super().paintEvent(event)
        self._paints = False
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._words.natural_width(_WIDEST_PX)
        rect = QRect((self.width() - width) // 2, 0, width + 1, self.height())
        self._words.paint_in(painter, rect, self.palette().color(QPalette.ColorRole.ButtonText))
        painter.end()
