"""What a window opens with: nothing by being asked, the worked example by being seen, anything else by being told."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui import main_window, signals
from explainer.gui.main_window import OPENING, MainWindow
from explainer.gui.problem.expression_field import ExpressionField

FIRST_SEEN = ("expression", "variable", "method", "layout", "order", "derive", "problem_bar", "board", "reading")
MADE_LATER = tuple(
    f"explainer.gui.{name}" for name in ("all_parts", "panels.tabs", "lecture.projection", "files.files")
)


def painted(qtbot: QtBot, size: tuple[int, int] = (1280, 800), *, start_page: bool = False) -> MainWindow:
    """A window that is on the screen, of which nothing is made but what is painted first."""
    made = MainWindow(start_page=start_page)
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    QCoreApplication.sendPostedEvents()  # layouts, but no timers
    assert made._parts is None
    return made


def places(window: MainWindow) -> dict[str, tuple[int, int, int, int]]:
    """Where what is seen first stands in the window."""
    seen = {name: window.findChild(QWidget, name) for name in FIRST_SEEN} | {"menus": window.menuBar()}
    found = {}
    for name, widget in seen.items():
        assert widget is not None, name
        corner = widget.mapTo(window, QPoint(0, 0))
        found[name] = (corner.x(), corner.y(), widget.width(), widget.height())
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (700, 900)])
def test_nothing_moves_when_the_rest_of_the_window_comes(qtbot: QtBot, size: tuple[int, int]) -> None:
    made = painted(qtbot, size)
    before, titles = places(made), [action.text() for action in made.menuBar().actions()]
    ground = made.grab().toImage().pixelColor(3, 150)
    assert made.tabs.isVisible()
    assert made.lessons.isVisible() == (size[0] >= 1100)
    QCoreApplication.sendPostedEvents()
    assert places(made) == before
    assert [action.text() for action in made.menuBar().actions()] == titles
    assert made.grab().toImage().pixelColor(3, 150) == ground
    made.close()


def test_where_a_page_comes_first_nothing_is_seen_for_a_moment_that_is_not_beside_it(qtbot: QtBot) -> None:
    made = painted(qtbot, start_page=True)
    middle = places(made)["reading"]
    field = made.findChild(ExpressionField)
    assert field is not None
    assert not field.isVisible()
    assert not made.transport.isVisible()
    assert not made.tabs.isVisible()
    qtbot.waitUntil(lambda: made.reading.view is not None, timeout=60_000)
    assert not field.isVisible()
    assert not made.tabs.isVisible()
    QCoreApplication.sendPostedEvents()
    assert places(made)["reading"] == middle
    made.reading.show_board()
    assert field.isVisible()
    assert made.transport.isVisible()
    assert made.tabs.isVisible()
    made.close()


def test_what_is_opened_before_the_start_page_shows_is_shown_with_all_around_it(qtbot: QtBot) -> None:
    made = painted(qtbot, start_page=True)
    assert made.session.open("x^2", wrt="x")
    qtbot.waitUntil(lambda: made._started)
    assert made.reading.view is None
    assert made.problem_bar.isVisible()
    assert made.transport.isVisible()
    assert made.tabs.isVisible()
    made.close()


def test_what_all_steps_have_come_before_is_waited_for_no_longer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals, "FIRST_PAUSE_MS", 300_000)
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.session.trace is not None and made.session.complete)
    qtbot.waitUntil(lambda: not made.signals.working)
    assert [number for number, _ in made.session.checks] == list(range(1, made.session.count + 1))
    made.close()


def test_what_is_typed_before_the_window_is_whole_stays_and_is_derived(qtbot: QtBot) -> None:
    made = painted(qtbot)
    made.activateWindow()
    field = made.findChild(ExpressionField)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "x^5")
    qtbot.waitUntil(lambda: made._ready)
    qtbot.wait(50)  # past the moment at which the worked example would have opened
    assert QApplication.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.session.trace is not None)
    assert (made.session.text, made.session.wrt) == ("x^5", "x")
    made.close()


def test_a_window_that_is_derived_in_before_it_is_whole_is_made_whole(qtbot: QtBot) -> None:
    made = painted(qtbot)
    field = made.findChild(ExpressionField)
    assert field is not None
    qtbot.keyClicks(field, "x^7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.session.trace is not None)
    assert made.session.text == "x^7"
    assert made.transport.timeline.model().rowCount() > 0
    made.close()


def test_the_first_key_works_before_the_menus_are_filled(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "COMPLETE_MS", 10_000_000)
    made = painted(qtbot)
    made.activateWindow()
    qtbot.waitUntil(lambda: made.session.trace is not None)
    assert not made.menus["&Step"].actions()
    qtbot.keyClick(made.board, Qt.Key.Key_Right)
    assert made.session.position == 1
    assert made.menus["&Step"].actions()
    made.close()


def test_what_nobody_sees_in_the_first_frame_is_not_loaded_before_it() -> None:
    script = (
        "import sys; from explainer.gui.main import MainWindow, create_application;"
        "app = create_application(); window = MainWindow(start_page=True); window.show(); window.grab();"
        f"print([name for name in {MADE_LATER!r} if name in sys.modules],"
        "sum(name.startswith('explainer') for name in sys.modules) < 100)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout.strip() == "[] True"


def test_asking_for_the_session_opens_nothing(qtbot: QtBot) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    session = made.session
    assert session.trace is None
    assert not session.busy
    assert session.request.text == ""
    made.close()


def test_a_window_that_is_seen_opens_the_worked_example(qtbot: QtBot) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.session.trace is not None)
    assert made.session.text == OPENING.text
    made.close()


def test_a_window_that_is_as_wide_as_a_screen_at_once_opens_it_too(qtbot: QtBot) -> None:
    """It takes larger letters at once, and where its parts cover all of it its own ground is never painted."""
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    qtbot.waitUntil(lambda: made.session.trace is not None)
    assert made.session.text == OPENING.text
    made.close()


def test_what_is_opened_before_the_window_is_seen_stays_and_can_be_stepped_through(qtbot: QtBot) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    assert made.session.open("x^2", wrt="x")
    made.actions_by_row.by_id["next"].trigger()
    assert made.session.position == 1
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.session.complete)
    qtbot.wait(50)  # past the moment at which the worked example would have opened
    assert (made.session.text, made.session.position) == ("x^2", 1)
    made.close()


def test_no_source_is_read_to_find_out_whether_it_renames_the_methods_of_qt() -> None:
    script = "import explainer.gui.main, linecache; print([file for file in linecache.cache if 'explainer' in file])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_opened_later_is_loaded_beforehand_and_not_at_the_start() -> None:
    script = (
        "import sys; from PySide6.QtCore import QTimer; from explainer.gui import main;"
        "app = main.create_application();"
        "early = [name for name in main.LATER if name in sys.modules];"
        "window = main.MainWindow(); window.show(); main.LATER_MS = 1; main.load_beforehand(window);"
        "timer = QTimer(interval=5);"
        "timer.timeout.connect(lambda: all(name in sys.modules for name in main.LATER) and app.quit());"
        "timer.start(); app.exec(); print(early)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=240, check=True)
    assert done.stdout.strip() == "[]"
