"""Ctrl+F: a field and what it finds of lessons, problems, rules and functions; Return goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explainer.gui.look.dress import say_own
from explainer.gui.look.focus_kept import FocusKept
from explainer.gui.look.list_rows import MOVING, moved_row, page_of
from explainer.gui.look.texts import put, tr

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme

_AddressRole = int(Qt.ItemDataRole.UserRole) + 1
_OURS = (*MOVING, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Finder(QFrame):
    """Lies over the window while somebody looks for something; `chosen` is sent with the address to go to."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("finder")
        put(self.setAccessibleName, "Find a rule or a lesson")
        self.field = QLineEdit(self)
        self.field.setObjectName("find")
        put(self.field.setAccessibleName, "Find a rule, a lesson, a problem or a function")
        put(self.field.setPlaceholderText, "Rule, lesson, problem or function")
        self.field.setClearButtonEnabled(False)
        self.list = QListWidget(self)
        self.list.setObjectName("found")
        put(self.list.setAccessibleName, "Found")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._show_found)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._before = FocusKept()
        self.hide()

    def set_look(self, theme: Theme, size_px: int) -> None:
        """Draw in the colours of this theme."""
        own = f"""
            QFrame#{self.objectName()} {{ background: {theme.panel.name()}; border: 2px solid {theme.accent.name()};
                border-radius: 12px; }}
            QListWidget {{ background: {theme.field.name()}; border: 1px solid {theme.line.name()};
                border-radius: 8px; padding: 3px; }}
            QListWidget:focus {{ border: 2px solid {theme.accent.name()}; padding: 2px; }}
            QListWidget::item {{ padding: 5px 8px; border-radius: 5px; min-height: 20px; }}
            QListWidget::item:selected {{ background: {theme.accent.name()}; color: {theme.on_accent.name()}; }}
            QLineEdit {{ font-size: {round(size_px * 1.15)}px; }}
        """
        say_own(self, own)

    def ask(self) -> None:
        """Come up with an empty question, and take the keys."""
        if self.isHidden():
            self._before.note()
        window = self.window()
        width = min(620, window.width() - 40)
        self.setGeometry((window.width() - width) // 2, 56, width, min(440, window.height() - 90))
        self.field.clear()
        self._show_found("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_found(self, query: str) -> None:
        from explainer.session.course.finding import find_pages

        self.list.clear()
        for found in find_pages(query):
            detail = f"   {found.detail}" if found.detail else ""
            item = QListWidgetItem(f"{found.title}   ·  {tr(found.kind)}{detail}")
            item.setData(_AddressRole, found.address)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tr(found.kind)}: {found.title}. {found.detail}")
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        else:
            item = QListWidgetItem(tr("Nothing has “{0}” in it.", query))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        address = item.data(_AddressRole) if item is not None else None
        if address is not None:
            self.leave()
            self.chosen.emit(address)

    def leave(self) -> None:
        """Go away and give the keys back."""
        self.hide()
        self._before.give_back()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and cast("QKeyEvent", event).key() in _OURS:
            event.accept()  # or the window would step, or leave the full screen
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
        elif event.key() in MOVING:
            shown = self.list
            shown.setCurrentRow(moved_row(shown.currentRow(), shown.count(), event.key(), page_of(shown)))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays between the field and the list."""
        (self.list if self.field.hasFocus() else self.field).setFocus(Qt.FocusReason.TabFocusReason)
        return True
