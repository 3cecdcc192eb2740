"""Questions that are answered in the program: one with choices at the head of a lesson, three problems at its end."""

from __future__ import annotations

import pytest

from explainer.lessons import Ask, Drill, Lesson, LessonError, all_lessons, faults
from explainer.lessons.lesson_file import read_lesson
from explainer.practice import Exercise
from tests.cases import in_groups

WITH_PROBLEMS = tuple(lesson for lesson in all_lessons() if lesson.problems)
EVERY = pytest.mark.parametrize("lesson", WITH_PROBLEMS, ids=lambda lesson: lesson.id)
HEAD = 'id = "mine"\ntitle = "Mine"\nsection = "Own"\ngoals = ["See."]\n\n[[blocks]]\n'


@EVERY
def test_a_lesson_begins_with_a_question_and_ends_with_three_problems(lesson: Lesson) -> None:
    first, last = lesson.blocks[0], lesson.blocks[-1]
    assert isinstance(first, Ask)
    assert 0 <= first.right < len(first.choices) >= 2
    assert len({choice.source for choice in first.choices}) == len(first.choices)
    assert isinstance(last, Drill)
    problems = last.problems(seed=5)
    assert len(problems) == 3
    assert len({problem.trace.problem.text for problem in problems}) == 3
    for problem in problems:
        exercise = Exercise(problem.trace)
        assert exercise.answer(problem.trace.result.text()).done


@in_groups("lesson", all_lessons(), ids=lambda lesson: lesson.id)
def test_whatever_there_is_to_think_about_has_a_model_answer(lesson: Lesson) -> None:
    assert all(question.answer.source for question in lesson.questions)


def test_an_answer_may_be_a_number_or_a_letter() -> None:
    ask = WITH_PROBLEMS[0].asks[0]
    assert [ask.chosen(text) for text in ("1", "b", "C.", "4", "", "z", "²")] == [0, 1, 2, None, None, None, None]


@pytest.mark.parametrize(
    ("block", "field"),
    [
        ('kind = "ask"\ntext = "Q"\nchoices = ["a", "b"]\nwhy = "W"', "right"),
        ('kind = "ask"\ntext = "Q"\nchoices = ["a", "b"]\nright = 3\nwhy = "W"', "right"),
        ('kind = "ask"\ntext = "Q"\nchoices = ["a", "b"]\nright = true\nwhy = "W"', "right"),
        ('kind = "ask"\ntext = "Q"\nchoices = ["a"]\nright = 1\nwhy = "W"', "choices"),
        ('kind = "ask"\ntext = "Q"\nchoices = ["{a", "b"]\nright = 1\nwhy = "W"', "choices"),
        ('kind = "ask"\ntext = "Q"\nchoices = ["a", "b"]\nright = 1', "why"),
        ('kind = "drill"\ntitle = "T"\nskills = []', "skills"),
        ('kind = "drill"\ntitle = "T"\nskills = ["products"]\ngrade = 9', "grade"),
        ('kind = "question"\ntext = "Q"\nhint = "H"\nanswer = ""', "answer"),
    ],
)
def test_what_is_wrong_in_a_question_is_named_with_its_place(block: str, field: str) -> None:
    with pytest.raises(LessonError) as error:
        read_lesson(HEAD + block, "mine.toml")
    assert error.value.field == field
    assert error.value.line
    assert error.value.hint


def test_a_skill_or_formula_that_is_none_is_found_when_the_lesson_is_examined() -> None:
    source = HEAD + 'kind = "ask"\ntext = "Q {x^}"\nchoices = ["a", "b"]\nright = 1\nwhy = "W"\n'
    source += '\n[[blocks]]\nkind = "drill"\ntitle = "T"\nskills = ["no-such"]\n'
    found = {fault.field for fault in faults(read_lesson(source, "mine.toml"))}
    assert found == {"text", "skills"}


def test_the_right_choice_stands_in_every_place() -> None:
    """Who has seen a few of the questions must not know the letter before reading the next one."""
    places = [ask.right for lesson in WITH_PROBLEMS for ask in lesson.asks]
    assert all(0.2 < places.count(place) / len(places) < 0.5 for place in range(3))
