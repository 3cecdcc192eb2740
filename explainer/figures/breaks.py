"""Finds where a function of one variable is interrupted: where it jumps, runs off, stops, or lacks a single point.

Nothing is known of the function but its values. A break between two samples is found by halving the interval between
them: where the function is continuous the difference shrinks with it, at a jump it stays, at a pole it grows. A pole
without a change of sign is found by looking closer and closer at where the samples are largest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple, TypeAlias

import numpy
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Numbers], Numbers]

HALVINGS: Final = 44
"""The distance of two samples, halved so often, is below the rounding of a double: the place is as exact as it can
be."""
_EVERY: Final = 4
"""After so many halvings the differences are compared with what they were before them."""
_CLOSE: Final = 1e-3
"""Limits that differ by less than this fraction are drawn as one."""
_STEPS: Final = 10.0 ** numpy.array([-2.0, -2.5, -3.0, -3.5, -4.0, -4.5, -5.0])
"""How far from a place its two sides are looked at: seven distances, for a jump is one whatever the distance, and
what is steep looks less like one the nearer one comes."""
_ZOOMS: Final = 8
"""So often the surroundings of a high value are looked at more closely, each time in an eighth of the width."""
_MOST_PEAKS: Final = 60
"""High values beyond these are not looked at: a function with more of them is noise at this width."""
_PEAK: Final = 1e4
"""A value that has grown so much while it was looked at more closely is a pole, not a peak."""


class Break(NamedTuple):
    """A place where the curve is interrupted: jump, pole, hole (a single point is missing) or edge (it ends there).

    `before` and `after` are what the function comes close to from the left and from the right; infinite at a pole,
    not-a-number where there is nothing. `value` is the value at the place itself.
    """

    kind: str
    x: float
    before: float
    after: float
    value: float


def find_breaks(function: Function, x: Numbers, suspects: Iterable[float] = ()) -> list[Break]:
    """All breaks among these samples from left to right; suspects are places where it may run off."""
    y = function(x)
    finite = numpy.isfinite(y)
    whole = finite[:-1] & finite[1:]
    ends, starts = finite[:-1] & ~finite[1:], ~finite[:-1] & finite[1:]
    inside = numpy.concatenate([x[:-1][ends], x[1:][starts]])
    outside = numpy.concatenate([x[1:][ends], x[:-1][starts]])
    jumps = _jumps(function, x[:-1][whole], x[1:][whole])
    places = _apart([*jumps.tolist(), *_domain_ends(function, inside, outside).tolist()], 1e-6 * float(x[1] - x[0]))
    further = _apart([*suspects, *_peaks(function, x, y)], 1e-6)
    further = [place for place in further if all(abs(place - known) > 1e-6 for known in places)]
    found = _breaks_at(function, [*places, *further])
    kept = [*found[: len(places)], *(place for place in found[len(places) :] if place.kind == "pole")]
    return sorted((place for place in kept if not _is_none(place)), key=lambda place: place.x)


def _apart(places: Iterable[float], least: float) -> list[float]:
    """The places in order, those that are the same up to rounding once."""
    kept: list[float] = []
    for place in sorted(_rounded(place) for place in places):
        if not kept or place - kept[-1] > max(least, 1e-9 * abs(place)):
            kept.append(place)
    return kept


def _jumps(function: Function, a: Numbers, b: Numbers) -> Numbers:
    """The places between these ends at which a function jumps or runs off.

    Intervals in which the difference shrinks as it does for a smooth curve are given up after a few halvings.
    """
    if not a.size:
        return a
    fa, fb = function(a), function(b)
    scale, earlier = numpy.abs(fa) + numpy.abs(fb), numpy.abs(fb - fa)
    with numpy.errstate(invalid="ignore", over="ignore"):
        for k in range(HALVINGS):
            middle = (a + b) / 2
            fm = function(middle)
            # Into the half with the larger difference; a middle without a value is a break itself.
            into_left = ~(numpy.abs(fb - fm) > numpy.abs(fm - fa)) | ~numpy.isfinite(fm)
            a, fa = numpy.where(into_left, a, middle), numpy.where(into_left, fa, fm)
            b, fb = numpy.where(into_left, middle, b), numpy.where(into_left, fm, fb)
            if k % _EVERY != _EVERY - 1:
                continue
            last = numpy.abs(fb - fa)
            going_on = ~(last <= 0.5 * earlier) & ~(last <= 1e-7 * scale)
            a, b, fa, fb, scale = (each[going_on] for each in (a, b, fa, fb, scale))
            earlier = last[going_on]
            if not a.size:
                break
    middles: Numbers = (a + b) / 2
    return middles


def _peaks(function: Function, x: Numbers, y: Numbers) -> list[float]:
    """The places at which the distance from zero keeps growing, however close one looks."""
    size = numpy.where(numpy.isfinite(y), numpy.abs(y), 0.0)
    inner = numpy.flatnonzero((size[1:-1] >= size[:-2]) & (size[1:-1] >= size[2:]) & (size[1:-1] > 0)) + 1
    typical = float(numpy.median(size[size > 0])) if (size > 0).any() else 0.0
    peaks = inner[size[inner] > 3 * typical][:_MOST_PEAKS]
    if not peaks.size:
        return []
    low, high = x[peaks - 1], x[peaks + 1]
    for _ in range(_ZOOMS):
        grid = numpy.linspace(low, high, 17, axis=1)
        near = numpy.abs(function(grid.ravel())).reshape(grid.shape)
        near = numpy.where(numpy.isnan(near), numpy.inf, near)
        best = near.argmax(axis=1)[:, None]
        largest, place = numpy.take_along_axis(near, best, 1)[:, 0], numpy.take_along_axis(grid, best, 1)[:, 0]
        low = numpy.take_along_axis(grid, numpy.maximum(best - 1, 0), 1)[:, 0]
        high = numpy.take_along_axis(grid, numpy.minimum(best + 1, 16), 1)[:, 0]
    return [float(each) for each in place[largest > _PEAK * size[peaks]]]


def _rounded(x: float) -> float:
    """The plain number that a place found by halving stands for, where there is one within its reach."""
    plain = round(x, 8)
    return plain + 0.0 if abs(plain - x) < 1e-9 * max(1.0, abs(x)) else x


def _domain_ends(function: Function, inside: Numbers, outside: Numbers) -> Numbers:
    """Where the domain ends between points with a value and points without."""
    for _ in range(52 if inside.size else 0):
        middle = (inside + outside) / 2
        there = numpy.isfinite(function(middle))
        inside, outside = numpy.where(there, middle, inside), numpy.where(there, outside, middle)
    return inside


def _breaks_at(function: Function, places: list[float]) -> list[Break]:
    """What happens at these places, from the values on both sides of them and at the places themselves."""
    if not places:
        return []
    x = numpy.array(places)
    reach = _STEPS * numpy.maximum(1.0, numpy.abs(x))[:, None]
    around = numpy.concatenate([x[:, None] - reach, x[:, None] + reach, x[:, None]], axis=1)
    values = function(around.ravel()).reshape(around.shape)
    count = _STEPS.size
    found = []
    for place, row in zip(places, values, strict=True):
        value = float(row[-1])
        before, after = _limit(row[:count], value), _limit(row[count : 2 * count], value)
        found.append(Break(_kind(before, after), place, before, after, value))
    return found


def _kind(before: float, after: float) -> str:
    """What kind of break has these limits."""
    if numpy.isinf(before) or numpy.isinf(after):
        return "pole"
    if numpy.isnan(before) or numpy.isnan(after):
        return "edge"
    return "hole" if abs(before - after) <= _CLOSE * (1 + abs(before) + abs(after)) else "jump"


def _limit(values: Numbers, value: float) -> float:
    """What values come close to on their way to a place where there is `value`: infinite where they run off,
    not-a-number where they have no limit.

    Coming nearer by the same factor each time, a function that has a limit changes less and less; one that runs off
    does not, and one that keeps swinging neither.
    """
    if not numpy.isfinite(values[2:]).all():
        return float("nan")
    values = values[numpy.isfinite(values)]
    changes, last = numpy.abs(numpy.diff(values)), float(values[-1])
    settles = changes[-2:].max() <= max(0.2 * changes.max(), 1e-4 * (1 + abs(last)))
    if settles and numpy.isfinite(value) and abs(last - value) <= 0.3 * abs(values[0] - value) + 1e-12 * abs(value):
        return value
    if settles:
        return last
    grows = bool((numpy.diff(numpy.abs(values)) > 0).all())
    return float(numpy.sign(last) * numpy.inf) if grows else float("nan")


def _is_none(place: Break) -> bool:
    """Whether the function goes on as if nothing had been, or is there at a single point only."""
    if numpy.isnan(place.before) and numpy.isnan(place.after):
        return bool(numpy.isfinite(place.value))
    return place.kind == "hole" and abs(place.value - place.before) <= _CLOSE * (1 + abs(place.before))
