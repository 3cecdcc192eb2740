"""Every line of every lesson on the page: nothing clipped, nothing on top of something else, nothing left out."""

from __future__ import annotations

import pytest

from explainer.notation.tree import Accent, Numeral, Part, Script, Spoken, Symbol
from explainer.typeset import Glyph, Picture, Rect, Rule, typeset
from explainer.typeset.boxes.arrange import arrange
from explainer.typeset.boxes.style import DISPLAY
from explainer.typeset.picture import picture_of
from tests.cases import in_groups
from tests.lesson_lines import notations

OVERHANG = 0.13
"""How far ink may reach over the box that the layout reckons with: the lean of letters, the overshoot of round ones."""


def ink_of(picture: Picture, piece: Glyph | Rule) -> Rect:
    if isinstance(piece, Rule):
        return Rect(piece.x, piece.y, piece.width, piece.height)
    left, low, right, high = picture.outline(piece.key).bounds
    scale = piece.scale
    return Rect(piece.x + scale * left, piece.y + scale * low, scale * (right - left), scale * (high - low))


@pytest.mark.parametrize("width_em", [None, 14.0])
def test_no_line_of_a_lesson_is_clipped(width_em: float | None) -> None:
    assert len(notations()) > 500
    for notation in notations().values():
        picture = typeset(notation, width_em=width_em)
        assert picture.problems == ()
        assert picture.pieces
        for piece in picture.pieces:
            ink = ink_of(picture, piece)
            assert -1e-9 <= ink.x <= ink.right <= picture.width + 1e-9
            assert -picture.depth - 1e-9 <= ink.y <= ink.top <= picture.height + 1e-9


def test_ink_stays_in_the_boxes_that_lines_are_laid_out_with() -> None:
    for line, notation in notations().items():
        box = arrange(notation, DISPLAY)
        picture = picture_of(box)
        assert picture.width <= box.width + OVERHANG, line.text()
        assert picture.height <= box.height + OVERHANG, line.text()
        assert picture.depth <= box.depth + OVERHANG, line.text()


def test_no_letter_stands_on_another() -> None:
    """Letters lean over each other a little; more than a quarter of the smaller one is a collision."""
    for line, notation in notations().items():
        picture = typeset(notation)
        inks = sorted(
            ((ink_of(picture, piece), piece) for piece in picture.pieces if _is_letter(piece)),
            key=lambda pair: pair[0].x,
        )
        for number, (one, piece) in enumerate(inks):
            for other, neighbour in inks[number + 1 :]:
                if other.x >= one.right:
                    break
                assert _shared(one, other) <= 1 / 4, f"{piece} and {neighbour} in {line.text()}"


def _is_letter(piece: Glyph | Rule) -> bool:
    return isinstance(piece, Glyph) and not piece.key.startswith(("glyph:", "stroke:"))


def _shared(one: Rect, other: Rect) -> float:
    """What part of the smaller rectangle lies in the other one."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.top, other.top) - max(one.y, other.y)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / min(one.width * one.height, other.width * other.height)


@in_groups("letter", [*"01", *"abfhkltwxyzABX"])
@pytest.mark.parametrize("wrapped", [False, True])
def test_an_exponent_begins_behind_the_head_of_an_arrow(letter: str, wrapped: bool) -> None:
    below = Accent(Numeral(letter) if letter.isdigit() else Symbol(letter), "arrow")
    base = Spoken(Part(below, ()), ("a vector",)) if wrapped else below
    picture = typeset(Script(base, superscript=Symbol("T", "upright")))
    arrow, exponent = (
        next(ink_of(picture, piece) for piece in picture.pieces if isinstance(piece, Glyph) and piece.key.endswith(end))
        for end in ("#7e", ":T")
    )
    assert exponent.x > arrow.right + 0.02
