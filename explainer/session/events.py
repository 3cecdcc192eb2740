"""What a session tells its listeners, and how they are told."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeAlias


class Event(Enum):
    """Something that has just become true of a session."""

    OPENED = auto()
    """Another derivation is open; its first step is derived, the position is 0."""
    MOVED = auto()
    """The position is another one."""
    DERIVED = auto()
    """More steps of the open derivation are known, or it is now complete."""
    CHECKED = auto()
    """More steps have their check."""
    PREVIEWED = auto()
    """The preview of the typed text is another one."""
    BUSY = auto()
    """Something goes on that may take long."""
    FAILED = auto()
    """The last command was refused; `Session.error` says why. What was open stays open."""


Listener: TypeAlias = Callable[[Event], None]


class Listeners:
    """Callables that are told of events, in the order in which they were added."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener of every event from now on; calling what is returned ends that."""
        self._listeners.append(listener)

        def remove() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return remove

    def tell(self, event: Event) -> None:
        """Tell all listeners; one that is added or removed meanwhile counts from the next event on."""
        for listener in tuple(self._listeners):
            listener(event)
