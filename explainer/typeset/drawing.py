"""Drawings: a picture with colours, marks and a margin, ready to be written as PNG, SVG or PDF.

A marked part is told apart by shape as well as by colour: what is about to change is underlined, what has changed is
framed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from explainer.errors import ExplainerError
from explainer.notation.tree import Path
from explainer.typeset.picture import Picture, Piece, Rect, Rule
from explainer.typeset.theme import Theme, find_theme

Marks: TypeAlias = Mapping[Path, str]
"""The role of each marked part: changed-before, changed-after, accent or muted."""

MARGIN_EM: Final = 0.5
LINE_EM: Final = 0.05
"""The thickness of underlines and frames."""
_ROOM = 0.1
_UNDERLINED: Final = ("changed-before", "accent")
_FRAMED: Final = ("changed-after",)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Coloured pieces on a page, whose origin is `left` from the page's left edge and `bottom` up; all in em."""

    width: float
    height: float
    left: float
    bottom: float
    background: str
    layers: tuple[tuple[str, tuple[Piece, ...]], ...]
    """Runs of pieces of one colour, in the order in which they are drawn."""


def draw(picture: Picture, theme: Theme | str = "paper", marks: Marks | None = None) -> Drawing:
    """Colour a picture; marks for parts that it has not are ignored.

    Raises ExplainerError for an unknown theme or role.
    """
    colours = find_theme(theme) if isinstance(theme, str) else theme
    present = {path: role for path, role in (marks or {}).items() if path in picture.parts}
    coloured: list[tuple[str, Piece]] = []
    for path, role in present.items():
        coloured += [(colours.colour(role), line) for line in _lines_around(picture.parts[path], role)]
    coloured += [(_colour(piece.part, present, colours), piece) for piece in picture.pieces]
    layers = tuple(
        (colour, tuple(piece for _, piece in run)) for colour, run in groupby(coloured, key=lambda pair: pair[0])
    )
    return Drawing(
        width=picture.width + 2 * MARGIN_EM,
        height=picture.height + picture.depth + 2 * MARGIN_EM,
        left=MARGIN_EM,
        bottom=MARGIN_EM + picture.depth,
        background=colours.background,
        layers=layers,
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
