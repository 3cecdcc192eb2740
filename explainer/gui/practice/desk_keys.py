"""The single keys of practice: what each does while a question is open, on a page or on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from explainer.practice.exercise import Question

HINT, SHOW, UNDO, ON, FIELD = "hint", "show", "undo", "on", "field"
_BY_LETTER = {"h": HINT, "?": HINT, "s": SHOW, "u": UNDO}
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def act_of(event: QKeyEvent, asked: Question | None) -> str | int | None:
    """What a key does: one of the acts above, or the place of a choice; None where it is no key of practice now."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return UNDO
    key = event.text().lower()
    if event.modifiers() & ~_HELD or not key:
        return None
    if asked is None:
        return {"n": ON, "u": UNDO}.get(key)
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return FIELD if asked.asks != "rule" else None
    if asked.asks == "rule":
        for keys in ("1234", "abcd"):
            if key in keys:
                return keys.index(key)
    return _BY_LETTER.get(key)
