"""The result can be copied where it stands: by buttons below the last line, reached with Tab and pressed with Space."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from explainer.gui.board.result_row import BUTTONS, PROGRAM, ResultRow
from explainer.gui.main_window import MainWindow
from explainer.session.kept.preferences import LANGUAGE
from explainer.session.kept.settings import user_settings

Wait = Callable[[], None]


@pytest.fixture
def row(window: MainWindow, settled: Wait) -> ResultRow:
    """The row at the result of a derivation of a few lines."""
    settled()
    window.session.open("ln(sin(x^3)^2)", wrt="x", method="chain")
    settled()
    window.session.last()
    settled()
    found = window.board.at_result.row
    assert found is not None
    return found


def test_the_row_stands_below_the_result_and_nowhere_else(window: MainWindow, settled: Wait, row: ResultRow) -> None:
    board = window.board
    for width, height in ((1280, 800), (900, 600)):
        window.resize(width, height)
        settled()
        line = board.line_item(window.session.count)
        assert line is not None
        bottom = board.mapFromScene(0, line.y() + line.height).y()
        assert row.isVisible()
        assert bottom < row.y() < bottom + 30
        assert row.geometry().bottom() <= board.viewport().height()
        assert row.geometry().right() <= board.viewport().width()
        assert all(row.rect().contains(button.geometry()) for button in row.buttons.values())
    window.session.previous()
    settled()
    assert not row.isVisible()
    window.session.last()
    settled()
    assert row.isVisible()


def test_the_row_keeps_its_place_at_the_result_when_somebody_scrolls(
    window: MainWindow, settled: Wait, row: ResultRow
) -> None:
    bar, y = window.board.verticalScrollBar(), row.y()
    assert bar.value() > bar.minimum(), "or nothing is scrolled here"
    before = bar.value()
    bar.setValue(before - 40)
    assert row.y() == y + 40


def test_every_button_copies_its_form_by_the_keys_alone(
    qtbot: QtBot, window: MainWindow, settled: Wait, row: ResultRow
) -> None:
    clipboard, result = QGuiApplication.clipboard(), window.session.line(window.session.count)
    assert result is not None
    window.board.terms.move("right")  # what is pointed at is another matter
    window.board.setFocus()
    copied = {
        "text": lambda: clipboard.text() == result.text(),
        "latex": lambda: "frac{" in clipboard.text(),
        PROGRAM: lambda: "def gradient(" in clipboard.text(),
        "png": lambda: clipboard.mimeData().hasImage(),
    }
    for form, *_ in BUTTONS:
        qtbot.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)
        button = QGuiApplication.focusObject()
        assert isinstance(button, QToolButton)
        assert button is row.buttons[form]
        clipboard.clear()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(copied[form])
        qtbot.waitUntil(lambda: "Copied" in row._said.text())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_row_speaks_german_and_is_not_projected(
    qtbot: QtBot, window: MainWindow, settled: Wait, row: ResultRow
) -> None:
    user_settings().put(LANGUAGE, "de")
    qtbot.waitUntil(lambda: row.buttons["png"].text() == "Bild")
    user_settings().put(LANGUAGE, "en")
    qtbot.waitUntil(lambda: row.buttons["png"].text() == "Picture")
    settled()
    window.projection.start_here()
    view = window.projection.view
    assert view is not None
    assert view.board.at_result.row is None
    window.projection.leave()


def test_the_row_follows_the_result_when_earlier_lines_are_laid_out_above_it(
    window: MainWindow, settled: Wait, row: ResultRow
) -> None:
    window.session.open("x^2", wrt="x")  # all of it is seen, so that nothing is ever scrolled
    settled()
    window.session.last()
    settled()
    board, line = window.board, window.board.line_item(window.session.count)
    assert line is not None
    whole = board.sceneRect()
    board.setSceneRect(whole.adjusted(0, line.y(), 0, 0))  # as when only the last line is laid out yet
    row.move(board.mapFromScene(0, line.y() + line.height + 14))
    board.fill_a_slice(perf_counter() + 60)
    assert board.sceneRect() == whole
    bottom = board.mapFromScene(0, line.y() + line.height).y()
    assert bottom < row.y() < bottom + 30
