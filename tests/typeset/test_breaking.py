"""Formulas that are wider than the page."""

from __future__ import annotations

import pytest

from explainer.language import parse_expression
from explainer.notation import write_notation
from explainer.notation.tree import Lines, Part, Row, Script, Space, Symbol, Words
from explainer.typeset import Glyph, Rule, typeset
from explainer.typeset.boxes import arrange
from tests.cases import in_groups
from tests.typeset.specimens import COMMA, EQUALS, PLUS, called, fenced, jacobian, one, polynomial, row, two, x, y
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


def starts(picture):
    """The first glyph of every line of full size, from the top down."""
    lines = {}
    for piece in picture.pieces:
        if isinstance(piece, Glyph) and piece.scale == 1.0:
            lines.setdefault(round(piece.y, 3), []).append(piece)
    return [min(lines[y], key=lambda glyph: glyph.x) for y in sorted(lines, reverse=True)]


def test_a_list_of_equations_is_broken_behind_its_commas():
    facts = row(*[item for k in range(6) for item in ((COMMA,) if k else ()) + (x, EQUALS, called("sin", fenced(y)))])
    picture = typeset(facts, width_em=12)
    assert picture.width <= 12
    assert [(glyph.key, round(glyph.x, 2)) for glyph in starts(picture)] == [("italic:x", 0.0)] * 3


def test_a_line_without_comments_reaches_over_the_column_of_comments():
    long, comment = row(EQUALS, polynomial(5)), row(x, EQUALS, one)
    lines = Lines(((y, long), (y, row(EQUALS, two), comment)))
    natural = typeset(lines)
    assert natural.width == pytest.approx(typeset(Lines(((y, long),))).width, abs=0.01)
    assert len(baselines(typeset(lines, width_em=natural.width))) == 2
    narrow = typeset(lines, width_em=10)
    assert narrow.width <= 10
    assert_holds_its_ink(narrow)


def test_parentheses_shrink_with_the_one_matrix_between_them():
    notation = row(x, fenced(jacobian(3)), y)
    whole = typeset(notation)
    picture = typeset(notation, width_em=0.8 * whole.width)
    tallest = [max(piece.height for piece in p.pieces if isinstance(piece, Rule)) for p in (whole, picture)]
    assert tallest[1] < 0.85 * tallest[0]
    assert picture.height < 0.85 * whole.height


def test_comments_go_under_their_lines_where_they_do_not_fit_beside_them():
    lines = Lines(((x, row(EQUALS, polynomial(3)), row(y, EQUALS, two)), (x, row(EQUALS, one))))
    natural = typeset(lines)
    narrow = typeset(lines, width_em=natural.width - 1)
    y_of = {key: [glyph.y for glyph in narrow.pieces if glyph[0] == key] for key in ("italic:y", "upright:=")}
    assert narrow.width <= natural.width - 1
    assert len(baselines(natural)) == 2
    assert len(baselines(narrow)) == 3
    assert y_of["italic:y"][0] == pytest.approx(sorted(y_of["upright:="])[1])


def test_a_product_is_broken_before_parentheses_rather_than_inside_them():
    factor = fenced(row(x, PLUS, y, PLUS, called("sin", fenced(x))))
    notation = row(two, factor, Space(0.167), factor)
    picture = typeset(notation, width_em=9)
    assert [glyph.key for glyph in starts(picture)] == ["upright:2", "upright:·"]
    application = row(x, PLUS, Symbol("f"), factor, PLUS, Symbol("g"), factor)
    assert "upright:·" not in {glyph.key for glyph in starts(typeset(application, width_em=9))}


@pytest.mark.parametrize("room", [14, 16, 18, 20])
def test_a_small_factor_has_no_line_for_itself_where_more_lines_follow(room: int) -> None:
    """= 2 ((A B + C > 0)ᵀ ⊗ (V …)) X: the 2 stood alone, and the rest was broken all the same."""
    square = ("A", "B", "C", "V", "X", "Y", "Z")
    product = "(((A @ B + C) > 0)' ⊗ (V @ (C - Y + relu(A @ B + C + Z) @ V)')) @ X"
    node = parse_expression(f"2 ({product})", dict.fromkeys(square, "n x n")).expression
    picture = typeset(Row((EQUALS, write_notation(node))), width_em=room)
    lines = baselines(picture)
    assert len(lines) > 2, "or nothing is broken here"
    first = [piece for piece in picture.pieces if isinstance(piece, Glyph) and round(piece.y, 3) == lines[-1]]
    assert len(first) > 4


@in_groups("room", [3.0, 4.0, 5.0, 6.0, 7.0])
@pytest.mark.parametrize("text", ["2 ((A B)' A)", "2 ((A B + C)' (A B))", "3 (A + B + C)"])
def test_a_number_in_front_has_no_line_for_itself(text: str, room: float) -> None:
    node = parse_expression(text, dict.fromkeys("ABC", "n x n")).expression
    picture = typeset(Row((EQUALS, write_notation(node))), width_em=room)
    first = [
        piece for piece in picture.pieces if isinstance(piece, Glyph) and round(piece.y, 3) == baselines(picture)[-1]
    ]
    assert len(first) > 2


@pytest.mark.parametrize("levels", [1, 2, 4])
def test_parentheses_with_an_exponent_are_broken_inside(levels: int) -> None:
    notation = row(polynomial(30))
    for _ in range(levels):
        notation = row(Script(Part(fenced(notation), (0,)), superscript=Symbol("T", "upright")))
    picture = typeset(notation, width_em=20)
    assert picture.width <= 20
    assert_holds_its_ink(picture)


def test_the_exponent_of_broken_parentheses_stands_behind_them_as_high_as_before() -> None:
    notation = Script(fenced(polynomial(30)), superscript=Symbol("T", "upright"))

    def exponent(width: float | None) -> tuple[float, float]:
        glyphs = [piece for piece in typeset(notation, width_em=width).pieces if isinstance(piece, Glyph)]
        raised = next(glyph for glyph in glyphs if glyph.key.endswith(":T"))
        closing = min(glyphs, key=lambda glyph: (glyph.y, -glyph.x))
        return raised.x - closing.x, raised.y - closing.y

    assert exponent(20) == pytest.approx(exponent(None), abs=0.01)


def test_a_pair_of_long_things_is_broken_behind_its_comma() -> None:
    cosines = row(*[called("cos", fenced(x)) for _ in range(3)])
    picture = typeset(row(y, EQUALS, fenced(row(cosines, COMMA, cosines))), width_em=12)
    assert picture.width <= 12
    assert "upright:·" not in {piece.key for piece in picture.pieces if isinstance(piece, Glyph)}


@pytest.mark.parametrize("room", [16, 20, 25])
def test_a_short_left_side_has_no_line_for_itself_where_more_lines_follow(room: int) -> None:
    product = "2 ((W @ max(0, V @ x + b) + c - y)' @ W @ ((V @ x + b > 0) ⊗ (V @ x + c)))"
    shapes = {"W": "m x k", "V": "k x n", "x": "n", "b": "k", "c": "k", "y": "m"}
    shapes |= {"W": "k x k", "y": "k"}
    node = parse_expression(product, shapes).expression
    for right in (fenced(polynomial(30)), write_notation(node)):
        picture = typeset(row(y, EQUALS, right), width_em=room)
        assert len(baselines(picture)) > 1
        sign = next(piece for piece in picture.pieces if isinstance(piece, Glyph) and piece.key == "upright:=")
        assert sign.y == 0


@pytest.mark.parametrize("text", ["(x + 1)(x + 2)(x + 3)(x + 4) sin(x)", "u v where u = sin(x + 1), v = cos(x + 2)"])
def test_a_line_is_arranged_once_for_all_widths(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    notation, made = write_notation(parse_expression(text).expression), list[object]()
    real = arrange.run
    monkeypatch.setattr(arrange, "run", lambda work: made.append(work) or real(work))
    whole = typeset(notation)
    typeset(notation, width_em=0.7 * whole.width)
    assert made
    made.clear()
    narrow = typeset(notation, width_em=0.5 * whole.width)
    assert typeset(notation).pieces == whole.pieces
    assert narrow.width < whole.width
    assert not made
