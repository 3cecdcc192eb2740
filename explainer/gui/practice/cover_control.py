"""How much of a problem is covered: from a worked example, line by line, to nothing given but the problem."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from explainer.gui.look.flow import bare
from explainer.gui.look.texts import put
from explainer.gui.practice.choices import button_of
from explainer.phrases import counted


class CoverControl(QWidget):
    """Asks with `wanted` for another number of covered lines, counted from the last one."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("covers")
        self._covered, self._lines = 0, 0
        self.told = QLabel(self)
        self.told.setProperty("role", "caption")
        self.fewer = button_of(self, "Co&ver fewer", "cover_fewer", lambda: self._ask(-1))
        self.more = button_of(self, "&Cover more", "cover_more", lambda: self._ask(+1))
        row = bare(QHBoxLayout(self))
        for part in (self.told, self.fewer, self.more):
            row.addWidget(part)

    def _ask(self, by: int) -> None:
        self.wanted.emit(self._covered + by)

    @property
    def goes_on(self) -> bool:
        """Whether one more line can be covered, and some are shown: one is on the way from the worked example."""
        return self._covered < self._lines

    def show_covered(self, covered: tuple[int, int], enabled: bool) -> None:
        """Say how many of how many lines are covered, and offer what can be done about it."""
        self._covered, self._lines = covered
        self.setVisible(self._lines > 0)
        count = counted("{0} line", "{0} lines", self._lines)
        if not self._covered:
            put(self.told.setText, "Covered: nothing of {0}", count)
        elif self._covered == self._lines:
            put(self.told.setText, "Covered: all of {0}", count)
        else:
            put(self.told.setText, "Covered: the last {0} of {1}", self._covered, count)
        self.fewer.setEnabled(enabled and self._covered > 0)
        self.more.setEnabled(enabled and self._covered < self._lines)
