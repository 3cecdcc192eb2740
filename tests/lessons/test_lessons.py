"""Every lesson: derived to its end, every step checked, none left out."""

from __future__ import annotations

import tomllib

import pytest

from explainer.assets import resource
from explainer.errors import ExplainerError
from explainer.lessons import all_lessons, lesson


def test_every_entry_of_every_file_is_a_lesson_with_an_id_of_its_own():
    entries = [tomllib.loads(file.read_text("utf-8"))["example"] for file in resource("lessons").glob("*.toml")]
    assert len(all_lessons()) == sum(map(len, entries)) >= 20
    assert len({each.id for each in all_lessons()}) == len(all_lessons())


@pytest.mark.parametrize("each", all_lessons(), ids=lambda each: each.id)
def test_the_lesson_is_derived_to_its_end_and_every_step_holds(each):
    for trace in each.traces():
        assert trace.status == "finished", trace.reason
        assert trace.steps
        for step in trace.steps:
            assert step.check.ok, f"step {step.number}: {step.check.message}"
            assert step.check.points > 0
            assert step.explanation


def test_a_damaged_file_is_named(tmp_path):
    file = tmp_path / "Z.toml"
    file.write_text('title = "Last"\n[[example]]\nid = ')
    with pytest.raises(ExplainerError, match=r"Z\.toml"):
        lesson._read(file)
