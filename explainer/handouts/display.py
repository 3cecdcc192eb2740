"""What Jupyter, `print` and SymPy are shown of an expression, a step and a derivation.

An expression is LaTeX, which every notebook typesets; steps and derivations are pages in MathML. They take their
colours from the notebook, so that they can be read on light and on dark ground, and open their reasons on a click.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from explainer.export.plain_text import plain_text
from explainer.handouts.from_trace import derivation, step_part
from explainer.handouts.html import before, formula, inline, line, words
from explainer.language.sympy.bridge import to_sympy
from explainer.notation import write

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node
    from explainer.handouts.model import StepPart

_MOST_STEPS: Final = 60
"""A longer derivation is shown so far; the rest would hold the notebook up."""
_QUIET: Final = "opacity: .75; font-size: 92%"
_STEP: Final = "border-left: 3px solid rgba(128, 128, 128, .45); padding: .1em 0 .1em .9em; margin: .35em 0"
_LINE: Final = "display: flex; overflow: auto hidden; padding: .2em 0; margin: .2em 0"


def shown(face: str, value: object) -> Any:
    """A value in a face, html, latex, text or sympy; None where there is none: a notebook then takes another."""
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node

    if face == "sympy":
        return to_sympy(value) if isinstance(value, Node) else None
    if face == "text":
        return plain_text(value) if isinstance(value, Trace) else None
    if isinstance(value, Node):
        return rf"$\displaystyle {write(value, 'latex')}$" if face == "latex" else None
    if isinstance(value, Step):
        return _step_latex(value) if face == "latex" else str(_page(_step(step_part(value), is_open=True, whole=True)))
    if isinstance(value, Trace):
        return _trace_latex(value) if face == "latex" else str(_trace(value))
    return None


def _page(content: Markup) -> Markup:
    return Markup('<div style="color: inherit; background: transparent; max-width: 60em">{}</div>').format(content)


def _trace(trace: Trace) -> Markup:
    """The task, the steps closed one under the other, and the result."""
    block = derivation(trace, "derivation")
    parts = [Markup("<p>{}</p>").format(words(block.task)), _line(formula(block.start))]
    steps = list(islice(block.steps, _MOST_STEPS + 1))
    parts += [_step(step) for step in steps[:_MOST_STEPS]]
    if len(steps) > _MOST_STEPS:
        more = "There are more steps. explainer.handout(trace, “html”) is a page with all of them."
        parts.append(Markup("<p><em>{}</em></p>").format(more))
    elif block.ending:
        parts.append(Markup("<p><strong>{}</strong></p>").format(block.ending))
    else:
        parts.append(Markup("<p><strong>Result</strong></p>{}").format(_line(formula(block.result))))
    return _page(Markup("").join(parts))


def _step(step: StepPart, *, is_open: bool = False, whole: bool = False) -> Markup:
    """The rule and the line, and behind a click the reason; `whole` with the line before, for a step on its own."""
    shown = [_line(before(step))] if whole or step.falling else []
    shown.append(_line(line(step)))
    told = [words(part) for part in (step.reason, step.assumed, step.rule_in_words) if part]
    told.append(escape(step.verdict))
    told += [
        Markup("{}. {}: {}").format(part.number, part.title, Markup("; ").join(map(inline, part.news)))
        for part in step.substeps
    ]
    quiet = Markup("").join(
        Markup('<p style="margin: .25em 0{}">{}</p>').format(f"; {_QUIET}" if place else "", text)
        for place, text in enumerate(told)
    )
    head = Markup("<strong>{}. {}</strong>").format(step.number, step.title)
    if step.state != "ok":
        head += Markup(" {} {}").format(step.sign, step.check)
    details = Markup("<details{}><summary>{}</summary>{}</details>").format(
        Markup(" open") if is_open else "", head, quiet
    )
    return Markup('<div style="{}">{}{}</div>').format(_STEP, details, Markup("").join(shown))


def _line(content: Markup) -> Markup:
    return Markup('<div style="{}">{}</div>').format(_LINE, content)


def _step_latex(step: Step) -> str:
    return _aligned(step.before, [step])


def _trace_latex(trace: Trace) -> str:
    return _aligned(trace.start, list(islice(trace, _MOST_STEPS)))


def _aligned(start: Node, steps: list[Step]) -> str:
    """The lines under each other, each with its rule."""
    from explainer.export.latex_source import escaped

    lines = [
        f"= {write(step.after, 'latex')}" if step.tempting is None else rf"\ne {write(step.tempting, 'latex')}"
        for step in steps
    ]
    rows = [rf"&{line} && \text{{{escaped(step.title)}}}" for line, step in zip(lines, steps, strict=True)]
    body = "\\\\\n".join([f"& {write(start, 'latex')}", *rows])
    return f"$$\\begin{{aligned}}\n{body}\n\\end{{aligned}}$$"
