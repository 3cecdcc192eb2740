"""The style sheet of a window is worn by its parts, each of them once at a change and never too many at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QSplitterHandle, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.look.theme import load_theme, style_sheet
from explainer.gui.main_window import MainWindow
from explainer.lessons import all_lessons
from explainer.session.course.shelf import lesson_address
from tests.gui.waiting import change_seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Wait = Callable[[], None]
MOST_AT_ONCE = 150
"""So many widgets are styled in a moment on any machine; the dialog of the settings has 138."""


@pytest.fixture
def everything(window: MainWindow, settled: Wait, qtbot: QtBot) -> MainWindow:
    """A window in which whatever can be opened has been opened."""
    settled()
    window.reading.open(lesson_address(all_lessons()[1]))
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working, timeout=20_000)
    window.settings.show_dialog()
    window.show_keys()
    window.ways_out.export()
    window.ways_out.show_about()
    window.reading.ask()
    window.problem_bar.search_history()
    window.problem_bar.show_symbols()
    window.notices.show("Saved as {0}.")
    window.reading.show_board()
    window.projection.start()
    window.projection.screens.toggle_presenter()
    question = QMessageBox(window)
    question.setText("x")
    question.open()
    qtbot.waitUntil(lambda: window.projection.presenter is not None and window.projection.presenter.isVisible())
    QApplication.processEvents()
    return window


def holders_of(window: MainWindow) -> tuple[QWidget, ...]:
    return window, window.centralWidget(), window.panes.splitter, window.reading


def parts_of(window: MainWindow) -> list[QWidget]:
    """What lies in what only holds parts."""
    holders = holders_of(window)
    inside = [child for holder in holders for child in holder.children() if isinstance(child, QWidget)]
    return [child for child in inside if child not in holders]


def sheet_of(window: MainWindow) -> str:
    return style_sheet(load_theme(window.appearance.theme_name), QApplication.font().pixelSize())


def undressed(window: MainWindow) -> list[str]:
    """What was shown and does not wear the sheet of the window."""
    shown = [part for part in parts_of(window) if part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)]
    return [f"{type(part).__name__} {part.objectName()}" for part in shown if sheet_of(window) not in part.styleSheet()]


def test_everything_that_opens_wears_the_sheet_of_the_window(everything: MainWindow) -> None:
    assert len(parts_of(everything)) > 20
    assert undressed(everything) == []
    assert not any(holder.styleSheet() for holder in holders_of(everything))


def test_everything_wears_the_new_sheet_after_a_change(everything: MainWindow, qtbot: QtBot) -> None:
    for change in (everything.appearance.next_theme, everything.appearance.zoom_in, everything.appearance.next_theme):
        before = sheet_of(everything)
        change()
        change_seen(everything)
        assert sheet_of(everything) != before
        assert undressed(everything) == []


class Styled(QObject):
    """Counts how often each of some widgets was styled."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.times[f"{type(watched).__name__} {watched.objectName()}"] += 1
        return False


def test_a_change_styles_every_part_once(everything: MainWindow) -> None:
    watcher = Styled()
    parts = [part for part in parts_of(everything) if not isinstance(part, QSplitterHandle)]
    for part in parts:
        part.installEventFilter(watcher)
    everything.appearance.apply()
    change_seen(everything)
    assert not watcher.times, "the same look once more styles nothing"
    everything.appearance.next_theme()
    change_seen(everything)
    assert len(watcher.times) > 15
    assert {name: times for name, times in watcher.times.items() if times > 1} == {}


def test_no_part_is_too_large_to_be_styled_in_a_moment(everything: MainWindow) -> None:
    sizes = {part: len(part.findChildren(QWidget)) for part in parts_of(everything)}
    view = everything.reading.view
    large = {part.objectName(): size for part, size in sizes.items() if size > MOST_AT_ONCE and part is not view}
    assert large == {}
