"""A font file with a few glyphs of another, as documents carry it: the glyphs keep their numbers.

It is cut by hand because a library would hold up the first document: to import fontTools takes 0.25 s, as much as all
the rest of a short PDF. What a document has no use for is left out, since it names glyphs by their numbers and puts
them at their places itself: the tables of characters, of names and of kerning.
Source: the OpenType specification, chapters otff, glyf, head, hhea, hmtx, loca, maxp.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from explainer.typeset.fonts.fonts import font_file

_KEPT = (b"cvt ", b"fpgm", b"prep")
"""Tables that glyphs use when they are drawn small; they stay as they are."""
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""Bits of the flags of a part of a glyph."""
_WHOLE_FILE = 0xB1B0AFBA
"""What the sum of a font file is to be; the table “head” holds what is missing to it."""


def subset(name: str, glyphs: Iterable[int]) -> bytes:
    """The font of this name with these glyphs and those that they are made of; the others are empty."""
    source = _Source(font_file(name).read_bytes())
    kept = source.with_parts({0, *glyphs})
    count = max(kept) + 1
    outlines, places, room = bytearray(), [], bytearray()
    for glyph in range(count):
        places.append(len(outlines))
        if glyph in kept:
            outlines += source.glyph(glyph)
            outlines += bytes(-len(outlines) % 4)
            room += source.room_of(glyph)
        else:
            room += bytes(4)
    head, hhea, maxp = (bytearray(source.table(tag)) for tag in (b"head", b"hhea", b"maxp"))
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)  # places of glyphs in four bytes each
    struct.pack_into(">H", hhea, 34, count)
    struct.pack_into(">H", maxp, 4, count)
    tables = {tag: source.table(tag) for tag in _KEPT if source.has(tag)}
    tables |= {b"head": bytes(head), b"hhea": bytes(hhea), b"maxp": bytes(maxp), b"hmtx": bytes(room)}
    tables |= {b"glyf": bytes(outlines), b"loca": struct.pack(f">{count + 1}L", *places, len(outlines))}
    return _file_of(tables)


class _Source:
    """A whole font file, of which pieces are taken."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._tables: dict[bytes, tuple[int, int]] = {}
        for number in range(struct.unpack_from(">H", data, 4)[0]):
            tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
            self._tables[tag] = offset, length
        self._wide = struct.unpack_from(">h", data, self._tables[b"head"][0] + 50)[0] == 1
        self._widths = struct.unpack_from(">H", data, self._tables[b"hhea"][0] + 34)[0]

    def has(self, tag: bytes) -> bool:
        return tag in self._tables

    def table(self, tag: bytes) -> bytes:
        """A table as it is."""
        begin, length = self._tables[tag]
        return self._data[begin : begin + length]

    def glyph(self, glyph: int) -> bytes:
        """The outline of a glyph as it is written, with what draws it small; nothing for one without ink."""
        place = self._tables[b"loca"][0]
        layout, size, unit = (">LL", 4, 1) if self._wide else (">HH", 2, 2)
        begin, end = struct.unpack_from(layout, self._data, place + size * glyph)
        start = self._tables[b"glyf"][0]
        return self._data[start + unit * begin : start + unit * end]

    def room_of(self, glyph: int) -> bytes:
        """How wide a glyph is, and how far from its left edge the ink begins: two numbers of two bytes."""
        place, last = self._tables[b"hmtx"][0], self._widths - 1
        if glyph <= last:
            return self._data[place + 4 * glyph : place + 4 * glyph + 4]
        width, begins = place + 4 * last, place + 4 * self._widths + 2 * (glyph - self._widths)
        return self._data[width : width + 2] + self._data[begins : begins + 2]

    def with_parts(self, glyphs: set[int]) -> set[int]:
        """These glyphs and those that they are put together from."""
        found, ahead = set(glyphs), list(glyphs)
        while ahead:
            parts = set(_parts_of(self.glyph(ahead.pop()))) - found
            found |= parts
            ahead.extend(parts)
        return found


def _parts_of(outline: bytes) -> Iterator[int]:
    """The glyphs that one is put together from; none for one with an outline of its own."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    place, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, place)
        yield part
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _file_of(tables: dict[bytes, bytes]) -> bytes:
    """A font file of these tables, each with its sum."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">4sHHHH", b"\0\1\0\0", count, 16 << power, power, 16 * count - (16 << power))
    rows, body, places = bytearray(head), bytearray(), {}
    for tag in sorted(tables):
        data, places[tag] = tables[tag], 12 + 16 * count + len(body)
        rows += struct.pack(">4sLLL", tag, _sum_of(data), places[tag], len(data))
        body += data + bytes(-len(data) % 4)
    file = rows + body
    struct.pack_into(">L", file, places[b"head"] + 8, (_WHOLE_FILE - _sum_of(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _sum_of(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
