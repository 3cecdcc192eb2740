"""The panel on the left: the lessons in the order of the paper with their problems; choosing one opens it.

A lesson opens as a page to read, a problem on the board. What has been read and derived is marked.

The window is on the screen before the lessons are read; `fill` reads them, at the latest when somebody asks for the
model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QStandardItemModel

    from explainer.gui.reading.lesson_rows import LessonDelegate
    from explainer.session.course.address import Address
    from explainer.session.kept.progress import Progress

_Index = QModelIndex | QPersistentModelIndex


class LessonsPanel(QTreeView):
    """The lessons as a tree; a click or Return opens a problem, `chosen`, or a page, `page_chosen`."""

    chosen = Signal(object)
    page_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessons")
        put(self.setAccessibleName, "Lessons")
        self.setViewport(QWidget(self))
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(12)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme: Theme | None = None
        self._delegate: LessonDelegate | None = None
        self._rows: QStandardItemModel | None = None
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def fill(self) -> None:
        """Read the lessons, once."""
        if self._delegate is not None:
            return
        from explainer.gui.reading.lesson_rows import LessonDelegate

        self._delegate = LessonDelegate(self._theme, self)
        self.setItemDelegate(self._delegate)
        self._take_rows()

    def _take_rows(self) -> None:
        """Show rows of the lessons as they are now.

        In a model of their own: one that is cleared and filled again has ended the process in its `clear`.
        """
        from PySide6.QtGui import QStandardItemModel

        from explainer.gui.reading.lesson_rows import fill

        before, chosen = self._rows, self.selectionModel()
        self._rows = QStandardItemModel(self)
        fill(self._rows)
        self.setModel(self._rows)
        if before is not None:
            chosen.deleteLater()
            before.deleteLater()

    def fill_again(self) -> None:
        """Read the lessons anew, since another one was opened or the language changed; what is unfolded stays so."""
        if self._rows is not None:
            unfolded = [row for row in range(self._rows.rowCount()) if self.isExpanded(self._rows.index(row, 0))]
            self._take_rows()
            for row in unfolded:
                self.expand(self._rows.index(row, 0))

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

    def show_marks(self, progress: Progress) -> None:
        """Show what has been read and derived, once the lessons are there."""
        if self._rows is not None:
            from explainer.gui.reading.lesson_rows import mark

            mark(self._rows, progress)

    def show_place(self, address: Address) -> None:
        """Make the row of a lesson or a problem the current one, with the problems of its lesson below it."""
        if self._rows is None:
            return
        from explainer.gui.reading.lesson_rows import row_of

        row = row_of(self._rows, address)
        if row is None:
            self.selectionModel().clear()
            return
        index = row.index()
        self.setExpanded(index.parent() if index.parent().isValid() else index, True)
        self.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # titles take as many rows as they need
            self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """A chevron before a lesson that has problems; nothing else, so that a row is marked as one piece."""
        if self._theme is None or not self.model().hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.muted, 1.6))
        middle = QPointF(rect.right() - 4, rect.center().y() + 0.5)
        points = ((-2, -4), (2, 0), (-2, 4)) if not self.isExpanded(index) else ((-4, -2), (0, 2), (4, -2))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))
        painter.restore()

    def _choose(self, index: QModelIndex) -> None:
        from explainer.gui.reading.lesson_rows import AddressRole, ProblemRole

        problem, address = index.data(ProblemRole), index.data(AddressRole)
        if problem is not None:
            self.chosen.emit(problem)
        elif address is not None:
            self.page_chosen.emit(address)
