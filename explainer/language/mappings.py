"""x ↦ x² and x -> x²: the sign that names the variable in front of a function."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern

NAME = r"(?:\\[A-Za-z]+\{\\?[A-Za-z]+\}|\\?[^\W\d_]+(?:_(?:\w|\{\w+\}))?)"
"""A name as it is typed or written in LaTeX."""
NAMES = rf"{NAME}(?:\s*,\s*{NAME})*"
LAMBDA = r"(?<![\w.])lambda\s+[^\W\d]\w*(?:\s*,\s*[^\W\d]\w*)*\s*:|(?:^|[=(])\s*lambda\s*:"
"""lambda x, y: of Python. The lambda of λ ‖w‖² where lambda: scalar, spelled out, has no names behind it."""


class Objective(NamedTuple):
    """The words in front, what they name as the variables, and where the function begins."""

    sign: str
    variables: tuple[str, ...]
    start: int
    end: int | None = None


_MAPPING = LatePattern(
    rf"[\s$]*(?:[^\W\d]\w*\s*(?::=|=|:)\s*)?\(?\s*(?P<names>{NAMES})\s*\)?\s*(?:->|→|↦|\\mapsto(?![a-z]))\s*(?=\S)",
    0,
    ("->", "→", "↦", "mapsto"),
)
"""f = x -> x^2 of Julia, x ↦ x^2 of mathematicians."""


def mapping(text: str) -> Objective | None:
    """What stands behind x ↦ or x -> in front; None for any other text."""
    match = _MAPPING.match(text)
    if match is None:
        return None
    variables = tuple(re.split(r"\s*,\s*", match["names"]))
    return Objective(match.group().strip(), variables, match.end())
