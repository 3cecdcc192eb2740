"""Rows: boxes side by side on a baseline with TeX's room between the classes of atoms.

Source: The TeXbook, appendix G (rules 5, 6 and 20) and the table of spaces in chapter 18.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from explainer.notation.tree import Path
from explainer.typeset.boxes.box import BIN, CLOSE, OP, OPEN, ORD, PUNCT, REL, Box, Child, Span
from explainer.typeset.boxes.style import SCRIPT, SIZES

THIN, MEDIUM, THICK = 1 / 6, 2 / 9, 5 / 18  # 3, 4 and 5 of the 18 mu of an em, as in TeX


class OpenPart:
    """Marks in a list of items where the expression's part at a path begins."""

    __slots__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path


class ClosePart:
    """Marks where the part that was opened last ends."""

    __slots__ = ()


CLOSE_PART: Final = ClosePart()

Item: TypeAlias = Box | float | OpenPart | ClosePart
"""A box, room in em, or the border of a part."""

# Rows: the class on the left; columns: on the right, in the order ord op bin rel open close punct inner word. The last
# row is d/dx before what it acts on.
# 0 none, 1 thin, 2 medium, 3 thick; negative where scripts have none. "*" of TeX's table cannot happen: 0.
# Words bring their own spaces; next to an operator they are like a letter.
_TABLE: Final = (
    (0, 1, -2, -3, 0, 0, 0, -1, 0),
    (1, 1, 0, -3, 0, 0, 0, -1, 1),
    (-2, -2, 0, 0, -2, 0, 0, -2, -2),
    (-3, -3, 0, 0, -3, 0, 0, -3, -3),
    (0, 0, 0, 0, 0, 0, 0, 0, 0),
    (0, 1, -2, -3, 0, 0, 0, -1, 0),
    (-1, -1, 0, -1, -1, -1, -1, -1, -1),
    (-1, 1, -2, -3, -1, 0, -1, -1, 0),
    (0, 0, -2, -3, 0, 0, 0, 0, 0),
    (1, 1, -2, -3, 0, 0, 0, 1, 1),
)
_LENGTHS: Final = (0.0, THIN, MEDIUM, THICK)
_FULL: Final = tuple(tuple(_LENGTHS[abs(space)] for space in row) for row in _TABLE)
_TIGHT: Final = tuple(tuple(_LENGTHS[max(space, 0)] for space in row) for row in _TABLE)

_BEFORE_SIGN: Final = frozenset((BIN, OP, REL, OPEN, PUNCT))
"""After these a binary sign stands for itself, like the minus of −x."""
_AFTER_SIGN: Final = frozenset((REL, CLOSE, PUNCT))


def classes(boxes: Sequence[Box], *, continues: bool = False) -> list[tuple[int, int]]:
    """The classes that each box shows to the left and right, after signs without two operands became ordinary.

    With `continues` something stands before the first box, so that a sign there keeps its room.
    """
    result: list[tuple[int, int]] = []
    previous = ORD if continues else OPEN
    for box in boxes:
        left, right = box.left, box.right
        if left == BIN and previous in _BEFORE_SIGN:
            left = right = ORD
        elif previous == BIN and left in _AFTER_SIGN:
            result[-1] = (ORD, ORD)
        result.append((left, right))
        previous = right
    if result and result[-1][1] == BIN:
        result[-1] = (ORD, ORD)
    return result


def row(items: Sequence[Item], style: int, *, continues: bool = False) -> Box:
    """The items side by side, with the boxes' places and the extents of the parts among them."""
    boxes = [item for item in items if type(item) is Box]
    if len(boxes) > 1 or continues:
        kinds = classes(boxes, continues=continues)
    else:
        kinds = [(box.left, box.right) for box in boxes]
    spaces, size = (_FULL, 1.0) if style < SCRIPT else (_TIGHT, SIZES[style])
    children: list[Child] = []
    spans: list[Span] = []
    open_spans: list[Span] = []
    empty = 0  # so many of the open ones, the inner ones, have no box yet
    x = height = depth = room = 0.0
    previous = ORD if continues else -1
    for item in items:
        if type(item) is Box:
            left, right = kinds[len(children)]
            x += _gap(spaces[previous][left] * size if previous >= 0 else 0.0, room, size)
            room = 0.0
            if empty:
                for span in open_spans[-empty:]:
                    span.left = x
                empty = 0
            previous = right
            inner = open_spans[-1] if open_spans else None
            children.append((x, 0.0, item, None if inner is None else inner.path))
            x += item.width
            if item.height > height:
                height = item.height
            if item.depth > depth:
                depth = item.depth
            if inner is not None:
                if item.height > inner.height:
                    inner.height = item.height
                if item.depth > inner.depth:
                    inner.depth = item.depth
        elif type(item) is OpenPart:
            span = Span(item.path, x, x, 0.0, 0.0)
            open_spans.append(span)
            spans.append(span)
            empty += 1
        elif item is CLOSE_PART:
            span = open_spans.pop()
            if empty:
                empty -= 1
                continue
            span.right = x
            if open_spans:  # all that is in a part is in the one around it too
                around = open_spans[-1]
                around.height = max(around.height, span.height)
                around.depth = max(around.depth, span.depth)
        elif type(item) is float:
            room += item
    if not spans and len(boxes) == 1 and x + room == boxes[0].width:
        return boxes[0]
    result = Box(x + room, height, depth, children, spans=spans)
    _show_outside(result, boxes, kinds)
    if any(box.hang for box in boxes):
        result.hang = depth - max(box.depth - box.hang for box in boxes)
    return result


def _gap(space: float, room: float, size: float) -> float:
    """What stands between two atoms: thin room given beside a function's name is the name's own, not added to it."""
    if 0 < room < 0.2 * size:
        return max(space, room)
    return space + room


def _show_outside(result: Box, boxes: Sequence[Box], kinds: Sequence[tuple[int, int]]) -> None:
    """Let the row show what its neighbours and scripts look at; a row of one box looks like that box."""
    if not boxes:
        return
    if len(boxes) > 1:
        result.left, result.right = _outer(kinds[0][0]), _outer(kinds[-1][1])
        return
    only = boxes[0]
    result.left, result.right = kinds[0]
    result.italic, result.skew, result.single = only.italic, only.skew, only.single
    result.head = only.head
    result.may_shrink, result.factor = only.may_shrink, only.factor


def _outer(kind: int) -> int:
    """The class that a whole row shows: signs at its ends bind inside it only."""
    return ORD if kind in (BIN, REL, PUNCT) else kind
