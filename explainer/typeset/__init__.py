"""Typesetting: from the notation tree to boxes, outlines, and pictures in PNG, SVG and PDF.

Start reading at `typesetting` (the way from a notation to a `Picture`), then `arrange` (constructs ask for the boxes
of their parts), `row` (room between atoms) and `leaves` (letters from the fonts). To add a construct see `arrange`;
to add a theme put a file into resources/themes; to add a file format write a module like `svg_file` over `drawing`.
"""

from explainer.typeset.arrange import Within
from explainer.typeset.drawing import Marks
from explainer.typeset.outline import CLOSE, CURVE, LINE, MOVE, Outline
from explainer.typeset.pdf_file import pdf
from explainer.typeset.picture import Glyph, Picture, Piece, Rect, Rule
from explainer.typeset.png_file import png
from explainer.typeset.svg_file import svg
from explainer.typeset.theme import Theme, contrast, find_theme, theme_names
from explainer.typeset.typesetting import typeset

__all__ = [
    "CLOSE", "CURVE", "LINE", "MOVE", "Glyph", "Marks", "Outline", "Picture", "Piece", "Rect", "Rule", "Theme",
    "Within", "contrast", "find_theme", "pdf", "png", "svg", "theme_names", "typeset",
]  # fmt: skip
