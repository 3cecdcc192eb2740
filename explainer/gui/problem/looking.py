"""When the text being typed is looked at: after every key while that is quick, else when the typing pauses."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QObject

from explainer.gui.relay import once
from explainer.session import Session

_TYPING_PAUSE_MS = 120
"""What is wrong is said when the typing pauses this long; so long waits the preview of a text that takes its time."""
_IMMEDIATE_MS = 12.0
"""The preview follows every key while the one before took no longer than this, so that no key is held up."""
_IMMEDIATE_LENGTH = 400
"""A text of more characters waits for the pause, however fast the one before was."""

Asked: TypeAlias = tuple[str, str | None, dict[str, str]]
"""What is looked at: the text, the variable if it was chosen, the shapes that were set."""


def alike(before: str, now: str) -> bool:
    """Whether a text may be one that another became while somebody typed: most of it is there still, at both ends."""
    return 2 * (_shared(before, now) + _shared(before[::-1], now[::-1])) >= len(before)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class Looking(QObject):
    """Has the session look at what is `asked`; `show` is called at the pause where the preview is that already."""

    def __init__(self, session: Session, asked: Callable[[], Asked], show: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._asked, self._show = session, asked, show
        self._pause = once(self, _TYPING_PAUSE_MS, self._pause_over)
        self._soon = once(self, 0, self.look)
        self._cost_ms = 0.0
        self._looked_at: Asked | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody is typing."""
        return self._pause.isActive()

    def put_off(self, length: int) -> None:
        """Look at a text of this length after this key, or at the pause where that would hold up the keys."""
        self._pause.start()
        if self._cost_ms <= _IMMEDIATE_MS and length <= _IMMEDIATE_LENGTH:
            self._soon.start()

    def stop(self) -> None:
        """Wait for nothing any more."""
        self._pause.stop()
        self._soon.stop()

    def look(self, then: Callable[[], None] | None = None) -> None:
        """Look now; `then` is called when that is done."""
        began = perf_counter()
        self._looked_at = self._asked()

        def note() -> None:
            self._cost_ms = (perf_counter() - began) * 1000
            if then is not None:
                then()

        self._session.look_soon(*self._looked_at, note)

    def _pause_over(self) -> None:
        self._soon.stop()
        if self._looked_at == self._asked():
            self._show()
        else:
            self.look()
