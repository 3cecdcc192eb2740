"""Brings news from threads into the thread of the window, and reminds it `once` of what was put off.

A thread must not touch an object of Qt that may be deleted at the same moment: that ends the program. So all news goes
through one object that lives as long as the program, and who is to hear it is looked up in the thread of the window.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from explainer.gui.slices import ENOUGH_S, InTurn, left_s


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
