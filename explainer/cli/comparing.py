"""The answer of `explainer compare`: one function derived by every method, and whether the results agree."""

from __future__ import annotations

from explainer.cli.answer import Answer
from explainer.cli.records import comparison_record, is_json, written
from explainer.cli.terminal import narrowed
from explainer.engine import Trace
from explainer.engine.agreement import Outcome, chosen_method, outcomes
from explainer.session.course.comparing import verdict, wrong_methods


def comparison(trace: Trace, format_: str = "text") -> Answer:
    """A line for each method: its steps, its result, what the numbers say; status 1 where a result is wrong."""
    as_data = is_json(format_)
    from explainer.notation import write

    found = outcomes(trace)
    chosen = chosen_method(trace)
    width = max(len(outcome.method) for outcome in found)
    lines = [write(trace.start, "unicode"), ""]
    for outcome in found:
        mark = "*" if outcome.method == chosen else " "
        lines.append(f"{mark} {outcome.method:<{width}}  {_said(outcome)}")
    wrong, found_by_numbers = wrong_methods(found), verdict(found)
    if found_by_numbers and not wrong:
        lines += ["", found_by_numbers]
    text = narrowed("\n".join(lines) + "\n")
    if as_data:
        text = written(comparison_record(found, chosen, found_by_numbers))
    return Answer(text, 1, f"these methods end in a wrong result: {', '.join(wrong)}") if wrong else Answer(text)


def _said(outcome: Outcome) -> str:
    from explainer.notation import write

    steps = f"{len(outcome.trace.steps):>3} steps"
    if outcome.check is None:
        return f"{steps}  does not apply: {outcome.trace.reason}"
    if outcome.same_as is not None:
        return f"{steps}  the same as {outcome.same_as}"
    return f"{steps}  {write(outcome.trace.result, 'unicode')}"
