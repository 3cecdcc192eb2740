"""Where a page is found. Light, so that a window may know of pages before it makes any."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """Where a page is found: its kind and its name; `place` is what to look at on it, such as the id of a problem."""

    kind: str
    name: str = ""
    place: str = ""

    @property
    def page(self) -> Address:
        """The address of the whole page."""
        return self._replace(place="")
