"""The line over the board and over a page: the way back, what is open, and the lesson that follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from explainer.gui.look.texts import put, tr
from explainer.phrases import phrase


class TrailBar(QWidget):
    """Two buttons with a line between them; a button that leads nowhere is not there."""

    back_chosen = Signal()
    next_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trail")
        self._texts: dict[QPushButton, tuple[str, str]] = {}
        self.back = self._button("back")
        self.back.clicked.connect(self.back_chosen)
        self.place = QLabel(self)
        self.place.setObjectName("place")
        self.place.setProperty("role", "caption")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place.setMinimumWidth(1)
        self.next = self._button("following")
        self.next.clicked.connect(self.next_chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(8)
        layout.addWidget(self.back)
        layout.addWidget(self.place, 1)
        layout.addWidget(self.next)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def show_way(self, back: str, place: str, following: str, keys: tuple[str, str]) -> None:
        """Show where the buttons lead, and what is open; `keys` do the same as the buttons."""
        self._texts = {self.back: ("‹  {0}", back), self.next: ("{0}  ›", following)}
        for button, text, key in ((self.back, back, keys[0]), (self.next, following, keys[1])):
            button.setVisible(bool(text))
            put(button.setToolTip, "{0} ({1})", phrase(text), key)
        self._shorten()
        put(self.back.setAccessibleName, "Back to {0}", phrase(back))
        put(self.next.setAccessibleName, "Next: {0}", phrase(following))
        put(self.place.setText, place)
        put(self.place.setToolTip, place)

    def retell(self) -> None:
        """Say the same in the language that is spoken now."""
        self._shorten()

    def _shorten(self) -> None:
        """Write on the buttons what there is room for."""
        for button, (sign, text) in self._texts.items():
            room = max(120, round(self.width() * 0.36))
            shown = button.fontMetrics().elidedText(tr(text), Qt.TextElideMode.ElideRight, room)
            button.setText(sign.format(shown).replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()
