"""Every line of every lesson, folded steps included: what the program writes, draws and reads aloud the most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from explainer.engine import Step, Trace
from explainer.expr.node import Node
from explainer.lessons import LessonProblem, all_lessons
from explainer.notation import write_notation
from explainer.notation.tree import Notation
from explainer.practice.assessment import Assessment, assess


class Derivation(NamedTuple):
    """The lines that follow from each other, in order: a trace, or the steps folded into one step."""

    name: str
    lines: tuple[Node, ...]


_derive = LessonProblem.trace
_derived: dict[int, tuple[LessonProblem, Trace]] = {}


def trace_of(problem: LessonProblem) -> Trace:
    """The derivation of a problem of a lesson: one for all tests that only look at it, with the checks it was given."""
    known = _derived.get(id(problem))
    if known is None:
        known = _derived[id(problem)] = (problem, _derive(problem))
    return known[1]


_assessed: dict[tuple[int, int, str], Assessment] = {}


def assessment_of(trace: Trace, number: int, text: str) -> Assessment:
    """What is said to a line that is typed at a step of a lesson: asked once for all tests that look at it."""
    key = id(trace), number, text
    if key not in _assessed:
        _assessed[key] = assess(trace, number, text)
    return _assessed[key]


@cache
def traces() -> tuple[Trace, ...]:
    """The derivations of all problems of all lessons."""
    return tuple(trace_of(problem) for lesson in all_lessons() for problem in lesson.problems)


@cache
def derivations() -> tuple[Derivation, ...]:
    """All derivations of all lessons."""
    found: list[Derivation] = []
    for trace in traces():
        found.extend(_with_folded(trace.problem.text, trace.start, tuple(trace.steps)))
    return tuple(found)


def _with_folded(name: str, start: Node, steps: Sequence[Step]) -> Iterator[Derivation]:
    yield Derivation(name, (start, *(step.after for step in steps)))
    for step in steps:
        if step.substeps:
            yield from _with_folded(f"{name}, step {step.number}", step.substeps[0].before, step.substeps)


@cache
def notations() -> dict[Node, Notation]:
    """How each different line is written."""
    return {line: write_notation(line) for derivation in derivations() for line in derivation.lines}
