"""Breaking a formula in Unicode text into lines, as a reader at a terminal would: before signs outside of brackets."""

from __future__ import annotations

from typing import Final

_SIGNS: Final = frozenset("+−-=≤≥<>≠≈·⊗⊘∘→")
_OPENING, _CLOSING = frozenset("([{⟨"), frozenset(")]}⟩")
_INDENT: Final = "  "
_FULL: Final = 0.4
"""A line that ends at a better place may be this much of the width, and no shorter."""


def wrapped(line: str, width: int) -> list[str]:
    """The line in pieces of at most the width, the later ones set in; longer only where nothing can be broken."""
    lines: list[str] = []
    rest, indent = line, ""
    while len(indent) + len(rest) > width:
        place = _best(rest, width - len(indent))
        if place is None:
            break
        lines.append(indent + rest[:place].rstrip())
        rest, indent = rest[place:].lstrip(), _INDENT
    return [*lines, indent + rest]


def _best(text: str, room: int) -> int | None:
    """Where the line ends: behind a semicolon, before a sign in as few brackets as can be, else at any space."""
    depth = 0
    best: tuple[float, int] | None = None
    first: int | None = None
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        if character != " " or not place or place + 1 >= len(text):
            continue
        first = place if first is None else first
        if place > room:
            break
        badness = depth + _badness(text[place - 1], text[place + 1 :])
        badness += 2.0 if place < _FULL * room else 0.0
        if best is None or badness <= best[0]:
            best = badness, place
    return best[1] if best else first


def _badness(before: str, behind: str) -> float:
    """How bad it is to end a line at a space: 0 is best."""
    if before == ";":
        return -0.5
    if behind[0] in _SIGNS and behind[1:2] == " ":
        return 0.5 if behind[0] == "·" else 0.0
    return 0.25 if before == "," else 3.0
