"""Sums that only their letters tell apart: Σ_i a_i K_il and Σ_j a_j K_lj for the product x_i · x_l are one sum."""

from __future__ import annotations

from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import Dot, Hadamard, Index, IndexedSum, Negate, Power, Product, Quotient, Sum
from explainer.rules.rule import Rewrite, rule

FAMILY = "Tidying"

_ANY_ORDER = (Sum, Product, Hadamard, Dot)
"""What stays the same when its parts change places."""


@rule(
    title="The same sum under another letter",
    statement="row(l=1..n, sum(i=1..m, W_{i,l}) + sum(j=1..m, W_{j,l})) = "
    "row(l=1..n, sum(i=1..m, W_{i,l}) + sum(i=1..m, W_{i,l}))",
    words="{other} adds up the same numbers as {one}: only the letter that counts is another.",
    shapes={"W": "m x n"},
    source="the laws of arithmetic",
    examples=["row(l=1..n, sum(i=1..m, W_{i,l}) + sum(j=1..m, W_{j,l})) where W: m x n",
              "row(l=1..n, sum(i=1..n, x_i (X_i · X_l)) - 3 sum(j=1..n, (X_l · X_j) x_j)) where X: n x m, x: n"],
    leaves_alone=["sum(i=1..m, x_i) + sum(j=1..n, y_j) where x: m, y: n",
                  "row(l=1..n, sum(i=1..n, W_{i,l}) + sum(j=1..n, W_{l,j})) where W: n x n"],
    measure="different sums over an index",
    phase="tidy",
)  # fmt: skip
def same_sum(node: Sum) -> Rewrite | None:
    """The letter of a sum is free: where two sums differ in it and in the order of factors only, they are one."""
    known: dict[tuple[int, Node], IndexedSum] = {}
    for term in node.terms:
        for part in _sums_in(term):
            first = known.setdefault(_key(part), part)
            if first is not part:
                one, other = sorted((first, part), key=lambda same: same.index.name)
                return Rewrite(substitute(node, {other: one}), {"one": one, "other": other})
    return None


def _sums_in(term: Node) -> list[IndexedSum]:
    """The sums over an index among the factors of a term."""
    match term:
        case IndexedSum():
            return [term]
        case Negate() | Product() | Quotient():
            return [part for child in term.children for part in _sums_in(child)]
    return []


def _key(part: IndexedSum) -> tuple[int, Node]:
    """Equal for sums that count the same, whatever their letter and the order of their factors."""
    letter = Index("·", part.index.size)
    return part.lower, _in_one_order(substitute(part.body, {part.index: letter}))


def _in_one_order(node: Node) -> Node:
    if not isinstance(node, (*_ANY_ORDER, Negate, Quotient, Power)):
        return node
    parts = tuple(map(_in_one_order, node.children))
    return with_children(node, tuple(sorted(parts, key=Node.text)) if isinstance(node, _ANY_ORDER) else parts)
