"""A font file with a few glyphs of another, as documents carry it: the glyphs keep their numbers.

Source: the OpenType specification, chapters glyf, loca, hmtx and "font file".
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from explainer.typeset.fonts.truetype import TrueTypeFont

_MORE, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x1, 0x8, 0x40, 0x80
_KEPT = (b"cvt ", b"fpgm", b"hhea", b"maxp", b"prep")


def subset(font: TrueTypeFont, glyphs: Iterable[int]) -> bytes:
    """The font with these glyphs and those that they are made of; the others are empty."""
    wanted = _with_parts(font, glyphs)
    outlines, locations, metrics = bytearray(), bytearray(), bytearray()
    for glyph in range(font.count):
        locations += struct.pack(">L", len(outlines))
        if glyph in wanted:
            data = font.glyph_data(glyph)
            outlines += data + bytes(-len(data) % 4)
        metrics += font.metrics(glyph) if glyph in wanted else bytes(4)
    locations += struct.pack(">L", len(outlines))
    head = bytearray(font.table(b"head"))
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)  # long locations
    hhea = bytearray(font.table(b"hhea"))
    struct.pack_into(">H", hhea, 34, font.count)
    tables = {tag: font.table(tag) for tag in _KEPT if font.table(tag)}
    tables |= {b"glyf": bytes(outlines), b"head": bytes(head), b"hhea": bytes(hhea), b"hmtx": bytes(metrics)}
    tables[b"loca"] = bytes(locations)
    return _file(tables)


def _with_parts(font: TrueTypeFont, glyphs: Iterable[int]) -> set[int]:
    """The glyphs, the one for what is missing, and all glyphs that they are made of."""
    found: set[int] = set()
    waiting = [0, *glyphs]
    while waiting:
        glyph = waiting.pop()
        if glyph not in found:
            found.add(glyph)
            waiting += _parts(font.glyph_data(glyph))
    return found


def _parts(data: bytes) -> list[int]:
    """The glyphs that a composite glyph names."""
    if len(data) < 10 or struct.unpack_from(">h", data)[0] >= 0:
        return []
    found, place, flags = list[int](), 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", data, place)
        found.append(glyph)
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return found


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables in one file, each with its checksum."""
    power = len(tables).bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power)))
    rows, body = bytearray(), bytearray()
    start = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        rows += struct.pack(">4sLLL", tag, _checksum(padded), start + len(body), len(table))
        body += padded
    data = bytearray(head + rows + body)
    place = start + sum(len(table) + -len(table) % 4 for tag, table in tables.items() if tag < b"head")
    struct.pack_into(">L", data, place + 8, (0xB1B0AFBA - _checksum(bytes(data))) & 0xFFFFFFFF)
    return bytes(data)


def _checksum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
