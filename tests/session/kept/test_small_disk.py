"""Saving, settings, kept work and handouts on a real disk that is full or read-only, where one may be mounted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explainer.session.exporting import ExportJob, run_job
from explainer.session.kept.autosave import Keeper
from explainer.session.kept.document import Document, FileError, load_document, save_document
from explainer.session.kept.settings import Settings
from explainer.session.session import Request

LARGE = Document(Request("x^2 + " * 1500 + "1", "x"))
SMALL = Document(Request("x^2", "x"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few pages, in memory."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux has disks in memory that a test can mount")
    place = tmp_path / "disk"
    place.mkdir()
    size = ["-o", "size=16k"]
    try:
        done = subprocess.run(["mount", "-t", "tmpfs", *size, "tmpfs", str(place)], capture_output=True, text=True)
    except OSError as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True, capture_output=True)


@pytest.fixture(params=["full", "read-only"])
def bad_disk(request: pytest.FixtureRequest, disk: Path) -> Path:
    """A disk with one small file and no room for more, or that may not be written."""
    save_document(SMALL, disk / "kept.derivation")
    if request.param == "full":
        with pytest.raises(OSError, match="No space left"):
            (disk / "filler").write_bytes(b"x" * 1_000_000)
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, capture_output=True)
    return disk


def save(disk: Path) -> None:
    with pytest.raises(FileError, match=r"no space left|may not be written|read-only file system"):
        save_document(LARGE, disk / "kept.derivation")


def keep(disk: Path) -> None:
    keeper = Keeper(disk)
    try:
        keeper.keep(LARGE)
    except OSError:
        return
    keeper.wait()
    assert keeper.take_error() == "no space left on device"
    keeper.leave()


def put_settings(disk: Path) -> None:
    settings = Settings(disk / "settings.json")
    settings.put("much", "x" * 9000)
    assert "cannot be saved" in settings.take_complaint()
    assert settings.get("much", "") == "x" * 9000


def hand_out(disk: Path) -> None:
    job = ExportJob("markdown", str(disk / "out.md"), {}, ("x^2 sin(x) cos(x) tanh(x)", "x", {}, "auto", "numerator"))
    with pytest.raises(OSError, match=r"No space left|Read-only"):
        run_job(job, lambda words, share: None)


@pytest.mark.parametrize("work", [save, keep, put_settings, hand_out])
def test_what_was_there_stays_and_nothing_half_is_left(bad_disk: Path, work: Callable[[Path], None]) -> None:
    before = {file.name for file in bad_disk.iterdir()}
    work(bad_disk)
    assert load_document(bad_disk / "kept.derivation") == SMALL
    assert {file.name for file in bad_disk.iterdir()} == before
