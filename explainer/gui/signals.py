"""The session's events as Qt signals, and its slices of work on a timer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from explainer.session import Event, Session

FIRST_PAUSE_MS = 150
"""How long after the first derivation has opened its further steps wait, so that the window gets ready before."""
PAUSE_MS = 5
"""The same for every later change; long enough for the screen to be painted."""


_POLITENESS_MS = 4
"""How long the checks of further steps wait while lines are made ready that the next key may show."""


class SessionSignals(QObject):
    """Sends a signal for each event of a session, and lets the session work while the window has nothing to do.

    The timer fires after input and painting have had their turn, so the work never delays them by
    more than a slice. While the window is `in_a_hurry` there are no checks.
    """

    opened = Signal()
    moved = Signal()
    derived = Signal()
    checked = Signal()
    previewed = Signal()
    failed = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, in_a_hurry: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._in_a_hurry = in_a_hurry or (lambda: False)
        self._timer = QTimer(self)
        self._pause_ms = FIRST_PAUSE_MS
        self._timer.timeout.connect(self._work)
        self._by_event = {
            Event.OPENED: self.opened,
            Event.MOVED: self.moved,
            Event.DERIVED: self.derived,
            Event.CHECKED: self.checked,
            Event.PREVIEWED: self.previewed,
            Event.FAILED: self.failed,
        }
        self._stop_listening = session.listen(self._tell)

    @property
    def working(self) -> bool:
        """Whether there is work left for later slices."""
        return self._timer.isActive()

    def close(self) -> None:
        """Hear no more of the session and stop working for it."""
        self._timer.stop()
        self._stop_listening()

    def _tell(self, event: Event) -> None:
        self._by_event[event].emit()
        if event is Event.MOVED:
            self._pause_ms = PAUSE_MS  # who steps waits for nothing any more
        if event in (Event.OPENED, Event.MOVED):
            self._timer.start(self._pause_ms)

    def _work(self) -> None:
        self._pause_ms = PAUSE_MS
        if self._session.complete and self._in_a_hurry():
            self._timer.start(_POLITENESS_MS)
            return
        self._timer.stop()  # so that a slice that fails does not fail again and again
        if self._session.advance():
            self._timer.start(0)
