"""The help on keys: the table of actions as a table on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from explainer.gui.actions import ACTIONS, keys_of
from explainer.gui.texts import tr


class KeysHelp(QDialog):
    """A small window beside the main one; it never stops the work in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys_help")
        self.setWindowTitle(tr("Keys"))
        rows = [row for row in ACTIONS if row.keys or row.board_keys]
        self.table = QTableWidget(len(rows) + 1, 3, self)
        self.table.setHorizontalHeaderLabels([tr("Action"), tr("Everywhere"), tr("On the board")])
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for number, row in enumerate(rows):
            everywhere, board = keys_of(row)
            self._fill(number, tr(row.text).replace("&", ""), ", ".join(everywhere), ", ".join(board))
        self._fill(len(rows), tr("Go to a step"), "", tr("its number, then Return"))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        self.resize(720, 640)

    def _fill(self, row: int, *texts: str) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, item)
