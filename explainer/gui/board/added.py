"""Lines below the current one that are none of the derivation: what somebody typed, or the next line with a cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from explainer.notation.tree import Notation, Path


class Added(NamedTuple):
    """One such line. `label` stands in front of it, `title` above it, `note` below it; `marked` parts are framed.

    A wrong one is struck by its `notation`; a `large` one is what is looked at, as the current line is.
    """

    notation: Notation
    label: str = ""
    note: str = ""
    marked: tuple[Path, ...] = ()
    is_wrong: bool = False
    is_large: bool = False
    title: str = ""
