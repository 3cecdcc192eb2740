"""A derivation as text for a terminal: one numbered line a step, its rule, its reason and its check."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Final

from explainer.export.breaking import wrapped
from explainer.export.wording import (
    assumptions,
    check_sentence,
    doubts_of,
    ending,
    explanation,
    notes_of,
    setting,
    several_results,
    shape_list,
)
from explainer.expr.nodes import Where

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node

WIDTH = 96
"""So many columns prose takes where nobody says how many there are."""


_LEAST: Final = 24
"""In letters: in less room a formula would stand in pieces of a word or two."""


def plain_text(trace: Trace, width: int = WIDTH) -> str:
    """The steps of a trace, its result and its shape, in Unicode text; all is broken at the width."""
    problem = trace.problem
    head = [_formula(trace.start, "", width), f"method {problem.method}, {setting(problem)}; {shape_list(trace)}"]
    steps = [_step(step, width) for step in trace.steps]
    choice = [trace.choice] if trace.choice else []
    blocks = ["\n".join([*head, *choice, *notes_of(trace), *doubts_of(trace)]), *steps]
    result = trace.result
    last = ending(trace) or "Result: " + _formula(result, " " * 8, width).lstrip() + f"     ({result.shape.display()})"
    last += "".join(
        f"\n  with respect to {_unicode(variable)}: {_unicode(part)}     ({part.shape.display()})"
        for variable, part in several_results(trace)
    )
    return "\n\n".join([*blocks, last]) + "\n"


def _step(step: Step, width: int) -> str:
    """One step: number and rule, the new line, the reason, what is assumed, the check, and what is folded in it."""
    number = f"{step.number:>3}. "
    margin = " " * len(number)
    sign, line = ("= ", step.after) if step.tempting is None else ("≠ ", step.tempting)
    lines = [f"{number}{step.title}  [{step.phase}]", _formula(line, margin + sign, width)]
    lines.append(_sentence(explanation(step, _unicode), margin, width))
    lines += [_sentence(sentence, margin, width) for sentence in assumptions(step, _unicode)]
    lines.append(_sentence(check_sentence(step.check), margin, width))
    lines += [_folded(part, margin, width) for part in step.substeps]
    return "\n".join(lines)


def _folded(step: Step, margin: str, width: int) -> str:
    """A folded step in one line, with its rule; its check only where it fails."""
    introduced = not isinstance(step.before, Where)
    news = [part.body if isinstance(part, Where) and not introduced else part for part in step.news]
    place = f"{margin}{step.number}. {step.title}: "
    if len(place) > width // 2:  # a formula beside a long name would have no room
        place, names = " " * (len(margin) + 3), f"{place.rstrip()}\n"
    else:
        names = ""
    shown = (_formula(part, " " * len(place) if k else place, width) for k, part in enumerate(news))
    head = names + "\n".join(shown)
    return head if step.check.ok else f"{head}\n{_sentence(check_sentence(step.check), margin, width)}"


def _formula(node: Node, margin: str, width: int) -> str:
    """The formula in Unicode, all its lines behind the margin; definitions and facts on lines of their own."""
    text = _unicode(node)
    if isinstance(node, Where):
        body, _, definitions = text.partition("; where ")
        text = f"{body}\nwhere {definitions}" if definitions else body
    lines = [piece for line in text.split("\n") for piece in wrapped(line, max(width - len(margin), _LEAST))]
    return "\n".join([margin + lines[0], *(" " * len(margin) + line for line in lines[1:])])


def _unicode(node: Node) -> str:
    from explainer.notation import write

    return write(node, "unicode")


def _sentence(text: str, margin: str, width: int) -> str:
    return fill(text, width, initial_indent=margin, subsequent_indent=margin, break_long_words=False)
