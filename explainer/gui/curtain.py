"""Changes that concern a whole window, such as its theme, done piece by piece while nothing of them is painted.

Styling and laying out a window of many parts takes longer than anybody should wait for a key. In between the window
takes keys and news, but shows what it showed before, so that nobody sees half of a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TypeAlias

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from explainer.gui.slices import Slices

LONGEST_S = 0.3
"""A change that is wanted anew starts over, but not for ever: so long after what was painted last it is shown first."""

Change: TypeAlias = Callable[[], Iterator[None]]


@contextmanager
def unseen(*windows: QWidget) -> Iterator[None]:
    """Let nobody see how these windows change, until they have."""
    for window in windows:
        window.setUpdatesEnabled(False)
    try:
        yield
    finally:
        for window in windows:
            if isValid(window):
                window.setUpdatesEnabled(True)


class Curtain:
    """Does changes of one window one after the other; of one kind only the last that was asked for."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._slices = Slices(window)
        self._wanted: dict[str, Change] = {}
        self._doing = ""
        self._outdated = False
        self._down_since = 0.0

    @property
    def down(self) -> bool:
        """Whether a change goes on."""
        return self._slices.working

    def change(self, kind: str, change: Change) -> None:
        """Do this soon; at once where nobody sees the window."""
        if not self._window.isVisible():
            for _ in change():
                pass
            return
        self._wanted[kind] = change
        if not self.down:
            self._let_down()
            self._slices.add(self._work())
        elif kind == self._doing:
            self._outdated = True

    def _let_down(self) -> None:
        self._down_since = perf_counter()
        self._window.setUpdatesEnabled(False)

    def _raise(self) -> None:
        if isValid(self._window):
            self._window.setUpdatesEnabled(True)

    def _work(self) -> Iterator[None]:
        try:
            while self._wanted:
                self._doing, change = next(iter(self._wanted.items()))
                self._outdated = False
                for _ in change():
                    yield
                    if self._outdated and perf_counter() - self._down_since < LONGEST_S:
                        break
                else:
                    yield from self._end_one()
        except Exception:
            self._wanted.clear()  # or it would fail again and again
            raise
        finally:
            self._doing = ""
            self._raise()

    def _end_one(self) -> Iterator[None]:
        """A change is done: show it, if it is wanted anew already."""
        if not self._outdated:
            del self._wanted[self._doing]
            return
        self._raise()
        yield
        self._let_down()
