"""Handouts for Word and PowerPoint, read by readers of their own; formulas are formulas or have their spoken text."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from lxml import etree

import explainer
from explainer.handouts.making import handout
from explainer.lessons.library import all_lessons
from explainer.notation import omml, write, write_notation
from tests.notation.test_faces import ONE_PIECE_OF_EACH

docx = pytest.importorskip("docx", reason="python-docx is not installed; the extra “test” brings it")
pptx = pytest.importorskip("pptx", reason="python-pptx is not installed; the extra “test” brings it")

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
LESSONS = [lesson for lesson in all_lessons() if lesson.id in {"chain-several-paths", "loss", "normalisation"}]


def _math_text(element: etree._Element) -> str:
    return "".join(element.itertext(f"{MATH}t"))


def test_every_construct_is_office_math() -> None:
    for piece in ONE_PIECE_OF_EACH:
        element = etree.fromstring(omml(piece).encode())
        assert element.tag == f"{MATH}oMath"
        assert all(child.tag.startswith(MATH) for child in element.iter())


def test_a_derivation_is_read_by_word_with_all_its_lines_as_formulas() -> None:
    trace = explainer.derive("x^2 sin(x)", wrt="x")
    read = docx.Document(BytesIO(handout(trace, "docx")))
    assert read.core_properties.title
    assert read.paragraphs[0].style.name == "Title"
    texts = [paragraph.text for paragraph in read.paragraphs]
    for step in trace.steps:
        assert f"{step.number}.  {step.title}" in texts
    formulas = [_math_text(element) for element in read.element.body.iter(f"{MATH}oMath")]
    for step in trace.steps:
        wanted = _math_text(etree.fromstring(write(step.after, "omml").encode()))
        assert f"={wanted}" in formulas


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("length", ["short", "full", "blanks"])
def test_a_lesson_is_read_by_word(lesson, length: str) -> None:
    data = handout(lesson, "docx", length=length)
    read = docx.Document(BytesIO(data))
    headings = [p.text for p in read.paragraphs if p.style.name.lower().startswith("heading")]
    assert all(any(problem.title in heading for heading in headings) for problem in lesson.problems)
    assert len(list(read.element.body.iter(f"{MATH}oMath"))) >= 2 * len(lesson.problems)
    pictures = read.inline_shapes
    assert len(pictures) == (len(lesson.figures) if length == "full" else 0) or length == "full"
    for picture in pictures:
        assert picture._inline.docPr.get("descr")
        assert picture.width <= read.sections[0].page_width
    for name in ZipFile(BytesIO(data)).namelist():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(ZipFile(BytesIO(data)).read(name))


def test_a_lesson_on_paper_is_short_where_nobody_says_otherwise() -> None:
    lesson = LESSONS[0]
    for format_ in ("docx", "typst", "pdf", "latex"):
        assert len(handout(lesson, format_)) < len(handout(lesson, format_, length="full"))
        assert handout(lesson, format_) == handout(lesson, format_, length="short")
    trace = explainer.derive("x^2", wrt="x")
    assert handout(trace, "latex") == handout(trace, "latex", length="full")


def test_slides_have_titles_and_drawings_with_their_spoken_text() -> None:
    trace = explainer.derive("x^2 sin(x)", wrt="x")
    read = pptx.Presentation(BytesIO(handout(trace, "pptx")))
    titles = [slide.shapes.title.text for slide in read.slides]
    assert titles[0]
    assert [title for title in titles if title[0].isdigit()] == [f"{s.number}.  {s.title}" for s in trace.steps]
    assert titles[-1] == "Result"
    pictures = [shape for slide in read.slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == len(trace.steps) + 2
    for picture in pictures:
        assert picture._element.nvPicPr.cNvPr.get("descr")
        assert picture.image.content_type == "image/png"
        assert 0 <= picture.left <= picture.left + picture.width <= read.slide_width
        assert 0 <= picture.top <= picture.top + picture.height <= read.slide_height
    assert "equals" in pictures[1]._element.nvPicPr.cNvPr.get("descr")
    assert write(trace.result, "speech") in pictures[-1]._element.nvPicPr.cNvPr.get("descr")


@pytest.mark.parametrize("lesson", LESSONS[:1], ids=lambda lesson: lesson.id)
def test_a_lesson_is_read_by_powerpoint_and_nothing_leaves_its_slide(lesson) -> None:
    data = handout(lesson, "pptx")
    read = pptx.Presentation(BytesIO(data))
    assert len(read.slides) > 3 * len(lesson.problems)
    for slide in read.slides:
        for shape in slide.shapes:
            assert shape.left + shape.width <= read.slide_width
            assert shape.top + shape.height <= read.slide_height
    names = ZipFile(BytesIO(data)).namelist()
    assert len(set(names)) == len(names)
    svgs = [name for name in names if name.endswith(".svg")]
    assert len(svgs) == sum(name.endswith(".png") for name in names) > 0


def test_a_fraction_among_words_stands_between_them_as_a_drawing() -> None:
    """In letters it was e^(z_k)/(sum(e^z))."""
    softmax = next(lesson for lesson in all_lessons() if lesson.id == "softmax-cross-entropy")
    read = pptx.Presentation(BytesIO(handout(softmax, "pptx")))
    among = 0
    for slide in read.slides:
        words = [shape for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title]
        assert not any(")/(" in shape.text_frame.text for shape in words), slide.shapes.title.text
        bodies = [shape for shape in slide.shapes if shape != slide.shapes.title]
        for above, below in pairwise(bodies):
            assert above.top + above.height <= below.top + 1, "nothing lies over anything else"
        kinds = [shape.shape_type == 13 for shape in bodies]
        among += any(before is False and here for before, here in pairwise(kinds))
        for shape in bodies:
            assert shape.top + shape.height <= read.slide_height
    assert among


def test_equal_handouts_are_equal_files() -> None:
    trace = explainer.derive("x^2", wrt="x")
    for format_ in ("docx", "pptx", "typst"):
        assert handout(trace, format_) == handout(explainer.derive("x^2", wrt="x"), format_)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_is_read_by_typst(lesson) -> None:
    typst = pytest.importorskip("typst")
    for length in ("short", "full", "blanks"):
        assert typst.compile(handout(lesson, "typst", length=length)).startswith(b"%PDF")


def test_strange_words_break_no_file() -> None:
    trace = explainer.derive("x_ab y", wrt="x_ab")
    docx.Document(BytesIO(handout(trace, "docx")))
    pptx.Presentation(BytesIO(handout(trace, "pptx")))
    assert write_notation(trace.start) is not None
