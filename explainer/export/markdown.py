"""A derivation as Markdown with formulas between dollar signs, as notebooks and code hosts show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.export.wording import assumptions, check_sentence, doubts_of, ending, explanation, shape_list

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node

_SPECIAL = frozenset("\\`*_{}[]<>#|")


def markdown(trace: Trace) -> str:
    """The problem, a numbered list of the steps, and the result."""
    from explainer.notation import write

    problem = trace.problem
    blocks = [
        f"## Derivative of `{problem.text}`",
        f"$$\n{write(trace.start, 'latex')}\n$$",
        f"Method {problem.method}, {problem.layout} layout. Shapes: {escaped(shape_list(trace))}.",
        *map(escaped, (*problem.notes, *doubts_of(trace))),
    ]
    blocks += [_step(step) for step in trace.steps]
    blocks.append(escaped(ending(trace)) or f"**Result**\n\n$$\n{write(trace.result, 'latex')}\n$$")
    return "\n\n".join(blocks) + "\n"


def _step(step: Step) -> str:
    reason = " ".join(explanation(step, _inline, escaped).split())
    sentences = [reason, *assumptions(step, _inline), escaped(check_sentence(step.check))]
    return f"**{step.number}. {escaped(step.title)}** ({step.phase})\n\n$$\n= {step.latex}\n$$\n\n{' '.join(sentences)}"


def _inline(node: Node) -> str:
    from explainer.notation import write

    return f"${write(node, 'latex')}$"


def escaped(text: str) -> str:
    """Words with the characters escaped that Markdown would take for markup."""
    return "".join("\\" + character if character in _SPECIAL else character for character in text)
