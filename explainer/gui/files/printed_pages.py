"""A handout's document painted on the pages of a printer, of any size; how it looks is told in `handouts.paper`.

Black on white whatever the theme. The words are set in the letters of the window, the formulas are the outlines of the
board; both are painted as they are, so a printer or a PDF gets letters and curves, never a picture of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache, singledispatch
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from explainer.budget import ACTIVE
from explainer.gui.formulas.figure_marks import painted
from explainer.gui.formulas.pictures import Drawing
from explainer.handouts.model import Block, Derivation, Document, StepPart
from explainer.handouts.paper.flow import flowed
from explainer.handouts.paper.lines import Bar, Dots, Figure, Formula, Frame, Inks, Item, Letters, Line, Link, Style
from explainer.handouts.paper.pages import Pages
from explainer.handouts.paper.setting import Setter

if TYPE_CHECKING:
    from explainer.typeset import Drawing as FigureDrawing
    from explainer.typeset import Picture

INK, GREY = "#000000", "#454545"
INKS: Final = Inks(INK, GREY, GREY, INK, GREY)
FOOT_PT = 26.0
"""The room for the number at the foot of a page."""
_FOOT: Final = Style(9.0, GREY)
_FONT_PX: Final = 100
"""Letters are measured and painted at this size, which is then scaled: a font has no parts of a pixel for its size."""

_X_HEIGHT: Final = 0.48
"""How high small letters may be, in em; those of the formulas are 0.43 high."""


class Room(NamedTuple):
    """The printable part of a page, in points."""

    width: float
    height: float


@dataclass
class Page:
    """The lines of a page, each with the place of its left end and baseline, and those that lead elsewhere."""

    lines: list[tuple[float, float, Line]] = field(default_factory=list)
    links: list[tuple[float, Link]] = field(default_factory=list)


class PrintedDocument:
    """A document that can be painted on pages of any size."""

    def __init__(self, document: Document, family: str) -> None:
        self.title = document.title
        self._document = document
        self._hand = _Hand(family)
        # Fonts of its own, for it works in a thread while pages are painted.
        self._setter = Setter(_Hand(family))
        self._blocks: list[Block] | None = None
        self._pages: dict[Room, _PaintedPages] = {}
        self._one_at_a_time = Lock()

    def lay_out(self, room: Room) -> None:
        """Set the document on pages with so much room.

        It may take long, for one wide line a second. Nothing of it needs the thread of the window; what is cancelled
        there raises CancelledError.
        """
        with self._one_at_a_time:
            if room in self._pages:
                return
            if self._blocks is None:
                self._blocks = self._read()
            pages = _PaintedPages(room)
            for _ in flowed(self._document, self._blocks, self._setter, pages, INKS):
                _go_on()
            pages.settle()
            self._pages[room] = pages

    def _read(self) -> list[Block]:
        """All blocks with their steps, which are then laid out for one paper after the other."""
        blocks: list[Block] = []
        for block in self._document.blocks:
            if isinstance(block, Derivation):
                steps: list[StepPart] = []
                for step in block.steps:
                    steps.append(step)
                    _go_on()
                block = replace(block, make_steps=steps.__iter__)
            blocks.append(block)
            _go_on()
        return blocks

    def count(self, room: Room) -> int:
        """How many pages there are; none before they are laid out."""
        pages = self._pages.get(room)
        return 0 if pages is None else len(pages.done)

    def pages(self, room: Room) -> list[Page]:
        """The pages; they are laid out now where that was not done before."""
        self.lay_out(room)
        return self._pages[room].done

    def paint_page(self, painter: QPainter, room: Room, number: int) -> None:
        """Paint one page, counted from 0, with its number at the foot."""
        pages = self.pages(room)
        for left, baseline, line in pages[number].lines:
            for x, rise, item in line.items:
                painter.save()
                painter.translate(left + x, baseline - rise)
                self._hand.paint(item, painter)
                painter.restore()
        for baseline, link in pages[number].links:
            page = self._pages[room].anchors.get(link.anchor, number)
            self._number(painter, f"{page + 1}", Style(link.size, link.colour), room.width, baseline, 1.0)
        self._number(painter, f"{number + 1} / {len(pages)}", _FOOT, room.width / 2, room.height - 4, 0.5)

    def _number(self, painter: QPainter, text: str, style: Style, x: float, y: float, share: float) -> None:
        """A number of a page, with so much of it left of a place."""
        width = self._hand.width(text, style.bold) * style.size
        painter.save()
        painter.translate(x - share * width, y)
        self._hand.paint(Letters(text, style, width), painter)
        painter.restore()


def _go_on() -> None:
    """Stop here if nobody waits for it any more; the budget of the derivation itself has ended long before."""
    budget = ACTIVE.get()
    if budget is not None and budget.cancelled:
        budget.look()


class _PaintedPages(Pages):
    """Pages that are kept, to be painted in any order."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.width, room.height - FOOT_PT)
        self.done = [Page()]
        self.anchors: dict[str, int] = {}

    def put(self, line: Line, top: float) -> None:
        baseline = top + line.height
        self.done[-1].lines.append((self.left, baseline, line))
        if line.anchor:
            self.anchors[line.anchor] = len(self.done) - 1
        if line.link:
            self.done[-1].links.append((baseline, line.link))

    def turn(self) -> None:
        self.done.append(Page())


class _Hand:
    """Writes words in the letters of the window; formulas and figures are painted from their outlines."""

    def __init__(self, family: str) -> None:
        self._fonts = {bold: _font(family, bold) for bold in (False, True)}
        self._metrics = {bold: QFontMetricsF(font) for bold, font in self._fonts.items()}
        # Small letters stand a little higher than those of formulas, whatever the font; else formulas look too small.
        shown = self._metrics[False].xHeight() / _FONT_PX
        self._em = min(1.0, max(0.85, _X_HEIGHT / shown if shown else 1.0)) / _FONT_PX
        self.width = cache(self._measured)
        self.space = self.width(" ", False)

    def formula(self, picture: Picture) -> Drawing:
        return Drawing(picture)

    def figure(self, drawing: FigureDrawing) -> FigureDrawing:
        return drawing

    def paint(self, item: Item, painter: QPainter) -> None:
        """Paint an item with the left end of its baseline at the origin."""
        if isinstance(item, Letters):
            painter.setFont(self._fonts[item.style.bold])
            painter.setPen(QColor(item.style.colour))
            painter.scale(item.style.size * self._em, item.style.size * self._em)
            painter.drawText(QPointF(0, 0), item.text)
        else:
            _paint(item, painter)

    def _measured(self, word: str, bold: bool) -> float:
        return self._metrics[bold].horizontalAdvance(word) * self._em


def _font(family: str, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(_FONT_PX)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@singledispatch
def _paint(item: object, painter: QPainter) -> None:
    raise TypeError(f"no way to paint {type(item).__name__}")


@_paint.register(Formula)
def _(item: Formula, painter: QPainter) -> None:
    assert isinstance(item.shape, Drawing)
    item.shape.paint(painter, QPointF(0, 0), item.size, QColor(item.colour))


@_paint.register(Figure)
def _(item: Figure, painter: QPainter) -> None:
    drawing: FigureDrawing = item.shape  # type: ignore[assignment]
    painter.translate(0, -drawing.height * item.size)
    painter.scale(item.size, item.size)
    for colour, marks in drawing.layers:
        for mark in marks:
            path, fill, pen = painted(mark, QColor(colour), drawing)
            if pen is None:
                painter.fillPath(path, fill)
            else:
                painter.strokePath(path, pen)


@_paint.register(Bar)
def _(item: Bar, painter: QPainter) -> None:
    painter.fillRect(QRectF(0, -item.height, item.width, item.height), QColor(item.colour))


@_paint.register(Frame)
def _(item: Frame, painter: QPainter) -> None:
    painter.setPen(QPen(QColor(item.colour), 0.9))
    painter.drawRect(QRectF(0, -item.height, item.width, item.height))


@_paint.register(Dots)
def _(item: Dots, painter: QPainter) -> None:
    if item.width > 0:
        pen = QPen(QColor(item.colour), 0.7, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 4 / 0.7])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 0), QPointF(item.width, 0))
