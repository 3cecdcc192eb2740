"""LaTeX, Markdown and notebooks: whole in their structure, and a notebook runs."""

from __future__ import annotations

import json
import re
from io import BytesIO
from zipfile import ZipFile

import nbformat
import pytest

import explainer
from explainer.handouts.from_trace import step_part
from explainer.handouts.step_lines import line_after
from explainer.handouts.tex.latex import SLIDE_EM, Page
from explainer.lessons.lesson import LessonFigure
from explainer.notation import latex

LESSONS = explainer.all_lessons()


@pytest.mark.parametrize("format", ["latex", "beamer"])
def test_latex_is_plain_ascii_and_closes_what_it_opens(format):
    for lesson in LESSONS if format == "latex" else LESSONS[::4]:
        source = explainer.handout(lesson, format).decode()
        assert source.isascii(), {character for character in source if not character.isascii()}
        stack = []
        for kind, name in re.findall(r"\\(begin|end)\{(\w+\*?)\}", source):
            if kind == "begin":
                stack.append(name)
            else:
                assert stack.pop() == name
        assert not stack
        assert not re.search(r"^\\\\(fitted|drawn)\{.*\}[.,;:](\s|$)", source, re.MULTILINE)  # it would begin a line
        bare = re.sub(r"\\.", "", source)
        assert bare.count("{") == bare.count("}")
        assert bare.count("$") % 2 == 0


def test_the_article_holds_every_line_and_the_slides_have_one_for_each_step():
    trace = explainer.derive("x^2 x", wrt="x", method="operator")
    article, slides = (explainer.handout(trace, format).decode() for format in ("latex", "beamer"))
    for step in trace.steps:
        line = latex(line_after(step_part(step)))
        assert line in article
        assert line in slides
        assert rf"\paragraph{{{step.number}. {step.title}}}" in article
        assert f"{{{step.number}. {step.title}}}" in slides
    assert slides.count(r"\begin{frame}") == len(trace.steps) + 3 + sum(bool(step.substeps) for step in trace.steps)
    assert "letterpaper" in explainer.handout(trace, "latex", paper="letter").decode()


def test_markdown_holds_every_line_and_every_reason():
    trace = explainer.derive("x^2 x", wrt="x", method="operator")
    text = explainer.handout(trace, "markdown").decode()
    assert all(latex(line_after(step_part(step))) in text and step.title in text for step in trace.steps)
    assert "A factor of one" not in text.partition("**1. ")[0]
    assert text.count("Both sides agree at") == len(trace.steps)


def test_a_notebook_is_valid_and_its_cells_derive_the_same_results():
    lesson = next(lesson for lesson in LESSONS if lesson.id == "reductions")
    data = explainer.handout(lesson, "notebook")
    notebook = nbformat.reads(data.decode(), as_version=4)
    nbformat.validate(notebook)
    assert json.loads(data)["nbformat_minor"] == 5
    names: dict[str, object] = {}
    shown = []
    for cell in notebook.cells:
        if cell.cell_type == "code" and cell.source != "import explainer":
            exec("import explainer", names)
            code, _, last = cell.source.rpartition("\n")
            exec(code, names)
            shown.append(eval(last, names)._repr_latex_())  # as notebooks show what stands last in a cell
    assert shown == [trace.result._repr_latex_() for trace in lesson.traces()]


def test_greek_letters_among_words_are_those_of_the_formulas():
    from explainer.handouts.tex.latex import text
    from explainer.notation.names import GREEK
    from explainer.notation.tree import Symbol

    for letter in GREEK.values():
        assert text(letter) == rf"\ensuremath{{{latex(Symbol(letter))}}}"
    assert text("ος").isascii()
    assert "omicron" not in text("ο")  # TeX has no such command


NEW_SIGNS = {
    "html": 'class="new"', "latex": r"\underline{", "beamer": r"\underline{", "markdown": r"\underline{",
    "typst": "underline(", "notebook": r"\\underline{",
}  # fmt: skip


@pytest.mark.parametrize("format", NEW_SIGNS)
def test_what_is_new_in_a_line_is_marked(format):
    trace = explainer.derive("x^2 sin(x) + 3x", wrt="x")
    marked = sum(bool(step.touched_after) and () not in step.touched_after for step in trace.steps)
    assert marked
    text = explainer.handout(trace, format).decode()
    text = text.partition(r"\begin{document}")[2] or text
    assert text.count(NEW_SIGNS[format]) >= marked


def test_figures_are_drawn_in_latex():
    lesson = next(lesson for lesson in LESSONS if lesson.id == "loss")
    for format in ("latex", "beamer"):
        source = explainer.handout(lesson, format, **({"length": "full"} if format == "latex" else {})).decode()
        figures = sum(isinstance(block, LessonFigure) for block in lesson.blocks)
        assert source.count(r"\begin{center}") >= figures > 0
        drawn = set(re.findall(r"\\drawnN\{(\d+)\}", source))
        used = set(re.findall(r"\\drawnG(?:\{[^{}]*\}){3}\{(\d+)\}", source))
        assert drawn == used != set()


def test_no_formula_of_a_slide_is_smaller_than_nine_points():
    page = Page(*SLIDE_EM)
    for lesson in LESSONS:
        if lesson.id in ("loss", "attention"):
            for trace in lesson.traces():
                for step in trace.steps:
                    notation = line_after(step_part(step))
                    assert page.holds(notation), step.after.text()


def test_figures_stand_in_typst_and_say_what_is_on_them(tmp_path):
    lesson = next(lesson for lesson in LESSONS if lesson.id == "jacobian")
    figures = [block for block in lesson.blocks if isinstance(block, LessonFigure)]
    source = explainer.handout(lesson, "typst", length="full").decode()
    assert source.count("image(bytes(") >= len(figures) > 0
    assert source.count("alt: ") == source.count("image(bytes(")
    (tmp_path / "a.typ").write_text(source)
    typst = pytest.importorskip("typst")
    with_figures = len(typst.compile(str(tmp_path / "a.typ"), format="pdf"))
    (tmp_path / "a.typ").write_text(re.sub(r"(?s)#layout\(room => align.*?room\.width\)\)\)\)", "", source))
    assert with_figures > len(typst.compile(str(tmp_path / "a.typ"), format="pdf"))


def test_every_slide_has_a_title_and_only_its_continuation_is_marked():
    source = explainer.handout(LESSONS[0], "beamer").decode()
    titles = re.findall(r"\\begin\{frame\}\[allowframebreaks\]\{(.*)\}", source)
    assert len(titles) == source.count("[allowframebreaks]")
    assert all(titles)
    assert "{frametitle continuation}[from second]" in source


@pytest.mark.parametrize("format", ["html", "markdown", "latex", "typst", "docx", "pptx"])
def test_the_answer_to_choices_is_called_an_answer_and_a_hint_a_hint(format):
    lesson = next(lesson for lesson in LESSONS if lesson.id == "chain-several-paths")
    data = explainer.handout(lesson, format, **({} if format == "pptx" else {"length": "full"}))
    if data[:2] == b"PK":
        with ZipFile(BytesIO(data)) as file:
            parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
        told = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", " ".join(parts)))
    else:
        told = re.sub(r"\s+", " ", re.sub(r"<[^>]*>|[*_{}>\]]|#quiet", " ", data.decode()))
    reason = told.index("Once directly")
    before = told[:reason]
    assert "Hint" not in before
    assert "The hint" not in before
    assert before.rindex("Which?") < max(before.rfind("Answer"), before.rfind("The answer"))
    assert "Think" in told[reason:], "what is no choice is to be thought about"
    assert re.search(r"Hint:?|The hint", told[reason:])
