"""The one formula in a sentence whose words are not understood: “The loss is **L** = \\( (y - wx)^2 \\)”.

It is looked for only where the whole text was refused. Words that say what is to be done with the formula, as “the
square of” does, leave it in its sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern

_SET = LatePattern(
    r"\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]|\$\$(?P<double>.+?)\$\$|(?<!\\)\$(?P<single>[^$]+?)(?<!\\)\$",
    re.DOTALL,
    ("\\(", "\\[", "$"),
)
_CHANGES = re.compile(
    r"\b(?:of|inverse|squared?|cubed?|root|norm|trace|determinant|log|exponential|times|plus|minus|over|divided|power|sum"
    r"|product|second|third|twice|transposed?|where|with\s+respect|von|der|des|mal|hoch|durch|zweite|nach|negative|half"
    r"|not|is\s+not|no)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NAMED = re.compile(r"(?:^|\s)\w{1,3}\s*(?:\([^()]*\))?\s*=\s*$")
_LONGEST = 2000


class Alone(NamedTuple):
    """The formula with blanks in the place of its sentence, and the words."""

    text: str
    words: str


def formula_alone(text: str) -> Alone | None:
    """The formula that is set apart in a sentence; None where it is none or not the only one, or words change it."""
    found = list(_SET.finditer(text)) if len(text) <= _LONGEST else []
    if len(found) != 1:
        return None
    start, end = found[0].span()
    front, behind = _NAMED.sub(" ", text[:start]), text[end:]
    around = f"{front} {behind}"
    if not _WORDS.search(around) or _CHANGES.search(around) or re.search(r"[\d^=+/\\<>]", around):
        return None
    words = " … ".join(filter(None, (front.strip(" .,:;-"), behind.strip(" .,:;"))))
    return Alone(" " * start + text[start:end], words)
