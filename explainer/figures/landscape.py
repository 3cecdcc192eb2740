"""A function of two numbers as a landscape: lines of equal height in a frame, labelled where there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy

from explainer.figures.axes import TICK, Axes, draw_axes, level_numbers, side_width, upright_numbers
from explainer.figures.canvas import FRAME, INK, PLATE, Canvas, Point, measured
from explainer.figures.labels import number_label
from explainer.figures.level_lines import Grid, good_levels, level_lines
from explainer.notation.tree import Notation
from explainer.typeset import Rect

CELLS: Final = 56
"""Along each side: 57 × 57 values are worked out at once, and lines of equal height look smooth at the usual width."""
_MOST_LABELS: Final = 6  # more numbers on level lines hide the lines


@dataclass(frozen=True)
class Landscape:
    """Heights over a range of two numbers, the levels of its lines, and the names of the two numbers."""

    x: Grid
    y: Grid
    heights: Grid
    levels: tuple[float, ...]
    names: tuple[Notation, Notation]

    @property
    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ends of both axes."""
        return (float(self.x[0]), float(self.x[-1])), (float(self.y[0]), float(self.y[-1]))


def surveyed(
    heights: Callable[[Any, Any], Any], ranges: tuple[tuple[float, float], tuple[float, float]],
    names: tuple[Notation, Notation],
) -> Landscape:  # fmt: skip
    """The landscape of a function of two arrays of numbers."""
    x, y = (numpy.linspace(*ends, CELLS + 1) for ends in ranges)
    across, up = numpy.meshgrid(x, y)
    values = numpy.asarray(heights(across.ravel(), up.ravel()), dtype=float).reshape(across.shape)
    return Landscape(x, y, values, tuple(good_levels(values)), names)


def draw_landscape(
    canvas: Canvas, land: Landscape, left: float, top: float, width: float, height: float | None,
    keep_clear: Sequence[Point],
) -> Axes:  # fmt: skip
    """The frame with its lines; labels of heights stand away from the places in `keep_clear`, given as numbers.

    Without a height both axes have one scale, so that a gradient stands upright on the lines.
    """
    ranges = land.ranges
    side = side_width(upright_numbers(ranges[1], height or width))
    if height is None:
        height = (width - side - 0.4) * (ranges[1][1] - ranges[1][0]) / (ranges[0][1] - ranges[0][0])
    up = upright_numbers(ranges[1], height)
    head = canvas.text(land.names[1], left + side, top, size=0.85, across=0.5, up=1)
    frame = Rect(left + side, head.y - 0.35 - height, width - side - 0.4, height)
    axes = Axes(frame, *ranges)
    draw_axes(canvas, axes, across=level_numbers(ranges[0], frame.width), up=up, name=land.names[0])
    taken = [_around(axes.place(point), 0.55) for point in keep_clear if axes.holds(point)]
    labels = 0
    for level in land.levels:
        lines = [[axes.place(point) for point in line] for line in level_lines(land.x, land.y, land.heights, level)]
        for line in lines:
            canvas.line(line, FRAME, 0.07)
        place = _free_place(lines, number_label(level, 3), frame, taken) if labels < _MOST_LABELS else None
        if place is not None:
            box = canvas.text(number_label(level, 3), *place, size=TICK, across=0.5, up=0.5, paint=INK, plate=PLATE)
            taken.append(box)
            labels += 1
    return axes


def _around(place: Point, reach: float) -> Rect:
    return Rect(place[0] - reach, place[1] - reach, 2 * reach, 2 * reach)


def _free_place(lines: Sequence[Sequence[Point]], label: Notation, frame: Rect, taken: Sequence[Rect]) -> Point | None:
    """The place on a line at which a label is farthest from everything else; None where it would touch something."""
    places = [place for line in lines for place in line[:: max(1, len(line) // 40)]]
    if not places:
        return None
    width, height = measured(label, TICK)
    half_width, half_height = width / 2 + 0.3, height / 2 + 0.25
    x, y = numpy.array(places).T
    free = (frame.x + half_width <= x) & (x <= frame.right - half_width)
    free &= (frame.y + half_height <= y) & (y <= frame.top - half_height)
    if taken:
        others = numpy.array([(other.x, other.y, other.right, other.top) for other in taken])
        left, bottom, right, top = (side[:, None] for side in others.T)
        touches = (
            (x - half_width < right) & (left < x + half_width) & (y - half_height < top) & (bottom < y + half_height)
        )
        free &= ~touches.any(axis=0)
        distance = ((x - (left + right) / 2) ** 2 + (y - (bottom + top) / 2) ** 2).min(axis=0)
    else:
        distance = numpy.ones(len(places))
    if not free.any():
        return None
    return places[int(numpy.argmax(numpy.where(free, distance, -1.0)))]
