"""The help on keys: the table of actions on the screen, in groups by where the keys work."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from explainer.gui.actions import keys_of
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put, tr, worded
from explainer.session.action_table import ACTIONS, ONLY_PROJECTING, ActionRow


class Group(NamedTuple):
    """Keys that work in one place: pairs of what is done and the keys."""

    title: str
    rows: tuple[tuple[str, str], ...]


def groups() -> tuple[Group, ...]:
    """All keys of the table: those for everywhere, those of the board, those of projection alone."""
    board = [row for row in ACTIONS if row.board_keys and row.id not in ONLY_PROJECTING]
    projection = [row for row in ACTIONS if row.id in ONLY_PROJECTING]
    everywhere = [row for row in ACTIONS if row.keys and row.id not in ONLY_PROJECTING]
    number = (tr("Go to a step"), tr("its number, then Return"))
    return (
        Group(tr("Everywhere"), tuple(_pair(row, keys_of(row)[0]) for row in everywhere)),
        Group(tr("On the board and in projection"), (*(_pair(row, keys_of(row)[1]) for row in board), number)),
        Group(tr("In projection"), tuple(_pair(row, (*keys_of(row)[0], *keys_of(row)[1])) for row in projection)),
    )


def _pair(row: ActionRow, keys: tuple[str, ...]) -> tuple[str, str]:
    return row.words, ",  ".join(keys)


class KeysHelp(QDialog):
    """A small window beside the one in use; it never stops the work in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys_help")
        put(self.setWindowTitle, "Keys")
        self.table = QTableWidget(sum(len(group.rows) + 1 for group in groups()), 2, self)
        put(self.table.setAccessibleName, "Keys")
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.fill()
        language().changed.connect(self.fill)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        clicker = worded(
            QLabel(self), "A clicker works as it is: it sends Page Down, Page Up, F5, Esc and a full stop."
        )
        clicker.setWordWrap(True)
        layout = QVBoxLayout(self)
        self.table.setCurrentCell(1, 0)
        layout.addWidget(self.table)
        layout.addWidget(clicker)
        self.resize(720, 640)

    def fill(self) -> None:
        """Write the table, in the language that is spoken now."""
        self.table.setHorizontalHeaderLabels([tr("Action"), tr("Keys")])
        number = 0
        for group in groups():
            title = self._item(number, 0, group.title)
            title.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = self.font()
            font.setBold(True)
            title.setFont(font)
            self.table.setSpan(number, 0, 1, 2)
            for text, keys in group.rows:
                number += 1
                self._item(number, 0, f"    {text}").setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}: {keys}")
                self._item(number, 1, keys)
            number += 1

    def _item(self, row: int, column: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(row, column, item)
        return item
