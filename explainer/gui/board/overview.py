"""All lines of a derivation at a glance, small, as a list to jump from."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.look.list_rows import MOVING
from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.session import Session
from explainer.session.lines.card import line_notation, short_notation, spoken_step

_OURS = frozenset({
    *MOVING, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_O,
    Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
})  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex
_LINES_EM = 3.1
"""How high a row is, in em of its formula; a higher formula is drawn smaller."""


class Overview(QListView):
    """Covers a board with the list of its lines; `chosen` is sent with the one to go to, `left` when it closes."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, em_px: float, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        put(self.setAccessibleName, "All lines: choose one with the arrows and Return, Escape closes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            f"QListView#overview {{ background: {theme.background.name()}; border: none;"
            f" font-size: {QFontInfo(font).pixelSize()}px; }}"
        )
        self._rows = _Lines(session, self)
        self.setModel(self._rows)
        self.setItemDelegate(_LineDelegate(session, theme, em_px, self))
        self.clicked.connect(self._choose)
        self.setGeometry(parent.rect())
        self.setCurrentIndex(self._rows.index(session.position))
        self.show()
        self.raise_()
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, index: _Index) -> None:
        number = index.row()
        self.close()
        self.chosen.emit(number)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast("QKeyEvent", event)
            if key.key() in _OURS and not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.accept()  # or page keys would step behind the list, and in projection the arrows would too
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_O | Qt.Key.Key_Backspace:
                self.close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._choose(self.currentIndex())
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self.left.emit()


class _Lines(QAbstractListModel):
    """Row 0 is the problem, row k the line after step k."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._count = (session.position if session.covered else session.count) + 1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        step = self._session.step_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Problem") if step is None else f"{step.number}  {tr(step.title)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("The problem") if step is None else tr(spoken_step(step))
        return None


class _LineDelegate(QStyledItemDelegate):
    """Draws a row: the number and the name of the rule, and below them the formula, as large as there is room."""

    def __init__(self, session: Session, theme: Theme, em_px: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._theme, self._em_px = session, theme, em_px

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, round(QFontMetricsF(option.font).height() + self._em_px * _LINES_EM + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._theme, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(theme.panel)
            painter.drawRoundedRect(rect.adjusted(6, 2, -6, -2), 6, 6)
        metrics = QFontMetricsF(option.font)
        painter.setFont(option.font)
        painter.setPen(theme.ink if chosen else theme.muted)
        painter.drawText(QPointF(rect.left() + 22, rect.top() + 6 + metrics.ascent()), str(index.data()))
        self._draw_formula(painter, rect.adjusted(40, metrics.height() + 8, -22, -8), index.row())
        painter.restore()

    def _draw_formula(self, painter: QPainter, rect: QRectF, number: int) -> None:
        step, line = self._session.step_at(number), self._session.line(number)
        if line is None:
            return
        drawing = drawing_of(line_notation(line, True) if step is None else short_notation(step))
        high = drawing.ascent + drawing.descent
        em = min(self._em_px, rect.width() / max(1.0, drawing.width), rect.height() / max(0.5, high))
        top = rect.top() + (rect.height() - high * em) / 2
        drawing.paint(painter, QPointF(rect.left(), top + drawing.ascent * em), em, self._theme.ink)
