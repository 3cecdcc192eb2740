"""Letters for what gets a name on the way: indices, intermediate variables, sizes. They never run out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

INDEX_LETTERS = "ijklpqrst"
"""The letters that textbooks use for indices, in the order in which they are taken."""

SIZE_LETTERS = "nmkpqrstl"
"""Those for sizes: n for the entries of a vector, m for the rows of a matrix."""

SUM_SIZE_LETTERS = "nmNKMDLRS"
"""Those for how far a sum without limits runs; many of these are sums over data."""

OTHERS = "abcfghmnuvwxyz"
"""What is taken when those are used up; d and e mean something of their own, o looks like zero."""


def fresh(taken: Collection[str], letters: Iterable[str]) -> str:
    """The first of some letters that is not taken, then one of the others, then ii, jj, …: all of them read back."""
    first = tuple(letters)
    one = next((letter for letter in (*first, *OTHERS) if letter not in taken), None)
    return one or next(name for times in count(2) for letter in first if (name := letter * times) not in taken)


def fresh_size(taken: Collection[str]) -> str:
    """A name for a size, which is seen to be one: n, m, k, …, then n1, m1, n2, …"""
    one = next((letter for letter in SIZE_LETTERS if letter not in taken), None)
    return one or next(name for k in count(1) for letter in "nm" if (name := f"{letter}{k}") not in taken)


def numbered(letter: str, taken: Collection[str], start: int = 1) -> str:
    """x_1, x_2, …: the first of these that is not taken."""
    return next(name for k in count(start) if (name := f"{letter}_{k}") not in taken)
