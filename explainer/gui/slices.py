"""Work in small slices while the window has nothing else to do: generators, gone through one after the other.

And what follows what somebody does: at once as long as that is little, else `InTurn`, one part after the other.

What may take long is not done in a slice but in a thread: the generator asks for it, `answer = yield from away(work)`,
and goes on with the answer. Where it was cancelled, or failed, that is raised there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from time import perf_counter, thread_time
from typing import Any, TypeAlias, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, QTimer
from shiboken6 import isValid

SLICE_S = 0.008
"""Half of what a screen leaves for one picture: the other half stays for what is typed and painted."""

ENOUGH_S = 0.025
"""After so much work the window looks at what is typed before it does more: with what it paints then, and the part
that was the last one, no key waits for a tenth of a second."""

T = TypeVar("T")

Asking: TypeAlias = Generator[Callable[[], Any] | None, Any, None]
"""Work that asks for answers with `away` on its way, and may rest with a plain `yield`."""


def away(work: Callable[[], T]) -> Generator[Callable[[], Any] | None, Any, T]:
    """The answer of work that is done in a thread; for `yield from` in what is given to `Slices`."""
    answer: T = yield work
    return answer


class _Row(QObject):
    """Those that have work, in the order of their turns; those that come first before all that may take its time."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.turns: deque[Turn] = deque()
        self.first: deque[Turn] = deque()
        self._looked = thread_time()
        self._put_off = False
        events = QAbstractEventDispatcher.instance()
        for looks in (events.aboutToBlock, events.awake):  # it is said before and after, on some systems one of both
            looks.connect(self._look)
        # Started anew for each turn: Qt gives none while it is in the midst of one, as where a dialog opens in a slice.
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._give)

    def start(self) -> None:
        """Give the next turn as soon as the window has looked at what is typed."""
        if (self.first or self.turns) and not self._timer.isActive():
            self._timer.start()

    @property
    def worked_s(self) -> float:
        """How much work the window has done since it last looked at its events."""
        return thread_time() - self._looked

    def _look(self) -> None:
        self._looked = thread_time()

    def _give(self) -> None:
        self._put_off = not self._put_off and self.worked_s > ENOUGH_S
        if self._put_off:  # once, or it would never come while keys do
            self.start()
            return
        turns = self.first or self.turns
        if turns:
            turn = turns.popleft()
            work = turn.work()
            owner = getattr(work, "__self__", None)
            if work is not None and (not isinstance(owner, QObject) or isValid(owner)):
                turns.append(turn)  # before its work, which may say that nothing is left
                self.start()
                work()
        self.start()


_row: _Row | None = None


def _the_row() -> _Row:
    global _row
    if _row is None or not isValid(_row):
        _row = _Row(QCoreApplication.instance())
    return _row


def left_s(most_s: float) -> float:
    """How much work may still be done before the window looks at its events, and no more than this."""
    return max(0.0, min(most_s, ENOUGH_S - _the_row().worked_s))


class Turn:
    """The turn of somebody who works in slices: one slice of one of them, and then the window looks at what is typed.

    With a timer for each, all would have their slices one after the other first: with a page that is built, lines that
    are made ready and a look that changes, a key waited for a tenth of a second. It ends with the owner of the method.
    """

    def __init__(self, work: Callable[[], object], *, first: bool = False) -> None:
        self.work = WeakMethod(work)
        self._first = first

    @property
    def _turns(self) -> deque[Turn]:
        row = _the_row()
        return row.first if self._first else row.turns

    @property
    def waiting(self) -> bool:
        """Whether it is to have a turn."""
        return self in self._turns

    def start(self) -> None:
        """Have a turn, and another one after each until this is stopped."""
        if self not in self._turns:
            self._turns.append(self)
        _the_row().start()

    def stop(self) -> None:
        """Have no turn any more."""
        if self in self._turns:
            self._turns.remove(self)


class InTurn(QObject):
    """Something that follows what somebody does: done at once, or in its turn where much has been done already.

    All that waits so comes in the order in which it was called for, one in a turn, and once however often that was. It
    only shows how things stand when it is done: what changes them, as whoever opens a page or leaves a title, cannot
    wait, since the next key may come before. It ends with its owner.
    """

    def __init__(self, owner: QObject, do: Callable[[], object]) -> None:
        super().__init__(owner)
        self._do = WeakMethod(do)
        self._turn = Turn(self._have, first=True)

    @property
    def waiting(self) -> bool:
        """Whether it is still to be done."""
        return self._turn.waiting

    def call(self) -> None:
        """Do it now if there is time for it and nothing else waits, else as soon as there is."""
        if _the_row().first or not left_s(ENOUGH_S):
            self._turn.start()
        else:
            self._have()

    def stop(self) -> None:
        """Do it no more."""
        self._turn.stop()

    def _have(self) -> None:
        self._turn.stop()
        if (do := self._do()) is not None:
            do()


def in_turn(owner: QObject, do: Callable[[], object]) -> Callable[[], None]:
    """What calls for this method of the owner, to be connected with what it is to follow."""
    return InTurn(owner, do).call


class Slices(QObject):
    """Goes through generators in the order in which they were added, for a few milliseconds at a time.

    It ends with the object that it belongs to, so that no work goes on for what is no longer shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: deque[Iterator[Any]] = deque()
        self._away: Any = None
        self._go_on: Callable[[], Any] | None = None
        self._turn = Turn(self.work)

    @property
    def working(self) -> bool:
        """Whether there is work left."""
        return bool(self._works)

    def add(self, work: Iterator[Any]) -> None:
        """Do this work after all that was added before."""
        self._works.append(work)
        self._start()

    def drop(self) -> None:
        """Give up all work, with what goes on for it in a thread, unheard."""
        works, self._works, self._go_on = self._works, deque(), None
        self._turn.stop()
        if self._away is not None:
            self._away.drop()
        for work in works:
            if isinstance(work, Generator):
                work.close()

    def _start(self) -> None:
        if self._away is None or not self._away.busy:
            self._turn.start()

    def work(self) -> None:
        """Do one slice."""
        if self._away is not None and self._away.busy:  # somebody drives this by hand
            self._away.take_in(SLICE_S)
            return
        deadline = perf_counter() + SLICE_S
        self._turn.stop()
        while self._works and perf_counter() < deadline:
            work = self._works[0]
            go_on, self._go_on = self._go_on, None
            try:
                asked = next(work) if go_on is None else go_on()
            except StopIteration:
                self._end(work)
                continue
            except Exception:
                self._end(work)
                if self._works:
                    self._turn.start()
                raise
            if callable(asked):
                self._send_away(work, asked)
                return
        if self._works:
            self._turn.start()

    def _end(self, work: Iterator[Any]) -> None:
        """A work has come to its end, or failed; meanwhile all may have been given up."""
        if self._works and self._works[0] is work:
            self._works.popleft()

    def _send_away(self, work: Any, asked: Callable[[], object]) -> None:
        """Have something done in a thread, and go on with the answer."""
        if self._away is None:
            from explainer.gui.away import Away

            self._away = Away(self)

        def answer(found: object) -> None:
            self._go_on = lambda: work.send(found)
            self._turn.start()

        def fail(error: Exception) -> None:
            self._go_on = lambda: work.throw(error)
            self._turn.start()

        self._away.do(asked, answer, fail, patience_ms=0.0)
