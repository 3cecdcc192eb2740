"""“What stands here?”: the part that a step makes is covered, and what is typed in its place is compared by value."""

from __future__ import annotations

from dataclasses import dataclass

from explainer.engine import Step, Trace
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, at, replace
from explainer.expr.nodes import Derivative, Equation, Index, Transpose, Variable, Where
from explainer.phrases import phrase
from explainer.practice.assessment import Assessment
from explainer.practice.counterexample import counterexample
from explainer.practice.diagnosis import diagnose
from explainer.practice.questions.place import place_of, step_to_find
from explainer.practice.telling import message_of, words_for
from explainer.practice.typed_line import read_line
from explainer.verify import Verifier

COVER = "q_cover"
"""A name that no problem has."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A line with one part covered: `path` is where, `part` is what stands there."""

    trace: Trace
    step: Step
    path: Path
    part: Node

    @property
    def line(self) -> Node:
        """The whole line, with what stands under the cover."""
        return self.step.after

    def answer(self, text: str) -> Assessment:
        """Judge what was typed for the covered part: `next` where it is right, `transposed`, `wrong`, `unreadable`."""
        closed = _closed(self.line, self.path)
        try:
            left, typed = read_line(text, self.trace, self.line)
            if closed != self.path:
                _, typed = read_line(self._surrounded(text, closed), self.trace, self.line)
        except ExplainerError as error:
            return Assessment("unreadable", error.message, error=error)
        if left is not None:
            return Assessment("unreadable", phrase("Type what stands under the cover, without a left side."))
        return self._compared(closed, typed)

    def _surrounded(self, text: str, closed: Path) -> str:
        """What was typed, with what binds its indices around it."""
        cover = Variable(COVER, self.part.shape)
        whole = replace(at(self.line, closed), self.path[len(closed) :], cover).text()
        return whole.replace(COVER, f"({text})")

    def _compared(self, closed: Path, typed: Node) -> Assessment:
        names = _names_around(self.line, closed)
        expected, given = (Where(side, names) if names else side for side in (at(self.line, closed), typed))
        verifier = Verifier((expected, given))
        holds = (*self.step.conditions, *self.trace.problem.facts)
        check = verifier.check(expected, given, holds)
        if check.ok:
            return Assessment("next", phrase("Right: {0}.", phrase(self.step.title)))
        if check.undecided:
            return Assessment("unreadable", phrase("This could not be compared: {0}.", check.message))
        if not given.shape.is_scalar and Verifier((expected, given)).check(expected, Transpose(given), holds).ok:
            shapes = expected.shape.display(), given.shape.display()
            words = phrase("Right in the other layout: here stands {0}, this is {1}.", *shapes)
            return Assessment("transposed", words)
        part = place_of(self.step).part
        starts = (part,) if isinstance(part, Derivative) and part.shape == self.part.shape else ()
        found = diagnose(starts, names, given, verifier, self.trace.problem.facts)
        shown = counterexample(expected, given, self.trace.problem.facts) if expected.shape == given.shape else None
        told = words_for(found, shown, expected, given)
        return Assessment("wrong", message_of(told), found.mistake.id if found else None, shown, told=told)


def cover_of(trace: Trace, number: int) -> Cover:
    """The part that a step makes, covered: of several the first, of an equation its right side.

    Raises ExplainerError where there is no such step.
    """
    step = step_to_find(trace, number)
    path = next(iter(step.touched_after), ())
    if isinstance(at(step.after, path), Equation):
        path = (*path, 1)
    if isinstance(at(step.after, path), Where):
        path = (*path, 0)
    return Cover(trace, step, path, at(step.after, path))


def _closed(line: Node, path: Path) -> Path:
    """The way to the smallest part around a path that has no index of something outside it: that has a value."""
    while path and any(isinstance(name, Index) for name in at(line, path).free):
        path = path[:-1]
    return path


def _names_around(line: Node, path: Path) -> tuple[Equation, ...]:
    """The definitions that are in force at a path."""
    names: tuple[Equation, ...] = ()
    for length in range(len(path)):
        around = at(line, path[:length])
        if isinstance(around, Where):
            names = (*names, *around.definitions)
    return names
