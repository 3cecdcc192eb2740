"""Running text for PDF: which glyph of which font a character is, and the fonts with the glyphs that were used.

Words are set in the fonts of the formulas, so that both have one colour on the page; what Computer Modern lacks comes
from the fallback fonts. Formulas are outlines: over each lies its text in letters that nobody sees, which is what is
found, selected and copied.
Source: PDF 1.7 (ISO 32000-1), chapters 9.7 and 9.10.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple

from explainer.threads import recent
from explainer.typeset.files.pdf_objects import Objects, stream, utf16
from explainer.typeset.fonts.fonts import FALLBACKS, font, tex_code
from explainer.typeset.fonts.leaves import WORD_SPACE
from explainer.typeset.fonts.symbols import LIGATURES, SIGNS, TEXT
from explainer.typeset.fonts.truetype_subset import subset

_FACES: Final = {False: "cmr10", True: "cmb10"}
_BOLD_FALLBACK: Final = "STIXGeneralBol"
_UNSEEN_WIDTH: Final = 0.5  # any width would do: the unseen letters are stretched to those seen
SPACE_EM: Final = WORD_SPACE


class TextGlyph(NamedTuple):
    """A character or a ligature of running text, in em."""

    font: str
    glyph: int
    width: float
    text: str


@recent(512)
def text_glyphs(word: str, bold: bool) -> tuple[TextGlyph, ...]:
    """The glyphs of a word."""
    for letters, ligature in LIGATURES:
        word = word.replace(letters, ligature)
    return tuple(_glyph(character, bold) for character in word)


def _glyph(character: str, bold: bool) -> TextGlyph:
    name, code = _place(character, bold)
    face = font(name)
    index = face.index(code)
    text = next((letters for letters, ligature in LIGATURES if ligature == character), character)
    return TextGlyph(name, index, face.advance(index), text)


def _place(character: str, bold: bool) -> tuple[str, int]:
    """The font of a character and its code there."""
    if character in TEXT:
        return _FACES[bold], tex_code(TEXT[character][1])
    if character in SIGNS:
        name, code = SIGNS[character]
        return name, tex_code(code)
    for name in ((_BOLD_FALLBACK,) if bold else ()) + FALLBACKS:
        if font(name).index(ord(character)):
            return name, ord(character)
    return FALLBACKS[-1], ord("\N{REPLACEMENT CHARACTER}")


class TextFonts:
    """The fonts of a document; `number` is the object that names them, written at the end by `write`."""

    def __init__(self, objects: Objects) -> None:
        self.number = objects.reserve()
        self._objects = objects
        self._used: dict[str, dict[int, TextGlyph]] = {}

    def show(self, glyphs: Iterable[TextGlyph], size: float, x: float, y: float) -> str:
        """The operators that show glyphs side by side from a place."""
        lines: list[str] = []
        for name, run in groupby(glyphs, key=lambda glyph: glyph.font):
            used = self._used.setdefault(name, {})
            codes: list[str] = []
            begin = x
            for glyph in run:
                used[glyph.glyph] = glyph
                codes.append(f"{glyph.glyph:04X}")
                x += glyph.width * size
            lines.append(f"/{name} {size:g} Tf 1 0 0 1 {begin:.3f} {y:.3f} Tm <{''.join(codes)}> Tj")
        return f"BT {' '.join(lines)} ET"

    def lay_over(self, text: str, x: float, y: float, width: float, size: float) -> str:
        """The operators that put an unseen text over a formula of this width."""
        codes = utf16(text)
        if not codes or width <= 0:
            return ""
        stretched = 100 * width / (_UNSEEN_WIDTH * size * len(codes) / 4)
        # The text state outlives the text: what is changed is changed back.
        return f"q BT 3 Tr /Unseen {size:g} Tf {stretched:.3f} Tz 1 0 0 1 {x:.3f} {y:.3f} Tm <{codes}> Tj ET Q"

    def write(self) -> None:
        """Write the fonts with the glyphs that were shown, and the resources that name them."""
        names = [f"/{name} {self._font(name, used)} 0 R" for name, used in sorted(self._used.items())]
        self._objects.put(f"<< {' '.join(names)} /Unseen {self._unseen()} 0 R >>", self.number)

    def _font(self, name: str, used: dict[int, TextGlyph]) -> int:
        file = self._objects.put(_font_file(name, used))
        widths = " ".join(f"{glyph} [{1000 * used[glyph].width:.0f}]" for glyph in sorted(used))
        pairs = [f"<{glyph:04X}> <{utf16(used[glyph].text)}>" for glyph in sorted(used)]
        return self._composite(name, file, f"/W [{widths}] /CIDToGIDMap /Identity", _blocks("bfchar", pairs))

    def _unseen(self) -> int:
        """A font in which every character is its own code and has no ink."""
        file = self._objects.put(_font_file(_FACES[False], ()))
        no_glyph = self._objects.put(stream(bytes(2 * 0x10000)))
        entries = f"/DW {1000 * _UNSEEN_WIDTH:.0f} /CIDToGIDMap {no_glyph} 0 R"
        rows = [f"<{row:02X}00> <{row:02X}FF> <{row:02X}00>" for row in range(256)]
        return self._composite("Unseen", file, entries, _blocks("bfrange", rows))

    def _composite(self, name: str, file: int, entries: str, texts: str) -> int:
        """A font whose codes are glyphs, with the texts of its glyphs."""
        put = self._objects.put
        full = f"EXPLNR+{name}"
        descriptor = put(
            f"<< /Type /FontDescriptor /FontName /{full} /Flags 4 /FontBBox [-200 -300 1200 1000] /ItalicAngle 0 "
            f"/Ascent 750 /Descent -250 /CapHeight 683 /StemV 70 /FontFile2 {file} 0 R >>"
        )
        descendant = put(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{full} /FontDescriptor {descriptor} 0 R "
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> {entries} >>"
        )
        to_unicode = put(stream(_CHARACTERS.format(texts)))
        return put(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{full} /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] /ToUnicode {to_unicode} 0 R >>"
        )


def _blocks(kind: str, rows: list[str]) -> str:
    """Rows of a table of characters, at most a hundred in a block."""
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(f"{len(block)} begin{kind}\n" + "\n".join(block) + f"\nend{kind}" for block in blocks)


def _font_file(name: str, glyphs: Iterable[int]) -> bytes:
    data = subset(name, glyphs)
    return stream(data, f"/Length1 {len(data)} ")


_CHARACTERS: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Texts def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
