"""The checks neither cry wolf nor let mistakes pass: a short seeded run of what `alarms` counts, and the nasty list."""

from __future__ import annotations

import pytest

from explainer.verify import Verifier
from tests.some import some
from tests.verify.alarms import count_alarms, count_missed
from tests.verify.nasty import KINDS, NASTY, listed
from tests.verify.random_functions import METHODS, Problem, random_problem


def test_no_right_step_of_a_random_function_fails() -> None:
    found = count_alarms(map(random_problem, range(60)))
    assert found.outcomes["failed"] == 0, found.shown
    assert found.outcomes["ok"] > 600
    assert found.rate("unchecked") < 50, found.shown


def test_no_mistake_in_a_random_derivation_passes() -> None:
    found = count_missed(map(random_problem, range(12)))
    assert found.outcomes["missed"] == 0, found.shown
    assert found.outcomes["caught"] > 60


def test_the_nasty_list_is_long_enough() -> None:
    assert len(NASTY) >= 100
    assert len({problem.text for problem in NASTY}) == len(NASTY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind[1])
def test_no_right_step_of_a_nasty_function_fails(kind: tuple[str, str]) -> None:
    """One method for each of them, in turn; all of them by all methods are counted by `alarms`."""
    problems = [
        Problem(problem.text, problem.wrt, problem.shapes, METHODS[place % len(METHODS)])
        for place, problem in some(list(enumerate(listed(kind[0])))[1::2], 2)
    ]
    found = count_alarms(problems)
    assert found.outcomes["failed"] == 0, found.shown
    assert found.rate("unchecked") < 800, found.shown
    assert found.outcomes["ok"] > 2 * len(problems)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind[1])
def test_a_nasty_function_is_no_way_past_the_check(kind: tuple[str, str]) -> None:
    """Where a right line is confirmed, a wrong one is refuted: more digits are no excuse."""
    found = count_missed(listed(kind[0])[::5])
    assert found.outcomes["missed"] == 0, found.shown
    assert found.outcomes["caught"] > 10


def test_equal_lines_that_no_precision_settles_are_not_refuted() -> None:
    from explainer.language import parse_expression

    left, right = (parse_expression(text).expression for text in ("∂(erf(200 x))/∂(x)", "400 exp(-(200 x)^2)/sqrt(pi)"))
    check = Verifier((left,)).check(left, right)
    assert check.state != "failed"
