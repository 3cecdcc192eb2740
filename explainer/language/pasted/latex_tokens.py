"""LaTeX text → tokens: commands, braces, scripts and characters, with their places; spacing and comments left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.errors import ParseError
from explainer.language.text.scanner import refuse_too_long


@dataclass(frozen=True, slots=True)
class LatexToken:
    """One token: kind is command, environment, letter, number, break (for two backslashes) or sign."""

    kind: str
    value: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
      (?P<space>\s+|~|%[^\n]*(?:\n|$))
    | (?P<delimiter>\\\(|\\\)|\\\[|\\\]|\$\$?)
    | (?P<spacing>\\[,;:!>\ ]|\\(?:quad|qquad|thinspace|medspace|thickspace|negthinspace|displaystyle|textstyle|limits
        |nolimits|nonumber|notag|hfill|relax|strut|allowbreak|centering)(?![A-Za-z]))
    | (?P<aside>\\(?:label|tag\*?|hspace\*?|vspace\*?|phantom|hphantom|vphantom|color)\s*\{[^{}]*\})
    | (?P<size>\\(?:left|right|middle|big|Big|bigg|Bigg|bigl|bigr|Bigl|Bigr|biggl|biggr|Biggl|Biggr|bigm|Bigm)
        (?![A-Za-z])\s*\.?)
    | (?P<environment>\\(?:begin|end)\s*\{[A-Za-z]+\*?\})
    | (?P<break>\\\\(?:\s*\[[^\]]*\])?)
    | (?P<command>\\(?:[A-Za-z]+\*?|[{}|\#%&_$]))
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<letter>[^\W\d_])
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BETWEEN = re.compile(r"(?:\$\$|\\\])[\s,.;]*(?:\$\$|\\\[)\s*[^\s$]|\$[^\S\n]*[,.;]?\s*(?:\n|(?<=,))\s*\$(?!\$)\s*\S")
"""Where one formula ends and the next begins: each display is a line of its own."""
_LEFT_OUT = frozenset({"space", "delimiter", "spacing", "aside", "size"})
"""What says nothing about the formula; a size command only sizes the fence after it, or stands for an invisible one."""


def scan_latex(text: str) -> list[LatexToken]:
    """Cut LaTeX into tokens.

    Raises LimitError when the text is too long, ParseError at a backslash that begins no command.
    """
    refuse_too_long(text)
    tokens: list[LatexToken] = []
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup or "sign", match.group()
        if kind == "delimiter" and _BETWEEN.match(text, match.start()) and tokens:
            tokens.append(LatexToken("break", "\\\\", match.start(), match.end()))
        if kind in _LEFT_OUT:
            continue
        if value == "\\":
            raise ParseError(
                "a backslash does not begin a command here",
                text=text,
                position=match.start(),
                end=match.end(),
                hint="Commands are written with letters, such as \\frac.",
            )
        if kind in {"command", "environment"}:
            value = re.sub(r"\s+", "", value)
        tokens.append(LatexToken(kind, value, match.start(), match.end()))
    return tokens
