"""A square symmetric derivative as a heat map with its eigenvalues below: at once whether a Hessian is definite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy

from explainer.figures import options as read
from explainer.figures import zeros
from explainer.figures.boxes import listed
from explainer.figures.canvas import FIRST, FRAME, MUTED, SECOND, Canvas, Sheet
from explainer.figures.figure import Figure, Options, UnsuitedError
from explainer.figures.labels import number_label
from explainer.notation import write
from explainer.notation.tree import Symbol
from explainer.phrases import joined, phrase, sentence

if TYPE_CHECKING:
    from explainer.engine import Trace

_ROUNDING: Final = 1e-9
"""Below this share of the largest entry a difference is one of rounding, and an eigenvalue is zero."""
_MOST_WRITTEN: Final = 12  # as many numbers as stand below a figure in one line
_RADIUS: Final = 0.24
"""Of a dot that is full, empty or ruled: the difference is to be seen where there are many."""


def why_not(trace: Trace) -> str:
    """Why there are no eigenvalues, as far as that shows at once."""
    shape = trace.start.shape
    if len(shape.sizes) <= 2 and (shape.is_scalar or shape.rows != shape.columns):
        return phrase("its derivative is {0}, and only a square matrix has eigenvalues", shape.display())
    return zeros.why_not(trace)


def draw(trace: Trace | None, options: Options) -> Figure:
    """The numbers of the derivative on tinted cells, its eigenvalues on an axis, and what they say of it.

    Raises UnsuitedError where it is not symmetric at these values: its eigenvalues may then be no real numbers.
    """
    assert trace is not None
    pattern = zeros.pattern_of(trace, read.mapping_option(options, "values"), read.mapping_option(options, "sizes"))
    numbers = pattern.numbers
    if not numpy.isfinite(numbers).all():
        raise UnsuitedError("eigenvalues", "not every entry of its derivative has a value")
    if numpy.abs(numbers - numbers.T).max() > _ROUNDING * max(pattern.largest, 1e-300):
        raise UnsuitedError("eigenvalues", "its derivative is not symmetric")
    values = numpy.linalg.eigvalsh(numbers)
    values[numpy.abs(values) <= _ROUNDING * max(pattern.largest, 1e-300)] = 0.0
    told = definiteness(values)
    spoken = joined(", ", (f"{value:.4g}" for value in values[:_MOST_WRITTEN]))
    return Figure(
        "eigenvalues",
        phrase("Eigenvalues of {0}", write(trace.start, "unicode")),
        phrase("The derivative as a symmetric matrix with {0} rows. Eigenvalues: {1}. {2}", len(values), spoken, told),
        lambda width: _arranged(pattern, values, told, width),
        min(38.0, max(20.0, 8 + 2.6 * len(values))),
        {"numbers": numbers, "eigenvalues": values, "values": pattern.values},
    )


def definiteness(values: Any) -> str:
    """What the signs of the eigenvalues say, in a sentence."""
    smallest, largest = float(values.min()), float(values.max())
    if smallest > 0:
        return phrase("All are positive: positive definite here, curved upwards in every direction.")
    if largest < 0:
        return phrase("All are negative: negative definite here, curved downwards in every direction.")
    if smallest < 0 < largest:
        return phrase("Some are positive and some negative: indefinite here, curved as a saddle is.")
    if largest > 0:
        return phrase("None is negative and some are zero: positive semidefinite here, flat in some directions.")
    if smallest < 0:
        return phrase("None is positive and some are zero: negative semidefinite here, flat in some directions.")
    return phrase("All are zero: there is no curvature here.")


def _arranged(pattern: zeros.Pattern, values: Any, told: str, width: float) -> Sheet:
    canvas = Canvas()
    y = zeros.draw_pattern(canvas, pattern, width)
    room = width - 1
    written = [number_label(float(value), 3) for value in values[:_MOST_WRITTEN]]
    cut = [Symbol("…")] if len(values) > _MOST_WRITTEN else []
    y = canvas.paragraph(
        sentence("Eigenvalues: {values}.", {"values": listed([*written, *cut])}), 0.0, y - 0.9, room, paint=MUTED
    )
    y = _axis(canvas, values, y - 1.7, room)
    canvas.paragraph((told,), 0.0, y - 0.5, room)
    return canvas.sheet()


def _axis(canvas: Canvas, values: Any, y: float, room: float) -> float:
    """A line with a dot for each eigenvalue, filled above zero and open below; zero is marked. Its lower edge."""
    low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
    span = (high - low) or 1.0
    left, right = 1.0, room - 1.0

    def place(value: float) -> float:
        return left + (right - left) * (value - low) / span

    canvas.line(((left, y), (right, y)), FRAME, 0.06)
    canvas.line(((place(0.0), y - 0.35), (place(0.0), y + 0.35)), FRAME, 0.06)
    canvas.text(number_label(0.0, 2), place(0.0), y - 0.55, size=0.7, across=0.5, up=1, paint=MUTED)
    free_from = place(0.0) + 0.9, place(0.0) - 0.9
    last = -1e9
    for value in values:
        x = place(float(value))
        canvas.dot((x, y), _RADIUS, fill=FIRST if value > 0 else None, line=FIRST if value >= 0 else SECOND)
        text = number_label(float(value), 3)
        if value != 0 and x - last > 2.4 and not free_from[1] < x < free_from[0]:
            canvas.text(text, x, y + 0.45, size=0.7, across=0.5, up=0)
            last = x
    return y - 1.4
