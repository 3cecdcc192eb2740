"""A function of one number, its derived derivative below it, and the tangent at a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import Variable
from explainer.figures import options as read
from explainer.figures.axes import Axes, draw_axes, level_numbers, side_width, upright_numbers
from explainer.figures.breaks import Break, Function, find_breaks
from explainer.figures.canvas import FIRST, INK, MUTED, PLATE, SECOND, THIRD, Canvas, Paint, Point, Sheet
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import formula, number_label, numbers_label, unknown_function
from explainer.figures.sampling import Trail, clipped, fitting_heights, follow
from explainer.figures.values import ChosenValues, chosen_sizes, evaluated, require_known, variables_of
from explainer.notation import write
from explainer.notation.tree import DerivativeNotation, Fence, Notation, Operator, Row, Symbol
from explainer.typeset import Rect, typeset

if TYPE_CHECKING:
    from explainer.engine import Trace

_EQUALS = Operator("=", "relation")
_USUAL: Final = (-3.0, 3.0)
_FAR: Final = ((-10.0, 10.0), (-100.0, 100.0), (-1000.0, 1000.0))
_MOST_TOLD: Final = 4
_DOT: Final = 0.22
_TITLE: Final = 0.9
_HIGHEST_TITLE: Final = 9.0


@dataclass(frozen=True)
class _Kink:
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
    kinks: tuple[_Kink, ...]
    touching: tuple[float, float, float] | None
    """The place, the value and the slope of the tangent."""
    others: tuple[tuple[Notation, Notation], ...]


def why_not(trace: Trace) -> str:
    """Why there is no curve."""
    if not trace.start.shape.is_scalar:
        return "its derivative has several entries"
    if not isinstance(trace.problem.wrt, Variable):
        return f"{write(trace.problem.wrt, 'unicode')} is not a variable of its own"
    return unknown_function(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """Both curves over one axis; other variables have plain values, which are told.

    Raises UnsuitedError when the derivative is no scalar by a scalar variable, has no value, or rests on unknown
    functions, and ExplainerError for a tangent where there is none.
    """
    assert trace is not None
    assert isinstance(trace.problem.wrt, Variable)
    wrt, expression = trace.problem.wrt, trace.problem.expression
    plot = _plot(trace, wrt, options)
    return Figure(
        "curve",
        f"{write(expression, 'unicode')} and its derivative",
        _described(plot),
        lambda width: _arranged(plot, width),
        28.0,
        {
            "function": plot.function, "derivative": plot.derivative, "x": plot.x, "tangent": plot.touching,
            "kinks": tuple(kink.x for kink in plot.kinks),
        },
    )  # fmt: skip


# --- the numbers -----------------------------------------------------------------------------------------------------


def _plot(trace: Trace, wrt: Variable, options: Options) -> Plot:
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
        raise UnsuitedError("curve", f"it has no value between {x[0]:g} and {x[1]:g}")
    heights = fitting_heights(trails[0]), fitting_heights(trails[1])
    kinks = _kinks(function, *trails)
    touching = _touching(function, derivative, x, heights, trails, read.number_option(options, "at"))
    source = ChosenValues(given, sizes, positive=positive)
    told = tuple((formula(variable), numbers_label(source.variable(variable))) for variable in others)
    return Plot(trace, *trails, x, heights, kinks, touching, told)


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
        raise ExplainerError(f"the axis cannot go from {ends[0]:g} to {ends[1]:g}", hint="Give a smaller left end.")
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


def _kinks(function: Function, curve: Trail, slopes: Trail) -> tuple[_Kink, ...]:
    """Where the slope jumps or is missing while the function goes on."""
    found = []
    for place in slopes.breaks:
        if any(abs(place.x - other.x) < 1e-6 for other in curve.breaks):
            continue
        if place.kind == "jump" and numpy.isfinite(place.before) and numpy.isfinite(place.after):
            y = float(function(numpy.array([place.x]))[0])
            if numpy.isfinite(y):
                found.append(_Kink(place.x, y))
    return tuple(found)


def _touching(
    function: Function, derivative: Function, x: tuple[float, float],
    heights: tuple[tuple[float, float], ...], trails: tuple[Trail, Trail], at: float | None,
) -> tuple[float, float, float] | None:  # fmt: skip
    """Place, value and slope of the tangent: at the given place, else where it shows well; None where nothing does."""
    places = [at] if at is not None else [1.0, 0.5, 1.5, 2.0, -1.0, -0.5, -1.5, 2.5, 0.25]
    if at is None:
        places += [float(f"{x[0] + share * (x[1] - x[0]):.2g}") for share in (0.4, 0.6, 0.3, 0.7, 0.5, 0.2)]
    breaks = [place.x for trail in trails for place in trail.breaks]
    best: tuple[float, tuple[float, float, float]] | None = None
    for place in places:
        value, slope = (float(f(numpy.array([place]))[0]) for f in (function, derivative))
        found = (place, value, slope)
        if at is not None:
            is_break = any(abs(place - other) < 1e-9 for other in breaks)
            if is_break or not numpy.isfinite([value, slope]).all():
                raise ExplainerError(f"there is no tangent at {place:g}", hint="Choose another place.")
            return found
        inside = x[0] < place < x[1] and all(
            numpy.isfinite(v) and low < v < high for v, (low, high) in zip((value, slope), heights, strict=True)
        )
        clear = all(abs(place - other) > 0.06 * (x[1] - x[0]) for other in breaks)
        if inside and clear:
            steepness = abs(slope) * (x[1] - x[0]) / (heights[0][1] - heights[0][0])
            score = abs(float(numpy.log(max(steepness, 1e-3))) - 0.2)
            if best is None or score < best[0] - 0.5:
                best = (score, found)
    return None if best is None else best[1]


# --- the words -------------------------------------------------------------------------------------------------------


def _described(plot: Plot) -> str:
    """The picture in words."""
    problem = plot.trace.problem
    name = write(problem.wrt, "unicode")
    words = [
        f"Above, {write(problem.expression, 'unicode')} for {name} from {plot.x[0]:.4g} to {plot.x[1]:.4g}; below, its "
        f"derivative {write(plot.trace.result, 'unicode')}."
    ]
    if plot.touching is not None:
        place, value, slope = plot.touching
        words.append(f"At {name} = {place:.4g} the value is {value:.4g} and the tangent has the slope {slope:.4g}.")
    words += [f"{head} {name} = {_listed(places)}." for head, places in _places(plot)]
    return " ".join(words)


def _places(plot: Plot) -> list[tuple[str, list[float]]]:
    """The kinks, jumps, poles and missing points of the function, each kind with its places."""
    found = [("A kink at", [kink.x for kink in plot.kinks])]
    for kind, head in (("jump", "A jump at"), ("pole", "Runs off at"), ("hole", "No value at")):
        found.append((head, [place.x for place in plot.function.breaks if place.kind == kind]))
    return [(head, places) for head, places in found if places]


def _listed(places: Sequence[float]) -> str:
    shown = ", ".join(f"{place:.4g}" for place in places[:_MOST_TOLD])
    return shown + (", …" if len(places) > _MOST_TOLD else "")


# --- the picture -----------------------------------------------------------------------------------------------------


def _arranged(plot: Plot, width: float) -> Sheet:
    canvas = Canvas()
    room = width - 1
    height = min(12.0, max(5.5, 0.4 * room))
    sides = [upright_numbers(heights, height) for heights in plot.heights]
    left = max(map(side_width, sides))
    across = level_numbers(plot.x, room - left - 0.4)
    wrt = formula(plot.trace.problem.wrt)
    start, result = formula(plot.trace.start), formula(plot.trace.result)
    letter = Row((Symbol("f"), Fence("(", wrt, ")")))
    titles = (
        (FIRST, (), _fitting((formula(plot.trace.problem.expression), letter), room - 2.1)),
        (
            SECOND,
            (0.45, 0.2),
            _fitting((Row((start, _EQUALS, result)), start, _derivative_of(letter, wrt)), room - 2.1),
        ),
    )
    y = 0.0
    axes: list[Axes] = []
    for k, (paint, dashes, title) in enumerate(titles):
        y = _write_title(canvas, title, paint, dashes, y, room)
        frame = Rect(left, y - height, room - left - 0.4, height)
        axes.append(Axes(frame, plot.x, plot.heights[k]))
        draw_axes(canvas, axes[k], across=across, up=sides[k], name=wrt, numbers_below=k == 1)
        y = frame.y - (0.9 if k == 0 else 1.9)
    _draw_trail(canvas, axes[0], plot.function, FIRST, ())
    _draw_trail(canvas, axes[1], plot.derivative, SECOND, (0.45, 0.2))
    for kink in plot.kinks:
        if axes[0].holds((kink.x, kink.y)):
            _draw_diamond(canvas, axes[0].place((kink.x, kink.y)))
    if plot.touching is not None:
        _draw_tangent(canvas, axes, plot.touching)
    _write_facts(canvas, plot, y, room)
    return canvas.sheet()


def _derivative_of(letter: Notation, wrt: Notation) -> Notation:
    return DerivativeNotation("d", letter, wrt, True)


def _fitting(titles: Sequence[Notation], width: float) -> Notation:
    """The first title that fits into a width, in as many lines as it takes; the last one anyway."""
    for title in titles[:-1]:
        picture = typeset(title, width_em=width / _TITLE)
        if picture.width * _TITLE <= width and picture.height + picture.depth <= _HIGHEST_TITLE:
            return title
    return titles[-1]


def _write_title(
    canvas: Canvas, title: Notation, paint: Paint, dashes: tuple[float, ...], top: float, width: float
) -> float:
    """A sample of the line and the formula behind it; the lower edge."""
    box = canvas.text(title, 2.1, top, size=_TITLE, up=1, wrap=width - 2.1)
    middle = box.y + box.height / 2
    canvas.line(((0.2, middle), (1.7, middle)), paint, 0.14, dashes)
    return box.y - 0.45


def _draw_trail(canvas: Canvas, axes: Axes, trail: Trail, paint: Paint, dashes: tuple[float, ...]) -> None:
    """The curve with gaps at its breaks: rings where it comes close to a value that it has not, dots where it has."""
    for place in trail.breaks:
        x, _ = axes.place((place.x, axes.y[0]))
        if place.kind == "pole" and axes.x[0] < place.x < axes.x[1]:
            canvas.line(((x, axes.frame.y), (x, axes.frame.top)), MUTED, 0.05, (0.12, 0.22))
    for piece in trail.pieces:
        for part in clipped(piece, *axes.y):
            canvas.line(_thinned([axes.place(point) for point in part]), paint, 0.14, dashes)
    for place in trail.breaks:
        _draw_break(canvas, axes, place, paint)


def _thinned(points: list[Point], least: float = 0.02) -> list[Point]:
    """Without the points that are too near to the one before to be seen apart."""
    kept = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= least:
            kept.append(point)
    return [*kept, points[-1]]


def _draw_break(canvas: Canvas, axes: Axes, place: Break, paint: Paint) -> None:
    if place.kind == "pole":
        return
    size = abs(place.before) if numpy.isfinite(place.before) else abs(place.after)
    for limit in dict.fromkeys(value for value in (place.before, place.after) if numpy.isfinite(value)):
        taken = numpy.isfinite(place.value) and abs(place.value - limit) <= 2e-3 * (1 + size)
        if axes.holds((place.x, limit)) and not (taken and place.kind == "edge" and _at_border(axes, place.x)):
            canvas.dot(axes.place((place.x, limit)), _DOT, fill=paint if taken else PLATE, line=paint)


def _at_border(axes: Axes, x: float) -> bool:
    return min(abs(x - axes.x[0]), abs(x - axes.x[1])) < 1e-9


def _draw_diamond(canvas: Canvas, middle: Point, reach: float = 0.34) -> None:
    """A kink."""
    x, y = middle
    corners = ((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach))
    canvas.polygon(corners, PLATE)
    canvas.line((*corners, corners[0]), FIRST, 0.1)


def _draw_tangent(canvas: Canvas, axes: list[Axes], touching: tuple[float, float, float]) -> None:
    """The tangent on the upper curve, the slope on the lower one, and a line that joins the two places."""
    place, value, slope = touching
    upper, lower = axes
    if not upper.x[0] <= place <= upper.x[1]:
        return
    reach = 0.28 * (upper.x[1] - upper.x[0])
    left, right = max(place - reach, upper.x[0]), min(place + reach, upper.x[1])
    ends = ((left, value + slope * (left - place)), (right, value + slope * (right - place)))
    for part in clipped(ends, *upper.y):
        canvas.line([upper.place(point) for point in part], THIRD, 0.12, (0.14, 0.2))
    if lower.holds((place, slope)) and upper.holds((place, value)):
        start, end = upper.place((place, value)), lower.place((place, slope))
        for one, other in ((start, (start[0], upper.frame.y)), ((end[0], lower.frame.top), end)):
            canvas.line((one, other), MUTED, 0.05, (0.25, 0.25))
        canvas.dot(end, _DOT, fill=INK)
    if upper.holds((place, value)):
        canvas.dot(upper.place((place, value)), _DOT, fill=INK)


def _write_facts(canvas: Canvas, plot: Plot, top: float, width: float) -> None:
    """Below: where the tangent touches and how steep it is, what is special, and the values of the other variables."""
    y, name = top, formula(plot.trace.problem.wrt)
    if plot.touching is not None:
        place, _, slope = plot.touching
        canvas.line(((0.2, y - 0.35), (1.7, y - 0.35)), THIRD, 0.12, (0.14, 0.2))
        at = Row((name, _EQUALS, number_label(place, 4)))
        words: Sequence[str | Notation] = ("Tangent at ", at, ": slope ", number_label(slope, 4), ".")
        y = canvas.paragraph(words, 2.1, y, width - 2.1) - 0.45
    for head, places in _places(plot):
        if head.startswith("A kink"):
            _draw_diamond(canvas, (0.95, y - 0.33))
        indent = 2.1 if head.startswith("A kink") else 0.0
        words_at: list[str | Notation] = [f"{head} ", Row((name, _EQUALS, number_label(places[0], 4)))]
        for place in places[1:_MOST_TOLD]:
            words_at += [", ", number_label(place, 4)]
        words_at.append(", …" if len(places) > _MOST_TOLD else ".")
        y = canvas.paragraph(words_at, indent, y, width - indent) - 0.45
    if plot.others:
        words_with: list[str | Notation] = []
        for variable, value in plot.others:
            words_with += [", " if words_with else "With ", Row((variable, _EQUALS, value))]
        canvas.paragraph((*words_with, "."), 0.0, y, width, paint=MUTED)
