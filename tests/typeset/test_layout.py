"""Where boxes stand: TeX's spacing, heights and widths."""

from __future__ import annotations

import pytest

from explainer.errors import ExplainerError
from explainer.notation.tree import (
    NOTATION_CLASSES,
    Accent,
    Array,
    BigOperator,
    Brace,
    CasesArray,
    DerivativeNotation,
    Dots,
    Fence,
    Fraction,
    Lines,
    Notation,
    Numeral,
    Operator,
    Part,
    Root,
    Row,
    Script,
    Space,
    Spoken,
    Strike,
    Symbol,
    Words,
)
from explainer.typeset import Glyph, Picture, Rule, Within, typeset
from explainer.typeset.boxes.style import AXIS
from explainer.typeset.fonts.leaves import leaf
from tests.cases import in_groups
from tests.typeset.specimens import (
    AT_MOST,
    COMMA,
    DOT,
    EQUALS,
    MINUS,
    PLUS,
    SPECIMENS,
    called,
    d,
    f,
    fenced,
    i,
    jacobian,
    one,
    polynomial,
    row,
    two,
    x,
    y,
    z,
)

OVERSHOOT = 0.025
"""How far the ink of round letters reaches over their boxes, in em."""


def glyphs(picture: Picture) -> list[Glyph]:
    return [piece for piece in picture.pieces if isinstance(piece, Glyph)]


def rules(picture: Picture) -> list[Rule]:
    return [piece for piece in picture.pieces if isinstance(piece, Rule)]


def glyph_of(picture: Picture, key: str) -> Glyph:
    return next(glyph for glyph in glyphs(picture) if glyph.key == key)


def ink(picture: Picture) -> list[tuple[float, float, float, float]]:
    boxes = []
    for piece in picture.pieces:
        if isinstance(piece, Glyph):
            x0, y0, x1, y1 = picture.outline(piece.key).bounds
            s = piece.scale
            boxes.append((piece.x + s * x0, piece.y + s * y0, piece.x + s * x1, piece.y + s * y1))
        else:
            boxes.append((piece.x, piece.y, piece.x + piece.width, piece.y + piece.height))
    return boxes


def assert_holds_its_ink(picture: Picture) -> None:
    slack = 1e-9 * max(1.0, picture.width, picture.height, picture.depth)
    for left, low, right, high in ink(picture):
        assert left >= -slack
        assert right <= picture.width + slack
        assert low >= -picture.depth - slack
        assert high <= picture.height + slack
    for rect in picture.parts.values():
        assert rect.x >= -slack
        assert rect.right <= picture.width + slack
        assert rect.y >= -picture.depth - slack
        assert rect.top <= picture.height + slack


def test_there_is_a_specimen_of_every_construct():
    assert [type(specimen) for specimen in SPECIMENS] == list(NOTATION_CLASSES)
    assert len(SPECIMENS) == 23


@in_groups("style", ["display", "text"])
@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: type(specimen).__name__)
def test_every_construct_is_set_inside_its_picture(specimen, style):
    picture = typeset(specimen, style=style)
    assert picture.problems == ()
    assert picture.pieces or isinstance(specimen, Space)
    assert picture.width > 0
    assert_holds_its_ink(picture)
    inside = typeset(row(x, Fraction(specimen, Script(fenced(specimen), specimen)), y), style=style)
    assert inside.problems == ()
    assert_holds_its_ink(inside)


TEX_WIDTHS = (
    (row(x, PLUS, y, MINUS, z, DOT, x, EQUALS, MINUS, x, AT_MOST, Numeral("0.25")), 11.139),
    (row(two, x, y, called("sin", x), called("cos", y)), 5.929),
    (Fraction(d, row(d, x)), 1.332),
    (row(EQUALS, Fraction(x, x)), 1.867),
    (row(Root(x), PLUS, Root(Fraction(x, y))), 4.439),
    (row(f, fenced(row(x, COMMA, y)), EQUALS, Fence("[", row(Symbol("a"), COMMA, Symbol("b")), "]")), 6.208),
    (CasesArray((Numeral("0"), one), (z, x)), 2.997),
    (row(one, COMMA, Dots(), COMMA, Symbol("n")), 3.322),
)


@pytest.mark.parametrize(("notation", "width"), TEX_WIDTHS)
def test_formulas_are_as_wide_as_latex_sets_them(notation, width):
    """The widths are those that LaTeX reports for the same formulas in Computer Modern at 10 pt, in em."""
    assert typeset(notation).width == pytest.approx(width, abs=0.012)


def test_heights_are_those_of_latex():
    fraction = typeset(Fraction(d, row(d, x)))
    assert fraction.height == pytest.approx(1.371, abs=0.012)
    assert fraction.depth == pytest.approx(0.686, abs=0.012)
    root = typeset(Root(Fraction(x, y)))
    assert root.height == pytest.approx(1.447, abs=0.012)


def test_a_sign_without_a_left_operand_keeps_no_distance():
    binary, unary = typeset(row(x, MINUS, y)), typeset(row(EQUALS, MINUS, y))
    apart = glyph_of(binary, "italic:y").x - glyph_of(binary, "upright:−").x
    close = glyph_of(unary, "italic:y").x - glyph_of(unary, "upright:−").x
    assert apart - close == pytest.approx(2 / 9)
    prefix = typeset(row(x, EQUALS, Operator("−", "prefix"), y))
    assert glyph_of(prefix, "italic:y").x - glyph_of(prefix, "upright:−").x == pytest.approx(close)


def test_nesting_of_rows_and_parts_does_not_change_the_spacing():
    flat = typeset(row(x, PLUS, y, EQUALS, MINUS, z))
    nested = typeset(
        row(Part(row(row(x, PLUS), Spoken(y, ())), (0,)), Part(row(EQUALS, Part(row(MINUS, z), (1, 0))), (1,)))
    )
    assert [g[:4] for g in glyphs(flat)] == [g[:4] for g in glyphs(nested)]


def test_a_superscript_stands_behind_the_lean_of_its_letter_and_a_subscript_under_it():
    both = typeset(Script(Symbol("f"), one, two))
    assert glyph_of(both, "upright/70:2").x - glyph_of(both, "upright/70:1").x == pytest.approx(leaf("italic:f").italic)
    assert glyph_of(both, "upright/70:2").y > glyph_of(both, "upright/70:1").y + 0.5


def test_the_power_of_an_indexed_letter_has_its_exponent_over_the_index():
    together = typeset(Script(x, i, two))
    power = typeset(Script(Part(Script(x, i), (0,)), None, Part(two, (1,))))
    assert {glyph.key: glyph[1:4] for glyph in glyphs(power)} == {glyph.key: glyph[1:4] for glyph in glyphs(together)}
    assert {glyph.key: glyph.part for glyph in glyphs(power)} == {
        "italic:x": (0,), "italic/70:i": (0,), "upright/70:2": (1,),
    }  # fmt: skip
    indexed = typeset(Part(Script(x, i), (0,))).parts[0,]
    assert power.parts[0,].width == pytest.approx(indexed.width, abs=0.06)
    assert_holds_its_ink(power)


def test_scripts_of_scripts_are_smaller_down_to_one_half():
    picture = typeset(Script(x, None, Script(x, None, Script(x, None, x))))
    assert [glyph.scale for glyph in glyphs(picture)] == [1.0, 0.7, 0.5, 0.5]


def test_a_prime_is_a_superscript():
    picture = typeset(Symbol("f′"))
    assert [glyph.key for glyph in glyphs(picture)] == ["italic:f", "upright/70:′"]
    assert glyph_of(picture, "upright/70:′").scale == pytest.approx(0.7)


@pytest.mark.parametrize("fraction", [Fraction(x, y), Fraction(Fraction(x, y), row(x, PLUS, Fraction(one, z)))])
def test_a_fraction_bar_is_centred_on_the_axis_and_between_its_boxes(fraction):
    picture = typeset(fraction)
    bar = max(rules(picture), key=lambda rule: rule.width)
    assert bar.y + bar.height / 2 == pytest.approx(AXIS)
    over = [box for box in ink(picture) if box[1] > bar.y + bar.height]
    under = [box for box in ink(picture) if box[3] < bar.y]
    assert len(over) + len(under) == len(picture.pieces) - 1
    for boxes in (over, under):
        middle = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
        assert middle == pytest.approx(bar.x + bar.width / 2, abs=0.06)


TALL = [Array(tuple((Numeral(str(k)),) for k in range(n)), "", "") for n in (1, 2, 3, 4, 5, 8, 20)]


@in_groups("signs", ["()", "[]", "{}", "||", "‖‖", "⌊⌋", "⌈⌉"])
@pytest.mark.parametrize("body", TALL, ids=lambda body: str(len(body.rows)))
def test_delimiters_cover_their_content_at_any_height(signs, body):
    picture = typeset(Array(body.rows, *signs))
    content = [box for piece, box in zip(picture.pieces, ink(picture), strict=True) if _is_digit(piece)]
    rest = [box for piece, box in zip(picture.pieces, ink(picture), strict=True) if not _is_digit(piece)]
    left, right = min(box[0] for box in content), max(box[2] for box in content)
    for side in ([box for box in rest if box[2] <= left], [box for box in rest if box[0] >= right]):
        low, high = min(box[1] for box in side), max(box[3] for box in side)
        assert low <= min(box[1] for box in content) + 0.02
        assert high >= max(box[3] for box in content) - 0.02
        assert (low + high) / 2 == pytest.approx(AXIS, abs=0.02)
        _assert_no_gap(side)


def _is_digit(piece: Glyph | Rule) -> bool:
    return isinstance(piece, Glyph) and piece.key.startswith("upright:")


def _assert_no_gap(boxes: list[tuple[float, float, float, float]]) -> None:
    """The pieces of a delimiter touch from the bottom to the top."""
    reached = None
    for _, low, _, high in sorted(boxes, key=lambda box: box[1]):
        assert reached is None or low <= reached + 1e-6
        reached = high if reached is None else max(reached, high)


def test_parentheses_around_a_square_are_those_of_the_line():
    picture = typeset(fenced(Script(x, None, two)))
    assert glyphs(picture)[0].key == "glyph:cmr10#28"
    assert typeset(fenced(Fraction(x, y))).pieces[0].key != "glyph:cmr10#28"


def test_an_empty_delimiter_draws_nothing():
    assert len(typeset(Fence("", x, "|")).pieces) == 2


@pytest.mark.parametrize("lines", [1, 2, 4, 9])
def test_a_root_covers_its_body(lines):
    body = Array(tuple((x,) for _ in range(lines)), "", "")
    picture = typeset(Root(body))
    letters = [
        box for piece, box in zip(picture.pieces, ink(picture), strict=True) if getattr(piece, "key", "") == "italic:x"
    ]
    bar = max(rules(picture), key=lambda rule: rule.width)
    assert bar.x <= min(box[0] for box in letters)
    assert bar.x + bar.width >= max(box[2] for box in letters)
    assert bar.y >= max(box[3] for box in letters)
    sign = [box for box in ink(picture) if box[2] <= min(letter[0] for letter in letters) + 0.03]
    assert min(box[1] for box in sign) <= min(box[1] for box in letters) + 0.02
    _assert_no_gap(sign)


def test_the_limits_of_a_display_stand_under_and_over_the_sign():
    sum_ = BigOperator("∑", row(i, EQUALS, one), Symbol("N"), x)
    display, text = typeset(sum_), typeset(sum_, style="text")
    sign = glyph_of(display, "glyph:cmex10#58")
    x0, y0, x1, y1 = (
        bound + at for bound, at in zip(display.outline(sign.key).bounds, (sign.x, sign.y) * 2, strict=True)
    )
    upper, lower = glyph_of(display, "italic/70:N"), glyph_of(display, "italic/70:i")
    assert upper.y > y1
    assert lower.y + 0.7 * display.outline(lower.key).bounds[3] < y0
    assert x0 < upper.x < x1
    assert glyph_of(text, "italic/70:N").x > glyph_of(text, "glyph:cmex10#50").x + 0.9


def test_an_accent_stands_over_its_letter():
    for letter, mark in ((one, "arrow"), (x, "hat"), (Symbol("f"), "arrow"), (Symbol("w", "bold"), "hat")):
        picture = typeset(Accent(letter, mark))
        letter_box, mark_box = ink(picture)
        assert mark_box[1] > letter_box[3] - 0.05
        assert letter_box[0] - 0.15 < (mark_box[0] + mark_box[2]) / 2 < letter_box[2] + 0.15


def test_the_cells_of_a_matrix_stand_in_rows_and_columns():
    picture = typeset(jacobian(3))
    parts = picture.parts
    assert set(parts) == {(m, n) for m in range(3) for n in range(3)}
    for m in range(3):
        assert max(parts[m, n].y for n in range(3)) - min(parts[m, n].y for n in range(3)) < 0.02
        assert parts[m, 0].right < parts[m, 1].x
        assert parts[0, m].y > parts[1, m].top
        centres = {round(parts[n, m].x + parts[n, m].width / 2, 2) for n in range(3)}
        assert max(centres) - min(centres) < 0.02


def test_aligned_lines_meet_at_the_relation():
    picture = typeset(Lines(((x, row(EQUALS, y)), (row(x, PLUS, y), row(EQUALS, z)))))
    signs = [glyph for glyph in glyphs(picture) if glyph.key == "upright:="]
    assert signs[0].x == pytest.approx(signs[1].x)
    assert signs[0].y > signs[1].y + 1
    single = typeset(row(x, EQUALS, y))
    gap = glyph_of(single, "upright:=").x - glyph_of(single, "italic:x").x
    assert signs[0].x - glyph_of(picture, "italic:x").x == pytest.approx(gap)


def test_a_derivative_stands_before_its_body_or_over_its_variable():
    before = typeset(DerivativeNotation("∂", fenced(x), x, compact=False))
    over = typeset(DerivativeNotation("∂", Symbol("u"), x, compact=True))
    assert [glyph.key for glyph in glyphs(before)][:3] == ["italic:∂", "italic:∂", "italic:x"]
    assert glyph_of(over, "italic:u").y > AXIS > glyph_of(over, "italic:x").y


def test_words_keep_their_spaces():
    assert typeset(Words("if z")).width > typeset(Words("ifz")).width + 0.3
    assert typeset(Words(" if ")).width == pytest.approx(typeset(Words("if")).width + 2 / 3, abs=0.06)


def test_pieces_run_from_left_to_right_in_a_row():
    places = [glyph.x for glyph in glyphs(typeset(polynomial(20)))]
    assert places == sorted(places)


def test_parts_hold_their_pieces_and_lie_inside_each_other():
    inner = Part(Fraction(x, Part(y, (0, 0, 1))), (0, 0))
    picture = typeset(row(Part(row(inner, PLUS, Part(z, (0, 1))), (0,)), EQUALS, Part(one, (1,))))
    assert set(picture.parts) == {(0,), (0, 0), (0, 0, 1), (0, 1), (1,)}
    assert [glyph.part for glyph in glyphs(picture)] == [(0, 0), (0, 0, 1), (0,), (0, 1), None, (1,)]
    for path, rect in picture.parts.items():
        outer = picture.parts.get(path[:-1])
        assert outer is None or outer.united(rect) == outer
    for piece, box in zip(picture.pieces, ink(picture), strict=True):
        if piece.part is not None:
            rect = picture.parts[piece.part]
            assert rect.x - 0.1 <= box[0]
            assert box[2] <= rect.right + 0.1
            assert rect.y - OVERSHOOT <= box[1]
            assert box[3] <= rect.top + OVERSHOOT


def test_a_part_within_another_expression_gets_a_prefix():
    part = Part(row(x, Part(y, (0,))), ())
    picture = typeset(row(Within(part, (7,)), EQUALS, Within(Fraction(part, z), (8,))))
    assert set(picture.parts) == {(7,), (7, 0), (8,), (8, 0)}
    assert [glyph.part for glyph in glyphs(picture)] == [(7,), (7, 0), None, (8,), (8, 0), (8,)]


def test_two_hundred_levels_of_nesting_are_set():
    deep: Notation = x
    for level in range(400):
        deep = Fraction(one, row(one, PLUS, Part(deep, (0,) * level))) if level % 2 else Script(x, None, fenced(deep))
    picture = typeset(deep)
    assert picture.height + picture.depth < 400
    assert_holds_its_ink(picture)
    roots: Notation = x
    for _ in range(200):
        roots = Root(Accent(fenced(called("sin", fenced(roots))), "bar"))
    assert_holds_its_ink(typeset(roots, width_em=20))


class Unheard(Notation):
    """A construct that the typesetter does not know."""

    text: str = "Ω!"


def test_an_unknown_construct_is_set_as_its_text_and_noted():
    picture = typeset(row(x, PLUS, Fraction(Unheard(), Unheard("other"))))
    assert len(picture.problems) == 2
    assert "Ω!" in picture.problems[0]
    assert any(glyph.key == "unknown:Ω!" for glyph in glyphs(picture))


def test_an_unknown_style_is_refused():
    with pytest.raises(ExplainerError, match="script"):
        typeset(x, style="script")


EMPTY = (
    Row(()),
    Symbol(""),
    Numeral(""),
    Words(""),
    Operator(""),
    Array(()),
    Array(((),)),
    Lines(()),
    CasesArray((), ()),
    Fence("", Row(()), ""),
    Fraction(Row(()), Row(())),
)


@in_groups("empty", EMPTY, ids=lambda empty: type(empty).__name__)
def test_empty_pieces_do_no_harm(empty):
    assert_holds_its_ink(typeset(empty))
    assert_holds_its_ink(typeset(row(x, empty, y), width_em=0.5))


# --- what names and what strikes out ---------------------------------------------------------------------------------


def test_a_stroke_takes_no_room_and_reaches_over_what_it_strikes_out():
    plain, struck = typeset(row(two, x, y)), typeset(row(two, Strike(x), y))
    assert struck.width == pytest.approx(plain.width)
    stroke = next(glyph for glyph in glyphs(struck) if glyph.key.startswith("stroke:"))
    left, low, right, high = struck.outline(stroke.key).bounds
    letter, neighbour = glyph_of(struck, "italic:x"), glyph_of(struck, "italic:y")
    assert stroke.x + left < letter.x < neighbour.x < stroke.x + right + 0.1
    assert stroke.y + low < letter.y < letter.y + 0.43 < stroke.y + high


def test_delimiters_do_not_grow_for_a_brace_with_a_label():
    plain = typeset(fenced(Script(x, None, two)))
    named = typeset(fenced(Brace(Script(x, None, two), Script(Symbol("u"), one))))
    assert named.depth > plain.depth + 0.8
    heights = [glyph_of(picture, "glyph:cmr10#28").scale for picture in (plain, named)]
    assert heights[0] == heights[1]


def test_rules_stand_between_the_blocks_of_a_matrix():
    plain = Array(((x, y), (one, two)))
    ruled = typeset(Array(plain.rows, row_rules=(1,), column_rules=(1,)))
    upright, across = sorted(
        (rule for rule in rules(ruled) if max(rule.width, rule.height) > 1), key=lambda rule: rule.width
    )[-2:]
    assert glyph_of(ruled, "italic:x").x < upright.x < glyph_of(ruled, "italic:y").x
    assert glyph_of(ruled, "upright:1").y + 0.6 < across.y < glyph_of(ruled, "italic:x").y
    assert len(rules(ruled)) == len(rules(typeset(plain))) + 2
