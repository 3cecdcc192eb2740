"""Tidying as a whole: the small rules of tidy.py tried in a fixed order, from the inside out."""

from __future__ import annotations

from typing import NamedTuple

from explainer.expr.node import Node, Path, at
from explainer.expr.nodes import (
    Cases,
    Comparison,
    Derivative,
    Equation,
    Matrix,
    Negate,
    Quotient,
    Stack,
    Sum,
    Vector,
    Where,
)
from explainer.rules import tidy
from explainer.rules.build import splice
from explainer.rules.rule import Rewrite, Rule, rule

ORDER: tuple[Rule, ...] = (
    tidy.zero_factor,
    tidy.one_factor,
    tidy.zero_term,
    tidy.double_negative,
    tidy.sign_to_front,
    tidy.open_brackets,
    tidy.numbers,
    tidy.trivial_power,
    tidy.negative_exponent,
    tidy.power_of_power,
    tidy.multiply_fractions,
    tidy.nested_fraction,
    tidy.combine_powers,
    tidy.cancel,
    tidy.order_factors,
    tidy.like_terms,
)
"""The rules that tidy anywhere, in the order in which they are tried at a node."""

OPEN_PARENTS = (Sum, Negate, Matrix, Vector, Stack, Cases, Where, Equation)
"""Multiplying out shortens a sum or an entry; inside a product or fraction it would hide a common factor."""

LARGEST_FOR_SHORTER_FORM = 80
"""Fractions with more parts than this are not searched for hidden common factors."""

MOST_SHORTER_FORMS = 8
"""So many fractions of one result are searched."""


class SmallRewrite(NamedTuple):
    """One small rewrite: where in the line, by which rule, into what."""

    path: Path
    rule: Rule
    rewrite: Rewrite


def _next_rewrite(node: Node, is_open: bool, done: set[tuple[Node, bool]]) -> SmallRewrite | None:
    """The first rewrite, innermost first; `done` remembers the parts that have none."""
    if (node, is_open) in done or isinstance(node, Derivative | Comparison):
        return None
    inside_is_open = isinstance(node, OPEN_PARENTS)
    for k, child in enumerate(node.children):
        found = _next_rewrite(child, inside_is_open, done)
        if found is not None:
            return SmallRewrite((k, *found.path), found.rule, found.rewrite)
    for candidate in (*ORDER, tidy.distribute) if is_open else ORDER:
        rewrite = candidate(node)
        if rewrite is not None:
            return SmallRewrite((), candidate, rewrite)
    done.add((node, is_open))
    return None


def small_rewrites(line: Node, focus: Path = ()) -> list[SmallRewrite]:
    """All tidying rewrites of the part of a line at `focus`, the shorter form of fractions last."""
    done: set[tuple[Node, bool]] = set()
    moves: list[SmallRewrite] = []
    searches = MOST_SHORTER_FORMS
    while True:
        found = _next_rewrite(at(line, focus), True, done)
        if found is None and searches:
            searches -= 1
            found = _shorter_form(at(line, focus))
        if found is None:
            return moves
        move = SmallRewrite((*focus, *found.path), found.rule, found.rewrite)
        moves.append(move)
        line, _ = splice(line, move.path, move.rewrite.after)


def _shorter_form(node: Node) -> SmallRewrite | None:
    """A hidden common factor in a fraction that is the whole result or an entry of it."""
    if isinstance(node, Quotient):
        if _size(node, LARGEST_FOR_SHORTER_FORM) > LARGEST_FOR_SHORTER_FORM:
            return None
        rewrite = tidy.shorter_form(node)
        return None if rewrite is None else SmallRewrite((), tidy.shorter_form, rewrite)
    if isinstance(node, Negate | Matrix | Vector | Where | Cases | Sum):
        for k, child in enumerate(node.children):
            found = _shorter_form(child)
            if found is not None:
                return SmallRewrite((k, *found.path), found.rule, found.rewrite)
    return None


def _size(node: Node, limit: int) -> int:
    """The number of parts, counted no further than a limit."""
    count, stack = 0, [node]
    while stack and count <= limit:
        count += 1
        stack.extend(stack.pop().children)
    return count


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
