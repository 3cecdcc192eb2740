"""Lines of equal height through a grid of values, and the levels that show a landscape well.

Source: marching squares; a cell with its high corners across is split by the mean of its corners.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log10
from typing import Any, Final, TypeAlias

import numpy
from numpy.typing import NDArray

Grid: TypeAlias = NDArray[Any]
Point: TypeAlias = tuple[float, float]
_Edge: TypeAlias = tuple[int, int, int]
"""A side of a cell: 0 for a level one and 1 for an upright one, then the row and the column of its first corner."""

_SHARES: Final = (0.02, 0.07, 0.15, 0.26, 0.4, 0.56, 0.72, 0.88)
_SIDES: Final = {0: ((0, 0), (0, 1)), 1: ((0, 1), (1, 1)), 2: ((1, 0), (1, 1)), 3: ((0, 0), (1, 0))}
"""The sides of a cell (lower, right, upper, left), each with its two corners as row and column."""


def level_lines(x: Grid, y: Grid, heights: Grid, level: float) -> list[list[Point]]:
    """The lines on which the heights, given for each y in a row and each x in a column, are at a level."""
    segments: dict[_Edge, list[_Edge]] = {}
    places: dict[_Edge, Point] = {}
    for one, other in _segments(heights, level):
        for edge in (one, other):
            if edge not in places:
                places[edge] = _crossing(x, y, heights, level, edge)
        segments.setdefault(one, []).append(other)
        segments.setdefault(other, []).append(one)
    return [[places[edge] for edge in chain] for chain in _chains(segments)]


def _segments(heights: Grid, level: float) -> Iterator[tuple[_Edge, _Edge]]:
    """The pieces of the line inside the cells that it crosses, each as the two sides that it joins."""
    above = heights > level
    finite = numpy.isfinite(heights)
    whole = finite[:-1, :-1] & finite[:-1, 1:] & finite[1:, :-1] & finite[1:, 1:]
    count = above[:-1, :-1].astype(int) + above[:-1, 1:] + above[1:, :-1] + above[1:, 1:]
    for row, column in zip(*numpy.nonzero(whole & (count > 0) & (count < 4)), strict=True):
        i, j = int(row), int(column)
        crossed = [side for side, ((a, b), (c, d)) in _SIDES.items() if above[i + a, j + b] != above[i + c, j + d]]
        edges = [_edge(i, j, side) for side in crossed]
        if len(edges) == 2:
            yield edges[0], edges[1]
            continue
        middle = heights[i : i + 2, j : j + 2].mean() > level
        together = middle == bool(above[i, j])  # whether the lower left corner is joined to the upper right one
        lower, right, upper, left = edges
        yield (lower, right) if together else (lower, left)
        yield (upper, left) if together else (upper, right)


def _edge(i: int, j: int, side: int) -> _Edge:
    (a, b), (c, _) = _SIDES[side]
    return (0 if a == c else 1), i + a, j + b


def _crossing(x: Grid, y: Grid, heights: Grid, level: float, edge: _Edge) -> Point:
    """Where the line crosses a side, between its corners in proportion to their heights."""
    kind, i, j = edge
    k, m = (i, j + 1) if kind == 0 else (i + 1, j)
    low, high = float(heights[i, j]), float(heights[k, m])
    share = (level - low) / (high - low)
    return float(x[j] + share * (x[m] - x[j])), float(y[i] + share * (y[k] - y[i]))


def _chains(neighbours: dict[_Edge, list[_Edge]]) -> list[list[_Edge]]:
    """Pieces joined to lines: first those with ends, then those that close."""
    left = {edge: list(others) for edge, others in neighbours.items()}
    chains = []
    for start in [*(edge for edge, others in neighbours.items() if len(others) == 1), *neighbours]:
        if not left[start]:
            continue
        chain, edge = [start], start
        while left[edge]:
            following = left[edge].pop()
            left[following].remove(edge)
            chain.append(following)
            edge = following
        chains.append(chain)
    return chains


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
