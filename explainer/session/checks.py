"""The checks of a derivation's steps, computed a few at a time, those that are looked at first."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.verify import Check


class Checks:
    """Which steps have their check, by number."""

    def __init__(self) -> None:
        self.known: dict[int, Check] = {}
        self._next = 1

    def compute(self, trace: Trace, position: int, deadline: float) -> bool:
        """Check steps until the deadline, the one at `position` first; return whether any was checked."""
        if 1 <= position <= trace.derived and position not in self.known:
            self.known[position] = _check_of(trace, position)
            news = True
        else:
            news = False
        while self._next <= trace.derived and not (news and perf_counter() >= deadline):
            if self._next not in self.known:
                self.known[self._next] = _check_of(trace, self._next)
                news = True
            self._next += 1
        return news


def _check_of(trace: Trace, number: int) -> Check:
    """The check of a step. A check that cannot be carried out counts as failed, with the reason, never as passed."""
    from explainer.verify import Check

    step = trace.step(number)
    assert step is not None
    try:
        return step.check
    except ExplainerError as error:
        return Check(ok=False, max_error=float("inf"), points=0, message=error.message)
