"""Whether all methods end in equal results: the same problem derived by each, the results compared by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.engine.derive import derive
from explainer.engine.methods import METHODS, chosen
from explainer.engine.trace import Trace
from explainer.expr.declared import declared

if TYPE_CHECKING:
    from explainer.verify import Check


@dataclass(frozen=True)
class Outcome:
    """How one method fared: its derivation, and whether its result has the value of the derivative asked for.

    `check` is None where the method did not come to its end; then `trace.reason` says why. `same_as` is the id of an
    earlier method that takes the very same steps.
    """

    method: str
    trace: Trace
    check: Check | None
    same_as: str | None = None


def outcomes(trace: Trace) -> tuple[Outcome, ...]:
    """The problem of a trace, derived by every method and each result compared with the unevaluated derivative.

    Methods whose results all have that value agree with each other.
    """
    return tuple(outcome for outcome in each_outcome(trace) if outcome is not None)


def each_outcome(trace: Trace) -> Iterator[Outcome | None]:
    """The outcomes one after the other, with None after each step on the way, for those who work in slices."""
    from explainer.verify import Verifier

    problem = trace.problem
    verifier = Verifier((trace.start,), declared=declared(trace.problem.facts))
    found: list[Outcome] = []
    for method in METHODS.values():
        if method is METHODS["auto"]:
            continue
        asked = (method.id, problem.layout, problem.order, problem.form)
        other = derive(problem.expression, problem.wrt, problem.shapes, *asked, facts=problem.facts)
        while not other.complete:
            other.step(other.derived + 1)
            yield None
        check = verifier.check(trace.start, other.result, problem.facts) if other.status == "finished" else None
        outcome = Outcome(method.id, other, check, _same_as(other, found))
        found.append(outcome)
        yield outcome


def _same_as(trace: Trace, earlier: list[Outcome]) -> str | None:
    """The first method whose lines are those of a derivation that came to its end."""
    if trace.status != "finished":
        return None
    rules = [step.rule for step in trace.steps]
    for outcome in earlier:
        if outcome.trace.lines == trace.lines and [step.rule for step in outcome.trace.steps] == rules:
            return outcome.method
    return None


def chosen_method(trace: Trace) -> str:
    """The id of the method that a trace really used: what `auto` picked, or the method asked for."""
    return chosen(trace.start).id if trace.problem.method == "auto" else trace.problem.method
