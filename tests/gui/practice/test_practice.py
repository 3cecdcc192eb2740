"""A whole session of practice by keys alone, with what is seen and heard at each answer, closed and opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from explainer.gui.look.spoken_language import language
from explainer.gui.look.theme import load_theme
from explainer.gui.main_window import MainWindow
from explainer.gui.practice.practice_window import PracticeWindow
from explainer.lessons import all_lessons
from explainer.practice.exercise import Asks
from explainer.practice.learner.record import Outcome, own_record
from explainer.session.course.shelf import lesson_address
from tests.cases import in_groups

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def opened(qtbot: QtBot, window: MainWindow, text: str) -> PracticeWindow:
    """Practice of a function in x, opened by its key."""
    window.problem_bar.expression.setText(text)
    window.problem_bar.variable.setEditText("x")
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.session.text == text)
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    return ready(qtbot, window)


def ready(qtbot: QtBot, window: MainWindow) -> PracticeWindow:
    """The window of practice with a question in it."""
    qtbot.waitUntil(lambda: window.practising.window is not None and window.practising.window.isVisible())
    practice = window.practising.window
    assert practice is not None
    qtbot.waitUntil(lambda: practice.places.currentWidget() is practice.desk)
    qtbot.waitUntil(practice.isActiveWindow)
    return practice


def typed(qtbot: QtBot, practice: PracticeWindow, text: str) -> list[str]:
    """What is new among the lines after an answer was typed, and Enter."""
    before = len(practice.desk.lines.texts())
    qtbot.keyClicks(practice.desk.field, text)
    qtbot.keyClick(practice.desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not practice.desk.busy)
    return practice.desk.lines.texts()[before:]


def test_a_whole_session_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    """A wrong line, a hint, a right line, an equivalent one; the exercise is graded, and remembered."""
    practice = opened(qtbot, window, "x^2 sin(x)")
    desk = practice.desk
    assert desk.sitting is not None
    assert desk.sitting.exercise is not None
    assert len(desk.lines.texts()) == 1, "no line is shown before it is reached"

    struck, said = typed(qtbot, practice, "2 x cos(x)")
    assert "2 x cos(x)" in struck
    assert "not the product of the derivatives" in said
    assert "At x = 1 it is 2.2232, this gives 1.0806" in said
    assert desk.field.text() == "2 x cos(x)", "it can be mended"
    assert desk.field.selectedText() == "2 x cos(x)", "or typed over"

    qtbot.keyClicks(desk.field, "?")
    assert "Look at" in desk.lines.texts()[-1]
    assert desk.field.text() == "2 x cos(x)", "a hint leaves it there"

    desk.field.clear()
    said, *steps = typed(qtbot, practice, "d(x^2)/dx sin(x) + x^2 d(sin(x))/dx")
    assert said.startswith("✓")
    assert len(steps) == 2, "its rule and the line"

    said, *steps = typed(qtbot, practice, "x * (2 sin(x) + x cos(x))")
    assert said.startswith("✓"), "an equivalent line, in another form"
    if not desk.sitting.exercise.done:
        typed(qtbot, practice, "2 x sin(x) + x^2 cos(x)")
    assert desk.sitting.exercise.done
    assert "right at the first try" in desk.question.text()
    assert QApplication.focusWidget() is desk.next_button

    qtbot.keyClick(desk.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: practice.places.currentWidget() is practice.page)
    (outcome,) = own_record().outcomes
    assert outcome.text == "x^2 sin(x)"
    assert outcome.mistakes == ("product-of-derivatives",)
    assert outcome.hints == 1


def test_an_unfinished_exercise_is_there_after_closing(qtbot: QtBot, window: MainWindow) -> None:
    practice = opened(qtbot, window, "x^2 sin(x)")
    typed(qtbot, practice, "2 x cos(x)")
    qtbot.keyClick(practice, Qt.Key.Key_Escape)
    assert not practice.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    again = window.practising.window
    assert again is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is again.page.go_on_button)
    qtbot.keyClick(again.page.go_on_button, Qt.Key.Key_Return)
    ready(qtbot, window)
    assert again.desk.sitting is not None
    assert again.desk.sitting.exercise is not None
    assert again.desk.sitting.exercise.score.wrong == 1


def test_rules_are_chosen_by_single_keys_and_a_gap_is_filled(qtbot: QtBot, window: MainWindow) -> None:
    practice = opened(qtbot, window, "x^2 sin(x)")
    desk = practice.desk
    desk.ways["rule"].click()
    rules = desk.sitting.exercise.rules  # type: ignore[union-attr]
    assert rules is not None
    wrong = (rules.right_place + 1) % 4
    assert [button.isVisible() for button in desk.choices] == [True] * 4
    qtbot.keyClick(practice.focusWidget(), str(wrong + 1))
    assert any(text.startswith("✗") for text in desk.lines.texts())
    qtbot.keyClick(practice.focusWidget(), "abcd"[rules.right_place])
    assert any(text.startswith("✓") for text in desk.lines.texts())
    desk.ways["cover"].click()
    assert "under the cover" in desk.question.text()
    qtbot.keyClick(desk.skip_button, Qt.Key.Key_Space)
    assert desk.sitting.exercise.score.skipped == 1  # type: ignore[union-attr]


@in_groups("text", ["", "2 x +", "q", ")(", "x" * 11_000, "\\frac{1}{2"], in_one=["qtbot", "window"])
def test_bad_answers_are_placed_and_cost_nothing(qtbot: QtBot, window: MainWindow, text: str) -> None:
    practice = opened(qtbot, window, "x^2")
    desk = practice.desk
    desk.field.setText(text)
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.busy)
    assert desk.error.error is not None
    assert desk.sitting.exercise.score.wrong == 0  # type: ignore[union-attr]
    assert desk.field.text() == text


def test_today_begins_with_enter_and_shows_tomorrow_when_done(qtbot: QtBot, window: MainWindow,
                                                              settled: Callable[[], None]) -> None:  # fmt: skip
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    practice = window.practising.window
    assert practice is not None
    assert practice.page.head.text().startswith("Today: ")
    qtbot.waitUntil(practice.isActiveWindow)
    qtbot.keyClick(practice.page.start_button, Qt.Key.Key_Return)
    desk = ready(qtbot, window).desk
    assert desk.sitting is not None
    count = len(desk.sitting.sitting.problems)
    for _ in range(count):
        while not desk.sitting.exercise.done:  # type: ignore[union-attr]
            typed(qtbot, practice, desk.sitting.exercise.trace.result.text())  # type: ignore[union-attr]
        qtbot.keyClick(desk.next_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not desk.busy)
    qtbot.waitUntil(lambda: practice.places.currentWidget() is practice.page)
    assert len(own_record().outcomes) == count
    assert not practice.page.go_on_button.isVisible()


def test_the_problems_at_the_end_of_a_lesson_are_practised_from_its_page(qtbot: QtBot, window: MainWindow) -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.drills)
    window.reading.open(lesson_address(lesson))
    view = window.reading.view
    assert view is not None
    assert view.body is not None
    qtbot.waitUntil(lambda: view.findChild(QPushButton, "practise_drill") is not None)
    button = view.findChild(QPushButton, "practise_drill")
    assert isinstance(button, QPushButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    desk = ready(qtbot, window).desk
    assert desk.sitting is not None
    skills = [given.skill for given in desk.sitting.sitting.problems]
    assert skills == list(lesson.drills[0].skills)


def test_a_problem_of_a_lesson_is_marked_when_it_was_solved_not_when_it_was_shown(
    qtbot: QtBot, window: MainWindow
) -> None:
    problem = window.reading.course.problem
    assert problem is not None
    marks = window.reading.course.progress
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    practice = ready(qtbot, window)
    exercise = practice.desk.sitting.exercise  # type: ignore[union-attr]
    assert exercise is not None
    typed(qtbot, practice, exercise.trace.result.text())
    assert exercise.done
    assert problem.id in marks.solved


def test_lines_are_covered_one_by_one_from_the_worked_example_on(qtbot: QtBot, window: MainWindow) -> None:
    problem = window.reading.course.problem
    assert problem is not None
    marks = window.reading.course.progress
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    practice = ready(qtbot, window)
    desk = practice.desk
    sitting = desk.sitting
    assert sitting is not None
    lines = sitting.covered[1]
    assert desk.covers.told.text() == f"Covered: all of {lines} lines"
    assert not desk.covers.more.isEnabled()
    for _ in range(lines):
        desk.covers.fewer.click()
    assert "worked example" in desk.question.text()
    assert not desk.covers.fewer.isEnabled()
    assert QApplication.focusWidget() is desk.covers.more
    result = sitting.sitting.problems[0].trace.result.text()
    for covered in range(1, lines + 1):
        qtbot.keyClick(desk.covers.more, Qt.Key.Key_Return)
        assert sitting.covered == (covered, lines)
        assert problem.id not in marks.solved, "lines were shown"
        typed(qtbot, practice, result)
        assert sitting.exercise is not None
        assert sitting.exercise.done
    assert problem.id in marks.solved
    assert QApplication.focusWidget() is desk.next_button


def test_a_line_that_was_shown_earns_no_mark(qtbot: QtBot, window: MainWindow) -> None:
    problem = window.reading.course.problem
    assert problem is not None
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL)
    practice = ready(qtbot, window)
    desk = practice.desk
    desk.skip()
    qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)
    typed(qtbot, practice, desk.sitting.exercise.trace.result.text())  # type: ignore[union-attr]
    assert desk.sitting.exercise.done  # type: ignore[union-attr]
    assert problem.id not in window.reading.course.progress.solved


def test_the_problems_of_a_lesson_tick_it_one_by_one(qtbot: QtBot, window: MainWindow) -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.drills)
    task = lesson.task_of(lesson.drills[0])
    marks = window.reading.course.progress
    window.practising.practise_drill(lesson.drills[0], task)
    practice = ready(qtbot, window)
    desk = practice.desk
    for number in range(1, len(lesson.drills[0].skills) + 1):
        while not desk.sitting.exercise.done:  # type: ignore[union-attr]
            typed(qtbot, practice, desk.sitting.exercise.trace.result.text())  # type: ignore[union-attr]
        assert marks.solved == {f"{task}.{k}" for k in range(1, number + 1)}
        qtbot.keyClick(desk.next_button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not desk.busy, timeout=20_000)


def test_two_sittings_that_were_begun_are_both_there(qtbot: QtBot, window: MainWindow) -> None:
    for text in ("x^2 sin(x)", "x^5"):
        practice = opened(qtbot, window, text)
        typed(qtbot, practice, "2 x cos(x)" if "sin" in text else "x^4")
        qtbot.keyClick(practice, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    again = window.practising.window
    assert again is not None
    page = again.page
    qtbot.waitUntil(page.others_button.isVisible)
    menu = page.others_button.menu()
    assert len(menu.actions()) == 1
    menu.actions()[0].trigger()
    desk = ready(qtbot, window).desk
    assert desk.sitting is not None
    assert desk.sitting.exercise is not None
    assert desk.sitting.exercise.score.wrong == 1


def test_other_colours_reach_an_open_window_of_practice(qtbot: QtBot, window: MainWindow) -> None:
    practice = opened(qtbot, window, "x^2 sin(x)")
    typed(qtbot, practice, "2 x cos(x)")
    said = [label for label in practice.findChildren(QLabel) if label.objectName() == "said"]
    for name in ("blackboard", "paper"):
        window.appearance.choose_theme(name)
        wanted = load_theme(name).failed.name()
        qtbot.waitUntil(lambda wanted=wanted: wanted in said[0].styleSheet())  # type: ignore[misc]


@pytest.mark.parametrize(("kind", "sign"), [("html", b"<html"), ("moodle", b"<quiz"), ("notebook", b'"cells"')])
def test_a_worksheet_is_written_with_its_key(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, kind: str, sign: bytes
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL | SHIFT)
    sheet = window.practising.sheet
    assert sheet is not None
    sheet.format.setCurrentIndex(sheet.format.findData(kind))
    sheet.count.setValue(3)
    sheet.seed.setValue(7)
    for name in ("one", "two"):
        sheet.write(tmp_path / name)
        qtbot.waitUntil(lambda name=name: name in sheet.told.text())  # type: ignore[misc]
    first = (tmp_path / "one").read_bytes()
    assert sign in first
    assert (tmp_path / "two").read_bytes() == first, "equal seeds give equal sheets"


def test_what_stands_in_the_way_of_a_worksheet_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL | SHIFT)
    sheet = window.practising.sheet
    assert sheet is not None
    sheet.count.setValue(2)
    sheet.write(tmp_path / "no folder" / "sheet.pdf")
    qtbot.waitUntil(lambda: "cannot be written" in sheet.told.text())
    sheet.skills.item(0).setCheckState(Qt.CheckState.Unchecked)
    sheet.write(tmp_path / "sheet.pdf")
    assert "Choose a skill" in sheet.told.text()
    assert not list(tmp_path.glob("*.pdf"))


def test_false_lines_are_found_by_their_numbers(qtbot: QtBot, window: MainWindow) -> None:
    """A line that follows, the one that does not, and one that is shown; all of it by keys, and remembered."""
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    practice = window.practising.window
    assert practice is not None
    qtbot.waitUntil(practice.isActiveWindow)
    qtbot.keyClick(practice.page.find_button, Qt.Key.Key_Space)
    page = practice.finding
    qtbot.waitUntil(lambda: page.finding is not None, timeout=20_000)
    first = page.finding
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert page.finding is first, "there is no such line"
    assert not page.reply.text()
    assert first is not None
    false = first.number
    other = 1 if false != 1 else 2
    qtbot.keyClick(practice.focusWidget(), str(other))
    assert page.reply.text().startswith("✗")
    assert f"Line {other} follows" in page.reply.text()
    assert not page.next_button.isVisible()
    qtbot.keyClick(practice.focusWidget(), str(false))
    assert page.reply.text().startswith("✓")
    assert QApplication.focusWidget() is page.next_button
    qtbot.keyClick(page.next_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.finding not in (None, first), timeout=20_000)
    qtbot.keyClick(practice.focusWidget(), "s")
    assert "It is line" in page.reply.text()
    qtbot.keyClick(page.next_button, "n")
    outcomes = own_record().outcomes
    assert [(outcome.wrong, outcome.skipped) for outcome in outcomes] == [(1, 0), (0, 1)]
    qtbot.keyClick(page.end_button, Qt.Key.Key_Space)
    assert practice.places.currentWidget() is practice.page


@pytest.mark.parametrize("way", ["line", "rule", "cover"])
def test_what_stands_on_the_desk_is_said_in_another_language_at_once(
    qtbot: QtBot, window: MainWindow, way: Asks
) -> None:
    """The question, what was said to an answer and a hint; back in English they are the words of before."""
    practice = opened(qtbot, window, "x^2 sin(x)")
    desk = practice.desk
    typed(qtbot, practice, "2 x cos(x)")
    desk.hint()
    qtbot.waitUntil(lambda: not desk.busy)
    desk.ask(way)

    def said() -> list[str]:
        return [desk.question.text(), desk.question.accessibleName(), *desk.lines.texts()]

    before = said()
    language().choose("de")
    try:
        after = said()
        assert "Stelle" in desk.question.text() or "Wie" in desk.question.text() or "Was" in desk.question.text()
        assert desk.question.accessibleName()[:3] == desk.question.text()[:3]
        assert any("nicht das Produkt der Ableitungen" in line for line in after)
        assert any("Hinweis" in line for line in after)
    finally:
        language().choose("en")
    assert said() == before


def test_an_error_in_the_answer_is_said_in_another_language_at_once(qtbot: QtBot, window: MainWindow) -> None:
    desk = opened(qtbot, window, "x^2").desk
    qtbot.keyClicks(desk.field, "q + 1")
    qtbot.keyClick(desk.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.busy)
    assert "no q" in desk.error.text(), "as it was typed, in small letters"
    language().choose("de")
    try:
        assert "kein q" in desk.error.text()
    finally:
        language().choose("en")
    assert "no q" in desk.error.text()


def test_the_page_tells_of_the_marked_skill_its_mistakes_and_its_curve(qtbot: QtBot, window: MainWindow) -> None:
    """When it is due in words, mistakes in full, the curve of that skill; in another language at once."""
    record = own_record()
    for wrong in (2, 1, 0):
        mistakes = ("product-of-derivatives",) * wrong
        record.note(Outcome(datetime.now(UTC), "products", wrong=wrong, mistakes=mistakes))
    qtbot.keyClick(window, Qt.Key.Key_T, CTRL | SHIFT)
    practice = window.practising.window
    assert practice is not None
    page = practice.page
    qtbot.waitUntil(practice.isActiveWindow)
    while QApplication.focusWidget() is not page.skills:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert "all skills" in page.curve_title.text(), "the first one was not used yet"
    assert not page.mistakes.isVisible()
    qtbot.keyClick(page.skills, Qt.Key.Key_Down)
    qtbot.keyClick(page.skills, Qt.Key.Key_Down)
    assert page.curve_title.text().endswith("Product rule")
    assert page.curve.accessibleName().endswith("1: 100%, 2: 100%, 3: 0%")
    assert page.mistakes.text().endswith("The derivative of a product is not the product of the derivatives")
    cells = [page.skills.currentItem().text(column) for column in range(6)]
    assert cells[5] in {"today", "tomorrow"} or cells[5].startswith("in ")
    language().choose("de")
    try:
        assert page.skills.currentItem().text(0) == "Produktregel"
        assert page.curve_title.text().endswith("Produktregel")
        assert "Produkt der Ableitungen" in page.mistakes.text()
        assert page.skills.currentItem().text(5) in {"heute", "morgen"} or "Tagen" in page.skills.currentItem().text(5)
    finally:
        language().choose("en")


def test_a_whole_answer_is_taken_back_by_the_key_that_undoes(qtbot: QtBot, window: MainWindow) -> None:
    practice = opened(qtbot, window, "x^3")
    typed(qtbot, practice, "3 x^2")
    desk = practice.desk
    qtbot.waitUntil(desk.undo_button.isVisible)
    focused = practice.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: desk.field.isVisible() and len(desk.lines.texts()) == 1)
