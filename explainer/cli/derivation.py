"""The answer of `explainer derive`: the text of the derivation, and an exit status that tells how it ended."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from explainer.cli.answer import Answer
from explainer.cli.terminal import page, width

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node


def answer_for(trace: Trace, writer: Callable[[Trace], str]) -> Answer:
    """Write the trace; status 1 where it did not come to its end or a step fails its check.

    Raises the trace's own error where no step at all was possible: then there is nothing to write.
    """
    if trace.step(1) is None and trace.error is not None:
        raise trace.error
    text = writer(trace)
    if trace.status != "finished":
        return Answer(text, 1, f"the derivation is {trace.status}: {trace.reason}")
    remark = doubts(trace)
    return Answer(text, 1, remark) if remark else Answer(text)


@page
def terminal_text(trace: Trace) -> str:
    """The whole derivation, as wide as the terminal."""
    from explainer.export.plain_text import plain_text

    return plain_text(trace, width())


def result_of(format_: str) -> Callable[[Trace], str]:
    """A writer of the result alone: in the input language, so that it can be typed again, or in another format."""
    from explainer.export.markdown import CODE_SIGNS
    from explainer.notation import write

    faces: dict[str, Callable[[Trace], str]] = {
        "text": lambda trace: _each(trace, lambda node: node.text()),
        "latex": lambda trace: _each(trace, lambda node: write(node, "latex")),
        "markdown": lambda trace: _each(trace, lambda node: CODE_SIGNS.within(write(node, "latex"))),
        "json": lambda trace: json.dumps(
            {"result": trace.result.text(), "shape": str(trace.result.shape), "status": trace.status}
            | ({"results": {name: part.text() for name, part in trace.results.items()}} if _several(trace) else {}),
            ensure_ascii=False,
        ),
    }
    return faces[format_]


def _each(trace: Trace, face: Callable[[Node], str]) -> str:
    """The result; of several variables, a matrix among them, a line for each with its name."""
    from explainer.export.wording import several_results

    found = several_results(trace)
    return "\n".join(f"{face(x)}: {face(part)}" for x, part in found) if found else face(trace.result)


def _several(trace: Trace) -> bool:
    """Whether the derivatives do not stand in one row: there is a matrix among the variables."""
    from explainer.expr.nodes import VariableTuple

    return isinstance(trace.problem.wrt, VariableTuple) and trace.problem.wrt.holds_matrices


def doubts(trace: Trace) -> str:
    """Which steps fail their check, and which have none because their lines have no value anywhere; mostly empty."""
    wrong = [step for step in trace.steps if not step.check.ok]
    failed = [step for step in wrong if step.check.state == "failed"]
    unchecked = [step for step in wrong if step.check.state == "unchecked"]
    remarks = []
    if failed:
        remarks.append(f"these steps fail their check and must not be trusted: {_names(failed)}")
    if unchecked:
        remarks.append(f"these steps could not be checked, for want of points with a value: {_names(unchecked)}")
    return "\n".join(remarks)


def _names(steps: Sequence[Step]) -> str:
    return ", ".join(f"{step.number} ({step.title})" for step in steps)
