"""Formulas look as they looked when somebody last looked at them, and are as large as LaTeX sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from explainer.typeset import Glyph, typeset
from explainer.typeset.boxes.arrange import arrange
from explainer.typeset.boxes.style import DISPLAY
from tests.cases import in_groups
from tests.typeset.formulas import FORMULAS, Formula
from tests.typeset.pictures import FOLDER, MOST_DIFFERENCE, NOTATIONS, difference, drawn, pixels


@in_groups("formula", FORMULAS, ids=lambda formula: formula.name)
def test_formulas_have_the_boxes_that_latex_gives_them(formula: Formula) -> None:
    box = arrange(formula.notation, DISPLAY)
    width, height, depth = formula.box
    assert box.width == pytest.approx(width, rel=0.03)
    assert box.height == pytest.approx(height, abs=0.03 * (height + depth))
    assert box.depth == pytest.approx(depth, abs=0.03 * (height + depth))


def test_every_formula_has_a_reference_picture_and_no_other_is_kept() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == set(NOTATIONS)
    assert len(NOTATIONS) >= 40


@pytest.mark.parametrize("name", NOTATIONS)
def test_a_formula_looks_like_its_reference_picture(name: str, tmp_path: Path) -> None:
    file = drawn(typeset(NOTATIONS[name]))
    expected = (FOLDER / f"{name}.png").read_bytes()
    differs_by = difference(pixels(expected), pixels(file))
    if differs_by > MOST_DIFFERENCE:
        actual = tmp_path / f"{name}.png"
        actual.write_bytes(file)
        pytest.fail(
            f"{name} looks different (by {differs_by:.0f} of 255). It is now {actual}; it was {FOLDER / name}.png. "
            "If it is meant to, run python -m tests.typeset.pictures."
        )


def test_the_comparison_sees_what_moved_and_what_is_missing() -> None:
    picture = typeset(NOTATIONS["difference"])
    whole = pixels(drawn(picture))
    moved_slightly = tuple(piece._replace(x=piece.x + 0.015) for piece in picture.pieces)
    assert difference(whole, pixels(drawn(picture._replace(pieces=moved_slightly)))) < MOST_DIFFERENCE
    for number, piece in enumerate(picture.pieces):
        others = picture.pieces[:number] + picture.pieces[number + 1 :]
        assert difference(whole, pixels(drawn(picture._replace(pieces=others)))) > MOST_DIFFERENCE
        if isinstance(piece, Glyph):
            moved = (*others, piece._replace(x=piece.x + 0.12))
            assert difference(whole, pixels(drawn(picture._replace(pieces=moved)))) > MOST_DIFFERENCE
    wider = picture._replace(width=picture.width + 0.2)
    assert difference(whole, pixels(drawn(wider))) == 255.0
