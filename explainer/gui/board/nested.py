"""A derivation inside the derivation: a board of its own over the board, with the way back always in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import bare, empty, nest
from explainer.gui.look.texts import data, put
from explainer.gui.signals import SessionSignals
from explainer.phrases import led_by, phrase
from explainer.session.lines.card import Sentence, place_of, sentence
from explainer.session.lines.spoken import spoken_step
from explainer.session.lines.terms import nested_session

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.gui.board.board import Board
    from explainer.gui.look.theme import Theme
    from explainer.session import Session

    MakeBoard: TypeAlias = Callable[[Session, QWidget], Board]
    """How a board inside this one is made; handed in, because a board holds the layers that hold boards."""

_LONGEST_NAME = 26  # several names of steps stand side by side in the trail


class _Level(NamedTuple):
    name: str
    session: Session
    signals: SessionSignals
    board: Board


class NestedBoard(QWidget):
    """Covers a board with the derivation of one of its terms, and of terms in that; `closed` is sent when all are left.

    It never takes the keys: the board below has them, and what they do goes to `session`.
    """

    closed = Signal()

    def __init__(self, outer: Board, make_board: MakeBoard, theme: Theme, zoom: float) -> None:
        super().__init__(outer)
        self.setObjectName("nested")
        put(self.setAccessibleName, "Derivation of a term")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer, self._make_board, self._theme, self._zoom = outer, make_board, theme, zoom
        self._levels: list[_Level] = []
        self._crumbs = QHBoxLayout()
        self._crumbs.setContentsMargins(12, 8, 12, 4)
        self._crumbs.setSpacing(8)
        self._boards = QStackedWidget(self)
        self._reason = FormulaLabel(self)
        self._reason.setObjectName("nested_reason")
        self._reason.setContentsMargins(18, 6, 18, 10)
        layout = bare(QVBoxLayout(self), 0)
        nest(layout, self._crumbs)
        layout.addWidget(self._boards, 1)
        layout.addWidget(self._reason)
        outer.installEventFilter(self)
        self._fit()

    @property
    def session(self) -> Session:
        """The session of the innermost derivation: what the keys step through."""
        return self._levels[-1].session

    @property
    def board(self) -> Board:
        """The innermost board."""
        return self._levels[-1].board

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, in this size."""
        self._theme, self._zoom = theme, zoom
        self.setStyleSheet(
            f"QWidget#nested {{ background: {theme.background.name()}; }}"
            f" QWidget#nested QGraphicsView {{ border: none; border-top: 1px solid {theme.line.name()};"
            f" border-bottom: 1px solid {theme.line.name()}; border-radius: 0; }}"
            f" QWidget#nested QLabel, QWidget#nested QToolButton {{ {self._outer.layer_style} }}"
        )
        for level in self._levels:
            level.board.set_look(theme, zoom)
        self._reason.refresh()

    # --- going in and out --------------------------------------------------------------------------------------------

    def enter(self, trace: Trace, name: str) -> None:
        """Go into a derivation."""
        session = nested_session(trace)
        board = self._make_board(session, self)
        board.setObjectName(f"nested_board_{len(self._levels) + 1}")
        board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        board.motion_ms = self._outer.motion_ms
        signals = SessionSignals(session, self)
        signals.moved.connect(self._show_place)
        signals.checked.connect(board.show_news)
        signals.derived.connect(board.show_news)
        board.chosen.connect(session.go_to)
        board.entered.connect(self.enter)
        self._levels.append(_Level(name, session, signals, board))
        self._boards.addWidget(board)
        self._boards.setCurrentWidget(board)
        self.set_look(self._theme, self._zoom)
        self.show()
        self.raise_()
        self._show_crumbs()
        self._show_place()
        announce(self._outer, phrase("The derivation of {0}. Escape leads back.", name))

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        for level in self._levels:
            level.board.retell()
        self._show_place()

    def leave(self, levels: int = 1) -> None:
        """Go back out by so many derivations; out of the last one this closes."""
        for _ in range(min(levels, len(self._levels))):
            level = self._levels.pop()
            level.signals.close()
            level.board.finish_motion()
            level.board.deleteLater()  # it leaves the stack by itself
        if self._levels:
            self._boards.setCurrentWidget(self.board)
            self._show_crumbs()
            self._show_place()
            return
        self._outer.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.closed.emit()

    def close_all(self) -> None:
        """Go back out to the board below."""
        self.leave(len(self._levels))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show_place(self) -> None:
        session, board = self.session, self.board
        board.show_place()
        board.prepare_next()
        step = session.step
        head = place_of(step, session.count, session.complete)
        words: Sentence = sentence(step.words) if step is not None else ()
        self._reason.show_sentence(led_by(phrase("{0}. ", head), words))
        if step is not None:
            announce(self._outer, spoken_step(step))

    def _show_crumbs(self) -> None:
        empty(self._crumbs)
        self._add_crumb("Back to the whole", len(self._levels))
        for number, level in enumerate(self._levels[:-1], start=1):
            self._crumbs.addWidget(QLabel("›", self))
            self._add_crumb(level.name, len(self._levels) - number)
        self._crumbs.addWidget(QLabel("›", self))
        here = QLabel(_shortened(self._levels[-1].name), self)
        here.setObjectName("crumb_here")
        self._crumbs.addWidget(here)
        self._crumbs.addStretch(1)

    def _add_crumb(self, name: str, levels: int) -> None:
        button = QToolButton(self)
        button.setObjectName(f"crumb_{len(self._levels) - levels}")
        put(button.setText, name if levels == len(self._levels) else data(_shortened(name)))
        put(button.setAccessibleName, "Back to {0}", phrase(name) if levels == len(self._levels) else name)
        put(button.setToolTip, "Back (Esc)")
        button.setMinimumSize(28, 28)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.leave(levels))
        self._crumbs.addWidget(button)

    def _fit(self) -> None:
        self.setGeometry(self._outer.contentsRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
