"""The panel on the left: the lessons in the order of the paper with their problems; choosing one opens it.

The window is on the screen before the lessons are read; `fill` reads them, at the latest when somebody asks for the
model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme

if TYPE_CHECKING:
    from explainer.gui.lesson_rows import LessonDelegate


class LessonsPanel(QTreeView):
    """The lessons as a tree; a click or Return opens a problem."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessons")
        self.setAccessibleName(tr("Lessons"))
        self.setViewport(QWidget(self))
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(12)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme: Theme | None = None
        self._delegate: LessonDelegate | None = None
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def fill(self) -> None:
        """Read the lessons, once."""
        if self._delegate is not None:
            return
        from PySide6.QtGui import QStandardItemModel

        from explainer.gui.lesson_rows import LessonDelegate, fill

        self._delegate = LessonDelegate(self._theme, self)
        self.setItemDelegate(self._delegate)
        model = QStandardItemModel(self)
        fill(model)
        self.setModel(model)
        self.expandAll()

    def model(self) -> QAbstractItemModel:
        """The rows, read now if they were not before."""
        self.fill()
        return super().model()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._delegate is not None:
            self._delegate.theme = theme
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        from explainer.gui.lesson_rows import ProblemRole

        problem = index.data(ProblemRole)
        if problem is not None:
            self.chosen.emit(problem)
        else:
            self.setExpanded(index, not self.isExpanded(index))
