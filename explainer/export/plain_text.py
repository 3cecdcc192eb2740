"""A derivation as text for a terminal: one numbered line a step, its rule, its reason and its check."""

from __future__ import annotations

from textwrap import fill, indent
from typing import TYPE_CHECKING

from explainer.export.wording import assumption_texts, check_sentence, ending, shape_list

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node

WIDTH = 96


def plain_text(trace: Trace) -> str:
    """The steps of a trace, its result and its shape, in Unicode text."""
    problem = trace.problem
    head = [_formula(trace.start, ""), f"method {problem.method}, {problem.layout} layout; {shape_list(trace)}"]
    blocks = ["\n".join([*head, *problem.notes])]
    blocks += [_step(step, "") for step in trace.steps]
    result = trace.result
    last = ending(trace) or "Result: " + _formula(result, " " * 8).lstrip() + f"     ({result.shape.display()})"
    return "\n\n".join([*blocks, last]) + "\n"


def _step(step: Step, margin: str) -> str:
    """One step: number and rule, the new line, the reason, what is assumed, the check, and what is folded in it."""
    number = f"{step.number:>3}. "
    inner = margin + " " * len(number)
    lines = [f"{margin}{number}{step.title}  [{step.phase}]", _formula(step.after, inner + "= ")]
    lines.append(_sentence(step.explanation, inner))
    assumed = assumption_texts(step)
    if assumed:
        lines.append(_sentence(f"Assuming {', '.join(assumed)}.", inner))
    lines.append(_sentence(check_sentence(step), inner))
    lines += [_step(folded, inner) for folded in step.substeps]
    return "\n".join(lines)


def _formula(node: Node, margin: str) -> str:
    """The formula in Unicode, all its lines behind the margin."""
    from explainer.notation import write

    first, *rest = write(node, "unicode").split("\n")
    return "\n".join([margin + first, *(" " * len(margin) + line for line in rest)])


def _sentence(text: str, margin: str) -> str:
    if "\n" in text:
        return indent(text, margin)
    return fill(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False)
