"""About the program, and failures inside it: told, written down, copied for a report, and never the end of the work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import explainer
from explainer.gui.failures import Failures, show_failure
from explainer.gui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_about_names_the_paper_and_copies_the_versions(window: MainWindow, qtbot: QtBot) -> None:
    assert window.actions_by_row is not None
    window.actions_by_row.by_id["about"].trigger()
    about = window.ways_out.about
    assert about is not None
    qtbot.waitUntil(about.isActiveWindow)
    assert explainer.__version__ in about.findChild(type(about.rows["Qt"]), "card_title").text()
    assert "arxiv.org/abs/1802.01528" in about.findChild(type(about.rows["Qt"]), "paper").text()
    assert set(about.rows) >= {"Python", "Qt", "PySide6", "SymPy", "matplotlib", "NumPy", "System", "Settings", "Log"}
    assert about.rows["Settings"].text().endswith("settings.json")
    copy = about.findChild(QPushButton, "copy_report")
    assert isinstance(copy, QPushButton)
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    text = QGuiApplication.clipboard().text()
    assert f"Explainer: {explainer.__version__}" in text
    assert f"Qt: {qVersion()}" in text
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_a_failure_offers_a_copy_with_its_message(window: MainWindow, qtbot: QtBot) -> None:
    show_failure(window.notices, "ValueError", "no chalk")
    bar = window.notices.bar
    assert bar is not None
    assert "What is open is kept" in bar.words.text()
    copy = bar.findChild(QPushButton, "copy_report")
    assert isinstance(copy, QPushButton)
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert "ValueError: no chalk" in QGuiApplication.clipboard().text()


def test_a_failure_is_told_also_where_the_work_cannot_be_kept(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise RuntimeError("no place to keep it")

    monkeypatch.setattr(window.recovery, "keep", fail)
    Failures(window, MainWindow.all).note(KeyError, KeyError("first"), None)
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert window.notices.bar is not None
    first = window.notices.bar.words.text()
    assert "KeyError" in first or "RuntimeError" in first
    qtbot.waitUntil(lambda: "no place to keep it" in capsys.readouterr().err)
    window.notices.close()
    Failures(window, MainWindow.all).note(OSError, OSError("second"), None)
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert window.notices.bar is not None
    assert "OSError: second" in window.notices.bar.words.text()


PROGRAM = dedent(
    """
    import json, sys, threading
    from pathlib import Path
    import platformdirs
    folder = Path(sys.argv[1])
    for kind in ("data", "config", "state", "log"):
        setattr(platformdirs, f"user_{kind}_path", lambda *a, kind=kind, **o: folder / kind)
    from PySide6.QtCore import QTimer, qWarning
    from PySide6.QtWidgets import QApplication
    from explainer.gui.main import create_application, run
    from explainer.gui.main_window import MainWindow
    application = create_application()
    told = {}

    def the_window():
        return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

    def when(met, then, tries=1000):
        if met() or not tries:
            then()
        else:
            QTimer.singleShot(10, lambda: when(met, then, tries - 1))

    def bar():
        return the_window().notices.bar

    def fail():
        the_window().problem_bar.expression.setText("x^3 + secret")
        QTimer.singleShot(0, lambda: 1 / 0)
        when(lambda: bar() and kept(), look)

    def kept():
        # written in a thread of its own: on a busy machine it comes a moment after the words
        return [p.read_text("utf-8") for p in (folder / "state").rglob("*.derivation")]

    def look():
        told["bar"] = bar().words.text()
        told["kept"] = kept()
        the_window().notices.close()
        threading.Thread(target=lambda: [][1], name="a worker").start()
        qWarning("Qt is not amused")
        when(bar, end)

    def end():
        told["thread"] = bar().words.text()
        the_window().problems._saved_typed = the_window().problems.typed
        the_window().close()

    QTimer.singleShot(0, lambda: when(lambda: the_window()._started, fail))
    status = run()
    told["log"] = (folder / "log" / "explainer.log").read_text("utf-8")
    print("told:", json.dumps(told))
    raise SystemExit(status)
    """
)


def test_failures_in_slots_and_threads_and_words_of_qt_reach_the_user_and_the_log(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.partition("told:")[2])
    assert "ZeroDivisionError" in told["bar"]
    assert any("secret" in text for text in told["kept"])
    assert "IndexError" in told["thread"]
    for part in ("builtins.ZeroDivisionError", "builtins.IndexError in a worker", "Qt: Qt is not amused"):
        assert part in told["log"]
    assert "secret" not in told["log"]
    assert "ZeroDivisionError: division by zero" in done.stderr
