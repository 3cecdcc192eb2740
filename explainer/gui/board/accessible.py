"""The board for assistive technology: a list whose items are the lines, each with its spoken text.

A scene of formulas alone is silent. What is given here is asked for by screen readers only; nothing is spoken or
laid out before they ask.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from explainer.gui.board.board import Board
from explainer.gui.look.texts import tr
from explainer.session import Session

_kept: dict[int, BoardAccessible] = {}
"""Qt holds the interfaces without counting; their Python sides must live as long as their boards."""
_installed: list[bool] = []


def make_boards_accessible() -> None:
    """Let Qt describe every board as a list of lines, from now on."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_describe)


def tell_of_new_lines(board: Board) -> None:
    """Tell assistive technology that the lines of a board are others now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(board, QAccessible.Event.ObjectReorder))


def spoken_line(session: Session, position: int) -> str:
    """A line as it is read aloud: the step that led to it, or the problem."""
    from explainer.notation import speech
    from explainer.session.lines.card import line_notation
    from explainer.session.lines.spoken import spoken_step

    step, start = session.step_at(position), session.line(0)
    if step is not None:
        return tr(spoken_step(step))
    return "" if start is None else tr("The problem: {0}.", speech(line_notation(start, True)))


def _describe(key: str, described: QObject) -> QAccessibleInterface | None:
    """The factory that Qt asks for an object of any class; it knows boards alone."""
    if not isinstance(described, Board):
        return None
    number = id(described)
    made = _kept[number] = BoardAccessible(described)
    line_ids = made.line_ids
    described.destroyed.connect(lambda: _forget(number, line_ids))
    return made


def _forget(number: int, line_ids: list[int]) -> None:
    """Take back the lines of a board that is gone; Qt itself takes back the board."""
    _kept.pop(number, None)
    for identifier in line_ids:
        QAccessible.deleteAccessibleInterface(identifier)


class BoardAccessible(QAccessibleWidget):
    """A board as a list; its value is the line where one stands."""

    def __init__(self, board: Board) -> None:
        super().__init__(board, QAccessible.Role.List, board.accessibleName())
        self.board = board
        self._lines: dict[int, LineAccessible] = {}
        self.line_ids: list[int] = []
        """What Qt calls the lines, so that they can be taken back."""

    def childCount(self) -> int:
        return self.board.session.position + 1 if self.board.session.trace is not None else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._lines:
            self._lines[index] = LineAccessible(self, index)
            self.line_ids.append(QAccessible.registerAccessibleInterface(self._lines[index]))
        return self._lines[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.position if isinstance(child, LineAccessible) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (child for k in range(self.childCount()) if (child := self.child(k)) and child.rect().contains(x, y))
        return next(found, None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self.childCount() - 1) if self.board.hasFocus() else None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.board.accessibleName()
        if kind == QAccessible.Text.Description:
            return self.board.accessibleDescription()
        if kind == QAccessible.Text.Value:
            return spoken_line(self.board.session, self.board.session.position)
        return super().text(kind)


class LineAccessible(QAccessibleInterface):
    """One line as an item of the list; the current line is the one that is selected."""

    def __init__(self, owner: BoardAccessible, position: int) -> None:
        super().__init__()
        self._owner = owner
        self.position = position

    def isValid(self) -> bool:
        return self._owner.isValid() and self.position < self._owner.childCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._owner.window()

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self.position == self._owner.board.session.position
        return state

    def rect(self) -> QRect:
        board, line = self._owner.board, self._owner.board.line_item(self.position)
        if line is None:
            return QRect()
        seen = board.mapFromScene(line.sceneBoundingRect()).boundingRect()
        return QRect(board.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here can be edited."""

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return spoken_line(self._owner.board.session, self.position)
        return tr("Line {0}", self.position) if kind == QAccessible.Text.Description else ""
