"""Which bracket belongs to which in a text that is still being typed; nothing is refused here.

The parser has its own pairing, which ends at the first fault. This one goes on after it, so that every bracket can be
marked on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

PAIRS: Mapping[str, str] = MappingProxyType({"(": ")", "[": "]", "{": "}"})
"""Every opening bracket with the one that closes it."""
WRAPPING: Mapping[str, str] = MappingProxyType({**PAIRS, "|": "|", "‖": "‖"})
"""What can be put around a part of a text, with the sign on its other side."""


class BracketPairs(NamedTuple):
    """The partner of every bracket that has one, by their places in the text, and the places of those without."""

    partners: Mapping[int, int] = MappingProxyType({})
    alone: tuple[int, ...] = ()

    def wrong(self, text: str, cursor: int | None) -> tuple[int, ...]:
        """The brackets without a partner that are mistakes by now.

        Where somebody writes at a cursor, what was opened before it may still be closed, unless an outer pair is.
        """
        return tuple(
            place
            for place in self.alone
            if cursor is None
            or place >= cursor
            or text[place] not in PAIRS
            or any(start < place < end for start, end in self.partners.items())
        )

    def at(self, cursor: int) -> tuple[int, ...]:
        """The bracket that touches a cursor and its partner, that before the cursor first; else nothing."""
        for place in (cursor - 1, cursor):
            if place in self.partners:
                return (place, self.partners[place])
        return ()


def pair_brackets(text: str) -> BracketPairs:
    """Pair the brackets of a text: `f([x)` has a pair of round ones and a square one that is alone.

    A closing bracket takes the nearest opening one of its kind; those left open between the two are alone.
    """
    partners: dict[int, int] = {}
    alone: list[int] = []
    waiting: list[int] = []
    count = dict.fromkeys(PAIRS, 0)
    opening_of = {closing: opening for opening, closing in PAIRS.items()}
    for place, character in enumerate(text):
        if character in PAIRS:
            waiting.append(place)
            count[character] += 1
        elif character in opening_of:
            opening = opening_of[character]
            if not count[opening]:
                alone.append(place)
                continue
            while text[waiting[-1]] != opening:
                between = waiting.pop()
                count[text[between]] -= 1
                alone.append(between)
            partner = waiting.pop()
            count[opening] -= 1
            partners[partner], partners[place] = place, partner
    return BracketPairs(partners, tuple(sorted((*alone, *waiting))))
