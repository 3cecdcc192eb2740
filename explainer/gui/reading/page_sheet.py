"""What a page view scrolls: the page that is shown, and those shown before it until they are gone.

A long page is hundreds of widgets, and to delete them in one go takes longer than anybody should wait for a key. So a
page that is left is hidden at once and deleted part by part, while nothing else is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from explainer.gui.slices import SLICE_S, Slices

if TYPE_CHECKING:
    from explainer.gui.reading.page_body import PageBody


class PageSheet(QWidget):
    """Lies in the view for as long as that lives, as large as the page on it; a page is its child."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("page_sheet")
        self._left: list[PageBody] = []
        self._slices = Slices(self)

    def part_with(self, body: PageBody) -> None:
        """Let a page go that is no longer shown."""
        body.end()
        body.hide()
        self._left.append(body)
        if not self._slices.working:
            self._slices.add(self.emptied())

    def emptied(self) -> Iterator[None]:
        """Delete what is left of earlier pages, with a rest after each few milliseconds."""
        deadline = perf_counter() + SLICE_S
        while self._left:
            body = self._left[-1]
            if body.parts:
                part = body.parts.pop()
                if isValid(part):
                    delete(part)
            else:
                self._left.remove(body)
                delete(body)
            if perf_counter() > deadline:
                yield
                deadline = perf_counter() + SLICE_S
