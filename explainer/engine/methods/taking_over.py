"""Where the method that was chosen has no way to the end, the automatic one goes on, and says so.

Nobody who chooses a method has to know which functions it has rules for. What no method derives is refused as before,
with the reason of the chosen one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from explainer.engine.joining import replayed
from explainer.engine.line import Move, Moves, apply_move, collect
from explainer.engine.methods.automatic import Run, following, run_ahead
from explainer.engine.methods.places import next_derivative
from explainer.errors import ExplainerError, LimitError, UnsupportedError
from explainer.expr.node import Node, each_part
from explainer.expr.nodes import FunctionCall, IndexedSum, Where
from explainer.phrases import phrase

HELD_BACK = frozenset({
    "operator", "vector", "elements", "chain", "chain-forward", "chain-alias", "differential", "backward",
})  # fmt: skip
"""The methods whose first lines are not shown before it is known that they lead on: another one does better from the
start than from a line in the middle, and cannot go on at all from one that holds names. Of a function of numbers that
is written out they are shown at once: there is a rule for each of its parts, and nobody should wait for all lines of a
derivation to see the first.
"""

MOST_HELD_BACK = 60
"""A derivation of more lines shows the first ones while it goes on: who waits for a long one sees that it does."""

MOST_PARTS_HELD_BACK = 20_000
"""Nor are lines beyond one of more parts held back: whoever takes the steps sees how long a line gets, and ends it."""


def to_its_end(line: Node, method: str, moves: Moves, automatic: Callable[[Node], Moves]) -> Moves:
    """The moves of a chosen method; where these do not lead to the end, those of the automatic one from there on."""
    held_back = 0 if method not in HELD_BACK or _is_of_numbers(line) else MOST_HELD_BACK
    run = run_ahead(line, moves, held_back, MOST_PARTS_HELD_BACK)
    if run.is_stuck or _is_left_open(run) or (isinstance(run.error, LimitError) and not run.found):
        instead = _taken_over(line, automatic)
        if instead is not None:
            return (yield from replayed(line, instead))
    for move in run.found:
        yield move
        line = line if move.attempt is not None else apply_move(line, move)
    try:
        result = run.result if run.result is not None else (yield from following(line, run))
    except UnsupportedError:
        instead = _taken_over(run.line, automatic)
        if instead is None:
            raise
        return (yield from replayed(run.line, instead))
    if next_derivative(result) is None:
        return result
    instead = _taken_over(result, automatic)
    return result if instead is None else (yield from replayed(result, instead))


def _is_of_numbers(line: Node) -> bool:
    """Whether all parts of a line are numbers, none of them a sum over an index or an abstract function."""
    return all(
        part.shape.is_scalar and not isinstance(part, FunctionCall | IndexedSum | Where) for part in each_part(line)
    )


def _is_left_open(run: Run) -> bool:
    """Whether the last line of a method still asks for a derivative, beside the names that it gave."""
    return isinstance(run.result, Where) and next_derivative(run.result.body) is not None


def _taken_over(line: Node, automatic: Callable[[Node], Moves]) -> list[Move] | None:
    """The automatic moves from a line on, with the reason; None where they do not come to an end either, or the line
    holds names: a derivative by a name says nothing without its definition.
    """
    if isinstance(line, Where):
        return None
    try:
        moves, result = collect(line, automatic(line))
    except ExplainerError:
        return None
    if not moves or next_derivative(result.body if isinstance(result, Where) else result) is not None:
        return None
    words = phrase("The chosen method does not come to an end here.")
    first = moves[0]
    return [replace(first, note=phrase("{0} {1}", words, phrase(first.note)) if first.note else words), *moves[1:]]
