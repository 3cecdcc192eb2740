"""A page to read, which scrolls; its column is in `page_body`.

The keys that scroll belong to the page while it, or anything on it, has the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from explainer.gui.look.dress import say_own
from explainer.gui.look.texts import put
from explainer.gui.reading.page_body import PageBody, focusable
from explainer.gui.reading.page_sheet import PageSheet
from explainer.gui.reading.page_style import page_style
from explainer.session.course.address import Address
from explainer.session.course.pages import Page
from explainer.session.course.trail import Stop

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme
    from explainer.session.kept.progress import Progress

_SCROLLING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space,
              Qt.Key.Key_Up, Qt.Key.Key_Down)  # fmt: skip


class _Coming(NamedTuple):
    """Where somebody wants to be on a page, which is not built so far: up to which piece, and what is done there."""

    piece: int
    then: Callable[[], None]
    stop: Stop


class PageView(QScrollArea):
    """Shows one page. `link_chosen` asks for another one, `problem_chosen` for a derivation on the board.

    `method_chosen` asks for the open problem by a method, `drill_chosen` for practice; `end_seen` tells that the end
    of the page has been reached; `doing_chosen` asks for what a page offers to do.
    """

    link_chosen = Signal(object)
    problem_chosen = Signal(object)
    method_chosen = Signal(str)
    end_seen = Signal(object)
    drill_chosen = Signal(object, str)
    doing_chosen = Signal(object)

    def __init__(self, progress: Progress, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setObjectName("page_viewport")
        self._sheet = PageSheet(self)
        self.setWidget(self._sheet)
        self.progress = progress
        self.theme: Theme | None = None
        self.page: Page | None = None
        self.body: PageBody | None = None
        self.size_px = 17
        self._going_to_end = False
        self._awaited_look: Stop | None = None
        self._coming: _Coming | None = None
        self._awaited: Stop | None = None
        """Where one was on a page that is made anew when it is seen again."""
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def expect_look(self) -> Iterator[None]:
        """The window is about to change its look: keep the place, and let go of what nobody sees."""
        self._awaited_look = self._awaited_look or self.stop
        if self.body is None:
            return
        if self.isHidden():
            self._awaited = self._awaited or self._awaited_look
            self._drop_body()  # to style it would hold up what somebody does see
        else:
            yield from self.body.let_go()
        yield from self._sheet.emptied()

    def set_look(self, theme: Theme, size_px: int) -> Iterator[None]:
        """Draw in the colours of this theme, with letters of this size; what is read stays where it is."""
        stop = self._awaited_look or self.stop
        self.take_look(theme, size_px)
        yield
        if self.body is not None:
            yield from self.body.restyle()
            self.go_to(stop)
        self._awaited_look = None

    def take_look(self, theme: Theme, size_px: int) -> None:
        """Have what is made from now on in the colours of this theme, with letters of this size."""
        self.theme, self.size_px = theme, size_px
        say_own(self, page_style(theme, size_px))

    def make_room(self) -> None:
        """Another page is about to be shown: what is on the view is not to be made, measured or laid out again."""
        self.leave()
        self._awaited = None
        if self.isHidden():
            self._drop_body()

    def taking_keys(self) -> QWidget:
        """What is to have the keys when the page comes back: what had them last, as far as it is still there."""
        focused = self.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused) and focused.isVisibleTo(self)
        return focused if focused is not None and inside else self

    def _drop_body(self) -> None:
        body, self.body = self.body, None
        if body is not None:
            self._sheet.part_with(body)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        awaited, self._awaited = self._awaited, None
        if awaited is not None and self.body is None and self.page is not None:
            self.show_page(self.page, awaited)

    def show_page(self, page: Page, stop: Stop | None = None) -> None:
        """Show a page from its top, from where one was on it, or with the place of the address in sight."""
        self.leave()
        self.page, self._awaited, self._awaited_look, self._going_to_end = page, None, None, False
        put(self.setAccessibleName, "Page: {0}", page.title)
        put(self.setAccessibleDescription, "Page Down reads on, Tab goes to problems and links, Alt+Up goes back.")
        before, self.body = self.body, PageBody(page, self, self._sheet)
        self.body.show()
        if before is not None:
            if (focused := before.focusWidget()) is not None and focused.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # or Qt would look for somebody to have the keys
            self._sheet.part_with(before)
        stop = stop or Stop(page.address)
        self._once_built(max(stop.piece, stop.focus[0] if stop.focus else 0), partial(self._arrive, stop), stop)

    def _arrive(self, stop: Stop) -> None:
        """Scroll to where one was, and let what had the keys there have them."""
        self.go_to(stop)
        self._part_with_keys(stop).setFocus(Qt.FocusReason.OtherFocusReason)

    def _once_built(self, piece: int, then: Callable[[], None], stop: Stop) -> None:
        """Do this as soon as the page is built so far; where that takes its time nothing is painted until then."""
        waited, self._coming = self._coming, None
        self.viewport().setUpdatesEnabled(True)
        if self.body is None or self.body.build(piece, self.viewport().height()):
            then()
            return
        if waited is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._coming = _Coming(piece, then, stop)
        self.viewport().setUpdatesEnabled(False)

    def follow_building(self) -> None:
        """More of the page is built: it may be time to scroll to where somebody wants to be."""
        self._follow_end()
        coming = self._coming
        if coming is not None and self.body is not None:
            self._once_built(coming.piece, coming.then, coming.stop)

    def _part_with_keys(self, stop: Stop) -> QWidget:
        """What had the keys when one was here; else the page."""
        if stop.focus is None or self.body is None or stop.focus[0] >= len(self.body.parts):
            return self
        return dict(enumerate(focusable(self.body.parts[stop.focus[0]]))).get(stop.focus[1], self)

    def go_to_place(self, place: str) -> None:
        """Scroll to the piece of this name, such as a problem, and give it the keys."""
        if self.page is None or self.body is None:
            return
        for number, piece in enumerate(self.page.pieces):
            if getattr(piece, "id", None) == place:
                self.body.bring_all_back()
                stop = Stop(self.page.address, number)
                self._once_built(number, partial(self._arrive_at_place, number), stop)
                return

    def _arrive_at_place(self, number: int) -> None:
        """Scroll to a piece, and give it the keys."""
        if self.body is None:
            return
        part = self.body.parts[number]
        self.verticalScrollBar().setValue(max(0, part.y() - self.viewport().height() // 4))
        button = next((child for child in focusable(part)), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stop(self) -> Stop:
        """Where one is: the piece at the top of what is seen, and how much of it is above."""
        top = self.verticalScrollBar().value()
        if self.page is None or self.body is None:
            return Stop(Address("board"))
        if self._coming is not None:
            return self._coming.stop
        if not top:  # the room over the first part is no share of it, which may get another height
            return Stop(self.page.address, focus=self._focus_place())
        for number, part in enumerate(self.body.parts):
            if part.y() + part.height() > top:
                return Stop(self.page.address, number, (top - part.y()) / max(1, part.height()), self._focus_place())
        return Stop(self.page.address)

    def _focus_place(self) -> tuple[int, int] | None:
        """Which part of the page has the keys: the number of its piece, and which one it is in it."""
        focused = self.window().focusWidget()
        for number, part in enumerate(self.body.parts if self.body is not None else ()):
            if focused is not None and (part is focused or part.isAncestorOf(focused)):
                return next(((number, k) for k, one in enumerate(focusable(part)) if one is focused), None)
        return None

    def go_to(self, stop: Stop) -> None:
        """Scroll to where one was."""
        if self.body is not None and (stop.piece or stop.share) and stop.piece < len(self.body.parts):
            part = self.body.parts[stop.piece]
            inside = round(stop.share * part.height())  # below zero in the gap before it, which keeps its own size
            self.verticalScrollBar().setValue(part.y() + max(inside, 1 - self.body.gap_before(stop.piece)))
        else:
            self.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Take note of a short page whose end was in sight all the time."""
        if self.body is not None and self.body.complete and self.verticalScrollBar().maximum() == 0:
            self._tell_end()

    def _follow_end(self) -> None:
        """Stay at the end of what is built, where somebody wants to go to the end of the page."""
        if self._going_to_end:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum())
            self._going_to_end = self.body is not None and not self.body.complete

    def _look_for_end(self, value: int) -> None:
        if self.body is not None and self.body.complete and 0 < self.verticalScrollBar().maximum() <= value + 2:
            self._tell_end()

    def _tell_end(self) -> None:
        if self.page is not None:
            self.end_seen.emit(self.page.address)

    def show_progress(self) -> None:
        """Show what has been solved and derived by now."""
        from explainer.gui.reading.page_asks import DrillLine
        from explainer.gui.reading.page_cards import ProblemCard

        if self.body is not None:
            for card in self.body.each(ProblemCard):
                card.show_progress()
            for line in self.body.each(DrillLine):
                line.show_progress()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        stop = self.stop
        super().resizeEvent(event)
        if self.body is not None and event.oldSize().width() != event.size().width():
            self.body.fit()
            self.go_to(stop)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _scrolls(cast("QKeyEvent", event)):
            event.accept()  # or the window would take a step with it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _scrolls(event):
            super().keyPressEvent(event)
            return
        bar, key = self.verticalScrollBar(), event.key()
        line = round(2.5 * self.size_px)
        page = max(line, self.viewport().height() - 2 * line)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._going_to_end = key == Qt.Key.Key_End and self.body is not None and not self.body.complete
        bar.setValue({
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Space: bar.value() + (-page if back else page),
            Qt.Key.Key_Down: bar.value() + line,
            Qt.Key.Key_Up: bar.value() - line,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }[Qt.Key(key)])  # fmt: skip
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """From the page itself Tab goes to the first thing in sight, not back to the top of what has been read."""
        if self.body is not None:
            self.body.bring_all_back()
            if next:
                self.body.build_stop()
            if next and self.hasFocus():
                top = self.verticalScrollBar().value()
                for part in self.body.parts:
                    for widget in focusable(part):
                        if widget.isVisible() and widget.mapTo(self.body, widget.rect().topLeft()).y() >= top:
                            widget.setFocus(Qt.FocusReason.TabFocusReason)
                            self.ensureWidgetVisible(widget)
                            return True
        return super().focusNextPrevChild(next)


def _scrolls(event: QKeyEvent) -> bool:
    """Whether a key scrolls the page."""
    allowed = Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Space:
        allowed |= Qt.KeyboardModifier.ShiftModifier
    return event.key() in _SCROLLING and not event.modifiers() & ~allowed
