"""How the cost of a derivation grows with the length of the function: no family of functions grows faster than k².

What is counted are calls of functions, besides the work that the budget counts: they are the same on every machine, and
a walk over a whole line for each of its parts shows in them even where it tries no rule.
"""

from __future__ import annotations

import sys

import pytest

import explainer
from tests.benchmarks.families import FAMILIES, Family

SMALL = 8
"""From here to twice as many, the law of growth shows and the test is quick."""

MOST = 4.6
"""For twice the length at most four times the cost, and a little for what is only done once."""


def _cost(family: Family, k: int, method: str) -> tuple[int, int]:
    """The work and the calls of a derivation with all its steps."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    text = family.text(k)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        trace = explainer.derive(text, "x", family.shapes_of(text), method)
        assert trace.status == "finished", trace.reason
    finally:
        sys.setprofile(before)
    return trace.budget.work, calls


@pytest.mark.parametrize("method", ["operator", "chain", "elements"])
@pytest.mark.parametrize(
    "family", [family for family in FAMILIES if not family.doubles], ids=lambda family: family.name
)
def test_twice_the_length_costs_at_most_four_times_as_much(family, method):
    _cost(family, 2, method)
    small, large = _cost(family, SMALL, method), _cost(family, 2 * SMALL, method)
    for what, one, other in zip(("work", "calls"), small, large, strict=True):
        assert other <= MOST * one, f"{what}: {one} for {SMALL}, {other} for {2 * SMALL}"
