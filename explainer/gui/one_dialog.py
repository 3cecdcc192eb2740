"""A dialog that there is once at most: the next opening deletes the one before, with all that is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

D = TypeVar("D", bound=QDialog)


class OneDialog(Generic[D]):
    """Shows a dialog above the window in use, made anew at each opening, so that it says what holds now."""

    def __init__(self, make: Callable[[QWidget], D]) -> None:
        self._make = make
        self.last: D | None = None
        """The dialog, shown or closed; None before the first opening."""

    def show(self, front: QWidget) -> D:
        """Show the dialog above this window; one that is shown there already comes to the front."""
        if self.last is None or not self.last.isVisible() or self.last.parentWidget() is not front:
            self._throw_away()
            self.last = self._make(front)
            self.last.finished.connect(front.activateWindow)  # where no window manager does that
        self.last.show()
        self.last.activateWindow()
        return self.last

    def close(self) -> None:
        """Close the dialog, if it is shown."""
        if self.last is not None:
            self.last.close()

    def _throw_away(self) -> None:
        """A dialog that was only hidden would stay as a child of its window, with everything that listens to others."""
        if self.last is not None:
            self.last.close()
            self.last.deleteLater()
            self.last = None
