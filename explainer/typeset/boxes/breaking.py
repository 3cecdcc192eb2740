"""Breaking a long formula into lines, before its relations and signs.

A list of equations is broken behind its commas. Else best before a relation or sign outside all fences; then inside
fences, deeper ones last; and where only a product without a sign is left, before one of its factors, with a dot that
says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from explainer.typeset.boxes import style as tex
from explainer.typeset.boxes.box import BIN, CLOSE, OP, OPEN, ORD, PUNCT, REL, Box, Child, leaf_box, overlay, scaled
from explainer.typeset.boxes.row import CLOSE_PART, ClosePart, Item, OpenPart, classes, row
from explainer.typeset.boxes.style import SIZES

SMALLEST = 0.6
"""How much a wide matrix is shrunk at most."""
LEVELS = 5
"""How many fences deep a line may be broken."""
_INDENT = 2.0
"""Of a line that goes on where there is no relation to stand under."""
_LINE_GAP = 0.5
"""Between the lines of a broken formula."""
_COEFFICIENT = 1.5
"""What is narrower than this, such as 2, never has a line for itself: the line is rather drawn a little smaller."""
_LONELY = 3.0
"""A factor or a left side narrower than this has no line for itself, unless what follows fits into the next one."""


class _Break(NamedTuple):
    """A place before which a line may end: the position in the items, x in the unbroken row, and how bad it is."""

    item: int
    x: float
    penalty: float
    relation: bool = False
    dot: bool = False
    comma: bool = False


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


_SHORT, _MIDDLING = 12.0, 26.0
"""In em: up to the one a formula in a text is not broken, up to the other only before relations."""


def cut(items: Sequence[Item], style: int) -> list[tuple[float, Box]]:
    """The items in pieces between which a line of text may end: before relations, in long formulas before signs too.

    Nothing within fences is cut, and short formulas are not cut at all. With each piece comes the room at its
    beginning, which is left out where a line begins with it.
    """
    whole = row(items, style)
    cuts: list[int] = []
    if whole.width > _SHORT:
        cuts = [
            b.item for b in _breaks(items, whole, False)
            if b.penalty < 1 and not b.dot and (b.relation or whole.width > _MIDDLING)
        ]  # fmt: skip
    lines = _rejoined([list(items[begin:end]) for begin, end in pairwise((0, *cuts, len(items)))])
    boxes = [row(line, style, continues=k > 0) for k, line in enumerate(lines)]
    return [(_lead(box) if k else 0.0, box) for k, box in enumerate(boxes)]


def longest_equation(items: Sequence[Item], style: int) -> float:
    """The width of the widest piece between the commas of a list of equations; of anything else the whole width."""
    whole = row(items, style, continues=True)
    places = [0.0, *(b.x for b in _breaks(items, whole, True) if b.comma), whole.width]
    return max(end - begin for begin, end in pairwise(places))


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
        begins, below = _behind_relation(whole, start), whole.width - (width - relation - _INDENT)
        ahead = [b for b in breaks if b.x > start + 1e-6 and (not cuts or b.item > cuts[-1].item)]
        ahead = [b for b in ahead if not b.dot or b.x - begins >= _COEFFICIENT]
        fitting = [b for b in ahead if b.x - start <= room]
        if not ahead:
            break
        narrow = [b for b in fitting if b.x - begins < _LONELY and b.x < below]
        lonely = {b.item: 1 for b in narrow if b.dot} | {b.item: 2 for b in narrow if b.relation and b.penalty == 0}
        worth = {b.item: (b.x - start) / room - b.penalty - lonely.get(b.item, 0) for b in fitting}
        chosen = max(fitting, key=lambda b: worth[b.item]) if fitting else ahead[0]
        cuts.append(chosen)
        start = chosen.x
        if chosen.comma:
            indents.append(whole.children[0][0])
        else:
            indents.append(relation if chosen.relation and chosen.penalty == 0 else relation + _INDENT)
    places = [0, *(cut.item for cut in cuts), len(items)]
    lines = [list(items[begin:end]) for begin, end in pairwise(places)]
    return _rejoined(lines), indents, [False, *(cut.dot for cut in cuts)]


def _behind_relation(whole: Box, start: float) -> float:
    """Where the content of a line begins: behind the relation sign that it may begin with."""
    places = [(x, box.left) for x, _, box, _ in whole.children if x > start - 1e-6]
    return places[1][0] if len(places) > 1 and places[0][1] == REL else start


def _breaks(items: Sequence[Item], whole: Box, continues: bool) -> list[_Break]:
    """Every place where a line may end, from left to right."""
    boxes = [(number, item) for number, item in enumerate(items) if isinstance(item, Box)]
    if len(boxes) < 2:
        return []
    kinds = classes([box for _, box in boxes], continues=continues)
    breaks: list[_Break] = []
    level, before, equations = 0, OPEN, _is_list_of_equations(kinds)
    for (number, box), (left, right), (x, _, _, _) in zip(boxes, kinds, whole.children, strict=True):
        if left == right == CLOSE:
            level = max(0, level - 1)
        while number and isinstance(items[number - 1], OpenPart):
            number -= 1
        if before == PUNCT and level == 0 and equations:
            breaks.append(_Break(number, x, -1.0, comma=True))
        elif before == PUNCT and level:
            breaks.append(_Break(number, x, 0.4 + level))
        elif left == REL:
            breaks.append(_Break(number, x, level + 0.5 * equations, relation=True))
        elif left == BIN:
            breaks.append(_Break(number, x, 0.15 + level))
        elif before in (ORD, CLOSE) and _is_factor(box, items, number):
            breaks.append(_Break(number, x, 0.65 + level, dot=True))
        if left == right == OPEN:
            level += 1
        before = right
    return breaks


def _is_list_of_equations(kinds: Sequence[tuple[int, int]]) -> bool:
    """Whether a comma outside all fences stands between two relations."""
    level, signs = 0, list[int]()
    for left, right in kinds:
        level += (left == right == OPEN) - (left == right == CLOSE)
        if level == 0 and left in (REL, PUNCT):
            signs.append(left)
    return any(signs[k : k + 3] == [REL, PUNCT, REL] for k in range(len(signs)))


def _is_factor(box: Box, items: Sequence[Item], number: int) -> bool:
    """Whether a product may be broken before this box: a fraction, a function, or parentheses with a little room.

    What stands right before it is a factor too, but for comments, which are farther away.
    """
    before = items[number - 1] if number > 0 else 1.0
    if isinstance(before, float):
        return before < 0.2 and (box.factor or box.left in (OP, OPEN))
    return box.factor or box.left == OP


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
    """The items with matrices and cases drawn smaller, so that the line loses the excess as far as it may.

    Delimiters with nothing but one of these between them shrink with it.
    """
    places = [k for k, item in enumerate(items) if isinstance(item, Box)]
    shrinking: set[int] = set()
    for number, place in enumerate(places):
        if not _box(items, place).may_shrink:
            continue
        shrinking.add(place)
        around = places[max(0, number - 1) : number + 2]
        if len(around) == 3 and _box(items, around[0]).right == OPEN and _box(items, around[2]).left == CLOSE:
            shrinking.update(around)
    wide = sum(_box(items, place).width for place in shrinking)
    if wide <= 0:
        return items
    factor, axis = max(SMALLEST, 1 - excess / wide), tex.AXIS * size
    return [scaled(_box(items, k), factor, axis) if k in shrinking else item for k, item in enumerate(items)]


def _box(items: Sequence[Item], place: int) -> Box:
    box = items[place]
    assert isinstance(box, Box)
    return box


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
