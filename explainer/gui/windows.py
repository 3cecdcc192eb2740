"""Several windows of one program: each with its own session, kept until it is closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from explainer.gui.main_window import MainWindow
from explainer.session.session import Request

OFFSET_PX = 32
"""How far a further window lies from the one that it was opened from, so that both are seen."""

_windows: list[MainWindow] = []


def open_window(
    opening: Request | None = None, file: Path | None = None, beside: MainWindow | None = None
) -> MainWindow:
    """Show a further window; it is given up when it is closed."""
    window = MainWindow(opening, file=file)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _windows.append(window)
    window.destroyed.connect(lambda: _windows.remove(window))
    if beside is not None:
        window.resize(beside.size())
        window.move(beside.pos() + QPoint(OFFSET_PX, OFFSET_PX))
    window.show()
    return window
