"""Looks for garbage while nobody waits: a collection in the middle of a step would show as a stutter."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

QUIET_MS = 400
"""So long nothing must have happened."""


def keep_what_is_loaded() -> None:
    """Never look again through what is there now."""
    gc.freeze()


class Tidying(QObject):
    """Looks through the young objects once there has been nothing to do for a moment; `put_off` says that there was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._timer.timeout.connect(self._tidy)

    def put_off(self) -> None:
        """Wait for the next quiet moment."""
        self._timer.start()

    def _tidy(self) -> None:
        gc.collect(0)
