"""Outlines: what a glyph looks like, as lines and quadratic curves in em, y upwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

MOVE: Final = 1
LINE: Final = 2
CURVE: Final = 3
CLOSE: Final = 79
"""The codes of an outline are matplotlib's path codes, so that an outline can be handed to it unchanged."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A filled shape (non-zero winding): one code per vertex.

    MOVE begins a contour, LINE goes to its vertex, CURVE comes twice (the control point, then the end point),
    CLOSE ends a contour and its vertex means nothing. Units: em, x to the right, y up, the origin on the baseline.
    """

    vertices: tuple[Point, ...]
    codes: tuple[int, ...]
    bounds: tuple[float, float, float, float] = field(init=False)
    """The smallest x, smallest y, largest x and largest y of the ink (of the control points, which hold it)."""

    def __post_init__(self) -> None:
        points = [point for point, code in zip(self.vertices, self.codes, strict=True) if code != CLOSE]
        if points:
            xs, ys = [point[0] for point in points], [point[1] for point in points]
            bounds = (min(xs), min(ys), max(xs), max(ys))
        else:
            bounds = (0.0, 0.0, 0.0, 0.0)
        object.__setattr__(self, "bounds", bounds)

    def moved(self, x: float, y: float, scale: float = 1.0) -> Outline:
        """The same shape scaled about the origin and then moved."""
        return Outline(tuple((px * scale + x, py * scale + y) for px, py in self.vertices), self.codes)


def joined(outlines: list[Outline]) -> Outline:
    """Several outlines as one."""
    if len(outlines) == 1:
        return outlines[0]
    vertices = tuple(point for outline in outlines for point in outline.vertices)
    return Outline(vertices, tuple(code for outline in outlines for code in outline.codes))


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A filled rectangle with its lower left corner at x, y."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return Outline(corners, (MOVE, LINE, LINE, LINE, CLOSE))
