"""A derivative by differentials inside of another derivation, as one step; of that by an entry, one entry of it.

Traces, determinants and inverses have no entries that can be written down for any size, but their differentials give
the whole derivative, of which one entry is taken.
"""

from __future__ import annotations

from explainer.engine.line import Move, Moves, apply_move, assumed, collect
from explainer.engine.methods.differential import differential
from explainer.engine.methods.operator import Fallbacks
from explainer.engine.methods.places import next_derivative
from explainer.engine.tidied_lines import tidied
from explainer.errors import UnsupportedError
from explainer.expr.node import Node, Path
from explainer.expr.nodes import Derivative
from explainer.rules.differentials import declared_variables, reading
from explainer.rules.entries import derivatives

READING_OFF = (reading.read_off, declared_variables.read_off_declared)
"""What ends a derivation by differentials."""


def from_whole(line: Node, fallbacks: Fallbacks) -> Moves:
    """The whole derivative by differentials, as one step that opens, and the entry of it.

    Raises UnsupportedError where differentials do not lead to it.
    """
    rewrite = derivatives.entry_of_derivative(line)
    if rewrite is None:
        raise UnsupportedError("this is no derivative with respect to an entry")
    yield (move := Move((), derivatives.entry_of_derivative, rewrite))
    line = apply_move(line, move)
    whole = line.children[0]
    moves, result = collect(whole, differential(whole, fallbacks))
    yield (move := as_one_step(whole, (0,), moves, result))
    line = apply_move(line, move)
    taken = derivatives.take_entry(line)
    if taken is not None:
        yield (move := Move((), derivatives.take_entry, taken))
        line = apply_move(line, move)
    return (yield from tidied(line))


def by_differentials(node: Derivative, place: Path, fallbacks: Fallbacks) -> Move | None:
    """The derivative at a place by differentials, as one step that opens; None where they do not lead to an end."""
    try:
        moves, result = collect(node, differential(node, fallbacks))
        return None if next_derivative(result) is not None else as_one_step(node, place, moves, result)
    except UnsupportedError:
        return None


def as_one_step(inner: Node, place: Path, moves: list[Move], result: Node) -> Move:
    """A derivation by differentials as one step that opens: a line inside of a line has no room for df = …"""
    conditions = assumed(moves)
    last = next((move for move in reversed(moves) if move.rule in READING_OFF), None)
    if last is None:
        raise UnsupportedError("nothing can be read off")
    rewrite = last.rewrite._replace(after=result, conditions=conditions)
    return Move(place, last.rule, rewrite, phase="differentiate", inner_start=inner, inner=tuple(moves))
