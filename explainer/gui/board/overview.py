"""All lines of a derivation at a glance, small, to jump from one to another; in projection the slides of a deck too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.look.list_rows import MOVING
from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.gui.relay import Turn, left_s
from explainer.phrases import edition
from explainer.session import Session
from explainer.session.lines.card import line_notation, short_notation
from explainer.session.lines.spoken import spoken_step

if TYPE_CHECKING:
    from explainer.notation.tree import Notation

_OURS = frozenset({
    *MOVING, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_O,
    Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
})  # fmt: skip
_Index = QModelIndex | QPersistentModelIndex
_LINES_EM = 3.1
"""How high a row is, in em of its formula; a higher formula is drawn smaller."""
_LEAST_EM = 2.0
"""The same where there are more lines than room: they are to be told from one another, not to be read at length."""
_LEAST_SHARE = 0.6
"""So much smaller a formula may be drawn there."""
_BESIDE = 1.25
"""In a room that is wider than high by this, lines that do not all fit below one another stand in two columns."""
_APART_EM = 2.0
"""Between lines of a formula that stand beside each other."""
_SCREEN = 9 / 16
"""The height of a screen against its width."""
_MARGIN_PX = 16
"""What a row has above and below its words and its formula, together."""


_MOST_PICTURES = 40
"""So many formulas are kept as they are drawn, twice as many as are seen at once: each takes about 0.5 MB."""


class Entry(Protocol):
    """A row: its words, how it is told, what stands under the words, and what happens when it is chosen."""

    @property
    def has_formula(self) -> bool:
        """Whether that is a formula, which takes some milliseconds to draw, or something that is there."""

    def words(self) -> str:
        """What stands above the picture."""

    def spoken(self) -> str:
        """The row as it is announced."""

    def forms(self) -> tuple[Notation, ...]:
        """The formula in the forms that it may take; the one is drawn that becomes largest."""

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Draw what stands under the words into this room, where it is no formula."""

    def choose(self) -> None:
        """Go there."""


class Overview(QListView):
    """Covers a widget with rows to choose from; `left` is sent when it closes.

    No row is cut: as many as have room are shown whole, in two columns where the room is wide, or in as many `columns`
    as are asked for, each with the shape of a screen.
    """

    left = Signal()

    def __init__(
        self,
        entries: Sequence[Entry],
        current: int,
        theme: Theme,
        em_px: float,
        font: QFont,
        parent: QWidget,
        columns: int = 0,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setObjectName("overview")
        self.entries = entries
        put(self.setAccessibleName, "All lines: choose one with the arrows and Return, Escape closes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setWrapping(True)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        for show in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            show(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font)
        self.setStyleSheet(
            f"QListView#overview {{ background: {theme.background.name()}; border: none; padding: 0;"
            f" font-size: {QFontInfo(font).pixelSize()}px; }}"
        )
        self._rows = _Rows(entries, self)
        self.setModel(self._rows)
        self._delegate = _RowDelegate(entries, theme, em_px, self)
        self.setItemDelegate(self._delegate)
        self._going_on = Turn(self._go_on)
        self.clicked.connect(self._choose)
        self._covered = parent.viewport() if isinstance(parent, QAbstractScrollArea) else parent
        self._covered.installEventFilter(self)
        self._cover()
        self._arrange()
        self.setCurrentIndex(self._rows.index(current))
        self.show()
        self.raise_()
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _arrange(self) -> None:
        """Give each row its size: as large as all have room, and no smaller than can be told from another."""
        words, em = QFontMetricsF(self.font()).height(), self._delegate.em_px
        wide, high, count = self.width() - 1, self.height() - 1, len(self.entries)  # Qt wraps what fills a row
        if self._columns:
            across = wide // self._columns
            rows = max(1, round(high / (across * _SCREEN + words + _MARGIN_PX)))
            self._give(across, high, rows)
            return
        usual = words + em * _LINES_EM + _MARGIN_PX
        least = words + em * _LEAST_SHARE * _LEAST_EM + _MARGIN_PX
        most = max(1, int(high / least))
        columns = 2 if count > most and wide >= high * _BESIDE else 1
        rows = max(1, min(most, max(int(high / usual), -(-count // columns))))
        self._give(wide // columns, high, rows)

    def _give(self, across: int, high: int, rows: int) -> None:
        """So large is each row; what is left below the last one shows no piece of a further one."""
        self._delegate.size = QSize(across, high // rows)
        self.setViewportMargins(0, 0, 0, self.height() - rows * (high // rows))

    def _cover(self) -> None:
        """Lie over what is covered; beside the bars of one that scrolls, which would lie over this."""
        self.setGeometry(self._covered.geometry() if self._covered is not self.parent() else self._covered.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows whose formulas there is time for; the others come as soon as the window has had its turn."""
        self._delegate.begin()
        super().paintEvent(event)
        if self._delegate.is_late:
            self._going_on.start()

    def _go_on(self) -> None:
        self._going_on.stop()
        self.viewport().update()

    def _choose(self, index: _Index) -> None:
        entry = self.entries[index.row()]
        self.close()
        entry.choose()

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


class _Rows(QAbstractListModel):
    """The words of the entries, and how they are told."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entries[index.row()].words()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._entries[index.row()].spoken()
        return None


class _RowDelegate(QStyledItemDelegate):
    """Draws a row: its words, and below them its picture."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, em_px: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries, self._theme, self.em_px = entries, theme, em_px
        self.size = QSize()
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._has_drawn = False
        self.is_late = False
        """Whether there was no time for all that was to be painted last."""

    def begin(self) -> None:
        """The rows that are seen are painted from here on."""
        self._has_drawn = self.is_late = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self.size

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
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width() - 44)
        painter.drawText(QPointF(rect.left() + 22, rect.top() + 6 + metrics.ascent()), words)
        inner = rect.adjusted(22, metrics.height() + 8, -22, -8)
        if self._entries[index.row()].has_formula:
            self._draw_formula(painter, inner, index.row())
        else:
            self._entries[index.row()].draw(painter, inner, theme)
        painter.restore()

    def _draw_formula(self, painter: QPainter, rect: QRectF, row: int) -> None:
        """Draw a formula, or leave it for later where no time is left; one at least is drawn each time."""
        size, ratio = rect.size().toSize(), painter.device().devicePixelRatio()
        if size.isEmpty():
            return
        key = (row, size.width(), size.height(), ratio, edition())
        picture = self._pictures.get(key)
        if picture is None:
            if self._has_drawn and not left_s(inf):
                self.is_late = True
                return
            self._has_drawn = True
            while len(self._pictures) >= _MOST_PICTURES:
                del self._pictures[next(iter(self._pictures))]
            forms = self._entries[row].forms()
            picture = self._pictures[key] = _picture_of(forms, QSizeF(size), self.em_px, self._theme, ratio)
        painter.drawPixmap(rect.topLeft().toPoint(), picture)  # on whole pixels, or it would be blurred


class Line:
    """Line 0 is the problem, line k the one after step k."""

    def __init__(self, session: Session, number: int, go_to: Callable[[int], object]) -> None:
        self.number = number
        self._session, self._go_to = session, go_to

    def words(self) -> str:
        step = self._session.step_at(self.number)
        return tr("Problem") if step is None else f"{step.number}  {tr(step.title)}"

    def spoken(self) -> str:
        step = self._session.step_at(self.number)
        return tr("The problem") if step is None else tr(spoken_step(step))

    @property
    def has_formula(self) -> bool:
        return True

    def forms(self) -> tuple[Notation, ...]:
        step, line = self._session.step_at(self.number), self._session.line(self.number)
        if line is None:
            return ()
        shown = line_notation(line, True) if step is None else short_notation(step)
        return (shown, *beside_each_other(shown))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """There is nothing but the formula."""

    def choose(self) -> None:
        self._go_to(self.number)


def lines_of(session: Session, go_to: Callable[[int], object]) -> Iterable[Line]:
    """The lines of a derivation that may be seen."""
    count = (session.position if session.covered else session.count) + 1
    return (Line(session, number, go_to) for number in range(count))


def _picture_of(forms: Sequence[Notation], size: QSizeF, em_px: float, theme: Theme, ratio: float) -> QPixmap:
    """A formula in the middle of a room, in the form in which it becomes largest, and in letters of at most a size."""
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    if forms:
        form = max(forms, key=lambda one: fitting_em(size, em_px, one))
        drawing, em = drawing_of(form), fitting_em(size, em_px, form)
        top = (size.height() - (drawing.ascent + drawing.descent) * em) / 2
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.paint(painter, QPointF(0.0, top + drawing.ascent * em), em, theme.ink)
        painter.end()
    return picture


def fitting_em(room: QSizeF, em_px: float, notation: Notation) -> float:
    """The size at which a formula fits a room, and no larger than that."""
    drawing = drawing_of(notation)
    high = drawing.ascent + drawing.descent
    return min(em_px, room.width() / max(1.0, drawing.width), room.height() / max(0.5, high))


def beside_each_other(notation: Notation) -> tuple[Notation, ...]:
    """Lines that stand below each other as one line, which is low and wide as a row is; nothing for one line alone."""
    from explainer.notation.tree import Lines, Row, Space

    if not isinstance(notation, Lines) or len(notation.lines) < 2:
        return ()
    cells: list[Notation] = []
    for line in notation.lines:
        cells += (*((Space(_APART_EM),) if cells else ()), *line)
    return (Row(tuple(cells)),)
