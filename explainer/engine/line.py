"""Lines of a derivation and the moves between them: where a rule was applied, what came of it, what was folded in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace
from itertools import takewhile
from typing import TypeAlias

from explainer.errors import LimitError
from explainer.expr.node import Node, Path, at, first_found
from explainer.expr.node import replace as put_in
from explainer.expr.nodes import ZERO, Comparison, Number, Power
from explainer.phrases import phrase
from explainer.rules import Rewrite, Rule, Words
from explainer.rules.build import splice
from explainer.rules.rule import about

MOST_HIDDEN = 8
"""So many single rewrites are folded into one line, not more: a reader can still see how it follows."""


@dataclass(frozen=True, slots=True)
class Move:
    """One use of a rule on the part of a line at `path`.

    `inner` are folded moves that lead from `inner_start` to the same result. `touched_before` and `touched_after`
    replace the paths that follow from `path` where a rule changes a small part of a large node. A move with an
    `attempt` is a wrong turn: it leaves the line as it is, and shows that the attempt does not follow from it. A move
    with `titles` is a line of several moves, called after these rules; that the inner moves of one that `is_known`
    derive a result that is cited here. Its `note` says why the derivation goes on in this way. One that `is_alone` is a
    line of its own, whatever comes before or after it.
    """

    path: Path
    rule: Rule
    rewrite: Rewrite
    _: KW_ONLY
    phase: str = ""
    inner_start: Node | None = None
    inner: tuple[Move, ...] = field(default=())
    touched_before: tuple[Path, ...] | None = None
    touched_after: tuple[Path, ...] | None = None
    words: Words = ()
    attempt: Node | None = None
    titles: tuple[str, ...] = ()
    is_known: bool = False
    note: str = ""
    is_alone: bool = False


Moves: TypeAlias = Generator[Move, None, Node]
"""A method at work: yields its moves one by one and returns the last line."""


def first_use(order: tuple[Rule, ...], part: Node, path: Path = ()) -> Move | None:
    """The first of several rules that rewrites a part, which stands at `path`."""
    for rule in about(order, type(part)):
        rewrite = rule(part)
        if rewrite is not None:
            return Move(path, rule, rewrite)
    return None


def first_below(
    line: Node, focus: Path, look: Callable[[Node], Move | None], enter: Callable[[Node], bool] = lambda part: True
) -> Move | None:
    """The first move that `look` finds for a part at or below `focus`; what is not to be entered hides its parts."""
    found = first_found(at(line, focus), look, enter=enter)
    return None if found is None else replace(found[1], path=(*focus, *found[0]))


def apply_move(line: Node, move: Move) -> Node:
    """The line after a move."""
    return splice(line, move.path, move.rewrite.after)[0]


def apply_moves(line: Node, moves: Sequence[Move]) -> Node:
    """The line after several moves, one after the other.

    What stands around all of their places is made anew once, not for each of them: in a deep line that is most of it.
    """
    if len(moves) < 2:
        return apply_move(line, moves[0]) if moves else line
    around = shared_path(move.path[:-1] for move in moves)
    part = at(line, around)
    for move in moves:
        part = splice(part, move.path[len(around) :], move.rewrite.after)[0]
    return put_in(line, around, part)


def shared_path(paths: Iterable[Path]) -> Path:
    """The way that all of some paths begin with."""
    levels = zip(*paths, strict=False)
    return tuple(places[0] for places in takewhile(lambda places: len(set(places)) == 1, levels))


def assumed(moves: Iterable[Move]) -> tuple[Node, ...]:
    """The conditions that moves rest on, each once, in the order in which they came; x ≠ 0 where x > 0 is not said."""
    found = dict.fromkeys(condition for move in moves for condition in move.rewrite.conditions)
    return tuple(condition for condition in found if not _is_implied(condition, found))


def _is_implied(condition: Node, by: Collection[Node]) -> bool:
    """Whether one of the other conditions says more: x > 0 than x ≠ 0, and x ≠ 0 as much as x^2 > 0."""
    if not isinstance(condition, Comparison):
        return False
    left, right = condition.left, condition.right
    if condition.relation == "!=":
        return any(Comparison(relation, left, right) in by for relation in (">", "<"))
    if condition.relation == ">" and right is ZERO and isinstance(left, Power) and isinstance(left.exponent, Number):
        even = left.exponent.value % 2 == 0
        return even and any(Comparison(relation, left.base, right) in by for relation in ("!=", ">", "<"))
    return False


def refuse_a_repeated_line(line: Node, seen: set[Node], move: Move) -> None:
    """Remember a line. Raises LimitError, naming the rule of the move, when it was there before.

    A derivation that comes back to a line would go round for ever.
    """
    if line in seen:
        raise LimitError(phrase("the rule “{0}” leads back to an earlier line", phrase(move.rule.title)))
    seen.add(line)


def collect(start: Node, moves: Moves) -> tuple[list[Move], Node]:
    """Run a method on a line to its end: its moves and the last line. Raises LimitError when a line comes again."""
    found: list[Move] = []
    line, seen = start, {start}
    while True:
        try:
            move = next(moves)
        except StopIteration as end:
            return found, end.value
        found.append(move)
        if move.attempt is None:
            line = apply_move(line, move)
            refuse_a_repeated_line(line, seen, move)
