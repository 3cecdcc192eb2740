"""Going through the course: which lesson the open derivation belongs to, the way back to it, and what is marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.phrases import phrase
from explainer.session.course.address import Address
from explainer.session.course.trail import BOARD, Stop, Trail
from explainer.session.kept.progress import DERIVED, READ, Progress
from explainer.session.session import Request, Session

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem


class Course:
    """What a window with a session needs to know of the course."""

    def __init__(self, session: Session, progress: Progress | None = None) -> None:
        self._session = session
        self._chosen: LessonProblem | None = None
        self.progress = progress or Progress()
        self.trail = Trail()

    def open_problem(self, problem: LessonProblem, then: Callable[[bool], None] | None = None) -> None:
        """Open a problem of a lesson on the board; `then` is told whether that was possible."""
        self._chosen = problem
        self._session.begin(_request(problem), then)

    @property
    def problem(self) -> LessonProblem | None:
        """The problem of a lesson that is open on the board; None for anything else."""
        asked = self._session.request
        if self._chosen is not None and _request(self._chosen) == asked:
            return self._chosen
        from explainer.lessons import all_problems

        return next((problem for problem in all_problems() if _request(problem) == asked), None)

    def words_for(self, here: Address) -> str:
        """What is on the board when one is there, if it is a problem of a lesson."""
        problem = self.problem if here == BOARD else None
        if problem is None:
            return ""
        title = phrase(problem.title)
        return phrase("{0} · {1}", problem.id, title) if problem.id else title

    @property
    def home(self) -> Address | None:
        """The place in the lesson that the open derivation belongs to."""
        from explainer.session.course.shelf import home_of

        problem = self.problem
        return home_of(problem) if problem else None

    def note_position(self) -> None:
        """Mark the open problem where the session stands at its result."""
        session = self._session
        if session.trace is None or not session.complete or session.position < session.count or session.ending:
            return
        problem = self.problem
        if problem is not None and problem.id:
            self.progress.mark(DERIVED, problem.id)

    def note_read(self, address: Address) -> None:
        """Remember a lesson whose end has been seen. A ✓ it gets by what is done in it, see `lesson_done`."""
        if address.kind == "lesson":
            self.progress.mark(READ, address.name)

    def back(self) -> Stop | None:
        """Where the way back leads from here, which one then is at.

        Without a way back: from the board to the lesson of the derivation, from a page to the board.
        """
        stop = self.trail.back()
        if stop is not None:
            return stop
        if self.trail.here != BOARD:
            self.trail.here = BOARD
            return Stop(BOARD)
        home = self.home
        if home is not None:
            self.trail.here = home.page
        return Stop(home) if home is not None else None

    @property
    def before(self) -> Address | None:
        """Where `back` leads; None where it leads nowhere."""
        return self.trail.before or (BOARD if self.trail.here != BOARD else self.home)


def lesson_done(lesson: Lesson, progress: Progress) -> tuple[int, int]:
    """How much of a lesson is done, of how much: its tasks; of a lesson without any, that it was read."""
    tasks = lesson.tasks
    if not tasks:
        return int(lesson.id in progress.read), 1
    return len(progress.solved.intersection(tasks)), len(tasks)


def _request(problem: LessonProblem) -> Request:
    return Request(problem.text, problem.wrt, problem.shapes, problem.method, problem.layout, problem.order)
