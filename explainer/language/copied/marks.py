"""Marks around a formula: fences, backticks and stars of Markdown, “1.”, “(a)” and “>” of lists, “Exercise 3:”.

Blanks in their place keep the places of everything else.
"""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern

_FENCED = LatePattern(
    r"\s*(?P<fence>```|~~~)[^\S\n]*\w*[^\S\n]*\n(?P<inside>.*?)\n\s*(?P=fence)\s*", re.DOTALL, ("```", "~~~")
)
_MARKED = LatePattern(
    r"\s*(?P<mark>\*\*|`{1,2}|__)(?P<inside>[^`]+?)(?P=mark)\s*[.?]?\s*", re.DOTALL, ("`", "**", "__")
)
_BOLD = LatePattern(r"(?:(?<=\s)|^)\*\*(?=\S)(?P<inside>[^*\n]+?)(?<=\S)\*\*(?=[\s:.,;!?]|$)", 0, ("**",))
"""A word set in bold, **L**; the power of x**2 has no blank on one side and is no pair."""
_SET = r"(?:\$|\\\(|\\\[|[^\W\d_](?:_\w+)?\s*(?:\([^()=]*\))?\s*=(?!=))"
"""What a formula begins with for sure: a sign of LaTeX, f(x) = and y =."""
_ITEM = LatePattern(
    r"\s*(?:#{1,6}\s+|[>•‣▪●*]\s+|[-–]\s+(?=" + _SET + r")|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*(?=" + _SET + r")"
    r"|(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+|\d{1,2}\.\s+(?=" + _SET + r"|[A-Z][a-z]))(?=\S)"
)
"""What stands in front of an item of a list; “(a) x” and “- x” may be parts of a formula."""
_LABEL = LatePattern(
    r"\s*(?:(?:exercise|problem|question|example|task|step|part|homework|hw|ex|aufgabe|beispiel|[üÜ]bung|frage|schritt)"
    r"\.?\s*(?:\d+(?:\.\d+)*\s*(?:\(?[a-z]\)?)?)?\s*[:.)]|(?-i:Q|A)\d*\s*[:.](?=\s+(?:[A-Za-z]{2}|"
    + _SET
    + r")))\s+(?=\S)",
    re.IGNORECASE,
)
"""The name of an exercise, perhaps with its number."""
_ALIGNED = LatePattern(r"&(?=\s*=)|(?<=[^\\])\\\\\s*$", 0, ("&", "\\\\"))
"""What aligns the lines of a formula where its environment was not copied."""


_ENDED = LatePattern(r"(?<=[\w)\]}])\s*(?:;|(?<!\$)\$)\s*$", 0, (";", "$"))
"""What ends a line of Maple or Maxima."""
_PERCENT = LatePattern(r"(?<![\w)])%(?=(?:e|pi)(?!\w))", 0, ("%e", "%pi"))
"""The sign in front of constants of Maxima."""


def without_marks(text: str) -> str:
    """The text with blanks in the place of all marks around it."""
    text = _without_fences(text)
    ended = _ENDED.search(text)
    if ended is not None and "\n" not in text.strip() and text.count(";") + text.count("$") == 1:
        text = text[: ended.start()] + " " * (len(text) - ended.start())
    text = text.replace(":=", " =")
    text = _PERCENT.compiled.sub(" ", text) if _PERCENT.may_be_in(text) else text
    if "**" in text:
        text = _BOLD.compiled.sub(lambda match: f"  {match['inside']}  ", text)
    while (mark := _LABEL.match(text) or _ITEM.match(text)) is not None and mark.group().strip():
        text = " " * mark.end() + text[mark.end() :]
    if "\\begin" not in text and "\n" not in text and ("&" in text or "\\\\" in text):
        text = _ALIGNED.compiled.sub(lambda match: " " * len(match.group()), text)
    return text


def _without_fences(text: str) -> str:
    """A text without the fences, backticks or stars of Markdown around the whole of it."""
    found = _FENCED.fullmatch(text)
    if found is None:
        found = _MARKED.fullmatch(text)
        if found is None or found["mark"] in found["inside"]:
            return text
    start, end = found.span("inside")
    kept = "".join("\n" if sign == "\n" else " " for sign in text[:start])
    return kept + text[start:end]
