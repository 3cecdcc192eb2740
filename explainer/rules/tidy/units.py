"""Tidying: zeros, ones, signs and brackets that change nothing."""

from __future__ import annotations

from explainer.expr.kinds import children_of, has_child, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    IndexedSum,
    Negate,
    Number,
    Product,
    Quotient,
    Sum,
    Zeros,
)
from explainer.rules.build import is_one, is_zero, negative, places, plus, times, unsigned, zero
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.arithmetic import ALGEBRA

FAMILY = "Units"


@rule(
    title="A term of zero",
    statement="f + 0 = f",
    words="Adding zero changes nothing.",
    source=ALGEBRA,
    examples=["x + 0", "0 + 2 x", "x - 0"],
    leaves_alone=["x + 1"],
    phase="tidy",
)
def zero_term(node: Sum) -> Rewrite | None:
    """Terms that are zero are left out of a sum."""
    if not has_child(node, Number, Zeros, Negate):
        return None
    zeros = [is_zero(unsigned(term)) for term in node.terms]
    kept = tuple(term for term, drops in zip(node.terms, zeros, strict=True) if not drops)
    if len(kept) == len(node.terms):
        return None
    after = plus(*kept) if kept else zero(node.shape)
    if after.shape != node.shape:
        return None
    return Rewrite(after, {"f": after}, dropped=places(zeros)[0 if kept else 1 :])


@rule(
    title="A factor of zero",
    statement="0 f = 0",
    words="Zero times anything is zero.",
    source=ALGEBRA,
    examples=["0 x", "3 * 0 * sin(x)"],
    leaves_alone=["2 x"],
    phase="tidy",
)
def zero_factor(node: Product) -> Rewrite | None:
    """A product with a factor zero is zero."""
    if not has_child(node, Number, Zeros) or not any(map(is_zero, children_of(node, Number, Zeros))):
        return None
    return Rewrite(zero(node.shape), {"f": times(*(factor for factor in node.factors if not is_zero(factor)))})


@rule(
    title="A sum of zeros",
    statement="sum(i=1..n, 0) = 0",
    words="However many zeros are added, the sum is zero.",
    source=ALGEBRA,
    examples=["sum(i=1..n, 0)", "row(j=1..n, sum(i=1..m, 0))"],
    leaves_alone=["sum(i=1..n, x)"],
    phase="tidy",
)
def sum_of_zeros(node: IndexedSum) -> Rewrite | None:
    """A sum of which every term is zero is zero."""
    return Rewrite(node.body) if is_zero(node.body) else None


@rule(
    title="A factor of one",
    statement="1 f = f",
    words="A factor of one changes nothing.",
    source=ALGEBRA,
    examples=["1 x", "2 x * 1"],
    leaves_alone=["2 x"],
    phase="tidy",
)
def one_factor(node: Product) -> Rewrite | None:
    """Factors that are one are left out of a product."""
    if not has_child(node, Number) or not any(map(is_one, children_of(node, Number))):
        return None
    kept = tuple(factor for factor in node.factors if not is_one(factor))
    after = times(*kept)
    return Rewrite(after, {"f": after}, dropped=places(map(is_one, node.factors))[0 if kept else 1 :])


@rule(
    title="Negative of zero",
    statement="-0 = 0",
    words="The negative of zero is zero.",
    source=ALGEBRA,
    examples=["-0"],
    leaves_alone=["-x"],
    phase="tidy",
)
def negative_zero(node: Negate) -> Rewrite | None:
    """Zero has no sign."""
    return Rewrite(node.operand) if is_zero(node.operand) else None


@rule(
    title="Double negative",
    statement="-(-f) = f",
    words="Two minus signs cancel.",
    source=ALGEBRA,
    examples=["-(-x)"],
    leaves_alone=["-x", "-0"],
    phase="tidy",
)
def double_negative(node: Negate, operand: Negate) -> Rewrite | None:
    """The negative of a negative is the value itself."""
    return Rewrite(operand.operand, {"f": operand.operand})


@rule(
    title="Sign to the front",
    statement="f (-g) = -(f g)",
    words="A minus sign in a factor moves to the front of the product.",
    source=ALGEBRA,
    examples=["x (-y)", "3 * (-1) * sin(x)", "(-x) / y", "x / (-y)"],
    leaves_alone=["x y"],
    measure="signs of factors",
    phase="tidy",
)
def sign_to_front(node: Quotient | Product) -> Rewrite | None:
    """Each negative factor changes the sign of the whole; an even number of them leaves it as it was."""
    if not has_child(node, Negate):
        return None
    bare = tuple(map(unsigned, node.children))
    is_negative = len(of_kind(node.children, Negate)) % 2 == 1
    if isinstance(node, Product):
        after = times(*bare)
        return Rewrite(Negate(after) if is_negative else after)
    after = Quotient(*bare)
    after = Negate(after) if is_negative else after
    return Rewrite(after, words=("A minus sign in a fraction moves to its front.",), statement="-f / g = -(f / g)")


@rule(
    title="Remove brackets",
    statement="f - (g + h) = f - g - h",
    words="A minus sign before a bracket changes the sign of every term in it.",
    source=ALGEBRA,
    examples=["x - (y + 1)", "2 - (x - y)", "(2 x) (3 y)"],
    leaves_alone=["x - y", "2 x y"],
    measure="sums in sums, products in products",
    phase="tidy",
)
def open_brackets(node: Product | Sum) -> Rewrite | None:
    """A sum inside a sum needs no brackets, nor a product inside a product; after a minus sign all signs change."""
    if isinstance(node, Product):
        words = ("A product inside a product needs no brackets.",)
        after = times(*node.factors) if has_child(node, Product) else None
        return None if after is None else Rewrite(after, words=words, statement="f (g h) = f g h")
    terms: list[Node] = []
    for term in node.terms:
        match term:
            case Negate(Sum() as operand):
                terms.extend(negative(t) for t in operand.terms)
            case Sum():
                terms.extend(term.terms)
            case _:
                terms.append(term)
    if len(terms) == len(node.terms):
        return None
    return Rewrite(Sum(tuple(terms)))
