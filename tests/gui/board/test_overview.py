"""All lines at a glance: a formula takes some milliseconds to draw, and many rows are seen at once."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import inf

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.gui.board import overview as module
from explainer.gui.board.overview import Overview, lines_of
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow

LONG = " + ".join(f"sin({k} x^{k})" for k in range(1, 12))


def open_overview(window: MainWindow) -> Overview:
    board = window.board
    entries = tuple(lines_of(window.session, window.session.go_to))
    return Overview(entries, 0, load_theme("paper"), 20.0, board.words_font, board)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """How often a formula is drawn."""
    made: list[object] = []
    real = module._picture_of
    monkeypatch.setattr(module, "_picture_of", lambda *given: made.append(given) or real(*given))
    return made


@pytest.mark.usefixtures("in_turns")
def test_formulas_come_one_by_one_where_there_is_no_time_for_more(
    window: MainWindow,
    settled: Callable[[], None],
    qtbot: QtBot,
    drawn: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.open(LONG, wrt="x", method="operator")
    settled()
    begin, before = module._RowDelegate.begin, list[int]()
    monkeypatch.setattr(module._RowDelegate, "begin", lambda self: before.append(len(drawn)) or begin(self))
    overview = open_overview(window)
    model, room = overview.model(), overview.viewport().rect()
    in_sight = sum(room.intersects(overview.visualRect(model.index(row, 0))) for row in range(model.rowCount()))
    assert in_sight > 4
    qtbot.waitUntil(lambda: len(drawn) == in_sight)
    assert [after - count for count, after in pairwise((*before, len(drawn)))].count(1) == in_sight
    late = overview.viewport().grab().toImage()
    overview.close()
    at_once = open_overview(window)
    monkeypatch.setattr("explainer.gui.relay.ENOUGH_S", inf)
    QApplication.processEvents()
    assert at_once.viewport().grab().toImage() == late


def test_formulas_are_not_drawn_again_for_another_row_that_is_chosen(
    window: MainWindow, settled: Callable[[], None], drawn: list[object]
) -> None:
    window.session.open(LONG, wrt="x", method="operator")
    settled()
    overview = open_overview(window)
    QApplication.processEvents()
    before = len(drawn)
    assert before > 4
    overview.setCurrentIndex(overview.model().index(1, 0))
    overview.viewport().repaint()
    assert len(drawn) == before
