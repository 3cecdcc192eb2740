"""Earlier problems in the field: Up and Down go through them, Ctrl+R searches in a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from explainer.gui.look.announcer import announce
from explainer.gui.look.theme import Theme
from explainer.gui.problem.expression_field import ExpressionField
from explainer.phrases import phrase
from explainer.session.kept.history import History
from explainer.session.session import Request
from explainer.signs import shown_text

if TYPE_CHECKING:
    from explainer.gui.problem.history_finder import HistoryFinder

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class HistoryHelp(QObject):
    """Brings earlier problems back into the fields; what was being typed comes back after the newest one."""

    def __init__(self, field: ExpressionField, asked: Callable[[], Request], show: Callable[[Request], None]) -> None:
        super().__init__(field)
        self.history = History()
        self._field = field
        self._asked = asked
        self._show = show
        self._place: int | None = None
        self._shown = ""
        self._draft = Request()
        self._look: tuple[Theme, int] | None = None
        self._finder: HistoryFinder | None = None
        field.add_helper(self)

    def set_look(self, theme: Theme, size_px: int) -> None:
        """Draw in the colours of this theme."""
        self._look = (theme, size_px)
        if self._finder is not None:
            self._finder.set_look(theme, size_px)

    def keep(self, request: Request) -> None:
        """Keep a problem that has been derived."""
        self.history.add(request)
        self._place = None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key goes through the problems or searches in them."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_R:
            return modifiers == Qt.KeyboardModifier.ControlModifier
        return event.key() in _MOVES and not modifiers

    def take(self, event: QKeyEvent) -> None:
        """Show the problem before or after, or the list."""
        if event.key() == Qt.Key.Key_R:
            self.search()
        else:
            self._go(_MOVES[Qt.Key(event.key())])

    def _go(self, by: int) -> None:
        entries = self.history.entries
        if self._place is None or self._field.text() != self._shown or self._place > len(entries):
            self._draft, self._place = self._asked(), len(entries)
            if entries and entries[-1].text == self._field.source.strip():
                self._place -= 1  # it is the newest one that stands there: up is the one before
        place = self._place + by
        if not 0 <= place <= len(entries):
            return
        self._place = place
        self._bring(entries[place] if place < len(entries) else self._draft)
        if place < len(entries):
            announce(
                self._field, phrase("{0}; problem {1} of {2}", shown_text(entries[place].text), place + 1, len(entries))
            )
        else:
            announce(self._field, shown_text(self._draft.text))

    def _bring(self, request: Request) -> None:
        self._show(request)
        self._shown = self._field.text()

    def search(self) -> None:
        """Let somebody look for a problem by its words."""
        if self._finder is None:
            from explainer.gui.problem.history_finder import HistoryFinder

            self._finder = HistoryFinder(self._field.window(), self.history)
            self._finder.picked.connect(self._take_found)
            if self._look is not None:
                self._finder.set_look(*self._look)
        self._finder.ask()

    def _take_found(self, request: Request) -> None:
        self._place = None
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring(request)
