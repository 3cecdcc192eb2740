"""What the audience sees of a question: its words, the choices with their letters, what is said to an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import show_with
from explainer.phrases import Phrase, phrase

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme
    from explainer.session.lines.card import Sentence

_LETTERS: Final = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45)
"""The sizes of the words that are tried against the usual one; the first with which all is seen is taken."""
_MOST_HEIGHT: Final = 0.62
"""The share of the audience's window that a question takes at most: the line that it is about is seen above it."""
_ROWS: Final = 30
"""So many rows of its words are as high as the screen, where these are no smaller than its least ones."""
_SPACING: Final = 0.4
"""Between two of its parts, against the size of its words."""
LETTERS = "ABCD"
_BETWEEN_PX: Final = 40
"""Between the two columns of choices."""


class QuestionPanel(QWidget):
    """What the audience sees of a question, between the board and the caption."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("class_question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._least_px = 20.0
        self._height = 1
        self._marks: dict[int, bool] = {}
        self.asked = FormulaLabel(self, formula_scale=1.15)
        self.choices = [FormulaLabel(self) for _ in LETTERS]
        self.reply = FormulaLabel(self, formula_scale=1.15)
        grid = QGridLayout()
        grid.setHorizontalSpacing(_BETWEEN_PX)
        for place, label in enumerate(self.choices):
            grid.addWidget(label, place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for label in (self.asked, self.reply, *self.choices):
            label.setMinimumHeight(1)  # what it needs in its narrowest form would make the window grow
        layout = QVBoxLayout(self)
        layout.addWidget(self.asked)
        nest(layout, grid)
        layout.addWidget(self.reply)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 1)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def hasHeightForWidth(self) -> bool:
        return False  # it is as high as was found for the width that there is

    def set_look(self, theme: Theme, least_px: float) -> None:
        """Draw in these colours, with no smaller words than that."""
        self._theme = theme
        self._least_px = least_px
        if self.isHidden():  # it takes them with the next question: to try letters in turn would hold up a beginning
            return
        self._set_letters(least_px)
        for place, right in self._marks.items():
            self._mark(place, right)
        self.fit()

    def _set_letters(self, size: float) -> None:
        """The style, and the fonts at once: what is hidden is styled only when it is shown."""
        theme = self._theme
        if theme is None:
            return
        pixels = round(size)
        self.setStyleSheet(f"""
            QWidget#class_question {{ background: {theme.panel.name()}; border-top: 3px solid {theme.accent.name()}; }}
            QWidget#class_question QLabel {{ background: transparent; color: {theme.ink.name()};
                font-size: {pixels}px; }}
        """)
        margin = round(size * 0.7)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(2 * margin, margin, 2 * margin, margin)
        layout.setSpacing(round(size * _SPACING))
        for label in (self.asked, self.reply, *self.choices):
            font = label.font()
            font.setPixelSize(pixels)
            label.setFont(font)
            label.refresh()

    def fit(self) -> None:
        """Take the largest letters with which all of it is seen, and leave the line above it its room."""
        stage = self.parentWidget()
        if stage is None or self._theme is None:
            return
        room, usual = stage.height() * _MOST_HEIGHT, max(self._least_px, stage.height() / _ROWS)
        for share in _LETTERS:
            self._set_letters(usual * share)
            needed = self._needed(stage.width(), usual * share)
            if needed <= room:
                break
        self._height = round(needed)
        self.setMaximumHeight(self._height)
        self.updateGeometry()

    def _needed(self, width: int, size: float) -> float:
        """How high all of it is in a width."""
        inner, spacing = width - 4 * round(size * 0.7), size * _SPACING
        across = (inner - _BETWEEN_PX) // 2
        shown = [label for label in self.choices if label.isVisibleTo(self)]
        rows = [shown[first : first + 2] for first in range(0, len(shown), 2)]
        heights = [max(label.heightForWidth(across) for label in row) for row in rows]
        heights += [label.heightForWidth(inner) for label in (self.asked, self.reply) if label.isVisibleTo(self)]
        return sum(heights) + spacing * (len(heights) + 1) + 2 * round(size * 0.7)

    def show_question(self, words: Sentence, choices: tuple[Phrase, ...]) -> None:
        """Ask this, with these choices or none."""
        self._marks.clear()
        _show(self.asked, words)
        for place, label in enumerate(self.choices):
            label.setStyleSheet("")
            label.setVisible(place < len(choices))
            _show(label, (phrase("{0}   {1}", LETTERS[place], choices[place]),) if place < len(choices) else ())
        self.show_reply(())
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def show_reply(self, words: Sentence) -> None:
        """Say this below the choices."""
        _show(self.reply, words)
        self.reply.setVisible(bool(words))
        self.fit()

    def mark(self, place: int, right: bool, choice: Phrase) -> None:
        """Mark a choice as right or wrong, by a sign as well as by colour."""
        self._marks[place] = right
        _show(self.choices[place], (phrase("{0} {1}   {2}", "✓" if right else "✗", LETTERS[place], choice),))
        self._mark(place, right)

    def _mark(self, place: int, right: bool) -> None:
        if self._theme is not None:
            colour = self._theme.ok if right else self._theme.failed
            weight = "font-weight: 700; " if right else ""
            self.choices[place].setStyleSheet(f"{weight}color: {colour.name()};")


def _show(label: FormulaLabel, words: Sentence) -> None:
    """Words on a label, in another language when that changes while the class is asked."""
    show_with(FormulaLabel.show_sentence, label, words)
