"""The pages in a print preview: each is painted when it comes in sight, one in a slice.

Qt's preview has every page painted before it shows the first one, which takes long for a long derivation. Here it is
given empty pages at first; what is in sight is painted piece by piece, and then handed to the preview anew.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPainter, QPicture
from PySide6.QtWidgets import QGraphicsView

from explainer.gui.relay import once
from explainer.gui.slices import Slices

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

    from explainer.gui.files.printed_pages import PrintedDocument, Room

POINTS_TO_THE_INCH = 72.0
MOST_KEPT = 60
"""So many painted pages are kept, and always those in sight."""


class PreviewPages(QObject):
    """The pages of a document in a preview; `room` is the printable part of the paper that is chosen now."""

    def __init__(self, preview: QPrintPreviewWidget, printed: PrintedDocument, room: Callable[[], Room]) -> None:
        super().__init__(preview)
        self._preview, self._printed, self._room = preview, printed, room
        self._view = preview.findChild(QGraphicsView)
        self._slices = Slices(self)
        self._painted: OrderedDict[tuple[Room, int], QPicture] = OrderedDict()
        self._handed: tuple[Room, frozenset[int]] | None = None
        """The pages that the preview shows as they are, not empty."""
        self._soon = once(self, 0, self._look)
        preview.previewChanged.connect(self._look_soon)
        if self._view is not None:
            for bar in (self._view.verticalScrollBar(), self._view.horizontalScrollBar()):
                bar.valueChanged.connect(self._look_soon)
                bar.rangeChanged.connect(self._look_soon)
        self._soon.start()

    @property
    def working(self) -> bool:
        """Whether a page in sight is still to be painted."""
        return self._slices.working or self._soon.isActive()

    def show_instead(self, printed: PrintedDocument) -> None:
        """Show the pages of another document."""
        self._slices.drop()
        self._painted.clear()
        self._printed, self._handed = printed, None
        self._soon.start()

    def hand_over(self, printer: QPrinter) -> None:
        """Give the preview all pages, of which those that are painted are not empty."""
        room = self._room()
        count = self._printed.count(room)
        painter = QPainter(printer)
        handed = set()
        for number in range(max(1, count)):
            if number:
                printer.newPage()
            picture = self._painted.get((room, number))
            if picture is not None:
                painter.drawPicture(0, 0, picture)
                handed.add(number)
        painter.end()
        self._handed = (room, frozenset(handed))

    def in_sight(self) -> list[int]:
        """The numbers of the pages that somebody sees some of, counted from 0."""
        if self._view is None or not self._view.isVisible():
            return []
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        pages = sorted(self._view.scene().items(), key=lambda page: (page.pos().y(), page.pos().x()))
        return [number for number, page in enumerate(pages) if page.sceneBoundingRect().intersects(seen)]

    def _look_soon(self, *_: int) -> None:
        self._soon.start()

    def _look(self) -> None:
        """Whether something in sight is still shown as an empty page."""
        room = self._room()
        handed = self._handed[1] if self._handed is not None and self._handed[0] == room else frozenset()
        empty = [number for number in self.in_sight() if number < self._printed.count(room) and number not in handed]
        if empty and not self._slices.working:
            self._slices.add(self._paint(room, empty))

    def _paint(self, room: Room, numbers: list[int]) -> Iterator[None]:
        for number in numbers:
            if (room, number) not in self._painted:
                self._painted[room, number] = self._picture(room, number)
                yield
            self._painted.move_to_end((room, number))
        while len(self._painted) > max(MOST_KEPT, len(numbers)):
            self._painted.popitem(last=False)
        self._preview.updatePreview()
        self._soon.start()  # meanwhile others may have come in sight

    def _picture(self, room: Room, number: int) -> QPicture:
        picture = QPicture()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = picture.logicalDpiX() / POINTS_TO_THE_INCH  # it grows by itself to the dots of the printer
        painter.scale(factor, factor)
        # A picture records what changes, and begins with a black pen; played, it begins with the pen of the window.
        painter.setPen(QColor("white"))
        self._printed.paint_page(painter, room, number)
        painter.end()
        return picture
