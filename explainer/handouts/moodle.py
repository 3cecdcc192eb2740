"""The derivations of a document as questions in Moodle's XML, to be imported into the question bank of a course.

A derivative that is a number for numbers is asked for at a point, which Moodle grades by itself; any other is an essay
question, whose right answer the teacher sees while grading. The whole derivation is the feedback of both.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

import numpy

from explainer.errors import ExplainerError
from explainer.expr.nodes import Variable
from explainer.handouts.html import inline, words
from explainer.handouts.many_files import Pieces
from explainer.handouts.model import Derivation, Heading
from explainer.handouts.registry import Options

if TYPE_CHECKING:
    from explainer.expr.node import Node
    from explainer.handouts.model import Document

POINTS = (2.0, 1.0, 3.0, 0.5, 1.5)
"""Where a derivative is asked for: at the first of these at which it has a value."""
LARGEST = 1e4
"""Where the value of a derivative is larger, it is asked for at another place: nobody types long numbers."""
TOLERANCE = 0.005
"""Relative; answers are typed with three digits."""


def pieces(document: Document, options: Options) -> Pieces:
    """The questions, one by one."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
    category = escape(document.title, quote=False)
    yield (
        f'<question type="category"><category><text>$course$/top/{category.replace("/", "//")}</text></category>'
        "</question>\n"
    ).encode()
    number, heading = 0, ""
    for block in document.blocks:
        heading = block.text if isinstance(block, Heading) else heading
        if isinstance(block, Derivation):
            number += 1
            name = f"{number}. {' '.join((heading or block.anchor).split())}"
            yield from (piece.encode("utf-8", "replace") for piece in _question(block, name))
    yield b"</quiz>\n"


def _question(block: Derivation, name: str) -> Iterator[str]:
    """One question, piece by piece: the steps are made while they are written."""
    point = _point(block)
    yield f'<question type="{"essay" if point is None else "numerical"}">'
    yield f"<name><text>{escape(name, quote=False)}</text></name>"
    if point is None:
        yield _html("questiontext", f"<p>{words(block.task)}</p><p>{words(block.setting)}.</p>")
    else:
        said = ", ".join(f"{name} = {value:g}" for name, value in point[0].items())
        asked = f"<p>{words(block.task)}</p><p>Give its value at {escape(said)}, with three digits.</p>"
        yield _html("questiontext", asked)
    yield '<generalfeedback format="html"><text><![CDATA['
    yield from map(_safe, _steps(block))
    yield "]]></text></generalfeedback><defaultgrade>1</defaultgrade>"
    if point is None:
        yield "<responseformat>editor</responseformat><responsefieldlines>8</responsefieldlines>"
        yield _html("graderinfo", f"<p>{inline(block.result)}</p>")
    else:
        yield f'<answer fraction="100" format="moodle_auto_format"><text>{point[1]:.6g}</text>'
        yield f"<tolerance>{max(abs(point[1]) * TOLERANCE, 1e-3):.3g}</tolerance></answer>"
    yield "</question>\n"


def _steps(block: Derivation) -> Iterator[str]:
    yield f"<p>{inline(block.start)}</p><ol>"
    for step in block.steps:
        line = inline(step.line) if step.tempting is None else f"≠ {inline(step.tempting)}"
        yield f"<li><strong>{escape(step.title)}</strong>: {line}<br>{words(step.reason)}</li>"
    yield "</ol>"


def _point(block: Derivation) -> tuple[dict[str, float], float] | None:
    """Values of the variables and the derivative there; None where it is no number."""
    result: Node = block.result
    names = sorted({part.name for part in block.start.free if isinstance(part, Variable)})
    if block.ending or not result.shape.is_scalar or not names:
        return None
    if any(not part.shape.is_scalar for part in block.start.free if isinstance(part, Variable)):
        return None
    for first in range(len(POINTS)):
        at = {name: POINTS[(first + k) % len(POINTS)] for k, name in enumerate(names)}
        try:
            with numpy.errstate(all="ignore"):
                value = float(result.evaluate(at))
        except ExplainerError:
            return None
        if numpy.isfinite(value) and abs(value) < LARGEST:
            return at, value
    return None


def _html(tag: str, content: str) -> str:
    """A text in HTML, as Moodle holds it."""
    return f'<{tag} format="html"><text><![CDATA[{_safe(content)}]]></text></{tag}>'


def _safe(content: str) -> str:
    """A text without the mark that would end it."""
    return content.replace("]]>", "]]&gt;")
