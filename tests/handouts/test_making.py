"""What every format has in common: its row, its refusals, and files that are whole or not there."""

from __future__ import annotations

import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.handouts.lengths import short
from explainer.handouts.making import document_of, save
from explainer.handouts.model import BLOCKS, Block, Document
from explainer.handouts.registry import FORMATS, HandoutFormat, find_format
from explainer.practice.skills import find_skill
from explainer.practice.skills.worksheet import make_worksheet

TRACE = explainer.derive("sin(x^2)", wrt="x", method="chain")


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.id)
def test_every_format_writes_every_kind_of_block_and_the_same_bytes_twice(row, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 1_800_000_000.0)  # cards of Anki say when they were made
    specimens: dict[type, Block] = {}
    for lesson in explainer.all_lessons():
        if lesson.id in {"scalar-rules", "reductions", "notation", "chain-several-paths"}:
            for block in document_of(lesson).blocks:
                specimens.setdefault(type(block), block)
    skill = find_skill("product")
    assert skill is not None
    for block in document_of(make_worksheet((skill,), 1)).blocks:
        specimens.setdefault(type(block), block)
    for block in short(document_of(TRACE)).blocks:
        specimens.setdefault(type(block), block)
    assert set(specimens) == set(BLOCKS)
    program = document_of(TRACE).program
    document = Document("A specimen of each", "for the test", lambda: iter(specimens.values()), program=program)
    data = explainer.handout(document, row.id)
    assert len(data) > 1000
    assert data == explainer.handout(document, row.id)


def test_an_unknown_format_an_unknown_option_and_what_is_no_subject_are_refused():
    with pytest.raises(ExplainerError, match="“odt” is no format") as error:
        explainer.handout(TRACE, "odt")
    assert "html" in error.value.report()
    with pytest.raises(ExplainerError, match="has no option “colour”"):
        explainer.handout(TRACE, "html", colour="red")
    with pytest.raises(ExplainerError, match="a str cannot be made"):
        explainer.handout("x^2", "html")


def test_a_program_is_written_of_one_derivation_and_runs():
    text = explainer.handout(TRACE, "code", library="torch").decode()
    assert text == explainer.code(TRACE, "torch")
    problem = next(block for block in explainer.all_lessons()[0].blocks if hasattr(block, "trace"))
    assert explainer.handout(problem, "code").decode() == explainer.code(problem.trace())
    with pytest.raises(ExplainerError, match="single derivation"):
        explainer.handout(explainer.all_lessons()[0], "code")


def test_a_missing_library_is_named_with_the_extra_that_brings_it():
    row = HandoutFormat("odd", "an odd file", ".odd", "html", extra="odd", needed="no_such_library")
    with pytest.raises(ExplainerError, match="needs no_such_library") as error:
        row.pieces(document_of(TRACE), {})
    assert 'pip install "explainer[odd]"' in error.value.report()


def test_an_export_that_is_cancelled_leaves_the_old_file_and_no_half_one(tmp_path):
    file = tmp_path / "page.html"
    file.write_text("old", "utf-8")
    told = []

    def cancel(text: str) -> None:
        told.append(text)
        if len(told) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save(TRACE, find_format("html"), file, {}, cancel)
    assert told[-1] == "derivation: step 3"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert file.read_text("utf-8") == "old"
    assert save(TRACE, find_format("html"), file, {}) == file.stat().st_size > 1000
