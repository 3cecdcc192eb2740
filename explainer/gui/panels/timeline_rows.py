"""The rows of the timeline: a model of the lines that are derived so far, and how a row is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QWidget

from explainer.export.wording import check_sentence
from explainer.gui.look.list_rows import two_lines_height
from explainer.gui.look.texts import tr
from explainer.gui.look.theme import Theme
from explainer.phrases import edition, retold
from explainer.rules import plain
from explainer.session import Session
from explainer.session.lines.spoken import spoken_step

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from explainer.verify import Check

_Index = QModelIndex | QPersistentModelIndex

PhaseRole = int(Qt.ItemDataRole.UserRole) + 1
CheckRole = int(Qt.ItemDataRole.UserRole) + 2
"""None while the step is not checked, else whether its check passed."""
SignRole = int(Qt.ItemDataRole.UserRole) + 3
"""The sign that is drawn for the check."""


_MOST_SIZES = 2000
"""So many sizes of rows are kept."""
_MOST_IMAGES = 50
"""So many rows are kept as images, those that were drawn last: twice as many as are seen at once. Each takes 0.1 MB."""


class TimelineModel(QAbstractListModel):
    """Row 0 is the problem, row k is step k, as far as the session has derived them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = 0
        self._tiles: list[tuple[str, str]] = []
        self._language = edition()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or not 0 <= index.row() < self._rows:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(index.row())
        if self._is_covered(index.row()):
            return _covered_data(index.row(), role)
        step = self._session.step_at(index.row())
        if step is None:
            return self._problem_data(role)
        check = self._session.check_of(step.number)
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr(spoken_step(step))
            case Qt.ItemDataRole.ToolTipRole:
                return f"{plain(retold(step.words))}\n{tr(check_sentence(check))}"
            case _ if role == PhaseRole:
                return self._phase(index.row())
            case _ if role == CheckRole:
                return None if check is None else check.answer
            case _ if role == SignRole:
                return _sign(check)
        return None

    def _problem_data(self, role: int) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("The problem: differentiate {0} with respect to {1}", self._session.text, self._session.wrt)
        return None

    def tile(self, row: int) -> tuple[str, str]:
        """What stands on a row and above it: its text, and its phase where another one begins.

        Both are asked for at every painting, and change with the language only.
        """
        if self._language != edition():
            self._language = edition()
            self._tiles.clear()
        while (
            len(self._tiles) <= row
        ):  # not by `data`: a derivation may have thousands of rows, and all are told at once
            number = len(self._tiles)
            phase = self._phase(number)
            self._tiles.append((self._title(number), "" if number and phase == self._phase(number - 1) else phase))
        return self._tiles[row]

    def _is_covered(self, row: int) -> bool:
        return self._session.covered and row > self._session.position

    def _title(self, row: int) -> str:
        if self._is_covered(row):
            return f"{row}  …"
        step = self._session.step_at(row)
        return tr("Problem") if step is None else f"{step.number}  {tr(step.title)}"

    def _phase(self, row: int) -> str:
        step = None if self._is_covered(row) else self._session.step_at(row)
        return "" if step is None else tr(step.phase)

    def restart(self) -> None:
        """Show another derivation."""
        self.beginResetModel()
        self._tiles.clear()
        self._rows = 0 if self._session.trace is None else self._session.count + 1
        self.endResetModel()

    def grow(self) -> None:
        """Add the rows of the steps that were derived meanwhile."""
        rows = 0 if self._session.trace is None else self._session.count + 1
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()

    def retell(self) -> None:
        """Say the rows in the language that is spoken now."""
        self._tiles.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
            self.layoutChanged.emit()

    def uncover(self) -> None:
        """Say the names of the steps that are no longer covered."""
        if self._session.covered:
            self.retell()

    def refresh_checks(self) -> None:
        """Show the checks that were computed meanwhile."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1), [CheckRole, SignRole])


class TimelineDelegate(QStyledItemDelegate):
    """Draws a row as a tile: the phase above it where a phase begins, the title, and a mark for the check."""

    def __init__(self, theme: Theme | None, model: TimelineModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme
        self._model = model
        self._sizes: dict[tuple[str, str, int, str], QSize] = {}
        self._metrics: dict[tuple[int, str], tuple[QFontMetrics, QFontMetrics]] = {}
        self._images: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        text, label = self._model.tile(index.row())
        font: QFont = option.font
        key = (text, label, font.pixelSize(), font.family())
        size = self._sizes.get(key)
        if size is None:
            metrics, small = self._metrics_of(font, key[2:])
            width = max(
                metrics.horizontalAdvance(text) + 32 + _sign_width(metrics), small.horizontalAdvance(label) + 16
            )
            if len(self._sizes) > _MOST_SIZES:
                self._sizes.clear()
            size = self._sizes[key] = QSize(width, two_lines_height(metrics))
        return size

    def _metrics_of(self, font: QFont, key: tuple[int, str]) -> tuple[QFontMetrics, QFontMetrics]:
        """How wide the letters of both lines are, worked out once for all rows: a derivation may have thousands."""
        known = self._metrics.get(key)
        if known is None:
            self._metrics.clear()
            known = self._metrics[key] = (QFontMetrics(font), QFontMetrics(_small(font)))
        return known

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self.theme
        if theme is None:
            return
        rect, ratio = option.rect, painter.device().devicePixelRatio()
        key = (*self._model.tile(index.row()), index.data(SignRole), self._marks(index), theme.name, option.font.key(),
               ratio, rect.width(), rect.height())  # fmt: skip
        image = self._images.get(key)
        if image is None:  # to scroll by one step would set the words of twenty tiles anew
            image = QPixmap(rect.size() * ratio)
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            on_image = QPainter(image)
            self._draw(on_image, theme, rect.translated(-rect.topLeft()), option, index)
            on_image.end()
            while len(self._images) >= _MOST_IMAGES:
                del self._images[next(iter(self._images))]
            self._images[key] = image
        painter.drawPixmap(rect.topLeft(), image)

    def _marks(self, index: _Index) -> tuple[bool, bool]:
        """Whether a row is selected, and whether it has the keys.

        Asked of the list: for the state of the option Python would make all the 600 numbers of QStyle at the start.
        """
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        return self._view.selectionModel().isSelected(index), focused

    def _draw(self, painter: QPainter, theme: Theme, rect: QRect, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a tile within this rectangle."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected, focused = self._marks(index)
        text, label = self._model.tile(index.row())
        small = _small(option.font)
        label_height = QFontMetrics(small).height() + 2
        tile = rect.adjusted(3, label_height + 2, -3, -3)
        painter.setPen(theme.muted)
        painter.setFont(small)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(rect.left() + 5, rect.top(), rect.width(), label_height), flags, label)
        painter.setPen(theme.accent if selected else theme.line)
        painter.setBrush(theme.accent if selected else theme.panel)
        painter.drawRoundedRect(tile.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if selected and focused:
            self._ring(painter, tile, theme)
        ink = theme.on_accent if selected else theme.ink
        painter.setPen(ink)
        painter.setFont(option.font)
        room = tile.adjusted(10, 0, -14 - _sign_width(QFontMetrics(option.font)), 0)
        painter.drawText(room, flags, text)
        if sign := index.data(SignRole):
            painter.setPen(theme.failed if index.data(CheckRole) is False else ink)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(tile.adjusted(0, 0, -9, 0), flags, sign)

    @staticmethod
    def _ring(painter: QPainter, tile: QRect, theme: Theme) -> None:
        pen = painter.pen()
        pen.setColor(theme.on_accent)
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile.toRectF().adjusted(3, 3, -3, -3), 4, 4)


def _covered_data(row: int, role: int) -> Any:
    """A step that is left to the learner: its number, and neither its rule nor its phase."""
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return tr("Step {0}, covered", row)
    return None


def _sign(check: Check | None) -> str | None:
    """What the numbers said: ✓ agreed, ✗ failed, ≠ a mistake that they refuted, ? nothing."""
    if check is None:
        return None
    if not check.ok:
        return "?" if check.undecided else "✗"
    return "≠" if check.refutes else "✓"


def _sign_width(metrics: QFontMetrics) -> int:
    return metrics.horizontalAdvance("✓")


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(11, round(QFontMetrics(font).height() * 0.68)))
    return small
