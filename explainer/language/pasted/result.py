"""What a translation gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from explainer.expr.shape import Shape


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


def renamed(wrt: str | None, names: Mapping[str, str]) -> str | None:
    """The variable as the translation writes it: `weights` of the code may be w here, and x[0] is x_1."""
    if wrt is not None:
        wrt = re.sub(r"\[(\d{1,9})\]$", lambda match: f"_{int(match.group(1)) + 1}", wrt)
    return None if wrt is None else re.sub(r"[^\W\d]\w*", lambda match: names.get(match.group(), match.group()), wrt)


def shapes_renamed(shapes: Mapping[str, str | Shape] | None, names: Mapping[str, str]) -> dict[str, str | Shape] | None:
    return None if shapes is None else {names.get(name, name): shape for name, shape in shapes.items()}
