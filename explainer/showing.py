"""How a value shows itself in a notebook, without knowing what makes the picture.

Expressions and traces lie far below what writes pages. They inherit two methods from here that ask whoever was named
with `show_by`; the package names the one that does it, so that nothing is imported before something is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Shower: TypeAlias = Callable[[str, object], str | None]
"""Gives a value in a face, html or latex; None where the value has no such face."""

_showers: list[Shower] = []


def show_by(shower: Shower) -> None:
    """From now on values show themselves by this."""
    _showers[:] = [shower]


class ShowsItself:
    """A value that Jupyter and its like show as a formula or as a page instead of a line of code."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return _showers[0]("html", self) if _showers else None

    def _repr_latex_(self) -> str | None:
        return _showers[0]("latex", self) if _showers else None
