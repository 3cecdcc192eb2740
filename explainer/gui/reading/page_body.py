"""The column of a page: title and pieces, built from the top as far as it is seen, the rest in slices."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QLabel, QWidget, QWidgetItem

from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import worded
from explainer.gui.reading import page_asks, page_cards, page_gallery, page_worked
from explainer.gui.reading.page_parts import Finding, gap_before, part_of
from explainer.gui.reading.page_style import measure_px
from explainer.gui.relay import Turn, left_s
from explainer.gui.slices import SLICE_S, Asking, Slices
from explainer.session.course.pages import Page, Piece

if TYPE_CHECKING:
    from explainer.gui.reading.page_view import PageView

MODULES = (page_asks, page_cards, page_gallery, page_worked)
"""Where the pieces of a page become widgets; to import a module registers what it makes."""
MARGIN_PX = 28
_PATIENCE_S = 0.03
"""How long what is out of sight may be measured at once; the rest follows in slices."""
_BUILDING_S = 0.05
"""So much work may be done at once until somebody is at the place on a page where they want to be."""
_WIDE = 1.9
"""How much wider the column of a wide page may be."""
_FEW = 40
"""So many parts of a page are styled at once without holding anybody up."""

W = TypeVar("W", bound=QWidget)


def focusable(part: QWidget) -> Iterator[QWidget]:
    """What can have the keys in a part of a page, in its order."""
    for child in (part, *part.findChildren(QWidget)):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child


class PageBody(QWidget):
    """The column of a page: its title, and its pieces as far as they are built.

    It lays them out itself. After a change of width or letters only what is in sight is measured at once, the rest in
    slices: to measure all of a long page would hold the window up.
    """

    def __init__(self, page: Page, view: PageView, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet = sheet
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
        self._measuring = Turn(self._measure_a_slice)
        self.slices = Slices(self)
        self._last_focusable: QWidget = view
        self._outside: QWidget | None = None
        """Holds the parts that were let go of, outside the window."""
        self._over = False
        self._away: dict[int, QWidget] = {}
        """The parts that were let go of, by their numbers."""
        self._title = [self._title_label(text, role) for text, role in ((page.kicker, "kicker"), (page.title, "title"))]
        self.slices.add(self._build_rest())

    @property
    def complete(self) -> bool:
        """Whether all pieces are there."""
        return not self._waiting

    @property
    def working(self) -> bool:
        """Whether something is still to be built, worked out or measured."""
        return self.slices.working or self._measuring.waiting

    def _title_label(self, text: str, role: str) -> QWidgetItem:
        label = worded(QLabel(self), text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return QWidgetItem(label)

    def build(self, piece: int, height_px: int) -> bool:
        """Build up to a piece, and as much below it as fills a height; return whether that could be done at once.

        The first pieces may be seen before they fill the height; who comes to a later one could not be scrolled there.
        """
        width = self._inner_width()
        needed, began = float(height_px - sum(self._heights[piece + 1 :])), thread_time()
        enough = min(_BUILDING_S, max(SLICE_S, left_s(inf)))  # to find the page may have taken its time already
        while self._waiting and (len(self.parts) <= piece or needed > 0):
            if thread_time() - began > enough:
                break
            self._add(self._waiting.pop())
            if len(self.parts) > piece + 1:  # the piece itself may be scrolled out of sight
                needed -= _height_of(self._items[-1], width)
        self.fit()
        filled = len(self.parts) > piece + 1 and (piece == 0 or sum(self._heights[piece + 1 :]) >= height_px)
        return filled or not self._waiting

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
            self._view.follow_building()
            yield
        # Once for all that asked meanwhile: every part that comes asks, and has just been measured.
        self._outdate()
        self.fit()
        self._view._look_for_end(self._view.verticalScrollBar().value())

    def _add(self, piece: Piece) -> None:
        before = self._page.pieces[len(self.parts) - 1] if self.parts else None
        part = part_of(piece, self._view, self)
        part.show()  # what is hidden wants no room: all of the page would be built to fill what is in sight
        self.parts.append(part)
        self._items.append(QWidgetItem(part))
        self._gaps.append(gap_before(before, piece))
        self._heights.append(0)
        for widget in focusable(part):
            self.take_keys(widget)

    def take_keys(self, widget: QWidget) -> None:
        """Let Tab come to a widget after all others of the page."""
        # What is outside the window has its turn when it comes back.
        if widget.window() is self.window() is self._last_focusable.window():
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

    # --- another look ------------------------------------------------------------------------------------------------

    def each(self, kind: type[W]) -> Iterator[W]:
        """All widgets of a kind that are built."""
        for part in self.parts:
            yield from _each(part, kind)

    def let_go(self) -> Iterator[None]:
        """Take what is out of sight out of the window, which is about to be styled: all of a long page takes long.

        Every part keeps its place; `restyle` brings them back.
        """
        if len(self.parts) <= _FEW:
            return
        if self._outside is None:
            self._outside = QWidget()
        focused = self.window().focusWidget()
        bar, deadline = self._view.verticalScrollBar(), perf_counter() + SLICE_S
        top, bottom = bar.value(), bar.value() + self._view.viewport().height()
        for number, part in enumerate(self.parts):
            in_sight = part.y() < bottom and part.y() + part.height() > top
            has_keys = focused is not None and (part is focused or part.isAncestorOf(focused))
            if number in self._away or in_sight or has_keys:
                continue
            self._away[number] = part
            place = part.pos()
            part.setParent(self._outside)
            part.move(place)
            if perf_counter() > deadline:
                yield
                if self._over:
                    return
                deadline = perf_counter() + SLICE_S

    def restyle(self) -> Iterator[None]:
        """Lay out again, for other letters or colours; what is in sight comes first."""
        deadline, stop = perf_counter() + SLICE_S, self._view.stop
        for number in sorted(range(len(self.parts)), key=lambda number: (number in self._away, number)):
            self._bring_back(number)
            self._restyle_part(self.parts[number])
            if perf_counter() > deadline:
                yield
                if self._over:
                    return
                deadline = perf_counter() + SLICE_S
        yield
        if self._over:
            return
        self._order_keys()
        self._outdate()
        self.fit()
        self._view.go_to(stop)

    def end(self) -> None:
        """The page goes: nothing more is worked out for it."""
        self.slices.drop()
        self._measuring.stop()
        self._over = True  # a change of look that goes on may have rested with this page; its parts go one by one

    def bring_all_back(self) -> None:
        """Have everything in the window again, at once."""
        if self._away:
            for number in tuple(self._away):
                self._bring_back(number)
            self._order_keys()

    def _bring_back(self, number: int) -> None:
        part = self._away.pop(number, None)
        if part is not None:
            place = part.pos()
            part.setParent(self)
            part.move(place)
            part.show()

    def _restyle_part(self, part: QWidget) -> None:
        for label in _each(part, FormulaLabel):
            label.refresh()
        theme = self._view.theme
        if theme is not None:
            for finding in _each(part, Finding):
                finding.set_theme(theme)
            for figure in _each(part, FigureView):
                figure.set_theme(theme)
        for frame in _each(part, QFrame):
            frame.updateGeometry()

    def _order_keys(self) -> None:
        """Let Tab go through the page from its top: a part that has been outside the window has lost its turn."""
        self._last_focusable = self._view
        for number, part in enumerate(self.parts):
            if number not in self._away:
                for widget in focusable(part):
                    self.take_keys(widget)

    # --- the column --------------------------------------------------------------------------------------------------

    def gap_before(self, piece: int) -> int:
        """The room before a part, for the first one with the title."""
        if not piece:
            return self.parts[0].y() + 1
        return round(self._gaps[piece] * self._view.size_px)

    def _inner_width(self) -> int:
        return self._view.viewport().width() - 2 * self._margin()

    def _margin(self) -> int:
        width, column = self._view.viewport().width(), measure_px(self._text_font())
        return max(MARGIN_PX, round((width - column * (_WIDE if self._page.wide else 1.0)) / 2))

    def _text_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._view.size_px)
        return font

    def fit(self) -> None:
        """Take the width of the view and the height of what is in it, once all of it is in the window."""
        if self._fitting or self._away or self._over:
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
        if self._stale and not self._measuring.waiting:
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
        self._sheet.resize(self.size())

    def _measure_a_slice(self) -> None:
        """Bring some of what is out of sight up to date."""
        if self._away:  # what is outside the window wants no room
            return
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
        # While the page is built the next slice fits what is in sight, and its end measures all once more.
        if event.type() == QEvent.Type.LayoutRequest and self.complete and not self._fitting and not self._over:
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


def _each(part: QWidget, kind: type[W]) -> Iterator[W]:
    """A part of a page and what is in it, as far as it is of a kind."""
    if isinstance(part, kind):
        yield part
    yield from part.findChildren(kind)
