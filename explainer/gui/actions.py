"""Every action of the window in one table: menus, shortcuts, the help on keys and the tests are drawn from it.

A row's `keys` work everywhere, its `board_keys` only while the board has the focus, so that single keys are never
taken from a field or a list. `handler` is the name of a method of the main window or of a part of it, with an
optional argument.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explainer.gui.texts import tr


class ActionRow(NamedTuple):
    """One thing that a user can do."""

    id: str
    text: str
    menu: str
    handler: str
    keys: tuple[str, ...] = ()
    board_keys: tuple[str, ...] = ()
    argument: str | None = None
    checkable: bool = False


ACTIONS: tuple[ActionRow, ...] = (
    ActionRow("next", "&Next step", "&Step", "show_next", ("PgDown", "Alt+Right"),
              ("Right", "Down", "Space", "N")),
    ActionRow("jump", "Next step, or the step whose n&umber was typed", "&Step", "jump_or_next",
              board_keys=("Return", "Enter")),
    ActionRow("previous", "&Previous step", "&Step", "show_previous", ("PgUp", "Alt+Left"),
              ("Left", "Up", "Backspace", "P")),
    ActionRow("first", "&First line", "&Step", "show_first", ("Alt+Home",), ("Home",)),
    ActionRow("last", "&Last line", "&Step", "show_last", ("Alt+End",), ("End",)),
    ActionRow("play", "Pl&ay or pause", "&Step", "player.toggle", ("F8",)),
    ActionRow("derive", "&Derive", "&Function", "derive", ("Ctrl+Return", "Ctrl+Enter")),
    ActionRow("edit_expression", "&Edit the function", "&Function", "edit_expression", ("Ctrl+L",)),
    ActionRow("copy_text", "&Copy the line as text", "&Function", "copy_text", ("Ctrl+C",)),
    ActionRow("copy_latex", "Copy the line as &LaTeX", "&Function", "copy_latex", ("Ctrl+Shift+C",)),
    ActionRow("quit", "&Quit", "&Function", "close", ("Ctrl+Q",)),
    ActionRow("larger", "&Larger", "&View", "appearance.zoom_in", ("Ctrl++", "Ctrl+=")),
    ActionRow("smaller", "&Smaller", "&View", "appearance.zoom_out", ("Ctrl+-",)),
    ActionRow("normal_size", "&Normal size", "&View", "appearance.zoom_normal", ("Ctrl+0",)),
    ActionRow("theme_system", "Theme of the s&ystem", "&View", "appearance.choose_theme", (), (), "system", True),
    ActionRow("theme_paper", "&Paper", "&View", "appearance.choose_theme", (), (), "paper", True),
    ActionRow("theme_blackboard", "&Blackboard", "&View", "appearance.choose_theme", (), (), "blackboard", True),
    ActionRow("theme_contrast", "&High contrast", "&View", "appearance.choose_theme", (), (), "high-contrast", True),
    ActionRow("toggle_lessons", "Show the l&essons", "&View", "panes.toggle_lessons", ("F9",), checkable=True),
    ActionRow("next_pane", "Next p&ane", "&View", "panes.focus_next", ("F6",)),
    ActionRow("previous_pane", "Pre&vious pane", "&View", "panes.focus_previous", ("Shift+F6",)),
    ActionRow("full_screen", "&Full screen", "&View", "toggle_full_screen", ("F11",)),
    ActionRow("leave", "Leave full screen or the &help", "&View", "leave", ("Esc",)),
    ActionRow("keys", "&Keys", "&Help", "show_keys", ("F1",), ("?",)),
)  # fmt: skip
"""The table. Digits and then Return on the board go to that step; the board counts the digits itself."""


class ActionSet:
    """The table's rows as QActions of a window and its board."""

    def __init__(self, window: QWidget, board: QWidget) -> None:
        self.by_id: dict[str, QAction] = {}
        self.on_board: dict[str, QAction] = {}
        for row in ACTIONS:
            trigger = _trigger(window, row)
            action = QAction(tr(row.text), window)
            action.setObjectName(f"action_{row.id}")
            action.setShortcuts([QKeySequence(key) for key in row.keys])
            action.setCheckable(row.checkable)
            action.triggered.connect(trigger)
            window.addAction(action)
            self.by_id[row.id] = action
            if row.board_keys:
                self.on_board[row.id] = _board_action(row, board, trigger)

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Put every action into its menu, in the order of the table."""
        for row in ACTIONS:
            menus[row.menu].addAction(self.by_id[row.id])

    def set_enabled(self, identifier: str, enabled: bool) -> None:
        """Offer an action, or not."""
        self.by_id[identifier].setEnabled(enabled)


def keys_of(row: ActionRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of a row as they are printed on this platform: those for everywhere and those of the board."""

    def native(key: str) -> str:
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

    return tuple(map(native, row.keys)), tuple(map(native, row.board_keys))


def _trigger(window: QWidget, row: ActionRow) -> Callable[[], object]:
    method = attrgetter(row.handler)(window)
    return (lambda: method()) if row.argument is None else (lambda: method(row.argument))


def _board_action(row: ActionRow, board: QWidget, trigger: Callable[[], object]) -> QAction:
    action = QAction(tr(row.text), board)
    action.setObjectName(f"board_action_{row.id}")
    action.setShortcuts([QKeySequence(key) for key in row.board_keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(trigger)
    board.addAction(action)
    return action
