"""A derivation as Markdown with formulas in the signs that code hosts read, and those of notebooks.

Between bare dollar signs a code host reads Markdown before mathematics: it takes the backslash from `\\,` and from
`\\\\`, and more of most formulas of this program. In a block of code called math, and in code between dollar signs,
every character stays (GitHub, “Writing mathematical expressions”). Notebooks know the bare dollar signs only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node

_SPECIAL = frozenset("\\`*_{}[]<>#|$&~!")
_AT_THE_START = re.compile(r"^(\s*\d*)([-+=:.)])", re.MULTILINE)
"""What makes a list, a rule or a heading of a line that it begins."""
_LINKS = re.compile(r"(?<=\w)(@|:(?=//))|(?<=www)\.", re.IGNORECASE)
"""What makes a link of bare words, as code hosts do."""
_BREAKS = re.compile(r"\s*\n\s*|^[ \t]+(?=[ \t])")
"""An empty line would begin a new paragraph, a line far to the right a block of code."""


@dataclass(frozen=True)
class Signs:
    """What stands before and behind a formula in a sentence, and one on lines of its own."""

    inline: tuple[str, str]
    display: tuple[str, str]

    def within(self, latex: str) -> str:
        """A formula in a sentence, on one line: a new one might begin a list."""
        return " ".join(latex.split()).join(self.inline)

    def apart(self, latex: str) -> str:
        """A formula on lines of its own."""
        return latex.join(self.display)


CODE_SIGNS = Signs(("$`", "`$"), ("```math\n", "\n```"))
"""Those of code hosts."""
DOLLAR_SIGNS = Signs(("$", "$"), ("$$\n", "\n$$"))
"""Those of notebooks, and of most other programs."""


def markdown(trace: Trace) -> str:
    """The problem, a numbered list of the steps, and the result."""
    from explainer.notation import write

    problem = trace.problem
    _ = trace.step(1)  # with it comes the reason for the method
    blocks = [
        f"## Derivative of {as_code(problem.text)}",
        CODE_SIGNS.apart(write(trace.start, "latex")),
        f"Method {problem.method}, {setting(problem)}. Shapes: {escaped(shape_list(trace))}.",
        *map(escaped, filter(None, (trace.choice, *notes_of(trace), *doubts_of(trace)))),
    ]
    blocks += [_step(step) for step in trace.steps]
    blocks.append(escaped(ending(trace)) or f"**Result**\n\n{CODE_SIGNS.apart(write(trace.result, 'latex'))}")
    blocks += [f"With respect to {_inline(variable)}: {_inline(part)}" for variable, part in several_results(trace)]
    return "\n\n".join(blocks) + "\n"


def _step(step: Step) -> str:
    reason = " ".join(explanation(step, _inline, escaped).split())
    sentences = [reason, *assumptions(step, _inline), escaped(check_sentence(step.check))]
    from explainer.notation import write

    tempting = None if step.tempting is None else write(step.tempting, "latex")
    line = CODE_SIGNS.apart(f"= {step.latex}" if tempting is None else rf"\ne {tempting}")
    return f"**{step.number}. {escaped(step.title)}** ({step.phase})\n\n{line}\n\n{' '.join(sentences)}"


def _inline(node: Node) -> str:
    from explainer.notation import write

    return CODE_SIGNS.within(write(node, "latex"))


def escaped(text: str) -> str:
    """Words with the characters escaped that Markdown would take for markup, HTML, a formula or a link."""
    plain = "".join("\\" + character if character in _SPECIAL else character for character in text)
    plain = _BREAKS.sub(lambda found: "\n" if "\n" in found[0] else "", plain)
    return _LINKS.sub(r"\\\g<0>", _AT_THE_START.sub(r"\1\\\2", plain))


def escaped_line(text: str) -> str:
    """The same on one line, for titles and the cells of tables."""
    return escaped(" ".join(text.split()))


def as_code(text: str) -> str:
    """Text between signs for code, as many as it does not hold itself."""
    line = " ".join(text.split())
    longest = max(map(len, re.findall("`+", line)), default=0)
    space = " " if longest else ""
    return f"{'`' * (longest + 1)}{space}{line}{space}{'`' * (longest + 1)}"
