"""Typesetting: from the notation tree to boxes, outlines, and pictures in PNG, SVG and PDF.

Start reading at `typesetting` (the way from a notation to a `Picture`), then `boxes/arrange` (constructs ask for the
boxes of their parts), `boxes/row` (room between atoms) and `fonts/leaves` (letters from the fonts). To add a construct
see `boxes/arrange`; to add a theme put a file into resources/themes; to add a file format write a module like
`files/svg_file` over `files/drawing`.

Names are imported when they are first used: a window that only needs its theme does not wait for the rest.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.typeset.boxes.arrange import Within
    from explainer.typeset.files.drawing import Drawing, Fill, Mark, Marks, Stroke
    from explainer.typeset.files.pdf_file import pdf
    from explainer.typeset.files.png_file import png
    from explainer.typeset.files.svg_file import svg
    from explainer.typeset.fonts.outline import CLOSE, CURVE, LINE, MOVE, Outline
    from explainer.typeset.picture import Glyph, Picture, Piece, Rect, Rule
    from explainer.typeset.theme import Theme, contrast, find_theme, mixed, theme_names
    from explainer.typeset.typesetting import natural_height, natural_width, typeset

_HOMES = {
    "Within": "explainer.typeset.boxes.arrange",
    "Drawing": "explainer.typeset.files.drawing",
    "Fill": "explainer.typeset.files.drawing",
    "Mark": "explainer.typeset.files.drawing",
    "Marks": "explainer.typeset.files.drawing",
    "Stroke": "explainer.typeset.files.drawing",
    "CLOSE": "explainer.typeset.fonts.outline",
    "CURVE": "explainer.typeset.fonts.outline",
    "LINE": "explainer.typeset.fonts.outline",
    "MOVE": "explainer.typeset.fonts.outline",
    "Outline": "explainer.typeset.fonts.outline",
    "pdf": "explainer.typeset.files.pdf_file",
    "Glyph": "explainer.typeset.picture",
    "Picture": "explainer.typeset.picture",
    "Piece": "explainer.typeset.picture",
    "Rect": "explainer.typeset.picture",
    "Rule": "explainer.typeset.picture",
    "png": "explainer.typeset.files.png_file",
    "svg": "explainer.typeset.files.svg_file",
    "Theme": "explainer.typeset.theme",
    "contrast": "explainer.typeset.theme",
    "find_theme": "explainer.typeset.theme",
    "mixed": "explainer.typeset.theme",
    "natural_height": "explainer.typeset.typesetting",
    "natural_width": "explainer.typeset.typesetting",
    "theme_names": "explainer.typeset.theme",
    "typeset": "explainer.typeset.typesetting",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module explainer.typeset has no attribute {name}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


__all__ = [
    "CLOSE", "CURVE", "LINE", "MOVE", "Drawing", "Fill", "Glyph", "Mark", "Marks", "Outline", "Picture", "Piece",
    "Rect", "Rule", "Stroke", "Theme", "Within", "contrast", "find_theme", "mixed", "natural_height",
    "natural_width", "pdf", "png", "svg", "theme_names", "typeset",
]  # fmt: skip
