"""What the caption under the projected board says: why, or what is typed, or a message; and where one stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Protocol

from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.session import Session
    from explainer.session.course.lesson_run import LessonRun
    from explainer.session.lines.card import Sentence


_SENTENCE_END: Final = re.compile(r"[.!?](?=\s+\S|\s*$)")


def beginnings(words: Sentence) -> Iterator[Sentence]:
    """The words up to the end of their first sentence, of their second one and so on; at last all of them."""
    for number, part in enumerate(words):
        if not isinstance(part, str):
            continue
        for found in _SENTENCE_END.finditer(part):
            if number < len(words) - 1 or part[found.end() :].strip():
                yield (*words[:number], part[: found.end()])
    yield words


class Freezing(Protocol):
    """What may hold the picture of the audience."""

    frozen_place: str
    """The place that the audience still sees; empty where it follows."""


class Captions:
    """The texts of a projection; `typed` is the number that is being typed, `message` goes before everything else.

    `is_alone` says whether the audience's window is the only one: then it says itself that it is frozen.
    """

    def __init__(self, session: Session, run: LessonRun, effects: Freezing, is_alone: Callable[[], bool]) -> None:
        self._session, self._run, self._effects = session, run, effects
        self._is_alone = is_alone
        self.typed = self._message = self.hint = ""
        """`hint` is a message for the speaker alone, while he has a window of his own."""

    @property
    def message(self) -> str:
        """What is said in the place of everything else."""
        return self._message

    @message.setter
    def message(self, text: str) -> None:
        self._message, self.hint = text, ""

    def tell(self, words: str) -> None:
        """Say why a key does nothing here; the audience need not read it where somebody else can."""
        self.message = words if self._is_alone() else ""
        self.hint = "" if self._is_alone() else words

    def shown(self) -> tuple[str, str, Sentence]:
        """What stands on the left and on the right, and the words for the left one; a title card says it itself."""
        if self._run.on_title and not self.typed and not self.message and not self._run.slides:
            return "", "", ()
        return self.message or self.title, self.place, () if self.message else self._words

    @property
    def title(self) -> str:
        """The rule that led to the line; at the problem what the lesson calls it."""
        step, problem = self._session.step, self._run.problem
        if self._run.on_title and self._run.lesson is not None:
            return self._run.title
        if step is not None:
            return step.title
        return "The problem" if problem is None else problem.title

    @property
    def _words(self) -> Sentence:
        """Why the step may be taken: the name of its rule stands on the board already."""
        from explainer.session.lines.card import sentence

        step = self._session.step
        return () if step is None or self._run.on_title else sentence(step.words)

    @property
    def place(self) -> str:
        """Which step of how many; a number that is being typed; which problem on a title card."""
        from explainer.session.lines.card import counter

        session, run = self._session, self._run
        if self.typed:
            return phrase("to {0} …", self.typed)
        if run.on_title and run.slides:
            return phrase("Slide {0} of {1}", run.place + 1, len(run.slides))
        if run.on_title and run.lesson is not None:
            return phrase("Problem {0} of {1}", run.index + 1, len(run.lesson.problems))
        place = counter(session.position, session.count, session.complete)
        if run.slides:
            place = phrase("Slide {0} of {1} · {2}", run.place + 1, len(run.slides), place)
        frozen = self._is_alone() and self._effects.frozen_place
        return phrase("{0}   {1}", phrase("frozen"), place) if frozen else place
