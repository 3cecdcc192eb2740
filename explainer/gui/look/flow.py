"""Layouts: one in another, parts that fill all of their room, and rows that go on below where there is no room beside.

A place in a layout (`QLayoutItem`) is made and deleted by Qt, and PySide is not told: where Python has been shown one,
the place that was deleted stays known by its address for as long as the layout lives. The next object that Qt makes at
that address is then known twice, and when it ends, PySide 6.11 lets go of what has gone already. That ended the process
once in some five thousand actions, wherever a timer, a label or a row of a list came to lie there. So nobody here asks
for places (`itemAt`), and a layout is put into another one by `nest` alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import createdByPython, delete, invalidate, isValid

L = TypeVar("L", bound=QLayout)


def bare(layout: L, gap_px: int | None = None) -> L:
    """This layout, without a margin around its parts; between them the gap, or what the style leaves."""
    layout.setContentsMargins(0, 0, 0, 0)
    if gap_px is not None:
        layout.setSpacing(gap_px)
    return layout


def nest(outer: QBoxLayout | QGridLayout, inner: QLayout, *place: int) -> None:
    """Put a layout into another one, at this place of it: a share of its room, or row, column and how many of each."""
    put: Callable[..., None] = outer.addLayout
    put(inner, *place)
    _forget_places(inner)


def _forget_places(layout: QLayout) -> None:
    """Let Python know nothing of the places in a layout; it was shown all that were filled before it was nested."""
    for number in range(layout.count()):
        place = layout.itemAt(number)
        within = place.layout() if place is not None else None  # a layout is its own place, of which Python hears
        if within is not None:
            _forget_places(within)
        elif place is not None and not createdByPython(place):
            invalidate(place)


def parts_of(layout: QLayout) -> list[QWidget]:
    """What stands in a layout, in its order, without what stands in layouts within it."""
    widget = layout.parentWidget()
    if widget is None:
        return []
    here = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted((part for part in here if layout.indexOf(part) >= 0), key=layout.indexOf)


def empty(layout: QLayout) -> None:
    """Take out of a layout what stands in it, and delete it as soon as nobody needs it any more."""
    for part in parts_of(layout):
        layout.removeWidget(part)
        part.hide()
        part.deleteLater()


def _end(places: list[QLayoutItem]) -> None:
    """End the places of a layout of ours that is gone: Qt does so for its own layouts alone."""
    while places:
        place = places.pop()
        if isValid(place):
            delete(place)


class Flow(QLayout):
    """Its least width is that of its widest part, so that it never makes a window wider."""

    def __init__(self, gap_px: int = 6) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap_px
        self.setContentsMargins(0, 0, 0, 0)
        self.destroyed.connect(partial(_end, self._items))

    def add(self, *widgets: QWidget) -> None:
        """Add these, from left to right."""
        for widget in widgets:
            self.addChildWidget(widget)
            self.addItem(QWidgetItem(widget))  # made here, so that Python hears of its end

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, place=True)

    def natural_width(self) -> int:
        """The width in which all stand in one row."""
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(shown) + self._gap * max(0, len(shown) - 1)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """How high the rows are in so much width; the parts are put there where they are to be placed."""
        x, y, high = rect.left(), rect.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.left() + rect.width():
                x, y, high = rect.left(), y + high + self._gap, 0
            if place:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, high = x + size.width() + self._gap, max(high, size.height())
        return y + high - rect.top()
