"""How each block of a document looks on paper: its lines, in portions, for whichever writer.

What is too wide for a page is broken or drawn smaller, a title stays with what it is the title of, and a rule is said
where it comes first; later steps point to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Final

from explainer.handouts import model
from explainer.handouts.paper.lines import (
    DECORATION,
    Bar,
    Dots,
    Element,
    Figure,
    Formula,
    Frame,
    Inks,
    Letters,
    Line,
    Link,
    Placed,
    Style,
)
from explainer.handouts.paper.setting import SMALLEST, Setter
from explainer.handouts.paper.tables import table_lines
from explainer.typeset.theme import find_theme

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path

_TEXT_PT, _SMALL_PT, _FIGURE_PT = 10.5, 9.5, 9.0
SHORT_PT: Final = 9.0
"""The size of words and formulas in a document that is to be short."""
_HEADING_PT: Final = {1: 19.0, 2: 14.0, 3: 11.5}
_AROUND_PT, _BETWEEN_PT = 9.0, 5.0
_NUMBER_PT = 24.0
"""Steps are set in by this, behind their numbers."""
_FORMULA_PT = 14.0
"""Formulas on lines of their own are set in by this."""
_FEWEST_CONTENTS = 3
_LABEL, _LABEL_GAP_PT = 0.85, 10.0
"""The names of rules beside short lines are smaller than small words by this, and so far from the formula at least."""
_WRITTEN_PT, _HAIRLINE_PT = 24.0, 0.4
"""The distance of the lines that are written on, and how thick they are."""


class Layout:
    """The lines of one document, for a column of this width and height."""

    def __init__(
        self, document: model.Document, setter: Setter, room: float, column: float, inks: Inks, size: float = _TEXT_PT
    ) -> None:
        self._document, self._setter, self._inks = document, setter, inks
        self._room, self._column, self._size = room, column, size
        small = size * _SMALL_PT / _TEXT_PT
        self._text, self._bold = Style(size, inks.ink), Style(size, inks.ink, bold=True)
        self._wrong = Style(size, inks.wrong, bold=True)
        self._muted, self._small = Style(size, inks.muted), Style(small, inks.muted)

    def opening(self) -> Iterator[Line]:
        """The title, and where the parts begin if there are several."""
        yield from self._heading(1, self._document.title, bookmark=False)
        yield from self._words((self._document.subtitle,), self._muted, before=2.0)
        contents = self._document.contents
        if len(contents) < _FEWEST_CONTENTS:
            return
        element = Element("TOC")
        for place, heading in enumerate(contents):
            yield from self._contents_line(heading, element, 16.0 if place == 0 else 0.0)

    def _contents_line(self, heading: model.Heading, contents: Element, before: float) -> Iterator[Line]:
        room = self._room - 40
        lines = self._setter.paragraph((heading.text,), self._text, room, tag="TOCI", parent=contents, before=before)
        end = self._setter.width((heading.text,), self._text)
        for line in lines:
            if line is not lines[-1] or end > room:
                yield line
                continue
            dots = Placed(end + 8, 0.0, Dots(self._room - end - 30, self._inks.muted))
            link = Link(heading.anchor, _TEXT_PT, self._inks.ink)
            yield replace(line, items=(*line.items, dots), link=link)

    @singledispatchmethod
    def put(self, block: model.Block) -> Iterator[list[Line]]:
        """The lines of a block, in portions."""
        raise TypeError(f"no place on paper for {type(block).__name__}")

    @put.register(model.Heading)
    def _(self, block: model.Heading) -> Iterator[list[Line]]:
        yield self._heading(block.level, block.text, block.anchor)

    @put.register(model.Paragraph)
    def _(self, block: model.Paragraph) -> Iterator[list[Line]]:
        yield self._words(block.words, self._wrong if block.role == "warning" else self._text)

    @put.register(model.Bullets)
    def _(self, block: model.Bullets) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), self._bold, before=_AROUND_PT, keep=True)
        listed = Element("L")
        for item in block.items:
            label = self._setter.paragraph(("•",), self._text, 20, tag="Lbl", parent=listed)[0]
            lines = self._set(item, self._text, tag="LI", parent=listed, indent=14.0, before=2.0)
            if lines:
                mark = label.items[0].item._replace(element=DECORATION)
                lines[0] = replace(lines[0], items=(Placed(2.0, 0.0, mark), *lines[0].items))
            yield lines

    @put.register(model.Rules)
    def _(self, block: model.Rules) -> Iterator[list[Line]]:
        yield from self.put(block.bullets)

    @put.register(model.Question)
    def _(self, block: model.Question) -> Iterator[list[Line]]:
        yield self._words((f"{block.heading} ", *block.words), self._bold, before=_AROUND_PT, keep=True)
        yield self._words((f"{block.reply}: ", *block.hint), self._muted, before=2.0)

    @put.register(model.Table)
    def _(self, block: model.Table) -> Iterator[list[Line]]:
        if block.title:
            yield self._words((block.title,), self._bold, before=_AROUND_PT, keep=True)
        styles = Style(_SMALL_PT, self._inks.ink), Style(_SMALL_PT, self._inks.muted, bold=True)
        yield table_lines(self._setter, block, styles, self._room, self._inks.muted)

    @put.register(model.Picture)
    def _(self, block: model.Picture) -> Iterator[list[Line]]:
        figure = block.figure
        drawing = figure.sheet().drawing(find_theme("paper")._replace(background="#ffffff"))
        size = _FIGURE_PT * min(
            1.0,
            self._room / (drawing.width * _FIGURE_PT),
            (self._column - 90) / (drawing.height * _FIGURE_PT),
        )
        element = Element("Figure", f"{figure.title}. {figure.description}")
        item = Figure(self._setter.writer.figure(drawing), size, drawing.width * size)
        left = (self._room - drawing.width * size) / 2
        placed = (Placed(left, 0.0, item),)
        caption = self._words(block.caption or (figure.title,), self._small, before=4.0, tag="Caption")
        yield [Line(placed, drawing.height * size, 0.0, element, before=_AROUND_PT, keep=bool(caption)), *caption]

    @put.register(model.Task)
    def _(self, block: model.Task) -> Iterator[list[Line]]:
        words = (f"{block.number}.  ", *block.words)
        yield self._words(words, self._bold, before=16.0, keep=True)
        yield self._display(block.formula, "", 0.0, keep=bool(block.lines))
        bar = (Placed(0.0, 0.0, Bar(self._room, _HAIRLINE_PT, self._inks.muted)),)
        yield [Line(bar, _WRITTEN_PT, 0.0, DECORATION, keep=place + 1 < block.lines) for place in range(block.lines)]

    @put.register(model.NewPage)
    def _(self, block: model.NewPage) -> Iterator[list[Line]]:
        yield [Line((), 0.0, 0.0, DECORATION, on_new_page=True, keep=True)]

    @put.register(model.Derivation)
    def _(self, block: model.Derivation) -> Iterator[list[Line]]:
        yield self._words(block.task, self._text, keep=True)
        yield self._words(block.given, self._small, before=2.0, keep=True)
        yield self._display(block.start, "", 0.0, keep=True)
        known: dict[tuple[model.Words, ...], int] = {}
        for step in block.steps:
            yield from self._step(step, known.setdefault(step.statements, step.number))
        if block.ending:
            yield self._words((block.ending,), self._wrong)
            return
        yield self._words(("Result",), self._bold, before=_AROUND_PT, keep=True)
        result = self._display(block.result, "", 0.0)
        yield [self._framed(*result)] if len(result) == 1 else result

    @put.register(model.Lines)
    def _(self, block: model.Lines) -> Iterator[list[Line]]:
        if not self._document.in_columns:  # where room is short the first line says it
            yield self._words(block.task, self._text, keep=True)
        yield self._display(block.start, "", 0.0, keep=True)
        parts = list(block.parts)
        ending = block.ending
        for part in parts:
            is_last = part is parts[-1]
            lines = self._short_line(part, framed=is_last and not ending)
            if part in parts[-2:-1]:  # the result does not stand alone on a page
                lines[-1] = replace(lines[-1], keep=True)
            yield lines
        if ending:
            yield self._words((ending,), self._wrong)

    def _short_line(self, part: model.LinePart, *, framed: bool) -> list[Line]:
        """A line behind the name of its rule, on one line with it where there is room; else rows to write on."""
        style = self._small._replace(size=self._small.size * _LABEL)
        name = (f"{part.number}  {part.title}",)
        label = [replace(line, keep=True) for line in self._setter.paragraph(name, style, self._room, before=3.0)]
        if part.line is None:
            bar = Placed(_FORMULA_PT, 0.0, Bar(self._room - _FORMULA_PT, _HAIRLINE_PT, self._inks.muted))
            sign = self._setter.paragraph(("=",), self._text, _FORMULA_PT)[0]
            further = (Line((bar,), _WRITTEN_PT, 2.0, sign.element),) * (part.rows - 1)
            return [*label, Line((*sign.items, bar), _WRITTEN_PT, 2.0, sign.element), *further]
        if part.facts:
            told: list[str | Node] = [word for fact in part.facts for word in (";  ", fact)]
            return [*label, *self._set(told[1:], self._text, indent=_FORMULA_PT, before=2.0)]
        lines = self._display(part.line, "=", 0.0, changed=part.changed)
        if framed and len(lines) == 1:
            lines = [self._framed(lines[0])]
        start = self._room - self._setter.width(name, style)
        if len(lines) > 1 or len(label) > 1 or lines[0].right + _LABEL_GAP_PT > start:
            return [*label, replace(lines[0], before=6.0 if framed else 1.0), *lines[1:]]
        (words,) = label
        beside = (
            Placed(x + start, rise, item._replace(element=words.element) if isinstance(item, Letters) else item)
            for x, rise, item in words.items
        )
        return [replace(lines[0], items=(*lines[0].items, *beside))]

    def _step(self, step: model.StepPart, first: int) -> Iterator[list[Line]]:
        """The number and the rule, the line after it, why, what it assumes, and what the numbers say.

        `first` is the first step with this rule: there the rule stands, later steps point to it.
        """
        yield [self._step_title(step)]
        if step.falling:
            yield self._display(step.before, "", _NUMBER_PT, keep=True, falling=step.falling)
        if step.tempting is not None:
            yield self._display(step.tempting, "!=", _NUMBER_PT, keep=True, falling=((),))
        else:
            yield self._display(step.line, "=", _NUMBER_PT, keep=True, changed=step.changed_after)
        yield self._set(step.reason, self._text, indent=_NUMBER_PT, before=_BETWEEN_PT)
        if step.assumptions:
            yield self._set(step.assumed, self._text, indent=_NUMBER_PT)
        if step.statements:
            rule = step.rule_in_words if first == step.number else (f"Rule: see step {first}.",)
            yield self._set(rule, self._small, indent=_NUMBER_PT, before=1.0)
        check = self._small if step.state == "ok" else self._wrong._replace(size=_SMALL_PT)
        yield self._set((step.verdict,), check, indent=_NUMBER_PT)
        for part in step.substeps:
            yield self._substep(part)

    def _step_title(self, step: model.StepPart) -> Line:
        """The number left of the title, the phase at the right edge."""
        words, phase = (f"{step.number}", step.title), step.phase
        element = Element("H2" if self._document.single else "H3")
        setter = self._setter
        title = setter.paragraph((words[1],), self._bold, self._room - _NUMBER_PT - 80, indent=_NUMBER_PT)[0]
        number = setter.paragraph((words[0],), self._bold._replace(colour=self._inks.accent), 60)[0]
        said = setter.paragraph((phase,), self._small, 80)[0]
        right = self._room - setter.width((phase,), self._small)
        items = (*number.items, *title.items, *(Placed(right + x, rise, item) for x, rise, item in said.items))
        return Line(
            items, title.height, title.depth, element, before=13.0, keep=True,
            bookmark=(4, f"{step.number}. {step.title}"),
        )  # fmt: skip

    def _substep(self, part: model.Substep) -> list[Line]:
        """A step inside a step: small, and set in further."""
        words: list[str | Node] = [f"{part.number}. {part.title}: "]
        for place, node in enumerate(part.news):
            words += ["; ", node] if place else [node]
        return self._set(words, self._small, indent=_NUMBER_PT + 14.0, before=1.0)

    # --- the parts of which they are made ----------------------------------------------------------------------------

    def _heading(self, level: int, text: str, anchor: str = "", *, bookmark: bool = True) -> list[Line]:
        size = _HEADING_PT[level] * (1.0 if level == 1 else self._size / _TEXT_PT)
        style = Style(size, self._inks.ink, bold=True)
        lines = self._setter.paragraph((text,), style, self._room, tag=f"H{level}", before=size * 1.4, keep=level > 1)
        if not lines:
            return []
        lines[0] = replace(lines[0], anchor=anchor, bookmark=(level, text) if bookmark else None)
        return lines

    def _words(
        self, words: model.Words, style: Style, *, before: float = _BETWEEN_PT, keep: bool = False, tag: str = "P"
    ) -> list[Line]:
        return self._set(words, style, before=before, keep=keep, tag=tag)

    def _set(
        self,
        words: model.Words | list[str | Node],
        style: Style,
        *,
        tag: str = "P",
        parent: Element | None = None,
        indent: float = 0.0,
        before: float = 0.0,
        keep: bool = False,
    ) -> list[Line]:
        room = self._room - indent
        return self._setter.paragraph(
            tuple(words), style, room, tag=tag, parent=parent, indent=indent, before=before, keep=keep
        )

    def _display(
        self,
        node: Node,
        sign: str,
        indent: float,
        *,
        keep: bool = False,
        falling: tuple[Path, ...] = (),
        changed: tuple[Path, ...] = (),
    ) -> list[Line]:
        """A formula on lines of its own, drawn smaller where it is a little higher than a page or cannot be broken."""
        left = indent + _FORMULA_PT
        room, most = self._room - left, self._column - 60
        shapes, text, said = self._setter.display(
            node, sign, (room / self._size, most / self._size / SMALLEST), falling, changed
        )
        widest = max(shape.width for shape in shapes)
        highest = max(shape.height + shape.depth for shape in shapes)
        size = min(self._size, room / max(widest, 1e-6), most / max(highest, 1e-6))
        element = Element("Formula", said)
        lines: list[Line] = []
        for place, shape in enumerate(shapes):
            item = Formula(shape.shape, size, self._inks.ink, shape.width * size, "" if place else text, None)
            height, depth = max(shape.height * size, size * 0.7), shape.depth * size + 2
            ahead = keep and place == len(shapes) - 1
            lines.append(Line((Placed(left, 0.0, item),), height, depth, element, before=7.0, keep=ahead))
        return lines

    def _framed(self, line: Line) -> Line:
        """A line in a frame."""
        pad = 8.0
        (x, rise, item) = line.items[0]
        assert isinstance(item, Formula)
        low = -line.depth - pad + 2
        frame = Frame(item.width + 2 * pad, line.height + pad - low, self._inks.frame)
        items = (Placed(x - pad, low, frame), Placed(x, rise, item))
        return Line(items, line.height + pad, line.depth + pad, line.element, before=4.0)
