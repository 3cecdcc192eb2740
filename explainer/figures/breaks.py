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
_LATER: Final = 16
"""The differences at the end are compared with those so many halvings before."""
_CLOSE: Final = 1e-3
"""Limits that differ by less than this fraction are drawn as one."""
_STEPS: Final = 10.0 ** numpy.array([-2.0, -2.5, -3.0, -3.5, -4.0, -4.5, -5.0])
_ZOOMS: Final = 8
_PEAK: Final = 1e4


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
    whole = numpy.flatnonzero(finite[:-1] & finite[1:])
    places = [float(place) for place in _jumps(function, x[whole], x[whole + 1])]
    places += [
        _domain_end(function, float(x[k]), float(x[k + 1])) for k in numpy.flatnonzero(finite[:-1] & ~finite[1:])
    ]
    places += [
        _domain_end(function, float(x[k + 1]), float(x[k])) for k in numpy.flatnonzero(~finite[:-1] & finite[1:])
    ]
    found = [_break_at(function, place) for place in _apart(places, 1e-6 * float(x[1] - x[0]))]
    further = [_break_at(function, _rounded(place)) for place in (*suspects, *_peaks(function, x, y))]
    for place in further:
        if place.kind == "pole" and all(abs(place.x - known.x) > 1e-6 for known in found):
            found.append(place)
    return sorted((place for place in found if not _is_none(place)), key=lambda place: place.x)


def _apart(places: list[float], least: float) -> list[float]:
    """The places in order, those that are the same up to rounding once."""
    kept: list[float] = []
    for place in sorted(_rounded(place) for place in places):
        if not kept or place - kept[-1] > max(least, 1e-9 * abs(place)):
            kept.append(place)
    return kept


def _jumps(function: Function, a: Numbers, b: Numbers) -> Numbers:
    """The places between these ends at which a function jumps or runs off."""
    if not a.size:
        return a
    fa, fb = function(a), function(b)
    earlier = numpy.abs(fb - fa)
    scale = numpy.abs(fa) + numpy.abs(fb)
    with numpy.errstate(invalid="ignore", over="ignore"):
        for k in range(HALVINGS):
            middle = (a + b) / 2
            fm = function(middle)
            # Into the half with the larger difference; a middle without a value is a break itself.
            into_left = ~(numpy.abs(fb - fm) > numpy.abs(fm - fa)) | ~numpy.isfinite(fm)
            a, fa = numpy.where(into_left, a, middle), numpy.where(into_left, fa, fm)
            b, fb = numpy.where(into_left, middle, b), numpy.where(into_left, fm, fb)
            if k == HALVINGS - 1 - _LATER:
                earlier = numpy.abs(fb - fa)
        last = numpy.abs(fb - fa)
        found = (last > 0.5 * earlier) & (last > 1e-7 * scale)
    found |= ~numpy.isfinite(fa) | ~numpy.isfinite(fb)
    middles: Numbers = ((a + b) / 2)[found]
    return middles


def _peaks(function: Function, x: Numbers, y: Numbers) -> list[float]:
    """The places at which the distance from zero keeps growing, however close one looks."""
    size = numpy.where(numpy.isfinite(y), numpy.abs(y), 0.0)
    inner = numpy.flatnonzero((size[1:-1] >= size[:-2]) & (size[1:-1] >= size[2:]) & (size[1:-1] > 0)) + 1
    typical = float(numpy.median(size[size > 0])) if (size > 0).any() else 0.0
    found = []
    for k in inner[size[inner] > 3 * typical][:60]:
        low, high, largest = float(x[k - 1]), float(x[k + 1]), float(size[k])
        for _ in range(_ZOOMS):
            grid = numpy.linspace(low, high, 17)
            near = numpy.abs(function(grid))
            near = numpy.where(numpy.isnan(near), numpy.inf, near)
            best = int(near.argmax())
            largest, place = float(near[best]), float(grid[best])
            low, high = float(grid[max(0, best - 1)]), float(grid[min(16, best + 1)])
        if largest > _PEAK * size[k]:
            found.append(place)
    return found


def _rounded(x: float) -> float:
    """The plain number that a place found by halving stands for, where there is one within its reach."""
    plain = round(x, 8)
    return plain + 0.0 if abs(plain - x) < 1e-9 * max(1.0, abs(x)) else x


def _domain_end(function: Function, inside: float, outside: float) -> float:
    """Where the domain ends between a point with a value and one without."""
    for _ in range(60):
        middle = (inside + outside) / 2
        if numpy.isfinite(function(numpy.array([middle]))).all():
            inside = middle
        else:
            outside = middle
    return inside


def _break_at(function: Function, x: float) -> Break:
    """What happens at a place, from the values on both sides of it and at the place itself."""
    value = float(function(numpy.array([x]))[0])
    before, after = (_limit(function, x, sign, value) for sign in (-1.0, 1.0))
    if numpy.isinf(before) or numpy.isinf(after):
        kind = "pole"
    elif numpy.isnan(before) or numpy.isnan(after):
        kind = "edge"
    else:
        kind = "hole" if abs(before - after) <= _CLOSE * (1 + abs(before) + abs(after)) else "jump"
    return Break(kind, x, before, after, value)


def _limit(function: Function, x: float, sign: float, value: float) -> float:
    """What a function comes close to from one side: infinite where it runs off, not-a-number where it has no limit.

    Coming nearer by the same factor each time, a function that has a limit changes less and less; one that runs off
    does not, and one that keeps swinging neither.
    """
    values = function(x + sign * _STEPS * max(1.0, abs(x)))
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
