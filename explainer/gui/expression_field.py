"""The field for the function: it knows where its characters stand, and takes LaTeX and code that are pasted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class ExpressionField(QLineEdit):
    """The field for the function. `pasted` is sent with a text from the clipboard, or one that was dropped here.

    Who listens decides what is written for it; the field itself would join several lines into one.
    """

    pasted = Signal(str)

    def put(self, text: str) -> None:
        """Write a text in the place of what is selected, so that it can be undone."""
        self.insert(text)
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasText():
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self.pasted.emit(event.mimeData().text())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text:
            self.pasted.emit(text)

    def x_of(self, position: int) -> float:
        """The place of the character at an offset, from the left edge of the field, kept inside the field."""
        metrics, text, cursor = self.fontMetrics(), self.text(), self.cursorPosition()
        here = self.cursorRect().center().x()
        distance = metrics.horizontalAdvance(text[:position]) - metrics.horizontalAdvance(text[:cursor])
        half = metrics.horizontalAdvance(text[position : position + 1] or "m") / 2
        return max(8.0, min(here + distance + half, self.width() - 8.0))
