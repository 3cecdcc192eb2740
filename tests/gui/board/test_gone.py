"""A board that is gone holds nothing: PySide keeps some of them for ever, and with each all that it refers to."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explainer.gui.board.board import Board
from explainer.gui.main_window import MainWindow
from explainer.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _boards_of_a_window(qtbot: QtBot) -> tuple[list[Board], weakref.ref[Session]]:
    window = MainWindow()
    window.show()
    qtbot.waitUntil(lambda: window.session.trace is not None)
    window.projection.start_here()
    assert window.projection.view is not None
    boards = [window.board, window.projection.view.board]
    qtbot.keyClick(boards[1], Qt.Key.Key_Right)
    window.projection.leave()
    window.close()
    window.deleteLater()
    return boards, weakref.ref(window.session)


def test_the_boards_of_a_window_that_is_gone_hold_nothing(qtbot: QtBot) -> None:
    boards, session = _boards_of_a_window(qtbot)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not any(isValid(board) for board in boards))
    assert [vars(board) for board in boards] == [{}, {}]
    gc.collect()
    assert session() is None, "what is held of the boards, as here, holds no derivation"
