"""The images of the terms that travel from one line to the next, made ahead and kept for the way back and forth."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from explainer.gui.board.line_images import rendered
from explainer.gui.formulas.glyph_images import paint_pixels
from explainer.session.lines.correspondence import matching_of
from explainer.session.lines.moving import Stand, Way, plan, reversed_matching

if TYPE_CHECKING:
    from explainer.gui.board.line import BoardLine
    from explainer.gui.formulas.pictures import Drawing
    from explainer.notation.tree import Path
    from explainer.session import Session
    from explainer.session.lines.correspondence import Matching

MOST_TRAVELS = 150
"""Where more groups of letters go different ways, nobody can follow them, and nothing moves."""
_KEPT = 4  # from a line forth and back, and the same of the line before; each keeps the images of two formulas
STILL = Way(1.0, 0.0, 1.0, 0.0)


class Sprite(NamedTuple):
    """An image, the place of its corner at the end, its way there, how opaque it is at the start and at the end."""

    image: QPixmap
    place: QPointF
    way: Way = STILL
    first: float = 1.0
    last: float = 1.0


class Pose(NamedTuple):
    """A formula as it is drawn: its size, its colours, and by how much it misses a whole pixel to the right."""

    drawing: Drawing
    em_px: float
    ink: QColor
    colours: dict[Path, QColor]
    fraction: float

    @property
    def key(self) -> tuple[object, ...]:
        colours = tuple((path, colour.rgba()) for path, colour in self.colours.items())
        return id(self.drawing), self.em_px, self.ink.rgba(), colours, self.fraction

    def sprite(self, numbers: Sequence[int], ratio: float, way: Way, first: float, last: float) -> Sprite | None:
        """An image of some of the pieces, placed as if the formula stood at 0, 0; None where there are none."""
        if not numbers:
            return None
        em, x = self.em_px, self.fraction
        lefts, tops, rights, bottoms = zip(*map(self.drawing.bounds.__getitem__, numbers), strict=True)
        left, top = min(lefts), min(tops)
        width, height = int((max(rights) - left) * em) + 7, int((max(bottoms) - top) * em) + 7
        rect = QRectF(int(left * em + x) - 3, int(top * em) - 3, width, height)

        def paint(painter: QPainter) -> None:
            paint_pixels(painter, self.drawing, QPointF(x, 0), em, self.ink, self.colours, numbers)

        image = rendered(rect, ratio, paint)
        return None if image is None else Sprite(image, rect.topLeft(), way, first, last)


def pose_of(line: BoardLine) -> Pose:
    """How the formula of a line is drawn now; the line itself changes with the next step."""
    return Pose(line.drawing, line.look.em_px, line.ink, line.colours, line.indent - int(line.indent))


class Travels(NamedTuple):
    """Everything that moves, appears or vanishes between two formulas that both stand at 0, 0."""

    moving: tuple[Sprite, ...]
    gone: Sprite | None

    def placed(self, start: QPointF, end: QPointF) -> Iterable[Sprite]:
        """The same with the formula before standing at `start` and the one after at `end`."""
        for image, place, way, first, last in self.moving:
            if way is not STILL:
                x_shift = way.x_shift + start.x() - way.x_scale * end.x()
                y_shift = way.y_shift + start.y() - way.y_scale * end.y()
                way = Way(way.x_scale, x_shift, way.y_scale, y_shift)
            yield Sprite(image, place + end, way, first, last)
        if self.gone is not None:
            yield self.gone._replace(place=self.gone.place + start)


class TravelCache:
    """The travels of the steps of a session that were made last."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: OrderedDict[tuple[object, ...], tuple[Travels | None, Pose, Pose]] = OrderedDict()

    def between(self, first: int, before: Pose, second: int, after: Pose, ratio: float) -> Travels | None:
        """The travels from one line to a neighbouring one; None for other lines and where too much would move."""
        for _ in self.making(first, before, second, after, ratio):
            pass
        known = self._made.get(_name(first, before, second, after, ratio))
        return None if known is None else known[0]

    def know(self, first: int, before: Pose, second: int, after: Pose, ratio: float) -> bool:
        """Whether it is known what travels from one line to a neighbouring one, and all its images are there."""
        return _name(first, before, second, after, ratio) in self._made

    def making(self, first: int, before: Pose, second: int, after: Pose, ratio: float) -> Iterator[None]:
        """Make these travels, if they are not kept, with a rest after each image."""
        step = self._session.step_at(max(first, second))
        key = _name(first, before, second, after, ratio)
        if step is None or abs(first - second) != 1 or key in self._made:
            return
        matching = matching_of(step)
        if second < first:
            matching = reversed_matching(matching)
        yield
        found = yield from _travels(before, after, matching, ratio)
        self._made[key] = (found, before, after)
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)

    def clear(self) -> None:
        """Forget them, for another derivation, size or theme."""
        self._made.clear()


def _name(first: int, before: Pose, second: int, after: Pose, ratio: float) -> tuple[object, ...]:
    return before.key, after.key, ratio, first, second


def _travels(before: Pose, after: Pose, matching: Matching, ratio: float) -> Generator[None, None, Travels | None]:
    start, end = Stand(before.fraction, 0.0, before.em_px), Stand(after.fraction, 0.0, after.em_px)
    planned = plan(before.drawing.picture, after.drawing.picture, matching, start, end)
    if len(planned.travels) > MOST_TRAVELS:
        return None
    made = [after.sprite(planned.born, ratio, STILL, 0.0, 1.0)]
    for way, numbers in planned.travels:
        made.append(after.sprite(numbers, ratio, way, 1.0, 1.0))
        yield
    return Travels(
        tuple(sprite for sprite in made if sprite is not None), before.sprite(planned.gone, ratio, STILL, 1.0, 0.0)
    )
