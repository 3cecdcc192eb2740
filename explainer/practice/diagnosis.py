"""Which known mistake leads to what was typed: each is made in every place where it can be made, and compared.

The derivation of the part is gone through rule by rule; in every line, each derivative and each product, transpose or
inverse is a place. A mistaken value in one place, and everything else right, must give what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from explainer.budget import Budget
from explainer.engine.line import Move, apply_move, collect
from explainer.engine.methods import METHODS
from explainer.errors import ExplainerError
from explainer.expr.node import Node, each_part, substitute
from explainer.expr.nodes import Equation, Transpose, Where
from explainer.expr.shape import transposed
from explainer.phrases import phrase, sentence
from explainer.practice.counterexample import Sieve
from explainer.practice.mistake import Mistake
from explainer.practice.questions.refusal import SPACE
from explainer.rules import Words
from explainer.rules.build import join_brackets
from explainer.verify import Verifier

MOST_TRIED = 600
"""So many wrong lines are compared with what was typed; a long derivation is not searched to its end."""
WORK = 60_000
"""So much work may be spent on the derivation in which mistakes are made."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known mistake, the part in which it was made, and what it was made into."""

    mistake: Mistake
    part: Node
    wrong: Node
    in_other_layout: bool = False

    @property
    def words(self) -> Words:
        """What was done, in a sentence about the actual part."""
        done = sentence(self.mistake.words, {"0": self.part})
        told = sentence("{title}: {done}", {"title": phrase(self.mistake.title), "done": done})
        if not self.in_other_layout:
            return told
        return told + SPACE + sentence("It is in the other layout as well.", {})


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
    for found, wrong in wrong_lines(*starts, results=results):
        line = Where(wrong, definitions) if definitions and not isinstance(wrong, Where) else wrong
        if line.shape == typed.shape:
            agrees = sieve.agrees(wanted, line)
            if agrees or (agrees is None and _agree(verifier, line, typed, facts)):
                return found
        if turned and transposed(line.shape) == typed.shape and sieve.agrees(lying, line):
            return replace(found, in_other_layout=True)
    return None


def _agree(verifier: Verifier, line: Node, typed: Node, facts: tuple[Node, ...]) -> bool:
    try:
        return verifier.check(line, typed, facts).ok
    except ExplainerError:
        return False


def wrong_lines(*starts: Node, results: Sequence[Node] = ()) -> Iterator[tuple[Diagnosis, Node]]:
    """Every line that one mistake in one place leads to, as far as there is room for them: in the lines of the
    derivations of the `starts`, and in the `results`; those that say little after all others.
    """
    from explainer.practice.mistakes import all_mistakes

    derivations: dict[Node, list[Node]] = {}
    for little in (False, True):
        mistakes = [known for known in all_mistakes() if known.says_little is little]
        for start in dict.fromkeys(starts):
            if start not in derivations:  # worked out only where the ones before lead to nothing
                derivations[start] = _lines(start)
            yield from _wrong_in(derivations[start], mistakes)
        for result in results:
            yield from _wrong_in((result,), mistakes)


def _wrong_in(lines: Sequence[Node], mistakes: Sequence[Mistake]) -> Iterator[tuple[Diagnosis, Node]]:
    seen: set[tuple[str, Node, Node]] = set()
    for line, part, mistake, wrong in _all_made(lines, mistakes):
        key = (mistake.id, part, wrong)
        if key in seen:
            continue
        seen.add(key)
        if len(seen) > MOST_TRIED:
            return
        whole = _in_its_place(line, part, wrong)
        if whole is not None:
            yield Diagnosis(mistake, part, wrong), whole


def _all_made(lines: Iterable[Node], mistakes: Sequence[Mistake]) -> Iterator[tuple[Node, Node, Mistake, Node]]:
    """What each of the mistakes makes of each part of each line."""
    for line in lines:
        for part in dict.fromkeys(each_part(line)):
            for mistake in mistakes:
                for wrong in made(mistake, part):
                    yield line, part, mistake, wrong


def made(mistake: Mistake, part: Node) -> Iterator[Node]:
    """What a mistake makes of a part."""
    try:
        for wrong in mistake.wrong(part):
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


def _lines(start: Node) -> list[Node]:
    """The lines of a derivation with one rule in each, the start among them."""
    moves = _moves(start)
    lines = [start]
    for move in moves:
        if move.attempt is None:
            lines.append(apply_move(lines[-1], move))
    return lines
