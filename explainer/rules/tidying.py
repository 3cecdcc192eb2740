"""Tidying as a whole: the rules of arithmetic, units, powers, fractions and matrices tried in a fixed order.

They are tried from the inside out, again and again, until none applies.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from explainer.errors import LimitError
from explainer.expr.node import Node, Path, at
from explainer.expr.nodes import (
    Blocks,
    Cases,
    ColumnForm,
    Comparison,
    Derivative,
    DiagonalForm,
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
from explainer.rules import (
    arithmetic,
    blocks,
    entrywise,
    expanding,
    fractions,
    matrices,
    matrix_sums,
    powers,
    recognising,
    units,
)
from explainer.rules.build import splice
from explainer.rules.rule import Rewrite, Rule, rule

ORDER: tuple[Rule, ...] = (
    units.zero_factor,
    units.one_factor,
    units.zero_term,
    units.double_negative,
    units.sign_to_front,
    units.open_brackets,
    arithmetic.numbers,
    powers.trivial_power,
    powers.negative_exponent,
    powers.power_of_power,
    powers.square_of_root,
    fractions.multiply_fractions,
    fractions.nested_fraction,
    powers.combine_powers,
    fractions.cancel,
    arithmetic.order_factors,
    arithmetic.like_terms,
    *matrices.ORDER,
    *entrywise.ORDER,
    *matrix_sums.ORDER,
    recognising.divide_terms,
    expanding.multiply_out,
    blocks.zero_blocks,
    blocks.multiply_blocks,
)
"""The rules that tidy anywhere, in the order in which they are tried at a node."""

ENTRY_PARENTS = (Blocks, Matrix, Vector, Stack, Cases, Where, Equation, Grid, ColumnForm, RowForm, DiagonalForm)
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


class Surroundings(Enum):
    """Where a part stands: whether multiplying it out would shorten what is around it or hide a common factor."""

    CLOSED = 0
    ENTRY = 1
    TERM = 2


def _inside(node: Node, around: Surroundings) -> Surroundings:
    """Where the parts of a node stand; a minus sign before a term of a sum does not close it off."""
    if isinstance(node, Sum) or (isinstance(node, Negate) and around is Surroundings.TERM):
        return Surroundings.TERM
    return Surroundings.ENTRY if isinstance(node, ENTRY_PARENTS) else Surroundings.CLOSED


def _may_multiply_out(node: Node, around: Surroundings) -> bool:
    """Inside a sum always; as an entry only where the number meets other numbers, as in 9 (1 + 2 x)."""
    return around is Surroundings.TERM or (around is Surroundings.ENTRY and arithmetic.meets_numbers(node))


def _next_rewrite(node: Node, around: Surroundings, done: set[tuple[Node, Surroundings]]) -> SmallRewrite | None:
    """The first rewrite, innermost first; `done` remembers the parts that have none."""
    if (node, around) in done or isinstance(node, Derivative | Comparison):
        return None
    inside = _inside(node, around)
    for k, child in enumerate(node.children):
        found = _next_rewrite(child, inside, done)
        if found is not None:
            return SmallRewrite((k, *found.path), found.rule, found.rewrite)
    for candidate in (*ORDER, arithmetic.distribute) if _may_multiply_out(node, around) else ORDER:
        rewrite = candidate(node)
        if rewrite is not None:
            return SmallRewrite((), candidate, rewrite)
    done.add((node, around))
    return None


def small_rewrites(line: Node, focus: Path = ()) -> list[SmallRewrite]:
    """All tidying rewrites of the part of a line at `focus`, the shorter form of fractions last."""
    done: set[tuple[Node, Surroundings]] = set()
    moves: list[SmallRewrite] = []
    searches = MOST_SHORTER_FORMS
    seen = {line}
    while True:
        found = _next_rewrite(at(line, focus), Surroundings.ENTRY, done)
        if found is None and searches:
            searches -= 1
            found = _shorter_form(at(line, focus))
        if found is None:
            return moves
        move = SmallRewrite((*focus, *found.path), found.rule, found.rewrite)
        moves.append(move)
        line, _ = splice(line, move.path, move.rewrite.after)
        if line in seen:
            raise LimitError(phrase("the rule “{0}” leads back to an earlier line", phrase(move.rule.title)))
        seen.add(line)


def _shorter_form(node: Node) -> SmallRewrite | None:
    """A hidden common factor in a fraction that is the whole result or an entry of it."""
    if isinstance(node, Quotient):
        if node.part_count > LARGEST_FOR_SHORTER_FORM:
            return None
        rewrite = fractions.shorter_form(node)
        return None if rewrite is None else SmallRewrite((), fractions.shorter_form, rewrite)
    if isinstance(node, Negate | Matrix | Vector | Where | Cases | Sum):
        for k, child in enumerate(node.children):
            found = _shorter_form(child)
            if found is not None:
                return SmallRewrite((k, *found.path), found.rule, found.rewrite)
    return None


def run(line: Node, rewrites: list[SmallRewrite]) -> Node:
    """The line after the rewrites."""
    for path, _, rewrite in rewrites:
        line, _ = splice(line, path, rewrite.after)
    return line


@rule(
    title="Tidy up",
    statement="2 x * 3 = 6 x",
    words="Compute with the numbers, drop zeros and ones, and write the result in the usual order.",
    source="the laws of arithmetic",
    examples=["2 x * 3 + 0", "x^2 + x * 2 x"],
    leaves_alone=["6 x", "sin(x) + 1"],
    phase="tidy",
)
def tidy_up(node: Node) -> Rewrite | None:
    """Several small rewrites, none of which changes the value; open the step to see them one by one."""
    rewrites = small_rewrites(node)
    return Rewrite(run(node, rewrites)) if rewrites else None
