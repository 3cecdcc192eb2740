"""Find the false line: a derivation in which one known mistake was made, and everything after it done right.

The mistake is one that the numbers refute, and it is made in a line of the derivation, so that all lines before it hold
and all after it follow from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from explainer.budget import Budget
from explainer.engine import Trace
from explainer.engine.line import apply_move, collect
from explainer.engine.methods import METHODS
from explainer.errors import ExplainerError
from explainer.expr.node import Node, subnodes
from explainer.expr.node import replace as with_part
from explainer.expr.nodes import Where
from explainer.practice.diagnosis import made
from explainer.practice.mistake import Mistake
from explainer.practice.mistakes import all_mistakes
from explainer.practice.skills.making import MOST_CHARACTERS, WORK
from explainer.verify import Verifier

MOST_LINES = 9
"""A derivation with more lines is not searched through with the eye."""


@dataclass(frozen=True, slots=True)
class FalseLine:
    """Lines that follow from one another, but for one: `number` is that of the false one, counted from 0 for the
    problem.
    """

    trace: Trace
    lines: tuple[Node, ...]
    number: int
    mistake: Mistake
    part: Node

    def is_right(self, number: int) -> bool:
        """Whether this is the line that does not follow from the one before it."""
        return number == self.number


def false_line(trace: Trace, seed: int = 0) -> FalseLine | None:
    """A derivation with a mistake in it; None where no known mistake can be made, or only in a program of names."""
    right = _single_lines(trace.start)
    if len(right) > MOST_LINES + 1 or any(isinstance(line, Where) for line in right):
        return None
    places = [(k, line) for k, line in enumerate(right[:-1])][:MOST_LINES]
    random = Random(f"{seed} {trace.problem.text[:200]}")
    random.shuffle(places)
    for k, line in places:
        for mistake, part, wrong in _slips(line, random):
            found = _finished(trace, right[: k + 1], wrong, mistake, part)
            if found is not None:
                return found
    return None


def _slips(line: Node, random: Random) -> list[tuple[Mistake, Node, Node]]:
    """The lines that one mistake in one place leads to, in an order of their own."""
    found = []
    for path, part in subnodes(line):
        for mistake in all_mistakes():
            if mistake.says_little:
                continue  # a slip of the pen is nothing to learn from
            for wrong in made(mistake, part):
                try:
                    found.append((mistake, part, with_part(line, path, wrong)))
                except ExplainerError:
                    continue  # its shape fits nowhere
    random.shuffle(found)
    return found


def _finished(trace: Trace, before: list[Node], wrong: Node, mistake: Mistake, part: Node) -> FalseLine | None:
    if wrong.shape != before[-1].shape or wrong in before:
        return None
    if Verifier((before[-1], wrong)).check(before[-1], wrong).state != "failed":
        return None
    lines = (*before, *_single_lines(wrong))
    if len(lines) > MOST_LINES + 1 or any(len(line.text()) > MOST_CHARACTERS for line in lines):
        return None
    if any(isinstance(line, Where) for line in lines) or lines[-1].has_derivative:
        return None
    return FalseLine(trace, lines, len(before), mistake, part)


def _single_lines(start: Node) -> list[Node]:
    """The lines of a derivation by single rules, the start among them; those that could be derived."""
    try:
        with Budget(most_work=WORK):
            moves, _ = collect(start, METHODS["operator"].moves(start))
    except ExplainerError:
        return [start]
    lines = [start]
    for move in moves:
        if move.attempt is None:
            lines.append(apply_move(lines[-1], move))
    return lines
