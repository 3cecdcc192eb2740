"""Answers to what there is to think about: by value where a formula is expected, else beside the model answer."""

from __future__ import annotations

import pytest

from explainer.errors import ExplainerError
from explainer.expr.nodes import Equation
from explainer.lessons import Lesson, LessonError, Question, all_lessons, faults
from explainer.lessons.answering import judge
from explainer.lessons.lesson_file import read_lesson

HEAD = 'id = "mine"\ntitle = "Mine"\nsection = "Own"\ngoals = ["See."]\n\n[[blocks]]\n'
EXPECTING = [
    (lesson, question) for lesson in all_lessons() for question in lesson.questions if question.expects is not None
]


def asked(expects: str, shapes: str = "") -> Question:
    """A question of a lesson of one's own that expects a formula."""
    block = f'kind = "question"\ntext = "Q"\nhint = "H"\nanswer = "A"\nexpects = "{expects}"\n{shapes}'
    return read_lesson(HEAD + block, "mine.toml").questions[0]


def test_several_lessons_expect_a_formula() -> None:
    assert len(EXPECTING) >= 5


@pytest.mark.parametrize(("lesson", "question"), EXPECTING, ids=lambda part: getattr(part, "id", ""))
def test_what_a_lesson_expects_is_right_and_another_value_is_not(lesson: Lesson, question: Question) -> None:
    assert question.expects is not None
    assert not isinstance(question.expects.node, Equation)
    assert judge(question, question.expects.text).right is True
    wrong = judge(question, f"3 ({question.expects.text})")
    assert wrong.right is False
    assert not [fault for fault in faults(lesson) if fault.field == "expects"]


@pytest.mark.parametrize("text", ["2 x", "x + x", "2*x", r"2x", "y = 2 x", r"x \cdot 2"])
def test_every_form_of_the_answer_is_right(text: str) -> None:
    assert judge(asked("2 x"), text).right is True


def test_a_wrong_answer_is_refuted_by_numbers_or_by_its_shape() -> None:
    wrong = judge(asked("2 x"), "x^2")
    assert wrong.right is False
    assert "At x = 1 it is 2, this gives 1." in wrong.words
    lying = judge(asked("2 x", 'shapes = { x = "n" }'), "2 x'")
    assert lying.right is False
    assert "The answer is n×1, this is 1×n." in lying.words
    number = judge(asked("3"), "4")
    assert number.words == "Not equal to the answer. This gives 4.", "the answer is not given away"


@pytest.mark.parametrize("text", ["", "   ", "2 x +", ")(", "x" * 11_000, r"\frac{1}{2"])
def test_what_cannot_be_read_is_refused_with_a_way_on(text: str) -> None:
    with pytest.raises(ExplainerError):
        judge(asked("2 x"), text)


def test_words_are_compared_with_the_model_answer_by_their_writer() -> None:
    question = next(q for lesson in all_lessons() for q in lesson.questions if q.expects is None)
    assert judge(question, "because it moves").right is None
    with pytest.raises(ExplainerError, match="nothing was typed"):
        judge(question, " ")


def test_a_formula_that_cannot_be_read_is_found_when_the_lesson_is_examined() -> None:
    block = 'kind = "question"\ntext = "Q"\nhint = "H"\nanswer = "A"\nexpects = "2 x +"\n'
    assert {fault.field for fault in faults(read_lesson(HEAD + block, "mine.toml"))} == {"expects"}
    with pytest.raises(LessonError) as error:
        read_lesson(HEAD + block.replace('"2 x +"', "3"), "mine.toml")
    assert error.value.field == "expects"


def test_a_lesson_is_done_by_its_questions_and_by_the_problems_at_its_end() -> None:
    for lesson in all_lessons():
        assert len(set(lesson.tasks)) == len(lesson.tasks)
        drilled = sum(len(drill.skills) for drill in lesson.drills)
        assert len(lesson.tasks) == len(lesson.asks) + len(lesson.questions) + drilled
        for drill in lesson.drills:
            sources = [given.source for given in drill.problems(3, lesson.task_of(drill))]
            assert set(sources) <= set(lesson.tasks)
    names = [task for lesson in all_lessons() for task in lesson.tasks]
    assert len(set(names)) == len(names)
