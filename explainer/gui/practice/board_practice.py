"""Practice on the board: the steps that come are covered, and each is asked for at the line where it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.look.texts import put
from explainer.gui.practice.desk import Desk
from explainer.gui.practice.lines_on_board import LinesOnBoard
from explainer.practice.learner.kept_sitting import KeptSitting, derived, given_of
from explainer.practice.learner.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from explainer.gui.board.board import Board
    from explainer.gui.look.theme import Theme
    from explainer.practice.learner.record import Record
    from explainer.session import Session

KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class BoardPractice(QWidget):
    """Stands below the board while it is on. `source` tells the title of what is on the board, and its id in a lesson.

    `changed` is sent when it begins and ends, `refused` with the reason where it cannot begin.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        board: Board,
        record: Record,
        theme: Callable[[], Theme],
        source: Callable[[], tuple[str, str]],
        parent: QWidget,
    ) -> None:
        self._ready = False
        super().__init__(parent)
        self.setObjectName("board_practice")
        put(self.setAccessibleName, "Practice on the board")
        self._session, self._board = session, board
        self._theme_now, self._source = theme, source
        self._shown_theme: Theme | None = None
        self._away = Away(self)
        self._practised: object = None
        self.record = record
        self.lines = LinesOnBoard(board, session, self)
        self.desk = Desk(self, lambda _: self.lines, low=True)
        self.desk.end_button.clicked.connect(self.leave)
        self.desk.left.connect(self.leave)
        self.lines.passed.connect(self.desk.passed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 0)
        layout.addWidget(self.desk)
        self._ready = True
        self._take_theme()
        self.hide()
        board.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether steps are covered now."""
        return self._session.covered

    # --- on and off --------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Cover all that comes after the line where one stands, and ask for it."""
        request, position = self._session.request, self._session.position
        title, source = self._source()
        self._away.drop()
        self._session.covered = True
        self._practised = self._session.trace

        def make() -> KeptSitting:
            trace = derived(request.text, request.wrt, request.shapes, request.method, request.layout, request.order,
                            request.form)  # fmt: skip
            given = position if position < len(trace.steps) else 0
            return KeptSitting(Sitting([replace(given_of(trace, title, source), given=given)], self.record))

        self._away.do(make, self._show, self._refuse)

    def _show(self, sitting: KeptSitting) -> None:
        self.lines.clear()  # the derivation is on the board already
        self.show()
        self.desk.begin(sitting)
        self.changed.emit()

    def _refuse(self, error: Exception) -> None:
        self.leave()
        self.refused.emit(error.message if isinstance(error, ExplainerError) else "These problems could not be made.")

    def leave(self) -> None:
        """Cover nothing any more; what was begun is kept."""
        if not self.on:
            return
        self._away.drop()
        self.desk.close_down()
        self._session.covered = False
        self._practised = None
        self.hide()
        self.lines.clear()
        self.changed.emit()
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_down(self) -> None:
        """The window closes."""
        self._away.drop()
        self.desk.close_down()

    def cancel(self) -> bool:
        """Stop what is being judged, else end practice; return whether there was either."""
        if not self.on:
            return False
        if not self.desk.cancel():
            self.leave()
        return True

    # --- the derivation ----------------------------------------------------------------------------------------------

    def follow_opened(self) -> None:
        """Ask about what is on the board now, if that is another derivation."""
        if self.on and self._session.trace is not self._practised:
            if self.lines.shows(self._session.trace):
                self._practised = self._session.trace
            else:
                self.begin()

    def follow_moved(self) -> None:
        """The line on the board is another one."""
        if self.on and self.isVisible():
            self.lines.show_asked()

    # --- look and keys -----------------------------------------------------------------------------------------------

    def _take_theme(self) -> None:
        theme = self._theme_now()
        if theme is not self._shown_theme:
            self._shown_theme = theme
            self.desk.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """The window has taken on other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self._take_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the board too the keys of practice hold while a question is open, before those of the board."""
        if not isinstance(event, QKeyEvent) or not self.isVisible() or event.type() not in KEY_EVENTS:
            return False
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if not self.desk.takes(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.desk.keyPressEvent(event)
        return True
