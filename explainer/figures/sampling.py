"""Follows a function of one variable: smooth pieces between its breaks, and the heights that are worth showing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

import numpy

from explainer.figures.breaks import Break, Function, Numbers, find_breaks

Point: TypeAlias = tuple[float, float]

SAMPLES: Final = 480
"""Points of a curve before it is looked at more closely where it bends; breaks are found between two of them."""
_MOST_POINTS: Final = 4000
"""A curve is not divided further beyond these: what swings so fast fills an area in any picture."""
_BEND: Final = 0.0015
"""Where a curve is farther from its chord than this share of its height, there is a point more."""


@dataclass(frozen=True)
class Trail:
    """A curve as pieces without gaps, from left to right, and the breaks between them."""

    pieces: tuple[tuple[Point, ...], ...]
    breaks: tuple[Break, ...]


def follow(function: Function, left: float, right: float, suspects: Iterable[float] = ()) -> Trail:
    """The curve of a function between two ends; at the suspects it is looked at closely, whether it runs off there."""
    with numpy.errstate(all="ignore"):
        breaks = find_breaks(function, numpy.linspace(left, right, SAMPLES + 1), suspects)
        starts = [(left, None), *((place.x, place.after) for place in breaks)]
        ends = [*((place.x, place.before) for place in breaks), (right, None)]
        stretches = [(*start, *end) for start, end in zip(starts, ends, strict=True) if end[0] > start[0]]
        pieces = _followed(function, [_Stretch(a, b, first, last) for a, first, b, last in stretches])
    return Trail(tuple(pieces), tuple(breaks))


class _Stretch(NamedTuple):
    """A part of the axis between two breaks, with the limits at its ends, None where the curve goes on beyond."""

    left: float
    right: float
    first: float | None
    last: float | None

    def places(self, count: int) -> Numbers:
        """Where to look at the function: evenly, and closer and closer to a break.

        Close to a finite limit nothing happens any more but rounding.
        """
        x = numpy.linspace(self.left, self.right, count + 1)
        near = (self.right - self.left) / (2 * count) * 0.5 ** numpy.arange(34)
        found: list[Numbers] = [x[1:-1]]
        for end, limit, sign in ((self.left, self.first, 1), (self.right, self.last, -1)):
            if limit is None:
                found.append(numpy.array([end]))
            else:
                found.append(end + sign * (near[:12] if numpy.isfinite(limit) else near))
        return numpy.unique(numpy.concatenate(found))


def _followed(function: Function, stretches: list[_Stretch]) -> list[tuple[Point, ...]]:
    """The points of the curve on all stretches, more of them where it bends; all stretches are looked at together."""
    if not stretches:
        return []
    count = max(8, SAMPLES // (1 + len(stretches)))
    places = [stretch.places(count) for stretch in stretches]
    owner = numpy.repeat(numpy.arange(len(places)), [each.size for each in places])
    x = numpy.concatenate(places)
    y = function(x)
    for _ in range(3):
        more, whose = _bends(function, x, y, owner)
        if not more.size:
            break
        x, owner = numpy.concatenate([x, more]), numpy.concatenate([owner, whose])
        y = numpy.concatenate([y, function(more)])
        order = numpy.lexsort((x, owner))
        x, y, owner = x[order], y[order], owner[order]
    pieces = []
    for k, stretch in enumerate(stretches):
        mine = owner == k
        points = [(float(p), float(q)) for p, q in zip(x[mine], y[mine], strict=True)]
        if stretch.first is not None and numpy.isfinite(stretch.first):
            points.insert(0, (stretch.left, stretch.first))
        if stretch.last is not None and numpy.isfinite(stretch.last):
            points.append((stretch.right, stretch.last))
        pieces += _without_gaps(points)
    return pieces


def _bends(function: Function, x: Numbers, y: Numbers, owner: Numbers) -> tuple[Numbers, Numbers]:
    """The middles between neighbours where the curve is far from its chord, and the stretches that they lie on."""
    finite = y[numpy.isfinite(y)]
    if finite.size < 3 or x.size > _MOST_POINTS:
        return x[:0], owner[:0]
    height = float(numpy.percentile(finite, 96) - numpy.percentile(finite, 4)) or 1.0
    beside = (owner[1:] == owner[:-1]) & (numpy.diff(x) > 1e-9 * (x.max() - x.min()))
    middle, chord, whose = ((x[1:] + x[:-1]) / 2)[beside], ((y[1:] + y[:-1]) / 2)[beside], owner[1:][beside]
    bend = numpy.abs(function(middle) - chord)
    far = numpy.isfinite(bend) & (bend > _BEND * height)
    return middle[far], whose[far]


def _without_gaps(points: list[Point]) -> list[tuple[Point, ...]]:
    """The points cut where one has no value; single points are left out."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if numpy.isfinite(point[1]):
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if len(run) > 1]


def fitting_heights(trail: Trail) -> tuple[float, float]:
    """The range of values that is worth showing: all of them, unless a few run far away from the others."""
    inside = []
    for piece in trail.pieces:
        points = numpy.array(piece)
        count = max(8, round(400 * (points[-1, 0] - points[0, 0]) / _width(trail)))
        inside.append(numpy.interp(numpy.linspace(points[0, 0], points[-1, 0], count), points[:, 0], points[:, 1]))
    if not inside:
        return -1.0, 1.0
    y = numpy.concatenate(inside)
    poles = any(place.kind == "pole" for place in trail.breaks)
    low, high = float(y.min()), float(y.max())
    inner_low, inner_high = (float(v) for v in numpy.percentile(y, (14, 86) if poles else (3, 97)))
    span = inner_high - inner_low
    if span > 0 and high - low > 3 * span:
        low, high = max(low, inner_low - 0.8 * span), min(high, inner_high + 0.8 * span)
    limits = [v for place in trail.breaks for v in (place.before, place.after, place.value) if numpy.isfinite(v)]
    near = [v for v in limits if low - 0.5 * span <= v <= high + 0.5 * span]
    return _padded(min([low, *near]), max([high, *near]))


def _width(trail: Trail) -> float:
    return max(1e-12, trail.pieces[-1][-1][0] - trail.pieces[0][0][0])


def _padded(low: float, high: float) -> tuple[float, float]:
    """The range with a margin, and with zero in it where zero is near."""
    span = high - low
    if span < 1e-9 * max(1.0, abs(low), abs(high)):
        reach = max(1.0, abs(low) * 0.5)
        low, high, span = low - reach, high + reach, 2 * reach
    if 0 < low <= 0.5 * span:
        low = 0.0
    if -0.5 * span <= high < 0:
        high = 0.0
    pad = 0.07 * (high - low)
    return low - pad, high + pad


def clipped(piece: tuple[Point, ...], low: float, high: float) -> list[list[Point]]:
    """The parts of a curve that lie between two heights, cut where it crosses them."""
    parts: list[list[Point]] = []
    current: list[Point] = []
    previous: Point | None = None
    for point in piece:
        inside = low <= point[1] <= high
        if previous is None:
            current += [point] if inside else []
        else:
            crossing = _crossings(previous, point, low, high)
            if inside:
                current += [*([] if current else crossing[:1]), point]
            elif current:
                parts.append([*current, *crossing[:1]])
                current = []
            elif len(crossing) == 2:
                parts.append(crossing)
        previous = point
    return [part for part in [*parts, current] if len(part) > 1]


def _crossings(one: Point, other: Point, low: float, high: float) -> list[Point]:
    """Where the way from one point to another crosses the two heights, in the order of the way."""
    found: list[tuple[float, Point]] = []
    for level in (low, high):
        if (one[1] - level) * (other[1] - level) < 0:
            share = (level - one[1]) / (other[1] - one[1])
            found.append((share, (one[0] + share * (other[0] - one[0]), level)))
    return [point for _, point in sorted(found)]
