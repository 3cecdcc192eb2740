"""Derivations that never come to an end, each in another way, as methods to be put into the table for a test."""

from __future__ import annotations

from itertools import count
from time import sleep

import pytest

from explainer.engine import METHODS
from explainer.engine.line import Move, Moves
from explainer.engine.methods import Method
from explainer.expr.node import Node
from explainer.expr.nodes import Number, Sum
from explainer.rules import Rewrite, find_rule


def _step(line: Node, terms: tuple[Node, ...]) -> Move:
    rule = find_rule("sum")
    assert rule is not None
    return Move((), rule, Rewrite(Sum((line, *terms))))


def trying(line: Node) -> Moves:
    """Tries rules for ever, before its first step."""
    rule = find_rule("sum")
    assert rule is not None
    while True:
        rule(line)
    yield  # type: ignore[unreachable]


def spinning(line: Node) -> Moves:
    """Loops without trying a rule or making a node: it never looks at its budget."""
    while True:
        pass
    yield  # type: ignore[unreachable]


def growing(line: Node) -> Moves:
    """Takes steps for ever, each of which makes the line longer, at the pace of a derivation that has much to do."""
    terms: tuple[Node, ...] = ()
    for number in count(1):
        sleep(0.002)
        terms = (*terms, Number(number))
        yield _step(line, terms)
    return line


def _three_steps(line: Node) -> Moves:
    for last in (1, 2, 3):
        yield _step(line, tuple(Number(number) for number in range(1, last + 1)))
    return line


def late(line: Node) -> Moves:
    """Takes three steps, then tries rules for ever."""
    yield from _three_steps(line)
    return (yield from trying(line))


def late_spinning(line: Node) -> Moves:
    """Takes three steps, then loops without looking at its budget."""
    yield from _three_steps(line)
    return (yield from spinning(line))


AT_ONCE = ("trying", "spinning")
"""Those that have no first step."""
LATER = ("growing", "late", "late_spinning")
"""Those that take some steps."""


def put_into_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all of them be asked for by name."""
    for moves in (trying, spinning, growing, late, late_spinning):
        name = moves.__name__
        monkeypatch.setitem(
            METHODS, name, Method(name, name.capitalize(), "Never ends.", lambda line, _, moves=moves: moves(line))
        )
