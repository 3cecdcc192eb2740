"""The parts of the start page: problems as pictures, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.look.flow import Flow, bare, nest
from explainer.gui.look.texts import put
from explainer.gui.reading.page_parts import part_of, plain_label, push_button
from explainer.gui.slices import Asking, away
from explainer.session.course.address import Address
from explainer.session.course.pages import Doing, Doings, Gallery

if TYPE_CHECKING:
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.lessons import LessonProblem
    from explainer.notation.tree import Notation

_NARROWEST = 13.0
"""So many letters wide is a picture at least; a narrower page has fewer of them side by side."""
_HIGH = 6.6
"""How high a picture is, in heights of its letters."""
_SIZES = (1.5, 1.3, 1.1, 0.95, 0.8, 0.7, 0.6)
"""The sizes of a formula that are tried, against the letters of the page."""


class Thumbnail(QAbstractButton):
    """A problem as a picture: the derivative that is asked for, and its title below it."""

    def __init__(self, problem: LessonProblem, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self.problem, self._view = problem, view
        self._notation: Notation | None = None
        self.setObjectName("thumbnail")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        put(self.setText, problem.title)
        put(self.setAccessibleName, "{0}: {1} with respect to {2}", problem.title, problem.text, problem.wrt)
        self.clicked.connect(lambda: view.problem_chosen.emit(problem))

    def show_formula(self, notation: Notation | None) -> None:
        """Show what is asked for, once it is known."""
        self._notation = notation
        self.update()

    def sizeHint(self) -> QSize:
        size = self._view.size_px
        return QSize(round(_NARROWEST * size), round(_HIGH * size))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._view.theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.accent if marked else theme.line, 2 if marked else 1))
        painter.setBrush(theme.field)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        size = self._view.size_px
        font = self.font()
        font.setPixelSize(max(11, round(size * 0.8)))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        inner = QRectF(self.rect()).adjusted(size * 0.8, size * 0.6, -size * 0.8, -size * 0.6)
        painter.setPen(theme.muted)
        title = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QPointF(inner.left(), inner.bottom() - metrics.descent()), title)
        inner.setBottom(inner.bottom() - metrics.height() - size * 0.3)
        if self._notation is not None:
            self._paint_formula(painter, self._notation, inner, theme.ink)
        painter.end()

    def _paint_formula(self, painter: QPainter, notation: Notation, room: QRectF, ink: QColor) -> None:
        """As large as it fits, in the middle; one that is too long for a line is broken."""
        for share in _SIZES:
            em = self._view.size_px * share
            drawing = drawing_of(notation, room.width() / em)
            wide, high = drawing.width * em, (drawing.ascent + drawing.descent) * em
            if wide <= room.width() and high <= room.height():
                break
        else:
            em *= min(1.0, room.width() / wide, room.height() / high)
            wide, high = drawing.width * em, (drawing.ascent + drawing.descent) * em
        place = QPointF(
            room.left() + (room.width() - wide) / 2, room.top() + (room.height() - high) / 2 + drawing.ascent * em
        )
        drawing.paint(painter, place, em, ink)


class Grid(QWidget):
    """Pictures side by side, as many as have room, and the rest below them."""

    def __init__(self, piece: Gallery, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._columns = 0
        layout = bare(QVBoxLayout(self), 8)
        layout.addWidget(plain_label(piece.caption, self, "heading"))
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        nest(layout, self._grid)
        self.pictures = [Thumbnail(problem, view, self) for problem in piece.problems]
        self._arrange(4)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, picture in enumerate(self.pictures):
            self._grid.addWidget(picture, number // columns, number % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def columns_for(self, width: int) -> int:
        """How many go side by side in a width."""
        least = _NARROWEST * self._view.size_px
        return next((many for many in (4, 2) if width >= many * least), 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._arrange(self.columns_for(width))
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.columns_for(self.width()))

    def work(self) -> Asking:
        """Find what each problem asks for, beside the window."""
        from explainer.session.course.notes import problem_notation

        for picture in self.pictures:
            notation = yield from away(lambda problem=picture.problem: problem_notation(problem))  # type: ignore[misc]
            picture.show_formula(notation)


@part_of.register(Gallery)
def _(piece: Gallery, view: PageView, body: PageBody) -> QWidget:
    grid = Grid(piece, view, body)
    body.work(grid.work())
    return grid


def _choose(doing: Doing, view: PageView) -> None:
    """A lesson is a page like others; all else is done elsewhere."""
    if doing.kind == "page":
        view.link_chosen.emit(Address("lesson", doing.name))
    else:
        view.doing_chosen.emit(doing)


@part_of.register(Doings)
def _(piece: Doings, view: PageView, body: PageBody) -> QWidget:
    """Buttons in a row, which lead somewhere."""
    frame = QWidget(body)
    column = bare(QVBoxLayout(frame), 8)
    if piece.caption:
        column.addWidget(plain_label(piece.caption, frame, "heading"))
    row = Flow(8)
    for number, doing in enumerate(piece.doings):
        button = push_button(doing.words, frame, "main" if doing.name == "edit_expression" else "")
        button.setObjectName(f"doing_{number}_{doing.kind}")
        button.clicked.connect(partial(_choose, doing, view))
        row.add(button)
    nest(column, row)
    return frame
