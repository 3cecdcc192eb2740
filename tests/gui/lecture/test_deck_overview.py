"""Everything at a glance in projection, the way back to a slide that was left, a black screen that loses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import explainer
from explainer.gui.board.overview import Overview, beside_each_other, fitting_em
from explainer.gui.lecture.deck_overview import AllSlides, SlideEntry
from explainer.gui.lecture.projection_cover import Blank
from explainer.gui.lecture.projection_window import ProjectionWindow
from explainer.gui.main_window import MainWindow
from explainer.session.lines.card import short_notation
from tests.gui.lecture.test_deck import deck
from tests.gui.lecture.test_projection import Press, press

__all__ = ["deck", "press"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def overview_of(window: MainWindow) -> Overview:
    shown = window.projection.overview.shown
    assert shown is not None
    return shown


def to_first_problem(window: MainWindow, press: Press) -> None:
    while not (window.projection.run.slide is not None and window.projection.run.slide.is_problem):
        press("PgDown")


def test_on_a_slide_all_slides_are_seen_and_one_is_chosen(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    press("PgDown", "PgDown", "O")
    overview, run = overview_of(window), window.projection.run
    assert [entry.slide for entry in overview.entries if isinstance(entry, SlideEntry)] == list(run.slides)
    assert overview.currentIndex().row() == 2
    seen = [
        row for row in range(len(overview.entries))
        if overview.viewport().rect().contains(overview.visualRect(overview.model().index(row, 0)))
    ]  # fmt: skip
    assert len(seen) >= min(12, len(run.slides)), "a screen full of them, none of them cut"
    words = [entry for row in seen if not (entry := overview.entries[row]).slide.is_problem]  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: all(entry.picture is not None for entry in words), timeout=60_000)  # type: ignore[attr-defined]
    overview.viewport().repaint()
    scaled = [entry._scaled for entry in words]  # type: ignore[attr-defined]
    assert all(one is not None for one in scaled)
    qtbot.keyClick(overview, Qt.Key.Key_Right)
    overview.viewport().repaint()
    assert scaled == [entry._scaled for entry in words], "made smaller once"  # type: ignore[attr-defined]
    qtbot.keyClick(overview, Qt.Key.Key_Return)
    assert run.place == 3
    assert window.projection.overview.shown is None
    press("O")
    qtbot.keyClick(overview_of(window), Qt.Key.Key_O)
    assert window.projection.overview.shown is None
    assert run.place == 3
    press("PgDown")
    assert run.place == 4, "the keys belong to the projection again"


def test_in_a_problem_all_its_lines_are_seen_with_the_way_to_the_slides(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    to_first_problem(window, press)
    press("PgDown", "PgDown", "PgDown")
    press("O")
    overview, run = overview_of(window), window.projection.run
    assert isinstance(overview.entries[0], AllSlides)
    assert overview.model().rowCount() == window.session.count + 2
    assert overview.currentIndex().row() == window.session.position + 1
    for row in range(len(overview.entries)):
        assert overview.viewport().rect().contains(overview.visualRect(overview.model().index(row, 0))), (
            f"line {row} is cut"
        )
    qtbot.keyClick(overview, Qt.Key.Key_Home)
    qtbot.keyClick(overview, Qt.Key.Key_Return)
    slides = overview_of(window)
    assert len(slides.entries) == len(run.slides)
    press("Esc")
    assert window.projection.overview.shown is None
    assert window.projection.active, "Escape took the overview away, not the projection"


def test_the_speaker_has_the_overview_where_the_keys_are(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    press("F7")
    presenter = window.projection.presenter
    assert presenter is not None
    qtbot.waitUntil(presenter.isVisible)
    press("O")
    assert overview_of(window).parentWidget() is presenter
    assert overview_of(window).geometry() == presenter.rect()
    presenter.resize(presenter.width() - 200, presenter.height() - 80)
    QApplication.processEvents()
    assert overview_of(window).geometry() == presenter.rect()
    press("F5", "Esc")
    window.projection.leave()
    assert window.projection.overview.shown is None


def test_many_lines_stand_in_two_columns_and_none_is_cut(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    window.motion.choose("off")
    assert window.session.open("(x^2+1)(x^3+2) sin(x) cos(x)", "x", {}, "operator", "numerator")
    window.session.last()
    press("F5")
    view = window.projection.view
    assert view is not None
    window.projection.screens.toggle_full_screen()
    view.resize(1280, 720)
    press("O")
    overview = overview_of(window)
    rects = [overview.visualRect(overview.model().index(row, 0)) for row in range(len(overview.entries))]
    seen = [rect for rect in rects if rect.intersects(overview.viewport().rect())]
    assert len(seen) >= min(len(rects), 12)
    assert [rect for rect in seen if not overview.viewport().rect().contains(rect)] == [], overview.viewport().rect()
    assert not any(one.intersects(other) for k, one in enumerate(rects) for other in rects[k + 1 :])


def test_a_slide_that_was_left_is_gone_back_to(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    to_first_problem(window, press)
    press("PgDown", "PgDown", "PgDown")
    place, position = window.projection.run.place, window.session.position
    assert position > 0
    press("Esc")
    assert not window.projection.active
    assert f"slide {place + 1}," in window.message.text()
    qtbot.waitUntil(lambda: window.reading.lesson_on_page() is not None)
    press("Shift+F5")
    assert (window.projection.run.place, window.session.position) == (place, position)
    assert not window.projection.run.on_title
    press("Esc")
    qtbot.waitUntil(lambda: window.reading.lesson_on_page() is not None)
    press("F5")
    assert window.projection.run.place == 0
    press("Esc")
    assert "goes on at slide" not in window.message.text(), "from the first slide nobody has to be led back"


@pytest.mark.parametrize("key", ["Right", "PgDown", "Left"])
def test_the_key_after_black_brings_the_picture_back_and_goes_nowhere(
    window: MainWindow, deck: ProjectionWindow, press: Press, key: str
) -> None:
    press("PgDown", "B")
    assert deck.cover.blank == Blank.BLACK
    press(key)
    assert (deck.cover.blank, window.projection.run.place) == (Blank.NONE, 1)
    press("PgDown")
    assert window.projection.run.place == 2


def test_lines_with_definitions_are_no_smaller_than_others_where_they_have_room_beside_each_other() -> None:
    room = QSizeF(1000, 90)
    trace = explainer.derive("sum((X w - y)^2)", wrt="w", method="chain")
    for step in trace.steps:
        shown = short_notation(step)
        best = max(fitting_em(room, 30, one) for one in (shown, *beside_each_other(shown)))
        assert best >= 24, step.title


def test_news_take_the_place_of_other_news_and_leave_faults(window: MainWindow) -> None:
    messages, notices = window.messages, window.notices
    messages.show("Shift+F5 goes on.", is_news=True)
    notices.show("Written: w.docx")
    assert window.message.isHidden()
    messages.show("Something else.", is_news=True)
    assert notices.bar is None
    messages.show("This went wrong.")
    notices.show("Written: w.docx")
    assert window.message.isVisible()
