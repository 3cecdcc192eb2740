"""A handout as Markdown with formulas between dollar signs, as notebooks and code hosts show them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from explainer.export.markdown import escaped, escaped_line
from explainer.handouts.model import (
    Block,
    Bullets,
    Derivation,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Question,
    Rules,
    StepPart,
    Substep,
    Table,
    Task,
    Words,
)
from explainer.handouts.registry import Options, Pieces
from explainer.notation import latex, write, write_notation
from explainer.notation.marking import struck

if TYPE_CHECKING:
    from explainer.expr.node import Node

_SIZE_PT = 11.0


def pieces(document: Document, options: Options) -> Pieces:
    """The text, piece by piece."""
    yield f"{title_text(document)}\n".encode("utf-8", "replace")
    for block in document.blocks:
        for part in block_texts(block):
            yield f"\n{part}\n".encode("utf-8", "replace")


def title_text(document: Document) -> str:
    """The title and what stands under it."""
    return f"# {escaped_line(document.title)}\n\n{escaped_line(document.subtitle)}"


def words(parts: Words) -> str:
    """A sentence with its formulas."""
    return "".join(escaped(part) if isinstance(part, str) else f"${write(part, 'latex')}$" for part in parts)


def _display(node: Node, sign: str = "") -> str:
    return f"$$\n{sign}{write(node, 'latex')}\n$$"


@singledispatch
def block_texts(block: Block) -> Iterator[str]:
    """A block as pieces of Markdown, each a paragraph or more."""
    raise TypeError(f"no Markdown for {type(block).__name__}")


@block_texts.register
def _(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {escaped_line(block.text)}"


@block_texts.register
def _(block: Paragraph) -> Iterator[str]:
    text = words(block.words)
    yield f"**{text}**" if block.role == "warning" else text


@block_texts.register
def _(block: Bullets) -> Iterator[str]:
    if block.title:
        yield f"**{escaped_line(block.title)}**"
    yield "\n".join(f"- {words(item)}" for item in block.items)


@block_texts.register
def _(block: Question) -> Iterator[str]:
    yield f"> **Think:** {words(block.words)}\n>\n> *Hint:* {words(block.hint)}"


@block_texts.register
def _(block: Table) -> Iterator[str]:
    if block.title:
        yield f"**{escaped_line(block.title)}**"
    rows = [f"| {' | '.join(words(cell).replace(chr(10), ' ') for cell in row)} |" for row in block.rows]
    yield "\n".join([f"| {' | '.join(map(escaped_line, block.head))} |", "|---" * len(block.head) + "|", *rows])


@block_texts.register
def _(block: Picture) -> Iterator[str]:
    """The figure inside the text, with its description for those who do not see it."""
    from explainer.typeset import svg

    figure = block.figure
    data = svg(figure.sheet().drawing("paper"), _SIZE_PT, title=figure.title, description=figure.description)
    said = f"{figure.title}. {figure.description}"
    yield f"![{escaped_line(said)}](data:image/svg+xml;base64,{b64encode(data).decode()})"
    if block.caption:
        yield words(block.caption)


@block_texts.register
def _(block: Rules) -> Iterator[str]:
    yield from block_texts(block.bullets)


@block_texts.register
def _(block: Task) -> Iterator[str]:
    yield f"**{block.number}.** {words(block.words)}"
    yield _display(block.formula)
    yield "<br>\n" * block.lines


@block_texts.register
def _(block: NewPage) -> Iterator[str]:
    yield "---"


@block_texts.register
def _(block: Derivation) -> Iterator[str]:
    yield words(block.task)
    yield escaped(" ".join((f"{block.setting}.", *block.notes)))
    yield _display(block.start)
    yield from map(step_text, block.steps)
    yield f"**{escaped_line(block.ending)}**" if block.ending else f"**Result**\n\n{_display(block.result)}"


def step_text(step: StepPart) -> str:
    """One step: number, rule and phase, the line, the reason, what is assumed, the rule, the shape and the check."""
    sentences = [words(step.reason), words(step.assumed), words(step.rule_in_words), escaped(step.verdict)]
    parts = [
        f"**{step.number}. {escaped_line(step.title)}** ({step.phase})",
        f"$$\n{latex(struck(write_notation(step.before), step.falling))}\n$$" if step.falling else "",
        _display(step.line, "= "),
        "\n\n".join(" ".join(sentence.split()) for sentence in sentences if sentence),
        "\n".join(map(_substep, step.substeps)),
    ]
    return "\n\n".join(part for part in parts if part)


def _substep(part: Substep) -> str:
    """A step inside a step, as an item of a list."""
    return f"{part.number}. {escaped_line(part.title)}: {'; '.join(words((node,)) for node in part.news)}"
