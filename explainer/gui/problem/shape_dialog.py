"""Asks for the shape of one variable, when none of those that its chip offers is meant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from explainer.errors import ShapeError
from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put, worded


class ShapeDialog(QDialog):
    """A field for a shape such as 3, n+1 or 2 x n; `chosen` brings one that can be read, as it is typed."""

    chosen = Signal(str)

    def __init__(self, name: str, shape: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shape_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        put(self.setWindowTitle, "Shape of {0}", name)
        self.field = QLineEdit(shape, self)
        self.field.setObjectName("typed_shape")
        self.field.setAccessibleName(self.windowTitle())
        self.field.selectAll()
        caption = worded(QLabel(self), "&Shape of {0}: scalar, a size such as 3 or n, or rows x columns", name)
        caption.setWordWrap(True)
        caption.setBuddy(self.field)
        self.error = QLabel(self)
        self.error.setObjectName("shape_error")
        self.error.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self._set = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        put(self._set.setText, "Set")
        put(buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole).setText, "Cancel")
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._parts = QVBoxLayout(self)
        for widget in (caption, self.field, self.error, buttons):
            self._parts.addWidget(widget)
        self.resize(400, self.sizeHint().height())

    def _accept(self) -> None:
        from explainer.language.text.properties import read_declaration

        try:
            property, shape = read_declaration(self.field.text())
        except ShapeError as error:
            message = f"{error.message}. {error.hint or ''}".strip()
            self.error.setText(message)
            self.resize(self.width(), max(self.height(), self._parts.totalHeightForWidth(self.width())))
            announce(self.field, message)
            self.field.setFocus()
            self.field.selectAll()
            return
        self.accept()
        self.chosen.emit(f"{property} {shape}".strip())
