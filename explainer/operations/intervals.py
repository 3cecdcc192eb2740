"""Computing with bounds: what a product, a power or a sum lies between, given what its parts lie between."""

from __future__ import annotations

from math import inf
from typing import TypeAlias

Bounds: TypeAlias = tuple[float, float]
"""The least and the greatest value that an entry of an expression may have."""


def times(first: Bounds, second: Bounds) -> Bounds:
    """The bounds of a product; zero times anything, however large, is zero."""
    products = [0.0 if 0 in (a, b) else a * b for a in first for b in second]
    return min(products), max(products)


def raised(value: float, power: int) -> float:
    """A power; one that is too large for a number is as good as infinite."""
    try:
        return float(value) ** power
    except OverflowError:
        return inf if value > 0 else -inf  # an even power is one of the absolute value


def absolute(bounds: Bounds) -> Bounds:
    low, high = bounds
    if low <= 0 <= high:
        return 0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def square(bounds: Bounds) -> Bounds:
    low, high = absolute(bounds)
    return times((low, high), (low, high))


def summed(entry: Bounds) -> Bounds:
    """The bounds of a sum of one or more such entries."""
    low, high = entry
    return low if low >= 0 else -inf, high if high <= 0 else inf


def hull(found: list[Bounds]) -> Bounds:
    return min(low for low, _ in found), max(high for _, high in found)
