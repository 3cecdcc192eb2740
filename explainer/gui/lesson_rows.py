"""The rows of the panel on the left: sections of the paper, lessons, and the problems of each lesson."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme

if TYPE_CHECKING:
    from explainer.lessons import LessonProblem

_Index = QModelIndex | QPersistentModelIndex

ProblemRole = int(Qt.ItemDataRole.UserRole) + 1
SectionRole = int(Qt.ItemDataRole.UserRole) + 2
"""Whether a row is the name of a section, above the lessons of that section."""


def fill(model: QStandardItemModel) -> None:
    """Put in all lessons in the order of the paper; those without a problem of their own are for reading only."""
    from explainer.lessons.library import all_lessons

    lessons = [lesson for lesson in all_lessons() if lesson.problems]
    for section, members in groupby(lessons, key=lambda lesson: lesson.section):
        model.appendRow(_heading(section, is_section=True))
        for lesson in members:
            row = _heading(lesson.title, is_section=False)
            row.appendRows([_problem_row(problem) for problem in lesson.problems])
            model.appendRow(row)


def _heading(title: str, *, is_section: bool) -> QStandardItem:
    row = QStandardItem(title)
    row.setSelectable(False)
    row.setToolTip(title)
    row.setData(is_section, SectionRole)
    return row


def _problem_row(problem: LessonProblem) -> QStandardItem:
    row = QStandardItem(problem.title)
    row.setData(problem, ProblemRole)
    spoken = tr("{0}: differentiate {1} with respect to {2}").format(problem.title, problem.text, problem.wrt)
    row.setToolTip(spoken)
    row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return row


class LessonDelegate(QStyledItemDelegate):
    """Draws a section as a caption, a lesson as a heading, a problem as its title with its function below."""

    def __init__(self, theme: Theme | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        height = QFontMetrics(option.font).height()
        if index.data(ProblemRole):
            return QSize(0, 2 * height + 14)
        return QSize(0, height + (20 if index.data(SectionRole) and index.row() else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, problem = self.theme, index.data(ProblemRole)
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if problem is None:
            self._draw_heading(painter, option, index, theme)
        else:
            self._draw_problem(painter, option, problem, theme)
        painter.restore()

    @staticmethod
    def _draw_heading(painter: QPainter, option: QStyleOptionViewItem, index: _Index, theme: Theme) -> None:
        font, is_section = QFont(option.font), bool(index.data(SectionRole))
        if is_section:
            font.setPixelSize(max(11, round(QFontMetrics(font).height() * 0.68)))
        font.setBold(not is_section)
        painter.setFont(font)
        painter.setPen(theme.muted if is_section else theme.ink)
        inner = option.rect.adjusted(0, 0, -8, -4)
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    @staticmethod
    def _draw_problem(painter: QPainter, option: QStyleOptionViewItem, problem: LessonProblem, theme: Theme) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect.adjusted(0, 1, -4, -1)
        if selected or hovered or focused:
            painter.setPen(QPen(theme.accent, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent if selected else theme.field)
            painter.drawRoundedRect(rect.toRectF().adjusted(1, 1, -1, -1), 7, 7)
        inner, metrics = rect.adjusted(8, 5, -8, -5), QFontMetrics(option.font)
        painter.setFont(option.font)
        below = tr("{0}   by {1}").format(problem.text, problem.wrt)
        for text, place, colour in (
            (problem.title, Qt.AlignmentFlag.AlignTop, theme.ink),
            (below, Qt.AlignmentFlag.AlignBottom, theme.muted),
        ):
            painter.setPen(theme.on_accent if selected else colour)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | place, shown)
