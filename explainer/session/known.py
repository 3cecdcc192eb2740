"""What is known of the open derivation so far, its steps and their checks, and the work that brings the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.errors import LimitError
from explainer.session.deriving import Found, Wishes, budget_of, go_on
from explainer.session.events import Event
from explainer.session.work import Work

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node
    from explainer.session.events import Listeners
    from explainer.verify import Check

_LONG_STEP_S = 0.05
"""After this long the steps before the one that is being derived are taken in without it."""


class Known:
    """The open derivation as far as it is derived and checked. The work on it begins when it is first taken from."""

    def __init__(self, wishes: Wishes, listeners: Listeners) -> None:
        self.trace: Trace | None = None
        self.count = 0
        self.complete = True
        self.checks: dict[int, Check] = {}
        self.work: Work[Found] | None = None
        self.before: Work[Found] | None = None
        """The work before this one that may not have come to a rest yet."""
        self._wishes = wishes
        self._listeners = listeners

    def begin(self, trace: Trace) -> None:
        """Another derivation is open from now on."""
        if self.trace is not None and budget_of(self.trace) is not budget_of(trace) and self.work is not None:
            self.work.cancel()  # nobody will see what it brings
        self.leave()
        self.trace, self.checks = trace, {}
        self.count, self.complete = trace.derived, trace.complete

    def leave(self) -> None:
        """Let the work on what is open come to a rest."""
        if self.work is not None:
            self.work.leave()
            self.before, self.work = self.work, None

    def give_up(self) -> None:
        """Stop the work; what is open stays as far as it is derived."""
        if self.work is not None:
            self.work.cancel()
        self.leave()

    def step(self, number: int) -> Step | None:
        """A step that is derived already; None for 0 and for steps that are not there yet."""
        return self.trace.step(number) if self.trace is not None and 1 <= number <= self.count else None

    def line(self, position: int) -> Node | None:
        """The whole line at a position."""
        if self.trace is None:
            return None
        step = self.step(position)
        return self.trace.start if step is None else step.after

    def place_of(self, position: int) -> int:
        """Where a line stands in the derivation with a line for every rule."""
        from explainer.engine.detail import ToldTrace

        return self.trace.place_of(position) if isinstance(self.trace, ToldTrace) else position

    @property
    def ending(self) -> str:
        """Why the derivation ended before its result, as a sentence; empty while it goes on and when it is finished."""
        if self.trace is None or not self.complete or self.trace.status == "finished":
            return ""
        return self.trace.reason

    def take(self, patience_s: float) -> Found | None:
        """Take in what the work has brought after so long; it is begun where it has not been."""
        assert self.trace is not None
        if self.work is None:
            trace, wishes, known, before = self.trace, self._wishes, dict(self.checks), self.before
            self.before = None
            self.work = Work(lambda: go_on(trace, wishes, known, before), budget_of(trace), wishes.tell)
            self._listeners.tell(Event.BUSY)
        try:
            news = self.work.take(patience_s)
        except LimitError as error:
            self._break_off(error)
            return None
        if news is not None:
            self.count, self.complete = max(self.count, news.known), news.complete
            self.checks.update(news.checks)
        return news

    def see_steps(self) -> bool:
        """Take in the steps before one that takes long, without waiting for that; return whether there are any."""
        if self.work is None or self.work.busy_s <= _LONG_STEP_S:
            return False
        if self.trace is None or self.complete or self.trace.derived <= self.count:
            return False
        self.count = self.trace.derived
        return True

    def _break_off(self, error: LimitError) -> None:
        """The work does not come back: what is open ends with the steps so far, and says why."""
        from explainer.engine import Trace

        trace = self.trace
        if trace is None or self.complete:
            return  # only checks are missing
        steps = [step for number in range(1, self.count + 1) if (step := trace.step(number)) is not None]
        self.trace = Trace.restored(trace.problem, trace.start, steps, "limited", error.message)
        self.complete = True
