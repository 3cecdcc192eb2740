"""What a window opens with: nothing by being asked, the worked example by being seen, anything else by being told."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from explainer.gui.main_window import OPENING, MainWindow


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
