"""The card before a problem: the lesson, which problem of how many, and what is to be derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.lessons import Lesson


class TitleCard(QWidget):
    """Stands where the board is; `least_px` is the size of its smallest words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title_card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._least_px = 27.0
        self._lesson, self._place, self._title = QLabel(self), QLabel(self), QLabel(self)
        self._formula = FormulaLabel(self, formula_scale=1.3)
        self._layout = QVBoxLayout(self)
        self._layout.addStretch(3)
        for label in (self._lesson, self._title, self._formula, self._place):
            label.setWordWrap(True)
            self._layout.addWidget(label)
        self._layout.addStretch(4)

    def set_look(self, theme: Theme, least_px: float) -> None:
        """Draw in these colours, with no smaller words than that."""
        self._theme, self._least_px = theme, least_px
        self._restyle()

    def show_problem(self, lesson: Lesson | None, index: int, trace: Trace) -> None:
        """Announce a problem, of a lesson or of one's own."""
        from explainer.session.lines.card import notation_of

        if lesson is None:
            put(self._title.setText, "The derivative with respect to {0}", trace.problem.wrt.text())
        else:
            put(self._lesson.setText, lesson.title)
            put(self._place.setText, "Problem {0} of {1}", index + 1, len(lesson.problems))
            put(self._title.setText, lesson.problems[index].title)
        self._lesson.setVisible(lesson is not None)
        self._place.setVisible(lesson is not None)
        self._formula.show_sentence((notation_of(trace.start),))

    def spoken(self) -> str:
        """The card as it is announced."""
        place = "" if self._lesson.isHidden() else f"{self._lesson.text()}. {self._place.text()}: "
        return f"{place}{self._title.text()}. {self._formula.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        if theme is None:
            return
        size, ink = max(self._least_px, min(self.width() / 44, self.height() / 22)), theme.ink.name()
        self.setStyleSheet(f"""
            QWidget#title_card {{ background: {theme.background.name()}; }}
            QWidget#title_card QLabel {{ background: transparent; color: {ink}; font-size: {round(size)}px; }}
        """)
        self._title.setStyleSheet(f"font-size: {round(size * 1.7)}px; font-weight: 600; color: {ink};")
        self._formula.setStyleSheet(f"font-size: {round(size * 1.5)}px; color: {theme.changed.name()};")
        self._layout.setContentsMargins(*(round(self.width() * 0.08), round(self.height() * 0.06)) * 2)
        self._layout.setSpacing(round(size * 0.7))
        for label in (self._lesson, self._place, self._title):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._formula.refresh()
