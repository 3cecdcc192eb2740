"""Lets a derivation go on by itself, a line every few seconds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from explainer.gui.panels.transport import Transport
from explainer.session import Session
from explainer.session.kept.preferences import PAUSE, value_of
from explainer.session.kept.settings import user_settings


class Player(QObject):
    """Plays a session; the transport shows whether it does."""

    def __init__(self, session: Session, transport: Transport, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._transport = transport
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._go_on)

    def toggle(self) -> None:
        """Let the derivation go on by itself, or stop that."""
        if self.timer.isActive():
            self.stop()
        elif self._session.next():
            self.timer.start(round(1000 * float(value_of(user_settings(), PAUSE))))
            self._transport.set_playing(True)

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed, here or in another window."""
        if name == PAUSE and self.timer.isActive():
            self.timer.setInterval(round(1000 * float(value_of(user_settings(), PAUSE))))

    def stop(self) -> None:
        """Let the derivation stand where it is."""
        if self.timer.isActive():
            self.timer.stop()
            self._transport.set_playing(False)

    def _go_on(self) -> None:
        if not self._session.next() and self._session.complete:
            self.stop()
