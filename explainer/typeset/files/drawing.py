"""Drawings: coloured pieces on a page, ready to be written as PNG, SVG or PDF; the page of a formula is made here.

A marked part is told apart by shape as well as by colour: what is about to change is underlined, what has changed is
framed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple, TypeAlias

from explainer.errors import ExplainerError
from explainer.notation.tree import Path
from explainer.typeset.fonts.outline import Outline
from explainer.typeset.picture import Glyph, Picture, Rect, Rule
from explainer.typeset.theme import Theme, find_theme

Marks: TypeAlias = Mapping[Path, str]
"""The role of each marked part: changed-before, changed-after, accent or muted."""

MARGIN_EM: Final = 0.5
LINE_EM: Final = 0.05
"""The thickness of underlines and frames."""
_ROOM = 0.1  # ink that stands over its box, as the end of an f does, is not cut off
_UNDERLINED: Final = ("changed-before", "accent")
_FRAMED: Final = ("changed-after",)


class Fill(NamedTuple):
    """A filled shape at its place on the page: a box, a cell, the head of an arrow."""

    outline: Outline


class Stroke(NamedTuple):
    """A line along an outline; `dashes` are the lengths of dashes and gaps in turn, none for a line without gaps."""

    outline: Outline
    width: float
    dashes: tuple[float, ...] = ()


Mark: TypeAlias = Glyph | Rule | Fill | Stroke
"""Whatever can be drawn in one colour. Formulas have glyphs and rules, figures the others too."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Coloured marks on a page, whose origin is `left` from the page's left edge and `bottom` up; all in em."""

    width: float
    height: float
    left: float
    bottom: float
    background: str
    layers: tuple[tuple[str, tuple[Mark, ...]], ...]
    """Runs of marks of one colour, in the order in which they are drawn."""

    @property
    def glyphs(self) -> tuple[str, ...]:
        """The keys of all outlines of letters, each once."""
        return tuple(sorted({mark.key for _, marks in self.layers for mark in marks if isinstance(mark, Glyph)}))


def layered(coloured: Iterable[tuple[str, Mark]]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    """Coloured marks as runs of one colour, in the same order."""
    return tuple(
        (colour, tuple(mark for _, mark in run)) for colour, run in groupby(coloured, key=lambda pair: pair[0])
    )


def drawing_of(picture: Picture | Drawing, theme: Theme | str = "paper", marks: Marks | None = None) -> Drawing:
    """A formula as it is drawn; what is a drawing already stays as it is."""
    return picture if isinstance(picture, Drawing) else draw(picture, theme, marks)


def draw(picture: Picture, theme: Theme | str = "paper", marks: Marks | None = None) -> Drawing:
    """Colour a picture; marks for parts that it has not are ignored.

    Raises ExplainerError for an unknown theme or role.
    """
    colours = find_theme(theme) if isinstance(theme, str) else theme
    present = {path: role for path, role in (marks or {}).items() if path in picture.parts}
    coloured: list[tuple[str, Mark]] = []
    for path, role in present.items():
        for place in picture.places(path):
            coloured += [(colours.colour(role), line) for line in _lines_around(place, role)]
    coloured += [(_colour(piece.part, present, colours), piece) for piece in picture.pieces]
    return Drawing(
        width=picture.width + 2 * MARGIN_EM,
        height=picture.height + picture.depth + 2 * MARGIN_EM,
        left=MARGIN_EM,
        bottom=MARGIN_EM + picture.depth,
        background=colours.background,
        layers=layered(coloured),
    )


def _colour(part: Path | None, marks: Marks, theme: Theme) -> str:
    """The colour of the innermost mark around a piece, or the ink."""
    if part is not None and marks:
        for length in range(len(part), -1, -1):
            if part[:length] in marks:
                return theme.colour(marks[part[:length]])
    return theme.ink


def _lines_around(rect: Rect, role: str) -> list[Rule]:
    """The underline or the frame of a mark, as rules."""
    left, right, low, high = rect.x - _ROOM, rect.right + _ROOM, rect.y - _ROOM, rect.top + _ROOM
    under = Rule(left, low - LINE_EM, right - left, LINE_EM, None)
    if role in _UNDERLINED:
        return [under]
    if role in _FRAMED:
        sides = [Rule(x, low - LINE_EM, LINE_EM, high - low + 2 * LINE_EM, None) for x in (left - LINE_EM, right)]
        return [under, Rule(left, high, right - left, LINE_EM, None), *sides]
    return []


def check_size(size_pt: float) -> float:
    """The size of the letters in points.

    Raises ExplainerError when it is not from 1 to 400.
    """
    if isinstance(size_pt, bool) or not isinstance(size_pt, int | float) or not 1 <= size_pt <= 400:
        raise ExplainerError(f"the size {size_pt} does not work", hint="The size of letters is from 1 to 400 points.")
    return float(size_pt)


def number(value: float) -> str:
    """A length as short text: at most five decimals, no exponent, no minus zero."""
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
