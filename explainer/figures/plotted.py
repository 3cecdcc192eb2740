"""The numbers behind a curve: the function and its derivative followed over a range that shows something."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import Variable
from explainer.figures import options as read
from explainer.figures.breaks import Function, find_breaks
from explainer.figures.figure import Options, UnsuitedError
from explainer.figures.labels import formula, numbers_label
from explainer.figures.sampling import Trail, fitting_heights, follow
from explainer.figures.values import ChosenValues, chosen_sizes, evaluated, require_known, variables_of
from explainer.notation.tree import Notation
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.engine import Trace

_USUAL: Final = (-3.0, 3.0)
"""Where a function is shown that has values there: textbooks draw so much."""
_FAR: Final = ((-10.0, 10.0), (-100.0, 100.0), (-1000.0, 1000.0))
"""Where one is looked for that has no values there, or no change."""


@dataclass(frozen=True)
class Kink:
    """A place where a continuous function has no tangent, because the slope jumps."""

    x: float
    y: float


@dataclass(frozen=True)
class Plot:
    """All numbers of the picture: both curves, the ranges that are shown, and the tangent if there is one."""

    trace: Trace
    function: Trail
    derivative: Trail
    x: tuple[float, float]
    heights: tuple[tuple[float, float], tuple[float, float]]
    kinks: tuple[Kink, ...]
    touching: tuple[float, float, float] | None
    """The place, the value and the slope of the tangent."""
    others: tuple[tuple[Notation, Notation], ...]
    value: Function
    slope: Function
    asked: float | None = None
    """The place of the tangent that was asked for; there may be none."""

    @property
    def breaks(self) -> list[float]:
        """The places at which one of the curves is interrupted."""
        return [place.x for trail in (self.function, self.derivative) for place in trail.breaks]

    def tangent_at(self, place: float) -> tuple[float, float, float] | None:
        """The place with value and slope; None where the function or its derivative has none."""
        value, slope = (float(function(numpy.array([place]))[0]) for function in (self.value, self.slope))
        is_break = any(abs(place - other) < 1e-9 for other in self.breaks)
        return None if is_break or not numpy.isfinite([value, slope]).all() else (place, value, slope)


def plotted(trace: Trace, wrt: Variable, options: Options) -> Plot:
    """Follow a function and its derived derivative, and find where a tangent shows well.

    Raises UnsuitedError where there is no value, and ExplainerError for a tangent where there is none.
    """
    expression = trace.problem.expression
    given = read.mapping_option(options, "values")
    others = [variable for variable in variables_of(expression) if variable is not wrt]
    require_known("values", given, [variable.name for variable in others])
    sizes = chosen_sizes([variable.shape for variable in others], {})
    function, positive = _function(expression, wrt, given, sizes), False
    if _values_between(function, _FAR[1]) == 0 and others:
        positive = True
        function = _function(expression, wrt, given, sizes, positive=True)
    derivative = _where_defined(_function(trace.result, wrt, given, sizes, positive=positive), function)
    x = _range(function, derivative, read.number_option(options, "from"), read.number_option(options, "to"))
    slopes = follow(derivative, *x)
    trails = follow(function, *x, (place.x for place in slopes.breaks if place.kind == "pole")), slopes
    if not trails[0].pieces:
        raise UnsuitedError("curve", phrase("it has no value between {0} and {1}", f"{x[0]:g}", f"{x[1]:g}"))
    heights = fitting_heights(trails[0]), fitting_heights(trails[1])
    kinks = _kinks(function, *trails)
    source = ChosenValues(given, sizes, positive=positive)
    told = tuple((formula(variable), numbers_label(source.variable(variable))) for variable in others)
    plot = Plot(trace, *trails, x, heights, kinks, None, told, function, derivative)
    at = read.number_option(options, "at")
    return replace(plot, touching=_good_tangent(plot) if at is None else _required_tangent(plot, at))


def _function(node: Node, wrt: Variable, given: Any, sizes: dict[str, int], *, positive: bool = False) -> Function:
    """An expression as a function of arrays of numbers."""

    def values(x: Any) -> Any:
        source = ChosenValues(given, sizes, samples={wrt: x}, positive=positive)
        return numpy.broadcast_to(evaluated(node, source, x.shape), x.shape)

    return values


def _where_defined(derivative: Function, function: Function) -> Function:
    """The derivative where there is a function: 1/x is the derivative of ln(x) on the right of zero only."""

    def values(x: Any) -> Any:
        return numpy.where(numpy.isnan(function(x)), numpy.nan, derivative(x))

    return values


def _values_between(function: Function, ends: tuple[float, float]) -> float:
    """The share of a range in which there are values."""
    return float(numpy.isfinite(function(numpy.linspace(*ends, 241))).mean())


def _range(function: Function, derivative: Function, left: float | None, right: float | None) -> tuple[float, float]:
    """The ends of the axis: the given ones, else around zero, where there are values, with the nearest breaks inside.

    Raises ExplainerError when the left end is not left of the right one.
    """
    low, high = _USUAL
    if _values_between(function, _USUAL) < 1:
        low, high = _with_values(function)
    if left is None and right is None:
        low, high = _with_breaks(function, derivative, low, high)
    ends = (low if left is None else left, high if right is None else right)
    if left is not None and right is None and ends[1] <= left:
        ends = (left, left + 6)
    if right is not None and left is None and ends[0] >= right:
        ends = (right - 6, right)
    if not ends[0] < ends[1]:
        raise ExplainerError(
            phrase("the axis cannot go from {0} to {1}", f"{ends[0]:g}", f"{ends[1]:g}"),
            hint="Give a smaller left end.",
        )
    return ends


def _with_values(function: Function) -> tuple[float, float]:
    """The part of the number line near zero where the function has values, with a margin beyond its ends."""
    for ends in (_USUAL, *_FAR):
        x = numpy.linspace(*ends, 1201)
        there = x[numpy.isfinite(function(x))]
        if there.size > 2:
            break
    else:
        return _USUAL
    low, high = float(there[0]), float(there[-1])
    open_left, open_right = low <= x[0] + 1e-12, high >= x[-1] - 1e-12
    width = max(high - low, 1e-6)
    if open_left and open_right:
        return ends
    if open_left or open_right:
        width = max(3.0, 0.5 * abs(low if open_right else high))
    margin = 0.12 * width
    if open_left:
        return high - width - margin, high + margin
    if open_right:
        return low - margin, low + width + margin
    return low - margin, high + margin


def _with_breaks(function: Function, derivative: Function, low: float, high: float) -> tuple[float, float]:
    """The range, made wider where a few kinks or jumps lie not far outside."""
    found = find_breaks(derivative, numpy.linspace(-12.0, 12.0, 481)) if low > -12 and high < 12 else []
    wide = [place for place in found if not low < place.x < high and place.kind != "pole"]
    if wide and len(found) <= 6:
        low, high = min([low, *(place.x - 2 for place in wide)]), max([high, *(place.x + 2 for place in wide)])
    return low, high


def _kinks(function: Function, curve: Trail, slopes: Trail) -> tuple[Kink, ...]:
    """Where the slope jumps or is missing while the function goes on."""
    found = []
    for place in slopes.breaks:
        if any(abs(place.x - other.x) < 1e-6 for other in curve.breaks):
            continue
        if place.kind == "jump" and numpy.isfinite(place.before) and numpy.isfinite(place.after):
            y = float(function(numpy.array([place.x]))[0])
            if numpy.isfinite(y):
                found.append(Kink(place.x, y))
    return tuple(found)


def _required_tangent(plot: Plot, place: float) -> tuple[float, float, float]:
    """The tangent at a place that was asked for. Raises ExplainerError where there is none."""
    found = plot.tangent_at(place)
    if found is None:
        raise ExplainerError(phrase("there is no tangent at {0}", f"{place:g}"), hint="Choose another place.")
    return found


def _good_tangent(plot: Plot) -> tuple[float, float, float] | None:
    """A tangent that shows well: inside the picture, away from breaks, neither flat nor steep; None for none."""
    (low, high), breaks = plot.x, plot.breaks
    places = [1.0, 0.5, 1.5, 2.0, -1.0, -0.5, -1.5, 2.5, 0.25]
    places += [float(f"{low + share * (high - low):.2g}") for share in (0.4, 0.6, 0.3, 0.7, 0.5, 0.2)]
    best: tuple[float, tuple[float, float, float]] | None = None
    for place in places:
        found = plot.tangent_at(place) if low < place < high else None
        if found is None or not all(a < v < b for v, (a, b) in zip(found[1:], plot.heights, strict=True)):
            continue
        if all(abs(place - other) > 0.06 * (high - low) for other in breaks):
            steepness = abs(found[2]) * (high - low) / (plot.heights[0][1] - plot.heights[0][0])
            score = abs(float(numpy.log(max(steepness, 1e-3))) - 0.2)
            if best is None or score < best[0] - 0.5:
                best = (score, found)
    return None if best is None else best[1]
