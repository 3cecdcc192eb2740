"""Every text of a window, for the eye and for the ear: where it stands, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QWidget,
)

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def shown_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """The texts of a window and of all that is visible in it, each behind the place where it stands."""
    yield f"{window.objectName()}: title", window.windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if widget is window or (widget.isVisibleTo(window) and widget.window() is window):
            yield from ((f"{widget.objectName() or type(widget).__name__}: {kind}", text)
                        for kind, text in _texts_of(widget))  # fmt: skip
    if isinstance(window, QMainWindow):
        for menu in window.menuBar().actions():
            yield "menu", menu.text()
            inside = menu.menu()
            for action in inside.actions() if inside is not None else ():
                yield f"menu {menu.text()}", action.text()
                yield f"menu {menu.text()}", action.toolTip()


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    yield "tool tip", widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    elif isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QTabBar) and isinstance(widget.parentWidget(), QTabWidget):
        yield from (("tab", widget.tabText(place)) for place in range(widget.count()))
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        for place in range(widget.count()):
            yield "choice", widget.itemText(place)
            yield "choice", str(widget.itemData(place, Qt.ItemDataRole.ToolTipRole) or "")
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (("row", text) for text in _rows(widget.model(), QModelIndex()))


def _rows(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                yield str(model.data(index, role) or "")
        yield from _rows(model, model.index(row, 0, parent))
