"""Markdown as a code host reads it: every formula comes out as it was written, and KaTeX can set it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from markdown_it import MarkdownIt

import explainer
from explainer.export.markdown import CODE_SIGNS, Signs
from explainer.handouts import markdown
from explainer.handouts.making import document_of
from explainer.notation import write

LESSONS = explainer.all_lessons()
BARS = explainer.derive("norm(x)^2 / 2 + abs(x_1)", wrt="x", shapes={"x": "n"})


class Recording(Signs):
    """Signs that remember the formulas put between them."""

    formulas: list[str]

    def within(self, latex: str) -> str:
        self.formulas.append(" ".join(latex.split()))
        return super().within(latex)

    def apart(self, latex: str) -> str:
        self.formulas.append(latex)
        return super().apart(latex)


def written(subject) -> tuple[str, list[str]]:
    """The text of a handout, and the formulas that were put into it."""
    signs = Recording(CODE_SIGNS.inline, CODE_SIGNS.display)
    object.__setattr__(signs, "formulas", [])
    face = markdown.Face(signs, lambda figure: "")
    document = document_of(subject)
    return "\n\n".join(part for block in document.blocks for part in markdown.block_texts(block, face)), signs.formulas


def read(text: str) -> list[str]:
    """The formulas that a reader of CommonMark with tables finds, as code hosts mark them, in their order."""
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "fence":
            assert token.info == "math"
            found.append(token.content.removesuffix("\n"))
        parts = token.children or []
        for place, part in enumerate(parts):
            if part.type == "code_inline":
                assert parts[place - 1].content.endswith("$"), text
                assert parts[place + 1].content.startswith("$"), text
                found.append(part.content)
    return found


@pytest.mark.parametrize("subject", [*LESSONS, BARS], ids=lambda subject: getattr(subject, "id", "bars"))
def test_a_code_host_finds_every_formula_as_it_was_written(subject):
    text, formulas = written(subject)
    assert formulas
    assert sorted(read(text)) == sorted(formulas)


def test_a_table_keeps_its_columns_where_formulas_hold_bars():
    from explainer.handouts.model import Table

    bars = explainer.parse("norm(x) + abs(y)", shapes={"x": "n"})
    face = markdown.Face(CODE_SIGNS, lambda figure: "")
    (text,) = markdown.block_texts(Table("", ("first", "second"), (((bars,), ("a | b",)),)), face)
    tokens = [token.type for token in MarkdownIt("commonmark").enable("table").parse(text)]
    assert tokens.count("td_open") == 2
    (formula,) = read(text)
    assert formula.replace("\\Vert ", "\\|") == write(bars, "latex")


def test_notebooks_get_the_signs_they_know():
    assert "```math" not in explainer.handout(BARS, "notebook").decode()
    assert "```math" not in explainer.handout(BARS, "markdown", formulas="dollars").decode()


def test_figures_are_told_in_words_inside_or_beside():
    lesson = next(lesson for lesson in LESSONS if "figure" in {type(b).__name__.lower()[-6:] for b in lesson.blocks})
    assert "*Figure:*" in explainer.handout(lesson, "markdown").decode()
    assert "](data:image/svg+xml" in explainer.handout(lesson, "markdown", figures="inside").decode()


def test_a_folder_holds_every_figure_that_its_text_shows(tmp_path):
    from explainer.handouts.making import save
    from explainer.handouts.registry import find_format

    lesson = next(lesson for lesson in LESSONS if "figure" in {type(b).__name__.lower()[-6:] for b in lesson.blocks})
    save(lesson, find_format("markdown-folder"), tmp_path / "lesson", {})
    text = (tmp_path / "lesson" / "000-handout.md").read_text(encoding="utf-8")
    shown = [
        str(part.attrs["src"])
        for token in MarkdownIt("commonmark").parse(text)
        for part in token.children or []
        if part.type == "image"
    ]
    files = sorted(file.name for file in (tmp_path / "lesson").iterdir())
    assert shown
    assert files == sorted(["000-handout.md", *shown])
    assert all((tmp_path / "lesson" / name).read_bytes().lstrip().startswith(b"<") for name in shown)


def katex() -> bool:
    """Whether there is a Node that finds KaTeX."""
    node = shutil.which("node")
    return node is not None and subprocess.run([node, "-e", "require('katex')"], capture_output=True).returncode == 0


@pytest.mark.skipif(not katex(), reason="no KaTeX for Node here (npm install katex, NODE_PATH)")
def test_katex_sets_every_formula_of_every_lesson():
    formulas = sorted({formula for subject in [*LESSONS, BARS] for formula in written(subject)[1]})
    program = """
        const katex = require('katex'), wrong = [];
        for (const source of JSON.parse(require('fs').readFileSync(0)))
            try { katex.renderToString(source, {throwOnError: true, strict: 'error', displayMode: true}) }
            catch (error) { wrong.push([source, String(error)]) }
        console.log(JSON.stringify(wrong))"""
    done = subprocess.run(
        ["node", "-e", program], input=json.dumps(formulas), capture_output=True, text=True, check=True
    )
    assert done.returncode == 0, done.stderr
    assert len(formulas) > 500
    assert json.loads(done.stdout) == []
