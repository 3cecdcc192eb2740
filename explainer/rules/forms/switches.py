"""Cases with the same conditions as one: what stands before each of them is written inside."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import Cases, Negate, Product, Sum
from explainer.rules.build import is_zero, negative, plus, times
from explainer.rules.rule import Rewrite, rule

FAMILY = "Cases"


@rule(
    title="Cases added",
    statement="cases(f if c, 0 otherwise) + cases(0 if c, g otherwise) = cases(f if c, g otherwise)",
    words="Both are decided by the same conditions: their values are added case by case.",
    source="the laws of arithmetic",
    examples=["cases(x if x <= y, 0 if x > y) + cases(0 if x <= y, z if x > y)",
              "cases(x if x <= y, 0 if x > y) - y cases(0 if x <= y, 2 if x > y)"],
    leaves_alone=["cases(x if x <= y, 0 if x > y) + cases(0 if x <= z, 1 if x > z)",
                  "z + cases(x if x <= y, 0 if x > y)"],
    measure="cases",
    phase="tidy",
)  # fmt: skip
def cases_added(node: Sum) -> Rewrite | None:
    """In one case the sum is that of the values which hold there."""
    split = [_switch_of(term) for term in node.terms]
    for k, one in enumerate(split):
        for j in range(k + 1, len(split)):
            other = split[j]
            if one is None or other is None or one.conditions != other.conditions:
                continue
            values = tuple(_sum(a, b) for a, b in zip(one.values, other.values, strict=True))
            joined = Cases(values, one.conditions)
            terms = (joined if i == k else term for i, term in enumerate(node.terms) if i != j)
            return Rewrite(plus(*terms))
    return None


def _sum(one: Node, other: Node) -> Node:
    if is_zero(one):
        return other
    return one if is_zero(other) else plus(one, other)


def _switch_of(term: Node) -> Cases | None:
    """A term as cases, with its sign and factors inside."""
    if isinstance(term, Negate):
        inner = _switch_of(term.operand)
        return None if inner is None else Cases(
            tuple(value if is_zero(value) else negative(value) for value in inner.values), inner.conditions
        )  # fmt: skip
    if isinstance(term, Cases):
        return term
    if isinstance(term, Product):
        found = [factor for factor in term.factors if isinstance(factor, Cases)]
        if len(found) == 1:
            place = term.factors.index(found[0])
            before, behind = term.factors[:place], term.factors[place + 1 :]
            values = tuple(v if is_zero(v) else times(*before, v, *behind) for v in found[0].values)
            if all(value.shape == term.shape for value in values):
                return Cases(values, found[0].conditions)
    return None


ORDER = (cases_added,)
"""The rules of this module, in the order in which they are tried."""
