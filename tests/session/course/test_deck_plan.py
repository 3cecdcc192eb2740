"""A deck of one's own: its slides in their order, its notes, its time, and its file."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from explainer.lessons.library import all_lessons
from explainer.session.course.deck import slides_of
from explainer.session.course.deck_plan import (
    DeckPlan,
    Entry,
    completed,
    load_plan,
    plan_of,
    plan_text,
    planned_lesson,
    planned_seconds,
    planned_slides,
    read_plan,
    save_plan,
)
from explainer.session.course.lesson_run import LessonRun
from explainer.session.kept.document import FileError
from explainer.session.session import Session
from tests.cases import in_groups

LESSONS = all_lessons()


@in_groups("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_slide_of_every_lesson_has_a_key_of_its_own(lesson) -> None:
    keys = [slide.key for slide in slides_of(lesson)]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert {problem.id for problem in lesson.problems} <= set(keys)
    assert [slide.key for slide in planned_slides(plan_of(lesson), lesson)] == keys


def test_a_plan_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    chance = Random(3)
    for lesson in chance.sample(LESSONS, 6):
        entries = [
            replace(entry, shown=chance.random() < 0.5, notes=chance.choice(("", "Wait.\nGo on: {x^2}", "ä “ü”")))
            for entry in plan_of(lesson).entries
        ]
        entries.insert(1, Entry(heading="Mine", text="What is {x^2}?\n\nThink."))
        chance.shuffle(entries)
        plan = DeckPlan(lesson.id, tuple(entries), chance.choice((0, 45)))
        file = tmp_path / "mine.deck"
        save_plan(plan, file)
        assert load_plan(file) == plan
        shown = planned_slides(plan, lesson)
        assert [slide.key for slide in shown] == [entry.key for entry in entries if entry.shown]
        assert [slide.notes for slide in shown] == [entry.notes for entry in entries if entry.shown]


def test_words_of_ones_own_are_a_slide_with_formulas() -> None:
    lesson = LESSONS[0]
    plan = DeckPlan(lesson.id, (Entry(heading="Mine", text="What is {x^2}?\n\nThink."),))
    (slide,) = planned_slides(plan, lesson)
    assert (slide.kind, slide.heading, len(slide.sentences)) == ("words", "Mine", 2)
    assert [isinstance(part, str) for part in slide.sentences[0]] == [True, False, True]
    assert slide.spoken() == "Mine. What is x²? Think."


def test_slides_that_the_lesson_has_no_more_go_and_new_ones_stand_at_the_end_unchosen() -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "gradient")
    all_keys = [slide.key for slide in slides_of(lesson)]
    old = DeckPlan(lesson.id, (Entry("figure 99"), Entry(all_keys[2], notes="mine")))
    plan, lost = completed(old, lesson)
    assert lost == ("figure 99",)
    assert plan.entries[0] == Entry(all_keys[2], notes="mine")
    assert {entry.key for entry in plan.entries} == set(all_keys)
    assert [entry.shown for entry in plan.entries] == [True] + [False] * (len(all_keys) - 1)


def test_a_deck_with_nothing_chosen_shows_all() -> None:
    lesson = LESSONS[0]
    nothing = DeckPlan(lesson.id, tuple(replace(entry, shown=False) for entry in plan_of(lesson).entries))
    assert [slide.key for slide in planned_slides(nothing, lesson)] == [slide.key for slide in slides_of(lesson)]


def test_the_planned_time_is_shared_out_over_the_slides() -> None:
    slides = slides_of(next(lesson for lesson in LESSONS if lesson.id == "loss"))
    begins = planned_seconds(slides, 45)
    assert begins[0] == 0
    assert begins[-1] == pytest.approx(45 * 60)
    assert list(begins) == sorted(begins)
    lengths = {slide.kind: end - begin for slide, (begin, end) in zip(slides, pairwise(begins), strict=True)}
    assert lengths["problem"] > lengths["question"] > lengths["title"] > 0
    assert planned_seconds(slides, 0)[-1] > 60


def test_a_talk_is_ahead_of_its_plan_or_behind_it() -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "gradient")
    run = LessonRun(Session())
    run.begin(lesson, slides_of(lesson)[:3], 10)
    first, second = run.planned[1:3]
    assert run.behind(first / 2) == 0
    assert run.behind(first + 7) == pytest.approx(7)
    run.place = 1
    assert run.behind(first - 5) == pytest.approx(-5)
    assert run.behind((first + second) / 2) == 0


@in_groups(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[1]", "is not a deck"),
        ('{"kind": "explainer derivation", "version": 3}', "is not a deck"),
        ('{"kind": "explainer deck", "version": 99}', "later version"),
        ('{"kind": "explainer deck", "version": true}', "its version"),
        ('{"kind": "explainer deck", "version": 1}', "“lesson”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss"}', "“slides”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss", "slides": [3]}', "“slides”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss", "slides": [], "minutes": -3}', "“minutes”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss", "slides": [{"key": 3}]}', "“key”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss", "slides": [{"shown": "no"}]}', "“shown”"),
        ('{"kind": "explainer deck", "version": 1, "lesson": "loss", "slides": [{"text": 3}]}', "“text”"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_with_its_name(text: str, said: str) -> None:
    with pytest.raises(FileError, match=r"mine\.deck") as refused:
        read_plan(text, "mine.deck")
    assert said in refused.value.message


def test_the_file_can_be_read_by_people() -> None:
    data = json.loads(plan_text(plan_of(LESSONS[0])))
    assert data["slides"][0] == {"key": "title 1", "shown": True}


def test_a_slide_of_ones_own_without_words_is_not_shown() -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "gradient")
    plan = DeckPlan(lesson.id, (Entry(heading=" ", text="\n"), Entry(heading="Mine")))
    assert [slide.heading for slide in planned_slides(plan, lesson)] == ["Mine"]


def texts_of(lesson) -> list[object]:
    """The blocks, with a text as what is said in it."""
    return [block.text.pieces if block.kind == "prose" else block for block in lesson.blocks]


@in_groups("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_plan_with_all_slides_hands_out_the_lesson_itself(lesson) -> None:
    handed = planned_lesson(plan_of(lesson), lesson)
    assert texts_of(handed) == texts_of(lesson)
    assert handed.goals == lesson.goals


def test_what_is_handed_out_has_the_chosen_slides_in_their_order_and_ones_own_words() -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "chain-one-path")
    by_kind = {slide.kind: slide.key for slide in slides_of(lesson)}
    words = [slide.key for slide in slides_of(lesson) if slide.kind == "words"]
    problems = [problem.id for problem in lesson.problems]
    entries = (
        Entry(problems[1]),
        Entry(heading="Mine", text="What is {x^2}?"),
        Entry(words[1]),
        Entry(words[0], shown=False),
        Entry(by_kind["rule"]),
        Entry(problems[0]),
    )
    handed = planned_lesson(DeckPlan(lesson.id, entries), lesson)
    assert [block.kind for block in handed.blocks] == ["problem", "prose", "prose", "rules", "problem"]
    assert [problem.id for problem in handed.problems] == [problems[1], problems[0]]
    assert (handed.blocks[1].title, handed.blocks[1].text.source) == ("Mine", "What is {x^2}?")
    assert len(handed.blocks[2].text.pieces) == 1
    assert len(handed.blocks[3].ids) == 1


def test_a_question_whose_answer_is_not_chosen_is_handed_out_without_it() -> None:
    for lesson in LESSONS:
        for question in lesson.questions:
            keys = [slide.key for slide in slides_of(lesson) if slide.kind == "question" and slide.heading == "Think"]
            plan = DeckPlan(lesson.id, tuple(map(Entry, keys)))
            handed = planned_lesson(plan, lesson)
            assert len(handed.questions) == len(lesson.questions)
            assert all(not one.answer.source and not one.hint.source for one in handed.questions)
            assert question.text in [one.text for one in handed.questions]


@pytest.mark.parametrize("seed", range(4))
def test_any_plan_can_be_handed_out(seed: int) -> None:
    """Whatever is chosen in whatever order, every block is one that the lesson has, or one's own."""
    chance = Random(seed)
    for lesson in LESSONS:
        entries = [replace(entry, shown=chance.random() < 0.6) for entry in plan_of(lesson).entries]
        entries.insert(2, Entry(heading="Mine", text="A word."))
        chance.shuffle(entries)
        handed = planned_lesson(DeckPlan(lesson.id, tuple(entries)), lesson)
        shown = {entry.key for entry in entries if entry.shown}
        assert {problem.id for problem in handed.problems} == {p.id for p in lesson.problems} & shown
        assert sum(block.kind == "prose" and block.title == "Mine" for block in handed.blocks) == 1
        assert {block.kind for block in handed.blocks} <= {block.kind for block in lesson.blocks} | {"prose"}


def test_a_deck_has_a_title_of_its_own_on_its_first_slide_and_in_what_is_handed_out() -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "gradient")
    entries = (Entry("title 1", heading="Week 3"), *plan_of(lesson).entries[1:])
    plan = DeckPlan(lesson.id, entries)
    assert read_plan(plan_text(plan), "mine.deck") == plan
    slides = planned_slides(plan, lesson)
    assert slides[0].heading == "Week 3"
    assert [slide.heading for slide in slides[1:]] == [slide.heading for slide in slides_of(lesson)[1:]]
    assert planned_lesson(plan, lesson).title == "Week 3"
    assert planned_lesson(plan_of(lesson), lesson).title == lesson.title
