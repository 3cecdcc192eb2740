"""Lines of a derivation and the moves between them: where a rule was applied, what came of it, what was folded in."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TypeAlias

from explainer.expr.node import Node, Path
from explainer.rules import Rewrite, Rule, Words
from explainer.rules.build import splice


@dataclass(frozen=True, slots=True)
class Move:
    """One use of a rule on the part of a line at `path`.

    `inner` are folded moves that lead from `inner_start` to the same result. `touched_before` and `touched_after`
    replace
    the paths that follow from `path` where a rule changes a small part of a large node. A move with an `attempt` is
    a wrong turn: it leaves the line as it is, and shows that the attempt does not follow from it.
    """

    path: Path
    rule: Rule
    rewrite: Rewrite
    phase: str = ""
    inner_start: Node | None = None
    inner: tuple[Move, ...] = field(default=())
    touched_before: tuple[Path, ...] | None = None
    touched_after: tuple[Path, ...] | None = None
    words: Words = ()
    attempt: Node | None = None


Moves: TypeAlias = Generator[Move, None, Node]
"""A method at work: yields its moves one by one and returns the last line."""


def apply_move(line: Node, move: Move) -> Node:
    """The line after a move."""
    return splice(line, move.path, move.rewrite.after)[0]


def collect(moves: Moves) -> tuple[list[Move], Node]:
    """Run a method to its end: its moves and the last line."""
    found: list[Move] = []
    while True:
        try:
            found.append(next(moves))
        except StopIteration as end:
            return found, end.value
