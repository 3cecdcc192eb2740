"""Tables on paper: columns as wide as they need and the page allows, rows as lines, the head again on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from explainer.handouts.model import Table, Words
from explainer.handouts.paper.lines import Bar, Element, Letters, Line, Placed, Style
from explainer.handouts.paper.setting import Setter

_GAP: Final = 14.0
_PAD: Final = 4.0
_NARROWEST: Final = 30.0
"""Between two columns; between a row and the rule under it; no column of words is narrower, in which hardly one would
fit, all in points."""


def table_lines(setter: Setter, table: Table, styles: tuple[Style, Style], room: float, colour: str) -> list[Line]:
    """The rows of a table; `styles` are those of its cells and of its head, `colour` that of its rules."""
    cell_style, head_style = styles
    head = table.head
    natural = [
        max(
            setter.width(head[column], head_style),
            *(setter.width(row[column], cell_style) for row in table.rows if column < len(row)),
            0.0,
        )
        for column in range(len(head))
    ]
    widths = column_widths(natural, room - _GAP * (len(head) - 1))
    whole = Element("Table")

    def line(cells: Sequence[Words], style: Style, tag: str, thickness: float) -> Line:
        return _row(setter, cells, style, widths, Element("TR", parent=whole), tag, Bar(0.0, thickness, colour))

    top = line(head, head_style, "TH", 0.8) if any(table.head) else None
    rows = [line(row, cell_style, "TD", 0.3) for row in table.rows]
    lines = [] if top is None else [replace(top, before=8.0, keep=True)]
    last = len(rows) - 1
    for place, row in enumerate(rows):
        # The first two rows stay with the head, and the last two stay together.
        keep = place < last and (place == 0 or place == last - 1)
        lines.append(replace(row, before=8.0 if not lines else 0.0, keep=keep, repeated=top if place else None))
    if lines:
        lines[-1] = replace(lines[-1], depth=lines[-1].depth + 6, keep=False)
    return lines


def column_widths(natural: Sequence[float], room: float) -> list[float]:
    """As wide as they need where that fits; else the narrow ones as they are, and the others share what is left."""
    widths = list(natural)
    if sum(widths) <= room:
        return widths
    waiting = sorted(range(len(natural)), key=lambda column: natural[column])
    left = room
    while waiting:
        share = max(_NARROWEST, left / len(waiting))
        column = waiting.pop(0)
        widths[column] = min(natural[column], share)
        left -= widths[column]
    return widths


def _row(
    setter: Setter,
    cells: Sequence[Words],
    style: Style,
    widths: Sequence[float],
    row: Element,
    tag: str,
    bar: Bar,
) -> Line:
    """The cells beside each other, their first lines on one baseline, a rule under them."""
    columns = [
        setter.paragraph(cell, style, width + 0.01, tag=tag, parent=row)
        for cell, width in zip(cells, widths, strict=False)
    ]
    height = max((lines[0].height for lines in columns if lines), default=style.size)
    items: list[Placed] = []
    depth = style.size * 0.25
    x = 0.0
    for lines, width in zip(columns, widths, strict=False):
        y = 0.0
        for place, line in enumerate(lines):
            if place:
                y -= lines[place - 1].depth + line.height
            for left, rise, item in line.items:
                # Words take the element of their line; here the line is the row, and they are in a cell of it.
                inside = item._replace(element=line.element) if isinstance(item, Letters) else item
                items.append(Placed(x + left, y + rise, inside))
            depth = max(depth, line.depth - y)
        x += width + _GAP
    depth += _PAD
    whole = sum(widths) + _GAP * (len(widths) - 1)
    items.append(Placed(0.0, -depth, bar._replace(width=whole)))
    return Line(tuple(items), height + _PAD - 1, depth, row)
