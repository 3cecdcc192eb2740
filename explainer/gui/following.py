"""What the session tells, as the window shows it: first what is painted, then what is said and made ready."""

from __future__ import annotations

from PySide6.QtCore import QObject

from explainer.gui.board.board import Board
from explainer.gui.garbage import Tidying
from explainer.gui.lecture.projection import Projection
from explainer.gui.look.announcer import announce
from explainer.gui.messages import Messages
from explainer.gui.panels.tabs import Tabs
from explainer.gui.panels.transport import Transport
from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.relay import InTurn, in_turn, once
from explainer.gui.signals import SessionSignals
from explainer.phrases import phrase
from explainer.session import Session

SAY_MS = 5
"""How long after a step it is announced; the screen is painted first."""
BEHIND_MS = 80
"""How long after a step in projection this window follows; the audience comes first."""
SOON = 3
"""A step that is derived no further from here is made ready as soon as it is known."""
PREPARE_MS = 8
"""How long after a step the next one is made ready; long enough for the screen to be painted first."""


class Following(QObject):
    """Brings the board, the timeline and the tabs to where the session stands, and lets what can wait come later."""

    def __init__(
        self,
        session: Session,
        board: Board,
        projection: Projection,
        beside: tuple[Transport, Tabs],
        messages: Messages,
        problem_bar: ProblemBar,
    ) -> None:
        super().__init__(board)
        self._session, self._board, self._projection = session, board, projection
        self._transport, self._tabs = beside
        self._messages, self._problem_bar = messages, problem_bar
        self._here, self._beside = InTurn(self, self._show_place), InTurn(self, self._show_beside)
        self._prepare = once(self, PREPARE_MS, in_turn(self, self._prepare_next))
        self._say_open = once(self, SAY_MS, in_turn(self, self._say_opened))
        self._say_where = once(self, SAY_MS, in_turn(self, self._say_place))
        self._behind = once(self, BEHIND_MS, in_turn(self, self._show_place))
        self._tidying = Tidying(self, self._make_ready_again)

    def follow(self, signals: SessionSignals) -> None:
        """Follow what these signals tell."""
        signals.opened.connect(self._show_opened)
        signals.moved.connect(self._show_moved)
        signals.derived.connect(in_turn(self, self._show_derived))
        signals.checked.connect(in_turn(self, self._show_checked))
        signals.failed.connect(self._show_failed)

    def close(self) -> None:
        """Do nothing more of what was put off."""
        self._prepare.stop()
        self._behind.stop()
        self._say_open.stop()
        self._say_where.stop()
        for waiting in self.findChildren(InTurn):
            waiting.stop()

    def _show_opened(self) -> None:
        session = self._session
        self._messages.show(session.ending)
        self._problem_bar.show_open()
        self._transport.timeline.restart()
        self._here.call()
        self._say_open.start()

    def _say_opened(self) -> None:
        session = self._session
        announce(self._board, phrase("Opened: the derivative of {0} with respect to {1}.", session.text, session.wrt))

    def _show_moved(self) -> None:
        if self._projection.active:
            self._behind.start()
        else:
            self._here.call()
        self._say_where.start()

    def _say_place(self) -> None:
        """Announce the line, after it has been painted."""
        from explainer.gui.board.accessible import spoken_line, tell_of_new_lines

        board = self._projection.speaker
        tell_of_new_lines(board)
        announce(board, spoken_line(self._session, self._session.position))

    def _show_place(self) -> None:
        self._board.show_place()
        self._beside.call()
        self._prepare.start()
        self._tidying.put_off()

    def _show_beside(self) -> None:
        self._transport.show_place()
        self._tabs.show_place()

    def _prepare_next(self) -> None:
        """Have the next step ready before anybody asks for it."""
        self._board.prepare_next()
        self._tabs.rule_card.prepare_next()

    def _make_ready_again(self) -> None:
        """After a long rest all that was ready has gone."""
        self._prepare.start()
        if self._projection.active:
            self._projection.speaker.prepare_next()

    def _show_derived(self) -> None:
        self._board.show_news()
        if self._session.count - self._session.position <= SOON:
            self._prepare.start()
        self._transport.timeline.grow()
        self._beside.call()
        if self._session.position == self._session.count and self._session.ending:
            self._messages.show(self._session.ending)

    def _show_checked(self) -> None:
        self._transport.timeline.refresh_checks()
        self._tabs.rule_card.show_check()
        self._board.show_news()

    def _show_failed(self) -> None:
        error = self._session.error
        if error is not None:
            self._problem_bar.show_error(error)
            announce(self._problem_bar.expression, error.message)
