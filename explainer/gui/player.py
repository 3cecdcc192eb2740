"""Lets a derivation go on by itself, a line every few seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from explainer.gui.transport import Transport
from explainer.session import Session

PLAY_PAUSE_MS = 2200
"""How long a line stays."""


class Player(QObject):
    """Plays a session; the transport shows whether it does."""

    def __init__(self, session: Session, transport: Transport, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self.timer = QTimer(self, interval=PLAY_PAUSE_MS)
        self.timer.timeout.connect(self._go_on)

    def toggle(self) -> None:
        """Let the derivation go on by itself, or stop that."""
        if self.timer.isActive():
            self.stop()
        elif self._session.next():
            self.timer.start()
            self._transport.set_playing(True)

    def stop(self) -> None:
        """Let the derivation stand where it is."""
        if self.timer.isActive():
            self.timer.stop()
            self._transport.set_playing(False)

    def _go_on(self) -> None:
        if not self._session.next() and self._session.complete:
            self.stop()
