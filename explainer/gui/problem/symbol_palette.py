"""The palette of signs: lies below the field while somebody picks one; arrows move, Return writes, Escape leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explainer.gui.look.dress import say_own
from explainer.gui.look.texts import put, worded
from explainer.gui.look.theme import Theme
from explainer.language.text.form_guides import HOLE
from explainer.language.typing.symbols import GROUPS, Symbol
from explainer.phrases import Phrase, phrase
from explainer.signs import shown_text

_COLUMNS = 12
_PAGE = 4
"""So many rows up or down a page key leads, no further than to the first or the last one."""
_MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-_PAGE, 0), Qt.Key.Key_PageDown: (_PAGE, 0),
}  # fmt: skip
_OURS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
"""The keys that mean something in the whole window, and something else here."""


class SymbolPalette(QFrame):
    """A grid of buttons with signs; `chosen` brings the one that was taken, `left` is sent when nobody wants one.

    The two products have the signs that are in use each time it comes up.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("symbols")
        put(self.setAccessibleName, "Signs")
        self._rows: list[list[QToolButton]] = []
        self._hint = QLabel(self)
        self._hint.setProperty("role", "caption")
        self._hint.setContentsMargins(8, 0, 8, 2)
        inside = self._inside = QWidget(self)
        inside.setObjectName("symbols_inside")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setSpacing(3)
        self._fill(inside)
        self._area = QScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 6)
        layout.setSpacing(2)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._hint)
        self.hide()

    def _fill(self, inside: QWidget) -> None:
        line = 0
        for group in GROUPS:
            caption = worded(QLabel(inside), group.title)
            caption.setProperty("role", "caption")
            self._grid.addWidget(caption, line, 0, 1, _COLUMNS)
            for number, symbol in enumerate(group.symbols):
                if number % _COLUMNS == 0:
                    line += 1
                    self._rows.append([])
                button = self._button(symbol, inside)
                self._rows[-1].append(button)
                self._grid.addWidget(button, line, number % _COLUMNS)
            line += 1

    def _button(self, symbol: Symbol, inside: QWidget) -> QToolButton:
        button = _SignButton(self, inside)
        button.setText(shown_text(symbol.sign))
        button.setProperty("sign", symbol.sign)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(34, 32)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hint = _hint(symbol)
        put(button.setToolTip, hint)
        put(button.setAccessibleName, hint)
        button.clicked.connect(lambda: self._take(symbol))
        return button

    def buttons(self) -> Iterator[QToolButton]:
        """Every button, in the order of the table."""
        for row in self._rows:
            yield from row

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        own = f"""
            QFrame#symbols {{ background: {theme.panel.name()}; border: 2px solid {theme.accent.name()};
                border-radius: 12px; }}
            QScrollArea, QWidget#symbols_inside {{ background: {theme.panel.name()}; border: none; }}
            QToolButton {{ padding: 2px; border: 2px solid {theme.line.name()}; font-size: {self._sign_px()}px; }}
            QToolButton:focus {{ border-color: {theme.accent.name()}; background: {theme.background.name()}; }}
        """
        say_own(self, own)

    def _sign_px(self) -> int:
        return round(max(13, QApplication.font().pixelSize()) * 1.15)

    def ask(self, below: QWidget) -> None:
        """Come up below a widget and take the keys."""
        window = below.window()
        inside = self._inside
        for button in self.buttons():
            button.setText(shown_text(str(button.property("sign"))))
        widest = max(button.sizeHint().width() for button in self.buttons())
        for column in range(_COLUMNS):
            self._grid.setColumnMinimumWidth(column, widest)
        inside.adjustSize()
        corner = below.mapTo(window, QPoint(0, below.height() + 4))
        width = min(inside.sizeHint().width() + 30, window.width() - 24)
        height = inside.sizeHint().height() + self._hint.fontMetrics().height() + 24
        height = min(height, window.height() - corner.y() - 12)
        x = max(12, min(corner.x() + below.width() - width, window.width() - width - 12))
        self.setGeometry(x, corner.y(), width, max(height, 160))
        self.show()
        self.raise_()
        self._rows[0][0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go away without a sign."""
        self.hide()
        self.left.emit()

    def _take(self, symbol: Symbol) -> None:
        self.hide()
        self.chosen.emit(symbol)

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() in _OURS:
            event.accept()  # handed up by the button that has the keys; else the window would leave something, or step
            return True
        return super().event(event)

    def show_hint(self, button: QToolButton) -> None:
        """Say what the sign means that has the keys, and show it."""
        self._hint.setText(button.toolTip())
        self._area.ensureWidgetVisible(button)

    def note_leaving(self, reason: Qt.FocusReason) -> None:
        """Go away when the keys go elsewhere."""
        focused = QApplication.focusWidget()
        away = focused is not None and not self.isAncestorOf(focused)
        if away and reason != Qt.FocusReason.PopupFocusReason:
            self.hide()

    def key(self, button: QToolButton, key: Qt.Key) -> bool:
        """Do what a key means on a sign; return whether it means anything."""
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button.click()
        elif key in _MOVES:
            self._move(button, *_MOVES[key])
        else:
            return False
        return True

    def _move(self, button: QToolButton, down: int, right: int) -> None:
        row = next(number for number, buttons in enumerate(self._rows) if button in buttons)
        column = self._rows[row].index(button)
        if right:
            every = list(self.buttons())
            target = every[(every.index(button) + right) % len(every)]
        else:
            last = len(self._rows) - 1
            wanted = self._rows[max(0, min(row + down, last)) if abs(down) > 1 else (row + down) % (last + 1)]
            target = wanted[min(column, len(wanted) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)


class _SignButton(QToolButton):
    """A sign that can be taken. It hears of keys and focus alone; a filter would see every event of all signs."""

    def __init__(self, palette: SymbolPalette, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = palette

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._palette.show_hint(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._palette.note_leaving(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._palette.key(self, Qt.Key(event.key())):
            super().keyPressEvent(event)


def _hint(symbol: Symbol) -> Phrase:
    typed = symbol.typed.replace(HOLE, "…").replace(", )", ", …)").strip()
    if typed == symbol.sign:
        return phrase(symbol.meaning)
    return phrase("{0}; typed {1}", phrase(symbol.meaning), typed)
