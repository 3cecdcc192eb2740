"""Shows a figure: laid out for the width there is, in the colours of the theme, as outlines at any scale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QSizePolicy, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.formulas.figure_marks import painted
from explainer.gui.formulas.pictures import em_pixels
from explainer.gui.look.texts import data, put
from explainer.gui.look.theme import Theme

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.figures.canvas import Sheet
    from explainer.gui.away import Away

_KEPT_SHEETS = 4
_LARGE = 0.9
"""How much of the window the figure takes."""
_MARGIN_PX = 16
"""Between a figure that is shown large and the edge of its window."""
_WORTH_IT = 1.1
"""A figure is laid out otherwise than suits it best where its letters are larger by this."""
Prepared: TypeAlias = "tuple[float, Sheet]"
"""A figure laid out, and the width in em for which it was."""


def prepared(figure: Figure, width_em: float, widest: float = 0.0) -> Prepared:
    """The figure laid out for a width; what takes long of showing it, and can be done in another thread."""
    across = round(min(width_em, widest or figure.width_em), 1)
    return across, figure.sheet(across)


_MEASURED_PX, _LEAST_PX = 100, 8
"""The letters in which it is measured how large formulas are against them, and the smallest ones of a figure."""


class FigureView(QWidget):
    """A figure in a window. It is as high as its width asks for; a figure that cannot be so narrow is drawn smaller.

    For another width it is laid out in a thread; if that takes long, it is shown as it was until then.

    `dragged` carries the value to which something in it was moved by hand. Return and a double click enlarge it.

    The title is its accessible name and the description its accessible description.
    """

    dragged = Signal(float)

    def __init__(self, figure: Figure | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._figure: Figure | None = None
        self._sheets: dict[float, Sheet] = {}
        self._awaited: float | None = None
        self._widest = 0.0
        self._filling: tuple[int, float, float, Sheet] | None = None
        self._away: Away | None = None
        self._dragging = False
        self._painted: tuple[Sheet | None, str, list[tuple[QPainterPath, QColor, QPen | None]]] = (None, "", [])
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(160)
        self.set_figure(figure)

    @property
    def figure(self) -> Figure | None:
        """What is shown; None while there is nothing."""
        return self._figure

    def set_figure(self, figure: Figure | None, sheets: Iterable[Prepared] = ()) -> None:
        """Show this figure, or nothing; `sheets` are what was laid out of it already."""
        self._figure = figure
        if self._away is not None:
            self._away.drop()
        self._awaited = self._filling = None
        self._widest = 0.0 if figure is None else figure.width_em
        self._sheets = dict(sheets)
        put(self.setAccessibleName, "" if figure is None else figure.title)
        put(self.setAccessibleDescription, "" if figure is None else figure.description)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        self.updateGeometry()
        self.update()

    # --- sizes -------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._figure is None:
            return 0
        sheet = self._sheet(width)
        return round(sheet.height * self._em(sheet, width)) + 2

    def sizeHint(self) -> QSize:
        if self._figure is None:
            return QSize(0, 0)
        width = round(self._figure.width_em * em_pixels(self.font()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0)

    def across_in(self, width: int) -> float:
        """A width in pixels in em."""
        return width / em_pixels(self.font())

    @property
    def focus_rect(self) -> QRect | None:
        """Where in the view that is which a reader is to look at; None where that is the whole."""
        if self._figure is None:
            return None
        sheet = self._sheet(self.width())
        if sheet.focus is None:
            return None
        em, focus = self._em(sheet, self.width()), sheet.focus
        left, top = self._corner(sheet, em)
        x, y = left + (focus.x - sheet.left) * em, top + (sheet.bottom + sheet.height - focus.top) * em
        return QRectF(x, y, focus.width * em, focus.height * em).toRect()

    def _sheet(self, width: int) -> Sheet:
        """The figure laid out for a width in pixels, but no wider than suits it; while that takes long, as it was."""
        figure = self._figure
        assert figure is not None
        if self._filling is not None:
            return self._filling[3]
        across = round(min(self.across_in(width), self._widest), 1)
        if across not in self._sheets:
            if not self._sheets:
                self._keep(*prepared(figure, across, self._widest))
            elif self._awaited is None:
                self._lay_out(figure, across)
        return self._sheets.get(across) or next(reversed(self._sheets.values()))

    def fill(self, width: int, height: float) -> None:
        """Take letters so large that the figure, laid out at once for a screen, fills a room."""
        if self._figure is not None:
            self._fill(width, height, *self._largest(width, height))

    def letters_in(self, width: int, height: float) -> float:
        """How large the letters are in pixels where the figure fills a room."""
        _, sheet = self._largest(width, height)
        return min(width / sheet.width, height / sheet.height)

    def _largest(self, width: int, height: float) -> tuple[float, Sheet]:
        """The figure with the largest letters in a room, and the width in em for which it is laid out.

        It is as wide as suits it, or narrower or wider where that is worth it, as for a graph that can also run from
        left to right.
        """
        figure = self._figure
        assert figure is not None
        best, *others = figure.sheets_for_screens.items()
        em_px = min(width / best[1].width, height / best[1].height)
        for wide, sheet in others:
            size = min(width / sheet.width, height / sheet.height)
            if size > em_px * _WORTH_IT:
                best, em_px = (wide, sheet), size
        return best

    def _fill(self, width: int, height: float, wide: float, sheet: Sheet) -> None:
        self._filling = width, height, wide, sheet
        em_px = min(width / sheet.width, height / sheet.height)
        font = self.font()
        font.setPixelSize(_MEASURED_PX)
        font.setPixelSize(max(_LEAST_PX, int(em_px * _MEASURED_PX / em_pixels(font)) + 1))
        while font.pixelSize() > _LEAST_PX and em_pixels(font) > em_px:  # letters are no finer than pixels
            font.setPixelSize(font.pixelSize() - 1)
        self.setFont(font)
        self.refresh()

    def _lay_out(self, figure: Figure, across: float) -> None:
        if self._away is None:
            from explainer.gui.away import Away

            self._away = Away(self)
        self._awaited = across
        # Asked for while a page is laid out, which may hold many figures: none of them is waited for.
        self._away.do(partial(prepared, figure, across, self._widest), self._take, self._give_up, patience_ms=0.0)

    def _take(self, made: Prepared) -> None:
        self._awaited = None
        self._keep(*made)
        self.updateGeometry()
        self.update()

    def _give_up(self, error: Exception) -> None:
        """It stays as it was, as somebody has cancelled that; a fault of the program goes the way of all faults."""
        self._awaited = None
        if not isinstance(error, ExplainerError):
            raise error

    def _keep(self, across: float, sheet: Sheet) -> None:
        while len(self._sheets) >= _KEPT_SHEETS:
            del self._sheets[next(iter(self._sheets))]
        self._sheets[across] = sheet

    def _em(self, sheet: Sheet, width: int) -> float:
        """The size of an em in pixels: that of the words around, or smaller where the figure is too wide for that."""
        return min(em_pixels(self.font()), width / sheet.width)

    def _corner(self, sheet: Sheet, em: float) -> tuple[float, float]:
        """Where the picture begins on the left and above."""
        return (self.width() - sheet.width * em) / 2, max(0.0, (self.height() - sheet.height * em) / 2)

    def enlarge(self) -> None:
        """Show the figure in a window of its own."""
        if self._figure is not None and self._theme is not None:
            shown = LargeFigure(self._figure, self._theme, self)
            shown.show()
            shown.activateWindow()

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def _gripped(self, place: QPointF, *, outside: bool = False) -> float | None:
        """The value under a place; None where nothing can be moved there."""
        if self._figure is None or self._figure.handle is None:
            return None
        sheet = self._sheet(self.width())
        if sheet.grip is None:
            return None
        em = self._em(sheet, self.width())
        left, top = self._corner(sheet, em)
        x = sheet.left + (place.x() - left) / em
        y = sheet.bottom + sheet.height - (place.y() - top) / em
        room = sheet.grip.room
        inside = room.x - 0.5 <= x <= room.right + 0.5 and room.y <= y <= room.top
        return sheet.grip.value_at(x) if inside or outside else None

    def move_to(self, value: float) -> None:
        """Move what can be moved, to the value nearest to this."""
        handle = None if self._figure is None else self._figure.handle
        filling = self._filling
        if handle is None:
            return
        self.set_figure(handle.move(handle.values[handle.place_of(value)]))
        if filling is not None and self._figure is not None:
            width, height, wide, _ = filling
            self._fill(width, height, wide, self._figure.sheet(wide, for_screen=True))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        value = self._gripped(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        self._dragging = value is not None
        if value is None:
            super().mousePressEvent(event)
        else:
            self.dragged.emit(value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        value = self._gripped(event.position(), outside=self._dragging)
        shape = Qt.CursorShape.ArrowCursor if value is None else Qt.CursorShape.SizeHorCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
        if self._dragging and value is not None:
            self.dragged.emit(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.enlarge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The mouse is followed only where something can be moved."""
        if event.type() == QEvent.Type.Enter:
            self.setMouseTracking(self._figure is not None and self._figure.handle is not None)
        return super().event(event)

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None or self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet(self.width())
        em = self._em(sheet, self.width())
        painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.line, 2 if self.hasFocus() else 1))
        painter.setBrush(self._theme.background)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.translate(*self._corner(sheet, em))
        painter.scale(em, em)
        for path, colour, pen in self._shapes(sheet):
            if pen is None:
                painter.fillPath(path, colour)
            else:
                painter.strokePath(path, pen)
        painter.end()

    def _shapes(self, sheet: Sheet) -> list[tuple[QPainterPath, QColor, QPen | None]]:
        """What is painted, in em from the upper left corner of the page; kept until sheet or theme change."""
        name = self._theme.name if self._theme is not None else "paper"
        if self._painted[0] is not sheet or self._painted[1] != name:
            drawing = sheet.drawing(name)
            shapes = [painted(mark, QColor(colour), drawing) for colour, marks in drawing.layers for mark in marks]
            self._painted = (sheet, name, shapes)
        return self._painted[2]


class LargeFigure(QDialog):
    """Shows one figure in a window of its own, in letters as large as its room allows.

    Escape, Return and a click close it.
    """

    def __init__(self, figure: Figure, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("large_figure")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        put(self.setWindowTitle, data(figure.title))
        self.setStyleSheet(f"QDialog#large_figure {{ background: {theme.background.name()}; }}")
        self.view = _Shown(figure, self)
        self.view.set_theme(theme)
        self.view.dragged.connect(self.view.move_to)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(_MARGIN_PX,) * 4)
        layout.addWidget(self.view)
        self.resize(parent.window().size() * _LARGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.fill(self.width() - 2 * _MARGIN_PX, self.height() - 2 * _MARGIN_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()


class _Shown(FigureView):
    def enlarge(self) -> None:
        """It is as large as it can be: a further click closes the window."""
        self.window().close()
