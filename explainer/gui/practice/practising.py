"""What a window holds of practice: opens it on the derivation that is open, or on what is due today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from explainer.errors import ExplainerError
from explainer.gui.look.one_dialog import OneDialog
from explainer.session.kept.progress import SOLVED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.board.board import Board
    from explainer.gui.look.theme import Theme
    from explainer.gui.messages import Messages
    from explainer.gui.panels.transport import Transport
    from explainer.gui.practice.board_practice import BoardPractice
    from explainer.gui.practice.practice_window import PracticeWindow
    from explainer.gui.practice.worksheet_dialog import WorksheetDialog
    from explainer.gui.problem.problem_bar import ProblemBar
    from explainer.gui.reading.middle import Reading
    from explainer.gui.signals import SessionSignals
    from explainer.lessons import Drill
    from explainer.practice.learner.record import Record
    from explainer.practice.learner.sitting import Given
    from explainer.session import Session


class Practising:
    """Costs nothing before somebody asks for it. `front` is the window in use, `theme` gives its colours now."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        theme: Callable[[], Theme],
        front: Callable[[], QWidget],
        around: tuple[ProblemBar, Board, Transport],
        signals: SessionSignals,
        messages: Messages,
    ) -> None:
        self._session = session
        self._theme = theme
        self._above, self._board, self._below = around
        self._signals, self._messages = signals, messages
        self._on_board: BoardPractice | None = None
        self._course, self._reading = reading.course, reading
        reading.drill_chosen.connect(self.practise_drill)
        self._front = front
        self._windows: OneDialog[PracticeWindow] = OneDialog(self._make)
        self._sheets: OneDialog[WorksheetDialog] = OneDialog(_make_sheet)

    @property
    def window(self) -> PracticeWindow | None:
        """The window of practice, shown or just closed."""
        return self._windows.last

    def show_today(self) -> None:
        """Show what is due today, and how strong each skill is."""
        self._windows.show(self._front()).show_today()

    @property
    def on_board(self) -> BoardPractice | None:
        """What stands below the board, once practice was turned on there."""
        return self._on_board

    def toggle_on_board(self) -> None:
        """Ask for each step at the line on the board where it is made, or no longer."""
        if self._on_board is not None and self._on_board.on:
            self._on_board.leave()
        elif self._session.trace is not None:
            self._reading.show_board()
            self._made_on_board().begin()

    def leave_board(self) -> bool:
        """Stop judging, or end practice on the board; return whether there was any."""
        return self._on_board is not None and self._on_board.cancel()

    def _made_on_board(self) -> BoardPractice:
        if self._on_board is None:
            from explainer.gui.practice.board_practice import BoardPractice

            parent = self._below.parentWidget()
            layout = parent.layout() if parent is not None else None
            assert parent is not None
            assert isinstance(layout, QBoxLayout)
            made = self._on_board = BoardPractice(
                self._session, self._board, self._own_record(), self._theme, self._opened, parent
            )
            layout.insertWidget(layout.indexOf(self._below), made)
            made.changed.connect(self._show_room)
            made.refused.connect(self._messages.show)
            made.desk.solved.connect(self._note_solved)
            self._signals.opened.connect(made.follow_opened)
            self._signals.moved.connect(made.follow_moved)
        return self._on_board

    def _show_room(self) -> None:
        """While practice is on, the board has the room of the field of the function as well: it says the problem."""
        assert self._on_board is not None
        self._above.setVisible(not self._on_board.on)
        self._below.retell()

    def _own_record(self) -> Record:
        from explainer.practice.learner.record import Record, own_record

        try:
            return own_record()
        except ExplainerError as error:
            self._messages.show(error.message)
            return Record(None)

    def _opened(self) -> tuple[str, str]:
        """The title of what is on the board and its id, where it is a problem of a lesson."""
        problem = self._course.problem
        return (problem.title, problem.id) if problem is not None else ("", "")

    def practise(self) -> None:
        """Practise the derivation that is open."""
        session = self._session
        if session.trace is None:
            self.show_today()
        else:
            title, source = self._opened()
            self._windows.show(self._front()).practise(session.request, title, source)

    def practise_drill(self, drill: Drill, task: str) -> None:
        """Practise the problems at the end of a lesson: its task of this id."""
        self._windows.show(self._front()).practise_drill(drill, task)

    @property
    def sheet(self) -> WorksheetDialog | None:
        """The question what is to be on a worksheet, shown or just closed."""
        return self._sheets.last

    def show_sheet(self) -> None:
        """Ask for a worksheet."""
        self._sheets.show(self._front())

    def _note_solved(self, given: Given) -> None:
        """Mark what of a lesson was solved: the mark is earned by doing."""
        if given.source:
            self._course.progress.mark(SOLVED, given.source)

    def close(self) -> None:
        """The window closes."""
        self._windows.close()
        self._sheets.close()
        if self._on_board is not None:
            self._on_board.close_down()

    def _make(self, front: QWidget) -> PracticeWindow:
        from explainer.gui.practice.practice_window import PracticeWindow

        window = PracticeWindow(self._theme, front)
        window.desk.solved.connect(self._note_solved)
        window.page.worksheet.connect(self.show_sheet)
        return window


def _make_sheet(front: QWidget) -> WorksheetDialog:
    from explainer.gui.practice.worksheet_dialog import WorksheetDialog

    return WorksheetDialog(front)
