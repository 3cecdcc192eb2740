"""The board: the current line large, the lines before it smaller above, between them the names of the rules.

`BoardLines` says which lines stand where, `line_style` how each is drawn; the view scrolls, prepares the next step
while there is nothing else to do, and takes keys and clicks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsScene, QGraphicsSceneHelpEvent, QGraphicsView, QToolTip, QWidget

from explainer.gui.texts import tr
from explainer.gui.theme import Theme
from explainer.gui.typed_number import TypedNumber
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.gui.board_line import BoardLine
    from explainer.gui.board_lines import BoardLines
    from explainer.gui.board_motion import Motion, Snapshot
    from explainer.gui.line_styles import Look
    from explainer.gui.travels import TravelCache

_SLICE_S = 0.008
_PATIENCE_S = 0.04
"""How long laying out earlier lines may take before the current one is shown; the rest follows in slices."""
_LIKELY = (1, -1, 2, 3)
"""Where one may go from here, the likeliest first: a key that is held down comes to the third step in no time."""
_FRAME_MS = 16
_MARGIN_PX, _GAP_PX = 22.0, 14.0


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
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewport(QWidget(self))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._session = session
        self._scene = BoardScene(self)  # a view does not keep its scene alive
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self._theme: Theme | None = None
        self._zoom = 1.0
        self._zoomed = self._checks = False
        self._all_lines: BoardLines | None = None
        self._pressed_at: QPointF | None = None
        self._number = TypedNumber(self)
        self._number.changed.connect(self.typed_number)
        self._to_prepare: deque[Callable[[], object]] = deque()
        self.motion_ms = 0
        """How long terms travel from one line to the next; 0 for not at all."""
        self._motion: Motion | None = None
        self._travels: TravelCache | None = None
        self._motion_began = 0.0
        self._motion_timer = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._motion_timer.timeout.connect(self._next_frame)
        self._idle_timer = QTimer(self, interval=0)
        self._idle_timer.timeout.connect(self._work_a_slice)
        self.verticalScrollBar().valueChanged.connect(self._fill_more)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        self._theme, self._zoom = theme, zoom
        self.rebuild()

    @property
    def session(self) -> Session:
        """The session whose lines are shown."""
        return self._session

    @property
    def em_px(self) -> float:
        """The size of the current line's letters: it grows with the board."""
        return max(19.0, min(34.0, self._width_px / 27)) * self._zoom

    @property
    def _width_px(self) -> float:
        """The width for lines, with room for the bar to scroll by even while there is none: it comes with some step."""
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    def line_item(self, position: int) -> BoardLine | None:
        """The drawn line at a position; None where it is not laid out."""
        return None if self._all_lines is None else self._all_lines.by_number.get(position)

    @property
    def _lines(self) -> BoardLines:
        """The lines, made when the first formula is drawn, so that the window itself comes before it."""
        if self._all_lines is None:
            from explainer.gui.board_lines import BoardLines

            self._all_lines = BoardLines(self._scene, self._session)
            self._all_lines.set_look(self._look())
        return self._all_lines

    def _look(self) -> Look:
        from explainer.gui.line_styles import Look

        assert self._theme is not None
        room, height = self._width_px - 2 * _MARGIN_PX, float(self.viewport().height())
        return Look(self._theme, self.em_px, self.font(), room, height, 0.0, self._zoomed, self._checks)

    def rebuild(self) -> None:
        """Lay out everything again, for another width, size or theme."""
        self.finish_motion()
        if self._travels is not None:
            self._travels.clear()
        if self._all_lines is not None:
            self._all_lines.set_look(self._look())
        self.show_place()

    def show_place(self) -> None:
        """Show the lines up to where the session stands."""
        self._number.forget()
        if self._session.trace is None or self._theme is None:
            return
        self._to_prepare.clear()
        before = self._snapshot()
        self.finish_motion()
        self._lines.show(_PATIENCE_S, self.viewport().height())
        self._update_scene_rect()
        self._scroll_to_current()
        self._idle_timer.start()
        if before is not None:
            self._start_motion(before)

    # --- motion ------------------------------------------------------------------------------------------------------

    @property
    def moving(self) -> bool:
        """Whether terms are on their way."""
        return self._motion is not None

    def finish_motion(self) -> None:
        """Show the final state at once."""
        self._motion_timer.stop()
        if self._motion is not None:
            self._motion = None
            self.viewport().update()

    def _snapshot(self) -> Snapshot | None:
        """What is to be seen now, if terms are to move from it; not when steps come faster than terms can move."""
        ready = self._all_lines is not None and self._all_lines.by_number and self._motion is None
        if not ready or not self.motion_ms or not self.isVisible():
            return None
        from explainer.gui.board_motion import snapshot

        origin, size = self.mapToScene(0, 0), self.viewport().size()
        return snapshot(self._lines, origin, size, self.devicePixelRatioF())

    @property
    def _all_travels(self) -> TravelCache:
        if self._travels is None:
            from explainer.gui.travels import TravelCache

            self._travels = TravelCache(self._session)
        return self._travels

    def _start_motion(self, before: Snapshot) -> None:
        from explainer.gui.board_motion import Motion

        assert self._theme is not None
        if before.position != self._session.position:
            self._motion = Motion.between(before, self._snapshot(), self._all_travels, self._theme.background)
        if self._motion is not None:
            self._motion_began = perf_counter()
            self._motion_timer.start()
            self.viewport().update()

    def _next_frame(self) -> None:
        if (perf_counter() - self._motion_began) * 1000 >= self.motion_ms:
            self.finish_motion()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._motion is None:
            super().paintEvent(event)
            return
        share = (perf_counter() - self._motion_began) * 1000 / max(1, self.motion_ms)
        painter = QPainter(self.viewport())
        self._motion.paint(painter, QRectF(self.viewport().rect()), share)
        painter.end()

    # --- work while nothing else is to be done -----------------------------------------------------------------------

    def prepare_next(self) -> None:
        """Have the lines ready that the next keys may show, so that these are quick."""
        if self._session.trace is None or self._theme is None:
            return
        here, ratio, count = self._session.position, self.devicePixelRatioF(), self._session.count
        jobs: list[Callable[[], object]] = []
        for there in (here + far for far in _LIKELY):
            if 0 <= there <= count:
                shown = (number for number in (there, there - 1) if number >= 0)
                jobs.extend(partial(self._prepare_line, number, there, ratio) for number in shown)
                if self.motion_ms and abs(there - here) == 1:
                    jobs.append(partial(self._prepare_motion, here, there, ratio))
        self._to_prepare = deque(jobs)
        self._idle_timer.start()

    def _prepare_line(self, number: int, there: int, ratio: float) -> BoardLine:
        """The line at a number as it is drawn when one stands `there`, with its image."""
        from explainer.gui.board_line import BoardLine
        from explainer.gui.line_styles import line_style

        look = self._lines.look
        assert look is not None
        line = BoardLine(number, line_style(self._session, number, there, look), self._lines.images)
        line.image(ratio)
        return line

    def _prepare_motion(self, here: int, there: int, ratio: float) -> None:
        from explainer.gui.travels import pose_of

        before, after = (self._prepare_line(number, number, ratio) for number in (here, there))
        for line in (before, after):
            line.surroundings(ratio)
        if before.drawing.shapes and after.drawing.shapes:
            self._all_travels.between(here, pose_of(before), there, pose_of(after), ratio)

    def _fill_more(self) -> None:
        self._idle_timer.start()

    def _work_a_slice(self) -> None:
        """Lay out earlier lines that may be scrolled to, then prepare what may come next, for a few milliseconds."""
        deadline = perf_counter() + _SLICE_S
        if self._all_lines is None or not self._all_lines.by_number:
            self._idle_timer.stop()
            return
        lines = self._all_lines
        filled = lines.fill_upwards(self.mapToScene(0, 0).y(), self.viewport().height(), deadline)
        lines.widen_sign_column()
        self._update_scene_rect()
        while filled and self._to_prepare and perf_counter() < deadline:
            self._to_prepare.popleft()()
        if filled and not self._to_prepare:
            self._idle_timer.stop()

    def _update_scene_rect(self) -> None:
        rect = self._lines.scene_rect(self.viewport().width(), self.viewport().height())
        if rect != self.sceneRect():
            self.setSceneRect(rect)

    def _scroll_to_current(self) -> None:
        """Scroll no further than needed to see the current line and, where both fit, the one before."""
        current = self._lines.current
        bottom = current.y() + current.height + _MARGIN_PX
        top = max(self.sceneRect().top(), bottom - self.viewport().height())
        room = self.viewport().height()
        if bottom - current.y() <= room + _MARGIN_PX / 2:
            top = min(top, current.y() - _MARGIN_PX / 4)
        else:
            marked = current.y() + current.marked_middle()
            top = min(max(marked - room / 2, current.y() - _GAP_PX), bottom - room)
        self.verticalScrollBar().setValue(round(top))
        bar = self.horizontalScrollBar()
        bar.setValue(bar.minimum() + round(self._beyond_the_right(current)))

    def _beyond_the_right(self, current: BoardLine) -> float:
        """How far to scroll to the right to see what is marked in a line that is wider than the board."""
        marks = current.marks(current.changed or current.changing)
        if not marks:
            return 0.0
        left, right = min(mark.left() for mark in marks), max(mark.right() for mark in marks)
        return max(0.0, min(right + 2 * _MARGIN_PX - self.viewport().width(), left))

    # --- what is asked for -------------------------------------------------------------------------------------------

    def show_check(self) -> None:
        """Show the check of the current step as far as it is known, if it is to stand below the line."""
        if self._checks and self._all_lines is not None and self._all_lines.by_number:
            self._all_lines.restyle_current()
            self._update_scene_rect()

    def toggle_checks(self) -> None:
        """Show below the current line what its check says, or no longer."""
        self._checks = not self._checks
        self._change_look()

    def toggle_zoom(self) -> None:
        """Let the current line fill the board, or not."""
        self._zoomed = not self._zoomed
        self._change_look()

    def _change_look(self) -> None:
        """Draw the current line with what was asked for; all other lines stay as they are."""
        if self._all_lines is not None and self._all_lines.look is not None:
            self._all_lines.look = replace(self._all_lines.look, zoomed=self._zoomed, checks=self._checks)
            self.show_place()

    def toggle_substeps(self) -> bool:
        """Show the lines inside the current step above it, or fold them again; return whether there are any."""
        step = self._session.step
        if step is None or not step.substeps or self._theme is None:
            return False
        self._lines.toggle(step.number)
        self._update_scene_rect()
        self._scroll_to_current()
        return True

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._theme is None or self._all_lines is None:
            return
        look = self._all_lines.look
        if look is None or (look.em_px, look.room_px) != (self.em_px, self._width_px - 2 * _MARGIN_PX):
            self.rebuild()
        elif event.oldSize().height() != event.size().height():
            self.show_place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finish_motion()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect digits; every other key of the board is an action of the table."""
        if not self._number.takes(event):
            super().keyPressEvent(event)

    def take_typed_number(self) -> int | None:
        """The number that has been typed, if there is one; it is forgotten then."""
        return self._number.take()

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
