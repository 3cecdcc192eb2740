"""Looks for garbage while nobody waits: a collection in the middle of a step would show as a stutter.

Nor is it left to Python, which looks whenever 150,000 objects have come together, in whatever thread makes the last of
them: that took up to 65 ms in the middle of what somebody did, and a look in a thread that derives lets things of Qt go
while the window uses them, which ended the program once in some ten thousand actions. So Python looks no more while
there is a window; the window does it by itself as soon as there are some thousands, a few milliseconds at a time.

All that is old takes a third of a second, so it is done after a minute in which nothing has happened, since what
has lain in the window for long, such as a page, is old when it goes. What was kept because it might be needed soon goes
then, too: formulas that were typeset, letters that were drawn. It is 20 MB at most, but it came little by little among
all that has gone since, so that it kept many times as much from being given back.

What is freed goes back to the system, too. Left to itself, the C library of Linux keeps it: it gives every thread a
heap of its own, of which a window has had dozens, and once a large image has been freed it takes further ones from
these heaps, where any small thing behind them keeps them from shrinking. After a few thousand steps over 150 MB were so
held for nothing.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic, thread_time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmapCache

from explainer.gui.relay import left_s, once
from explainer.threads import let_go

QUIET_MS = 400
"""So long nothing must have happened."""
LONG_QUIET_MS, PAUSE_MS = 60_000, 5_000
"""So long for a look through everything, and then so long without a sign that anything goes on."""
A_LITTLE_S = 0.05
"""A key, a word that is typed or a page that is scrolled is more work than this, the looks of an idle window less."""
BUSY_MS, REST_MS = 10, 60
"""How often what is new is looked through: while much of it comes, and else."""
MUCH_S = 0.001
"""What is new is much where to look it through takes so long: some thousand objects."""
LEFT_OVER_S = 0.008
"""After so long with what was new also those are looked through that were left over: that takes no longer."""
GIVE_BACK_S = 15.0
"""So long at least is between two times that free memory is given back: it takes some milliseconds."""
_MOST_HEAPS = 2
"""One for the window, one for what works beside it: of several threads that derive only one has its turn at a time."""
_LARGE_BYTES = 128 * 1024
"""From this size on a piece of memory is no part of a heap, and goes back by itself; once set, the size is fixed."""
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # M_MMAP_THRESHOLD and M_ARENA_MAX of malloc.h


def keep_what_is_loaded() -> None:
    """Never look again through what is there now."""
    gc.freeze()


def _of_c_library(name: str) -> Callable[..., int] | None:
    """A function of the C library of Linux; None on other systems, and where their library has none of this name."""
    if sys.platform != "linux":
        return None
    import ctypes

    found: Callable[..., int] | None = getattr(ctypes.CDLL(None), name, None)
    return found


def keep_few_heaps() -> bool:
    """Let the C library keep few heaps and no large images in them; return whether it has taken that on."""
    choose = _of_c_library("mallopt")
    if choose is None:
        return False
    return all([choose(_ARENA_MAX, _MOST_HEAPS), choose(_MMAP_THRESHOLD, _LARGE_BYTES)])


def give_memory_back() -> bool:
    """Give the system what is free in the heaps; return whether anything could be given."""
    give = _of_c_library("malloc_trim")
    return give is not None and bool(give(0))


_windows: list[int] = []
"""One for each window that looks for garbage now."""


def _look_instead_of_python(number: int) -> None:
    _windows.append(number)
    gc.disable()


def _leave_it_to_python(number: int) -> None:
    _windows.remove(number)
    if not _windows:
        gc.enable()


def let_go_of_all() -> None:
    """Keep nothing that nobody needs, nor what can be made again; it takes a third of a second."""
    let_go()
    QPixmapCache.clear()  # icons in the sizes in which they were shown: some MB once there have been many dialogs
    gc.collect()
    give_memory_back()


def _nothing() -> None:
    """Nothing is to be made again."""


class Tidying(QObject):
    """Looks for garbage once there has been nothing to do for a moment; `put_off` says that there was.

    After a long rest it lets go of all that can be made again, and what is likely to be needed next is made `again`. As
    long as there is one, Python does not look by itself.
    """

    def __init__(self, parent: QObject, again: Callable[[], object] = _nothing) -> None:
        super().__init__(parent)
        self._again = again
        _look_instead_of_python(id(self))
        self.destroyed.connect(partial(_leave_it_to_python, id(self)))
        self._timer = once(self, QUIET_MS, self._tidy)
        self._long = once(self, LONG_QUIET_MS, self._tidy_all)
        self._look = QTimer(self, interval=REST_MS)
        self._look.timeout.connect(self._tidy_young)
        self._look.start()
        self._given = monotonic()
        self._looked_s = self._worked_s = 0.0
        self._put_off = False

    def put_off(self) -> None:
        """Wait for the next quiet moment."""
        self._timer.start()
        self._long.start(LONG_QUIET_MS)

    def _tidy_young(self) -> None:
        """Look through what is new, however much it is.

        How much cannot be known before: `gc.get_count` takes off what has gone, of whatever age, so that a hundred
        thousand objects were a few where as many went; and to ask for the objects holds them, while a thread may be in
        the midst of making one.
        """
        self._put_off = not self._put_off and not left_s(LEFT_OVER_S)
        if self._put_off:
            return
        left_over = self._looked_s >= LEFT_OVER_S
        began = thread_time()
        gc.collect(1 if left_over else 0)
        took = thread_time() - began
        self._looked_s = 0.0 if left_over else self._looked_s + took
        if took >= MUCH_S:
            self._long.start(LONG_QUIET_MS)  # so much does not come together where nothing happens
        self._look.setInterval(BUSY_MS if took >= MUCH_S else REST_MS)

    def _tidy(self) -> None:
        gc.collect(0)
        if monotonic() - self._given >= GIVE_BACK_S:
            give_memory_back()
            self._given = monotonic()

    def _tidy_all(self) -> None:
        before, self._worked_s = self._worked_s, thread_time()
        if self._worked_s - before > A_LITTLE_S:  # somebody types or reads, or something is derived
            self._long.start(PAUSE_MS)
            return
        let_go_of_all()
        self._given = monotonic()
        self._again()
