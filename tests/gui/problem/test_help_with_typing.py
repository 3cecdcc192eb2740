"""Help with typing, by real keys: completions, the palette of signs, earlier problems."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.gui.problem.history_finder import HistoryFinder
from explainer.gui.problem.symbol_palette import SymbolPalette
from explainer.language.typing.symbols import GROUPS
from tests.gui.problem.test_typing import enter, type_function

CONTROL = Qt.KeyboardModifier.ControlModifier


def listed(window: MainWindow) -> list[str]:
    """What the list of completions shows; nothing while it is closed."""
    completion = window.problem_bar.completion
    if not completion.is_open:
        return []
    assert completion.list is not None
    items = (completion.list.topLevelItem(row) for row in range(completion.list.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


# --- completions -----------------------------------------------------------------------------------------------------


def test_two_letters_offer_names_and_tab_takes_one(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "2 s")
    assert listed(window) == []
    qtbot.keyClicks(field, "of")
    qtbot.keyClicks(field, "tm")
    assert listed(window) == ["softmax(u)"]
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.cursorPosition()) == ("2 softmax()", 10)
    assert listed(window) == []
    assert window.focusWidget() is field
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "2 softm"


class ClosesWhenShown(QObject):
    """Gives the field another size as soon as the list shows, as a window does that makes room."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._field = window.problem_bar.expression
        self.times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.times += 1
            QApplication.sendEvent(self._field, QResizeEvent(self._field.size(), self._field.size()))
        return super().eventFilter(watched, event)


def test_a_list_that_is_closed_by_being_shown_stays_closed(qtbot: QtBot, window: MainWindow) -> None:
    field, completion = window.problem_bar.expression, window.problem_bar.completion
    type_function(qtbot, window, "so")
    assert completion.list is not None
    completion.close()
    closing = ClosesWhenShown(window)
    completion.list.installEventFilter(closing)
    qtbot.keyClicks(field, "f")
    assert closing.times == 1
    assert listed(window) == []
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "sof"
    completion.list.removeEventFilter(closing)
    completion.ask()
    assert "softmax(u)" in listed(window)


def test_return_takes_the_one_that_was_chosen(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "si")
    names = listed(window)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == names[1].replace("(u)", "()")
    assert window.session.text == "sin(x + x^2)"


def test_return_derives_while_the_word_is_a_name_already(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "x pi")
    assert listed(window)
    enter(qtbot, window)
    assert window.session.text == "x pi"
    assert listed(window) == []


def test_plain_typing_goes_on_through_the_list(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "sinh(x) + exp(alpha x)")
    assert window.problem_bar.expression.text() == "sinh(x) + exp(alpha x)"
    assert listed(window) == []
    enter(qtbot, window)
    assert window.session.text == "sinh(x) + exp(alpha x)"


def test_escape_closes_the_list_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.messages.show("still here")
    field = window.problem_bar.expression
    type_function(qtbot, window, "co")
    assert listed(window)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (listed(window), field.text(), window.focusWidget()) == ([], "co", field)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert window.focusWidget() is not field


def test_ctrl_space_offers_everything_with_the_variables_first(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "w · x + ")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    window.problem_bar.completion.close()
    type_function(qtbot, window, "W x where W: m x n")
    qtbot.waitUntil(lambda: len(window.session.preview.shapes) == 2)
    qtbot.keyClicks(field, " ")
    qtbot.keyClick(field, Qt.Key.Key_Space, CONTROL)
    assert listed(window)[:2] == ["W", "x"]
    assert len(listed(window)) > 100
    completion = window.problem_bar.completion
    assert completion.list is not None
    item = completion.list.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "m×n"
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert completion.list.currentIndex().row() == 8
    assert window.session.position == 0


def test_alpha_becomes_the_letter(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "alp")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "α"


def test_brackets_that_stand_there_are_not_written_twice(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "(x)")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, "tan")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.cursorPosition()) == ("tan(x)", 3)


def test_the_list_closes_with_the_field(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "si")
    window.board.setFocus()
    assert listed(window) == []
    type_function(qtbot, window, "si")
    qtbot.keyClick(window.problem_bar.expression, Qt.Key.Key_Home)
    assert listed(window) == []


# --- signs -----------------------------------------------------------------------------------------------------------


def palette(qtbot: QtBot, window: MainWindow) -> SymbolPalette:
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_I, CONTROL)
    found = window.findChild(SymbolPalette)
    assert isinstance(found, SymbolPalette)
    assert found.isVisible()
    return found


def test_a_sign_is_picked_by_keys_and_written_at_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "xy")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    shown = palette(qtbot, window)
    first = window.focusWidget()
    assert isinstance(first, QToolButton)
    assert first.text() == "·"
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = window.focusWidget()
    assert isinstance(second, QToolButton)
    assert "typed .*" in second.accessibleName()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert not shown.isVisible()
    assert window.focusWidget() is field
    assert (field.text(), field.cursorPosition()) == ("x ⊗ y", 4)


def test_a_template_has_the_cursor_or_the_selection_inside(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "1 + ")
    buttons = {button.text(): button for button in palette(qtbot, window).buttons()}
    buttons["∑"].click()
    assert (field.text(), field.cursorPosition()) == ("1 + sum(i=1..N, )", 16)
    type_function(qtbot, window, "1 + x")
    field.setSelection(4, 1)
    palette(qtbot, window)
    buttons["√"].click()
    assert field.text() == "1 + √(x)"
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "1 + x"


def test_escape_leaves_the_palette_with_the_text_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "x + y")
    field.setSelection(0, 1)
    shown = palette(qtbot, window)
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert (window.focusWidget(), field.text(), field.selectedText()) == (field, "x + y", "x")


def test_the_palette_has_every_sign_with_a_name_and_stays_inside_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 600)
    shown = palette(qtbot, window)
    buttons = list(shown.buttons())
    assert len(buttons) == sum(len(group.symbols) for group in GROUPS)
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    assert window.rect().contains(shown.geometry())


# --- earlier problems ------------------------------------------------------------------------------------------------


def derive(qtbot: QtBot, window: MainWindow, *texts: str) -> None:
    for text in texts:
        type_function(qtbot, window, text)
        enter(qtbot, window)
        assert window.session.text == text


def test_up_and_down_go_through_earlier_problems_and_back_to_what_was_typed(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    derive(qtbot, window, "x^2", "x^3 y")
    type_function(qtbot, window, "half a tho")
    window.problem_bar.completion.close()
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
        seen.append(field.text())
    assert seen == ["x^3 y", "x^2", "x^2", "x^3 y", "half a tho", "half a tho"]
    assert window.session.text == "x^3 y"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "half a tho"


def test_an_earlier_problem_comes_with_all_that_was_chosen_also_after_the_next_start(
    qtbot: QtBot, window: MainWindow, data_folder: Path
) -> None:
    bar = window.problem_bar
    type_function(qtbot, window, "w · x")
    bar.variable.setEditText("x")
    bar.layout_chooser.setCurrentIndex(bar.layout_chooser.findData("denominator"))
    bar.method.setCurrentIndex(bar.method.findData("operator"))
    bar.shapes.chosen.emit("w", "3")
    assert (data_folder / "history.json").is_file()
    other = MainWindow()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    qtbot.waitUntil(lambda: other.session.text == "sin(x + x^2)")
    field = other.problem_bar.expression
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    asked = other.problem_bar.asked()
    assert tuple(asked) == ("w · x", "x", {"w": "3"}, "operator", "denominator", 1, "vec")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert other.session.request == asked
    other.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_H])
def test_earlier_problems_are_found_by_their_words(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    derive(qtbot, window, "x^2", "exp(x)", "x^4")
    field = window.problem_bar.expression
    field.setFocus()
    qtbot.keyClick(field, key, CONTROL)
    finder = window.findChild(HistoryFinder)
    assert isinstance(finder, HistoryFinder)
    assert finder.isVisible()
    assert finder.list.count() == 3
    qtbot.keyClicks(finder.field, "exp")
    assert finder.list.count() == 1
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert (field.text(), window.focusWidget()) == ("exp(x)", field)


def test_ctrl_r_is_still_the_rule_elsewhere(qtbot: QtBot, window: MainWindow) -> None:
    window.session.next()
    qtbot.keyClick(window.board, Qt.Key.Key_R, CONTROL)
    finder = window.findChild(HistoryFinder)
    assert finder is None
    QApplication.processEvents()


def test_a_refused_text_is_no_earlier_problem(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "sin(")
    enter(qtbot, window)
    assert window.problem_bar.history.history.entries == ()
