"""Which glyph of Computer Modern a character is, and the lengths that a TeX font gives for it.

The tables hold no control flow. Source: TeX's encodings OT1, OML, OMS and OMX (The TeXbook, appendix F); the italic
corrections and accent shifts are those of the font metrics cmmi10.
"""

from __future__ import annotations

from typing import Final

from explainer.typeset.fonts.fonts import tex_code

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


def _by_code(table: str, font: str = "cmmi10") -> dict[tuple[str, int], float]:
    pairs = (row.split(":") for row in table.split())
    return {(font, tex_code(int(code, 16))): int(value) / 1000 for code, value in pairs}


SMALL_WIDTHS: Final = {
    0.7: {"cmmi10": 1.158, "cmr10": 1.138, "cmsy10": 1.158, "cmb10": 1.123, "": 1.14},
    0.5: {"cmmi10": 1.437, "cmr10": 1.399, "cmsy10": 1.427, "cmb10": 1.314, "": 1.4},
}
"""How much wider the letters for scripts are made, by size and font.

TeX sets scripts from fonts drawn for seven and five points, whose letters are wider and stronger so that they stay
legible: cmmi7 is on average 1.158 times as wide as cmmi10 in the same proportion. Only the fonts for ten points are at
hand, so their outlines are stretched.
"""

ITALIC_CORRECTIONS: Final = _by_code("""
    00:139 02:28 04:76 05:81 06:58 07:139 09:110 0a:50 0b:4 0c:53 0d:56 0e:38 10:74 11:36 12:28 17:64 18:46 19:36
    1b:36 1c:113 1d:36 20:36 21:36 24:28 26:80 40:56 42:50 43:72 44:28 45:58 46:139 48:81 49:79 4a:96 4b:72 4d:109
    4e:109 4f:28 50:139 52:8 53:58 54:139 55:109 56:222 57:139 58:79 59:222 5a:72 66:108 67:36 6a:57 6b:32 6c:20
    71:36 72:28 76:36 77:27 79:36 7a:44 7e:154
""") | _by_code("56:14 57:14 59:25 66:111 67:14 76:14 77:14 79:14", "cmb10")
"""What a slanted letter leans over its width, in em by (font, code); a superscript stands behind it."""

ACCENT_SHIFTS: Final = _by_code("""
    0b:28 0c:83 0e:56 0f:56 10:83 11:56 12:83 13:56 16:28 17:28 18:111 1a:83 1c:28 1d:28 1e:83 1f:56 20:111 22:83
    23:83 25:83 26:83 27:83 40:83 41:139 42:83 43:83 44:56 45:83 46:83 47:83 48:56 49:111 4a:167 4b:56 4c:28 4d:83
    4e:83 4f:83 50:83 51:83 52:83 53:83 54:83 55:28 58:83 5a:83 60:111 63:56 64:167 65:56 66:167 67:28 68:-28 6c:83
    6f:56 70:83 71:83 72:56 73:56 74:83 75:28 76:28 77:83 78:28 79:56 7a:56
""")
"""How far to the right of a letter's middle an accent stands, in em by (font, code)."""


def _by_box(table: str) -> dict[tuple[str, int], tuple[float, float]]:
    """Heights and depths by (font, code), from a font's name and `height/depth:codes` behind it."""
    found: dict[tuple[str, int], tuple[float, float]] = {}
    font = ""
    for word in table.split():
        box, colon, codes = word.partition(":")
        if not colon:
            font = word
            continue
        height, _, depth = box.partition("/")
        for code in codes.split(","):
            found[font, tex_code(int(code, 16))] = (int(height) / 1000, max(0.0, int(depth) / 1000))
    return found


BOXES: Final = _by_box("""
    cmmi10 367/-133:28,29,2b
    431/0:0b,0f,13,14,17,19,1b,1c,1d,21,22,24,30,31,32,61,63,65,6d,6e,6f,72,73,75,76,77,78,7a,7b
    431/194:0d,11,16,1a,1f,25,27,33,34,35,37,39,67,70,71,79,7c 431/97:26 464/-36:2c,2d 465/-35:2e,2f,3f 615/0:74
    644/0:36,38 660/0:69 660/194:6a 683/0:01,02,03,07,0a,41,43,47,4a,4f,52,53,55,56,57 683/194:51
    694/0:0e,12,15,23,40,60,62,64,68,6b,6c 694/194:0c,10,18,1e,20,5c,5d,66 750/0:5b
    cmr10 367/-133:3d 431/0:2d,61,63,65,6d,6e,6f,72,73,75,76,77,7b,7c 431/194:67,70,71,79 615/0:74
    644/0:30,31,32,33,34,35,36,37,38,39 668/194:6a 683/0:01,02,03,07,0a,41,43,47,4a,4f,52,53,55,56,57 683/194:51
    694/0:0b,0c,0d,0e,0f,21,26,3f,40,62,64,66
    cmb10 391/-109:3d 444/0:2d,61,63,65,6f,73,7b,7c 444/194:67 644/0:30,31,32,33,35,36,37,38,39
    686/0:01,02,03,07,0a,41,43,47,4a,4f,52,53,55 686/194:51 694/0:21,26
    cmti10 367/-133:3d 431/0:2d,61,63,65,6d,6e,6f,72,73,75,76,77,78,7a,7b,7c 431/194:67,70,71,79 615/0:74
    644/0:30,31,32,33,35,36,38,39 644/194:34,37 655/0:69 655/194:6a
    683/0:01,02,03,07,0a,41,43,47,4a,4f,52,53,55,56,57 683/194:51 694/0:21,24,26,3f,40,62,64,68,6b,6c
    694/194:0b,0c,0d,0e,0f,66
    cmsy10 367/-133:18,20,21,24,28,29,2c 431/0:2f,31,3a 444/-56:01,05,0e,0f 464/-36:10,11,27 465/-35:03 483/-17:19
    539/39:1c,1d 556/0:5b,5c,5d,5e,5f 583/83:00,02,04,06,07 683/0:72 694/0:38,3c,3d,3e,3f
    694/194:0d,25,26,2d,2e,34,35,6f 750/250:6c,6d 750/56:3b
    cmex10 100/1500:47,4b,4d,4f,58,59,5b,5c,5d,5e,5f,61
""")
"""Where a font's box differs from the ink by more than 0.008 em: round letters reach over it, signs fill only a part.

TeX sets by the boxes, so that an o and an x, or a plus and a minus, are equally high.
"""
