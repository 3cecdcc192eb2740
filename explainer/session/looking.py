"""Understands the text that is being typed, in a thread that can be stopped; of two texts the later one counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from explainer.errors import LimitError
from explainer.session.deriving import Wishes
from explainer.session.events import Event
from explainer.session.preview import Preview, preview_of
from explainer.session.work import PoliteBudget, Work

if TYPE_CHECKING:
    from explainer.session.events import Listeners

LOOK_PATIENCE_MS = 25.0
"""How long a preview is waited for before the next key has its turn."""


class Looking:
    """The preview of the text that was looked at last, and the work on the one that is looked at now."""

    def __init__(self, wishes: Wishes, listeners: Listeners) -> None:
        self.preview = Preview()
        self.work: Work[Preview] | None = None
        self._text = ""
        self._then: Callable[[], None] | None = None
        self._wishes = wishes
        self._listeners = listeners

    def begin(
        self, text: str, wrt: str | None, shapes: Mapping[str, str] | None, then: Callable[[], None] | None
    ) -> None:
        """Look at a text; where that takes long, `preview` and `then` follow."""
        self.give_up()
        self._text, self._then = text, then
        self.work = Work(lambda: iter((preview_of(text, wrt, shapes),)), PoliteBudget(), self._wishes.tell)
        if not self.take(LOOK_PATIENCE_MS / 1000):
            self._listeners.tell(Event.BUSY)

    def take(self, patience_s: float) -> bool:
        """Take the preview if it is there after so long; return whether there is none to wait for any more."""
        if self.work is None:
            return True
        try:
            found = self.work.take(patience_s)
        except LimitError as error:
            found = Preview(self._text, error=error)
        if found is None:
            return False
        self.work, self.preview, then = None, found, self._then
        self._listeners.tell(Event.PREVIEWED)
        if then is not None:
            then()
        return True

    def give_up(self) -> None:
        """Nobody wants to know any more."""
        if self.work is not None:
            self.work.leave()
            self.work.cancel()
        self.work = None
