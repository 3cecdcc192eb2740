"""The row of steps below the board, with as many tiles as there are steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

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
