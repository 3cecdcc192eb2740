"""The session's events as Qt signals, and its news brought into the thread of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication

from explainer.gui.patience import watch
from explainer.gui.relay import heard_by, once
from explainer.session import Event, Session

FIRST_PAUSE_MS = 150
"""How long after the first derivation has opened its further steps wait, so that the window gets ready before."""
PAUSE_MS = 5
"""The same for every later change; long enough for the screen to be painted first."""
_OTHERS_MS = 10
"""How long others have their turn while somebody insists on waiting for a derivation."""


class SessionSignals(QObject):
    """Sends a signal for each event of a session, and takes in what its threads bring as soon as they bring it.

    While the window is `in_a_hurry` there are no checks.
    """

    opened = Signal()
    moved = Signal()
    derived = Signal()
    checked = Signal()
    previewed = Signal()
    failed = Signal()
    busy = Signal()

    def __init__(self, session: Session, parent: QObject, in_a_hurry: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pause_ms = FIRST_PAUSE_MS
        self._timer = once(self, FIRST_PAUSE_MS, self._work)
        self._by_event = {
            Event.OPENED: self.opened,
            Event.MOVED: self.moved,
            Event.DERIVED: self.derived,
            Event.CHECKED: self.checked,
            Event.PREVIEWED: self.previewed,
            Event.FAILED: self.failed,
            Event.BUSY: self.busy,
        }
        session.wishes.on_news = heard_by(self._work)
        session.wishes.in_a_hurry = in_a_hurry or _never
        session.while_waiting = _let_others_live
        self._stop_listening = session.listen(self._tell)
        self.busy.connect(watch(self, session))

    @property
    def working(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive() or self._session.busy

    def close(self) -> None:
        """Hear no more of the session, and stop what it does."""
        self._timer.stop()
        self._stop_listening()
        wishes = self._session.wishes  # what still goes on in a thread has them, and would keep the whole window
        wishes.on_news, wishes.in_a_hurry = _nothing, _never
        self._session.while_waiting = _nothing
        self._session.close()

    def _tell(self, event: Event) -> None:
        self._by_event[event].emit()
        if event is Event.MOVED:
            self._pause_ms = PAUSE_MS  # who steps waits for nothing any more
        if event in (Event.OPENED, Event.MOVED):
            self._timer.start(self._pause_ms)

    def _work(self) -> None:
        """Take in what there is; the thread goes on then, and brings what it finds next."""
        if not self._timer.isActive():
            self._pause_ms = PAUSE_MS
        if not self._session.advance(0.0):
            self._timer.stop()  # all is there before its time


def _nothing() -> None:
    """Tells nobody."""


def _never() -> bool:
    """Nobody is in a hurry."""
    return False


def _let_others_live() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _OTHERS_MS)
