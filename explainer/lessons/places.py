"""Where a field stands in a lesson file, which the TOML reader of the standard library does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

TOP = -1
"""The number of the part above the first block."""

Places = Mapping[tuple[int, str], int]
"""The line of each field, by the number of its block, counted from 0, and its name; "" is the block itself."""

_FIELD = re.compile(r"\s*[\"']?([A-Za-z_][A-Za-z0-9_-]*)[\"']?\s*=")
_BLOCK = re.compile(r"\s*\[\[\s*blocks\s*\]\]")
_FENCES = ("'''", '"""')


def field_places(text: str) -> Places:
    """The line of every field of a lesson file; what stands inside a text of several lines is no field."""
    places: dict[tuple[int, str], int] = {(TOP, ""): 1}
    block, fence = TOP, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if fence:
            fence = "" if fence in line else fence
            continue
        if _BLOCK.match(line):
            block += 1
            places[block, ""] = number
        elif found := _FIELD.match(line):
            places.setdefault((block, found[1]), number)
            fence = _opened_fence(line[found.end() :])
    return places


def line_of(places: Places, block: int, field: str) -> int:
    """The line of a field, or of its block where the field itself is missing."""
    return places.get((block, field)) or places.get((block, ""), 0)


def _opened_fence(value: str) -> str:
    """The fence of a text that goes on in the next line; empty where it ends in this one."""
    value = value.lstrip()
    fence = next((fence for fence in _FENCES if value.startswith(fence)), "")
    return "" if not fence or fence in value[3:] else fence
