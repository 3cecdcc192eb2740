"""The chips of the variables: what they say, and shapes set by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explainer.expr.shape import parse_shape
from explainer.gui.main_window import MainWindow
from explainer.gui.problem.shape_chips import MOST_CHIPS
from explainer.gui.problem.shape_dialog import ShapeDialog
from tests.gui.problem.test_typing import type_function


def chips(window: MainWindow) -> list[QToolButton]:
    found = window.problem_bar.shapes.findChildren(QToolButton)
    return [chip for chip in found if not chip.isHidden() and chip.objectName() != "repair"]


def test_a_chip_says_where_its_shape_comes_from(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "w · x + b where w: 3")
    qtbot.waitUntil(lambda: len(chips(window)) == 3)
    said = {chip.text(): chip.accessibleName().rpartition(", ")[2] for chip in chips(window)}
    assert said == {"b: scalar": "inferred", "w: 3×1": "given in the text", "x: 3×1": "inferred"}
    assert [chip.property("given") for chip in sorted(chips(window), key=lambda chip: chip.text())] == [
        False, True, False,
    ]  # fmt: skip


def test_the_menu_has_a_tick_at_the_shape(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "x^2")
    qtbot.waitUntil(lambda: window.session.preview.text == "x^2" and len(chips(window)) == 1)
    (chip,) = chips(window)
    assert [action.text() for action in chip.menu().actions() if action.isChecked()] == ["a scalar"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_size_of_ones_own_is_typed_and_derived(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "norm(x)")
    qtbot.waitUntil(lambda: window.session.preview.text == "norm(x)" and len(chips(window)) == 1)
    (chip,) = chips(window)
    next(action for action in chip.menu().actions() if action.text().startswith("Another")).trigger()
    dialog = window.findChild(ShapeDialog)
    assert isinstance(dialog, ShapeDialog)
    qtbot.keyClicks(dialog.field, "2 y - z")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.error.text()
    qtbot.keyClicks(dialog.field, "n+1")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert window.session.request.shapes == {"x": "n+1"}
    (chip,) = chips(window)
    assert "set here" in chip.accessibleName()


def test_more_variables_than_chips_are_reached_by_one_button(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "a + b + c + k + m + p + q + r + s")
    qtbot.waitUntil(lambda: len(chips(window)) == MOST_CHIPS + 1)
    more = window.problem_bar.shapes.findChildren(QToolButton)
    (button,) = (chip for chip in more if chip.text() == "and 2 more")
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    menus = [action.menu() for action in button.menu().actions()]
    assert [menu.title() for menu in menus] == ["r: scalar", "s: scalar"]


def test_another_reading_of_a_guess_is_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "A x + b")
    repair = window.problem_bar.shapes.findChild(QToolButton, "repair")
    assert isinstance(repair, QToolButton)
    qtbot.waitUntil(lambda: window.session.preview.text == "A x + b" and not repair.isHidden())
    assert repair.text() == "Is A a scalar?"
    assert str(window.session.preview.shapes["A"]) == "m x n"
    qtbot.mouseClick(repair, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.preview.shapes["A"].is_scalar)
    assert window.session.preview.shapes["x"].is_scalar
    assert repair.isHidden()


def test_nothing_is_offered_for_ordinary_calculus(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "a x^2 + b x + c")
    qtbot.waitUntil(lambda: window.session.preview.text == "a x^2 + b x + c" and len(chips(window)) == 4)
    repair = window.problem_bar.shapes.findChild(QToolButton, "repair")
    assert repair is not None
    assert repair.isHidden()


def test_names_on_chips_look_as_they_do_in_the_formula(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "w_1 · x_hat + alpha_0")
    qtbot.waitUntil(lambda: window.session.preview.text == "w_1 · x_hat + alpha_0" and len(chips(window)) == 3)
    assert {chip.text() for chip in chips(window)} == {"α₀: scalar", "w₁: n×1", "x̂: n×1"}
    assert {chip.accessibleName().partition(",")[0] for chip in chips(window)} == {
        "Shape of alpha_0: scalar", "Shape of w_1: n×1", "Shape of x_hat: n×1",
    }  # fmt: skip
    qtbot.waitUntil(lambda: all(chip.width() >= chip.sizeHint().width() for chip in chips(window)))


def test_chips_leave_the_formula_room_where_the_letters_are_large(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "softmax(W_2 max(0, W_1 x + b_1) + b_2)")
    qtbot.waitUntil(lambda: len(chips(window)) == 5)
    window.appearance._set_zoom(2.0)
    qtbot.waitUntil(lambda: len(chips(window)) < 5)
    window.resize(900, 600)
    bar = window.problem_bar
    qtbot.waitUntil(lambda: window.width() == 900 and bar.shapes.geometry().right() < 900)
    assert "more" in chips(window)[-1].text() or "more" in chips(window)[0].text()
    assert bar.preview.width() >= bar.width() * 0.3
    window.resize(1920, 800)
    qtbot.waitUntil(lambda: len(chips(window)) == 5)


def test_the_names_on_notes_and_refusals_are_drawn_as_formulas(qtbot: QtBot, window: MainWindow) -> None:
    error = window.problem_bar.error
    type_function(qtbot, window, "X + b where X: N x n, b: n")
    qtbot.waitUntil(lambda: "stands in every row" in error.text())
    assert sum(not isinstance(piece, str) for piece in error.sentence) == 2
    type_function(qtbot, window, "X b where X: N x n, b: k")
    qtbot.waitUntil(lambda: error.text().startswith("Cannot multiply X (N×n) by b (k×1)"))
    assert sum(not isinstance(piece, str) for piece in error.sentence) >= 2
    assert error.accessibleName().startswith(error.text())


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("text", "more"), [("x^2", False), ("a + b + c + k + m + p + q + r + s", True)])
def test_a_menu_stays_open_while_what_was_typed_is_read(
    qtbot: QtBot, window: MainWindow, text: str, more: bool
) -> None:
    """A reading that comes a moment later makes all chips anew; it closed the menu in which somebody was choosing."""
    type_function(qtbot, window, text)
    qtbot.waitUntil(lambda: window.session.preview.text == text and len(chips(window)) >= 1)
    bar = window.problem_bar.shapes
    chip = next(chip for chip in chips(window) if ("more" in chip.text()) == more)
    menu = chip.menu()
    name = menu.actions()[0].text().partition(":")[0] if more else "x"
    chosen: list[tuple[str, str]] = []
    bar.chosen.connect(lambda name, shape: chosen.append((name, shape)))
    seen: list[bool] = []

    def read_another() -> None:
        names = text.split(" + ") if more else ["x"]
        bar.show_shapes(dict.fromkeys(names, parse_shape("n")), {})
        QTimer.singleShot(0, choose)

    def choose() -> None:
        seen.append(isValid(menu) and menu.isVisible())
        if not seen[0]:
            return
        if more:
            qtbot.keyClick(menu, Qt.Key.Key_Down)
            qtbot.keyClick(menu, Qt.Key.Key_Right)  # the shapes of the first of them
        inner = QApplication.activePopupWidget()
        assert isinstance(inner, QMenu)
        inner.setActiveAction(inner.actions()[2])
        qtbot.keyClick(inner, Qt.Key.Key_Return)

    QTimer.singleShot(0, read_another)
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton)  # the menu has events of its own, and goes before this returns
    assert seen == [True]
    assert chosen == [(name, "m")]
    qtbot.waitUntil(lambda: not isValid(menu))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_an_error_is_gone_after_it_was_used(qtbot: QtBot, window: MainWindow) -> None:
    """One was left behind by each use, as long as the window was open."""
    type_function(qtbot, window, "sin(")
    error = window.problem_bar.error
    qtbot.waitUntil(lambda: bool(error.text()))

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(menu.actions()[0])
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    place = error.rect().center()
    QTimer.singleShot(0, choose)
    QApplication.sendEvent(error, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, error.mapToGlobal(place)))
    assert QApplication.clipboard().text() == error.text()
    qtbot.waitUntil(lambda: not error.findChildren(QMenu))
