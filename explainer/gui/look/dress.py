"""The style sheet of a window, worn by its parts one by one.

To give a window of hundreds of widgets another sheet takes longer than anybody should wait for a key, and whoever has a
sheet brings it to all that lies in it. So the window has none, nor has what only holds its parts: each part wears that
of the window, and behind it what is said of that part alone. What comes into a holder later puts it on when Qt first
polishes it, which is before it is measured or seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QChildEvent, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_OF_PARTS, _OWN = "sheet_of_parts", "own_sheet"
"""Names of properties: of a holder what its parts wear, of a part what is said of it alone."""


def dress(holders: Sequence[QWidget], sheet: str) -> Iterator[None]:
    """Let the parts of these holders wear a sheet, one part after the other; a holder in another one is no part.

    Parts with a sheet of their own are left out: most of them say it anew now, and would be dressed twice.
    `dress_left_out` brings the sheet to those that did not.
    """
    for holder in holders:
        holder.setProperty(_OF_PARTS, sheet)
    for part in _parts(holders):
        if isValid(part) and part.property(_OWN) is None and _put_on(part):
            yield


def dress_left_out(holders: Sequence[QWidget]) -> Iterator[None]:
    """Let those parts wear the sheet of their holder that do not yet."""
    for part in _parts(holders):
        if isValid(part) and _put_on(part):
            yield


def dress_newcomer(event: QChildEvent) -> None:
    """Dress what has come into a holder; to be called by its `childEvent`."""
    if event.type() == QEvent.Type.ChildPolished:
        part = event.child()
        if isinstance(part, QWidget) and part.property(_OF_PARTS) is None:
            _put_on(part)


def say_own(part: QWidget, own: str) -> None:
    """Give a part of a window a sheet of its own, which goes before that of the window."""
    part.setProperty(_OWN, own)
    _put_on(part)


class Holder(QWidget):
    """A widget that only holds parts of a window."""

    def childEvent(self, event: QChildEvent) -> None:
        dress_newcomer(event)


def _parts(holders: Sequence[QWidget]) -> list[QWidget]:
    """What lies in the holders now, what is seen first."""
    inside = [child for holder in holders for child in holder.children() if isinstance(child, QWidget)]
    return sorted((child for child in inside if child not in holders), key=QWidget.isHidden)


def _put_on(part: QWidget) -> bool:
    """Let a part wear what it is to wear; return whether it did not yet: the same once more would be done in vain."""
    holder = part.parentWidget()
    sheet = (holder.property(_OF_PARTS) if holder is not None else None) or ""
    sheet += part.property(_OWN) or ""
    if sheet == part.styleSheet():
        return False
    part.setStyleSheet(sheet)
    return True
