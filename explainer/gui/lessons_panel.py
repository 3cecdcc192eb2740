"""The panel on the left: the lessons in the order of the paper; choosing one opens it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme

if TYPE_CHECKING:
    from explainer.lessons import Lesson

_Index = QModelIndex | QPersistentModelIndex

LessonRole = int(Qt.ItemDataRole.UserRole) + 1


class LessonDelegate(QStyledItemDelegate):
    """Draws a section as a heading, an lesson as its title with its function and variable below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = QFontMetrics(option.font).height()
        return QSize(0, 2 * height + 14 if index.data(LessonRole) else height + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        lesson, theme = index.data(LessonRole), self.theme
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect.adjusted(0, 1, -4, -1)
        if lesson and (selected or hovered or focused):
            painter.setPen(QPen(theme.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent if selected else theme.field)
            painter.drawRoundedRect(rect.toRectF().adjusted(1, 1, -1, -1), 7, 7)
        metrics = QFontMetrics(option.font)
        inner = rect.adjusted(8 if lesson else 0, 5, -8, -5)
        painter.setPen(theme.on_accent if selected and lesson else theme.ink)
        font = QFont(option.font)
        font.setBold(not lesson)
        painter.setFont(font)
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, top if lesson else Qt.AlignmentFlag.AlignVCenter, title)
        if lesson:
            painter.setFont(option.font)
            painter.setPen(theme.on_accent if selected else theme.muted)
            text = tr("{0}   by {1}").format(lesson.text, lesson.wrt)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()


class LessonsPanel(QTreeView):
    """The lessons as a tree of sections; a click or Return opens one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessons")
        self.setAccessibleName(tr("Lessons"))
        self.setHeaderHidden(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(12)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = LessonDelegate(self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def fill(self) -> None:
        """Read the lessons; after the window is on the screen, which does not wait for them."""
        from explainer.lessons import all_lessons

        if self._model.rowCount():
            return
        for title, lessons in groupby(all_lessons(), key=lambda lesson: lesson.section):
            heading = QStandardItem(title)
            heading.setSelectable(False)
            heading.setToolTip(title)
            for lesson in lessons:
                heading.appendRow(self._item(lesson))
            self._model.appendRow(heading)
        self.expandAll()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._delegate.theme = theme
        self.viewport().update()

    @staticmethod
    def _item(lesson: Lesson) -> QStandardItem:
        item = QStandardItem(lesson.title)
        item.setData(lesson, LessonRole)
        spoken = tr("{0}: differentiate {1} with respect to {2}").format(lesson.title, lesson.text, lesson.wrt)
        item.setToolTip(spoken)
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        return item

    def _choose(self, index: QModelIndex) -> None:
        lesson = index.data(LessonRole)
        if lesson is not None:
            self.chosen.emit(lesson)
        else:
            self.setExpanded(index, not self.isExpanded(index))
