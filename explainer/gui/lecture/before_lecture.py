"""What lay on the desk before a lecture: the lesson that is read, and the derivation that was open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.lessons import Lesson
    from explainer.session import Session
    from explainer.session.course.address import Address
    from explainer.session.course.deck import Slide
    from explainer.session.course.lesson_run import LessonRun
    from explainer.session.session import Request


class Lessons(Protocol):
    """Where lessons are read."""

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is read, or that the open derivation belongs to."""

    def lesson_on_page(self) -> Lesson | None:
        """The lesson that is read now."""

    def open(self, address: Address) -> None:
        """Show the page at an address."""

    def show_rule(self) -> None:
        """Show the page of the rule that led to the current line."""


class Plans(Protocol):
    """What of a lesson is projected."""

    def slides_for(self, lesson: Lesson) -> tuple[Slide, ...]:
        """The slides."""

    def minutes_for(self, lesson: Lesson) -> int:
        """How long they may take; 0 where nobody has said so."""


class Desk:
    """Begins the deck of the lesson that is read, and afterwards puts back what was there."""

    def __init__(self, session: Session, reading: Lessons, decks: Plans) -> None:
        self._session = session
        self._decks = decks
        self._reading = reading
        self._before: Request | None = None
        self._left: dict[str, tuple[str, int]] = {}
        """Of each lesson the slide that was left, by its key, and the line on it; 0 on a title."""

    def show_rule(self) -> None:
        """Show the page of the rule that led to the current line."""
        self._reading.show_rule()

    def begin_deck(self, run: LessonRun, *, where_left: bool = False) -> bool:
        """Let a run go through the lesson that is read; return whether one is.

        It begins with the first slide, or with the one that was left last time.
        """
        lesson = self._reading.lesson_on_page()
        if lesson is None or self._session.trace is None:
            return False
        self._before = self._session.request
        slides = self._decks.slides_for(lesson)
        key, line = self._left.get(lesson.id, ("", 0)) if where_left else ("", 0)
        place = next((k for k, slide in enumerate(slides) if key and slide.key == key), 0)
        run.begin(lesson, slides, self._decks.minutes_for(lesson), place, line)
        return True

    def way_back(self, lesson: Lesson) -> str:
        """How to go on where a lesson was left, if that was not its first slide."""
        key, _ = self._left.get(lesson.id, ("", 0))
        slides = self._decks.slides_for(lesson)
        number = next((k for k, slide in enumerate(slides, start=1) if k > 1 and slide.key == key), 0)
        return phrase("Shift+F5 goes on at slide {0}, F5 begins anew.", number) if number else ""

    def put_back(self, run: LessonRun) -> None:
        """After a deck, show the lesson again and open what was open before; its own lines are no work of anybody."""
        before, self._before = self._before, None
        lesson = run.lesson
        if not run.slides or lesson is None:
            return
        slide = run.slides[run.place]
        self._left[lesson.id] = slide.key, 0 if run.on_title else self._session.position
        run.slides, run.place = (), 0
        if before is None or before == self._session.request:
            self._show(lesson)
        else:
            self._session.begin(before, lambda opened: self._show(lesson))

    def _show(self, lesson: Lesson) -> None:
        from explainer.session.course.shelf import lesson_address

        self._reading.open(lesson_address(lesson))
