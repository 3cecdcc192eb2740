"""The parts of the window side by side: how wide each is, whether the lessons show, and which one has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from explainer.session.kept.preferences import LESSONS, value_of
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from explainer.gui.main_window import MainWindow

LESSONS_WIDTH = 1100
"""A narrower window hides the lessons, until somebody asks for them."""


LEAST_HEIGHT = 76
"""How low the board and the card may become in a low window, so that the fields above keep their height."""


class Panes:
    """Shares the width of a window among lessons, board and card, until somebody chooses the widths."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._sizes_chosen = False
        self._lessons_chosen = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal, window)
        self.splitter.setObjectName("splitter")
        self.splitter.setChildrenCollapsible(False)
        for widget, minimum in ((window.lessons, 170), (window.reading, 320), (window.tabs, 250)):
            widget.setMinimumWidth(minimum)
            self.splitter.addWidget(widget)
        for widget in (window.reading, window.tabs):  # both scroll; the fields above them cannot
            widget.setMinimumHeight(LEAST_HEIGHT)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._keep_sizes)

    @property
    def all(self) -> tuple[QWidget, ...]:
        """The panes in the order in which F6 goes round them; in the middle the board or the page in its place."""
        window = self._window
        expression, timeline = window.problem_bar.expression, window.transport.timeline
        return (expression, window.lessons, window.reading.shown, window.tabs.currentWidget(), timeline)

    def share_width(self) -> None:
        """Give the board most of the width; a narrow window has no room for the lessons unless they are asked for."""
        window = self._window
        width = window.width()
        if not self._lessons_chosen:
            wish = value_of(user_settings(), LESSONS)
            room = width >= LESSONS_WIDTH * max(1.0, window.appearance.zoom)
            window.lessons.setVisible(wish == "shown" or (wish == "room" and room))
            self.show_choice()
        if not self._sizes_chosen:
            left, right = min(280, round(width * 0.19)), max(290, min(460, round(width * 0.265)))
            self.splitter.setSizes([left, width - left - right, right])

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
        self._window.lessons.setVisible(self._window.lessons.isHidden())
        self.show_choice()

    def show_choice(self) -> None:
        """Tick in the menu whether the lessons show."""
        if self._window.actions_by_row is not None:
            self._window.actions_by_row.by_id["toggle_lessons"].setChecked(not self._window.lessons.isHidden())

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
