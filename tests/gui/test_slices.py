"""Work in slices: one slice of all that is worked at, then the window looks at its events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import inf
from time import sleep, thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from explainer.gui.main_window import MainWindow
from explainer.gui.relay import InTurn
from explainer.gui.slices import Slices

WORKERS, STEPS = 6, 10
WINDOW = "the window"


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr("explainer.gui.slices.SLICE_S", 0.0005)
    return []


def working(done: list[str], name: str, steps: int = STEPS) -> Iterator[None]:
    for _ in range(steps):
        done.append(name)
        sleep(0.001)  # longer than a slice
        yield


def test_between_two_slices_the_window_has_its_turn(qtbot: QtBot, done: list[str]) -> None:
    owner = QObject()
    slices = [Slices(owner) for _ in range(WORKERS)]
    window = QTimer(owner, interval=0)
    window.timeout.connect(lambda: done.append(WINDOW))
    window.start()
    for number, each in enumerate(slices):
        each.add(working(done, str(number)))
    qtbot.waitUntil(lambda: not any(each.working for each in slices), timeout=60_000)
    assert not [pair for pair in pairwise(done) if WINDOW not in pair]
    shares = [done[: len(done) // 2].count(str(number)) for number in range(WORKERS)]
    assert max(shares) - min(shares) <= 1, "each in its turn"


def test_who_is_gone_has_no_turn_and_keeps_nobody_from_theirs(qtbot: QtBot, done: list[str]) -> None:
    gone, there = QObject(), QObject()
    first, second = Slices(gone), Slices(there)
    first.add(working(done, "gone"))
    second.add(working(done, "there"))
    qtbot.waitUntil(lambda: "gone" in done, timeout=60_000)
    delete(gone)
    before = done.count("gone")
    qtbot.waitUntil(lambda: not second.working, timeout=60_000)
    assert (done.count("gone"), done.count("there")) == (before, STEPS)


def test_a_loop_within_a_slice_lets_the_others_go_on(qtbot: QtBot, done: list[str]) -> None:
    def asking() -> Iterator[None]:
        loop = QEventLoop(owner)
        leave = QTimer(owner, interval=1)
        leave.timeout.connect(lambda: None if second.working else loop.quit())
        leave.start()
        loop.exec()
        done.append("answered")
        yield

    owner = QObject()
    first, second = Slices(owner), Slices(owner)
    second.add(working(done, "other"))
    first.add(asking())
    qtbot.waitUntil(lambda: "answered" in done, timeout=60_000)
    assert done.count("other") == STEPS


class Follower(QObject):
    """Notes what it is called for."""

    def __init__(self, done: list[str], name: str) -> None:
        super().__init__()
        self._done, self._name = done, name

    def follow(self) -> None:
        self._done.append(self._name)


def followers(done: list[str], *names: str) -> list[tuple[Follower, InTurn]]:
    made = [Follower(done, name) for name in names]
    return [(one, InTurn(one, one.follow)) for one in made]


def test_what_follows_is_done_at_once_while_there_is_time(done: list[str]) -> None:
    for _, turn in (made := followers(done, "a", "b")):
        turn.call()
    assert done == ["a", "b"]
    assert not any(turn.waiting for _, turn in made)


def test_after_much_work_what_follows_comes_one_by_one_in_its_order(
    qtbot: QtBot, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, names = QObject(), ["a", "b", "c"]
    made = followers(done, *names)
    window = QTimer(owner, interval=0)
    window.timeout.connect(lambda: done.append(WINDOW))
    slices = Slices(owner)
    slices.add(working(done, "slice"))
    QCoreApplication.processEvents()
    done.clear()
    monkeypatch.setattr("explainer.gui.relay.ENOUGH_S", 0.01)
    end = thread_time() + 0.02
    while thread_time() < end:
        pass  # something heavy was done
    for _, turn in made:
        turn.call()
    made[0][1].call()  # asked for again: once is enough
    assert done == []
    window.start()
    qtbot.waitUntil(lambda: not any(turn.waiting for _, turn in made))
    found = [name for name in done if name != WINDOW]
    assert found[:3] == names, "before all that may take its time"
    assert found.count("a") == 1
    assert not [pair for pair in pairwise(done) if WINDOW not in pair]
    made[0][1].call()
    assert done[-1] == "a", "there is time again"


def test_what_is_called_for_while_others_wait_comes_after_them(
    qtbot: QtBot, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (_, first), (_, second) = made = followers(done, "a", "b")
    with monkeypatch.context() as patch:
        patch.setattr("explainer.gui.relay.ENOUGH_S", 0.0)
        first.call()
    second.call()
    assert done == []
    qtbot.waitUntil(lambda: len(done) == len(made))
    assert done == ["a", "b"]


def test_nothing_follows_that_was_stopped_or_whose_owner_is_gone(
    qtbot: QtBot, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (gone, first), (_, stopped), (_, last) = followers(done, "gone", "stopped", "last")
    monkeypatch.setattr("explainer.gui.relay.ENOUGH_S", 0.0)
    for turn in (first, stopped, last):
        turn.call()
    delete(gone)
    stopped.stop()
    qtbot.waitUntil(lambda: not last.waiting)
    assert done == ["last"]


def test_after_heavy_work_a_turn_waits_for_one_look_and_never_for_ever(
    qtbot: QtBot, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explainer.gui.relay.ENOUGH_S", 0.003)

    def work_hard() -> None:
        end = thread_time() + 0.005
        while thread_time() < end:
            pass
        done.append(WINDOW)

    owner = QObject()
    window = QTimer(owner, interval=0)
    window.timeout.connect(work_hard)
    slices = Slices(owner)
    slices.add(working(done, "slice"))
    window.start()
    qtbot.waitUntil(lambda: not slices.working, timeout=60_000)
    window.stop()
    between = "".join("|" if name == "slice" else "." for name in done).strip(".").split("|")
    assert max(map(len, between)) <= 3, "it comes in spite of them"
    assert sum(map(len, between)) > STEPS, "they had their turns before it"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.usefixtures("in_turns")
def test_a_window_that_has_worked_paints_after_it_has_looked_at_what_is_typed(
    window: MainWindow, settled: Callable[[], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled()
    window.projection.start()
    view = window.projection.view
    assert view is not None
    paints_late(window, window.board.viewport(), qtbot, monkeypatch)
    paints_late(view, view.title_card, qtbot, monkeypatch)
    window.projection.screens.toggle_presenter()
    speaker = window.projection.presenter
    assert speaker is not None
    paints_late(speaker, speaker.place, qtbot, monkeypatch)


def paints_late(shown: QWidget, part: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that has worked does not paint when it is asked to, but soon; one that has not paints at once."""
    qtbot.waitUntil(lambda: not part.visibleRegion().isEmpty())
    QApplication.processEvents()
    painted = Paints(part)
    part.update()
    shown.event(QEvent(QEvent.Type.UpdateRequest))  # as Qt asks for it, right behind a key
    assert painted.count == 0
    qtbot.waitUntil(lambda: painted.count > 0)
    with monkeypatch.context() as patch:
        patch.setattr("explainer.gui.relay.ENOUGH_S", inf)
        painted.count = 0
        part.update()
        shown.event(QEvent(QEvent.Type.UpdateRequest))
        assert painted.count == 1


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False
