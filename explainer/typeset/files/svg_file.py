"""Writes pictures and figures as SVG: each outline once, then used at its places.

An outline's id is made from its key, so that equal ids mean equal shapes where several files stand in one web page.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from html import escape

from explainer.typeset.files.drawing import Drawing, Fill, Mark, Marks, Stroke, check_size, drawing_of, number
from explainer.typeset.fonts.leaves import leaf
from explainer.typeset.fonts.outline import CLOSE, CURVE, LINE, MOVE, Outline
from explainer.typeset.picture import Glyph, Picture
from explainer.typeset.theme import Theme

_UNITS = 2048
"""The units to the em in which outlines are written, those of the fonts."""
_LETTERS = {MOVE: "M", LINE: "L", CURVE: "Q", CLOSE: "Z"}


def svg(
    picture: Picture | Drawing,
    size_pt: float = 24,
    theme: Theme | str = "paper",
    *,
    marks: Marks | None = None,
    title: str = "",
    description: str = "",
) -> bytes:
    """The picture as an SVG file; `title` and `description` are what a screen reader says.

    Raises ExplainerError for an unknown theme or a size that is not from 1 to 400 points.
    """
    size = check_size(size_pt)
    drawing = drawing_of(picture, theme, marks)
    width, height = drawing.width * size, drawing.height * size
    page = f'width="{number(width)}pt" height="{number(height)}pt" viewBox="0 0 {number(width)} {number(height)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {page} role="img">',
        f"<title>{_text(title)}</title>" if title else "",
        f"<desc>{_text(description)}</desc>" if description else "",
        "<defs>",
        *(f'<path id="{_id(key)}" d="{_path(leaf(key).outline)}"/>' for key in drawing.glyphs),
        "</defs>",
        f'<rect width="{number(width)}" height="{number(height)}" fill="{drawing.background}"/>',
        *_layers(drawing, size),
        "</svg>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "replace")


def _layers(drawing: Drawing, size: float) -> list[str]:
    lines: list[str] = []
    for colour, marks in drawing.layers:
        lines.append(f'<g fill="{colour}">')
        lines += [_mark(mark, colour, drawing, size) for mark in marks]
        lines.append("</g>")
    return lines


def _mark(mark: Mark, colour: str, drawing: Drawing, size: float) -> str:
    if isinstance(mark, Fill | Stroke):
        return _shape(mark, colour, drawing, size)
    x, y = (drawing.left + mark.x) * size, (drawing.height - drawing.bottom - mark.y) * size
    if isinstance(mark, Glyph):
        scale = number(mark.scale * size / _UNITS)
        return f'<use xlink:href="#{_id(mark.key)}" transform="translate({number(x)} {number(y)}) scale({scale})"/>'
    width, height = mark.width * size, mark.height * size
    place = f'x="{number(x)}" y="{number(y - height)}"'
    return f'<rect {place} width="{number(width)}" height="{number(height)}"/>'


def _shape(mark: Fill | Stroke, colour: str, drawing: Drawing, size: float) -> str:
    """A filled shape, or a line along one, in the units of the page."""
    left, top = drawing.left, drawing.height - drawing.bottom
    data = _words(mark.outline, lambda x, y: f"{number((left + x) * size)} {number((top - y) * size)}")
    if isinstance(mark, Fill):
        return f'<path d="{data}"/>'
    line = f'fill="none" stroke="{colour}" stroke-width="{number(mark.width * size)}" stroke-linejoin="round"'
    if mark.dashes:
        gaps = " ".join(number(length * size) for length in mark.dashes)
        return f'<path d="{data}" {line} stroke-dasharray="{gaps}"/>'
    return f'<path d="{data}" {line} stroke-linecap="round"/>'


def _id(key: str) -> str:
    return f"glyph-{zlib.crc32(key.encode('utf-8', 'replace')):08x}"


def _path(outline: Outline) -> str:
    """The outline of a letter as path data, y downwards."""
    return _words(outline, lambda x, y: f"{round(x * _UNITS)} {round(-y * _UNITS)}")


def _words(outline: Outline, point: Callable[[float, float], str]) -> str:
    """An outline as path data; of a curve only the first of its two points has the letter."""
    words: list[str] = []
    control = False
    for (x, y), code in zip(outline.vertices, outline.codes, strict=True):
        if code == CLOSE:
            words.append("Z")
            continue
        control = code == CURVE and not control
        letter = "" if code == CURVE and not control else _LETTERS[code]
        words.append(f"{letter}{point(x, y)}")
    return " ".join(words)


def _text(text: str) -> str:
    """Text for XML, without the control characters that no XML file may hold."""
    return escape("".join(character for character in text if character.isprintable() or character == "\n"), quote=False)
