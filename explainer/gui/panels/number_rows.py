"""The rows of the table of numbers: line by line the value as a small grid, and below it what there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel, text_of
from explainer.gui.look.texts import tr
from explainer.gui.look.theme import Theme, mixed
from explainer.session.lines.card import notation_of
from explainer.session.lines.names import with_formulas
from explainer.session.numbers.shown_values import grid_of, spoken_value, told_directions

if TYPE_CHECKING:
    from explainer.session.lines.card import Sentence
    from explainer.session.numbers.numbers import NumberLine

_Index = QModelIndex | QPersistentModelIndex
NumbersRole = int(Qt.ItemDataRole.UserRole) + 1
"""What is drawn in a row: NumberRow."""
LitRole = int(Qt.ItemDataRole.UserRole) + 2
"""Whether the board shows the line of this row."""
_MOST_ROWS, _MOST_COLUMNS = 7, 6
"""Of a larger matrix the first rows and columns are shown, then dots, then the last."""
_KEPT_HEIGHTS = 4_000
"""So many heights of rows are kept: the list asks for all of them at every new width."""
_BAR_PX = 20
"""The room of the bar to scroll by."""
_PAD_PX, _GUTTER_EM, _SERIF_PX = 7.0, 3.3, 4.0
"""The room above and below a row, the width of the column of line numbers, the ends of a matrix's brackets."""


class NumberRow(NamedTuple):
    """What a row shows: the number of the line, the entries, and words below them."""

    label: str
    grid: tuple[tuple[str, ...], ...]
    words: Sentence


def number_row(line: NumberLine) -> NumberRow:
    """The row of a line; a large matrix is cut, with dots."""
    grid = () if line.value is None else _cut(grid_of(line.value))
    words: list[Sentence] = [with_formulas(line.reason)] if line.reason else []
    if line.value is not None and told_directions(line.value):
        words.append((tr(told_directions(line.value)),))
    if line.number == 0 and line.value is not None:
        words.append((tr("Measured from differences of the function."),))
    if line.agrees is False:
        words.append((tr("This differs from the first line."),))
    named = [(notation_of(name), f" = {_short(value)}") for name, value in line.names]
    words.append(tuple(piece for number, each in enumerate(named) for piece in ((", ", *each) if number else each)))
    rows = [row for row in words if row]
    shown = tuple(piece for number, row in enumerate(rows) for piece in (("\n", *row) if number else row))
    return NumberRow(str(line.number) if line.number else tr("start"), grid, shown)


def _short(value: object) -> str:
    rows = grid_of(value)  # type: ignore[arg-type]
    if len(rows) == 1 and len(rows[0]) == 1:
        return rows[0][0]
    return "[" + "; ".join(", ".join(filter(None, row)) for row in _cut(rows) if any(row)) + "]"


def _cut(grid: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    if len(grid[0]) > _MOST_COLUMNS:
        grid = tuple((*row[: _MOST_COLUMNS - 2], "⋯" if any(row) else "", row[-1]) for row in grid)
    if len(grid) > _MOST_ROWS:
        grid = (*grid[: _MOST_ROWS - 2], tuple("⋮" if entry else "" for entry in grid[-1]), grid[-1])
    return grid


def fill_item(item: QListWidgetItem, line: NumberLine, title: str) -> None:
    """Put a line into its row, for the eye and for a screen reader."""
    row = number_row(line)
    value = tr("no value") if line.value is None else tr(spoken_value(line.value))
    title = tr(title)
    place = tr("Line {0}, {1}", line.number, title) if line.number else tr("The start")
    item.setData(NumbersRole, row)
    words = text_of(row.words)
    item.setText(f"{row.label}  {value}" + (f"\n{words}" if words else ""))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{place}: {value}. {words}".replace("\n", " "))
    item.setToolTip(title)


class NumberDelegate(QStyledItemDelegate):
    """Draws the rows; the one whose line the board shows has a bar, a ground of its own and its number in bold."""

    theme: Theme | None = None

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = FormulaLabel(parent, running=True)  # never shown itself: it measures and paints
        self._words.hide()
        self._heights: dict[tuple[NumberRow, float, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(NumbersRole)
        if row is None:
            return QSize(60, 28)
        width = self._room(option, option.rect.width())
        key = (row, width, option.font.pixelSize(), option.font.family())
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _KEPT_HEIGHTS:
                self._heights.clear()
            height = self._heights[key] = self._height(row, option.font, width)
        return QSize(60, height)

    def _height(self, row: NumberRow, font: QFont, width: float) -> int:
        metrics = QFontMetricsF(font)
        height = 0.0
        if row.grid:
            height = max(len(row.grid) * metrics.lineSpacing() * self._scale(row, metrics, width), metrics.height())
        if row.words:
            height += self._words_height(row, font, width) + (4 if row.grid else 0)
        return round(max(height, metrics.height()) + 2 * _PAD_PX)

    @staticmethod
    def _room(option: QStyleOptionViewItem, width: int) -> float:
        listing = option.widget
        # The bar to scroll by has its room even while there is none: it must not change the height of the rows.
        whole = listing.width() - _BAR_PX if isinstance(listing, QWidget) else width
        return max(80.0, whole - QFontMetricsF(option.font).height() * _GUTTER_EM - _PAD_PX)

    @staticmethod
    def _widths(row: NumberRow, metrics: QFontMetricsF) -> list[float]:
        return [max(map(metrics.horizontalAdvance, column)) for column in zip(*row.grid, strict=True)]

    def _scale(self, row: NumberRow, metrics: QFontMetricsF, room: float) -> float:
        """How small a wide grid is drawn, so that all of it is seen."""
        if not row.grid:
            return 1.0
        widths = self._widths(row, metrics)
        return min(1.0, room / (sum(widths) + metrics.height() * 0.9 * (len(widths) - 1) + 4 * _SERIF_PX))

    def _words_height(self, row: NumberRow, font: QFont, width: float) -> int:
        self._words.setFont(_small(font))
        self._words.show_sentence(row.words)
        return self._words.heightForWidth(int(width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, theme = index.data(NumbersRole), self.theme
        if row is None or theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, metrics = QRectF(option.rect), QFontMetricsF(option.font)
        lit = bool(index.data(LitRole))
        font = QFont(option.font)
        if lit:
            painter.fillRect(rect, mixed(theme.accent, theme.field, 0.84))
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), theme.accent)
            font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.ink if lit else theme.muted)
        top, left = rect.top() + _PAD_PX, rect.left() + metrics.height() * _GUTTER_EM
        label = QRectF(rect.left() + 4, top, left - rect.left() - 16, metrics.height())
        painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), row.label)
        painter.setFont(option.font)
        room = self._room(option, round(rect.width()))
        if row.grid:
            scale = self._scale(row, metrics, room)
            painter.save()
            painter.translate(left, top)
            painter.scale(scale, scale)
            self._draw_grid(painter, row, metrics, theme.ink)
            painter.restore()
            top += len(row.grid) * metrics.lineSpacing() * scale + 4
        if row.words:
            words = QRect(round(left), round(top), int(room), self._words_height(row, option.font, room))
            painter.setFont(_small(option.font))
            self._words.paint_in(painter, words, theme.ink if lit or not row.grid else theme.muted)
        if QStyle.StateFlag.State_HasFocus in option.state:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _draw_grid(self, painter: QPainter, row: NumberRow, metrics: QFontMetricsF, ink: QColor) -> None:
        widths, spacing = self._widths(row, metrics), metrics.lineSpacing()
        single = len(row.grid) == 1 and len(widths) == 1
        start = 0.0 if single else 2 * _SERIF_PX
        painter.setPen(ink)
        for number, entries in enumerate(row.grid):
            x = start
            for width, entry in zip(widths, entries, strict=True):
                painter.drawText(
                    QPointF(x + width - metrics.horizontalAdvance(entry), number * spacing + metrics.ascent()), entry
                )
                x += width + metrics.height() * 0.9
        if single:
            return
        right = start + sum(widths) + metrics.height() * 0.9 * (len(widths) - 1) + 2 * _SERIF_PX - 1
        bottom = len(row.grid) * spacing
        painter.setPen(QPen(ink, 1.3))
        for x, serif in ((1.0, _SERIF_PX), (right, -_SERIF_PX)):
            painter.drawPolyline(
                [QPointF(x + serif, 1), QPointF(x, 1), QPointF(x, bottom - 1), QPointF(x + serif, bottom - 1)]
            )


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(11, round(font.pixelSize() * 0.88)))
    return small
