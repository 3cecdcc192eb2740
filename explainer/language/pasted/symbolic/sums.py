"""SymPy's Sum(x[i]**2, (i, 1, n)) as a sum over an index."""

from __future__ import annotations

import re

from explainer.language.pasted.code_calls import Arguments

_RANGE = re.compile(r"\((\w+), (\d+), ([^()]+)\)")
_LESS_ONE = re.compile(r"(\w+) - 1")
_SUBSCRIPT = re.compile(r"_(?:\{[^{}]*\}|\w+)")


def added_up(arguments: Arguments, library: bool, torch: bool) -> str | None:
    """The sum as the language writes it; one that starts at 0 starts at 1, as entries are counted from 1 here."""
    value, *ranges = arguments.items or [""]
    for written in ranges:
        match = _RANGE.fullmatch(written)
        if match is None or match[2] not in {"0", "1"}:
            return None
        index, size = match[1], match[3]
        if match[2] == "0":
            less = _LESS_ONE.fullmatch(size)
            size = less[1] if less else str(int(size) + 1) if size.isdecimal() else f"{size}+1"
            value = _with_less(value, index)
        value = f"(sum({index}=1..{size.replace(' ', '')}, {value}))"
    return value if ranges and not arguments.options else None


def _with_less(value: str, index: str) -> str:
    """The value with index − 1 wherever the index is a number; as a subscript it names the same entry."""
    pieces, start = [], 0
    for match in [*_SUBSCRIPT.finditer(value), None]:
        plain = value[start : len(value) if match is None else match.start()]
        pieces.append(re.sub(rf"(?<![\w.]){index}(?!\w)", f"({index} - 1)", plain))
        if match is not None:
            pieces.append(match.group())
            start = match.end()
    return "".join(pieces)
