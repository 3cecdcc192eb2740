"""The line that somebody wants to go to and that may not be derived yet."""

from __future__ import annotations

from time import perf_counter

from explainer.session.deriving import Wishes, number_at
from explainer.session.known import Known


class Goal:
    """A line by its number, or by its place in the derivation with a line for every rule; there may be none."""

    def __init__(self, known: Known, wishes: Wishes) -> None:
        self._known = known
        self._wishes = wishes
        self._line: int | None = None
        self._place: tuple[int, str] | None = None
        self._since = 0.0

    @property
    def wanted(self) -> bool:
        """Whether somebody wants to go somewhere."""
        return self._line is not None

    @property
    def waiting_s(self) -> float:
        """How long that has been so, while there is work that leads there."""
        work = self._known.work
        if self._line is None or work is None or work.cancelled:
            return 0.0
        return perf_counter() - self._since

    def want(self, line: int, place: tuple[int, str] | None = None) -> None:
        """Go to a line; with a `place`, to the one there, or the one that has the text that goes with it."""
        self._line, self._place, self._since = line, place, perf_counter()
        self._wishes.goal = line

    def forget(self, position: int) -> None:
        """Nobody wants to go anywhere; one stands at this line."""
        self._line = self._place = None
        self._wishes.position, self._wishes.goal = position, None

    def arrival(self) -> int | None:
        """The line that is the goal, as soon as it is known; the last one where there is no such line."""
        known = self._known
        if self._line is None or known.trace is None:
            return None
        if self._place is None:
            there = self._line if self._line <= known.count else None
        else:
            there = number_at(known.trace, self._line, known.count)
        return known.count if there is None and known.complete else there

    def reach(self, there: int) -> int:
        """Arrive at a line, or at one that has the text that was wanted; return which one."""
        text = self._place[1] if self._place is not None else ""
        if text and (here := self._known.line(there)) is not None and here.text() != text:
            lines = ((number, self._known.line(number)) for number in range(self._known.count + 1))
            there = next((number for number, line in lines if line is not None and line.text() == text), there)
        self.forget(there)
        return there
