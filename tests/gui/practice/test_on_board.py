"""Practice on the board itself, by keys alone: what is asked is marked there, what is typed stands there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.gui.board.line import BoardLine
from explainer.gui.look.spoken_language import language
from explainer.gui.main_window import MainWindow
from explainer.gui.practice.board_practice import BoardPractice
from explainer.lessons import all_problems
from explainer.practice.learner.record import own_record

CTRL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def begun(qtbot: QtBot, window: MainWindow, text: str = "x^2 sin(x)") -> BoardPractice:
    """Practice on the board, turned on by its key there."""
    if text:
        window.problem_bar.expression.setText(text)
        window.problem_bar.variable.setEditText("x")
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda: window.session.text == text, timeout=20_000)
    qtbot.waitUntil(window.board.hasFocus, timeout=20_000)
    qtbot.keyClick(window.board, Qt.Key.Key_E)
    return ready(qtbot, window)


def ready(qtbot: QtBot, window: MainWindow) -> BoardPractice:
    """What stands below the board, with a question in it."""

    def asks() -> bool:
        made = window.practising.on_board
        return made is not None and made.isVisible() and made.desk.sitting is not None and not made.desk.busy

    qtbot.waitUntil(asks, timeout=20_000)
    made = window.practising.on_board
    assert made is not None
    return made


def typed(qtbot: QtBot, practice: BoardPractice, text: str) -> str:
    """What is said to a typed answer."""
    practice.desk.field.clear()
    qtbot.keyClicks(practice.desk.field, text)
    qtbot.keyClick(practice.desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not practice.desk.busy, timeout=20_000)
    return practice.lines.said.text()


def lines_of(window: MainWindow) -> list[BoardLine]:
    """The lines on the board, from top to bottom."""
    found = [item for item in window.board.scene().items() if isinstance(item, BoardLine)]
    return sorted(found, key=lambda line: line.y())


def titles(window: MainWindow) -> list[str]:
    """What the timeline says."""
    model = window.transport.timeline.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_steps_that_come_are_covered_until_they_are_found(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window)
    assert QApplication.focusWidget() is practice.desk.field
    assert window.problem_bar.isHidden(), "the board has its room"
    assert all(title.endswith("…") for title in titles(window)[1:])
    assert not window.board.line_item(0).changing  # type: ignore[union-attr]
    typed(qtbot, practice, "x^2 d(sin(x))/dx + sin(x) d(x^2)/dx")
    assert window.session.position == 1
    assert "Product rule" in titles(window)[1]
    qtbot.waitUntil(lambda: len(titles(window)) > 2, timeout=20_000)
    assert titles(window)[2].endswith("…")


def test_a_wrong_line_stands_struck_on_the_board_with_the_number(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window)
    said = typed(qtbot, practice, "2 x cos(x)")
    assert said.startswith("✗")
    assert "not the product of the derivatives" in said
    problem, struck = lines_of(window)
    assert struck.style.is_wrong
    assert "1.0806" in " ".join(struck.style.note)
    assert struck.y() >= problem.y() + problem.height
    assert practice.desk.field.text() == "2 x cos(x)", "it can be mended"
    typed(qtbot, practice, "2 x sin(x) + x^2 cos(x)")
    assert not any(line.style.is_wrong for line in lines_of(window))


def test_hints_light_the_part_up_and_a_question_mark_behind_an_answer_asks_too(
    qtbot: QtBot, window: MainWindow
) -> None:
    practice = begun(qtbot, window)
    qtbot.keyClicks(practice.desk.field, "x?")
    assert practice.desk.field.text() == "x"
    qtbot.waitUntil(lambda: practice.lines.said.text().startswith("Hint 1"), timeout=20_000)
    assert window.board.line_item(0).changing == ((),)  # type: ignore[union-attr]
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: practice.lines.said.text().startswith("Hint 2"), timeout=20_000)
    assert "Product rule" in practice.lines.said.text()


def test_rules_are_chosen_with_the_keys_of_the_board(qtbot: QtBot, window: MainWindow) -> None:
    """A to D are other keys there else: D unfolds, B is black."""
    practice = begun(qtbot, window)
    qtbot.keyClick(practice.desk.ways["rule"], Qt.Key.Key_Space)
    assert window.board.line_item(0).changing  # type: ignore[union-attr]
    rules = practice.desk.sitting.exercise.rules  # type: ignore[union-attr]
    assert rules is not None
    window.board.setFocus()
    qtbot.keyClick(window.board, "abcd"[(rules.right_place + 1) % 4])
    qtbot.waitUntil(lambda: practice.lines.said.text().startswith("✗"), timeout=20_000)
    assert window.session.position == 0
    qtbot.keyClick(window.board, "1234"[rules.right_place])
    qtbot.waitUntil(lambda: window.session.position == 1, timeout=20_000)
    qtbot.keyClick(window.board, Qt.Key.Key_U)
    assert window.session.position == 0, "taken back"
    assert practice.desk.sitting.exercise.score.asked == 0  # type: ignore[union-attr]


def test_a_covered_part_stands_in_the_line_that_comes(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window)
    qtbot.keyClick(practice.desk.ways["cover"], Qt.Key.Key_Space)
    covered = lines_of(window)[-1]
    question = practice.desk.sitting.exercise.question  # type: ignore[union-attr]
    assert question is not None
    assert question.cover is not None
    assert covered.style.label == "1"
    assert covered.changed == question.paths
    assert typed(qtbot, practice, question.cover.part.text()).startswith("✓")
    assert window.session.position == 1


def test_a_step_that_is_looked_at_counts_as_shown_and_one_can_look_back(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window)
    typed(qtbot, practice, "x^2 d(sin(x))/dx + sin(x) d(x^2)/dx")
    exercise = practice.desk.sitting.exercise  # type: ignore[union-attr]
    assert exercise is not None
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert window.session.position == 0
    assert exercise.number == 2
    assert exercise.score.skipped == 0
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: exercise.number == 3 and not practice.desk.busy, timeout=20_000)
    assert exercise.score.skipped == 1
    assert window.session.position == 2


def test_a_problem_of_a_lesson_is_solved_on_the_board_and_marked(qtbot: QtBot, window: MainWindow) -> None:
    problem = window.reading.course.problem
    assert problem is not None
    practice = begun(qtbot, window, "")
    result = practice.desk.sitting.exercise.trace.result.text()  # type: ignore[union-attr]
    typed(qtbot, practice, result)
    assert practice.desk.sitting.exercise.done  # type: ignore[union-attr]
    assert window.session.position == window.session.count
    assert problem.id in window.reading.course.progress.solved
    qtbot.keyClick(practice.desk.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not practice.on, timeout=20_000)
    assert practice.isHidden()
    assert window.problem_bar.isVisible()
    assert [outcome.right for outcome in own_record().outcomes] == [True]
    assert not any(title.endswith("…") for title in titles(window))


def test_another_problem_like_it_comes_onto_the_board(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window, "x^2")
    typed(qtbot, practice, "2 x")
    qtbot.keyClick(practice.desk.like_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.text != "x^2" and not practice.desk.busy, timeout=20_000)
    exercise = practice.desk.sitting.exercise  # type: ignore[union-attr]
    assert exercise is not None
    assert window.session.trace is exercise.trace
    assert window.session.position == 0
    assert practice.on
    typed(qtbot, practice, exercise.trace.result.text())
    assert window.session.position == len(exercise.trace.steps)


def test_another_derivation_is_practised_when_it_is_opened(qtbot: QtBot, window: MainWindow) -> None:
    practice = begun(qtbot, window)
    problem = next(problem for problem in all_problems() if problem.id == "A1")
    window.reading.open_problem(problem)
    qtbot.waitUntil(lambda: window.reading.course.problem == problem, timeout=20_000)
    qtbot.waitUntil(lambda: practice.desk.sitting.sitting.problems[0].source == "A1", timeout=20_000)  # type: ignore[union-attr]
    assert practice.on


@pytest.mark.parametrize("way", ["key", "escape", "field", "button"])
def test_practice_ends_in_four_ways_and_the_board_is_as_before(qtbot: QtBot, window: MainWindow, way: str) -> None:
    practice = begun(qtbot, window)
    typed(qtbot, practice, "2 x cos(x)")
    if way == "key":
        qtbot.keyClick(window, Qt.Key.Key_B, CTRL)
    elif way == "escape":
        qtbot.keyClick(practice.desk.field, Qt.Key.Key_Escape)
    elif way == "field":
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    else:
        qtbot.mouseClick(practice.desk.end_button, Qt.MouseButton.LeftButton)
    assert not practice.on
    assert practice.isHidden()
    assert window.problem_bar.isVisible()
    assert len(lines_of(window)) == 1
    assert window.board.line_item(0).changing  # type: ignore[union-attr]
    assert not any(title.endswith("…") for title in titles(window))
    focused = QApplication.focusWidget()
    assert focused is (window.problem_bar.expression if way == "field" else window.board)


@pytest.mark.parametrize("text", ["", "2 x +", "q", "x" * 11_000, "\\frac{1}{2"])
def test_bad_answers_are_placed_and_leave_the_board_alone(qtbot: QtBot, window: MainWindow, text: str) -> None:
    practice = begun(qtbot, window)
    practice.desk.field.setText(text)
    qtbot.keyClick(practice.desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not practice.desk.busy, timeout=20_000)
    assert practice.desk.error.error is not None
    assert len(lines_of(window)) == 1
    assert practice.desk.sitting.exercise.score.wrong == 0  # type: ignore[union-attr]


def test_it_is_told_in_german_and_named_for_screen_readers(qtbot: QtBot, window: MainWindow) -> None:
    language().choose("de")
    try:
        practice = begun(qtbot, window)
        said = typed(qtbot, practice, "2 x cos(x)")
        assert "both factors" not in said
        assert "beide Faktoren" in said
        qtbot.keyClick(practice.desk.ways["rule"], Qt.Key.Key_Space)
        assert practice.desk.question.text().startswith("An der Stelle")
        rules = practice.desk.sitting.exercise.rules  # type: ignore[union-attr]
        assert rules is not None
        for place in [(rules.right_place + 1) % 4, rules.right_place]:
            qtbot.keyClick(practice.desk.choices[place], Qt.Key.Key_Space)
            qtbot.waitUntil(lambda: not practice.desk.busy, timeout=20_000)
            assert not {"It", "Both", "needs", "What"} & set(practice.lines.said.text().split())
        for widget in (practice.desk.field, *practice.desk.choices, practice.desk.hint_button, practice):
            described = QAccessible.queryAccessibleInterface(widget)
            assert described.text(QAccessible.Text.Name)
    finally:
        language().choose("en")
