"""Decks of Anki: the package is opened, and its notes are read from the database in it."""

from __future__ import annotations

import re
import sqlite3
from io import BytesIO
from zipfile import ZipFile

import pytest

import explainer
from explainer.errors import ExplainerError

pytest.importorskip("genanki", reason="genanki is not installed; the extra “anki” brings it")

TRACE = explainer.derive("x^2 x", wrt="x", method="operator")


def _notes(data: bytes, tmp_path) -> list[tuple[str, list[str]]]:
    """The notes as their ids and fields; every one has a card."""
    with ZipFile(BytesIO(data)) as archive:
        archive.extract("collection.anki2", tmp_path)
    database = sqlite3.connect(tmp_path / "collection.anki2")
    try:
        notes = database.execute("select guid, flds from notes order by id").fetchall()
        assert database.execute("select count(distinct nid) from cards").fetchone() == (len(notes),)
    finally:
        database.close()
    return [(guid, fields.split("\x1f")) for guid, fields in notes]


def test_the_deck_of_all_rules_has_a_card_for_each(tmp_path):
    rules = explainer.all_rules()
    notes = {fields[0]: fields for _, fields in _notes(explainer.handout(rules, "anki"), tmp_path)}
    assert set(notes) == {rule.id for rule in rules}
    _, name, left, statement, condition, explanation, example = notes["product"]
    assert (name, condition) == ("Product rule", "f and g both depend on x")
    assert left == r"\[\dfrac{d}{dx}(f\,g)\]"
    assert left[2:-2] in statement
    assert "=" in statement
    assert explanation
    assert re.fullmatch(r"(\\\[.*?=.*?\\\])+", example)


def test_a_derivation_has_a_card_for_each_step_with_the_next_line_on_its_back(tmp_path):
    notes = _notes(explainer.handout(TRACE, "anki"), tmp_path)
    assert len(notes) == len(TRACE.steps)
    for step, (_, fields) in zip(TRACE.steps, notes, strict=True):
        _, place, line, rule, following, reason, _ = fields
        assert f"Step {step.number}." in place
        assert line == rf"\[{explainer.write(step.before, 'latex')}\]"
        assert following.endswith(rf"\[= {step.latex}\]")
        assert rule == step.title
        assert reason.strip()


def test_the_same_rule_and_the_same_step_keep_their_ids(tmp_path):
    again = explainer.derive("x^2 x", wrt="x", method="operator")
    first, second = (_notes(explainer.handout(trace, "anki"), tmp_path) for trace in (TRACE, again))
    assert first == second
    other = _notes(explainer.handout(explainer.derive("x^3 x", wrt="x"), "anki"), tmp_path)
    assert not {guid for guid, _ in first} & {guid for guid, _ in other}
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "scalar-rules")
    of_lesson = dict(_notes(explainer.handout(lesson, "anki"), tmp_path))
    of_rules = dict(_notes(explainer.handout(explainer.all_rules(), "anki"), tmp_path))
    of_problem = dict(_notes(explainer.handout(lesson.problems[0], "anki"), tmp_path))
    assert of_problem.items() <= of_lesson.items()
    shared = of_lesson.keys() & of_rules.keys()
    assert shared
    assert all(of_lesson[guid] == of_rules[guid] for guid in shared)
    assert len(of_lesson) == len(shared) + sum(len(problem.trace().steps) for problem in lesson.problems)


def test_what_is_no_markup_is_escaped(tmp_path):
    trace = explainer.derive("max(0, x)", wrt="x")
    notes = _notes(explainer.handout(trace, "anki"), tmp_path)
    for _, fields in notes:
        for field in fields:
            assert not re.search(r"<(?!/?div|br)", field)


def test_a_document_without_rules_and_steps_is_refused():
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "notation")
    with pytest.raises(ExplainerError, match="no rules and no steps"):
        explainer.handout(lesson, "anki")
