"""What stands for a moment in the place of the projected board: the rule card, figures, the derivation of a term."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explainer.gui.lecture.aside import figure_from
from explainer.gui.lecture.projection_board import ProjectionBoard
from explainer.gui.lecture.projection_window import ProjectionWindow
from explainer.gui.main_window import MainWindow
from explainer.lessons.library import all_problems
from explainer.session.course.figures import standing_of
from explainer.session.course.lesson_run import request_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Press = Callable[..., None]
LONGEST_MS = 60_000


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Press:
    def press(*keys: str) -> None:
        for key in keys:
            QApplication.processEvents()
            front = window.projection.front
            combination = QKeySequence(key)[0]
            qtbot.keyClick(front.focusWidget() or front, combination.key(), combination.keyboardModifiers())

    return press


@pytest.fixture
def view(window: MainWindow, press: Press, settled: Callable[[], None]) -> ProjectionWindow:
    """The fourth line of a problem with two paths, projected."""
    window.motion.choose("off")
    problem = next(problem for problem in all_problems() if problem.id == "H2")
    assert window.session.open(*request_of(problem))
    settled()
    press("F5")
    view = window.projection.view
    assert view is not None
    press("Right", "4", "Return")
    assert window.session.position == 4
    return view


def test_the_card_of_the_rule_is_projected_by_one_key(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    step = window.session.step
    assert step is not None
    press("R")
    assert view.stack.currentWidget() is view.slide_card
    slide = view.slide_card.slide
    assert slide is not None
    assert slide.heading == step.title
    assert step.explanation.split()[0] in slide.spoken()
    assert slide.marked
    press("R")
    assert view.stack.currentWidget() is view.board
    assert window.session.position == 4


@pytest.mark.parametrize("key", ["Esc", "Left", "Right", "Home", "2 Return"])
def test_the_next_step_and_escape_bring_the_board_back(
    window: MainWindow, view: ProjectionWindow, press: Press, key: str
) -> None:
    press("R", *key.split())
    assert view.stack.currentWidget() is view.board
    assert window.projection.active
    assert (window.session.position == 4) == (key == "Esc")
    press("R")
    assert view.stack.currentWidget() is view.slide_card, "the key shows the card again"


def test_figures_of_the_line_come_one_after_the_other(
    window: MainWindow, view: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    standing, place, wanted = standing_of(window.session), 0, []
    while (found := figure_from(standing, place)) is not None:
        place = found[0] + 1
        assert "sheets_for_screens" in vars(found[1]), "nothing is left for the thread of the window to lay out"
        wanted.append(found[1].title)
    assert len(wanted) >= 2
    seen = []

    def shown() -> str | None:
        slide = view.slide_card.slide
        at_front = view.stack.currentWidget() is view.slide_card and slide is not None and slide.draw is not None
        return slide.draw().title if at_front and slide is not None and slide.draw is not None else None

    for title in wanted:
        press("G")
        qtbot.waitUntil(lambda title=title: shown() == title, timeout=LONGEST_MS)
        seen.append(shown())
        figure = view.slide_card._figure
        assert figure.height() > view.stack.height() * 0.3 or figure.width() > view.stack.width() * 0.5
    assert seen == wanted
    press("G")
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.board, timeout=LONGEST_MS)


def test_the_derivation_of_a_term_is_projected_and_escape_leads_back(
    window: MainWindow, view: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    press("Ctrl+Right", "Ctrl+Down", "Return")
    qtbot.waitUntil(lambda: view.board.layers.nested is not None, timeout=LONGEST_MS)
    nested = view.board.layers.nested
    assert nested is not None
    assert isinstance(nested.board, ProjectionBoard)
    assert nested.board.normal_em_px >= nested.board.least_px
    qtbot.waitUntil(lambda: nested.session.step_at(1) is not None, timeout=LONGEST_MS)
    press("PgDown")
    assert (nested.session.position, window.session.position) == (1, 4)
    press("PgUp")
    assert nested.session.position == 0
    press("Esc")
    assert view.board.layers.nested is None
    assert window.projection.active
    press("PgDown")
    assert window.session.position == 5


def test_without_a_projection_the_key_opens_the_page_of_the_rule(window: MainWindow, press: Press) -> None:
    window.session.go_to(1)
    window.board.setFocus()
    press("R")
    step, page = window.session.step, window.reading.view
    assert step is not None
    assert page is not None
    assert window.reading.shown is page
    assert page.page is not None
    assert page.page.address[:2] == ("rule", str(step.rule))
