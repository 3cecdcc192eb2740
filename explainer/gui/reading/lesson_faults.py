"""What is wrong in a lesson of the user's own, found in slices after it has opened and told all together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from explainer.budget import CancelledError
from explainer.gui.notices import Choice, Notices
from explainer.gui.slices import Asking, Slices, away
from explainer.phrases import counted, joined, phrase

if TYPE_CHECKING:
    from explainer.lessons import Lesson
    from explainer.lessons.error import LessonError

MOST_SHOWN = 4
"""So many are in the message, without their hints; all of them can be copied, with them."""


_PIECE_S = 0.1
"""How long one piece of the work takes, so that each problem of a long lesson has a budget of its own."""


def _some(examined: Iterator[LessonError | None]) -> list[LessonError] | None:
    """The faults that are found next; None at the end."""
    found: list[LessonError] = []
    deadline = perf_counter() + _PIECE_S
    for fault in examined:
        if fault is not None:
            found.append(fault)
        if perf_counter() > deadline:
            return found
    return found or None


class LessonFaults:
    """Looks through the lessons that are opened in one window."""

    def __init__(self, notices: Notices, window: QObject) -> None:
        self._notices = notices
        self._slices = Slices(window)

    @property
    def working(self) -> bool:
        """Whether a lesson is being looked through."""
        return self._slices.working

    def look(self, lesson: Lesson) -> None:
        """Look through a lesson while the window has nothing else to do."""
        self._slices.add(self._look(lesson))

    def _look(self, lesson: Lesson) -> Asking:
        from explainer.lessons.examining import examine
        from explainer.lessons.library import file_of

        found: list[LessonError] = []
        examined = examine(lesson)
        with suppress(CancelledError):  # then what was found so far is told
            while (faults := (yield from away(partial(_some, examined)))) is not None:
                if file_of(lesson) is None:
                    return  # it was opened anew meanwhile, and that one is looked through by itself
                found += faults
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
        self._notices.show(joined("\n", shown), Choice("copy_faults", "Copy all", spoken, copy))
