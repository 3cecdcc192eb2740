"""Projection, driven by its keys alone as a speaker does, on one screen."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.board.line_styles import EARLIER_SCALE
from explainer.gui.lecture import keys_card
from explainer.gui.lecture.keys_card import KeysCard
from explainer.gui.lecture.projection_cover import Blank, Spotlight
from explainer.gui.lecture.projection_window import Caption, ProjectionWindow
from explainer.gui.look.theme import Theme
from explainer.gui.main_window import MainWindow
from explainer.lessons.library import all_lessons, all_problems
from explainer.session.action_table import ACTIONS
from explainer.session.course.lesson_run import request_of
from explainer.typeset import contrast, theme_names
from tests.gui.waiting import change_seen

Wait = Callable[[], None]
Press = Callable[..., None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KEYS = sorted({key for row in ACTIONS if row.in_projection for key in (*row.keys, *row.board_keys)})
"""All keys of projection, from the table."""
TWENTY_POINTS_PX = 20 * 96 / 72


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Press:
    """Press keys as they are written in the table, in the window in which a speaker works."""

    def press(*keys: str, where: QWidget | None = None) -> None:
        for key in keys:
            QApplication.processEvents()  # a window that comes to the front has the keys a moment later
            front = window.projection.front
            target = where or front.focusWidget() or front
            combination = QKeySequence(key)[0]
            qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())

    return press


@pytest.fixture
def view(window: MainWindow, press: Press, qtbot: QtBot) -> ProjectionWindow:
    """A projection that has just begun, behind its title, in which nothing moves by itself."""
    window.motion.choose("off")
    press("F5")
    view = window.projection.view
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    assert view.stack.currentWidget() is view.title_card
    press("Right")
    return view


def open_problem(window: MainWindow, identifier: str) -> None:
    problem = next(problem for problem in all_problems() if problem.id == identifier)
    assert window.session.open(*request_of(problem))


def test_f5_projects_from_the_start_and_shift_f5_from_here(window: MainWindow, press: Press) -> None:
    window.session.go_to(3)
    press("Shift+F5")
    view = window.projection.view
    assert view is not None
    assert view.isFullScreen()
    assert view.geometry() == view.screen().geometry()
    assert window.session.position == 3
    assert view.caption.place.startswith("3 of ")
    press("Esc")
    assert not view.isVisible()
    assert window.session.position == 3
    press("F5")
    assert view.isVisible()
    assert window.session.position == 0


def test_only_the_board_and_one_line_of_caption_are_projected(view: ProjectionWindow, press: Press) -> None:
    shown = [child for child in view.findChildren(QWidget) if child.isVisible()]
    assert not [child for child in shown if child.metaObject().className() in ("QToolButton", "QMenuBar", "QScrollBar")]
    assert view.board.height() + view.caption.height() == view.height()
    press("Right")
    step = view.board._session.step
    assert step is not None
    assert view.caption.title == step.title
    assert re.fullmatch(r"1 of \d+…?", view.caption.place)


def test_escape_leaves_projection_and_never_quits(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    press("Right", "Esc")
    assert not view.isVisible()
    assert window.isVisible()
    assert window.session.position == 1
    press("Esc", "Esc")
    assert window.isVisible()
    assert window.board.hasFocus()


def test_f5_twice_projects_once_and_stays_where_it_is(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    press("Right", "Right", "F5", "Shift+F5")
    assert window.session.position == 2
    assert window.projection.view is view
    assert view.isVisible()


def test_letters_are_never_smaller_than_twenty_points(view: ProjectionWindow, press: Press) -> None:
    press("F11", "Right", "Right", "Right")
    for width, height in [(1920, 1080), (1280, 720), (1024, 768), (800, 600)]:
        view.resize(width, height)
        now, before = view.board.line_item(3), view.board.line_item(2)
        assert now is not None
        assert before is not None
        for line in (now, before):
            assert line.look.em_px >= TWENTY_POINTS_PX - 0.01
            assert line.look.font.pixelSize() >= TWENTY_POINTS_PX - 0.5
        assert before.look.em_px == pytest.approx(now.look.em_px * EARLIER_SCALE)
        assert now.look.em_px >= width / 35 - 0.01, "the line before takes its room"
        assert view.caption.font().pixelSize() >= TWENTY_POINTS_PX - 0.5


def test_formulas_are_projected_with_a_contrast_of_seven(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    window.session.open("x^2 + 3x", wrt="x", method="operator")
    press("Right", "Right", "Right")
    for name in theme_names():
        window.appearance.choose_theme(name)
        change_seen(window)
        image = view.board.grab().toImage()
        behind = image.pixelColor(1, 1).name()
        image = image.convertToFormat(QImage.Format.Format_RGB32)  # kept: its pixels are read from where they lie
        pixels = np.frombuffer(image.constBits(), dtype=np.uint32)
        painted = {QColor(int(pixel)).name() for pixel in np.unique(pixels)}
        now = view.board.line_item(3)
        assert now is not None
        theme = now.look.theme
        assert theme.name == name
        assert behind == theme.background.name()
        for colour in (theme.ink, theme.quiet, theme.changed, theme.changing):
            assert colour.name() in painted
            assert contrast(colour.name(), behind) >= 7
        assert contrast(theme.ink.name(), theme.panel.name()) >= 7  # the caption


def assert_the_line_is_whole(view: ProjectionWindow, position: int) -> None:
    line = view.board.line_item(position)
    assert line is not None
    seen = view.board.mapToScene(view.board.viewport().rect()).boundingRect().adjusted(-1, -1, 1, 1)
    assert seen.contains(line.sceneBoundingRect()), (position, view.size())


def test_the_longest_lines_of_the_lessons_are_projected_whole(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    press("F11")
    for identifier in ("K1", "D5", "D0.1", "G2", "I3"):
        open_problem(window, identifier)
        window.session.finish()
        for size in ((1280, 720), (800, 600)):
            view.resize(*size)
            for position in range(window.session.count + 1):
                window.session.go_to(position)
                assert_the_line_is_whole(view, position)


def test_the_lines_of_a_derivation_have_one_size_where_they_can(
    qtbot: QtBot, window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    view.resize(1280, 720)
    window.session.open("x + x^2", wrt="x", method="chain-alias")
    window.session.finish()
    own = {view.board._largest_fit(position) for position in range(window.session.count + 1)}
    assert len(own) > 2
    press("Home")
    seen = []
    while True:
        view.board.prepare_next()
        qtbot.waitUntil(lambda: not view.board.preparing, timeout=60_000)
        view.board.show_place()
        seen.append(view.board.em_px)
        assert_the_line_is_whole(view, window.session.position)
        if window.session.position == window.session.count:
            break
        press("Right")
    assert len(set(seen)) == 1
    assert seen[0] >= view.board.least_px


def test_a_line_whose_size_takes_long_to_find_is_shown_before_and_grows_into_it(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window: MainWindow, view: ProjectionWindow
) -> None:
    view.resize(1280, 720)
    window.session.open(" + ".join(f"sin({k} x^{k})" for k in range(1, 13)), wrt="x")
    window.session.finish()
    qtbot.waitUntil(lambda: not view.board.preparing, timeout=60_000)
    board, last = view.board, window.session.count
    monkeypatch.setattr("explainer.gui.lecture.projection_board._PATIENCE_S", 0.0)
    for position in (2, last, 0):
        board._found.clear()
        tried: list[int] = []
        fits = board._fits
        monkeypatch.setattr(
            board, "_fits", lambda at, *rest, fits=fits, tried=tried: tried.append(at) or fits(at, *rest)
        )
        window.session.go_to(position)
        assert position not in tried, "nothing was looked for before the line was shown"
        assert board.line_item(position) is not None
        guessed = board.em_px
        qtbot.waitUntil(lambda: not board.preparing, timeout=60_000)
        monkeypatch.setattr(board, "_fits", fits)
        assert not board._guessed
        sizes = {board.normal_em_px * fit for fit in (board._found[board._asked(position)], *board._found.values())}
        assert board.em_px in sizes, "its own size, or that of the lines near it whose sizes were known by then"
        assert board.em_px > guessed
        assert_the_line_is_whole(view, position)


def test_a_line_is_whole_at_the_smallest_and_at_the_largest_size(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    normal = view.board.em_px
    open_problem(window, "D5")
    press("2", "Return")
    for near, key, zoom in ((0.85, "Ctrl+-", 0.75), (2.5, "Ctrl++", 3.0)):
        window.appearance.zoom = near
        press(key)
        assert window.appearance.zoom == zoom
        change_seen(window)
        assert_the_line_is_whole(view, 2)
        window.session.first()
        assert view.board.em_px >= TWENTY_POINTS_PX - 0.01
        assert (view.board.em_px > normal) == (zoom > 1)
        window.session.go_to(2)


def test_the_keys_of_a_clicker_work_without_setting_anything_up(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    press("PgDown", "PgDown")
    assert window.session.position == 2
    press("PgUp")
    assert window.session.position == 1
    press(".")
    assert view.cover.blank == Blank.BLACK
    press(".")
    assert view.cover.blank == Blank.NONE
    press("Esc")
    assert not view.isVisible()
    press("F5")
    assert view.isVisible()


def test_black_and_white_hide_the_board_until_the_key_or_a_step(view: ProjectionWindow, press: Press) -> None:
    for key, blank, colour in (("B", Blank.BLACK, "#000000"), ("W", Blank.WHITE, "#ffffff")):
        press(key)
        assert view.cover.blank == blank
        picture = view.grab().toImage()
        corners = {picture.pixelColor(x, y).name() for x in (3, picture.width() - 3) for y in (3, picture.height() - 3)}
        assert corners == {colour}
        press(key)
        assert not view.cover.isVisible()
    press("B", "W")
    assert view.cover.blank == Blank.WHITE
    press("Right")
    assert view.cover.blank == Blank.NONE
    assert not view.caption.place.startswith("1 of "), "what nobody has seen yet comes with the next key"
    press("Right")
    assert view.caption.place.startswith("1 of ")


def picture_of(view: ProjectionWindow) -> QImage:
    """What the audience sees."""
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


_ROUNDED = 2
"""How far colours of edges may differ that were mixed in another order, of 255."""


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference of a colour between two pictures of one size, of 255."""
    assert one.size() == other.size()
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(abs(first - second).max())


def test_a_frozen_picture_stays_while_the_speaker_goes_on(
    window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait, qtbot: QtBot
) -> None:
    settled()
    press("Right")
    qtbot.waitUntil(lambda: not view.board.preparing)  # the lines ahead have a say in the size of this one
    before = picture_of(view)
    press("F", "Right", "Right")
    assert window.session.position == 3
    # A letter is drawn by its outline when it is first seen and copied from a sheet after that: its edges are rounded
    # otherwise, which nobody sees.
    assert furthest(picture_of(view), before) <= _ROUNDED
    assert "frozen" in view.caption.place
    presenter = with_presenter(window, press)
    assert presenter.status.isVisible()
    assert "Frozen" in presenter.status.text()
    assert "1 of " in presenter.status.text()
    assert presenter.place.text().startswith("3 of ")
    press("F")
    assert not presenter.status.isVisible()
    assert furthest(picture_of(view), before) > 100


def test_the_spotlight_follows_the_term_then_the_pointer_then_is_off(view: ProjectionWindow, press: Press) -> None:
    press("Right", "S")
    cover = view.cover
    assert cover.spotlight == Spotlight.TERM
    line = view.board.line_item(1)
    assert line is not None
    term = cover.hole().boundingRect()
    assert 0 < term.width() < view.width()
    bright, dim = view.grab().toImage(), view.stage.grab().toImage()
    outside = QPoint(3, view.height() // 2)
    assert bright.pixelColor(term.center().toPoint()) == dim.pixelColor(term.center().toPoint())
    assert bright.pixelColor(outside).lightness() < dim.pixelColor(outside).lightness()
    press("Right")
    assert cover.hole().boundingRect() != term
    press("S")
    assert cover.spotlight == Spotlight.POINTER
    place, nothing = QPointF(200, 150), Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, place, place, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.board.viewport(), move)
    assert (cover.hole().boundingRect().center() - place).manhattanLength() < 3
    width = cover.hole().boundingRect().width()
    press("+")
    assert cover.hole().boundingRect().width() > width
    press("-", "-")
    assert cover.hole().boundingRect().width() < width
    press("S")
    assert cover.spotlight == Spotlight.OFF
    assert not cover.isVisible()


def test_the_timer_starts_by_itself_pauses_and_goes_back_to_zero(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    presenter = with_presenter(window, press)
    stopwatch = window.projection.effects.stopwatch
    time = [100.0]
    assert stopwatch.running
    stopwatch._now = lambda: time[0]
    stopwatch.reset()
    presenter.show_time()
    assert presenter.timer.text() == "0:00"
    time[0] += 75
    presenter.show_time()
    assert presenter.timer.text() == "1:15"
    press("T")
    time[0] += 1000
    presenter.show_time()
    assert presenter.timer.text() == "1:15 (pause)"
    press("Shift+T")
    assert presenter.timer.text() == "0:00"


def with_presenter(window: MainWindow, press: Press):
    """Open the presenter's window, as one does with a single screen."""
    press("F7")
    presenter = window.projection.presenter
    assert presenter is not None
    assert presenter.isVisible()
    return presenter


def test_a_whole_lesson_is_projected_by_keys_alone(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "scalar-expansion")
    open_problem(window, lesson.problems[0].id)
    press("F5")
    projection, view, session = window.projection, window.projection.view, window.session
    assert view is not None
    visited = []
    while True:
        qtbot.waitUntil(lambda: session.complete)
        if projection.run.on_title:
            assert view.stack.currentWidget() is view.title_card
            assert lesson.problems[projection.run.index].title in view.title_card.spoken()
            press("Space")
            assert not projection.run.on_title
            assert view.stack.currentWidget() is view.board
        assert session.position == 0
        visited.append(projection.run.problem)
        assert request_of(lesson.problems[projection.run.index]) == session.request
        while session.position < session.count:
            press("PgDown")
        press("B", "B", "W", "W", "F", "F", "T", "S", "S", "S")
        if projection.run.following is None:
            break
        press("Right")
    assert visited == list(lesson.problems)
    last = session.position
    press("Right")
    assert (session.position, view.caption.title) == (last, "End of the lesson")
    press("2", "Return")
    assert session.position == 2
    assert projection.run.problem is lesson.problems[-1]
    press("Home", "Left")
    assert projection.run.on_title
    press("Left")
    qtbot.waitUntil(lambda: session.complete and session.position == session.count)
    assert projection.run.problem is lesson.problems[-2]
    assert session.position == session.count
    press("Esc")
    assert not view.isVisible()


def test_a_number_is_shown_while_it_is_typed(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    press("3")
    assert view.caption.place == "to 3 …"
    press("Return")
    assert window.session.position == 3
    assert view.caption.place.startswith("3 of ")


def test_the_card_before_the_first_problem_is_the_end_of_going_back(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    open_problem(window, "E1")
    press("Left", "Left", "Left")
    assert window.projection.run.on_title
    assert window.session.request == request_of(window.projection.run.problem)
    press("Right")
    assert not window.projection.run.on_title


def test_a_derivation_that_is_in_no_lesson_has_a_title_and_ends_without_a_card(
    window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait
) -> None:
    window.session.open("x^5 + 3x^4", wrt="x")
    settled()
    press("End", "Right", "Right")
    assert window.session.position == window.session.count
    assert not window.projection.run.on_title
    press("Home", "Left")
    assert window.projection.run.on_title
    assert view.stack.currentWidget() is view.title_card
    assert view.title_card.spoken().startswith("The derivative with respect to x. ")


def test_everything_is_said(window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    said: list[str] = []
    real = QAccessible.updateAccessibility

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        real(event)  # type: ignore[arg-type]

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    open_problem(window, "E1")
    press("F5", "B", "B", "F", "F", "S", "T", "T", "Left")
    for words in ("Projection.", "Black.", "The board is shown.", "Frozen", "follows again", "Spotlight on the term",
                  "Timer started", "Problem 1 of 4"):  # fmt: skip
        assert any(words in text for text in said), words
    press("Right", "Right")
    qtbot.waitUntil(lambda: any(text.startswith("Step 1, ") for text in said))


def test_the_presenter_sees_now_next_why_and_the_notes(
    window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait
) -> None:
    open_problem(window, "A2")
    settled()
    presenter = with_presenter(window, press)
    assert "steps outside" in presenter.notes.text()
    assert "one key away" not in presenter.card.text(), "who presents goes on by a clicker or a button"
    assert "one key away" in window.tabs.rule_card.text()
    following = window.session.step_at(1)
    assert following is not None
    assert following.title in presenter.next.title
    press("Right")
    assert following.title in presenter.card.text()
    assert presenter.place.text() == f"1 of {window.session.count}"
    press("End")
    assert "Next problem: " in presenter.next.title
    press("Right")
    assert presenter.next.title == "The problem"


def test_keys_work_wherever_the_focus_is_in_the_presenters_window(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    open_problem(window, "A2")
    presenter = with_presenter(window, press)
    for name in ("presenter_now", "presenter_card", "presenter_notes", "presenter_black"):
        focused = presenter.findChild(QWidget, name)
        assert focused is not None
        focused.setFocus()
        press("Alt+Home", "PgDown", "PgDown", "PgUp", "N", where=focused)
        assert window.session.position == 2
        press(".", where=focused)
        assert view.cover.blank == Blank.BLACK
        press(".", where=focused)
        press("1", where=focused)
        assert view.caption.place == "to 1 …"
        if name != "presenter_black":
            press("Return", where=focused)
            assert window.session.position == 1
    press("Esc", where=presenter.buttons["black"])
    assert not presenter.isVisible()
    assert not view.isVisible()


def test_a_focused_button_and_a_focused_list_keep_their_own_keys(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    presenter = with_presenter(window, press)
    button = presenter.buttons["black"]
    button.setFocus()
    press("Space", where=button)
    assert view.cover.blank == Blank.BLACK
    assert window.session.position == 0
    presenter.card.setFocus()
    press("Down", where=presenter.card)
    assert window.session.position == 0


def test_closing_the_presenters_window_goes_on_projecting(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    presenter = with_presenter(window, press)
    presenter.close()
    assert view.isVisible()
    press("Right")
    assert window.session.position == 1
    press("F7")
    assert presenter.isVisible()


def test_closing_the_window_of_the_audience_ends_the_projection(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    presenter = with_presenter(window, press)
    press("F")
    view.close()
    QApplication.processEvents()
    assert not window.projection.active
    assert not presenter.isVisible()
    assert view.cover.frozen is None
    press("F5")
    assert view.isVisible()


def test_an_unplugged_projector_brings_the_window_back(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    press("Right", "F")
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.screenRemoved.emit(view.screen())
    assert not view.isVisible()
    assert window.isVisible()
    assert window.session.position == 1
    assert "F5" in window.message.text()
    application.screenRemoved.emit(window.screen())
    assert window.isVisible()


def test_themes_and_sizes_may_change_while_projecting(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    press("Right", "F")
    for _ in theme_names():
        press("C", "Right")
    press("F", "Ctrl++", "F11")
    view.resize(500, 400)
    view.resize(1500, 400)
    QApplication.processEvents()
    window.session.open("3x^2 y", wrt="(x, y)")
    press("Right")
    assert window.session.position == 1
    assert view.caption.place.startswith("1 of ")


def test_nothing_that_belongs_to_projection_happens_without_it(
    window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.actions_by_row is not None
    assert not window.actions_by_row.by_id["black"].isEnabled()
    window.board.setFocus()
    press("B", "W", "F", "S", "T", "X", "F7")
    assert window.projection.view is None
    assert window.session.position == 0


def test_random_keys_leave_no_fault(window: MainWindow, view: ProjectionWindow, press: Press) -> None:
    chance = random.Random(1)
    keys = [key for key in KEYS if key not in ("Esc", "F1", "?")] + list("0123456789") * 2
    open_problem(window, "E1")
    for number in range(80):
        press(chance.choice(keys))
        if number % 20 == 19:
            press("Esc", chance.choice(("F5", "Shift+F5")))
        QApplication.processEvents()
    press("Esc")
    assert not window.projection.active
    assert window.session.trace is not None


def test_words_above_a_line_go_on_below_where_there_is_no_room_beside(
    window: MainWindow, view: ProjectionWindow
) -> None:
    open_problem(window, "D0.1")
    window.session.finish()
    rows = []
    for size in ((400, 600), (800, 600), (1600, 900)):
        view.resize(*size)
        window.session.go_to(1)
        line, step = view.board.line_item(1), window.session.step_at(1)
        assert line is not None
        assert step is not None
        metrics = QFontMetricsF(line.look.font)
        words = [tag for tag in line.tags if not tag.aside]
        assert " ".join(tag.words for tag in words) == step.title
        assert [tag.row for tag in words] == list(range(len(words)))
        assert all(tag.x_px + metrics.horizontalAdvance(tag.words) <= line.look.words_px for tag in line.tags)
        assert line.tag_height >= metrics.height() * len(words)
        rows.append(len(words))
    assert rows[0] > rows[1] > rows[2] == 1


@pytest.mark.parametrize(
    ("size", "zoom"), [((1920, 1080), 100), ((1920, 1080), 175), ((3840, 2160), 300), ((1024, 768), 300)], ids=str
)
def test_a_number_of_two_digits_stands_whole_beside_its_line(
    window: MainWindow, view: ProjectionWindow, press: Press, size: tuple[int, int], zoom: int
) -> None:
    problem = next(problem for problem in all_problems() if len(problem.trace().steps) > 13)
    assert window.session.open(*request_of(problem))
    view.resize(*size)
    window.appearance.zoom = zoom / 100
    window.appearance.apply()
    change_seen(window)
    press(*["Right"] * 12)
    line = view.board.line_item(12)
    assert line is not None
    image = line.image(1.0)
    assert image is not None
    pixels = image.toImage()
    inked = [
        x
        for x in range(min(pixels.width(), round(line.look.margins.gutter)))
        for y in range(pixels.height())
        if pixels.pixelColor(x, y).alpha() > 128
    ]
    assert inked, "the number is not there"
    assert min(inked) > 0, "the number is cut on the left"
    wide = QFontMetricsF(line.look.font).horizontalAdvance("12")
    assert max(inked) - min(inked) >= wide * 0.7


def test_the_caption_says_why_and_the_result_is_marked(
    window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait
) -> None:
    settled()
    press("Right")
    step = window.session.step
    assert step is not None
    assert step.explanation.split()[0] in view.caption.said()
    assert step.title not in view.caption.said()
    assert not [line for line in view.board._lines.by_number.values() if line.style.is_result]
    press("End")
    line = view.board.line_item(window.session.count)
    assert line is not None
    assert line.style.is_result
    assert "the result" in [tag.words for tag in line.tags][-1]


def test_a_long_reason_has_three_rows_and_leaves_the_place_its_room(view: ProjectionWindow) -> None:
    view.showNormal()
    view.resize(1280, 720)
    QApplication.processEvents()
    caption = view.caption
    height = caption.height()
    caption.show_texts("Rule", "3 of 9", ("word " * 200,))
    rows = caption.rows(600.0)
    assert len(rows) == 3
    assert rows[2].endswith("…")
    assert caption.font().pixelSize() >= TWENTY_POINTS_PX - 1
    metrics = QFontMetricsF(caption.font())
    assert all(metrics.horizontalAdvance(row) <= 600 for row in rows)
    assert 3 * metrics.height() <= caption.sizeHint().height() == height


def test_slide_and_step_stand_below_each_other_and_leave_the_reason_its_room(view: ProjectionWindow) -> None:
    view.showNormal()
    view.resize(1280, 720)
    caption = view.caption
    caption.show_texts("Rule", "Slide 10 of 12 · Step 10 of 14", ("word " * 200,))
    assert caption.room > 1280 * 0.78
    assert caption.rows(caption.room)[-1].endswith("…")


def test_of_a_long_reason_there_are_whole_sentences(view: ProjectionWindow) -> None:
    caption = view.caption
    caption.show_texts("Rule", "3 of 9", ("One is short. ", "Two are short as well. " + "word " * 200 + "."))
    assert caption.rows(600.0) == ["One is short. Two are short as well."]
    caption.show_texts("Rule", "3 of 9", ("One is short. ", "Two " + "word " * 200 + "."))
    assert caption.rows(600.0) == ["One is short."]
    assert "Two" in caption.said()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)], ids=str)
def test_a_long_reason_is_as_large_on_many_pixels_as_on_few(view: ProjectionWindow, size: tuple[int, int]) -> None:
    view.showNormal()
    view.resize(*size)
    view.caption.show_texts("Rule", "3 of 9", ("word " * 200,))
    assert len(view.caption.rows(size[0] * 0.6)) == 3
    assert view.caption.font().pixelSize() >= max(TWENTY_POINTS_PX - 1, size[1] / 45)


def test_reasons_with_formulas_are_typeset_and_all_that_have_room_are_of_one_size(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    """One step in letters and the next one typeset looks as if they were two kinds of things."""
    view.showNormal()
    for size in ((1280, 720), (1920, 1080)):
        view.resize(*size)
        for text, wrt, method in (("sum((X w - y)^2)", "w", "chain"), ("x + x^2", "x", "chain")):
            window.session.open(text, wrt, method=method)
            window.session.finish()
            sizes = set()
            for position in range(1, window.session.count + 1):
                window.session.go_to(position)
                QApplication.processEvents()
                caption = view.caption
                if not all(isinstance(part, str) for part in caption.words):
                    assert caption.is_typeset(size[0] * 0.85), (text, position)
                    sizes.add(caption._formulas.font().pixelSize())
            assert sizes == {caption.font().pixelSize()}


def _words_are_apart(caption: Caption) -> bool:
    """Whether the caption is painted as it was measured: the same picture as its words give alone."""
    pictures = []
    for pixels in (8, 60):
        picture = QImage(900, caption.height(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        font = painter.font()
        font.setPixelSize(pixels)
        painter.setFont(font)
        caption._formulas.paint_in(painter, picture.rect(), QColor("black"))
        assert painter.font().pixelSize() == pixels, "what is painted next has its own letters"
        painter.end()
        pictures.append(picture)
    return pictures[0] == pictures[1]


def test_a_reason_with_too_wide_formulas_gets_smaller_letters_before_it_is_cut(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    view.showNormal()
    view.resize(1280, 720)
    window.session.open("exp(z) / sum(exp(z))", "z", shapes={"z": "k"})
    window.session.finish()
    smaller = 0
    for position in range(1, window.session.count + 1):
        window.session.go_to(position)
        QApplication.processEvents()
        caption = view.caption
        if not all(isinstance(part, str) for part in caption.words):
            if not caption.is_typeset(900.0):
                assert not caption.rows(900.0)[-1].endswith("…"), position
                continue
            air = QFontMetricsF(caption.font()).descent()
            assert caption._formulas.heightForWidth(900) <= caption.height() - 2 * air, "a fraction stands at the edge"
            smaller += caption._formulas.font().pixelSize() < caption.font().pixelSize()
            assert _words_are_apart(caption)
    assert smaller
    caption.show_texts("Rule", "3 of 9", ("Short.",))
    assert caption.rows(900.0) == ["Short."]


def test_the_line_before_is_seen_above_each_line_that_has_room_for_it(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    """What a derivative is substituted into stands above what comes of it, though its definitions take their room."""
    view.showNormal()
    for size in ((1280, 720), (1920, 1080)):
        view.resize(*size)
        for text, wrt, method in (("sum((X w - y)^2)", "w", "chain"), ("x + x^2", "x", "chain")):
            window.session.open(text, wrt, method=method)
            window.session.finish()
            for position in range(1, window.session.count + 1):
                window.session.go_to(position)
                QApplication.processEvents()
                assert_the_line_is_whole(view, position)
                assert_the_line_is_whole(view, position - 1)
                before = view.board.line_item(position - 1)
                assert before is not None
                assert before.isVisible()
                assert view.board.em_px > view.board.least_px


def test_a_wrong_turn_is_struck_on_the_board_with_the_number_that_refutes_it(
    window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait, qtbot: QtBot
) -> None:
    open_problem(window, "H1")
    settled()
    wrong = next(k for k in range(1, window.session.count + 1) if window.session.step_at(k).attempt is not None)
    press(*str(wrong), "Return")
    line = view.board.line_item(wrong)
    assert line is not None
    qtbot.waitUntil(lambda: "Refuted" in " ".join(line.style.note), timeout=20_000)
    assert line.drawing.picture.parts
    assert line.colours[(0,)] == line.look.theme.failed
    press("Right")
    earlier = view.board.line_item(wrong)
    assert earlier is not None
    assert earlier.style.is_wrong
    assert earlier.drawing.width > 2
    assert earlier.height > earlier.look.em_px


def test_no_line_is_cut_at_the_top(window: MainWindow, view: ProjectionWindow, press: Press, settled: Wait) -> None:
    settled()
    for keys in (["Right"] * 5, ["D"], ["V"], ["End"], ["D"]):
        press(*keys)
        top = view.board.mapToScene(0, 0).y()
        lines = view.board._lines
        shown = [*lines.by_number.values(), *(line for inner in lines.inner.values() for line in inner)]
        assert all(line.y() >= top for line in shown if line.isVisible())
        current = lines.current
        bottom = top + view.board.viewport().height()
        assert current.isVisible()
        assert current.y() + current.height <= bottom


def test_the_timer_goes_on_where_a_projection_was_left_and_begins_anew_with_the_next(
    window: MainWindow, view: ProjectionWindow, press: Press
) -> None:
    stopwatch, time = window.projection.effects.stopwatch, [100.0]
    stopwatch._now = lambda: time[0]
    stopwatch.reset()
    time[0] += 30
    press("Esc")
    time[0] += 500
    press("Shift+F5")
    time[0] += 3
    assert stopwatch.seconds == 33
    press("Esc", "F5")
    assert (stopwatch.seconds, stopwatch.running) == (0, True)


def test_projecting_makes_no_windows_of_the_parts_of_the_main_one(window: MainWindow, qtbot: QtBot) -> None:
    """Each of them would be painted by itself, and menus over them would complain."""
    window.projection.start_here()
    window.projection.screens.toggle_presenter()
    QApplication.processEvents()
    parts = [one for one in window.findChildren(QWidget) if not one.isWindow()]
    assert len(parts) > 50
    assert [one for one in parts if one.testAttribute(Qt.WidgetAttribute.WA_NativeWindow)] == []
    window.projection.leave()


@pytest.mark.parametrize("size", [(800, 560), (1280, 800), (1920, 1080), (560, 420)], ids=str)
def test_the_card_of_keys_is_the_first_that_has_room_and_few_are_made_for_that(
    window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """To make one takes as long as a short page; nine arrangements are there to choose from."""
    made: list[tuple[int, int]] = []
    begin = KeysCard.__init__

    def noted(card: KeysCard, front: QWidget, theme: Theme, size_px: int, columns: int, on_slide: bool) -> None:
        made.append((size_px, columns))
        begin(card, front, theme, size_px, columns, on_slide)

    monkeypatch.setattr(KeysCard, "__init__", noted)
    press("F5")
    view = window.projection.view
    assert view is not None
    view.showNormal()
    view.resize(*size)
    press("?")
    chosen, few = made[-1], len(made)
    assert few <= 2
    press("?")
    made.clear()
    monkeypatch.setattr(keys_card, "_SURELY", 1e9)  # so that all are tried
    press("?")
    assert made[-1] == chosen
    assert len(made) >= few
    press("?", "Esc")
