"""Work in small slices while the window has nothing else to do: generators, gone through one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SLICE_S = 0.008


class Slices(QObject):
    """Goes through generators in the order in which they were added, for a few milliseconds at a time.

    It ends with the object that it belongs to, so that no work goes on for what is no longer shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._works: deque[Iterator[None]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.work)

    @property
    def working(self) -> bool:
        """Whether there is work left."""
        return bool(self._works)

    def add(self, work: Iterator[None]) -> None:
        """Do this work after all that was added before."""
        self._works.append(work)
        self._timer.start()

    def work(self) -> None:
        """Do one slice."""
        deadline = perf_counter() + SLICE_S
        self._timer.stop()  # so that a slice that fails does not fail again and again
        while self._works and perf_counter() < deadline:
            work = self._works[0]
            if next(work, self) is self and self._works and self._works[0] is work:
                self._works.popleft()
        if self._works:
            self._timer.start()
