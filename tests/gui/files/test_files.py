"""Files in the window, by keys: save, open, drop, recent files, the mark in the title, further windows, undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.session.kept.document import Document, load_document, save_document
from explainer.session.session import Request

Wait = Callable[[], None]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LESSON = """
id = "mine"
title = "My lesson"
section = "Of my own"
goals = ["See that {x^2} has a slope."]

[[blocks]]
kind = "problem"
id = "mine-1"
title = "A square"
text = "x^2"
wrt = "x"
"""


@pytest.fixture(autouse=True)
def no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that a test leaves with changes closes without them."""
    monkeypatch.setattr(QMessageBox, "question", lambda *arguments: QMessageBox.StandardButton.Discard)


def derive(window: MainWindow, qtbot: QtBot, text: str) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.keyClicks(window.problem_bar.expression, text)
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Return)
    assert window.session.text == text


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answer the system's dialogs with a file."""

    def choose(file: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
        monkeypatch.setattr(QFileDialog, "exec", lambda dialog: 1)
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda dialog: [str(file)])

    return choose


def test_a_derivation_is_saved_changed_saved_and_opened_again(
    window: MainWindow, qtbot: QtBot, settled: Wait, chosen: Callable[[Path], None], tmp_path: Path
) -> None:
    settled()
    file = tmp_path / "mine.derivation"
    chosen(file)
    assert not window.isWindowModified()
    derive(window, qtbot, "x^3")
    qtbot.waitUntil(window.isWindowModified)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert load_document(file).request.text == "x^3"
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("mine.derivation[*]")
    derive(window, qtbot, "x^4")
    qtbot.waitUntil(window.isWindowModified)
    chosen(tmp_path / "not this one")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert load_document(file).request.text == "x^4"
    derive_position = 1
    window.session.go_to(derive_position)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    derive(window, qtbot, "cos(x)")
    chosen(tmp_path / "other.derivation")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    assert window.windowTitle().startswith("other.derivation")
    chosen(file)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    assert (window.session.text, window.session.position) == ("x^4", derive_position)
    assert window.problem_bar.expression.text() == "x^4"
    assert not window.isWindowModified()


def test_what_is_typed_but_not_derived_is_saved_too(
    window: MainWindow, qtbot: QtBot, settled: Wait, chosen: Callable[[Path], None], tmp_path: Path
) -> None:
    settled()
    chosen(tmp_path / "typed.derivation")
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    qtbot.keyClicks(window.problem_bar.expression, "sin(")
    qtbot.waitUntil(window.isWindowModified)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert not window.isWindowModified()
    window.problem_bar.expression.setText("x")
    assert window.files.open(tmp_path / "typed.derivation")
    assert window.problem_bar.expression.text() == "sin("
    assert window.session.text == load_document(tmp_path / "typed.derivation").request.text
    assert not window.isWindowModified()


def test_a_file_that_cannot_be_opened_is_said_and_changes_nothing(
    window: MainWindow, qtbot: QtBot, settled: Wait, chosen: Callable[[Path], None], tmp_path: Path
) -> None:
    settled()
    window.session.go_to(2)
    before = window.session.request, window.session.position, window.windowTitle()
    bad = tmp_path / "bad.derivation"
    lesson = tmp_path / "bad.toml"
    lesson.write_text('id = "x"\ntitle = 3\n', encoding="utf-8")
    cannot = tmp_path / "cannot.derivation"
    save_document(Document(Request("sin(", "x")), cannot)
    bad.write_text("{", encoding="utf-8")
    for file, said in ((bad, "cut off"), (lesson, "line 2"), (cannot, "cannot be derived"), (tmp_path / "no", "no")):
        chosen(file)
        qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
        assert said in window.message.text()
        assert window.message.isVisible()
        assert (window.session.request, window.session.position, window.windowTitle()) == before
        assert window.problem_bar.expression.text() == before[0].text
        assert window.problem_bar.error.error is None


def test_a_file_that_cannot_be_saved_is_said_and_stays_modified(
    window: MainWindow, qtbot: QtBot, settled: Wait, chosen: Callable[[Path], None], tmp_path: Path
) -> None:
    settled()
    derive(window, qtbot, "x^3")
    chosen(tmp_path / "no folder" / "x.derivation")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert "cannot be saved" in window.message.text()
    assert window.session.text == "x^3"
    qtbot.waitUntil(window.isWindowModified)
    assert window.problems.file is None


def test_a_lesson_of_ones_own_opens_as_a_page_and_again_after_a_change(
    window: MainWindow, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.lessons import library

    monkeypatch.setattr(library, "_opened", {})
    settled()
    file = tmp_path / "mine.toml"
    file.write_text(LESSON, encoding="utf-8")
    assert window.files.open(file)
    assert window.reading.view is not None
    assert window.reading.view.page is not None
    assert window.reading.view.page.title == "My lesson"
    file.write_text(LESSON.replace("My lesson", "My better lesson"), encoding="utf-8")
    assert window.files.open(file)
    titles = [window.lessons.model().index(k, 0).data() for k in range(window.lessons.model().rowCount())]
    assert "My better lesson" in titles
    assert "My lesson" not in titles
    assert window.reading.view.page.title == "My better lesson"
    file.write_text(LESSON.replace("mine-1", "A1"), encoding="utf-8")
    assert not window.files.open(file)
    assert "taken already" in window.message.text()


FAULTY = (
    LESSON
    + """
[[blocks]]
kind = "prose"
text = "Here {x^} is no formula, and {sin(} is none."

[[blocks]]
kind = "problem"
id = "mine-2"
title = "Two vectors"
text = "w x"
wrt = "w"
shapes = { w = "n", x = "n" }

[[blocks]]
kind = "rules"
ids = ["product", "no-such-rule"]
"""
)


def test_faults_in_the_formulas_of_a_lesson_are_found_when_it_opens_and_told_together(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.lessons import library

    monkeypatch.setattr(library, "_opened", {})
    settled()
    file = tmp_path / "mine.toml"
    file.write_text(FAULTY, encoding="utf-8")
    assert window.files.open(file)
    assert window.reading.view is not None
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    bar = window.notices.bar
    assert bar is not None
    lines = bar.words.text().splitlines()
    assert lines[0] == "4 places in the lesson “My lesson” need attention:"
    numbers = {name: k for k, text in enumerate(FAULTY.splitlines(), start=1) for name in [text.partition(" = ")[0]]}
    told = "\n".join(lines[1:])
    assert "mine.toml, line 16, field “text”: the formula {x^}" in told
    assert "the formula {sin(}" in told
    assert f"line {numbers['text']}, field “text”: w (n×1) times x (n×1)" in told
    assert f"line {numbers['ids']}, field “ids”: there is no rule no-such-rule" in told
    copy = bar.findChild(QPushButton, "copy_faults")
    assert isinstance(copy, QPushButton)
    copy.setFocus()
    qtbot.keyClick(copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text().count("mine.toml, line") == 4
    file.write_text(LESSON, encoding="utf-8")
    window.notices.close()
    assert window.files.open(file)
    qtbot.waitUntil(lambda: not window.lesson_faults.working)
    assert window.notices.bar is None


def test_a_dropped_file_opens(window: MainWindow, settled: Wait, tmp_path: Path) -> None:
    settled()
    file = tmp_path / "dropped.derivation"
    save_document(Document(Request("y^5", "y")), file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPoint(400, 400), Qt.DropAction.CopyAction, data, left, none))
    assert window.session.text == "y^5"
    data.setUrls([QUrl("https://example.org/x.derivation")])
    enter = QDragEnterEvent(QPoint(400, 400), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_recent_files_are_in_the_menu_and_leave_it_when_they_are_gone(
    window: MainWindow, settled: Wait, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QMenu

    settled()
    files = [tmp_path / f"{name}.derivation" for name in "ab"]
    for file in files:
        save_document(Document(Request(f"{file.stem}^2", file.stem)), file)
        assert window.files.open(file)
    menu = window.findChild(QMenu, "recent")
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [action.text()[4:].split(" – ")[0] for action in menu.actions()] == ["b.derivation", "a.derivation"]
    menu.actions()[1].trigger()
    assert window.session.text == "a^2"
    files[1].unlink()
    window.files.open_recent(str(files[1]))
    assert "there is no file" in window.message.text().lower()
    menu.aboutToShow.emit()
    assert [action.text()[4:].split(" – ")[0] for action in menu.actions()] == ["a.derivation"]


def test_closing_asks_only_where_a_file_would_lose_changes(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settled()
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Save]

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", answer)
    file = tmp_path / "asked.derivation"
    save_document(Document(Request("x^2", "x")), file)
    assert window.files.open(file)
    derive(window, qtbot, "x^7")
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert len(asked) == 2
    assert load_document(file).request.text == "x^7"


def test_quitting_asks_every_window_before_any_of_them_closes(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from explainer.gui import windows

    settled()
    asked: list[str] = []
    answers = {"one.derivation": QMessageBox.StandardButton.Save, "two.derivation": QMessageBox.StandardButton.Cancel}

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(next(name for name in answers if name in str(arguments[2])))
        return answers[asked[-1]]

    monkeypatch.setattr(QMessageBox, "question", answer)
    for name in answers:
        save_document(Document(Request("x^2", "x")), tmp_path / name)
    assert window.files.open(tmp_path / "one.derivation")
    other = window.new_window()
    with qtbot.waitExposed(other):
        other.show()
    assert other.files.open(tmp_path / "two.derivation")
    for each in (other, window):
        each.activateWindow()
        qtbot.waitUntil(each.isActiveWindow)
        derive(each, qtbot, "x^7")
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert sorted(asked)[-1] == "two.derivation"
    assert window.isVisible()
    assert other.isVisible()
    assert load_document(tmp_path / "two.derivation").request.text == "x^2"
    answers["two.derivation"] = QMessageBox.StandardButton.Discard
    asked.clear()
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: not windows._windows)
    assert asked.count("two.derivation") == 1
    assert load_document(tmp_path / "one.derivation").request.text == "x^7"
    assert load_document(tmp_path / "two.derivation").request.text == "x^2"


def test_a_file_that_is_open_in_another_window_raises_that_window(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    from explainer.gui import windows

    settled()
    file, link = tmp_path / "one.derivation", tmp_path / "link.derivation"
    save_document(Document(Request("x^2", "x")), file)
    link.symlink_to(file)
    other = window.new_window(file)
    with qtbot.waitExposed(other):
        other.show()
    qtbot.waitUntil(lambda: other.session.text == "x^2")
    window.activateWindow()
    before = window.session.request
    for name in (file, link):
        assert window.files.open(name)
        qtbot.waitUntil(other.isActiveWindow)
        assert window.session.request == before
        window.activateWindow()
    other.close()
    qtbot.waitUntil(lambda: not windows._windows)
    assert window.files.open(file)
    assert window.session.text == "x^2"


def test_what_another_program_has_written_is_asked_about_before_it_is_replaced(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settled()
    asked: list[str] = []
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]

    def answer(*arguments: object) -> QMessageBox.StandardButton:
        asked.append(str(arguments[2]))
        return answers[len(asked) - 1]

    monkeypatch.setattr(QMessageBox, "question", answer)
    file = tmp_path / "shared.derivation"
    save_document(Document(Request("x^2", "x")), file)
    assert window.files.open(file)
    derive(window, qtbot, "x^5")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert asked == []
    save_document(Document(Request("y^9", "y")), file)
    derive(window, qtbot, "x^6")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert len(asked) == 1
    assert "changed by another program" in asked[0]
    assert load_document(file).request.text == "y^9"
    assert window.problems.modified
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert load_document(file).request.text == "x^6"
    file.unlink()
    derive(window, qtbot, "x^8")
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    assert len(asked) == 2
    assert load_document(file).request.text == "x^8"


def test_a_problem_of_a_lesson_does_not_go_into_the_file_that_was_open(
    window: MainWindow, settled: Wait, tmp_path: Path
) -> None:
    from explainer.lessons import all_problems

    settled()
    file = tmp_path / "own.derivation"
    save_document(Document(Request("x^2", "x")), file)
    assert window.files.open(file)
    window.reading.open_problem(all_problems()[3])
    assert window.problems.file is None
    window.problems.undo()
    assert (window.session.text, window.problems.file) == ("x^2", file)


def test_undo_and_redo_go_over_what_is_open_and_not_over_steps(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    opening = window.session.request
    derive(window, qtbot, "x^3 x")
    window.session.go_to(2)
    window.problem_bar.method.setCurrentIndex(window.problem_bar.method.findData("operator"))
    window.problem_bar.method.activated.emit(window.problem_bar.method.currentIndex())
    assert window.session.method == "operator"
    assert window.actions_by_row is not None
    undo = window.actions_by_row.by_id["undo"]
    qtbot.waitUntil(lambda: "method" in undo.text())
    window.board.setFocus()
    while window.session.request != opening:
        before = window.session.request
        qtbot.keyClick(window.board, Qt.Key.Key_Z, CTRL)
        assert window.session.request != before
    assert not undo.isEnabled()
    assert window.problem_bar.expression.text() == opening.text
    qtbot.keyClick(window.board, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.session.text == "x^3 x"
    assert window.session.position == 2


def test_ctrl_z_in_the_field_undoes_the_typing_only(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    derive(window, qtbot, "x^3")
    field = window.problem_bar.expression
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "+1")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() != "x^3+1"
    assert window.session.text == "x^3"


def test_further_windows_are_on_their_own(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    from explainer.gui import windows

    settled()
    derive(window, qtbot, "x^9")
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    (other,) = windows._windows
    with qtbot.waitExposed(other):
        other.show()
    qtbot.waitUntil(lambda: other.session.trace is not None)
    assert other.session.text != "x^9"
    other.session.open("y^2", "y")
    assert window.session.text == "x^9"
    qtbot.keyClick(other, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: not windows._windows)
    assert window.isVisible()


def test_a_complaint_about_a_lesson_goes_when_the_next_one_opens(
    window: MainWindow, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.lessons import library

    monkeypatch.setattr(library, "_opened", {})
    settled()
    broken, mended = tmp_path / "broken.toml", tmp_path / "mended.toml"
    broken.write_text('id = "mine"\n', encoding="utf-8")
    text = 'id = "mine"\ntitle = "Squares"\nsection = "Mine"\ngoals = ["Say it."]\n'
    mended.write_text(f'{text}[[blocks]]\nkind = "prose"\ntext = "A square."\n', encoding="utf-8")
    assert not window.files.open(broken)
    assert "broken.toml" in window.message.text()
    assert window.files.open(mended)
    assert window.message.isHidden()
