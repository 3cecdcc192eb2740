"""What a program that was killed left half written is taken away by the next one; nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from explainer.destinations import beside, check_destination, remove_left_over, resolved, whole_file
from explainer.handouts.many_files import save_folder
from explainer.session.kept.left_over import places, remove_what_is_left_over
from explainer.session.kept.recent import note_recent
from explainer.session.kept.safe_writing import write_whole
from explainer.session.kept.settings import Settings

posix_only = pytest.mark.skipif(os.name != "posix", reason="whether a process lives is not found out elsewhere")

KILLED = """
import os, signal, sys
from pathlib import Path
from explainer.destinations import whole_file
with whole_file(Path(sys.argv[1])) as stream:
    stream.write(b"half")
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_while_writing(file: Path) -> Path:
    """The half file that a process leaves which is killed while it writes."""
    before = set(file.parent.iterdir())
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    (half,) = set(file.parent.iterdir()) - before
    return half


@posix_only
def test_the_next_one_who_writes_takes_the_half_file_away(tmp_path: Path) -> None:
    file = tmp_path / "mine.derivation"
    file.write_text("old", encoding="utf-8")
    half = killed_while_writing(file)
    assert half.read_bytes() == b"half"
    assert file.read_text(encoding="utf-8") == "old"
    write_whole(tmp_path / "other.derivation", "new")
    assert not half.exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["mine.derivation", "other.derivation"]


@posix_only
def test_the_next_start_takes_away_what_is_left_in_all_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("config", "data", "state"):
        monkeypatch.setattr(
            platformdirs, f"user_{kind}_path", lambda *_, kind=kind, **__: tmp_path / kind / "explainer"
        )
    settings = Settings(tmp_path / "config" / "explainer" / "settings.json")
    note_recent(settings, tmp_path / "work" / "mine.derivation")
    note_recent(settings, tmp_path / "circle")
    (tmp_path / "circle").symlink_to("circle")
    folders = list(places(settings))
    assert tmp_path / "work" in folders
    assert len(folders) == 5
    halves = []
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        halves.append(killed_while_writing(folder / "settings.json"))
    remove_what_is_left_over(settings).join(10)
    assert not any(half.exists() for half in halves)


@posix_only
def test_nothing_else_is_taken_away(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    kept = [
        f".mine.{os.getpid()}-0.new",  # being written by this process
        f".mine.{os.getppid()}-0.new",  # by one that lives
        "mine.new", ".mine.new", ".mine.x-1.new", f"mine.{dead.pid}-1.new", f".mine.{dead.pid}.new", ".lock.new",
    ]  # fmt: skip
    for name in kept:
        (tmp_path / name).write_text("kept", encoding="utf-8")
    link = tmp_path / f".link.{dead.pid}-1.new"
    link.symlink_to(tmp_path / "mine.new")
    left = tmp_path / f".mine.{dead.pid}-1.new"
    left.write_text("half", encoding="utf-8")
    remove_left_over(tmp_path)
    assert not left.exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == sorted([*kept, link.name])
    remove_left_over(tmp_path / "nowhere")


@posix_only
def test_a_very_old_half_file_is_left_over_whoever_lives(tmp_path: Path) -> None:
    half = tmp_path / f".mine.{os.getppid()}-3.new"
    half.write_text("half", encoding="utf-8")
    remove_left_over(tmp_path)
    assert half.exists()
    os.utime(half, (0, 0))
    remove_left_over(tmp_path)
    assert not half.exists()


@posix_only
def test_a_folder_that_was_set_aside_and_not_replaced_comes_back(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    aside, half = tmp_path / f".pictures.{dead.pid}-1.old", tmp_path / f".pictures.{dead.pid}-0.new"
    aside.mkdir()
    half.mkdir()
    (aside / "001-step.svg").write_bytes(b"old")
    remove_left_over(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["pictures"]
    assert (tmp_path / "pictures" / "001-step.svg").read_bytes() == b"old"
    save_folder((("002-step.svg", b"new"),), tmp_path / "pictures")
    assert [entry.name for entry in (tmp_path / "pictures").iterdir()] == ["002-step.svg"]


def test_a_failure_leaves_the_old_file_and_no_half_one(tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_bytes(b"old")

    def fail() -> None:
        with whole_file(file) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_written_beside_has_a_name_of_its_own_and_never_too_long_a_one(tmp_path: Path) -> None:
    for name in ("a" * 250, "é" * 127, "𝐱" * 63, "a\udcff" * 80):
        names = {beside(tmp_path / name).name for _ in range(10)}
        assert len(names) == 10
        assert all(len(os.fsencode(other)) < 200 for other in names)


@posix_only
@pytest.mark.parametrize("check", [resolved, check_destination])
def test_a_name_that_is_none_is_refused_as_a_failure_of_the_system(check: object, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for name in ("a", "a/c", "n" * 300, "x\0"):
        with pytest.raises(OSError):  # noqa: PT011 (which one depends on the system)
            check(tmp_path / name)  # type: ignore[operator]
