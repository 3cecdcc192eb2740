"""Brings news from threads into the thread of the window, and reminds it `once` of what was put off.

A thread must not touch an object of Qt that may be deleted at the same moment: that ends the program. So all news goes
through one object that lives as long as the program, and who is to hear it is looked up in the thread of the window.

What follows what somebody does is done at once as long as that is little, else `InTurn`, one part after the other, and
between two of them the window looks at what is typed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count
from time import thread_time
from typing import TYPE_CHECKING
from weakref import WeakMethod

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ENOUGH_S = 0.025
"""After so much work the window looks at what is typed before it does more: with what it paints then, and the part
that was the last one, no key waits for a tenth of a second."""


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


class PaintInTurn(QObject):
    """Paints a window after it has looked at what is typed, where much has been done since it last did.

    What a key leads to and the picture of that are each short; one right behind the other a key waits for both.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._turn = Turn(self._paint, first=True)
        self._has_turn = False

    def puts_off(self) -> bool:
        """Whether to paint, for which the window is just asked (`UpdateRequest`), waits; it is asked again then."""
        if self._has_turn or left_s(ENOUGH_S):
            return False
        self._turn.start()
        return True

    def _paint(self) -> None:
        self._turn.stop()
        self._has_turn = True
        try:
            QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))
        finally:
            self._has_turn = False


class _Relay(QObject):
    news = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.hearers: dict[int, WeakMethod[Callable[[], None]]] = {}
        self.numbers = count(1)
        self.news.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
        self._waiting: deque[int] = deque()
        self._late = InTurn(self, self._hear_waiting)

    def _take_in(self, number: int) -> None:
        if number not in self._waiting:
            self._waiting.append(number)
        self._late.call()

    def _hear_waiting(self) -> None:
        """Let those hear who have news, as long as there is time for it; what they do with it may be much."""
        while self._waiting:
            self._hear(self._waiting.popleft())
            if self._waiting and not left_s(ENOUGH_S):
                self._late.call()
                return

    def _hear(self, number: int) -> None:
        hearer = self.hearers.get(number)
        hear = None if hearer is None else hearer()
        owner = getattr(hear, "__self__", None)
        if hear is None or (isinstance(owner, QObject) and not isValid(owner)):
            self.hearers.pop(number, None)
        else:
            hear()


_relay: _Relay | None = None


def heard_by(hear: Callable[[], None]) -> Callable[[], None]:
    """Something to call in any thread, for which this method is called in the thread of the window soon after.

    Once the owner of the method is gone nothing happens. To be called in the thread of the window.
    """
    global _relay
    if _relay is None:
        _relay = _Relay()
    number = next(_relay.numbers)
    hearers = _relay.hearers
    hearers[number] = WeakMethod(hear, lambda _: hearers.pop(number, None))
    return partial(_relay.news.emit, number)


def once(owner: QObject, delay_ms: int, do: Callable[[], object]) -> QTimer:
    """A timer that does this once, so long after it was last started; it lives and ends with its owner.

    No timer is made for a single use (`QTimer.singleShot`): those end with nobody, and thousands of them come and go.
    """
    timer = QTimer(owner, singleShot=True, interval=delay_ms)
    timer.timeout.connect(do)
    return timer
