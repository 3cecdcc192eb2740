"""Whether and how fast terms move on the board: chosen in the menu, off where the system asks for less motion."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from explainer.gui.actions import ActionSet
from explainer.session.kept.preferences import MOTION, value_of
from explainer.session.kept.settings import user_settings

SPEEDS_MS = {"off": 0, "slow": 900, "normal": 300, "fast": 150}
"""How long a motion takes."""


class Moving(Protocol):
    """A board whose terms may move."""

    motion_ms: int


class MotionChoice:
    """The choice for a window; its boards are told of it at once."""

    def __init__(self, board: Moving, actions: ActionSet) -> None:
        self._boards = [board]
        self._actions = actions
        self.name = ""
        self.follow_setting(MOTION)

    def choose(self, name: str) -> None:
        """Let terms move at this speed from now on."""
        user_settings().put(MOTION, name)
        self._show_choice()  # a tick that was clicked away comes back

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed, here or in another window."""
        if name != MOTION:
            return
        chosen = str(value_of(user_settings(), MOTION))
        self.name = chosen if chosen != "system" else "off" if system_asks_for_less() else "normal"
        for board in self._boards:
            board.motion_ms = self.duration_ms
        self._show_choice()

    def take(self, board: Moving) -> None:
        """Let a further board, which stays until the window goes, move as the others do."""
        self._boards.append(board)
        board.motion_ms = self.duration_ms

    @property
    def duration_ms(self) -> int:
        """How long a motion takes."""
        return SPEEDS_MS[self.name]

    def _show_choice(self) -> None:
        """Tick the speed in the menu."""
        for name in SPEEDS_MS:
            self._actions.tick(f"motion_{name}", name == self.name)


def system_asks_for_less() -> bool:
    """Whether the desktop is set to show no animations."""
    if sys.platform == "win32":
        return _windows_asks_for_less()
    if sys.platform == "darwin":
        from PySide6.QtCore import QSettings

        return bool(QSettings("apple.com", "universalaccess").value("reduceMotion", False, type=bool))
    from platformdirs import user_config_path

    return desktop_asks_for_less(user_config_path())


def desktop_asks_for_less(folder: Path) -> bool:
    """Whether one of the desktops that keep their settings in this folder is set to show no animations."""
    try:
        if float(_kept(folder / "kdeglobals", "KDE/AnimationDurationFactor", "1")) == 0:
            return True
    except ValueError:  # not a number: the desktop itself would not read it either
        pass
    gtk = (folder / version / "settings.ini" for version in ("gtk-4.0", "gtk-3.0"))
    return any(_kept(file, "Settings/gtk-enable-animations", "1").lower() in ("0", "false") for file in gtk)


def _kept(file: Path, name: str, default: str) -> str:
    """A setting in a file of a desktop; for a file that is not there Qt would make all that reads one."""
    if not file.is_file():
        return default
    from PySide6.QtCore import QSettings

    return str(QSettings(str(file), QSettings.Format.IniFormat).value(name, default))


def _windows_asks_for_less() -> bool:
    import ctypes

    get_client_area_animation = 0x1042
    shown = ctypes.c_int(1)
    ctypes.windll.user32.SystemParametersInfoW(  # type: ignore[attr-defined]
        get_client_area_animation, 0, ctypes.byref(shown), 0
    )
    return not shown.value
