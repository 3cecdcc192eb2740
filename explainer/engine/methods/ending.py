"""The end that all methods have in common: a line without derivatives brought into its final form."""

from __future__ import annotations

from explainer.engine.line import Moves, apply_move
from explainer.engine.tidied_lines import (
    case_by_case,
    collapsed,
    first_move,
    gathered,
    recognised,
    tidied,
    with_one_list_of_names,
)
from explainer.expr.node import Node
from explainer.expr.nodes import Delta, IndexedSum
from explainer.rules.entries import deltas
from explainer.rules.tidy import expanding, unit_vectors


def finished(line: Node) -> Moves:
    """Tidy a line without derivatives, work its cases out, put rows together, transpose where the
    layout asks for it."""
    line = yield from _summed_out(line)
    line = yield from with_one_list_of_names(line)
    line = yield from tidied(line)
    line = yield from case_by_case(line)
    line = yield from recognised(line)
    line = yield from gathered(line)
    return (yield from collapsed(line))


FREEING = (
    deltas.only_one_survives,
    deltas.row_of_survivors,
    deltas.row_by_places,
    unit_vectors.sum_beside_row,
    unit_vectors.columns_side_by_side,
    expanding.free_delta,
    deltas.factor_out_of_sum,
)
"""What brings a δ out of its sum: at once where it can be, else once brackets and inner sums around it are opened."""


def _summed_out(line: Node) -> Moves:
    """Of sums over δ only one term is left: the entries that a sum goes through were differentiated by one of them."""
    seen = {line}
    while line.kinds & Delta.bit and line.kinds & IndexedSum.bit:
        found = next(filter(None, (first_move(line, (rule,)) for rule in FREEING)), None)
        if found is None or apply_move(line, found) in seen:  # what was taken out of a sum is multiplied out again
            break
        seen |= {line, apply_move(line, found)}
        yield found
        line = yield from tidied(apply_move(line, found))
    return line
