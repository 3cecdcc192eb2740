"""Pictures: a formula as outlines and rules at their places, which every screen and file is drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from explainer.notation.tree import Path
from explainer.typeset.boxes.arrange import UNKNOWN
from explainer.typeset.boxes.box import RULE, Box, Span
from explainer.typeset.fonts.leaves import leaf
from explainer.typeset.fonts.outline import Outline

_TOUCHING_EM = 0.01
"""Rectangles that are not further apart touch."""
_LARGE = 400
"""In a formula of more pieces a part that stands in several places has a mark in each."""


class Rect(NamedTuple):
    """A rectangle in em: its lower left corner, its width and its height; y runs upwards from the baseline."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    def united(self, other: Rect) -> Rect:
        """The smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.top, other.top) - y)

    def meets(self, other: Rect) -> bool:
        """Whether the two overlap or touch."""
        beside = self.x <= other.right + _TOUCHING_EM and other.x <= self.right + _TOUCHING_EM
        return beside and self.y < other.top and other.y < self.top


class Glyph(NamedTuple):
    """An outline at a place: its key, its origin in em, its size, and the innermost part it belongs to."""

    key: str
    x: float
    y: float
    scale: float
    part: Path | None


class Rule(NamedTuple):
    """A filled rectangle: a fraction bar, the bar of a root, the straight part of a bracket."""

    x: float
    y: float
    width: float
    height: float
    part: Path | None


Piece: TypeAlias = Glyph | Rule


class Picture(NamedTuple):
    """A typeset formula.

    Units: em of the base size; the origin is the left end of the baseline, x runs to the right, y upwards: the ink lies
    between x = 0 and `width`, y = −`depth` and `height`. `parts` holds, for each part of the expression that the
    notation names, the rectangle around it; `repeated` the places of those that stand in several, such as in every
    entry of a matrix or on both sides of a line break. `problems` says what could not be set as it should be.
    """

    width: float
    height: float
    depth: float
    pieces: tuple[Piece, ...]
    parts: Mapping[Path, Rect] = MappingProxyType({})
    problems: tuple[str, ...] = ()
    repeated: Mapping[Path, tuple[Rect, ...]] = MappingProxyType({})

    def places(self, path: Path) -> tuple[Rect, ...]:
        """The rectangles that show where a part stands: one around all of it, unless that would hold other ink too."""
        apart = self.repeated.get(path)
        if apart is None:
            return (self.parts[path],) if path in self.parts else ()
        whole = self.parts[path]
        if not path:
            return (whole,)
        if len(self.pieces) > _LARGE:  # comparing all parts with all ink would hold up the window
            return apart
        others = (piece for piece in self.pieces if piece.part is None or piece.part[: len(path)] != path)
        return apart if any(whole.meets(ink_of(piece)) for piece in others) else (whole,)

    def outline(self, key: str) -> Outline:
        """The shape of a glyph by its key; one key always names one shape, so it can be converted once and kept."""
        return leaf(key).outline


def ink_of(piece: Piece) -> Rect:
    """The rectangle around the ink of a piece."""
    if isinstance(piece, Rule):
        return Rect(piece.x, piece.y, piece.width, piece.height)
    x0, y0, x1, y1 = (piece.scale * bound for bound in leaf(piece.key).outline.bounds)
    return Rect(piece.x + x0, piece.y + y0, x1 - x0, y1 - y0)


def picture_of(box: Box) -> Picture:
    """The picture of a box: every leaf and rule in it at its place on the page."""
    pieces: list[Piece] = []
    places: dict[Path, list[Rect]] = {}
    stack: list[tuple[Box, float, float, float, Path | None, Path]] = [(box, 0.0, 0.0, 1.0, None, ())]
    low, high, left, right = -box.depth, box.height, 0.0, box.width
    while stack:
        item, x, y, zoom, path, prefix = stack.pop()
        key = item.key
        if not key:
            prefix += item.prefix
            for span in item.spans:
                _add_part(places, prefix, span, x, y, zoom)
            zoom *= item.scale
            for cx, cy, child, inner in reversed(item.children):
                part = path if inner is None else prefix + inner
                stack.append((child, x + zoom * cx, y + zoom * cy, zoom, part, prefix))
            continue
        if key == RULE:
            x0, y0, x1, y1 = x, y - zoom * item.depth, x + zoom * item.width, y + zoom * item.height
            pieces.append(Rule(x0, y0, x1 - x0, y1 - y0, path))
        else:
            scale = zoom * item.scale
            pieces.append(Glyph(key, x, y, scale, path))
            x0, y0, x1, y1 = leaf(key).outline.bounds
            x0, y0, x1, y1 = x + x0 * scale, y + y0 * scale, x + x1 * scale, y + y1 * scale
        left, low = min(left, x0), min(low, y0)
        right, high = max(right, x1), max(high, y1)
    if left < 0:
        pieces = [piece._replace(x=piece.x - left) for piece in pieces]
        places = {path: [rect._replace(x=rect.x - left) for rect in rects] for path, rects in places.items()}
    parts = {path: reduce(Rect.united, rects) for path, rects in places.items()}
    repeated = {path: tuple(rects) for path, rects in places.items() if len(rects) > 1}
    return Picture(
        right - left, high, -low, tuple(pieces), MappingProxyType(parts), _problems(pieces), MappingProxyType(repeated)
    )


def _add_part(places: dict[Path, list[Rect]], prefix: Path, span: Span, x: float, y: float, zoom: float) -> None:
    """Note a part's rectangle; one that is written several times or broken over lines has several."""
    path = prefix + span.path
    rect = Rect(
        x + zoom * span.left, y - zoom * span.depth, zoom * (span.right - span.left), zoom * (span.height + span.depth)
    )
    known = places.setdefault(path, [])
    if known and known[-1].meets(rect):
        known[-1] = known[-1].united(rect)
    else:
        known.append(rect)


def _problems(pieces: list[Piece]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for piece in pieces:
        if isinstance(piece, Glyph):
            if piece.key.startswith(UNKNOWN):
                found[
                    f"“{piece.key[len(UNKNOWN) :]}” is a construct that cannot be typeset; its text stands for it"
                ] = None
            elif leaf(piece.key).missing:
                text = piece.key.partition(":")[2]
                found[f"no font has every character of “{text}”; a box stands for what is missing"] = None
    return tuple(found)
