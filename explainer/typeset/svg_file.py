"""Writes pictures as SVG."""

from __future__ import annotations

from html import escape

from explainer.typeset.drawing import Drawing, Marks, check_size, draw, number
from explainer.typeset.outline import CLOSE, CURVE, LINE, MOVE, Outline
from explainer.typeset.picture import Glyph, Picture, Piece
from explainer.typeset.theme import Theme

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
        f'<svg xmlns="http://www.w3.org/2000/svg" {page} role="img">',
        f"<title>{_text(title)}</title>" if title else "",
        f"<desc>{_text(description)}</desc>" if description else "",
        f'<rect width="{number(width)}" height="{number(height)}" fill="{drawing.background}"/>',
        *_layers(drawing, picture, size),
        "</svg>",
    ]
    return ("\n".join(line for line in lines if line) + "\n").encode("utf-8", "replace")


def _layers(drawing: Drawing, picture: Picture, size: float) -> list[str]:
    lines: list[str] = []
    for colour, pieces in drawing.layers:
        lines.append(f'<g fill="{colour}">')
        lines += [_piece(piece, drawing, picture, size) for piece in pieces]
        lines.append("</g>")
    return lines


def _piece(piece: Piece, drawing: Drawing, picture: Picture, size: float) -> str:
    x, y = (drawing.left + piece.x) * size, (drawing.height - drawing.bottom - piece.y) * size
    if isinstance(piece, Glyph):
        data = _path(picture.outline(piece.key), x, y, piece.scale * size)
        return f'<path d="{data}"/>' if data else ""
    width, height = piece.width * size, piece.height * size
    place = f'x="{number(x)}" y="{number(y - height)}"'
    return f'<rect {place} width="{number(width)}" height="{number(height)}"/>'


def _path(outline: Outline, x: float, y: float, scale: float) -> str:
    """The outline as path data; of a curve only the first of its two points has the letter."""
    words: list[str] = []
    control = False
    for (px, py), code in zip(outline.vertices, outline.codes, strict=True):
        if code == CLOSE:
            words.append("Z")
            continue
        control = code == CURVE and not control
        letter = "" if code == CURVE and not control else _LETTERS[code]
        words.append(f"{letter}{number(x + px * scale)} {number(y - py * scale)}")
    return " ".join(words)


def _text(text: str) -> str:
    """Text for XML, without the control characters that no XML file may hold."""
    return escape("".join(character for character in text if character.isprintable() or character == "\n"), quote=False)
