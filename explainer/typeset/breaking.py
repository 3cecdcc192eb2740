"""Breaking a long formula into lines, before its relations and signs.

Best before a relation or sign outside all fences; then inside fences, deeper ones last; and where only a product
without a sign is left, before one of its factors, with a dot that says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from explainer.typeset import style as tex
from explainer.typeset.box import BIN, CLOSE, OP, OPEN, ORD, REL, Box, Child, leaf_box, overlay, scaled
from explainer.typeset.row import CLOSE_PART, ClosePart, Item, OpenPart, classes, row
from explainer.typeset.style import SIZES

SMALLEST = 0.6
"""How much a wide matrix is shrunk at most."""
LEVELS = 3
"""How many fences deep a line may be broken."""
_INDENT = 2.0
_LINE_GAP = 0.5


@dataclass(frozen=True, slots=True)
class _Break:
    """A place before which a line may end: the position in the items, x in the unbroken row, and how bad it is."""

    item: int
    x: float
    penalty: float
    relation: bool
    dot: bool


def fit(items: Sequence[Item], style: int, width: float, *, continues: bool = False) -> Box:
    """The items in as few lines as fit the width, with wide matrices shrunk; too wide only where nothing can break."""
    lines, indents, dots = _lines(items, style, width, continues)
    boxes: list[Box] = []
    for line, indent, dot in zip(lines, indents, dots, strict=True):
        content: list[Item] = [leaf_box("upright:·", SIZES[style], BIN), *line] if dot else list(line)
        later = continues or bool(boxes)
        box = row(content, style, continues=later)
        if indent + box.width > width:
            box = row(_shrunk(content, indent + box.width - width, SIZES[style]), style, continues=later)
        boxes.append(box)
    return _stacked(
        boxes, [indent - (_lead(box) if k else 0.0) for k, (indent, box) in enumerate(zip(indents, boxes, strict=True))]
    )


def _lead(line: Box) -> float:
    """The room before a line's first sign, which stands left of the indentation."""
    return line.children[0][0] if line.children else 0.0


def _lines(
    items: Sequence[Item], style: int, width: float, continues: bool
) -> tuple[list[list[Item]], list[float], list[bool]]:
    """The items of each line, its indentation, and whether it begins with a dot for a product."""
    whole = row(items, style, continues=continues)
    breaks = _breaks(items, whole, continues)
    relation = next((b.x for b in breaks if b.relation and b.penalty == 0), None)
    if relation is None or relation > 0.4 * width:
        relation = 0.0 if relation is None else _INDENT
    cuts: list[_Break] = []
    indents = [0.0]
    start = 0.0
    while start + width - indents[-1] < whole.width:
        room = width - indents[-1]
        ahead = [b for b in breaks if b.x > start + 1e-6 and (not cuts or b.item > cuts[-1].item)]
        fitting = [b for b in ahead if b.x - start <= room]
        if not ahead:
            break
        chosen = max(fitting, key=lambda b: (b.x - start) / room - b.penalty) if fitting else ahead[0]
        cuts.append(chosen)
        start = chosen.x
        indents.append(relation if chosen.relation and chosen.penalty == 0 else relation + _INDENT)
    places = [0, *(cut.item for cut in cuts), len(items)]
    lines = [list(items[begin:end]) for begin, end in pairwise(places)]
    return _rejoined(lines), indents, [False, *(cut.dot for cut in cuts)]


def _breaks(items: Sequence[Item], whole: Box, continues: bool) -> list[_Break]:
    """Every place where a line may end, from left to right."""
    boxes = [(number, item) for number, item in enumerate(items) if isinstance(item, Box)]
    if len(boxes) < 2:
        return []
    kinds = classes([box for _, box in boxes], continues=continues)
    breaks: list[_Break] = []
    level, before = 0, OPEN
    for (number, box), (left, right), (x, _, _, _) in zip(boxes, kinds, whole.children, strict=True):
        if left == right == CLOSE:
            level = max(0, level - 1)
        while number and isinstance(items[number - 1], OpenPart):
            number -= 1
        if left == REL:
            breaks.append(_Break(number, x, 0.5 * level, relation=True, dot=False))
        elif left == BIN:
            breaks.append(_Break(number, x, 0.15 + 0.5 * level, relation=False, dot=False))
        elif (box.factor or left == OP) and before in (ORD, CLOSE) and _is_beside(items, number):
            breaks.append(_Break(number, x, 0.3 + 0.5 * level, relation=False, dot=True))
        if left == right == OPEN:
            level += 1
        before = right
    return breaks


def _is_beside(items: Sequence[Item], number: int) -> bool:
    """Whether a factor stands right before this place, with no more than thin room, such as before a comment."""
    before = items[number - 1] if number > 0 else 1.0
    return not isinstance(before, float) or before < 0.2


def _rejoined(lines: list[list[Item]]) -> list[list[Item]]:
    """Lines in which every part that a break cuts is closed at the end and opened again at the beginning."""
    result: list[list[Item]] = []
    still_open: list[OpenPart] = []
    for line in lines:
        content: list[Item] = [*still_open, *line]
        for item in line:
            if isinstance(item, OpenPart):
                still_open.append(item)
            elif isinstance(item, ClosePart):
                still_open.pop()
        result.append([*content, *([CLOSE_PART] * len(still_open))])
    return result


def _shrunk(items: list[Item], excess: float, size: float) -> list[Item]:
    """The items with matrices and cases drawn smaller, so that the line loses the excess as far as it may."""
    wide = sum(item.width for item in items if isinstance(item, Box) and item.may_shrink)
    if wide <= 0:
        return items
    factor = max(SMALLEST, 1 - excess / wide)
    axis = tex.AXIS * size
    return [scaled(item, factor, axis) if isinstance(item, Box) and item.may_shrink else item for item in items]


def _stacked(lines: Sequence[Box], indents: Sequence[float]) -> Box:
    """Lines under each other with the first one's baseline as the baseline of all."""
    if len(lines) == 1:
        return lines[0]
    children: list[Child] = []
    y = 0.0
    for number, line in enumerate(lines):
        if number:
            y -= max(tex.BASELINE_SKIP + tex.JOT, lines[number - 1].depth + line.height + _LINE_GAP)
        children.append((indents[number], y, line, None))
    return overlay(children, max(indent + line.width for indent, line in zip(indents, lines, strict=True)))
