"""Work of a part of the window that is done in a thread: it can be cancelled, and ends with the part it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from explainer.gui.patience import watch
from explainer.gui.relay import heard_by, left_s, once
from explainer.session.work import Work
from explainer.threads import STORES

T = TypeVar("T")

PATIENCE_MS = 60.0
"""How long an answer is waited for before others have their turn."""


_lent: list[tuple[Work[Any], Callable[[], Any]]] = []
"""What threads were given to do, held here until they are over. What a function holds may be an object of Qt; if a
thread were the last to hold it, it would be let go there, while the window uses it."""


def _take_back() -> None:
    """Let go, in the thread of the window, of what threads that are over were given to do."""
    _lent[:] = [(work, given) for work, given in _lent if not work.join(0.0)]


STORES.append(_take_back)  # who has asked may have gone before the thread was over


_AFTER_MS = 50
"""So soon after its answer a thread is over."""


class _Job(NamedTuple):
    work: Work[Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Away(QObject):
    """Does work in threads, several pieces at once if so many are asked for; who has asked is given the answer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: list[_Job] = []
        self._tell = heard_by(self._hear)
        self._begun = watch(self, self)
        self._over = once(self, _AFTER_MS, _take_back)
        self.destroyed.connect(partial(_leave, self._jobs))

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
        patience_ms: float | None = None,
    ) -> None:
        """Do this; `then` has the answer, at once where it comes soon, and `failed` what was raised in its place.

        After much other work nobody waits for the answer: what is done with it comes in a turn of its own.
        """
        job = _Job(Work(lambda: iter(((work(),),)), None, self._tell), then, failed)
        _take_back()
        _lent.append((job.work, work))
        self._jobs.append(job)
        if patience_ms is None:
            patience_ms = PATIENCE_MS if left_s(PATIENCE_MS) else 0.0
        if not self._take(job, patience_ms / 1000):
            self._begun()

    @property
    def busy(self) -> bool:
        """Whether anything goes on."""
        return bool(self._jobs)

    @property
    def waiting_s(self) -> float:
        """How long the answer that takes longest has been waited for."""
        return max((job.work.busy_s for job in self._jobs), default=0.0)

    def cancel(self) -> None:
        """Stop everything; who has asked is told that it failed."""
        for job in self._jobs:
            job.work.cancel()

    def drop(self) -> None:
        """Stop everything, unheard."""
        _leave(self._jobs)

    def tend(self) -> None:
        """Every answer comes by itself."""

    def _hear(self) -> None:
        self.take_in()

    def take_in(self, patience_s: float = 0.0) -> None:
        """Bring the answers that are there, waiting so long for each."""
        for job in tuple(self._jobs):
            self._take(job, patience_s)

    def _take(self, job: _Job, patience_s: float) -> bool:
        if job not in self._jobs:
            return True
        try:
            found = job.work.take(patience_s)
        except Exception as error:  # whoever has asked decides what it means
            self._jobs.remove(job)
            self._over.start()
            job.failed(error)
            return True
        if found is None:
            return False
        self._jobs.remove(job)
        self._over.start()
        job.then(found[0])
        return True


def _leave(jobs: list[_Job], *_: object) -> None:
    for job in jobs:
        job.work.leave()
        job.work.cancel()
    jobs.clear()
