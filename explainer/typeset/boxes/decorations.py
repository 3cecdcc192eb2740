"""Big operators with limits, accents, braces below, strokes through, and lines under.

Source: The TeXbook, appendix G (rules 12 and 13) and the plain TeX macros for braces.
"""

from __future__ import annotations

from typing import Final

from explainer.notation.tree import Accent, BigOperator, Brace, Strike, Underlined
from explainer.typeset.boxes import style as tex
from explainer.typeset.boxes.arrange import NOTHING, Work, arrange_row, arranges
from explainer.typeset.boxes.box import OP, Box, Child, leaf_box, overlay, rule_box
from explainer.typeset.boxes.style import SIZES
from explainer.typeset.fonts.leaves import glyph_key, stroke_key

BIG_SIGNS: Final = {"∑": 0x50, "∏": 0x51, "∫": 0x52, "⋃": 0x53, "⋂": 0x54, "∐": 0x60, "Σ": 0x50, "Π": 0x51}
"""The large signs of cmex10 in text; the ones of a display lie eight places on."""


@arranges(BigOperator)
def arrange_big_operator(operator: BigOperator, style: int) -> Work:
    """A large sign with its limits and its body; in a display the limits stand below and above (rule 13)."""
    if operator.body is not NOTHING:
        return (yield from arrange_row(operator, style))
    limit = tex.superscript(style)
    upper = (yield operator.upper, limit) if operator.upper is not None else None
    lower = (yield operator.lower, tex.cramped(limit)) if operator.lower is not None else None
    size = SIZES[style]
    sign = _big_sign(operator.sign, style)
    if style >= tex.TEXT:
        return _beside_sign(sign, upper, lower, size)
    width = max(box.width for box in (sign, upper, lower) if box is not None)
    children: list[Child] = [((width - sign.width) / 2, 0.0, sign, None)]
    height, depth = sign.height, sign.depth
    if upper is not None:
        y = sign.height + max(tex.LIMIT_GAP_ABOVE * size, tex.LIMIT_RISE * size - upper.depth) + upper.depth
        children.append(((width - upper.width) / 2, y, upper, None))
        height = y + upper.height + tex.LIMIT_MARGIN * size
    if lower is not None:
        y = sign.depth + max(tex.LIMIT_GAP_BELOW * size, tex.LIMIT_DROP * size - lower.height) + lower.height
        children.append(((width - lower.width) / 2, -y, lower, None))
        depth = y + lower.depth + tex.LIMIT_MARGIN * size
    return Box(width, height, depth, children, left=OP, right=OP)


def _big_sign(sign: str, style: int) -> Box:
    """The sign centred on the axis, larger in a display."""
    size = SIZES[style]
    code = BIG_SIGNS.get(sign)
    if code is None:
        return leaf_box("upright:" + sign, size, OP)
    code += (8 if code < 0x60 else 1) if style < tex.TEXT else 0
    box = leaf_box(glyph_key("cmex10", code), size)
    return overlay([(0.0, (tex.AXIS * size) - (box.height - box.depth) / 2, box, None)], box.width, kind=OP)


def _beside_sign(sign: Box, upper: Box | None, lower: Box | None, size: float) -> Box:
    """In a line of text the limits stand like scripts."""
    children: list[Child] = [(0.0, 0.0, sign, None)]
    width = sign.width
    if upper is not None:
        children.append((sign.width, sign.height - tex.SUPERSCRIPT_DROP * size * 0.7, upper, None))
        width = sign.width + upper.width
    if lower is not None:
        children.append((sign.width, -(sign.depth + tex.SUBSCRIPT_DROP * size * 0.7), lower, None))
        width = max(width, sign.width + lower.width)
    return overlay(children, width + (tex.SCRIPT_SPACE if upper or lower else 0.0), kind=OP)


_ACCENTS: Final = {
    "arrow": "glyph:cmmi10#7e",
    "hat": "glyph:cmr10#5e",
    "tilde": "glyph:cmr10#7e",
    "dot": "glyph:cmr10#5f",
    "bar": "glyph:cmr10#16",
}
_HEAD_CLEARANCE: Final = 0.19
"""Between the advance of an arrow and the exponent behind it: the head reaches 0.125 beyond, the rest is room."""
_WIDE_HATS: Final = ("glyph:cmex10#62", "glyph:cmex10#63", "glyph:cmex10#64")


@arranges(Accent)
def arrange_accent(accent: Accent, style: int) -> Work:
    """A mark over a piece, moved to the right over a slanted letter (rule 12 of appendix G)."""
    body = yield accent.body, tex.cramped(style)
    size = SIZES[style]
    if accent.mark in ("bar", "arrow") and (body.width > 1.2 * size or not body.single):
        return _overline(body, size, arrow=accent.mark == "arrow")
    key = _ACCENTS.get(accent.mark, "upright:" + accent.mark)
    if accent.mark == "hat" and body.width > 0.8 * size:
        fitting = [wide for wide in _WIDE_HATS if leaf_box(wide, size).width <= body.width]
        key = fitting[-1] if fitting else _WIDE_HATS[0]
    mark = leaf_box(key, size)
    lift = body.height - min(body.height, tex.X_HEIGHT * size)
    width = body.width - body.italic
    x = (width - mark.width) / 2 + body.skew
    children: list[Child] = [(0.0, 0.0, body, None), (x, lift, mark, None)]
    result = overlay(children, body.width)
    result.left, result.right, result.italic, result.single = body.left, body.right, body.italic, body.single
    if accent.mark == "arrow":
        result.head = max(0.0, x + mark.width - mark.italic + _HEAD_CLEARANCE * size - body.width)
    return result


def _overline(body: Box, size: float, *, arrow: bool) -> Box:
    """A line over the whole piece, with an arrow's head or without."""
    thickness = tex.RULE_THICKNESS * size
    y = body.height + 3 * thickness
    children: list[Child] = [(0.0, 0.0, body, None)]
    if arrow:
        head = leaf_box(glyph_key("cmsy10", 0x21), size * 0.8)
        y = body.height + thickness
        x = body.width - head.width
        children.append((x, y, head, None))
        children.append((0.0, y + (tex.AXIS * 0.8 - 0.016) * size, rule_box(x + 0.2 * size, thickness * 0.8), None))
    else:
        inset = min(0.04 * size, body.width / 8)
        left = inset + body.skew / 2
        children.append((left, y, rule_box(body.width - body.italic - 2 * inset + body.skew / 2, thickness), None))
    result = overlay(children, body.width)
    result.height += thickness
    result.left, result.right, result.single = body.left, body.right, body.single
    return result


_BRACE_WIDTH: Final = 1.8
"""The width of a brace without straight parts; under a narrower piece it is drawn smaller, but no more than this."""
SMALLEST_BRACE: Final = 0.6
"""As a share of the usual size: a smaller brace looks like a line."""


@arranges(Brace)
def arrange_brace(brace: Brace, style: int) -> Work:
    """A horizontal brace below a piece and a label below the brace."""
    body = yield brace.body, style
    label = yield brace.label, tex.cramped(tex.superscript(style))
    full = SIZES[style]
    size = full * min(1.0, max(SMALLEST_BRACE, body.width / (_BRACE_WIDTH * full)))
    ends = [leaf_box(glyph_key("cmex10", code), size) for code in (0x7C, 0x7B, 0x7A, 0x7D)]
    quarter = ends[0].width
    width = max(body.width, 4 * quarter)
    run_width = (width - 4 * quarter) / 2
    thickness = 0.12 * size
    y = -body.depth - 0.3 * full - thickness
    children: list[Child] = [((width - body.width) / 2, 0.0, body, None)]
    lefts = (0.0, quarter + run_width, 2 * quarter + run_width, 3 * quarter + 2 * run_width)
    children += [(left, y, end, None) for left, end in zip(lefts, ends, strict=True)]
    if run_width > 0:
        straight = rule_box(run_width + 0.04 * size, thickness)
        children += [(left - 0.02 * size, y, straight, None) for left in (quarter, 3 * quarter + run_width)]
    y -= 0.3 * full + max(tex.LIMIT_GAP_BELOW * full, tex.LIMIT_DROP * full - label.height) + label.height
    children.append(((width - label.width) / 2, y, label, None))
    if label.width > width:
        shift = (label.width - width) / 2
        children = [(x + shift, y, box, path) for x, y, box, path in children]
        width = label.width
    result = overlay(children, width)
    result.hang = result.depth - (body.depth - body.hang)
    return result


STROKE_MARGIN: Final = 0.06
"""How far a stroke reaches over what it strikes out."""
LEAST_STROKE: Final = 0.5  # a stroke through a thin letter is still seen, as one through a dot


@arranges(Strike)
def arrange_strike(strike: Strike, style: int) -> Work:
    """A line through a piece from the lower left to the upper right, which takes no room of its own."""
    body = yield strike.body, style
    size = SIZES[style]
    margin = STROKE_MARGIN * size
    width = max(body.width - body.italic, LEAST_STROKE * size) + 2 * margin
    height = max(body.height + body.depth, LEAST_STROKE * size) + 2 * margin
    middle = (body.height - body.depth) / 2
    line = leaf_box(stroke_key(width, height, 1.5 * tex.RULE_THICKNESS * size), 1.0)
    x = (body.width - body.italic - width) / 2
    children: list[Child] = [(0.0, 0.0, body, None), (x, middle - height / 2, line, None)]
    return _as_wide_as(body, children)


@arranges(Underlined)
def arrange_underlined(underlined: Underlined, style: int) -> Work:
    """A line under a piece, which takes no room of its own."""
    body = yield underlined.body, style
    size = SIZES[style]
    thickness = 1.5 * tex.RULE_THICKNESS * size
    line = rule_box(max(body.width - body.italic, LEAST_STROKE * size), thickness)
    return _as_wide_as(
        body, [(0.0, 0.0, body, None), (0.0, -body.depth - STROKE_MARGIN * size - thickness, line, None)]
    )


def _as_wide_as(body: Box, children: list[Child]) -> Box:
    """What is drawn on a box, as a box that stands in a formula as the bare one does."""
    result = Box(body.width, body.height, body.depth, children)
    result.left, result.right, result.italic, result.skew = body.left, body.right, body.italic, body.skew
    result.single, result.factor, result.may_shrink = body.single, body.factor, body.may_shrink
    result.hang = body.hang
    return result
