"""Derivations that never end: the window lives, they can be cancelled, and nothing that was there is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from explainer.budget import spend
from explainer.figures import Figure
from explainer.figures.figure import FigureKind
from explainer.gui.main_window import MainWindow
from explainer.gui.panels.figure_tab import FigureTab
from explainer.gui.panels.number_rows import NumbersRole
from explainer.gui.reading.page_cards import ProblemCard
from explainer.lessons import library
from explainer.session.kept.document import Document, save_document
from explainer.session.numbers.numbers import NumberLine, Numbers
from explainer.session.session import Request
from tests.endless import AT_ONCE, LATER, put_into_the_table

Wait = Callable[[], None]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LESSON = """
id = "endless"
title = "My lesson"
section = "Of my own"
goals = ["See that {x^2} has a slope."]

[[blocks]]
kind = "problem"
id = "endless-1"
title = "A square of my own"
text = "x^2"
wrt = "x"
method = "METHOD"
"""


@pytest.fixture(autouse=True)
def endless(monkeypatch: pytest.MonkeyPatch, patience: None) -> None:
    """All of them can be asked for, nobody waits long, and it is soon offered to cancel them."""
    put_into_the_table(monkeypatch)
    monkeypatch.setattr(library, "_opened", {})
    monkeypatch.setattr("explainer.session.session.OPEN_PATIENCE_MS", 30.0)
    monkeypatch.setattr("explainer.session.session.PATIENCE_MS", 30.0)
    monkeypatch.setattr("explainer.gui.away.PATIENCE_MS", 30.0)
    monkeypatch.setattr("explainer.gui.patience.OFFER_S", 0.1)
    monkeypatch.setattr("explainer.gui.patience._LOOK_MS", 20)


@pytest.fixture
def heart(window: MainWindow) -> Iterator[Callable[[], int]]:
    """How often the window's loop of events has gone round."""
    beats = [0]
    timer = QTimer(window, interval=5)

    def beat() -> None:
        beats[0] += 1

    timer.timeout.connect(beat)
    timer.start()
    yield lambda: beats[0]
    timer.stop()


def _alive(window: MainWindow, qtbot: QtBot, heart: Callable[[], int]) -> None:
    """Wait until it is offered to cancel; the window lives while it is waited for."""
    qtbot.waitUntil(lambda: window.patience.offered)
    before = heart()
    qtbot.waitUntil(lambda: heart() > before + 5)
    # Where one of several things has ended, it is offered once more after the others have taken long.
    qtbot.waitUntil(lambda: window.patience.offered)


def _cancelled(window: MainWindow, qtbot: QtBot, heart: Callable[[], int], *, by_key: bool = True) -> None:
    """Wait until it is offered to cancel, while the window lives, do it, and wait until nothing goes on any more."""
    _alive(window, qtbot, heart)
    bar = window.patience.bar
    assert bar is not None
    button = bar.findChild(QPushButton, "cancel_work")
    assert isinstance(button, QPushButton)
    assert button.isVisibleTo(window)
    if by_key:
        qtbot.keyClick(window.board, Qt.Key.Key_Escape)
    else:
        button.click()
    assert not window.patience.offered
    qtbot.waitUntil(lambda: not window.signals.working)
    assert not window.patience.offered


def _typed(window: MainWindow, qtbot: QtBot, text: str, method: str) -> None:
    bar = window.problem_bar
    bar.method.add_choice(method.capitalize(), method)
    bar.method.setCurrentIndex(bar.method.findData(method))
    bar.expression.setFocus()
    bar.expression.selectAll()
    qtbot.keyClicks(bar.expression, text)
    qtbot.keyClick(bar.expression, Qt.Key.Key_Return)


@pytest.mark.parametrize("method", AT_ONCE)
def test_a_typed_function_that_never_begins_is_cancelled(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], method: str
) -> None:
    settled()
    _typed(window, qtbot, "x^5", method)
    assert window.session.busy
    _cancelled(window, qtbot, heart, by_key=method == "spinning")
    assert window.problem_bar.expression.text() == "x^5"
    said = window.message.text() + window.problem_bar.error.text()
    assert "cancelled" in said
    _typed(window, qtbot, "x^6", "auto")
    settled()
    assert window.session.text == "x^6"
    assert "cancelled" not in window.message.text() + window.problem_bar.error.text()


@pytest.mark.parametrize("method", LATER)
def test_a_typed_function_that_never_ends_keeps_its_steps(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], method: str
) -> None:
    settled()
    _typed(window, qtbot, "x^5", method)
    qtbot.waitUntil(lambda: window.session.text == "x^5")
    qtbot.keyClick(window.board, Qt.Key.Key_End)
    _cancelled(window, qtbot, heart)
    assert window.session.complete
    assert window.session.position == window.session.count >= 3
    assert "cancelled" in window.message.text()
    assert window.transport.timeline.model().rowCount() == window.session.count + 1
    qtbot.keyClick(window.board, Qt.Key.Key_Left)
    assert window.session.position == window.session.count - 1


@pytest.mark.parametrize("method", LATER)
def test_the_class_is_asked_about_a_derivation_that_never_ends(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], method: str
) -> None:
    """The question looks at the steps that are there, and waits for no other."""
    settled()
    _typed(window, qtbot, "x^5", method)
    qtbot.waitUntil(lambda: window.session.text == "x^5" and window.session.count >= 3)
    assert not window.session.complete
    qtbot.keyClick(window.board, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.projection.active)
    view = window.projection.view
    assert view is not None
    for asked in ("which rule comes next", "What "):
        before = heart()
        qtbot.keyClick(view.board, Qt.Key.Key_Q)
        qtbot.waitUntil(lambda asked=asked: asked in view.question.asked.text())
        assert not window.session.complete
        qtbot.waitUntil(lambda before=before: heart() > before)
    assert window.session.trace is not None
    assert not window.session.trace.complete
    window.projection.leave()
    window.session.cancel()


def test_stepping_goes_on_while_another_problem_is_waited_for(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int]
) -> None:
    settled()
    text = window.session.text
    _typed(window, qtbot, "x^5", "spinning")
    window.board.setFocus()
    for place in (1, 2, 3):
        qtbot.keyClick(window.board, Qt.Key.Key_Right)
        assert (window.session.text, window.session.position) == (text, place)
    _cancelled(window, qtbot, heart)


def test_another_problem_takes_the_place_of_one_that_is_waited_for(
    window: MainWindow, qtbot: QtBot, settled: Wait
) -> None:
    settled()
    _typed(window, qtbot, "x^5", "spinning")
    _typed(window, qtbot, "x^7", "auto")
    qtbot.waitUntil(lambda: window.session.text == "x^7")
    settled()
    assert not window.patience.offered
    assert window.session.error is None


@pytest.mark.parametrize("method", [*AT_ONCE, *LATER])
def test_a_file_that_never_ends_is_cancelled(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], tmp_path: Path, method: str
) -> None:
    settled()
    file = tmp_path / "endless.derivation"
    save_document(Document(Request("x^5", "x", {}, method), position=1_000_000), file)
    kept = file.read_bytes()
    assert window.files.open(file)
    _cancelled(window, qtbot, heart)
    assert file.read_bytes() == kept
    assert "cancelled" in window.message.text()


@pytest.mark.parametrize("method", ["spinning", "late_spinning"])
def test_a_lesson_of_ones_own_that_never_ends_is_cancelled_and_told_of(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], tmp_path: Path, method: str
) -> None:
    settled()
    file = tmp_path / "endless.toml"
    file.write_text(LESSON.replace("METHOD", method))
    assert window.files.open(file), window.message.text()
    _alive(window, qtbot, heart)
    assert window.lesson_faults.working
    qtbot.keyClick(window.board, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.lesson_faults.working)
    view = window.reading.view
    assert view is not None
    (card,) = view.findChildren(ProblemCard)
    card.button.click()
    if method == "late_spinning":
        qtbot.waitUntil(lambda: window.session.text == "x^2")
        window.stepping.last()
    _cancelled(window, qtbot, heart)


@pytest.mark.parametrize("method", ["spinning", "late_spinning"])
def test_the_printing_of_a_lesson_that_never_ends_can_be_ended(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], tmp_path: Path, method: str
) -> None:
    settled()
    file = tmp_path / "endless.toml"
    file.write_text(LESSON.replace("METHOD", method))
    assert window.files.open(file), window.message.text()

    def ended(working: Callable[[], bool]) -> bool:
        """Cancelled whenever that is offered; several things may take long."""
        if window.patience.offered:
            window.leave()
        return not working()

    qtbot.waitUntil(lambda: ended(lambda: window.lesson_faults.working), timeout=60_000)
    window.ways_out.print()
    printing = window.ways_out.printing
    _alive(window, qtbot, heart)
    assert printing.busy
    qtbot.waitUntil(lambda: ended(lambda: printing.busy), timeout=60_000)
    assert window.notices.bar is None
    printing.close()


def test_a_lesson_with_a_problem_that_is_refused_is_not_printed_and_says_why(
    window: MainWindow, qtbot: QtBot, settled: Wait, tmp_path: Path
) -> None:
    settled()
    file = tmp_path / "refused.toml"
    file.write_text(LESSON.replace("METHOD", "auto").replace('text = "x^2"', 'text = "sin("'))
    assert window.files.open(file), window.message.text()
    qtbot.waitUntil(lambda: not window.lesson_faults.working, timeout=30_000)
    window.ways_out.print()
    qtbot.waitUntil(lambda: not window.ways_out.printing.busy, timeout=30_000)
    assert window.ways_out.printing.preview is None
    assert "It cannot be printed" in window.message.text()
    assert "bracket" in window.message.text()


def test_methods_that_never_end_are_compared_until_that_is_cancelled(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.session.work.GIVE_UP_S", 0.4)
    settled()
    window.reading.compare()
    view = window.reading.view
    assert view is not None
    assert view.body is not None
    _alive(window, qtbot, heart)
    body = view.body

    def cancelled() -> bool:
        """Each of the methods is to be cancelled by itself."""
        if window.patience.offered:
            window.leave()
        return not body.slices.working

    qtbot.waitUntil(cancelled, timeout=60_000)


def test_a_figure_that_never_ends_is_cancelled_and_says_so(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    tab = window.findChild(FigureTab, "dataflow")
    assert isinstance(tab, FigureTab)

    def draw(kind: FigureKind, trace: object, options: object) -> Figure:
        while True:
            spend()

    with monkeypatch.context() as patch:
        patch.setattr(FigureKind, "draw", draw)
        window.tabs.setCurrentWidget(tab)
        _cancelled(window, qtbot, heart)
        qtbot.waitUntil(lambda: not tab.busy)
    assert tab.figure is None
    assert "cancelled" in tab.accessibleDescription()
    assert window.session.complete
    window.session.go_to(1)
    qtbot.waitUntil(lambda: not tab.busy)
    assert tab.figure is not None


def _never_by_looking(*_: object) -> NoReturn:
    while True:
        spend()


def _never_without_a_look(*_: object) -> NoReturn:
    while True:
        pass


@pytest.mark.parametrize(
    ("what", "never"),
    [
        ("beginning", _never_by_looking),
        ("read_typed", _never_without_a_look),
        ("Numbers", _never_by_looking),
        ("Numbers.some", _never_without_a_look),
    ],
)
def test_numbers_that_never_come_are_cancelled_and_say_so(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int], monkeypatch: pytest.MonkeyPatch,
    what: str, never: Callable[..., NoReturn],
) -> None:  # fmt: skip
    """Whatever of it takes for ever: finding values to begin with, reading what is typed, or evaluating a line."""
    settled()
    tab = window.numbers
    module = "inputs" if what == "read_typed" else "numbers"
    with monkeypatch.context() as patch:
        patch.setattr(f"explainer.session.numbers.{module}.{what}", never)
        window.tabs.setCurrentWidget(tab)
        _cancelled(window, qtbot, heart)
        qtbot.waitUntil(lambda: not tab.working)
    table, fields = tab.table, tab.fields
    assert table is not None
    assert fields is not None
    told = [tab.accessibleDescription(), *(table.item(row).text() for row in range(table.count()))]
    assert any("The calculation was cancelled." in text for text in told), told
    _type_number(qtbot, window, "3")
    qtbot.waitUntil(lambda: not tab.working)
    assert "lines have the value that was measured" in tab.accessibleDescription()


@pytest.mark.parametrize("never", [_never_by_looking, _never_without_a_look])
def test_a_number_that_is_typed_takes_the_place_of_one_that_is_waited_for(
    window: MainWindow, qtbot: QtBot, settled: Wait, monkeypatch: pytest.MonkeyPatch, never: Callable[..., NoReturn]
) -> None:
    settled()
    tab, some = window.numbers, Numbers.some
    window.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: tab.fields is not None and not tab.working)

    def endless_for_two(numbers: Numbers, wanted: Sequence[int], seconds: float) -> tuple[NumberLine, ...]:
        if numbers.line(0).value == numbers_at_two:
            never()
        return some(numbers, wanted, seconds)

    numbers_at_two = Numbers(window.session.trace, {"x": 2.0}).line(0).value  # type: ignore[arg-type]
    monkeypatch.setattr(Numbers, "some", endless_for_two)
    _type_number(qtbot, window, "2")
    qtbot.wait(200)
    assert tab.working
    _type_number(qtbot, window, "3")
    qtbot.waitUntil(lambda: not tab.working)
    assert "lines have the value that was measured" in tab.accessibleDescription()
    table = tab.table
    assert table is not None
    shown = [table.item(row).data(NumbersRole).grid for row in range(table.count())]
    assert len(set(shown)) == 1
    assert shown[0], "a late answer must not stand for what is typed now"
    qtbot.waitUntil(lambda: not window.patience.offered)
    window.session.first()
    _type_number(qtbot, window, "2")
    qtbot.wait(200)
    assert window.session.open("x^3", "x")
    qtbot.waitUntil(lambda: not tab.working and window.session.complete)


def _type_number(qtbot: QtBot, window: MainWindow, text: str) -> None:
    fields = window.numbers.fields
    assert fields is not None
    (field,) = fields.fields.values()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_undo_to_a_problem_that_never_begins_is_cancelled(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int]
) -> None:
    settled()
    _typed(window, qtbot, "x^5", "trying")
    _cancelled(window, qtbot, heart)
    _typed(window, qtbot, "x^6", "auto")
    settled()
    window.problems.undo()
    if window.session.busy:
        qtbot.waitUntil(lambda: window.patience.offered or not window.session.busy)
        window.leave()
    qtbot.waitUntil(lambda: not window.session.busy)


def test_the_projection_says_that_it_takes_long_and_escape_cancels_and_stays(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int]
) -> None:
    settled()
    _typed(window, qtbot, "x^5", "late")
    qtbot.waitUntil(lambda: window.session.text == "x^5")
    window.projection.start_here()
    view = window.projection.view
    assert view is not None
    qtbot.keyClick(view.board, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.patience.offered)
    assert "takes long" in view.caption.title
    qtbot.keyClick(view.board, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.session.complete)
    assert window.projection.active
    assert "takes long" not in view.caption.title
    assert "cancelled" in window.message.text()
    qtbot.keyClick(view.board, Qt.Key.Key_Escape)
    assert not window.projection.active


def test_the_window_closes_while_something_never_ends(qtbot: QtBot) -> None:
    window = MainWindow(Request("x^5", "x", {}, "spinning"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.busy)
    session = window.session
    assert window.close()
    qtbot.waitUntil(lambda: not session.busy)


def test_who_insists_on_an_answer_gets_one_and_the_window_lives(
    window: MainWindow, qtbot: QtBot, settled: Wait, heart: Callable[[], int]
) -> None:
    settled()
    before = heart()
    leaving = QTimer(window, interval=20)
    leaving.timeout.connect(lambda: window.patience.offered and window.leave())
    leaving.start()
    opened = window.session.open("x^5", "x", method="trying")
    leaving.stop()
    assert heart() > before + 1
    assert opened is (window.session.text == "x^5")
    said = window.message.text() + window.problem_bar.error.text()
    assert "cancelled" in said
