"""What is freed goes back to the system, while nobody waits."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from time import thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QIcon, QPixmap
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import explainer
from explainer.gui import garbage
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


def test_all_is_looked_through_after_a_long_rest_in_which_nothing_was_done(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    tidying._look.stop()
    worked = iter((5.0, 5.0 + 3 * garbage.A_LITTLE_S, 5.0 + 3.5 * garbage.A_LITTLE_S))
    monkeypatch.setattr(garbage, "give_memory_back", lambda: True)
    monkeypatch.setattr(garbage, "thread_time", lambda: next(worked, 6.0))
    monkeypatch.setattr("gc.collect", lambda generation=2: looked.append(generation) or 0)
    monkeypatch.setattr(garbage, "PAUSE_MS", 1)
    tidying._tidy_all()
    assert 2 not in looked, "for all it knows something goes on"
    qtbot.waitUntil(lambda: 2 in looked)  # windows of other tests may look through the young meanwhile
    assert next(worked, None) is None, "it has waited until no more was done"


def test_icons_in_the_sizes_in_which_they_were_shown_go_after_a_long_rest(qtbot: QtBot) -> None:
    """Qt keeps 10 MB of them, one by one among all that comes and goes."""
    pixels = QPixmap(72, 72)
    pixels.fill(Qt.GlobalColor.black)
    icon = QIcon(pixels)
    garbage.let_go_of_all()
    shown = icon.pixmap(31, 31).cacheKey()
    assert icon.pixmap(31, 31).cacheKey() == shown  # it is kept, else nothing would be told
    garbage.let_go_of_all()
    assert icon.pixmap(31, 31).cacheKey() != shown


def test_what_is_new_is_looked_through_in_the_thread_of_the_window_before_python_does(
    qtbot: QtBot, tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    much_s = 0.0

    def look(generation: int = 2) -> int:
        looked.append(generation)
        end = thread_time() + much_s
        while thread_time() < end:
            pass
        return 0

    monkeypatch.setattr("gc.collect", look)
    qtbot.waitUntil(lambda: len(looked) >= 3, timeout=30_000)  # by itself; others of other tests may look too
    assert set(looked) == {0}
    assert tidying._look.interval() == garbage.REST_MS
    much_s = 2 * garbage.MUCH_S
    qtbot.waitUntil(lambda: looked.count(1) >= 2, timeout=30_000)
    assert looked.count(0) > looked.count(1)
    assert tidying._look.interval() == garbage.BUSY_MS


def test_what_is_new_is_looked_through_though_as_much_that_was_old_has_gone(tidying: Tidying) -> None:
    tidying._look.stop()
    many = 20_000
    old: list[object] = [[] for _ in range(many)]
    gc.collect()
    new: list[object] = [[] for _ in range(many)]
    old.clear()
    assert gc.get_count()[0] < many / 10, "by this number there is nothing to look through"
    assert len(gc.get_objects(0)) >= many
    tidying._tidy_young()
    assert len(gc.get_objects(0)) < many / 10
    assert len(new) == many


def test_nobody_asks_for_all_objects_while_threads_make_some() -> None:
    """A tuple that a thread is in the midst of making would have a second holder, and could not be finished."""
    asking = [
        path for path in Path(explainer.__file__).parent.rglob("*.py")
        if re.search(r"gc\.get_(objects|referrers|referents)", path.read_text())
    ]  # fmt: skip
    assert asking == []


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
