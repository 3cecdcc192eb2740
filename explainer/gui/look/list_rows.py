"""Rows of lists: how high they are, and moving the marked one while the keys stay in the field above the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QAbstractItemView

_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
MOVING = (*_ROWS, *_PAGES)
"""The keys that move in a list. The row is moved by `moved_row`; no event is sent to the list, which would send it on
to the window around it where it has no further row."""


def two_lines_height(metrics: QFontMetrics) -> int:
    """The height of a row of two lines, in pixels, in letters of this size."""
    return metrics.height() * 2 + 22


def bar_height(metrics: QFontMetrics) -> int:
    """The height of the bar below the board, which holds a list of such rows, in letters of this size.

    With what is around these rows: the bar to scroll by, the frame, and the layout.
    """
    return two_lines_height(metrics) + 12 + 6 + 12


def moved_row(row: int, count: int, key: int, page: int) -> int:
    """The row that a key leads to: past one end to the other one, by pages no further than the end."""
    if count <= 0:
        return -1
    moving = Qt.Key(key)
    if moving in _ROWS:
        return (row + _ROWS[moving]) % count if row >= 0 else (0 if _ROWS[moving] > 0 else count - 1)
    return max(0, min(row + _PAGES[moving] * max(1, page), count - 1))


def page_of(view: QAbstractItemView) -> int:
    """How many rows of a list are seen at once, less one that stays in sight."""
    height = view.sizeHintForRow(0)
    return max(1, view.viewport().height() // height - 1) if height > 0 else 1
