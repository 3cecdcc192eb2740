"""Files of derivations: every version opens, and what is wrong with another file is named."""

from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from explainer.session import Session
from explainer.session.kept import document as documents
from explainer.session.kept.document import (
    MIGRATIONS,
    VERSION,
    Document,
    FileError,
    document_text,
    load_document,
    read_document,
    save_document,
)
from explainer.session.session import Request
from tests.cases import in_groups

SAMPLES = Path(__file__).parent / "documents"
PROBLEM = Request("w · x + b", "w", {"w": "n"}, "chain", "numerator")


def test_there_is_a_sample_and_a_way_on_for_every_version() -> None:
    kept = sorted(file.stem for file in SAMPLES.glob("*.derivation"))
    assert kept == [f"version-{k}" for k in range(1, VERSION + 1)]
    assert sorted(MIGRATIONS) == list(range(1, VERSION))


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.derivation")), ids=lambda file: file.stem)
def test_a_file_of_every_version_opens(file: Path) -> None:
    document = load_document(file)
    assert (document.request.text, document.request.wrt, document.request.method) == ("w · x + b", "w", "chain")
    session = Session()
    assert document.open_in(session)
    session.finish()
    assert session.trace is not None
    assert session.trace.status == "finished"
    assert session.trace.result.text() == "x'"


def test_what_is_saved_is_opened_again(tmp_path: Path) -> None:
    session, file = Session(), tmp_path / "α und b.derivation"
    session.open(*PROBLEM)
    session.go_to(3)
    save_document(Document.of(session, "w · x + "), file)
    document = load_document(file)
    assert document == Document.of(session, "w · x + ")
    again = Session()
    assert document.open_in(again)
    assert (again.request, again.position) == (session.request, 3)
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]


def test_the_place_is_found_by_its_line_where_the_steps_are_others() -> None:
    session = Session()
    session.open(*PROBLEM)
    session.go_to(3)
    moved = replace(Document.of(session), position=5)
    again = Session()
    assert moved.open_in(again)
    assert again.position == 3


WHOLE = document_text(Document(PROBLEM, 2, "dy/dw"))


@in_groups("length", range(0, len(WHOLE.rstrip()), 7))
def test_a_cut_off_file_is_named(length: int) -> None:
    with pytest.raises(FileError, match=r"my\.derivation (is cut off|is empty|is damaged)"):
        read_document(WHOLE[:length], "my.derivation")


def changed(**fields: object) -> str:
    return json.dumps({**json.loads(WHOLE), **fields})


@in_groups(
    ("text", "said"),
    [
        ("<html></html>", "is not a derivation saved by this program"),
        ("[1, 2]", "is not a derivation saved by this program"),
        ("[" * 100_000, "is damaged|is not a derivation"),
        ('{"a": ' * 100_000, "is damaged|is cut off"),
        (json.dumps({"kind": "a shopping list"}), "is not a derivation saved by this program"),
        (changed(version=VERSION + 1), "later version"),
        (changed(version="2"), "is damaged: its version"),
        (changed(version=True), "is damaged: its version"),
        (changed(version=0), "is damaged: its version"),
        (changed(problem=None), "“problem” is not a group of fields"),
        (changed(problem={"text": "x"}), "“shapes” is missing"),
        (changed(position=-1), "“position” is -1"),
        (changed(position="1"), "“position” is not a whole number"),
        (changed(typed=3), "“typed” is not a text"),
        (WHOLE.replace('"wrt"', "wrt"), r"is damaged in line 6, column \d+"),
        (WHOLE.replace('"w": "n"', '"w": 1'), "“shapes” does not give names"),
        (json.dumps({"format": "explainer derivation", "version": 1, "problem": {}}), "is missing"),
    ],
)  # fmt: skip
def test_a_foreign_damaged_or_later_file_is_named(text: str, said: str) -> None:
    with pytest.raises(FileError, match=said) as caught:
        read_document(text, "my.derivation")
    assert "my.derivation" in caught.value.message


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    picture = tmp_path / "picture.derivation"
    picture.write_bytes(b"\x89PNG\r\n\xff\xfe")
    for file, said in ((picture, "holds no text"), (tmp_path / "none", "there is no file"), (tmp_path, "cannot be")):
        with pytest.raises(FileError, match=said):
            load_document(file)


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = tmp_path / "kept.derivation"
    save_document(Document(PROBLEM, 1), file)
    before = file.read_bytes()

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    elif call == "replace":
        monkeypatch.setattr(Path, "replace", full)
    else:
        monkeypatch.setattr(documents, "write_whole", full)
    with pytest.raises(FileError, match="no space left on device"):
        save_document(Document(PROBLEM, 2), file)
    assert file.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_device_that_is_full_is_said() -> None:
    with pytest.raises(FileError, match="cannot be saved"):
        save_document(Document(PROBLEM), Path("/dev/full/x.derivation"))


def test_a_file_that_is_protected_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.derivation"
    save_document(Document(PROBLEM, 1), file)
    before = file.read_bytes()
    monkeypatch.setattr(os, "access", lambda *arguments: False)  # whoever runs the tests may be allowed everything
    with pytest.raises(FileError, match="may not be written"):
        save_document(Document(PROBLEM, 2), file)
    assert file.read_bytes() == before


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.derivation", tmp_path / "link.derivation"
    save_document(Document(PROBLEM, 1), real)
    real.chmod(0o640)
    link.symlink_to(real)
    save_document(Document(PROBLEM, 2), link)
    assert link.is_symlink()
    assert load_document(real).position == 2
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_text_that_no_file_can_hold_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "kept.derivation"
    save_document(Document(PROBLEM, 1), file)
    with pytest.raises(FileError, match="cannot be saved"):
        save_document(Document(PROBLEM, typed="\ud800"), file)
    assert load_document(file).position == 1


def test_the_lesson_of_the_readme_is_whole(tmp_path: Path) -> None:
    from explainer.lessons import faults
    from explainer.lessons.lesson_file import read_lesson

    readme = (Path(__file__).parents[3] / "resources" / "pages" / "files.md").read_text(encoding="utf-8")
    source = readme.partition("```toml\n")[2].partition("```")[0]
    assert [fault.message for fault in faults(read_lesson(source, "mine.toml"))] == []


def test_a_sign_of_multiplication_in_an_old_shape_keeps_its_meaning() -> None:
    problem = {"text": "sum(X)", "wrt": "X", "shapes": {"X": "m*n"}, "method": "auto", "layout": "numerator"}
    old = {"kind": "explainer derivation", "version": 2, "problem": problem, "position": 0, "line": ""}
    request = read_document(json.dumps(old), "old.derivation").request
    assert (request.shapes, request.order, request.form) == ({"X": "m x n"}, 1, "vec")
