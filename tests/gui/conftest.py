"""The real main window, shown, with a worked example open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from tests.gui.waiting import change_seen


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window as a user sees it after the start."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.session.trace is not None)
    yield made
    made.close()


@pytest.fixture
def settled(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Wait until the window has derived and checked everything and drawn it."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.session.complete and not window.signals.working)
        change_seen(window)

    return wait
