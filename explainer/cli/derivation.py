"""The answer of `explainer derive`: the text of the derivation, and an exit status that tells how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.cli.answer import Answer

if TYPE_CHECKING:
    from explainer.engine import Trace


def answer_for(trace: Trace, writer: Callable[[Trace], str]) -> Answer:
    """Write the trace; status 1 where it did not come to its end or a step fails its check.

    Raises the trace's own error where no step at all was possible: then there is nothing to write.
    """
    if trace.step(1) is None and trace.error is not None:
        raise trace.error
    text = writer(trace)
    if trace.status != "finished":
        return Answer(text, 1, f"the derivation is {trace.status}: {trace.reason}")
    failed = [step for step in trace.steps if not step.check.ok]
    if failed:
        names = ", ".join(f"{step.number} ({step.title})" for step in failed)
        return Answer(text, 1, f"these steps fail their check and must not be trusted: {names}")
    return Answer(text)
