"""Slides for PowerPoint: one for each step, with its lines as a drawing that has their spoken text, and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

from explainer.handouts import model
from explainer.handouts.many_files import zipped
from explainer.handouts.office.package import whole
from explainer.handouts.office.slide_parts import (
    KIND,
    LETTERS_PT,
    MARGIN,
    NOTES_MASTER,
    THEME_KIND,
    WIDE,
    Slide,
    parts_of,
)
from explainer.handouts.step_lines import short_line
from explainer.handouts.step_pictures import composed, spoken_after
from explainer.notation import relation_line, speech, write_notation
from explainer.typeset import Drawing, Marks, typeset
from explainer.typeset.files.drawing import drawing_of

if TYPE_CHECKING:
    from explainer.handouts.many_files import Pieces
    from explainer.handouts.model import Document
    from explainer.handouts.registry import Options
    from explainer.notation.tree import Notation


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
    """The slides with their notes: these stand before what they belong to, and come onto its first slide."""
    notes: list[str] = []
    yield Slide(document.title, words=[document.subtitle])
    for made in _untold(document):
        if isinstance(made, Slide):
            made.notes, notes = notes, []
            yield made
        else:
            notes.append(made)


def _untold(document: Document) -> Iterator[Slide | str]:
    """The slides of the blocks, and notes between them.

    A text under a heading has it for its title, behind a derivation that of the whole. What somebody has put in under
    one heading is one slide.
    """
    heading = document.title
    untold: Slide | None = None  # only a heading so far
    own: Slide | None = None
    for block in document.blocks:
        role = block.role if isinstance(block, model.Paragraph) else None
        if untold is not None and role is None:
            yield untold
        if own is not None and role != model.OWN:
            yield own
            own = None
        if role == model.OWN and isinstance(block, model.Paragraph):
            own = own or Slide(document.title if untold is None else untold.title)
            _add(own, block.words)
            untold = None
            continue
        if role == model.SPOKEN and isinstance(block, model.Paragraph):
            yield model.plain(block.words)
            continue
        untold = None
        if isinstance(block, model.Heading):
            untold = Slide(block.text)
            heading = block.text if block.level <= 2 else heading
            continue
        yield from _slides(block, heading)
        if isinstance(block, model.Derivation | model.Lines):
            heading = document.title
    yield from filter(None, (own, untold))


def _add(slide: Slide, words: model.Words) -> None:
    drawings, texts = _told(words)
    slide.drawings += drawings
    slide.words += texts


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


def _told(words: model.Words) -> tuple[list[tuple[Drawing, str]], list[str]]:
    """A paragraph as text; one that is a formula alone as a drawing."""
    formulas = [part for part in words if not isinstance(part, str)]
    texts = "".join(part for part in words if isinstance(part, str)).strip(" .,;:")
    if len(formulas) == 1 and not texts:
        return [_drawn(write_notation(formulas[0]))], []
    return [], [model.plain(words)]


@_slides.register(model.Bullets)
def _(block: model.Bullets, heading: str) -> Iterator[Slide]:
    yield Slide(block.title or heading, words=[f"•  {model.plain(item)}" for item in block.items])


@_slides.register(model.Question)
def _(block: model.Question, heading: str) -> Iterator[Slide]:
    """The question first, so that a class has time to think."""
    yield Slide("Think", words=[model.plain(block.words)])
    yield Slide("Think", words=[model.plain(block.words), model.plain(block.hint)])


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
    return Slide(f"{step.number}.  {step.title}", [(drawing, said_of_it)], [model.plain(step.reason), step.verdict])


@_slides.register(model.Lines)
def _(block: model.Lines, heading: str) -> Iterator[Slide]:
    yield Slide("The problem", [_drawn(write_notation(block.start))], [model.plain(block.task)])
    for part in block.parts:
        shown = [] if part.line is None else [_drawn(short_line(part))]
        yield Slide(f"{part.number}.  {part.title}", shown)
    if block.ending:
        yield Slide("The end", words=[block.ending])
