"""What is wrong in a lesson of the user's own, found in slices after it has opened and told all together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from explainer.gui.notices import Choice
from explainer.gui.slices import Slices
from explainer.phrases import counted, joined, phrase

if TYPE_CHECKING:
    from explainer.gui.main_window import MainWindow
    from explainer.lessons import Lesson
    from explainer.lessons.error import LessonError

MOST_SHOWN = 4
"""So many are in the message, without their hints; all of them can be copied, with them."""


class LessonFaults:
    """Looks through the lessons that are opened in one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._slices = Slices(window)

    @property
    def working(self) -> bool:
        """Whether a lesson is being looked through."""
        return self._slices.working

    def look(self, lesson: Lesson) -> None:
        """Look through a lesson while the window has nothing else to do."""
        self._slices.add(self._look(lesson))

    def _look(self, lesson: Lesson) -> Iterator[None]:
        from explainer.lessons.examining import examine
        from explainer.lessons.library import file_of

        found: list[LessonError] = []
        for fault in examine(lesson):
            if file_of(lesson) is None:
                return  # it was opened anew meanwhile, and that one is looked through by itself
            if fault is not None:
                found.append(fault)
            yield
        if found:
            self._tell(lesson, found)

    def _tell(self, lesson: Lesson, found: list[LessonError]) -> None:
        lines = [fault.report() for fault in found]
        head = counted(
            "One place in the lesson “{1}” needs attention:",
            "{0} places in the lesson “{1}” need attention:",
            len(lines),
            phrase(lesson.title),
        )
        shown = [head, *(phrase("• {0}", fault.message) for fault in found[:MOST_SHOWN])]
        if len(lines) > MOST_SHOWN:
            shown.append(phrase("({0} more)", len(lines) - MOST_SHOWN))

        def copy() -> None:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

        spoken = counted("Copy the place with its line", "Copy all {0} places with their lines", len(lines))
        self._window.notices.show(joined("\n", shown), Choice("copy_faults", "Copy all", spoken, copy))
