"""A page to read: title and pieces in one column, built from the top as far as it is seen, the rest in slices.

The keys that scroll belong to the page while it, or anything on it, has the focus.
"""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget, QWidgetItem

from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put, worded
from explainer.gui.reading import page_asks, page_cards, page_worked
from explainer.gui.reading.page_parts import Finding, gap_before, part_of
from explainer.gui.reading.page_style import measure_px
from explainer.gui.slices import SLICE_S, Asking, Slices
from explainer.session.course.address import Address
from explainer.session.course.pages import Page, Piece
from explainer.session.course.trail import Stop

if TYPE_CHECKING:
    from explainer.gui.look.theme import Theme
    from explainer.session.kept.progress import Progress

MODULES = (page_asks, page_cards, page_worked)
"""Where the pieces of a page become widgets; to import a module registers what it makes."""
MARGIN_PX = 28
_PATIENCE_S = 0.03
"""How long what is out of sight may be measured at once; the rest follows in slices."""
_SCROLLING = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space,
              Qt.Key.Key_Up, Qt.Key.Key_Down)  # fmt: skip


class PageView(QScrollArea):
    """Shows one page. `link_chosen` asks for another one, `problem_chosen` for a derivation on the board.

    `method_chosen` asks for the open problem by a method; `end_seen` tells that the end of the page has been reached.
    """

    link_chosen = Signal(object)
    problem_chosen = Signal(object)
    method_chosen = Signal(str)
    end_seen = Signal(object)

    def __init__(self, progress: Progress, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setObjectName("page_viewport")
        self.progress = progress
        self.theme: Theme | None = None
        self.page: Page | None = None
        self.body: PageBody | None = None
        self.size_px = 17
        self._going_to_end = False
        self._awaited_look: Stop | None = None
        self._awaited: Stop | None = None
        """Where one was on a page that is made anew when it is seen again."""
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_look(self, theme: Theme, size_px: int) -> None:
        """Draw in the colours of this theme, with letters of this size; what is read stays where it is."""
        stop = self._awaited_look or self.stop
        self._awaited_look = None
        self.theme, self.size_px = theme, size_px
        if self.body is not None:
            self.body.restyle()
            self.go_to(stop)

    def expect_look(self) -> None:
        """The window is about to change its look: keep the place, and let go of what nobody sees."""
        stop = self.stop
        if self.isHidden() and self.body is not None:
            self._awaited = self._awaited or stop
            self._drop_body()  # to style it would hold up what somebody does see
        self._awaited_look = stop

    def _drop_body(self) -> None:
        body, self.body = self.takeWidget(), None
        if body is not None:
            body.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        awaited, self._awaited = self._awaited, None
        if awaited is not None and self.body is None and self.page is not None:
            self.show_page(self.page, awaited)

    def show_page(self, page: Page, stop: Stop | None = None) -> None:
        """Show a page from its top, from where one was on it, or with the place of the address in sight."""
        self.leave()
        self.page, self._awaited, self._going_to_end = page, None, False
        put(self.setAccessibleName, "Page: {0}", page.title)
        put(self.setAccessibleDescription, "Page Down reads on, Tab goes to problems and links, Alt+Up goes back.")
        body = PageBody(page, self)
        self.setWidget(body)
        self.body = body
        body.show()
        stop = stop or Stop(page.address)
        body.build(max(stop.piece, stop.focus[0] if stop.focus else 0), self.viewport().height())
        self.go_to(stop)
        focused = self._part_with_keys(stop)
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _part_with_keys(self, stop: Stop) -> QWidget:
        """What had the keys when one was here; else the page."""
        if stop.focus is None or self.body is None or stop.focus[0] >= len(self.body.parts):
            return self
        return dict(enumerate(_focusable(self.body.parts[stop.focus[0]]))).get(stop.focus[1], self)

    def go_to_place(self, place: str) -> None:
        """Scroll to the piece of this name, such as a problem, and give it the keys."""
        if self.page is None or self.body is None:
            return
        for number, piece in enumerate(self.page.pieces):
            if getattr(piece, "id", None) == place:
                self.body.build(number, self.viewport().height())
                part = self.body.parts[number]
                self.verticalScrollBar().setValue(max(0, part.y() - self.viewport().height() // 4))
                button = next((child for child in _focusable(part)), None)
                if button is not None:
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @property
    def stop(self) -> Stop:
        """Where one is: the piece at the top of what is seen, and how much of it is above."""
        top = self.verticalScrollBar().value()
        if self.page is None or self.body is None:
            return Stop(Address("board"))
        for number, part in enumerate(self.body.parts):
            if part.y() + part.height() > top:
                return Stop(self.page.address, number, (top - part.y()) / max(1, part.height()), self._focus_place())
        return Stop(self.page.address)

    def _focus_place(self) -> tuple[int, int] | None:
        """Which part of the page has the keys: the number of its piece, and which one it is in it."""
        focused = self.window().focusWidget()
        for number, part in enumerate(self.body.parts if self.body is not None else ()):
            if focused is not None and (part is focused or part.isAncestorOf(focused)):
                return next(((number, k) for k, one in enumerate(_focusable(part)) if one is focused), None)
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

    def follow_end(self) -> None:
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

    def take_keys(self, widget: QWidget) -> None:
        """Let Tab come to a widget that was added to the page, after all others."""
        if self.body is not None:
            self.body.take_keys(widget)

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
            if next:
                self.body.build_stop()
            if next and self.hasFocus():
                top = self.verticalScrollBar().value()
                for part in self.body.parts:
                    for widget in _focusable(part):
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


def _focusable(part: QWidget) -> Iterator[QWidget]:
    """What can have the keys in a part of a page, in its order."""
    for child in (part, *part.findChildren(QWidget)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child


class PageBody(QWidget):
    """The column of a page: its title, and its pieces as far as they are built.

    It lays them out itself. After a change of width or letters only what is in sight is measured at once, the rest in
    slices: to measure all of a long page would hold the window up.
    """

    def __init__(self, page: Page, view: PageView) -> None:
        super().__init__(view)
        self.setObjectName("page_body")
        self.parts: list[QWidget] = []
        self._view = view
        self._page = page
        self._waiting = list(reversed(page.pieces))
        self._fitting = False
        self._fitted = 0
        self._items: list[QWidgetItem] = []
        self._gaps: list[float] = []
        """The room before each part, in sizes of a letter."""
        self._heights: list[int] = []
        self._stale: set[int] = set()
        """The parts whose heights are those that they had in another width, or with other letters."""
        self._measured_for = (0, 0)
        self._measuring = QTimer(self, interval=0)
        self._measuring.timeout.connect(self._measure_a_slice)
        self.slices = Slices(self)
        self._last_focusable: QWidget = view
        self._title = [self._title_label(text, role) for text, role in ((page.kicker, "kicker"), (page.title, "title"))]
        self.slices.add(self._build_rest())

    @property
    def complete(self) -> bool:
        """Whether all pieces are there."""
        return not self._waiting

    @property
    def working(self) -> bool:
        """Whether something is still to be built, worked out or measured."""
        return self.slices.working or self._measuring.isActive()

    def _title_label(self, text: str, role: str) -> QWidgetItem:
        label = worded(QLabel(self), text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return QWidgetItem(label)

    def build(self, piece: int, height_px: int) -> None:
        """Build up to a piece, and as much below it as fills a height."""
        width = self._inner_width()
        needed = float(height_px)
        while self._waiting and (len(self.parts) <= piece or needed > 0):
            self._add(self._waiting.pop())
            if len(self.parts) > piece + 1:  # the piece itself may be scrolled out of sight
                needed -= _height_of(self._items[-1], width)
        self.fit()

    def build_stop(self) -> None:
        """Build on until there is something that Tab can come to after what has the keys now."""
        focused, built = self._view.window().focusWidget(), False
        while self._waiting and self._last_focusable in (focused, self._view):
            self._add(self._waiting.pop())
            built = True
        if built:
            self.fit()

    def _build_rest(self) -> Iterator[None]:
        while self._waiting:
            deadline = perf_counter() + SLICE_S
            while self._waiting and perf_counter() < deadline:
                self._add(self._waiting.pop())
            self.fit()
            self._view.follow_end()
            yield
        self._view._look_for_end(self._view.verticalScrollBar().value())

    def _add(self, piece: Piece) -> None:
        before = self._page.pieces[len(self.parts) - 1] if self.parts else None
        part = part_of(piece, self._view, self)
        part.show()  # what is hidden wants no room: all of the page would be built to fill what is in sight
        self.parts.append(part)
        self._items.append(QWidgetItem(part))
        self._gaps.append(gap_before(before, piece))
        self._heights.append(0)
        for widget in _focusable(part):
            self.take_keys(widget)

    def take_keys(self, widget: QWidget) -> None:
        """Let Tab come to a widget after all others of the page."""
        QWidget.setTabOrder(self._last_focusable, widget)
        self._last_focusable = widget

    def work(self, work: Asking) -> None:
        """Do this in slices after the page is built; what it shows at its end finds its room at once."""
        self.slices.add(self._worked(work))

    def _worked(self, work: Asking) -> Asking:
        yield from work
        self.settle()

    def settle(self) -> None:
        """Give everything the height it wants now; what is read stays where it is.

        A layout remembers what the frames in it wanted until their own layouts have told it, one after the other.
        """
        stop = self._view.stop
        for frame in self.findChildren(QFrame):
            frame.updateGeometry()
        self._outdate()
        self.fit()
        self._view.go_to(stop)

    def restyle(self) -> None:
        """Lay out again, for other letters or colours."""
        for label in self.findChildren(FormulaLabel):
            label.refresh()
        theme = self._view.theme
        if theme is not None:
            for finding in self.findChildren(Finding):
                finding.set_theme(theme)
            for figure in self.findChildren(FigureView):
                figure.set_theme(theme)
        self.settle()

    # --- the column --------------------------------------------------------------------------------------------------

    def gap_before(self, piece: int) -> int:
        """The room before a part, for the first one with the title."""
        if not piece:
            return self.parts[0].y() + 1
        return round(self._gaps[piece] * self._view.size_px)

    def _inner_width(self) -> int:
        return self._view.viewport().width() - 2 * self._margin()

    def _margin(self) -> int:
        width = self._view.viewport().width()
        return max(MARGIN_PX, round((width - measure_px(self._text_font())) / 2))

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._view.size_px)
        return font

    def fit(self) -> None:
        """Take the width of the view and the height of what is in it."""
        if self._fitting:
            return
        self._fitting = True
        width, size = self._inner_width(), self._view.size_px
        if self._measured_for != (width, size):
            self._measured_for = (width, size)
            self._outdate()
        self._measure(width)
        self._fitted = len(self.parts)
        self._place(width, size)
        self._fitting = False
        if self._stale and not self._measuring.isActive():
            self._measuring.start()

    def _outdate(self) -> None:
        """Take the heights of all parts for out of date."""
        self._stale = set(range(self._fitted))

    def _measure(self, width: int) -> None:
        """Find the heights of new parts and those in sight; of others that are out of date as many as time allows."""
        deadline = perf_counter() + _PATIENCE_S
        first, room = self._view.stop.piece, float(self._view.viewport().height())
        for number, item in enumerate(self._items):
            in_sight = number >= first and room > 0
            if in_sight or number >= self._fitted:
                self._heights[number] = _height_of(item, width)
                self._stale.discard(number)
            if in_sight and number > first:
                room -= self._heights[number]
        for number in sorted(self._stale, key=lambda number: abs(number - first)):
            if perf_counter() > deadline:
                break
            self._heights[number] = _height_of(self._items[number], width)
            self._stale.discard(number)

    def _place(self, width: int, size: int) -> None:
        """Put everything below each other; what is out of date is moved, but laid out only when it is measured."""
        left, top = self._margin(), round(1.6 * size)
        for item in self._title:
            height = _height_of(item, width)
            item.setGeometry(QRect(left, top, width, height))
            top += height
        for number, (part, height) in enumerate(zip(self.parts, self._heights, strict=True)):
            top += round(self._gaps[number] * size)
            if number in self._stale:
                part.move(left, top)
            else:
                part.setGeometry(left, top, width, height)
            top += height
        view = self._view.viewport()
        self.resize(view.width(), max(top + round(2.5 * size), view.height()))

    def _measure_a_slice(self) -> None:
        """Bring some of what is out of sight up to date."""
        stop, deadline = self._view.stop, perf_counter() + SLICE_S
        for number in sorted(self._stale, key=lambda number: abs(number - stop.piece)):
            self._heights[number] = _height_of(self._items[number], self._measured_for[0])
            self._stale.discard(number)
            if perf_counter() > deadline:
                break
        if not self._stale:
            self._measuring.stop()
        self.fit()
        self._view.go_to(stop)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and not self._fitting:
            stop = self._view.stop
            self._outdate()
            self.fit()
            if self.parts and self._view.verticalScrollBar().value():
                self._view.go_to(stop)
        return done


def _height_of(item: QWidgetItem, width: int) -> int:
    """The height that a widget wants in a width, as a layout would find it."""
    wanted = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wanted, item.minimumSize().height())
