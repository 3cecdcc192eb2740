"""The way every text of the window takes, so that a translation can replace it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the language of the user, where there is a translation."""
    return QCoreApplication.translate("explainer", text)
