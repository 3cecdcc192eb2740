"""The choosers beside the variable, by keys alone: order and form go into the derivation, the file and undo."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.session.kept.document import Document, load_document, save_document

Wait = Callable[[], None]


def tab_to(qtbot: QtBot, window: MainWindow, name: str) -> QWidget:
    """Go on by Tab from the function until the chooser of this name has the focus."""
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.problem_bar.expression)
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget().objectName() == name:
            return QApplication.focusWidget()
    raise AssertionError(f"no Tab leads to {name}")


def test_the_second_derivative_is_chosen_by_keys_and_undone(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    assert window.session.open("x' @ A @ x", "x", {"x": "n", "A": "n x n"})
    settled()
    chooser = tab_to(qtbot, window, "order")
    assert chooser.isVisible()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.session.request.order == 2)
    settled()
    trace = window.session.trace
    assert trace is not None
    assert trace.problem.order == 2
    assert trace.result.text() == "A' + A" or trace.result.text() == "A + A'"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session.request.order == 1)
    settled()
    assert window.problem_bar.choosers.by_name["order"].currentData() == 1


def test_the_form_is_asked_for_where_there_are_two(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    form = window.problem_bar.choosers.by_name["form"]
    assert not form.isVisible()
    assert window.session.open("A @ X @ B", "X", {"A": "p x m", "X": "m x n", "B": "n x q"})
    settled()
    qtbot.waitUntil(form.isVisible)
    qtbot.keyClick(tab_to(qtbot, window, "form"), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.session.request.form == "entries")
    settled()
    assert window.session.trace is not None
    assert len(window.session.trace.result.shape.sizes) == 4
    assert window.session.open("sin(x + x^2)", "x")
    settled()
    qtbot.waitUntil(lambda: not form.isVisible())


def test_a_file_keeps_order_and_form(qtbot: QtBot, window: MainWindow, settled: Wait, tmp_path: Path) -> None:
    assert window.session.open("X @ X", "X", {"X": "n x n"}, form="entries")
    settled()
    file = tmp_path / "squares.json"
    save_document(Document.of(window.session), file)
    problem = json.loads(file.read_text("utf-8"))["problem"]
    assert (problem["order"], problem["form"]) == (1, "entries")
    assert window.session.open("sin(x + x^2)", "x", order=2)
    settled()
    assert window.problem_bar.choosers.by_name["order"].currentData() == 2
    assert load_document(file).request.form == "entries"
    window.files.open(file)
    qtbot.waitUntil(lambda: window.session.request.form == "entries")
    settled()
    qtbot.waitUntil(lambda: window.problem_bar.choosers.by_name["form"].currentData() == "entries")


def test_tab_through_the_variable_chooses_nothing(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    """X is not the first of the names that are offered: leaving the field is not choosing it."""
    assert window.session.open("A @ X @ B", "X", {"A": "p x m", "X": "m x n", "B": "n x q"})
    settled()
    trace = window.session.trace
    tab_to(qtbot, window, "method")
    assert window.session.trace is trace
    assert window.session.wrt == "X"


def test_the_method_of_an_example_does_not_stay_for_another_function(
    qtbot: QtBot, window: MainWindow, settled: Wait
) -> None:
    method, field = window.problem_bar.method, window.problem_bar.expression
    assert window.session.open("sin(x + x^2)", "x", method="chain")
    settled()
    qtbot.waitUntil(lambda: method.currentData() == "chain")
    field.setFocus()
    field.setCursorPosition(len(field.text()))
    qtbot.keyClicks(field, "3")
    assert method.currentData() == "chain", "it is the example still, a little changed"
    field.selectAll()
    qtbot.keyClicks(field, "w^2 exp(w)")
    assert method.currentData() == "auto"
    field.selectAll()
    qtbot.keyClicks(field, "sin(x + x^2)")
    assert method.currentData() == "chain", "it is the example again"
    field.selectAll()
    qtbot.keyClicks(field, "w^2 exp(w)")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.text == "w^2 exp(w)")
    settled()
    assert window.session.request.method == "auto"
    chooser = tab_to(qtbot, window, "method")
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    settled()
    chosen = method.currentData()
    assert chosen != "auto"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "x^3")
    assert method.currentData() == chosen, "it was chosen here"
