"""What is freed goes back to the system, while nobody waits."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from textwrap import dedent

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from explainer.gui import MOST_YOUNG, garbage
from explainer.gui.garbage import Tidying


@pytest.fixture
def tidying() -> Iterator[Tidying]:
    """One that goes with the test. Windows of other tests may have theirs still: what is counted may be their doing."""
    made = Tidying(QCoreApplication.instance())
    yield made
    made.setParent(None)
    delete(made)


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back by themselves")

HELD = dedent(
    """
    import os, sys
    from pathlib import Path
    from threading import Thread

    from PySide6.QtGui import QImage

    from explainer.gui.garbage import give_memory_back, keep_few_heaps

    def megabytes():
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def images(sizes):
        made = [QImage(size, size, QImage.Format.Format_ARGB32) for size in sizes]
        for image in made:
            image.fill(1)
        return made

    if sys.argv[1] == "few":
        assert keep_few_heaps()
    images([2000])  # the C library takes it for usual from now on
    kept = []

    def work():
        large = images([600] * 20)
        kept.extend(images([20] * 20))  # they lie behind the large ones
        large.clear()

    before = megabytes()
    for _ in range(6):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    if sys.argv[1] == "few":
        give_memory_back()
    print(megabytes() - before)
    """
)


def _held(manner: str) -> float:
    command = [sys.executable, "-c", HELD, manner]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


@LINUX
def test_images_that_are_gone_hold_no_memory() -> None:
    assert _held("few") < 3
    assert _held("many") > 10  # or the C library does it by itself, and nothing of ours is needed


def test_memory_is_given_back_in_quiet_moments_now_and_then(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    monkeypatch.setattr(garbage, "give_memory_back", lambda: given.append(True))
    monkeypatch.setattr(garbage, "GIVE_BACK_S", 1e9)
    tidying._tidy()
    assert given == []
    monkeypatch.setattr(garbage, "GIVE_BACK_S", 0.0)
    tidying._timer.setInterval(10)
    tidying.put_off()
    qtbot.waitUntil(lambda: bool(given))


@LINUX
def test_a_system_without_these_functions_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert garbage.keep_few_heaps()
    monkeypatch.setattr(garbage, "_of_c_library", lambda name: None)
    assert not garbage.keep_few_heaps()
    assert not garbage.give_memory_back()


def test_all_is_looked_through_after_a_long_rest_in_which_nothing_was_made(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    young = iter((5_000, 9_000, 9_010))
    monkeypatch.setattr(garbage, "give_memory_back", lambda: True)
    monkeypatch.setattr("gc.get_count", lambda: (next(young, 9_010), 0, 0))
    monkeypatch.setattr("gc.collect", lambda generation=2: looked.append(generation) or 0)
    monkeypatch.setattr(garbage, "PAUSE_MS", 1)
    tidying._tidy_all()
    assert 2 not in looked, "for all it knows something goes on"
    qtbot.waitUntil(lambda: 2 in looked)  # windows of other tests may look through the young meanwhile
    assert next(young, None) is None, "it has waited until no more was made"


def test_young_objects_are_looked_through_in_the_thread_of_the_window_before_python_does(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    numbers = {0: garbage.YOUNG - 1, 1: garbage.LEFT_OVER - 1}
    monkeypatch.setattr("gc.collect", lambda generation=2: looked.append(generation) or 0)
    monkeypatch.setattr(garbage, "number_of", numbers.__getitem__)
    tidying._tidy_young()
    assert looked == []
    numbers[0] = garbage.YOUNG
    qtbot.waitUntil(lambda: looked.count(0) >= 2, timeout=30_000)  # by itself; others of other tests may look too
    assert set(looked) == {0}
    numbers[1] = garbage.LEFT_OVER
    qtbot.waitUntil(lambda: 1 in looked, timeout=30_000)
    assert garbage.YOUNG < MOST_YOUNG / 5, "Python would come first, in any thread"


def test_new_objects_count_though_as_many_old_ones_have_gone(tidying: Tidying, monkeypatch: pytest.MonkeyPatch) -> None:
    tidying._look.stop()
    old: list[object] = [[] for _ in range(2 * garbage.YOUNG)]
    gc.collect()
    looked: list[int] = []
    new: list[object] = [[] for _ in range(2 * garbage.YOUNG)]
    old.clear()
    assert gc.get_count()[0] < garbage.YOUNG / 2, "by this number there is nothing to look through"
    monkeypatch.setattr("gc.collect", lambda generation=2: looked.append(generation) or 0)
    tidying._tidy_young()
    assert looked
    assert len(new) == 2 * garbage.YOUNG


def _heap_of_rings() -> None:
    """Make what only a look for garbage lets go: a million lists, each of which holds itself."""
    for _ in range(1_000_000):
        ring: list[object] = []
        ring.append(ring)


def test_nothing_is_looked_through_in_a_thread_beside_the_window(qtbot: QtBot, tidying: Tidying) -> None:
    threads: list[int] = []

    def note(phase: str, _: object) -> None:
        threads.append(threading.get_ident())

    gc.callbacks.append(note)
    try:
        thread = threading.Thread(target=_heap_of_rings)
        thread.start()
        while thread.is_alive():
            thread.join(0.2)  # the window is busy, and looks at its events now and then only
            QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: bool(threads), timeout=30_000)
    finally:
        gc.callbacks.remove(note)
    assert set(threads) == {threading.get_ident()}


def test_python_looks_again_when_the_last_window_is_gone(qtbot: QtBot) -> None:
    first, second = QObject(), QObject()
    before = len(garbage._windows)
    Tidying(first), Tidying(second)
    assert not gc.isenabled()
    delete(first)
    assert not gc.isenabled()
    assert len(garbage._windows) == before + 1
    delete(second)
    assert gc.isenabled() == (before == 0)
    assert len(garbage._windows) == before
