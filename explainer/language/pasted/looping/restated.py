"""Lines that say the same in a form that is read: several values given at once, lists of layers that grow by append."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from explainer.language.pasted.looping.turns import Line, Value, depths, in_code, members, one_by_one, text

Listed = Callable[[Line], list[Value] | None]
"""The values of a list as it is made, those of [… for _ in range(3)] among them; None where they are not known."""


def restated(lines: list[Line], listed: Listed) -> list[Line]:
    """The lines with one value in each, and with the layers of a list where it is given to a network as *layers."""
    lines = [_spread_here(piece, listed) for line in lines for piece in one_by_one(line)]
    lists = _gathered(lines, listed)
    if not lists:
        return lines
    kept = (line for line in lines if _grows(line, lists) is None and _starts(line) not in lists)
    return [_spread(line, lists) for line in kept]


def _starts(line: Line) -> str:
    """The name that a line gives a list in square brackets; empty where it does something else."""
    equals = next((k for k, token in enumerate(line) if token.value == "="), 0)
    value = line[equals + 1 :]
    whole = len(value) > 1 and value[0].value == "[" and value[-1].value == "]" and not depths(value)[1:-1].count(0)
    return text(line[:equals]) if equals and whole else ""


def _grows(line: Line, lists: dict[str, Line]) -> tuple[str, Line] | None:
    """What a line adds to one of the lists: layers.append(…), layers.extend([…]), layers += […]."""
    for opening, closing in ((".append(", 1), (".extend([", 2)):
        size = closing + 2
        k = next((k for k in range(1, len(line)) if text(line[k : k + size]) == opening), 0)
        if k and text(line[:k]) in lists:
            return text(line[:k]), line[k + size : len(line) - closing]
    k = next((k for k in range(1, len(line) - 2) if line[k].value == "+=" and line[k + 1].value == "["), 0)
    return (text(line[:k]), line[k + 2 : -1]) if k and text(line[:k]) in lists else None


def _spread_here(line: Line, listed: Listed) -> Line:
    """nn.Sequential(*[nn.Linear(8, 8) for _ in range(3)]) with its layers."""
    k = next((k for k in range(1, len(line) - 1) if text(line[k - 1 : k + 2]) in {"(*[", ",*["}), 0)
    if not k:
        return line
    inside = depths(line[k + 1 :])
    close = next((j for j in range(1, len(inside)) if inside[j] == 0), len(inside) - 1)
    values = listed(line[k + 1 : k + 2 + close])
    return line if values is None else [*line[:k], *in_code(tuple(values)), *line[k + 2 + close :]]


def _members(value: Line, listed: Listed) -> Line:
    """What stands between the brackets of a list, one value after the other."""
    if any(token.value == "for" for token in value):
        values = listed(value)
        if values is not None:
            return in_code(tuple(values))
    return value[1:-1]


def _gathered(lines: list[Line], listed: Listed) -> dict[str, Line]:
    """The lists that are used as *layers alone, each with the tokens between its brackets once it has grown."""
    lists: dict[str, Line] = {}
    for line in lines:
        name = _starts(line)
        if name:
            equals = next((k for k, token in enumerate(line) if token.value == "="), 0)
            lists[name] = _members(line[equals + 1 :], listed)
            continue
        grown = _grows(line, lists)
        if grown is not None:
            comma = [replace(line[0], kind="sign", value=",")] if lists[grown[0]] else []
            lists[grown[0]] = [*lists[grown[0]], *comma, *grown[1]]
    return {name: inside for name, inside in lists.items() if _only_spread(name, lines, lists)}


def _only_spread(name: str, lines: list[Line], lists: dict[str, Line]) -> bool:
    """Whether a list occurs where it is made, where it grows, and as *name."""
    size = name.count(".") * 2 + 1
    spread = False
    for line in lines:
        if _starts(line) == name or _grows(line, lists) is not None:
            continue
        for k in range(len(line) - size + 1):
            if text(line[k : k + size]) == name and (k < 1 or line[k - 1].value != "."):
                if k < 2 or line[k - 1].value != "*" or line[k - 2].value not in {"(", ","}:
                    return False
                spread = True
    return spread and bool(members(lists[name]))


def _spread(line: Line, lists: dict[str, Line]) -> Line:
    """A line with the layers in the place of *layers."""
    found: Line = []
    k = 0
    while k < len(line):
        size = next((size for size in (3, 1) if text(line[k + 1 : k + 1 + size]) in lists), 0)
        if size and line[k].value == "*" and k and line[k - 1].value in {"(", ","}:
            found += [replace(token, start=line[k].start, end=line[k].end)
                      for token in lists[text(line[k + 1 : k + 1 + size])]]  # fmt: skip
            k += 1 + size
        else:
            found.append(line[k])
            k += 1
    return found
