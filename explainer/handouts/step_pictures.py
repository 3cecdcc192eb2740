"""A handout as pictures, one for each step and figure, to be put into slides or pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from explainer.errors import ExplainerError
from explainer.export.pictures import WIDTH_EM, compose_step
from explainer.handouts.many_files import Files, name_of, prefixed
from explainer.handouts.model import Derivation, Document, Picture, StepPart
from explainer.handouts.registry import Options
from explainer.notation import speech, write, write_notation
from explainer.typeset import Drawing, Marks, png, svg, typeset
from explainer.typeset import Picture as Typeset

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.notation.tree import Notation

_FIGURE_SHARE: Final = 0.75
"""The letters of figures are smaller than those of formulas by this."""
_Writer = Callable[..., bytes]


def pngs(document: Document, options: Options) -> Files:
    """A PNG for each step, with 144 pixels an inch."""
    return _files(document, options, png, ".png")


def svgs(document: Document, options: Options) -> Files:
    """An SVG for each step."""
    return _files(document, options, svg, ".svg")


def _files(document: Document, options: Options, write_file: _Writer, suffix: str) -> Files:
    """The problem as number 0, then the steps by their numbers; figures are counted on their own."""
    size, theme = float(options["size"]), options["theme"]
    derivations = figures = 0

    def made(picture: Typeset | Drawing, marks: Marks, title: str, said: str, size: float = size) -> bytes:
        return write_file(picture, size, theme, marks=marks, title=title, description=said)

    for block in document.blocks:
        if isinstance(block, Derivation):
            derivations += 1
            prefix = "" if document.single else block.anchor
            picture, marks, said = _start(block.start)
            yield f"{prefixed(prefix, '000-problem')}{suffix}", made(picture, marks, "The problem", said)
            for step in block.steps:
                picture, marks, said = _step(step)
                name = prefixed(prefix, f"{step.number:03d}-{name_of(step.title)}")
                yield f"{name}{suffix}", made(picture, marks, step.title, said)
        elif isinstance(block, Picture):
            figures += 1
            figure = block.figure
            drawing = figure.sheet().drawing(theme)
            data = made(drawing, {}, figure.title, figure.description, size * _FIGURE_SHARE)
            yield f"figure-{figures}-{name_of(figure.kind)}{suffix}", data
    if not derivations and not figures:
        raise ExplainerError(
            "there is nothing in it that could be a picture",
            hint="Pictures are made of derivations and figures; choose a lesson that has some, or another format.",
        )


def _start(node: Node) -> tuple[Typeset, Marks, str]:
    return typeset(write_notation(node), width_em=WIDTH_EM), {}, write(node, "speech")


def composed(step: StepPart, title: str = "") -> tuple[Notation, Marks]:
    """The line before and the line after, with what is replaced and what is new marked, and a title beside them."""
    return compose_step(
        step.before,
        step.line,
        title,
        falling=step.falling,
        changed_before=step.changed_before,
        changed_after=step.changed_after,
        tempting=step.tempting,
    )


def spoken_after(step: StepPart) -> str:
    """What is said behind the line before a step."""
    if step.tempting is not None:
        return f"is not equal to {speech(write_notation(step.tempting))}"
    return f"equals {speech(write_notation(step.line))}"


def _step(step: StepPart) -> tuple[Typeset, Marks, str]:
    """The line before and the line after, with the rule beside them."""
    notation, marks = composed(step, step.title)
    said = f"{step.title}: {speech(write_notation(step.before))} {spoken_after(step)}"
    return typeset(notation, width_em=WIDTH_EM), marks, said
