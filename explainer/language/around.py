"""A derivative that is written around its function or behind it: ∂‖Ax − b‖²/∂x, d tr(AX)/dX, x² y with respect to y."""

from __future__ import annotations

import re

from explainer.language.late_patterns import LatePattern
from explainer.language.mappings import NAME, Objective

_AROUND = LatePattern(
    rf"[\s$]*(?P<sign>d(?=[\s(\[|‖])|∂)\s*(?P<body>[^\s*/+=^-].*?)\s*/\s*(?P=sign)\s?(?P<name>{NAME})[\s.$]*",
    re.DOTALL,
    ("d", "∂"),
    ("/",),
)
_LONGEST = 2000
"""Nobody writes a derivative around more than that."""
_OTHER = re.compile(r"∂|=|\n|(?<!\w)d(?!\w)")
"""What no function has that stands between the two signs of one derivative."""
_MADE = re.compile(r"[(\['’|‖^²³ᵀ]|\s[A-Za-z]|[A-Za-z]{3}")
"""What tells d tr(AX) and ∂aᵀXb from the d y of dy/dx, where the function is not said."""
_BEHIND = LatePattern(
    rf"(?<=\S)(?:\s*[,;])?\s+(?:with\s+respect\s+to|w\.\s?r\.\s?t\.?|wrt|bez[üu]glich|bzgl\.?|nach)\s+\$?(?P<name>{NAME})\$?[\s.?]*$",
    0,
    ("with", "r.", "wrt", "bez", "bzgl", "nach"),
)
_NABLA = LatePattern(r"\s*(?P<sign>∇)\s*(?P<body>(?:[‖|√½]|\d|[A-Za-z]{2}).*)", re.DOTALL, ("∇",))
_OF_LETTER = LatePattern(r"\s*(?P<sign>D_(?P<name>[^\W\d]))\s+(?P<body>\S.*)", re.DOTALL, ("D_",))


def derivative_around(text: str) -> Objective | None:
    """The function between ∂ and /∂x, in front of “with respect to x” or behind D_x; None for any other text."""
    if len(text) > _LONGEST:
        return None
    match = _AROUND.fullmatch(text)
    if match is not None and _MADE.search(match["body"]) and not _OTHER.search(match["body"]):
        return Objective(f"{match['sign']}…/{match['sign']}{match['name']}", (match["name"],), *match.span("body"))
    behind = _BEHIND.search(text)
    if behind is not None and text[: behind.start()].strip():
        return Objective(behind.group().strip(" ,;.?"), (behind["name"],), 0, behind.start())
    match = _NABLA.fullmatch(text)
    if match is not None and "=" not in text:
        return Objective("∇", (), match.start("body"), match.end("body"))
    match = _OF_LETTER.fullmatch(text)
    if match is not None and not re.search(r"(?<!\w)D(?!\w)|=", match["body"]):
        return Objective(match["sign"], (match["name"],), match.start("body"), match.end("body"))
    return None
