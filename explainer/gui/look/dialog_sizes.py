"""How wide dialogs are: by their letters, which may be three times as large, and never wider than the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

LETTERS = 76
"""So many letters of a text fit on a line of a dialog, which is read without losing the next line."""
_LEAST_PX = 560
_ROOM_PX = 40
"""What is left free beside a dialog on a small screen."""


def comfortable_width(dialog: QWidget) -> int:
    """The width in which a line holds so many letters, where the screen has the room."""
    dialog.ensurePolished()  # the letters come from the style of the window
    wanted = max(_LEAST_PX, dialog.fontMetrics().averageCharWidth() * LETTERS)
    return min(wanted, dialog.screen().availableGeometry().width() - _ROOM_PX)
