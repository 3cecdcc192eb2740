"""How much work a derivation may do: one budget for all of its loops, however deep they lie.

    budget = Budget()
    with budget:          # everything that this thread does in here is charged to it
        ...
    budget.cancel()       # from any thread: the work ends at the next rule that it tries

Work is counted in rules tried and nodes made, so that one input ends at the same place on every machine; seconds are
the last resort only. Whatever loops for ever tries rules or makes nodes, and those are charged where they are called:
no loop has to be told of the budget, and none can forget it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from contextvars import ContextVar, Token
from threading import get_ident
from types import TracebackType
from typing import Any

from explainer.errors import LimitError
from explainer.phrases import phrase

MOST_WORK = 2_500_000
"""Rules tried and nodes made in one derivation. The longest derivation of the lessons needs a thousandth of it; one
that comes to its end after more is far too long to be read. It takes about 25 seconds here, well below LONGEST_SECONDS
also on a machine of half the speed."""

LONGEST_SECONDS = 60.0
"""The last resort, for a single piece of work that takes long without trying rules."""

MOST_STEPS = 10_000
"""More lines than this nobody steps through."""

MOST_PARTS = 2_000_000
"""A line with more parts than this is not written out: nobody reads it, and it takes minutes to be drawn."""

BETWEEN_LOOKS = 500
"""So much work is done between two looks at the limits and the clock, about a millisecond: the cost of looking does not
count, and a cancelled derivation ends at once for a person."""

ACTIVE: ContextVar[Budget | None] = ContextVar("budget", default=None)
"""What the work of this thread is charged to."""


class CancelledError(LimitError):
    """Somebody stopped the work."""


class Budget:
    """The work, the seconds and the steps that a derivation may take; `work` is what it has taken so far.

    Raises LimitError out of the work that goes beyond them, and CancelledError after `cancel`.
    """

    def __init__(
        self, most_work: int = MOST_WORK, longest_seconds: float = LONGEST_SECONDS, most_steps: int = MOST_STEPS
    ) -> None:
        self.most_work = most_work
        self.longest_seconds = longest_seconds
        self.most_steps = most_steps
        self.work = 0
        self.look_at = 0
        self._cancelled = False
        self._seconds = 0.0
        self._began = 0.0
        self._depth = 0
        self._tokens: defaultdict[int, list[Token[Budget | None]]] = defaultdict(list)
        """What each thread was charged to before; several may work on one derivation."""
        self.found_out: dict[object, set[Any]] = {}
        """See `remembered`."""
        self.worked_out: dict[object, dict[Any, Any]] = {}
        """See `remembered_values`."""

    @property
    def seconds(self) -> float:
        """The time spent on the work, without the pauses between its steps."""
        return self._seconds + (time.perf_counter() - self._began if self._depth else 0.0)

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        """End the work at the next rule that is tried; from any thread, also before the work begins."""
        self._cancelled = True
        self.look_at = 0

    def look(self) -> None:
        """Compare with the limits; called by whoever charges the budget when `work` reaches `look_at`."""
        self.look_at = min(self.work + BETWEEN_LOOKS, self.most_work + 1)
        if self._cancelled:  # looked at after look_at was set: a cancel in between is not lost
            self.look_at = 0
            raise CancelledError(phrase("the derivation was cancelled"))
        if self.work > self.most_work:
            self.look_at = 0
            raise LimitError(
                phrase("the derivation was stopped: it needs more than {0} attempts to apply a rule", self.most_work)
            )
        if self.seconds > self.longest_seconds:
            self.look_at = 0
            raise LimitError(
                phrase("the derivation was stopped: it takes longer than {0} s", f"{self.longest_seconds:g}")
            )

    def take_step(self, number: int) -> None:
        """Charge the step with this number. Raises LimitError beyond the most steps."""
        if number > self.most_steps:
            raise LimitError(phrase("the derivation was stopped: it needs more than {0} steps", self.most_steps))

    def __enter__(self) -> Budget:
        self._tokens[get_ident()].append(ACTIVE.set(self))
        self._depth += 1
        if self._depth == 1:
            self._began = time.perf_counter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        ACTIVE.reset(self._tokens[get_ident()].pop())
        self._depth -= 1
        if self._depth == 0:
            self._seconds += time.perf_counter() - self._began


def remembered(what: object) -> set[Any]:
    """What the work of this thread has found out so far, such as the parts on which some rules do nothing.

    Rules are functions of the part alone, so that nothing is tried twice on a part that goes from line to line. It
    lasts as long as the derivation, not longer: a second one of the same function costs the same work.
    """
    budget = ACTIVE.get()
    return set() if budget is None else budget.found_out.setdefault(what, set())


def remembered_values(what: object) -> dict[Any, Any]:
    """The same for values that are worked out for parts."""
    budget = ACTIVE.get()
    return {} if budget is None else budget.worked_out.setdefault(what, {})


def spend(amount: int = 1) -> None:
    """Charge work to the budget of this thread, if it has one."""
    budget = ACTIVE.get()
    if budget is not None:
        budget.work += amount
        if budget.work >= budget.look_at:
            budget.look()
