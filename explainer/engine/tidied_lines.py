"""Tidying a line, or a part of it, as one step that folds the small rewrites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from explainer.budget import remembered
from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move, assumed, first_use
from explainer.expr.kinds import holds
from explainer.expr.node import Node, Path, at, first_found
from explainer.expr.nodes import Cases, Derivative, Where
from explainer.phrases import after_a_space, joined, phrase
from explainer.rules import Rewrite, Rule
from explainer.rules.chain.outside import names_outside
from explainer.rules.forms import signs_and_transposes
from explainer.rules.passes import ORDER, SmallRewrite, small_rewrites, tidy_up
from explainer.rules.rule import Words, fill, listed
from explainer.rules.scalar import definitions, piecewise
from explainer.rules.tidy import recognising, shares
from explainer.rules.tidy.matrices import multiply_listed
from explainer.rules.vector import blocks

MOST_SPREAD = 240
"""A tidying of more rewrites is one step: nobody reads so many lines, and each of them would have to be made."""

MOST_LINES = 5
"""A tidying is spread over so many lines at most; of a very long one each line is a step of steps."""

RECOGNISED: tuple[Rule, ...] = (
    recognising.fold_definition,
    recognising.length_squared,
    shares.softmax_of_rows,
    shares.softmax_of_shifted,
)
CASES: tuple[Rule, ...] = (piecewise.factor_into_cases, piecewise.use_the_condition, signs_and_transposes.turn_around)


def tidied(line: Node, focus: Path = (), phase: str = "tidy") -> Moves:
    """Tidy the part of a line at `focus`: nothing, one small rewrite, or steps that fold several, as many as one can
    see through.
    """
    return (yield from folded(line, focus, phase, ORDER))


def folded(line: Node, focus: Path, phase: str, order: tuple[Rule, ...]) -> Moves:
    """The same with rules of one's own."""
    found, result = small_rewrites(line, focus, order)
    if len(found) > MOST_SPREAD:
        inner = tuple(Move(path, rule, rewrite, phase=phase) for path, rule, rewrite in found)
        conditions = assumed(inner)
        whole = Rewrite(at(result, focus), words=_summary(inner), conditions=conditions)
        yield Move(focus, tidy_up, whole, phase=phase, inner_start=line, inner=inner)
        return result
    for group in _groups(found):
        moves = [Move(path, rule, rewrite, phase=phase) for path, rule, rewrite in group]
        for part in _cut(line, moves, focus):
            move, line = _tidying(line, part, focus, phase)
            yield move
    return line


def _groups(found: Sequence[SmallRewrite]) -> Iterator[list[SmallRewrite]]:
    """Small rewrites that are one step together; a product of matrices that is carried out is a step of its own."""
    group: list[SmallRewrite] = []
    for rewrite in found:
        if rewrite.rule is multiply_listed:
            if group:
                yield group
            yield [rewrite]
            group = []
        else:
            group.append(rewrite)
    if group:
        yield group


def _cut(line: Node, moves: Sequence[Move], focus: Path) -> list[Sequence[Move]]:
    """The moves in as few lines as can be seen through, cut where the line is shortest: not between two minus signs."""
    count = min(-(-len(moves) // MOST_HIDDEN), MOST_LINES)
    if count < 2 or len(moves) > count * MOST_HIDDEN:
        return _in_parts(moves, count)
    lengths = []
    for move in moves:
        line = apply_move(line, move)
        lengths.append(at(line, focus).part_count)
    parts: list[Sequence[Move]] = []
    start = 0
    for left in range(count - 1, 0, -1):
        nearest = start + (len(moves) - start) // (left + 1)
        first, last = max(start + 1, len(moves) - left * MOST_HIDDEN), min(start + MOST_HIDDEN, len(moves) - left)
        end = min(range(first, last + 1), key=lambda end: (lengths[end - 1], abs(end - nearest)))
        parts.append(moves[start:end])
        start = end
    return [*parts, moves[start:]]


def _in_parts(moves: Sequence[Move], count: int) -> list[Sequence[Move]]:
    """The moves in so many parts of nearly the same length."""
    ends = [len(moves) * k // count for k in range(count + 1)] if count else []
    return [moves[start:end] for start, end in pairwise(ends)]


def _tidying(line: Node, moves: Sequence[Move], focus: Path, phase: str) -> tuple[Move, Node]:
    """Small rewrites as one step, and the line after it; of very many as a step of steps."""
    start = line
    if len(moves) > MOST_HIDDEN:
        inner = []
        for group in _in_parts(moves, min(-(-len(moves) // MOST_HIDDEN), MOST_HIDDEN)):
            move, line = _tidying(line, group, focus, phase)
            inner.append(move)
    else:
        inner = list(moves)
        for move in moves:
            line = apply_move(line, move)
    if len(moves) == 1:
        return moves[0], line
    conditions = assumed(moves)
    rewrite = Rewrite(at(line, focus), words=_summary(moves), conditions=conditions)
    return Move(focus, tidy_up, rewrite, phase=phase, inner_start=start, inner=tuple(inner)), line


def case_by_case(line: Node, phase: str = "") -> Moves:
    """Bring factors into cases and use in each case what its condition says, one step each, tidying in between."""
    while holds(line, Cases):
        found = first_move(line, CASES)
        if found is None:
            return line
        yield replace(found, phase=phase)
        line = yield from tidied(apply_move(line, found), (), phase or "tidy")
    return line


def recognised(line: Node, phase: str = "") -> Moves:
    """Fold definitions back, all that are found in one step, and tidy what that makes shorter.

    A program of intermediate variables keeps the definitions that it was given.
    """
    while not isinstance(line, Where):
        found: list[Move] = []
        current = line
        while (move := first_move(current, RECOGNISED)) is not None:
            found.append(replace(move, phase=phase))
            current = apply_move(current, move)
        if not found:
            return line
        if len(found) == 1 or any("whole" not in move.rewrite.bindings for move in found):
            yield from found  # what is no definition, as a shift that falls away, is a step of its own
        else:
            conditions = assumed(found)
            wholes = dict.fromkeys(move.rewrite.bindings["whole"] for move in found)
            words = fill(
                "{part} is the definition of {whole}, which takes its place wherever it occurs.",
                found[0].rewrite.bindings,
            )
            if len(wholes) > 1:
                words = fill(
                    "These parts are the definitions of {wholes}, written out.", {"wholes": listed(tuple(wholes))}
                )
            rewrite = Rewrite(current, found[0].rewrite.bindings, words, conditions, found[0].rewrite.statement)
            yield Move((), found[0].rule, rewrite, phase=phase, inner_start=line, inner=tuple(found))
        line = yield from tidied(current, (), phase or "tidy")
    return line


def first_move(node: Node, order: tuple[Rule, ...]) -> Move | None:
    """The first place, from the outside in, at which one of the rules applies."""

    found = first_found(
        node,
        lambda part: first_use(order, part),
        without=remembered(order),
        enter=lambda part: not isinstance(part, Derivative),
    )
    return None if found is None else replace(found[1], path=found[0])


def gathered(line: Node) -> Moves:
    """Bring out what the blocks of a vector or matrix have in common, one step each, and tidy."""
    found = first_move(line, (blocks.collect_blocks,))
    if found is None:
        return line
    while found is not None:
        yield found
        line = apply_move(line, found)
        found = first_move(line, (blocks.collect_blocks,))
    return (yield from tidied(line))


def collapsed(line: Node) -> Moves:
    """Put rows that are written out together, and carry out transposes: one step each, innermost first."""
    while True:
        found = _next_collapse(line)
        if found is None:
            return line
        yield found
        line = apply_move(line, found)


def with_one_list_of_names(line: Node) -> Moves:
    """Definitions inside of a line, as those that each entry of a gradient has, as one list beside the whole of it."""
    found = False
    while line.kinds & Where.bit and (move := first_move(line, (names_outside,))) is not None:
        yield move
        line, found = apply_move(line, move), True
    if not found or not isinstance(line, Where):
        return line
    return (yield from collapsed((yield from tidied(line, (0,)))))


def _next_collapse(node: Node) -> Move | None:
    if node.shape.is_scalar:
        return None
    for k, child in enumerate(node.children):
        found = _next_collapse(child)
        if found is not None:
            return Move((k, *found.path), found.rule, found.rewrite)
    return first_use((definitions.stack_rows, definitions.transpose), node)


MOST_SENTENCES = 3
"""A folded tidying tells of so many kinds of rewrites; who wants them all opens the step."""

_ZEROS = frozenset({"zero-term", "zero-factor", "zero-matrix", "zero-blocks", "negative-zero"})
_ONES = frozenset({"one-factor", "trivial-power", "identity-factor"})
_SIGNS = frozenset({"double-negative", "sign-to-front", "sign-before-fraction"})
_ORDER = frozenset({"order-factors", "order-terms", "order-vectors", "scalars-to-front"})
_IN_PASSING: tuple[tuple[frozenset[str], str], ...] = (
    (_ZEROS, phrase("zeros drop out")),
    (_ONES, phrase("factors of one drop out")),
    (_SIGNS, phrase("minus signs cancel or move to the front")),
    (_ORDER, phrase("everything takes its usual order")),
)
"""What is never worth a sentence of its own, with what is said of it beside others."""


def _summary(rewrites: Sequence[Move]) -> Words:
    """Why a folded tidying holds: a sentence for each kind of rewrite, and one for all that is done in passing."""
    used = {rewrite.rule.id for rewrite in rewrites}
    clauses = [clause for rules, clause in _IN_PASSING if rules & used]
    passing = _ZEROS | _ONES | _SIGNS | _ORDER
    kinds: dict[str, list[Move]] = {}
    for rewrite in rewrites:
        if rewrite.rule.id not in passing:
            kinds.setdefault(rewrite.rule.id, []).append(rewrite)
    reasons = dict.fromkeys(_reason(moves) for moves in kinds.values())
    words: Words = reduce(after_a_space, list(reasons)[:MOST_SENTENCES], ())
    more = len(reasons) - MOST_SENTENCES
    if more > 0:
        words += (" ", phrase("{0} more rules follow." if more > 1 else "One more rule follows.", more))
    if clauses:
        said = joined(", ", clauses, " and ")
        words += (" ", phrase("In passing: {0}.", said)) if words else (phrase("Only the form changes: {0}.", said),)
    return words


def _reason(moves: Sequence[Move]) -> Words:
    """The reason of one move, with its parts; of several by the same rule, the rule in general if they differ."""
    reasons = dict.fromkeys(move.words or move.rule.words_for(move.rewrite) for move in moves)
    if len(reasons) > 1 and "{" not in moves[0].rule.words:
        return (phrase(moves[0].rule.words),)
    return next(iter(reasons))
