"""Which known mistake leads to what was typed: each is made in every place where it can be made, and compared.

The derivation of the part is gone through rule by rule; in every line, each derivative and each product, transpose or
inverse is a place, and so is what the next rule makes of a part. A mistaken value in one place, and everything else
right, must give what was typed; failing that, one that is transposed, or has the other sign, as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from explainer.budget import Budget
from explainer.engine.line import Move, apply_move, collect
from explainer.engine.methods import METHODS
from explainer.errors import ExplainerError
from explainer.expr.node import Node, at, each_part, substitute
from explainer.expr.nodes import Derivative, Equation, Transpose, Where
from explainer.expr.shape import transposed
from explainer.phrases import phrase, sentence
from explainer.practice.mistake import Mistake
from explainer.practice.questions.refusal import SPACE
from explainer.practice.sieve import Sieve
from explainer.rules import Words
from explainer.rules.build import join_brackets, splice
from explainer.verify import Verifier

MOST_TRIED, MOST_OF_A_KIND = 320, 160
"""So many wrong lines are compared with what was typed, and so many of them for one way of making them: a long
derivation is not searched to its end. Of 700 mistakes that are named, the last one is found as the 217th.
"""
WORK = 60_000
"""So much work may be spent on the derivation in which mistakes are made."""


Worked: TypeAlias = tuple[Node, Move | None]
"""A line, and the move that leads to the next one."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known mistake, the part in which it was made, and what it was made into."""

    mistake: Mistake
    part: Node
    wrong: Node
    in_other_layout: bool = False
    with_other_sign: bool = False

    @property
    def words(self) -> Words:
        """What was done, in a sentence about the actual part."""
        done = sentence(self.mistake.words, {"0": self.part})
        told = sentence("{title}: {done}", {"title": phrase(self.mistake.title), "done": done})
        if self.in_other_layout:
            told = told + SPACE + sentence("It is in the other layout as well.", {})
        if self.with_other_sign:
            told = told + SPACE + sentence("Its sign is wrong as well.", {})
        return told


def diagnose(
    starts: tuple[Node, ...],
    definitions: tuple[Equation, ...],
    typed: Node,
    verifier: Verifier,
    facts: tuple[Node, ...] = (),
    results: tuple[Node, ...] = (),
) -> Diagnosis | None:
    """The first known mistake that leads from one of the `starts` to what was typed, where the facts hold, or that was
    made in one of the `results` when it was written down; None where none does.
    """
    sieve = Sieve((typed, *starts), facts)
    wanted = list(sieve.values(typed))
    turned = not typed.shape.is_scalar
    lying = list(sieve.values(Transpose(typed))) if turned else []
    opposite = [None if value is None else -value for value in wanted]
    second: Diagnosis | None = None
    for found, wrong in islice(wrong_lines(*starts, results=results), MOST_TRIED):
        line = Where(wrong, definitions) if definitions and not isinstance(wrong, Where) else wrong
        if line.shape == typed.shape:
            agrees = sieve.agrees(wanted, line)
            if agrees or (agrees is None and _agree(verifier, line, typed, facts)):
                return found
            if second is None and not found.mistake.says_little and sieve.agrees(opposite, line):
                second = replace(found, with_other_sign=True)
        if turned and transposed(line.shape) == typed.shape and sieve.agrees(lying, line):
            return replace(found, in_other_layout=True)
    return second


def _agree(verifier: Verifier, line: Node, typed: Node, facts: tuple[Node, ...]) -> bool:
    try:
        return verifier.check(line, typed, facts).ok
    except ExplainerError:
        return False


def wrong_lines(*starts: Node, results: Sequence[Node] = ()) -> Iterator[tuple[Diagnosis, Node]]:
    """Every line that one mistake in one place leads to, as far as there is room for them: in the lines of the
    derivations of the `starts`, and in the `results`; then those that somebody makes who misreads the problem, and
    those that say little after all others.
    """
    from explainer.practice.mistakes import all_mistakes

    derivations: dict[Node, list[Worked]] = {}
    for little in (False, True):
        mistakes = [known for known in all_mistakes() if known.says_little is little]
        for start in dict.fromkeys(starts):
            if start not in derivations:  # worked out only where the ones before lead to nothing
                derivations[start] = _lines(start)
            yield from _wrong_in(derivations[start], mistakes)
        for result in results:
            yield from _wrong_in(((result, None),), mistakes)
        for lines in derivations.values():
            yield from _wrong_in(lines, mistakes, misread=True)


def _wrong_in(
    lines: Sequence[Worked], mistakes: Sequence[Mistake], misread: bool = False
) -> Iterator[tuple[Diagnosis, Node]]:
    seen: set[tuple[str, Node, Node]] = set()
    for line, part, mistake, wrong in _all_made(lines, mistakes, misread):
        key = (mistake.id, part, wrong)
        if key in seen:
            continue
        seen.add(key)
        if len(seen) > MOST_OF_A_KIND:
            return
        whole = _in_its_place(line, part, wrong)
        if whole is not None:
            yield Diagnosis(mistake, part, wrong), whole


def _all_made(
    lines: Iterable[Worked], mistakes: Sequence[Mistake], misread: bool
) -> Iterator[tuple[Node, Node, Mistake, Node]]:
    """What each of the mistakes makes of each part of each line, and of what the next rule makes of one; where the
    problem was `misread`, of what is still to be differentiated.
    """
    about: dict[type[Node], list[Mistake]] = {}
    done: set[Node] = set()
    for line, move in lines:
        written = dict.fromkeys(_written(line))
        for part in (part for part in each_part(line) if part not in written) if misread else written:
            if part in done:
                continue  # it stood in a line before, where the rest was right as well
            done.add(part)
            kind = type(part)
            if kind not in about:
                about[kind] = [mistake for mistake in mistakes if mistake.is_about(kind)]
            for mistake in about[kind]:
                for wrong in made(mistake, part):
                    yield line, part, mistake, wrong
        if move is not None and not misread:
            part = at(line, move.path)
            for mistake in mistakes:
                for wrong in _without_what_fails(mistake.wrong_step(part, move.rewrite.after), part):
                    yield line, part, mistake, wrong


def _written(line: Node) -> Iterator[Node]:
    """The parts of a line that do not stand inside a derivative that is still open."""
    stack = [line]
    while stack:
        part = stack.pop()
        yield part
        if not isinstance(part, Derivative):
            stack.extend(reversed(part.children))


def made(mistake: Mistake, part: Node) -> Iterator[Node]:
    """What a mistake makes of a part."""
    return _without_what_fails(mistake.wrong(part), part)


def _without_what_fails(found: Iterator[Node], part: Node) -> Iterator[Node]:
    try:
        for wrong in found:
            if wrong is not part:
                yield wrong
    except ExplainerError:
        return  # shapes that do not fit: nobody would get that far


def _in_its_place(line: Node, part: Node, wrong: Node) -> Node | None:
    """The line with the mistake in it; None where its shape fits nowhere."""
    try:
        return wrong if line is part else join_brackets(line, {part: wrong})
    except ExplainerError:
        try:
            return substitute(line, {part: wrong})
        except ExplainerError:
            return None


def _moves(start: Node) -> list[Move]:
    """Rule by rule; what only differentials know, such as a softmax of each row, by these."""
    for method in ("operator", "differential"):
        try:
            with Budget(most_work=WORK):
                return collect(start, METHODS[method].moves(start))[0]
        except ExplainerError:
            continue
    return []


def _lines(start: Node) -> list[Worked]:
    """The lines of a derivation with one rule in each, the start among them, each with the move that leads on."""
    lines: list[Worked] = []
    line = start
    for move in _moves(start):
        if move.attempt is None:
            lines += [(line, move), *_lines_within(start, line, move)]
            line = apply_move(line, move)
    return [*lines, (line, None)]


def _lines_within(start: Node, line: Node, move: Move) -> Iterator[Worked]:
    """The lines that a move folds into one; not those of a method that works with lines of another kind."""
    inner = move.inner_start
    if inner is None or isinstance(inner, Where) or any(isinstance(made.rewrite.after, Where) for made in move.inner):
        return
    for folded in move.inner:
        if folded.attempt is None and inner.free <= start.free:  # names that it gives mean nothing in a whole line
            yield splice(line, move.path, inner)[0], replace(folded, path=(*move.path, *folded.path))
            inner = apply_move(inner, folded)
