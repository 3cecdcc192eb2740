"""Delimiters and root signs of any height.

TeX's way: the smallest glyph that is tall enough, and beyond the largest one a top, a bottom and a straight part
between. The straight parts are rules, so that a bracket has no seams at any height.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from explainer.notation.tree import Fence
from explainer.threads import recent
from explainer.typeset.boxes.box import CLOSE, OPEN, Box, Child, leaf_box, overlay, rule_box, space_box
from explainer.typeset.boxes.style import AXIS, NULL_DELIMITER, RULE_THICKNESS, SIZES
from explainer.typeset.fonts.leaves import glyph_key, leaf


class _Delimiter(NamedTuple):
    """The glyph in a line of text, the taller glyphs of cmex10, and the pieces of the tallest: top, middle, bottom."""

    normal: str
    taller: tuple[int, ...]
    pieces: tuple[int, ...] = ()
    straight: int = 0


_DELIMITERS: Final = {
    "(": _Delimiter(glyph_key("cmr10", 0x28), (0x00, 0x10, 0x12, 0x20), (0x30, 0x40), 0x42),
    ")": _Delimiter(glyph_key("cmr10", 0x29), (0x01, 0x11, 0x13, 0x21), (0x31, 0x41), 0x43),
    "[": _Delimiter(glyph_key("cmr10", 0x5B), (0x02, 0x68, 0x14, 0x22), (0x32, 0x34), 0x36),
    "]": _Delimiter(glyph_key("cmr10", 0x5D), (0x03, 0x69, 0x15, 0x23), (0x33, 0x35), 0x37),
    "{": _Delimiter(glyph_key("cmsy10", 0x66), (0x08, 0x6E, 0x1A, 0x28), (0x38, 0x3C, 0x3A), 0x3E),
    "}": _Delimiter(glyph_key("cmsy10", 0x67), (0x09, 0x6F, 0x1B, 0x29), (0x39, 0x3D, 0x3B), 0x3E),
    "⌊": _Delimiter(glyph_key("cmsy10", 0x62), (0x04, 0x6A, 0x16, 0x24), (0x36, 0x34), 0x36),
    "⌋": _Delimiter(glyph_key("cmsy10", 0x63), (0x05, 0x6B, 0x17, 0x25), (0x37, 0x35), 0x37),
    "⌈": _Delimiter(glyph_key("cmsy10", 0x64), (0x06, 0x6C, 0x18, 0x26), (0x32, 0x36), 0x36),
    "⌉": _Delimiter(glyph_key("cmsy10", 0x65), (0x07, 0x6D, 0x19, 0x27), (0x33, 0x37), 0x37),
    "⟨": _Delimiter(glyph_key("cmsy10", 0x68), (0x0A, 0x44, 0x1C, 0x2A)),
    "⟩": _Delimiter(glyph_key("cmsy10", 0x69), (0x0B, 0x45, 0x1D, 0x2B)),
}
_BARS: Final = {"|": (0.278, (0.139,)), "‖": (0.5, (0.16, 0.34))}
"""The width and the middles of the lines of delimiters that are only lines."""
_SAME: Final = {"∣": "|", "∥": "‖", "||": "‖", "\\|": "‖", "<": "⟨", ">": "⟩", "\\{": "{", "\\}": "}", ".": ""}

_ROOT: Final = _Delimiter(glyph_key("cmsy10", 0x70), (0x70, 0x71, 0x72, 0x73))
_ROOT_BOTTOM, _ROOT_STRAIGHT, _ROOT_TOP = 0x74, 0x75, 0x76  # the pieces of a tall root in cmex10

_STEP, _BRACE_STEP, _BRACE_STRAIGHT = 0.6, 0.3, 0x3E
"""How long TeX's straight pieces are: a delimiter grows by whole ones."""

_OVERLAP: Final = 0.02
"""How far a straight part reaches into the pieces at its ends, so that no seam shows between them."""
_TALLEST_ON_AXIS: Final = 8.0
"""In em; around what is higher delimiters are centred on it and not on the axis, see `delimiters`."""
_LENIENCY: Final = 1.7
"""Content this high (in em) still stands between delimiters of normal size: (sin(x²)²) as people write it."""


def needed_height(content: Box, size: float) -> float:
    """The height that delimiters around the content have: nine tenths of it, as in TeX, centred on the axis."""
    axis = AXIS * size
    full = 2 * max(content.height - axis, content.depth - content.hang + axis)
    return min(full, size) if full <= _LENIENCY * size else grown_height(full, size)


def grown_height(full: float, size: float) -> float:
    """The height of delimiters around something so high: nine tenths of it, or half an em less where that is more."""
    return max(0.901 * full, full - 0.5 * size)


def delimiters(fence: Fence, body: Box, style: int) -> tuple[Box, Box]:
    """The two delimiters of a fence, of one height.

    They are centred on the axis like TeX's, except around very high bodies: there they would make what they hold
    twice as high with every level of nesting, and are centred on the body.
    """
    size = SIZES[style]
    needed, lift = needed_height(body, size), 0.0
    if needed > _TALLEST_ON_AXIS * size:
        depth = body.depth - body.hang
        needed, lift = body.height + depth, (body.height - depth) / 2 - AXIS * size
    opening = delimiter(fence.opening, needed, size, opening=True)
    closing = delimiter(fence.closing, needed, size, opening=False)
    return _lifted(opening, lift), _lifted(closing, lift)


def _lifted(box: Box, lift: float) -> Box:
    if not lift:
        return box
    result = overlay([(0.0, lift, box, None)], box.width)
    result.left, result.right = box.left, box.right
    return result


def delimiter(sign: str, needed: float, size: float, *, opening: bool) -> Box:
    """The delimiter at least `needed` em high, centred on the axis; an empty sign gives a little room."""
    step = 0.005
    return _delimiter(_SAME.get(sign, sign), math.ceil(needed / step) * step, size, OPEN if opening else CLOSE)


@recent(2048)
def _delimiter(sign: str, needed: float, size: float, kind: int) -> Box:
    if sign in _DELIMITERS:
        box = _centred(_tall(_DELIMITERS[sign], needed, size), size)
    elif sign in _BARS:
        box = _bars(sign, needed, size)
    elif sign:
        box = leaf_box("upright:" + sign, size)
    else:
        box = space_box(NULL_DELIMITER * size)
    return Box(box.width, box.height, box.depth, [(0.0, 0.0, box, None)], left=kind, right=kind)


def _tall(kinds: _Delimiter, needed: float, size: float) -> Box:
    """The smallest glyph that is tall enough, or one built from pieces."""
    for key in (kinds.normal, *(glyph_key("cmex10", code) for code in kinds.taller)):
        box = leaf_box(key, size)
        if _total(key) * size >= needed - 0.002:
            return box
    return _built(kinds, needed, size) if kinds.pieces else box


def _total(key: str) -> float:
    """The height of the ink; the glyphs of cmex10 hang below the baseline."""
    low, high = leaf(key).outline.bounds[1::2]
    return high - low


def _built(kinds: _Delimiter, needed: float, size: float) -> Box:
    """Pieces with straight parts between them, the top of the ink at the baseline."""
    keys = [glyph_key("cmex10", code) for code in kinds.pieces]
    if kinds.straight in (kinds.pieces[0], kinds.pieces[-1]):
        keys.remove(glyph_key("cmex10", kinds.straight))
    bounds = [leaf(key).outline.bounds for key in keys]
    solid = sum(high - low for _, low, _, high in bounds) * size
    gaps = len(kinds.pieces) - 1
    step = _BRACE_STEP if kinds.straight == _BRACE_STRAIGHT else _STEP
    gap = max(0, math.ceil((needed - solid) / (gaps * step * size) - 0.02)) * step * size
    left, _, right, _ = leaf(glyph_key("cmex10", kinds.straight)).outline.bounds
    straight = rule_box((right - left) * size, gap + 2 * _OVERLAP * size)
    children: list[Child] = []
    y = 0.0
    pieces = iter(zip(keys, bounds, strict=True))
    for number, code in enumerate(kinds.pieces):
        if number and gap:
            children.append((left * size, y - gap - _OVERLAP * size, straight, None))
        y -= gap if number else 0.0
        if code != kinds.straight:
            key, (_, low, _, high) = next(pieces)
            children.append((0.0, y - high * size, leaf_box(key, size), None))
            y -= (high - low) * size
    return overlay(children, leaf(keys[0]).width * size)


def _bars(sign: str, needed: float, size: float) -> Box:
    """A delimiter of one or two lines."""
    width, middles = _BARS[sign]
    total = size if needed <= size else math.ceil(needed / (_STEP * size) - 0.02) * _STEP * size
    thickness = RULE_THICKNESS * size
    bar = rule_box(thickness, total)
    low = AXIS * size - total / 2
    return overlay([(middle * size - thickness / 2, low, bar, None) for middle in middles], width * size)


def _centred(box: Box, size: float) -> Box:
    """The box moved so that the middle of its ink is on the axis."""
    low, high = -box.depth, box.height
    if box.key:
        low, high = (bound * size for bound in leaf(box.key).outline.bounds[1::2])
    return overlay([(0.0, AXIS * size - (low + high) / 2, box, None)], box.width)


@recent(1024)
def root_sign(needed: float, size: float) -> tuple[Box, float]:
    """A root sign at least `needed` em high with its top at the baseline, and where the bar begins."""
    for key in (_ROOT.normal, *(glyph_key("cmex10", code) for code in _ROOT.taller)):
        _, low, right, high = leaf(key).outline.bounds
        if (high - low) * size >= needed:
            return overlay([(0.0, -high * size, leaf_box(key, size), None)], leaf(key).width * size), right * size
    top, bottom = (glyph_key("cmex10", code) for code in (_ROOT_TOP, _ROOT_BOTTOM))
    _, top_low, right, top_high = leaf(top).outline.bounds
    _, bottom_low, _, bottom_high = leaf(bottom).outline.bounds
    line_left, _, line_right, _ = leaf(glyph_key("cmex10", _ROOT_STRAIGHT)).outline.bounds
    top_height, bottom_height = (top_high - top_low) * size, (bottom_high - bottom_low) * size
    gap = max(0.0, needed - top_height - bottom_height)
    straight = rule_box((line_right - line_left) * size, gap + 2 * _OVERLAP * size)
    children: list[Child] = [
        (0.0, -top_high * size, leaf_box(top, size), None),
        (line_left * size, -top_height - gap - _OVERLAP * size, straight, None),
        (0.0, -top_height - gap - bottom_high * size, leaf_box(bottom, size), None),
    ]
    return overlay(children, leaf(top).width * size), right * size
