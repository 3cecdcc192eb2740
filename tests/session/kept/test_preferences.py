"""The table of settings: every row can be read, offered and explained; wrong values count as the default."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.session.kept.preferences import PREFERENCES, Preference, value_of
from explainer.session.kept.settings import Settings


@pytest.mark.parametrize("row", PREFERENCES, ids=lambda row: row.name)
def test_every_setting_has_words_and_its_default_among_its_choices(row: Preference, tmp_path: Path) -> None:
    values = [value for value, _ in row.choices()]
    assert row.default in values
    assert len(set(values)) == len(values) > 1
    assert all(text for _, text in row.choices())
    assert row.caption
    assert row.words
    file = tmp_path / "settings.json"
    for value in values:
        Settings(file).put(row.name, value)
        assert value_of(Settings(file), row.name) == value


@pytest.mark.parametrize("row", PREFERENCES, ids=lambda row: row.name)
@pytest.mark.parametrize("value", [None, "no choice", -3.5, [], {}])
def test_what_is_no_choice_counts_as_the_default(row: Preference, value: object, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({row.name: value}), encoding="utf-8")
    assert value_of(Settings(file), row.name) == row.default


def test_two_programs_do_not_lose_each_others_changes(tmp_path: Path) -> None:
    one, other = Settings(tmp_path / "settings.json"), Settings(tmp_path / "settings.json")
    one.put("appearance.theme", "paper")
    other.put("appearance.size", 1.5)
    one.put("stepping.motion", "off")
    kept = json.loads((tmp_path / "settings.json").read_text("utf-8"))
    assert kept == {"appearance.theme": "paper", "appearance.size": 1.5, "stepping.motion": "off"}
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
