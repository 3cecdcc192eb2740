"""Says to a screen reader what has changed; a scene of formulas alone is silent."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QObject

from explainer.gui.look.texts import tr


def announce(source: QObject, text: str) -> None:
    """Let assistive technology say a text, where this Qt can announce (from 6.8 on)."""
    event_class = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_class is not None and text:
        QtGui.QAccessible.updateAccessibility(event_class(source, tr(text)))
