"""A short run of the random derivations; `python -m tests.random_derivations` makes a long one."""

from __future__ import annotations

import pytest

from tests.random_derivations import run


@pytest.mark.parametrize("first", range(0, 360, 60))
def test_random_functions_are_derived_as_differences_say_or_refused_with_a_reason(first: int) -> None:
    outcomes = run(range(first, first + 60))
    assert not outcomes.faults, "\n".join(outcomes.faults)
    assert outcomes.ends["right"] >= 40
