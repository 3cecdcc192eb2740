"""Python text → logical lines of tokens, with their places; comments, prompts and continued lines settled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explainer.errors import LimitError, ParseError
from explainer.language.text.scanner import MAX_LENGTH
from explainer.phrases import phrase


@dataclass(frozen=True, slots=True)
class CodeToken:
    """One token: kind is name, number, text (in quotation marks), sign or end."""

    kind: str
    value: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<continued>\\\r?\n)
    | (?P<newline>\n)
    | (?P<space>[^\S\n]+)
    | (?P<prompt>(?m:^)(?:>>>|\.\.\.|In\ \[\d+\]:)\ ?)
    | (?P<text>[rbfu]{0,2}(?:\"\"\".*?\"\"\"|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*'))
    | (?P<number>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<name>[^\W\d]\w*)
    | (?P<sign>\*\*|//|<=|>=|==|!=|->|[-+*/%@]=|:=|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENING, _CLOSING = "([{", ")]}"


def scan_code(text: str) -> list[list[CodeToken]]:
    """The logical lines of a piece of Python, each a list of tokens.

    Raises LimitError when the text is too long, ParseError where a bracket closes that was not opened.
    """
    if len(text) > MAX_LENGTH:
        raise LimitError(
            phrase("the text has {0} characters; at most {1} are read", f"{len(text):,}", f"{MAX_LENGTH:,}"),
            text=text,
            position=MAX_LENGTH,
            end=len(text),
            hint="Paste the lines that compute the function only.",
        )
    lines: list[list[CodeToken]] = [[]]
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, value = match.lastgroup or "sign", match.group()
        if kind in {"comment", "space", "continued", "prompt"}:
            continue
        if kind == "newline" or (value == ";" and depth == 0):
            if depth == 0 and lines[-1]:
                lines.append([])
            continue
        depth += (value in _OPENING) - (value in _CLOSING)
        if depth < 0:
            raise ParseError(
                "this bracket closes nothing", text=text, position=match.start(), end=match.end(), hint="Remove it."
            )
        lines[-1].append(CodeToken(kind, value, match.start(), match.end()))
    return [line for line in lines if line]
