"""A handout as PDF on A4 or Letter: words that can be selected, formulas and figures as outlines, bookmarks and tags.

Neither TeX nor another library is needed. Start reading at `pdf_pages` (lines on pages) and `pdf_words` (words and
formulas as lines); here is how each block looks. Source of the file format: PDF 1.7 (ISO 32000-1).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Final

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
    Substep,
    Table,
    Words,
)
from explainer.handouts.pdf_pages import Element, Line, Link, Pages, Placed
from explainer.handouts.pdf_tables import table_lines
from explainer.handouts.pdf_words import DECORATION, Dots, Forms, Formula, Frame, Outlines, Setter, Style
from explainer.handouts.registry import Options, Pieces
from explainer.typeset.theme import find_theme

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path

_TEXT_PT, _SMALL_PT, _FIGURE_PT = 10.5, 9.5, 9.0
_HEADING_PT: Final = {1: 19.0, 2: 14.0, 3: 11.5}
_AROUND_PT, _BETWEEN_PT = 9.0, 5.0
_NUMBER_PT = 24.0
"""Steps are set in by this, behind their numbers."""
_FORMULA_PT = 14.0
"""Formulas on lines of their own are set in by this."""
_SMALLEST: Final = 0.75
"""A formula that is higher than a page is drawn smaller down to this, else it goes on on the next page."""
_FEWEST_CONTENTS = 3


def pieces(document: Document, options: Options) -> Pieces:
    """The file, page by page."""
    printing = _Printing(options["paper"], document)
    pages = printing.pages
    pages.add(printing.opening())
    for block in document.blocks:
        for lines in printing.put(block):
            pages.add(lines)
            yield pages.objects.taken()
    yield from pages.end(document.title)


class _Printing:
    """How the blocks of one document become lines."""

    def __init__(self, paper: str, document: Document) -> None:
        self._theme = find_theme("paper")._replace(background="#ffffff")
        self._document = document
        self.pages = Pages(paper, self._theme.muted)
        self._setter = Setter(Forms(self.pages.objects, self.pages.letters))
        self._text = Style(_TEXT_PT, self._theme.ink)
        self._bold = self._text._replace(bold=True)
        self._muted = Style(_TEXT_PT, self._theme.muted)
        self._small = Style(_SMALL_PT, self._theme.muted)

    def opening(self) -> Iterator[Line]:
        """The title, and where the parts begin if there are several."""
        yield from self._heading(1, self._document.title, bookmark=False)
        subtitle = self._words((self._document.subtitle,), self._muted, before=2.0)
        yield from subtitle
        contents = self._document.contents
        if len(contents) < _FEWEST_CONTENTS:
            return
        element = Element("TOC")
        for place, heading in enumerate(contents):
            yield from self._contents_line(heading, element, 16.0 if place == 0 else 0.0)

    def _contents_line(self, heading: Heading, contents: Element, before: float) -> Iterator[Line]:
        room = self.pages.room - 40
        lines = self._setter.paragraph((heading.text,), self._text, room, tag="TOCI", parent=contents, before=before)
        end = self._setter.width((heading.text,), self._text)
        for line in lines:
            if line is not lines[-1] or end > room:
                yield line
                continue
            dots = Placed(end + 8, 0.0, Dots(self.pages.room - end - 30, self._theme.muted))
            link = Link(heading.anchor, _TEXT_PT, self._theme.ink)
            yield Line((*line.items, dots), line.height, line.depth, line.element, line.before, link=link)

    @singledispatchmethod
    def put(self, block: Block) -> Iterator[list[Line]]:
        """The lines of a block, in portions."""
        raise TypeError(f"no place in a PDF for {type(block).__name__}")

    @put.register
    def _(self, block: Heading) -> Iterator[list[Line]]:
        yield self._heading(block.level, block.text, block.anchor)

    @put.register
    def _(self, block: Paragraph) -> Iterator[list[Line]]:
        style = self._text
        if block.role == "warning":
            style = self._bold._replace(colour=self._theme.changed_before)
        yield self._words(block.words, style)

    @put.register
    def _(self, block: Bullets) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), self._bold, before=_AROUND_PT, keep=True)
        listed = Element("L")
        for item in block.items:
            label = self._setter.paragraph(("•",), self._text, 20, tag="Lbl", parent=listed)[0]
            lines = self._set(item, self._text, tag="LI", parent=listed, indent=14.0, before=2.0)
            if lines:
                first = lines[0]
                lines[0] = self._beside(first, Placed(2.0, 0.0, label.items[0].item))
            yield lines

    @put.register
    def _(self, block: Rules) -> Iterator[list[Line]]:
        yield from self.put(block.bullets)

    @put.register
    def _(self, block: Question) -> Iterator[list[Line]]:
        yield self._words(("Think: ", *block.words), self._bold, before=_AROUND_PT, keep=True)
        yield self._words(("Hint: ", *block.hint), self._muted, before=2.0)

    @put.register
    def _(self, block: Table) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), self._bold, before=_AROUND_PT, keep=True)
        styles = Style(_SMALL_PT, self._theme.ink), Style(_SMALL_PT, self._theme.muted, bold=True)
        yield table_lines(self._setter, block, styles, self.pages.room, self._theme.muted)

    @put.register
    def _(self, block: Picture) -> Iterator[list[Line]]:
        figure = block.figure
        drawing = figure.sheet().drawing(self._theme)
        size = _FIGURE_PT * min(
            1.0,
            self.pages.room / (drawing.width * _FIGURE_PT),
            (self.pages.column - 90) / (drawing.height * _FIGURE_PT),
        )
        element = Element("Figure", f"{figure.title}. {figure.description}")
        item = Outlines(self._setter.forms.figure(drawing), size)
        left = (self.pages.room - drawing.width * size) / 2
        placed = (Placed(left, 0.0, item),)
        caption = self._words(block.caption or (figure.title,), self._small, before=4.0, tag="Caption")
        yield [Line(placed, drawing.height * size, 0.0, element, before=_AROUND_PT, keep=bool(caption)), *caption]

    @put.register
    def _(self, block: Derivation) -> Iterator[list[Line]]:
        yield self._words(block.task, self._text, keep=True)
        yield self._words((" ".join((f"{block.setting}.", *block.notes)),), self._small, before=2.0, keep=True)
        yield self._display(block.start, "", 0.0, keep=True)
        known: dict[tuple[Words, ...], int] = {}
        for step in block.steps:
            yield from self._step(step, known.setdefault(step.statements, step.number))
        if block.ending:
            yield self._words((block.ending,), self._bold._replace(colour=self._theme.changed_before))
            return
        yield self._words(("Result",), self._bold, before=_AROUND_PT, keep=True)
        result = self._display(block.result, "", 0.0)
        yield [self._framed(*result)] if len(result) == 1 else result

    def _step(self, step: StepPart, first: int) -> Iterator[list[Line]]:
        """The number and the rule, the line after it, why, what it assumes, and what the numbers say.

        `first` is the first step with this rule: there the rule stands, later steps point to it.
        """
        yield [self._step_title(step)]
        if step.falling:
            yield self._display(step.before, "", _NUMBER_PT, keep=True, falling=step.falling)
        yield self._display(step.line, "=", _NUMBER_PT, keep=True)
        reason: list[str | Node] = list(step.reason)
        yield self._set(reason, self._text, indent=_NUMBER_PT, before=_BETWEEN_PT)
        if step.assumptions:
            yield self._set(step.assumed, self._text, indent=_NUMBER_PT)
        if step.statements:
            rule = step.rule_in_words if first == step.number else (f"Rule: see step {first}.",)
            yield self._set(rule, self._small, indent=_NUMBER_PT, before=1.0)
        check = (
            self._small if step.state == "ok" else self._small._replace(colour=self._theme.changed_before, bold=True)
        )
        yield self._set((step.verdict,), check, indent=_NUMBER_PT)
        for part in step.substeps:
            yield self._substep(part)

    def _step_title(self, step: StepPart) -> Line:
        """The number left of the title, the phase at the right edge."""
        words, phase = (f"{step.number}", step.title), step.phase
        element = Element("H2" if self._document.single else "H3")
        setter = self._setter
        title = setter.paragraph((words[1],), self._bold, self.pages.room - _NUMBER_PT - 80, indent=_NUMBER_PT)[0]
        number = setter.paragraph((words[0],), self._bold._replace(colour=self._theme.accent), 60)[0]
        said = setter.paragraph((phase,), self._small, 80)[0]
        right = self.pages.room - setter.width((phase,), self._small)
        items = (*number.items, *title.items, *(Placed(right + x, rise, item) for x, rise, item in said.items))
        return Line(
            items, title.height, title.depth, element, before=13.0, keep=True,
            bookmark=(4, f"{step.number}. {step.title}"),
        )  # fmt: skip

    def _substep(self, part: Substep) -> list[Line]:
        """A step inside a step: small, and set in further."""
        words: list[str | Node] = [f"{part.number}. {part.title}: "]
        for place, node in enumerate(part.news):
            words += ["; ", node] if place else [node]
        return self._set(words, self._small, indent=_NUMBER_PT + 14.0, before=1.0)

    # --- the parts of which they are made ----------------------------------------------------------------------------

    def _heading(self, level: int, text: str, anchor: str = "", *, bookmark: bool = True) -> list[Line]:
        size = _HEADING_PT[level]
        style = Style(size, self._theme.ink, bold=True)
        lines = self._setter.paragraph(
            (text,), style, self.pages.room, tag=f"H{level}", before=size * 1.4, keep=level > 1
        )
        if not lines:
            return []
        first = lines[0]
        lines[0] = Line(
            first.items, first.height, first.depth, first.element, first.before, keep=first.keep, anchor=anchor,
            bookmark=(level, text) if bookmark else None,
        )  # fmt: skip
        return lines

    def _words(
        self, words: Words, style: Style, *, before: float = _BETWEEN_PT, keep: bool = False, tag: str = "P"
    ) -> list[Line]:
        return self._set(words, style, before=before, keep=keep, tag=tag)

    def _set(
        self,
        words: Words | list[str | Node],
        style: Style,
        *,
        tag: str = "P",
        parent: Element | None = None,
        indent: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> list[Line]:
        room = self.pages.room - indent
        return self._setter.paragraph(
            tuple(words), style, room, tag=tag, parent=parent, indent=indent, before=before, keep=keep
        )

    def _display(
        self, node: Node, sign: str, indent: float, *, keep: bool = False, falling: tuple[Path, ...] = ()
    ) -> list[Line]:
        """A formula on lines of its own, drawn smaller where it is a little higher than a page or cannot be broken."""
        left = indent + _FORMULA_PT
        room, most = self.pages.room - left, self.pages.column - 60
        forms, text, said = self._setter.forms.display(
            node, sign, (room / _TEXT_PT, most / _TEXT_PT / _SMALLEST), falling
        )
        widest = max(form.width for form in forms)
        highest = max(form.height + form.depth for form in forms)
        size = min(_TEXT_PT, room / max(widest, 1e-6), most / max(highest, 1e-6))
        element = Element("Formula", said)
        lines: list[Line] = []
        for place, form in enumerate(forms):
            item = Formula(form.number, size, self._theme.ink, form.width * size, "" if place else text, None)
            height, depth = max(form.height * size, size * 0.7), form.depth * size + 2
            ahead = keep and place == len(forms) - 1
            lines.append(Line((Placed(left, 0.0, item),), height, depth, element, before=7.0, keep=ahead))
        return lines

    def _framed(self, line: Line) -> Line:
        """A line in a frame."""
        pad = 8.0
        (x, rise, item) = line.items[0]
        assert isinstance(item, Formula)
        low = -line.depth - pad + 2
        frame = Frame(item.width + 2 * pad, line.height + pad - low, self._theme.changed_after)
        items = (Placed(x - pad, low, frame), Placed(x, rise, item))
        return Line(items, line.height + pad, line.depth + pad, line.element, before=4.0)

    @staticmethod
    def _beside(line: Line, placed: Placed) -> Line:
        """A line with a mark before it."""
        mark = placed._replace(item=placed.item._replace(element=DECORATION))  # type: ignore[attr-defined]
        return Line((mark, *line.items), line.height, line.depth, line.element, line.before, line.keep)
