"""Gradient descent: the loss after every step, and for two parameters the way over the landscape of the loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite, log10
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.descent import Descent, descend
from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.nodes import Entry, Variable, number
from explainer.figures import options as read
from explainer.figures.axes import Axes, draw_axes, level_numbers, side_width, upright_numbers
from explainer.figures.boxes import listed
from explainer.figures.canvas import FIRST, INK, MUTED, PLATE, SECOND, Canvas, Point, Sheet, is_for_a_screen
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import formula, number_label, numbers_label, unknown_function
from explainer.figures.landscape import Landscape, draw_landscape, surveyed
from explainer.figures.values import ChosenValues, chosen_sizes, evaluated, require_known, sizes_of, variables_of
from explainer.notation import write
from explainer.notation.tree import Notation, Operator, Row, Script, Symbol
from explainer.phrases import Phrase, counted, phrase, sentence
from explainer.typeset import Rect

if TYPE_CHECKING:
    from explainer.engine import Trace

STEPS: Final = 20
_SIZES: Final = (1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001)
"""Sizes of steps that are tried where none is given: the largest with which every step lowers the loss."""
_PROBE: Final = 8
"""Steps of a start that is only tried: enough to see whether it leads down."""
_WAYS: Final = 4
"""So many starts are tried where none is given; the one that gets furthest down is shown."""
_EQUALS = Operator("=", "relation")
_STEEP: Final = 300.0
"""Losses farther apart than this factor are drawn on a scale of powers of ten."""
_BESIDE_EM: Final = 46.0  # from here on the losses and the way stand side by side
_BESIDE_ON_A_SCREEN_EM: Final = 24.0


@dataclass(frozen=True)
class _Way:
    """A descent, and where it goes through two numbers: their names, the points, and the landscape below them."""

    run: Descent
    points: tuple[Point, ...] = ()
    land: Landscape | None = None
    held: tuple[tuple[Notation, Notation], ...] = ()
    """What stands still while the landscape is looked at."""
    newton: Point | None = None
    """Where one step of Newton's method goes from the same start, where that is asked for."""


def why_not(trace: Trace) -> str:
    """Why nothing can descend."""
    if not trace.problem.expression.shape.is_scalar:
        return "it has several values, and only a single one can be minimised"
    if not isinstance(trace.problem.wrt, Variable):
        return phrase("{0} cannot step as a whole", write(trace.problem.wrt, "unicode"))
    return unknown_function(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """A descent from a start, with the derived gradient; what is not given is chosen so that the loss falls.

    Raises UnsuitedError when the function is no scalar or its variable cannot step, ExplainerError for wrong values.
    """
    assert trace is not None
    beside = read.choice_option(options, "beside", ("newton",))
    return of_descent(_run(trace, options), newton=beside is not None)


def of_descent(run: Descent, newton: bool = False) -> Figure:
    """The figure of a descent that has been made, with a step of Newton's method beside it where that is wanted.

    Raises UnsuitedError where the loss has no value at the start, or where there is no such step.
    """
    if not isfinite(run.losses[0]):
        raise UnsuitedError("descent", "the loss has no value where the descent starts")
    way = _way(run, newton)
    problem = run.traces[0].problem
    losses = run.losses
    return Figure(
        "descent",
        phrase("Gradient descent on {0}", write(problem.expression, "unicode")),
        _described(run) + _spoken_way(way),
        lambda width: _arranged(way, width),
        48.0 if way.land is not None else 26.0,
        {
            "losses": losses, "points": way.points, "step_size": run.step_size, "outcome": run.outcome,
            "levels": () if way.land is None else way.land.levels, "newton": way.newton,
        },
    )  # fmt: skip


def _described(run: Descent) -> Phrase:
    losses = run.losses
    return counted(
        "The loss after {0} step of size {1}, from {2} to {3}. {4}",
        "The loss after each of {0} steps of size {1}, from {2} to {3}. {4}",
        len(losses) - 1,
        f"{run.step_size:g}",
        f"{losses[0]:.4g}",
        f"{losses[-1]:.4g}",
        run.message,
    )


def _spoken_way(way: _Way) -> str:
    if not way.points:
        return ""
    (x0, y0), (x1, y1) = way.points[0], way.points[-1]
    said = phrase(
        " The parameters move from ({0}, {1}) to ({2}, {3}) across the contour lines of the loss.",
        f"{x0:.4g}",
        f"{y0:.4g}",
        f"{x1:.4g}",
        f"{y1:.4g}",
    )
    if way.newton is not None:
        said += phrase(" One step of Newton's method leads to ({0}, {1}).", *(f"{entry:.4g}" for entry in way.newton))
    return said


# --- the numbers -----------------------------------------------------------------------------------------------------


def _run(trace: Trace, options: Options) -> Descent:
    """The descent that the options ask for; step size, start and data are chosen where they are not given."""
    problem = trace.problem
    traces = [trace, *_further(trace, options.get("with"))]
    names = [str(getattr(each.problem.wrt, "name", "")) for each in traces]
    start, data = read.mapping_option(options, "start"), read.mapping_option(options, "values")
    variables = {variable.name: variable for variable in variables_of(problem.expression)}
    require_known("start", start, names)
    require_known("values", data, [name for name in variables if name not in names])
    given = {**data, **start}
    sizes = _sizes(trace, variables, given)
    steps = options.get("steps", STEPS)
    size = read.number_option(options, "step_size")
    best: tuple[float, Descent] | None = None
    for way in range(1 if set(given) >= set(variables) else _WAYS):
        values = _values(given, variables, sizes, way)
        for step_size in (size,) if size is not None else _SIZES:
            probe = descend(traces, values, step_size, min(_PROBE, steps) if size is None else steps)
            share = probe.losses[-1] / probe.losses[0] if probe.losses[0] > 0 else 1.0
            score = share if probe.outcome == "falling" else 2.0
            if best is None or score < best[0]:
                best = (score, probe)
            if probe.outcome == "falling":
                break
        if best is not None and best[0] < 0.8:
            break
    assert best is not None
    found = best[1]
    if len(found.losses) - 1 == steps or found.outcome == "diverged":
        return found
    return descend(traces, found.values, found.step_size, steps)


def _further(trace: Trace, names: Any) -> list[Trace]:
    """The derivations of the same loss by further parameters."""
    if names is None:
        return []
    listed = [names] if isinstance(names, str) else names
    if not isinstance(listed, list | tuple) or not all(isinstance(name, str) for name in listed):
        raise ExplainerError(phrase("with = {0} names no parameters", f"{names!r}"), hint='Write with = ["b"].')
    problem = trace.problem
    return [derive(problem.expression, name, method=problem.method, layout=problem.layout) for name in listed]


def _sizes(trace: Trace, variables: Mapping[str, Variable], given: Mapping[str, Any]) -> dict[str, int]:
    """Numbers for open sizes: those of given values; else two parameters, so that there is a landscape."""
    wrt = trace.problem.wrt
    found = sizes_of({variables[name]: value for name, value in given.items()})
    if wrt.shape.is_vector and isinstance(wrt.shape.rows, str):
        found.setdefault(wrt.shape.rows, 2)
    return chosen_sizes([variable.shape for variable in variables.values()], found)


def _values(
    given: Mapping[str, Any], variables: Mapping[str, Variable], sizes: dict[str, int], way: int
) -> dict[str, Any]:
    source = ChosenValues(given, sizes, way=way)
    return {**sizes, **{name: source.variable(variable) for name, variable in variables.items()}}


def _newton(run: Descent) -> Point:
    """The start less the inverse Hessian times the gradient, both as they are derived."""
    (trace,) = run.traces if len(run.traces) == 1 else (None,)
    if trace is None or not trace.problem.wrt.shape.is_vector:
        raise UnsuitedError("descent", "a step of Newton's method is drawn for one vector of two entries")
    hessian = derive(trace.problem.expression, trace.problem.wrt, order=2).result.evaluate(run.values)
    slope = numpy.ravel(numpy.asarray(trace.result.evaluate(run.values), float))
    try:
        step = numpy.linalg.solve(numpy.asarray(hessian, float), slope)
    except numpy.linalg.LinAlgError:
        raise UnsuitedError("descent", "the Hessian has no inverse where the descent starts") from None
    start = numpy.ravel(run.moments[0].parameters[run.parameters[0]])
    x, y = (float(entry) for entry in start - step)
    return x, y


def _way(run: Descent, newton: bool = False) -> _Way:
    """The descent with its landscape, where it steps in exactly two numbers."""
    parameters = [trace.problem.wrt for trace in run.traces]
    first = run.moments[0].parameters
    if sum(int(numpy.size(first[name])) for name in run.parameters) != 2:
        return _Way(run)
    points = [
        tuple(float(entry) for name in run.parameters for entry in numpy.ravel(moment.parameters[name]))
        for moment in run.moments
        if isfinite(moment.loss)
    ]
    pairs = tuple((point[0], point[1]) for point in points)
    names = tuple(
        formula(parameter) if parameter.shape.is_scalar else formula(Entry(parameter, (number(k + 1),)))
        for parameter in parameters
        for k in range(int(numpy.size(first[str(getattr(parameter, "name", ""))])))
    )
    variables = [parameter for parameter in parameters if isinstance(parameter, Variable)]
    direct = _newton(run) if newton else None
    seen = pairs if direct is None else (*pairs, direct)
    land = _landscape(run, variables, seen, (names[0], names[1]))
    others = [variable for variable in variables_of(run.traces[0].problem.expression) if variable not in variables]
    held = tuple((formula(variable), numbers_label(numpy.asarray(run.values[variable.name]))) for variable in others)
    return _Way(run, pairs, land, held, direct)


def _landscape(
    run: Descent, variables: list[Variable], points: tuple[Point, ...], names: tuple[Notation, Notation]
) -> Landscape | None:
    """The loss around the way, with everything else at its values."""
    expression = run.traces[0].problem.expression
    names_of = {variable.name for variable in variables_of(expression)}
    data = {name: value for name, value in run.values.items() if name in names_of and name not in run.parameters}
    sizes = {name: int(value) for name, value in run.values.items() if name not in names_of}
    sizes |= sizes_of({variable: run.values[variable.name] for variable in variables_of(expression)})

    def loss(one: Any, other: Any) -> Any:
        if len(variables) == 2:
            samples = {variables[0]: one, variables[1]: other}
        else:
            samples = {variables[0]: numpy.stack([one, other], axis=-1)}
        return evaluated(expression, ChosenValues(data, sizes, samples=samples), one.shape)

    land = surveyed(loss, _ranges(points), names)
    return land if numpy.isfinite(land.heights).all() and land.levels else None


def _ranges(points: tuple[Point, ...]) -> tuple[tuple[float, float], tuple[float, float]]:
    """The part of the plane around the way, neither too narrow nor too flat."""
    array = numpy.array(points)
    low, high = array.min(axis=0), array.max(axis=0)
    middle, reach = (low + high) / 2, (high - low) / 2
    least = 1.35 * float(reach.max()) or max(0.5, 0.5 * float(numpy.abs(middle).max()))
    across = max(1.35 * float(reach[0]), least)
    up = max(1.35 * float(reach[1]), 0.6 * across)
    return (
        (float(middle[0]) - across, float(middle[0]) + across),
        (float(middle[1]) - up, float(middle[1]) + up),
    )


# --- the picture -----------------------------------------------------------------------------------------------------


def _arranged(way: _Way, width: float) -> Sheet:
    canvas = Canvas()
    room = width - 1
    beside = way.land is not None and width >= (_BESIDE_ON_A_SCREEN_EM if is_for_a_screen() else _BESIDE_EM * 0.85)
    across = (room - 1.5) / 2 if beside else room
    height = 6.0 if is_for_a_screen() else max(6.0, min(14.0, 0.62 * across))
    low = _draw_losses(canvas, way.run, across, height)
    if way.land is not None:
        left, top = (across + 1.5, 0.0) if beside else (0.0, low - 1.0)
        low = min(low, _draw_way(canvas, way, left, top, across))
    _write_facts(canvas, way, low - 0.7, room)
    return canvas.sheet()


def _draw_losses(canvas: Canvas, run: Descent, width: float, height: float) -> float:
    """The loss over the number of steps; the lower edge."""
    losses = [(k, loss) for k, loss in enumerate(run.losses) if isfinite(loss)]
    values = [loss for _, loss in losses]
    steep = min(values) > 0 and max(values) > _STEEP * min(values)
    shown = [(float(k), log10(loss) if steep else loss) for k, loss in losses]
    heights = _heights([y for _, y in shown], steep)
    up = upright_numbers(heights, height)
    if steep:
        powers = [value for value, _ in up if value == int(value)]
        up = [(value, Script(number_label(10), superscript=number_label(value))) for value in powers]
    side = side_width(up)
    head = canvas.text(phrase("loss"), side, 0.0, up=1, paint=FIRST)
    frame = Rect(side, head.y - 0.35 - height, width - side - 0.4, height)
    last = max(1.0, shown[-1][0])
    axes = Axes(frame, (0.0, last), heights)
    ticks = [(value, label) for value, label in level_numbers(axes.x, frame.width) if value == int(value)]
    draw_axes(canvas, axes, across=ticks, up=up, name=phrase("step"), zero_lines=not steep)
    points = [axes.place(point) for point in shown]
    if len(points) > 1:
        canvas.line(points, FIRST, 0.12)
    if len(points) <= 61:
        for point in points:
            canvas.dot(point, 0.15, fill=FIRST)
    return frame.y - 1.6


def _heights(values: list[float], steep: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if not steep and low >= 0 and low < 0.6 * high:
        low = 0.0
    span = high - low or max(1.0, abs(high))
    return low - (0.0 if low == 0 and not steep else 0.06 * span), high + 0.08 * span


def _draw_way(canvas: Canvas, way: _Way, left: float, top: float, width: float) -> float:
    """The lines of equal loss with the way over them; the lower edge."""
    assert way.land is not None
    axes = draw_landscape(canvas, way.land, left, top, width, None, _dense(way.points))
    points = [axes.place(point) for point in way.points]
    if way.newton is not None:
        end = axes.place(way.newton)
        canvas.line([points[0], end], FIRST, 0.13)
        canvas.dot(end, 0.24, fill=FIRST)
    canvas.line(points, SECOND, 0.13)
    for one, other in pairwise(points[:7]):
        length = ((other[0] - one[0]) ** 2 + (other[1] - one[1]) ** 2) ** 0.5
        if length > 1.1:
            middle = (one[0] + 0.62 * (other[0] - one[0]), one[1] + 0.62 * (other[1] - one[1]))
            canvas.arrow_head(middle, (other[0] - one[0], other[1] - one[1]), SECOND, 0.5)
    for point in points[1:-1]:
        canvas.dot(point, 0.11, fill=SECOND)
    canvas.dot(points[0], 0.24, fill=PLATE, line=SECOND)
    x, y = points[-1]
    canvas.rectangle(Rect(x - 0.22, y - 0.22, 0.44, 0.44), fill=INK)
    return axes.frame.y - 1.6


def _dense(points: tuple[Point, ...]) -> list[Point]:
    """Points all along the way, so that no label is put on it."""
    dense = list(points)
    for (x0, y0), (x1, y1) in pairwise(points[:40]):
        dense += [(x0 + k / 8 * (x1 - x0), y0 + k / 8 * (y1 - y0)) for k in range(1, 8)]
    return dense


def _write_facts(canvas: Canvas, way: _Way, top: float, width: float) -> None:
    """What the signs mean, how it went, and at which values."""
    run, y = way.run, top
    if way.land is not None:
        canvas.dot((0.3, y - 0.33), 0.24, fill=PLATE, line=SECOND)
        box = canvas.text(phrase("start"), 0.9, y - 0.33, up=0.5)
        x = box.right + 1.2
        canvas.rectangle(Rect(x, y - 0.55, 0.44, 0.44), fill=INK)
        end = counted("after {0} step", "after {0} steps", len(run.losses) - 1)
        canvas.text(end, x + 0.8, y - 0.33, up=0.5)
        y -= 1.15
        if way.newton is not None:
            canvas.dot((0.3, y - 0.33), 0.24, fill=FIRST)
            canvas.text(phrase("after one step of Newton's method"), 0.9, y - 0.33, up=0.5)
            y -= 1.15
    y = canvas.paragraph((run.message,), 0.0, y, width)
    size = Row((Symbol("η"), _EQUALS, number_label(run.step_size, 4)))
    told = listed([size, *(Row((variable, _EQUALS, value)) for variable, value in way.held)])
    canvas.paragraph(sentence("Step size {values}.", {"values": told}), 0.0, y - 0.4, width, paint=MUTED)
