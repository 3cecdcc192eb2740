"""The canvas that figures are drawn on: shapes and typeset labels in em, coloured by role, so that any theme fits.

x runs to the right and y upwards from wherever the figure puts its origin; the page is what has been drawn, and a
margin. Every label is kept with its box, so that a test can see that none covers another.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from math import cos, pi, sin
from typing import Final, NamedTuple, TypeAlias

from explainer.notation import unicode
from explainer.notation.tree import Notation, Row, Words
from explainer.phrases import Phrase, edition, retold
from explainer.threads import STORES, recent
from explainer.typeset import (
    CLOSE,
    CURVE,
    LINE,
    MOVE,
    Drawing,
    Fill,
    Glyph,
    Mark,
    Outline,
    Picture,
    Rect,
    Rule,
    Stroke,
    Theme,
    find_theme,
    mixed,
    typeset,
)
from explainer.typeset.files.drawing import layered

Point: TypeAlias = tuple[float, float]
Text: TypeAlias = "str | Notation | Sequence[str | Notation]"
"""What a label says: words, a formula, or both in turn."""

MARGIN_EM: Final = 0.5
LABEL: Final = 0.8
"""The size of labels beside a picture, in em."""


_least: ContextVar[float] = ContextVar("least", default=0.0)
_LEAST_ON_A_SCREEN: Final = 0.9


@contextmanager
def for_a_screen() -> Iterator[None]:
    """Within it figures are laid out for the last row of seats: no label is much smaller than the letters around."""
    token = _least.set(_LEAST_ON_A_SCREEN)
    try:
        yield
    finally:
        _least.reset(token)


def is_for_a_screen() -> bool:
    """Whether what is laid out now is seen from afar."""
    return _least.get() > 0


class Paint(NamedTuple):
    """A colour of the theme by its role, thinned with the background where `share` is less than 1."""

    role: str
    share: float = 1.0

    def colour(self, theme: Theme) -> str:
        """The colour in a theme, as `#rrggbb`."""
        full = theme.colour(self.role)
        return full if self.share >= 1 else mixed(full, theme.background, self.share)


INK = Paint("ink")
MUTED = Paint("muted")
FRAME = Paint("ink", 0.62)
"""Outlines and axes: at least 3:1 on the background of every theme."""
FAINT = Paint("ink", 0.24)
"""Grid lines, which nobody needs in order to read the picture."""
PALE = Paint("ink", 0.06)
"""The inside of boxes; text on it is as readable as on the background."""
FIRST = Paint("changed-after")
SECOND = Paint("changed-before")
THIRD = Paint("accent")
"""Three colours for what has to be told apart; each always comes with a shape or a label of its own."""
PLATE = Paint("background")


class Label(NamedTuple):
    """A text in the picture: its box and what it says."""

    rect: Rect
    text: str


@dataclass(frozen=True, slots=True)
class Grip:
    """A part of a picture over which something can be moved to the left and right, and the values at its two sides."""

    room: Rect
    values: tuple[float, float]

    def value_at(self, x: float) -> float:
        """The value under a place; at the nearer side where it is outside."""
        share = (x - self.room.x) / self.room.width
        return self.values[0] + min(1.0, max(0.0, share)) * (self.values[1] - self.values[0])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished picture: marks with their paints on a page, and the labels among them; all in em."""

    left: float
    bottom: float
    width: float
    height: float
    marks: tuple[tuple[Paint, Mark], ...]
    labels: tuple[Label, ...]
    focus: Rect | None = None
    """What a reader is to look at, where a picture is so long that it is scrolled."""
    grip: Grip | None = None
    """Where something in the picture can be moved by hand."""

    def drawing(self, theme: Theme | str = "paper") -> Drawing:
        """The picture in the colours of a theme. Raises ExplainerError for an unknown theme."""
        colours = find_theme(theme) if isinstance(theme, str) else theme
        return Drawing(
            width=self.width,
            height=self.height,
            left=-self.left,
            bottom=-self.bottom,
            background=colours.background,
            layers=layered((paint.colour(colours), mark) for paint, mark in self.marks),
        )


@dataclass(slots=True)
class Canvas:
    """Collects marks and labels; `sheet` makes the page of them."""

    marks: list[tuple[Paint, Mark]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    _bounds: Rect | None = None

    # --- shapes ------------------------------------------------------------------------------------------------------

    def rectangle(
        self,
        rect: Rect,
        *,
        fill: Paint | None = None,
        line: Paint | None = None,
        width: float = 0.06,
        round_: float = 0,
    ) -> None:
        """A box, filled, outlined or both; `round_` is the radius of its corners."""
        outline = rounded(rect, round_) if round_ else polygon_outline(corners(rect))
        if fill is not None:
            self._add(fill, Fill(outline))
        if line is not None:
            self._add(line, Stroke(outline, width))

    def polygon(self, points: Sequence[Point], fill: Paint) -> None:
        """A filled shape with these corners."""
        self._add(fill, Fill(polygon_outline(points)))

    def line(self, points: Sequence[Point], paint: Paint, width: float = 0.06, dashes: tuple[float, ...] = ()) -> None:
        """Straight lines from point to point."""
        codes = (MOVE, *[LINE] * (len(points) - 1))
        self._add(paint, Stroke(Outline(tuple(points), codes), width, dashes))

    def curve(self, points: Sequence[Point], paint: Paint, width: float = 0.06, dashes: tuple[float, ...] = ()) -> None:
        """A smooth line: the first point, then a control point and an end point for each bend."""
        codes = (MOVE, *[CURVE] * (len(points) - 1))
        self._add(paint, Stroke(Outline(tuple(points), codes), width, dashes))

    def dot(self, centre: Point, radius: float, *, fill: Paint | None, line: Paint | None = None) -> None:
        """A circle, filled or open."""
        outline = circle(centre, radius)
        if fill is not None:
            self._add(fill, Fill(outline))
        if line is not None:
            self._add(line, Stroke(outline, 0.08))

    def arrow_head(self, tip: Point, direction: Point, paint: Paint, length: float = 0.55) -> None:
        """A filled triangle that points along a direction."""
        size = (direction[0] ** 2 + direction[1] ** 2) ** 0.5 or 1.0
        ux, uy = direction[0] / size, direction[1] / size
        back = (tip[0] - ux * length, tip[1] - uy * length)
        half = 0.45 * length
        self.polygon(
            (tip, (back[0] - uy * half, back[1] + ux * half), (back[0] + uy * half, back[1] - ux * half)), paint
        )

    # --- labels ------------------------------------------------------------------------------------------------------

    def text(
        self,
        text: Text,
        x: float,
        y: float,
        *,
        size: float = LABEL,
        paint: Paint = INK,
        across: float = 0.0,
        up: float | None = None,
        plate: Paint | None = None,
        wrap: float | None = None,
    ) -> Rect:
        """A label; its box is returned.

        `across` says which part of it stands at x: 0 its left end, ½ its middle, 1 its right end. `up` says the same
        for y: 0 its lower edge, ½ its middle, 1 its upper edge; without it y is the baseline. `plate` lies behind it.
        A formula wider than `wrap` is broken into lines.
        """
        size, notation = max(size, _least.get()), notation_of(text)
        picture = typeset_label(notation) if wrap is None else typeset(notation, width_em=wrap / size)
        width, height, depth = (size * length for length in (picture.width, picture.height, picture.depth))
        left = x - across * width
        base = y if up is None else y - up * (height + depth) + depth
        rect = Rect(left, base - depth, width, height + depth)
        if plate is not None:
            self.rectangle(Rect(rect.x - 0.15, rect.y - 0.1, rect.width + 0.3, rect.height + 0.2), fill=plate)
        for piece in picture.pieces:
            if isinstance(piece, Glyph):
                moved: Mark = Glyph(piece.key, left + size * piece.x, base + size * piece.y, size * piece.scale, None)
            else:
                moved = Rule(
                    left + size * piece.x, base + size * piece.y, size * piece.width, size * piece.height, None
                )
            self.marks.append((paint, moved))
        self._grow(rect)
        self.labels.append(Label(rect, unicode(notation)))
        return rect

    def paragraph(
        self, words: Sequence[str | Notation], x: float, top: float, width: float, *, size: float = LABEL,
        paint: Paint = INK,
    ) -> float:  # fmt: skip
        """Running text with formulas, broken into lines of a width, its first line below `top`; the lower edge."""
        y, size = top, max(size, _least.get())
        for line in broken(retold(words), width / size):
            pictures = [typeset_label(notation_of(part)) for part in line]
            height, depth = max(p.height for p in pictures), max(p.depth for p in pictures)
            base = y - size * max(height, 0.7)
            self.text(Row(tuple(notation_of(part) for part in line)), x, base, size=size, paint=paint)
            y = base - size * max(depth, 0.22) - 0.32 * size
        return y + 0.32 * size

    # --- the page ----------------------------------------------------------------------------------------------------

    def sheet(self, width: float | None = None) -> Sheet:
        """The page: all that was drawn and a margin around it, at least `width` wide."""
        box = self._bounds or Rect(0.0, 0.0, 1.0, 1.0)
        across = max(box.width + 2 * MARGIN_EM, width or 0.0)
        left = box.x - (across - box.width) / 2
        return Sheet(left, box.y - MARGIN_EM, across, box.height + 2 * MARGIN_EM, tuple(self.marks), tuple(self.labels))

    @property
    def bounds(self) -> Rect:
        """The rectangle around everything drawn so far."""
        return self._bounds or Rect(0.0, 0.0, 0.0, 0.0)

    def _add(self, paint: Paint, mark: Fill | Stroke) -> None:
        self.marks.append((paint, mark))
        left, low, right, high = mark.outline.bounds
        half = mark.width / 2 if isinstance(mark, Stroke) else 0.0
        self._grow(Rect(left - half, low - half, right - left + 2 * half, high - low + 2 * half))

    def _grow(self, rect: Rect) -> None:
        self._bounds = rect if self._bounds is None else self._bounds.united(rect)


# --- outlines --------------------------------------------------------------------------------------------------------


def corners(rect: Rect) -> tuple[Point, ...]:
    """The corners of a rectangle, against the clock from the lower left one."""
    return ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.top), (rect.x, rect.top))


def polygon_outline(points: Sequence[Point]) -> Outline:
    """A closed shape with straight sides."""
    return Outline((*points, points[0]), (MOVE, *[LINE] * (len(points) - 1), CLOSE))


def rounded(rect: Rect, radius: float) -> Outline:
    """A rectangle with round corners."""
    r = min(radius, rect.width / 2, rect.height / 2)
    points: list[Point] = [(rect.x + r, rect.y)]
    codes = [MOVE]
    for (x, y), (before_x, before_y), (after_x, after_y) in (
        ((rect.right, rect.y), (-r, 0), (0, r)),
        ((rect.right, rect.top), (0, -r), (-r, 0)),
        ((rect.x, rect.top), (r, 0), (0, -r)),
        ((rect.x, rect.y), (0, r), (r, 0)),
    ):
        points += [(x + before_x, y + before_y), (x, y), (x + after_x, y + after_y)]
        codes += [LINE, CURVE, CURVE]
    return Outline((*points, points[0]), (*codes, CLOSE))


def circle(centre: Point, radius: float) -> Outline:
    """A circle as eight quadratic bends, which nobody can tell from a circle."""
    points, codes = [(centre[0] + radius, centre[1])], [MOVE]
    outer = radius / cos(pi / 8)
    for k in range(8):
        middle, end = (k + 0.5) * pi / 4, (k + 1) * pi / 4
        points.append((centre[0] + outer * cos(middle), centre[1] + outer * sin(middle)))
        points.append((centre[0] + radius * cos(end), centre[1] + radius * sin(end)))
        codes += [CURVE, CURVE]
    return Outline((*points, points[0]), (*codes, CLOSE))


# --- text ------------------------------------------------------------------------------------------------------------


def notation_of(text: Text) -> Notation:
    """A label as one notation, its words in the language that is spoken."""
    if isinstance(text, str):
        return Words(text.said() if isinstance(text, Phrase) else text)
    return text if isinstance(text, Notation) else Row(tuple(notation_of(part) for part in retold(text)))


def typeset_label(notation: Notation) -> Picture:
    """A label as it is typeset, in one line; kept for the next time."""
    if type(notation) is Words:
        return _typeset_words(notation.text, edition())
    key = (id(notation), edition())
    known = _typeset.get(key)
    if known is None:
        known = _typeset[key] = (notation, typeset(notation))
        if len(_typeset) > _KEPT:
            _typeset.popitem(last=False)
    return known[1]


@recent(512)
def _typeset_words(text: str, _edition: int) -> Picture:
    return typeset(Words(text), style="text")


_KEPT: Final = 1024
_typeset: OrderedDict[tuple[int, int], tuple[Notation, Picture]] = OrderedDict()
"""Labels by the identity of their notation, which is kept with them: comparing deep trees would take longer."""
STORES.append(_typeset.clear)


def measured(text: Text, size: float = LABEL) -> tuple[float, float]:
    """The width and the height of a label."""
    size, picture = max(size, _least.get()), typeset_label(notation_of(text))
    return size * picture.width, size * (picture.height + picture.depth)


def broken(words: Iterable[str | Notation], width: float) -> list[list[str | Notation]]:
    """Words and formulas as lines that are no wider than `width` em of their own size, where that is possible.

    A line may end behind a blank and between two formulas.
    """
    pieces: list[str | Notation] = []
    for part in words:
        if isinstance(part, str):
            cut = part.split(" ")
            pieces += [
                word + (" " if k < len(cut) - 1 else "") for k, word in enumerate(cut) if word or k < len(cut) - 1
            ]
        else:
            pieces.append(part)
    lines: list[list[str | Notation]] = [[]]
    used = 0.0
    glued = False
    for piece in pieces:
        across = typeset_label(notation_of(piece)).width
        follows = bool(lines[-1]) and isinstance(piece, Notation) and isinstance(lines[-1][-1], Notation)
        if lines[-1] and (follows or not glued) and used + across > width:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += across
        glued = not (isinstance(piece, str) and piece.endswith(" "))
    return [line for line in lines if line]
