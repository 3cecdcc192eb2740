r"""A derivation as LaTeX: an `align*` environment of amsmath, one line a step with its rule beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.export.wording import ending

if TYPE_CHECKING:
    from explainer.engine import Trace

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip


def latex_source(trace: Trace) -> str:
    r"""The lines of a trace in `align*`; it compiles wherever `\usepackage{amsmath}` is in force."""
    from explainer.notation import write

    rows = [write(trace.start, "latex")]
    rows += [rf"&= {step.latex} && \text{{{escaped(step.title)}}}" for step in trace.steps]
    if len(rows) > 1:
        rows[0:2] = [rows[0] + "\n  " + rows[1]]
    note = ending(trace)
    comment = "".join(f"% {line}\n" for line in note.splitlines())
    return comment + "\\begin{align*}\n  " + " \\\\\n  ".join(rows) + "\n\\end{align*}\n"


def escaped(text: str) -> str:
    """Words as LaTeX prints them, with its special characters escaped."""
    return "".join(_ESCAPES.get(character, character) for character in text)
