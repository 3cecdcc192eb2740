"""Loops that add up: `for i in range(n): total += (y[i] - w @ X[i])**2` as the sum that they compute.

What is computed on the way, `error = y[i] - w @ X[i]`, is put in where it is used. Only such loops are rewritten; all
others stay, and are refused at their place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from explainer.language.pasted.code_tokens import CodeToken
from explainer.language.pasted.looping.turns import Line, depths

_ADDING = {"+=": "+", "-=": "-"}
_ZERO = frozenset({"0", "0.0", "0."})


def with_sums(lines: list[Line], column: Callable[[Line], int], inside: bool = False) -> list[Line]:
    """The lines with every loop that adds up as lines that give its names their sums, or `inside` a loop add them."""
    if not any(line[0].value == "for" for line in lines):
        return lines
    found: list[Line] = []
    k = 0
    while k < len(lines):
        line = lines[k]
        end = k + 1
        while end < len(lines) and column(lines[end]) > column(line):
            end += 1
        added = _added_up(line, lines[k + 1 : end], column) if line[0].value == "for" else None
        if added is None or any(_uses(rest, line[1].value) for rest in lines[end : end + 1]):
            found.append(line)
            k += 1
            continue
        for sum_of_turns in added:
            found = [*found, sum_of_turns] if inside else _with(found, sum_of_turns)
        k = end
    return found


def _added_up(head: Line, body: list[Line], column: Callable[[Line], int]) -> list[Line] | None:
    """What a loop adds to its names, as `total += sum(… for … in …)`; None where it does anything else."""
    colon = next((k for k, depth in enumerate(depths(head)) if depth == 0 and head[k].value == ":"), 0)
    if not colon:
        return None
    inside = with_sums([*([head[colon + 1 :]] if head[colon + 1 :] else []), *body], column, True)
    values: dict[str, Line] = {}
    sums: list[Line] = []
    for line in inside:
        line = _as_adding(line)
        if len(line) < 3 or line[0].kind != "name":
            return None
        name, sign, value = line[0], line[1], _put_in(line[2:], values)
        if sign.value in _ADDING and name.value not in values:
            ranged = [_like(head[0], "for"), *head[1:colon]]
            whole = [_like(sign, "sum"), _like(sign, "("), *value, *ranged, _like(sign, ")")]
            sums.append([name, sign, *whole])
        elif sign.value == "=":
            values[name.value] = [_like(sign, "("), *value, _like(sign, ")")]
        else:
            return None
    totals = {line[0].value for line in sums}
    used = {token.value for line in sums for token in line[2:]}
    return sums if sums and not totals & used and len(totals) == len(sums) else None


def _as_adding(line: Line) -> Line:
    """total = total + … as total += …"""
    values = [token.value for token in line[:4]]
    if len(line) > 4 and values[1] == "=" and values[2] == values[0] and values[3] in {"+", "-"}:
        flat = [token.value for token, depth in zip(line[4:], depths(line[4:]), strict=True) if depth == 0]
        if values[3] == "+" or not {"+", "-"} & set(flat):
            return [line[0], replace(line[1], value=f"{values[3]}="), *line[4:]]
    return line


def _put_in(line: Line, values: dict[str, Line]) -> Line:
    found: Line = []
    for k, token in enumerate(line):
        known = token.kind == "name" and not (k and line[k - 1].value == ".") and token.value in values
        found += values[token.value] if known else [token]
    return found


def _with(lines: list[Line], added: Line) -> list[Line]:
    """The lines and what is added to a name; one that begins at 0, or was not there before, is the sum alone."""
    name, sign, *value = added
    for k in range(len(lines) - 1, -1, -1):
        line = lines[k]
        if line[0].value == name.value and len(line) > 2 and line[1].value == "=":
            if len(line) == 3 and line[2].value in _ZERO:
                return [*lines[:k], *lines[k + 1 :], [name, _like(sign, "="), *_negative(sign), *value]]
            return [*lines, added]
    return [*lines, [name, _like(sign, "="), *_negative(sign), *value]]


def _negative(sign: CodeToken) -> Line:
    return [_like(sign, "-")] if sign.value == "-=" else []


def _like(place: CodeToken, value: str) -> CodeToken:
    return replace(place, kind="name" if value.isalpha() else "sign", value=value)


def _uses(line: Line, name: str) -> bool:
    return any(token.value == name for token in line)
