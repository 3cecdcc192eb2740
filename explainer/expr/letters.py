"""Letters for what gets a name on the way: indices, intermediate variables, sizes. They never run out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import count

INDEX_LETTERS = "ijklpqrst"
"""The letters that textbooks use for indices, in the order in which they are taken."""

OTHERS = "abcfghmnuvwxyz"
"""What is taken when those are used up; d and e mean something of their own, o looks like zero."""


def fresh(taken: Collection[str], letters: Iterable[str]) -> str:
    """The first of some letters that is not taken, then one of the others, then ii, jj, …: all of them read back."""
    return next(letter for letter in _candidates(tuple(letters)) if letter not in taken)


def _candidates(letters: tuple[str, ...]) -> Iterator[str]:
    yield from letters
    yield from OTHERS
    for times in count(2):
        yield from (letter * times for letter in letters)
