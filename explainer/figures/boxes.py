"""Shapes as boxes to scale: one square for each entry, and rows of boxes that are multiplied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from explainer.expr.shape import Shape, Size, size_number
from explainer.figures.canvas import FAINT, FIRST, FRAME, INK, MUTED, PALE, Canvas, Paint, Text, measured
from explainer.figures.labels import shape_label, size_label
from explainer.notation.tree import Fence, Notation, Numeral, Operator, Row
from explainer.phrases import joined, phrase, sentence
from explainer.typeset import Rect

UNIT_EM: Final = 0.62
"""The side of the square that stands for one entry, where there is room for it."""
SMALLEST_UNIT_EM: Final = 0.16
"""The side of one entry at least: a smaller box is no longer seen to have a shape."""
MOST_ENTRIES: Final = 12
"""Larger sizes are drawn as this many, and the picture says so."""
MOST_OF_PRODUCT: Final = 48
"""A product of sizes is drawn as no more, whatever its factors are drawn as."""
_USUAL: Final[dict[str, int]] = {"n": 5, "m": 4, "k": 3, "N": 6, "p": 2}
_SPARE: Final = (7, 2, 8, 9, 10, 11, 12)
"""Sizes for letters that nobody gave one: different ones, so that shapes of different letters look different, and 7
and 2 first, which are told apart at a glance."""
_LABEL, _SHAPE = 0.85, 0.72
"""The size of the names and of the shapes at the boxes, against the letters around the figure."""
_GAP = 0.4
"""Between boxes, and between a box and what is written at it, in em."""


class Scale:
    """How many squares a size is drawn with: numbers as they are, every open size with a number of its own."""

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self.drawn: dict[str, int] = {}
        self.is_cut = False
        for shape in shapes:
            for size in shape.sizes:
                self[size]

    def __getitem__(self, size: Size) -> int:
        if isinstance(size, int):
            self.is_cut |= size > MOST_ENTRIES
            return min(size, MOST_ENTRIES)
        if "*" in size:  # a product of sizes is drawn as one, so that a Kronecker product has the size of its blocks
            return min(size_number(size, self.__getitem__), MOST_OF_PRODUCT)
        if size not in self.drawn:
            taken = set(self.drawn.values())
            usual = _USUAL.get(size, 0)
            spare = next((number for number in _SPARE if number not in taken), MOST_ENTRIES)
            self.drawn[size] = usual if usual and usual not in taken else spare
        return self.drawn[size]

    def squares(self, shape: Shape) -> tuple[int, int]:
        """The rows and columns that a shape is drawn with."""
        return self[shape.rows], self[shape.columns]


@dataclass(frozen=True)
class Item:
    """One box in a row: its shape and what is written above it; `is_result` sets it off as what comes out."""

    shape: Shape
    label: Notation | None
    is_result: bool = False
    blocks: tuple[Shape, Shape] | None = None
    """Of a Kronecker product the shapes of its factors: a block like the second for each entry of the first. So is
    drawn what has more than two directions."""

    def squares(self, scale: Scale) -> tuple[int, int]:
        """The rows and columns that are drawn."""
        if self.blocks is None:
            return scale.squares(self.shape)
        outer, inner = map(scale.squares, self.blocks)
        return outer[0] * inner[0], outer[1] * inner[1]

    def size(self, scale: Scale, unit: float) -> tuple[float, float]:
        """The width and the height of the box alone."""
        rows, columns = self.squares(scale)
        return columns * unit, rows * unit

    def across(self, scale: Scale, unit: float) -> float:
        """The width of the box with its labels."""
        widths = [self.size(scale, unit)[0], measured(shape_text(self.shape), _SHAPE)[0]]
        return max([*widths, measured(self.label, _LABEL)[0]] if self.label else widths)


def shape_text(shape: Shape) -> Notation:
    """A shape in brackets, as factors of a product are written: (1×n)."""
    return Fence("(", shape_label(shape), ")")


def draw_box(canvas: Canvas, item: Item, rect: Rect, scale: Scale) -> None:
    """A box of rows and columns, with a line between each two of them, a stronger one between blocks."""
    rows, columns = item.squares(scale)
    outer = scale.squares(item.blocks[0]) if item.blocks else (1, 1)
    canvas.rectangle(rect, fill=PALE)
    unit_x, unit_y = rect.width / columns, rect.height / rows
    for k in range(1, columns):
        canvas.line(((rect.x + k * unit_x, rect.y), (rect.x + k * unit_x, rect.top)), FAINT, 0.045)
    for k in range(1, rows):
        canvas.line(((rect.x, rect.y + k * unit_y), (rect.right, rect.y + k * unit_y)), FAINT, 0.045)
    for k in range(1, outer[1]):
        x = rect.x + k * rect.width / outer[1]
        canvas.line(((x, rect.y), (x, rect.top)), FRAME, 0.07)
    for k in range(1, outer[0]):
        y = rect.y + k * rect.height / outer[0]
        canvas.line(((rect.x, y), (rect.right, y)), FRAME, 0.07)
    strong = item.is_result
    canvas.rectangle(rect, line=FIRST if strong else FRAME, width=0.13 if strong else 0.07)


def fitting_unit(rows: Sequence[Sequence[Item | Text]], scale: Scale, width: float) -> float:
    """The largest side of a square with which every row fits into the width, between the usual and the smallest."""
    unit = UNIT_EM
    while unit > SMALLEST_UNIT_EM and any(row_width(row, scale, unit) > width for row in rows):
        unit *= 0.9
    return max(unit, SMALLEST_UNIT_EM)


def row_width(row: Sequence[Item | Text], scale: Scale, unit: float) -> float:
    """How wide a row of boxes, and signs between them, is."""
    widths = [part.across(scale, unit) if isinstance(part, Item) else measured(part, 1.0)[0] for part in row]
    return sum(widths) + _GAP * (len(row) - 1)


def draw_row(
    canvas: Canvas, row: Sequence[Item | Text], left: float, top: float, scale: Scale, unit: float
) -> tuple[float, dict[int, Rect]]:
    """Boxes and signs side by side, centred on one line, with what they are above and their shapes below.

    Gives the lower edge, and the rectangle of every box by its place in the row.
    """
    items = [part for part in row if isinstance(part, Item)]
    above = max((measured(item.label, _LABEL)[1] for item in items if item.label), default=0.0)
    high = max(item.size(scale, unit)[1] for item in items)
    below = max(measured(shape_text(item.shape), _SHAPE)[1] for item in items)
    middle = top - above - _GAP - high / 2
    x, rects = left, dict[int, Rect]()
    for place, part in enumerate(row):
        if not isinstance(part, Item):
            box = canvas.text(part, x, middle, size=1.0, up=0.5)
            x += box.width + _GAP
            continue
        across, (width, height) = part.across(scale, unit), part.size(scale, unit)
        centre = x + across / 2
        rect = rects[place] = Rect(centre - width / 2, middle - height / 2, width, height)
        draw_box(canvas, part, rect, scale)
        if part.label is not None:
            canvas.text(part.label, centre, top - above, size=_LABEL, across=0.5, up=0, paint=INK)
        paint: Paint = FIRST if part.is_result else MUTED
        canvas.text(
            shape_text(part.shape), centre, middle - high / 2 - _GAP, size=_SHAPE, across=0.5, up=1, paint=paint
        )
        x += across + _GAP
    return middle - high / 2 - _GAP - below, rects


def spoken_shape(shape: Shape) -> str:
    """A shape in words."""
    if len(shape.sizes) > 2:
        return joined(" by ", shape.sizes)
    return phrase("{0} by {1}", shape.rows, shape.columns)


def sizes_sentence(scale: Scale) -> tuple[str | Notation, ...]:
    """What the picture takes open sizes to be, and that it stops counting at some point; empty where all is plain."""
    drawn = [
        Row((size_label(name), Operator("=", "relation"), Numeral(str(number)))) for name, number in scale.drawn.items()
    ]
    words = sentence("Drawn with {sizes}. ", {"sizes": listed(drawn)}) if drawn else ()
    return (*words, phrase("Sizes over {0} are drawn as {0}.", MOST_ENTRIES)) if scale.is_cut else words


def listed(parts: Sequence[Notation]) -> tuple[str | Notation, ...]:
    """Formulas with commas between them."""
    return tuple(piece for part in parts for piece in (", ", part))[1:]
