"""The answer of a verification."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """Whether two lines of a derivation have equal values.

    `max_error` is the largest difference found, relative to the size of the values; `points` counts the random points
    that were compared; `message` says what was found, in a sentence. Without usable points `ok` is False.

    With `refutes` the question was the opposite one: whether the numbers show that a tempting result is wrong.
    """

    ok: bool
    max_error: float
    points: int
    message: str
    refutes: bool = False
