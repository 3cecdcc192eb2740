"""Leaves: outlines and widths from the font files."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib

import numpy
import pytest

from explainer.errors import ExplainerError
from explainer.typeset import typeset
from explainer.typeset.fonts.fonts import _folder, font, tex_code
from explainer.typeset.fonts.leaves import glyph_key, leaf
from explainer.typeset.fonts.outline import CLOSE, Outline
from explainer.typeset.fonts.symbols import SIGNS, STRUCK, TEXT
from explainer.typeset.fonts.truetype import TrueTypeFont
from explainer.typeset.fonts.truetype_subset import subset
from tests.typeset.specimens import SPECIMENS, jacobian, row

FONTS = ("cmr10", "cmmi10", "cmsy10", "cmex10", "cmb10", "cmti10", "STIXGeneral", "STIXGeneralBolIta", "DejaVuSans")


@pytest.mark.parametrize("name", FONTS)
def test_outlines_and_widths_are_those_that_freetype_reads(name):
    from matplotlib.ft2font import FT2Font, LoadFlags

    ours, reference = font(name), FT2Font(str(_folder() / f"{name}.ttf"))
    reference.set_size(1000, 72)
    characters = sorted(reference.get_charmap().items())[:300]
    compared = 0
    for code, glyph in characters:
        assert ours.index(code) == glyph
        loaded = reference.load_glyph(glyph, flags=LoadFlags.NO_HINTING)
        assert ours.advance(glyph) == pytest.approx(loaded.linearHoriAdvance / 65536 / 1000, abs=0.002)
        vertices, codes = reference.get_path()
        points = vertices[codes != CLOSE]
        if len(points):
            expected = [*points.min(axis=0), *points.max(axis=0)]
            assert numpy.allclose(numpy.array(ours.outline(glyph).bounds) * 1000, expected, atol=1.5), hex(code)
            compared += 1
    assert compared > 100


def test_every_sign_and_letter_of_the_tables_is_in_its_font():
    for character in (*SIGNS, *STRUCK):
        assert not leaf(f"italic:{character}").missing
        assert leaf(f"italic:{character}").outline.codes
    assert {SIGNS[sign][1] for sign in "∞⊤∇⊗≤"} == {0x31, 0x3E, 0x72, 0x0A, 0x14}
    for name in ("cmr10", "cmb10", "cmti10"):
        assert all(font(name).index(tex_code(code)) for _, code in TEXT.values())


def test_widths_are_those_of_the_tex_fonts():
    assert leaf("italic:x").width == pytest.approx(0.5715, abs=0.001)
    assert leaf("italic:f").width == pytest.approx(0.4896 + 0.1076, abs=0.001)
    assert leaf("italic:f").italic == pytest.approx(0.1076, abs=0.001)
    assert leaf("upright:sin").width == pytest.approx(1.228, abs=0.003)


def test_a_character_that_computer_modern_lacks_comes_from_another_font():
    assert leaf("bold:α").outline != leaf("italic:α").outline
    assert not leaf("text:größe").missing
    assert not leaf("upright:ж").missing


def test_a_character_of_no_font_is_a_box_and_a_problem():
    picture = typeset(row(*SPECIMENS[:1], type(SPECIMENS[0])("\ue123")))
    assert leaf("italic:\ue123").missing
    assert len(picture.problems) == 1
    assert "\ue123" in picture.problems[0]


def test_the_key_of_a_glyph_names_its_font_and_code():
    assert leaf(glyph_key("cmex10", 0x58)).width == pytest.approx(1.444, abs=0.001)


def test_a_missing_font_says_what_to_do():
    with pytest.raises(ExplainerError) as caught:
        font("no-such-font")
    assert "matplotlib" in (caught.value.hint or "")


def test_typesetting_imports_neither_matplotlib_nor_numpy():
    program = (
        "import sys; from explainer.typeset import typeset, svg, pdf; from tests.typeset.specimens import jacobian;"
        "p = typeset(jacobian(4)); svg(p); pdf(p);"
        "print(sorted({'matplotlib', 'numpy', 'PySide6', 'sympy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
    assert typeset(jacobian(2)).problems == ()


@pytest.mark.parametrize(("name", "text"), [("cmr10", "aQ"), ("DejaVuSans", "✓ä"), ("STIXGeneral", "é")])
def test_a_font_with_a_few_glyphs_draws_them_as_before_and_no_others(name, text):
    whole = font(name)
    wanted = [whole.index(ord(character)) for character in text]
    data = subset(name, wanted)
    part = TrueTypeFont(data)
    for glyph in wanted:
        assert part.outline(glyph) == whole.outline(glyph) != Outline((), ())
        assert part.advance(glyph) == whole.advance(glyph)
    other = whole.index(ord("W"))
    assert part.outline(other) == Outline((), ())
    assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA  # OpenType's checksum of a file
    assert len(zlib.compress(data)) < 30_000


@pytest.mark.parametrize("name", FONTS)
def test_a_font_with_a_few_glyphs_is_read_by_freetype_as_the_whole_one(name, tmp_path):
    from matplotlib.ft2font import FT2Font, LoadFlags

    whole = FT2Font(str(_folder() / f"{name}.ttf"))
    wanted = sorted({glyph for _, glyph in whole.get_charmap().items()})[::37]
    file = tmp_path / "part.ttf"
    file.write_bytes(subset(name, wanted))
    part = FT2Font(str(file))
    for face in (whole, part):
        face.set_size(20, 72)
    for glyph in wanted:
        for flags in (LoadFlags.NO_HINTING, LoadFlags.NO_AUTOHINT):  # with the tables that draw it small, too
            one, other = (face.load_glyph(glyph, flags=flags) for face in (whole, part))
            assert (one.linearHoriAdvance, one.bbox) == (other.linearHoriAdvance, other.bbox)
        assert numpy.array_equal(whole.get_path()[0], part.get_path()[0])
