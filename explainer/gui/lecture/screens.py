"""Which screen is for the audience and which for the one who speaks, and how a window gets to a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_Screen = TypeVar("_Screen")


def shared_out(
    screens: Sequence[_Screen], names: Sequence[str], main: _Screen | None, remembered: str
) -> tuple[_Screen, _Screen | None]:
    """The screen of the audience and that of the speaker; with a single screen there is none for the speaker.

    The audience gets the screen that was chosen before, while there is one of that name, else the first one that the
    main window is not on.
    """
    audience = next((screen for screen, name in zip(screens, names, strict=True) if remembered and name == remembered),
                    next((screen for screen in screens if screen is not main), screens[0]))  # fmt: skip
    others = [screen for screen in screens if screen is not audience]
    return audience, main if main in others else next(iter(others), None)


def fill_screen(window: QWidget, screen: QScreen) -> None:
    """Let a window fill a screen."""
    _move_to(window, screen)
    window.showFullScreen()


def maximize_on(window: QWidget, screen: QScreen) -> None:
    """Show a window as large as a screen allows beside the panels of the desktop."""
    _move_to(window, screen)
    window.showMaximized()


def _move_to(window: QWidget, screen: QScreen) -> None:
    """Bring a window to a screen; a full-screen window would stay on the one where it is."""
    states = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized
    window.setWindowState(window.windowState() & ~states)
    # Not by its handle: to ask for that before there is one makes windows of the system of all that lies in the parent,
    # too, which are painted one by one, and over which no menu finds its window.
    window.setScreen(screen)
    window.setGeometry(screen.availableGeometry())
