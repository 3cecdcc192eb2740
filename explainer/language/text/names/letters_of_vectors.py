"""Which letters stand for a vector beside another one; reading signs and guessing kinds both go by it."""

from __future__ import annotations

_ENTRYWISE_FACTORS = frozenset("xywuvzhpqtr")


def stem(name: str) -> str:
    """The letter of a name without its subscripts: W of W_1, y of y_hat."""
    return name.split("_")[0]


def is_entrywise_factor(name: str) -> bool:
    """Whether a factor of this name beside a vector is itself a vector: a y or w is, a c or λ scales."""
    return stem(name) in _ENTRYWISE_FACTORS


_MATRICES = frozenset("ABHMQUWX")
_ARGUMENTS = frozenset("xwuvzhyqapksb")


def is_written_in_front_of(left: str, right: str) -> bool:
    """Whether a capital close to a small letter is a matrix that multiplies it: Ax, Wh; Ea and Km are none."""
    return left in _MATRICES and right in _ARGUMENTS


def is_matrix_between(left: str, middle: str, right: str) -> bool:
    """Whether a capital between two small letters is a matrix: x · A · y, and not m · V · t."""
    return middle in _MATRICES | {"K", "S", "C", "P", "R"} and {left, right} <= _ARGUMENTS
