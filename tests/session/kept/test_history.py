"""Earlier problems: kept between starts, few enough, each once in a row, and safe from damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explainer.session.kept.history import MOST, History
from explainer.session.session import Request

FULL = Request("w · x", "w", {"w": "n", "x": "n"}, "operator", "denominator")


def test_a_problem_is_there_after_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "history.json"
    History(file).add(FULL)
    assert History(file).entries == (FULL,)
    assert [path.name for path in file.parent.iterdir()] == ["history.json"]


def test_the_same_text_in_a_row_is_kept_once_with_what_was_asked_last(tmp_path: Path) -> None:
    history = History(tmp_path / "history.json")
    for method in ("auto", "chain", "chain"):
        history.add(Request("x^2", "x", {}, method))
    history.add(Request("x^3", "x"))
    history.add(Request(" x^2 ", "x"))
    assert [(entry.text, entry.method) for entry in history.entries] == [
        ("x^2", "chain"), ("x^3", "auto"), ("x^2", "auto"),
    ]  # fmt: skip


def test_no_more_are_kept_than_there_may_be(tmp_path: Path) -> None:
    history = History(tmp_path / "history.json")
    for number in range(MOST + 20):
        history.add(Request(f"x + {number}", "x"))
    assert len(history.entries) == MOST
    assert History(history.file).entries == history.entries
    assert history.entries[-1].text == f"x + {MOST + 19}"


def test_two_windows_keep_the_problems_of_both(tmp_path: Path) -> None:
    first, second = History(tmp_path / "history.json"), History(tmp_path / "history.json")
    assert first.entries == second.entries == ()
    first.add(Request("a", "a"))
    second.add(Request("b", "b"))
    first.add(Request("c", "c"))
    assert [entry.text for entry in History(first.file).entries] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[" * 100_000, '{"version": 1}', '{"version": 1, "problems": [{"text": 1}]}', "\ud800"],
)
def test_a_damaged_file_is_set_aside(tmp_path: Path, text: str) -> None:
    file = tmp_path / "history.json"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    history = History(file)
    assert history.entries == ()
    assert "set aside" in history.complaint
    history.add(FULL)
    assert History(file).entries == (FULL,)
    assert (tmp_path / "history.damaged-1.json").read_bytes() == text.encode("utf-8", "surrogatepass")


def test_a_file_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "history.json"
    file.write_text(json.dumps({"version": 2, "tunes": []}))
    history = History(file)
    history.add(FULL)
    assert history.entries == (FULL,)
    assert json.loads(file.read_text()) == {"version": 2, "tunes": []}
    assert "newer" in history.complaint


def test_a_place_that_cannot_be_written_loses_nothing_of_this_start(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    history = History(tmp_path / "taken" / "history.json")
    history.add(FULL)
    assert history.entries == (FULL,)
    assert history.complaint


def test_a_problem_is_found_by_its_words_the_newest_first(tmp_path: Path) -> None:
    history = History(tmp_path / "history.json")
    for text in ("sin(x)", "w · x", "sin(x) + cos(x)", "sin(x)"):
        history.add(Request(text, "x"))
    assert [entry.text for entry in history.search("SIN x")] == ["sin(x)", "sin(x) + cos(x)"]
    assert [entry.text for entry in history.search("")] == ["sin(x)", "sin(x) + cos(x)", "w · x"]
    assert history.search("tan") == ()


def test_what_is_too_long_or_empty_is_not_kept(tmp_path: Path) -> None:
    history = History(tmp_path / "history.json")
    history.add(Request(" ", "x"))
    history.add(Request("x" * 10_001, "x"))
    assert history.entries == ()
