"""Texts of a lesson are shown in handouts as they are: no markup, no HTML, no link and no formula comes of them."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from explainer import derive, handout
from explainer.export.markdown import as_code, escaped, escaped_line, markdown
from explainer.handouts.registry import format_of_file
from explainer.lessons.lesson import Lesson
from explainer.lessons.lesson_file import read_lesson
from tests.cases import in_groups

NASTY = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "**bold** _it_ ~~gone~~", "`code`", "# head", "- item",
    "1. item", "+ item", "[link](javascript:alert(1))", "![x](http://example.org/x.png)", "$x^2$", "$$y$$", "&lt;b&gt;",
    "http://example.org www.example.org a@example.org", "| a | b |", "> quote", "===", "---", "<!-- hidden -->",
    "    indented", "a\n\n# b\n\n- c", "{{ 7 * 7 }} {% raw %}", "\\(x\\) \\[y\\]", "<http://example.org>",
    "line  \nbreak",
]  # fmt: skip

NOTEBOOK = format_of_file(Path("x.ipynb")).id


def lesson_with(text: str) -> Lesson:
    said = json.dumps(text)
    braces = json.dumps(text.replace("{", "\\{").replace("}", "\\}"))
    return read_lesson(
        f'id = "b"\ntitle = {said}\nsection = {said}\ngoals = [{braces}]\n'
        f'[[blocks]]\nkind = "prose"\ntext = {braces}\n'
        f'[[blocks]]\nkind = "problem"\nid = "P"\ntitle = {said}\ntext = "x^2"\nwrt = "x"\ncaption = {braces}\n'
        f'[[blocks]]\nkind = "question"\ntext = {braces}\nhint = {braces}\n'
        f'[[blocks]]\nkind = "table"\ntitle = {said}\nproblems = ["P"]\n',
        "b.toml",
    )


def markdown_cells(text: str) -> list[str]:
    notebook = json.loads(handout(lesson_with(text), NOTEBOOK))
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"]


class Tags(HTMLParser):
    """The tags and the destinations in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found.update(name for name, value in attrs if name.startswith("on") or "javascript:" in (value or ""))

    def handle_comment(self, data: str) -> None:
        self.found.add("comment")


def tags(page: str) -> set[str]:
    reader = Tags()
    reader.feed(page)
    return reader.found


@in_groups("text", NASTY)
def test_a_text_becomes_one_paragraph_of_plain_words(text: str) -> None:
    commonmark = pytest.importorskip("markdown_it")
    for preset in ("commonmark", "gfm-like"):
        try:
            reader = commonmark.MarkdownIt(preset, {"linkify": False})
        except (KeyError, ModuleNotFoundError):
            continue
        page = reader.render(escaped(text))
        assert tags(page) <= {"p", "br"}, page
        shown = re.sub(r"<[^>]+>", "", page)
        assert "".join(unescape(shown).split()) == "".join(text.split())


@in_groups("text", NASTY)
def test_no_text_makes_a_formula_or_a_link_of_bare_words(text: str) -> None:
    written = escaped(text)
    assert not re.search(r"(?<!\\)\$", written)
    assert not re.search(r"https?://|www\.\w|\w@\w", written)
    assert "\n" not in escaped_line(text)


@in_groups("text", [text for text in NASTY if "\n\n" not in text])
def test_the_titles_of_a_lesson_are_plain_in_every_cell_of_a_notebook(text: str) -> None:
    plain = [re.sub(r"data:image[^)]*", "", cell) for cell in markdown_cells("plain words")]
    nasty = [re.sub(r"data:image[^)]*", "", cell) for cell in markdown_cells(text)]
    assert len(plain) == len(nasty)
    assert escaped_line(text) in nasty[0]
    commonmark = pytest.importorskip("markdown_it")
    reader = commonmark.MarkdownIt("commonmark")
    for one, other in zip(plain, nasty, strict=True):
        assert tags(reader.render(other)) - {"br"} == tags(reader.render(one)) - {"br"}, other


@in_groups("text", NASTY)
def test_a_page_of_a_lesson_has_the_same_tags_whatever_its_texts_are(text: str) -> None:
    plain, nasty = (handout(lesson_with(one), "html").decode() for one in ("plain words", text))
    assert tags(nasty) <= tags(plain) | {"br"}


def test_code_keeps_the_signs_for_code_that_it_holds() -> None:
    assert as_code("x^2") == "`x^2`"
    assert as_code("a`b``c") == "``` a`b``c ```"
    assert as_code("x\n\n# y") == "`x # y`"
    assert markdown(derive("x^2\n+ 1", "x")).startswith("## Derivative of `x^2 + 1`\n\n")
