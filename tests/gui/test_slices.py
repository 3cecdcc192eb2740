"""Work in slices: one slice of all that is worked at, then the window looks at its events."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from time import sleep

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot
from shiboken6 import delete

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
