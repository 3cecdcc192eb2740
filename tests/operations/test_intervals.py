"""Computing with bounds: what is said of two intervals is what comes of the numbers in them, no more and no less."""

from __future__ import annotations

from itertools import combinations_with_replacement, product
from math import inf

import numpy
import pytest

from explainer.operations.intervals import Bounds, absolute, hull, raised, square, summed, times
from tests.cases import in_groups

ENDS = (-inf, -2.0, -0.5, 0.0, 0.5, 3.0, inf)
EVERY: list[Bounds] = [
    (low, high) for low, high in combinations_with_replacement(ENDS, 2) if low != high or abs(low) < inf
]


def numbers_in(bounds: Bounds) -> numpy.ndarray:
    """Some numbers between two bounds, these themselves among them; a huge one stands for an infinite end."""
    low, high = numpy.clip(bounds, -1e100, 1e100)
    inside = numpy.array([low, high, 0.0, -0.25, 0.25, 1.0, -1.0, 2.0])
    return inside[(inside >= low) & (inside <= high)]


def bounds_of(values: numpy.ndarray) -> Bounds:
    """The least and the greatest of some numbers; what is huge is infinite."""
    low, high = (float(bound) for bound in (values.min(), values.max()))
    return -inf if low < -1e20 else low, inf if high > 1e20 else high


@in_groups("bounds", EVERY, ids=str)
def test_squares_and_sizes_have_the_bounds_of_those_of_the_numbers(bounds: Bounds) -> None:
    values = numbers_in(bounds)
    assert square(bounds) == bounds_of(values * values)
    assert absolute(bounds) == bounds_of(numpy.abs(values))


@in_groups(("first", "second"), list(product(EVERY, repeat=2)), ids=str)
def test_products_have_the_bounds_of_those_of_the_numbers(first: Bounds, second: Bounds) -> None:
    values = numpy.outer(numbers_in(first), numbers_in(second))
    assert times(first, second) == bounds_of(values)
    assert hull([first, second]) == bounds_of(numpy.concatenate([numbers_in(first), numbers_in(second)]))


@in_groups("bounds", EVERY, ids=str)
def test_sums_of_one_or_more_numbers_have_the_bounds_of_one_and_of_many(bounds: Bounds) -> None:
    low, high = bounds
    values = numpy.array([low, high]) if abs(low) < inf and abs(high) < inf else numbers_in(bounds)
    assert summed(bounds) == bounds_of(numpy.concatenate([values, 1e50 * values]))


@pytest.mark.parametrize("power", range(1, 6))
def test_powers_beyond_all_numbers_are_infinite(power: int) -> None:
    assert raised(-1.5, power) == pytest.approx((-1.5) ** power)
    assert raised(1e300, power) == (1e300 if power == 1 else inf)
    assert raised(-1e300, power) == (-1e300 if power == 1 else -inf)
