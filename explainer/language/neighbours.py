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
NEW, OLD = "new", "old"
"""What stands below the names of the step after and before."""


class Renamed(NamedTuple):
    """A text with other names for what comes before and after, and the note on them."""

    text: str
    note: str


def neighbours_named(text: str) -> Renamed | None:
    """The text in which h_{t-1} is called h_{old}; None where there is no such name, or a sum counts its index."""
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


def _name_of(match: re.Match[str]) -> str:
    return NEW if match["sign"] == "+" else OLD


def _is_counted(index: str, text: str) -> bool:
    """Whether something in the text counts with this letter, as Σ_{t=1}^T and for t in range(n) do."""
    return (
        re.search(rf"(?<![\w\\]){index}\s*(?:=|∈|\\in\b|in\b)|(?:sum|[Σ∑])\s*(?:_\{{?\s*)?\(?\s*{index}\b", text)
        is not None
    )
