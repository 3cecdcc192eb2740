"""What a translation gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Pasted(NamedTuple):
    """A pasted text in the input language.

    `wrt` is the variable to differentiate by where the pasted text named one, as in \\frac{d}{dx}, else None; `notes`
    are sentences on what was taken to mean what. `names` holds what each renamed word is written as here, `kinds` the
    names that the code tells to be vectors or matrices, `dialect` whose signs the text keeps, where that is known.
    """

    text: str
    wrt: str | None = None
    notes: tuple[str, ...] = ()
    names: Mapping[str, str] = {}
    kinds: Mapping[str, str] = {}
    dialect: str | None = None
