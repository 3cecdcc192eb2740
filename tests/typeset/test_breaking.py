"""Formulas that are wider than the page."""

from __future__ import annotations

import pytest

from explainer.notation.tree import Lines, Part, Row, Script, Symbol, Words
from explainer.typeset import Glyph, typeset
from tests.typeset.specimens import EQUALS, PLUS, called, fenced, jacobian, one, polynomial, row, two, x, y
from tests.typeset.test_layout import assert_holds_its_ink


def baselines(picture):
    return sorted({round(piece.y, 3) for piece in picture.pieces if isinstance(piece, Glyph) and piece.scale == 1.0})


@pytest.mark.parametrize("width", [8, 15, 30])
def test_a_long_sum_is_broken_to_the_width(width):
    picture = typeset(row(Symbol("f"), fenced(x), EQUALS, polynomial(40)), width_em=width)
    assert picture.width <= width
    assert len(baselines(picture)) >= typeset(polynomial(40)).width / width
    assert_holds_its_ink(picture)


def test_a_formula_that_fits_is_left_alone():
    whole = typeset(polynomial(4))
    assert typeset(polynomial(4), width_em=whole.width) == whole


def test_lines_begin_with_the_sign_they_are_broken_before():
    picture = typeset(row(y, EQUALS, polynomial(30)), width_em=20)
    for baseline in baselines(picture)[:-1]:
        line = [piece for piece in picture.pieces if isinstance(piece, Glyph) and round(piece.y, 3) == baseline]
        first = min(line, key=lambda glyph: glyph.x)
        assert first.key == "upright:+"
        assert first.x > 1


def test_a_relation_is_the_best_place_for_a_break_and_stands_under_the_one_before():
    picture = typeset(row(y, EQUALS, polynomial(6), EQUALS, polynomial(6)), width_em=18)
    signs = [piece for piece in picture.pieces if isinstance(piece, Glyph) and piece.key == "upright:="]
    assert signs[1].y < signs[0].y
    assert signs[1].x == pytest.approx(signs[0].x, abs=0.01)


def test_every_part_of_a_broken_formula_keeps_its_box():
    parts = typeset(Part(polynomial(30), ()), width_em=12).parts
    assert set(parts) == {(), *((power,) for power in range(30))}
    assert all(parts[()].united(rect) == parts[()] for rect in parts.values())
    assert all(parts[power,].width < 3 for power in range(30))


def test_the_sum_inside_a_fence_is_broken_too():
    picture = typeset(row(called("sin", fenced(polynomial(30)))), width_em=20)
    assert picture.width <= 20


def test_a_product_without_signs_is_broken_with_a_dot():
    factors = [called("cos", fenced(row(x, PLUS, one))) for _ in range(12)]
    picture = typeset(row(two, *factors), width_em=20)
    dots = [piece for piece in picture.pieces if isinstance(piece, Glyph) and piece.key == "upright:·"]
    assert picture.width <= 20
    assert len(dots) == len(baselines(picture)) - 1


def test_words_are_not_taken_for_factors():
    notation = row(*[Words("if "), called("cos", fenced(x)), Words(" and ")] * 6)
    assert "upright:·" not in {piece.key for piece in typeset(notation, width_em=10).pieces if isinstance(piece, Glyph)}


@pytest.mark.parametrize(("share", "factor"), [(0.8, 0.8), (0.3, 0.6)])
def test_a_wide_matrix_is_shrunk_to_sixty_per_cent_at_most(share, factor):
    whole = typeset(jacobian(4))
    picture = typeset(jacobian(4), width_em=share * whole.width)
    assert picture.width / whole.width == pytest.approx(factor, abs=0.01)
    assert picture.height / whole.height == pytest.approx(factor, abs=0.05)
    assert set(picture.parts) == set(whole.parts)
    assert_holds_its_ink(picture)


def test_the_widest_column_of_aligned_lines_is_broken():
    lines = Lines(((y, row(EQUALS, polynomial(30)), Words("rule")), (Row(()), row(EQUALS, one), Words("other"))))
    picture = typeset(lines, width_em=30)
    assert picture.width <= 30.5
    assert_holds_its_ink(picture)


def test_what_cannot_be_broken_stays_whole():
    tower = Script(x, None, polynomial(30))
    assert typeset(tower, width_em=5).width == typeset(tower).width
