"""Terms on the board: pointed at, opened, copied; all lines at a glance; steps inside a step; and a great many keys."""

from __future__ import annotations

import gc
import random
import weakref
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.board import board
from explainer.gui.board import lines as lines_of_board
from explainer.gui.board.line import BoardLine
from explainer.gui.board.overview import Overview
from explainer.gui.main_window import MainWindow
from explainer.session.action_table import ACTIONS
from explainer.session.lines.terms import Term

Wait = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board_window(window: MainWindow, settled: Wait) -> MainWindow:
    """The window at step 3 of a product, without motion."""
    window.session.open("x^2 sin(x)", wrt="x", method="operator")
    settled()
    window.motion.choose("off")
    window.session.go_to(3)
    window.board.setFocus()
    return window


def place_of(window: MainWindow, position: int, path: tuple[int, ...]) -> QPoint:
    """Where a term is seen on the board."""
    line = window.board.line_item(position)
    assert line is not None
    (rect,) = line.marks((path,))
    return window.board.mapFromScene(line.mapToScene(rect.center()))


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        control = key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)
        qtbot.keyClick(window.board, key, CONTROL if control else Qt.KeyboardModifier.NoModifier)


def test_pointing_at_a_term_lights_it_and_tells_what_it_is(qtbot: QtBot, board_window: MainWindow) -> None:
    terms = board_window.board.terms
    before = board_window.board.viewport().grab().toImage()
    qtbot.mouseMove(board_window.board.viewport(), place_of(board_window, 3, (0, 1)) - QPoint(12, 0))
    assert terms.term is not None
    assert terms.term.path[:2] == (0, 1)
    assert terms.strip.isVisible()
    assert "scalar" in terms.strip.label.text()
    assert board_window.board.viewport().grab().toImage() != before
    qtbot.mouseMove(board_window.board.viewport(), QPoint(3, board_window.board.viewport().height() - 3))
    assert terms.term is None
    assert not terms.strip.isVisible()
    assert board_window.board.viewport().grab().toImage() == before


def test_the_strip_never_covers_its_line(board_window: MainWindow) -> None:
    for size in ((900, 600), (1280, 800)):
        board_window.resize(*size)
        QApplication.processEvents()
        board_window.board.move_term("right")
        line = board_window.board.line_item(3)
        assert line is not None
        strip = board_window.board.terms.strip
        seen = board_window.board.mapFromScene(line.mapRectToScene(line.marks(((),))[0])).boundingRect()
        assert not strip.geometry().intersects(seen)
        assert board_window.board.viewport().rect().contains(strip.geometry())


def test_keys_go_from_term_to_term_and_return_opens_one(qtbot: QtBot, board_window: MainWindow) -> None:
    board = board_window.board
    press(qtbot, board_window, Qt.Key.Key_Right)
    assert board.terms.term is not None
    first = board.terms.term
    press(qtbot, board_window, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert board.terms.term == Term(3, (0,))
    press(qtbot, board_window, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert board.terms.term == Term(3, (0, 1))
    assert first != board.terms.term
    press(qtbot, board_window, Qt.Key.Key_Return)
    assert board.layers.nested is not None
    assert board.front.session.trace is not None
    assert board.front.session.trace.start.text() == "d(sin(x))/d(x)"
    assert board_window.session.position == 3


def test_the_way_out_of_a_term(qtbot: QtBot, board_window: MainWindow) -> None:
    board, viewport = board_window.board, board_window.board.viewport()

    def enter() -> None:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(board_window, 3, (0, 1)) - QPoint(12, 0))
        assert board.layers.nested is not None

    enter()
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert (board.front.session.position, board_window.session.position) == (1, 3)
    qtbot.keyClick(board, Qt.Key.Key_Backspace)
    assert board.front.session.position == 0
    qtbot.keyClick(board, Qt.Key.Key_Backspace)
    assert board.layers.nested is None
    assert board_window.session.position == 3
    enter()
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.layers.nested is None
    enter()
    crumb = board.layers.nested.findChild(QToolButton, "crumb_0")  # type: ignore[union-attr]
    qtbot.mouseClick(crumb, Qt.MouseButton.LeftButton)
    assert board.layers.nested is None
    enter()
    board_window.session.go_to(1)
    assert board.layers.nested is None


def test_a_term_inside_a_term(qtbot: QtBot, window: MainWindow, settled: Wait) -> None:
    window.session.open("sin(x^2 ln(x))", wrt="x", method="operator")
    settled()
    window.board.setFocus()
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    press(qtbot, window, Qt.Key.Key_Right)
    window.board.terms._show(Term(1, next(p for p in window.board.line_item(1).drawing.picture.parts if p == (1,))))  # type: ignore
    press(qtbot, window, Qt.Key.Key_Return)
    nested = window.board.layers.nested
    assert nested is not None
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    inner = window.board.front
    inner.move_term("right")
    inner.terms._show(Term(1, (0, 1)))
    press(qtbot, window, Qt.Key.Key_Return)
    assert len(nested._levels) == 2
    qtbot.keyClick(window.board, Qt.Key.Key_Escape)
    assert window.board.front is inner
    qtbot.keyClick(window.board, Qt.Key.Key_Escape)
    assert window.board.front is window.board


@pytest.mark.usefixtures("old_is_kept")
@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_the_board_of_a_term_is_let_go_of(qtbot: QtBot, board_window: MainWindow, leave: Qt.Key) -> None:
    press(qtbot, board_window, Qt.Key.Key_Right, Qt.Key.Key_Return)
    inside = weakref.ref(board_window.board.front)
    assert inside() is not board_window.board
    qtbot.keyClick(board_window.board, leave)
    assert board_window.findChildren(QWidget), "all parts are looked for, as for a change of look, before it is deleted"

    def is_gone() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return inside() is None

    qtbot.waitUntil(is_gone, timeout=60_000)


def test_a_term_without_a_derivation_says_why(qtbot: QtBot, board_window: MainWindow) -> None:
    qtbot.mouseClick(board_window.board.viewport(), Qt.MouseButton.LeftButton, pos=place_of(board_window, 3, (0, 0, 0)))
    assert board_window.board.layers.nested is None
    assert "No derivation of its own" in board_window.board.terms.strip.label.text()


def test_terms_and_lines_are_copied_in_every_form(qtbot: QtBot, board_window: MainWindow) -> None:
    clipboard, layers = QGuiApplication.clipboard(), board_window.board.layers
    press(qtbot, board_window, Qt.Key.Key_Right)
    board_window.board.terms._show(Term(3, (0, 1)))
    layers.copy_as("text")
    assert clipboard.text() == "cos(x)"
    layers.copy_as("latex")
    assert clipboard.text() == "\\cos(x)"
    layers.copy_as("mathml")
    assert bytes(clipboard.mimeData().data("application/mathml+xml").data()).startswith(b"<math")
    layers.copy_as("svg")
    qtbot.waitUntil(lambda: b"<svg" in clipboard.mimeData().data("image/svg+xml").data())
    layers.copy_as("png")
    qtbot.waitUntil(lambda: clipboard.mimeData().hasImage())
    assert not QImage.fromData(clipboard.mimeData().data("image/png")).isNull()
    qtbot.keyClick(board_window.board, Qt.Key.Key_Escape)
    layers.copy_as("text")
    line = board_window.session.line()
    assert line is not None
    assert clipboard.text() == line.text()


def test_one_key_copies_the_derivation_as_a_program_that_checks_itself(qtbot: QtBot, board_window: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    for row, library in (("copy_numpy", "numpy"), ("copy_torch", "torch"), ("copy_jax", "jax")):
        clipboard.clear()
        board_window.actions_by_row.by_id[row].trigger() if row != "copy_numpy" else qtbot.keyClick(
            board_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        qtbot.waitUntil(lambda: "def gradient" in clipboard.text())
        assert f"import {library}" in clipboard.text()
        compile(clipboard.text(), library, "exec")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_term(qtbot: QtBot, board_window: MainWindow) -> None:
    board, place = board_window.board, place_of(board_window, 3, (0, 1)) - QPoint(12, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, board.mapToGlobal(place))
    QApplication.sendEvent(board.viewport(), event)
    menu = board.findChild(QMenu, "term_menu")
    assert menu is not None
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "Show the derivation of this term"
    assert len(set(texts)) == len(texts) == 15
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == "cos(x)"
    menu.close()


def test_all_lines_at_a_glance_lead_anywhere(qtbot: QtBot, board_window: MainWindow) -> None:
    qtbot.keyClick(board_window.board, Qt.Key.Key_O)
    overview = board_window.board.findChild(Overview)
    assert overview is not None
    assert overview.hasFocus()
    assert overview.model().rowCount() == board_window.session.count + 1
    assert overview.currentIndex().row() == 3
    qtbot.keyClick(overview, Qt.Key.Key_Up)
    qtbot.keyClick(overview, Qt.Key.Key_Up)
    qtbot.keyClick(overview, Qt.Key.Key_Return)
    assert board_window.session.position == 1
    assert board_window.board.hasFocus()
    qtbot.keyClick(board_window.board, Qt.Key.Key_O)
    overview = board_window.board.layers._overview
    assert overview is not None
    row = overview.visualRect(overview.model().index(4, 0)).center()
    qtbot.mouseClick(overview.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert board_window.session.position == 4
    qtbot.keyClick(board_window.board, Qt.Key.Key_O)
    qtbot.keyClick(board_window.board.layers._overview, Qt.Key.Key_Escape)
    assert board_window.board.layers._overview is None
    assert board_window.session.position == 4


@pytest.mark.parametrize("at_once", [True, False])
def test_steps_inside_a_step_open_in_their_place(
    qtbot: QtBot, window: MainWindow, settled: Wait, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where they take so long that they come one by one."""
    monkeypatch.setattr(board, "_PATIENCE_S", 10.0 if at_once else 0.0)
    monkeypatch.setattr(lines_of_board, "INNER_PATIENCE_S", 10.0 if at_once else 0.0)
    window.session.open("x^2 x", wrt="x", method="operator")
    settled()
    window.session.last()
    window.board.setFocus()
    step = window.session.step
    assert step is not None
    assert step.substeps

    def lines() -> list[BoardLine]:
        found = [item for item in window.board.scene().items() if isinstance(item, BoardLine)]
        return sorted(found, key=lambda line: line.y())

    def wait_for(count: int) -> None:
        qtbot.waitUntil(lambda: len(lines()) == count)  # earlier lines may follow a moment later

    before = window.session.count + 1
    wait_for(before)
    current = lines()[-1].y()
    qtbot.keyClick(window.board, Qt.Key.Key_D)
    assert (len(lines()) > before) == at_once, "all at once or none yet"
    wait_for(before + len(step.substeps))
    shown = lines()
    assert (shown[-1].y() > current) == at_once, "what comes late moves nothing that is looked at"
    assert [line.title for line in shown[-1 - len(step.substeps) : -1]] == [sub.title for sub in step.substeps]
    assert all(one.y() + one.height <= other.y() for one, other in pairwise(shown))
    assert shown[-1].position == window.session.count
    window.appearance.zoom_in()
    qtbot.waitUntil(lambda: lines()[-1].look.em_px > shown[-1].look.em_px)
    assert all(one.y() + one.height <= other.y() for one, other in pairwise(lines())), "drawn anew, as high as they are"
    window.appearance.zoom_normal()
    qtbot.waitUntil(lambda: lines()[-1].look.em_px == shown[-1].look.em_px)
    wait_for(before + len(step.substeps))
    qtbot.keyClick(window.board, Qt.Key.Key_Left)
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    wait_for(before + len(step.substeps))
    qtbot.keyClick(window.board, Qt.Key.Key_D)
    wait_for(before)
    qtbot.keyClick(window.board, Qt.Key.Key_D)
    qtbot.keyClick(window.board, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: not window.board.preparing)
    assert len(lines()) == before, "folded again before they came"


def test_the_check_and_the_zoom_of_the_line(qtbot: QtBot, board_window: MainWindow) -> None:
    board = board_window.board
    line = board.line_item(3)
    assert line is not None
    em = line.look.em_px
    qtbot.keyClick(board, Qt.Key.Key_V)
    assert "agree" in " ".join(line.style.note)
    assert line.width <= board.viewport().width()
    qtbot.keyClick(board, Qt.Key.Key_V)
    assert not line.style.note
    qtbot.keyClick(board, Qt.Key.Key_Z)
    assert line.look.em_px > em * 1.2
    assert line.width <= board.viewport().width()
    qtbot.keyClick(board, Qt.Key.Key_Z)
    assert line.look.em_px == em


def test_a_line_that_cannot_be_typeset_is_shown_as_text_and_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no such delimiter")

    monkeypatch.setattr("explainer.typeset.typeset", fail)
    window.session.open("x^2 tanh(x) + 11", wrt="x", method="operator")
    window.session.next()
    line = window.board.line_item(1)
    assert line is not None
    assert "shown as text" in line.style.aside
    assert line.drawing.width > 2
    image = window.board.viewport().grab().toImage()
    assert len({image.pixelColor(x, y).name() for x in range(60, 400, 2) for y in range(20, 200, 2)}) > 3
    window.board.move_term("right")
    window.session.next()


KEYS = [key for row in ACTIONS for key in row.board_keys if row.id not in ("keys",)] + ["Escape", "3", "PgDown"]


def random_events(qtbot: QtBot, window: MainWindow, seed: int, count: int) -> None:
    """Keys and clicks of every kind, with no time between most of them."""
    chance = random.Random(seed)
    problems = [("x^2 x", "x", "operator"), ("sin(x + x^2)", "x", "chain"), ("ln(sin(x^3)^2)", "x", "operator")]
    for _ in range(count):
        target = QApplication.focusWidget() or window.board
        kind = chance.random()
        if kind < 0.75:
            qtbot.keySequence(target, chance.choice(KEYS))
        elif kind < 0.93:
            viewport = window.board.front.viewport()
            place = QPoint(chance.randrange(viewport.width()), chance.randrange(viewport.height()))
            (qtbot.mouseClick if kind < 0.85 else qtbot.mouseMove)(
                viewport, *((Qt.MouseButton.LeftButton,) if kind < 0.85 else ()), pos=place
            )
        elif kind < 0.96:
            window.board.setFocus()
            qtbot.wait(chance.choice((1, 20)))
        elif kind < 0.98:
            window.resize(chance.choice((900, 1100, 1280)), chance.choice((600, 800)))
        else:
            text, wrt, method = chance.choice(problems)
            window.session.open(text, wrt=wrt, method=method)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_great_many_keys_and_clicks_do_no_harm(qtbot: QtBot, window: MainWindow, seed: int) -> None:
    random_events(qtbot, window, seed, 120)
    window.board.layers.go_out()
    session = window.session
    session.go_to(min(2, session.count))
    line = window.board.line_item(session.position)
    assert line is not None
    assert line.look.current


def test_back_and_forth_keeps_no_more_than_before(qtbot: QtBot, board_window: MainWindow) -> None:
    board, session = board_window.board, board_window.session

    def weigh() -> tuple[int, int, int]:
        qtbot.wait(60)
        return len(board.scene().items()), board._lines.images.bytes, len(board.motions.travels._made)

    board_window.motion.choose("normal")
    for _ in range(2):
        for position in (*range(session.count + 1), *range(session.count, -1, -1)):
            session.go_to(position)
    before = weigh()
    for _ in range(20):
        for position in (*range(session.count + 1), *range(session.count, -1, -1)):
            session.go_to(position)
            board.finish_motion()
    after = weigh()
    assert after[0] == before[0]
    assert after[1] <= before[1] * 2
    assert after[2] <= 8
