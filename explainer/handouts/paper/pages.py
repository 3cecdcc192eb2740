"""Lines put under each other, and a new page where one is full."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from math import inf

from explainer.handouts.paper.lines import Line


class Pages(ABC):
    """Lines are added at the end; those that keep together come to one page where they fit on one.

    `room` is the width of a line, `column` the height of the lines of a page. Where there are columns beside each other
    `left` is how far the present one is from the margin; the next line stands under a place `_below` the top of the
    page, and the columns begin at `_top`, under what was there before them.
    """

    def __init__(self, room: float, column: float) -> None:
        self.room, self.column = room, column
        self.left = 0.0
        self._across = room
        self._group: list[Line] = []
        self._below = self._top = 0.0

    def begin_columns(self, room: float) -> None:
        """From here on the lines are so wide; a second column stands at the right edge where it has room."""
        self.settle()
        self._top = self._below
        self.room = room

    @abstractmethod
    def put(self, line: Line, top: float) -> None:
        """Put a line on the page with its upper end so far below the top of the column."""

    @abstractmethod
    def turn(self) -> None:
        """End this page and begin the next one."""

    def add(self, lines: Iterable[Line]) -> None:
        """Put lines under those that are there."""
        for line in lines:
            self._group.append(line)
            if not line.keep:
                self.settle()

    def settle(self) -> None:
        """Place the lines that keep together: on this page, on the next, or broken where no page holds them."""
        group, self._group = self._group, []
        height = sum(line.before + line.height + line.depth for line in group)
        if group and self._began and self._below + height > self.column and height - group[0].before <= self.column:
            self._turn(group[0].repeated)
        if group and (self._began or self.left) and group[0].on_new_page:
            self._turn(None, whole=True)
        for line in group:
            if self._began and self._below + line.before + line.height + line.depth > self.column:
                self._turn(line.repeated)
            self._put(line)

    @property
    def _began(self) -> bool:
        """Whether something stands in this column."""
        return self._below > self._top

    def _put(self, line: Line) -> None:
        top = self._below + (line.before if self._began or (self._top and not self.left) else 0.0)
        self.put(line, top)
        self._below = top + line.height + line.depth

    def _turn(self, repeated: Line | None, *, whole: bool = False) -> None:
        """Go on in the next column, or on the next page where this was the last one, or where a `whole` page ends."""
        following = self.left + self._across - self.room if self.room < self._across else inf
        if whole or self.left > 0.0 or following + self.room > self._across + 0.01:
            self.turn()
            self.left = self._top = 0.0
        else:
            self.left = following
        self._below = self._top
        if repeated is not None:
            self._put(repeated)
