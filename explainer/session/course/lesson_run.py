"""A lesson shown as a whole: its problems one after the other, with a title card before each.

The line after the last one of a problem is the title card of the next problem, and the other way round. A run that was
begun with the lesson itself goes through all slides of its deck: its words, figures and questions too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from explainer.session.session import Request, Session

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem
    from explainer.session.course.deck import Slide


class LessonRun:
    """Goes through a session's derivation, and through the lesson that it belongs to.

    A derivation that is in no lesson is a run of its own, with one title card. `on_title` says that a card is shown in
    the place of the board: the title of a problem, or the `slide` of a deck.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.lesson: Lesson | None = None
        self.index = 0
        self.on_title = False
        self.slides: tuple[Slide, ...] = ()
        self.planned: tuple[float, ...] = (0.0, 0.0)
        self.place = 0
        self._opening = False

    @property
    def slide(self) -> Slide | None:
        """The slide of the deck that is shown, or whose derivation is; None where the run has no deck."""
        return self.slides[self.place] if self.slides else None

    @property
    def title(self) -> str:
        """What the deck is called: by its title, else by the lesson."""
        name = next((slide.heading for slide in self.slides if slide.kind == "title"), "")
        return name or ("" if self.lesson is None else self.lesson.title)

    @property
    def coming(self) -> Slide | None:
        """The slide after it."""
        return self.slides[self.place + 1] if self.place + 1 < len(self.slides) else None

    def begin(
        self, lesson: Lesson, slides: tuple[Slide, ...] = (), minutes: int = 0, place: int = 0, line: int = 0
    ) -> None:
        """Go through the deck of a lesson, or through these slides of it; from a place on, of a problem from a line."""
        from explainer.session.course.deck import slides_of
        from explainer.session.course.deck_plan import planned_seconds

        self.lesson, self.index = lesson, 0
        self.slides, self.place, self.on_title = slides or slides_of(lesson), place, True
        self.planned = planned_seconds(self.slides, minutes)
        if self.slides[place].is_problem:
            self._open(self.slides[place].index, on_title=not line, line=line)

    def behind(self, seconds: float) -> float:
        """How far behind its plan a talk is after so many seconds; less than 0 where it is ahead, 0 within a slide."""
        begins, ends = self.planned[self.place], self.planned[self.place + 1]
        return max(0.0, seconds - ends) or min(0.0, seconds - begins)

    @property
    def problem(self) -> LessonProblem | None:
        """The problem of the lesson that is open."""
        if self.lesson is None or not self.lesson.problems or (self.slide is not None and not self.slide.is_problem):
            return None
        return self.lesson.problems[self.index]

    @property
    def problem_of_deck(self) -> tuple[int, int]:
        """Which problem of the deck is open, and how many it has; of no deck 0 and 0."""
        before = sum(slide.is_problem for slide in self.slides[: self.place + 1])
        return before, sum(slide.is_problem for slide in self.slides)

    @property
    def following(self) -> LessonProblem | None:
        """The problem that comes after the open one."""
        if self.lesson is None or self.index + 1 >= len(self.lesson.problems):
            return None
        return self.lesson.problems[self.index + 1]

    @property
    def at_end(self) -> bool:
        """Whether the open derivation stands at its last line."""
        return not self.on_title and self._session.complete and self._session.position == self._session.count

    def follow(self) -> None:
        """Take up what is open in the session now, whoever opened it."""
        if self._opening:
            return
        self.on_title = False
        if self.problem is None or request_of(self.problem) != self._session.request:
            self.slides, self.place = (), 0
            self.lesson, self.index = lesson_of(self._session.request)

    def next(self) -> bool:
        """Go on by a line or a title card; return whether there was one."""
        if self.on_title and (self.slide is None or self.slide.is_problem):
            self.on_title = False
            return True
        if not self.on_title and (self._session.next() or not self._session.complete):
            return True
        if self.slides:
            return self.coming is not None and self._turn_to(self.place + 1, at_end=False)
        return self.following is not None and self._open(self.index + 1, on_title=True)

    def previous(self) -> bool:
        """Go back by a line or a title card; return whether there was one."""
        if self.on_title and self.slides:
            return self.place > 0 and self._turn_to(self.place - 1, at_end=True)
        if self.on_title:
            return self.index > 0 and self._open(self.index - 1, on_title=False)
        if self._session.previous():
            return True
        self.on_title = True
        return True

    def leave_title(self) -> None:
        """Show the line where the session stands; a slide that has no lines stays."""
        self.on_title = self.slide is not None and not self.slide.is_problem

    def turn_to(self, place: int) -> bool:
        """Show another slide of the deck, of a problem its title; return whether it could be opened."""
        return self._turn_to(place, at_end=False)

    def _turn_to(self, place: int, *, at_end: bool) -> bool:
        """Show another slide of the deck; of a problem its title, or its last line."""
        before, self.place = self.place, place
        slide = self.slides[place]
        if not slide.is_problem:
            self.on_title = True
            return True
        if self._open(slide.index, on_title=not at_end):
            return True
        self.place = before
        return False

    def _open(self, index: int, *, on_title: bool, line: int | None = None) -> bool:
        """Open another problem of the lesson: at its title card, or at a line, the last one where none is named."""
        assert self.lesson is not None
        refused: list[bool] = []

        def go_on(opened: bool) -> None:
            if not opened:
                refused.append(True)
            elif not on_title and line is not None:
                self._session.go_to(line)
            elif not on_title:
                self._session.last()

        self._session.begin(request_of(self.lesson.problems[index]), go_on, lambda: self._at(index, on_title))
        return not refused

    @contextmanager
    def _at(self, index: int, on_title: bool) -> Iterator[None]:
        """Within this what opens is a problem of the lesson; where it is refused one stays where one was."""
        before = self.index, self.on_title
        self.index, self.on_title, self._opening = index, on_title, True
        try:
            yield
        finally:
            self._opening = False
            if self._session.error is not None:
                self.index, self.on_title = before


def request_of(problem: LessonProblem) -> Request:
    """What a session is asked for to open a problem."""
    return Request(problem.text, problem.wrt, dict(problem.shapes), problem.method, problem.layout, problem.order)


def lesson_of(request: Request) -> tuple[Lesson | None, int]:
    """The first lesson with exactly this problem, and which of its problems it is."""
    from explainer.lessons.library import all_lessons

    for lesson in all_lessons():
        for index, problem in enumerate(lesson.problems):
            if request_of(problem) == request:
                return lesson, index
    return None, 0
