"""Moves joined to lines: what an expert writes between two signs of equality, with the single moves folded inside.

A line never hides more than MOST_HIDDEN single rewrites: a student can still see how it follows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from explainer.engine.line import MOST_HIDDEN, Move, Moves, apply_move, apply_moves, assumed
from explainer.errors import ExplainerError
from explainer.expr.node import Node, Path, at, substitute, with_children
from explainer.expr.nodes import Delta, Product, Where
from explainer.phrases import after_a_space, sentences
from explainer.rules import Rewrite, Words
from explainer.rules.build import splice
from explainer.rules.chain.meaning import meaning_of

MOST_PLACES = 8
"""A line that changes more places than this is marked as a whole."""
MOST_REASONS = 3
"""So many reasons are given for a line; the others stand inside."""

IN_PASSING = frozenset({
    "constant", "identity", "vector-identity", "entry-by-entry",
    "sum", "difference", "negative", "constant-terms", "constant-multiple", "sum-reduction", "expanded-scalar",
    "scalar-expansion", "dot-product", "sum-of-entries", "matrix-times-vector", "row-times-column", "fold-sum",
    "squared-length", "equal-arguments", "jacobian-entries", "take-entry", "write-out-reduction", "cases",
})  # fmt: skip
"""Rules after which a line goes on: they are linear, or only write in another way what is differentiated."""

PLAIN = frozenset({"identity", "constant", "vector-identity", "entry-by-entry", "take-entry"})
"""Rules that nobody needs to be told of beside others."""

SMALL_TIDYING = 5
"""A tidying of so many rewrites is done in passing with the last derivatives; a longer one is a line of its own."""

OWN_LINE = frozenset({"factor-into-cases", "use-the-condition", "end-of-sweep"})
"""What is done with cases is seen line by line, and the derivatives by all variables before one of them is left."""

ALONE = frozenset({"multiply-listed"})
"""A product of matrices that are written out is a line of its own, which is seen with its zeros."""

Joins = Callable[[Sequence[Move], Move], bool]
"""Whether a move belongs to the line that the moves before it make."""


def hidden(move: Move) -> int:
    """How many single rewrites a move stands for; the proof of a known result is no part of the line that cites it."""
    return sum(map(hidden, move.inner)) if move.inner and not move.is_known else 1


def is_tidy(move: Move) -> bool:
    """Whether a move changes nothing but the form: numbers, signs, the order of factors."""
    return move.rule.phase == "tidy"


def joined_move(line: Node, moves: Sequence[Move]) -> Move:
    """Several moves, one after the other from a line, as one that is called after those that say most."""
    if len(moves) == 1:
        return moves[0]
    parts, after = _opened_up(line, moves)
    telling = [part for part in parts if not is_tidy(part)] or parts
    named = [part for part in telling if part.rule.id not in PLAIN] or telling
    main = next((part for part in named if part.rule.id not in IN_PASSING), named[0])
    conditions = assumed(parts)
    touched_before, touched_after = _touched(line, after, parts)
    reasons = _reasons([_told_of(part, after) for part in named], _told_of(main, after))
    delta = next((part for part in parts if _writes_a_delta(part)), None)
    if delta is not None and delta not in named:  # a sign is explained where it is first written
        reasons = after_a_space(reasons, delta.words or delta.rule.words_for(delta.rewrite))
    rewrite = Rewrite(after, main.rewrite.bindings, reasons, conditions, main.rewrite.statement)
    return Move(
        (),
        main.rule,
        rewrite,
        phase=main.phase or main.rule.phase,
        inner_start=line,
        inner=tuple(parts),
        touched_before=touched_before,
        touched_after=touched_after,
        note=next((move.note for move in moves if move.note), ""),
        titles=tuple(dict.fromkeys(part.rule.title for part in (main, *named))),
    )


def _told_of(move: Move, after: Node) -> Move:
    """A move that makes one whole of the line: its reason speaks of the form in which that stands there in the end."""
    rewrite = move.rewrite
    if move.path or move.words or rewrite.words or rewrite.bindings.get("whole") is not rewrite.after:
        return move
    return replace(move, words=move.rule.words_for(rewrite._replace(bindings={**rewrite.bindings, "whole": after})))


def _opened_up(line: Node, moves: Sequence[Move]) -> tuple[list[Move], Node]:
    """The moves, those of lines that were joined before in the place of these, and the line after all of them."""
    if not any(move.titles for move in moves):
        return list(moves), apply_moves(line, moves)
    parts: list[Move] = []
    for move in moves:
        parts.extend(move.inner if move.titles and move.inner_start is line else (move,))
        line = apply_move(line, move)
    return parts, line


def _writes_a_delta(move: Move) -> bool:
    """Whether a move ends in δ alone, or in a product of several for the entries of a matrix."""
    after = move.rewrite.after
    return isinstance(after, Delta) or (isinstance(after, Product) and all(isinstance(f, Delta) for f in after.factors))


def _reasons(moves: Sequence[Move], main: Move) -> Words:
    """The reasons of moves, one after the other, each once; of many the first ones and that of the move that gives the
    line its title.
    """
    reasons = list(dict.fromkeys(move.words or move.rule.words_for(move.rewrite) for move in moves))
    told = main.words or main.rule.words_for(main.rewrite)
    if told in reasons[MOST_REASONS:]:
        reasons[MOST_REASONS - 1] = told
    said = dict.fromkeys(sentence for reason in reasons[:MOST_REASONS] for sentence in sentences(reason))
    return reduce(after_a_space, said, ())


def _touched(line: Node, after: Node, parts: Sequence[Move]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """What a joined line changes; of a program of names the definitions and facts that are new in it."""
    if isinstance(line, Where) and isinstance(after, Where) and len(after.children) > len(line.children):
        places = {path[:1] for part in parts for path in part.touched_after or ()}
        if places and () not in places:
            return (), tuple(sorted(places))
    return changes(line, after)


def changes(before: Node, after: Node) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Where two lines differ: the paths of the parts that are other ones, as deep down as both have the same form."""
    found: list[Path] = []
    stack: list[tuple[Node, Node, Path]] = [(before, after, ())]
    while stack:
        old, new, path = stack.pop()
        if old is new:
            continue
        if type(old) is type(new) and len(old.children) == len(new.children) and old.children and _same_form(old, new):
            stack.extend((old.children[k], new.children[k], (*path, k)) for k in range(len(old.children)))
        else:
            found.append(path)
    if len(found) > MOST_PLACES or not found:
        return ((),), ((),)
    paths = tuple(sorted(found))
    return paths, paths


def _same_form(one: Node, other: Node) -> bool:
    """Whether two nodes differ in nothing but their children."""
    if one.holds_only_parts:
        return True
    try:
        return with_children(one, other.children) is other
    except ExplainerError:
        return False


def in_lines(line: Node, moves: Moves, joins: Joins, waits: Callable[[Move], bool] = lambda move: True) -> Moves:
    """The moves of a method, joined to lines; each line is there as soon as the first move of the next one is.

    A move that need not wait for others to join it is a line at once. What ends a derivation early comes after the line
    that was begun.
    """
    group: list[Move] = []
    while True:
        try:
            move = next(moves)
        except StopIteration as end:
            if group:
                yield joined_move(line, group)
            result: Node = end.value
            return result
        except ExplainerError:
            if group:
                yield joined_move(line, group)
            raise
        alone = move.attempt is not None or move.rule.id in ALONE or not waits(move)
        full = sum(map(hidden, group)) + hidden(move) > MOST_HIDDEN
        if group and (alone or full or not joins(group, move)):
            whole = joined_move(line, group)
            yield whole
            group, line = [], apply_move(line, whole)
        if alone:
            yield move
            line = line if move.attempt is not None else apply_move(line, move)
            continue
        group.append(move)


def finishing(group: Sequence[Move], move: Move) -> bool:
    """Whether a move that changes the form of a result belongs to the line before it."""
    if move.rule.id in OWN_LINE:
        return False
    if move.rule.id.startswith("fold-") and any(part.rule.id == "only-one-survives" for part in group):
        return False  # what survives of a sum is seen before the entries are put together
    if is_tidy(move) and hidden(move) <= SMALL_TIDYING:
        return True
    return move.rule.phase in ("tidy", "collapse") and all(part.rule.phase in ("tidy", "collapse") for part in group)


def tidying_on(group: Sequence[Move], move: Move) -> bool:
    """Whether a move goes on with a tidying, in methods that give each rule a line; what was put back is tidied too.

    What rests on a condition, as on a fact that was given, is no mere tidying of it: that is a line with its reason.
    """
    small = hidden(move) <= SMALL_TIDYING and not move.rewrite.conditions
    return is_tidy(move) and (is_tidy(group[-1]) or (_puts_back(group[-1]) and small))


def may_go_on(move: Move) -> bool:
    """Whether a line may go on after a move, in methods that give each rule a line."""
    return is_tidy(move) or _puts_back(move)


def _puts_back(move: Move) -> bool:
    return (move.phase or move.rule.phase) == "substitute" and not isinstance(move.rewrite.after, Where)


def one_rule_a_line(group: Sequence[Move], move: Move) -> bool:
    """Whether a move belongs to the line before it, where each rule but the linear ones has a line of its own."""
    return move.rule.id in IN_PASSING or finishing(group, move)


def replayed(start: Node, moves: Sequence[Move]) -> Moves:
    """Moves that were collected, as a method at work."""
    for move in moves:
        yield move
        start = apply_move(start, move)
    return start


def opened(line: Node, move: Move) -> Moves:
    """A move as it is, or the moves folded into it, where they are more than a reader can see through."""
    if move.inner_start is None or hidden(move) <= MOST_HIDDEN:
        yield move
        return apply_move(line, move)
    return (yield from lifted(line, move.path, replayed(move.inner_start, move.inner)))


def lifted(line: Node, path: Path, moves: Moves) -> Moves:
    """The moves on the part of a line at a path as moves on the whole line."""
    inner = at(line, path)
    while True:
        try:
            move = next(moves)
        except StopIteration as end:
            result: Node = splice(line, path, end.value)[0]
            return result
        after, touched = splice(inner, move.path, move.rewrite.after)
        touched = touched if move.touched_after is None else move.touched_after
        before = move.touched_before if move.touched_before is not None else (move.path,)
        whole, places = splice(line, path, after)
        # Where the part joins what is around it, its own places are other ones: then it is marked as a whole.
        whole_part = places != (path,) or () in before
        moved = places if whole_part else tuple((*path, *place) for place in touched)
        conditions = move.rewrite.conditions
        if isinstance(after, Where):
            meaning = meaning_of(after.definitions)
            conditions = tuple(substitute(condition, meaning) for condition in conditions)
        yield replace(
            move,
            path=(),
            rewrite=move.rewrite._replace(after=whole, conditions=conditions, dropped=()),
            touched_before=tuple((*path, *place) for place in before) if places == (path,) else (path[:-1],),
            touched_after=moved,
            attempt=None if move.attempt is None else splice(line, path, move.attempt)[0],
        )
        inner = after
