"""Lines put under each other, and a new page where one is full."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from explainer.handouts.paper.lines import Line


class Pages(ABC):
    """Lines are added at the end; those that keep together come to one page where they fit on one.

    `room` is the width of a line, `column` the height of the lines of a page.
    """

    def __init__(self, room: float, column: float) -> None:
        self.room, self.column = room, column
        self._group: list[Line] = []
        self._below = 0.0

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
        if group and self._below and self._below + height > self.column and height - group[0].before <= self.column:
            self._turn(group[0].repeated)
        if group and self._below and group[0].on_new_page:
            self._turn(None)
        for line in group:
            if self._below and self._below + line.before + line.height + line.depth > self.column:
                self._turn(line.repeated)
            self._put(line)

    def _put(self, line: Line) -> None:
        top = self._below + (line.before if self._below else 0.0)
        self.put(line, top)
        self._below = top + line.height + line.depth

    def _turn(self, repeated: Line | None) -> None:
        self.turn()
        self._below = 0.0
        if repeated is not None:
            self._put(repeated)
