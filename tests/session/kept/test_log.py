"""The log: what goes into it, what never does, and that a failing log fails nothing."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest

from explainer.session.kept import log as logs
from explainer.session.kept.log import facts, last_lines, log, log_file, note_failure, report, without_home


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """A log for this test alone, in its folder."""
    root = logging.getLogger()
    before = list(root.handlers)
    log.cache_clear()
    logs._seen.clear()
    yield
    logging.captureWarnings(False)
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    log.cache_clear()


def raised(secret: str) -> tuple[type[BaseException], TracebackType | None]:
    try:
        raise ValueError(f"cannot read {secret}")
    except ValueError:
        kind, _, trace = sys.exc_info()
        assert kind is not None
        return kind, trace


def test_a_failure_is_written_with_its_places_and_without_its_message() -> None:
    assert note_failure(*raised("my secret function"))
    written = log_file().read_text("utf-8")
    assert "builtins.ValueError" in written
    assert "test_log.py" in written
    assert "secret" not in written
    assert str(Path(__file__).parent) not in written


def test_nothing_is_made_before_there_is_something_to_write() -> None:
    log()
    log().info("too quiet")
    assert not log_file().parent.exists()
    log().warning("aloud")
    assert "aloud" in last_lines()


def test_warnings_of_the_libraries_are_written() -> None:
    log()
    logging.getLogger("matplotlib").warning("a font is missing in %s", Path.home() / "fonts")
    assert "WARNING matplotlib: a font is missing in ~/fonts" in last_lines().replace("\\", "/")


def test_one_failure_again_and_again_does_not_fill_the_log() -> None:
    told = [note_failure(ValueError, None) for _ in range(500)]
    assert told.count(True) == 1
    assert len(last_lines(1000).splitlines()) == 3
    assert "100 times by now" in last_lines()


def test_the_file_turns_over() -> None:
    for number in range(60):
        log().warning("%s %s", number, "x" * (logs.MOST_BYTES // 20))
    files = sorted(log_file().parent.iterdir())
    assert len(files) == 1 + logs.KEPT
    assert all(file.stat().st_size <= logs.MOST_BYTES for file in files)
    assert last_lines(1).split(": ")[1].startswith("59 ")


def test_a_log_that_cannot_be_written_fails_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    log_file().parent.parent.mkdir(parents=True, exist_ok=True)
    log_file().parent.write_text("a file where the folder should be", encoding="utf-8")
    log().warning("nobody hears")
    assert note_failure(ValueError, None)
    assert last_lines() == ""
    assert capsys.readouterr().err == ""


def test_a_report_names_the_versions_and_hides_the_folder_of_the_user() -> None:
    log().warning("the last line")
    text = report(facts(Qt="6"), f"{Path.home()}/a.derivation is odd")
    for name in ("Explainer: ", "Python: 3.", "Qt: 6", "PySide6: ", "SymPy: 1", "matplotlib: 3", "NumPy: ", "System: "):
        assert name in text
    assert "~/a.derivation is odd" in text.replace("\\", "/")
    assert text.rstrip().endswith("the last line")
    assert str(Path.home()) not in text or len(str(Path.home())) <= 1
    assert without_home("x") == "x"
