"""Does it teach? The plan needs fewer problems than the order of the book, and the slip that was made is named."""

from __future__ import annotations

from statistics import mean

from explainer import assess
from tests.practice.simulated import DAYS, SEEDS, in_fixed_order, planned, slip
from tests.some import examples

IN_A_ROW = 6
"""So many problems of a skill stand one after the other in a book."""
OTHER_SEEDS = range(100, 130)
"""Learners whom the plan was not made with."""
SLIPS = range(examples(100))


def test_the_plan_brings_every_skill_above_the_goal_in_fewer_problems_than_the_book() -> None:
    needed = [planned(seed) for seed in SEEDS]
    book = [in_fixed_order(seed, IN_A_ROW) for seed in SEEDS]
    assert all(day < DAYS for _, day in needed)
    assert all(count < other for (count, _), (other, _) in zip(needed, book, strict=True))
    assert mean(count for count, _ in needed) < 0.4 * mean(count for count, _ in book)


def test_the_plan_needs_fewer_problems_than_all_skills_in_turn() -> None:
    """A rotating order is hard to beat, since all is spaced in it; the plan gives what goes wrong more of the uses."""
    for seeds in (SEEDS, OTHER_SEEDS):
        needed = mean(planned(seed)[0] for seed in seeds)
        assert needed < mean(in_fixed_order(seed)[0] for seed in seeds)


def test_the_slip_that_was_made_is_named() -> None:
    made = [found for seed in SLIPS if (found := slip(seed)) is not None]
    assert len(made) >= 0.5 * len(SLIPS)
    named = 0
    for trace, typed, mistake in made:
        answer = assess(trace, 1, typed)
        assert answer.verdict in {"wrong", "transposed"}, (trace.problem.text, typed)
        assert answer.counterexample is not None or answer.verdict == "transposed"
        named += answer.mistake == mistake
    assert named >= 0.9 * len(made)
