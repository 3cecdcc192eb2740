"""The shapes that the chain rule multiplies, for every combination of scalar and vector f, u and x that occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from explainer.expr.node import Node
from explainer.expr.nodes import Derivative, MatrixProduct, Product, Variable
from explainer.expr.shape import SCALAR, Shape, vector_shape
from explainer.figures.boxes import Item, Scale, draw_row, fitting_unit, row_width, sizes_sentence, spoken_shape
from explainer.figures.canvas import FRAME, MUTED, Canvas, Sheet, measured
from explainer.figures.figure import Figure, Options
from explainer.figures.labels import formula
from explainer.notation.tree import Notation, Operator
from explainer.phrases import joined, phrase
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.figures.canvas import Text

_EQUALS: Final = Operator("=", "relation")
_PAD, _GAP = 0.6, 0.5
"""Room inside a frame around what stands in it, and between two frames, which their lines keep apart anyway."""


@dataclass(frozen=True)
class Combination:
    """f of u of x with the shapes of all three: the two derivatives that are multiplied, and what they give."""

    f: Node
    u: Node
    x: Node

    @property
    def factors(self) -> tuple[Node, Node]:
        return _by(self.f, self.u), _by(self.u, self.x)

    @property
    def product(self) -> Node:
        """The product of both, whose shape is computed from theirs. Raises ShapeError when they do not fit."""
        scalars = [factor for factor in self.factors if factor.shape.is_scalar]
        return Product(self.factors) if scalars else MatrixProduct(self.factors)

    @property
    def title(self) -> tuple[str | Notation, ...]:
        words: list[str | Notation] = []
        for node in (self.f, self.u, self.x):
            words += [phrase("vector") if node.shape.sizes else phrase("scalar"), " ", formula(node), ", "]
        return tuple(words[:-1])

    @property
    def row(self) -> tuple[Item | Text, ...]:
        """The boxes from left to right: both factors, and the derivative that they give."""
        first, second = self.factors
        return (
            Item(first.shape, formula(first)),
            Item(second.shape, formula(second)),
            _EQUALS,
            Item(self.product.shape, formula(_by(self.f, self.x)), is_result=True),
        )


def _by(body: Node, wrt: Node) -> Node:
    return Derivative(body, wrt, "partial" if wrt.shape.sizes else "total")


def combinations() -> tuple[Combination, ...]:
    """Each combination in which f has an entry to give for every way through u: a vector f of a scalar u is an
    element-wise one of a vector in disguise, and is left out, as in the paper."""
    shapes: dict[str, tuple[Shape, Shape]] = {
        name: (SCALAR, vector_shape(size)) for name, size in (("f", "m"), ("u", "k"), ("x", "n"))
    }
    return tuple(
        Combination(Variable("f", f), Variable("u", u), Variable("x", x))
        for x in shapes["x"]
        for u in shapes["u"]
        for f in shapes["f"]
        if u.sizes or not f.sizes
    )


def draw(trace: Trace | None, options: Options) -> Figure:
    """All combinations in a table, each as boxes to scale."""
    found = combinations()
    parts = [
        phrase(
            "{0} times {1} is {2}",
            spoken_shape(one.factors[0].shape),
            spoken_shape(one.factors[1].shape),
            spoken_shape(one.product.shape),
        )
        for one in found
    ]
    return Figure(
        "chain-shapes",
        "The shapes in the chain rule",
        phrase(
            "The derivative of f with respect to u, times that of u with respect to x, is that of f with "
            "respect to x: {0}.",
            joined("; ", parts),
        ),
        lambda width: _arranged(found, width),
        44.0,
        {"shapes": tuple((*(factor.shape for factor in one.factors), one.product.shape) for one in found)},
    )


def _arranged(found: tuple[Combination, ...], width: float) -> Sheet:
    rows = [one.row for one in found]
    scale = Scale(part.shape for row in rows for part in row if isinstance(part, Item))
    room = width - 1
    half = (room - _GAP) / 2
    inner = 2 * _PAD
    columns = 2 if all(row_width(row, scale, 0.4) + inner <= half for row in rows) else 1
    across = half if columns == 2 else room
    unit = fitting_unit(rows, scale, across - inner)
    across = max(across, *(row_width(row, scale, unit) + inner for row in rows))
    across = max(across, *(measured(one.title)[0] + inner for one in found)) if columns == 2 else across
    canvas = Canvas()
    # Scalar x on the left and vector x on the right, as long as there are two columns.
    per_column = -(-len(found) // columns)
    y = 0.0
    for line in range(per_column):
        lowest = y
        cells: list[tuple[float, float]] = []
        for column in range(columns):
            place = column * per_column + line
            if place >= len(found):
                continue
            left = column * (across + _GAP)
            under = canvas.paragraph(found[place].title, left + _PAD, y - _PAD, across - inner, paint=MUTED)
            start = left + (across - row_width(rows[place], scale, unit)) / 2
            low, _ = draw_row(canvas, rows[place], start, under - 0.35, scale, unit)
            lowest = min(lowest, low - _PAD)
            cells.append((left, low))
        for left, _ in cells:
            canvas.rectangle(Rect(left, lowest, across, y - lowest), line=FRAME, width=0.05)
        y = lowest - _GAP
    canvas.paragraph(sizes_sentence(scale), 0.0, y, columns * across, paint=MUTED)
    return canvas.sheet()
