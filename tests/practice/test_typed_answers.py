"""Hundreds of answers as learners type them: every verdict is right, and nine of ten mistakes are named, in words."""

from __future__ import annotations

import re
from functools import cache

import pytest

from explainer import Trace, assess, derive
from explainer.practice.assessment import Assessment
from explainer.practice.mistakes import find_mistake
from tests.practice.fifth_hand import FIFTH
from tests.practice.fourth_hand import FOURTH
from tests.practice.more_typed_answers import MORE
from tests.practice.rounds_of_answers import ROUNDS
from tests.practice.second_hand import SECOND
from tests.practice.third_hand import THIRD
from tests.practice.typed_answers import FIRST, Problem, Row
from tests.some import some

PROBLEMS = (*FIRST, *MORE, *ROUNDS, *SECOND, *THIRD, *FOURTH, *FIFTH)
ANSWERED = some(range(len(PROBLEMS)), 3, lambda number: {kind for row in PROBLEMS[number].rows for kind in row[2:]})
"""Those whose answers are judged: every verdict and every mistake is among them."""


def trace_of(problem: Problem) -> Trace:
    names = set(re.findall(r"[A-Za-z]+", f"{problem.text} {problem.wrt}"))
    return derive(problem.text, problem.wrt, {n: s for n, s in problem.shapes.items() if n in names}, problem.method)


@cache
def answers_of(number: int) -> tuple[tuple[Row, Assessment], ...]:
    """What is said to each answer of a problem, asked once for all tests that look at it."""
    trace = trace_of(PROBLEMS[number])
    return tuple((row, assess(trace, row[0], row[1])) for row in PROBLEMS[number].rows)


def test_there_are_hundreds_of_answers_of_every_kind() -> None:
    rows = [row for problem in PROBLEMS for row in problem.rows]
    assert len(rows) >= 1240
    verdicts = {verdict for _, _, verdict, _ in rows}
    assert verdicts == {"next", "ahead", "unchanged", "transposed", "wrong", "unreadable"}
    mistakes = {name for *_, mistake in rows if mistake for name in mistake.split(" or ")}
    assert len(mistakes) >= 20
    assert all(find_mistake(mistake) is not None for mistake in mistakes)


@pytest.mark.parametrize("number", ANSWERED, ids=lambda number: f"{PROBLEMS[number].text}, {PROBLEMS[number].method}")
def test_every_verdict_is_right_and_told_in_words(number: int) -> None:
    for (_, typed, verdict, mistake), answer in answers_of(number):
        assert answer.verdict == verdict, (typed, answer.message)
        require_a_good_message(answer, typed, in_numbers="_" not in PROBLEMS[number].wrt)
        if verdict == "transposed" and mistake is not None:
            assert answer.mistake in mistake.split(" or ")


def require_a_good_message(answer: Assessment, typed: str, *, in_numbers: bool) -> None:
    """What a teacher would say: of a mistake its name and the numbers, of shapes both, of a right line what it did."""
    assert answer.message, typed
    if answer.verdict in ("next", "ahead", "unchanged", "equal"):
        assert answer.message.startswith("Right")
    if answer.verdict == "transposed":
        assert "layout" in answer.message
    if answer.verdict == "wrong":
        known = find_mistake(answer.mistake or "")
        assert known is None or answer.message.startswith(known.title)
        if in_numbers:  # an index may stand for any number
            assert answer.counterexample is not None or "The result is" in answer.message, typed
        if answer.counterexample is not None:
            assert "this gives" in answer.message


def test_nine_of_ten_mistakes_are_named() -> None:
    made = named = 0
    for number in ANSWERED:
        for (*_, verdict, mistake), answer in answers_of(number):
            if verdict == "wrong" and mistake is not None:
                made += 1
                named += answer.mistake in mistake.split(" or ")
    assert made >= 1.8 * len(ANSWERED)
    assert named >= 0.9 * made
