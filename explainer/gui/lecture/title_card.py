"""The card before a problem: the lesson, which problem of how many, and what is to be derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put, show_with
from explainer.gui.look.theme import Theme
from explainer.phrases import sentence

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.lessons import Lesson

_SIZES: Final = (1.0, 0.85, 0.72, 0.6, 0.5, 0.42, 0.35, 0.3)
"""The sizes that are tried for the letters, against the usual one; the first that fits is taken."""
_WHOLE: Final = 4
"""Down to this one a formula is made smaller rather than broken."""
_ACROSS, _DOWN = 0.08, 0.06
"""The margins, against width and height."""


class TitleCard(QWidget):
    """Stands where the board is; `least_px` is the size of its smallest words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title_card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._least_px = 27.0
        self._lesson, self._place, self._title = QLabel(self), QLabel(self), FormulaLabel(self, running=True)
        self._formula = FormulaLabel(self, formula_scale=1.3)
        self._layout = QVBoxLayout(self)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addStretch(3)
        for label in (self._lesson, self._title, self._formula, self._place):
            label.setWordWrap(True)
            self._layout.addWidget(label)
        self._layout.addStretch(4)

    def set_look(self, theme: Theme, least_px: float) -> None:
        """Draw in these colours, with no smaller words than that."""
        self._theme, self._least_px = theme, least_px
        self._restyle()

    def show_problem(self, lesson: Lesson | None, index: int, trace: Trace, of_deck: tuple[int, int] = (0, 0)) -> None:
        """Announce a problem, of a lesson or of one's own; `of_deck` says which of how many that are shown."""
        from explainer.session.lines.card import notation_of

        if lesson is None:
            variable = notation_of(trace.problem.wrt)
            words = sentence("The derivative with respect to {variable}", {"variable": variable})
            show_with(FormulaLabel.show_sentence, self._title, words)
        else:
            put(self._lesson.setText, lesson.title)
            number, count = of_deck if of_deck[1] else (index + 1, len(lesson.problems))
            put(self._place.setText, "Problem {0} of {1}" if count > 1 else "Problem", number, count)
            show_with(FormulaLabel.show_sentence, self._title, (lesson.problems[index].title,))
        self._lesson.setVisible(lesson is not None)
        self._place.setVisible(lesson is not None)
        self._formula.show_sentence((notation_of(trace.start),))
        self._restyle()

    def spoken(self) -> str:
        """The card as it is announced."""
        place = "" if self._lesson.isHidden() else f"{self._lesson.text()}. {self._place.text()}: "
        return f"{place}{self._title.text()}. {self._formula.text()}"

    def minimumSizeHint(self) -> QSize:
        """What is on it is made to fit the room, never the other way round."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        theme = self._theme
        if theme is None:
            return
        self.setStyleSheet(f"""
            QWidget#title_card {{ background: {theme.background.name()}; }}
            QWidget#title_card QLabel {{ background: transparent; color: {theme.ink.name()}; }}
        """)
        across, down = round(self.width() * _ACROSS), round(self.height() * _DOWN)
        self._layout.setContentsMargins(across, down, across, down)
        for label in (self._lesson, self._place, self._title):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # Words keep the size that the last row reads, and only a formula that is long gets smaller.
        next((share for share in _SIZES if self._fits(max(self._least_px, self._usual_px * share), share)), None)

    def _fits(self, size: float, share: float) -> bool:
        """Set all letters, and say whether everything has room; a formula is broken only where it must be small."""
        assert self._theme is not None
        for label, times in ((self._lesson, 1.0), (self._place, 1.0), (self._title, 1.7)):
            weight = "font-weight: 600;" if label is self._title else ""
            _style(label, f"{weight} color: {self._theme.ink.name()};", size * times)
        _style(self._formula, f"color: {self._theme.changed.name()};", self._usual_px * 1.5 * share)
        self._formula.refresh()
        self._layout.setSpacing(round(size * 0.7))
        across = self.width() - 2 * round(self.width() * _ACROSS)
        if share > _SIZES[_WHOLE] and self._formula.widest_formula() > across:
            return False
        shown = [label for label in (self._lesson, self._title, self._formula, self._place) if not label.isHidden()]
        needed = sum(label.heightForWidth(across) for label in shown) + self._layout.spacing() * (len(shown) + 1)
        return needed <= self.height() * (1 - 2 * _DOWN)

    @property
    def _usual_px(self) -> float:
        return max(self._least_px, min(self.width() / 44, self.height() / 22))


def _style(label: QLabel, style: str, size_px: float) -> None:
    """The style, and the font at once: a hidden window is styled only when it is shown."""
    font = label.font()
    font.setPixelSize(round(size_px))
    label.setFont(font)
    style = f"font-size: {round(size_px)}px; background: transparent; {style}"
    if label.styleSheet() != style:
        label.setStyleSheet(style)
