"""A number typed on the board, digit by digit, as the place to go to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from explainer.gui.relay import once

_PAUSE_MS = 2000
"""After so long without another digit the number is forgotten; the time in which people type two digits, with room."""
_MOST_DIGITS = 6  # no derivation has a million lines


class TypedNumber(QObject):
    """Collects digits and forgets them after a pause; `changed` is sent with the digits there are."""

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = ""
        self._timer = once(self, _PAUSE_MS, self.forget)

    def takes(self, event: QKeyEvent) -> bool:
        """Take a digit; return whether the key was one."""
        if not event.text().isdecimal() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._digits = (self._digits + event.text())[:_MOST_DIGITS]
        self._timer.start()
        self.changed.emit(self._digits)
        return True

    def take(self) -> int | None:
        """The number, if there is one; it is forgotten then."""
        digits = self._digits
        self.forget()
        return int(digits) if digits else None

    def forget(self) -> None:
        """Go nowhere."""
        self._timer.stop()
        if self._digits:
            self._digits = ""
            self.changed.emit("")
