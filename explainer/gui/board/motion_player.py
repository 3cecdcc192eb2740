"""Plays the motions of a board: notes what is to be seen before a step, and paints the way to what is seen after it."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QGraphicsView

from explainer.gui.board.ground import fill_ground, paint_corners

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.board.lines import BoardLines
    from explainer.gui.board.motion import Motion, Snapshot
    from explainer.gui.board.travels import TravelCache
    from explainer.gui.look.theme import Theme
    from explainer.session import Session

_FRAME_MS = 16
"""One picture of most screens, which show sixty a second."""


class MotionPlayer(QObject):
    """Plays one motion at a time; `duration_ms` is how long it takes, 0 for none at all."""

    def __init__(self, board: Board, session: Session) -> None:
        super().__init__(board)
        self.duration_ms = 0
        self._board = board
        self._session = session
        self._motion: Motion | None = None
        self._travels: TravelCache | None = None
        self._began = 0.0
        # The ground is painted here, once: on a screen of eight million pixels each time more takes milliseconds.
        board.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._follow_scene(True)
        self._timer = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next_frame)

    @property
    def motion(self) -> Motion | None:
        """What is on its way."""
        return self._motion

    @property
    def travels(self) -> TravelCache:
        """The images of what travels, made when something moves for the first time."""
        if self._travels is None:
            from explainer.gui.board.travels import TravelCache

            self._travels = TravelCache(self._session)
        return self._travels

    def _follow_scene(self, follow: bool) -> None:
        """Let the board paint all of itself when anything in its scene changes, or nothing.

        A step changes all of it anyway; with anything less each scroll moves the pixels of a whole screen before that.
        A motion begins with what is to be seen already: where it goes over nothing is painted anew.
        """
        mode = QGraphicsView.ViewportUpdateMode
        if not follow:  # what else has changed until now is still to be painted
            QCoreApplication.sendPostedEvents(self._board.scene(), QEvent.Type.MetaCall)
        self._board.setViewportUpdateMode(mode.FullViewportUpdate if follow else mode.NoViewportUpdate)

    def note(self, lines: BoardLines) -> Snapshot | None:
        """What is to be seen now, if terms are to move from it; not when steps come faster than terms can move.

        What changes from here on is painted once `begin` is called. Before that all of the window is painted that is
        to be, so nothing is noted where no step is taken.
        """
        board = self._board
        if not lines.by_number or self._motion is not None or not self.duration_ms or not board.isVisible():
            return None
        if lines.trace is not self._session.trace or abs(lines.current.position - self._session.position) != 1:
            return None
        found = self._snapshot(lines)
        if found is not None:
            self._follow_scene(False)
        return found

    def _snapshot(self, lines: BoardLines) -> Snapshot | None:
        from explainer.gui.board.motion import snapshot

        board = self._board
        return snapshot(lines, board.mapToScene(0, 0), board.viewport().size(), board.devicePixelRatioF())

    def begin(self, before: Snapshot, lines: BoardLines, background: QColor) -> None:
        """Let terms travel from what was to be seen when it was noted to what is, if that is one step."""
        from explainer.gui.board.motion import Motion, in_time

        if before.position != lines.current.position and in_time(before, lines.current, self.travels):
            self._motion = Motion.between(before, self._snapshot(lines), self.travels, background)
        if self._motion is None:
            self._show_all()
        else:
            self._began = perf_counter()
            self._timer.start()
            self._board.viewport().update(self._motion.rect)

    def _show_all(self) -> None:
        self._follow_scene(True)
        self._board.viewport().update()

    def finish(self) -> None:
        """Show the final state at once."""
        self._timer.stop()
        if self._motion is not None:
            self._motion = None
            self._show_all()

    def forget(self) -> None:
        """Finish, and make everything anew for another size or theme."""
        self.finish()
        if self._travels is not None:
            self._travels.clear()

    def _next_frame(self) -> None:
        if self._share() >= 1:
            self.finish()
        if self._motion is not None:
            self._board.viewport().update(self._motion.rect)  # the whole of a large board takes milliseconds

    def _share(self) -> float:
        return (perf_counter() - self._began) * 1000 / max(1, self.duration_ms)

    def paint(self, rect: QRect, theme: Theme | None) -> bool:
        """Paint the moment that it is now, or only the ground of what is seen; return whether anything moves."""
        viewport = self._board.viewport()
        painter = QPainter(viewport)
        if self._motion is None:
            colour = viewport.palette().color(QPalette.ColorRole.Base) if theme is None else theme.background
            fill_ground(painter, QRectF(rect), colour)
        else:
            self._motion.paint(painter, QRectF(viewport.rect()), self._share())
        if theme is not None:
            paint_corners(painter, self._board, theme)
        painter.end()
        return self._motion is not None
