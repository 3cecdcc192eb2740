"""The answer of a verification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

State: TypeAlias = Literal["ok", "failed", "unchecked"]


@dataclass(frozen=True, slots=True)
class Check:
    """Whether two lines of a derivation have equal values.

    `max_error` is the largest difference found, relative to the size of the values; `points` counts the random points
    that were compared; `message` says what was found, in a sentence.

    `undecided` says that the numbers tell nothing: too few points at which the lines have a value, or none that can be
    computed. Then `ok` is False, for nothing was confirmed, and yet nothing speaks against the line: see `state`.

    With `refutes` the question was the opposite one: whether the numbers show that a tempting result is wrong.
    """

    ok: bool
    max_error: float
    points: int
    message: str
    refutes: bool = False
    undecided: bool = False

    @property
    def state(self) -> State:
        """ok, failed or unchecked."""
        return "ok" if self.ok else "unchecked" if self.undecided else "failed"

    @property
    def answer(self) -> bool | None:
        """Whether the numbers speak for the line or against it; None where they tell nothing."""
        return None if self.undecided else self.ok
