"""Totals of entries: scalars in front of them, deviations from a mean that add up to zero."""

from __future__ import annotations

from explainer.expr.kinds import of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Entry,
    IndexedSum,
    Negate,
    Product,
    Quotient,
    SumReduction,
)
from explainer.rules.build import scalars_of, terms_of, times, unsigned
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.moments import is_mean_of, moment_of

FAMILY = "Totals"

LINEARITY = "the laws of arithmetic"


@rule(
    title="Scalars before the total",
    statement="sum(z x) = z sum(x)",
    words="Every entry has the factor {z}: it is written once, in front of the sum.",
    shapes={"x": "n"},
    source=LINEARITY,
    examples=[
        "sum(2 x) where x: n",
        "sum(-x) where x: n",
        "sum(x / z) where x: n, z: scalar",
        "mean(2 x) where x: n",
        "mean(-x) where x: n",
    ],
    leaves_alone=["sum(x) where x: n", "sum(w ⊗ x) where w: n, x: n", "sum(x + z) where x: n, z: scalar"],
    measure="scalars inside",
    phase="tidy",
)
def scalars_before_total(node: Node) -> Rewrite | None:
    """The distributive law, read from right to left."""
    mean = moment_of(node, "mean")
    if mean is None and not isinstance(node, SumReduction):
        return None
    (inside,) = node.children

    def total(entries: Node) -> Node:
        return SumReduction(entries) if mean is None else apply_named("mean", entries)

    match inside:
        case Negate(operand):
            statement = "sum(-x) = -sum(x)" if mean is None else "mean(-x) = -mean(x)"
            words = ("Every entry has a minus sign: it is written once, in front of the sum.",)
            return Rewrite(Negate(total(operand)), words=words, statement=statement)
        case Quotient(numerator, denominator):
            after: Node = Quotient(total(numerator), denominator)
            return Rewrite(after, {"z": Quotient(ONE, denominator)})
        case Product():
            scalars, rest = scalars_of(inside)
            return Rewrite(times(*scalars, total(rest)), {"z": times(*scalars)})
    return None


@rule(
    title="Deviations from the mean add up to zero",
    statement="sum(x - mean(x)) = 0",
    words="The entries of {x} lie above and below their mean by as much: their deviations add up to 0.",
    shapes={"x": "n"},
    source="the definition of the mean",
    examples=["sum(x - sum(x) / n) where x: n", "sum(sum(x) / n - x) where x: n",
              "sum(i=1..n, x_i - sum(x) / n) where x: n", "sum(x - mean(x)) where x: n"],
    leaves_alone=["sum(x - sum(w) / n) where w: n, x: n", "sum(x + sum(x) / n) where x: n"],
    phase="tidy",
)  # fmt: skip
def deviations(node: Node) -> Rewrite | None:
    """The sum of n entries is n times their mean."""
    mean = moment_of(node, "mean")
    match node:
        case _ if mean is not None:
            inside, size = mean, mean.shape.rows
        case SumReduction(inside):
            size = inside.shape.rows
        case IndexedSum(index, inside, 1) if node.shape.is_scalar:
            size = index.size
        case _:
            return None
    terms = terms_of(inside)
    if len(terms) != 2 or len(of_kind(terms, Negate)) != 1:
        return None
    for one, other in (terms, terms[::-1]):
        whole = _whole(unsigned(one), node)
        if whole is not None and size == whole.shape.rows and is_mean_of(unsigned(other), whole):
            return Rewrite(ZERO, {"x": whole})
    return None


def _whole(part: Node, node: Node) -> Node | None:
    """The vector of which this is the whole, or the entry under the sum."""
    match node, part:
        case IndexedSum(index), Entry(base, (place,)) if place is index:
            return base
        case IndexedSum(), _:
            return None
    return part if part.shape.is_vector else None


ORDER = (scalars_before_total, deviations)
"""The rules of this module, in the order in which they are tried."""
