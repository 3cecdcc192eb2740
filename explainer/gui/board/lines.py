"""The lines on the board, each below the other: which are laid out, and where they stand.

They are laid out from the current one upwards, in small slices, as far as they are seen or soon will be, so that a step
costs the same at the tenth line and at the thousandth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtWidgets import QGraphicsScene

from explainer.gui.board.ground import MARGIN_PX
from explainer.gui.board.line import BoardLine
from explainer.gui.board.line_images import LineImages
from explainer.gui.board.line_styles import added_style, inner_styles, line_style

if TYPE_CHECKING:
    from explainer.gui.board.added import Added
    from explainer.gui.board.line_styles import LineStyle, Look
    from explainer.notation.tree import Path
    from explainer.session import Session

GAP_PX = 14.0
"""Between two lines."""
INNER_PATIENCE_S = 0.02
"""So long the lines inside a step are made at once, however late it is: most are there by then, and none flickers."""
MOST_EARLIER = 60
"""So many lines before the current one stay laid out; earlier ones come back when somebody scrolls up to them."""


class BoardLines:
    """The items of a scene for the lines of a session up to its position.

    Every item belongs to who has put it into the scene, and only he takes it out again: the lines are of here, the
    light on a term of `BoardTerms`. So nobody holds an item that another one has deleted.

    `unfolded` are the numbers of the steps whose inner lines stand above them; below the last line stays room for what
    others put there.
    """

    def __init__(self, scene: QGraphicsScene, session: Session) -> None:
        self._scene = scene
        self._session = session
        self.by_number: dict[int, BoardLine] = {}
        self.inner: dict[int, list[BoardLine]] = {}
        self._coming: dict[int, tuple[list[BoardLine], Iterator[LineStyle]]] = {}
        """The lines inside of steps that take longer than a key may: those that are there, and what the others show."""
        self._deadline = 0.0
        self.unfolded: set[int] = set()
        self.images = LineImages()
        self.look: Look | None = None
        self.trace: object = None
        self.room_below_px = 0.0
        self.added: tuple[Added, ...] = ()
        self.questions = 0
        """How often something else was asked than before."""
        self._below: list[BoardLine] = []

    @property
    def current(self) -> BoardLine:
        """The line where one stands. There is always one once `show` was called."""
        return self.by_number[max(self.by_number)]

    def clear(self) -> None:
        """Take all lines away, and nothing else: what others have put into the scene is theirs to take."""
        for number in list(self.by_number):
            self._remove(number)
        self._remove_added()

    def forget(self) -> None:
        """Keep nothing of the derivation that was shown."""
        self.clear()
        self.images.clear()
        self.trace = None

    def set_look(self, look: Look) -> None:
        """Draw lines with this look from now on; those that are there go."""
        self.clear()
        if self.look is None or self.look.theme != look.theme:
            self.images.clear()
        self.images.fit(look.room_px * look.height_px)
        kept = self.look or look
        self.look = replace(look, sign_em=kept.sign_em, lit=kept.lit, passed=kept.passed)

    def ask(self, lit: tuple[Path, ...] | None, added: tuple[Added, ...], passed: bool = False) -> None:
        """Mark these parts of the current line, and nothing else of it, and stand these lines below it from now on.

        Where it is `passed` the last of these is what is looked at, and the current line looks as those before it.
        """
        assert self.look is not None
        if (lit, passed, added) != (self.look.lit, self.look.passed, self.added):
            self.questions += 1
        self.look = replace(self.look, lit=lit, passed=passed)
        self.added = added
        self._remove_added()

    @property
    def looked_at(self) -> BoardLine:
        """The line that is to be seen above all."""
        assert self.look is not None
        return self._below[-1] if self.look.passed and self._below else self.current

    def show(self, patience_s: float, height_px: float) -> None:
        """Show the lines up to where the session stands; work on earlier ones ends after `patience_s`."""
        if self.trace is not self._session.trace:
            self.clear()
            self.unfolded.clear()
            self.trace = self._session.trace
            assert self.look is not None
            self.look = replace(self.look, sign_em=0.0)
        self._deadline = deadline = perf_counter() + patience_s
        here = self._session.position
        newest = max(self.by_number, default=-2)
        if self.by_number and min(self.by_number) <= here <= newest:
            for number in range(here + 1, newest + 1):
                self._remove(number)
        elif here != newest + 1:
            self.clear()
        self._place_current(here)
        for number in [number for number in self.by_number if number < here - MOST_EARLIER]:
            self._remove(number)
        self.fill_upwards(self.by_number[here].y(), height_px, deadline)
        self._place_added()
        self.widen_sign_column()

    def _place_added(self) -> None:
        """Stand what was added below the current line, one below the other."""
        assert self.look is not None
        if not self._below:
            here = max(self.by_number)
            self._below = [BoardLine(here, added_style(added, self.look), self.images) for added in self.added]
            for line in self._below:
                self._scene.addItem(line)
        bottom = self.current.y() + self.current.height
        for line in self._below:
            line.setPos(0, bottom + GAP_PX)
            bottom = line.y() + line.height

    def _remove_added(self) -> None:
        for line in self._below:
            self._scene.removeItem(line)
        self._below = []

    @property
    def _bottom(self) -> float:
        """Where the last line ends, with the room that it leaves below."""
        last = self._below[-1] if self._below else self.current
        return last.y() + last.height + self.room_below_px

    def _remove(self, number: int) -> None:
        self._coming.pop(number, None)
        for line in (self.by_number.pop(number), *self.inner.pop(number, ())):
            self._scene.removeItem(line)

    def _place_current(self, here: int) -> None:
        """Draw the current line large and whole, those before it in short, each below the other."""
        if here not in self.by_number:
            self._make_line(here)
            self._place(here, self.by_number[here].y())
        for number in (here - 2, here - 1, here):
            if number in self.by_number:
                self._restyle(number)
                if number - 1 in self.by_number:
                    self._place_below(number)

    def _make_line(self, number: int) -> BoardLine:
        assert self.look is not None
        line = BoardLine(number, line_style(self._session, number, self._session.position, self.look), self.images)
        self.by_number[number] = line
        self._scene.addItem(line)
        self._make_inner(number)
        return line

    def _make_inner(self, number: int) -> None:
        step = self._session.step_at(number)
        if number not in self.unfolded or step is None or not step.substeps:
            return
        assert self.look is not None
        self._coming[number] = [], inner_styles(step, self.look)
        self._go_on_inside(number, max(self._deadline, perf_counter() + INNER_PATIENCE_S))

    @property
    def coming(self) -> bool:
        """Whether lines inside of steps are still being made."""
        return bool(self._coming)

    def _go_on_inside(self, number: int, deadline: float) -> bool:
        """Make lines inside a step; once there are all of them they come onto the board. Return whether they did."""
        made, styles = self._coming[number]
        for style in styles:
            made.append(BoardLine(number, style, self.images))
            if perf_counter() > deadline:
                return False
        del self._coming[number]
        self.inner[number] = made
        for line in made:
            self._scene.addItem(line)
        return True

    def _place_inside(self, number: int) -> None:
        """Place the lines inside a step that have come late, and what is above: what stands below stays."""
        self._place(number, self.by_number[number].y())
        for above in range(number - 1, min(self.by_number) - 1, -1):
            self._place_above(above, above + 1)

    def _restyle(self, number: int) -> None:
        assert self.look is not None
        self.by_number[number].restyle(line_style(self._session, number, self._session.position, self.look))

    def restyle_current(self) -> bool:
        """Draw the current line anew, where something is to be said about it that was not known; return whether so."""
        before = self.current.style
        self._restyle(max(self.by_number))
        self._place_added()
        return self.current.style != before

    # --- places ------------------------------------------------------------------------------------------------------

    def _inner_height(self, number: int) -> float:
        return sum(line.height + GAP_PX for line in self.inner.get(number, ()))

    def _place_below(self, number: int) -> None:
        above = self.by_number[number - 1]
        self._place(number, above.y() + above.height + GAP_PX + self._inner_height(number))

    def _place_above(self, number: int, below: int) -> None:
        line, lower = self.by_number[number], self.by_number[below]
        self._place(number, lower.y() - self._inner_height(below) - GAP_PX - line.height)

    def _place(self, number: int, top: float) -> None:
        """Put a line at a height, and the lines inside its step above it."""
        self.by_number[number].setPos(0, top)
        for line in reversed(self.inner.get(number, ())):
            top -= GAP_PX + line.height
            line.setPos(0, top)

    def fill_upwards(self, seen_y: float, height_px: float, deadline: float) -> bool:
        """Lay out earlier lines up to one page above a height that is seen; return whether that is done.

        The lines inside steps come first.
        """
        self._deadline = deadline
        for number in sorted(self._coming, reverse=True):
            if not self._go_on_inside(number, deadline):
                return False
            self._place_inside(number)
        while True:
            lowest = min(self.by_number)
            top = self.by_number[lowest].y() - self._inner_height(lowest)
            if lowest == 0 or top < seen_y - height_px:
                return True
            if perf_counter() > deadline:
                return False
            self._make_line(lowest - 1)
            self._place_above(lowest - 1, lowest)

    def look_with(self, *lines: BoardLine) -> Look:
        """The look of all lines once these are among them: the same, or with more room in front of the signs."""
        assert self.look is not None
        needed = max(line.drawing.sign_x for line in lines)
        return replace(self.look, sign_em=needed) if needed > self.look.sign_em + 0.01 else self.look

    def widen_sign_column(self) -> None:
        """Move the column of signs to the right for a line that reaches further left; the current line stays."""
        look = self.look_with(*self.by_number.values(), *self._below)
        if look is self.look:
            return
        self.look = look
        for number in list(self.inner):
            self._refold(number)
        for number in sorted(self.by_number, reverse=True):
            self._restyle(number)
            if number + 1 in self.by_number:
                self._place_above(number, number + 1)
            else:
                self._place(number, self.by_number[number].y())
        self._remove_added()
        self._place_added()

    def toggle(self, number: int, patience_s: float) -> None:
        """Unfold the lines inside a step, or fold them again; the line above stays where it is.

        Those that take longer than `patience_s` come by and by, with `fill_upwards`.
        """
        self._deadline = perf_counter() + patience_s
        self.unfolded ^= {number}
        self._refold(number)
        for below in range(number, max(self.by_number) + 1):
            if below - 1 in self.by_number:
                self._place_below(below)
            else:
                self._place(below, self.by_number[below].y())
        self._place_added()

    def _refold(self, number: int) -> None:
        self._coming.pop(number, None)
        for line in self.inner.pop(number, ()):
            self._scene.removeItem(line)
        self._make_inner(number)

    @property
    def _all(self) -> list[BoardLine]:
        return [*self.by_number.values(), *(line for lines in self.inner.values() for line in lines), *self._below]

    def between(self, top: float, bottom: float) -> list[BoardLine]:
        """The lines that reach into these heights, the lowest first."""
        found = [line for line in self._all if line.y() < bottom and line.y() + line.height > top]
        return sorted(found, key=lambda line: -line.y())

    def scene_rect(self, width_px: float, height_px: float) -> QRectF:
        """The rectangle of all lines with margins around them, at least as high as what is seen."""
        lowest = min(self.by_number)
        top = self.by_number[lowest].y() - self._inner_height(lowest)
        width = max(line.width for line in self._all) + MARGIN_PX
        height = self._bottom - top + 2 * MARGIN_PX
        return QRectF(-MARGIN_PX, top - MARGIN_PX, width + MARGIN_PX, max(height, height_px - 1))

    def place_to_see(self, size: QSize, least_y: float) -> QPointF:
        """The corner to scroll to: no further than needed to see the current line and, where both fit, the one before.

        Of a line that is wider than the board what is marked is seen.
        """
        current, room = self.current, size.height()
        bottom = self._bottom + MARGIN_PX
        top = max(least_y, bottom - room)
        if bottom - current.y() <= room + MARGIN_PX / 2:
            top = min(top, current.y() - MARGIN_PX / 4)
        else:
            marked = current.y() + current.marked_middle()
            top = min(max(marked - room / 2, current.y() - GAP_PX), bottom - room)
        marks = current.marks(current.changed or current.changing)
        if not marks:
            return QPointF(0, top)
        left, right = min(mark.left() for mark in marks), max(mark.right() for mark in marks)
        return QPointF(max(0.0, min(right + 2 * MARGIN_PX - size.width(), left)), top)
