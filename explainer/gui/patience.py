"""Offers to cancel what takes long: a bar over the board, after two seconds, wherever in the window it goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from explainer.gui.look.announcer import announce

if TYPE_CHECKING:
    from explainer.gui.messages import Messages
    from explainer.gui.notices import NoticeBar

OFFER_S = 2.0
"""How long somebody waits before it is offered to cancel what is waited for."""
_LOOK_MS = 100
"""How often it is looked whether what is waited for has come: more often is not felt, and wakes the processor."""
_OFFER = "This takes long. What is typed and what is there already are kept if it is cancelled."


class Waited(Protocol):
    """Something that may take long: a session, or a part of the window with work of its own."""

    @property
    def busy(self) -> bool:
        """Whether anything goes on."""

    @property
    def waiting_s(self) -> float:
        """How long somebody has been waiting."""

    def cancel(self) -> None:
        """Stop it."""

    def tend(self) -> None:
        """Take in what can be seen of it while it is waited for."""


def watch(part: QObject, waited: Waited) -> Callable[[], None]:
    """Let the window that a part belongs to offer to cancel something; what is returned is to be called when it begins.

    Where there is no such window nobody offers anything.
    """
    place: QObject | None = part
    while place is not None:
        patience = place.findChild(Patience, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if isinstance(patience, Patience):
            return partial(patience.look_after, waited)
        place = place.parent()
    return lambda: None


class Patience(QObject):
    """Looks after all that goes on in one window; `offering` tells whether it is offered to cancel something."""

    offering = Signal(bool)

    def __init__(self, messages: Messages, give_keys_back: Callable[[], object], window: QObject) -> None:
        super().__init__(window)
        self._messages = messages
        self._give_keys_back = give_keys_back
        self._waited: list[Waited] = []
        self.bar: NoticeBar | None = None
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def look_after(self, waited: Waited) -> None:
        """Something has begun that may take long."""
        if not any(one is waited for one in self._waited):
            self._waited.append(waited)
        self._timer.start()

    @property
    def offered(self) -> bool:
        """Whether it is offered to cancel something."""
        return self.bar is not None and not self.bar.isHidden()

    def leave(self) -> bool:
        """Cancel what takes long, if that is offered; return whether it was."""
        if not self.offered:
            return False
        self._cancel()
        return True

    def close(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._waited = []

    def _cancel(self) -> None:
        for waited in self._waited:
            if waited.waiting_s:
                waited.cancel()
        self._show(offered=False)
        self._give_keys_back()

    def _look(self) -> None:
        for waited in self._waited:
            waited.tend()
        self._waited = [waited for waited in self._waited if waited.busy]
        if not self._waited:
            self._timer.stop()
        longest = max((waited.waiting_s for waited in self._waited), default=0.0)
        if self.offered:
            self._show(offered=longest > 0)  # a moment of rest between two pieces is none for who waits
        elif longest >= OFFER_S:
            self._show(offered=True)

    def _show(self, *, offered: bool) -> None:
        if offered == self.offered:
            return
        if offered:
            announce(self._made_bar().words, _OFFER)
        self._made_bar().setVisible(offered)
        self.offering.emit(offered)

    def _made_bar(self) -> NoticeBar:
        if self.bar is None:
            from explainer.gui.notices import Choice, NoticeBar

            choice = Choice("cancel_work", "Cancel", "Cancel what takes long", self._cancel)
            self.bar = NoticeBar(_OFFER, (choice,))
            self._messages.add_bar(self.bar)
        return self.bar
