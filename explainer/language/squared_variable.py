"""∂/∂σ² of a likelihood: a variable that is a square, such as a variance, is one name of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.language.late_patterns import LatePattern
from explainer.phrases import phrase

_LETTER = r"(?:\\[A-Za-z]+|[^\W\d_]|sigma|tau|omega)"
_TWO = r"\s*(?:²|(?:\^|\*\*)\s*(?:2(?!\d)|\{\s*2\s*\}|\(\s*2\s*\)))"
_VARIABLE = re.compile(rf"\s*(?P<name>{_LETTER}){_TWO}\s*")
_FRONT = LatePattern(
    rf"[\s$]*(?:\\d?frac\s*\{{\s*(?:\\partial|∂|d)\s*\w*\s*\}}\s*\{{\s*(?:\\partial|∂|d)|(?:∂|d)\s*\w?\s*/\s*(?:∂|d))"
    rf"\s*(?P<name>{_LETTER}){_TWO}",
    0,
    ("partial", "∂", "d"),
    ("²", "^", "**"),
)
_SPELLED = (("σ", r"\sigma", "sigma"), ("τ", r"\tau", "tau"), ("ω", r"\omega", "omega"))
"""The names of one letter, as it is typed, in LaTeX and spelled out."""
_LONGEST = 2000
"""Longer texts are looked through for no squares."""
_FREE = "vsuqrz"
"""What the square may be called."""


class Squared(NamedTuple):
    """The text and the variable with one letter for the square, and what is told of it."""

    text: str
    wrt: str | None
    note: str


def squared_variable(text: str, wrt: str | None) -> Squared | None:
    """The text with a letter for each square of the name; None where none is asked for or the name stands alone too."""
    match = None if len(text) > _LONGEST else _FRONT.match(text) if wrt is None else _VARIABLE.fullmatch(wrt)
    if match is None:
        return None
    names = next((names for names in _SPELLED if match["name"] in names), (match["name"],))
    letter = next((one for one in _FREE if not re.search(rf"(?<![A-Za-z\\]){one}(?![A-Za-z])", text)), None)
    if letter is None:
        return None
    any_name = "|".join(map(_written, names))
    changed, count = re.subn(rf"(?:{any_name}){_TWO}", f" {letter} ", text)
    if not count or re.search(any_name, changed):
        return None
    note = phrase("{0} is one variable here, and is written {1}.", f"{names[0]}²", letter)
    return Squared(changed, None if wrt is None else letter, note)


def _written(name: str) -> str:
    """The pattern of a name that is no part of a longer one; in front of a command anything may stand."""
    return ("" if name[0] == "\\" else r"(?<![A-Za-z\\])") + re.escape(name) + "(?![A-Za-z])"
