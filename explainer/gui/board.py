"""The board: the current line large, the lines before it smaller above, between them the names of the rules.

Lines are laid out from the current one upwards, in small slices, as far as they are seen or soon will be, so that a
step costs the same at the tenth line and at the thousandth.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneHelpEvent, QGraphicsView, QToolTip, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path
    from explainer.gui.board_line import BoardLine, LineLook
    from explainer.gui.pictures import Drawing
    from explainer.notation.tree import Notation

MARGIN_PX = 22.0
GAP_PX = 14.0
EARLIER_SCALE = 0.72
"""The size of the lines before, against the current one."""
MOST_EARLIER = 60
"""So many lines before the current one stay laid out; earlier ones come back when somebody scrolls up to them."""
_SLICE_S = 0.008
_PATIENCE_S = 0.04
"""How long laying out earlier lines may take before the current one is shown; the rest follows in slices."""
_DIGITS_PAUSE_MS = 2000


class Board(QGraphicsView):
    """Shows the lines of the session's derivation up to its position.

    `chosen` is sent with the number of a line to go to: a line that was clicked, or one whose number was typed.
    """

    chosen = Signal(int)
    typed_number = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        self.setAccessibleName(tr("Board"))
        self.setAccessibleDescription(tr("Right arrow: next step. Left arrow: previous step."))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewport(QWidget(self))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._session = session
        self._scene = BoardScene(self)  # a view does not keep its scene alive
        self.setScene(self._scene)
        self._theme: Theme | None = None
        self._zoom = 1.0
        self._lines: dict[int, BoardLine] = {}
        self._sign_em = 0.0
        self._trace: object = None
        self._pressed_at: QPointF | None = None
        self._digits = ""
        self._digits_timer = QTimer(self, singleShot=True, interval=_DIGITS_PAUSE_MS)
        self._digits_timer.timeout.connect(self._forget_digits)
        self._fill_timer = QTimer(self, interval=0)
        self._fill_timer.timeout.connect(self._fill_slice)
        self.verticalScrollBar().valueChanged.connect(self._fill_more)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        self._theme, self._zoom = theme, zoom
        self.rebuild()

    @property
    def em_px(self) -> float:
        """The size of the current line's letters: it grows with the board."""
        return max(19.0, min(34.0, self.viewport().width() / 27)) * self._zoom

    def line_item(self, position: int) -> BoardLine | None:
        """The drawn line at a position; None where it is not laid out."""
        return self._lines.get(position)

    def rebuild(self) -> None:
        """Lay out everything again, for another width, size or theme."""
        self._clear()
        self.show_place()

    def show_place(self) -> None:
        """Show the lines up to where the session stands."""
        self._forget_digits()
        if self._session.trace is None or self._theme is None:
            return
        if self._trace is not self._session.trace:
            self._clear()
            self._trace, self._sign_em = self._session.trace, 0.0
        position = self._session.position
        newest = max(self._lines, default=-2)
        if self._lines and min(self._lines) <= position <= newest:
            for number in range(position + 1, newest + 1):
                self._scene.removeItem(self._lines.pop(number))
        elif position != newest + 1:
            self._clear()
        self._place_current(position)
        for number in [number for number in self._lines if number < position - MOST_EARLIER]:
            self._scene.removeItem(self._lines.pop(number))
        self._fill_upwards(self._lines[position].y(), perf_counter() + _PATIENCE_S)
        self._widen_sign_column()
        self._update_scene_rect()
        self._scroll_to_current()
        self._fill_timer.start()

    def prepare_next(self) -> None:
        """Typeset the line after the current one while there is nothing else to do, so that the next key is quick."""
        session = self._session
        step = session.step_at(session.position + 1)
        if step is not None and self._theme is not None:
            from explainer.gui.pictures import drawing_of

            drawing_of(self._notation(session.position + 1), self._width_em(step.after)).prepare()

    def _clear(self) -> None:
        self._fill_timer.stop()
        self._scene.clear()
        self._lines.clear()

    def _place_current(self, position: int) -> None:
        """Draw the current line large and whole, those before it in short, each below the other."""
        if position not in self._lines:
            self._lines[position] = self._make_line(position)
        numbers = [number for number in range(position - 2, position + 1) if number in self._lines]
        for number in numbers:
            line = self._lines[number]
            line.restyle(*self._style(number))
            above = self._lines.get(number - 1)
            if above is not None:
                line.setPos(0, above.y() + above.height + GAP_PX)

    def _make_line(self, position: int) -> BoardLine:
        from explainer.gui.board_line import BoardLine

        step = self._session.step_at(position)
        line = BoardLine(position, step.title if step else "", *self._style(position))
        self._scene.addItem(line)
        self._lines[position] = line
        return line

    def _style(self, position: int) -> tuple[Drawing, LineLook, tuple[Path, ...], tuple[Path, ...]]:
        """How a line is drawn now. Marked are the parts that the current step replaces, and those it puts there.

        At the problem, where no step has been taken yet, the part that the first step is about to change is marked.
        """
        from explainer.gui.board_line import LineLook

        assert self._theme is not None
        here = self._session.position
        current = position == here
        em = self.em_px if current else self.em_px * EARLIER_SCALE
        look = LineLook(em, self._sign_em * self.em_px, self._theme, self._tag_font(), current)
        step, following = self._session.step_at(position), self._session.step_at(position + 1)
        changed = step.touched_after if step is not None and current else ()
        shows_next = following is not None and (position == here - 1 or position == here == 0)
        changing = following.touched_before if following is not None and shows_next else ()
        return self._drawing(position), look, changed, changing

    def _drawing(self, position: int) -> Drawing:
        """The formula of a line: whole for the current line, in short for those before."""
        from explainer.gui.pictures import drawing_of
        from explainer.session.card import short_notation

        step, node = self._session.step_at(position), self._session.line(position)
        assert node is not None
        if step is not None and position < self._session.position:
            following = self._session.step_at(position + 1) if position == self._session.position - 1 else None
            return drawing_of(short_notation(step, following), self._width_em(node))
        return drawing_of(self._notation(position), self._width_em(node))

    def _notation(self, position: int) -> Notation:
        """The whole line; of a very long one what its step made and what the next step will change."""
        from explainer.session.card import line_notation

        step, following = self._session.step_at(position), self._session.step_at(position + 1)
        node = self._session.line(position)
        assert node is not None
        touched = (*(step.touched_after if step else ()), *(following.touched_before if following else ()))
        return line_notation(node, position == 0, touched)

    def _tag_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(12, round(self.em_px * 0.5)))
        return font

    def _width_em(self, node: Node) -> float:
        """How wide a formula may be, so that the line fits the board when it is the current one.

        A program of intermediate variables reaches to the left of the column of signs, every other line starts there.
        """
        from explainer.gui.board_line import GUTTER_PX

        room = (self.viewport().width() - 2 * MARGIN_PX - GUTTER_PX - 12) / self.em_px
        return max(6.0, room if _has_names(node) else room - self._sign_em)

    # --- layout ------------------------------------------------------------------------------------------------------

    def _fill_upwards(self, seen_y: float, deadline: float) -> bool:
        """Lay out earlier lines up to one page above a height that is seen; return whether that is done."""
        while True:
            lowest = min(self._lines)
            top = self._lines[lowest].y()
            if lowest == 0 or top < seen_y - self.viewport().height():
                return True
            if perf_counter() > deadline:
                return False
            line = self._make_line(lowest - 1)
            line.setPos(0, top - GAP_PX - line.height)

    def _fill_more(self) -> None:
        self._fill_timer.start()

    def _fill_slice(self) -> None:
        if not self._lines or self._fill_upwards(self.mapToScene(0, 0).y(), perf_counter() + _SLICE_S):
            self._fill_timer.stop()
        if self._lines:
            self._widen_sign_column()
            self._update_scene_rect()

    def _widen_sign_column(self) -> None:
        """Move the column of signs to the right for a line that reaches further left; the current line stays."""
        needed = max(line.drawing.sign_x for line in self._lines.values())
        if needed <= self._sign_em + 0.01:
            return
        self._sign_em = needed
        for number in sorted(self._lines, reverse=True):
            line, below = self._lines[number], self._lines.get(number + 1)
            line.restyle(*self._style(number))
            if below is not None:
                line.setPos(0, below.y() - GAP_PX - line.height)

    def _update_scene_rect(self) -> None:
        top = self._lines[min(self._lines)].y()
        current = self._lines[max(self._lines)]
        width = max(line.width for line in self._lines.values()) + MARGIN_PX
        size = self.viewport().size()
        height = current.y() + current.height - top + 2 * MARGIN_PX
        rect = QRectF(-MARGIN_PX, top - MARGIN_PX, width + MARGIN_PX, max(height, size.height() - 1))
        if rect != self.sceneRect():
            self.setSceneRect(rect)

    def _scroll_to_current(self) -> None:
        """Scroll no further than needed to see the current line and, where both fit, the one before."""
        current = self._lines[max(self._lines)]
        bottom = current.y() + current.height + MARGIN_PX
        top = max(self.sceneRect().top(), bottom - self.viewport().height())
        room = self.viewport().height()
        if bottom - current.y() <= room + MARGIN_PX / 2:
            top = min(top, current.y() - MARGIN_PX / 4)
        else:
            marked = current.y() + current.marked_middle()
            top = min(max(marked - room / 2, current.y() - GAP_PX), bottom - room)
        self.verticalScrollBar().setValue(round(top))
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.rebuild()
        elif self._lines:
            self.show_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect digits; every other key of the board is an action of the table."""
        if event.text().isdigit() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._digits = (self._digits + event.text())[:6]
            self._digits_timer.start()
            self.typed_number.emit(self._digits)
            return
        super().keyPressEvent(event)

    def take_typed_number(self) -> int | None:
        """The number that has been typed, if there is one; it is forgotten then."""
        digits = self._digits
        self._forget_digits()
        return int(digits) if digits else None

    def _forget_digits(self) -> None:
        self._digits_timer.stop()
        if self._digits:
            self._digits = ""
            self.typed_number.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or (event.position() - pressed).manhattanLength() > 6:
            return
        from explainer.gui.board_line import BoardLine

        line = self.itemAt(event.position().toPoint())
        if isinstance(line, BoardLine):
            self.chosen.emit(line.position)

    def tip_at(self, place: QPointF) -> str:
        """What the term at a place of the scene is, and its shape; empty where there is no term."""
        from explainer.expr.node import at
        from explainer.gui.board_line import BoardLine

        line = self._scene.itemAt(place, QTransform())
        if not isinstance(line, BoardLine) or line.position < self._session.position:
            return ""
        path, node = line.part_at(line.mapFromScene(place)), self._session.line(line.position)
        if path is None or node is None:
            return ""
        part = at(node, path)
        return f"{part.text()}\n{tr('Shape')}: {part.shape.display()}"


class BoardScene(QGraphicsScene):
    """The scene of the lines; pointing at a term shows its shape."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board

    def helpEvent(self, event: QGraphicsSceneHelpEvent) -> None:
        QToolTip.showText(event.screenPos(), self._board.tip_at(event.scenePos()), self._board)


def _has_names(node: Node) -> bool:
    """Whether a line is a program of intermediate variables, whose names stand before the column of signs."""
    from explainer.expr.nodes import Where

    return isinstance(node, Where)
