"""Fading: from the worked example line by line to a neighbour with nothing given."""

from __future__ import annotations

from explainer import derive
from explainer.lessons import Lesson, all_lessons
from explainer.practice.fading import Fading
from tests.cases import in_groups
from tests.lesson_lines import trace_of


@in_groups("lesson", all_lessons(), ids=lambda lesson: lesson.id)
def test_every_problem_fades_line_by_line(lesson: Lesson) -> None:
    for problem in lesson.problems:
        trace = trace_of(problem)
        fading = Fading(trace)
        assert fading.exercise.done
        for stage in range(1, fading.last):
            exercise = fading.forward()
            assert fading.stage == stage
            left = [step for step in trace.steps[exercise.progress[0] :] if step.attempt is None]
            assert len(left) == stage
            assert exercise.trace is trace


def test_the_last_stage_is_a_neighbour_with_nothing_given_and_then_another() -> None:
    trace = derive("3 x^2 sin(x)", "x")
    fading = Fading(trace, stage=99)
    first, second = fading.exercise, fading.forward()
    assert first.trace is not trace
    assert first.progress[0] == 0
    assert {exercise.trace.problem.text for exercise in (first, second)}.isdisjoint({trace.problem.text})
    back = fading.back()
    assert back.trace is trace
    assert back.progress[0] == 0


def test_the_worked_example_is_the_first_stage_whatever_is_asked() -> None:
    fading = Fading(derive("x^2", "x"), stage=-3)
    fading.back()
    assert fading.stage == 0
    assert fading.exercise.done
