"""The widget that had the keys before something came over the window, to which they go back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKept:
    """Notes who has the keys and gives them back, if that widget is still there and to be seen."""

    def __init__(self) -> None:
        self._widget: QWidget | None = None

    def note(self) -> None:
        """Note who has the keys now."""
        self._widget = QApplication.focusWidget()

    def give_back(self) -> bool:
        """Give the keys back, once; return whether there was somebody to have them.

        Meanwhile the widget may have been deleted: a page that is said anew is made anew.
        """
        widget, self._widget = self._widget, None
        if widget is None or not isValid(widget) or not widget.isVisible():
            return False
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
