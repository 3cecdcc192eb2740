"""What goes on behind an open derivation: the steps that follow, then their checks, piece by piece in a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any, NamedTuple

from explainer.errors import ExplainerError

if TYPE_CHECKING:
    from explainer.budget import Budget
    from explainer.engine import Trace
    from explainer.session.work import Work
    from explainer.verify import Check

SLICE_MS = 8.0
"""How long one piece of work takes, where its parts are small enough."""
_POLITENESS_S = 0.004
"""How long the checks wait while lines are made ready that the next key may show."""


class Wishes:
    """What the one in front would like: written by the thread of the session, read by that of the work."""

    def __init__(self) -> None:
        self.position = 0
        """The step whose check is looked at."""
        self.goal: int | None = None
        """The step that is waited for."""
        self.in_a_hurry: Callable[[], bool] = lambda: False
        """Whether the checks are to wait."""
        self.on_news: Callable[[], None] = lambda: None
        """Called in the thread of the work when there is something to take in."""

    def looked_at(self, last: int) -> int:
        """The step that is looked at, or soon will be."""
        goal = self.goal
        return self.position if goal is None else min(goal, last)

    def tell(self) -> None:
        """There is something to take in. The work knows nothing else of the session, which may end before it."""
        self.on_news()


class Found(NamedTuple):
    """What one piece of the work has brought: how many steps there are, whether that is all, and new checks."""

    known: int
    complete: bool
    checks: dict[int, Check]


def budget_of(trace: Trace) -> Budget:
    """What the work on a derivation is charged to; one that is told in fewer lines has that of the full one."""
    return getattr(trace, "full", trace).budget


def number_at(trace: Trace, place: int, known: int) -> int | None:
    """The line at, or first after, a place of the derivation with a line for every rule; None while it is not known."""
    from explainer.engine.detail import ToldTrace

    if not isinstance(trace, ToldTrace):
        return place if place <= known else None
    return next((number for number in range(known + 1) if trace.place_of(number) >= place), None)


def rest(before: Work[Any] | None) -> None:
    """Wait until earlier work on the same derivation has come to the end of its piece."""
    while before is not None and not before.join(0.1):
        pass


def go_on(trace: Trace, wishes: Wishes, known: dict[int, Check], before: Work[Any] | None) -> Iterator[Found]:
    """Derive what is left, then check every step whose check is not known, the one that is looked at first."""
    rest(before)
    while not trace.complete:
        deadline = perf_counter() + SLICE_MS / 1000
        while not trace.complete and perf_counter() < deadline:
            trace.step(trace.derived + 1)
            if wishes.goal is not None and trace.derived >= wishes.goal:
                break
        yield Found(trace.derived, trace.complete, {})
    budget = budget_of(trace)
    left = dict.fromkeys(number for number in range(1, trace.derived + 1) if number not in known)
    while left:
        deadline = perf_counter() + SLICE_MS / 1000
        checks: dict[int, Check] = {}
        while left and (not checks or perf_counter() < deadline):
            while wishes.in_a_hurry() and not budget.cancelled:
                sleep(_POLITENESS_S)
            number = wishes.looked_at(trace.derived)
            is_looked_at = number in left
            number = number if is_looked_at else next(iter(left))
            del left[number]
            checks[number] = _check_of(trace, number, budget)
            if is_looked_at:
                break
        yield Found(trace.derived, True, checks)


def _check_of(trace: Trace, number: int, budget: Budget) -> Check:
    """The check of a step. A check that cannot be carried out has not passed, and says why.

    One that was cancelled is no check at all.
    """
    from explainer.verify import Check

    step = trace.step(number)
    assert step is not None
    try:
        return step.check
    except ExplainerError as error:
        if budget.cancelled:
            raise
        return Check(ok=False, max_error=float("inf"), points=0, message=error.message, undecided=True)
