"""Matrices whose entries do not move one by one, by methods that know free entries only: these are derived first."""

from __future__ import annotations

from collections.abc import Callable

from explainer.engine.line import Move, Moves, apply_move, assumed, collect
from explainer.engine.methods.ending import finished
from explainer.expr.node import Node, Path, at, each_part
from explainer.expr.node import replace as put
from explainer.expr.nodes import Derivative, Transpose
from explainer.rules import Rewrite
from explainer.rules.differentials import declared_variables


def by_free_entries(line: Node, derived: Callable[[Node], Moves]) -> Moves:
    """Two steps: what the derivative is made of, and that of free entries, with its own derivation inside."""
    place: Path = (0,) if isinstance(line, Transpose) else ()
    together = declared_variables.entries_together(at(line, place))
    assert together is not None
    yield (move := Move(place, declared_variables.entries_together, together))
    line = apply_move(line, move)
    free = next((part for part in each_part(line) if isinstance(part, Derivative)), None)
    if free is None:  # the free entries do not occur
        return (yield from finished(line))
    moves, result = collect(free, derived(free))
    if not moves:
        return line
    paths, after = tuple(_places(line, free)), line
    for path in paths:
        after = put(after, path, result)
    conditions = assumed(moves)
    last = moves[-1]
    rewrite = Rewrite(after, last.rewrite.bindings, last.rule.words_for(last.rewrite), conditions)
    yield Move(
        (),
        last.rule,
        rewrite,
        phase="differentiate",
        inner_start=free,
        inner=tuple(moves),
        touched_before=paths,
        touched_after=paths,
    )
    line = after
    return (yield from finished(line))


def _places(line: Node, part: Node, path: Path = ()) -> list[Path]:
    if line is part:
        return [path]
    return [found for k, child in enumerate(line.children) for found in _places(child, part, (*path, k))]
