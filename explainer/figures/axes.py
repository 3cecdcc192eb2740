"""Axes: a frame with round numbers at its sides, into which curves are drawn.

They are not matplotlib's: to import what that draws figures with takes as long as forty figures here (430 against 11
ms), each of its own takes six times as long, and its labels would be set in other letters than the formulas beside
them, without a word for a screen reader. What it is good at stays with it: `typeset/files/png_file` fills outlines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from explainer.figures.canvas import FAINT, FRAME, MUTED, Canvas, Point, Text, measured
from explainer.figures.labels import number_label
from explainer.notation.tree import Notation
from explainer.typeset import Rect

TICK = 0.66  # of the letters beside them: the numbers are read after the curve
_TICK_EM = 0.28
"""How far a tick stands out: seen beside the letters of its number, which are more than twice as high."""


def round_numbers(low: float, high: float, most: int) -> list[float]:
    """Round numbers between two others, at most so many: multiples of 1, 2 or 5 times a power of ten."""
    span = high - low
    if not span > 0:
        return [low]
    raw = span / max(1, most)
    power = 10.0 ** floor(log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * (1 - 1e-9))
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [k * step + 0.0 for k in range(first, last + 1)]


@dataclass(frozen=True)
class Axes:
    """A frame on the canvas, and the ranges of numbers that it shows across and up."""

    frame: Rect
    x: tuple[float, float]
    y: tuple[float, float]

    def place(self, point: Point) -> Point:
        """Where a point of numbers lies on the canvas."""
        (x0, x1), (y0, y1), frame = self.x, self.y, self.frame
        return (
            frame.x + (point[0] - x0) / (x1 - x0) * frame.width,
            frame.y + (point[1] - y0) / (y1 - y0) * frame.height,
        )

    def holds(self, point: Point) -> bool:
        """Whether a point of numbers lies inside the frame."""
        return self.x[0] <= point[0] <= self.x[1] and self.y[0] <= point[1] <= self.y[1]


def upright_numbers(y: tuple[float, float], height: float) -> list[tuple[float, Notation]]:
    """The numbers at the side of a frame of this height."""
    numbers: list[float] = []
    most = max(2, int(height / 1.6))
    while len(numbers) < 2 and most < 20:
        numbers = round_numbers(*y, most=most)
        most += 1
    return [(number, number_label(number, 4)) for number in numbers]


def level_numbers(x: tuple[float, float], width: float) -> list[tuple[float, Notation]]:
    """The numbers below a frame of this width, as many as do not touch."""
    for most in range(max(2, int(width / 1.8)), 1, -1):
        numbers = [(number, number_label(number, 4)) for number in round_numbers(*x, most=most)]
        room = width / max(1e-9, x[1] - x[0]) * (numbers[1][0] - numbers[0][0]) if len(numbers) > 1 else width
        if max(measured(label, TICK)[0] for _, label in numbers) + 0.45 <= room:
            return numbers
    return [(number, number_label(number, 4)) for number in round_numbers(*x, most=1)][:1]


def side_width(numbers: Sequence[tuple[float, Notation]]) -> float:
    """The room that the numbers at the side need."""
    return max((measured(label, TICK)[0] for _, label in numbers), default=0.0) + _TICK_EM + 0.25


def draw_axes(
    canvas: Canvas, axes: Axes, *, across: Sequence[tuple[float, Notation]], up: Sequence[tuple[float, Notation]],
    name: Text | None = None, numbers_below: bool = True, zero_lines: bool = True,
) -> None:  # fmt: skip
    """The frame, its grid with stronger lines at zero, and the numbers; `name` stands at the end of the lower side."""
    frame = axes.frame
    for number, _ in across:
        x, _ = axes.place((number, axes.y[0]))
        canvas.line(((x, frame.y), (x, frame.top)), FAINT, 0.04)
    for number, _ in up:
        _, y = axes.place((axes.x[0], number))
        canvas.line(((frame.x, y), (frame.right, y)), FAINT, 0.04)
    if zero_lines and axes.x[0] < 0 < axes.x[1]:
        x, _ = axes.place((0.0, axes.y[0]))
        canvas.line(((x, frame.y), (x, frame.top)), FRAME, 0.05)
    if zero_lines and axes.y[0] < 0 < axes.y[1]:
        _, y = axes.place((axes.x[0], 0.0))
        canvas.line(((frame.x, y), (frame.right, y)), FRAME, 0.05)
    canvas.rectangle(frame, line=FRAME, width=0.05)
    taken = frame.right + 0.3
    if name is not None and numbers_below:
        box = canvas.text(name, frame.right, frame.y - _TICK_EM - 0.2, size=0.85, across=1, up=1)
        taken = box.x - 0.35
    for number, label in across:
        x, _ = axes.place((number, axes.y[0]))
        canvas.line(((x, frame.y), (x, frame.y - _TICK_EM)), FRAME, 0.05)
        if numbers_below and x + measured(label, TICK)[0] / 2 <= taken:
            canvas.text(label, x, frame.y - _TICK_EM - 0.2, size=TICK, across=0.5, up=1, paint=MUTED)
    for number, label in up:
        _, y = axes.place((axes.x[0], number))
        canvas.line(((frame.x, y), (frame.x - _TICK_EM, y)), FRAME, 0.05)
        canvas.text(label, frame.x - _TICK_EM - 0.2, y, size=TICK, across=1, up=0.5, paint=MUTED)
