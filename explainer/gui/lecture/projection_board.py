"""The board as an audience sees it: letters that fill the room, nothing cut off, no scroll bars."""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Iterator
from dataclasses import fields, replace
from math import inf
from time import thread_time
from weakref import ref

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from explainer.export.wording import check_sentence
from explainer.gui.board.board import Board
from explainer.gui.board.ground import MARGIN_PX
from explainer.gui.board.line import BoardLine
from explainer.gui.board.line_images import LineImages
from explainer.gui.board.line_styles import EARLIER_SCALE, Look, added_style, is_result, line_style
from explainer.gui.board.lines import GAP_PX
from explainer.gui.board.work_ahead import prepare_lines
from explainer.gui.lecture.projected_look import ProjectedLook
from explainer.gui.look.texts import put
from explainer.phrases import edition
from explainer.session import Session

LEAST_PT = 20.0
"""No words and no formula of normal size are smaller than this."""
_LINES_WIDE, _LINES_HIGH = 23.0, 11.5
"""So many letters go beside and below each other on a screen, in normal size."""
_CENTRE = 0.64
"""How far down the middle of the current line stands: a little below the middle, as earlier lines stand above it."""
_FITS = (1.0, 0.84, 0.7, 0.58, 0.48, 0.4, 0.33, 0.28)
"""The sizes that are tried for a line that does not fit; the largest one that fits is taken."""
_ABOVE_WORDS, _LEAST_SHARE = 1.15, 0.5
"""So much larger than the least words a line stays that has the one before it above it, and no smaller than that share
of its normal size: else it stands alone."""
_MOST_FOUND = 400
"""The sizes of so many lines are kept."""
_AHEAD = 60
"""So many lines before and behind the current one have one size with it, where they can."""
_WORDS_MOST = 0.6
"""However large the letters are made, words get no larger than this share of those that fill the screen: a formula that
has no room becomes smaller, and words larger than it would be what everybody looks at."""

_PATIENCE_S = 0.03
"""So much work to find the size of a line is done before it is shown; then it is shown in a small one, and grows as
soon as its own is known, a tenth of a second later. It takes longer only for a large line that was not prepared."""

_NO_IMAGES = LineImages(0)
"""For lines that are measured and never drawn."""


def _nothing() -> None:
    """No derivation."""


class ProjectionBoard(Board):
    """A board that shrinks a line rather than cutting it off; `pointed` tells where the mouse is on it."""

    pointed = Signal(QPointF)
    pressed_next = Signal()
    pressed_previous = Signal()
    wheel_turned = Signal(int)
    copies = False

    def __init__(self, session: Session, parent: QWidget | None = None, *, nests: bool = True) -> None:
        self._fit = 1.0
        self._found: dict[Hashable, float] = {}
        self._guessed = False
        """Whether the current line is shown in a size that is not its own yet."""
        self._found_for: Callable[[], object] = _nothing
        super().__init__(session, parent, nests=nests)
        self.setObjectName("projection_board")
        put(self.setAccessibleName, "Projected board")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def layer_style(self) -> str:  # type: ignore[override]
        """How the words over the board look: as large as those on it, in its colours."""
        theme = self._theme
        colour = "" if theme is None else f" color: {theme.ink.name()};"
        return f"font-size: {round(self.least_px)}px;{colour}"

    # --- sizes -------------------------------------------------------------------------------------------------------

    @property
    def least_px(self) -> float:
        """The smallest size of words here, in pixels."""
        return LEAST_PT * self.logicalDpiY() / 72

    @property
    def _width_px(self) -> float:
        """The width for lines: all of it, as there is no bar to scroll by."""
        return float(self.viewport().width())

    @property
    def normal_em_px(self) -> float:
        """The size of the current line's letters where it fits: even the smaller lines above it can be read."""
        return max(self._filling_em * self._zoom, self.least_px / EARLIER_SCALE)

    @property
    def _filling_em(self) -> float:
        """The size of letters of which so many as are wanted go beside and below each other."""
        return min(self._width_px / _LINES_WIDE, self.viewport().height() / _LINES_HIGH)

    @property
    def em_px(self) -> float:
        return self.normal_em_px * self._fit

    def _look(self) -> Look:
        look = super()._look()
        values = {field.name: getattr(look, field.name) for field in fields(look)}
        tag_px = max(self.least_px, min(self.normal_em_px * 0.42, self._filling_em * _WORDS_MOST))
        return ProjectedLook(**values, tag_px=tag_px, least_px=self.least_px)

    @property
    def words_font(self) -> QFont:
        return self._look().tag_font

    def show_place(self) -> None:
        """Show the lines up to where the session stands, the current one as large as it can be."""
        if self._session.trace is not None and self._theme is not None:
            before, here = self._fit, self._session.position
            fit = self._largest_fit(here, _PATIENCE_S)
            self._fit = fit if self._guessed else self._shared(here, fit)
            if self._fit != before and self._all_lines is not None:
                self._all_lines.set_look(self._look())
        super().show_place()
        self._size_soon()

    def _size_soon(self) -> None:
        if self._guessed:
            self._ahead.do_first(self._sizing(self._session.position))

    def _sizing(self, position: int) -> Iterator[object]:
        """Find the size of the current line, of which there was no time to find it, and show it in that."""
        yield from self._finding_fit(position)
        if self._guessed and self._session.position == position:
            self.show_place()

    def forget_asked(self) -> None:
        """Show no more than the derivation, from the next time on that a place is shown."""
        if self._all_lines is not None and self._all_lines.look is not None:
            self._all_lines.ask(None, ())

    def prepare_next(self) -> None:
        """Have the lines ready that the next keys may show, the next one in the size that it will have."""
        super().prepare_next()
        following = self._session.position + 1
        if self._theme is not None and self._session.step_at(following) is not None:
            self._ahead.do_first(self._preparing(following))
        self._size_soon()

    def _preparing(self, position: int) -> Iterator[object]:
        """Find the size that a line will have, and make it ready in that, with what will be seen above it.

        The lines beyond are looked at then: where one of them needs smaller letters, the line has these already.
        """
        own = yield from self._finding_fit(position)
        fit = self._shared(position, own)
        yield from self._making_ready(position, fit)
        trace = self._session.trace
        for number in self._neighbours():
            if self._session.trace is not trace:
                return
            if self._asked(number) not in self._found:
                yield from self._finding_fit(number)
        if self._shared(position, own) != fit:
            yield from self._making_ready(position, self._shared(position, own))

    def _neighbours(self) -> range:
        here = self._session.position
        return range(max(0, here - _AHEAD), min(self._session.count, here + _AHEAD) + 1)

    def _shared(self, position: int, fit: float) -> float:
        """The size of a line that needs this one: that of all lines near it that have room in letters of a good size,
        as letters that grow and shrink from line to line distract.
        """
        least = self._least_fit
        found = (self._found.get(self._asked(number), 0.0) for number in self._neighbours())
        shared = min((fit, *(other for other in found if other >= least)))
        # A line that stands in two rows in large letters may stand in one in smaller ones, too wide for the board.
        return shared if shared == fit or self._fits(position, shared, alone=True) else fit

    @property
    def _least_fit(self) -> float:
        """The smallest size in which a line is still read well, and may leave room for the one before it."""
        return max(_LEAST_SHARE, _ABOVE_WORDS * self.least_px / self.normal_em_px)

    def _making_ready(self, position: int, fit: float) -> Iterator[None]:
        if fit != self._fit and self._all_lines is not None and self._all_lines.by_number:
            em_px, ratio = self.normal_em_px * fit, self.devicePixelRatioF()
            yield from prepare_lines(self._session, self._all_lines, position, ratio, em_px)

    def _largest_fit(self, position: int, patience_s: float = inf) -> float:
        """How much smaller than normal the line at a position must be to stand on the board as a whole.

        Where that takes more work than so many seconds it is a guess: the largest size that is known to be small
        enough, or else the smallest of all.
        """
        self._guessed = False
        known = self._found.get(self._asked(position))
        if known is not None:
            return known
        finding, end, bound = self._finding_fit(position), thread_time() + patience_s, _FITS[-1]
        while thread_time() < end:
            try:
                bound = next(finding)
            except StopIteration as found:
                return float(found.value)
        self._guessed = True
        return bound

    def _asked(self, position: int) -> Hashable:
        """What the size of a line depends on, with what is asked about it and what the numbers say."""
        session, lines = self._session, self._all_lines
        step = session.step_at(position)
        passed = lines is not None and lines.look is not None and lines.look.passed and position == session.position
        if self._found_for() is not session.trace:
            self._found.clear()
            self._found_for = _nothing if session.trace is None else ref(session.trace)
        says = self._checks or (step is not None and step.attempt is not None)
        unfolded = lines is not None and position in lines.unfolded
        size, sign = self.viewport().size(), self._sign_em()
        ends = is_result(session, position)
        return (
            position, size.width(), size.height(), self.normal_em_px, self._zoomed, sign, unfolded, ends, edition(),
            lines.questions if passed and lines is not None else 0,
            check_sentence(session.check_of(position)) if says else "",
        )  # fmt: skip

    def _finding_fit(self, position: int) -> Generator[float, None, float]:
        """The same, kept for when it is asked for."""
        asked = self._asked(position)
        fit = yield from self._searching_fit(position)
        if self._asked(position) == asked:
            while len(self._found) >= _MOST_FOUND:
                del self._found[next(iter(self._found))]
            self._found[asked] = fit
        return fit

    def _searching_fit(self, position: int) -> Generator[float, None, float]:
        """The same, with a rest after each size that is tried; a large formula is set anew for each of them.

        What it says on the way is a size that is small enough, as far as is known, and the larger the more is known.
        The line before is to be seen above it, as long as the letters stay large enough for that.
        """
        trace = self._session.trace
        together = [fit for fit in _FITS if fit >= self._least_fit] or [_FITS[0]]
        for fits, alone in ((together, False), (_FITS, True)):
            first, last, tried = 0, len(fits) - 1, 0
            while first < last:
                trying = self._trying(position, fits[tried], alone)
                while (fit := next(trying)) is None:
                    yield fits[last] if last < len(fits) - 1 else _FITS[-1]  # the last one of them was not tried yet
                    if self._session.trace is not trace:
                        return _FITS[0]  # another derivation is open meanwhile
                if fit:
                    last = tried
                else:
                    first = tried + 1
                tried = (first + last) // 2
            if alone or last < len(fits) - 1 or self._fits(position, fits[last], alone):
                break
        return fits[last]

    def _fits(self, position: int, fit: float, alone: bool) -> bool:
        """Whether a line has room in this size: by itself, or with the one before it above it."""
        return next(has_room for has_room in self._trying(position, fit, alone) if has_room is not None)

    def _trying(self, position: int, fit: float, alone: bool) -> Iterator[bool | None]:
        """The same, after a rest (None) before each line is set."""
        known, self._fit = self._fit, fit
        look = self._look()
        self._fit = known
        lines = yield from self._seen_together(position, replace(look, sign_em=self._sign_em()), alone)
        needed = max(line.drawing.sign_x for line in lines)
        if needed > self._sign_em():  # all signs will stand as far to the right as those of these lines
            lines = yield from self._seen_together(position, replace(look, sign_em=needed), alone)
        width = max(line.indent + line.drawing.width * line.look.em_px for line in lines)
        height = sum(line.height for line in lines) + GAP_PX * (len(lines) - 1)
        room = self.viewport().size()
        yield width <= room.width() - 2 * MARGIN_PX and height <= room.height() - 2 * MARGIN_PX

    def _seen_together(self, position: int, look: Look, alone: bool) -> Generator[None, None, list[BoardLine]]:
        """The line at a position and, unless it is to stand alone, the one before it."""
        lines, session = self._all_lines, self._session
        asked = lines is not None and lines.look is not None and position == session.position
        passed = asked and lines is not None and lines.look is not None and lines.look.passed
        unfolded = lines is not None and position in lines.unfolded
        first = position if unfolded or look.zoomed or alone or passed else max(0, position - 1)
        if passed:
            look = replace(look, passed=True)
        made = []
        for number in range(first, position + 1):
            yield
            made.append(line_style(session, number, position, look))
        for one in lines.added if passed and lines is not None else ():
            yield
            made.append(added_style(one, look))
        return [BoardLine(position, style, _NO_IMAGES) for style in (made[-1:] if alone else made)]

    def fill_a_slice(self, deadline: float) -> bool:
        """Earlier lines may move the column of signs; the current line must be whole after that too."""
        before = self._sign_em()
        filled = super().fill_a_slice(deadline)
        if self._sign_em() != before:
            self.show_place()
        elif not self._is_empty:
            self._hide_cut()
        return filled

    def _sign_em(self) -> float:
        return 0.0 if self._all_lines is None or self._all_lines.look is None else self._all_lines.look.sign_em

    # --- places ------------------------------------------------------------------------------------------------------

    def _update_scene_rect(self) -> None:
        """There is room above the first line and below the last one, so that each may stand in the middle."""
        size = self.viewport().size()
        rect = self._lines.scene_rect(size.width(), 0).adjusted(0, -size.height(), 0, size.height())
        if rect != self.sceneRect():
            self.setSceneRect(rect)

    def _scroll_to_current(self) -> None:
        """Bring the current line to the middle, as far as it is whole there, and the one before it too if it can."""
        line, room = self._lines.looked_at, self.viewport().height()
        middle = line.y() + line.height / 2 - room * _CENTRE
        least, most = line.y() + line.height + MARGIN_PX / 2 - room, line.y() - MARGIN_PX / 4
        before = self._lines.by_number.get(line.position - (line is self._lines.current))
        if before is not None and before.y() - MARGIN_PX / 4 >= least:
            most = before.y() - MARGIN_PX / 4
        self.verticalScrollBar().setValue(round(min(most, max(least, middle))))
        bar = self.horizontalScrollBar()
        bar.setValue(bar.minimum())
        self._hide_cut()

    def _hide_cut(self) -> None:
        """Show no line that would be cut at the top."""
        seen, top = self._lines.looked_at, self.verticalScrollBar().value()
        inner = (line for lines in self._lines.inner.values() for line in lines)
        for line in (*self._lines.by_number.values(), *inner):
            line.setVisible(line is seen or line.y() >= top)

    # --- the term that a step has changed ----------------------------------------------------------------------------

    def marked_rect(self) -> QRectF:
        """Where on the board the marked term of the current line is; the whole line where nothing is marked."""
        line = self.line_item(self._session.position)
        if line is None:
            return QRectF()
        rect = QRectF()
        for mark in line.marks(line.changed or line.changing or ((),)):
            rect = rect.united(mark)
        return QRectF(self.mapFromScene(line.mapRectToScene(rect)).boundingRect())

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button goes back."""
        event.accept()

    def move_term(self, way: str) -> None:
        """Nothing is pointed at while something else stands in the place of the board."""
        if self.isVisible():
            super().move_term(way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes on, as in every program for slides; the right button goes back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_next.emit()
        elif event.button() == Qt.MouseButton.RightButton:
            self.pressed_previous.emit()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.wheel_turned.emit(event.angleDelta().y())
        event.accept()
