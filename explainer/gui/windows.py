"""Several windows of one program: each with its own session, kept until it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

OFFSET_PX = 32
"""How far a further window lies from the one that it was opened from, so that both are seen."""

W = TypeVar("W", bound=QWidget)

_windows: list[QWidget] = []


def show_beside(window: W, other: QWidget) -> W:
    """Show a further window, and return it; it is given up when it is closed."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _windows.append(window)
    window.destroyed.connect(lambda: _windows.remove(window))
    window.resize(other.size())
    window.move(other.pos() + QPoint(OFFSET_PX, OFFSET_PX))
    window.show()
    return window


def bring_forward(windows: Mapping[W, Path | None], file: Path) -> bool:
    """Show the first of the windows that has the file open; return whether there is one."""
    for window, theirs in windows.items():
        if theirs is not None and theirs.resolve() == file.resolve():
            window.show()
            window.raise_()
            window.activateWindow()
            return True
    return False
