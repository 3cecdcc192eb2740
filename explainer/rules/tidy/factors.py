"""Taking products and terms apart for the tidying rules: coefficients, bases, exponents."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from operator import itemgetter
from typing import TypeAlias

from explainer.expr.kinds import any_of_kind, has_child, holds
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    Apply,
    Constant,
    Entry,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    SizeValue,
    Sum,
    Variable,
)
from explainer.operations import all_operations
from explainer.rules.build import factors_of, rational, times, unsigned, written
from explainer.rules.matching import base_of
from explainer.threads import recent

Bases: TypeAlias = dict[Node, Fraction]


FIRST = Fraction(1)
"""The exponent that is not written."""


def base_and_exponent(factor: Node) -> tuple[Node, Fraction]:
    """A factor as base and numeric exponent; a power with another exponent is a base with exponent 1."""
    if isinstance(factor, Power):
        exponent = rational(factor.exponent)
        if exponent is not None:
            return factor.base, exponent
    return factor, FIRST


def powered(base: Node, exponent: Fraction) -> Node:
    """A base with a numeric exponent as it is written: x, x^2, 1/x^2 for negative ones, 1 for zero."""
    if exponent == 0:
        return ONE
    if exponent < 0:
        return Quotient(ONE, powered(base, -exponent))
    return base if exponent == 1 else Power(base, written(exponent))


def split_coefficient(term: Node) -> tuple[Fraction, tuple[Node, ...], tuple[Node, ...]]:
    """A term as number times factors over divisors: −2x/3y gives −2/3, (x), (y)."""
    match term:
        case Negate(operand):
            coefficient, above, below = split_coefficient(operand)
            return -coefficient, above, below
        case Quotient(numerator, denominator):
            top, above, over = split_coefficient(numerator)
            bottom, below, under = split_coefficient(denominator)
            if bottom:
                return top / bottom, (*above, *under), (*over, *below)
    if isinstance(term, Product) and not has_child(term, Number, Negate, Quotient):
        return FIRST, term.factors, ()
    coefficient = FIRST
    rest: list[Node] = []
    for factor in factors_of(term):
        value = rational(factor)
        if value is None:
            rest.append(factor)
        else:
            coefficient *= value
    return coefficient, tuple(rest), ()


def like_key(above: tuple[Node, ...], below: tuple[Node, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Equal for terms that differ in their coefficient and the order of their factors only."""
    return tuple(sorted(map(id, above))), tuple(sorted(map(id, below)))


def join_coefficient(
    coefficient: Fraction, above: tuple[Node, ...], below: tuple[Node, ...], decimal: bool = False
) -> Node:
    """The term for a coefficient, factors and divisors, the sign in front: the way back of `split_coefficient`."""
    size = abs(coefficient)
    top: tuple[Node, ...] = above
    bottom: tuple[Node, ...] = below
    if decimal:
        top = (written(size, decimal=True), *top) if size != 1 or not top else top
    else:
        if size.numerator != 1 or not top:
            top = (Number(Fraction(size.numerator)), *top)
        if size.denominator != 1:
            bottom = (Number(Fraction(size.denominator)), *bottom)
    term = Quotient(times(*top), times(*bottom)) if bottom else times(*top)
    return Negate(term) if coefficient < 0 else term


def collect_bases(factors: tuple[Node, ...], *, inside_powers: bool = False) -> Bases:
    """Bases with their exponents added up, in the order in which they first occur.

    With `inside_powers`, (x y)² counts as x² y²; this holds for whole exponents only.
    """
    bases: Bases = {}
    for factor in factors:
        base, exponent = base_and_exponent(factor)
        # A power with a letter in its exponent is its own base: there is nothing in it to open.
        opened = (
            inside_powers and isinstance(base, Product | Power) and base is not factor and exponent.denominator == 1
        )
        if not opened:
            bases[base] = bases[base] + exponent if base in bases else exponent
            continue
        for inner, power in collect_bases(factors_of(base), inside_powers=True).items():
            bases[inner] = bases.get(inner, Fraction(0)) + power * exponent
    return bases


Rank: TypeAlias = tuple[int, int, str]

LARGEST_BY_NAME = 60
"""Factors with more parts than this stay in the order in which they came, where nothing but their letters differs."""


@recent(4096)
def order_rank(factor: Node) -> Rank:
    """Where a factor stands in a tidy product: numbers, named constants, variables by name, sums, functions, vectors.

    Among the functions exponentials come first, then those of the table in its order; an error such as σ − y stands
    before them, what is left of 1, such as 1 − σ, behind them.
    """
    if not factor.shape.is_scalar:
        return 6, 0, ""
    if rational(factor) is not None:
        return 0, 0, ""
    base, _ = base_and_exponent(factor)
    match base:
        case Power():
            return 4, 0, ""
        case Constant() | SizeValue():
            return 1, 0, ""
        case Variable(name):
            return 2, 0, name
        case Entry():
            return 2, 0, base.text()
        case Sum():
            return (5 if _is_remainder(base) else 3), 0, ""
    return 4, *_function_rank(base)


def _is_remainder(base: Sum) -> bool:
    """Whether a sum in brackets reads as a function itself: 1 − σ(z), but neither 2x + 1 nor the error σ(z) − y."""
    if any_of_kind(map(unsigned, base.terms), Variable, Entry):
        return False
    return holds(base, Apply)


@cache
def _table_order() -> dict[str, int]:
    places = {operation.name: 2 * place for place, operation in enumerate(all_operations(), start=1)}
    for first, second in (("sec", "tan"), ("csc", "cot"), ("sech", "tanh"), ("csch", "coth")):
        places[second] = max(places[second], places[first] + 1)  # sec x tan x
    return places


def _function_rank(base: Node) -> tuple[int, str]:
    match base:
        case Apply(operation):
            return (0 if operation.name == "exp" else _table_order().get(operation.name, 999)), ""
    return 1000, ""


@recent(4096)
def _among_equals(factor: Node) -> tuple[int, str]:
    """What decides between factors of one rank; kept, since every term of a long product rule has them all."""
    base = base_of(base_and_exponent(factor)[0])  # K^(a − 1) L^b, whatever the exponents are
    return base.part_count, base.text() if base.part_count <= LARGEST_BY_NAME else ""


def ranks_of(factors: tuple[Node, ...]) -> list[tuple[Rank, int, str]]:
    """The ranks of factors beside each other; among equal ones the shorter first, then by the alphabet."""
    ranks = list(map(order_rank, factors))
    equal = {rank for rank, count in Counter(ranks).items() if count > 1 and 3 <= rank[0] < 6}
    return [
        (rank, *_among_equals(factor)) if rank in equal else (rank, 0, "")
        for rank, factor in zip(ranks, factors, strict=True)
    ]


def in_order(factors: tuple[Node, ...]) -> tuple[Node, ...]:
    """Factors in their usual order. Vectors and matrices keep their places."""
    if len(factors) < 2:
        return factors
    pairs = zip(ranks_of(factors), factors, strict=True)
    return tuple([factor for _, factor in sorted(pairs, key=itemgetter(0))])
