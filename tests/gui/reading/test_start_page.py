"""The start page: what can be done, problems as pictures; and pages that are read alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from explainer.gui.reading.page_gallery import Grid, Thumbnail
from explainer.session.course.address import Address
from explainer.session.course.gallery import TYPICAL, start_page
from explainer.session.course.pages import Doings, Gallery
from explainer.session.opening import Request
from tests.cases import in_groups

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PROBLEMS = [problem for _, problems in TYPICAL for problem in problems]


@in_groups("problem", PROBLEMS, ids=lambda problem: problem.title)
def test_every_typical_problem_is_derived_to_its_result(problem) -> None:
    trace = problem.trace()
    assert trace.status == "finished"
    assert all(step.check.state != "failed" for step in trace.steps)


def test_there_are_twenty_four_by_fields_with_titles_of_their_own() -> None:
    assert len(PROBLEMS) == 24
    assert len({problem.title for problem in PROBLEMS}) == 24
    assert {len(problems) for _, problems in TYPICAL} == {4}


def test_what_was_there_before_is_offered() -> None:
    page = start_page([Request(f"x^{k}", "x") for k in range(2, 9)], ["/a/mine.derivation"])
    galleries = [piece for piece in page.pieces if isinstance(piece, Gallery)]
    assert [problem.text for problem in galleries[0].problems] == ["x^2", "x^3", "x^4", "x^5"]
    files = [doing for piece in page.pieces if isinstance(piece, Doings) for doing in piece.doings]
    assert [(doing.kind, doing.words) for doing in files][-1] == ("file", "mine.derivation")
    assert not [piece for piece in start_page().pieces if isinstance(piece, Gallery) and "Go on" in piece.caption]


@pytest.fixture
def pictures(window: MainWindow, qtbot: QtBot) -> list[Thumbnail]:
    window.reading.show_start()
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working, timeout=60_000)
    return view.body.findChildren(Thumbnail)  # type: ignore[union-attr]


def test_a_picture_opens_its_problem_by_click_and_by_return(
    window: MainWindow, pictures: list[Thumbnail], qtbot: QtBot
) -> None:
    assert len(pictures) >= 24
    assert all(picture._notation is not None for picture in pictures[-24:])
    assert all(picture.accessibleName() for picture in pictures)
    picture = next(picture for picture in pictures if picture.problem.title == "A quotient")
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.request.text == "sin(x) / x", timeout=20_000)
    qtbot.waitUntil(lambda: window.reading.view is None, timeout=20_000)
    window.reading.go_back()
    other = next(picture for picture in pictures if picture.problem.title == "A product")
    qtbot.keyClick(other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.request.text == "x^2 sin(x)", timeout=20_000)


def test_pictures_stand_beside_each_other_as_far_as_there_is_room(
    window: MainWindow, pictures: list[Thumbnail]
) -> None:
    view = window.reading.view
    assert view is not None
    (grid, *_) = view.findChildren(Grid)
    least = view.size_px * 13
    assert [grid.columns_for(round(least * many) + 1) for many in (4.5, 3, 2, 1)] == [4, 2, 2, 1]


def test_what_the_page_offers_is_done(window: MainWindow, pictures: list[Thumbnail], qtbot: QtBot) -> None:
    view = window.reading.view
    assert view is not None

    def button(text: str) -> QPushButton:
        return next(button for button in view.body.findChildren(QPushButton) if button.text() == text)

    button("The first lesson").click()
    assert window.reading.lesson_on_page() is not None
    window.reading.go_back()
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working, timeout=60_000)
    button("Type a function").click()
    assert window.reading.view is None
    assert window.problem_bar.isVisible()
    assert window.problem_bar.expression.hasFocus()


def test_a_page_is_read_alone_and_the_board_brings_everything_back(window: MainWindow) -> None:
    parts = (window.problem_bar, window.tabs, window.transport)
    for address, alone in ((Address("lesson", "loss"), True), (Address("compare"), False), (Address("rules"), True)):
        window.reading.open(address)
        assert [part.isHidden() for part in parts] == [alone] * 3
    assert not window.lessons.isHidden()
    assert not window.actions_by_row.by_id["symbols"].isEnabled()
    window.reading.show_board()
    assert not any(part.isHidden() for part in parts)
    assert window.actions_by_row.by_id["symbols"].isEnabled()


def test_a_window_that_was_asked_for_nothing_begins_with_the_page(qtbot: QtBot) -> None:
    window = MainWindow(start_page=True)
    qtbot.addWidget(window)
    window.show()
    window.start()
    qtbot.waitUntil(lambda: window.reading.view is not None, timeout=20_000)
    assert window.reading.course.trail.here == Address("start")
    window.session.open("x^5", wrt="x")
    qtbot.waitUntil(lambda: window.reading.view is None, timeout=20_000)


def test_a_rule_for_programs_is_stated_without_brackets_around_them() -> None:
    from explainer.engine.lettering import stated
    from explainer.expr.nodes import Where
    from explainer.notation import write
    from explainer.rules import find_rule

    for name, said in (("chain-single", "dy/dx = (dy/du) (du/dx)"), ("wrong-turn", "dy/dx ≠ (dy/du) (du/dx)")):
        rule = find_rule(name)
        assert rule is not None
        statement = stated(rule.statement, tuple(rule.shapes.items()), rule.is_wrong)
        assert isinstance(statement, Where)
        assert write(statement, "unicode").startswith(said)


@pytest.mark.parametrize("width", [900, 1280, 1600])
def test_the_page_opens_at_its_top_however_wide_the_window_is(window: MainWindow, width: int, qtbot: QtBot) -> None:
    window.resize(width, 720)
    window.reading.show_start()
    view = window.reading.view
    assert view is not None
    qtbot.waitUntil(lambda: view.body is not None and not view.body.working, timeout=60_000)
    assert view.verticalScrollBar().maximum() > 0
    assert view.verticalScrollBar().value() == 0
    window.resize(width + 150, 720)
    qtbot.waitUntil(lambda: not view.body.working, timeout=60_000)  # type: ignore[union-attr]
    assert view.verticalScrollBar().value() == 0
