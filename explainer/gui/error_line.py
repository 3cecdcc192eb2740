"""What is wrong with the typed text, with a caret under the wrong character of the field above."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from explainer.errors import ExplainerError
from explainer.gui.theme import Theme

_CARET = 9
"""Height of the caret above the message, in pixels."""


class ExpressionField(QLineEdit):
    """The field for the function; it knows where its characters stand."""

    def x_of(self, position: int) -> float:
        """The place of the character at an offset, from the left edge of the field, kept inside the field."""
        metrics, text, cursor = self.fontMetrics(), self.text(), self.cursorPosition()
        here = self.cursorRect().center().x()
        distance = metrics.horizontalAdvance(text[:position]) - metrics.horizontalAdvance(text[:cursor])
        half = metrics.horizontalAdvance(text[position : position + 1] or "m") / 2
        return max(8.0, min(here + distance + half, self.width() - 8.0))


class ErrorLine(QLabel):
    """The message of an error below the field that it is about; empty and hidden while there is none.

    The message is the label's text. The caret points up at the place, if the error has one.
    """

    def __init__(self, field: ExpressionField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setContentsMargins(10, _CARET + 1, 10, 0)
        self._field = field
        self._position: int | None = None
        self._theme: Theme | None = None
        self.hide()

    @property
    def position(self) -> int | None:
        """The offset of the character that the caret points at; None where the error has no place in the field."""
        return self._position

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.failed)
        self.setPalette(palette)

    def show_error(self, error: ExplainerError | None) -> None:
        """Show an error with its place, or nothing."""
        if error is None:
            self._position = None
            self.clear()
            self.hide()
            return
        message = " ".join(part for part in (_sentence(error.message), error.hint) if part)
        here = error.text is None or error.text == self._field.text()
        self._position = error.position if here else None
        if not here:
            message = "\n".join([message, *error.caret_lines()])
        self.setText(message)
        self.setAccessibleName(message if self._position is None else f"{message} At character {self._position + 1}.")
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, _CARET + self.fontMetrics().height() + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._position is None or self._theme is None:
            return
        x = self.mapFromGlobal(self._field.mapToGlobal(self._field.rect().topLeft())).x()
        x += round(self._field.x_of(self._position))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.failed)
        tip = QPointF(x, 1)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(6, _CARET - 1), tip + QPointF(-6, _CARET - 1)]))
        painter.end()

    def caret_rect(self) -> QRect:
        """Where the caret is drawn, for tests; empty without a place."""
        if self._position is None:
            return QRect()
        x = self.mapFromGlobal(self._field.mapToGlobal(self._field.rect().topLeft())).x()
        return QRect(x + round(self._field.x_of(self._position)) - 6, 0, 12, _CARET)


def _sentence(message: str) -> str:
    message = message[:1].upper() + message[1:]
    return message if message.endswith((".", "?", "!", "…")) else message + "."
