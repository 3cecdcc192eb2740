"""How a value shows itself in a notebook, in print and to SymPy, without knowing what makes the picture.

Expressions and traces lie far below what writes pages. They inherit methods from here that ask whoever was named with
`show_by`; the package names the one that does it, so that nothing is imported before something is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Shower: TypeAlias = Callable[[str, object], Any]
"""Gives a value in a face: html, latex or text as a string, sympy as its object; None where it has no such face."""

_showers: list[Shower] = []


def show_by(shower: Shower) -> None:
    """From now on values show themselves by this."""
    _showers[:] = [shower]


class ShowsItself:
    """A value that Jupyter and its like show as a formula or as a page instead of a line of code."""

    __slots__ = ()

    def shown_as(self, face: str) -> Any:
        """This value in a face; None where it has none, or where the package has not been imported."""
        return _showers[0](face, self) if _showers else None

    def _repr_html_(self) -> Any:
        return self.shown_as("html")

    def _repr_latex_(self) -> Any:
        return self.shown_as("latex")
