"""A dialog that there is once at most, and that goes, with all that is in it, soon after it was closed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from explainer.gui.relay import once

FORGET_MS = 2000
"""How long a closed dialog stays; whoever is told that it was closed may still look at it."""
D = TypeVar("D", bound=QDialog)


class OneDialog(Generic[D]):
    """Shows a dialog above the window in use, made anew at each opening, so that it says what holds now."""

    def __init__(self, make: Callable[[QWidget], D]) -> None:
        self._make = make
        self._last: D | None = None

    @property
    def last(self) -> D | None:
        """The dialog, shown or just closed; None before the first opening, and when it is gone."""
        if self._last is not None and not isValid(self._last):
            self._last = None
        return self._last

    def show(self, front: QWidget) -> D:
        """Show the dialog above this window; one that is shown there already comes to the front."""
        if self.last is None or not self.last.isVisible() or self.last.parentWidget() is not front:
            self._throw_away()
            made = self._last = self._make(front)
            made.finished.connect(front.activateWindow)  # where no window manager does that
            forget = once(made, FORGET_MS, partial(self._forget, made))
            made.finished.connect(lambda: forget.start())
        shown = self.last
        assert shown is not None
        shown.show()
        shown.activateWindow()
        return shown

    def close(self) -> None:
        """Close the dialog, if it is shown."""
        if self.last is not None:
            self.last.close()

    def _forget(self, closed: D) -> None:
        """Let a dialog go that was closed a while ago, unless it has been shown again meanwhile."""
        if not closed.isVisible():
            closed.deleteLater()

    def _throw_away(self) -> None:
        """A dialog that was only hidden would stay as a child of its window, with everything that listens to others."""
        if self.last is not None:
            self.last.close()
            self.last.deleteLater()
            self._last = None
