"""What stands in one line of the chain method: a lesson shows what an expert writes at once."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.engine.joining import IN_PASSING, finishing, is_tidy
from explainer.engine.line import Move
from explainer.expr.node import Node, at, each_part
from explainer.expr.nodes import MatrixProduct, Where
from explainer.rules.chain import programs as rules

LOCAL_IN_ONE = 6
"""So many derivatives of names stand in one line."""

PUT_IN = frozenset({"put-in-derivatives"})
"""Rules that put in what is known, which in a lesson is a line of its own: there the reader sees what is multiplied."""

PUT_BACK = frozenset({"substitute"})
"""Rules that put back what the names stand for; where no name is left in the line there is nothing to see in that."""


def joins(is_lesson: bool, group: Sequence[Move], move: Move) -> bool:
    """Whether a move belongs to the line before it: putting in and tidying, and putting back where no name is left."""
    last = group[-1]
    phase = move.phase or move.rule.phase
    is_lesson = is_lesson and not is_long(move.rewrite.after)
    if phase == "differentiate" and isinstance(move.rewrite.after, Where):
        if _carries_out(last, move):
            return True
        if (last.phase or last.rule.phase) != phase or len(group) >= LOCAL_IN_ONE:
            return False
        return not is_lesson or _are_of_one_definition(group, move)
    if move.rule is last.rule and move.rule.id == "row-times-column":
        return True
    if phase == "differentiate" and not any(isinstance(part, Where) for part in each_part(move.rewrite.after)):
        # Where nothing has a name, linear rules are done in passing.
        return move.rule.id in IN_PASSING
    if move.rule.id in PUT_IN:
        return not is_lesson
    if is_lesson and is_tidy(move) and any(_shows_matrices(part) for part in group):
        return False
    if move.rule.id in PUT_BACK:
        return not move.touched_before and last.rule.phase in ("tidy", "combine")
    return finishing(group, move) and phase in ("combine", "substitute", "tidy", "collapse")


def _carries_out(last: Move, move: Move) -> bool:
    """Whether a move works on the derivative that the line before it only writes down."""
    before, after = last.rewrite.after, move.rewrite.after
    return (
        last.rule is rules.local_derivative
        and isinstance(before, Where)
        and isinstance(after, Where)
        and len(before.facts) == len(after.facts)
    )


def _are_of_one_definition(group: Sequence[Move], move: Move) -> bool:
    """Whether a line shows the partial derivatives of one definition, all by rules that nobody needs a line for."""
    after = move.rewrite.after
    if not isinstance(after, Where) or len(after.facts) <= len(group):
        return False
    found = {fact.left.children[0] for fact in after.facts[-len(group) - 1 :]}
    return len(found) == 1 and all(part.rule.id in IN_PASSING and not part.inner for part in (*group, move))


def joins_blocks(is_lesson: bool, group: Sequence[Move], move: Move) -> bool:
    """`joins` where the derivative has blocks, which are large: there a rule has a line of its own."""
    return (move.phase or move.rule.phase) != "differentiate" and joins(is_lesson, group, move)


def is_long(line: Node) -> bool:
    """Whether a program has so many names that each step in a line of its own would hide the way."""
    if not isinstance(line, Where) or not line.definitions:
        return False
    names = {definition.left for definition in line.definitions}
    in_a_row = all(
        len(definition.right.free & names) <= 1 and definition.shape.is_scalar for definition in line.definitions
    )
    return len(names) > rules.SHORT_PROGRAM + in_a_row


def _shows_matrices(move: Move) -> bool:
    """Whether Jacobians are put in, whose product is worth a look before it is tidied."""
    return move.rule.id in PUT_IN and any(
        isinstance(part, MatrixProduct)
        for path in move.touched_after or ()
        for part in each_part(at(move.rewrite.after, path))
    )
