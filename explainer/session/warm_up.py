"""Loads what is needed: the engine before anything is on the board, and beside the work of the window the checks.

Importing numpy takes longer than a slice may.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from threading import Thread

PATIENCE_S = 0.004
"""How long it is waited each time for the part of another thread: a quarter of a picture, so that nobody sees it."""
_NEEDED = ("numpy", "explainer.verify", "explainer.expr.evaluate")


class WarmUp:
    """One thread that imports modules and ends; it is started when somebody first asks whether they are there."""

    def __init__(self) -> None:
        self._thread: Thread | None = None

    def ready(self, patience_s: float) -> bool:
        """Whether the modules are loaded; waits for them for so long, which leaves the processor to the thread."""
        if self._thread is None:
            self._thread = Thread(target=_load, name="loading the checks")
            self._thread.start()
        self._thread.join(patience_s)
        return not self._thread.is_alive()


def _load() -> None:
    with suppress(ImportError):  # what cannot be imported is reported where it is used
        for name in _NEEDED:
            import_module(name)


def load_engine() -> None:
    """Load what derives, with its grammar. Who starts has nothing else to do, and every thread finds it loaded then."""
    from explainer.engine import derive

    derive("x", "x").step(1)


warm_up = WarmUp()
"""The one of this process, since modules are loaded once."""


def until_ready() -> Iterator[None]:
    """Items for a piece of work in slices to pass on until the modules are loaded."""
    while not warm_up.ready(PATIENCE_S):
        yield
