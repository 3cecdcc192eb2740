"""Which glyph of Computer Modern a character is, and the lengths that a TeX font gives for it.

The tables hold no control flow. Source: TeX's encodings OT1, OML, OMS and OMX (The TeXbook, appendix F); the italic
corrections and accent shifts are those of the font metrics cmmi10.
"""

from __future__ import annotations

from typing import Final

from explainer.typeset.fonts import tex_code

Glyph = tuple[str, int]
"""A font and a code in TeX's encoding of it."""


def _runs(*runs: tuple[str, int, str]) -> dict[str, Glyph]:
    return {character: (font, first + k) for font, first, text in runs for k, character in enumerate(text)}


SIGNS: Final[dict[str, Glyph]] = _runs(
    ("cmmi10", 0x0B, "αβγδϵζηθικλμνξπρστυϕχψωεϑϖϱςφ"),
    ("cmr10", 0x00, "ΓΔΘΛΞΠΣΥΦΨΩ"),
    ("cmsy10", 0x00, "−·×∗÷⋄±∓⊕⊖⊗⊘⊙◯∘∙≍≡⊆⊇≤≥⪯⪰∼≈⊂⊃≪≫≺≻←→↑↓↔↗↘≃⇐⇒⇑⇓⇔↖↙∝′∞∈∋△▽"),
    ("cmsy10", 0x38, "∀∃¬∅ℜℑ⊤⊥ℵ"),
    ("cmsy10", 0x5B, "∪∩⊎∧∨⊢⊣⌊⌋⌈⌉{}⟨⟩|‖↕⇕\\≀√⨿∇"),
    ("cmmi10", 0x3A, ".,<"),
    ("cmmi10", 0x3D, "/>⋆∂"),
    ("cmmi10", 0x60, "ℓ"),
    ("cmsy10", 0x00, "-"),
    ("cmsy10", 0x03, "*"),
    ("cmsy10", 0x6A, "∣∥"),
    ("cmr10", 0x28, "()"),
    ("cmr10", 0x2B, "+"),
    ("cmr10", 0x3A, ":;"),
    ("cmr10", 0x3D, "="),
    ("cmr10", 0x5B, "["),
    ("cmr10", 0x5D, "]"),
    ("cmr10", 0x21, "!"),
    ("cmr10", 0x3F, "?"),
    ("cmr10", 0x23, "#$%&"),
    ("cmmi10", 0x6F, "ο"),
)
"""Signs that look the same in every style of letter."""

STRUCK: Final = {"≠": "=", "∉": "∈", "≢": "≡", "≁": "∼", "⊄": "⊂"}
"""Signs that TeX makes of another sign and the stroke of cmsy10."""

STROKE: Final = ("cmsy10", 0x36)

TEXT: Final[dict[str, Glyph]] = _runs(
    ("", 0x30, "0123456789:;"),
    ("", 0x41, "ABCDEFGHIJKLMNOPQRSTUVWXYZ["),
    ("", 0x61, "abcdefghijklmnopqrstuvwxyz–—"),
    ("", 0x21, "!"),
    ("", 0x23, "#$%&’()"),
    ("", 0x2B, "+,-./"),
    ("", 0x3D, "="),
    ("", 0x3F, "?@"),
    ("", 0x5C, "“]"),
    ("", 0x60, "‘"),
    ("", 0x22, "”"),
    ("", 0x27, "'"),
    ("", 0x0B, "ﬀﬁﬂﬃﬄ"),
    ("", 0x00, "ΓΔΘΛΞΠΣΥΦΨΩ"),
)
"""Where the text fonts (cmr10, cmb10, cmti10) keep a character."""

LIGATURES: Final = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))

FACES: Final = {"italic": "cmmi10", "bold": "cmb10", "bold-upright": "cmb10", "upright": "cmr10", "text": "cmr10"}
"""The font of the letters of a style; signs are the same in all styles, digits are upright."""

WORD_FACES: Final = {**FACES, "italic": "cmti10"}
"""The font of a name of several letters: in italics those of running text, which are closer."""

STIX_FACES: Final = {"italic": "STIXGeneralItalic", "bold": "STIXGeneralBolIta", "bold-upright": "STIXGeneralBol"}
"""Where a letter is looked for that the style's own font has not, such as a bold alpha."""


def _by_code(table: str) -> dict[tuple[str, int], float]:
    pairs = (row.split(":") for row in table.split())
    return {("cmmi10", tex_code(int(code, 16))): int(value) / 1000 for code, value in pairs}


ITALIC_CORRECTIONS: Final = _by_code("""
    00:139 02:28 04:76 05:81 06:58 07:139 09:110 0a:50 0b:4 0c:53 0d:56 0e:38 10:74 11:36 12:28 17:64 18:46 19:36
    1b:36 1c:113 1d:36 20:36 21:36 24:28 26:80 40:56 42:50 43:72 44:28 45:58 46:139 48:81 49:79 4a:96 4b:72 4d:109
    4e:109 4f:28 50:139 52:8 53:58 54:139 55:109 56:222 57:139 58:79 59:222 5a:72 66:108 67:36 6a:57 6b:32 6c:20
    71:36 72:28 76:36 77:27 79:36 7a:44
""")
"""What a slanted letter leans over its width, in em by (font, code); a superscript stands behind it."""

ACCENT_SHIFTS: Final = _by_code("""
    0b:28 0c:83 0e:56 0f:56 10:83 11:56 12:83 13:56 16:28 17:28 18:111 1a:83 1c:28 1d:28 1e:83 1f:56 20:111 22:83
    23:83 25:83 26:83 27:83 40:83 41:139 42:83 43:83 44:56 45:83 46:83 47:83 48:56 49:111 4a:167 4b:56 4c:28 4d:83
    4e:83 4f:83 50:83 51:83 52:83 53:83 54:83 55:28 58:83 5a:83 60:111 63:56 64:167 65:56 66:167 67:28 68:-28 6c:83
    6f:56 70:83 71:83 72:56 73:56 74:83 75:28 76:28 77:83 78:28 79:56 7a:56
""")
"""How far to the right of a letter's middle an accent stands, in em by (font, code)."""
