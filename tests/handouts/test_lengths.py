"""Handouts of three lengths: all that is known, the lines alone on few pages, and lines to fill in."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from dataclasses import replace

import pytest

import explainer
from explainer.budget import Budget
from explainer.expr.node import each_part
from explainer.expr.nodes import Derivative, Equation
from explainer.handouts import from_trace
from explainer.handouts.lengths import LENGTHS, MOST_LINES, full, short, with_blanks
from explainer.handouts.making import document_of
from explainer.handouts.model import Derivation, Heading, Lines, NewPage, Paragraph, Picture, Rules, Task
from explainer.handouts.paper.laid_out import SHORT_PT
from explainer.handouts.pdf_pages import MARGIN, PAPERS
from explainer.handouts.registry import FORMATS
from explainer.handouts.step_lines import short_line
from explainer.notation import latex

LESSONS = [lesson for lesson in explainer.all_lessons() if lesson.problems]
READERS = [row for row in FORMATS if "length" in row.options]


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


@pytest.mark.parametrize("lesson", LESSONS[::2], ids=lambda lesson: lesson.id)
def test_a_short_handout_has_every_derivation_with_few_lines_and_its_result(lesson) -> None:
    whole = [block for block in full(document_of(lesson)).blocks if isinstance(block, Derivation)]
    shown = list(short(document_of(lesson)).blocks)
    lines = [block for block in shown if isinstance(block, Lines)]
    assert [block.start for block in lines] == [block.start for block in whole]
    assert not any(isinstance(block, Picture | Derivation) for block in shown)
    for brief, long in zip(lines, whole, strict=True):
        parts = list(brief.parts)
        assert parts[-1].line is long.result
        assert 1 <= len(parts) <= MOST_LINES
        assert all(part.title for part in parts)


def test_a_lesson_of_six_problems_fits_on_two_sheets_at_most() -> None:
    """On both sides of one sheet where its lines are short; those of networks, as wide as a page, take two."""
    for lesson in LESSONS[::3]:
        count = pages(explainer.handout(lesson, "pdf", length="short"))
        assert count <= 4 + len(lesson.problems) // 10, (lesson.id, count)
    scalar = next(lesson for lesson in LESSONS if lesson.id == "scalar-rules")
    assert pages(explainer.handout(scalar, "pdf", length="short")) == 2
    loss = next(lesson for lesson in LESSONS if lesson.id == "loss")
    assert len(loss.problems) == 6
    assert pages(explainer.handout(loss, "pdf", length="short")) == 2


def test_blanks_give_nothing_away_before_the_solutions() -> None:
    lesson = LESSONS[0]
    blocks = list(with_blanks(document_of(lesson)).blocks)
    end = next(place for place, block in enumerate(blocks) if isinstance(block, NewPage))
    before = [block for block in blocks[:end] if isinstance(block, Lines)]
    behind = [block for block in blocks[end:] if isinstance(block, Lines)]
    assert isinstance(blocks[end + 1], Heading)
    assert len(before) == len(behind) == len(lesson.problems)
    assert all(part.line is None for block in before for part in block.parts)
    assert [part.title for block in before for part in block.parts] == [
        part.title for block in behind for part in block.parts
    ]
    assert all(part.line is not None for block in behind for part in block.parts)
    text = explainer.handout(lesson, "markdown", length="blanks").decode()
    empty, _, solved = text.partition("Solutions")
    assert empty.count("ldots") == 3 * sum(part.rows for block in before for part in block.parts)
    assert "ldots" not in solved


def test_every_equation_of_a_program_has_a_row_of_its_own() -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "chain-one-path")
    blank = [block for block in with_blanks(document_of(lesson)).blocks if isinstance(block, Lines)]
    solved = [block for block in short(document_of(lesson)).blocks if isinstance(block, Lines)]
    rows = []
    for empty, full_ in zip(blank, solved, strict=False):
        for gap, part in zip(empty.parts, full_.parts, strict=True):
            assert gap.rows == latex(short_line(part)).count("="), gap.title
            rows.append(gap.rows)
    assert max(rows) == 5, "u_1 to u_4, and what is wanted"
    page = explainer.handout(lesson, "html", length="blanks").decode()
    gaps = re.findall(r'aria-label="To fill in">((?:<div></div>)+)</div>', page)
    assert [gap.count("<div>") for gap in gaps] == rows


@pytest.mark.parametrize("lesson", [lesson for lesson in LESSONS if lesson.drills], ids=lambda lesson: lesson.id)
def test_the_solutions_answer_all_that_has_lines_to_write_on(lesson) -> None:
    blocks = list(with_blanks(document_of(lesson)).blocks)
    end = next(place for place, block in enumerate(blocks) if isinstance(block, NewPage))
    asked = [block for block in blocks[:end] if isinstance(block, Task)]
    assert asked
    assert not any(isinstance(block, Task | Rules) for block in blocks[end:])
    told = [block.words[1] for block in blocks[end:] if isinstance(block, Paragraph) and len(block.words) == 2]
    answers = [task.find_answer() for task in asked if task.find_answer is not None]
    assert len(answers) == len(asked)
    assert [answer for answer in told if answer in answers] == answers
    assert all(
        isinstance(answer, Equation) and not any(isinstance(part, Derivative) for part in each_part(answer.right))
        for answer in answers
    )
    headings = [isinstance(block, Heading) for block in blocks]
    assert not headings[-1], "something stands under every heading"


def test_a_derivation_that_does_not_end_says_so_in_short_too() -> None:
    trace = explainer.derive("sin(x^2) x^3", wrt="x", budget=Budget(most_steps=2))
    (lines,) = (block for block in short(document_of(trace)).blocks if isinstance(block, Lines))
    assert len(list(lines.parts)) <= 2
    assert trace.status != "finished"
    assert lines.ending
    assert lines.ending in explainer.handout(trace, "html", length="short").decode()


@pytest.mark.parametrize("row", READERS, ids=lambda row: row.id)
@pytest.mark.parametrize("length", LENGTHS)
def test_every_format_writes_every_length(row, length) -> None:
    lesson = next(lesson for lesson in LESSONS if lesson.id == "reductions")
    data = explainer.handout(lesson, row.id, length=length)
    assert len(data) > 500
    if row.id == "latex":
        source = data.decode()
        assert source.count(r"\begin{multicols}") == source.count(r"\end{multicols}") == (length == "short")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext here")
def test_the_lines_of_a_short_handout_stand_in_two_columns_inside_the_margins(tmp_path) -> None:
    file = tmp_path / "short.pdf"
    lesson = next(lesson for lesson in LESSONS if lesson.id == "scalar-rules")
    file.write_bytes(explainer.handout(lesson, "pdf", length="short"))
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    places = [(float(a), float(b)) for a, b in re.findall(r'<word xMin="([\d.]+)"[^>]*xMax="([\d.]+)"', told)]
    width, _ = PAPERS["a4"]
    assert min(left for left, _ in places) >= MARGIN - 1
    assert max(right for _, right in places) <= width - MARGIN + SHORT_PT
    middle = width / 2
    assert sum(left > middle for left, _ in places) > 50
    assert sum(right < middle for _, right in places) > 50


def test_what_the_numbers_do_not_confirm_stays() -> None:
    lesson = LESSONS[0]
    warned = document_of(lesson)
    blocks = [
        *warned.blocks,
        Paragraph(("CHECK FAILED",), "warning"),
        Paragraph(
            ("Prose",),
        ),
    ]
    kept = list(short(type(warned)("", "", blocks.__iter__)).blocks)
    assert [block.role for block in kept if isinstance(block, Paragraph)] == ["warning"]


def test_the_level_of_detail_acts_on_lessons_too(tmp_path, monkeypatch) -> None:
    from explainer.cli.main import main

    texts = {}
    for detail in ("every", "paper", "brief"):
        file = tmp_path / f"{detail}.md"
        assert main(("export", "--lesson", "scalar-rules", "--detail", detail, "-o", str(file)), lambda: 0) == 0
        texts[detail] = file.read_text(encoding="utf-8")
    assert len(texts["every"]) > len(texts["paper"]) > 0
    assert texts["paper"] != texts["brief"]
    assert (
        main(("export", "--lesson", "scalar-rules", "--detail", "much", "-o", str(tmp_path / "x.md")), lambda: 0) == 2
    )


def test_a_short_handout_leaves_out_what_it_does_not_even_make() -> None:
    for name in ("loss", "gradient", "notation"):
        document = document_of(next(lesson for lesson in explainer.all_lessons() if lesson.id == name))
        for length in ("short", "blanks"):
            quick = explainer.handout(document, "markdown", length=length)
            assert quick == explainer.handout(replace(document, make_short=None), "markdown", length=length)


def test_of_a_program_a_short_handout_says_what_each_step_adds_and_the_result_in_full() -> None:
    trace = explainer.derive("1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", wrt="w")
    for step in trace.steps:
        assert all(fact.left.shape == fact.right.shape for fact in step.facts), step.title
    parts = list(next(block for block in short(document_of(trace)).blocks if isinstance(block, Lines)).parts)
    assert sum(bool(part.facts) for part in parts) >= 2
    assert not parts[-1].facts
    assert parts[-1].line is trace.result


def test_a_short_handout_checks_nothing_that_it_does_not_tell(monkeypatch):
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "reductions")
    whole = explainer.handout(lesson, "latex", length="short")
    asked = []
    monkeypatch.setattr(from_trace, "check_sentence", asked.append)
    assert explainer.handout(lesson, "latex", length="short") == whole
    assert not asked
    with contextlib.suppress(Exception):  # a sentence is missing now
        explainer.handout(lesson, "latex", length="full")
    assert asked


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext here")
def test_one_problem_fills_no_half_column_in_small_letters(tmp_path) -> None:
    file = tmp_path / "short.pdf"
    trace = explainer.derive("x^2 sin(x) + x^3", wrt="x")
    file.write_bytes(explainer.handout(trace, "pdf", length="short"))
    told = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    rights = [float(right) for right in re.findall(r'xMax="([\d.]+)"', told)]
    width, _ = PAPERS["a4"]
    assert sum(right > width / 2 for right in rights) > 3, "the names of the rules stand at the right edge"


def test_lines_in_short_are_numbered_without_holes_where_a_wrong_turn_is_left_out() -> None:
    lesson = next(lesson for lesson in explainer.all_lessons() if lesson.id == "chain-several-paths")
    derivations = [block for block in document_of(lesson).blocks if isinstance(block, Derivation)]
    assert any(step.is_wrong for block in derivations for step in block.steps)
    for length in (short, with_blanks):
        for block in length(document_of(lesson)).blocks:
            if isinstance(block, Lines):
                numbers = [part.number for part in block.parts]
                assert numbers == list(range(1, len(numbers) + 1))
