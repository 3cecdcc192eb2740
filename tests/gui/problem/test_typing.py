"""Typing functions: good ones, wrong ones, very long ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.session.kept.settings import user_settings
from tests.cases import in_groups

Wait = Callable[[], None]


def type_function(qtbot: QtBot, window: MainWindow, text: str) -> None:
    """Replace what is in the field by typing, as a user does."""
    field = window.problem_bar.expression
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def enter(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Return)


def test_typing_a_function_and_enter_derives_it(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    type_function(qtbot, window, "x^2 x")
    assert window.session.text == "sin(x + x^2)"
    enter(qtbot, window)
    assert window.session.text == "x^2 x"
    assert window.session.position == 0
    assert window.focusWidget() is window.board
    settled()
    qtbot.keyClick(window.board, Qt.Key.Key_End)
    assert window.session.line().text() == "3 x^2"
    assert window.transport.timeline.currentIndex().row() == window.session.count


def test_single_keys_type_letters_in_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "n p 2?")
    assert window.problem_bar.expression.text() == "n p 2?"
    assert window.session.position == 0
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace):
        qtbot.keyClick(window.problem_bar.expression, key)
    assert window.session.position == 0
    assert window.problem_bar.expression.text() == "n p 2"


def test_the_preview_follows_the_typing(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "y^3 + w")
    qtbot.waitUntil(lambda: window.session.preview.text == "y^3 + w")
    assert "y" in window.problem_bar.preview.text()
    variable = window.problem_bar.variable
    offers = [variable.itemText(k) for k in range(variable.count())]
    assert offers == ["w", "y", "(w, y)"]
    assert variable.currentText() == "w"


def test_a_variable_that_is_chosen_is_kept(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    type_function(qtbot, window, "3x^2 y")
    qtbot.waitUntil(lambda: window.session.preview.text == "3x^2 y")
    field = window.problem_bar.variable.lineEdit()
    assert field is not None
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "y")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled()
    assert window.session.wrt == "y"
    window.session.last()
    assert window.session.line().text() == "3 x^2"


@in_groups(
    "text",
    ["sin(", "x + * 2", "2 + $ x", "frobnicate((x", "__import__('os')", "9**9**9**9"],
    in_one=["qtbot", "window"],
)
def test_a_wrong_text_stays_and_so_does_the_last_derivation(qtbot: QtBot, window: MainWindow, text: str) -> None:
    window.session.go_to(2)
    trace, line = window.session.trace, window.board.line_item(2)
    preview = window.problem_bar.preview.text()
    type_function(qtbot, window, text)
    enter(qtbot, window)
    assert window.problem_bar.expression.text() == text
    assert window.session.trace is trace
    assert window.session.position == 2
    assert window.board.line_item(2) is line
    error = window.problem_bar.error
    qtbot.waitUntil(lambda: error.error is not None)
    assert error.error is window.session.error or error.error is window.session.preview.error
    assert error.isVisible()
    assert error.text()
    assert window.problem_bar.preview.text() in ("", preview)
    type_function(qtbot, window, "x^5")
    qtbot.waitUntil(lambda: error.error is None)


def test_the_caret_stands_under_the_wrong_character(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "2 + $ x")
    enter(qtbot, window)
    bar = window.problem_bar
    assert bar.error.position == 4
    left = bar.expression.mapTo(bar, bar.expression.rect().topLeft()).x()
    dollar = left + bar.expression.x_of(4)
    caret = bar.error.mapTo(bar, bar.error.caret_rect().center()).x()
    assert abs(caret - dollar) <= 2
    metrics = bar.expression.fontMetrics()
    assert abs(
        bar.expression.x_of(4) - bar.expression.x_of(2) - metrics.horizontalAdvance("+ ")
    ) < metrics.horizontalAdvance("$")


def test_ctrl_return_derives_from_anywhere(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "x^7")
    window.lessons.setFocus()
    qtbot.keyClick(window.lessons, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.session.text == "x^7"


def test_ctrl_l_goes_to_the_field_and_selects_its_text(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.problem_bar.expression
    assert window.problem_bar.expression.selectedText() == "sin(x + x^2)"


def test_a_variable_that_does_not_occur_gives_zero_with_the_reason(
    qtbot: QtBot, window: MainWindow, settled: Wait
) -> None:
    type_function(qtbot, window, "x^2")
    qtbot.waitUntil(lambda: window.session.preview.text == "x^2")
    window.problem_bar.variable.setEditText("q")
    enter(qtbot, window)
    settled()
    assert window.session.wrt == "q"
    window.session.last()
    assert window.session.line().text() == "0"
    assert "q" in window.rule_card.text()


@pytest.mark.parametrize("text", ["(" * 5000 + "x", "x + " * 30_000 + "x", "(" * 150 + "x" + ")" * 150, "\0", "x\0"])
def test_extreme_input_is_answered(qtbot: QtBot, window: MainWindow, text: str) -> None:
    trace = window.session.trace
    window.problem_bar.expression.setFocus()  # else Return would be a key of the board
    window.problem_bar.expression.setText(text)
    shown = window.problem_bar.expression.text()
    enter(qtbot, window)
    assert window.problem_bar.expression.text() == shown
    qtbot.waitUntil(lambda: window.session.trace is not trace or bool(window.problem_bar.error.text()))
    if window.session.trace is not trace:
        assert window.session.text == shown
    QApplication.processEvents()
    assert not window.grab().isNull()


def test_choosing_a_method_derives_again_with_it(qtbot: QtBot, window: MainWindow) -> None:
    method = window.problem_bar.method
    assert window.session.method == "chain"
    method.setFocus()
    method.setCurrentIndex(method.findData("operator"))
    method.activated.emit(method.currentIndex())
    assert window.session.method == "operator"
    assert window.session.text == "sin(x + x^2)"


def test_the_choosers_offer_what_the_engine_has(window: MainWindow) -> None:
    from explainer.engine import LAYOUTS, METHODS

    bar = window.problem_bar
    assert [bar.method.itemData(k) for k in range(bar.method.count())] == list(METHODS)
    assert [bar.layout_chooser.itemData(k) for k in range(bar.layout_chooser.count())] == list(LAYOUTS)


def test_the_layout_that_was_chosen_is_that_of_the_next_start(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    bar = window.problem_bar
    place = bar.layout_chooser.findText("Shape of the variable")
    assert bar.layout_chooser.itemData(place) == "denominator"
    bar.layout_chooser.setCurrentIndex(place)
    bar.layout_chooser.activated.emit(place)
    qtbot.waitUntil(lambda: window.session.layout == "denominator", timeout=60_000)
    qtbot.waitUntil(lambda: user_settings().get("derivation.layout", "") == "denominator", timeout=60_000)
    other = MainWindow()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    qtbot.waitUntil(lambda: other.problem_bar.layout_chooser.currentData() == "denominator", timeout=60_000)


def test_a_layout_that_an_example_brings_is_not_kept(window: MainWindow, settled: Wait) -> None:
    assert window.session.open("w · x", wrt="w", layout="denominator")
    settled()
    assert window.problem_bar.layout_chooser.currentData() == "denominator"
    assert user_settings().get("derivation.layout", "numerator") == "numerator"


def test_an_example_opens_by_key_and_by_click(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    lessons = window.lessons
    model = lessons.model()
    section = model.index(1, 0)
    example = model.index(2, 0, section)
    lessons.setFocus()
    lessons.setCurrentIndex(example)
    qtbot.keyClick(lessons, Qt.Key.Key_Return)
    assert window.session.text == "x^3"
    assert window.problem_bar.expression.text() == "x^3"
    other = model.index(3, 0, section)
    qtbot.mouseClick(lessons.viewport(), Qt.MouseButton.LeftButton, pos=lessons.visualRect(other).center())
    assert window.session.text == "x^2 + 3x"


def test_opening_by_name_shows_the_problem_in_the_fields(window: MainWindow, settled: Wait) -> None:
    assert window.session.open("[3x^2 y, 2x + y^8]", wrt="(x, y)", layout="denominator", method="operator")
    bar = window.problem_bar
    assert bar.expression.text() == "[3x^2 y, 2x + y^8]"
    assert bar.variable.currentText() == "(x, y)"
    assert bar.method.currentData() == "operator"
    assert bar.layout_chooser.currentData() == "denominator"
    settled()
    assert window.transport.timeline.model().rowCount() == window.session.count + 1


def test_tab_leads_from_the_function_to_its_variable_as_the_tour_says(
    qtbot: QtBot, window: MainWindow, settled: Wait
) -> None:
    type_function(qtbot, window, "max(0, w · x + b)")
    for name in ("variable", "method", "layout", "order", "derive"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget().objectName() == name
    window.problem_bar.expression.setFocus()
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "w")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.session.wrt == "w"


def test_a_long_variable_leaves_the_function_its_room(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    name = "weight" * 10
    assert window.session.open(f"{name}^2", name)
    settled()
    qtbot.waitUntil(lambda: window.problem_bar.wrt == name)
    bar = window.problem_bar
    qtbot.waitUntil(lambda: bar.expression.width() > bar.variable.width())


@pytest.mark.parametrize("chosen", ["x", "b"])
def test_a_chosen_variable_survives_retyping(qtbot: QtBot, window: MainWindow, chosen: str) -> None:
    type_function(qtbot, window, "a x^2 + b x")
    bar = window.problem_bar
    qtbot.waitUntil(lambda: bar.variable.findText(chosen) >= 0)
    bar.variable.setCurrentIndex(bar.variable.findText(chosen))
    bar.variable.activated.emit(bar.variable.currentIndex())
    for text in ("a", "a x^2", "a x^2 + b x"):
        type_function(qtbot, window, text)
        qtbot.waitUntil(lambda text=text: window.session.preview.text == text)
    qtbot.waitUntil(lambda: bar.wrt == chosen)


def test_half_a_text_chooses_no_variable(qtbot: QtBot, window: MainWindow) -> None:
    for text in ("a", "a x", "a x^2 + b x"):
        type_function(qtbot, window, text)
        qtbot.waitUntil(lambda text=text: window.session.preview.text == text)
    qtbot.waitUntil(lambda: window.problem_bar.wrt == "x")


def test_a_derivative_sign_in_front_chooses_the_variable(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "d/da (a x^2)")
    qtbot.waitUntil(lambda: window.problem_bar.wrt == "a")


def places(window: MainWindow) -> list[tuple[int, int]]:
    """Where everything below the field stands, and how high it is."""
    bar = window.problem_bar
    return [(part.mapTo(window, QPoint()).y(), part.height())
            for part in (bar.preview, bar.shapes.parentWidget(), window.board, window.transport)]  # fmt: skip


@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_moves_whatever_is_said_of_the_text(
    qtbot: QtBot, window: MainWindow, settled: Wait, width: int
) -> None:
    window.resize(width, 600)
    settled()
    window.problem_bar._looking._pause.setInterval(10)  # instead of a tenth of a second, seven times
    before, error = places(window), window.problem_bar.error
    for text in ("sin(x", "si", "1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2)", "\\frac{x}{", "", LONG_ERROR, "x^2"):
        type_function(qtbot, window, text)
        qtbot.waitUntil(lambda: window.session.preview.text == window.problem_bar.expression.source)
        qtbot.waitUntil(lambda: not window.problem_bar._looking.waits)
        QApplication.processEvents()
        assert places(window) == before, text
        if error.error is not None:
            assert error.height() >= error.heightForWidth(error.width()) - 1, "a part of the message is hidden"
        elif error.text():
            assert error.fontMetrics().horizontalAdvance(error.text()) <= error.width()


LONG_ERROR = "W @ x + " + "a" * 90 + "(b)"


def test_the_shape_of_a_name_is_said_in_one_place(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "w · x + b")
    qtbot.waitUntil(lambda: window.session.preview.text == "w · x + b")
    chips = window.problem_bar.shapes.findChildren(QToolButton)
    qtbot.waitUntil(lambda: "b: scalar" in [chip.text() for chip in chips])
    assert window.problem_bar.error.text() == ""


def test_definitions_stand_behind_the_formula_in_the_preview_in_letters_that_can_be_read(
    qtbot: QtBot, window: MainWindow
) -> None:
    """Three lines in the height of one had letters of ten pixels."""
    window.resize(1280, 800)
    field, preview = window.problem_bar.expression, window.problem_bar.preview
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "L where h = relu(W_1 x + b_1), z = W_2 h + b_2, L = cross_entropy(z, y)")
    qtbot.waitUntil(lambda: "CrossEntropy" in preview.text(), timeout=60_000)
    pieces, _ = preview._layout(preview.width())
    drawings = [piece for piece in pieces if not isinstance(piece.content, str)]
    assert drawings
    assert min(piece.scale for piece in drawings) >= preview.fontMetrics().height()
    assert len({piece.baseline for piece in pieces}) == 1


def test_the_preview_shows_no_half_of_a_name_and_no_other_problem(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.problem_bar
    type_function(qtbot, window, "x^2 + ")
    shown = set()
    for letter in "sin(":
        qtbot.keyClicks(bar.expression, letter)
        qtbot.waitUntil(lambda: window.session.preview.text == bar.expression.source)
        QApplication.processEvents()
        shown.add(bar.preview.text().replace(" ", ""))
    assert "x²+si" not in shown
    type_function(qtbot, window, "x^2 + 1")
    qtbot.waitUntil(lambda: bar.preview.text() == "x² + 1")
    type_function(qtbot, window, "tanh(w")
    qtbot.waitUntil(lambda: bar.error.error is not None)
    assert bar.preview.text() == ""
    type_function(qtbot, window, "w y")
    qtbot.waitUntil(lambda: bar.preview.text() == "w y")
    qtbot.keyClicks(bar.expression, " +")
    qtbot.waitUntil(lambda: bar.error.error is not None)
    assert bar.preview.text() == "w y", "what was typed so far stays, in grey"
