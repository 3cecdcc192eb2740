"""The way back: which pages one came by, and where on each of them one was."""

from __future__ import annotations

from typing import NamedTuple

from explainer.session.course.address import Address

BOARD = Address("board")
"""Where one is while a derivation is looked at."""
MOST = 100  # further back nobody goes page by page


class Stop(NamedTuple):
    """A page with the piece that stood at its top, counted from 0, and how far that piece was scrolled, from 0 to 1.

    `focus` is what had the keys: the number of its piece, and which one it was in it; None for the page itself.
    """

    address: Address
    piece: int = 0
    share: float = 0.0
    focus: tuple[int, int] | None = None


class Trail:
    """Where one is, and the stops before it; going back forgets the stop one leaves."""

    def __init__(self) -> None:
        self.here = BOARD
        self._stops: list[Stop] = []

    @property
    def before(self) -> Address | None:
        """Where `back` leads; None where nothing has been visited before."""
        return self._stops[-1].address if self._stops else None

    def go(self, address: Address, leaving: Stop | None = None) -> None:
        """Go to an address; `leaving` says where on the page one was. Going where one is changes nothing."""
        address = address.page
        if address == self.here:
            return
        self._stops.append((leaving or Stop(self.here))._replace(address=self.here))
        del self._stops[:-MOST]
        self.here = address

    def back(self) -> Stop | None:
        """Go back one stop; None where there is none."""
        if not self._stops:
            return None
        stop = self._stops.pop()
        self.here = stop.address
        return stop
