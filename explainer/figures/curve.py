"""A function of one number, its derived derivative below it, and the tangent at a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy

from explainer.expr.nodes import Variable
from explainer.figures.axes import Axes, draw_axes, level_numbers, round_numbers, side_width, upright_numbers
from explainer.figures.boxes import listed
from explainer.figures.breaks import Break
from explainer.figures.canvas import (
    FIRST,
    INK,
    MUTED,
    PLATE,
    SECOND,
    THIRD,
    Canvas,
    Grip,
    Paint,
    Point,
    Sheet,
    is_for_a_screen,
)
from explainer.figures.figure import Figure, Handle, Options
from explainer.figures.labels import formula, number_label, unknown_function
from explainer.figures.plotted import Plot, plotted
from explainer.figures.sampling import Trail, clipped
from explainer.notation import write
from explainer.notation.tree import DerivativeNotation, Fence, Notation, Operator, Row, Symbol
from explainer.phrases import Part, joined, phrase, sentence
from explainer.typeset import Rect, typeset

if TYPE_CHECKING:
    from explainer.engine import Trace

_EQUALS = Operator("=", "relation")
_MOST_TOLD: Final = 4
"""So many places are named in the description of a curve; a list of more is not listened to."""
_DOT: Final = 0.22
"""The radius of a dot: it is to be seen on the line of the curve, also as a ring where an end is left out."""
_TITLE: Final = 0.9  # of the letters of a caption: above the curve may stand two formulas
_LOW_EM: Final = 4.6  # the height of each curve on a screen, whose words are large instead
_HIGHEST_TITLE: Final = 9.0  # a title that is higher takes the room of the curve


def why_not(trace: Trace) -> str:
    """Why there is no curve."""
    if not trace.start.shape.is_scalar:
        return "its derivative has several entries"
    if not isinstance(trace.problem.wrt, Variable):
        return phrase("{0} is not a variable of its own", write(trace.problem.wrt, "unicode"))
    return unknown_function(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """Both curves over one axis; other variables have plain values, which are told.

    Raises UnsuitedError when the derivative is no scalar by a scalar variable, has no value, or rests on unknown
    functions, and ExplainerError for a tangent where there is none.
    """
    assert trace is not None
    assert isinstance(trace.problem.wrt, Variable)
    return _figure(plotted(trace, trace.problem.wrt, options))


def _figure(plot: Plot) -> Figure:
    """The figure of the numbers; moving its handle moves the tangent and works nothing else out again."""
    expression = plot.trace.problem.expression
    return Figure(
        "curve",
        phrase("{0} and its derivative", write(expression, "unicode")),
        _described(plot),
        lambda width: _arranged(plot, width),
        28.0,
        {
            "function": plot.function, "derivative": plot.derivative, "x": plot.x, "tangent": plot.touching,
            "kinks": tuple(kink.x for kink in plot.kinks),
        },
        _handle(plot),
    )  # fmt: skip


def _handle(plot: Plot) -> Handle:
    """Where the tangent touches: round numbers inside the range."""
    places = round_numbers(*plot.x, most=200)
    inside = tuple(place for place in (round(place, 9) for place in places) if plot.x[0] < place < plot.x[1])
    wrt = plot.trace.problem.wrt
    place = None if plot.touching is None else plot.touching[0]
    return Handle(
        phrase("Tangent at {0}", Part(wrt, write(wrt, "unicode"))),
        inside,
        place,
        lambda at: _figure(replace(plot, touching=plot.tangent_at(at), asked=at)),
        variable=wrt.text(),
    )


# --- the words -------------------------------------------------------------------------------------------------------


def _described(plot: Plot) -> str:
    """The picture in words."""
    problem = plot.trace.problem
    name = write(problem.wrt, "unicode")
    words = [
        phrase(
            "Above, {0} for {1} from {2} to {3}; below, its derivative {4}.",
            write(problem.expression, "unicode"),
            name,
            f"{plot.x[0]:.4g}",
            f"{plot.x[1]:.4g}",
            write(plot.trace.result, "unicode"),
        )
    ]
    if plot.touching is not None:
        place, value, slope = plot.touching
        words.append(
            phrase(
                "At {0} = {1} the value is {2} and the tangent has the slope {3}.",
                name,
                f"{place:.4g}",
                f"{value:.4g}",
                f"{slope:.4g}",
            )
        )
    elif plot.asked is not None:
        words.append(phrase("There is no tangent at {0} = {1}.", name, f"{plot.asked:.4g}"))
    words += [phrase("{0} {1} = {2}.", phrase(head), name, _listed(places)) for head, places in _places(plot)]
    return joined(" ", words)


def _places(plot: Plot) -> list[tuple[str, list[float]]]:
    """The kinks, jumps, poles and missing points of the function, each kind with its places."""
    found = [("A kink at", [kink.x for kink in plot.kinks])]
    for kind, head in (("jump", "A jump at"), ("pole", "Diverges at"), ("hole", "No value at")):
        found.append((head, [place.x for place in plot.function.breaks if place.kind == kind]))
    return [(head, places) for head, places in found if places]


def _listed(places: Sequence[float]) -> str:
    shown = ", ".join(f"{place:.4g}" for place in places[:_MOST_TOLD])
    return shown + (", …" if len(places) > _MOST_TOLD else "")


# --- the picture -----------------------------------------------------------------------------------------------------


def _arranged(plot: Plot, width: float) -> Sheet:
    canvas = Canvas()
    room = width - 1
    height = _LOW_EM if is_for_a_screen() else min(12.0, max(5.5, 0.4 * room))
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
    upper, lower = axes[0].frame, axes[1].frame
    both = Rect(upper.x, lower.y, upper.width, upper.top - lower.y)
    return replace(canvas.sheet(), grip=Grip(both, plot.x))


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
    words: Sequence[str | Notation]
    if plot.touching is not None:
        place, _, slope = plot.touching
        canvas.line(((0.2, y - 0.35), (1.7, y - 0.35)), THIRD, 0.12, (0.14, 0.2))
        at = Row((name, _EQUALS, number_label(place, 4)))
        words = sentence("Tangent at {place}: slope {slope}.", {"place": at, "slope": number_label(slope, 4)})
        y = canvas.paragraph(words, 2.1, y, width - 2.1) - 0.45
    elif plot.asked is not None:
        words = sentence("No tangent at {place}.", {"place": Row((name, _EQUALS, number_label(plot.asked, 4)))})
        y = canvas.paragraph(words, 2.1, y, width - 2.1) - 0.45
    for head, places in _places(plot):
        if head.startswith("A kink"):
            _draw_diamond(canvas, (0.95, y - 0.33))
        indent = 2.1 if head.startswith("A kink") else 0.0
        words_at: list[str | Notation] = [phrase(head), " ", Row((name, _EQUALS, number_label(places[0], 4)))]
        for place in places[1:_MOST_TOLD]:
            words_at += [", ", number_label(place, 4)]
        words_at.append(", …" if len(places) > _MOST_TOLD else ".")
        y = canvas.paragraph(words_at, indent, y, width - indent) - 0.45
    if plot.others:
        told = listed([Row((variable, _EQUALS, value)) for variable, value in plot.others])
        canvas.paragraph(sentence("With {values}.", {"values": told}), 0.0, y, width, paint=MUTED)
