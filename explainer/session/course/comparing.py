"""One problem by every method: each derived and compared by numbers, a little at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from explainer.engine.agreement import Outcome, chosen_method, each_outcome
from explainer.phrases import counted, phrase

if TYPE_CHECKING:
    from explainer.engine import Trace


class Comparison:
    """All methods on the problem of a derivation; `outcomes` grows while `work` is gone through."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.chosen = chosen_method(trace)
        self.outcomes: list[Outcome] = []
        self.complete = False

    def work(self) -> Iterator[None]:
        """Derive and compare, a piece for each method; what is known so far is in `outcomes`."""
        for outcome in each_outcome(self.trace):
            if outcome is not None:
                self.outcomes.append(outcome)
                yield
        self.complete = True
        yield


def wrong_methods(outcomes: Sequence[Outcome]) -> list[str]:
    """The methods whose results the numbers do not confirm."""
    return [outcome.method for outcome in outcomes if outcome.check is not None and outcome.check.state == "failed"]


def verdict(outcomes: Sequence[Outcome]) -> str:
    """What the numbers say of all results together, in a sentence; empty where no method came to its end."""
    checks = [outcome.check for outcome in outcomes if outcome.check is not None]
    unchecked = [outcome.method for outcome in outcomes if outcome.check and outcome.check.state == "unchecked"]
    wrong = wrong_methods(outcomes)
    if wrong:
        return phrase("These methods end in a wrong result: {0}.", ", ".join(wrong))
    if unchecked:
        return phrase("These results could not be checked by numbers: {0}.", ", ".join(unchecked))
    if not checks:
        return ""
    points = min(check.points for check in checks)
    if len(checks) == 1:
        return counted(
            "The result is equal to the derivative at {0} random point.",
            "The result is equal to the derivative at {0} random points.",
            points,
        )
    return counted(
        "All {1} results are equal to the derivative at {0} random point.",
        "All {1} results are equal to the derivative at {0} random points.",
        points,
        len(checks),
    )
