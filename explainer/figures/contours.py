"""A function of two numbers as lines of equal height, with its derived gradient at a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.errors import ExplainerError
from explainer.expr.node import Node
from explainer.expr.nodes import Entry, Variable, VariableTuple, number
from explainer.figures import options as read
from explainer.figures.boxes import listed
from explainer.figures.canvas import FIRST, INK, Canvas, Sheet
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import formula, number_label, numbers_label, unknown_function
from explainer.figures.landscape import Landscape, draw_landscape, surveyed
from explainer.figures.values import ChosenValues, chosen_sizes, evaluated, require_known, variables_of
from explainer.notation import write
from explainer.notation.tree import Fence, Notation, Operator, Row
from explainer.phrases import phrase, sentence

if TYPE_CHECKING:
    from explainer.engine import Trace

_EQUALS, _COMMA = Operator("=", "relation"), Operator(",", "punctuation")
_RANGES: Final = ((-2.5, 2.5), (-2.5, 2.5))
"""What is drawn of the plane: where functions of textbooks have their valleys and kinks."""
_POINTS: Final = ((1.0, 1.0), (1.0, 0.5), (-1.0, 1.0), (0.5, -1.0), (1.5, 1.5), (-1.5, -0.5), (0.5, 1.5))
"""The gradient is drawn at the first of these where it is a number and not zero. They are short decimals, which are
read off the axes, and lie on several lines through zero: where it vanishes on one it is there on another."""


@dataclass(frozen=True)
class _Survey:
    """The landscape, the point, the height and the gradient there, and the values of the other variables."""

    trace: Trace
    land: Landscape
    point: tuple[float, float]
    height: float
    gradient: tuple[float, float]
    others: tuple[tuple[Notation, Notation], ...]


@dataclass(frozen=True)
class Pair:
    """Two numbers that a function is differentiated by: two scalar variables, or the two entries of one vector."""

    variables: tuple[Variable, ...]
    names: tuple[Notation, Notation]

    def samples(self, first: Any, second: Any) -> dict[Variable, Any]:
        """Arrays of both numbers as values of the variables, one axis for the samples first."""
        if len(self.variables) == 2:
            return {self.variables[0]: first, self.variables[1]: second}
        return {self.variables[0]: numpy.stack([first, second], axis=-1)}


def pair_of(wrt: Node) -> Pair | None:
    """The two numbers behind a variable, or None where it stands for more or fewer; an open size is taken as two."""
    if isinstance(wrt, VariableTuple) and len(wrt.variables) == 2:
        # A tuple may hold vectors as well: then it stands for more numbers than it has variables.
        scalars = tuple(part for part in wrt.variables if isinstance(part, Variable) and part.shape.is_scalar)
        if len(scalars) == 2:
            return Pair(scalars, (formula(scalars[0]), formula(scalars[1])))
    if isinstance(wrt, Variable) and wrt.shape.is_vector and (wrt.shape.rows == 2 or isinstance(wrt.shape.rows, str)):
        return Pair((wrt,), (formula(Entry(wrt, (number(1),))), formula(Entry(wrt, (number(2),)))))
    return None


def why_not(trace: Trace) -> str:
    """Why there is no landscape."""
    if not trace.problem.expression.shape.is_scalar:
        return "it has several values, so there is no height"
    if pair_of(trace.problem.wrt) is None:
        return "its variable does not stand for two numbers"
    return unknown_function(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """Lines of equal height, and the gradient as an arrow, which stands upright on them.

    Raises UnsuitedError when the function is no scalar, or not one of two numbers.
    """
    assert trace is not None
    problem = trace.problem
    pair = pair_of(problem.wrt)
    assert pair is not None
    survey = _survey(trace, pair, options)
    return Figure(
        "contours",
        phrase("Contour lines of {0}", write(problem.expression, "unicode")),
        _described(survey, write(problem.expression, "unicode")),
        lambda width: _arranged(survey, width),
        26.0,
        {
            "point": survey.point, "gradient": survey.gradient, "levels": survey.land.levels,
            "ranges": survey.land.ranges,
        },
    )  # fmt: skip


def _described(survey: _Survey, function: str) -> str:
    x, y = survey.point
    return phrase(
        "Lines on which {0} has the values {1}. At ({2}, {3}), where the value is {4}, the gradient "
        "({5}, {6}) points across the line, in the direction in which the function grows fastest.",
        function,
        ", ".join(f"{level:.4g}" for level in survey.land.levels),
        f"{x:.4g}",
        f"{y:.4g}",
        f"{survey.height:.4g}",
        f"{survey.gradient[0]:.4g}",
        f"{survey.gradient[1]:.4g}",
    )


def _survey(trace: Trace, pair: Pair, options: Options) -> _Survey:
    problem = trace.problem
    given = read.mapping_option(options, "values")
    others = [variable for variable in variables_of(problem.expression) if variable not in pair.variables]
    require_known("values", given, [variable.name for variable in others])
    size = problem.wrt.shape.rows
    fixed = {size: 2} if isinstance(size, str) else {}
    sizes = chosen_sizes([variable.shape for variable in others], fixed)

    def at(node: Node, first: Any, second: Any) -> Any:
        source = ChosenValues(given, sizes, samples=pair.samples(first, second))
        found = evaluated(node, source, first.shape)
        return numpy.broadcast_to(found, (*first.shape, *found.shape[found.ndim - len(node.shape.sizes) :]))

    land = surveyed(lambda first, second: at(problem.expression, first, second), _RANGES, pair.names)
    if not numpy.isfinite(land.heights).any():
        raise UnsuitedError("contours", "it has no value near zero")
    chosen = _given_point(options)
    for x, y in (chosen,) if chosen is not None else _POINTS:
        place = numpy.array([x]), numpy.array([y])
        height = float(at(problem.expression, *place)[0])
        gradient = at(trace.result, *place).reshape(-1)
        if (
            numpy.isfinite(height)
            and numpy.isfinite(gradient).all()
            and (chosen is not None or numpy.abs(gradient).max() > 0)
        ):
            break
    else:
        raise UnsuitedError("contours", "its gradient is zero or missing wherever it was looked for")
    source = ChosenValues(given, sizes)
    told = tuple((formula(variable), numbers_label(source.variable(variable))) for variable in others)
    return _Survey(trace, land, (x, y), height, (float(gradient[0]), float(gradient[1])), told)


def _given_point(options: Options) -> tuple[float, float] | None:
    value = options.get("at")
    if value is None:
        return None
    try:
        x, y = (float(part) for part in value)
    except (TypeError, ValueError) as error:
        raise ExplainerError(
            phrase("at = {0} is not a point", f"{value!r}"), hint="Give two numbers, such as at=[1, 2]."
        ) from error
    if not (abs(x) <= _RANGES[0][1] and abs(y) <= _RANGES[1][1]):
        raise ExplainerError(
            phrase("the point ({0}, {1}) lies outside the picture", f"{x:g}", f"{y:g}"),
            hint="Use numbers from −2.5 to 2.5.",
        )
    return x, y


def _arranged(survey: _Survey, width: float) -> Sheet:
    canvas = Canvas()
    room = width - 1
    canvas.text(formula(survey.trace.problem.expression), 0.0, 0.6, size=0.9, up=0, wrap=room)
    axes = draw_landscape(canvas, survey.land, 0.0, 0.0, min(room, 20.0), None, [survey.point])
    start = axes.place(survey.point)
    direction = survey.gradient
    length = (direction[0] ** 2 + direction[1] ** 2) ** 0.5
    y = axes.frame.y - 1.9
    if length:
        reach = 0.22 * min(axes.frame.width, axes.frame.height)
        ux, uy = direction[0] / length, direction[1] / length
        frame = axes.frame
        reach = min(
            reach,
            ((frame.right if ux > 0 else frame.x) - start[0]) / ux if ux else reach,
            ((frame.top if uy > 0 else frame.y) - start[1]) / uy if uy else reach,
        )
        tip = (start[0] + reach * ux, start[1] + reach * uy)
        canvas.line((start, (tip[0] - 0.4 * ux, tip[1] - 0.4 * uy)), FIRST, 0.16)
        canvas.arrow_head(tip, (ux, uy), FIRST, 0.65)
    canvas.dot(start, 0.22, fill=INK)
    at = Row((Fence("(", Row((survey.land.names[0], _COMMA, survey.land.names[1])), ")"), _EQUALS, _pair(survey.point)))
    words = sentence(
        "At {point}: value {value}, gradient {gradient}.",
        {"point": at, "value": number_label(survey.height, 4), "gradient": _pair(survey.gradient)},
    )
    y = canvas.paragraph(words, 0.0, y, room)
    if survey.others:
        told = listed([Row((variable, _EQUALS, value)) for variable, value in survey.others])
        canvas.paragraph(sentence("With {values}.", {"values": told}), 0.0, y - 0.45, room)
    return canvas.sheet()


def _pair(pair: tuple[float, float]) -> Notation:
    return Fence("(", Row((number_label(pair[0], 4), _COMMA, number_label(pair[1], 4))), ")")
