"""The parts of the window side by side: how wide each is, whether the lessons show, and which one has the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.reading.middle import Reading
from explainer.session.kept.preferences import LESSONS, value_of
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabWidget

LESSONS_WIDTH = 1100
"""A narrower window hides the lessons, until somebody asks for them."""
_LEAST_WIDTHS = (170, 320, 250)
"""How narrow lessons, board and card may become."""
LEAST_HEIGHT = 76
"""How low the board and the card may become in a low window, so that the fields above keep their height."""


class _Handle(QSplitterHandle):
    """What is dragged between two panes: the ground of the window, with nothing on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        pass


class _Splitter(QSplitter):
    """It has no sheet of its own, which its panes would have to wear, so its handles are not the style's."""

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)


_OF_THE_FIELD = ("complete", "symbols", "history")
"""What is done in the field of the function, and not while it does not show."""


class Panes:
    """Shares the width of a window among lessons, board and card, until somebody chooses the widths.

    Only the board is there at first, between two rooms that are as wide as what comes into them later.
    """

    _tabs: QTabWidget
    _below: QWidget

    def __init__(
        self,
        middle: Reading,
        above: QWidget,
        around: tuple[QWidget, ...],
        actions: ActionSet,
        zoom: Callable[[], float],
        window: QWidget,
    ) -> None:
        self._middle, self._above, self._around = middle, above, around
        self._actions = actions
        self._zoom = zoom
        self._sizes_chosen = self._lessons_chosen = self._alone = False
        self.splitter = _Splitter(Qt.Orientation.Horizontal, window)
        self.splitter.setObjectName("splitter")
        self.splitter.setChildrenCollapsible(False)
        self._rooms = QWidget(self.splitter), QWidget(self.splitter)
        self._lessons, self._beside = self._rooms
        for widget, minimum in zip((self._lessons, middle, self._rooms[1]), _LEAST_WIDTHS, strict=True):
            widget.setMinimumWidth(minimum)
            self.splitter.addWidget(widget)
        middle.setMinimumHeight(LEAST_HEIGHT)  # what is in it scrolls; the fields above it cannot
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._keep_sizes)

    def take(self, lessons: QWidget, tabs: QTabWidget, below: QWidget, around: tuple[QWidget, ...]) -> None:
        """Put lessons and card into their rooms; the keys also go to what is `below`; `around` are other parts."""
        self._tabs, self._below, self._around = tabs, below, around
        self._beside = tabs
        for place, widget, room in ((0, lessons, self._rooms[0]), (2, tabs, self._rooms[1])):
            widget.setMinimumWidth(_LEAST_WIDTHS[place])
            hidden = room.isHidden()
            self.splitter.replaceWidget(place, widget)
            widget.setHidden(hidden)
            room.setParent(None)
            room.deleteLater()
        self._lessons = lessons
        tabs.setMinimumHeight(LEAST_HEIGHT)
        if self._alone:
            self.show_page(alone=True)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """The panes in the order in which F6 goes round them; in the middle the board or the page in its place."""
        return (self._above, self._lessons, self._middle.shown, self._tabs.currentWidget(), self._below)

    def share_width(self) -> None:
        """Give the board most of the width; a narrow window has no room for the lessons unless they are asked for."""
        width = self.splitter.window().width()
        if not self._lessons_chosen:
            wish = value_of(user_settings(), LESSONS)
            room = width >= LESSONS_WIDTH * max(1.0, self._zoom())
            self._lessons.setVisible(wish == "shown" or (wish == "room" and room))
            self._show_choice()
        if not self._sizes_chosen:
            scale = max(1.0, min(self._zoom(), 2.0))
            left = min(round(280 * scale), round(width * 0.19))
            right = max(290, min(round(460 * scale), round(width * 0.265)))
            self.splitter.setSizes([left, width - left - right, right])

    def show_page(self, alone: bool) -> None:
        """Leave a page to read alone with the lessons: the problem on the board is another matter."""
        self._alone = alone
        for part in (self._beside, *self._around):
            part.setVisible(not alone)
        for row in _OF_THE_FIELD:
            self._actions.offer(row, not alone)

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed, here or in another window."""
        if name == LESSONS:
            self._lessons_chosen = False
            self.share_width()

    def _keep_sizes(self) -> None:
        self._sizes_chosen = True

    def toggle_lessons(self) -> None:
        """Show or hide the panel with the lessons."""
        self._lessons_chosen = True
        self._lessons.setVisible(self._lessons.isHidden())
        self._show_choice()

    def _show_choice(self) -> None:
        """Tick in the menu whether the lessons show."""
        self._actions.tick("toggle_lessons", not self._lessons.isHidden())

    # --- the keys ----------------------------------------------------------------------------------------------------

    def focus_next(self) -> None:
        """Give the keys to the next part of the window."""
        self._focus(1)

    def focus_previous(self) -> None:
        """Give the keys to the part of the window before."""
        self._focus(-1)

    def _focus(self, by: int) -> None:
        panes = [pane for pane in self.all if pane.isVisible()]
        focused = QApplication.focusWidget()
        inside = [k for k, pane in enumerate(panes) if focused is not None and pane in (focused, *_ancestors(focused))]
        here = inside[0] if inside else -by
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _ancestors(widget: QWidget) -> list[QWidget]:
    """The widgets that a widget lies in, the nearest first."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found
