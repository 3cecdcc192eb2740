"""What a translation gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text in the input language.

    `wrt` is the variable to differentiate by where the pasted text named one, as in \\frac{d}{dx}, else None; `notes`
    are sentences on what was taken to mean what.
    """

    text: str
    wrt: str | None = None
    notes: tuple[str, ...] = ()
