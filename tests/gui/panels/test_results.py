"""At the end of a sweep the card lists the derivative with respect to each variable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow


def test_the_card_lists_all_derivatives_on_the_last_line(
    qtbot: QtBot, window: MainWindow, settled: Callable[[], None]
) -> None:
    text = "ln(det(S)) + r' @ inv(S) @ r where r = x - m"
    assert window.session.open(text, "(m, S)", {"S": "n x n", "x": "n", "m": "n"}, "backward")
    settled()
    assert "With respect to S" not in window.rule_card.text()
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_End)
    settled()
    qtbot.waitUntil(lambda: "With respect to S" in window.rule_card.text())
    told = window.rule_card.text()
    assert "With respect to m" in told
    qtbot.keyClick(window.board, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "With respect to S" not in window.rule_card.text())
