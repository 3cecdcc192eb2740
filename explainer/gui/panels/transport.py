"""The bar at the bottom: the buttons for stepping, always in one place, where one stands, and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from explainer.gui.look.texts import put, tr
from explainer.gui.look.theme import Theme
from explainer.gui.panels.timeline import Timeline
from explainer.phrases import phrase
from explainer.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from explainer.gui.actions import ActionSet

_BUTTONS = (
    ("first_step", "first", "Go to the problem"),
    ("previous_step", "previous", "Previous step"),
    ("play", "play", "Play"),
    ("next_step", "next", "Next step"),
    ("last_step", "last", "Go to the result"),
)


class Transport(QWidget):
    """Buttons, counter and timeline; `show_place` brings them to where the session stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._session = session
        self._playing = False
        self._has_icons = False
        self._theme: Theme | None = None
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(4)
        for name, _, text in _BUTTONS:
            self.buttons[name] = self._button(name, text)
            layout.addWidget(self.buttons[name])
        self.counter = QLabel(self)
        self.counter.setObjectName("counter")
        self.counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addSpacing(6)
        layout.addWidget(self.counter)
        layout.addSpacing(6)
        self.timeline = Timeline(session, self)
        layout.addWidget(self.timeline, 1)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        put(button.setAccessibleName, text)
        button.setIconSize(QSize(22, 22))
        button.setMinimumSize(38, 38)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def connect_actions(self, actions: ActionSet) -> None:
        """Let the buttons do what the actions of the table do, and say their keys in the tool tips."""
        for name, identifier, text in _BUTTONS:
            action: QAction = actions.by_id[identifier]
            button = self.buttons[name]
            button.clicked.connect(action.trigger)
            keys = ", ".join(key.toString() for key in action.shortcuts())
            put(button.setToolTip, "{0} ({1})", phrase(text), keys)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        self.timeline.set_theme(theme)
        self.counter.setMinimumWidth(self._counter_width())
        size = max(22, round(self.fontMetrics().height() * 1.2))
        for button in self.buttons.values():
            button.setIconSize(QSize(size, size))
        if self._has_icons:
            self.show_icons()

    def _counter_width(self) -> int:
        return self.counter.fontMetrics().horizontalAdvance(tr("{0} of {1}…", "000", "000")) + 8

    def show_icons(self) -> None:
        """Draw the signs on the buttons; their room is there before."""
        from explainer.gui.look.icons import icon

        self._has_icons, theme = True, self._theme
        if theme is not None:
            for name, button in self.buttons.items():
                shown = "pause" if name == "play" and self._playing else name
                button.setIcon(icon(shown, theme.on_accent if name == "next_step" else theme.ink, theme.faint))

    def set_playing(self, playing: bool) -> None:
        """Show the sign for pause while the derivation plays by itself."""
        self._playing = playing
        put(self.buttons["play"].setAccessibleName, "Pause" if playing else "Play")
        self.show_icons()

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        self.counter.setMinimumWidth(self._counter_width())
        self.timeline.retell()
        self.show_place()

    def show_typed_number(self, digits: str) -> None:
        """Show the number that is being typed on the board; none shows where one stands."""
        if digits:
            put(self.counter.setText, "to {0} …", digits)
        else:
            self.show_place()

    def show_place(self) -> None:
        """Show where the session stands: the counter, the row of the timeline, and which buttons lead somewhere."""
        from explainer.session.lines.card import counter

        session = self._session
        text = counter(session.position, session.count, session.complete) if session.trace else ""
        put(self.counter.setText, text)
        put(self.counter.setAccessibleName, "Step {0}", text)
        self.timeline.show_position(session.position)
        at_start = session.trace is None or session.position == 0
        at_end = session.trace is None or (session.complete and session.position == session.count)
        for name in ("first_step", "previous_step"):
            self.buttons[name].setEnabled(not at_start)
        for name in ("next_step", "last_step", "play"):
            self.buttons[name].setEnabled(not at_end)
