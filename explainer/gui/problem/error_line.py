"""What is wrong with the typed text, with a caret under the wrong character of the field above."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QMoveEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from explainer.errors import ExplainerError
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import tr
from explainer.gui.look.theme import Theme
from explainer.gui.problem.expression_field import ExpressionField
from explainer.phrases import Phrase, whole_sentence

if TYPE_CHECKING:
    from explainer.expr.shape import Shape
    from explainer.session.lines.card import Sentence

_CARET = 9
"""Height of the caret above the message, in pixels."""


class _Room(QWidget):
    """The room that is kept in the layout."""

    def __init__(self, line: ErrorLine, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, self._line.least_height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._line.take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.take_room()


class ErrorLine(FormulaLabel):
    """The message of an error below the field that it is about, else a note on the text, such as how it was read.

    The message is the label's text; the names in it look as they do in the formula above. The caret points up at the
    place, if the error has one. The line keeps its room while it is empty: what stands below must not jump while
    somebody types. Where it `floats` its `room` in the layout is one row, whatever it says: a longer error lies over
    what stands below; a longer note is cut, and whole where the mouse rests on it.
    """

    def __init__(self, field: ExpressionField, parent: QWidget | None = None, *, floats: bool = False) -> None:
        super().__init__(parent, running=True)
        self.setObjectName("error")
        self.setContentsMargins(10, _CARET + 1, 10, 0)
        self.room: QWidget = _Room(self, parent) if floats else self
        self._said: Sentence = ()
        self._field = field
        self._position: int | None = None
        self._theme: Theme | None = None
        self._error: ExplainerError | None = None
        self._shown: Callable[[], None] | None = None

    @property
    def error(self) -> ExplainerError | None:
        """The error that is shown."""
        return self._error

    @property
    def position(self) -> int | None:
        """The offset of the character that the caret points at; None where the error has no place in the field."""
        return self._position

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        colour = (theme.failed if self._error else theme.muted).name()
        self.setStyleSheet(f"QLabel#error {{ color: {colour}; }}")

    def show_note(self, *notes: str, shapes: Mapping[str, Shape] | None = None) -> None:
        """Show that nothing is wrong, with notes on names that have these shapes."""
        self._shown = lambda: self.show_note(*notes, shapes=shapes)
        self._show(None, None, _in_a_row(notes, shapes or {}))

    def show_error(self, error: ExplainerError) -> None:
        """Show an error with its place."""
        self._shown = lambda: self.show_error(error)
        message = _in_a_row((whole_sentence(error.message), error.hint or ""), {})
        here = error.text is None or error.text == self._field.text()
        position = error.position if here else None
        if not here:
            width = max(20, self.width() // max(1, self.fontMetrics().averageCharWidth()) - 6)
            message += tuple(
                "\n" + line.replace(" ", "\N{NO-BREAK SPACE}") for line in error.caret_lines(min(72, width))
            )
        self._show(error, position, message)

    def retell(self) -> None:
        """Say the same in the language that is spoken now."""
        if self._shown is not None:
            self._shown()

    def _show(self, error: ExplainerError | None, position: int | None, message: Sentence) -> None:
        self._error, self._position, self._said = error, position, message
        self.show_sentence(message)
        text = self.text()
        self.setAccessibleName(text if position is None else tr("{0} At character {1}.", text, position + 1))
        if self._theme is not None:
            self.set_theme(self._theme)
        if self.room is not self:
            self.setToolTip(text if error is None else "")
            self.take_room()
        self.update()

    def take_room(self) -> None:
        """Stand in the room that is kept; with a long error over what stands below."""
        room = self.room.geometry()
        if self._error is None:
            width = room.width() - 2 * self.contentsMargins().left() - 4
            self.show_sentence(self.elided(self._said, width))
        height = room.height() if self._error is None else max(room.height(), self.heightForWidth(room.width()))
        self.setGeometry(room.x(), room.y(), room.width(), height)
        self.raise_()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self.least_height))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self.least_height))

    @property
    def least_height(self) -> int:
        """The height of the caret and one row."""
        return _CARET + self.fontMetrics().height() + 3

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.text():
            from explainer.gui.formulas.copying import put_text_on_clipboard

            menu = QMenu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.addAction(tr("Copy the text")).triggered.connect(lambda: put_text_on_clipboard(self.text()))
            menu.exec(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.room is not self and self._theme is not None:
            ground = QPainter(self)
            ground.setPen(Qt.PenStyle.NoPen)  # fillRect takes gradients too, for whose names Python takes 2 ms
            ground.setBrush(self._theme.panel)
            ground.drawRect(self.rect())
            ground.end()
        super().paintEvent(event)
        if self._position is None or self._theme is None:
            return
        x = self.mapFromGlobal(self._field.mapToGlobal(self._field.rect().topLeft())).x()
        x += round(self._field.x_of(self._position))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.failed)
        tip = QPointF(x, 1)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(6, _CARET - 1), tip + QPointF(-6, _CARET - 1)]))
        painter.end()

    def caret_rect(self) -> QRect:
        """Where the caret is drawn, for tests; empty without a place."""
        if self._position is None:
            return QRect()
        x = self.mapFromGlobal(self._field.mapToGlobal(self._field.rect().topLeft())).x()
        return QRect(x + round(self._field.x_of(self._position)) - 6, 0, 12, _CARET)


def _in_a_row(texts: tuple[str, ...], shapes: Mapping[str, Shape]) -> Sentence:
    """The texts one behind the other; what has no part needs no formulas, and nothing is imported for it."""
    row: Sentence = ()
    for text in filter(None, texts):
        words: Sentence = (tr(text),)
        if isinstance(text, Phrase) and text.parts:
            from explainer.session.lines.names import with_formulas

            words = with_formulas(text, shapes)
        row = (*row, " ", *words) if row else words
    return row
