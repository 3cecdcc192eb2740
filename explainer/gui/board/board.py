"""The board: the current line large, the lines before it smaller above, between them the names of the rules.

`BoardLines` says which lines stand where, `line_style` how each is drawn; the view scrolls and takes keys and clicks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from explainer.gui.board.ground import MARGIN_PX
from explainer.gui.board.motion_player import MotionPlayer
from explainer.gui.board.overlays import BoardLayers
from explainer.gui.board.result_row import AtResult
from explainer.gui.board.typed_number import TypedNumber
from explainer.gui.board.work_ahead import WorkAhead
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.relay import left_s
from explainer.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from explainer.expr.node import Node, Path
    from explainer.gui.board.added import Added
    from explainer.gui.board.line import BoardLine
    from explainer.gui.board.line_styles import Look
    from explainer.gui.board.lines import BoardLines
    from explainer.gui.board.terms import BoardTerms

_PATIENCE_S = 0.04
"""How long laying out earlier lines may take before the current one is shown; the rest follows in slices."""


class Board(QGraphicsView):
    """Shows the lines of the session's derivation up to its position.

    `chosen` is sent with the number of a line to go to: a line that was clicked, or one whose number was typed;
    `entered` with the derivation of a term that was opened, and its name. A board that `nests` shows it over itself.
    """

    chosen = Signal(int)
    entered = Signal(object, str)
    typed_number = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None, *, nests: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("board")
        put(self.setAccessibleName, "Board")
        put(self.setAccessibleDescription, "Right arrow: next step. Left arrow: previous step.")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewport(QWidget(self))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._session = session
        self._scene = QGraphicsScene(self)  # a view does not keep its scene alive
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self._theme: Theme | None = None
        self._zoom = 1.0
        self._zoomed = self._checks = False
        self._all_lines: BoardLines | None = None
        self._terms: BoardTerms | None = None
        self.layers = BoardLayers(self, session, type(self).inside)
        self.at_result = AtResult(self)
        if nests:
            self.entered.connect(self.layers.enter)
        self._pressed_at: QPointF | None = None
        self._number = TypedNumber(self)
        self._number.changed.connect(self.typed_number)
        self.motions = MotionPlayer(self, session)
        self._ahead = WorkAhead(self)
        self.verticalScrollBar().valueChanged.connect(self._ahead.start)

    layer_style, copies = "", True
    """How words look over the board, where not like those beside it; whether the result offers to be copied."""

    @classmethod
    def inside(cls, session: Session, parent: QWidget) -> Board:
        """The board of a derivation inside one on such a board; what is derived in it opens no layers of its own."""
        return cls(session, parent, nests=False)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        self._theme, self._zoom = theme, zoom
        self.rebuild()
        if self._terms is not None:
            self._terms.set_theme(theme)
        self.layers.set_look(theme, zoom)

    @property
    def session(self) -> Session:
        """The session whose lines are shown."""
        return self._session

    @property
    def em_px(self) -> float:
        """The size of the current line's letters: it grows with the board, on one as large as a wall more slowly."""
        return max(19.0, min(34.0, self._width_px / 27), min(self._width_px / 46, self.height() / 29)) * self._zoom

    @property
    def _width_px(self) -> float:
        """The width for lines, with room for the bar to scroll by even while there is none: it comes with some step."""
        bar = self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return self.contentsRect().width() - (self.verticalScrollBar().sizeHint().width() if bar else 0)

    def line_item(self, position: int) -> BoardLine | None:
        """The drawn line at a position; None where it is not laid out."""
        return None if self._all_lines is None else self._all_lines.by_number.get(position)

    @property
    def _lines(self) -> BoardLines:
        """The lines, made when the first formula is drawn, so that the window itself comes before it."""
        if self._all_lines is None:
            from explainer.gui.board.lines import BoardLines

            self._all_lines = BoardLines(self._scene, self._session)
            self._all_lines.set_look(self._look())
        return self._all_lines

    @property
    def terms(self) -> BoardTerms:
        """The terms of the lines, made when somebody points at one. There must be something on the board."""
        if self._terms is None:
            from explainer.gui.board.terms import BoardTerms

            assert self._theme is not None
            self._terms = BoardTerms(self, self._lines, self._session, self._theme)
            self._terms.opened.connect(self.entered)
        return self._terms

    @property
    def _is_empty(self) -> bool:
        return self._all_lines is None or not self._all_lines.by_number

    @property
    def words_font(self) -> QFont:
        """The letters of what is said about terms."""
        return self.font()

    def _look(self) -> Look:
        from explainer.gui.board.line_styles import Look

        assert self._theme is not None
        room, height = self._width_px - 2 * MARGIN_PX, float(self.viewport().height())
        return Look(self._theme, self.em_px, self.font(), room, height, 0.0, self._zoomed, self._checks)

    def forget_lines(self) -> None:
        """Keep no lines while nobody sees the board, nor their derivation; they are drawn again when somebody does."""
        self.motions.forget()
        if self._terms is not None:
            self._terms.clear()
        if self._all_lines is not None:
            self._all_lines.forget()

    def rebuild(self) -> None:
        """Lay out everything again, for another width, size or theme."""
        self.motions.forget()
        if self._terms is not None:
            self._terms.clear()
        if self._all_lines is not None:
            self._all_lines.set_look(self._look())
        self.show_place()

    def retell(self) -> None:
        """Say everything on the board and over it in the language that is spoken now."""
        self.rebuild()
        self.layers.retell()

    def show_place(self) -> None:
        """Show the lines up to where the session stands."""
        self._number.forget()
        if self._session.trace is None or self._theme is None:
            return
        self._ahead.forget()
        if self._terms is not None:
            self._terms.clear()
        self.layers.follow()
        before = self.motions.note(self._lines)
        self.motions.finish()
        self._lines.show(left_s(_PATIENCE_S), self.viewport().height())
        self._see_current()
        self._ahead.start()
        if before is not None:
            self.motions.begin(before, self._lines, self._theme.background)

    # --- motion ------------------------------------------------------------------------------------------------------

    @property
    def motion_ms(self) -> int:
        """How long terms travel from one line to the next; 0 for not at all."""
        return self.motions.duration_ms

    @motion_ms.setter
    def motion_ms(self, duration_ms: int) -> None:
        self.motions.duration_ms = duration_ms
        if self.front is not self:
            self.front.motion_ms = duration_ms

    @property
    def moving(self) -> bool:
        """Whether terms are on their way."""
        return self.motions.motion is not None

    def finish_motion(self) -> None:
        """Show the final state at once."""
        self.motions.finish()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.motions.paint(event.rect(), self._theme):
            super().paintEvent(event)

    # --- places ------------------------------------------------------------------------------------------------------

    @property
    def preparing(self) -> bool:
        """Whether lines are being made ready that the next keys may show, or are still to come inside a step."""
        return self._ahead.busy or (self._all_lines is not None and self._all_lines.coming)

    def prepare_next(self) -> None:
        """Have the lines ready that the next keys may show, so that these are quick."""
        if not self._is_empty:
            self._ahead.prepare(self._session, self._lines)

    def fill_a_slice(self, deadline: float) -> bool:
        """Lay out earlier lines that may be scrolled to; return whether there are all that are needed."""
        if self._is_empty:
            return True
        lines = self._lines
        filled = lines.fill_upwards(self.mapToScene(0, 0).y(), self.viewport().height(), deadline)
        lines.widen_sign_column()
        self._update_scene_rect()
        return filled

    def _see_current(self) -> None:
        self.at_result.make_room(self._lines)
        self._update_scene_rect()
        self._scroll_to_current()
        self.at_result.place(self._lines)

    def _update_scene_rect(self) -> None:
        rect = self._lines.scene_rect(self.viewport().width(), self.viewport().height())
        if rect != self.sceneRect():
            self.setSceneRect(rect)
            self.at_result.keep_place(self._lines)  # lines above it move it down without any scrolling

    def _scroll_to_current(self) -> None:
        place = self._lines.place_to_see(self.viewport().size(), self.sceneRect().top())
        self.verticalScrollBar().setValue(round(place.y()))
        bar = self.horizontalScrollBar()
        bar.setValue(bar.minimum() + round(place.x()))

    def ask(self, lit: tuple[Path, ...] | None, added: tuple[Added, ...] = (), *, passed: bool = False) -> None:
        """Mark these parts of the current line, or what is `passed` to, as asked about; stand these lines below it."""
        self._lines.ask(lit, added, passed)
        self.show_place()

    # --- what is asked for -------------------------------------------------------------------------------------------

    def show_news(self) -> None:
        """Say of the current line what was not known before: its check where it stands below, that it is the result."""
        lines = self._all_lines
        if lines is not None and lines.by_number and self._theme is not None and lines.restyle_current():
            self._see_current()

    @property
    def front(self) -> Board:
        """The board that is to be seen: this one, or that of the innermost derivation of a term."""
        return self if self.layers.nested is None else self.layers.nested.board

    def toggle_checks(self) -> None:
        """Show below the current line what its check says, or no longer."""
        board = self.front
        board._checks = not board._checks
        board._change_look()

    def toggle_zoom(self) -> None:
        """Let the current line fill the board, or not."""
        board = self.front
        board._zoomed = not board._zoomed
        board._change_look()

    def _change_look(self) -> None:
        """Draw the current line with what was asked for; all other lines stay as they are."""
        if self._all_lines is not None and self._all_lines.look is not None:
            self._all_lines.look = replace(self._all_lines.look, zoomed=self._zoomed, checks=self._checks)
            self.show_place()

    def toggle_substeps(self) -> bool:
        """Show the lines inside the current step above it, or fold them again; return whether there are any."""
        if self.front is not self:
            return self.front.toggle_substeps()
        step = self._session.step
        if step is None or not step.substeps or self._theme is None:
            return False
        self.finish_motion()
        self.terms.clear()
        self._lines.toggle(step.number, left_s(_PATIENCE_S))
        self._see_current()
        self._ahead.start()
        return True

    def move_term(self, way: str) -> None:
        """Light another term of the current line: right, left, inward to a part, outward to what it is a part of."""
        if self.front is not self:
            self.front.move_term(way)
        elif not self._is_empty:
            self.finish_motion()
            self.terms.move(way)

    def open_term(self) -> bool:
        """Show the derivation of the term that was reached with the keys; return whether there is such a term."""
        if self.front is not self:
            return self.front.open_term()
        if self._terms is None or not self._terms.by_keys:
            return False
        self._terms.open()
        return True

    def lit_node(self) -> Node | None:
        """The term that was reached with the keys; None where there is none."""
        return self._terms.node if self._terms is not None and self._terms.by_keys else None

    def put_out(self) -> bool:
        """Put out the light on a term that was reached with the keys; return whether there was one."""
        return self._terms is not None and self._terms.by_keys and self._terms.clear()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._is_empty:
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.terms.point(event.pos())
        self.layers.show_menu(event.globalPos(), self.terms)

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._theme is None or self._all_lines is None:
            return
        look = self._all_lines.look
        if look is None or (look.em_px, look.room_px) != (self.em_px, self._width_px - 2 * MARGIN_PX):
            self.rebuild()
        elif event.oldSize().height() != event.size().height():
            self.show_place()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.finish_motion()
        self._ahead.forget_images_soon(self._all_lines)

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
        term = None if self._is_empty else self.terms.term_at(event.position().toPoint())
        from explainer.gui.board.line import BoardLine

        line = self.itemAt(event.position().toPoint())
        if term is not None and term.position == self._session.position:
            self.terms.point(event.position().toPoint())
            self.terms.open()
        elif isinstance(line, BoardLine):
            self.chosen.emit(line.position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self._is_empty and not self.moving and not event.buttons():
            self.terms.point(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._terms is not None:
            self._terms.leave()
