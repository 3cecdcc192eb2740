"""Slides for PowerPoint: one for each step, with its lines as a drawing that has their spoken text, and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from explainer.handouts import model
from explainer.handouts.many_files import zipped
from explainer.handouts.office.frames import Frame, frames_of
from explainer.handouts.office.package import whole
from explainer.handouts.office.slide_parts import (
    KIND,
    LETTERS_PT,
    MARGIN,
    NOTES_MASTER,
    THEME_KIND,
    WIDE,
    Shown,
    Slide,
    parts_of,
)
from explainer.handouts.step_lines import short_line
from explainer.handouts.step_pictures import composed, spoken_after
from explainer.notation import relation_line, speech, write_notation
from explainer.typeset import Drawing, Marks, natural_height, typeset
from explainer.typeset.files.drawing import drawing_of

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.handouts.many_files import Pieces
    from explainer.handouts.model import Document
    from explainer.handouts.registry import Options
    from explainer.notation.tree import Notation

_LOW_EM = 1.9
"""A formula that is higher stands on a row of its own: as text it would be e^(z)/(sum(e^(z)))."""


def pieces(document: Document, options: Options) -> Pieces:
    """The file, piece by piece."""
    slides = list(_slides_of(document))
    kinds = {
        "ppt/presentation.xml": f"{KIND}.presentation.main+xml",
        "ppt/slideMasters/slideMaster1.xml": f"{KIND}.slideMaster+xml",
        "ppt/slideLayouts/slideLayout1.xml": f"{KIND}.slideLayout+xml",
        "ppt/theme/theme1.xml": THEME_KIND,
    } | {f"ppt/slides/slide{number}.xml": f"{KIND}.slide+xml" for number in range(1, len(slides) + 1)}
    spoken = [number for number, slide in enumerate(slides, start=1) if slide.notes]
    if spoken:
        kinds |= {NOTES_MASTER: f"{KIND}.notesMaster+xml", "ppt/theme/theme2.xml": THEME_KIND}
        kinds |= {f"ppt/notesSlides/notesSlide{number}.xml": f"{KIND}.notesSlide+xml" for number in spoken}
    return zipped(whole(kinds, "ppt/presentation.xml", parts_of(slides), document.title))


# --- from blocks to slides -------------------------------------------------------------------------------------------


def _slides_of(document: Document) -> Iterator[Slide]:
    """The slides with their notes, which come onto the first slide of what they belong to."""
    yield Slide(document.title, words=[document.subtitle])
    heading: list[Slide] = []
    notes: list[str] = []
    for frame in frames_of(document):
        if heading and isinstance(next(iter(frame.blocks), None), model.Paragraph):
            heading.pop()  # its first words have it for their title
        made = [*heading, *_of_frame(frame)]
        notes += [model.plain(words) for words in frame.notes]
        if made:  # a new page is no slide
            made[0].notes += notes
            notes = []
        heading = made if not frame.blocks else []
        yield from made if frame.blocks else ()
    yield from heading


def _of_frame(frame: Frame) -> Iterator[Slide]:
    """The slides of a frame: one's own words are one of them, and so is a heading."""
    if frame.blocks and not frame.is_own:
        for block in frame.blocks:
            yield from _slides(block, frame.title)
        return
    slide = Slide(frame.title)
    for block in frame.blocks:
        if isinstance(block, model.Paragraph):
            _add(slide, block.words)
    yield slide


def _add(slide: Slide, words: model.Words) -> None:
    drawings, texts = _told(words)
    slide.drawings += drawings
    slide.words = [*slide.words, *texts]


def _drawn(notation: Notation) -> tuple[Drawing, str]:
    """A formula with what is said of it."""
    return _drawing(notation, {}), speech(notation)


def _drawing(notation: Notation, marks: Marks) -> Drawing:
    """A formula, broken where it would be too small on one line."""
    return drawing_of(typeset(notation, width_em=(WIDE - 2 * MARGIN) / LETTERS_PT), "paper", marks)


@singledispatch
def _slides(block: model.Block, heading: str) -> Iterator[Slide]:
    raise TypeError(f"no slides of a {type(block).__name__}")


@_slides.register(model.Paragraph)
def _(block: model.Paragraph, heading: str) -> Iterator[Slide]:
    yield Slide(heading, *_told(block.words))


def _told(words: model.Words) -> tuple[list[Shown], list[str | Shown]]:
    """A paragraph as text; one that is a formula alone as a drawing."""
    formulas = [part for part in words if not isinstance(part, str)]
    texts = "".join(part for part in words if isinstance(part, str)).strip(" .,;:")
    if len(formulas) == 1 and not texts:
        return [_drawn(write_notation(formulas[0]))], []
    return [], list(_rows_of(words))


def _rows_of(words: model.Words) -> Iterator[str | Shown]:
    """Words as text, with formulas that a line of text cannot show, such as fractions, on rows of their own."""
    line: list[str | Node] = []
    for part in words:
        notation = None if isinstance(part, str) else write_notation(part)
        if notation is None or natural_height(notation) <= _LOW_EM:
            line.append(part)
            continue
        yield from _text(line)
        line = []
        yield _drawn(notation)
    yield from _text(line)


def _text(line: list[str | Node]) -> Iterator[str]:
    """A row of text; the full stop behind a formula on a row of its own is left out."""
    text = model.plain(tuple(line)).strip()
    if text.strip(" .,;:"):
        yield text.lstrip(".,;: ")


@_slides.register(model.Bullets)
def _(block: model.Bullets, heading: str) -> Iterator[Slide]:
    yield Slide(block.title or heading, words=[row for item in block.items for row in _rows_of(("•  ", *item))])


@_slides.register(model.Question)
def _(block: model.Question, heading: str) -> Iterator[Slide]:
    """The question first, so that a class has time to think."""
    yield Slide(block.heading.rstrip(":"), words=[*_rows_of(block.words)])
    yield Slide(f"The {block.reply.lower()}", words=[*_rows_of(block.words), *_rows_of(block.hint)])


@_slides.register(model.Table)
def _(block: model.Table, heading: str) -> Iterator[Slide]:
    rows = ["   ".join(text for cell in row if (text := model.plain(cell))) for row in block.rows]
    yield Slide(block.title or heading, words=rows)


@_slides.register(model.Picture)
def _(block: model.Picture, heading: str) -> Iterator[Slide]:
    figure = block.figure
    drawing = (figure.sheet().drawing("paper"), f"{figure.title}. {figure.description}")
    yield Slide(figure.title, [drawing], [model.plain(block.caption)] if block.caption else [])


@_slides.register(model.Rules)
def _(block: model.Rules, heading: str) -> Iterator[Slide]:
    for card in block.cards:
        condition = [f"if {card.condition}"] if card.condition else []
        shown = [_drawn(write_notation(part)) for form in card.forms for part in form if not isinstance(part, str)]
        texts = [part for form in card.forms for part in form if isinstance(part, str)]
        yield Slide(card.title, shown, [*texts, *condition])


@_slides.register(model.Task)
def _(block: model.Task, heading: str) -> Iterator[Slide]:
    yield Slide(f"{block.number}.", [_drawn(write_notation(block.formula))], [model.plain(block.words)])


@_slides.register(model.NewPage)
def _(block: model.NewPage, heading: str) -> Iterator[Slide]:
    yield from ()


@_slides.register(model.Derivation)
def _(block: model.Derivation, heading: str) -> Iterator[Slide]:
    yield Slide(
        "The problem", [_drawn(write_notation(block.start))], [model.plain(block.task), model.plain(block.given)]
    )
    yield from map(_step, block.steps)
    if block.ending:
        yield Slide("The end", words=[block.ending])
    else:
        yield Slide("Result", [_drawn(relation_line(None, "=", write_notation(block.result)))])


def _step(step: model.StepPart) -> Slide:
    """The line before and the line after, with what is replaced and what is new marked, and why."""
    notation, marks = composed(step)
    drawing = _drawing(notation, marks)
    said_of_it = f"{speech(write_notation(step.before))} {spoken_after(step)}"
    return Slide(f"{step.number}.  {step.title}", [(drawing, said_of_it)], [*_rows_of(step.reason), step.verdict])


@_slides.register(model.Lines)
def _(block: model.Lines, heading: str) -> Iterator[Slide]:
    yield Slide("The problem", [_drawn(write_notation(block.start))], [model.plain(block.task)])
    for part in block.parts:
        shown = [] if part.line is None else [_drawn(short_line(part))]
        yield Slide(f"{part.number}.  {part.title}", shown)
    if block.ending:
        yield Slide("The end", words=[block.ending])
