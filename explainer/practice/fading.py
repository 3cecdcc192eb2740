"""Fading: a problem as a worked example, then with its last line left to the learner, its last two, … and at last a
neighbour of it with nothing given.

    fading = Fading(trace)
    fading.exercise                  # all lines are given: the worked example
    fading.forward()                 # one line fewer is given; after the last of them, a neighbour
"""

from __future__ import annotations

from explainer.engine import Trace
from explainer.practice.exercise import Asks, Exercise
from explainer.practice.skills import all_skills
from explainer.practice.skills.alike import neighbour


class Fading:
    """A problem at one of its stages, from the whole example (0) to a neighbour. `exercise` is the one at hand."""

    def __init__(self, trace: Trace, *, asks: Asks = "line", seed: int = 0, stage: int = 0) -> None:
        self.trace = trace
        self._asks: Asks = asks
        self._seed = seed
        self._blanks = [step.number for step in trace.steps if step.attempt is None]
        self._neighbour: Trace | None = None
        self._neighbours = 0
        self.stage = min(max(0, stage), self.last)
        self.exercise = self._made()

    @property
    def last(self) -> int:
        """The stage at which nothing is given of another problem."""
        return len(self._blanks) + 1

    def forward(self) -> Exercise:
        """The next stage; at the last one another neighbour."""
        if self.stage < self.last:
            self.stage += 1
        else:
            self._neighbours += 1
        self.exercise = self._made()
        return self.exercise

    def back(self) -> Exercise:
        """The stage before, with one more line given; the worked example stays what it is."""
        self.stage = max(0, self.stage - 1)
        self.exercise = self._made()
        return self.exercise

    def _made(self) -> Exercise:
        if self.stage == self.last:
            other = neighbour(self.trace, all_skills(), self._seed + self._neighbours)
            return Exercise(other or self.trace, asks=self._asks, seed=self._seed)
        blank = self._blanks[-self.stage :] if self.stage else []
        given = blank[0] - 1 if blank else len(self.trace.steps)
        return Exercise(self.trace, asks=self._asks, given=given, seed=self._seed)
