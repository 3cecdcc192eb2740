"""Who owns what: nothing is left behind when it closes, nobody holds what another one has deleted."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import weakref
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from explainer.engine import Trace
from explainer.gui.away import Away
from explainer.gui.board.line import BoardLine
from explainer.gui.look.spoken_language import language
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.figure_tab import FigureTab
from explainer.gui.problem.shape_dialog import ShapeDialog
from explainer.gui.reading.page_body import PageBody
from explainer.gui.slices import Slices
from explainer.lessons import all_lessons
from explainer.session.course.shelf import lesson_address
from explainer.session.work import Work
from explainer.typeset import theme_names
from tests.gui.waiting import change_seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Wait = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
LONG = "(x+1)(x+2)(x+3)(x+4)(x+5)(x+6) sin(x)"


class _Finalized:
    """Notes in which thread it is let go of."""

    def __init__(self, seen: list[int]) -> None:
        self.seen = seen

    def __del__(self) -> None:
        self.seen.append(threading.get_ident())


@pytest.mark.usefixtures("old_is_kept")
@pytest.mark.parametrize("dropped", [False, True])
def test_what_a_thread_was_given_is_let_go_of_in_the_thread_of_the_window(qtbot: QtBot, *, dropped: bool) -> None:
    seen: list[int] = []
    owner, answers, going, go_on = QObject(), list[object](), threading.Event(), threading.Event()
    away = Away(owner)

    def begin(held: _Finalized) -> None:
        def work() -> int:
            going.set()
            assert go_on.wait(60)
            return len(held.seen)

        away.do(work, answers.append, answers.append, 0.0)

    begin(_Finalized(seen))
    assert going.wait(60)
    if dropped:
        away.drop()
    gc.collect()
    go_on.set()
    qtbot.waitUntil(lambda: dropped or bool(answers), timeout=60_000)

    def is_let_go_of() -> bool:
        away.do(lambda: 1, answers.append, answers.append, 0.0)  # whatever is done next
        return bool(seen)

    qtbot.waitUntil(is_let_go_of, timeout=60_000)
    assert seen == [threading.get_ident()]
    away.drop()


def _tidied() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def _objects(window: MainWindow) -> int:
    return len(window.findChildren(QObject))


def _open_settings(window: MainWindow) -> QDialog | None:
    window.settings.show_dialog()
    return window.settings.dialog


def _open_about(window: MainWindow) -> QDialog | None:
    window.ways_out.show_about()
    return window.ways_out.about


def _open_keys(window: MainWindow) -> QDialog | None:
    window.show_keys()
    return window._keys.last


def _open_export(window: MainWindow) -> QDialog | None:
    window.ways_out.export()
    return window.ways_out.exporting.dialog


def _open_shape(window: MainWindow) -> QDialog | None:
    preview = window.session.look_at("x^2")
    window.problem_bar.shapes.ask_size("x", preview.shapes["x"])
    return window.findChild(ShapeDialog)


OPENINGS = 9
DIALOGS = (_open_settings, _open_about, _open_keys, _open_export, _open_shape)


@pytest.mark.parametrize("show", DIALOGS)
@pytest.mark.parametrize("end", ["close", "reject"])
def test_opening_a_dialog_again_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, settled: Wait, show: Callable[[MainWindow], QDialog | None], end: str
) -> None:
    settled()
    counts = list[int]()
    for _ in range(OPENINGS):
        dialog = show(window)
        assert dialog is not None
        assert dialog.isVisible()
        _tidied()
        getattr(dialog, end)()
        _tidied()
        counts.append(_objects(window))
        if len(counts) >= 3 and len(set(counts[-3:])) == 1:
            break
    # What the window itself makes late may come in between, but not again and again.
    assert counts[-3] == counts[-2] == counts[-1], f"each opening leaves something behind: {counts}"


@pytest.mark.parametrize("show", [show for show in DIALOGS[:4] if show is not _open_keys])  # there they are a card
def test_a_dialog_comes_above_the_window_in_use(
    window: MainWindow, settled: Wait, show: Callable[[MainWindow], QDialog | None]
) -> None:
    settled()
    first = show(window)
    window.projection.start_here()
    second = show(window)
    assert first is not None
    assert second is not None
    assert second.parentWidget() is window.projection.front
    assert second.isVisible()
    second.close()
    window.projection.leave()
    _tidied()


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_a_lit_term_does_not_blank_the_projection(
    window: MainWindow, qtbot: QtBot, settled: Wait, size: tuple[int, int]
) -> None:
    assert window.session.open(LONG, "x")
    settled()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    view = window.projection.view
    assert view is not None
    view.setWindowState(view.windowState() & ~Qt.WindowState.WindowFullScreen)
    view.resize(*size)
    _tidied()
    board = view.board
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)  # nothing can be pointed at on the title
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(board.isVisible)
    smaller = set()
    for _ in range(window.session.count):
        qtbot.keyClick(board, Qt.Key.Key_Right, CTRL)
        assert board.lit_node() is not None
        qtbot.keyClick(board, Qt.Key.Key_Right)
        smaller.add(board.em_px < board.normal_em_px)
        line = board.line_item(window.session.position)
        assert line is not None
        assert line.scene() is board.scene()
        assert board.itemAt(board.mapFromScene(line.sceneBoundingRect().center())) is not None
    assert True in smaller, "no line needed another size, so nothing was tried"


@pytest.mark.parametrize("change", ["theme", "size", "width", "language", "checks", "zoom", "substeps"])
def test_a_lit_term_outlives_no_change_of_the_board(
    window: MainWindow, qtbot: QtBot, settled: Wait, change: str
) -> None:
    settled()
    window.session.last()
    board = window.board
    board.move_term("right")
    assert board.lit_node() is not None
    {
        "theme": window.appearance.next_theme,
        "size": window.appearance.zoom_in,
        "width": lambda: window.resize(900, 700),
        "language": board.retell,
        "checks": board.toggle_checks,
        "zoom": board.toggle_zoom,
        "substeps": lambda: board.toggle_substeps() or board.rebuild(),
    }[change]()
    change_seen(window)
    _tidied()
    board.move_term("right")
    assert board.lit_node() is not None
    assert board.put_out()


@pytest.mark.parametrize("finder", ["Ctrl+F", "Ctrl+R"])
def test_the_keys_of_a_list_go_on_past_its_ends(window: MainWindow, qtbot: QtBot, settled: Wait, finder: str) -> None:
    settled()
    for text in ("x^2", "x^3", "x^4"):
        assert window.session.open(text, "x")
        window.problem_bar.history.keep(window.session.request)
    if finder == "Ctrl+F":
        window.reading.ask()
        found = window.reading._finder
    else:
        window.problem_bar.search_history()
        found = window.problem_bar.history._finder
    assert found is not None
    count = found.list.count()
    assert count >= 3
    rows = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up):
        qtbot.keyClick(found.field, key)
        rows.append(found.list.currentRow())
    assert rows[:3] == [count - 1, 0, 0]
    assert rows[4] == (rows[3] - 1) % count
    for _ in range(count + 2):
        qtbot.keyClick(found.field, Qt.Key.Key_PageDown)
    assert found.list.currentRow() == count - 1
    found.list.setFocus()
    qtbot.keyClick(found.list, Qt.Key.Key_Down)
    qtbot.keyClick(found.list, Qt.Key.Key_PageDown)
    assert 0 <= found.list.currentRow() < count
    found.leave()


def test_the_keys_of_an_empty_list_do_nothing(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    window.reading.ask()
    found = window.reading._finder
    assert found is not None
    qtbot.keyClicks(found.field, "qqqqqqqq")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        qtbot.keyClick(found.field, key)
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert found.isVisible()
    found.leave()


def test_a_focus_that_was_deleted_stops_no_change_of_language(window: MainWindow, qtbot: QtBot, settled: Wait) -> None:
    settled()
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    window.reading.ask()
    found = window.reading._finder
    assert found is not None
    field.deleteLater()
    _tidied()
    try:
        language().choose("de")
        change_seen(window)
        assert not found.isVisible()
        assert window.tabs.tabText(0) == "Warum"
    finally:
        language().choose("en")


COPYING = """
import explainer
from PySide6.QtWidgets import QApplication
from explainer.gui.formulas.copying import made, put_on_clipboard
application = QApplication([])
put_on_clipboard({0!r}, made(explainer.parse("x^2"), {0!r}, {1!r}))
assert application.clipboard().mimeData().formats()
"""


@pytest.mark.parametrize("form", ["text", "png"])
def test_the_program_ends_well_with_something_on_the_clipboard(form: str) -> None:
    script = COPYING.format(form, theme_names()[0])
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def census() -> Counter[str]:
    """How many there are of what must not pile up, once all garbage is gone."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    kinds = (Trace, Work, QTimer, QThread, Slices, Away, QDialog, PageBody, BoardLine)
    # By type: objects of other libraries may warn, or do things, where they are asked for their class.
    found = Counter(
        next(k.__name__ for k in kinds if issubclass(type(one), k))
        for one in gc.get_objects()
        if issubclass(type(one), kinds)
    )
    found["widgets"] = len(QApplication.allWidgets())
    return found


@pytest.mark.usefixtures("old_is_kept")
def test_rounds_of_everything_leave_nothing_behind(
    window: MainWindow, settled: Wait, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.gui.look.one_dialog.FORGET_MS", 1)
    lessons = all_lessons()

    def go_round(number: int) -> None:
        window.session.open(("ln(sin(x^3)^2)", "w · x + b", "sum(x ⊗ x)")[number % 3], wrt="x")
        settled()
        for _ in range(3):
            window.session.next()
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
        window.reading.open(lesson_address(lessons[number % 2]))
        QApplication.processEvents()
        window.appearance.next_theme()
        change_seen(window)
        window.reading.show_rule("product")
        view = window.reading.view
        assert view is not None
        qtbot.waitUntil(lambda: view.body is not None and not view.body.working)
        window.settings.show_dialog()
        window.settings.close()
        window.board.layers.show_overview()
        window.projection.start()
        QApplication.processEvents()
        window.projection.leave()
        window.session.open("x^2", wrt="x")
        settled()
        qtbot.waitUntil(
            lambda: not any(isinstance(one, FigureTab) and one.busy for one in window.figures), timeout=20_000
        )

    for number in range(2):
        go_round(number)
    qtbot.wait(150)
    before = census()
    for number in range(2, 5):  # what each round left behind would be three more, and as many of each kind as it makes
        go_round(number)
    more: dict[str, int] = {}

    def is_gone() -> bool:
        """Whether nothing is left but what is always there; on a busy machine the last of it goes late."""
        more.clear()
        more.update({kind: count - before[kind] for kind, count in census().items() if count > before[kind] + 2})
        return not more

    with suppress(TimeoutError):
        qtbot.waitUntil(is_gone, timeout=10_000)
    assert not more


@pytest.mark.usefixtures("old_is_kept")
def test_a_thread_that_goes_on_behind_a_closed_window_keeps_nothing_of_it(qtbot: QtBot) -> None:
    made: MainWindow | None = MainWindow()
    assert made is not None
    made.show()
    qtbot.waitUntil(lambda: made is not None and made.session.trace is not None, timeout=60_000)
    held_by_a_thread = made.session.wishes
    board = weakref.ref(made.board)
    made.leaving = True
    made.close()
    made.deleteLater()
    made = None

    def is_gone() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return board() is None

    qtbot.waitUntil(is_gone, timeout=60_000)
    assert not held_by_a_thread.in_a_hurry()
    held_by_a_thread.tell()
