"""What has been read is kept: by several windows at once, over damaged files, and never silently lost."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from explainer.session.kept.progress import DERIVED, READ, Progress
from explainer.session.kept.safe_writing import STALE_S


def test_marks_are_there_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "not" / "there" / "progress.json"
    first = Progress(file)
    assert first.derived == first.read == frozenset()
    assert not file.exists()
    assert first.mark(DERIVED, "A1")
    assert not first.mark(DERIVED, "A1")
    assert first.mark(READ, "gradient")
    again = Progress(file)
    assert again.derived == {"A1"}
    assert again.read == {"gradient"}
    assert [path.name for path in file.parent.iterdir()] == ["progress.json"]


def test_two_windows_do_not_lose_each_others_marks(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    one, other = Progress(file), Progress(file)
    assert one.derived == other.derived == frozenset()  # both have looked before either wrote
    one.mark(DERIVED, "A1")
    other.mark(DERIVED, "A2")
    one.mark(READ, "gradient")
    assert Progress(file).derived == {"A1", "A2"}
    assert one.derived == {"A1", "A2"}
    assert Progress(file).read == {"gradient"}


def test_a_mark_waits_while_another_window_writes(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    progress = Progress(file)
    lock = tmp_path / "progress.json.lock"
    lock.touch()
    progress.mark(DERIVED, "A1")
    assert progress.derived == {"A1"}
    assert not file.exists()
    assert lock.exists()
    lock.unlink()
    assert progress.save()
    assert Progress(file).derived == {"A1"}


def test_a_lock_that_was_left_behind_is_taken_away(tmp_path: Path) -> None:
    file, lock = tmp_path / "progress.json", tmp_path / "progress.json.lock"
    lock.touch()
    old = time.time() - 2 * STALE_S
    os.utime(lock, (old, old))
    Progress(file).mark(DERIVED, "A1")
    assert Progress(file).derived == {"A1"}
    assert not lock.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b'{"derived": []}', b'{"version": 1, "derived": "A1"}', b"[" * 100_000,
     b'{"version": 1, "read": [3]}', b'{"version": "one"}'],
)  # fmt: skip
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "progress.json"
    file.write_bytes(content)
    progress = Progress(file)
    assert progress.derived == frozenset()
    aside = tmp_path / "progress.damaged-1.json"
    assert aside.read_bytes() == content
    assert str(aside) in progress.complaint
    progress.mark(DERIVED, "A1")
    assert Progress(file).derived == {"A1"}
    assert Progress(file).complaint == ""


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    for content in ("one", "two"):
        file.write_text(content)
        assert Progress(file).derived == frozenset()
    assert (tmp_path / "progress.damaged-1.json").read_text() == "one"
    assert (tmp_path / "progress.damaged-2.json").read_text() == "two"


def test_a_file_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    content = json.dumps({"version": 2, "derived": ["A1"], "stars": {"A1": 3}})
    file.write_text(content)
    progress = Progress(file)
    assert progress.derived == {"A1"}
    assert "newer" in progress.complaint
    progress.mark(DERIVED, "A2")
    assert progress.derived == {"A1", "A2"}
    assert file.read_text() == content


def test_where_nothing_can_be_written_the_marks_stay_for_this_time(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    progress = Progress(tmp_path / "taken" / "progress.json")
    assert progress.mark(DERIVED, "A1")
    assert progress.derived == {"A1"}
    assert "cannot be" in progress.complaint


def test_listeners_hear_of_new_marks_only(tmp_path: Path) -> None:
    progress, heard = Progress(tmp_path / "progress.json"), []
    progress.listen(lambda: heard.append(set(progress.derived)))
    progress.mark(DERIVED, "A1")
    progress.mark(DERIVED, "A1")
    assert heard == [{"A1"}]


def test_without_a_file_the_platforms_place_is_used(data_folder: Path) -> None:
    Progress().mark(READ, "gradient")
    assert json.loads((data_folder / "progress.json").read_text())["read"] == ["gradient"]
