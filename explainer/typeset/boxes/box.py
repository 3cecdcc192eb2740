"""Boxes: rectangles with a baseline that hold leaves, rules or other boxes at places relative to their own origin.

Lengths are in em of the picture's base size; y runs upwards from the baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from explainer.notation.tree import Path
from explainer.threads import recent
from explainer.typeset.fonts.leaves import leaf, sized_key

ORD, OP, BIN, REL, OPEN, CLOSE, PUNCT, INNER, WORD, BEFORE_BODY = range(10)
"""TeX's classes of atoms, words, and the right side of d/dx; what room stands between two is the table in `row`."""

RULE: Final = "rule"
"""The key of a box that is a filled rectangle."""


@dataclass(slots=True, eq=False)
class Box:
    """A piece laid out. Boxes are shared between layouts and never changed once built."""

    width: float
    height: float
    depth: float
    children: Sequence[Child] = ()
    key: str = ""
    """The leaf's key, RULE, or empty for a box of boxes."""
    scale: float = 1.0
    """The size of the leaf, or what the children are multiplied with."""
    spans: Sequence[Span] = ()
    left: int = ORD
    """The class that the neighbour on the left sees, and below the one that the right one sees."""
    right: int = ORD
    italic: float = 0.0
    """The part of the width by which a slanted letter leans over: a subscript moves back by it."""
    skew: float = 0.0
    head: float = 0.0
    """How far the head of an arrow above reaches to the right: an exponent begins behind it."""
    single: bool = False
    """Whether this is one character, whose scripts stand at TeX's plain heights."""
    prefix: Path = ()
    """What is put before the paths of the parts inside, where several expressions share a picture."""
    factor: bool = False
    """Whether a long product may be broken before this: fractions and derivatives."""
    may_shrink: bool = False
    """Whether a narrow page may draw this smaller: matrices and cases."""
    hang: float = 0.0
    """How much of the depth is a brace with its label, which delimiters around the piece do not grow for."""


@dataclass(slots=True, eq=False)
class Span:
    """Where in a box the expression's part at `path` lies."""

    path: Path
    left: float
    right: float
    height: float
    depth: float


Child: TypeAlias = tuple[float, float, Box, Path | None]
"""x, y, the box, and the path of the part it belongs to when that is not the parent's."""


@recent(8192)
def leaf_box(key: str, size: float, kind: int = ORD) -> Box:
    """The box of a leaf at this size, with the class of atom that it is."""
    key = sized_key(key, size)
    found = leaf(key)
    return Box(
        found.width * size,
        found.height * size,
        found.depth * size,
        key=key,
        scale=size,
        left=kind,
        right=kind,
        italic=found.italic * size,
        skew=found.skew * size,
        single=True,
    )


def rule_box(width: float, height: float, depth: float = 0.0) -> Box:
    """A filled rectangle."""
    return Box(width, height, depth, key=RULE)


def space_box(width: float, height: float = 0.0, depth: float = 0.0) -> Box:
    """Room and nothing in it."""
    return Box(width, height, depth)


def overlay(children: Sequence[Child], width: float, *, kind: int = ORD, may_shrink: bool = False) -> Box:
    """Boxes at given places as one box, as high and as deep as they reach."""
    height = max((y + box.height for _, y, box, _ in children), default=0.0)
    depth = max((box.depth - y for _, y, box, _ in children), default=0.0)
    return Box(width, height, depth, children, left=kind, right=kind, may_shrink=may_shrink)


def beside(boxes: Iterable[Box], *, left: int = ORD, right: int = ORD) -> Box:
    """Boxes side by side without room between them."""
    children, x = list[Child](), 0.0
    for box in boxes:
        children.append((x, 0.0, box, None))
        x += box.width
    result = overlay(children, x)
    result.left, result.right = left, right
    return result


def scaled(box: Box, factor: float, axis: float) -> Box:
    """The box drawn smaller about its axis."""
    y = axis * (1 - factor)
    return Box(
        box.width * factor,
        box.height * factor + y,
        box.depth * factor - y,
        [(0.0, y / factor, box, None)],
        scale=factor,
        left=box.left,
        right=box.right,
    )
