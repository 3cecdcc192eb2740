"""Writes pictures as SVG: each outline once, then used at its places.

An outline's id is made from its key, so that equal ids mean equal shapes where several files stand in one web page.
"""

from __future__ import annotations

import zlib
from html import escape

from explainer.typeset.drawing import Drawing, Marks, check_size, draw, number
from explainer.typeset.outline import CLOSE, CURVE, LINE, MOVE, Outline
from explainer.typeset.picture import Glyph, Picture, Piece
from explainer.typeset.theme import Theme

_UNITS = 2048
"""The units to the em in which outlines are written, those of the fonts."""
_LETTERS = {MOVE: "M", LINE: "L", CURVE: "Q", CLOSE: "Z"}


def svg(
    picture: Picture,
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
    drawing = draw(picture, theme, marks)
    width, height = drawing.width * size, drawing.height * size
    page = f'width="{number(width)}pt" height="{number(height)}pt" viewBox="0 0 {number(width)} {number(height)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {page} role="img">',
        f"<title>{_text(title)}</title>" if title else "",
        f"<desc>{_text(description)}</desc>" if description else "",
        "<defs>",
        *(f'<path id="{_id(key)}" d="{_path(picture.outline(key))}"/>' for key in _keys(drawing)),
        "</defs>",
        f'<rect width="{number(width)}" height="{number(height)}" fill="{drawing.background}"/>',
        *_layers(drawing, size),
        "</svg>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "replace")


def _layers(drawing: Drawing, size: float) -> list[str]:
    lines: list[str] = []
    for colour, pieces in drawing.layers:
        lines.append(f'<g fill="{colour}">')
        lines += [_piece(piece, drawing, size) for piece in pieces]
        lines.append("</g>")
    return lines


def _piece(piece: Piece, drawing: Drawing, size: float) -> str:
    x, y = (drawing.left + piece.x) * size, (drawing.height - drawing.bottom - piece.y) * size
    if isinstance(piece, Glyph):
        scale = number(piece.scale * size / _UNITS)
        return f'<use xlink:href="#{_id(piece.key)}" transform="translate({number(x)} {number(y)}) scale({scale})"/>'
    width, height = piece.width * size, piece.height * size
    place = f'x="{number(x)}" y="{number(y - height)}"'
    return f'<rect {place} width="{number(width)}" height="{number(height)}"/>'


def _keys(drawing: Drawing) -> list[str]:
    return sorted({piece.key for _, pieces in drawing.layers for piece in pieces if isinstance(piece, Glyph)})


def _id(key: str) -> str:
    return f"glyph-{zlib.crc32(key.encode('utf-8', 'replace')):08x}"


def _path(outline: Outline) -> str:
    """The outline as path data, y downwards; of a curve only the first of its two points has the letter."""
    words: list[str] = []
    control = False
    for (x, y), code in zip(outline.vertices, outline.codes, strict=True):
        if code == CLOSE:
            words.append("Z")
            continue
        control = code == CURVE and not control
        letter = "" if code == CURVE and not control else _LETTERS[code]
        words.append(f"{letter}{round(x * _UNITS)} {round(-y * _UNITS)}")
    return " ".join(words)


def _text(text: str) -> str:
    """Text for XML, without the control characters that no XML file may hold."""
    return escape("".join(character for character in text if character.isprintable() or character == "\n"), quote=False)
