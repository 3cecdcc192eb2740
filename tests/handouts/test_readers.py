"""One lesson in every format, each read by a reader of its own: by the program people open it with where there is one
for Python or on this machine, else by the rules of the format.

Every reader gives the words and the number of formulas that it finds. That every format has a reader is counted.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

import explainer
from explainer.handouts.registry import FORMATS
from explainer.lessons import Lesson

LESSON = next(lesson for lesson in explainer.all_lessons() if lesson.id == "chain-one-path")
TITLES = tuple(problem.title for problem in LESSON.problems)
MATHML, MOST_S = "{http://www.w3.org/1998/Math/MathML}math", 600


class Found(NamedTuple):
    """What a reader finds: words, and how many formulas."""

    words: str
    formulas: int


class _Page(HTMLParser):
    """The tags of a page that are open, its words, and its formulas."""

    VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "source", "path", "rect"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []
        self.formulas = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.formulas += tag == "math"
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.formulas += tag == "math"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "every tag is closed, and in its order"

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read_page(text: str) -> Found:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return Found(" ".join(page.words), page.formulas)


def _html(data: bytes, folder: Path) -> Found:
    return read_page(data.decode())


def _pdf(data: bytes, folder: Path) -> Found:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here")
    (folder / "a.pdf").write_bytes(data)
    words = subprocess.run(["pdftotext", "-enc", "UTF-8", "a.pdf", "-"], cwd=folder, capture_output=True, check=True)
    said = subprocess.run(["pdfinfo", "a.pdf"], cwd=folder, capture_output=True, check=True, encoding="utf-8").stdout
    assert LESSON.title in said
    assert re.search(r"Tagged: +yes", said)
    return Found(words.stdout.decode(), data.count(b"/Formula"))


def _docx(data: bytes, folder: Path) -> Found:
    docx = pytest.importorskip("docx")
    document = docx.Document(BytesIO(data))
    words = [paragraph.text for paragraph in document.paragraphs]
    return Found("\n".join(words), len(document.element.body.findall(".//{*}oMath")))


def _pptx(data: bytes, folder: Path) -> Found:
    pptx = pytest.importorskip("pptx")
    shapes = [shape for slide in pptx.Presentation(BytesIO(data)).slides for shape in slide.shapes]
    words = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    pictures = [shape for shape in shapes if shape.shape_type == 13]
    assert all(picture._element._nvXxPr.cNvPr.get("descr") for picture in pictures)
    return Found("\n".join(words), len(pictures))


def read_markdown(text: str) -> Found:
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("gfm-like", {"linkify": False})
    tokens = [inner for token in parser.parse(text) for inner in (token, *(token.children or ()))]
    blocks = sum(token.type == "fence" and token.info == "math" for token in tokens)
    inline = sum(token.type == "code_inline" for token in tokens) + text.count("$")
    return Found("\n".join(token.content for token in tokens), blocks + inline)


def _markdown(data: bytes, folder: Path) -> Found:
    return read_markdown(data.decode())


def _files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _markdown_folder(data: bytes, folder: Path) -> Found:
    files = _files(data)
    (text,) = (content.decode() for name, content in files.items() if name.endswith(".md"))
    shown = set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text))
    assert shown <= set(files), "every picture that the text shows is there"
    return read_markdown(text)


def _tex(data: bytes, folder: Path) -> Found:
    if shutil.which("pdflatex") is None:
        pytest.skip("there is no TeX here")
    (folder / "a.tex").write_bytes(data)
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=MOST_S)
    assert done.returncode == 0, done.stdout[-2000:]
    assert b"Overfull" not in (folder / "a.log").read_bytes()
    return Found(data.decode(), data.count(b"\\[") + data.count(b"$") // 2 + data.count(b"\\("))


def _typst(data: bytes, folder: Path) -> Found:
    typst = pytest.importorskip("typst")
    assert typst.compile(data).startswith(b"%PDF")
    return Found(data.decode(), data.count(b"$") // 2)


def _notebook(data: bytes, folder: Path) -> Found:
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.reads(data.decode(), as_version=4)
    nbformat.validate(notebook)
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            ast.parse(cell.source)
    return Found("\n".join(texts), sum(text.count("$") // 2 for text in texts))


def _anki(data: bytes, folder: Path) -> Found:
    (folder / "collection.anki2").write_bytes(_files(data)["collection.anki2"])
    database = sqlite3.connect(folder / "collection.anki2")
    try:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        fields = [row[0] for row in database.execute("select flds from notes")]
        cards = database.execute("select count(*) from cards").fetchone()[0]
        (decks,) = database.execute("select decks from col").fetchone()
    finally:
        database.close()
    assert cards == len(fields)
    for field in fields:
        for side in field.split("\x1f"):
            read_page(side)
    assert f"Explainer::{LESSON.title}" in {deck["name"] for deck in json.loads(decks).values()}
    return Found("\n".join(fields), sum(field.count(r"\[") for field in fields))


def _moodle(data: bytes, folder: Path) -> Found:
    """Its rules: a quiz of questions, each of a known type, with a name and a text in HTML, and fractions up to 100."""
    quiz = ElementTree.fromstring(data)
    assert quiz.tag == "quiz"
    words, formulas = [], 0
    for question in quiz:
        assert question.tag == "question"
        assert question.get("type") in {"category", "essay", "numerical", "multichoice", "shortanswer"}
        if question.get("type") == "category":
            assert (question.findtext("category/text") or "").startswith("$course$/")
            continue
        assert question.findtext("name/text")
        text = question.find("questiontext")
        assert text is not None
        assert text.get("format") == "html"
        assert all(0 <= float(answer.get("fraction", "nan")) <= 100 for answer in question.findall("answer"))
        for html in question.iter("text"):
            page = read_page(html.text or "")
            words.append(page.words)
            formulas += page.formulas
    return Found("\n".join(words), formulas)


def _program(data: bytes, folder: Path) -> Found:
    names: dict[str, object] = {"__name__": "read"}
    exec(compile(data, "handout.py", "exec"), names)
    assert any(callable(value) for name, value in names.items() if not name.startswith("_"))
    return Found("", 1)


def _svgs(data: bytes, folder: Path) -> Found:
    roots = [ElementTree.fromstring(content) for content in _files(data).values()]
    assert all(root.tag == "{http://www.w3.org/2000/svg}svg" for root in roots)
    return Found("", len(roots))


def _pngs(data: bytes, folder: Path) -> Found:
    from PIL import Image

    files = _files(data)
    for content in files.values():
        Image.open(BytesIO(content)).verify()
    return Found("", len(files))


def _gif(data: bytes, folder: Path) -> Found:
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        image.seek(image.n_frames - 1)
        return Found("", image.n_frames)


READERS: dict[str, Callable[[bytes, Path], Found]] = {
    "html": _html, "pdf": _pdf, "docx": _docx, "pptx": _pptx, "markdown": _markdown,
    "markdown-folder": _markdown_folder, "latex": _tex, "beamer": _tex, "typst": _typst, "notebook": _notebook,
    "anki": _anki, "moodle": _moodle, "code": _program, "svg": _svgs, "png": _pngs, "gif": _gif,
}  # fmt: skip
OF_ONE_DERIVATION = {"code", "gif"}
"""Formats that hold no more than one."""
OF_RULES = {"anki"}
"""Of a lesson the cards are those of its rules."""


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == {row.id for row in FORMATS}


@pytest.mark.parametrize("row", FORMATS, ids=lambda row: row.id)
def test_a_lesson_is_read_by_a_reader_of_its_own(row, tmp_path: Path) -> None:
    if row.needed:
        pytest.importorskip(row.needed)
    subject = LESSON.problems[0] if row.id in OF_ONE_DERIVATION else LESSON
    found = READERS[row.id](explainer.handout(subject, row.id), tmp_path)
    assert found.formulas >= (len(TITLES) if isinstance(subject, Lesson) else 1)
    titles = {step.title for trace in LESSON.traces() for step in trace.steps} if row.id in OF_RULES else set(TITLES)
    named = {title for title in titles if _is_in(title, found.words)}
    assert not found.words or (named if row.id in OF_RULES else named == titles)


def _is_in(title: str, words: str) -> bool:
    return all(word in words for word in re.findall(r"[A-Za-z]{4,}", title))
