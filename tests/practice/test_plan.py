"""The plan: what went wrong comes again soon, what went well later; mixed, a few new skills a day, the right grade."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from explainer import derive
from explainer.practice.learner.plan import NEW_A_DAY, PROBLEMS_A_DAY, Due, Plan, mixed, rating_of
from explainer.practice.learner.record import Outcome, Record
from explainer.practice.learner.report import curve_of, skill_reports
from explainer.practice.learner.sitting import Given, Sitting, skill_of
from explainer.practice.skills import all_skills, find_skill

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def done(skill: str, day: float = 0.0, **changes: object) -> Outcome:
    return Outcome(START + timedelta(days=day), skill, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "rating"),
    [
        ({}, 3),
        ({"hints": 1, "highest_hint": 1}, 3),
        ({"hints": 2, "highest_hint": 2}, 2),
        ({"wrong": 1}, 2),
        ({"wrong": 2}, 1),
        ({"skipped": 1}, 1),
        ({"hints": 4, "highest_hint": 4}, 1),
        ({"asked": 1, "first_try": 3}, 4),
    ],
)
def test_how_well_it_went_follows_from_mistakes_and_hints(changes: dict[str, int], rating: int) -> None:
    assert rating_of(done("sums", **changes)) == rating


def test_the_first_day_begins_with_the_first_skills() -> None:
    dues = Plan().today(START)
    assert {due.skill.id for due in dues} == {skill.id for skill in all_skills()[:NEW_A_DAY]}
    assert {due.grade for due in dues} == {1}
    assert all(due.is_new for due in dues)


def test_what_went_wrong_comes_sooner_than_what_went_well() -> None:
    plan = Plan([*(done("sums", day) for day in range(3)), *(done("powers", day, wrong=3) for day in range(3))])
    well, badly = (plan.due_on(skill) for skill in all_skills()[:2])
    assert well is not None
    assert badly is not None
    assert badly < well
    assert plan.strength_of(all_skills()[0], START + timedelta(days=5)) > plan.strength_of(
        all_skills()[1], START + timedelta(days=5)
    )


def test_a_day_has_a_count_and_what_was_done_counts() -> None:
    skills = [skill.id for skill in all_skills()[:12]]
    outcomes = [done(name, day=0) for name in skills]
    later = START + timedelta(days=30)
    assert len(Plan(outcomes).today(later)) == PROBLEMS_A_DAY
    outcomes += [done(name, day=30) for name in skills[:4]]
    assert len(Plan(outcomes).today(later)) == PROBLEMS_A_DAY - 4
    outcomes += [done(name, day=30) for name in skills[4:8]]
    assert Plan(outcomes).today(later) == ()
    assert len(Plan(outcomes).tomorrow(later)) > 0


def test_grades_rise_with_what_goes_right_and_fall_with_what_does_not() -> None:
    sums = all_skills()[0]
    outcomes: list[Outcome] = []
    grades = []
    for day in range(6):
        outcomes.append(done("sums", day))
        grades.append(Plan(outcomes).grade_of(sums))
    assert grades == [1, 2, 2, 3, 3, 4]
    outcomes += [done("sums", 7, wrong=1), done("sums", 8, wrong=1)]
    assert Plan(outcomes).grade_of(sums) == 3


def test_outcomes_of_skills_that_are_gone_and_of_a_clock_set_back_are_passed_over() -> None:
    plan = Plan([done("gone-skill"), done("sums", 3), done("sums", 1)])
    assert plan.due_on(all_skills()[0]) is not None
    assert plan.today(START)


def test_no_skill_follows_itself_where_that_can_be() -> None:
    skills = all_skills()
    dues = [Due(skills[0], 1), Due(skills[0], 2), Due(skills[1], 1), Due(skills[-1], 1), Due(skills[1], 2)]
    order = mixed(dues)
    assert sorted(map(id, order)) == sorted(map(id, dues))
    assert all(one.skill is not other.skill for one, other in pairwise(order))
    assert mixed([]) == ()


def work(sitting: Sitting, wrong_first: Sequence[int] = ()) -> None:
    while sitting.exercise is not None:
        place = sitting.progress[0]
        if place in wrong_first:
            sitting.exercise.answer("123456")
        while not sitting.exercise.done:
            sitting.exercise.answer(sitting.exercise.trace.result.text())
        sitting.next()


def test_a_sitting_remembers_each_exercise_and_plans_the_next_day() -> None:
    record = Record(None)
    sitting = Sitting.today(record, now=lambda: START)
    assert len(sitting.problems) == NEW_A_DAY
    work(sitting, wrong_first=[1])
    assert [outcome.wrong for outcome in record.outcomes] == [0, 1, 0, 0]
    assert sitting.exercise is None
    assert sitting.tomorrow()
    again = Sitting.today(record, now=lambda: START)
    assert len(again.problems) == 0
    tomorrow = Sitting.today(record, now=lambda: START + timedelta(days=1))
    assert tomorrow.problems
    assert {problem.trace.problem.text for problem in tomorrow.problems}.isdisjoint(
        {problem.trace.problem.text for problem in sitting.problems}
    )


def test_what_was_only_looked_at_is_not_remembered() -> None:
    record = Record(None)
    sitting = Sitting([Given(derive("x^2", "x"), "powers")] * 2, record, now=lambda: START)
    assert sitting.next() is None
    assert record.outcomes == ()
    assert sitting.exercise is not None


def test_problems_of_a_skill_and_a_seed_are_the_same_again() -> None:
    skill = find_skill("products")
    assert skill is not None
    texts = [
        [
            given.trace.problem.text
            for given in Sitting.of_skills(Record(None), (skill,), 2, seed=seed, count=4).problems
        ]
        for seed in (7, 7, 8)
    ]
    assert texts[0] == texts[1] != texts[2]
    assert len(set(texts[0])) == 4


def test_a_derivation_counts_for_the_skill_that_it_needs_most() -> None:
    assert skill_of(derive("x^2 sin(x)", "x"), all_skills()) == "products"
    assert skill_of(derive("sin(x + x^2)", "x", method="chain"), all_skills()) == "chain-total"
    assert skill_of(derive("x^2", "x"), ()) == "power"


def test_the_report_tells_strength_mistakes_and_the_curve() -> None:
    outcomes = [
        done("products", 0, wrong=2, mistakes=("product-of-derivatives", "sign-forgotten")),
        done("sums", 0.1),
        done("products", 1, wrong=1, mistakes=("product-of-derivatives",)),
        done("products", 2),
    ]
    sums, products = skill_reports(outcomes, START + timedelta(days=2))
    assert (products.uses, products.right, products.mistakes) == (3, 1, ("product-of-derivatives", "sign-forgotten"))
    assert sums.uses == 1
    assert 0 < products.strength <= 1
    assert [(point.use, point.count, point.wrong) for point in curve_of(outcomes)] == [(1, 2, 1), (2, 1, 1), (3, 1, 0)]
    assert [point.rate for point in curve_of(outcomes, "products")] == [1, 1, 0]
    assert curve_of([]) == ()


def test_the_scheduler_is_loaded_with_the_first_plan_only() -> None:
    program = (
        "import sys, explainer.practice, explainer.practice.learner.sitting, explainer.cli.practising\n"
        "assert 'fsrs' not in sys.modules\n"
        "from explainer.practice.learner.plan import Plan\n"
        "Plan().today(__import__('datetime').datetime.now(__import__('datetime').UTC))\n"
    )
    done_so = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done_so.returncode == 0, done_so.stderr


def test_a_skill_that_only_went_wrong_is_not_called_strong() -> None:
    """What was used a moment ago is remembered; that it is known is said by the last uses that went right."""
    now = START + timedelta(days=4, hours=1)
    wrong = [done("sums", float(day), wrong=2) for day in range(5)]
    once = [*wrong, done("sums", 4.02)]
    sure = [done("sums", float(day)) for day in range(5)]
    strengths = [skill_reports(outcomes, now)[0].strength for outcomes in (wrong, once, sure)]
    assert strengths[0] == 0
    assert 0 < strengths[1] < 0.5 < 0.9 < strengths[2] <= 1
