"""Settings: what is put is found again, and no file can break the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.session.kept.settings import Settings, user_settings


def test_what_was_put_is_found_by_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "of" / "its own" / "settings.json"
    settings = Settings(file)
    assert settings.get("projection.screen", "") == ""
    settings.put("projection.screen", "HDMI ü")
    settings.put("size", 1.5)
    again = Settings(file)
    assert (again.get("projection.screen", ""), again.get("size", 1.0)) == ("HDMI ü", 1.5)
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


def test_a_value_of_another_kind_counts_as_missing(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"size": "large", "on": 1}), encoding="utf-8")
    assert Settings(file).get("size", 1.0) == 1.0
    assert Settings(file).get("on", True) is True


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "\x00\xff", "[" * 100_000])
def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(content, encoding="utf-8")
    settings = Settings(file)
    assert settings.get("size", 1.0) == 1.0
    settings.put("size", 2.0)
    assert Settings(file).get("size", 1.0) == 2.0
    assert file.with_name("settings.damaged-1.json").read_text(encoding="utf-8") == content


def test_a_place_that_cannot_be_written_breaks_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = Settings(blocked / "settings.json")
    settings.put("size", 2.0)
    assert settings.get("size", 1.0) == 2.0


def test_the_settings_of_the_user_are_one_object_in_the_users_place() -> None:
    assert user_settings() is user_settings()
    assert user_settings()._file.name == "settings.json"
