"""The panel on the left: worked examples in the order of the paper; choosing one opens it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from explainer.gui.texts import tr
from explainer.session.examples import Example, all_sections

ExampleRole = int(Qt.ItemDataRole.UserRole) + 1


class LessonsPanel(QTreeView):
    """The examples as a tree of sections; a click or Return opens one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessons")
        self.setAccessibleName(tr("Worked examples"))
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(14)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._build_model())
        self.expandAll()
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _build_model(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        bold = QFont(self.font())
        bold.setBold(True)
        for section in all_sections():
            heading = QStandardItem(section.title)
            heading.setFont(bold)
            heading.setSelectable(False)
            heading.setToolTip(section.title)
            heading.setSizeHint(QSize(0, 30))
            for example in section.examples:
                heading.appendRow(self._item(example))
            model.appendRow(heading)
        return model

    @staticmethod
    def _item(example: Example) -> QStandardItem:
        item = QStandardItem(f"{example.title}\n{example.text}")
        item.setData(example, ExampleRole)
        item.setSizeHint(QSize(0, 44))
        spoken = tr("{0}: differentiate {1} with respect to {2}").format(example.title, example.text, example.wrt)
        item.setToolTip(spoken)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        return item

    def _choose(self, index: QModelIndex) -> None:
        example = index.data(ExampleRole)
        if isinstance(example, Example):
            self.chosen.emit(example)
        else:
            self.setExpanded(index, not self.isExpanded(index))
