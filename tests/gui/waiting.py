"""Waiting for what a window does by and by."""

from __future__ import annotations

from time import monotonic, sleep

from PySide6.QtWidgets import QApplication

from explainer.gui.main_window import MainWindow

_LONGEST_S = 60.0


def change_seen(window: MainWindow) -> None:
    """Wait until a change of its look or language has come to the whole window."""
    end = monotonic() + _LONGEST_S
    while window.curtain.down:
        assert monotonic() < end, "a change of the window never ends"
        QApplication.processEvents()
        sleep(0.001)
    QApplication.processEvents()
