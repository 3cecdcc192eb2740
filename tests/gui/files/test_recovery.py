"""Work after a crash and the dialog of settings, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.session.kept.autosave import recovery_folder
from explainer.session.kept.document import Document, load_document, save_document
from explainer.session.kept.preferences import DETAIL, LAYOUT, METHOD, MOTION, POINTS, PREFERENCES, SIZE, THEME
from explainer.session.kept.settings import FILE_NAME, user_settings
from explainer.session.session import Request

Wait = Callable[[], None]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL = Qt.KeyboardModifier.ControlModifier


def leave_behind(*texts: str) -> None:
    for number, text in enumerate(texts):
        folder = recovery_folder()
        folder.mkdir(parents=True, exist_ok=True)
        save_document(Document(Request("x^3", "x"), 0, "", text), folder / f"left-{number}.derivation")


def opened(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.session.trace is not None)
    qtbot.waitUntil(lambda: window.lessons.model().rowCount() != 0)
    return window


def kept_files() -> list[Path]:
    return sorted(recovery_folder().glob("*.derivation"))


def test_a_normal_start_offers_nothing_and_keeps_nothing(window: MainWindow, settled: Wait) -> None:
    settled()
    window.recovery.keep()
    assert window.recovery.bar is None
    assert not recovery_folder().exists()


def test_work_is_kept_while_it_is_in_no_file_and_gone_when_it_is_saved_or_closed(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    settled()
    window.recovery._timer.setInterval(30)  # instead of two seconds
    window.problem_bar.expression.setFocus()
    window.problem_bar.expression.selectAll()
    qtbot.keyClicks(window.problem_bar.expression, "x^3 +")
    qtbot.waitUntil(lambda: bool(kept_files()))
    (file,) = kept_files()
    assert load_document(file).typed == "x^3 +"
    assert window.files._save_into(tmp_path / "saved.derivation")
    window.recovery.keep()
    qtbot.waitUntil(lambda: kept_files() == [])
    window.problem_bar.expression.setText("x^4")
    window.recovery.keep()
    qtbot.waitUntil(lambda: len(kept_files()) == 1)
    window.files._save_into(tmp_path / "saved.derivation")
    window.close()
    assert not recovery_folder().exists() or list(recovery_folder().iterdir()) == []


def test_what_was_left_behind_is_offered_and_opened_by_keys(qtbot: QtBot) -> None:
    leave_behind("x^3 + 1", "x^3 + 2")
    window = opened(qtbot)
    qtbot.waitUntil(lambda: window.recovery.bar is not None)
    bar = window.recovery.bar
    assert bar is not None
    assert bar.isVisible()
    assert "1 more" in bar.words.text()
    before = window.session.request
    button = bar.findChild(QPushButton, "recover")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window.session.text == "x^3"
    assert window.problem_bar.expression.text() in {"x^3 + 1", "x^3 + 2"}
    assert len(kept_files()) == 2  # the other one, and the copy of our own
    refuse = bar.findChild(QPushButton, "refuse")
    assert isinstance(refuse, QPushButton)
    refuse.setFocus()
    qtbot.keyClick(refuse, Qt.Key.Key_Space)
    assert bar.isHidden()
    assert len(kept_files()) == 1
    window.problems.undo()
    assert window.session.request == before
    window.close()
    assert kept_files() == []


def test_closing_asks_nothing_of_work_in_no_file_and_the_next_start_offers_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *arguments: pytest.fail("a question"))
    window = opened(qtbot)
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.keyClicks(window.problem_bar.expression, "x^3 + 7")
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Return)
    assert window.session.text == "x^3 + 7"
    assert window.close()
    assert len(kept_files()) == 1
    again = opened(qtbot)
    qtbot.waitUntil(lambda: again.recovery.bar is not None)
    assert again.recovery.bar is not None
    assert "when its window was closed" in again.recovery.bar.words.text()
    assert "x^3 + 7" in again.recovery.bar.words.text()
    button = again.recovery.bar.findChild(QPushButton, "recover")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert again.session.text == "x^3 + 7"
    assert again.recovery.bar.isHidden()
    again.problem_bar.expression.setText(again.session.text)
    assert again.close()
    assert len(kept_files()) == 1


def test_later_leaves_the_work_for_the_next_start(qtbot: QtBot) -> None:
    leave_behind("x^3 + 1")
    window = opened(qtbot)
    qtbot.waitUntil(lambda: window.recovery.bar is not None)
    assert window.recovery.bar is not None
    later = window.recovery.bar.findChild(QPushButton, "put_off")
    assert isinstance(later, QPushButton)
    later.setFocus()
    qtbot.keyClick(later, Qt.Key.Key_Space)
    window.close()
    again = opened(qtbot)
    qtbot.waitUntil(lambda: again.recovery.bar is not None)
    again.close()
    assert len(kept_files()) == 1


def test_a_place_that_cannot_be_written_is_said_once(window: MainWindow, settled: Wait) -> None:
    settled()
    recovery_folder().parent.parent.mkdir(parents=True, exist_ok=True)
    recovery_folder().parent.write_text("", encoding="utf-8")
    window.problem_bar.expression.setText("x^3 +")
    window.recovery.keep()
    assert "lost in a crash" in window.message.text()
    window.messages.show("")
    window.problem_bar.expression.setText("x^3 + 1")
    window.recovery.keep()
    assert window.message.text() == ""


def test_every_setting_is_in_the_dialog_seen_at_once_and_kept(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    dialog = window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    assert list(dialog.choosers) == [row.name for row in PREFERENCES]
    assert all(chooser.accessibleName() for chooser in dialog.choosers.values())
    for name, steps in ((THEME, 2), (SIZE, 1), (MOTION, 2), (METHOD, 1), (LAYOUT, 1)):
        dialog.choosers[name].setFocus()
        for _ in range(steps):
            qtbot.keyClick(dialog.choosers[name], Qt.Key.Key_Down)
    assert window.appearance.theme_name == "blackboard"
    assert window.appearance.zoom == 1.15
    assert window.motion.name == "slow"
    assert window.session.method == dialog.choosers[METHOD].currentData() != "auto"
    assert window.session.layout == "denominator"
    window.appearance.choose_theme("paper")
    assert dialog.choosers[THEME].currentData() == "paper"
    dialog.close()
    method = window.session.method
    window.close()
    user_settings.cache_clear()
    again = opened(qtbot)
    assert (again.appearance.theme_name, again.appearance.zoom, again.motion.name) == ("paper", 1.15, "slow")
    assert (again.session.method, again.session.layout) == (method, "denominator")
    again.settings.show_dialog()
    assert again.settings.dialog is not None
    qtbot.waitUntil(again.settings.dialog.isActiveWindow)
    restore = again.settings.dialog.findChild(QPushButton, "restore")
    assert isinstance(restore, QPushButton)
    restore.setFocus()
    qtbot.keyClick(restore, Qt.Key.Key_Space)
    assert (again.appearance.zoom, again.session.layout) == (1.0, "numerator")
    again.close()


def test_another_method_alone_is_not_offered_at_the_next_start(qtbot: QtBot) -> None:
    window = opened(qtbot)
    request = window.session.request
    with window.problems.editing():
        window.session.open(request.text, request.wrt, request.shapes, "elements", request.layout)
    assert window.problems.modified
    assert window.close()
    assert kept_files() == []


def test_several_messages_of_a_start_are_listed_together(qtbot: QtBot) -> None:
    folder = platformdirs.user_config_path("explainer")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text("{", encoding="utf-8")
    recovery_folder().mkdir(parents=True, exist_ok=True)
    (recovery_folder() / "odd.derivation").write_text("{", encoding="utf-8")
    user_settings.cache_clear()
    window = opened(qtbot)
    qtbot.waitUntil(lambda: len(window.message.text().splitlines()) == 2)
    assert "settings file was damaged" in window.message.text()
    assert "Unsaved work that was kept could not be read" in window.message.text()
    window.close()


def test_the_level_of_detail_and_the_points_of_a_check_are_chosen_in_the_dialog(
    window: MainWindow, qtbot: QtBot, settled: Wait
) -> None:
    settled()
    assert window.session.open("x^2 sin(x)", "x", method="operator")
    window.session.finish()
    every = window.session.count
    window.session.go_to(every)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    dialog = window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    for name, steps in ((DETAIL, 2), (POINTS, 1)):
        dialog.choosers[name].setFocus()
        for _ in range(steps):
            qtbot.keyClick(dialog.choosers[name], Qt.Key.Key_Down)
    dialog.close()
    session = window.session
    assert (session.detail, session.count, session.position) == ("brief", 1, 1)
    assert session.line() is session.trace.result
    session.finish()
    assert session.check_of(1).points == 36
    assert window.transport.timeline.model().rowCount() == 2
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: len(window.board._lines.inner.get(1, ())) >= every)
    assert session.open("cos(x)", "x")  # what is opened later is told in the same way
    session.finish()
    assert (session.detail, session.check_of(1).points) == ("brief", 36)


@pytest.mark.parametrize("content", ["{", "[]", "\x00"])
def test_a_broken_file_of_settings_is_set_aside_and_said(qtbot: QtBot, content: str) -> None:
    folder = platformdirs.user_config_path("explainer")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE_NAME).write_text(content, encoding="utf-8")
    user_settings.cache_clear()
    window = opened(qtbot)
    qtbot.waitUntil(lambda: "settings file was damaged" in window.message.text())
    assert (folder / "settings.damaged-1.json").read_text("utf-8") == content
    window.appearance.zoom_in()
    QApplication.processEvents()
    assert (folder / FILE_NAME).exists()
    window.close()
