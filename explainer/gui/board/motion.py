"""Motion on the board: from what was to be seen to what is to be seen, terms travelling to their new places.

The board itself stands in its final state from the first moment; a motion only paints something else over it for a
while. So it can be dropped at any time, and a key is never held up by it. What moves are images, drawn once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QTransform

from explainer.gui.board.ground import fill_ground
from explainer.gui.board.travels import Pose, Sprite, TravelCache, pose_of
from explainer.session.lines.moving import Way

if TYPE_CHECKING:
    from explainer.gui.board.beside_formula import Parts
    from explainer.gui.board.line import BoardLine
    from explainer.gui.board.lines import BoardLines

MOST_PX = 6_000_000
"""A scene with more pixels in motion does not move: its frames would come too late."""
LARGEST_LINE_PX = MOST_PX // 2
"""A line with more pixels has no image to move by."""
MOST_LATE_PX = 400_000
"""Nor one of whose lines so many pixels are yet to be drawn: who presses the next key at once waits for no motion."""
MOST_LATE_LETTERS = 60
"""Nor one of whose formulas so many letters together are yet to be drawn by themselves, for the same reason."""


class Snapshot(NamedTuple):
    """What is to be seen at one moment: the images of each line with the place of its corner, and the current formula.

    Lines are named by their number and, inside a step, by their place in it. Of the current line there are only its
    surroundings; its formula is kept as `pose`, which stands at `stand`.
    """

    trace: object
    position: int
    ratio: float
    images: dict[tuple[int, int], tuple[Parts, QPointF]]
    pose: Pose
    stand: QPointF


def snapshot(lines: BoardLines, origin: QPointF, size: QSize, ratio: float) -> Snapshot | None:
    """What is to be seen of the lines, where `origin` is the point of the scene in the corner of the view.

    None where a line is so large that it has no image or is yet to be drawn, or the current one has no pieces that
    could move.
    """
    current = lines.current
    view = QRectF(QPointF(0, 0), size)
    seen = {
        name: line
        for name, line in _named(lines)
        if line.boundingRect().translated(line.pos() - origin).intersects(view)
    }
    if sum(line.missing_px(ratio) for line in seen.values() if line is not current) > MOST_LATE_PX:
        return None
    images = {}
    for name, line in seen.items():
        parts = line.surroundings(ratio) if line is current else _whole(line, ratio)
        if parts is None:
            return None
        images[name] = parts, line.pos() - origin
    if not current.drawing.picture.pieces:
        return None
    corner = current.pos() - origin
    stand = QPointF(corner.x() + int(current.indent), corner.y() + current.baseline)
    return Snapshot(lines.trace, current.position, ratio, images, pose_of(current), stand)


def _whole(line: BoardLine, ratio: float) -> Parts | None:
    """A line as one image; None where it is too large for one."""
    image = line.image(ratio)
    return None if image is None else ((image, line.boundingRect().topLeft()),)


def _named(lines: BoardLines) -> Iterable[tuple[tuple[int, int], BoardLine]]:
    for number, line in lines.by_number.items():
        yield (number, 0), line
        for count, inner in enumerate(lines.inner.get(number, ()), start=1):
            yield (number, count), inner


def in_time(before: Snapshot, current: BoardLine, travels: TravelCache) -> bool:
    """Whether the images of what would travel from one moment to this line are there, or are made in no time."""
    after = pose_of(current)
    if travels.know(before.position, before.pose, current.position, after, before.ratio):
        return True
    return len(before.pose.drawing.picture.pieces) + len(after.drawing.picture.pieces) <= MOST_LATE_LETTERS


class Motion:
    """The way from one moment to the next; `paint` draws any moment between. All of it happens within `rect`."""

    def __init__(self, sprites: Sequence[Sprite], background: QColor) -> None:
        self._sprites = sprites
        self._background = background
        self.rect = _way_of_all(sprites)

    @staticmethod
    def between(before: Snapshot, after: Snapshot | None, travels: TravelCache, background: QColor) -> Motion | None:
        """The motion of one step forwards or back; None where the two moments are not that, or too large."""
        if after is None or (before.trace, before.ratio) != (after.trace, after.ratio):
            return None
        found = travels.between(before.position, before.pose, after.position, after.pose, after.ratio)
        if found is None:
            return None
        sprites = [*_lines_between(before, after), *found.placed(before.stand, after.stand)]
        if sum(sprite.image.width() * sprite.image.height() for sprite in sprites) > MOST_PX * after.ratio**2:
            return None
        return Motion(sprites, background)

    def paint(self, painter: QPainter, rect: QRectF, share: float) -> None:
        """Draw the moment after this share of the time."""
        fill_ground(painter, rect, self._background)
        share = min(1.0, max(0.0, share))
        along = share * share * (3 - 2 * share)  # slowly away and slowly there
        for image, place, way, first, last in self._sprites:
            opacity = _opacity(first, last, share)
            if opacity <= 0:
                continue
            painter.setOpacity(opacity)
            x_scale, x_shift, y_scale, y_shift = way.at(along)
            if x_scale == y_scale == 1:
                painter.drawPixmap(QPointF(round(place.x() + x_shift), round(place.y() + y_shift)), image)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.setTransform(QTransform(x_scale, 0, 0, y_scale, x_shift, y_shift))
                painter.drawPixmap(place, image)
                painter.resetTransform()
        painter.setOpacity(1.0)


def _opacity(first: float, last: float, share: float) -> float:
    """How opaque something is: what goes is gone before its place is taken, what comes appears once there is room."""
    if first == last:
        return first
    return max(0.0, 1 - share / 0.6) if last < first else max(0.0, (share - 0.4) / 0.6)


def _lines_between(before: Snapshot, after: Snapshot) -> Iterable[Sprite]:
    """The lines: those that only move, and those that change their look on the way.

    The pieces of the two current formulas travel by themselves; of these lines there are only their surroundings, which
    come and go where the line itself leaves the view or comes into it.
    """
    olds, news = before.images, after.images
    both = [name for name in news if name in olds]
    shift = olds[both[-1]][1] - news[both[-1]][1] if both else QPointF(0, 0)
    for name, (parts, place) in news.items():
        old = olds.get(name)
        if old is None:
            is_new = name[0] >= before.position or name[0] == after.position
            yield from _moved(parts, place, QPointF(0, 0) if is_new else shift, 0.0 if is_new else 1.0, 1.0)
        elif _keys(old[0]) == _keys(parts):
            yield from _moved(parts, place, old[1] - place)
        else:
            yield from _moved(old[0], place, old[1] - place, 1.0, 0.0)
            yield from _moved(parts, place, old[1] - place, 0.0, 1.0)
    for name, (parts, place) in olds.items():
        if name not in news:
            is_old = name[0] > after.position or name[0] == before.position
            by = QPointF(0, 0) if is_old else shift
            yield from _moved(parts, place - by, by, 1.0, 0.0 if is_old else 1.0)


def _moved(parts: Parts, place: QPointF, shift: QPointF, first: float = 1.0, last: float = 1.0) -> Iterable[Sprite]:
    """The images of a line that comes from so far away from its place."""
    way = Way(1.0, shift.x(), 1.0, shift.y())
    return (Sprite(image, place + corner, way, first, last) for image, corner in parts)


def _way_of_all(sprites: Sequence[Sprite]) -> QRect:
    """The pixels that something moves over: from its start straight to its end."""
    found = QRectF()
    for image, place, way, _, _ in sprites:
        end = QRectF(place, image.deviceIndependentSize())
        x_scale, x_shift, y_scale, y_shift = way
        found = found.united(end).united(QTransform(x_scale, 0, 0, y_scale, x_shift, y_shift).mapRect(end))
    return found.toAlignedRect().adjusted(-1, -1, 1, 1)  # what moves without growing stands on whole pixels


def _keys(parts: Parts) -> list[int]:
    return [image.cacheKey() for image, _ in parts]
