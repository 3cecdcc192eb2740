"""Sizes, themes, help, focus: what makes the window usable for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.session.action_table import ACTIONS
from explainer.session.kept.preferences import SIZE
from explainer.session.kept.settings import user_settings
from explainer.typeset import contrast, theme_names
from tests.gui.waiting import change_seen

Wait = Callable[[], None]


def test_no_key_means_two_things() -> None:
    everywhere = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    board = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.board_keys)
    assert [key for key, count in (everywhere + board).items() if count > 1] == []
    assert "" not in everywhere + board
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)


def test_single_keys_belong_to_the_board() -> None:
    for row in ACTIONS:
        for key in row.keys:
            name = QKeySequence(key).toString()
            assert "+" in name or name.startswith(("F", "Pg", "Esc")), f"{row.id}: {key}"


MOST_ROWS = 13
"""As many rows of a menu, with those that open further ones, can be looked through at a glance."""


def rows_of(actions: list[QAction]) -> Iterator[QAction]:
    """The rows of menus and of the menus inside them, in their order."""
    for action in actions:
        inner = action.menu()
        if inner is not None and inner.objectName() != "recent":
            yield from rows_of(inner.actions())
        elif not action.isSeparator():
            yield action


def wait_for_menus(qtbot: QtBot, window: MainWindow) -> None:
    """They are filled a moment after the window shows."""
    wanted = [f"action_{row.id}" for row in ACTIONS]
    qtbot.waitUntil(
        lambda: [action.objectName() for action in rows_of(window.menuBar().actions())] == wanted, timeout=60_000
    )


def test_menus_are_short_ruled_and_show_all_keys(qtbot: QtBot, window: MainWindow) -> None:
    wait_for_menus(qtbot, window)
    titles = [action.menu() for action in window.menuBar().actions()]
    for menu in filter(None, titles):
        shown = menu.actions()
        assert len([action for action in shown if not action.isSeparator()]) <= MOST_ROWS, menu.title()
        assert not shown[0].isSeparator()
        assert not shown[-1].isSeparator()
        assert any(action.isSeparator() for action in shown), menu.title()
        assert not any(one.isSeparator() and other.isSeparator() for one, other in pairwise(shown)), menu.title()
    for action, row in zip(rows_of(window.menuBar().actions()), ACTIONS, strict=True):
        words, _, keys = action.text().partition("\t")
        assert words.replace("&", "").startswith(row.text.replace("&", "")[:12])
        assert bool(keys) == bool(row.keys or row.board_keys), row.id
        for key in (*row.keys, *row.board_keys)[:3]:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in keys


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_row_of_the_table_is_in_a_menu_and_in_the_help(qtbot: QtBot, window: MainWindow) -> None:
    wait_for_menus(qtbot, window)
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_F1)
    assert window._keys.last is not None
    assert window._keys.last.isVisible()
    shown = [window._keys.last.table.item(k, 0).text().strip() for k in range(window._keys.last.table.rowCount())]
    assert set(shown) >= {row.text.replace("&", "") for row in ACTIONS if row.keys or row.board_keys}
    window._keys.last.close()


def test_escape_leaves_full_screen_and_never_quits(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()


def test_f6_goes_round_all_panes(qtbot: QtBot, window: MainWindow) -> None:
    window.panes.all[0].setFocus()
    seen = []
    for _ in window.panes.all:
        focused = window.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_F6)
    assert seen == list(window.panes.all)
    assert window.focusWidget() is window.panes.all[0]
    qtbot.keyClick(window.panes.all[0], Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is window.panes.all[-1]


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_a_window_has_letters_of_the_chosen_size_from_the_start(qtbot: QtBot, size: float) -> None:
    user_settings().put(SIZE, size)
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.trace is not None)
    change_seen(window)
    letters = {type(part).__name__: part.font().pixelSize() for kind in (QPushButton, QComboBox, QTabBar, QLineEdit)
               for part in window.findChildren(kind) if part.objectName() != "expression"}  # fmt: skip
    assert len(letters) > 3
    assert letters == dict.fromkeys(letters, round(13 * size))
    window.close()


def test_the_size_changes_by_keys_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.board.em_px
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    qtbot.keyClick(window, Qt.Key.Key_Equal, control)
    change_seen(window)
    assert window.board.em_px > before * 1.2
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    change_seen(window)
    assert window.board.em_px == before
    for _ in range(20):
        qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    change_seen(window)
    assert window.board.em_px < before


def test_at_the_largest_size_what_a_step_has_changed_is_in_sight(window: MainWindow, settled: Wait) -> None:
    settled()
    window.appearance.zoom = 2.5
    window.appearance.zoom_in()
    assert window.appearance.zoom == 3.0
    settled()
    for number in range(1, window.session.count + 1):
        window.session.go_to(number)
        line = window.board.line_item(number)
        assert line is not None
        seen = window.board.mapToScene(window.board.viewport().rect()).boundingRect()
        marked = [line.mapRectToScene(mark) for mark in line.marks(line.changed)]
        if not marked:
            continue
        fit = [mark for mark in marked if mark.width() <= seen.width() and mark.height() <= seen.height()]
        assert any(seen.adjusted(-1, -1, 1, 1).contains(mark) for mark in fit) or not fit, number
        assert any(seen.intersects(mark) for mark in marked), number


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_can_be_read(window: MainWindow, name: str) -> None:
    theme = load_theme(name)
    board, panel, field = theme.background.name(), theme.panel.name(), theme.field.name()
    for colour in (theme.ink, theme.quiet, theme.changed, theme.changing):
        assert contrast(colour.name(), board) >= 7
    for colour in (theme.muted, theme.failed, theme.ok, theme.ink):
        for behind in (board, panel, field):
            assert contrast(colour.name(), behind) >= 4.5
    assert contrast(theme.on_accent.name(), theme.accent.name()) >= 4.5
    assert contrast(theme.accent.name(), panel) >= 3
    window.appearance.choose_theme(name)
    change_seen(window)
    assert window.palette().color(QPalette.ColorRole.Window) == theme.panel
    corner = window.board.viewport().grab().toImage().pixelColor(2, 2)
    assert corner.name() == board


@pytest.mark.parametrize("size", [(900, 600), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off_at_any_size(qtbot: QtBot, window: MainWindow, settled: Wait, size: tuple[int, int]) -> None:
    settled()
    window.session.last()
    window.resize(*size)
    assert (window.width(), window.height()) == size
    assert window.lessons.isVisible() == (size[0] >= 1100)
    if window.lessons.isHidden():
        qtbot.keyClick(window, Qt.Key.Key_F9)
    for name in ("expression", "variable", "method", "layout", "board", "timeline", "rule_card", "lessons"):
        widget = window.findChild(QWidget, name)
        assert widget is not None
        assert not widget.visibleRegion().isEmpty(), name
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert window.rect().contains(corner), name
        assert widget.height() >= 24
    assert window.rule_card.widget().minimumSizeHint().width() <= window.rule_card.viewport().width()


def test_what_is_clicked_is_large_enough(window: MainWindow, settled: Wait) -> None:
    settled()
    for kind in (QToolButton, QPushButton, QComboBox, QLineEdit):
        for widget in window.findChildren(kind):
            if widget.isVisible() and not isinstance(widget.parent(), QComboBox):
                assert min(widget.width(), widget.height()) >= 24, widget.objectName()
    for row in range(3):
        index = window.transport.timeline.model().index(row, 0)
        assert window.transport.timeline.visualRect(index).height() >= 24


def test_the_line_is_copied_as_text_and_as_latex(qtbot: QtBot, window: MainWindow) -> None:
    window.session.go_to(2)
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    line = window.session.line()
    assert line is not None
    assert QGuiApplication.clipboard().text() == line.text()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.board, Qt.Key.Key_C, both)
    assert "\\" in QGuiApplication.clipboard().text()


def test_copying_in_the_field_copies_what_is_selected_there(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    field.setFocus()
    field.setSelection(0, 3)
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "sin"


def test_every_step_is_announced(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    said: list[str] = []
    real = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        real(event)  # type: ignore[arg-type]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    qtbot.wait(50)
    said.clear()
    window.session.next()
    qtbot.waitUntil(lambda: bool(said))
    step = window.session.step
    assert step is not None
    assert len(said) == 1
    assert said[0].startswith(f"Step 1, {step.title}")


def test_a_failure_inside_the_program_is_shown_in_the_window(
    qtbot: QtBot, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    from explainer.gui.failures import Failures

    try:
        raise RuntimeError("the chalk broke")
    except RuntimeError as error:
        Failures(window, MainWindow.all).note(RuntimeError, error, error.__traceback__)
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert window.notices.bar is not None
    assert window.notices.bar.isVisible()
    assert "the chalk broke" in window.notices.bar.words.text()
    assert "RuntimeError: the chalk broke" in capsys.readouterr().err


def test_the_dataflow_graph_shows_the_variables_of_the_line(window: MainWindow, settled: Wait) -> None:
    settled()
    dataflow = window.figures[0]
    assert dataflow.figure is None, "nothing is drawn before somebody looks"
    window.tabs.setCurrentWidget(dataflow)
    assert "2 paths" in dataflow.accessibleDescription()
    window.session.go_to(1)
    assert "u sub 1 uses x" in dataflow.accessibleDescription()
    window.session.open("x^2", wrt="x", method="operator")
    assert dataflow.figure is None
    assert "no intermediate variables" in dataflow.accessibleDescription()


def test_the_window_follows_light_and_dark_of_the_system_until_a_theme_is_chosen(
    window: MainWindow, settled: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    for name in ("blackboard", "paper"):
        monkeypatch.setattr("explainer.gui.look.appearance.system_theme", lambda name=name: name)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        settled()
        assert window.palette().color(QPalette.ColorRole.Window) == load_theme(name).panel
    window.appearance.choose_theme("high-contrast")
    monkeypatch.setattr("explainer.gui.look.appearance.system_theme", lambda: "blackboard")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    settled()
    assert window.palette().color(QPalette.ColorRole.Window) == load_theme("high-contrast").panel


def test_a_window_that_is_gone_follows_the_system_no_longer(qtbot: QtBot) -> None:
    import shiboken6

    gone = MainWindow()
    gone.start()
    gone._complete()
    gone.close()
    shiboken6.delete(gone)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)


@pytest.mark.parametrize("width", [640, 900])
def test_the_fields_keep_their_height_in_the_lowest_window(
    qtbot: QtBot, window: MainWindow, settled: Wait, width: int
) -> None:
    settled()
    wanted = window.problem_bar.expression.height()
    window.messages.show("The derivation stops here, because no rule covers what is left.")
    window.resize(width, window.minimumHeight())
    bar = window.problem_bar
    qtbot.waitUntil(lambda: bar.height() >= bar.sizeHint().height())
    assert bar.expression.height() >= wanted - 4
    boxes = [widget.geometry().translated(widget.parentWidget().mapTo(bar, QPoint())) for widget in (
        bar.expression, bar.preview, bar.variable
    )]  # fmt: skip
    assert not any(one.intersects(other) for k, one in enumerate(boxes) for other in boxes[k + 1 :])
    assert window.board.height() > 0
