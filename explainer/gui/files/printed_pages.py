"""A handout's document on the pages of a printer: its blocks as lines, lines under each other, pages with numbers.

Black on white whatever the theme. Neither a line nor a formula is cut in two, a title stays with what it is the title
of, and what is wider or higher than the page is drawn smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import singledispatchmethod
from typing import NamedTuple

from PySide6.QtGui import QPainter

from explainer.gui.files.printed_lines import GREY, FigureSheet, Formula, Frame, Letters, Line, Placed, Setter
from explainer.handouts.model import (
    Block,
    Bullets,
    Derivation,
    Document,
    Heading,
    Paragraph,
    Picture,
    Question,
    Rules,
    StepPart,
    Table,
    Words,
)

TEXT_PT, SMALL_PT = 10, 9
HEADING_PT = {1: 18, 2: 14, 3: 12}
FOOT_PT = 26.0
"""The room for the number at the foot of a page."""
_FIGURE_PT = 9.0
_NUMBER_PT = 24.0
"""Steps are set in by this, behind their numbers."""
_FORMULA_PT = 12.0
"""Formulas on lines of their own are set in by this."""
_PAD_PT = 7.0
_GAP_PT = 14.0


class Room(NamedTuple):
    """The printable part of a page, in points."""

    width: float
    height: float


class Page(NamedTuple):
    """The lines of a page, each with the place of its baseline."""

    lines: tuple[tuple[float, Line], ...]


class PrintedDocument:
    """A document that can be painted on pages of any size. `read` and `lay_out` can be gone through in slices."""

    def __init__(self, document: Document, family: str) -> None:
        self.title = document.title
        self._document = document
        self._setter = Setter(family)
        self._blocks: list[Block] | None = None
        self._pages: dict[Room, list[Page]] = {}

    def read(self) -> Iterator[None]:
        """Make all blocks and steps, so that they can be laid out for one paper after the other."""
        blocks: list[Block] = []
        for block in self._document.blocks:
            if isinstance(block, Derivation):
                steps: list[StepPart] = []
                for step in block.steps:
                    steps.append(step)
                    yield
                block = replace(block, make_steps=steps.__iter__)
            blocks.append(block)
            yield
        self._blocks = blocks

    def lay_out(self, room: Room) -> Iterator[None]:
        """Set the document on pages with so much room."""
        if room in self._pages:
            return
        if self._blocks is None:
            yield from self.read()
        pages = _Pages(room)
        layout = _Layout(self._setter, Room(room.width, room.height - FOOT_PT))
        pages.add(layout.opening(self._document))
        for block in self._blocks or ():
            for lines in layout.put(block):
                pages.add(lines)
                yield
        self._pages[room] = pages.end()

    def pages(self, room: Room) -> list[Page]:
        """The pages; they are laid out now where that was not done before."""
        for _ in self.lay_out(room):
            pass
        return self._pages[room]

    def paint_page(self, painter: QPainter, room: Room, number: int) -> None:
        """Paint one page, counted from 0, with its number at the foot."""
        pages = self.pages(room)
        painter.setPen(GREY)  # or the black of the first words is taken for what the painter has, and a theme's shows
        for baseline, line in pages[number].lines:
            line.paint(painter, 0.0, baseline)
        font = self._setter.font(SMALL_PT)
        text = f"{number + 1} / {len(pages)}"
        foot = Letters(text, font, GREY)
        foot_line = Line((Placed((room.width - self._setter.width(text, font)) / 2, 0.0, foot),), 0, 0)
        foot_line.paint(painter, 0.0, room.height - 4)


class _Pages:
    """Lines put under each other, and a new page where one is full."""

    def __init__(self, room: Room) -> None:
        self._most = room.height - FOOT_PT
        self._done: list[Page] = []
        self._lines: list[tuple[float, Line]] = []
        self._below = 0.0
        self._waiting: list[Line] = []

    def add(self, lines: Iterable[Line]) -> None:
        """Put lines under those that are there; those that belong together wait for the last of them."""
        for line in lines:
            self._waiting.append(line)
            if not line.keep:
                self._place_waiting()

    def end(self) -> list[Page]:
        """All pages; a document without a line has one that is empty."""
        self._place_waiting()
        if self._lines or not self._done:
            self._break()
        return self._done

    def _place_waiting(self) -> None:
        together, self._waiting = self._waiting, []
        high = sum(line.before + line.ascent + line.descent for line in together)
        if self._lines and self._below + high > self._most:
            self._break()
        for line in together:
            needed = line.ascent + line.descent
            if self._lines and self._below + line.before + needed > self._most:
                self._break()
            top = self._below + (line.before if self._lines else 0.0)
            self._lines.append((top + line.ascent, line))
            self._below = top + needed

    def _break(self) -> None:
        self._done.append(Page(tuple(self._lines)))
        self._lines, self._below = [], 0.0


class _Layout:
    """How the blocks of a document become lines."""

    def __init__(self, setter: Setter, room: Room) -> None:
        self._setter = setter
        self._room = room
        self._text, self._small = setter.font(TEXT_PT), setter.font(SMALL_PT)
        self._bold = setter.font(TEXT_PT, bold=True)

    def opening(self, document: Document) -> Iterator[Line]:
        """The title and what stands below it."""
        font = self._setter.font(HEADING_PT[1], bold=True)
        yield from self._setter.paragraph((document.title,), font, self._room.width, keep=True)
        yield from self._words((document.subtitle,), small=True, before=4.0)

    @singledispatchmethod
    def put(self, block: Block) -> Iterator[list[Line]]:
        """The lines of a block, in portions."""
        raise TypeError(f"no place on paper for {type(block).__name__}")

    @put.register
    def _(self, block: Heading) -> Iterator[list[Line]]:
        size = HEADING_PT[block.level]
        font = self._setter.font(size, bold=True)
        yield self._setter.paragraph((block.text,), font, self._room.width, before=size * 1.4, keep=True)

    @put.register
    def _(self, block: Paragraph) -> Iterator[list[Line]]:
        yield self._words(block.words, bold=block.role == "warning", before=6.0)

    @put.register
    def _(self, block: Bullets) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), bold=True, before=10.0, keep=True)
        for item in block.items:
            lines = self._words(item, indent=_FORMULA_PT, before=3.0)
            if lines:
                mark = Placed(0.0, 0.0, Letters("•", self._text, GREY))
                lines[0] = lines[0]._replace(items=(mark, *lines[0].items))
            yield lines

    @put.register
    def _(self, block: Rules) -> Iterator[list[Line]]:
        yield from self.put(block.bullets)

    @put.register
    def _(self, block: Question) -> Iterator[list[Line]]:
        yield self._words(("Think: ", *block.words), bold=True, before=10.0, keep=True)
        yield self._words(("Hint: ", *block.hint), small=True, before=3.0)

    @put.register
    def _(self, block: Table) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), bold=True, before=10.0, keep=True)
        yield list(self._table(block))

    @put.register
    def _(self, block: Picture) -> Iterator[list[Line]]:
        from explainer.typeset.theme import find_theme

        drawing = block.figure.sheet().drawing(find_theme("paper")._replace(background="#ffffff"))
        size = _FIGURE_PT * min(
            1.0,
            self._room.width / (drawing.width * _FIGURE_PT),
            (self._room.height - 60) / (drawing.height * _FIGURE_PT),
        )
        left = (self._room.width - drawing.width * size) / 2
        picture = Line((Placed(left, 0.0, FigureSheet(drawing, size)),), drawing.height * size, 0.0, 10.0, True)
        yield [picture, *self._words(block.caption or (block.figure.title,), small=True, before=4.0)]

    @put.register
    def _(self, block: Derivation) -> Iterator[list[Line]]:
        yield self._words(block.task, before=8.0, keep=True)
        yield self._words((" ".join((f"{block.setting}.", *block.notes)),), small=True, before=3.0, keep=True)
        yield [self._formula(block.start, "", 0.0)]
        known: dict[tuple[Words, ...], int] = {}
        for step in block.steps:
            yield from self._step(step, known.setdefault(step.statements, step.number))
        if block.ending:
            yield self._words((block.ending,), bold=True, before=10.0)
            return
        yield self._words(("Result",), bold=True, before=14.0, keep=True)
        yield [self._framed(block)]

    def _step(self, step: StepPart, first: int) -> Iterator[list[Line]]:
        """The rule, the line after it, why, what it assumes, and what the numbers say."""
        yield [self._step_title(step)]
        if step.falling:
            yield [self._formula(step.before, "", _NUMBER_PT, keep=True, step=step)]
        yield [self._formula(step.line, "=", _NUMBER_PT, keep=True)]
        yield self._words(step.reason, indent=_NUMBER_PT, before=4.0)
        if step.assumptions:
            yield self._words(step.assumed, indent=_NUMBER_PT, before=2.0)
        if step.statements:
            rule = step.rule_in_words if first == step.number else (f"Rule: see step {first}.",)
            yield self._words(rule, small=True, indent=_NUMBER_PT, before=2.0)
        yield self._words(
            (step.verdict,), small=step.state == "ok", bold=step.state != "ok", indent=_NUMBER_PT, before=2.0
        )
        for part in step.substeps:
            words: list[object] = [f"{part.number}. {part.title}: "]
            for place, node in enumerate(part.news):
                words += ["; ", node] if place else [node]
            yield self._words(tuple(words), small=True, indent=_NUMBER_PT + 14.0, before=2.0)  # type: ignore[arg-type]

    def _step_title(self, step: StepPart) -> Line:
        """The number left of the title, the phase at the right edge."""
        lines = self._setter.paragraph((step.title,), self._bold, self._room.width - _NUMBER_PT - 80)
        right = self._room.width - self._setter.width(step.phase, self._small)
        number = Placed(0.0, 0.0, Letters(f"{step.number}", self._bold, GREY))
        phase = Placed(right, 0.0, Letters(step.phase, self._small, GREY))
        title = (Placed(_NUMBER_PT + item.x, item.drop, item.content) for item in lines[0].items)
        return Line((number, *title, phase), lines[0].ascent, lines[0].descent, 14.0, True)

    def _formula(
        self, node: object, sign: str, indent: float, *, keep: bool = False, step: StepPart | None = None
    ) -> Line:
        left = indent + _FORMULA_PT
        formula, _, ascent, descent = self._setter.display(
            node,  # type: ignore[arg-type]
            sign,
            self._room.width - left,
            self._room.height - 80,
            step.falling if step else (),
        )
        return Line((Placed(left, 0.0, formula),), ascent, descent + 2, 8.0, keep)

    def _framed(self, block: Derivation) -> Line:
        """The result in a frame."""
        left = _FORMULA_PT + _PAD_PT
        formula, width, ascent, descent = self._setter.display(
            block.result, "", self._room.width - left - _PAD_PT, self._room.height - 80
        )
        frame = Frame(width + 2 * _PAD_PT, ascent + descent + 2 * _PAD_PT, 0.8)
        items = (Placed(left, 0.0, formula), Placed(left - _PAD_PT, descent + _PAD_PT, frame))
        return Line(items, ascent + _PAD_PT, descent + _PAD_PT, 6.0)

    def _words(
        self,
        words: Words,
        *,
        bold: bool = False,
        small: bool = False,
        indent: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> list[Line]:
        font = self._bold if bold else self._small if small else self._text
        room = self._room.width - indent
        if small and not bold:
            return self._setter.paragraph(words, font, room, colour=GREY, indent=indent, before=before, keep=keep)
        return self._setter.paragraph(words, font, room, indent=indent, before=before, keep=keep)

    def _table(self, table: Table) -> Iterator[Line]:
        """The rows, each with a rule under it; cells share the width by what they need."""
        heads: tuple[Words, ...] = tuple((text,) for text in table.head)
        rows = [heads, *table.rows] if any(table.head) else list(table.rows)
        count = max((len(row) for row in rows), default=0)
        if not count:
            return
        widths = self._widths([list(row) for row in rows], count)
        for place, row in enumerate(rows):
            cells = [
                self._setter.paragraph(cell, self._small, width)
                for cell, width in zip(row, widths, strict=False)
            ]  # fmt: skip
            yield self._row(cells, widths, keep=place == 0 or place == len(rows) - 2)

    def _widths(self, rows: list[list[Words]], count: int) -> list[float]:
        from explainer.handouts.pdf_tables import column_widths

        natural = [0.0] * count
        for row in rows:
            for column, cell in enumerate(row):
                lines = self._setter.paragraph(cell, self._small, 10_000.0)
                natural[column] = max(natural[column], *(right_end(line) for line in lines), 0.0)
        return column_widths(natural, self._room.width - _GAP_PT * (count - 1))

    def _row(self, cells: list[list[Line]], widths: list[float], *, keep: bool) -> Line:
        ascent = max((lines[0].ascent for lines in cells if lines), default=float(SMALL_PT))
        items: list[Placed] = []
        x, depth = 0.0, SMALL_PT * 0.25
        for lines, width in zip(cells, widths, strict=False):
            drop = 0.0
            for place, line in enumerate(lines):
                if place:
                    drop += lines[place - 1].descent + line.before + line.ascent
                items += [Placed(x + item.x, drop + item.drop, item.content) for item in line.items]
                depth = max(depth, drop + line.descent)
            x += width + _GAP_PT
        depth += 3
        items.append(Placed(0.0, depth, Frame(sum(widths) + _GAP_PT * (len(widths) - 1), 0.0, 0.4)))
        return Line(tuple(items), ascent + 3, depth, 0.0, keep)


def right_end(line: Line) -> float:
    """The right end of a line."""
    from PySide6.QtGui import QFontMetricsF

    ends = [0.0]
    for item in line.items:
        content = item.content
        if isinstance(content, Letters):
            ends.append(item.x + QFontMetricsF(content.font).horizontalAdvance(content.text))
        elif isinstance(content, Formula):
            ends.append(item.x + content.drawing.width * content.size)
    return max(ends) + 0.5
