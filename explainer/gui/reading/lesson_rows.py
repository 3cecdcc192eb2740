"""The rows of the panel on the left: sections of the paper, lessons with their marks, and the problems of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from explainer.gui.formulas.pictures import wrapped
from explainer.gui.look.texts import tr
from explainer.gui.look.theme import Theme
from explainer.phrases import edition, phrase
from explainer.session.course.address import Address
from explainer.session.course.course import lesson_done

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem
    from explainer.session.kept.progress import Progress

_Index = QModelIndex | QPersistentModelIndex

ProblemRole = int(Qt.ItemDataRole.UserRole) + 1
SectionRole = int(Qt.ItemDataRole.UserRole) + 2
"""Whether a row is the name of a section, above the lessons of that section."""
AddressRole = int(Qt.ItemDataRole.UserRole) + 3
"""The page that a row leads to; for a problem its place in the lesson."""
MarkRole = int(Qt.ItemDataRole.UserRole) + 4
"""What is drawn at the right end of a row: ✓ for what was done, ○ for a problem that was only derived, and how much of
a lesson is done."""
AgainRole = int(Qt.ItemDataRole.UserRole) + 5
"""Whether a problem has the function of the row above: then only its variable is new."""
_LEFT_PX, _RIGHT_PX = 8, 12
"""The room beside the words of a row."""
_MOST_HEIGHTS = 1000
"""So many heights of rows are kept: all of them in a few widths."""


def fill(model: QStandardItemModel) -> None:
    """Put in all lessons in the order of the paper, then the reference that is drawn from the rules themselves."""
    from explainer.lessons.library import all_lessons, lesson_errors
    from explainer.session.course.shelf import FAULTS, FUNCTIONS, RULES

    for section, members in groupby(all_lessons(), key=lambda lesson: lesson.section):
        model.appendRow(_section(section))
        for lesson in members:
            row = _page_row(lesson.title, Address("lesson", lesson.id))
            shown = ""
            for problem in lesson.problems:
                row.appendRow(_problem_row(lesson, problem, again=problem.text == shown))
                shown = problem.text
            model.appendRow(row)
    model.appendRow(_section("Rules and functions"))
    model.appendRow(_page_row("All rules", RULES))
    model.appendRow(_page_row("All functions", FUNCTIONS))
    if lesson_errors():
        model.appendRow(_page_row(phrase("Lessons left out: {0}", len(lesson_errors())), FAULTS))


def mark(model: QStandardItemModel, progress: Progress) -> None:
    """Show on every row what has been done and derived, for the eye and for the ear."""
    from explainer.lessons.library import all_lessons

    lessons = {lesson.id: lesson for lesson in all_lessons()}
    derived, solved = progress.derived, progress.solved
    for row in _rows(model):
        address, problem = row.data(AddressRole), row.data(ProblemRole)
        if problem is not None:
            spoken = _spoken_problem(problem)
            if problem.id in solved:
                _set(row, "✓", tr("{0}. Solved", spoken))
            elif problem.id in derived:
                _set(row, "○", tr("{0}. Derived", spoken))
            else:
                _set(row, "", spoken)
        elif address is not None and address.kind == "lesson" and address.name in lessons:
            done, count = lesson_done(lessons[address.name], progress)
            whole = "✓" if done == count else f"{done}/{count}" if done else ""
            spoken = tr("{0}. Done", row.text()) if done == count else row.text()
            if count > 1:
                spoken = tr("{0}. {1} of {2} tasks done", row.text(), done, count)
            _set(row, whole, spoken)


def _set(row: QStandardItem, shown: str, spoken: str) -> None:
    if row.data(MarkRole) != shown or row.data(Qt.ItemDataRole.AccessibleTextRole) != spoken:
        row.setData(shown, MarkRole)
        row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)


def _rows(model: QStandardItemModel) -> Iterator[QStandardItem]:
    for k in range(model.rowCount()):
        row = model.item(k)
        yield row
        yield from (row.child(n) for n in range(row.rowCount()))


def row_of(model: QStandardItemModel, address: Address) -> QStandardItem | None:
    """The row that leads to an address: to its place, else to its page."""
    rows = {row.data(AddressRole): row for row in _rows(model) if row.data(AddressRole) is not None}
    return rows.get(address) or rows.get(address.page)


def _section(title: str) -> QStandardItem:
    row = QStandardItem(tr(title))
    row.setSelectable(False)
    row.setToolTip(row.text())
    row.setData(True, SectionRole)
    return row


def _page_row(title: str, address: Address) -> QStandardItem:
    row = QStandardItem(tr(title))
    row.setToolTip(row.text())
    row.setData(False, SectionRole)
    row.setData(address, AddressRole)
    return row


def _problem_row(lesson: Lesson, problem: LessonProblem, *, again: bool) -> QStandardItem:
    row = QStandardItem(tr(problem.title))
    row.setData(problem, ProblemRole)
    row.setData(again, AgainRole)
    row.setData(Address("lesson", lesson.id, problem.id), AddressRole)
    spoken = _spoken_problem(problem)
    row.setToolTip(spoken)
    row.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return row


def _spoken_problem(problem: LessonProblem) -> str:
    return tr("{0}: differentiate {1} with respect to {2}", tr(problem.title), problem.text, problem.wrt)


class _Words(NamedTuple):
    """Rows of words with their letters and their colour."""

    rows: list[str]
    font: QFont
    is_muted: bool


def _rows_of(index: _Index, letters: QFont, width: int) -> list[_Words]:
    """What a lesson or a problem says, in rows of this width: titles whole, and of a function what has room."""
    problem = index.data(ProblemRole)
    font = QFont(letters)
    font.setBold(problem is None)
    titles = _Words(wrapped(str(index.data()), QFontMetricsF(font), width), font, is_muted=False)
    if problem is None:
        return [titles]
    metrics = QFontMetrics(letters)
    variable = tr("with respect to {0}", problem.wrt)
    whole = tr("{0}   with respect to {1}", problem.text, problem.wrt)
    if index.data(AgainRole):
        below = [variable]
    elif metrics.horizontalAdvance(whole) <= width:
        below = [whole]
    else:
        below = [metrics.elidedText(problem.text, Qt.TextElideMode.ElideRight, width), variable]
    return [titles, _Words(below, letters, is_muted=True)]


class LessonDelegate(QStyledItemDelegate):
    """Draws a section as a caption, a lesson as a heading, a problem as its title with its function below.

    Titles are never cut: they are read for the words by which they differ, which may be the last ones.
    """

    def __init__(self, theme: Theme | None, parent: QTreeView) -> None:
        super().__init__(parent)
        self.theme = theme
        self._tree = parent
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        # The list asks for every row several times whenever one of them is told anew, and to break words takes long.
        problem, mark = index.data(ProblemRole), str(index.data(MarkRole) or "")
        function = None if problem is None else (problem.text, problem.wrt, index.data(AgainRole))
        font, width = option.font, self._tree.viewport().width()
        key = (index.data(), function, mark, font.pixelSize(), font.family(), width, edition(), index.row() == 0)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            height = self._heights[key] = self._height(font, index, width)
        return QSize(0, height)

    def _height(self, font: QFont, index: _Index, width: int) -> int:
        height = QFontMetrics(font).height()
        if index.data(SectionRole):
            return height + (20 if index.row() else 12)
        left = self._tree.indentation() * (2 if index.parent().isValid() else 1)
        room = width - left - _LEFT_PX - _RIGHT_PX - _mark_room(index, font)
        rows = sum(len(words.rows) for words in _rows_of(index, font, room))
        return rows * height + (14 if index.data(ProblemRole) else 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self.theme
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(SectionRole):
            self._draw_section(painter, option, index, theme)
        else:
            self._draw_row(painter, option, index, theme)
        painter.restore()

    @staticmethod
    def _draw_section(painter: QPainter, option: QStyleOptionViewItem, index: _Index, theme: Theme) -> None:
        font = QFont(option.font)
        font.setPixelSize(max(11, round(QFontMetrics(font).height() * 0.68)))
        painter.setFont(font)
        painter.setPen(theme.muted)
        inner = option.rect.adjusted(0, 0, -8, -4)
        title = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _draw_row(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, theme: Theme) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect = option.rect.adjusted(0, 1, -4, -1)
        if selected or hovered or focused:
            painter.setPen(QPen(theme.accent if not selected else theme.ink, 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent if selected else theme.field)
            painter.drawRoundedRect(rect.toRectF().adjusted(1, 1, -1, -1), 7, 7)
        inner = option.rect.adjusted(_LEFT_PX, 0, -_RIGHT_PX, 0)
        self._draw_mark(painter, inner, option.font, str(index.data(MarkRole) or ""), theme, selected)
        words = _rows_of(index, option.font, inner.width() - _mark_room(index, option.font))
        height = QFontMetrics(option.font).height()
        y = option.rect.center().y() + 1 - sum(len(part.rows) for part in words) * height / 2
        for part in words:
            painter.setFont(part.font)
            painter.setPen(theme.on_accent if selected else theme.muted if part.is_muted else theme.ink)
            for row in part.rows:
                painter.drawText(QRectF(inner.left(), y, inner.width(), height), Qt.AlignmentFlag.AlignLeft, row)
                y += height

    @staticmethod
    def _draw_mark(painter: QPainter, inner: QRect, font: QFont, shown: str, theme: Theme, selected: bool) -> None:
        """Draw the mark at the right end."""
        painter.setFont(font)
        painter.setPen(theme.on_accent if selected else theme.ok)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


def _mark_room(index: _Index, font: QFont) -> int:
    """How much of a row its mark takes, with the gap before it."""
    shown = str(index.data(MarkRole) or "")
    return QFontMetrics(font).horizontalAdvance(shown) + 8 if shown else 0
