"""The problem that is open as something to save: the file it belongs to, whether it is saved, and those around it.

What a file holds is in `explainer.session.kept.document`, and what undo goes through in `explainer.session.undoing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.reading.middle import Reading
from explainer.gui.relay import once
from explainer.gui.signals import SessionSignals
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.undoing import History, State

if TYPE_CHECKING:
    from explainer.session.kept.document import Document, FileError

SETTLE_MS = 30
"""How long after a change the title and the menus follow; the board is painted first."""


class Problems(QObject):
    """The problems before and after the one that is open; `changed` tells that anything said here may be another."""

    changed = Signal()

    def __init__(self, session: Session, signals: SessionSignals, problem_bar: ProblemBar, reading: Reading) -> None:
        super().__init__(problem_bar)
        self._session = session
        self._problem_bar = problem_bar
        self._reading = reading
        self._editing = False
        self._going = False
        self._saved_typed: str | None = None
        self.history = History()
        self._timer = once(self, SETTLE_MS, self.changed.emit)
        signals.opened.connect(self._follow)
        signals.moved.connect(self._note_position)
        problem_bar.expression.textChanged.connect(self._timer.start)

    @property
    def file(self) -> Path | None:
        """The file that the open problem belongs to; None before it is saved."""
        return self.history.now.file

    @property
    def typed(self) -> str | None:
        """What stands in the field of the function and is not derived yet."""
        text = self._problem_bar.expression.source
        return None if text == self._session.text else text

    @property
    def modified(self) -> bool:
        """Whether there is work that is in no file."""
        return self.history.now.modified or self.typed != self._saved_typed

    @property
    def has_own_work(self) -> bool:
        """Whether something was typed or declared that is in no file; another method or layout alone is soon chosen."""
        saved, request = self.history.now.saved, self.history.now.request
        return self.modified and (saved is None or self.typed is not None or saved[:3] != request[:3])

    def document(self) -> Document:
        """What is open, as it is saved."""
        from explainer.session.kept.document import Document

        return Document.of(self._session, self.typed)

    def note_saved(self, document: Document, file: Path) -> None:
        """A document of what is open was written into a file."""
        self.history.note_saved(file)
        self._saved_typed = document.typed

    # --- what opens --------------------------------------------------------------------------------------------------

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Within this a problem that opens is the open one, changed; any other belongs to no file."""
        self._editing = True
        try:
            yield
        finally:
            self._editing = False

    @contextmanager
    def _in_history(self) -> Iterator[None]:
        """Within this what opens has its place among the problems already."""
        self._going = True
        try:
            yield
        finally:
            self._going = False

    def _follow(self) -> None:
        self._timer.start()
        if self._going:
            return
        request, now = self._session.request, self.history.now
        if now.request.text and (self._editing or request.text == now.request.text):
            self.history.note(now._replace(request=request, position=0))
        else:
            self.history.note(State(request, None, request))
            self._saved_typed = None

    def _note_position(self) -> None:
        self.history.note_position(self._session.place)

    def show_document(
        self, document: Document, state: State, name: str, then: Callable[[FileError | None], None]
    ) -> None:
        """Put a document on the board; `then` is told why that is not possible, with the name, or None where it is."""
        from explainer.session.kept.document import FileError

        session, bar = self._session, self._problem_bar

        def show(opened: bool) -> None:
            if opened:
                self._note_opened(document, state)
                then(None)
                return
            error = session.error
            session.look_soon(bar.expression.source, bar.wrt, session.shapes)  # the field is right, the file is not
            then(FileError(phrase("{0} cannot be derived: {1}", name, error.message if error else "")))

        document.begin_in(session, show, self._in_history)

    def _note_opened(self, document: Document, state: State) -> None:
        """A document is on the board: what is in its file, and what was typed when it was saved."""
        session = self._session
        self.history.note(state._replace(request=session.request, position=session.place))
        if state.saved == document.request:
            self.history.now = self.history.now._replace(saved=session.request)
        self._saved_typed = document.typed if state.file is not None else None
        if document.typed is not None:
            self._problem_bar.take_text(document.typed, document.request.wrt)
        self._reading.turn_to_board()
        self.changed.emit()

    # --- undo --------------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Go back to the problem that was open before."""
        self._go(self.history.undo())

    def redo(self) -> None:
        """Go on to the problem that was undone."""
        self._go(self.history.redo())

    def _go(self, state: State | None) -> None:
        if state is None:
            return

        def show(_: bool) -> None:
            self._reading.show_board()
            self.changed.emit()

        self._session.begin(state.request, show, self._in_history, state.position)
