"""How a formula becomes the next one on the screen: which pieces travel from where to where, which come and which go.

Pieces that make the same way, terms that move together, are one group, so that a frame costs little however many
letters there are. Lengths are in pixels, y downwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from explainer.session.lines.correspondence import Matching
from explainer.typeset.picture import Glyph

if TYPE_CHECKING:
    from explainer.notation.tree import Path
    from explainer.typeset import Picture, Piece


class Stand(NamedTuple):
    """Where a picture stands: the left end of its baseline and the size of its letters."""

    x: float
    y: float
    em_px: float


class Way(NamedTuple):
    """The way of a group of pieces: at its start a point x, y of the end lies at `x_scale` x + `x_shift`, and so on."""

    x_scale: float
    x_shift: float
    y_scale: float
    y_shift: float

    def at(self, share: float) -> Way:
        """The map after a share of the way; 1 is the end, where every point is in its place."""
        rest = 1 - share
        return Way(1 + (self.x_scale - 1) * rest, self.x_shift * rest, 1 + (self.y_scale - 1) * rest,
                   self.y_shift * rest)  # fmt: skip


class Plan(NamedTuple):
    """What happens to the pieces: `travels` are groups of pieces of the picture after with their ways.

    `born` are pieces of the picture after that come from nowhere, `gone` pieces of the picture
    before that lead nowhere.
    """

    travels: tuple[tuple[Way, tuple[int, ...]], ...]
    born: tuple[int, ...]
    gone: tuple[int, ...]


def plan(before: Picture, after: Picture, matching: Matching, start: Stand, end: Stand) -> Plan:
    """Plan the way from one picture, standing at `start`, to the next one, standing at `end`."""
    ours, theirs = _by_part(after.pieces), _by_part(before.pieces)
    groups: dict[Way, dict[int, None]] = defaultdict(dict)
    arrived: set[int] = set()
    left: set[int] = set()
    for part, numbers in ours.items():
        sources: Sequence[Path | None] = matching.sources.get(part, ()) if part is not None else (None,)
        for source in sources:
            for number, origin in _pairs(after.pieces, numbers, before.pieces, theirs.get(source, [])):
                way = _way(before.pieces[origin], after.pieces[number], start, end)
                groups[way][number] = None
                arrived.add(number)
                left.add(origin)
    return Plan(
        tuple((way, tuple(numbers)) for way, numbers in groups.items() if numbers),
        tuple(number for number in range(len(after.pieces)) if number not in arrived),
        tuple(number for number in range(len(before.pieces)) if number not in left),
    )


def reversed_matching(matching: Matching) -> Matching:
    """The same for the way back: what was copied flows together, what was merged parts."""
    return Matching(matching.targets, frozenset())


def _by_part(pieces: Sequence[Piece]) -> Mapping[Path | None, list[int]]:
    found: dict[Path | None, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        found[piece.part].append(number)
    return found


def _pairs(
    ours: Sequence[Piece], numbers: Sequence[int], theirs: Sequence[Piece], origins: Sequence[int]
) -> list[tuple[int, int]]:
    """The pieces of one part and those of its source that look the same, in the order in which they stand."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for origin in reversed(origins):
        waiting[_look(theirs[origin])].append(origin)
    return [(number, waiting[look].pop()) for number in numbers if waiting[look := _look(ours[number])]]


def _look(piece: Piece) -> str:
    return piece.key if isinstance(piece, Glyph) else "rule"


def _way(origin: Piece, piece: Piece, start: Stand, end: Stand) -> Way:
    """The map that takes a piece from its place at the end to where it comes from; rounded, so that many are one."""
    (from_width, from_height), (to_width, to_height) = _size(origin), _size(piece)
    x_scale = _ratio(from_width * start.em_px, to_width * end.em_px)
    y_scale = _ratio(from_height * start.em_px, to_height * end.em_px)
    x_shift = start.x + origin.x * start.em_px - x_scale * (end.x + piece.x * end.em_px)
    y_shift = start.y - origin.y * start.em_px - y_scale * (end.y - piece.y * end.em_px)
    return Way(x_scale, round(x_shift), y_scale, round(y_shift))


def _size(piece: Piece) -> tuple[float, float]:
    """How large a piece is; fraction bars and the like grow in one direction only."""
    return (piece.scale, piece.scale) if isinstance(piece, Glyph) else (piece.width, piece.height)


def _ratio(one: float, other: float) -> float:
    """One length over another, 1 where they are nearly the same."""
    ratio = one / other if other else 1.0
    return 1.0 if abs(ratio - 1) < 0.01 else round(ratio, 2)
