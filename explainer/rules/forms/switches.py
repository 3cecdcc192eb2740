"""Cases with the same conditions as one: what stands before each of them is written inside.

The table says of max(u, v) that its derivative with respect to u is 1 where u > v, and with respect to v where v > u;
both are 0 at a tie. Where u and v depend on the same variable they may be tied everywhere, as max(r, x) and max(c, x)
are where x is the largest: one of the two has to count there. So a switch and its opposite become one pair of cases,
which is also the form that is read most easily.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from explainer.expr.kinds import holds, of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Cases,
    Comparison,
    Diag,
    DiagonalForm,
    Hadamard,
    MatrixProduct,
    Negate,
    Product,
    Sum,
)
from explainer.rules.build import called, is_one, is_zero, negative, plus, terms_of, times
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, Rule, rule

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
    match term:
        case Negate(operand):
            inner = _switch_of(operand)
            return None if inner is None else Cases(
                tuple(value if is_zero(value) else negative(value) for value in inner.values), inner.conditions
            )  # fmt: skip
        case Cases():
            return term
        case Product(factors):
            found = list(of_kind(factors, Cases))
            if len(found) == 1:
                place = factors.index(found[0])
                before, behind = factors[:place], factors[place + 1 :]
                values = tuple(v if is_zero(v) else times(*before, v, *behind) for v in found[0].values)
                if all(value.shape == term.shape for value in values):
                    return Cases(values, found[0].conditions)
    return None


class _Switch(NamedTuple):
    """A factor of a term that is 1 where one part is larger than another and 0 elsewhere; `at_ties` it may be 1 too.

    The factor is cases, or a comparison of vectors.
    """

    factor: Comparison | Cases
    larger: Node
    smaller: Node
    at_ties: bool

    def opposite(self) -> Node:
        """What is 1 where this is 0."""
        match self.factor:
            case Comparison(relation, left, right):
                return Comparison(_OPPOSITE[relation], left, right)
            case Cases(values, conditions):
                return _cases(values[0], ZERO, ONE, conditions)

    def values(self, on: Node, off: Node) -> Node | None:
        """Other values under the conditions of these cases; a comparison of vectors has no cases."""
        match self.factor:
            case Cases(values, conditions):
                return _cases(values[0], on, off, conditions)
        return None


def _cases(first: Node, on: Node, off: Node, conditions: tuple[Node, ...]) -> Cases:
    return Cases((on, off) if is_one(first) else (off, on), conditions)


_OPPOSITE = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}


def _as_switch(node: Node) -> _Switch | None:
    match node:
        case Comparison(relation) if relation in _OPPOSITE and not node.shape.is_scalar:
            return _switched(node, node)
        case Cases((one, zero), (Comparison() as on, off)) if is_one(one) and is_zero(zero):
            return _switched(node, on) if off is _turned_off(on) else None
        case Cases((zero, one), (off, Comparison() as on)) if is_one(one) and is_zero(zero):
            return _switched(node, on) if off is _turned_off(on) else None
    return None


def _turned_off(condition: Comparison) -> Comparison | None:
    """The condition that holds where one does not; None for those of equality."""
    relation = _OPPOSITE.get(condition.relation)
    return None if relation is None else Comparison(relation, condition.left, condition.right)


def _switched(factor: Comparison | Cases, on: Comparison) -> _Switch:
    sides = (on.left, on.right) if on.relation in {">", ">="} else (on.right, on.left)
    return _Switch(factor, *sides, at_ties=on.relation in {">=", "<="})


_KINDS = (Cases, Comparison)


def _switches(term: Node) -> list[_Switch]:
    """The factors of a term that are switches, on the diagonal of a matrix too."""
    match term:
        case Negate(operand):
            return _switches(operand)
        case DiagonalForm():
            return _switches(term.body)
        case Diag(operand):
            return _switches(operand)
        case Product() | MatrixProduct() | Hadamard():
            return [found for factor in term.factors if holds(factor, *_KINDS) for found in _switches(factor)]
    found = _as_switch(term)
    return [] if found is None else [found]


def _opposites(terms: Sequence[Node]) -> Iterator[tuple[int, _Switch, int, _Switch]]:
    """Two terms with opposite switches, and where they stand among the terms; at a tie one at most is on."""
    seen: dict[tuple[Node, Node], tuple[int, _Switch]] = {}
    for place, term in enumerate(terms):
        for switch in _switches(term) if holds(term, *_KINDS) else ():
            other = seen.get((switch.smaller, switch.larger))
            if other is not None and other[0] != place and not (other[1].at_ties and switch.at_ties):
                yield (*other, place, switch)
            seen.setdefault((switch.larger, switch.smaller), (place, switch))


@rule(
    title="One or the other",
    statement="f cases(0 if u <= v, 1 if u > v) + g cases(0 if v <= u, 1 if v > u) = cases(g if u <= v, f if u > v)",
    condition="u ≠ v",
    words="Either {u} is larger or {v} is: one of the two terms counts, and the other one is zero.",
    source="Parr and Howard, section 5",
    examples=["x cases(0 if x <= y, 1 if x > y) + z cases(0 if y <= x, 1 if y > x)",
              "cases(1 if x < y, 0 if x >= y) - z cases(1 if y < x, 0 if y >= x)"],
    leaves_alone=["x cases(0 if x <= y, 1 if x > y) + z cases(0 if z <= x, 1 if z > x)",
                  "cases(0 if x <= y, 1 if x > y) + cases(0 if x <= y, 1 if x > y)",
                  "z cases(0 if x <= y, 1 if x > y) cases(0 if y <= x, 1 if y > x) + w"],
    measure="cases",
    phase="tidy",
)  # fmt: skip
def one_or_the_other(node: Sum) -> Rewrite | None:
    """Of two numbers that differ one is the larger: of a switch and its opposite exactly one is on."""
    for k, one, j, other in _opposites(node.terms):
        on, off = _factors(node.terms[k], one.factor), _factors(node.terms[j], other.factor)
        joined = None if on is None or off is None else one.values(on, off)
        if joined is None or other.factor.shape != one.factor.shape:
            continue
        terms = (joined if i == k else term for i, term in enumerate(node.terms) if i != j)
        return Rewrite(plus(*terms), {"u": one.larger, "v": one.smaller}, conditions=_differ(one, other))
    return None


def _factors(term: Node, switch: Node) -> Node | None:
    """What a switch in front of a whole term is multiplied with, None where it is none of the term's own factors."""
    if term is switch:
        return ONE
    match term:
        case Negate(operand):
            inner = _factors(operand, switch)
            return None if inner is None else negative(inner)
        case Product(factors) if switch in factors:
            place = factors.index(switch)
            rest = times(*factors[:place], *factors[place + 1 :])
            return rest if rest.shape == term.shape else None
    return None


def _differ(one: _Switch, other: _Switch) -> tuple[Node, ...]:
    """Of two switches that are both off at a tie one is on only where there is none."""
    return () if one.at_ties or other.at_ties else (Comparison("!=", one.larger, one.smaller),)


@rule(
    title="On where the other is off",
    statement="diag(u > v) @ W + diag(v > u) @ V = diag(u > v) @ W + diag(u <= v) @ V",
    condition="no entry of u equals that of v",
    words="Where {u} and {v} differ, the second switch is on exactly where the first is off.",
    source="Parr and Howard, section 5",
    shapes={"W": "n x m", "V": "n x m", "u": "n", "v": "n"},
    examples=["diagonal(i=1..n, cases(0 if u_i <= v_i, 1 if u_i > v_i)) @ W"
              " + diagonal(i=1..n, cases(0 if v_i <= u_i, 1 if v_i > u_i)) @ V where u: n, v: n, W: n x m, V: n x m",
              "diag(u > v) @ W + diag(v > u) @ V where u: n, v: n, W: n x m, V: n x m"],
    leaves_alone=["diag(u > v) @ W + diag(u <= v) @ V where u: n, v: n, W: n x m, V: n x m",
                  "x cases(0 if x <= y, 1 if x > y) + z cases(0 if y <= x, 1 if y > x)"],
    measure="opposite switches",
    phase="tidy",
)  # fmt: skip
def on_where_off(node: Sum) -> Rewrite | None:
    """The same for entries: at a tie one of the two switches must be on, as both may be tied for many values."""
    for _, one, j, other in _opposites(node.terms):
        if node.terms[j].shape.is_scalar or one.at_ties or other.at_ties:
            continue
        after = _replaced(node.terms[j], other.factor, one.opposite())
        if after is node.terms[j]:
            continue
        terms = (after if i == j else term for i, term in enumerate(node.terms))
        return Rewrite(plus(*terms), {"u": one.larger, "v": one.smaller}, conditions=_differ(one, other))
    return None


@rule(
    title="The maximum where its switch is on",
    statement="max(0, x) ⊗ (x > 0) = x ⊗ (x > 0)",
    words="The entries of {function} count only where {condition} holds, and there they are those of {value}.",
    source="Parr and Howard, section 5",
    shapes={"x": "n", "y": "n"},
    examples=["max(0, x) ⊗ (x > 0) where x: n", "relu(x - y) ⊗ (x - y > 0) where x: n, y: n",
              "y ⊗ max(x, 0) ⊗ (x > 0) where x: n, y: n"],
    leaves_alone=["max(0, x) ⊗ (y > 0) where x: n, y: n", "max(0, x) ⊗ (x <= 0) where x: n", "x ⊗ (x > 0) where x: n"],
    phase="collapse",
)  # fmt: skip
def on_where_larger(node: Hadamard) -> Rewrite | None:
    """Where the switch is off the product is zero, whatever the maximum is there."""
    for switch in of_kind(node.factors, Comparison):
        if switch.relation not in {">", ">="} or not is_zero(switch.right):
            continue
        for k, factor in enumerate(node.factors):
            if _is_maximum_with_zero(factor, switch.left):
                factors = (*node.factors[:k], switch.left, *node.factors[k + 1 :])
                bindings = {"function": factor, "condition": switch, "value": switch.left}
                return Rewrite(Hadamard(factors), bindings)
    return None


def _is_maximum_with_zero(function: Node, z: Node) -> bool:
    if not is_call(function, "max"):
        return called(function, "relu") is z
    others = [argument for argument in function.arguments if argument is not z]
    return z in function.arguments and all(map(is_zero, others))


def _replaced(term: Node, switch: Node, other: Node) -> Node:
    """Another factor in the place of a switch, on a diagonal too: its index is the same there."""
    match term:
        case DiagonalForm(index, body):
            return DiagonalForm(index, _replaced(body, switch, other))
        case Negate() | Diag():
            return type(term)(_replaced(term.operand, switch, other))
        case Product() | MatrixProduct() | Hadamard():
            return type(term)(tuple(_replaced(factor, switch, other) for factor in term.factors))
    return other if term is switch else term


def opposite_switches(node: Node) -> int:
    """How many terms of a sum have a switch that is the opposite of another term's."""
    terms = terms_of(node)
    return sum(not (one.at_ties or other.at_ties) for _, one, _, other in _opposites(terms))


EARLY: tuple[Rule, ...] = (one_or_the_other, on_where_off)
"""What is joined before it is written in another form."""
ORDER = (cases_added, on_where_larger)
"""What waits until all is derived."""
