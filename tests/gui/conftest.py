"""The real main window, shown, with a worked example open in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf

import pytest
from pytestqt.qtbot import QtBot

from explainer.gui import relay
from explainer.gui.main_window import MainWindow
from explainer.session.course import shelf
from explainer.session.course.pages import Page
from tests.gui.waiting import change_seen


@pytest.fixture(autouse=True)
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows a key is all there when the key is over, however much the test itself has done before.

    So it is on a quick machine; tests with `in_turns` see it as it is on a slow one.
    """
    if "in_turns" not in request.fixturenames:
        monkeypatch.setattr(relay, "ENOUGH_S", inf)


@pytest.fixture
def in_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What follows a key comes part by part, as if there were never time for more."""
    monkeypatch.setattr(relay, "ENOUGH_S", 0.0)


A_LONG_PAGE = 110
"""So many pieces are several windows long, and are made, let go of and styled in many slices."""


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
    """Wait until the window is whole, and has derived and checked everything and drawn it."""

    def wait() -> None:
        qtbot.waitUntil(lambda: window.session.complete and not window.signals.working)
        qtbot.waitUntil(lambda: not window._completing.isActive())
        change_seen(window)

    return wait


@pytest.fixture
def fewer_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of all rules ends early: a third of it is a long page as well, and made in a fifth of the time."""
    whole = shelf.PAGES["rules"]

    def shorter(name: str) -> Page | None:
        page = whole(name)
        return page and replace(page, pieces=page.pieces[:A_LONG_PAGE])

    assert isinstance(shelf.PAGES, dict)
    monkeypatch.setitem(shelf.PAGES, "rules", shorter)
