"""What of a window is painted first: the field of the function, the board, and the room of everything else.

A window is to be on the screen before what nobody sees yet is loaded and made: `all_parts` is, right after that.
"""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.board.board import Board
from explainer.gui.curtain import Curtain
from explainer.gui.look.appearance import Appearance
from explainer.gui.look.dress import Holder
from explainer.gui.look.flow import bare, nest
from explainer.gui.look.list_rows import bar_height
from explainer.gui.look.texts import put
from explainer.gui.messages import Messages
from explainer.gui.panes import Panes
from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.reading.middle import Reading
from explainer.session import Session

MENUS = ("F&ile", "&Step", "&Function", "&Read", "&Present", "&View", "&Help")
"""The menus from left to right; what is in them comes from the table of actions."""


class FirstFrame:
    """The parts of a window that are seen first, in their places."""

    def __init__(self, session: Session, window: QMainWindow) -> None:
        self.problem_bar = ProblemBar(session, window)
        self.board = Board(session, window)
        self.reading = Reading(session, self.board, window)
        self.messages = Messages(window)
        self.actions = ActionSet(window, self.board)
        self.curtain = Curtain(window)
        self.centre, self._below = Holder(window), QWidget(window)
        above, around = self.problem_bar.expression, (self.problem_bar, self._below)
        self.panes = Panes(self.reading, above, around, self.actions, lambda: self.appearance.zoom, window)
        self._arrange()
        window.setCentralWidget(self.centre)
        for title in MENUS:
            put(_added(window).setText, title)
        holders = (window, self.centre, self.panes.splitter, self.reading)
        self.appearance = Appearance(
            self.curtain, holders, self.actions, self.board, self.reading, self.problem_bar, self.panes.share_width
        )
        self.appearance.apply()
        self._below.setFixedHeight(bar_height(window.fontMetrics()))

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(self.panes.splitter)
        self._layout = layout = bare(QVBoxLayout(self.centre), 0)
        layout.addWidget(self.problem_bar)
        nest(layout, self.messages.layout)
        nest(layout, middle, 1)
        layout.addWidget(self._below)

    @property
    def typed(self) -> bool:
        """Whether somebody has typed a function; what was written into the field by the program does not count."""
        return self.problem_bar.expression.isModified()

    def take_below(self, transport: QWidget) -> None:
        """Put the bar below the board into its room."""
        self._layout.replaceWidget(self._below, transport)
        self._below.setParent(None)
        self._below.deleteLater()


def _added(window: QMainWindow) -> QAction:
    """A title among those of the menus; the menu comes later."""
    action = QAction(window)
    window.menuBar().addAction(action)
    return action
