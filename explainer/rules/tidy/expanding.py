"""Multiplying brackets out: where it makes a sum shorter, and where a δ in the brackets is to be used."""

from __future__ import annotations

from explainer.expr.kinds import any_of_kind, holds, of_kind, parts_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import Delta, Negate, Product, Quotient, Sum
from explainer.rules.build import (
    all_found,
    factors_of,
    negative,
    plus,
    signs_last,
    terms_of,
    times,
    under_sign,
    unsigned,
)
from explainer.rules.matching import signed
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.arithmetic import ALGEBRA, like_terms, numbers, order_factors
from explainer.rules.tidy.fractions import cancel
from explainer.rules.tidy.recognising import divided_terms

FAMILY = "Expanding"

MOST_TERMS = 24
"""Brackets are not multiplied out into more terms than this."""


def _terms_of(term: Node) -> list[Node] | None:
    """The terms of a product of sums; None for too many."""
    match term:
        case Negate(operand):
            inside = _terms_of(operand)
            return None if inside is None else [negative(t) for t in inside]
        case Sum(terms):
            found = all_found(map(_terms_of, terms))
            return None if found is None else [t for part in found for t in part]
    products: list[Node | None] = [None]
    for factor in factors_of(term):
        parts = _terms_of(factor) if isinstance(factor, Sum | Negate) else [factor]
        if parts is None or len(products) * len(parts) > MOST_TERMS:
            return None
        products = [_joined(product, part) for product in products for part in parts]
    return [product for product in products if product is not None]


def _has_few_terms(node: Sum) -> bool:
    """Whether multiplying out may end in few enough terms; it costs no more than to count up to that many.

    A product of sums has at least as many terms as its sums together.
    """
    count, stack = 0, list[Node](node.terms)
    while stack and count <= MOST_TERMS:
        term = unsigned(stack.pop())
        inside = term.terms if isinstance(term, Sum) else of_kind(_factors(term), Sum)
        stack.extend(inside)
        count += not inside
    return count <= MOST_TERMS


def _joined(product: Node | None, factor: Node) -> Node:
    """Two factors as one, their signs in front."""
    if product is None:
        return factor
    (one, left), (other, right) = signed(product), signed(factor)
    joined = times(left, right)
    return Negate(joined) if one != other else joined


def _ordered(term: Node) -> Node:
    def ordered(size: Node) -> Node:
        rewrite = order_factors(size)
        return size if rewrite is None else rewrite.after

    return under_sign(ordered, term)


@rule(
    title="Multiply out",
    statement="x (y - 1) + (1 - x) y = y - x",
    condition="the result is shorter",
    by_example=True,
    words="The brackets are multiplied out, because then terms cancel.",
    source=ALGEBRA,
    examples=["x (y - 1) + (1 - x) y", "x (1 + y) - x y", "(x + 1) (x - 1) + 1"],
    leaves_alone=["x (1 + y) + z", "x (y + 1)", "x y + x z",
                  "(x - y) (x + y) (x^2 + y^2) (x^4 + y^4) (x^8 + y^8) + z"],
    phase="tidy",
)  # fmt: skip
def multiply_out(node: Sum) -> Rewrite | None:
    """Multiplying out usually makes an expression longer; it is worthwhile where like terms cancel."""
    if not node.shape.is_scalar:
        return None
    if not any(any_of_kind(_factors(term), Sum) for term in node.terms):
        return None
    terms = _terms_of(node) if _has_few_terms(node) else None
    if terms is None or len(terms) > MOST_TERMS:
        return None
    after: Node = plus(*map(_ordered, terms))
    while (rewrite := like_terms(after) or numbers(after)) is not None:
        after = rewrite.after
    after = plus(*signs_last(terms_of(after)))
    return Rewrite(after) if after.part_count < node.part_count else None


def _factors(term: Node) -> tuple[Node, ...]:
    inside = unsigned(term)
    return inside.factors if isinstance(inside, Product) else ()


def _has_delta(node: Node) -> bool:
    return holds(node, Delta)


def has_different_deltas(node: Node) -> bool:
    """Whether the terms of a sum have different δ, or some of them none."""
    return isinstance(node, Sum) and len({_deltas(term) for term in node.terms}) > 1 and _has_delta(node)


def _deltas(node: Node) -> frozenset[Node]:
    return frozenset(parts_of_kind(node, Delta))


@rule(
    title="Multiply out to use δ",
    statement="c (f + g) = c f + c g",
    words="The terms in the brackets have different δ: they are multiplied out, so that each δ can pick its terms.",
    source=ALGEBRA,
    examples=["grid(i=1..n, j=1..n, x_i (delta(i, j) - x_j)) where x: n",
              "grid(i=1..n, j=1..n, (x_i delta(i, j) - x_j) / x_i) where x: n"],
    leaves_alone=["grid(i=1..n, j=1..n, x_i (x_i - x_j)) where x: n"],
    measure="brackets",
    phase="collapse",
)  # fmt: skip
def free_delta(node: Quotient | Product) -> Rewrite | None:
    """A δ inside brackets cannot yet select its term of a sum, or the diagonal of a grid."""
    match node:
        case Quotient(numerator) if has_different_deltas(numerator):
            terms = [_cancelled(term) for term in divided_terms(node)]
            return Rewrite(Sum(tuple(terms)), statement="(f + g) / h = f / h + g / h")
        case Quotient(Product() as numerator, denominator):
            inner = free_delta(numerator)
            if inner is None:
                return None
            opened = Quotient(inner.after, denominator)
            return Rewrite(Sum(tuple(_cancelled(term) for term in divided_terms(opened))),
                           statement="c (f + g) / h = c f / h + c g / h")  # fmt: skip
        case Quotient():
            return None
    place = next((k for k, factor in enumerate(node.factors) if has_different_deltas(factor)), None)
    if place is None:
        return None
    bracket, before, behind = node.factors[place], node.factors[:place], node.factors[place + 1 :]
    terms = [under_sign(lambda inner: times(*before, inner, *behind), term) for term in bracket.children]
    return Rewrite(Sum(tuple(terms)))


def _cancelled(term: Node) -> Node:
    inner = unsigned(term)
    rewrite = cancel(inner)
    return term if rewrite is None else rewrite.after if inner is term else Negate(rewrite.after)
