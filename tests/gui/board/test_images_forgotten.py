"""A board that is not seen keeps no images; who looks away for a moment finds them there."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from explainer.gui.board import work_ahead
from explainer.gui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_hidden_board_lets_its_images_go(window: MainWindow, settled: Callable[[], None], qtbot: QtBot) -> None:
    window.session.open("(x + 1)(x + 2)(x + 3) sin(x)", wrt="x")
    settled()
    window.session.next()
    lines = window.board._all_lines
    assert lines is not None
    qtbot.waitUntil(lambda: not window.board._ahead.busy and lines.images.bytes > 0, timeout=60_000)
    window.board._ahead._forgetting.setInterval(0)
    window.reading.show_rule("product")
    qtbot.waitUntil(lambda: lines.images.bytes == 0, timeout=60_000)
    window.reading.show_board()
    qtbot.waitUntil(lambda: lines.images.bytes > 0, timeout=60_000)
    assert window.session.position == 1


def test_who_turns_to_a_page_and_back_finds_the_images_there(
    window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    window.session.open("x^2", wrt="x")
    settled()
    lines = window.board._all_lines
    assert lines is not None
    qtbot.waitUntil(lambda: not window.board._ahead.busy and lines.images.bytes > 0, timeout=60_000)
    assert work_ahead._FORGET_MS > 1_000
    window.reading.show_rule("product")
    window.reading.show_board()
    window.board._ahead._forget_images()
    assert lines.images.bytes > 0
