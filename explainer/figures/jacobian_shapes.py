"""The four possible shapes of a Jacobian: a scalar or vector function by a scalar or vector argument, as boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, Transpose, Variable
from explainer.expr.shape import SCALAR, Shape, vector_shape
from explainer.figures import options as read
from explainer.figures.boxes import Item, Scale, draw_box, shape_text, sizes_sentence, spoken_shape
from explainer.figures.canvas import FRAME, MUTED, Canvas, Sheet, measured
from explainer.figures.figure import Figure, Options
from explainer.figures.labels import formula
from explainer.notation.tree import Notation
from explainer.phrases import joined, phrase
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.engine import Trace

_KINDS: Final = ("scalar", "vector")
_LABEL, _SHAPE, _PAD = 0.85, 0.72, 0.7
"""The letters of a derivative and, smaller, of its shape, against those of the heads; the room around a box."""


def draw(trace: Trace | None, options: Options) -> Figure:
    """Two rows for scalar and vector functions, two columns for scalar and vector arguments."""
    layout = read.choice_option(options, "layout", ("numerator", "denominator")) or "numerator"
    functions, arguments = (SCALAR, vector_shape("m")), (SCALAR, vector_shape("n"))
    table = [[_derivative(f, x, layout) for x in arguments] for f in functions]
    parts = [
        phrase("of a {0} by a {1}: {2}", phrase(_KINDS[i]), phrase(_KINDS[j]), spoken_shape(table[i][j].shape))
        for i in (0, 1)
        for j in (0, 1)
    ]
    return Figure(
        "jacobian-shapes",
        phrase("The four shapes of a Jacobian in {0} layout", phrase(layout)),
        phrase("The derivative {0}. Every square is one entry.", joined("; ", parts)),
        lambda width: _arranged(table, (functions, arguments), width),
        24.0,
        {"shapes": tuple(tuple(node.shape for node in row) for row in table)},
    )


def _derivative(function: Shape, argument: Shape, layout: str) -> Node:
    kind = "total" if argument.is_scalar else "partial"
    node: Node = Derivative(Variable("f", function), Variable("x", argument), kind)
    return Transpose(node) if layout == "denominator" and not node.shape.is_scalar else node


def _arranged(table: list[list[Node]], sides: tuple[tuple[Shape, ...], ...], width: float) -> Sheet:
    scale = Scale(node.shape for row in table for node in row)
    functions, arguments = sides
    heads: list[list[str | Notation]] = [
        [phrase("{0} ", phrase(_KINDS[k])), formula(Variable(name, shape))]
        for name, shapes in (("f", functions), ("x", arguments))
        for k, shape in enumerate(shapes)
    ]
    rows, columns = heads[:2], heads[2:]
    margin = max(measured(head)[0] for head in rows) + 0.5
    counts = [[scale.squares(node.shape) for node in row] for row in table]
    across = [max(row[j][1] for row in counts) for j in (0, 1)]
    high = [max(row[i][0] for row in [list(column) for column in zip(*counts, strict=True)]) for i in (0, 1)]
    labels = [max(measured(formula(row[j]), _LABEL)[0] for row in table) for j in (0, 1)]
    room = width - 1 - margin - 4 * _PAD
    unit = max(0.2, min(0.62, room / sum(across)))
    widths = [max(unit * across[j], labels[j], measured(columns[j])[0] - _PAD) + 2 * _PAD for j in (0, 1)]
    text = max(measured(formula(node), _LABEL)[1] for row in table for node in row)
    heights = [unit * high[i] + text + 2.4 + _PAD for i in (0, 1)]
    canvas = Canvas()
    x, xs = margin, list[float]()
    for j in (0, 1):
        canvas.text(columns[j], x + widths[j] / 2, 0.45, across=0.5, up=0)
        xs.append(x)
        x += widths[j]
    y = 0.0
    for i in (0, 1):
        canvas.text(rows[i], margin - 0.5, y - heights[i] / 2, across=1, up=0.5)
        for j in (0, 1):
            cell = Rect(xs[j], y - heights[i], widths[j], heights[i])
            canvas.rectangle(cell, line=FRAME, width=0.05)
            node = table[i][j]
            centre = cell.x + cell.width / 2
            canvas.text(formula(node), centre, cell.top - 0.5, size=_LABEL, across=0.5, up=1)
            down, right = counts[i][j]
            box = Rect(
                centre - right * unit / 2,
                cell.top - 1.1 - text - (high[i] + down) * unit / 2,
                right * unit,
                down * unit,
            )
            draw_box(canvas, Item(node.shape, None, is_result=True), box, scale)
            canvas.text(shape_text(node.shape), centre, cell.y + 0.4, size=_SHAPE, across=0.5, up=0)
        y -= heights[i]
    canvas.paragraph(sizes_sentence(scale), 0.0, y - 0.5, x, paint=MUTED)
    return canvas.sheet()
