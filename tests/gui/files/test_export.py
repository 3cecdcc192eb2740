"""Handing out what is open from the window, by keys: formats, options, progress, cancelling, and what can go wrong."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import check_output

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explainer.gui.files import export_dialog
from explainer.gui.files import exporting as window_exporting
from explainer.gui.files.export_dialog import ExportDialog
from explainer.gui.main_window import MainWindow
from explainer.handouts.registry import FORMATS, HandoutFormat
from explainer.lessons import all_lessons
from explainer.session import exporting
from explainer.session.course.shelf import lesson_address
from explainer.session.exporting import ExportJob, file_name, missing_for, run_job, suggested_name
from explainer.session.session import Request

Wait = Callable[[], None]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LESSON = """
id = "mine"
title = "My lesson"
section = "Of my own"
goals = ["See that {x^2} has a slope."]

[[blocks]]
kind = "problem"
id = "mine-1"
title = "A square of my own"
text = "x^2"
wrt = "x"
"""
CTRL = Qt.KeyboardModifier.ControlModifier


def asked(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    if window.isVisible():
        qtbot.waitUntil(window.isActiveWindow)  # a key does nothing while a dialog before it is still going
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    dialog = window.ways_out.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose_format(dialog: ExportDialog, qtbot: QtBot, name: str) -> None:
    dialog.format.setFocus()
    qtbot.keyClick(dialog.format, Qt.Key.Key_Home)
    for _ in range(dialog.format.findData(name)):
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    assert dialog.row.id == name


def write(dialog: ExportDialog, qtbot: QtBot, file: Path) -> None:
    dialog.file.setFocus()
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(file))
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)


def test_a_derivation_is_written_by_keys_alone_and_offered(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog = asked(window, qtbot)
    assert dialog.subject.currentData() == "derivation"
    assert dialog.subject.count() == 2 + (window.reading.course.home is not None)
    assert Path(dialog.file.text()).suffix == dialog.row.suffix
    choose_format(dialog, qtbot, "markdown")
    assert dialog.file.text().endswith("sin(x + x^2) with respect to x.md")
    write(dialog, qtbot, tmp_path / "mine")
    assert dialog.busy
    assert dialog.stop.hasFocus()
    window.session.next()  # the window goes on
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert not dialog.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    text = (tmp_path / "mine.md").read_text("utf-8")
    assert "Single-variable total-derivative chain rule" in text
    assert [file.name for file in tmp_path.iterdir()] == ["mine.md"]
    bar = window.notices.bar
    assert bar is not None
    assert "mine.md" in bar.words.text()
    for name in ("open_export", "show_export"):
        button = bar.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        assert "mine.md" in button.accessibleName()
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path / "mine.md"), str(tmp_path)]
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert window.notices.bar is None
    again = asked(window, qtbot)  # format and folder are remembered
    assert again.row.id == "markdown"
    assert Path(again.file.text()).parent == tmp_path
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()


@pytest.mark.parametrize("name", ["x" * 300, "~nobody-is-called-this/x", "x" * 5000, "no/such/folder/.."])
def test_a_name_that_no_file_has_is_refused_with_the_reason(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, name: str
) -> None:
    settled()
    dialog = asked(window, qtbot)
    dialog.file.setText(f"{tmp_path}/{name}" if not name.startswith("~") else name)
    dialog.go.click()
    qtbot.waitUntil(lambda: "cannot be written" in dialog.note.text())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_gets_a_file_of_the_name_that_was_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[str] = []
    dialog = asked(window, qtbot)
    dialog.asked.disconnect()
    dialog.asked.connect(lambda subject, format, options, file: asked_for.append(file))
    choose_format(dialog, qtbot, "markdown")
    name = Path(dialog.file.text()).name
    for typed in (f"{tmp_path}/", str(tmp_path)):
        write(dialog, qtbot, Path(typed))
    assert asked_for == [str(tmp_path / name)] * 2
    for typed, file in (("here", "here.md"), ("x^2.5 by x", "x^2.5 by x.md"), ("there.MD", "there.MD")):
        write(dialog, qtbot, Path(typed))
        assert asked_for[-1] == str(dialog._folder / file)
    dialog.close()


def test_a_typed_ending_chooses_the_format(window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path) -> None:
    settled()
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "html")
    write(dialog, qtbot, tmp_path / "mine.md")
    assert dialog.row.id == "markdown"
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.md"]
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "beamer")
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(tmp_path / "slides.tex"))
    assert (dialog.row.id, dialog.file.text()) == ("beamer", str(tmp_path / "slides.tex"))
    dialog.reject()


def test_every_format_and_option_of_the_registry_is_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window, qtbot)
    assert [dialog.format.itemData(k) for k in range(dialog.format.count())] == [row.id for row in FORMATS]
    for row in FORMATS:
        choose_format(dialog, qtbot, row.id)
        assert set(dialog.options) == set(row.options)
        for name, chooser in dialog.options.items():
            assert [chooser.itemData(k) for k in range(chooser.count())] == list(row.options[name])
            assert chooser.accessibleName()
        assert dialog.file.text().endswith(row.suffix)
    for widget in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QPushButton), dialog.subject, dialog.format):
        assert widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text())
    dialog.close()


def test_a_lesson_is_written_whole(tmp_path: Path) -> None:
    from explainer.lessons import all_lessons

    lesson = min((each for each in all_lessons() if each.problems), key=lambda each: len(each.problems))
    shares: list[float | None] = []
    job = ExportJob("markdown", str(tmp_path / "lesson.md"), {"steps": "main"}, lesson=lesson.id)
    run_job(job, lambda words, share: shares.append(share))
    text = (tmp_path / "lesson.md").read_text("utf-8")
    assert all(problem.title in text for problem in lesson.problems)
    assert None not in shares
    assert shares == sorted(share for share in shares if share is not None)


def test_a_lesson_of_ones_own_is_written_from_its_file(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.lessons import library

    monkeypatch.setattr(library, "_opened", {})
    settled()
    (tmp_path / "mine.toml").write_text(LESSON, encoding="utf-8")
    assert window.files.open(tmp_path / "mine.toml")
    dialog = asked(window, qtbot)
    assert dialog.subject.currentData() == "lesson"
    assert "My lesson" in dialog.subject.currentText()
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, tmp_path / "mine.md")
    qtbot.waitUntil(lambda: window.notices.bar is not None, timeout=60_000)
    assert "A square of my own" in (tmp_path / "mine.md").read_text("utf-8")


def test_the_reference_is_that_of_all_rules() -> None:
    from explainer.rules import all_rules

    subject, share = exporting._subject(ExportJob.of(ExportJob("markdown", "rules.md", rules=True).text()))
    assert subject == all_rules()
    assert share("rules") is None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no way to end a program like this")
def test_a_process_that_dies_or_cannot_start_is_said_and_leaves_nothing(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    window.session.open(" + ".join(f"sin(x^{k} + cos({k} x))" for k in range(2, 40)), "x", method="operator")
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, tmp_path / "dead.md")
    qtbot.waitUntil(lambda: bool(list(tmp_path.iterdir())))
    process = window.ways_out.exporting._process
    assert process is not None
    os.kill(process._number, signal.SIGKILL)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "The export failed" in dialog.note.text()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no such python"))
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "The export failed" in dialog.note.text()
    dialog.close()


def test_a_cancelled_export_leaves_what_was_there_and_no_half_file(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    monkeypatch.setattr(QMessageBox, "question", lambda *arguments: QMessageBox.StandardButton.Yes)
    (tmp_path / "kept.md").write_text("before", encoding="utf-8")
    window.session.open(" + ".join(f"sin(x^{k} + cos({k} x))" for k in range(2, 40)), "x", method="operator")
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, tmp_path / "kept.md")
    qtbot.waitUntil(lambda: any(file.name.startswith(".") for file in tmp_path.iterdir()))
    qtbot.keyClick(dialog.stop, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.isVisible()
    assert window.notices.bar is None
    assert [file.name for file in tmp_path.iterdir()] == ["kept.md"]
    assert (tmp_path / "kept.md").read_text("utf-8") == "before"
    dialog.close()


def test_a_window_that_closes_takes_its_export_with_it(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    settled()
    window.session.open(" + ".join(f"sin(x^{k} + cos({k} x))" for k in range(2, 40)), "x", method="operator")
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, tmp_path / "half.md")
    qtbot.waitUntil(lambda: bool(list(tmp_path.iterdir())))
    window.ways_out.close()
    assert list(tmp_path.iterdir()) == []


def test_what_writes_is_loaded_while_one_chooses_and_goes_when_nothing_is_chosen(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    settled()
    exporting = window.ways_out.exporting
    exporting._get_ready.setInterval(10)  # instead of nearly half a second
    dialog = asked(window, qtbot)
    qtbot.waitUntil(lambda: exporting._ready is not None and exporting._ready._number > 0, timeout=60_000)
    ahead = exporting._ready
    write(dialog, qtbot, tmp_path / "mine")
    assert exporting._process is ahead
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert list(tmp_path.iterdir())
    dialog = asked(window, qtbot)
    qtbot.waitUntil(lambda: exporting._ready is not None, timeout=60_000)
    process = exporting._ready._process
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert exporting._ready is None
    qtbot.waitUntil(lambda: not isValid(process), timeout=60_000)


_FIRST_TIMES = """
import sys
from explainer.language.late_patterns import _patterns
from explainer.session.exporting import ExportJob, _get_ready, run_job
_get_ready()
loaded = set(sys.modules)
late = [pattern for pattern in _patterns if pattern._compiled is None]
run_job(ExportJob("pdf", sys.argv[1], {"length": "short"}, lesson="gaussian"), lambda words, share: None)
print([*sorted(set(sys.modules) - loaded), *late])
"""


def test_who_waits_for_an_export_has_nothing_left_to_load(tmp_path: Path) -> None:
    """Readers of pasted text, patterns and parts of SymPy were loaded during the work: a third of its time."""
    came = check_output([sys.executable, "-c", _FIRST_TIMES, str(tmp_path / "gaussian.pdf")], text=True)
    assert came == "[]\n"
    assert (tmp_path / "gaussian.pdf").read_bytes().startswith(b"%PDF")


def test_a_window_that_closes_waits_for_what_is_no_longer_to_write(
    window: MainWindow, qtbot: QtBot, settled: Wait
) -> None:
    settled()
    exporting = window.ways_out.exporting
    exporting._get_ready.setInterval(10)  # instead of nearly half a second
    dialog = asked(window, qtbot)
    qtbot.waitUntil(lambda: exporting._ready is not None and exporting._ready._number > 0, timeout=60_000)
    assert exporting._ready is not None
    process = exporting._ready._process
    dialog.close()
    window.ways_out.close()
    assert not isValid(process) or process.state() == QProcess.ProcessState.NotRunning


@pytest.mark.parametrize("ending", ["_end", "_give_up", "_fail"])
def test_an_export_ends_whose_question_is_gone(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path, ending: str
) -> None:
    settled()
    exporting = window.ways_out.exporting
    dialog = asked(window, qtbot)
    write(dialog, qtbot, tmp_path / "mine")
    process = exporting._process
    assert process is not None
    process.blockSignals(True)
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert exporting.dialog is None
    getattr(exporting, ending)(*(["the disk is full"] if ending == "_fail" else []))
    assert exporting._process is None
    assert ("the disk is full" in window.message.text()) == (ending == "_fail")
    assert (window.notices.bar is not None) == (ending == "_end")
    process.close()


def test_a_file_that_is_there_is_asked_about_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions: list[str] = []

    def refuse(*arguments: object) -> QMessageBox.StandardButton:
        questions.append(str(arguments[2]))
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", refuse)
    file = tmp_path / "there.md"
    file.write_text("before", encoding="utf-8")
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, file)
    assert questions == ["there.md is there already. Replace it?"]
    assert not dialog.busy
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(file), ""))
    choose = dialog.findChild(QPushButton, "export_choose")
    assert isinstance(choose, QPushButton)
    choose.setFocus()
    qtbot.keyClick(choose, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.file, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.notices.bar is not None)
    assert len(questions) == 1
    assert file.read_text("utf-8") != "before"


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "markdown")
    write(dialog, qtbot, tmp_path / "no folder" / "x.md")
    qtbot.waitUntil(lambda: not dialog.busy)
    assert "x.md cannot be written: no such file or directory" in dialog.note.text().lower()
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def full(file: Path, mode: str = "r", *arguments: object, **options: object) -> object:
        if set("wx") & set(mode):  # the device is there already, so "new files only" would refuse it for that
            file, mode = Path("/dev/full"), mode.replace("x", "w")
        return real(file, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", full)
    monkeypatch.setattr(os, "fsync", lambda opened: None)  # a device has nothing to bring to a disk
    job = ExportJob(
        "markdown", str(tmp_path / "x.md"), {}, ("x^2 sin(x) cos(x) tanh(x)", "x", {}, "operator", "numerator")
    )
    with pytest.raises(OSError, match="No space left"):
        run_job(job, lambda words, share: None)
    assert list(tmp_path.iterdir()) == []


def test_what_a_format_needs_is_named_before_anything_is_tried(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = HandoutFormat("stone", "a stone tablet", ".stone", "stone", extra="chisel", needed="no_such_chisel")
    assert "no_such_chisel" in missing_for(row)
    assert 'pip install "explainer[chisel]"' in missing_for(row)
    monkeypatch.setattr(export_dialog, "FORMATS", (*FORMATS, row))
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "stone")
    assert "no_such_chisel" in dialog.note.text()
    assert not dialog.go.isEnabled()
    choose_format(dialog, qtbot, "html")
    assert dialog.note.text() == ""
    assert dialog.go.isEnabled()
    dialog.close()


def test_progress_tells_the_share_that_is_done(tmp_path: Path) -> None:
    told: list[float | None] = []
    request = Request("sin(x + x^2)", "x", {}, "chain")
    job = ExportJob("markdown", str(tmp_path / "x.md"), {}, (*request[:2], {}, *request[3:]), 11)
    assert ExportJob.of(job.text()).request == [*request[:2], {}, *request[3:]]
    run_job(job, lambda words, share: told.append(share))
    shares = [share for share in told if share]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    ("text", "name"),
    [("a/b:c*d", "a b c d"), ("  ..", "handout"), ("x" * 300, "x" * 60), ("ln(w · x)", "ln(w · x)"), ("a\nb", "a b")],
)
def test_names_of_files_suit_every_system(text: str, name: str) -> None:
    assert file_name(text) == name


def test_the_name_that_is_suggested_says_what_is_derived() -> None:
    assert suggested_name(Request("w / x", "w")) == "derivative of w x with respect to w"


def test_a_lesson_is_offered_in_short_and_a_derivation_in_full(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "pdf")
    assert dialog.options["length"].currentData() == "full"
    dialog.reject()
    window.reading.open(lesson_address(next(lesson for lesson in all_lessons() if lesson.id == "neuron")))
    dialog = asked(window, qtbot)
    choose_format(dialog, qtbot, "pdf")
    assert dialog.subject.currentData() == window_exporting.LESSON
    assert dialog.options["length"].currentData() == "short"
    dialog.subject.setCurrentIndex(dialog.subject.findData(window_exporting.DERIVATION))
    assert dialog.options["length"].currentData() == "full"
    dialog.subject.setCurrentIndex(dialog.subject.findData(window_exporting.LESSON))
    assert dialog.options["length"].currentData() == "short"
    choose_format(dialog, qtbot, "html")  # on a screen a lesson is whole
    assert dialog.options["length"].currentData() == "full"


def test_ones_own_slides_are_handed_out_as_they_were_chosen(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    from pptx import Presentation

    from explainer.session.course.deck_plan import DeckPlan, Entry

    settled()
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    window.reading.open(lesson_address(lesson))
    dialog = asked(window, qtbot)
    assert dialog.subject.findData("deck") < 0, "nobody has chosen any"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    entries = (Entry(lesson.problems[2].id), Entry(heading="Mine", text="What is {x^2}?"))
    window.projection.decks.keep(DeckPlan(lesson.id, entries))
    dialog = asked(window, qtbot)
    assert dialog.subject.currentData() == "deck"
    choose_format(dialog, qtbot, "pptx")
    file = tmp_path / "talk.pptx"
    write(dialog, qtbot, file)
    qtbot.waitUntil(lambda: window.ways_out.exporting._process is None and file.exists(), timeout=60_000)
    titles = [slide.shapes.title.text for slide in Presentation(str(file)).slides]
    assert titles[-1] == "Mine"
    assert any(lesson.problems[2].title in title for title in titles)
    assert not any(lesson.problems[0].title in title for title in titles)
