"""Work in a thread of its own, which can be stopped at any time and never runs away from who waits for it.

Why a thread and not a process. Both were measured with a derivation that takes minutes, while somebody steps in the
window (median and worst time of a step with its painting, worst gap between two looks of the window at its events):

    nothing else going on                                  2.6 ms     8 ms    gap 15 ms
    thread, Python's 5 ms between two switches              30 ms    73 ms    gap 211 ms
    thread, 0.5 ms between two switches                    6.4 ms    18 ms    gap 28 ms
    the same, and a pause at each look at the budget       2.7 ms    10 ms    gap 24 ms
    a loop without any look, 0.5 ms                        3.4 ms    15 ms    gap 36 ms

A process would leave the window alone altogether, but the first step would take 0.35 s until a new one is warm (one
kept warm costs 40 MB or more), a derivation of 30 lines would take 90 ms and more to come over as data, and the window
needs the expressions themselves: it lights terms, draws lines, derives parts. With a thread the first step comes as
fast as before. What a thread cannot do, be killed, is made up for in three stages: the budget, at which every rule
tried and every node made looks, ends the work within a millisecond; an exception put into the thread ends a loop that
never looks; and what does not even heed that is left alone, its answer unheard.
"""

from __future__ import annotations

import atexit
import gc
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import perf_counter
from types import FrameType
from typing import Any, Generic, TypeVar

from explainer.budget import LONGEST_SECONDS, Budget, CancelledError
from explainer.errors import LimitError
from explainer.phrases import as_here, phrase

News = TypeVar("News")

SWITCH_S = 0.0005
"""How long one thread may compute while another one waits for its turn."""
HEED_S = 0.15
"""After this long a thread that was asked to stop is stopped by an exception, again and again: in seconds that it has
computed, for one that waits for its turn on a busy machine is not deaf."""
GIVE_UP_S = 2.0
"""After this long one no longer waits for it; it is told to stop as long as it goes on, as it may just be loading."""
GRACE_S = 5.0
"""So much longer than its budget allows work may take that never looks at its budget."""
_ROUND_S = 0.05
"""How often one looks whether something does not stop."""
_STACK_BYTES = 16 * 1024 * 1024
"""Room for deep expressions; some systems give threads much less than the first one has."""


_TRIES = 20
"""So often one looks for a moment in which a thread may be stopped, before the next round."""
_ARRIVAL_S = 0.03
"""Some switches between threads: by then the one that is stopped has come to its next line."""
_DROP = "drop_what_gets_lost"
_SPARED_FILES = ("<frozen importlib", weakref.__file__)


class _StoppedError(CancelledError):
    """Put into a thread that does not look at its budget; Python makes it without arguments."""

    def __init__(self) -> None:
        super().__init__(phrase("the derivation was cancelled"))


class _OverdueError(LimitError):
    """The same where nobody has cancelled it."""

    def __init__(self) -> None:
        super().__init__(phrase("the derivation was stopped: it takes longer than {0} s", f"{LONGEST_SECONDS:g}"))


class PoliteBudget(Budget):
    """A budget for work beside a window: at every look another thread that waits has its turn."""

    def look(self) -> None:
        super().look()
        time.sleep(0)


def _nobody() -> None:
    """Tells nobody."""


class Work(Generic[News]):
    """Goes through pieces of work in a thread; after each piece it waits until somebody has taken what it brought.

    So there is never more than one piece that nobody has seen, and the work goes on as fast as it is followed. `told`
    is called in the thread of the work when there is something to take.
    """

    def __init__(
        self, pieces: Callable[[], Iterator[News]], budget: Budget | None = None, told: Callable[[], None] = _nobody
    ) -> None:
        self.budget = budget or PoliteBudget()
        self._pieces: Callable[[], Iterator[News]] | None = pieces
        self._told = told
        self._turn = threading.Condition()
        self._slot: list[News] = []
        self._error: BaseException | None = None
        self._over = self._left = self._given_up = False
        self._began: float | None = perf_counter()
        self._stopping: tuple[float, float, type[_StoppedError] | type[_OverdueError]] | None = None
        self._clock: int | None = None
        sys.setswitchinterval(min(SWITCH_S, sys.getswitchinterval()))
        known = threading.stack_size(_STACK_BYTES)
        self._thread = threading.Thread(target=as_here(self._run), name="derivation", daemon=True)
        self._thread.start()
        threading.stack_size(known)
        _warden.look_after(self)

    # --- what others see ---------------------------------------------------------------------------------------------

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self._over and not self._slot

    @property
    def busy_s(self) -> float:
        """How long the piece has been worked on that is worked on now; 0 while nothing is, or it is to stop."""
        began = self._began
        return 0.0 if began is None or self.ended or self.cancelled else perf_counter() - began

    @property
    def cancelled(self) -> bool:
        """Whether it is to stop."""
        return self._stopping is not None

    def take(self, patience_s: float = 0.0) -> News | None:
        """What the work has brought, waiting for it so long; None where there is nothing yet, or nothing more.

        Raises what has ended the work, once everything before is taken.
        """
        with self._turn:
            self._turn.wait_for(lambda: self._slot or self._over, patience_s)
            if self._slot:
                self._turn.notify_all()
                return self._slot.pop()
            error, self._error = self._error, None
        if error is not None:
            raise error
        return None

    def cancel(self) -> None:
        """End it: at the next look at the budget, else by and by by stronger means."""
        if self._stopping is None:
            self._stopping = (perf_counter(), self._computed(), _StoppedError)
        self.budget.cancel()

    def leave(self) -> None:
        """Nobody is interested any more; what is being worked on may come to the end of its piece."""
        with self._turn:
            self._left, self._told = True, _nobody
            self._turn.notify_all()

    def join(self, patience_s: float) -> bool:
        """Wait for the end of the thread; return whether it has come."""
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def tend(self) -> bool:
        """Go on to stronger means where it does not stop; return whether it is to be looked after any further."""
        if self._over and not (self._given_up and self._thread.is_alive()):
            return False
        if self._stopping is None:
            if self.busy_s > self.budget.longest_seconds + GRACE_S:
                self._stopping = (perf_counter(), self._computed(), _OverdueError)
                self.budget.cancel()
            return True
        asked, computed, kind = self._stopping
        if perf_counter() - asked > GIVE_UP_S and not self._given_up:
            with self._turn:
                if not self._over:
                    self._left = self._over = self._given_up = True
                    self._error = kind()
                    self._turn.notify_all()
            self._tell()
        if self._computed() - computed > HEED_S and self._began is not None:
            _raise_in(self._thread, kind)
        return True

    def _computed(self) -> float:
        """The seconds that the thread has computed; where no clock tells them, those that have gone by."""
        if self._clock is None:
            return perf_counter()
        try:
            return time.clock_gettime(self._clock)
        except OSError:  # the thread is over
            return 0.0

    # --- in the thread -----------------------------------------------------------------------------------------------

    def _run(self) -> None:
        error: BaseException | None = None
        if sys.platform != "win32" and hasattr(time, "pthread_getcpuclockid"):
            self._clock = time.pthread_getcpuclockid(threading.get_ident())
        try:
            try:
                self._go_through()
            except BaseException as caught:  # whatever it is, it is raised where the answer is awaited
                error = caught
            self._end(error)
        except LimitError as late:  # an exception that was put into the thread when it was done already
            self._end(error or late)

    def _go_through(self) -> None:
        assert self._pieces is not None
        # Work may name the one before it, to wait for its end: held any longer, each would keep all that ever were.
        pieces, self._pieces = self._pieces(), None
        while True:
            self._began = perf_counter()
            with self.budget:
                news = next(pieces, self)
            self._began = None
            if news is self or not self._hand_over(news):  # type: ignore[arg-type]
                return

    def _hand_over(self, news: News) -> bool:
        """Wait until it is taken; return whether to go on."""
        with self._turn:
            if self._left:
                return False
            self._slot.append(news)
            self._turn.notify_all()
        self._tell()
        with self._turn:
            self._turn.wait_for(lambda: not self._slot or self._left)
            return not self._left

    def _end(self, error: BaseException | None) -> None:
        with self._turn:
            if self._over:
                self._began = None  # nothing is put into it any more
                return
            self._over, self._error, self._began = True, None if self._left else error, None
            self._turn.notify_all()
        self._tell()

    def _tell(self) -> None:
        with suppress(RuntimeError):  # a window that has just gone
            self._told()


class _Warden:
    """Looks after all work that goes on, in a thread of its own, whoever is interested in it and whoever is not."""

    def __init__(self) -> None:
        self._works: list[Work[Any]] = []
        self._lock = threading.Lock()
        self._awake = False

    @property
    def works(self) -> list[Work[Any]]:
        """What goes on now."""
        with self._lock:
            return list(self._works)

    def look_after(self, work: Work[Any]) -> None:
        """Look after this until it has ended."""
        with self._lock:
            self._works.append(work)
            if not self._awake:
                self._awake = True
                threading.Thread(target=self._go_round, name="warden", daemon=True).start()

    def _go_round(self) -> None:
        while True:
            time.sleep(_ROUND_S)
            left = [work for work in self.works if not work.tend()]
            with self._lock:
                self._works = [work for work in self._works if work not in left]
                if not self._works:
                    self._awake = False
                    return


_warden = _Warden()


def _raise_in(thread: threading.Thread, kind: type[BaseException]) -> None:
    """Let an exception be raised in another thread, at the next line of Python that it comes to.

    Not in the middle of an import: a module loaded by half, such as numpy, stays broken until the program ends. Nor
    where something is told that it is no longer needed: Python drops an exception there, and prints it as a fault.
    """
    if thread.ident is None:
        return
    _drop_what_gets_lost()
    collecting = gc.isenabled()
    # The exception arrives at the next line; a collection that begins there would call back into Python and lose it.
    gc.disable()
    try:
        if _set_in(thread.ident, kind):
            time.sleep(_ARRIVAL_S)
    finally:
        if collecting:
            gc.enable()


def _drop_what_gets_lost() -> None:
    """Let nobody be told of an exception of ours that arrived in a callback after all: the next round sends another.

    Between setting it and its arrival a callback may always begin; Python then prints the exception and goes on.
    """
    told = sys.unraisablehook

    def drop(lost: sys.UnraisableHookArgs) -> None:
        if lost.exc_type not in (_StoppedError, _OverdueError):
            told(lost)

    drop.__name__ = _DROP
    if getattr(told, "__name__", "") != _DROP:
        sys.unraisablehook = drop


def _set_in(ident: int, kind: type[BaseException]) -> bool:
    """Set the exception where the thread may take it; whether that was done."""
    import ctypes  # most windows never stop anything so, and each would wait for it at its start

    number, error = ctypes.c_ulong(ident), ctypes.py_object(kind)
    for _ in range(_TRIES):
        frame = sys._current_frames().get(ident)
        if frame is None:
            return False
        place = frame.f_lasti
        if _spared(frame):
            return False
        # Looking takes long enough for the other thread to go on meanwhile; what was seen holds only if it has not.
        if sys._current_frames().get(ident) is frame and frame.f_lasti == place:
            ctypes.pythonapi.PyThreadState_SetAsyncExc(number, error)
            return True
    return False


def _spared(innermost: FrameType) -> bool:
    """Whether a thread is loading a module, or within a finalizer or a callback of weak references or of collecting."""
    told = {getattr(callback, "__code__", None) for callback in gc.callbacks}
    frame: FrameType | None = innermost
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(_SPARED_FILES) or code.co_name == "__del__" or code in told:
            return True
        frame = frame.f_back
    return False


@atexit.register
def _leave_all() -> None:
    """At the end of the program nothing is to be in the middle of something that has ceased to exist."""
    works = _warden.works
    for work in works:
        work.leave()
        work.budget.cancel()
    for work in works:
        work.join(0.2)
