"""Matrices, cases and aligned lines: boxes in rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from math import inf

from explainer.notation.tree import Array, CasesArray, Lines
from explainer.typeset.boxes import style as tex
from explainer.typeset.boxes.arrange import Work, arrange_items, arranges, gather
from explainer.typeset.boxes.box import CLOSE, INNER, OPEN, ORD, Box, Child, overlay, rule_box, scaled
from explainer.typeset.boxes.breaking import LEVELS, fit, longest_equation
from explainer.typeset.boxes.delimiters import delimiter, grown_height
from explainer.typeset.boxes.row import Item, row
from explainer.typeset.boxes.style import SIZES

STRUT_HEIGHT, STRUT_DEPTH = 0.84, 0.36
"""What every row of a table has at least: seven and three tenths of the distance of two baselines."""
ROW_GAP, LINE_GAP = 0.2, 0.4
"""The least room between what two rows of a matrix hold, and between two lines of a display."""
TALL, TALL_SKIP = 1.19, 0.861
"""A row that holds something so high, a fraction or a matrix, gets room below, as a `[2ex]` gives it in LaTeX."""
RULE_ROOM = 0.2
"""What is added between two rows with a rule between them."""
COLUMN_GAP = 1.0
RULED_MARGIN = 0.2
"""The room between a matrix with rules and its delimiters, over which the rules reach; other matrices need none."""

Cells = Sequence[Sequence[Box]]


def _column_widths(cells: Cells, spanning: bool = False) -> list[float]:
    """The width of each column; the last cell of a line may reach over the columns in which the line has nothing."""
    count = max((len(line) for line in cells), default=0)
    reach = 1 if spanning else 0
    return [
        max((line[k].width for line in cells if k + (reach if 0 < k < count - 1 else 0) < len(line)), default=0.0)
        for k in range(count)
    ]


def stack_cells(
    cells: Cells,
    size: float,
    place: Callable[[int, float, Box], float],
    gaps: Sequence[float],
    lead: float = 0.0,
    strut: float = 1.0,
    gap: float = ROW_GAP,
    tall_skip: float = TALL_SKIP,
    spread: Sequence[int] = (),
    spanning: bool = False,
) -> Box:
    """Cells in rows and columns, as one box centred on the axis.

    `place(column, width, box)` says where in its column a box stands, `gaps` the room behind each column,
    `lead` what is added between two rows, `strut` how much higher than a line of text a row is at least, `gap` the
    least room between what two rows hold, `tall_skip` how much deeper a tall row is at least, `spread` names the rows
    behind which there is more room, for a rule, and `spanning` is said of `_column_widths`.
    """
    widths = _column_widths(cells, spanning)
    lefts = [sum(widths[:k]) + sum(gaps[:k]) for k in range(len(widths))]
    width = max((lefts[k] + box.width for line in cells for k, box in enumerate(line) if k), default=0.0)
    children: list[Child] = []
    y = below = below_ink = top = bottom = 0.0
    for number, line in enumerate(cells):
        above = max([0.0, *(box.height for box in line)])
        under = max([0.0, *(box.depth for box in line)])
        height, depth = max(STRUT_HEIGHT * strut * size, above), max(STRUT_DEPTH * strut * size, under)
        if number:
            rule_room = RULE_ROOM * size if number in spread else 0.0
            y -= max(below + height + lead, below_ink + above + gap * size) + rule_room
        else:
            top = height
        below_ink, bottom = under, y - depth
        is_tall = any(box.height + box.depth > TALL * size and box.right != INNER for box in line)  # dots are no reason
        below = max(depth, (STRUT_DEPTH * strut + tall_skip) * size) if is_tall else depth
        for k, box in enumerate(line):
            children.append((lefts[k] + place(k, widths[k], box), y, box, None))
    shift = tex.AXIS * size - (top + bottom) / 2
    moved = [(x, cell_y + shift, box, path) for x, cell_y, box, path in children]
    width = max(width, sum(widths) + sum(gaps[: max(0, len(widths) - 1)]))
    return Box(width, top + shift, -bottom - shift, moved)


def _centre(column: int, width: float, box: Box) -> float:
    return (width - box.width) / 2


def _left(column: int, width: float, box: Box) -> float:
    return 0.0


def _align(column: int, width: float, box: Box) -> float:
    """The first cell of a line ends, the others begin, where they meet."""
    return width - box.width if column == 0 else 0.0


@arranges(Array)
def arrange_array(array: Array, style: int) -> Work:
    """A matrix or vector between its delimiters; its cells are set like a display, so that fractions stay legible."""
    size = SIZES[style]
    cells: list[list[Box]] = []
    for line in array.rows:
        boxes: list[Box] = []
        for cell in line:
            boxes += [(yield cell, style)]
        cells.append(boxes)
    place = _left if array.alignment == "left" else _centre
    columns = max((len(line) for line in cells), default=0)
    table = stack_cells(cells, size, place, [COLUMN_GAP * size] * columns, spread=array.row_rules)
    if array.row_rules or array.column_rules:
        table = _ruled(table, cells, array, size)
    margin = RULED_MARGIN * size if array.row_rules or array.column_rules else 0.0
    return _fenced(array.opening, table, array.closing, size, margin)


def _ruled(table: Box, cells: Cells, array: Array, size: float) -> Box:
    """A table with the rules between its blocks, each in the middle of the room between two rows or columns."""
    thickness = tex.RULE_THICKNESS * size
    children = list(table.children)
    widths = _column_widths(cells)
    for count in array.column_rules:
        if 0 < count < len(widths):
            x = sum(widths[:count]) + (count - 0.5) * COLUMN_GAP * size - thickness / 2
            children.append((x, -table.depth, rule_box(thickness, table.height + table.depth), None))
    placed = iter(table.children)
    rows = [[(y, box) for _, y, box, _ in islice(placed, len(line))] for line in cells]
    for count in array.row_rules:
        if 0 < count < len(rows) and rows[count - 1] and rows[count]:
            above = min(y - box.depth for y, box in rows[count - 1])
            below = max(y + box.height for y, box in rows[count])
            line = rule_box(table.width + 2 * RULED_MARGIN * size, thickness)
            children.append((-RULED_MARGIN * size, (above + below - thickness) / 2, line, None))
    return Box(table.width, table.height, table.depth, children)


def _fenced(opening: str, body: Box, closing: str, size: float, margin: float) -> Box:
    """A table between delimiters as high as all of its rows."""
    axis = tex.AXIS * size
    needed = grown_height(2 * max(body.height - axis, body.depth + axis), size)
    left = delimiter(opening, needed, size, opening=True)
    right = delimiter(closing, needed, size, opening=False)
    margin = margin if opening else 0.0
    x = left.width + margin
    children: list[Child] = [(0.0, 0.0, left, None), (x, 0.0, body, None), (x + body.width + margin, 0.0, right, None)]
    box = overlay(children, x + body.width + margin + right.width, may_shrink=True)
    box.left, box.right = (OPEN if opening else ORD), (CLOSE if closing else ORD)
    return box


@arranges(CasesArray)
def arrange_cases(cases: CasesArray, style: int) -> Work:
    """Values and their conditions behind one brace."""
    size = SIZES[style]
    cells: list[list[Box]] = []
    for value, condition in zip(cases.values, cases.conditions, strict=False):
        left = yield value, style
        right = yield condition, style
        cells.append([left, right])
    table = stack_cells(cells, size, _left, [COLUMN_GAP * size], strut=1.2)
    box = _fenced("{", table, "", size, 0.0)
    box.left = INNER  # as TeX sees a delimiter with its content: a sum's limits keep away from the brace
    return box


@arranges(Lines)
def arrange_lines(lines: Lines, style: int) -> Work:
    """Lines under each other whose cells meet at the same place; a relation at a cell's beginning keeps its room."""
    size = SIZES[style]
    cells: list[list[Box]] = []
    for line in lines.lines:
        boxes: list[Box] = []
        for number, cell in enumerate(line):
            boxes.append(row((yield from gather(cell, style)), style, continues=number > 0))
        cells.append(boxes)
    columns = max((len(line) for line in cells), default=0)
    return _stacked_lines(cells, _line_gaps(columns, size), size)


def lines_within(lines: Lines, style: int, width: float) -> Box:
    """Aligned lines, broken so that all of it fits the width, where that is possible.

    What stands beside the lines goes under them where it has not enough room; then the widest columns are broken.
    """
    return _stacked_lines(*_cells_within(lines, style, width), SIZES[style])


def lines_led(lines: Lines, style: int, width: float | None, below: float) -> Box:
    """The first line in full size, those below it so much smaller, all with their relations below each other."""
    first, *others = lines.lines
    room = inf if width is None else width
    under, gaps = _cells_within(Lines(tuple(others)), style, room / below)
    rest = scaled(_stacked_lines(under, gaps, SIZES[style]), below, tex.AXIS * SIZES[style])
    meet = _column_widths(under, spanning=True)[0] * below
    over, gaps = _cells_within(Lines((first,)), style, room - meet)
    head, left = _stacked_lines(over, gaps, SIZES[style]), _column_widths(over, spanning=True)[0]
    y = -(head.depth + LINE_GAP * SIZES[style] + rest.height)
    x, rest_x = max(0.0, meet - left), max(0.0, left - meet)
    return overlay([(x, 0.0, head, None), (rest_x, y, rest, None)], max(x + head.width, rest_x + rest.width))


def _cells_within(lines: Lines, style: int, width: float) -> tuple[list[list[Box]], list[float]]:
    """The cells of lines, broken for a width, and the room behind each column."""
    size = SIZES[style]
    items = [[arrange_items(cell, style, open_fences=LEVELS) for cell in line] for line in lines.lines]
    items = _beside_or_below(items, style, width)
    cells = [[row(cell, style, continues=k > 0) for k, cell in enumerate(line)] for line in items]
    widths = _column_widths(cells, spanning=True)
    gaps = _line_gaps(len(widths), size)

    def narrow(column: int, room: float, only_last: bool) -> None:
        """Break the cells of a column that are wider than the room; all, or those that reach over what follows."""
        for line, boxes in zip(items, cells, strict=True):
            is_last = column == len(line) - 1
            if column < len(line) and boxes[column].width > room and (is_last or not only_last):
                boxes[column] = fit(line[column], style, room, continues=column > 0)

    for column in sorted(range(len(widths)), key=lambda k: -widths[k]):
        others = sum(widths) - widths[column] + sum(gaps)
        if widths[column] + others <= width:
            break
        narrow(column, max(width - others, 0.3 * width), only_last=False)
        widths = _column_widths(cells, spanning=True)
    for column in range(1, len(widths) - 1):
        narrow(column, max(width - sum(widths[:column]) - sum(gaps[:column]), 0.3 * width), only_last=True)
    return cells, gaps


def _beside_or_below(lines: list[list[Sequence[Item]]], style: int, width: float) -> list[list[Sequence[Item]]]:
    """The cells of lines; what stands beside a line goes on a line of its own if its longest equation does not fit."""
    size = SIZES[style]
    sides = [[row(cell, style, continues=k > 0) for k, cell in enumerate(line[:2])] for line in lines if len(line) > 2]
    taken = sum(_column_widths(sides)) + 2 * COLUMN_GAP * size
    least = [longest_equation(cell, style) for line in lines for cell in line[2:]]
    if not least or taken + max(least) <= width:
        return lines
    result: list[list[Sequence[Item]]] = []
    for line in lines:
        result.append(line[:2])
        result += [[[], [COLUMN_GAP * size, *cell]] for cell in line[2:]]
    return result


def _stacked_lines(cells: Cells, gaps: Sequence[float], size: float) -> Box:
    return stack_cells(cells, size, _align, gaps, tex.JOT * size, gap=LINE_GAP, tall_skip=0.0, spanning=True)


def _line_gaps(columns: int, size: float) -> list[float]:
    """The room behind each column: none between the two sides of a relation, then two em before a comment."""
    return [0.0, *([2 * COLUMN_GAP * size] * max(0, columns - 2)), 0.0][: max(columns, 1)]
