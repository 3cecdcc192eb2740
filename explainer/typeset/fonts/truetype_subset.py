"""A font file with a few glyphs of another, as documents carry it: the glyphs keep their numbers.

fontTools is imported here, when the first document with running text is written (0.25 s), and nowhere else: formulas
need none of it, see `truetype`.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from logging import NullHandler, getLogger
from typing import Final

from explainer.typeset.fonts.fonts import font_file

_FOR_TEXT_PROGRAMS: Final = (
    "FFTM",
    "GDEF",
    "GPOS",
    "GSUB",
    "MATH",
    "OS/2",
    "cmap",
    "gasp",
    "kern",
    "name",
    "post",
)
"""Tables that a document has no use for: it names glyphs by their numbers and puts them at their places itself."""


def subset(name: str, glyphs: Iterable[int]) -> bytes:
    """The font of this name with these glyphs and those that they are made of; the others are empty."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    getLogger("fontTools").addHandler(NullHandler())  # it warns of dates before 1970, which the fonts have from TeX
    options = Options(retain_gids=True, notdef_outline=True, drop_tables=[*_FOR_TEXT_PROGRAMS])
    subsetter, file = Subsetter(options), BytesIO()
    # A few glyphs of DejaVu stand beside their box: one that is made to fit would move them by up to 2 % of their size.
    with TTFont(font_file(name), lazy=True, recalcTimestamp=False, recalcBBoxes=False) as font:
        subsetter.populate(gids=[0, *glyphs])
        subsetter.subset(font)
        font.save(file, reorderTables=None)
    return file.getvalue()
