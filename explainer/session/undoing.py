"""Undo and redo over what is open: text, variable, shapes, method and layout, and the file that they belong to.

Stepping is not in it: whoever goes back to another problem is to stand where they stood.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from explainer.session.session import Request

_NOTHING = Request()
MOST = 500
"""How many states are kept; the oldest go first."""


class State(NamedTuple):
    """A problem that was open, the file it belongs to, what is in that file, and where one stood last."""

    request: Request = _NOTHING
    file: Path | None = None
    saved: Request | None = None
    position: int = 0

    @property
    def modified(self) -> bool:
        """Whether the problem is another one than what is saved; what came from nowhere is not."""
        return self.saved is not None and self.request != self.saved


class History:
    """The states before and after the one that is open now."""

    def __init__(self) -> None:
        self.now = State()
        self._past: tuple[State, ...] = ()
        self._future: tuple[State, ...] = ()

    def note(self, state: State) -> None:
        """Another problem is open; what was undone is gone."""
        if state.request == self.now.request and state.file == self.now.file:
            self.now = state
            return
        if self.now.request.text:
            self._past = (*self._past, self.now)[-MOST:]
        self.now, self._future = state, ()

    def note_position(self, position: int) -> None:
        """Remember where one stands in the open problem."""
        self.now = self.now._replace(position=position)

    def note_saved(self, file: Path) -> None:
        """The open problem is in this file now, and what else belonged to the file no longer is."""
        saved = self.now.request
        self._past = tuple(state._replace(saved=saved) if state.file == file else state for state in self._past)
        self._future = tuple(state._replace(saved=saved) if state.file == file else state for state in self._future)
        self.now = self.now._replace(file=file, saved=saved)

    @property
    def undone_by_undo(self) -> str:
        """What undo takes back, in a word; empty where there is nothing."""
        return changed_between(self._past[-1].request, self.now.request) if self._past else ""

    @property
    def done_by_redo(self) -> str:
        """What redo does again, in a word; empty where there is nothing."""
        return changed_between(self.now.request, self._future[-1].request) if self._future else ""

    def undo(self) -> State | None:
        """Go back to the problem before; None where there is none."""
        if not self._past:
            return None
        self._future = (*self._future, self.now)
        self.now, self._past = self._past[-1], self._past[:-1]
        return self.now

    def redo(self) -> State | None:
        """Go on to the problem that was undone; None where there is none."""
        if not self._future:
            return None
        self._past = (*self._past, self.now)
        self.now, self._future = self._future[-1], self._future[:-1]
        return self.now


def changed_between(before: Request, after: Request) -> str:
    """What is different between two problems, in a word: the first of their parts that differs."""
    words = ("function", "variable", "shapes", "method", "layout", "order", "form")
    pairs = zip(words, before, after, strict=True)
    return next((word for word, former, latter in pairs if former != latter), "file")
