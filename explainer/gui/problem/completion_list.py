"""The list of completions below the word that is being typed; the keys stay in the field the whole time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent

from explainer.gui.look.announcer import announce
from explainer.gui.look.dress import say_own
from explainer.gui.look.list_rows import MOVING, moved_row
from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.gui.problem.expression_field import ExpressionField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidget

    from explainer.expr.shape import Shape
    from explainer.language.typing.completing import Completion, Offers

_MOST_ROWS = 8
"""So many rows show at once."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CompletionHelp(QObject):
    """Offers completions after two letters or on Ctrl+Space; Tab and Return take one, Escape closes the list.

    Return on a word that is a name already, which nobody has looked further for, is left to the field.
    """

    closed = Signal()

    def __init__(self, field: ExpressionField, shapes: Callable[[], Mapping[str, Shape]]) -> None:
        super().__init__(field)
        self._field = field
        self._shapes = shapes
        self._theme: Theme | None = None
        self._offers: Offers | None = None
        self._length = 0
        self._cursor = -1
        self._chosen = False
        self.list: QTreeWidget | None = None
        field.add_helper(self)
        field.textEdited.connect(self._edited)
        field.textChanged.connect(self._keep_length)
        field.cursorPositionChanged.connect(self._cursor_moved)
        field.returnPressed.connect(self.close)
        field.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list shows."""
        return self.list is not None and self.list.isVisible()

    @property
    def is_half_typed(self) -> bool:
        """Whether the word at the cursor may become a name yet, and is none so far."""
        return self.is_open and self._offers is not None and not self._offers.is_whole

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self.list is not None:
            self._set_look(self.list)

    def ask(self) -> None:
        """Offer whatever may stand at the cursor."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._offer(asked=True)
        if not self.is_open:
            announce(self._field, tr("No known name begins like this."))

    def close(self) -> None:
        """Take the list away."""
        was_offered, self._offers = self._offers is not None, None
        if self.list is not None:
            self.list.hide()
        if was_offered:
            self.closed.emit()

    # --- keys --------------------------------------------------------------------------------------------------------

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the list."""
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in _ENTER:
            return self._chosen or self._offers is None or not self._offers.is_whole
        return event.key() in MOVING or event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Escape)

    def take(self, event: QKeyEvent) -> None:
        """Move in the list, take what is marked, or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in MOVING:
            self._move(event.key())
        else:
            self._accept()

    def _move(self, key: int) -> None:
        assert self.list is not None
        row, count = self.list.currentIndex().row(), self.list.topLevelItemCount()
        self._chosen = True
        self._mark(moved_row(row, count, key, _MOST_ROWS))
        self._say()

    # --- offering ----------------------------------------------------------------------------------------------------

    def _keep_length(self, text: str) -> None:
        self._length = len(text)

    def _edited(self, text: str) -> None:
        # Told before textChanged: the length is that before the key. Unasked only a letter opens the list, no paste.
        if self.is_open or len(text) == self._length + 1:
            self._offer(asked=self.is_open and self._chosen)
        self._length = len(text)

    def _cursor_moved(self) -> None:
        if self.is_open and self._field.cursorPosition() != self._cursor:
            self.close()

    def _offer(self, *, asked: bool) -> None:
        from explainer.language.typing.completing import offers

        self._cursor = self._field.cursorPosition()
        found = offers(self._field.text(), self._cursor, self._shapes(), asked=asked)
        if not found.completions:
            self.close()
            return
        self._offers, self._chosen = found, asked
        self._show(found)

    def _show(self, found: Offers) -> None:
        from PySide6.QtWidgets import QTreeWidgetItem

        if self.list is None:
            self.list = self._make_list()
        shown = self.list
        shown.clear()
        for offer in found.completions:
            item = QTreeWidgetItem([offer.shown, offer.shapes, tr(offer.meaning)])
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _said(offer))
            shown.addTopLevelItem(item)
        self._mark(0)
        self._place(shown, found)
        shown.show()  # the window may make room for it, and close it by that
        shown.raise_()
        if self._offers is found:
            self._say()
        else:
            shown.hide()

    def _place(self, shown: QTreeWidget, found: Offers) -> None:
        """Below the word, inside the window."""
        window, field = self._field.window(), self._field
        for column in range(3):
            shown.resizeColumnToContents(column)
        wanted = sum(shown.columnWidth(column) for column in range(3)) + 28
        width = min(wanted, window.width() - 24)
        start = field.mapTo(window, QPoint(round(field.x_of(found.start)) - 16, field.height() + 2))
        x = max(12, min(start.x(), window.width() - width - 12))
        row = max(24, shown.sizeHintForRow(0))
        rows = min(len(found.completions), _MOST_ROWS, max(2, (window.height() - start.y() - 20) // row))
        shown.setGeometry(x, start.y(), width, rows * row + 10)

    def _make_list(self) -> QTreeWidget:
        from PySide6.QtWidgets import QAbstractItemView, QTreeWidget

        made = QTreeWidget(self._field.window())
        made.setObjectName("completions")
        put(made.setAccessibleName, "Completions")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setColumnCount(3)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.itemClicked.connect(self._accept)
        made.header().setStretchLastSection(True)
        self._set_look(made)
        return made

    def _set_look(self, shown: QTreeWidget) -> None:
        if self._theme is None:
            return
        theme = self._theme
        own = f"""
            QTreeWidget {{ background: {theme.field.name()}; border: 2px solid {theme.accent.name()};
                border-radius: 8px; padding: 3px; outline: none; }}
            QTreeWidget::item {{ padding: 3px 8px; min-height: 20px; color: {theme.ink.name()}; }}
            QTreeWidget::branch {{ background: {theme.field.name()}; }}
            QTreeWidget::item:selected {{ background: {theme.accent.name()}; color: {theme.on_accent.name()}; }}
        """
        say_own(shown, own)

    def _mark(self, row: int) -> None:
        assert self.list is not None
        self.list.setCurrentIndex(self.list.model().index(row, 0))

    def _say(self) -> None:
        assert self.list is not None
        assert self._offers is not None
        row, every = self.list.currentIndex().row(), self._offers.completions
        announce(self._field, tr("{0}; {1} of {2}", _said(every[row]), row + 1, len(every)))

    def _accept(self) -> None:
        """Write what is marked in the place of the word, with the cursor where its arguments go."""
        assert self.list is not None
        if self._offers is None:
            return
        found, row = self._offers, self.list.currentIndex().row()
        self.close()
        self._field.write_template(found.completions[row].template, found.start, found.end)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Resize):
            self.close()
        return super().eventFilter(watched, event)


def _said(offer: Completion) -> str:
    """An offer as it is read aloud."""
    return ", ".join(part for part in (offer.shown, offer.shapes, tr(offer.meaning)) if part)
