"""The actions of the table as Qt's: with their keys, in menus, and in the windows of a projection.

The parts of a window say here which rows are ticked and offered and what they say, also before the actions are made:
that comes after the first formula or with the first key, and Qt's keys are loaded then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from explainer.gui.look.texts import put
from explainer.phrases import phrase

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence

    from explainer.session.action_table import ActionRow

_MOST_KEYS = 3
_WITH_KEYS = "{0}\t{1}"
"""A text of a menu with the keys on its right."""


class ActionSet:
    """The table's rows as QActions of a window and its board, and of further windows that are attached."""

    def __init__(self, window: QWidget, board: QWidget) -> None:
        self._by_id: dict[str, QAction] = {}
        self._making: Callable[[], None] | None = None
        self.on_board: dict[str, QAction] = {}
        self._window = window
        self._board = board
        self._copies: dict[str, list[QAction]] = {}
        self._told: dict[tuple[str, str], Callable[[], None]] = {}

    def expect(self, making: Callable[[], None]) -> None:
        """Call this when somebody asks for an action, or when all are to be made."""
        self._making = making

    def make_expected(self) -> None:
        """Have all actions made now, if they are not."""
        making, self._making = self._making, None
        if making is not None:
            making()

    @property
    def by_id(self) -> Mapping[str, QAction]:
        """Every action by the id of its row."""
        self.make_expected()
        return self._by_id

    def make(self, menus: Mapping[str, QMenu]) -> None:
        """Make the actions, put each into its menu in the order of the table, and show what was told of them before."""
        from explainer.session.action_table import ACTIONS

        window, board = self._window, self._board
        for row in ACTIONS:
            trigger = _trigger(window, row, board)
            action = _action(window, f"action_{row.id}", row, row.keys, trigger)
            action.setCheckable(row.checkable)
            self._by_id[row.id] = action
            self._copies[row.id] = [action]
            if row.board_keys:
                single = _action(board, f"board_action_{row.id}", row, row.board_keys, trigger)
                single.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self.on_board[row.id] = single
                self._copies[row.id].append(single)
        self._fill(menus)
        for show in tuple(self._told.values()):
            show()

    def _fill(self, menus: Mapping[str, QMenu]) -> None:
        """Put the actions into their menus and the menus inside these, with all their keys and with lines between."""
        from explainer.session.action_table import ACTIONS

        inside: dict[tuple[str, str], QMenu] = {}
        for row in ACTIONS:
            menu = menus[row.menu]
            if row.ruled and (not row.under or (row.menu, row.under) not in inside):
                menu.addSeparator()
            if row.under:
                if (row.menu, row.under) not in inside:
                    inside[row.menu, row.under] = inner = menu.addMenu("")
                    put(inner.setTitle, row.under)
                menu = inside[row.menu, row.under]
            self.word(row.id, row.text)
            menu.addAction(self._by_id[row.id])

    def attach(self, window: QWidget, board: QWidget) -> None:
        """Let all keys of projection work anywhere in another window, whose board is this one."""
        from explainer.session.action_table import ACTIONS

        for row in ACTIONS:
            if row.in_projection:
                keys, trigger = (*row.keys, *row.board_keys), _trigger(self._window, row, board)
                action = _action(window, f"{window.objectName()}_action_{row.id}", row, keys, trigger)
                action.setEnabled(self.by_id[row.id].isEnabled())
                self._copies[row.id].append(action)

    # --- what the parts of the window tell ---------------------------------------------------------------------------

    def tick(self, row: str, ticked: bool) -> None:
        """Show at a row whether what it stands for is chosen."""
        self._show("tick", row, lambda: self._by_id[row].setChecked(ticked))

    def offer(self, row: str, offered: bool) -> None:
        """Offer an action, or not."""

        def show() -> None:
            for action in self._copies[row]:
                action.setEnabled(offered)

        self._show("offer", row, show)

    def offer_projecting(self, offered: bool) -> None:
        """Offer what means something only in projection, or not."""

        def show() -> None:
            from explainer.session.action_table import ONLY_PROJECTING

            for row in ONLY_PROJECTING:
                self.offer(row, offered)

        self._show("projecting", "", show)

    def word(self, row: str, *text: str) -> None:
        """Let a row say this, and behind it all of its keys: a menu by itself shows the first one at most."""
        everywhere, board = keys_of(row_of(row))
        keys = ", ".join((*everywhere, *board)[:_MOST_KEYS])
        said = phrase(*text)
        self._show("word", row, lambda: put(self._by_id[row].setText, *((_WITH_KEYS, said, keys) if keys else (said,))))

    def _show(self, what: str, row: str, show: Callable[[], None]) -> None:
        self._told[what, row] = show
        if self._by_id:
            show()


def keys_of(row: ActionRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of a row as they are printed on this platform: those for everywhere and those of the board."""
    return tuple(map(printed_key, row.keys)), tuple(map(printed_key, row.board_keys))


def printed_key(key: str) -> str:
    """A key as it is printed on this platform."""
    keys = _keys()
    return keys(key).toString(keys.SequenceFormat.NativeText)


def row_of(identifier: str) -> ActionRow:
    """The row with this id."""
    return _rows()[identifier]


@cache
def _rows() -> dict[str, ActionRow]:
    from explainer.session.action_table import ACTIONS

    return {row.id: row for row in ACTIONS}


@cache
def _keys() -> type[QKeySequence]:
    """Qt's keys, looked up once: a hundred actions have some, and PySide looks at every import."""
    from PySide6.QtGui import QKeySequence

    return QKeySequence


def _trigger(window: QWidget, row: ActionRow, board: QWidget) -> Callable[[], object]:
    """What calls the method that a row names. Raises AttributeError where there is none."""
    first, _, rest = row.handler.partition(".")
    method = attrgetter(rest)(board) if first == "board" else attrgetter(row.handler)(window)
    return (lambda: method()) if row.argument is None else (lambda: method(row.argument))


@cache
def _kind_of_actions() -> type[QAction]:
    from PySide6.QtGui import QAction

    return QAction


def _action(owner: QWidget, name: str, row: ActionRow, keys: tuple[str, ...], trigger: Callable[[], object]) -> QAction:
    action = _kind_of_actions()(owner)
    put(action.setText, row.text)
    action.setObjectName(name)
    action.setShortcuts([_keys()(key) for key in keys])
    action.triggered.connect(trigger)
    owner.addAction(action)
    return action
