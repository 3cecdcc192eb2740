"""Names of one step earlier and later, as recurrent networks and iterations have them: h_{t-1} beside x_t.

An index that no sum counts cannot be calculated with: what stands there is another name, which is called h_old. The
new signs take as many places as those that were typed, so that the places of what is refused stay.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern
from explainer.phrases import phrase

_STEP = LatePattern(r"_\{\s*(?P<index>[tkn])\s*(?P<sign>[-−–+])\s*1\s*\}", 0, ("_",))
_RAISED = LatePattern(
    r"(?<![A-Za-z])(?P<name>[A-Za-z]|\\[a-z]+|[α-ω])(?P<above>\^(?:\{\s*(?P<index>[tkn])\s*(?P<sign>[-−–+])\s*1\s*\}"
    r"|\(\s*(?P<other>[tkn])\s*(?P<other_sign>[-−–+])\s*1\s*\)))",
    0,
    ("^",),
)
"""The x^{k+1} of an iteration, in braces or brackets."""
_NORM = re.compile(r"\\\||\\[lr]?Vert|‖|∥|\|\|")
NEW, OLD = "new", "old"
"""What stands below the names of the step after and before."""


class Renamed(NamedTuple):
    """A text with other names for what comes before and after, and the note on them."""

    text: str
    note: str


def neighbours_named(text: str) -> Renamed | None:
    """The text in which h_{t-1} is called h_{old}; None where there is no such name, or a sum counts its index."""
    above = _iterates(text)
    if above is not None:
        return above
    found = [match for match in _STEP.finditer(text) if not _is_counted(match["index"], text)]
    if not found:
        return None
    for match in found:
        width = match.end() - match.start() - 3
        name = _name_of(match).center(width)
        text = f"{text[: match.start()]}_{{{name}}}{text[match.end() :]}"
    first = found[0]
    read = _name_of(first)
    return Renamed(text, phrase("The index {0} is read as “{1}”: a name of its own.", first.group()[2:-1], read))


def _iterates(text: str) -> Renamed | None:
    """The text in which the x^{k+1} of ‖x^{k+1} − x^k‖ is called x_{new}, and x^k is x_k: no vector has powers."""
    for match in _RAISED.finditer(text):
        name, index = re.escape(match["name"]), match["index"] or match["other"]
        same = re.compile(rf"(?<![A-Za-z]){name}\^(?:\{{\s*{index}\s*\}}|{index}(?![A-Za-z0-9]))")
        inside = len(_NORM.findall(text, 0, match.start("name"))) % 2 == 1
        if not inside or same.search(text) is None or _is_counted(index, text):
            continue
        sign = match["sign"] or match["other_sign"]
        shown, called = match.group(), NEW if sign == "+" else OLD

        def renamed(part: re.Match[str], name: str = match["name"], called: str = called, shown: str = shown) -> str:
            if part.group() != shown:
                return part.group().replace("^", "_", 1)
            return f"{name}_{{{called.center(len(shown) - len(name) - 3)}}}"

        changed = re.sub(rf"{re.escape(shown)}|{same.pattern}", renamed, text)
        note = "{0} beside {1} is read as a name of its own, {2}: no vector has powers."
        return Renamed(changed, phrase(note, shown, f"{match['name']}^{index}", f"{match['name']}_{called}"))
    return None


def _name_of(match: re.Match[str]) -> str:
    return NEW if match["sign"] == "+" else OLD


def _is_counted(index: str, text: str) -> bool:
    """Whether something in the text counts with this letter, as Σ_{t=1}^T and for t in range(n) do."""
    return (
        re.search(rf"(?<![\w\\]){index}\s*(?:=|∈|\\in\b|in\b)|(?:sum|[Σ∑])\s*(?:_\{{?\s*)?\(?\s*{index}\b", text)
        is not None
    )
