"""The timer of a talk: it starts, pauses and starts again from zero."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Stopwatch:
    """Counts seconds while it runs; `now` gives the time in seconds."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._counted = 0.0
        self._since: float | None = None

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        """The seconds that were counted so far."""
        return self._counted + (0.0 if self._since is None else self._now() - self._since)

    def toggle(self) -> None:
        """Start, or pause."""
        self.run(not self.running)

    def run(self, running: bool) -> None:
        """Count from now on, or pause."""
        if running and self._since is None:
            self._since = self._now()
        elif not running:
            self._counted, self._since = self.seconds, None

    def reset(self) -> None:
        """Begin at zero again; a running timer goes on running."""
        self._counted = 0.0
        if self._since is not None:
            self._since = self._now()

    def text(self) -> str:
        """The time that was counted, such as 12:05 or 1:02:05."""
        return clock_text(self.seconds)


def clock_text(counted: float) -> str:
    """So many seconds as they are read from a clock."""
    minutes, seconds = divmod(int(counted + 1e-6), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
