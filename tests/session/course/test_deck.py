"""Every lesson is a deck: each of its blocks has its slides, which say what the lesson says."""

from __future__ import annotations

import explainer
from explainer.lessons.lesson import Ask, LessonFigure, LessonProblem, Prose, Question
from explainer.session.course.deck import MOST_ROWS, slides_of
from tests.cases import in_groups

LESSONS = explainer.all_lessons()


@in_groups("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_block_of_a_lesson_has_its_slides(lesson) -> None:
    slides = slides_of(lesson)
    assert slides[0].kind == "title"
    assert slides[0].heading == lesson.title
    assert len(slides[0].sentences) >= len(lesson.goals)
    assert [slide.index for slide in slides if slide.is_problem] == list(range(len(lesson.problems)))
    kinds = [type(block) for block in lesson.blocks]
    asked = kinds.count(Question) + kinds.count(Ask)
    assert sum(slide.kind == "answer" for slide in slides) == asked
    assert sum(slide.draw is not None for slide in slides) >= kinds.count(LessonFigure)
    assert sum(slide.kind == "words" for slide in slides) >= kinds.count(Prose)
    for slide in slides:
        assert slide.kind in ("problem", "figure") or slide.sentences, slide
        assert len(slide.sentences) <= max(MOST_ROWS + 2, len(lesson.goals) + 1)
        assert all(0 <= place < len(slide.sentences) for place in slide.marked)
        assert slide.spoken() or slide.draw is not None


def test_an_answer_is_not_on_the_slide_of_its_question() -> None:
    for lesson in LESSONS:
        slides = slides_of(lesson)
        asks = [block for block in lesson.blocks if isinstance(block, Ask)]
        questions = [slide for slide in slides if slide.heading == "Which?" and slide.kind == "question"]
        answers = [slide for slide in slides if slide.heading == "Which?" and slide.kind == "answer"]
        for ask, question, answer in zip(asks, questions, answers, strict=True):
            assert not question.marked
            (place,) = answer.marked
            assert answer.sentences[place] == question.sentences[place]
            assert str(answer.sentences[place][0]).startswith("ABCDEFGH"[ask.right])


def test_slides_are_made_when_they_are_shown() -> None:
    lesson = next(lesson for lesson in LESSONS if any(isinstance(block, LessonProblem) for block in lesson.blocks))
    assert not any("sentences" in vars(slide) for slide in slides_of(lesson))
