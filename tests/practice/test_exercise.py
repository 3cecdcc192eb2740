"""Working through a derivation: right lines lead on, wrong ones are answered, hints and skips are counted."""

from __future__ import annotations

import pytest

from explainer import derive
from explainer.cli.asking import told
from explainer.errors import ExplainerError
from explainer.lessons import Lesson, all_lessons
from explainer.practice import ASKS, Exercise
from tests.cases import in_groups
from tests.lesson_lines import trace_of
from tests.some import some_pairs

LESSONS = pytest.mark.parametrize("lesson", all_lessons(), ids=lambda lesson: lesson.id)


def exercise_of(text: str = "x^2 sin(x)", method: str = "auto", **options: object) -> Exercise:
    return Exercise(derive(text, "x", method=method), **options)  # type: ignore[arg-type]


@LESSONS
@in_groups("asks", ASKS)
def test_every_problem_of_every_lesson_can_be_worked_through(lesson: Lesson, asks: str) -> None:
    """By the right choice, by what is covered, and by skipping line after line: each ends, and says how it went."""
    for problem in (problem for problem, way in some_pairs(3, lesson.problems, ASKS) if way == asks):
        exercise = Exercise(trace_of(problem), asks=asks)  # type: ignore[arg-type]
        left = 3 * len(exercise.trace.steps) + 3
        while (question := exercise.question) is not None and left:
            left -= 1
            if asks == "rule":
                assert exercise.rules is not None
                reply = exercise.answer(exercise.rules.right.id)
            elif asks == "cover":
                assert question.cover is not None
                reply = exercise.answer(question.cover.part.text())
            else:
                reply = exercise.skip()
            assert reply.moved > 0
            assert reply.shown
        assert exercise.done, problem.id
        assert exercise.progress[0] == exercise.progress[1]
        if asks != "line":
            assert exercise.score.right_at_once
            assert exercise.score.first_try == exercise.score.asked > 0


def test_a_right_line_leads_on_and_the_result_to_the_end() -> None:
    exercise = exercise_of()
    reply = exercise.answer("x^2 d(sin(x))/dx + sin(x) d(x^2)/dx")
    assert (reply.right, reply.moved, exercise.number) == (True, 1, 2)
    reply = exercise.answer("2 x sin(x) + cos(x) x^2")
    assert (reply.right, reply.done, exercise.done) == (True, True, True)
    assert exercise.score.first_try == exercise.score.asked == 2


def test_a_wrong_line_stays_where_it_is_and_is_counted_with_its_mistake() -> None:
    exercise = exercise_of()
    reply = exercise.answer("2 x cos(x)")
    assert not reply.right
    assert "product of the derivatives" in reply.message
    assert reply.assessment is not None
    assert reply.assessment.counterexample is not None
    assert exercise.number == 1
    exercise.answer("2 x sin(x) + cos(x) x^2")
    assert exercise.score.wrong == 1
    assert exercise.score.mistakes == ["product-of-derivatives"]
    assert exercise.score.first_try == 0


@pytest.mark.parametrize("text", ["", "x^2 sin(", "d(x^2 sin(x))/dx", "y"])
def test_what_is_no_mistake_keeps_the_first_try(text: str) -> None:
    exercise = exercise_of()
    assert not exercise.answer(text).right
    exercise.answer("2 x sin(x) + cos(x) x^2")
    assert exercise.score.first_try == 1
    assert exercise.score.wrong == 0


def test_hints_come_one_after_the_other_and_the_last_one_is_the_line() -> None:
    exercise = exercise_of()
    grades = [hint.grade if (hint := exercise.hint()) else None for _ in range(5)]
    assert grades == [1, 2, 3, 4, None]
    exercise.answer("x^2 d(sin(x))/dx + sin(x) d(x^2)/dx")
    again = exercise.hint()
    assert again is not None
    assert again.grade == 1
    assert exercise.score.hints == 5
    assert exercise.score.highest_hint == 4
    assert exercise.score.first_try == 0


def test_lines_that_are_given_are_not_asked_for() -> None:
    trace = derive("x^2 sin(x)", "x")
    count = len(trace.steps)
    for given in range(count + 1):
        exercise = Exercise(trace, given=given)
        assert exercise.progress == (given, count)
        assert exercise.done == (given == count)
    with pytest.raises(ExplainerError):
        Exercise(trace, given=count).answer("x")
    assert Exercise(trace, given=99).done


@pytest.mark.parametrize("text", ["", "7", "0", "e", "nonsense", "-1", "²", "1" * 50])
def test_a_choice_that_is_none_is_asked_for_again(text: str) -> None:
    exercise = exercise_of(asks="rule")
    reply = exercise.answer(text)
    assert not reply.right
    assert exercise.score.wrong == 0
    assert exercise.number == 1


def test_a_choice_may_be_a_number_a_letter_or_a_name() -> None:
    for how in range(4):
        exercise = exercise_of(asks="rule")
        assert exercise.rules is not None
        right = exercise.rules.right_place
        assert exercise.answer([str(right + 1), "abcd"[right], "product", "Product rule"][how]).right


def test_a_wrong_choice_is_told_why() -> None:
    exercise = exercise_of(asks="rule")
    reply = exercise.answer("constant-multiple")
    assert "Here c is x^2, which depends on x." in reply.message
    assert exercise.score.wrong == 1


def test_wrong_turns_are_passed_over() -> None:
    trace = derive("x + x^2", "x", method="chain")
    turn = next(step.number for step in trace.steps if step.attempt is not None)
    exercise = Exercise(trace, given=turn - 1)
    assert exercise.number == turn + 1


def test_the_way_of_asking_can_change_in_between() -> None:
    exercise = exercise_of()
    exercise.ask("rule")
    assert exercise.question is not None
    assert len(exercise.question.choices) == 4
    exercise.answer("product")
    exercise.ask("cover")
    assert exercise.question.cover is not None


def test_time_is_counted() -> None:
    times = iter([0.0, 5.0, 12.0, 20.0])
    exercise = exercise_of(clock=lambda: next(times))
    exercise.answer("2 x sin(x) + cos(x) x^2")
    assert exercise.score.seconds > 0


def test_what_the_letters_stand_for_is_told_where_they_are_no_scalars() -> None:
    assert Exercise(derive("x^2 sin(x)", "x")).letters == ()
    assert told(Exercise(derive("A @ x", "x", {"A": "m x n", "x": "n"})).letters) == "A: m×n, x: n×1"
    shares = derive("cross_entropy(Z, Y) where one-hot rows Y", "Z", {"Z": "N x k", "Y": "N x k"})
    assert told(Exercise(shares).letters).startswith("Y: N×k, Z: N×k; Y 1⃗ = 1⃗")


@pytest.mark.parametrize(("text", "judged"), [("2 x", True), ("3 x", False), ("d(x^2)/dx", None), ("2 (x", None)])
def test_what_is_no_mistake_is_judged_neither_right_nor_wrong(text: str, judged: bool | None) -> None:
    assert Exercise(derive("x^2", "x")).answer(text).judged is judged


def test_what_is_right_in_the_other_layout_is_no_mistake() -> None:
    trace = derive("sum(x^2)", "x", shapes={"x": "n"})
    assert Exercise(trace).answer("2 x'").judged
    assert Exercise(trace).answer("2 x").judged is None
