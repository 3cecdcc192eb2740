"""A handout as PDF on A4 or Letter: words that can be selected, formulas and figures as outlines, bookmarks and tags.

The file is written by hand: no library that is installed anyway sets a formula on the baseline of a line of words and
tags both for a screen reader. That costs about 600 lines, here and in `pdf_pages`, `pdf_outline` and
`typeset/files/pdf_*`; fontTools makes the fonts. How a document looks is told in `handouts.paper`; here is how its
lines are drawn. Source of the file format: PDF 1.7 (ISO 32000-1).
"""

from __future__ import annotations

from functools import singledispatch
from typing import Final

from explainer.handouts.many_files import Pieces
from explainer.handouts.model import Document
from explainer.handouts.paper.flow import flowed
from explainer.handouts.paper.lines import Bar, Dots, Figure, Formula, Frame, Inks, Item, Letters
from explainer.handouts.paper.setting import Setter
from explainer.handouts.pdf_pages import Page, PdfPages
from explainer.handouts.registry import Options
from explainer.typeset import Drawing, Picture
from explainer.typeset.files.drawing import number
from explainer.typeset.files.pdf_drawing import box_operands, colour_operands, layer_operators, mark_operators
from explainer.typeset.files.pdf_fonts import SPACE_EM, text_glyphs
from explainer.typeset.files.pdf_objects import stream
from explainer.typeset.theme import find_theme

_PAPER: Final = find_theme("paper")
INKS: Final = Inks(_PAPER.ink, _PAPER.muted, _PAPER.accent, _PAPER.changed_before, _PAPER.changed_after)


def pieces(document: Document, options: Options) -> Pieces:
    """The file, page by page."""
    pages = PdfPages(options["paper"], INKS.muted, draw)
    for _ in flowed(document, document.blocks, Setter(_Forms(pages)), pages, INKS):
        yield pages.objects.taken()
    yield from pages.end(document.title)


class _Forms:
    """Writes words in the fonts of the formulas, and formulas and figures as forms: pictures that a page names."""

    space = SPACE_EM

    def __init__(self, pages: PdfPages) -> None:
        self._objects, self._letters = pages.objects, pages.letters

    def width(self, word: str, bold: bool) -> float:
        return sum(glyph.width for glyph in text_glyphs(word, bold))

    def formula(self, picture: Picture) -> int:
        content = "\n".join(mark_operators(picture.pieces, self._letters))
        return self._put(content, -picture.depth, picture.width, picture.height)

    def figure(self, drawing: Drawing) -> int:
        lines = [f"{colour_operands(drawing.background)} rg 0 0 {number(drawing.width)} {number(drawing.height)} re f"]
        lines.append(f"1 0 0 1 {number(drawing.left)} {number(drawing.bottom)} cm")
        lines += layer_operators(drawing, self._letters)
        return self._put("\n".join(lines), 0.0, drawing.width, drawing.height)

    def _put(self, content: str, low: float, right: float, high: float) -> int:
        entries = (
            f"/Type /XObject /Subtype /Form /BBox [{box_operands(0.0, low, right, high)}] "
            f"/Resources {self._letters.number} 0 R "
        )
        return self._objects.put(stream(content, entries))


@singledispatch
def draw(item: Item, page: Page, x: float, y: float) -> None:
    """Draw an item on the page with the left end of its baseline there."""
    raise TypeError(f"no operators for {type(item).__name__}")


@draw.register(Letters)
def _(item: Letters, page: Page, x: float, y: float) -> None:
    page.colour(item.style.colour)
    page.add(page.fonts.show(text_glyphs(item.text, item.style.bold), item.style.size, x, y))


@draw.register(Formula)
def _(item: Formula, page: Page, x: float, y: float) -> None:
    page.colour(item.colour)
    page.form(item.shape, item.size, x, y)
    if item.text:
        page.add(page.fonts.lay_over(item.text, x, y, item.width, item.size))


@draw.register(Bar)
def _(item: Bar, page: Page, x: float, y: float) -> None:
    page.colour(item.colour)
    page.add(f"{number(x)} {number(y)} {number(item.width)} {number(item.height)} re f")


@draw.register(Dots)
def _(item: Dots, page: Page, x: float, y: float) -> None:
    if item.width > 0:
        ends = f"{number(x)} {number(y)} m {number(x + item.width)} {number(y)} l"
        page.add(f"q {colour_operands(item.colour)} RG 0.7 w 1 J [0 4] 0 d {ends} S Q")


@draw.register(Frame)
def _(item: Frame, page: Page, x: float, y: float) -> None:
    place = " ".join(map(number, (x, y, item.width, item.height)))
    page.add(f"q {colour_operands(item.colour)} RG 0.9 w 1 j {place} re S Q")


@draw.register(Figure)
def _(item: Figure, page: Page, x: float, y: float) -> None:
    page.form(item.shape, item.size, x, y)
