"""The row of steps below the board, with as many tiles as there are steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.gui.panels import timeline_rows


def test_the_letters_are_measured_once_for_all_tiles(
    window: MainWindow, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open(" + ".join(f"sin({k} x^{k})" for k in range(1, 12)), wrt="x", method="operator")
    settled()
    model = window.transport.timeline.model()
    made: list[int] = []
    real = timeline_rows._small
    monkeypatch.setattr(timeline_rows, "_small", lambda font: made.append(font.pixelSize()) or real(font))
    delegate = timeline_rows.TimelineDelegate(None, model, window)
    option = QStyleOptionViewItem()
    sizes = [delegate.sizeHint(option, model.index(row, 0)) for row in range(model.rowCount())]
    assert len({size.width() for size in sizes}) > 1
    assert len(made) == 1
    larger = QStyleOptionViewItem()
    font = larger.font
    font.setPixelSize(40)
    larger.font = font
    assert delegate.sizeHint(larger, model.index(1, 0)).height() > sizes[1].height()
    assert len(made) == 2


def test_the_current_step_stays_in_sight_in_other_colours_and_in_a_narrow_window(
    window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    assert window.session.open("sum((X w - y)^2)", "w", method="chain")
    settled()
    session, timeline = window.session, window.transport.timeline
    session.go_to(session.count - 1)
    QApplication.processEvents()

    def is_seen() -> bool:
        rect = timeline.visualRect(timeline.currentIndex())
        return timeline.viewport().rect().contains(rect.center()) and timeline.currentIndex().row() == session.position

    assert is_seen()
    for change in (
        lambda: window.appearance.choose_theme("blackboard"),
        lambda: window.resize(900, 600),
        lambda: window.appearance.choose_theme("high-contrast"),
        lambda: window.resize(1280, 800),
    ):
        change()
        for _ in range(4):
            QApplication.processEvents()
        qtbot.waitUntil(is_seen)
