"""What every format has in common: its row, its refusals, and files that are whole or not there."""

from __future__ import annotations

import ast
import json

import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.export.wording import outcome_words
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


@pytest.mark.parametrize("format_", ["markdown", "html", "latex", "typst", "notebook"])
def test_all_derivatives_of_a_sweep_stand_at_its_end(format_: str) -> None:
    """Those with respect to the other variables too, not the first alone; of one variable nothing is said twice."""
    text = "(norm(W x + b))^2 where W: m x n, x: n, b: m"
    made = explainer.handout(explainer.derive(text, "(W, b, x)", method="backward"), format_).decode()
    told = made[made.index("All derivatives") :]
    assert told.count("With respect to") == 3
    assert "All derivatives" not in explainer.handout(explainer.derive(text, "W", method="backward"), format_).decode()


@pytest.mark.parametrize(
    ("text", "wrt", "order", "form"),
    [("x^3", "x", 2, "vec"), ("A @ X where A: 2 x 2, X: 2 x 2", "X", 1, "entries"), ("x^3", "x", 1, "vec")],
)
def test_the_code_of_a_derivation_derives_the_same(text: str, wrt: str, order: int, form: str) -> None:
    trace = explainer.derive(text, wrt, order=order, form=form)
    notebook = json.loads(explainer.handout(trace, "notebook"))
    (call,) = (line for cell in notebook["cells"] for line in "".join(cell["source"]).splitlines() if "derive(" in line)
    asked = {word.arg: ast.literal_eval(word.value) for word in _call(call).keywords}
    again = explainer.derive(ast.literal_eval(_call(call).args[0]), **asked)
    assert again.result.text() == trace.result.text()
    assert (again.problem.order, again.problem.form) == (order, form)


def _call(line: str) -> ast.Call:
    call = ast.parse(line.partition("= ")[2]).body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    return call.value


def test_an_outcome_in_one_line_names_every_derivative_of_a_sweep() -> None:
    """In tables and cards too the first is not said to be all of it."""
    sweep = explainer.derive("(norm(W x + b))^2 where W: m x n, x: n, b: m", "(W, b)", method="backward")
    words = outcome_words(sweep)
    assert [part.text() for part in words[::4] if not isinstance(part, str)] == ["W", "b"]
    assert words[2] == sweep.results["W"]
    assert words[6] == sweep.results["b"]
    assert outcome_words(TRACE) == (TRACE.result,)
