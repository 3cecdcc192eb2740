"""Going through a derivation by keys, buttons, the timeline and the mouse."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.gui.panels.timeline_rows import CheckRole, PhaseRole, SignRole
from explainer.gui.relay import InTurn
from explainer.session.action_table import ACTIONS
from tests.cases import in_groups

Wait = Callable[[], None]

NEXT = [key for row in ACTIONS if row.id in ("next", "jump") for key in row.board_keys]
BACK = [key for row in ACTIONS if row.id == "previous" for key in row.board_keys]


def press(qtbot: QtBot, widget: QWidget, keys: str) -> None:
    """Press a key as it is written in the table of actions, such as Alt+Right."""
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())


def child(window: MainWindow, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def counter(window: MainWindow) -> str:
    label = window.findChild(QLabel, "counter")
    assert label is not None
    return label.text()


def assert_everything_shows_the_position(window: MainWindow) -> None:
    """Counter, timeline, rule card and board all stand where the session stands."""
    session = window.session
    assert counter(window).startswith(f"{session.position} of ")
    assert window.transport.timeline.currentIndex().row() == session.position
    line = window.board.line_item(session.position)
    assert line is not None
    assert line.look.current
    assert line.drawing.width > 0
    step = session.step
    if step is None:
        assert "The problem" in window.rule_card.text()
    else:
        assert step.title in window.rule_card.text()
        assert line.title == step.title
        assert line.changed == step.touched_after


def test_the_window_opens_on_a_worked_example(window: MainWindow, settled: Wait) -> None:
    settled()
    assert window.problem_bar.expression.text() == window.session.text == "sin(x + x^2)"
    assert window.session.position == 0
    assert counter(window) == f"0 of {window.session.count}"
    assert_everything_shows_the_position(window)
    assert window.problem_bar.preview.text()


@in_groups("name", [
    "expression", "variable", "method", "layout", "board", "timeline", "rule_card", "next_step", "previous_step",
    "first_step", "last_step", "play", "lessons", "dataflow", "figure_shapes", "plot",
], in_one=["window"])  # fmt: skip
def test_every_part_has_its_name_and_can_be_reached_by_key(window: MainWindow, name: str) -> None:
    widget = child(window, name)
    assert widget.accessibleName()
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


@in_groups("keys", NEXT, in_one=["qtbot", "window"])
def test_keys_of_the_board_show_the_next_step(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    window.session.go_to(0)
    window.board.setFocus()
    press(qtbot, window.board, keys)
    assert window.session.position == 1
    press(qtbot, window.board, keys)
    assert window.session.position == 2
    assert_everything_shows_the_position(window)


@in_groups("keys", BACK, in_one=["qtbot", "window"])
def test_keys_of_the_board_go_back(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    window.session.go_to(3)
    window.board.setFocus()
    press(qtbot, window.board, keys)
    assert window.session.position == 2
    assert_everything_shows_the_position(window)
    assert window.board.line_item(3) is None


@in_groups("focus", ["board", "expression", "lessons", "timeline", "rule_card"], in_one=["qtbot", "window"])
@pytest.mark.parametrize(("forward", "backward"), [("PgDown", "PgUp"), ("Alt+Right", "Alt+Left")])
def test_the_keys_of_a_clicker_work_everywhere(
    qtbot: QtBot, window: MainWindow, focus: str, forward: str, backward: str
) -> None:
    window.session.go_to(0)
    widget = child(window, focus)
    widget.setFocus()
    press(qtbot, widget, forward)
    press(qtbot, widget, forward)
    assert window.session.position == 2
    press(qtbot, widget, backward)
    assert window.session.position == 1
    assert_everything_shows_the_position(window)


def test_end_and_home_go_to_the_result_and_to_the_problem(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.board.setFocus()
    press(qtbot, window.board, "End")
    settled()
    assert window.session.position == window.session.count > 3
    assert_everything_shows_the_position(window)
    press(qtbot, window.board, "Home")
    assert window.session.position == 0
    assert_everything_shows_the_position(window)


def test_a_number_and_return_jump_to_that_step(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_4)
    assert "4" in counter(window)
    assert window.session.position == 0
    qtbot.keyClick(window.board, Qt.Key.Key_Return)
    assert window.session.position == 4
    assert_everything_shows_the_position(window)


def test_another_key_forgets_a_typed_number(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_4)
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    assert window.session.position == 1
    qtbot.keyClick(window.board, Qt.Key.Key_Return)
    assert window.session.position == 2


def test_the_last_line_is_reached_however_slow_the_machine(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.session.session.PATIENCE_MS", 0.0)
    window.session.open("ln(sin(x^3)^2)", wrt="x", method="chain")
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_End)
    assert not window.session.complete
    qtbot.waitUntil(lambda: window.session.complete and window.session.position == window.session.count)


def test_the_buttons_step_and_show_when_there_is_nowhere_to_go(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    settled()  # the buttons are tied to the actions, which are made a moment after the first formula
    buttons = {
        name: window.findChild(QToolButton, name) for name in ("first_step", "previous_step", "next_step", "last_step")
    }
    assert not buttons["first_step"].isEnabled()
    assert not buttons["previous_step"].isEnabled()
    qtbot.mouseClick(buttons["next_step"], Qt.MouseButton.LeftButton)
    assert window.session.position == 1
    assert buttons["previous_step"].isEnabled()
    qtbot.mouseClick(buttons["last_step"], Qt.MouseButton.LeftButton)
    settled()
    assert window.session.position == window.session.count
    assert not buttons["next_step"].isEnabled()
    qtbot.mouseClick(buttons["previous_step"], Qt.MouseButton.LeftButton)
    assert window.session.position == window.session.count - 1
    qtbot.mouseClick(buttons["first_step"], Qt.MouseButton.LeftButton)
    assert window.session.position == 0


def test_choosing_a_row_of_the_timeline_goes_there(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    settled()
    timeline = window.transport.timeline
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert window.session.position == 1
    timeline.setCurrentIndex(timeline.model().index(3, 0))
    assert window.session.position == 3
    assert_everything_shows_the_position(window)


def test_the_timeline_speaks_shows_phases_and_checks(window: MainWindow, settled: Wait) -> None:
    settled()
    session, model = window.session, window.transport.timeline.model()
    assert model.rowCount() == session.count + 1
    phases = []
    for number in range(1, session.count + 1):
        index = model.index(number, 0)
        step = session.step_at(number)
        assert step is not None
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith(f"Step {number}, {step.title}")
        assert any(phrase in spoken for phrase in (" New: ", "The line is now: ", "The line stays as it is."))
        assert index.data(CheckRole) is True
        if index.data(PhaseRole) not in phases:
            phases.append(index.data(PhaseRole))
    assert phases[:4] == ["introduce", "differentiate", "combine", "substitute"]


def test_clicking_an_earlier_line_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    window.session.go_to(3)
    board = window.board
    line = board.line_item(2)
    assert line is not None
    point = board.mapFromScene(line.mapToScene(line.boundingRect().center()))
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
    assert window.session.position == 2


def test_playing_steps_by_itself_until_it_is_paused(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    settled()
    play = window.transport.buttons["play"]
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    window.player.timer.setInterval(10)
    assert play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: window.session.position >= 3)
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert play.accessibleName() == "Play"


def test_playing_ends_at_the_result(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(window.session.count - 1)
    press(qtbot, window, "F8")
    window.player.timer.setInterval(10)
    assert window.session.position == window.session.count
    qtbot.waitUntil(lambda: window.transport.buttons["play"].accessibleName() == "Play")


def test_the_part_that_changes_is_marked_in_both_lines(window: MainWindow) -> None:
    window.session.go_to(2)
    step = window.session.step
    assert step is not None
    now, before, earlier = (window.board.line_item(k) for k in (2, 1, 0))
    assert now is not None
    assert before is not None
    assert earlier is not None
    assert now.changed == step.touched_after
    assert now.changing == ()
    assert before.changing == step.touched_before
    assert before.changed == ()
    assert (earlier.changed, earlier.changing) == ((), ())
    assert now.look.em_px > before.look.em_px == earlier.look.em_px


def test_the_current_line_is_always_in_sight(window: MainWindow, settled: Wait) -> None:
    window.resize(900, 600)
    settled()
    for number in range(window.session.count + 1):
        window.session.go_to(number)
        line = window.board.line_item(number)
        assert line is not None
        seen = window.board.mapToScene(window.board.viewport().rect()).boundingRect()
        rect = line.sceneBoundingRect()
        assert seen.top() <= rect.top() + 1
        assert rect.bottom() <= seen.bottom() + 1 or rect.height() > seen.height()
        assert rect.right() <= seen.right() + 1


def test_a_refuted_mistake_has_another_sign_on_the_timeline_than_a_step_that_holds(
    window: MainWindow, settled: Wait
) -> None:
    window.session.open("x + x^2", wrt="x", method="chain")
    settled()
    trace = window.session.trace
    assert trace is not None
    turn = next(step for step in trace.steps if step.attempt is not None)
    model = window.transport.timeline.model()
    index = model.index(turn.number, 0)
    assert index.data(CheckRole) is True
    assert index.data(SignRole) == "≠"
    assert model.index(turn.number - 1, 0).data(SignRole) == "✓"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("seed", range(4))
def test_what_follows_a_key_in_turns_ends_where_it_ends_at_once(
    seed: int, qtbot: QtBot, window: MainWindow, settled: Wait, in_turns: None
) -> None:
    settled()
    drawn = Random(seed)
    for text in ("ln(sin(x^3)^2)", "9(x + x^2)"):
        window.problem_bar.expression.setText(text)
        window.derive()
        for key in drawn.choices(("Right", "Left", "End", "Home", "F5", "Escape"), (9, 3, 1, 1, 1, 1), k=40):
            press(qtbot, window.projection.speaker, key)
            if drawn.random() < 0.5:
                QApplication.processEvents()
    qtbot.waitUntil(lambda: not any(turn.waiting for turn in window.findChildren(InTurn)), timeout=60_000)
    settled()
    window.projection.leave()
    qtbot.waitUntil(lambda: not window.following._behind.isActive(), timeout=60_000)
    qtbot.waitUntil(lambda: not any(turn.waiting for turn in window.findChildren(InTurn)), timeout=60_000)
    assert_everything_shows_the_position(window)
