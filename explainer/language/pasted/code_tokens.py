"""Python text → logical lines of tokens, with their places; comments, prompts and continued lines settled.

Loops over what is known before, such as `for layer in self.layers` and `for W in [W1, W2]`, are their lines one by one.
Only loops of plain meaning are written out: over a list that stands there, over a ModuleList that is made once from
such a list, and over range(3) where the number itself is not used. All others stay, and are refused at their place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from explainer.errors import ParseError
from explainer.language.text.scanner import refuse_too_long


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
    refuse_too_long(text, "Paste the lines that compute the function only.")
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


# --- loops -----------------------------------------------------------------------------------------------------------

Line: TypeAlias = "list[CodeToken]"

MOST_LINES: Final = 4_000
"""Written out, loops give so many lines at most; beyond that they stay as they are."""


def without_loops(lines: list[Line], column: Callable[[Line], int]) -> list[Line]:
    """The lines with every loop of plain meaning written out; `column` says how far a line is indented."""
    if not any(token.value == "for" for line in lines for token in line):
        return lines
    taken = {token.value for line in lines for token in line}
    lists: dict[str, list[Line]] = {}
    made: list[Line] = []
    for line in lines:
        members = _module_list(line)
        if members is None:
            made.append(line)
            continue
        name = members[0]
        parts: list[Line] = []
        for number, member in enumerate(members[1]):
            word = f"{name.value}_{number}"
            while word in taken:
                word += "_"
            taken.add(word)
            renamed = [replace(token, value=word) if token is name else token for token in line[: line.index(name) + 2]]
            made.append([*renamed, *member])
            parts.append(renamed[:-1])
        whole = _text(line[: line.index(name) + 1])
        if whole in lists:
            return lines  # two networks have lists of one name
        lists[whole] = parts
    found = _written_out(made, lists, column)
    # A list that is used otherwise, self.layers[0], is read as it stands or refused there.
    left = {_text(line[k : k + 3]) for line in found for k in range(len(line))}
    return lines if left & lists.keys() or len(found) > MOST_LINES else found


def _written_out(lines: list[Line], lists: dict[str, list[Line]], column: Callable[[Line], int]) -> list[Line]:
    found: list[Line] = []
    k = 0
    while k < len(lines):
        line = lines[k]
        k += 1
        if line[0].value != "for":
            found.append(line)
            continue
        loop = _loop(line, lists)
        body: list[Line] = []
        while k < len(lines) and lines[k][0].start > line[0].start and column(lines[k]) > column(line):
            body.append(lines[k])
            k += 1
        if loop is None or (not loop[2] and not body):
            found += [line, *body]
            continue
        name, values, same_line = loop
        whole = [*([same_line] if same_line else []), *body]
        plain = _is_plain(name, values, whole) and not _is_used_behind(name, lines[k:])
        if not plain or len(values) * len(whole) > MOST_LINES:
            found += [line, *body]
            continue
        for value in values:
            each = [[part for token in inner for part in _put(token, name, value)] for inner in whole]
            found += _written_out(each, lists, column)
    return found


def _put(token: CodeToken, name: str, value: Line | None) -> Line:
    return value if value is not None and token.kind == "name" and token.value == name else [token]


def _is_plain(name: str, values: list[Line | None], body: list[Line]) -> bool:
    """Whether nothing leaves the loop before its end, gives its name another value, or uses the number of a turn."""
    words = {token.value for line in body for token in line}
    if words & {"break", "continue", "else", "return"}:
        return False
    if any(value is None for value in values) and name in words:
        return False
    # Python reads the list once, before the first turn: what a turn changes must not stand in it.
    changed = {line[0].value for line in body if len(line) > 1 and line[1].value.endswith("=")}
    return name not in changed and changed.isdisjoint(token.value for value in values for token in value or ())


def _is_used_behind(name: str, lines: list[Line]) -> bool:
    """Whether the last value of a loop's name is used behind the loop, before another loop gives it new ones."""
    for line in lines:
        if line[0].value == "for" and len(line) > 1 and line[1].value == name:
            return False
        if any(token.value == name for token in line):
            return True
    return False


def _loop(line: Line, lists: dict[str, list[Line]]) -> tuple[str, list[Line | None], Line] | None:
    """The name, what it is one after the other, and what stands behind the colon; None where that is not plain."""
    if len(line) < 5 or line[1].kind != "name" or line[2].value != "in":
        return None
    colon = next((k for k, depth in enumerate(_depths(line)) if depth == 0 and line[k].value == ":"), None)
    if colon is None:
        return None
    over, rest = line[3:colon], line[colon + 1 :]
    if _text(over) in lists:
        return line[1].value, list(lists[_text(over)]), rest
    count = _count(over)
    if count is not None:
        return line[1].value, [None] * count, rest
    values = _bracketed(over)
    return None if values is None else (line[1].value, list(values), rest)


def _count(over: Line) -> int | None:
    """The number in range(number)."""
    if [token.value for token in over[:2]] != ["range", "("] or len(over) != 4 or not over[2].value.isdecimal():
        return None
    return int(over[2].value[:6])


def _bracketed(over: Line) -> list[Line] | None:
    """The values of [A, B, C] or (A, B, C), each a single name, so that nothing is computed twice."""
    if len(over) < 3 or (over[0].value, over[-1].value) not in {("[", "]"), ("(", ")")}:
        return None
    values = _members(over[1:-1])
    return values if values and all(len(value) == 1 and value[0].kind == "name" for value in values) else None


def _module_list(line: Line) -> tuple[CodeToken, list[Line]] | None:
    """The name and the layers in `self.layers = nn.ModuleList([…])`."""
    equals = next((k for k, token in enumerate(line) if token.value == "="), None)
    if equals is None or equals == 0 or line[equals - 1].kind != "name":
        return None
    made = next((k for k in (equals + 1, equals + 3) if k < len(line) and line[k].value == "ModuleList"), None)
    if made is None or [token.value for token in line[made + 1 : made + 3]] != ["(", "["]:
        return None
    if [token.value for token in line[-2:]] != ["]", ")"]:
        return None
    inside = line[made + 3 : -2]
    repeat = next((k for k, depth in enumerate(_depths(inside)) if depth == 0 and inside[k].value == "for"), None)
    if repeat is None:
        members = _members(inside)
        return (line[equals - 1], members) if members else None
    member, tail = inside[:repeat], inside[repeat + 1 :]
    count = _count(tail[2:]) if len(tail) > 2 and tail[1].value == "in" else None
    if count is None or tail[0].value in {token.value for token in member}:
        return None
    return line[equals - 1], [member] * min(count, MOST_LINES)


def _members(inside: Line) -> list[Line]:
    """What stands between the commas; an empty piece at the end is none."""
    pieces: list[Line] = [[]]
    for token, depth in zip(inside, _depths(inside), strict=True):
        if token.value == "," and depth == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _depths(line: Line) -> list[int]:
    """In how many brackets each token stands, the brackets themselves not counted in."""
    depths, depth = [], 0
    for token in line:
        depth -= token.value in _CLOSING and token.kind == "sign"
        depths.append(depth)
        depth += token.value in _OPENING and token.kind == "sign"
    return depths


def _text(line: Line) -> str:
    return "".join(token.value for token in line)


def is_a_name_of_its_own(constant: str, lines: list[list[CodeToken]]) -> bool:
    """Whether code means a value of its own by e: Python knows no such number, unless it is imported.

    A power of it, e**x, is written by who means the number; a name that has a value in a line is known by that.
    """
    own = False
    for line in lines:
        if line[0].value in {"from", "import"} and any(token.value in {constant, "*"} for token in line):
            return False
        for k, token in enumerate(line):
            if token.value != constant or token.kind != "name" or (k and line[k - 1].value == "."):
                continue
            behind = line[k + 1].value if k + 1 < len(line) else ""
            if behind == "=" and not k:
                return False
            own = own or behind != "**"
            own = own or (behind == "**" and "".join(t.value for t in line[k + 2 : k + 3]).isdigit())
    return own
