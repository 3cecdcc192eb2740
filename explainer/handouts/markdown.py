"""A handout as Markdown, with formulas in the signs of code hosts or of notebooks, and figures beside it or inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from explainer.export.markdown import CODE_SIGNS, DOLLAR_SIGNS, Signs, escaped, escaped_line
from explainer.handouts import model
from explainer.handouts.many_files import Files, Pieces, name_of
from explainer.handouts.registry import Options
from explainer.handouts.step_lines import line_after, line_before, short_line
from explainer.notation import latex, write

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.figures import Figure

_SIZE_PT: Final = 11.0
"""The letters of a figure: a little smaller than those around it, which most readers show in 12 points."""
_SIGNS: Final = {"code": CODE_SIGNS, "dollars": DOLLAR_SIGNS}


@dataclass
class Face:
    """How formulas and figures are written: their signs, and where a figure is found, "" where it is told in words."""

    signs: Signs
    place_of: Callable[[Figure], str]

    def words(self, parts: model.Words) -> str:
        """A sentence with its formulas."""
        return "".join(map(self._part, parts))

    def cell(self, parts: model.Words) -> str:
        """A sentence in a cell of a table, on one line; a bar would begin the next cell, even one in a formula."""
        return "".join(escaped(part) if isinstance(part, str) else self._barred(part) for part in parts).replace(
            "\n", " "
        )

    def _barred(self, part: Node) -> str:
        return self._part(part, r"\Vert ").replace("|", r"\|")

    def _part(self, part: str | Node, bars: str = r"\|") -> str:
        return escaped(part) if isinstance(part, str) else self.signs.within(write(part, "latex").replace(r"\|", bars))

    def display(self, node: Node, sign: str = "") -> str:
        """A formula on lines of its own."""
        return self.signs.apart(f"{sign}{write(node, 'latex')}")


def notebook_face() -> Face:
    """Bare dollar signs, and figures inside the text: what notebooks show."""
    return Face(DOLLAR_SIGNS, _inside)


def pieces(document: model.Document, options: Options) -> Pieces:
    """The text, piece by piece."""
    face = Face(_SIGNS[options["formulas"]], {"words": lambda _: "", "inside": _inside}[options["figures"]])
    yield from _texts(document, face)


def with_figures(document: model.Document, options: Options) -> Files:
    """The text and beside it a picture for each figure."""
    figures: dict[str, Figure] = {}

    def beside(figure: Figure) -> str:
        name = f"figure-{len(figures) + 1}-{name_of(figure.kind)}.svg"
        figures[name] = figure
        return name

    yield "000-handout.md", b"".join(_texts(document, Face(_SIGNS[options["formulas"]], beside)))
    for name, figure in figures.items():
        yield name, _picture(figure)


def _texts(document: model.Document, face: Face) -> Pieces:
    yield f"{title_text(document)}\n".encode("utf-8", "replace")
    for block in document.blocks:
        for part in block_texts(block, face):
            yield f"\n{part}\n".encode("utf-8", "replace")


def title_text(document: model.Document) -> str:
    """The title and what stands under it."""
    return f"# {escaped_line(document.title)}\n\n{escaped_line(document.subtitle)}"


def _picture(figure: Figure) -> bytes:
    from explainer.typeset import svg

    return svg(figure.sheet().drawing("paper"), _SIZE_PT, title=figure.title, description=figure.description)


def _inside(figure: Figure) -> str:
    """The picture itself as an address. Notebooks and many readers show it; code hosts do not."""
    return f"data:image/svg+xml;base64,{b64encode(_picture(figure)).decode()}"


@singledispatch
def block_texts(block: model.Block, face: Face) -> Iterator[str]:
    """A block as pieces of Markdown, each a paragraph or more."""
    raise TypeError(f"no Markdown for {type(block).__name__}")


@block_texts.register(model.Heading)
def _(block: model.Heading, face: Face) -> Iterator[str]:
    yield f"{'#' * block.level} {escaped_line(block.text)}"


@block_texts.register(model.Paragraph)
def _(block: model.Paragraph, face: Face) -> Iterator[str]:
    text = face.words(block.words)
    yield f"**{text}**" if block.role == "warning" else text


@block_texts.register(model.Bullets)
def _(block: model.Bullets, face: Face) -> Iterator[str]:
    if block.title:
        yield f"**{escaped_line(block.title)}**"
    yield "\n".join(f"- {face.words(item)}" for item in block.items)


@block_texts.register(model.Question)
def _(block: model.Question, face: Face) -> Iterator[str]:
    yield f"> **{block.heading}** {face.words(block.words)}\n>\n> *{block.reply}:* {face.words(block.hint)}"


@block_texts.register(model.Table)
def _(block: model.Table, face: Face) -> Iterator[str]:
    if block.title:
        yield f"**{escaped_line(block.title)}**"
    rows = [f"| {' | '.join(face.cell(cell) for cell in row)} |" for row in block.rows]
    yield "\n".join([f"| {' | '.join(map(face.cell, block.head))} |", "|---" * len(block.head) + "|", *rows])


@block_texts.register(model.Picture)
def _(block: model.Picture, face: Face) -> Iterator[str]:
    """The figure, with its description for those who do not see it."""
    figure = block.figure
    said = f"{figure.title}. {figure.description}"
    place = face.place_of(figure)
    yield f"![{escaped_line(said)}]({place})" if place else f"*Figure:* {escaped_line(said)}"
    if block.caption:
        yield face.words(block.caption)


@block_texts.register(model.Rules)
def _(block: model.Rules, face: Face) -> Iterator[str]:
    yield from block_texts(block.bullets, face)


@block_texts.register(model.Task)
def _(block: model.Task, face: Face) -> Iterator[str]:
    yield f"**{block.number}.** {face.words(block.words)}"
    yield face.display(block.formula)
    yield "<br>\n" * block.lines


@block_texts.register(model.NewPage)
def _(block: model.NewPage, face: Face) -> Iterator[str]:
    yield "---"


@block_texts.register(model.Derivation)
def _(block: model.Derivation, face: Face) -> Iterator[str]:
    yield face.words(block.task)
    yield face.words(block.given)
    yield face.display(block.start)
    yield from (step_text(step, face) for step in block.steps)
    yield f"**{escaped_line(block.ending)}**" if block.ending else f"**Result**\n\n{face.display(block.result)}"


@block_texts.register(model.Lines)
def _(block: model.Lines, face: Face) -> Iterator[str]:
    """The lines, each behind the name of its rule; a blank one is a row of points, or several."""
    yield face.words(block.task)
    yield face.display(block.start)
    for part in block.parts:
        told = [rf"{'=' if k == 0 else ''} \ldots\ldots\ldots" for k in range(part.rows)]
        told = told if part.line is None else [latex(short_line(part))]
        lines = "\n\n".join(map(face.signs.apart, told))
        yield f"{part.number}\\. {escaped_line(part.title)}\n\n{lines}"
    if block.ending:
        yield f"**{escaped_line(block.ending)}**"


def step_text(step: model.StepPart, face: Face) -> str:
    """One step: number, rule and phase, the line, the reason, what is assumed, the rule, the shape and the check."""
    sentences = [
        face.words(step.reason),
        face.words(step.assumed),
        face.words(step.rule_in_words),
        escaped(step.verdict),
    ]
    parts = [
        f"**{step.number}. {escaped_line(step.title)}** ({step.phase})",
        face.signs.apart(latex(line_before(step))) if step.falling else "",
        face.signs.apart(latex(line_after(step))),
        "\n\n".join(" ".join(sentence.split()) for sentence in sentences if sentence),
        "\n".join(_substep(part, face) for part in step.substeps),
    ]
    return "\n\n".join(part for part in parts if part)


def _substep(part: model.Substep, face: Face) -> str:
    """A step inside a step, as an item of a list."""
    return f"{part.number}. {escaped_line(part.title)}: {'; '.join(face.words((node,)) for node in part.news)}"
