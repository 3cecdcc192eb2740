"""A share of many alike cases for the usual run of the tests; `pytest --thorough` runs them all.

It is for families whose cases differ in nothing but the function that is derived, or in what is combined with what: of
each kind that a family names, each rule or lesson or method, at least one case is always there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from itertools import product
from typing import Any, TypeVar

T = TypeVar("T")


class Run:
    """How this run of the tests goes; conftest.py says so before any test is collected."""

    thorough = False
    one_by_one = False
    """Whether each case is a test, also where many are one; see `tests/cases.py`."""


def some(cases: Iterable[T], one_in: int, kinds: Callable[[T], Iterable[Hashable]] = lambda case: ()) -> list[T]:
    """Every so manieth case, and the first of each kind; all of them in a thorough run."""
    if Run.thorough:
        return list(cases)
    seen: set[Hashable] = set()
    chosen = []
    for number, case in enumerate(cases):
        new = set(kinds(case)) - seen
        if new or number % one_in == 0:
            chosen.append(case)
            seen |= new
    return chosen


def some_pairs(one_in: int, many: Iterable[Any], few: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Every so manieth pair, those of the few in turn: each of the many is in one at least, and each of the few."""
    many, few = tuple(many), tuple(few)
    step = 1 if Run.thorough else min(one_in, len(few))
    pairs = product(range(len(many)), range(len(few)))
    return [(many[i], few[j]) for i, j in pairs if (j - i) % step == 0]


def examples(count: int) -> int:
    """How many random examples are drawn: half of these in the usual run."""
    return count if Run.thorough else -(-count // 2)
