"""A lesson as a whole: from problem to problem with a title card between, and what a speaker has beside it."""

from __future__ import annotations

import pytest

from explainer.lessons.library import all_lessons
from explainer.session import Session
from explainer.session.course.lesson_run import LessonRun, lesson_of, request_of
from explainer.session.course.notes import notes_of, problem_notation
from explainer.session.course.stopwatch import Stopwatch

LESSONS = [lesson for lesson in all_lessons() if lesson.problems]


def begun(lesson_id: str, index: int = 0) -> tuple[LessonRun, Session]:
    session = Session()
    lesson = next(lesson for lesson in LESSONS if lesson.id == lesson_id)
    assert session.open(*request_of(lesson.problems[index]))
    session.finish()
    run = LessonRun(session)
    run.follow()
    return run, session


def test_every_problem_of_every_lesson_is_found_by_what_it_asks_for() -> None:
    for lesson in LESSONS:
        for index, problem in enumerate(lesson.problems):
            assert lesson_of(request_of(problem)) == (lesson, index)


@pytest.mark.parametrize("lesson_id", ["scalar-expansion", "neuron"])
def test_forwards_and_backwards_meet_the_same_lines(lesson_id: str) -> None:
    run, session = begun(lesson_id)

    def place() -> tuple[int, bool, int]:
        return run.index, run.on_title, session.position

    forwards = [place()]
    while run.next():
        session.finish()
        forwards.append(place())
    assert run.lesson is not None
    assert [index for index, on_title, _ in forwards if on_title] == list(range(1, len(run.lesson.problems)))
    assert run.at_end
    backwards = [place()]
    while run.previous():
        session.finish()
        backwards.append(place())
    assert backwards[-1] == (0, True, 0)
    assert backwards[-2::-1] == forwards


def test_a_derivation_of_ones_own_is_a_run_with_one_card() -> None:
    session = Session()
    session.open("x^7 + y", wrt="x")
    session.finish()
    run = LessonRun(session)
    run.follow()
    assert (run.lesson, run.problem, run.following) == (None, None, None)
    session.last()
    assert not run.next()
    session.first()
    assert run.previous()
    assert run.on_title
    assert not run.previous()
    assert run.next()
    assert (run.on_title, session.position) == (False, 0)


def test_opening_something_else_ends_the_card() -> None:
    run, session = begun("scalar-expansion")
    run.previous()
    assert run.on_title
    session.open("x^7", wrt="x")
    run.follow()
    assert (run.on_title, run.lesson) == (False, None)


def test_the_notes_are_the_caption_and_the_words_before_the_problem() -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "neuron")
    notes = notes_of(lesson, lesson.problems[1])
    assert "".join(part for part in notes[0] if isinstance(part, str)) == lesson.problems[1].caption.source
    assert len(notes_of(lesson, lesson.problems[0])) >= 2
    assert notes_of(None, None) == ()


def test_notes_can_be_made_of_every_problem_of_every_lesson() -> None:
    counted = 0
    for lesson in LESSONS:
        for problem in lesson.problems:
            for sentence in notes_of(lesson, problem):
                assert sentence
            assert problem_notation(problem) is not None
            counted += 1
    assert counted == sum(len(lesson.problems) for lesson in all_lessons())


def test_the_stopwatch_counts_only_while_it_runs() -> None:
    time = [1000.0]
    stopwatch = Stopwatch(lambda: time[0])
    time[0] += 5
    assert stopwatch.text() == "0:00"
    stopwatch.toggle()
    time[0] += 3725
    assert stopwatch.text() == "1:02:05"
    stopwatch.toggle()
    time[0] += 50
    assert stopwatch.text() == "1:02:05"
    stopwatch.toggle()
    stopwatch.reset()
    time[0] += 61
    assert stopwatch.text() == "1:01"
    assert stopwatch.running
