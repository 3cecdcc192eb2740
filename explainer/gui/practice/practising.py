"""What a window holds of practice: opens it on the derivation that is open, or on what is due today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.gui.one_dialog import OneDialog
from explainer.session.kept.progress import SOLVED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.look.theme import Theme
    from explainer.gui.practice.practice_window import PracticeWindow
    from explainer.gui.practice.worksheet_dialog import WorksheetDialog
    from explainer.gui.reading.middle import Reading
    from explainer.lessons import Drill
    from explainer.practice.learner.sitting import Given
    from explainer.session import Session


class Practising:
    """Costs nothing before somebody asks for it. `front` is the window in use, `theme` gives its colours now."""

    def __init__(
        self, session: Session, reading: Reading, theme: Callable[[], Theme], front: Callable[[], QWidget]
    ) -> None:
        self._session = session
        self._theme = theme
        self._course = reading.course
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

    def practise(self) -> None:
        """Practise the derivation that is open."""
        session = self._session
        if session.trace is None:
            self.show_today()
        else:
            problem = self._course.problem
            title, source = (problem.title, problem.id) if problem is not None else ("", "")
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

    def _make(self, front: QWidget) -> PracticeWindow:
        from explainer.gui.practice.practice_window import PracticeWindow

        window = PracticeWindow(self._theme, front)
        window.desk.solved.connect(self._note_solved)
        window.page.worksheet.connect(self.show_sheet)
        return window


def _make_sheet(front: QWidget) -> WorksheetDialog:
    from explainer.gui.practice.worksheet_dialog import WorksheetDialog

    return WorksheetDialog(front)
