"""The list in which one of the earlier problems is found by its words; made when somebody first looks for one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from explainer.gui.look.finder import Finder
from explainer.gui.look.texts import put, tr
from explainer.session.kept.history import History
from explainer.session.session import Request
from explainer.signs import shown_text, source_text

_RequestRole = int(Qt.ItemDataRole.UserRole) + 1


class HistoryFinder(Finder):
    """The list of earlier problems, the newest first; `picked` brings the one that was chosen."""

    picked = Signal(object)

    def __init__(self, window: QWidget, history: History) -> None:
        super().__init__(window)
        self._history = history
        self.setObjectName("history")
        put(self.setAccessibleName, "Earlier problems")
        self.field.setObjectName("find_problem")
        put(self.field.setAccessibleName, "Find an earlier problem by its words")
        put(self.field.setPlaceholderText, "Words of an earlier problem")
        self.list.setObjectName("found_problems")

    def _show_found(self, query: str) -> None:
        self.list.clear()
        for request in self._history.search(source_text(query)):
            shapes = ", ".join(f"{name}: {shape}" for name, shape in request.shapes.items())
            detail = tr("with respect to {0}", request.wrt) + (f"   {shapes}" if shapes else "")
            item = QListWidgetItem(f"{shown_text(request.text)}   ·  {detail}")
            item.setData(_RequestRole, request)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
            return
        empty = tr("Nothing has “{0}” in it.", query) if query else tr("What you derive is kept here.")
        item = QListWidgetItem(self._history.complaint or empty)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        request = item.data(_RequestRole) if item is not None else None
        if request is not None:
            self.leave()
            self.picked.emit(Request(*request))
