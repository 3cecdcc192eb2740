"""Lines of equal height through a grid of values, drawn by contourpy, and the levels that show a landscape well."""

from __future__ import annotations

from math import floor, log10
from typing import Any, Final, TypeAlias

import numpy
from contourpy import LineType, contour_generator
from numpy.typing import NDArray

Grid: TypeAlias = NDArray[Any]
Point: TypeAlias = tuple[float, float]

_SHARES: Final = (0.02, 0.07, 0.15, 0.26, 0.4, 0.56, 0.72, 0.88)
"""At which shares of all heights the lines lie: closer together at the bottom, where a descent ends and what is
looked for is."""


def level_lines(x: Grid, y: Grid, heights: Grid, level: float) -> list[list[Point]]:
    """The lines on which the heights, given for each y in a row and each x in a column, are at a level."""
    known = numpy.ma.masked_invalid(heights)  # a cell with a corner without a value has no line
    lines = contour_generator(x, y, known, name="serial", corner_mask=False, line_type=LineType.Separate)
    return [[(float(a), float(b)) for a, b in numpy.asarray(line)] for line in lines.lines(level)]


def good_levels(heights: Grid) -> list[float]:
    """Levels with about as much room between their lines everywhere, as round numbers; lowest first."""
    values = heights[numpy.isfinite(heights)]
    if not values.size or values.max() - values.min() < 1e-12 * (1 + abs(float(values.max()))):
        return []
    raw = numpy.quantile(values, _SHARES)
    smallest = float(numpy.diff(raw)[numpy.diff(raw) > 0].min(initial=numpy.inf))
    digits = 0 if not numpy.isfinite(smallest) else -floor(log10(smallest))
    found = dict.fromkeys(round(float(level), digits) for level in raw)
    inside = [level for level in found if values.min() < level < values.max()]
    return inside or [float((values.min() + values.max()) / 2)]
