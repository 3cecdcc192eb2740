"""What the speaker does to the picture of the audience: black, white, a kept picture, a spotlight; and the timer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from explainer.session.course.stopwatch import Stopwatch

if TYPE_CHECKING:
    from explainer.gui.lecture.projection_cover import Blank, Cover
    from explainer.gui.lecture.projection_window import ProjectionWindow

RADIUS_SETTING = "projection.spotlight"
_GROWTH = 1.25
"""By this a key, or a notch of the wheel, makes the spotlight wider: three of them double it."""


class Effects:
    """Lies between the keys and the cover. Without a window, when nobody projects, nothing happens.

    `changed` is called with the words to be said after every change.
    """

    def __init__(self, changed: Callable[[str], None], place: Callable[[], str]) -> None:
        self._changed, self._place = changed, place
        self._view: ProjectionWindow | None = None
        self.stopwatch = Stopwatch()
        self.frozen_place = ""

    def begin(self, view: ProjectionWindow) -> None:
        """Work on this window from now on, with nothing over its board; the timer runs, without a key for it."""
        from explainer.session.kept.settings import user_settings

        self._view = view
        view.cover.radius = user_settings().get(RADIUS_SETTING, view.cover.radius)
        self._clear(view.cover)
        self.stopwatch.run(True)

    def end(self) -> None:
        """Take everything away; the size of the spotlight is remembered."""
        from explainer.session.kept.settings import user_settings

        if self._view is not None:
            user_settings().put(RADIUS_SETTING, self._view.cover.radius)
            self._clear(self._view.cover)
            self.stopwatch.run(False)
        self._view = None

    def _clear(self, cover: Cover) -> None:
        from explainer.gui.lecture.projection_cover import Blank, Spotlight

        cover.blank, cover.spotlight, cover.frozen, self.frozen_place = Blank.NONE, Spotlight.OFF, None, ""
        cover.refresh()

    def toggle_black(self) -> None:
        """Show the audience nothing but black, or the board again."""
        from explainer.gui.lecture.projection_cover import Blank

        self._toggle_blank(Blank.BLACK, "Black.")

    def toggle_white(self) -> None:
        """Show the audience nothing but white, or the board again."""
        from explainer.gui.lecture.projection_cover import Blank

        self._toggle_blank(Blank.WHITE, "White.")

    def _toggle_blank(self, blank: Blank, words: str) -> None:
        from explainer.gui.lecture.projection_cover import Blank

        if self._view is None:
            return
        cover = self._view.cover
        cover.blank = Blank.NONE if cover.blank == blank else blank
        self._show(words if cover.blank == blank else "The board is shown.")

    def toggle_freeze(self) -> None:
        """Keep the picture that the audience sees while the speaker goes on, or let it follow again."""
        if self._view is None:
            return
        cover = self._view.cover
        if cover.frozen is None:
            self._view.board.finish_motion()
            cover.frozen = self._view.stage.grab()
            self.frozen_place = self._place()
            self._show("Frozen: the audience keeps seeing this picture.")
        else:
            cover.frozen, self.frozen_place = None, ""
            self._show("The audience follows again.")

    def change_spotlight(self) -> None:
        """Light the changed term, then what is around the pointer, then everything again."""
        from explainer.gui.lecture.projection_cover import Spotlight

        if self._view is None:
            return
        order, words = (
            list(Spotlight),
            ("Spotlight off.", "Spotlight on the term.", "Spotlight on the pointer."),
        )
        cover = self._view.cover
        number = (order.index(cover.spotlight) + 1) % len(order)
        cover.spotlight = order[number]
        self._view.refresh_spotlight()
        self._show(words[number])

    def enlarge_spotlight(self) -> None:
        """Light more around the pointer."""
        self._scale_spotlight(_GROWTH)

    def shrink_spotlight(self) -> None:
        """Light less around the pointer."""
        self._scale_spotlight(1 / _GROWTH)

    def turn_wheel(self, by: int) -> None:
        """Light more or less, as far as the wheel was turned."""
        if by:
            self._scale_spotlight(_GROWTH ** (by / 120))

    def _scale_spotlight(self, factor: float) -> None:
        from explainer.gui.lecture.projection_cover import LEAST_RADIUS, MOST_RADIUS, Spotlight

        if self._view is not None and self._view.cover.spotlight != Spotlight.OFF:
            cover = self._view.cover
            cover.radius = max(LEAST_RADIUS, min(MOST_RADIUS, cover.radius * factor))
            cover.update()

    def point_at(self, share: QPointF) -> None:
        """The speaker points at a place of the picture in the presenter's window."""
        if self._view is not None:
            self._view.point_at(share)

    def follow_term(self) -> None:
        """Let the spotlight follow the term that is marked now."""
        if self._view is not None:
            self._view.refresh_spotlight()

    def show_board(self) -> bool:
        """Take black and white away; return whether the audience saw one of them."""
        from explainer.gui.lecture.projection_cover import Blank

        if self._view is None or self._view.cover.blank == Blank.NONE:
            return False
        self._view.cover.blank = Blank.NONE
        self._show("The board is shown.")
        return True

    # --- the timer ---------------------------------------------------------------------------------------------------

    def toggle_timer(self) -> None:
        """Start the timer of the talk, or pause it."""
        if self._view is not None:
            self.stopwatch.toggle()
            self._changed("Timer started." if self.stopwatch.running else "Timer paused.")

    def reset_timer(self) -> None:
        """Let the timer begin at zero again."""
        if self._view is not None:
            self.stopwatch.reset()
            self._changed("Timer at zero.")

    def _show(self, words: str) -> None:
        if self._view is not None:
            self._view.cover.refresh()
        self._changed(words)
