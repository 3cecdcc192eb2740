"""Reads outlines and widths from a TrueType file.

Only what Computer Modern and the fallback fonts need: the tables head, hhea, hmtx, cmap, loca and glyf.
It stays by hand because a library would hold up the first formula on screen: three letters of Computer Modern are read
in 0.6 ms here; fontTools needs 45 ms to be imported, 35 ms to read them, and 70 ms more for a sign of DejaVu Sans.
(The subsets that documents carry are made by fontTools, see `truetype_subset`.)
Source: the OpenType specification, chapters cmap, glyf, hmtx, loca.
"""

from __future__ import annotations

import struct

from explainer.threads import once
from explainer.typeset.fonts.outline import CLOSE, CURVE, LINE, MOVE, Outline, Point

_ON_CURVE, _X_SHORT, _Y_SHORT, _REPEAT, _X_SAME, _Y_SAME = 1, 2, 4, 8, 16, 32
_WORDS, _OFFSETS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x2, 0x8, 0x20, 0x40, 0x80
"""The bits of the flags of a point and of a part of a glyph: the table “glyf” of the OpenType specification."""

_FlaggedPoint = tuple[float, float, bool]


class TrueTypeFont:
    """One font file; glyphs are known by their index, lengths are in em."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        count = struct.unpack_from(">H", data, 4)[0]
        self._tables: dict[bytes, tuple[int, int]] = {}
        for number in range(count):
            tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
            self._tables[tag] = (offset, length)
        head = self._tables[b"head"][0]
        self._units = struct.unpack_from(">H", data, head + 18)[0]
        self._long_locations = struct.unpack_from(">h", data, head + 50)[0] == 1
        self._widths = struct.unpack_from(">H", data, self._tables[b"hhea"][0] + 34)[0]
        self._outlines: dict[int, Outline] = {}

    def index(self, code: int) -> int:
        """The glyph of a character code; 0 when the font has none."""
        return self._characters.get(code, 0)

    def advance(self, glyph: int) -> float:
        """The width of a glyph with the room around it."""
        place = self._tables[b"hmtx"][0] + 4 * min(glyph, self._widths - 1)
        return float(struct.unpack_from(">H", self._data, place)[0] / self._units)

    def outline(self, glyph: int) -> Outline:
        """The shape of a glyph."""
        known = self._outlines.get(glyph)
        if known is None:
            known = _outline([contour for contour in self._contours(glyph, 0) if contour], 1 / self._units)
            self._outlines[glyph] = known
        return known

    # --- tables ------------------------------------------------------------------------------------------------------

    @once
    def _characters(self) -> dict[int, int]:
        """From character codes to glyphs, from the best table of characters that the font has."""
        data, start = self._data, self._tables[b"cmap"][0]
        found: dict[tuple[int, int], int] = {}
        for number in range(struct.unpack_from(">H", data, start + 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * number)
            found[platform, encoding] = start + offset
        for kind in ((3, 10), (0, 4), (3, 1), (0, 3), (0, 1), (3, 0), (1, 0)):
            if kind in found:
                return _read_characters(data, found[kind])
        return {}

    # --- glyphs ------------------------------------------------------------------------------------------------------

    def _contours(self, glyph: int, depth: int) -> list[list[_FlaggedPoint]]:
        """The contours of a glyph as points on and off the curve, in the font's own units."""
        data = self._data
        begin, end = self._place(glyph)
        if begin == end:
            return []
        start = self._tables[b"glyf"][0] + begin
        count = struct.unpack_from(">h", data, start)[0]
        if count >= 0:
            return _read_simple(data, start + 10, count)
        return self._read_composite(start + 10, depth) if depth < 8 else []

    def _place(self, glyph: int) -> tuple[int, int]:
        """Where a glyph begins and ends in the table of glyphs."""
        data, locations = self._data, self._tables[b"loca"][0]
        if self._long_locations:
            begin, end = struct.unpack_from(">LL", data, locations + 4 * glyph)
            return begin, end
        begin, end = struct.unpack_from(">HH", data, locations + 2 * glyph)
        return 2 * begin, 2 * end

    def _read_composite(self, place: int, depth: int) -> list[list[_FlaggedPoint]]:
        """A glyph made of other glyphs, each moved and perhaps scaled."""
        data, contours, flags = self._data, list[list[_FlaggedPoint]](), _MORE
        while flags & _MORE:
            flags, glyph = struct.unpack_from(">HH", data, place)
            layout = ">hh" if flags & _WORDS else ">bb"
            dx, dy = struct.unpack_from(layout, data, place + 4)
            place += 4 + struct.calcsize(layout)
            a, b, c, d = 1.0, 0.0, 0.0, 1.0
            if flags & _SCALE:
                a = d = struct.unpack_from(">h", data, place)[0] / 16384
                place += 2
            elif flags & _TWO_SCALES:
                a, d = (value / 16384 for value in struct.unpack_from(">hh", data, place))
                place += 4
            elif flags & _MATRIX:
                a, b, c, d = (value / 16384 for value in struct.unpack_from(">hhhh", data, place))
                place += 8
            if not flags & _OFFSETS:
                dx = dy = 0
            for contour in self._contours(glyph, depth + 1):
                contours.append([(a * x + c * y + dx, b * x + d * y + dy, on) for x, y, on in contour])
        return contours


def _read_characters(data: bytes, start: int) -> dict[int, int]:
    """One table of characters in format 0, 4, 6 or 12."""
    kind = struct.unpack_from(">H", data, start)[0]
    if kind == 0:
        return dict(enumerate(data[start + 6 : start + 262]))
    if kind == 4:
        return _read_segments(data, start)
    if kind == 6:
        first, count = struct.unpack_from(">HH", data, start + 6)
        glyphs = struct.unpack_from(f">{count}H", data, start + 10)
        return {first + number: glyph for number, glyph in enumerate(glyphs)}
    if kind == 12:
        characters: dict[int, int] = {}
        for number in range(struct.unpack_from(">L", data, start + 12)[0]):
            first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * number)
            characters.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return characters
    return {}


def _read_segments(data: bytes, start: int) -> dict[int, int]:
    """A table of characters in format 4: runs of codes with a common difference, or with a list of glyphs."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    begins = struct.unpack_from(f">{count}H", data, start + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, start + 16 + 4 * count)
    offsets_place = start + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", data, offsets_place)
    characters: dict[int, int] = {}
    for number, (begin, end, delta, offset) in enumerate(zip(begins, ends, deltas, offsets, strict=True)):
        for code in range(begin, min(end, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                glyph = struct.unpack_from(">H", data, offsets_place + 2 * number + offset + 2 * (code - begin))[0]
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            if glyph:
                characters[code] = glyph
    return characters


def _read_simple(data: bytes, place: int, count: int) -> list[list[_FlaggedPoint]]:
    """A glyph of its own: flags, then x steps, then y steps, each in as few bytes as it needs."""
    ends = struct.unpack_from(f">{count}H", data, place)
    place += 2 * count
    place += 2 + struct.unpack_from(">H", data, place)[0]
    total = ends[-1] + 1 if ends else 0
    flags: list[int] = []
    while len(flags) < total:
        flag = data[place]
        place += 1
        repeats = 1
        if flag & _REPEAT:
            repeats += data[place]
            place += 1
        flags.extend([flag] * repeats)
    xs, place = _read_steps(data, place, flags, _X_SHORT, _X_SAME)
    ys, place = _read_steps(data, place, flags, _Y_SHORT, _Y_SAME)
    points = [(float(x), float(y), bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=True)]
    return [points[begin : end + 1] for begin, end in zip((0, *(end + 1 for end in ends)), ends, strict=False)]


def _read_steps(data: bytes, place: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """Coordinates along one axis, stored as differences."""
    values, value = [], 0
    for flag in flags:
        if flag & short:
            value += data[place] if flag & same else -data[place]
            place += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, place)[0]
            place += 2
        values.append(value)
    return values, place


def _outline(contours: list[list[_FlaggedPoint]], scale: float) -> Outline:
    """Contours as lines and quadratic curves; between two points off the curve lies one on it."""
    vertices: list[Point] = []
    codes: list[int] = []
    for contour in contours:
        points = [(x * scale, y * scale, on) for x, y, on in contour]
        first = next((number for number, point in enumerate(points) if point[2]), None)
        if first is None:
            points.insert(0, (*_middle(points[-1], points[0]), True))
            first = 0
        points = points[first:] + points[: first + 1]
        start = points[0][:2]
        vertices.append(start)
        codes.append(MOVE)
        control: _FlaggedPoint | None = None
        for point in points[1:]:
            if control is None and point[2]:
                vertices.append(point[:2])
                codes.append(LINE)
            elif control is not None:
                vertices += (control[:2], point[:2] if point[2] else _middle(control, point))
                codes += (CURVE, CURVE)
            control = None if point[2] else point
        vertices.append(start)
        codes.append(CLOSE)
    return Outline(tuple(vertices), tuple(codes))


def _middle(a: _FlaggedPoint, b: _FlaggedPoint) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
