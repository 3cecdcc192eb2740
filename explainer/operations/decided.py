"""Comparisons that hold for all values of the variables, or for none: x ≤ x, x² + 1 > 0, sigmoid(x) = 2.

Two sides are compared by the bounds of their difference, in which equal terms cancel. As with all bounds, what is found
is never wrong, and much is not found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from fractions import Fraction
from math import inf, isfinite
from typing import NamedTuple, TypeAlias

from explainer.expr import nodes
from explainer.expr.node import Node, each_part
from explainer.operations.undefined import Definedness

LARGEST, DEEPEST = 300, 60
"""Nobody writes a long condition that is decided; the bounds of a deep one would need a deep stack."""
LEAST = 1e-9
"""A bound that is nearer to zero, and is not zero, may be one whose digits were rounded."""


class Range(NamedTuple):
    """Bounds of a value; an end that is open is never reached, as 0 by exp(x)."""

    low: float
    high: float
    low_is_open: bool = False
    high_is_open: bool = False

    @property
    def is_positive(self) -> bool:
        return self.low >= LEAST or (self.low == 0 and self.low_is_open)

    @property
    def is_negative(self) -> bool:
        return self.high <= -LEAST or (self.high == 0 and self.high_is_open)

    def turned(self) -> Range:
        """That of the negative value."""
        return Range(-self.high, -self.low, self.high_is_open, self.low_is_open)


def verdict(condition: Node) -> bool | None:
    """Whether a condition holds for all values of the variables (True) or for none (False); None where it depends."""
    if isinstance(condition, nodes.And):
        found = [verdict(part) for part in condition.conditions]
        return False if False in found else True if all(found) else None
    if not isinstance(condition, nodes.Comparison):
        return None
    if not has_values_everywhere(condition):
        return None
    difference = range_of(nodes.Sum((condition.left, nodes.Negate(condition.right))))
    if condition.relation in {"<", "<="}:
        difference = difference.turned()
    return _HOLDS[condition.relation](difference)


def has_values_everywhere(node: Node) -> bool:
    """Whether surely no part lacks a value for some values of the variables, as √x does: nothing holds there."""
    return node.part_count <= LARGEST and node.height <= DEEPEST and all(_is_total(part) for part in each_part(node))


def _is_total(node: Node) -> bool:
    match node:
        case nodes.Quotient() | nodes.HadamardQuotient():
            below = range_of(node.denominator)
            return below.is_positive or below.is_negative
        case nodes.Power(base, exponent):
            is_whole = isinstance(exponent, nodes.Number) and exponent.value.denominator == 1
            return is_whole or range_of(base).is_positive
        case nodes.Apply(operation, arguments):
            is_bounded = operation.values_between != (-inf, inf)
            return all(
                # Where a function is not smooth, or its value is bounded, what is left out is a kink.
                ({"<", ">"}.isdisjoint(text) and (is_bounded or not operation.analytic))
                or (text == "u > 0" and range_of(arguments[0]).is_positive)
                for text in operation.domain
            )
    return True


def _least(difference: Range) -> bool | None:
    """Whether what differs by so much from zero is at least zero."""
    return True if difference.low >= 0 else False if difference.is_negative else None


def _more(difference: Range) -> bool | None:
    return True if difference.is_positive else False if difference.high <= 0 else None


def _equal(difference: Range) -> bool | None:
    if difference.is_positive or difference.is_negative:
        return False
    return True if difference.low == difference.high == 0 else None


def _not(found: bool | None) -> bool | None:
    return None if found is None else not found


_HOLDS: dict[str, Callable[[Range], bool | None]] = {
    ">=": _least, "<=": _least, ">": _more, "<": _more, "=": _equal, "!=": lambda difference: _not(_equal(difference)),
}  # fmt: skip


def only_value(node: Node) -> Fraction | None:
    """The one value that every entry of an expression has, whatever its variables are: 0 of x − x, 3 of x + 3 − x."""
    if node.part_count > LARGEST or node.height > DEEPEST:
        return None
    terms = _terms(node)
    value = terms.pop(None, (Fraction(0), nodes.ONE))[0]
    known = Definedness()
    return value if all(not times or known.bounds(part) == (0, 0) for times, part in terms.values()) else None


# --- ranges ----------------------------------------------------------------------------------------------------------


def range_of(node: Node) -> Range:
    """The bounds of the entries of an expression, with what is known of its ends."""
    match node:
        case nodes.Sum() | nodes.Negate():
            return _range_of_terms(_terms(node))
        case nodes.Product() | nodes.Hadamard() | nodes.Quotient() | nodes.HadamardQuotient():
            return _closed(node, opened=all(range_of(part).is_positive for part in node.children))
        case nodes.Power():
            base = range_of(node.base)
            found = _closed(node, opened=base.is_positive)
            return found._replace(high_is_open=base.low_is_open and base.high_is_open)
        case nodes.SumReduction() | nodes.Transpose() | nodes.Expand():
            return _closed(node, opened=range_of(node.operand).is_positive)
        case nodes.Entry() | nodes.MatrixRow():
            return _closed(node, opened=range_of(node.base).is_positive)
        case nodes.IndexedSum():
            return _closed(node, opened=range_of(node.body).is_positive)
        case nodes.Apply():
            low, high = Definedness().bounds(node)
            never = node.operation.never
            is_root = node.operation.name in {"sqrt", "square"} and range_of(node.arguments[0]).is_positive
            return Range(low, high, low in never or is_root, high in never)
    return _closed(node)


def _closed(node: Node, opened: bool = False) -> Range:
    """The bounds as they are; `opened` says that zero, where it is one of them, is not reached."""
    low, high = Definedness().bounds(node)
    return Range(low, high, opened and low == 0, False)


_Terms: TypeAlias = dict[Hashable, tuple[Fraction, Node]]


def _terms(node: Node) -> _Terms:
    """The terms of a sum with numbers before them; those that differ by their numbers only are added. The number that
    stands alone has the key None."""
    found: _Terms = {}
    stack: list[tuple[Node, Fraction]] = [(node, Fraction(1))]
    while stack:
        part, times = stack.pop()
        key: Hashable = part
        match part:
            case nodes.Sum():
                stack.extend((term, times) for term in part.terms)
                continue
            case nodes.Negate():
                stack.append((part.operand, -times))
                continue
            case nodes.Quotient(denominator=nodes.Number(value=value)) if value:
                stack.append((part.numerator, times / value))
                continue
            case nodes.Product():
                numbers = [factor for factor in part.factors if isinstance(factor, nodes.Number)]
                rest = tuple(factor for factor in part.factors if not isinstance(factor, nodes.Number))
                for number in numbers:
                    times *= number.value
                if len(rest) < 2:
                    stack.append((rest[0] if rest else nodes.ONE, times))
                    continue
                part = nodes.Product(rest)
                key = frozenset(Counter(rest).items())
            case nodes.Number():
                key, times, part = None, times * part.value, nodes.ONE
        before = found.get(key, (Fraction(0), part))[0]
        found[key] = before + times, part
    return found


def _range_of_terms(terms: _Terms) -> Range:
    low = high = terms.pop(None, (Fraction(0), nodes.ONE))[0]
    ends: list[list[float]] = [[], []]
    opened = [False, False]
    for times, part in terms.values():
        if times:
            one = range_of(part) if times > 0 else range_of(part).turned()
            for end, (bound, is_open) in enumerate(((one.low, one.low_is_open), (one.high, one.high_is_open))):
                opened[end] |= is_open
                if isfinite(bound):
                    exact = Fraction(bound) * abs(times)
                    low, high = (low + exact, high) if end == 0 else (low, high + exact)
                else:
                    ends[end].append(bound)
    return Range(-inf if ends[0] else float(low), inf if ends[1] else float(high), *opened)
