"""Work in small slices while the window has nothing else to do: generators, gone through one after the other.

What may take long is not done in a slice but in a thread: the generator asks for it, `answer = yield from away(work)`,
and goes on with the answer. Where it was cancelled, or failed, that is raised there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from time import perf_counter
from typing import Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject

from explainer.gui.relay import Turn

SLICE_S = 0.008
"""Half of what a screen leaves for one picture: the other half stays for what is typed and painted."""

T = TypeVar("T")

Asking: TypeAlias = Generator[Callable[[], Any] | None, Any, None]
"""Work that asks for answers with `away` on its way, and may rest with a plain `yield`."""


def away(work: Callable[[], T]) -> Generator[Callable[[], Any] | None, Any, T]:
    """The answer of work that is done in a thread; for `yield from` in what is given to `Slices`."""
    answer: T = yield work
    return answer


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
