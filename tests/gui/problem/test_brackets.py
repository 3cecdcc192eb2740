"""The brackets in the field: the pair at the cursor, those without a partner, and wrapping what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from tests.cases import in_groups
from tests.gui.problem.test_typing import type_function

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_pair_at_the_cursor_is_marked(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "sin(x + (y))")
    assert field.marked_pair() == (11, 3)
    plain = field.grab().toImage()
    qtbot.keyClick(field, Qt.Key.Key_Left)
    assert field.marked_pair() == (10, 8)
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert field.marked_pair() == ()
    assert field.grab().toImage() != plain
    window.board.setFocus()
    field.setCursorPosition(4)
    assert field.marked_pair() == ()


def test_a_bracket_without_a_partner_is_painted_as_wrong(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "x + y) z")
    assert field.pairs.alone == (5,)
    failed = load_theme(window.appearance.theme_name).failed
    image = field.grab().toImage()
    here = round(field.x_of(5) * image.devicePixelRatio())
    column = [image.pixelColor(x, y) for x in range(here - 6, here + 7) for y in range(image.height())]
    assert any(max(abs(pixel.red() - failed.red()), abs(pixel.green() - failed.green())) < 40 for pixel in column)


def test_of_thousands_of_lonely_brackets_those_in_sight_are_painted(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of them is measured with all the text before it: all together once took seconds for every picture."""
    field, painted = window.problem_bar.expression, []
    field.setText("x" + "(" * 5000)
    field.setCursorPosition(0)
    window.board.setFocus()
    wave = field._wave
    monkeypatch.setattr(
        field, "_wave", lambda painter, rect, colour: (painted.append(rect), wave(painter, rect, colour))
    )
    field.grab()
    assert 10 < len(painted) < 400
    assert painted[0].left() < 60
    assert painted[-1].right() >= field.width() - 20
    field.setCursorPosition(len(field.text()))
    painted.clear()
    field.grab()
    assert 10 < len(painted) < 400
    assert painted[0].right() <= 20
    assert field.width() - 60 < painted[-1].left() < field.width()


@in_groups(
    ("opening", "wrapped"),
    [("(", "a(b)c"), ("[", "a[b]c"), ("{", "a{b}c"), ("|", "a|b|c")],
    in_one=["qtbot", "window"],
)
def test_an_opening_bracket_wraps_what_is_selected(
    qtbot: QtBot, window: MainWindow, opening: str, wrapped: str
) -> None:
    field = window.problem_bar.expression
    type_function(qtbot, window, "abc")
    field.setSelection(1, 1)
    qtbot.keyClicks(field, opening)
    assert (field.text(), field.selectedText()) == (wrapped, "b")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "abc"


def test_a_text_that_begins_with_a_bracket_replaces_the_one_that_is_selected(qtbot: QtBot, window: MainWindow) -> None:
    type_function(qtbot, window, "x + y")
    qtbot.keyClick(window.board, Qt.Key.Key_L, CONTROL)
    qtbot.keyClicks(window.problem_bar.expression, "[x, y]")
    assert window.problem_bar.expression.text() == "[x, y]"


def test_a_text_too_long_to_be_read_has_no_marks(window: MainWindow) -> None:
    field = window.problem_bar.expression
    field.setText("(" * 20_000)
    assert field.pairs.alone == ()
    QApplication.processEvents()
