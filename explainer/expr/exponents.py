"""Exponents of matrix powers: whole numbers, and what is made of these and the index of a sum, such as 6 − i."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from explainer.expr.node import Node
from explainer.expr.nodes import Index, Negate, Number, Product, Sum


@dataclass(frozen=True)
class Exponent:
    """A whole number and multiples of indices, each with how often it is added."""

    count: int = 0
    indices: tuple[tuple[Index, int], ...] = ()

    def __add__(self, other: Exponent) -> Exponent:
        times = dict(self.indices)
        for index, factor in other.indices:
            times[index] = times.get(index, 0) + factor
        return Exponent(self.count + other.count, tuple((i, f) for i, f in times.items() if f))

    def __neg__(self) -> Exponent:
        return Exponent(-self.count, tuple((index, -factor) for index, factor in self.indices))

    @property
    def bounds(self) -> tuple[int, int] | None:
        """Between which numbers it lies while the indices run from 0 to their sizes; None for open sizes."""
        low = high = self.count
        for index, factor in self.indices:
            if not isinstance(index.size, int):
                return None
            low, high = low + min(0, factor * index.size), high + max(0, factor * index.size)
        return low, high

    def node(self) -> Node:
        """6 − i with the number in front of what is taken away, i + 1 with the index in front of the number."""
        rising = [_multiple(index, factor) for index, factor in self.indices if factor > 0]
        falling = [Negate(_multiple(index, -factor)) for index, factor in self.indices if factor < 0]
        sized: Node = Number(Fraction(abs(self.count)))
        count = [Negate(sized) if self.count < 0 else sized] if self.count or not self.indices else []
        terms: list[Node] = [*rising, *count, *falling]
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _multiple(index: Index, factor: int) -> Node:
    return index if factor == 1 else Product((Number(Fraction(factor)), index))


def exponent_of(node: Node) -> Exponent | None:
    """What an exponent says; None for one that is no whole number for every value of its indices."""
    match node:
        case Number(value) if value.denominator == 1:
            return Exponent(int(value))
        case Index():
            return Exponent(0, ((node, 1),))
        case Negate(operand):
            inner = exponent_of(operand)
            return None if inner is None else -inner
        case Sum(terms):
            whole = Exponent()
            for term in terms:
                inner = exponent_of(term)
                if inner is None:
                    return None
                whole += inner
            return whole
        case Product((Number(value), Index() as index)) if value.denominator == 1:
            return Exponent(0, ((index, int(value)),))
    return None
