"""Tidying as a whole: the rules of arithmetic, units, powers, fractions and matrices tried in a fixed order.

They are tried from the inside out, again and again, until none applies.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from explainer.budget import remembered, remembered_values
from explainer.errors import LimitError
from explainer.expr.node import Node, Path, at, first_found, replace, with_children
from explainer.expr.nodes import (
    Blocks,
    Cases,
    ColumnForm,
    Comparison,
    Derivative,
    DiagonalForm,
    Differential,
    Entries,
    Equation,
    Grid,
    Matrix,
    Negate,
    Quotient,
    RowForm,
    Stack,
    Sum,
    Vector,
    Where,
)
from explainer.phrases import phrase
from explainer.rules.build import joins_around, splice
from explainer.rules.entries import deltas
from explainer.rules.forms import (
    bilinear,
    brackets,
    columns,
    common_factors,
    decided,
    identities,
    roots,
    signs_and_transposes,
    switches,
    totals,
)
from explainer.rules.forms import entrywise as by_entry
from explainer.rules.rule import Rewrite, Rule, about, rule
from explainer.rules.tidy import (
    arithmetic,
    batches,
    dividing,
    expanding,
    fractions,
    inverses,
    matrices,
    matrix_sums,
    powers,
    recognising,
    row_sums,
    same_sums,
    unit_vectors,
    units,
    vectors,
)
from explainer.rules.vector import blocks, matrix_powers

FAMILY = "Tidying"

ORDER: tuple[Rule, ...] = (
    deltas.known_delta,
    deltas.deltas_of_one_index,
    units.zero_factor,
    units.sum_of_zeros,
    units.one_factor,
    units.zero_term,
    units.negative_zero,
    units.double_negative,
    units.sign_to_front,
    units.open_brackets,
    arithmetic.numbers,
    arithmetic.known_value,
    powers.trivial_power,
    powers.negative_exponent,
    powers.power_of_power,
    powers.power_of_fraction,
    powers.square_of_root,
    fractions.multiply_fractions,
    fractions.nested_fraction,
    powers.combine_powers,
    powers.add_exponents,
    powers.subtract_exponents,
    fractions.cancel,
    fractions.divide_every_term,
    arithmetic.order_factors,
    arithmetic.like_terms,
    *switches.EARLY,
    *matrices.ORDER,
    *inverses.ORDER,
    *unit_vectors.ORDER,
    *vectors.ORDER,
    *batches.ORDER,
    *matrix_sums.ORDER,
    recognising.divide_terms,
    dividing.divide_brackets,
    expanding.multiply_out,
    blocks.zero_blocks,
    blocks.multiply_blocks,
    deltas.picked_entry,
    deltas.row_of_survivors,
)
"""The rules that tidy anywhere, in the order in which they are tried at a node."""

FINAL: tuple[Rule, ...] = (
    *ORDER,
    *identities.ORDER,
    *roots.ORDER,
    *totals.ORDER,
    *unit_vectors.FINAL,
    same_sums.same_sum,
    *columns.ORDER,
    *bilinear.ORDER,
    *matrix_powers.ORDER,
    *row_sums.ORDER,
    *by_entry.ORDER,
    *decided.ORDER,
    *switches.ORDER,
    *common_factors.ORDER,
    *brackets.ORDER,
    *signs_and_transposes.ORDER,
)
"""The rules that give a result its form: those that tidy anywhere, and those that wait until all is derived."""

ENTRY_PARENTS = (
    Blocks,
    Matrix,
    Vector,
    Stack,
    Cases,
    Where,
    Equation,
    Grid,
    Entries,
    ColumnForm,
    RowForm,
    DiagonalForm,
)
"""What holds entries, each of which may be multiplied out."""

LARGEST_FOR_SHORTER_FORM = 80
"""Fractions with more parts than this are not searched for hidden common factors."""

MOST_SHORTER_FORMS = 8
"""So many fractions of one result are searched."""


class SmallRewrite(NamedTuple):
    """One small rewrite: where in the line, by which rule, into what."""

    path: Path
    rule: Rule
    rewrite: Rewrite


class Surroundings(IntEnum):
    """Where a part stands: whether multiplying it out would shorten what is around it or hide a common factor."""

    CLOSED = 0
    ENTRY = 1
    TERM = 2


def _inside(node: Node, around: Surroundings) -> Surroundings:
    """Where the parts of a node stand; a minus sign before a term of a sum does not close it off."""
    match node:
        case Sum():
            return Surroundings.TERM
        case Negate():
            return around
    return Surroundings.ENTRY if isinstance(node, ENTRY_PARENTS) else Surroundings.CLOSED


def _may_multiply_out(node: Node, around: Surroundings) -> bool:
    """Inside a sum always; as an entry only where the number meets other numbers, as in 9 (1 + 2 x)."""
    return around is Surroundings.TERM or (around is Surroundings.ENTRY and arithmetic.meets_numbers(node))


class _Frame:
    """A part being tidied: what has become of its own parts, and which of them is next."""

    __slots__ = ("around", "changed", "children", "forms", "inside", "next", "node", "path")

    def __init__(self, node: Node, around: Surroundings, path: Path, forms: set[Node] | None = None) -> None:
        self.node = node
        self.path = path
        self.around = around
        self.inside = _inside(node, around)
        self.children = list(node.children)
        self.next = 0
        self.changed = False
        self.forms = {node} if forms is None else forms
        """Every form that the part had: one that comes again means that the line comes again."""

    def take(self, children: Sequence[Node]) -> None:
        """Put what became of the next part in its place."""
        self.children[self.next : self.next + 1] = children
        self.changed = True

    def finish(self, rule: Rule | None) -> Node:
        """The part over its tidied parts. Raises LimitError, naming the last rule, for one that was there before."""
        if self.changed:
            self.changed = False
            self.node = with_children(self.node, tuple(self.children))
            self.remember(self.node, rule)
        return self.node

    def remember(self, node: Node, rule: Rule | None) -> None:
        """Note a new form of the part. Raises LimitError, naming the rule that led to it, when it was there before."""
        if node in self.forms:
            title = "" if rule is None else rule.title
            raise LimitError(phrase("the rule “{0}” leads back to an earlier line", phrase(title)))
        self.forms.add(node)


Tidy: TypeAlias = Mapping[Surroundings, set[Node]]
"""The parts that no rule changes any more, by where they stand."""


def _is_tidy(node: Node, around: Surroundings, tidy: Tidy) -> bool:
    return node in tidy[around] or isinstance(node, Derivative | Differential | Comparison)


def _own_rewrite(node: Node, around: Surroundings, order: tuple[Rule, ...]) -> tuple[Rule, Rewrite] | None:
    """The first rule that rewrites a part whose own parts are tidy; a part of many places is looked at once."""
    multiplies_out = _may_multiply_out(node, around)
    known: dict[Node, tuple[Rule, Rewrite]] = remembered_values((multiplies_out, order))
    if node in known:
        return known[node]
    for candidate in about((*order, arithmetic.distribute) if multiplies_out else order, type(node)):
        rewrite = candidate(node)
        if rewrite is not None:
            known[node] = candidate, rewrite
            return known[node]
    return None


def _tidied(node: Node, focus: Path, moves: list[SmallRewrite], tidy: Tidy, order: tuple[Rule, ...]) -> Node:
    """What becomes of the part of a line at `focus`, innermost first, with the rewrites added to `moves`.

    The walk goes on where it is: neither the line nor the way down to a part is made anew after each rewrite, and parts
    that were found tidy in an earlier line are passed over.
    """
    if _is_tidy(node, Surroundings.ENTRY, tidy):
        return node
    frames = [_Frame(node, Surroundings.ENTRY, focus)]
    while True:
        frame = frames[-1]
        seen, known = frame.children, tidy[frame.inside]
        while frame.next < len(seen) and seen[frame.next] in known:
            frame.next += 1
        if frame.next < len(frame.children):
            child = frame.children[frame.next]
            if _is_tidy(child, frame.inside, tidy):
                frame.next += 1
            else:
                frames.append(_Frame(child, frame.inside, (*frame.path, frame.next)))
            continue
        node = frame.finish(moves[-1].rule if moves else None)
        parent = frames[-2] if len(frames) > 1 else None
        own = None if _is_tidy(node, frame.around, tidy) else _own_rewrite(node, frame.around, order)
        if own is None:
            tidy[frame.around].add(node)
        else:
            moves.append(SmallRewrite(frame.path, *own))
            node = own[1].after
            if parent is not None and joins_around(parent.node, node):
                parent.take(node.children)
                frames.pop()
                continue
            frame.remember(node, own[0])
            if not _is_tidy(node, frame.around, tidy):
                frames[-1] = _Frame(node, frame.around, frame.path, frame.forms)
                continue
        if parent is None:
            return node
        frames.pop()
        if node is not parent.children[parent.next]:
            parent.take((node,))
        parent.next += 1


def small_rewrites(
    line: Node, focus: Path = (), order: tuple[Rule, ...] | None = None
) -> tuple[list[SmallRewrite], Node]:
    """All tidying rewrites of the part of a line at `focus`, the shorter form of fractions last, and the line after."""
    moves: list[SmallRewrite] = []
    order = ORDER if order is None else order
    tidy = {around: remembered((around, order)) for around in Surroundings}
    part = at(line, focus)
    forms = {part}
    for searches in range(MOST_SHORTER_FORMS + 1):
        part = _tidied(part, focus, moves, tidy, order)
        shorter = _shorter_form(part) if searches < MOST_SHORTER_FORMS else None
        if shorter is None:
            break
        path, (rule, rewrite) = shorter
        moves.append(SmallRewrite((*focus, *path), rule, rewrite))
        part, _ = splice(part, path, rewrite.after)
        if part in forms:
            raise LimitError(phrase("the rule “{0}” leads back to an earlier line", phrase(rule.title)))
        forms.add(part)
    return moves, replace(line, focus, part) if moves else line


HOLDS_FRACTIONS = (Negate, Matrix, Vector, Where, Cases, Sum)
"""Where a fraction is the whole result or an entry of it."""


def _shorter_form(node: Node) -> tuple[Path, tuple[Rule, Rewrite]] | None:
    """A hidden common factor in a fraction that is the whole result or an entry of it."""

    def look(part: Node) -> tuple[Rule, Rewrite] | None:
        if not isinstance(part, Quotient) or part.part_count > LARGEST_FOR_SHORTER_FORM:
            return None
        rewrite = fractions.shorter_form(part)
        return None if rewrite is None else (fractions.shorter_form, rewrite)

    return first_found(
        node, look, without=remembered("no shorter form"), enter=lambda part: isinstance(part, HOLDS_FRACTIONS)
    )


@rule(
    title="Tidy up",
    statement="2 x * 3 = 6 x",
    by_example=True,
    words="Compute with the numbers, drop zeros and ones, and write the result in the usual order.",
    source="the laws of arithmetic",
    examples=["2 x * 3 + 0", "x^2 + x * 2 x"],
    leaves_alone=["6 x", "sin(x) + 1"],
    phase="tidy",
)
def tidy_up(node: Node) -> Rewrite | None:
    """Several small rewrites, none of which changes the value; open the step to see them one by one."""
    rewrites, after = small_rewrites(node)
    return Rewrite(after) if rewrites else None
