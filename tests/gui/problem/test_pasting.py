"""Pasting LaTeX and code into the field of the function."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow

LOSS = r"\frac{1}{N}\sum_{i=1}^{N}(y_i-\max(0,\mathbf{w}\cdot\mathbf{x}_i+b))^2"
CODE = "z = X @ w + b\nloss = ((y - torch.relu(z)) ** 2).mean()"
CONTROL = Qt.KeyboardModifier.ControlModifier


def paste(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Replace what is in the field by pasting, as a user does."""
    field = window.problem_bar.expression
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)


def test_pasted_latex_stands_in_the_language_and_can_be_derived(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, LOSS)
    field = window.problem_bar.expression
    assert field.text() == "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)"
    qtbot.waitUntil(lambda: window.session.preview.text == field.text())
    assert "LaTeX" in window.problem_bar.error.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.text == field.text()
    assert window.session.trace is not None


def test_pasting_can_be_undone(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    before = field.text()
    paste(qtbot, window, LOSS)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == before


def test_several_lines_of_code_become_one_function(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, CODE)
    assert window.problem_bar.expression.text() == "mean((y - relu(z))^2) where z = X @ w + b"


def test_a_derivative_sign_chooses_the_variable(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, r"\frac{\partial}{\partial y} x^2 y")
    assert window.problem_bar.wrt == "y"
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Return)
    assert (window.session.text, window.session.wrt) == ("x^2 y", "y")


def test_latex_that_is_typed_is_shown_and_written_out_when_derived(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(field, r"\frac{x}{2}")
    qtbot.waitUntil(lambda: window.session.preview.text == r"\frac{x}{2}")
    assert window.session.preview.error is None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.text == field.text() == "x/2"


def test_what_cannot_be_read_stays_with_its_error(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.trace
    paste(qtbot, window, r"x + \int y")
    assert window.problem_bar.expression.text() == r"x + \int y"
    assert window.problem_bar.error.position == 4
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Return)
    assert window.session.trace is before


def test_text_of_the_language_is_pasted_as_it_is(qtbot: QtBot, window: MainWindow) -> None:
    paste(qtbot, window, "  sin(x)\n + x ")
    assert window.problem_bar.expression.text() == "sin(x) + x"


def test_a_text_can_be_dropped(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    field.selectAll()
    data = QMimeData()
    data.setText(r"\sqrt{x}")
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    field.dropEvent(event)  # sending it needs a drag that the window system began
    assert "sqrt(x)" in field.text()
