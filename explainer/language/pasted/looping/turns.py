"""What a loop runs over, as tokens: values and tuples of them, whole numbers, and conditions between these."""

from __future__ import annotations

from typing import Final, TypeAlias

from explainer.language.pasted.code_tokens import CodeToken

Line: TypeAlias = "list[CodeToken]"
Value: TypeAlias = "Line | tuple[Value, ...]"
"""A value as the tokens that stand for it, or several in a tuple."""

TURN: Final = "turn"
"""The kind of a token for the number of a turn, which counts from 0 as Python does."""
_OPENING, _CLOSING = "([{", ")]}"
_COMPARED = {
    "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}  # fmt: skip


def text(line: Line) -> str:
    """The tokens as they stand in code, without blanks."""
    return "".join(token.value for token in line)


def depths(line: Line) -> list[int]:
    """In how many brackets each token stands, the brackets themselves not counted in."""
    found, depth = [], 0
    for token in line:
        depth -= token.value in _CLOSING and token.kind == "sign"
        found.append(depth)
        depth += token.value in _OPENING and token.kind == "sign"
    return found


def members(inside: Line) -> list[Line]:
    """What stands between the commas; an empty piece at the end is none."""
    pieces: list[Line] = [[]]
    for token, depth in zip(inside, depths(inside), strict=True):
        if token.value == "," and depth == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def as_tuple(line: Line) -> Value:
    """`i, (W, b)` as a tuple of its parts; a value on its own stays."""
    inner = line
    while len(inner) > 2 and inner[0].value == "(" and inner[-1].value == ")" and not depths(inner)[1:-1].count(0):
        inner = inner[1:-1]
    parts = members(inner)
    several = len(parts) > 1 or (inner is not line and inner and inner[-1].value == ",")
    return tuple(as_tuple(part) for part in parts) if several else line


def in_code(value: Value) -> Line:
    """A value as the tokens that it is in code; several stand in a row."""
    if not isinstance(value, tuple):
        return value
    found: Line = []
    for part in value:
        tokens = in_code(part)
        comma = [CodeToken("sign", ",", tokens[0].start, tokens[0].end)] if found and tokens else []
        found += [*comma, *tokens]
    return found


def one_by_one(line: Line) -> list[Line]:
    """W, b = W_2, b_2 in a line for each, where no name on the left stands on the right."""
    equals = next((k for k, token in enumerate(line) if token.value == "="), 0)
    left, right = members(line[:equals]), members(line[equals + 1 :])
    plain = all(len(part) == 1 and part[0].kind == "name" for part in left)
    if len(left) < 2 or len(left) != len(right) or not plain:
        return [line]
    if {part[0].value for part in left} & {token.value for part in right for token in part}:
        return [line]
    return [[*name, line[equals], *value] for name, value in zip(left, right, strict=True)]


def number(value: int, place: CodeToken) -> Line:
    """A number that counts turns."""
    return [CodeToken(TURN, str(value), place.start, place.end)]


def slices(values: list[Value], inside: Line) -> list[Value] | None:
    """values[1:], values[:-1] and values[a:b], where the bounds are known."""
    colon = next((k for k, token in enumerate(inside) if token.value == ":"), None)
    if colon is None or any(token.value == ":" for token in inside[colon + 1 :]):
        return None
    first, last = inside[:colon], inside[colon + 1 :]
    bounds = [whole(part) for part in (first, last)]
    if (first and bounds[0] is None) or (last and bounds[1] is None):
        return None
    return values[bounds[0] : bounds[1]]


def whole(line: Line) -> int | None:
    """The whole number that a sum of numbers is, such as 3 - 1; None for anything else."""
    total, sign, wanted = 0, 1, True
    for token in line:
        if token.value in {"+", "-"}:
            if wanted and token.value == "+":
                return None
            sign = -sign if wanted and token.value == "-" else (1 if token.value == "+" else -1)
            wanted = True
        elif wanted and token.kind in {"number", TURN} and token.value.isdecimal():
            total += sign * int(token.value[:9])
            wanted = False
        else:
            return None
    return None if wanted else total


def decided(line: Line) -> bool | None:
    """Whether a condition holds; None where that depends on more than numbers that are known."""
    for word, settles in (("or", True), ("and", False)):
        places = [k for k, depth in enumerate(depths(line)) if depth == 0 and line[k].value == word]
        if places:
            parts = [decided(line[a + 1 : b]) for a, b in zip((-1, *places), (*places, len(line)), strict=True)]
            return settles if settles in parts else None if None in parts else not settles
    if line and line[0].value == "not":
        inner = decided(line[1:])
        return None if inner is None else not inner
    if len(line) > 2 and line[0].value == "(" and line[-1].value == ")" and not depths(line)[1:-1].count(0):
        return decided(line[1:-1])
    compared = [k for k, token in enumerate(line) if token.value in _COMPARED]
    if len(compared) != 1:
        alone = whole(line)
        return None if alone is None else alone != 0
    left, right = whole(line[: compared[0]]), whole(line[compared[0] + 1 :])
    if left is None or right is None:
        return None
    return bool(_COMPARED[line[compared[0]].value](left, right))
