"""Reading a course by keys alone: pages, problems, the way back, marks, the reference, finding and comparing."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from math import inf
from pathlib import Path
from threading import Event, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.main_window import MainWindow
from explainer.gui.reading.lesson_rows import AddressRole, MarkRole, row_of
from explainer.gui.reading.page_asks import Thought
from explainer.gui.reading.page_cards import ProblemCard
from explainer.gui.reading.page_parts import Finding, PageFigure, PageLabel
from explainer.gui.reading.page_view import PageView
from explainer.lessons import all_lessons, library
from explainer.rules import Rule
from explainer.session.course import shelf, worked
from explainer.session.course.address import Address
from explainer.session.course.worked import WorkedExample, work_out
from explainer.session.kept.progress import DERIVED, READ, SOLVED
from explainer.session.warm_up import warm_up
from tests.gui.waiting import change_seen

Wait = Callable[[], None]
LESSON = Address("lesson", "chain-several-paths")


def press(qtbot: QtBot, keys: str) -> None:
    """Press a key where the focus is."""
    combination = QKeySequence(keys)[0]
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())
    QApplication.processEvents()


def view_of(window: MainWindow) -> PageView:
    view = window.reading.view
    assert view is not None
    return view


def built(qtbot: QtBot, window: MainWindow) -> PageView:
    """The page, when all of it is there."""
    view = view_of(window)
    assert view.body is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working)
    QApplication.processEvents()
    return view


def texts(view: PageView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def tab_to(qtbot: QtBot, name: str) -> QWidget:
    """Press Tab until something of this name has the focus."""
    for _ in range(60):
        press(qtbot, "Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.accessibleName().startswith(name) or focused.objectName() == name:
            return focused
    raise AssertionError(f"Tab never comes to {name}")


def choose_lesson(qtbot: QtBot, window: MainWindow, address: Address) -> None:
    """Go down the panel by keys to a lesson, and press Return."""
    qtbot.waitUntil(lambda: window.lessons.selectionModel() is not None)
    window.lessons.setFocus()
    press(qtbot, "Home")
    for _ in range(120):
        if window.lessons.currentIndex().data(AddressRole) == address:
            break
        press(qtbot, "Down")
    press(qtbot, "Return")


@pytest.mark.usefixtures("data_folder")
def test_a_whole_lesson_by_keys_alone(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    choose_lesson(qtbot, window, LESSON)
    view = built(qtbot, window)
    assert view.hasFocus()
    assert not window.board.isVisible()
    assert "The chain rule, several paths" in texts(view)

    press(qtbot, "PgDown")
    assert view.verticalScrollBar().value() > 0
    assert window.session.position == 0

    button = tab_to(qtbot, "Derive A product of two paths")
    place = view.verticalScrollBar().value()
    assert view.viewport().rect().contains(button.mapTo(view.viewport(), button.rect().center()))
    press(qtbot, "Return")
    assert window.session.text == "x x^2"
    assert window.board.isVisible()
    assert window.board.hasFocus()
    press(qtbot, "Right")
    assert window.session.position == 1
    press(qtbot, "End")
    settled()
    assert window.session.position == window.session.count
    qtbot.waitUntil(lambda: "H3" in window.reading.course.progress.derived)

    press(qtbot, "Alt+Up")
    assert view.isVisible()
    assert view.verticalScrollBar().value() == place
    assert QApplication.focusWidget() is button
    card = view.findChild(ProblemCard, "problem_H3")
    assert card is not None
    assert any(label.text() == "derived" and label.isVisible() for label in card.findChildren(QLabel))

    assert LESSON.name not in window.reading.course.progress.read
    view.setFocus()
    press(qtbot, "End")
    assert LESSON.name in window.reading.course.progress.read
    tab_to(qtbot, "next_page")
    press(qtbot, "Return")
    assert view.page is not None
    assert view.page.title == "The vector chain rule"
    assert view.verticalScrollBar().value() == 0
    press(qtbot, "Ctrl+PgUp")
    assert view.page.title == "The chain rule, several paths"


def test_marks_survive_a_restart(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    settled()  # the window opens on a problem of a lesson
    window.board.setFocus()
    press(qtbot, "End")
    qtbot.waitUntil(lambda: window.reading.course.progress.derived == {"H2"})
    window.reading.open(Address("lesson", "notation"))
    built(qtbot, window)
    press(qtbot, "End")
    window.close()
    other = MainWindow()
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    qtbot.waitUntil(lambda: other.session.trace is not None)
    qtbot.waitUntil(lambda: other.lessons._rows is not None)
    rows = other.lessons._rows
    assert rows is not None
    derived = row_of(rows, Address("lesson", "chain-several-paths", "H2"))
    read = row_of(rows, Address("lesson", "notation"))
    lesson = row_of(rows, Address("lesson", "chain-several-paths"))
    assert derived is not None
    assert read is not None
    assert lesson is not None
    assert derived.data(MarkRole) == "○", "it was seen, not solved"
    assert derived.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Derived")
    assert read.data(MarkRole) == "✓"
    assert "Done" in read.data(Qt.ItemDataRole.AccessibleTextRole), "there is nothing to do in it but to read"
    assert lesson.data(MarkRole) == ""
    marks = other.reading.course.progress
    marks.mark(READ, "chain-several-paths")
    assert lesson.data(MarkRole) == "", "reading alone does not tick"
    tasks = next(one for one in all_lessons() if one.id == "chain-several-paths").tasks
    for task in tasks[:-1]:
        marks.mark(SOLVED, task)
    assert lesson.data(MarkRole) == f"{len(tasks) - 1}/{len(tasks)}"
    marks.mark(SOLVED, tasks[-1])
    assert lesson.data(MarkRole) == "✓"
    assert lesson.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f"{len(tasks)} of {len(tasks)} tasks done")
    marks.mark(SOLVED, "H2")
    assert derived.data(MarkRole) == "✓"
    other.close()


def test_the_questions_of_a_lesson_are_answered_on_its_page(qtbot: QtBot, window: MainWindow) -> None:
    """A choice, a formula, and words beside the model answer; each is marked when it is done, and stays so."""
    lesson = next(one for one in all_lessons() if one.id == "scalar-rules")
    marks = window.reading.course.progress
    window.reading.open(Address("lesson", lesson.id))
    view = built(qtbot, window)
    ask = lesson.asks[0]
    right = view.findChild(QPushButton, f"choice_{'ABC'[ask.right]}")
    wrong = view.findChild(QPushButton, f"choice_{'ABC'[(ask.right + 1) % 3]}")
    assert isinstance(right, QPushButton)
    assert isinstance(wrong, QPushButton)
    qtbot.keyClick(wrong, Qt.Key.Key_Space)
    assert lesson.task_of(ask) not in marks.solved
    qtbot.keyClick(right, Qt.Key.Key_Space)
    assert lesson.task_of(ask) in marks.solved

    thoughts = view.findChildren(Thought)
    words, formula = thoughts[0], thoughts[1]
    qtbot.keyClick(formula.field, Qt.Key.Key_Return)
    assert "Nothing was typed" in formula.told.text()
    qtbot.keyClicks(formula.field, "x^2 +")
    qtbot.keyClick(formula.field, Qt.Key.Key_Return)
    assert formula.told.isVisible()
    formula.field.clear()
    qtbot.keyClicks(formula.field, "3 x")
    qtbot.keyClick(formula.field, Qt.Key.Key_Return)
    assert formula.told.text().startswith("✗ Not equal to the answer.")
    assert lesson.task_of(lesson.questions[1]) not in marks.solved
    formula.field.clear()
    qtbot.keyClicks(formula.field, "x + x")
    qtbot.keyClick(formula.field, Qt.Key.Key_Return)
    assert formula.told.text() == "✓ Right."
    assert lesson.task_of(lesson.questions[1]) in marks.solved

    qtbot.keyClicks(words.field, "the three plates")
    qtbot.keyClick(words.field, Qt.Key.Key_Return)
    assert words.model is not None
    assert words.model.text() == "Hide the model answer"
    assert QApplication.focusWidget() is words.same
    qtbot.keyClick(words.other, Qt.Key.Key_Space)
    assert lesson.task_of(lesson.questions[0]) not in marks.solved
    qtbot.keyClick(words.field, Qt.Key.Key_Return)
    qtbot.keyClick(words.same, Qt.Key.Key_Space)
    assert lesson.task_of(lesson.questions[0]) in marks.solved
    window.reading.open(Address("lesson", "notation"))
    window.reading.open(Address("lesson", lesson.id))
    assert built(qtbot, window).findChildren(Thought)[1].told.text() == "✓ answered"


def test_a_damaged_file_of_marks_is_said_in_the_window(
    qtbot: QtBot, data_folder: Path, request: pytest.FixtureRequest
) -> None:
    data_folder.mkdir(parents=True)
    (data_folder / "progress.json").write_text("{")
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: "set aside" in window.message.text())


def test_the_panel_lists_the_whole_course(window: MainWindow) -> None:
    window.lessons.fill()
    rows = window.lessons._rows
    assert rows is not None
    shown = [rows.item(k).data(AddressRole) for k in range(rows.rowCount())]
    lessons = [address.name for address in shown if address is not None and address.kind == "lesson"]
    assert lessons == [lesson.id for lesson in all_lessons()]
    assert Address("rules") in shown
    assert Address("functions") in shown


def test_every_lesson_is_shown_whole(qtbot: QtBot, window: MainWindow) -> None:
    for lesson in all_lessons():
        window.reading.open(Address("lesson", lesson.id))
        view = built(qtbot, window)
        shown = texts(view)
        for fault in (
            "in this window",
            "This figure cannot",
            "This descent cannot",
            "This cannot be measured",
            "CHECK FAILED",
            "Checking",
            "Working",
            "Measuring",
        ):
            assert fault not in shown, lesson.id
        for problem in lesson.problems:
            assert problem.title in shown
        assert shown.splitlines().count("The paper prints") == len(lesson.corrections)
        assert len(view.findChildren(QPushButton, "hint")) == len(lesson.questions)
        figures = view.findChildren(FigureView)
        assert len(figures) == len(lesson.figures)
        shown_figures = [(figure.figure is not None, figure.height() > 24) for figure in figures]
        assert shown_figures == [(True, True)] * len(figures), lesson.id
        body = view.body
        assert body is not None
        assert body.height() >= max(part.y() + part.height() for part in body.parts)


def squeezed(view: PageView) -> list[str]:
    """The texts and figures of a page that have less room than they need."""
    assert view.body is not None
    parts = [*view.body.findChildren(PageLabel), *view.body.findChildren(PageFigure)]
    return [
        part.accessibleName() or part.objectName()
        for part in parts
        if part.isVisible() and part.height() < part.heightForWidth(part.width()) - 1
    ]


def assert_room(qtbot: QtBot, window: MainWindow) -> None:
    """All of the page has its room, once the figures, which threads lay out for a new width, have come."""
    view = built(qtbot, window)
    qtbot.waitUntil(lambda: squeezed(view) == [])


@pytest.mark.usefixtures("fewer_rules")
def test_of_a_long_page_only_what_is_in_sight_is_made_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.show_rules()
    view = view_of(window)
    body = view.body
    assert body is not None
    assert not body.complete
    assert sum(part.height() for part in body.parts[1:-1]) < view.viewport().height()
    assert body.height() >= view.viewport().height()
    built(qtbot, window)
    assert body.complete
    assert len(body.parts) > 100
    for upper, lower in itertools.pairwise(body.parts):
        assert upper.y() + upper.height() <= lower.y()
        assert upper.height() >= upper.minimumSizeHint().height() > 0


def test_what_comes_late_on_a_page_has_the_room_it_needs(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("reference-elementwise", "chain-one-path", "reductions"):
        window.reading.open(Address("lesson", name))
        view = view_of(window)
        assert view.body is not None
        qtbot.waitUntil(lambda: warm_up.ready(0.01))
        while view.body.slices.working:  # all at once, with no time for Qt to lay out in between
            view.body.slices.work()
        QApplication.processEvents()
        assert_room(qtbot, window)
        press(qtbot, "Ctrl++")
        assert_room(qtbot, window)
        press(qtbot, "Ctrl+0")
        if hint := view.findChild(QPushButton, "hint"):
            hint.click()
            QApplication.processEvents()
        assert_room(qtbot, window)


def test_a_lesson_that_cannot_be_read_is_listed_with_its_fault(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    head = 'title = "X"\nsection = "1 Section"\ngoals = ["Read."]\n[[blocks]]\n'
    (tmp_path / "A.toml").write_text(f'id = "sound"\n{head}kind = "prose"\ntext = "Here it is."\n')
    (tmp_path / "B.toml").write_text(f'id = "broken"\n{head}kind = "hologram"\n')
    found = library.load_library(tmp_path)
    monkeypatch.setattr(library, "our_library", lambda: found)
    window: MainWindow = request.getfixturevalue("window")
    choose_lesson(qtbot, window, shelf.FAULTS)
    shown = texts(built(qtbot, window))
    assert "B.toml" in shown
    assert "hologram" in shown
    choose_lesson(qtbot, window, Address("lesson", "sound"))
    assert "Here it is." in texts(built(qtbot, window))


def test_a_hint_is_shown_when_it_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(LESSON)
    view = built(qtbot, window)
    assert "can it be held still" not in texts(view)
    tab_to(qtbot, "hint")
    press(qtbot, "Space")
    assert "can it be held still" in texts(view)
    press(qtbot, "Space")
    assert "can it be held still" not in texts(view)


def test_a_correction_is_decided_by_numbers_on_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(Address("lesson", "reductions"))
    shown = texts(built(qtbot, window))
    assert "Gives 3; both differ" in shown
    assert "Gives 7; both agree" in shown
    assert "the derivative is 7" in shown


def test_the_rule_of_a_step_and_back(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    press(qtbot, "Right")
    press(qtbot, "R")
    view = built(qtbot, window)
    step = window.session.step
    assert step is not None
    assert view.page is not None
    assert view.page.address == Address("rule", str(step.rule))
    assert "Both sides agree at" in texts(view)
    press(qtbot, "Alt+Up")
    assert window.board.hasFocus()
    assert window.session.position == 1


def test_the_link_on_the_rule_card_leads_to_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.session.next()
    button = window.rule_card.findChild(QPushButton, "rule_page")
    assert button is not None
    button.setFocus()
    press(qtbot, "Return")
    assert view_of(window).page is not None


@pytest.mark.usefixtures("fewer_rules")
def test_links_lead_through_the_reference_and_back(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    press(qtbot, "Ctrl+Shift+R")
    view = built(qtbot, window)
    tab_to(qtbot, "Product rule")
    place = view.verticalScrollBar().value()
    press(qtbot, "Return")
    assert view.page is not None
    assert view.page.title == "Product rule"
    press(qtbot, "Alt+Up")
    assert view.page.title == "All rules"
    qtbot.waitUntil(lambda: abs(view.verticalScrollBar().value() - place) <= 2, timeout=60_000)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Product rule"


@pytest.mark.usefixtures("fewer_rules")
def test_tab_goes_to_what_is_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(Address("rules"))
    view = built(qtbot, window)
    for _ in range(6):
        press(qtbot, "PgDown")
    place = view.verticalScrollBar().value()
    press(qtbot, "Tab")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() != "page"
    assert place <= view.verticalScrollBar().value() <= place + view.viewport().height()
    top = focused.mapTo(view.viewport(), focused.rect().topLeft()).y()
    assert 0 <= top <= view.viewport().height() - focused.height()


def test_finding_goes_to_a_rule_or_a_problem(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    press(qtbot, "Ctrl+F")
    finder = window.reading._finder
    assert finder is not None
    qtbot.keyClicks(finder.field, "quotient")
    assert window.session.position == 0
    press(qtbot, "Return")
    assert finder.isHidden()
    page = view_of(window).page
    assert page is not None
    assert page.address == Address("rule", "quotient")
    press(qtbot, "Ctrl+F")
    qtbot.keyClicks(finder.field, "nothing like it")
    press(qtbot, "Return")
    assert finder.isVisible()
    press(qtbot, "Esc")
    assert finder.isHidden()
    assert view_of(window).hasFocus()
    press(qtbot, "Ctrl+F")
    qtbot.keyClicks(finder.field, "chain")
    press(qtbot, "Down")
    wanted = finder.list.currentItem().text()
    press(qtbot, "Return")
    page = view_of(window).page
    assert page is not None
    assert wanted.startswith(page.title)


def test_finding_a_problem_shows_it_on_its_page(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    press(qtbot, "Ctrl+F")
    finder = window.reading._finder
    assert finder is not None
    qtbot.keyClicks(finder.field, "H3")
    press(qtbot, "Return")

    def is_there() -> bool:  # on a slow machine the page is built in slices
        focused = QApplication.focusWidget()
        return focused is not None and focused.accessibleName().startswith("Derive A product of two paths")

    qtbot.waitUntil(is_there)


def test_comparing_shows_all_methods_and_puts_one_on_the_board(qtbot: QtBot, window: MainWindow) -> None:
    window.board.setFocus()
    press(qtbot, "Ctrl+M")
    view = built(qtbot, window)
    assert "results are equal to the derivative" in texts(view)
    tab_to(qtbot, "method_operator")
    press(qtbot, "Return")
    assert window.session.method == "operator"
    assert window.board.isVisible()
    assert window.board.hasFocus()


def test_stepping_from_elsewhere_shows_the_board(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(LESSON)
    window.transport.timeline.setFocus()
    press(qtbot, "PgDown")
    assert window.session.position == 1
    assert window.board.isVisible()


def test_keys_that_scroll_are_not_taken_from_the_field(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(LESSON)
    built(qtbot, window)
    field = window.problem_bar.expression
    field.setFocus()
    field.setText("x^2")
    press(qtbot, "Home")
    press(qtbot, "Space")
    assert field.text() == " x^2"
    assert view_of(window).verticalScrollBar().value() == 0


def test_f6_goes_round_with_the_page_in_the_place_of_the_board(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(LESSON)
    view = built(qtbot, window)
    press(qtbot, "F6")
    assert QApplication.focusWidget() is window.lessons
    press(qtbot, "Shift+F6")
    assert view.hasFocus() or view.isAncestorOf(QApplication.focusWidget())


def test_the_place_is_kept_when_size_and_theme_change(qtbot: QtBot, window: MainWindow) -> None:
    window.reading.open(LESSON)
    view = built(qtbot, window)
    press(qtbot, "PgDown")
    before = view.stop
    press(qtbot, "Ctrl++")
    window.appearance.choose_theme("blackboard")
    change_seen(window)
    assert view.stop.piece == before.piece


def test_a_piece_of_an_unknown_kind_is_said_and_harms_nothing(qtbot: QtBot, window: MainWindow) -> None:
    from explainer.session.course.pages import Heading, Page

    class Hologram:
        kind = "hologram"

    window.reading.open(LESSON)
    view = view_of(window)
    view.show_page(Page(Address("lesson", "x"), "kicker", "Title", (Hologram(), Heading("After it"))))
    built(qtbot, window)
    assert "hologram" in texts(view)
    assert "After it" in texts(view)


@pytest.mark.usefixtures("fewer_rules")
def test_everything_on_a_page_that_has_the_keys_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    for address in (LESSON, Address("rules"), Address("rule", "product"), Address("functions")):
        window.reading.open(address)
        view = built(qtbot, window)
        assert view.accessibleName()
        for button in view.findChildren(QPushButton):
            assert button.accessibleName(), button.text()
            assert button.height() >= 24


def test_a_mark_by_another_window_is_not_lost(window: MainWindow) -> None:
    from explainer.session.kept.progress import Progress

    Progress().mark(DERIVED, "A1")
    window.reading.course.progress.mark(DERIVED, "A2")
    assert Progress().derived == {"A1", "A2"}


def test_an_example_of_a_rule_is_worked_out_without_holding_up_the_window(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule may need an algebra system, which takes half a second to load."""
    given, threads = Event(), []

    def slowly(rule: Rule, text: str) -> WorkedExample | None:
        threads.append(current_thread())
        given.wait(20)
        return work_out(rule, text)

    monkeypatch.setattr(worked, "work_out", slowly)
    window.reading.open(Address("rule", "shorter-form"))
    view = view_of(window)
    qtbot.waitUntil(lambda: bool(threads))
    assert current_thread() not in threads
    assert "Working …" in texts(view)
    given.set()
    view = built(qtbot, window)
    assert "Working …" not in texts(view)
    assert "(x² − 1)/(x − 1) = x + 1" in texts(view)
    assert [finding.property("state") for finding in view.findChildren(Finding)] == ["ok"]


def test_the_bar_goes_when_something_else_is_typed_over_a_problem(
    qtbot: QtBot, window: MainWindow, settled: Wait
) -> None:
    settled()
    window.edit_expression()
    trail = window.findChild(QWidget, "trail")
    assert trail is not None
    assert trail.isVisible(), "the window begins with a problem of a lesson"
    press(qtbot, "Ctrl+A")
    qtbot.keyClicks(QApplication.focusWidget(), "x^5")
    press(qtbot, "Return")
    qtbot.waitUntil(lambda: window.session.request.text == "x^5")
    qtbot.waitUntil(lambda: not trail.isVisible())


@pytest.mark.usefixtures("in_turns")
def test_a_page_that_took_long_to_find_is_built_in_slices_and_shown_where_it_was_wanted(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from explainer.gui.reading import page_body

    lesson = all_lessons()[6]
    place = Address("lesson", lesson.id, lesson.problems[-1].id)
    monkeypatch.setattr(page_body, "SLICE_S", 0.0005)
    monkeypatch.setattr(page_body, "_BUILDING_S", inf)
    window.reading.open(place)
    view = view_of(window)
    assert view.body is not None
    assert len(view.body.parts) < len(view.body._page.pieces) / 2
    assert not view.viewport().updatesEnabled(), "nobody sees it at another place"

    def is_there() -> bool:
        focused = QApplication.focusWidget()
        return view.viewport().updatesEnabled() and focused is not None and focused is not view

    qtbot.waitUntil(is_there)
    assert view.stop.piece >= [getattr(piece, "id", "") for piece in view.body._page.pieces].index(place.place) - 2
