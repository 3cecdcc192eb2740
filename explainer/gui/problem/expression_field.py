"""The field for the function: it marks its brackets, knows where its characters stand, and takes pasted LaTeX and code.

A helper, such as the list of completions, may look at a key before the field does.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit

from explainer.gui.look.theme import Theme
from explainer.language.text.form_guides import HOLE
from explainer.language.typing.bracket_pairs import WRAPPING, BracketPairs, pair_brackets
from explainer.signs import shown_text, source_text

MOST_MARKED = 10_000
"""In a longer text, which the language does not read anyway, no brackets are marked."""


class KeyHelper(Protocol):
    """Looks at a key before the field does, and before the window does, which would take Escape and Ctrl+R."""

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the key is for this helper; nothing happens yet."""

    def take(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""


class ExpressionField(QLineEdit):
    """The field for the function. `pasted` is sent with a text from the clipboard, or one that was dropped here.

    Who listens decides what is written for it; the field itself would join several lines into one.
    """

    pasted = Signal(str)

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[call-overload]
        self._theme: Theme | None = None
        self._helpers: list[KeyHelper] = []
        self._paired: tuple[str, BracketPairs] = ("", BracketPairs())
        self.cursorPositionChanged.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Mark brackets in the colours of this theme."""
        self._theme = theme
        self.update()

    def add_helper(self, helper: KeyHelper) -> None:
        """Let a helper look at every key first, also at those that would leave the field or reach the window."""
        self._helpers.append(helper)

    def put(self, text: str) -> None:
        """Write a text in the place of what is selected, so that it can be undone."""
        self.insert(text)
        self.textEdited.emit(self.text())

    def write_template(self, template: str, start: int, end: int) -> None:
        """Write a template in the place of a part of the text, which can be undone at once.

        The cursor goes into the hole, or behind the template. Brackets that stand there already are not written again.
        """
        head, _, tail = template.partition(HOLE)
        if self.text()[end : end + 1] == "(" and head.endswith("("):
            head, tail = head[:-1], ""
        self.setSelection(start, end - start)
        if end == start:
            self.deselect()
            self.setCursorPosition(start)
        self.put(head + tail)
        self.setCursorPosition(start + len(head))

    def write_around(self, template: str) -> None:
        """Write a template with what is selected in its hole; without a selection the cursor goes there."""
        selected = self.selectedText()
        start = self.selectionStart() if selected else self.cursorPosition()
        head, hole, tail = template.partition(HOLE)
        if not selected or not hole:
            self.write_template(template, start, start + len(selected))
            return
        self.put(head + selected + tail)
        self.setCursorPosition(start + len(head + selected + tail))

    @property
    def source(self) -> str:
        """The text in the language of the program, whichever signs it shows for the two products."""
        return source_text(self.text())

    def show_source(self, source: str) -> None:
        """Show a text of the language with the signs in use."""
        self.setText(shown_text(source))

    def replace_all(self, text: str) -> None:
        """Write another text in the place of the whole one, so that it can be undone; nobody is told of an edit."""
        if text != self.text():
            self.selectAll()
            self.insert(text)

    # --- keys --------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            key = cast("QKeyEvent", event)
            helper = next((helper for helper in self._helpers if helper.wants(key)), None)
            if helper is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:  # here and not in keyPressEvent, which Tab never reaches
                    helper.take(key)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.text() in WRAPPING and 0 < len(self.selectedText()) < len(self.text()):
            # The whole text is selected where another one is to be typed, which may begin with a bracket.
            self._wrap(event.text())
        else:
            super().keyPressEvent(event)

    def _wrap(self, opening: str) -> None:
        """Put brackets around what is selected, which stays selected."""
        start, inside = self.selectionStart(), self.selectedText()
        self.put(f"{opening}{inside}{WRAPPING[opening]}")
        self.setSelection(start + 1, len(inside))

    # --- what comes from elsewhere -----------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._paste)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasText():
            super().dropEvent(event)
            return
        event.acceptProposedAction()
        self.pasted.emit(event.mimeData().text())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text:
            self.pasted.emit(text)

    # --- places and marks --------------------------------------------------------------------------------------------

    def x_of(self, position: int) -> float:
        """The place of the character at an offset, from the left edge of the field, kept inside the field."""
        rect = self._rect_of(position)
        return max(8.0, min(rect.center().x(), self.width() - 8.0))

    def _rect_of(self, position: int) -> QRectF:
        """The room of the character at an offset, which may lie outside of what shows of the text."""
        metrics, text, cursor = self.fontMetrics(), self.text(), self.cursorPosition()
        caret = QRectF(self.cursorRect())
        distance = metrics.horizontalAdvance(text[:position]) - metrics.horizontalAdvance(text[:cursor])
        width = metrics.horizontalAdvance(text[position : position + 1] or "m")
        return QRectF(caret.center().x() + distance, caret.top(), width, caret.height())

    def in_sight(self, places: Iterable[int]) -> list[int]:
        """Those of the offsets whose characters show: a text may be a hundred times as long as the field is wide."""
        middle = self.height() // 2
        first, last = (self.cursorPositionAt(QPoint(x, middle)) for x in (0, self.width()))
        return [place for place in places if first - 1 <= place <= last]

    @property
    def pairs(self) -> BracketPairs:
        """The brackets of the text with their partners; none in a text that is too long to be read."""
        text = self.text()
        if text != self._paired[0]:
            self._paired = (text, pair_brackets(text) if len(text) <= MOST_MARKED else BracketPairs())
        return self._paired[1]

    def marked_wrong(self) -> tuple[int, ...]:
        """The places of brackets without a partner; while somebody types here not those that may still be closed."""
        return self.pairs.wrong(self.text(), self.cursorPosition() if self.hasFocus() else None)

    def marked_pair(self) -> tuple[int, ...]:
        """The places of the bracket at the cursor and of its partner, while somebody types here."""
        if not self.hasFocus() or self.hasSelectedText():
            return ()
        return self.pairs.at(self.cursorPosition())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._theme is None:
            return
        alone, pair = self.marked_wrong(), self.marked_pair()
        if not alone and not pair:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(4, 2, -4, -2))
        for place in self.in_sight(pair):
            self._frame(painter, self._rect_of(place), self._theme.accent)
        for place in self.in_sight(alone):
            self._wave(painter, self._rect_of(place), self._theme.failed)
        painter.end()

    def _frame(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """A frame around a bracket that has its partner."""
        painter.setPen(QPen(colour, 1.6))
        wash = QColor(colour)
        wash.setAlphaF(0.14)
        painter.setBrush(wash)
        painter.drawRoundedRect(rect.adjusted(0, 0.5, -0.5, -0.5), 3, 3)

    def _wave(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """A bracket without a partner: a wave below it, and the bracket struck by a wash of the colour of errors."""
        wash = QColor(colour)
        wash.setAlphaF(0.18)
        painter.fillRect(rect.adjusted(-1, 1, 1, -2), wash)
        painter.setPen(QPen(colour, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        bottom, left, part = min(rect.bottom() - 1.5, self.height() - 6.0), rect.left() - 3, (rect.width() + 6) / 4
        points = [(left + k * part, bottom + (-1.5 if k % 2 else 1.0)) for k in range(5)]
        for (x, y), (to_x, to_y) in pairwise(points):
            painter.drawLine(round(x), round(y), round(to_x), round(to_y))
