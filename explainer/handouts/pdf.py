"""A handout as PDF: words as text that can be selected, formulas and figures as outlines, on A4 or Letter.

No TeX is needed. A formula within a sentence is written in Unicode; those on lines of their own are typeset.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import singledispatchmethod
from io import BytesIO
from typing import TYPE_CHECKING, Any

from explainer.handouts.model import (
    Block,
    Bullets,
    Derivation,
    Document,
    Heading,
    Paragraph,
    Picture,
    Question,
    StepPart,
    Table,
    Words,
    plain,
)
from explainer.handouts.registry import Options, Pieces
from explainer.notation import relation_line, write_notation
from explainer.typeset import find_theme, svg, typeset

if TYPE_CHECKING:
    from explainer.notation.tree import Notation
    from explainer.typeset import Drawing
    from explainer.typeset import Picture as Typeset

_MARGIN_MM = 22.0
_FORMULA_PT = 12.0
_FIGURE_PT = 9.0
_TEXT_PT = 10.5
_MM = 25.4 / 72
_FILES = {"": "DejaVuSans", "B": "DejaVuSans-Bold"}


def pieces(document: Document, options: Options) -> Pieces:
    """The file; the places of its parts come last, so it is made in one piece."""
    page = _Page(options["paper"], document)
    page.heading(document.title, 17)
    page.text(document.subtitle, muted=True)
    for block in document.blocks:
        page.put(block)
    yield page.data()


class _Page:
    """What stands on the pages so far, and the blocks that can be put under it."""

    def __init__(self, paper: str, document: Document) -> None:
        from fpdf import FPDF

        from explainer.typeset.fonts import font_file

        class Numbered(FPDF):
            def footer(self) -> None:
                self.set_y(-14)
                self.set_font("text", size=9)
                self.cell(0, 6, f"{self.page_no()} / {{nb}}", align="C")

        self._theme = find_theme("paper")._replace(background="#ffffff")
        self._pdf: Any = Numbered(format=paper)
        for style, name in _FILES.items():
            self._pdf.add_font("text", style, font_file(name))
        self._pdf.set_title(document.title)
        self._pdf.set_lang("en")
        self._pdf.set_creation_date(datetime(2000, 1, 1, tzinfo=UTC))  # equal input gives equal bytes
        self._pdf.set_margins(_MARGIN_MM, 20, _MARGIN_MM)
        self._pdf.set_auto_page_break(True, 20)
        self._pdf.add_page()

    def data(self) -> bytes:
        return bytes(self._pdf.output())

    def keep(self, height_mm: float) -> None:
        """Begin a new page where less room than this is left."""
        if self._pdf.get_y() + height_mm > self._pdf.page_break_trigger:
            self._pdf.add_page()

    def text(self, words: str, *, bold: bool = False, muted: bool = False, size: float = _TEXT_PT) -> None:
        self._pdf.set_font("text", "B" if bold else "", size)
        self._pdf.set_text_color(self._theme.muted if muted else self._theme.ink)
        self._pdf.multi_cell(0, size * _MM * 1.45, words, new_x="LMARGIN", new_y="NEXT", align="L")
        self._pdf.ln(1.2)

    def heading(self, words: str, size: float) -> None:
        """A heading, with room under it for the beginning of what follows."""
        self.keep(45)
        self._pdf.ln(2)
        self._pdf.start_section(words, 0)
        self.text(words, bold=True, size=size)

    def formula(self, notation: Notation, title: str = "") -> None:
        """A formula, with a title over it on the same page."""
        picture = typeset(notation, width_em=self._pdf.epw / _MM / _FORMULA_PT - 2)
        if title:
            height = (picture.height + picture.depth + 1) * _FORMULA_PT * _MM
            self.keep(min(height, self._pdf.eph - 16) + 16)
            self._pdf.ln(2)
            self.text(title, bold=True)
        self._outlines(picture, _FORMULA_PT)

    def _outlines(self, drawing: Typeset | Drawing, size_pt: float, said: str = "") -> None:
        """Outlines at their size, smaller where they are wider or higher than the page."""
        from explainer.typeset.drawing import drawing_of

        drawn = drawing_of(drawing, self._theme)
        width, height = drawn.width * size_pt * _MM, drawn.height * size_pt * _MM
        scale = min(1.0, self._pdf.epw / width, (self._pdf.eph - 16) / height)
        self.keep(height * scale)
        top = self._pdf.get_y()
        data = BytesIO(svg(drawn, size_pt, self._theme))
        self._pdf.image(data, self._pdf.l_margin, top, width * scale, height * scale, alt_text=said or None)
        self._pdf.set_xy(self._pdf.l_margin, top + height * scale)

    @singledispatchmethod
    def put(self, block: Block) -> None:
        """Put a block under what is there."""
        raise TypeError(f"no place in a PDF for {type(block).__name__}")

    @put.register
    def _(self, block: Heading) -> None:
        self.heading(block.text, 13 if block.level == 2 else 11.5)

    @put.register
    def _(self, block: Paragraph) -> None:
        self._sentence(block.words, bold=block.role == "warning")

    @put.register
    def _(self, block: Bullets) -> None:
        if block.title:
            self.keep(25)
            self.text(block.title, bold=True)
        for item in block.items:
            self._sentence(("– ", *item))

    @put.register
    def _(self, block: Question) -> None:
        self._sentence(("Think: ", *block.words), bold=True)
        self._sentence(("Hint: ", *block.hint), muted=True)

    @put.register
    def _(self, block: Table) -> None:
        self.keep(30)
        if block.title:
            self.text(block.title, bold=True)
        self._pdf.set_font("text", "", 9)
        self._pdf.set_text_color(self._theme.ink)
        with self._pdf.table(text_align="LEFT", line_height=5.5, borders_layout="HORIZONTAL_LINES") as table:
            table.row(block.head)
            for row in block.rows:
                table.row([plain(cell) for cell in row])
        self._pdf.ln(3)

    @put.register
    def _(self, block: Picture) -> None:
        figure = block.figure
        said = f"{figure.title}. {figure.description}"
        self._outlines(figure.sheet().drawing(self._theme), _FIGURE_PT, said)
        self._sentence(block.caption or (figure.title,), muted=True)

    @put.register
    def _(self, block: Derivation) -> None:
        self._sentence(block.task)
        self.text(" ".join((f"{block.setting}.", *block.notes)), muted=True, size=9)
        self.formula(write_notation(block.start))
        for step in block.steps:
            self._step(step)
        if block.ending:
            self.text(block.ending, bold=True)
            return
        self.formula(write_notation(block.result), "Result")

    def _step(self, step: StepPart) -> None:
        self.formula(relation_line(None, "=", write_notation(step.line)), f"{step.number}. {step.title}")
        self._sentence(step.reason)
        if step.assumptions:
            self.text(f"Assuming {', '.join(plain((node,)) for node in step.assumptions)}.")
        self.text(f"Shape {step.shape}. {step.check}", muted=True, size=9)

    def _sentence(self, words: Words, *, bold: bool = False, muted: bool = False) -> None:
        self.text(plain(words), bold=bold, muted=muted)
