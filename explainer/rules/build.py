"""Small helpers that put expressions together without simplifying them, for use inside rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import log2
from typing import TypeVar

from explainer.expr.interning import DECIMAL
from explainer.expr.kinds import of_kind
from explainer.expr.letters import fresh
from explainer.expr.node import Node, Path, at, replace, with_children
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Expand,
    Hadamard,
    MatrixProduct,
    Negate,
    Number,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    Transpose,
    Variable,
    Zeros,
    number,
)
from explainer.expr.shape import Shape
from explainer.threads import recent

T = TypeVar("T")


def times(*factors: Node) -> Node:
    """The product of the factors, where a factor that is itself a product gives its own factors; one stays alone."""
    flat: list[Node] = []
    for factor in factors:
        flat.extend(factors_of(factor))
    return flat[0] if len(flat) == 1 else Product(tuple(flat)) if flat else ONE


def plus(*terms: Node) -> Node:
    """The sum of the terms, where a term that is itself a sum gives its own terms; one stays alone."""
    flat: list[Node] = []
    for term in terms:
        flat.extend(terms_of(term))
    return flat[0] if len(flat) == 1 else Sum(tuple(flat)) if flat else ZERO


def all_found(parts: Iterable[T | None]) -> tuple[T, ...] | None:
    """What was found for each of several parts; None where nothing was found for one of them."""
    looked_for = tuple(parts)
    found = tuple(part for part in looked_for if part is not None)
    return found if len(found) == len(looked_for) else None


def plus_all(terms: Iterable[Node | None]) -> Node | None:
    """The sum of what was found for each term; None where nothing was found for one of them."""
    found = all_found(terms)
    return None if found is None else plus(*found)


def negative(node: Node) -> Node:
    """The negative, without a second minus sign before one that is there."""
    return node.operand if isinstance(node, Negate) else Negate(node)


def unsigned(node: Node) -> Node:
    """An expression without the minus sign before it, if there is one."""
    return node.operand if isinstance(node, Negate) else node


def transposed(node: Node) -> Node:
    """The transpose, without a second sign for it over one that is there."""
    return node.operand if isinstance(node, Transpose) else Transpose(node)


def untransposed(node: Node) -> Node:
    """An expression without the sign of a transpose over it, if there is one."""
    return node.operand if isinstance(node, Transpose) else node


def under_sign(change: Callable[[Node], Node], term: Node) -> Node:
    """What a change makes of a term; of a negative the negative, so that a difference stays one."""
    return Negate(change(term.operand)) if isinstance(term, Negate) else change(term)


def signs_last(terms: Iterable[Node]) -> list[Node]:
    """The terms of a sum with those behind that have a minus sign: b - a, not -a + b."""
    return sorted(terms, key=lambda term: isinstance(term, Negate))


def called(node: Node, *names: str) -> Node | None:
    """The first argument of a function with one of these names; None for anything else."""
    return node.arguments[0] if isinstance(node, Apply) and node.operation.name in names else None


def factors_of(node: Node) -> tuple[Node, ...]:
    """The factors of a product; anything else is its own only factor."""
    return node.factors if isinstance(node, Product) else (node,)


def matrix_factors(node: Node) -> tuple[Node, ...]:
    """The same for a product of matrices."""
    return node.factors if isinstance(node, MatrixProduct) else (node,)


def entry_factors(node: Node) -> tuple[Node, ...]:
    """The same for a product entry by entry."""
    return node.factors if isinstance(node, Hadamard) else (node,)


def terms_of(node: Node) -> tuple[Node, ...]:
    """The terms of a sum; anything else is its own only term."""
    return node.terms if isinstance(node, Sum) else (node,)


def zero(shape: Shape) -> Node:
    """The zero of a shape: the number 0, a zero vector or a zero matrix."""
    return ZERO if shape.is_scalar else Zeros(shape)


def filled(value: Node, shape: Shape) -> Node:
    """A value of some shape: a scalar in every entry where that is a vector or a matrix."""
    if value.shape == shape or not value.shape.is_scalar:
        return value
    if is_zero(value):
        return zero(shape)
    if shape.is_vector:
        return Ones(shape.rows) if is_one(value) else Expand(value, shape.rows)
    ones = Transpose(Ones(shape.columns))
    everywhere = ones if shape.is_row else MatrixProduct((Ones(shape.rows), ones))
    return everywhere if is_one(value) else times(value, everywhere)


def is_zero(node: Node) -> bool:
    return isinstance(node, Zeros) or (isinstance(node, Number) and node.value == 0)


def is_one(node: Node) -> bool:
    return isinstance(node, Number) and node.value == 1


def rational(node: Node) -> Fraction | None:
    """The value of a written number, a quotient of numbers or the negative of one; None for anything else."""
    if isinstance(node, Number):
        return node.value
    if node.free:
        return None
    match node:
        case Negate(operand):
            value = rational(operand)
            return None if value is None else -value
        case Quotient(numerator, denominator):
            above, below = rational(numerator), rational(denominator)
            return above / below if above is not None and below else None
    return None


LARGEST_DIGITS = 15
"""Numbers with more digits than this are left as they are written."""


def is_short(value: Fraction) -> bool:
    """Whether a number is written with few enough digits to be computed."""
    limit: int = 10**LARGEST_DIGITS
    return abs(value.numerator) < limit and value.denominator < limit


def exact_power(base: Fraction, exponent: Fraction) -> Fraction | None:
    """The power of two numbers, None where it is not exact, too long to be written or nowhere defined.

    What is too long is not computed first: 3^999999999 would take for ever.
    """
    if exponent.denominator != 1 or (base == 0 and exponent <= 0):
        return None
    if abs(base) not in (0, 1) and abs(exponent) > LARGEST_DIGITS * log2(10):
        return None
    value = base ** int(exponent)
    return value if is_short(value) else None


def has_decimals(node: Node) -> bool:
    """Whether a written number has digits after a point, so that its results are written with a point too."""
    return bool(node.kinds & DECIMAL)


def has_decimal_factors(node: Node) -> bool:
    """Whether a factor above or below the bar, or an exponent of one, is a number with digits after a point.

    Those inside of other factors, as in (x + 0.1)^2, have no part in what the factors come to.
    """
    return has_decimals(node) and any(map(_is_decimal, (node, *node.children)))


def _is_decimal(side: Node) -> bool:
    """Whether a number with digits after a point is a factor of a product, or an exponent of one."""
    for factor in map(unsigned, factors_of(unsigned(side))):
        match factor:
            case Power(_, exponent) if rational(exponent) is not None and has_decimals(exponent):
                return True
            case _ if rational(factor) is not None and has_decimals(factor):
                return True
    return False


def written(value: Fraction, decimal: bool = False) -> Node:
    """The node for a number; with `decimal` as digits after a point where that is exact within 12 places."""
    if decimal and value.denominator != 1:
        for places in range(1, 13):
            if (value * 10**places).denominator == 1:
                digits = Number(abs(value), places)
                return Negate(digits) if value < 0 else digits
    return number(value)


def lowered_exponent(exponent: Node) -> Node:
    """The exponent minus one, computed where it is a number."""
    value = rational(exponent)
    if value is None:
        return plus(exponent, Negate(ONE))
    return written(value - 1, has_decimals(exponent))


@recent(8)
def splice(line: Node, path: Path, new: Node) -> tuple[Node, tuple[Path, ...]]:
    """The line with the part at a path replaced, and the paths of the parts that are new in it.

    A product put in the place of a factor, or a sum in the place of a term, joins the one around it: brackets that mean
    nothing are not kept. (Brackets that somebody typed stay until a step removes them.) The last answers are kept: a
    method and the step that shows its move both need the line after.
    """
    if path:
        parent, k = at(line, path[:-1]), path[-1]
        if joins_around(parent, new):
            children = parent.children
            joined = with_children(parent, (*children[:k], *new.children, *children[k + 1 :]))
            places = range(k, k + len(new.children))
            return replace(line, path[:-1], joined), tuple((*path[:-1], place) for place in places)
    return replace(line, path, new), (path,)


def joins_around(parent: Node, new: Node) -> bool:
    """Whether a new part of a node joins it: a product in a product, a sum in a sum."""
    return isinstance(parent, Product | Sum) and type(new) is type(parent)


def join_brackets(node: Node, replacements: Mapping[Node, Node]) -> Node:
    """The expression with parts replaced, where a product in the place of a factor joins the product around it.

    The same holds for a sum in the place of a term.
    """
    done: dict[Node, Node] = dict(replacements)

    def visit(part: Node) -> Node:
        known = done.get(part)
        if known is None:
            known = done[part] = _rejoined(part, tuple(visit(child) for child in part.children))
        return known

    return visit(node)


def _rejoined(node: Node, children: tuple[Node, ...]) -> Node:
    """The node over new children, of which those of its own kind join it."""
    if children == node.children:
        return node
    pairs = zip(node.children, children, strict=True)
    match node:
        case Product():
            return Product(
                tuple(f for old, new in pairs for f in (new.children if _joins(Product, old, new) else (new,)))
            )
        case Sum():
            return Sum(tuple(t for old, new in pairs for t in (new.children if _joins(Sum, old, new) else (new,))))
    return with_children(node, children)


def _joins(kind: type[Node], old: Node, new: Node) -> bool:
    return isinstance(new, kind) and not isinstance(old, kind)


def places(flags: Iterable[bool]) -> tuple[Path, ...]:
    """The paths of those children of a node for which the flag is set."""
    return tuple((k,) for k, flag in enumerate(flags) if flag)


def matrix_times(*factors: Node) -> Node:
    """The product of matrices, rows and columns, with scalars as ordinary factors in front."""
    scalars = tuple(factor for factor in factors if factor.shape.is_scalar)
    others: list[Node] = []
    for factor in factors:
        if not factor.shape.is_scalar:
            others.extend(matrix_factors(factor))
    whole = others[0] if len(others) == 1 else MatrixProduct(tuple(others)) if others else None
    if whole is None:
        return times(*scalars)
    return times(*scalars, whole) if scalars else whole


def all_ones(shape: Shape) -> Node:
    """The vector, row or matrix in which every entry is 1."""
    if shape.is_vector:
        return Ones(shape.rows)
    row = Transpose(Ones(shape.columns))
    return row if shape.is_row else MatrixProduct((Ones(shape.rows), row))


def is_all_ones(node: Node) -> bool:
    return isinstance(node, Ones | Transpose | MatrixProduct) and node is all_ones(node.shape)


def fresh_letter(node: Node) -> str:
    """A letter for intermediate variables that no variable of the expression begins with."""
    taken = {variable.name.split("_")[0] for variable in of_kind(node.free, Variable)}
    return fresh(taken, "uvstpqrz")


def scalars_of(product: Product) -> tuple[tuple[Node, ...], Node]:
    """The scalar factors of a product, and the one vector or matrix that they multiply."""
    return scalars_and_rest(product.factors)


def scalars_and_rest(factors: Iterable[Node]) -> tuple[tuple[Node, ...], Node]:
    """The scalars among factors, and the one vector or matrix that they multiply. Raises ValueError for several."""
    scalars: list[Node] = []
    others: list[Node] = []
    for factor in factors:
        (scalars if factor.shape.is_scalar else others).append(factor)
    (rest,) = others
    return tuple(scalars), rest


def split_scalars(term: Node) -> tuple[bool, tuple[Node, ...], tuple[Node, ...], Node]:
    """A term that is not a scalar as its sign, scalar factors, scalar divisors, and what these multiply."""
    match term:
        case Negate(operand):
            sign, above, below, rest = split_scalars(operand)
            return not sign, above, below, rest
        case Quotient(numerator, denominator) if not term.shape.is_scalar:
            sign, above, below, rest = split_scalars(numerator)
            return sign, above, (*below, denominator), rest
        case Product() if not term.shape.is_scalar:
            scalars, rest = scalars_of(term)
            sign, above, below, inner = split_scalars(rest)
            return sign, (*scalars, *above), below, inner
    return False, (), (), term


def without_scalars(term: Node) -> Node:
    """The vector or matrix of a term, without sign, scalar factors and divisors."""
    return split_scalars(term)[3]


def join_scalars(sign: bool, above: tuple[Node, ...], below: tuple[Node, ...], rest: Node | None) -> Node:
    """The way back of `split_scalars`; without a rest, the coefficient alone."""
    whole = times(*above, *(() if rest is None else (rest,)))
    whole = Quotient(whole, times(*below)) if below else whole
    return Negate(whole) if sign else whole
