"""The tab with numbers: made when somebody looks, typed in with real keys, in step with the board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from explainer.gui.formulas.formula_label import text_of
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.number_rows import LitRole, NumbersRole
from explainer.gui.panels.numbers_tab import NumbersTab
from explainer.typeset import theme_names
from tests.gui.waiting import change_seen


def shown(qtbot: QtBot, window: MainWindow, text: str, wrt: str, method: str = "auto") -> QListWidget:
    """Open a problem and the tab; the table when all of it is there."""
    assert window.session.open(text, wrt, method=method)
    window.tabs.setCurrentWidget(window.numbers)
    return done(qtbot, window)


def done(qtbot: QtBot, window: MainWindow) -> QListWidget:
    qtbot.waitUntil(lambda: window.session.complete and not window.numbers.working)
    QApplication.processEvents()
    assert window.numbers.table is not None
    return window.numbers.table


def type_in(qtbot: QtBot, tab: NumbersTab, name: str, text: str) -> None:
    assert tab.fields is not None
    field = tab.fields.fields[name]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def grid(table: QListWidget, row: int) -> tuple[tuple[str, ...], ...]:
    found: tuple[tuple[str, ...], ...] = table.item(row).data(NumbersRole).grid
    return found


def test_nothing_is_made_before_somebody_looks(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.complete and not window.signals.working)
    assert window.numbers.table is None
    assert window.numbers.fields is None


def test_every_line_has_its_value(qtbot: QtBot, window: MainWindow) -> None:
    table = shown(qtbot, window, "w ⊗ x", "w", "elements")
    assert table.count() == window.session.count + 1 == 4
    assert {grid(table, row) for row in range(table.count())} == {(("0.5", "0"), ("0", "1"))}
    assert "3 of 3 lines" in window.numbers.accessibleDescription()
    spoken = table.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Line 1, Jacobian, entry by entry: a matrix of 2 by 2: row 1: 0.5, 0")


def test_typed_values_are_taken_and_the_others_follow(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "w ⊗ x", "w", "elements")
    type_in(qtbot, window.numbers, "x", "1, 2, 1/3")
    table = done(qtbot, window)
    assert grid(table, 3) == (("1", "0", "0"), ("0", "2", "0"), ("0", "0", "0.3333"))
    assert window.numbers.fields is not None
    assert window.numbers.fields.fields["w"].text().count(",") == 2


def test_what_is_wrong_is_said_under_its_field(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "w ⊗ x", "w", "elements")
    type_in(qtbot, window.numbers, "x", "1, a")
    table = done(qtbot, window)
    assert table.count() == 0, "no old value stands for a new one"
    fields = window.numbers.fields
    assert fields is not None
    line = fields.errors["x"]
    assert line.isVisible()
    assert line.position == 3
    assert "“a” is not a number" in line.text()
    type_in(qtbot, window.numbers, "x", "1, 4")
    assert grid(done(qtbot, window), 0) == (("1", "0"), ("0", "4"))
    assert not line.isVisible()


def test_shapes_that_clash_are_named(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "w ⊗ x", "w", "elements")
    type_in(qtbot, window.numbers, "x", "1, 2, 3")
    type_in(qtbot, window.numbers, "w", "1, 2")
    done(qtbot, window)
    fields = window.numbers.fields
    assert fields is not None
    assert "The size of x is 3 where 2 is needed, as n is 2 by w" in fields.errors["x"].text()


def test_the_line_of_the_board_is_lit(qtbot: QtBot, window: MainWindow) -> None:
    table = shown(qtbot, window, "w ⊗ x", "w", "elements")
    for number in (0, 2, 3):
        window.session.go_to(number)
        done(qtbot, window)
        assert [row for row in range(table.count()) if table.item(row).data(LitRole)] == [number]


def test_return_on_a_row_goes_to_its_line(qtbot: QtBot, window: MainWindow) -> None:
    table = shown(qtbot, window, "w ⊗ x", "w", "elements")
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert window.session.position == 0
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.session.position == 2


def test_the_tab_is_reached_by_keys_alone(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "w ⊗ x", "w", "elements")
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_F6)
    fields = window.numbers.fields
    assert fields is not None
    assert QApplication.focusWidget() is fields.fields["w"]
    qtbot.keyClick(fields.fields["w"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields.fields["x"]
    qtbot.keyClick(fields.fields["x"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.numbers.table
    assert fields.fields["w"].accessibleName() == "Value of w, n×1"


def test_a_kink_says_why_there_is_no_value(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "max(0, z)", "z")
    type_in(qtbot, window.numbers, "z", "0")
    table = done(qtbot, window)
    assert grid(table, 0) == ()
    assert "kink" in text_of(table.item(0).data(NumbersRole).words)
    assert grid(table, 1) == (("0",),)


def test_another_problem_gets_other_fields(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "w ⊗ x", "w")
    table = shown(qtbot, window, "f(x) where f: m, x: n", "x")
    assert table.count() == 0
    assert "function f" in window.numbers.accessibleDescription()
    table = shown(qtbot, window, "x^2", "x")
    assert grid(table, 0) == (("4",),)


def test_rows_of_a_matrix_are_pasted_with_semicolons(qtbot: QtBot, window: MainWindow) -> None:
    shown(qtbot, window, "W x where W: m x n, x: n", "x")
    fields = window.numbers.fields
    assert fields is not None
    QApplication.clipboard().setText("1, 2\n3, 4\n")
    field = fields.fields["W"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1, 2; 3, 4"
    assert grid(done(qtbot, window), 0) == (("1", "2"), ("3", "4"))


@pytest.mark.parametrize("theme", theme_names())
def test_the_values_are_seen_in_every_theme(qtbot: QtBot, window: MainWindow, theme: str) -> None:
    window.appearance.choose_theme(theme)
    change_seen(window)
    window.resize(900, 600)
    table = shown(qtbot, window, "w ⊗ x", "w", "elements")
    assert table.viewport().height() > 100
    image = table.viewport().grab().toImage()
    rect = table.visualItemRect(table.item(0))
    lightness = {image.pixelColor(x, rect.top() + 14).lightness() for x in range(4, rect.width() - 4)}
    assert max(lightness) - min(lightness) > 100


def test_of_a_large_layer_it_is_said_why_there_are_no_numbers(qtbot: QtBot, window: MainWindow) -> None:
    """Each entry would be moved by itself: the tab stayed empty for minutes."""
    shapes = {"X": "N x 784", "W": "784 x 128", "Y": "N x 128"}
    assert window.session.open("norm(tanh(X @ W) - Y)^2", "W", shapes)
    window.tabs.setCurrentWidget(window.numbers)
    table = done(qtbot, window)
    assert table.count() == 0
    told = [label.text() for label in window.numbers.findChildren(QLabel) if label.isVisible()]
    assert any("100,352 entries" in text for text in told)
