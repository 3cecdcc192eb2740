"""Outlines: what a glyph looks like, as lines and quadratic curves in em, y upwards."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain, compress
from typing import Final

MOVE: Final = 1
LINE: Final = 2
CURVE: Final = 3
CLOSE: Final = 79
"""The codes of an outline are matplotlib's path codes, so that an outline can be handed to it unchanged."""

Point = tuple[float, float]


class Outline:
    """A filled shape (non-zero winding): one code per vertex.

    MOVE begins a contour, LINE goes to its vertex, CURVE comes twice (the control point, then the end point),
    CLOSE ends a contour and its vertex means nothing. Units: em, x to the right, y up, the origin on the baseline.

    The numbers lie side by side: as pairs of Python's numbers the letters and words of an hour in the window took some
    ten megabytes, in a few hundred thousand objects that kept the memory around them from being given back.
    """

    __slots__ = ("_numbers", "bounds", "codes")

    def __init__(self, vertices: Iterable[Point], codes: Iterable[int]) -> None:
        self._take(array("d", chain.from_iterable(vertices)), bytes(codes))

    def _take(self, numbers: array[float], codes: bytes) -> None:
        if len(numbers) != 2 * len(codes):
            raise ValueError(f"{len(numbers) // 2} vertices for {len(codes)} codes")
        self._numbers, self.codes = numbers, codes
        xs, ys = numbers[::2], numbers[1::2]
        if CLOSE in codes:
            inked = [code != CLOSE for code in codes]
            xs, ys = array("d", compress(xs, inked)), array("d", compress(ys, inked))
        self.bounds = (min(xs), min(ys), max(xs), max(ys)) if xs else (0.0, 0.0, 0.0, 0.0)
        """The smallest x, smallest y, largest x and largest y of the ink (of the control points, which hold it)."""

    @classmethod
    def _of(cls, numbers: array[float], codes: bytes) -> Outline:
        made = cls.__new__(cls)
        made._take(numbers, codes)
        return made

    @property
    def vertices(self) -> tuple[Point, ...]:
        return tuple(zip(self._numbers[::2], self._numbers[1::2], strict=True))

    def moved(self, x: float, y: float, scale: float = 1.0, stretch: float = 1.0) -> Outline:
        """The same shape scaled about the origin, stretched across and then moved."""
        numbers, across = array("d", self._numbers), scale * stretch
        numbers[::2] = array("d", [px * across + x for px in self._numbers[::2]])
        numbers[1::2] = array("d", [py * scale + y for py in self._numbers[1::2]])
        return self._of(numbers, self.codes)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Outline):
            return NotImplemented
        return self.codes == other.codes and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash((self.codes, self.bounds))

    def __repr__(self) -> str:
        return f"Outline({self.vertices!r}, {tuple(self.codes)!r})"


def joined(outlines: list[Outline]) -> Outline:
    """Several outlines as one."""
    if len(outlines) == 1:
        return outlines[0]
    numbers = array("d")
    for outline in outlines:
        numbers.extend(outline._numbers)
    return Outline._of(numbers, b"".join(outline.codes for outline in outlines))


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A filled rectangle with its lower left corner at x, y."""
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return Outline(corners, (MOVE, LINE, LINE, LINE, CLOSE))
