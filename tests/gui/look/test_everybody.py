"""What a screen reader is told, and that every part of every window can be used by keys alone and hit by a finger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explainer.gui.board.accessible import BoardAccessible, make_boards_accessible
from explainer.gui.main_window import MainWindow
from explainer.session.action_table import ACTIONS

Wait = Callable[[], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEAST_PX = 24
SINGLE_KEYS = [key for row in ACTIONS for key in row.board_keys]


@pytest.fixture
def windows(window: MainWindow, settled: Wait) -> dict[str, QWidget]:
    """Every window that the program can show, shown."""
    settled()
    window.panes.toggle_lessons() if window.lessons.isHidden() else None
    window.show_keys()
    window.projection.start_here()
    window.projection.screens.toggle_presenter()
    help_, view, presenter = window._keys.last, window.projection.view, window.projection.presenter
    assert help_ is not None
    assert view is not None
    assert presenter is not None
    return {"main": window, "help": help_, "projection": view, "presenter": presenter}


def parts_of(window: QWidget) -> Iterator[QWidget]:
    """The visible widgets of a window without those of further windows."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window:
            yield widget


def reachable(window: QWidget) -> list[QWidget]:
    """What Tab should reach: everything that takes the focus by it, the inside of editable choosers left out."""
    return [
        widget
        for widget in parts_of(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not isinstance(widget.parent(), QComboBox)
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollBar)
    ]


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", ["main", "help", "projection", "presenter"])
def test_every_part_has_a_name_is_reached_by_tab_and_is_large_enough(
    windows: dict[str, QWidget], qtbot: QtBot, name: str
) -> None:
    window = windows[name]
    window.activateWindow()
    window.raise_()
    qtbot.waitUntil(window.isActiveWindow)
    wanted = reachable(window)
    assert wanted
    assert [widget.objectName() or widget for widget in wanted if not spoken_name(widget)] == []
    for widget in wanted:
        assert min(widget.width(), widget.height()) >= LEAST_PX, widget.objectName()
    wanted[0].setFocus()
    met: list[QWidget] = []
    for _ in range(3 * len(wanted) + 5):
        focused = window.focusWidget()
        assert focused is not None
        met.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    missed = [widget for widget in wanted if widget not in met and not isinstance(widget, QTabBar)]
    assert [widget.objectName() or widget for widget in missed] == []


def test_every_action_has_words_and_every_key_one_meaning_in_a_window(windows: dict[str, QWidget]) -> None:
    counted = 0
    for window in windows.values():
        keys: Counter[str] = Counter()
        actions = [action for widget in (window, *parts_of(window)) for action in widget.actions()]
        for action in {id(action): action for action in actions if isinstance(action, QAction)}.values():
            if action.menu() is None and not action.isSeparator():
                assert action.text().replace("&", "").strip()
            keys.update(shortcut.toString() for shortcut in action.shortcuts())
            counted += 1
        assert [key for key, count in keys.items() if count > 1] == []
    assert counted > 2 * len(ACTIONS)


def noting(done: list[str], name: str) -> Callable[[], None]:
    return lambda: done.append(name)


def test_no_field_list_or_slider_loses_a_single_key(window: MainWindow, settled: Wait, qtbot: QtBot) -> None:
    settled()
    window.session.go_to(2)
    if window.lessons.isHidden():
        window.panes.toggle_lessons()
    kinds = (QLineEdit, QAbstractItemView, QAbstractSlider, QComboBox)
    focusable = [widget for widget in reachable(window) if isinstance(widget, kinds)]
    focusable = [widget for widget in focusable if widget is not window.board]
    assert len(focusable) >= 6
    zoom, theme = window.appearance.zoom, window.appearance.theme_name
    done: list[str] = []
    assert window.actions_by_row is not None
    for action in (*window.actions_by_row.by_id.values(), *window.actions_by_row.on_board.values()):
        action.triggered.connect(noting(done, action.objectName()))
    for widget in focusable:
        for key in SINGLE_KEYS:
            if key in ("Return", "Enter", "Space", "?"):
                continue  # these do in a field or a list what they always do there
            widget.setFocus()
            combination = QKeySequence(key)[0]
            qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())
            assert done == [], (widget.objectName(), key)
    assert (window.appearance.zoom, window.appearance.theme_name) == (zoom, theme)


def test_the_board_is_a_list_of_spoken_lines(window: MainWindow, settled: Wait) -> None:
    settled()
    make_boards_accessible()
    window.session.go_to(3)
    board = QAccessible.queryAccessibleInterface(window.board)
    assert isinstance(board, BoardAccessible)
    assert board.role() == QAccessible.Role.List
    assert board.text(QAccessible.Text.Name) == "Board"
    assert board.childCount() == 4
    spoken = [board.child(k).text(QAccessible.Text.Name) for k in range(4)]
    step = window.session.step
    assert step is not None
    assert spoken[0].startswith("The problem: ")
    assert spoken[3].startswith(f"Step 3, {step.title}")
    assert " New: " in spoken[3]
    assert board.text(QAccessible.Text.Value) == spoken[3]
    assert [bool(board.child(k).state().selected) for k in range(4)] == [False, False, False, True]
    assert board.indexOfChild(board.child(2)) == 2
    assert board.child(4) is None
    place = board.child(3).rect()
    assert window.board.rect().contains(window.board.mapFromGlobal(place.center()))
    found = board.childAt(place.center().x(), place.center().y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == spoken[3]
    window.session.first()
    assert board.childCount() == 1
    assert not board.child(0).text(QAccessible.Text.Name).startswith("Step")


def test_a_board_that_is_gone_leaves_nothing_behind(qtbot: QtBot) -> None:
    import shiboken6

    from explainer.gui.board import accessible as board_accessible
    from explainer.gui.board.board import Board
    from explainer.session import Session

    make_boards_accessible()
    session, kept = Session(), len(board_accessible._kept)
    session.open("x^2", wrt="x")
    board = Board(session)
    described = QAccessible.queryAccessibleInterface(board)
    assert described is not None
    line = described.child(0)
    assert len(board_accessible._kept) == kept + 1
    shiboken6.delete(board)
    assert len(board_accessible._kept) == kept
    assert not shiboken6.isValid(line)
    QApplication.processEvents()


def test_buttons_and_scrolled_parts_speak(windows: dict[str, QWidget]) -> None:
    for window in windows.values():
        for widget in parts_of(window):
            used = widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            inside = isinstance(widget.parent(), QComboBox)
            if isinstance(widget, QAbstractButton | QAbstractScrollArea) and used and not inside:
                assert spoken_name(widget), widget.objectName()
