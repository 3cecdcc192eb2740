"""Finding the false line: the lines of a derivation stand there, one does not follow, and the learner says which.

Start with `make_finding`. `choose` answers the number of a line, `show` gives it away, `outcome` is what is remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from explainer.engine import Trace
from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.phrases import joined, phrase, sentence
from explainer.practice.counterexample import counterexample
from explainer.practice.learner.record import Outcome
from explainer.practice.skills.false_lines import FalseLine, false_line
from explainer.practice.skills.making import make_task
from explainer.practice.skills.skill import GRADES, Skill
from explainer.rules import Words

MOST_TRIES = 30
"""So many problems are drawn; not in each of them a known mistake leads to a result."""
LEAST_LINES = 3
"""Among fewer lines there is nothing to look for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is said to a choice."""

    right: bool
    words: Words

    @property
    def message(self) -> str:
        """The words as plain text."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.words)


class Finding:
    """One derivation with one false line. `wrong` counts the choices that were not it; `done` is set when it is known.

    Lines are counted from 1, the first one after the problem.
    """

    def __init__(self, false: FalseLine, skill: Skill, grade: int) -> None:
        self.skill, self.grade = skill, grade
        self.wrong = 0
        self.shown = False
        self.done = False
        self._false = false

    @property
    def trace(self) -> Trace:
        """The derivation in which the mistake was made."""
        return self._false.trace

    @property
    def problem(self) -> Node:
        """What is derived."""
        return self._false.lines[0]

    @property
    def lines(self) -> tuple[Node, ...]:
        """The lines after the problem."""
        return self._false.lines[1:]

    @property
    def number(self) -> int:
        """The line that does not follow from the one before it."""
        return self._false.number

    def choose(self, number: int) -> Found:
        """Say whether this line is it. Raises ExplainerError where there is no such line."""
        if not 1 <= number <= len(self.lines):
            hint = phrase("The lines have the numbers 1 to {0}.", len(self.lines))
            raise ExplainerError(phrase("there is no line {0}", number), hint=hint)
        if number == self.number:
            self.done = True
            return Found(True, self._explained())
        self.wrong += 1
        before, line = self._false.lines[number - 1], self._false.lines[number]
        words = sentence("Line {number} follows: {before} is equal to {line}.",
                         {"number": number, "before": before, "line": line})  # fmt: skip
        return Found(False, words)

    def show(self) -> Found:
        """Say which line it is."""
        self.shown = self.done = True
        return Found(False, (phrase("It is line {0}.", self.number), " ", *self._explained()))

    def outcome(self, when: datetime) -> Outcome:
        """How it went, to be remembered."""
        asked, at_once = 1, int(not self.wrong and not self.shown)
        text = self.trace.problem.text[:200]
        return Outcome(when, self.skill.id, self.grade, text, asked, at_once, self.wrong, skipped=int(self.shown))

    def _explained(self) -> Words:
        mistake, part = self._false.mistake, self._false.part
        told = [phrase("{0}: {1}", phrase(mistake.title), phrase(mistake.words, part.text()))]
        before, line = self._false.lines[self.number - 1 : self.number + 1]
        shown = counterexample(before, line, self.trace.problem.facts)
        if shown is not None:
            point, right, wrong = shown.told()
            told.append(
                phrase("At {0} it is {1}, this gives {2}.", point, right, wrong)
                if point
                else phrase("It is {0}, this gives {1}.", right, wrong)
            )
        return (joined(" ", told),)


def make_finding(skills: tuple[Skill, ...], grade: int, seed: int = 0) -> Finding:
    """A derivation with a false line, of one of the skills; equal seeds give equal ones.

    Raises ExplainerError where none of them has any.
    """
    for attempt, drawn in zip(range(MOST_TRIES), count(seed * MOST_TRIES), strict=False):
        skill = skills[drawn % len(skills)]
        tried = grade if attempt < MOST_TRIES // 2 else min(grade + 1, GRADES[-1])  # the easiest have too few lines
        made = false_line(make_task(skill, tried, drawn).trace, drawn)
        if made is not None and len(made.lines) > LEAST_LINES:
            return Finding(made, skill, tried)
    raise ExplainerError("no false line could be made for these skills", hint="Choose other skills.")
