"""A handout as Typst's source; what is wider than the page is made to fit, figures stand in it as vector pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING, Final

from explainer.handouts import model
from explainer.handouts.step_lines import line_after, line_before, short_line
from explainer.notation import typst, write_notation
from explainer.notation.to_typst import text as quoted
from explainer.typeset import svg
from explainer.typeset.theme import find_theme

if TYPE_CHECKING:
    from explainer.handouts.many_files import Pieces
    from explainer.handouts.model import Document
    from explainer.handouts.registry import Options
    from explainer.notation.tree import Notation

_FIGURE_PT: Final = 9.0
"""The letters in figures; they come as bytes inside the text, which Typst takes since its version 0.13."""
_PAPERS: Final = {"a4": "a4", "letter": "us-letter"}
_HEAD: Final = """#set document(title: {title})
#set page(paper: "{paper}", margin: 22mm, numbering: "1")
#set text(size: 10.5pt, lang: "en")
#set par(leading: 0.62em)
#show heading: set block(above: 1.4em, below: 0.8em)
#let kept(body) = block(sticky: true, body)
#let quiet(body) = text(size: 0.88em, fill: luma(80), body)
#let fitted(body) = layout(room => {{
  let wide = measure(body).width
  let most = room.width - 12pt
  let share = if wide > most {{ most / wide }} else {{ 1 }}
  let size = share * 100%
  block(inset: (left: 12pt), breakable: false, scale(x: size, y: size, origin: left, reflow: true, body))
}})
#show math.equation.where(block: true): set align(left)
#show math.underline: set text(fill: rgb("{new}"))
#let blank = block(above: 1.6em, line(length: 100%, stroke: 0.4pt + luma(150)))

#align(center)[#text(size: 1.6em, weight: "bold", {title}) \\ #quiet({subtitle})]
"""


def pieces(document: Document, options: Options) -> Pieces:
    """The source, piece by piece."""
    head = _HEAD.format(
        title=quoted(document.title),
        subtitle=quoted(document.subtitle),
        paper=_PAPERS[options["paper"]],
        new=find_theme("paper").changed_after,
    )
    yield head.encode()
    for block in document.blocks:
        for part in _texts(block):
            yield f"\n{part}\n".encode("utf-8", "replace")


def words(parts: model.Words) -> str:
    """A sentence; its words are strings, so that no sign in them means anything to Typst."""
    return "".join(
        f"#{quoted(part)}" if isinstance(part, str) else f"${typst(write_notation(part))}$" for part in parts if part
    )


def _said(text: str) -> str:
    return f"#{quoted(text)}" if text else ""


def _display(notation: Notation) -> str:
    return f"#fitted($ {typst(notation)} $)"


@singledispatch
def _texts(block: model.Block) -> Iterator[str]:
    """The block as pieces of source."""
    raise TypeError(f"no Typst for {type(block).__name__}")


@_texts.register(model.Heading)
def _(block: model.Heading) -> Iterator[str]:
    yield f"{'=' * (block.level - 1)} {_said(block.text)}"


@_texts.register(model.Paragraph)
def _(block: model.Paragraph) -> Iterator[str]:
    roles = {"warning": "*{}*", "note": "#quiet[{}]", "caption": "_{}_"}
    yield roles.get(block.role, "{}").format(words(block.words))


@_texts.register(model.Bullets)
def _(block: model.Bullets) -> Iterator[str]:
    if block.title:
        yield f"*{_said(block.title)}*"
    yield "\n".join(f"- {words(item)}" for item in block.items)


@_texts.register(model.Question)
def _(block: model.Question) -> Iterator[str]:
    yield f"*{block.heading}* {words(block.words)}"
    yield f"#quiet[_{block.reply}:_ {words(block.hint)}]"


@_texts.register(model.Table)
def _(block: model.Table) -> Iterator[str]:
    if block.title:
        yield f"*{_said(block.title)}*"
    head = "".join(f"[*{words(cell)}*], " for cell in block.head) if any(block.head) else ""
    rows = "".join("".join(f"[{words(cell)}], " for cell in row) + "\n" for row in block.rows)
    yield f"#table(columns: {max(1, len(block.head))}, stroke: 0.4pt + luma(180),\n{head}\n{rows})"


@_texts.register(model.Picture)
def _(block: model.Picture) -> Iterator[str]:
    drawing = block.figure.sheet().drawing(find_theme("paper")._replace(background="#ffffff"))
    picture = svg(drawing, _FIGURE_PT, title=block.figure.title, description=block.figure.description).decode()
    width = f"calc.min({_FIGURE_PT * drawing.width:.1f}pt, room.width)"
    image = f'image(bytes({quoted(picture)}), format: "svg", alt: {quoted(block.figure.description)}, width: {width})'
    yield f"#layout(room => align(center, {image}))"
    yield f"#align(center)[_{words(block.caption or (block.figure.title,))}_]"


@_texts.register(model.Rules)
def _(block: model.Rules) -> Iterator[str]:
    yield from _texts(block.bullets)


@_texts.register(model.Task)
def _(block: model.Task) -> Iterator[str]:
    yield f"*{_said(f'{block.number}.')}* {words(block.words)}"
    yield _display(write_notation(block.formula))
    yield "#blank\n" * block.lines


@_texts.register(model.NewPage)
def _(block: model.NewPage) -> Iterator[str]:
    yield "#pagebreak(weak: true)"


@_texts.register(model.Derivation)
def _(block: model.Derivation) -> Iterator[str]:
    yield f"#kept[{words(block.task)}]"
    yield f"#kept(quiet[{words(block.given)}])"
    yield _display(write_notation(block.start))
    for step in block.steps:
        yield _step(step)
    yield f"*{_said(block.ending)}*" if block.ending else f"#kept[*Result*]\n{_display(write_notation(block.result))}"


@_texts.register(model.Lines)
def _(block: model.Lines) -> Iterator[str]:
    yield f"#kept[{words(block.task)}]"
    yield _display(write_notation(block.start))
    for part in block.parts:
        yield f"#kept(quiet[{_said(f'{part.number}.  {part.title}')}])"
        yield "\n".join(("#blank",) * part.rows) if part.line is None else _display(short_line(part))
    if block.ending:
        yield f"*{_said(block.ending)}*"


def _step(step: model.StepPart) -> str:
    """One step: number and rule, the line, the reason, what is assumed, the rule in words, the check."""
    parts = [
        f"#kept[*{_said(f'{step.number}.  {step.title}')}*]",
        _display(line_before(step)) if step.falling else "",
        _display(line_after(step)),
        " ".join(filter(None, (words(step.reason), words(step.assumed)))),
        f"#quiet[{words(step.rule_in_words)}]" if step.rule_in_words else "",
        f"#quiet[{_said(step.verdict)}]",
        "\n".join(_substep(part.number, part.title, part.news) for part in step.substeps),
    ]
    return "\n\n".join(part for part in parts if part)


def _substep(number: int, title: str, news: model.Words) -> str:
    shown = "; ".join(words((node,)) for node in news)
    return f"- #quiet[{_said(f'{number}.  {title}: ')} {shown}]"
