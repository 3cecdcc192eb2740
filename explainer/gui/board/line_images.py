"""Lines of the board as pixels: each is drawn once and then only copied, at every step, scroll and frame of a motion.

An image is made for one scale of the screen, so it is as sharp as the outlines themselves. The images that were used
last are kept, up to a fixed weight, whatever the length of the derivation.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST_BYTES = 16 << 20
"""The weight of all images together, as far as a board of this size needs no more."""
BOARDS = 2
"""So many boards full of images are kept: what is seen, and what the next key shows, which may be all lines anew."""
LARGEST_PX = 6_000_000
"""A larger line is drawn letter by letter whenever it is seen; there are few of them."""
_WORTH_PX, _WORTH_PX_A_LETTER = 300_000, 5_000
"""An image of a line has so many pixels at most, and so many for each of its letters: to copy more takes as long as
to copy the letters, and to clear it first many times as long."""
_MOST_NOTED = 256
_BYTES_PER_PX = 4
"""Red, green, blue and how far the ground shines through."""


class LineImages:
    """Images by what they show; the least recently used ones go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._fewest = self._most = most_bytes
        self._images: OrderedDict[Hashable, tuple[QPixmap, object]] = OrderedDict()
        self._needed: set[Hashable] = set()
        self._noted: OrderedDict[Hashable, None] = OrderedDict()
        self.bytes = 0

    def image(
        self, key: Hashable, holder: object, rect: QRectF, ratio: float, paint: Callable[[QPainter], None]
    ) -> QPixmap | None:
        """The image with this key, made by `paint` where it is not there yet; None where it would be too large.

        `rect` is what the image shows, in the coordinates of `paint`; `ratio` are the pixels of the screen for each of
        its units. What `holder` is stays alive with the image, so that a key may name it by its identity.
        """
        known = self.known(key)
        if known is not None:
            return known
        made = rendered(rect, ratio, paint)
        if made is not None:
            self._keep(key, made, holder)
        return made

    def making(
        self, key: Hashable, holder: object, rect: QRectF, ratio: float, paints: Sequence[Callable[[QPainter], None]]
    ) -> Iterator[None]:
        """Make the image with this key, if there is none, with a rest after each part of the painting.

        Not where it would push out what has been asked for since the last call of `begin`.
        """
        made = None if self.known(key) is not None else blank(rect, ratio)
        if made is None or self._needed_bytes() + _weight(made) > self._most:
            return
        for paint in paints:
            paint_on(made, rect, ratio, paint)
            yield
        if self.known(key) is None:
            made.setDevicePixelRatio(ratio)
            self._keep(key, made, holder)

    def known(self, key: Hashable) -> QPixmap | None:
        """The image with this key if there is one."""
        known = self._images.get(key)
        if known is None:
            return None
        self._images.move_to_end(key)
        self._needed.add(key)
        return known[0]

    def __contains__(self, key: Hashable) -> bool:
        return key in self._images

    def is_noted(self, key: Hashable) -> bool:
        """Whether what has this key was noted to need no image."""
        return key in self._noted

    def note(self, key: Hashable) -> None:
        """What has this key needs no image: its letters are there."""
        self._noted[key] = None
        if len(self._noted) > _MOST_NOTED:
            self._noted.popitem(last=False)

    def begin(self) -> None:
        """From here on it is noted what is needed, the likeliest first."""
        self._needed.clear()

    def _needed_bytes(self) -> int:
        return sum(_weight(self._images[key][0]) for key in self._needed if key in self._images)

    def fit(self, board_px: float) -> None:
        """Keep as much as a board of so many pixels needs."""
        self._most = max(self._fewest, round(BOARDS * board_px * _BYTES_PER_PX))
        self._let_go()

    def _keep(self, key: Hashable, made: QPixmap, holder: object) -> None:
        self._images[key] = (made, holder)
        self._needed.add(key)
        self.bytes += _weight(made)
        self._let_go()

    def _let_go(self) -> None:
        while self.bytes > self._most and len(self._images) > 1:
            self.bytes -= _weight(self._images.popitem(last=False)[1][0])

    def clear(self) -> None:
        """Forget all images, for other colours or another size."""
        self._images.clear()
        self._needed.clear()
        self._noted.clear()
        self.bytes = 0


def is_worth_it(rect: QRectF, ratio: float, letters: int) -> bool:
    """Whether an image of a line with so many letters is copied sooner than these one by one."""
    return rect.width() * rect.height() * ratio**2 <= _WORTH_PX + letters * _WORTH_PX_A_LETTER


def rendered(rect: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap | None:
    """What `paint` draws within a rectangle, on a clear ground; None where that would be too large or nothing.

    One unit of the device of the painter is one pixel, whatever the ratio.
    """
    image = blank(rect, ratio)
    if image is not None:
        paint_on(image, rect, ratio, paint)
        image.setDevicePixelRatio(ratio)
    return image


def blank(rect: QRectF, ratio: float) -> QPixmap | None:
    """An image with room for a rectangle and nothing on it yet; None where it would be too large or nothing."""
    width, height = round(rect.width() * ratio + 0.5), round(rect.height() * ratio + 0.5)
    if not 0 < width * height <= LARGEST_PX:
        return None
    image = QPixmap(width, height)
    image.fill(Qt.GlobalColor.transparent)
    return image


def paint_on(image: QPixmap, rect: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> None:
    """Let `paint` draw what is within a rectangle onto an image that was made for it."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.translate(-rect.topLeft())
    paint(painter)
    painter.end()


def _weight(image: QPixmap) -> int:
    return image.width() * image.height() * _BYTES_PER_PX
