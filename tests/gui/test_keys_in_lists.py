"""Arrows and page keys in all that has rows: they stay in it, past its ends too, and nothing is sent for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.look import one_dialog
from explainer.gui.main_window import MainWindow
from tests.cases import in_groups
from tests.gui.places import PLACES, is_open, leave_all

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Wait = Callable[[], None]
IN_TURN = (
    *[Qt.Key.Key_Up] * 2, *[Qt.Key.Key_Down] * 4, *[Qt.Key.Key_PageUp] * 2, *[Qt.Key.Key_PageDown] * 9,
    *[Qt.Key.Key_Down] * 2, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_Up,
    *[Qt.Key.Key_Left] * 2, *[Qt.Key.Key_Right] * 3,
)  # fmt: skip
"""To the ends and past them, to all sides."""
WITH_ROWS = (
    "finder", "earlier problems", "signs", "all lines", "all lines in projection", "slides of a lesson", "settings",
    "keys", "export", "worksheet", "today's problems", "start page", "page of all rules", "menu of a term",
    "comparison",
)  # fmt: skip


@in_groups("name", WITH_ROWS, in_one=["window", "qtbot", "monkeypatch"])
def test_the_keys_of_rows_go_past_their_ends(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(one_dialog, "FORGET_MS", 1)
    settled()
    place = PLACES[name]
    place.open(window)
    qtbot.waitUntil(lambda: is_open(place), timeout=60_000)
    if (dialog := _dialog()) is not None:
        qtbot.waitUntil(dialog.isActiveWindow, timeout=60_000)  # or the keys would be those of the window behind it
    begun_in = window.session.position
    pressed = 0
    for key in IN_TURN:
        target = _with_keys(window)
        qtbot.keyClick(target, key)
        pressed += 1
        if not is_open(place):  # a menu whose row was left to the side
            assert name == "menu of a term"
            break
        if isinstance(target, QAbstractItemView) and target.model().rowCount():
            assert 0 <= target.currentIndex().row() < target.model().rowCount()
    assert pressed > 5
    assert window.session.position == begun_in, "no key came through to the board"
    assert window.isVisible()
    leave_all(window)
    qtbot.waitUntil(lambda: not is_open(place), timeout=60_000)


def _with_keys(window: MainWindow) -> QWidget:
    """What has the keys now."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup
    front = _dialog() or window.projection.front
    return front.focusWidget() or front


def _dialog() -> QWidget | None:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()), None)
