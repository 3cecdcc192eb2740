"""The answer of `explainer compare`: one function derived by every method, and whether the results agree."""

from __future__ import annotations

from explainer.cli.answer import Answer
from explainer.engine import Trace
from explainer.engine.agreement import Outcome, chosen_method, outcomes


def comparison(trace: Trace) -> Answer:
    """A line for each method: its steps, its result, what the numbers say; status 1 where a result is wrong."""
    from explainer.notation import write

    found = outcomes(trace)
    chosen = chosen_method(trace)
    width = max(len(outcome.method) for outcome in found)
    lines = [write(trace.start, "unicode"), ""]
    for outcome in found:
        mark = "*" if outcome.method == chosen else " "
        lines.append(f"{mark} {outcome.method:<{width}}  {_said(outcome)}")
    finished = [outcome for outcome in found if outcome.check is not None]
    wrong = [outcome.method for outcome in finished if outcome.check is not None and not outcome.check.ok]
    if not wrong and finished:
        points = min(outcome.check.points for outcome in finished if outcome.check is not None)
        lines += ["", f"All {len(finished)} results are equal to the derivative at {points} random points."]
    text = "\n".join(lines) + "\n"
    return Answer(text, 1, f"these methods end in a wrong result: {', '.join(wrong)}") if wrong else Answer(text)


def _said(outcome: Outcome) -> str:
    from explainer.notation import write

    steps = f"{len(outcome.trace.steps):>3} steps"
    if outcome.check is None:
        return f"{steps}  does not apply: {outcome.trace.reason}"
    return f"{steps}  {write(outcome.trace.result, 'unicode')}"
