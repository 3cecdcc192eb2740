"""What a board does while nothing else is to be done: it lays out earlier lines and makes the next ones ready."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explainer.gui.relay import Turn, once
from explainer.gui.slices import SLICE_S

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.board.line import BoardLine
    from explainer.gui.board.line_styles import Look
    from explainer.gui.board.lines import BoardLines
    from explainer.session import Session

_FORGET_MS = 2_000
"""Who turns to a page and back at once finds the images of the lines still there."""
_DONE = object()
_LIKELY = (1, 2, -1, 3)
"""Where one may go from here, the likeliest first: a key that is held down comes to the third step in no time. Who has
gone back goes on so."""


class WorkAhead(QObject):
    """Works in slices of a few milliseconds, between which keys and painting have their turn."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._jobs: deque[Iterator[object]] = deque()
        self._lines: BoardLines | None = None
        self._missing: Iterator[object] = iter(())
        self._came_from = 0
        self._seen: BoardLines | None = None
        self._turn = Turn(self._work_a_slice)
        self._forgetting = once(self, _FORGET_MS, self._forget_images)

    @property
    def busy(self) -> bool:
        """Whether something is still to be made ready."""
        return bool(self._jobs)

    def start(self) -> None:
        """Look whether there is something to do."""
        self._missing = self._making_images()
        self._turn.start()

    def _making_images(self) -> Iterator[None]:
        """Make the images that the lines which are seen do not have yet, a few letters at a time."""
        if self._lines is not None:
            self._lines.images.begin()  # what is seen is needed before all that was made ready
            for line in self._lines.between(*self._seen_heights):
                yield from line.making(self._board.devicePixelRatioF())

    @property
    def _seen_heights(self) -> tuple[float, float]:
        """Where what is seen of the scene begins and ends."""
        top = self._board.mapToScene(0, 0).y()
        return top, top + self._board.viewport().height()

    def forget(self) -> None:
        """What was to be prepared is out of date."""
        self._jobs.clear()

    def forget_images_soon(self, lines: BoardLines | None) -> None:
        """The board was hidden: let go of what can be drawn again, up to two boards full, unless it is shown again."""
        self._seen = lines
        self._forgetting.start()

    def _forget_images(self) -> None:
        if not self._board.isVisible() and self._seen is not None:
            self.forget()
            self._missing = iter(())
            self._seen.images.clear()

    def do_first(self, job: Iterator[object]) -> None:
        """Do this before all that is to be prepared."""
        self._jobs.appendleft(job)
        self._turn.start()

    def prepare(self, session: Session, lines: BoardLines) -> None:
        """Make the lines ready that the next keys may show, and their motions."""
        here, ratio = session.position, self._board.devicePixelRatioF()
        self._jobs.clear()
        self._lines = lines
        lines.images.begin()
        way = -1 if here < self._came_from else 1
        self._came_from = here
        for there in (here + way * far for far in _LIKELY):
            if 0 <= there <= session.count:
                self._jobs.append(prepare_lines(session, lines, there, ratio))
                if self._board.motion_ms and abs(there - here) == 1:
                    self._jobs.append(self._prepare_motion(session, lines, here, there, ratio))
        self._jobs.append(self._board.at_result.making(lines))
        self.start()

    def _prepare_motion(
        self, session: Session, lines: BoardLines, here: int, there: int, ratio: float
    ) -> Iterator[None]:
        from explainer.gui.board.motion import LARGEST_LINE_PX
        from explainer.gui.board.travels import pose_of

        assert lines.look is not None
        before = yield from _prepare_line(session, lines, lines.look, here, here, ratio)
        look = lines.look_with(before if there < here else _line(session, lines, lines.look, there, there))
        after = yield from _prepare_line(session, lines, look, there, there, ratio)
        for line in (before, after):
            line.surroundings(ratio)
            yield
        if before.drawing.picture.pieces and after.drawing.picture.pieces:
            travels = self._board.motions.travels
            yield from travels.making(here, pose_of(before), there, pose_of(after), ratio)
        earlier = [_line(session, lines, look, number, there) for number in (there - 1, there - 2) if number >= 0]
        earlier += [line for line in lines.between(*self._seen_heights) if not line.look.current]
        for line in earlier:
            yield from line.making(ratio, to_move=line.missing_px(ratio) <= LARGEST_LINE_PX * ratio**2)

    def _work_a_slice(self) -> None:
        deadline = perf_counter() + SLICE_S
        filled = self._board.fill_a_slice(deadline)
        while filled and perf_counter() < deadline and next(self._missing, _DONE) is not _DONE:
            pass
        while filled and self._jobs and perf_counter() < deadline:
            job = self._jobs[0]
            if next(job, _DONE) is _DONE and self._jobs and self._jobs[0] is job:
                self._jobs.popleft()
        if filled and not self._jobs:
            self._turn.stop()


def prepare_lines(
    session: Session, lines: BoardLines, there: int, ratio: float, em_px: float | None = None
) -> Iterator[None]:
    """The lines that a step to `there` draws anew: the current one, and those before it that become earlier ones.

    Where the new one reaches further left than all others, or has letters of another size, all are drawn anew.
    """
    assert lines.look is not None
    own = lines.look if em_px is None else replace(lines.look, em_px=em_px)
    current = yield from _prepare_line(session, lines, own, there, there, ratio)
    look = lines.look_with(current)
    look = own if look is lines.look else replace(own, sign_em=look.sign_em)
    anew = [there, *sorted(lines.by_number, reverse=True)] if look is not lines.look else []
    for number in dict.fromkeys((*anew, there - 1, there - 2)):
        if 0 <= number <= there:
            yield from _prepare_line(session, lines, look, number, there, ratio)


def _line(session: Session, lines: BoardLines, look: Look, number: int, there: int) -> BoardLine:
    """The line at a number as it is drawn when one stands `there`."""
    from explainer.gui.board.line import BoardLine
    from explainer.gui.board.line_styles import line_style

    return BoardLine(number, line_style(session, number, there, look), lines.images)


def _prepare_line(
    session: Session, lines: BoardLines, look: Look, number: int, there: int, ratio: float
) -> Generator[None, None, BoardLine]:
    """The same with its image."""
    line = _line(session, lines, look, number, there)
    yield
    yield from line.making(ratio)
    return line
