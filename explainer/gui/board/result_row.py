"""What can be copied stands at the result: a row of buttons below the last line of a board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from explainer.gui.look.flow import Flow
from explainer.gui.look.texts import put, worded

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.board.lines import BoardLines

PROGRAM = "numpy"
"""The library of the program that is copied here; the menu has the others."""
BUTTONS = (
    ("text", "Text", "Copy the result as text"),
    ("latex", "LaTeX", "Copy the result as LaTeX"),
    (PROGRAM, "Code", "Copy the gradient as a NumPy program"),
    ("png", "Picture", "Copy the result as a picture"),
)
"""The form, the words on the button, and what it does."""
_GAP_PX, _END_PX = 14.0, 8
"""Between the result and the row: what lies between two lines; and below the row."""


class AtResult(QObject):
    """Keeps the row below the result of a board while that is the current line; the row is made when there is one."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self.row: ResultRow | None = None

    def make_room(self, lines: BoardLines) -> None:
        """Leave room below the current line where it is the result."""
        from explainer.gui.board.line_styles import is_result  # comes with typesetting, after the window itself

        session, here = self._board.session, self._board.session.position
        look = lines.look
        if look is None or look.lit is not None or not self._board.copies or not is_result(session, here):
            lines.room_below_px = 0.0
            if self.row is not None:
                self.row.hide()
            return
        row = self._made_row(lines)
        row.show_for(session.request.text, session.trace)
        row.setFixedWidth(max(1, round(look.room_px - look.margins.gutter)))
        row.setFixedHeight(row.heightForWidth(row.width()))
        lines.room_below_px = _GAP_PX + row.height()

    def _made_row(self, lines: BoardLines) -> ResultRow:
        if self.row is None:
            self.row = ResultRow(self._board)
            self.row.hide()
            for bar in (self._board.verticalScrollBar(), self._board.horizontalScrollBar()):
                bar.valueChanged.connect(lambda: self.keep_place(lines))
        return self.row

    def making(self, lines: BoardLines) -> Iterator[None]:
        """Make the row and let its buttons take on their look, with a rest after each, before somebody comes to it."""
        if self.row is not None or not self._board.copies:
            return
        row = self._made_row(lines)
        yield
        for button in row.buttons.values():
            button.ensurePolished()
            button.grab()
            yield

    def place(self, lines: BoardLines) -> None:
        """Put the row below the result."""
        if lines.room_below_px and self.row is not None:
            self.keep_place(lines)
            self.row.show()

    def keep_place(self, lines: BoardLines) -> None:
        """Follow the result to where it stands now."""
        if self.row is not None and lines.by_number:
            line = lines.current
            self.row.move(self._board.mapFromScene(line.look.margins.gutter, line.y() + line.height + _GAP_PX))


class ResultRow(QWidget):
    """Buttons that copy the result; what was copied is said behind them."""

    def __init__(self, board: Board) -> None:
        super().__init__(board.viewport())
        self.setObjectName("result_row")
        put(self.setAccessibleName, "Copy the result")
        self._shown_for: Callable[[], object] = lambda: None
        self._board = board
        flow = Flow()
        self.setLayout(flow)
        self._caption = worded(QLabel(self), "Copy the result as")
        self._caption.setProperty("role", "caption")
        self.buttons = {form: self._button(form, words, what) for form, words, what in BUTTONS}
        self._said = QLabel(self)
        self._said.setObjectName("copied")
        flow.add(self._caption, *self.buttons.values(), self._said)
        before: QWidget = board
        for button in self.buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
        for label in (self._caption, self._said):
            label.setMinimumHeight(self.buttons["text"].sizeHint().height())
        board.layers.copied.connect(self._say)

    def _button(self, form: str, words: str, what: str) -> QToolButton:
        button = worded(QToolButton(self), words)
        button.setObjectName(f"copy_result_{form}")
        button.setProperty("role", "chip")
        button.setProperty("given", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        put(button.setAccessibleName, what)
        put(button.setToolTip, what)
        layers = self._board.layers
        copy = layers.copy_program if form == PROGRAM else layers.copy_result
        button.clicked.connect(partial(copy, form))
        return button

    def show_for(self, text: str, trace: object) -> None:
        """Say no longer what was copied of another result; what nobody typed is no program."""
        self.buttons[PROGRAM].setVisible(bool(text))
        if trace is not self._shown_for():
            self._shown_for = ref(trace)  # a derivation that was left is not kept for this
            put(self._said.setText, "")

    def _say(self, sentence: str) -> None:
        put(self._said.setText, sentence)
        self._said.adjustSize()

    def heightForWidth(self, width: int) -> int:
        flow = self.layout()
        assert flow is not None
        return flow.heightForWidth(width) + _END_PX
