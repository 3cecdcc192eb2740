"""Changes of a whole window: done piece by piece, never seen by halves, the last one wins, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from time import sleep

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.curtain import Curtain
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.gui.reading import page_body
from explainer.gui.reading.page_view import PageView
from explainer.session.course.address import Address
from tests.gui.waiting import change_seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot, fewer_rules: None) -> PageView:
    """A long page, in the middle, with the keys on something there."""
    window.reading.open(Address("rules"))
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)
    return view


def test_a_change_is_done_in_turns_and_nothing_is_painted_before_its_end(shown: QWidget, qtbot: QtBot) -> None:
    curtain, seen = Curtain(shown), []

    def change() -> Iterator[None]:
        for number in range(4):
            seen.append((number, shown.updatesEnabled()))
            sleep(0.009)  # a slice is over
            yield

    curtain.change("look", change)
    assert seen == []
    qtbot.waitUntil(lambda: not curtain.down)
    assert seen == [(number, False) for number in range(4)]
    assert shown.updatesEnabled()


def test_what_nobody_sees_is_changed_at_once(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    done = []
    Curtain(hidden).change("look", lambda: iter([done.append(1)]))  # type: ignore[func-returns-value]
    assert done == [1]


def test_of_two_changes_of_a_kind_the_last_one_is_done(shown: QWidget, qtbot: QtBot) -> None:
    curtain, done = Curtain(shown), []

    def change(name: str) -> Callable[[], Iterator[None]]:
        def work() -> Iterator[None]:
            done.append(f"{name} begun")
            sleep(0.009)
            yield
            done.append(f"{name} done")

        return work

    curtain.change("look", change("first"))
    while not done:
        QApplication.processEvents()
    curtain.change("language", change("other"))
    curtain.change("look", change("second"))
    qtbot.waitUntil(lambda: not curtain.down)
    assert done == ["first begun", "second begun", "second done", "other begun", "other done"]
    assert shown.updatesEnabled()


def test_changes_without_end_are_shown_now_and_then(
    shown: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a key for a larger size that is held down."""
    monkeypatch.setattr("explainer.gui.curtain.LONGEST_S", 0.0)
    curtain, seen = Curtain(shown), []

    def change() -> Iterator[None]:
        yield
        if len(seen) < 5:
            curtain.change("look", change)
        sleep(0.009)
        yield
        seen.append(1)

    curtain.change("look", change)
    qtbot.waitUntil(lambda: not curtain.down)
    assert len(seen) == 6
    assert shown.updatesEnabled()


def test_a_change_that_fails_does_not_leave_the_window_unpainted(shown: QWidget, qtbot: QtBot) -> None:
    curtain = Curtain(shown)

    def change() -> Iterator[None]:
        yield
        raise ValueError("broken")

    with qtbot.captureExceptions() as caught:
        curtain.change("look", change)
        qtbot.waitUntil(shown.updatesEnabled)
    assert [kind for kind, _, _ in caught] == [ValueError]
    done = []
    curtain.change("look", lambda: iter([done.append(1)]))  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: not curtain.down)
    assert done == [1]


def test_a_theme_comes_to_a_long_page_without_losing_anything(window: MainWindow, page: PageView) -> None:
    body, focused, stop = page.body, QApplication.focusWidget(), page.stop
    assert body is not None
    parts, chain = tuple(body.parts), _chain(page)
    window.appearance.choose_theme("blackboard")
    assert not window.updatesEnabled()
    apart = 0
    while window.curtain.down:
        QApplication.processEvents()
        apart = max(apart, sum(part.window() is not window for part in parts))
    change_seen(window)
    assert apart > len(parts) // 2, "all of the page was styled at once"
    assert page.body is body
    assert tuple(body.parts) == parts
    assert all(part.isVisible() and part.parentWidget() is body for part in parts)
    assert (page.stop.piece, QApplication.focusWidget()) == (stop.piece, focused)
    assert _chain(page) == chain
    ink = load_theme("blackboard").ink
    assert {label.palette().color(QPalette.ColorRole.WindowText).name() for label in page.findChildren(QLabel)} >= {
        ink.name()
    }
    tops = [part.y() for part in parts]
    assert tops == sorted(tops)


def test_a_size_comes_to_a_long_page_with_all_heights(window: MainWindow, page: PageView, qtbot: QtBot) -> None:
    body, stop = page.body, page.stop
    assert body is not None
    before = body.height()
    for _ in range(3):
        window.appearance.zoom_in()
        QApplication.processEvents()
    change_seen(window)
    qtbot.waitUntil(lambda: not body.working)
    assert page.stop.piece == stop.piece
    assert body.height() > 1.2 * before
    rects = [QRect(part.pos(), part.size()) for part in body.parts]
    assert all(one.bottom() < other.top() for one, other in pairwise(rects))


@pytest.mark.parametrize("piecemeal", [False, True])
def test_one_comes_back_to_the_middle_of_a_long_page(
    window: MainWindow, page: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, piecemeal: bool
) -> None:
    if piecemeal:  # on a slow machine one piece is built in each turn
        monkeypatch.setattr(page_body, "_BUILDING_S", 0.0)
        monkeypatch.setattr(page_body, "SLICE_S", 1e-4)
    stop = page.stop
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    name = focused.accessibleName()
    window.reading.open(Address("functions"))
    window.reading.go_back()
    assert page.stop.piece == stop.piece, "where one is going counts"
    qtbot.waitUntil(lambda: page.body is not None and not page.body.working)
    assert page.stop.piece == stop.piece
    assert page.viewport().updatesEnabled()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.accessibleName() == name


@pytest.mark.usefixtures("fewer_rules")
def test_a_change_while_a_page_is_still_built(window: MainWindow, qtbot: QtBot) -> None:
    window.reading.open(Address("rules"))
    view = window.reading.view
    assert view is not None
    window.appearance.choose_theme("blackboard")
    window.appearance.zoom_in()
    QApplication.processEvents()
    window.settings.show_dialog()
    view.resize(view.width() - 60, view.height())
    change_seen(window)
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working)
    body = view.body
    assert body is not None
    assert all(part.isVisible() for part in body.parts)
    rects = [QRect(part.pos(), part.size()) for part in body.parts]
    assert all(one.bottom() < other.top() for one, other in pairwise(rects))


def _chain(page: PageView) -> list[QWidget]:
    """What Tab goes through on a page, in its order."""
    chain: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not page:
        if page.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain
