"""Lays out a graph in ranks, one below the other: every edge runs downwards, and passes boxes by in slots of its own.

An edge that skips ranks gets a narrow slot in each of them, and every edge gets a slot for its label between two
ranks of boxes. Slots are ordered so that few edges cross, then moved towards what they are joined to.
Source: Sugiyama, Tagawa and Toda 1981 (ranks, barycentres); pooling of adjacent violators for the last step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from explainer.figures.canvas import Point

GAP_EM = 0.9
"""Between two neighbours in a rank."""
SLOT_EM = 0.5
"""The room that an edge has on its way past the boxes of a rank."""
SWEEPS = 8
"""So often vertices are moved to the middle of their neighbours, down and up in turn; the order with the fewest
crossings is kept."""


@dataclass(slots=True)
class Slot:
    """A place in a rank: a box, a label of an edge, or room for an edge that passes by. `x` is its middle."""

    rank: int
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of one edge: the slots it runs through, from its source to its target; `label` is one of them."""

    slots: tuple[int, ...]
    label: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """The finished layout: every slot at its place, the boxes first, and the way of every edge."""

    slots: tuple[Slot, ...]
    chains: tuple[Chain, ...]


def arrange_ranks(
    layers: Sequence[int],
    boxes: Sequence[tuple[float, float]],
    edges: Sequence[tuple[int, int]],
    labels: Sequence[tuple[float, float]],
    gap: float = 0.55,
) -> Ranked:
    """Places for boxes of given layers and sizes, and for the edges between them with their labels' sizes."""
    slots = [Slot(2 * layer, *size) for layer, size in zip(layers, boxes, strict=True)]
    chains: list[Chain] = []
    for (source, target), label in zip(edges, labels, strict=True):
        ranks = range(slots[source].rank + 1, slots[target].rank)
        middle = ranks[len(ranks) // 2] if len(ranks) % 4 == 1 else ranks[len(ranks) // 2 - 1]
        way, place = [source], source
        for rank in ranks:
            slots.append(Slot(rank, *label) if rank == middle else Slot(rank, SLOT_EM, 0.0))
            way.append(len(slots) - 1)
            place = len(slots) - 1 if rank == middle else place
        chains.append(Chain((*way, target), place))
    neighbours: list[list[int]] = [[] for _ in slots]
    for chain in chains:
        for one, other in pairwise(chain.slots):
            neighbours[one].append(other)
            neighbours[other].append(one)
    ranks_of = _ordered(slots, neighbours)
    _spread(slots, ranks_of, neighbours)
    _stack(slots, ranks_of, gap)
    return Ranked(tuple(slots), tuple(chains))


def _ordered(slots: list[Slot], neighbours: list[list[int]]) -> list[list[int]]:
    """The slots of each rank from left to right, each near the middle of what it is joined to above or below."""
    ranks: list[list[int]] = [[] for _ in range(max(slot.rank for slot in slots) + 1)]
    for place, slot in enumerate(slots):
        ranks[slot.rank].append(place)
    best, fewest = [list(rank) for rank in ranks], _crossings(ranks, slots, neighbours)
    for sweep in range(SWEEPS):
        order = ranks if sweep % 2 == 0 else ranks[::-1]
        step = -1 if sweep % 2 == 0 else 1
        for rank in order:
            position = {place: k for other in ranks for k, place in enumerate(other)}
            middle = {}
            for place in rank:
                joined = [position[n] for n in neighbours[place] if slots[n].rank == slots[place].rank + step]
                middle[place] = sum(joined) / len(joined) if joined else float(position[place])
            rank.sort(key=lambda place: middle[place])
        count = _crossings(ranks, slots, neighbours)
        if count < fewest:
            best, fewest = [list(rank) for rank in ranks], count
    return best


def _crossings(ranks: list[list[int]], slots: list[Slot], neighbours: list[list[int]]) -> int:
    position = {place: k for rank in ranks for k, place in enumerate(rank)}
    count = 0
    for rank in ranks:
        ends = [
            (position[place], position[n])
            for place in rank
            for n in neighbours[place]
            if slots[n].rank == slots[place].rank + 1
        ]
        count += sum((a - c) * (b - d) < 0 for k, (a, b) in enumerate(ends) for c, d in ends[k + 1 :])
    return count


def _spread(slots: list[Slot], ranks: list[list[int]], neighbours: list[list[int]]) -> None:
    """Move the slots towards the middle of what they are joined to, as far as their neighbours leave room."""
    for rank in ranks:
        x = 0.0
        for place in rank:
            slots[place].x = x + slots[place].width / 2
            x += slots[place].width + GAP_EM
        for place in rank:
            slots[place].x -= (x - GAP_EM) / 2
    for sweep in range(3 * SWEEPS):
        for rank in ranks if sweep % 2 == 0 else reversed(ranks):
            wanted = []
            for place in rank:
                joined = [slots[n].x for n in neighbours[place]]
                wanted.append(sum(joined) / len(joined) if joined else slots[place].x)
            widths = [slots[place].width for place in rank]
            for place, x in zip(rank, separated(wanted, widths), strict=True):
                slots[place].x = x


def separated(wanted: Sequence[float], widths: Sequence[float], gap: float = GAP_EM) -> list[float]:
    """The places nearest to the wanted ones, in the same order, at which things of these widths do not touch."""
    offsets = [0.0] if widths else []  # a rank may be empty
    for left, right in pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, more = blocks.pop()
            mean, count = (mean * count + before * more) / (count + more), count + more
        blocks.append((mean, count))
    level = [mean for mean, count in blocks for _ in range(count)]
    return [mean + offset for mean, offset in zip(level, offsets, strict=True)]


def _stack(slots: list[Slot], ranks: list[list[int]], gap: float) -> None:
    """Put the ranks below each other, each as high as its highest slot."""
    y = 0.0
    for rank in ranks:
        height = max((slots[place].height for place in rank), default=0.0)
        for place in rank:
            slots[place].y = y - height / 2
        y -= height + gap


# --- the arrows ------------------------------------------------------------------------------------------------------


def port(middle: float, width: float, towards: float) -> float:
    """Where on the edge of a box an arrow begins or ends: below the middle, moved a little towards its way."""
    reach = max(0.0, width / 2 - 0.6)
    return middle + max(-reach, min(reach, 0.6 * (towards - middle)))


def rounded(points: Sequence[Point]) -> list[Point]:
    """Straight lines with their corners rounded, as points and control points in turn."""
    result: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _towards(corner, before), _towards(corner, after)
        result += [_between(result[-1], enter), enter, corner, leave]
    return [*result, _between(result[-1], points[-1]), points[-1]]


def _towards(corner: Point, other: Point, radius: float = 0.5) -> Point:
    length = ((other[0] - corner[0]) ** 2 + (other[1] - corner[1]) ** 2) ** 0.5
    share = min(0.5, radius / length) if length else 0.0
    return corner[0] + share * (other[0] - corner[0]), corner[1] + share * (other[1] - corner[1])


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
