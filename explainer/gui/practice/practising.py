"""What a window holds of practice: opens it on the derivation that is open, or on what is due today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.gui.one_dialog import OneDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.look.theme import Theme
    from explainer.gui.practice.practice_window import PracticeWindow
    from explainer.session import Session
    from explainer.session.course.course import Course


class Practising:
    """Costs nothing before somebody asks for it. `front` is the window in use, `theme` gives its colours now."""

    def __init__(
        self, session: Session, course: Course, theme: Callable[[], Theme], front: Callable[[], QWidget]
    ) -> None:
        self._session = session
        self._theme = theme
        self._course = course
        self._front = front
        self._windows: OneDialog[PracticeWindow] = OneDialog(self._make)

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
            self._windows.show(self._front()).practise(session.request, problem.title if problem is not None else "")

    def close(self) -> None:
        """The window closes."""
        self._windows.close()

    def _make(self, front: QWidget) -> PracticeWindow:
        from explainer.gui.practice.practice_window import PracticeWindow

        return PracticeWindow(self._theme(), front)
