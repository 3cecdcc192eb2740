"""Files of the window: opening, saving, the title with its mark, files dropped on it, recent ones, and undo.

What a file holds is in `explainer.session.kept.document`; here is only what a user sees of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from explainer.gui.look.texts import put, tr
from explainer.phrases import phrase
from explainer.session.kept.on_disk import OnDisk
from explainer.session.undoing import History, State

if TYPE_CHECKING:
    from explainer.gui.main_window import MainWindow
    from explainer.session.kept.document import Document, FileError

SETTLE_MS = 30
"""How long after a change the title and the menus follow; the board is painted first."""


class Files:
    """The file that a window works on, and the problems before and after the one that is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editing = False
        self._going = False
        self._saved_typed: str | None = None
        self._on_disk = OnDisk()
        self.history = History()
        window.setAcceptDrops(True)
        self._timer = QTimer(window, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.show_state)
        window.signals.opened.connect(self._follow)
        window.signals.moved.connect(self._note_position)
        window.problem_bar.expression.textChanged.connect(self._timer.start)

    # --- what is open ------------------------------------------------------------------------------------------------

    @property
    def file(self) -> Path | None:
        """The file that the open problem belongs to; None before it is saved."""
        return self.history.now.file

    @property
    def typed(self) -> str | None:
        """What stands in the field of the function and is not derived yet."""
        text = self._window.problem_bar.expression.text()
        return None if text == self._window.session.text else text

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

        return Document.of(self._window.session, self.typed)

    @contextmanager
    def _in_history(self) -> Iterator[None]:
        """Within this what opens has its place among the problems already."""
        self._going = True
        try:
            yield
        finally:
            self._going = False

    @contextmanager
    def editing(self) -> Iterator[None]:
        """Within this a problem that opens is the open one, changed; any other belongs to no file."""
        self._editing = True
        try:
            yield
        finally:
            self._editing = False

    def _follow(self) -> None:
        self._timer.start()
        if self._going:
            return
        request, now = self._window.session.request, self.history.now
        if now.request.text and (self._editing or request.text == now.request.text):
            self.history.note(now._replace(request=request, position=0))
        else:
            self.history.note(State(request, None, request))
            self._saved_typed = None

    def _note_position(self) -> None:
        self.history.note_position(self._window.session.place)

    def show_state(self) -> None:
        """Bring title and menus to what is open."""
        window, name = self._window, self.file.name if self.file else ""
        title = phrase("Derivatives, step by step")
        put(window.setWindowTitle, *(("{0}[*] – {1}", name, title) if name else ("{0}[*]", title)))
        window.setWindowModified(self.modified)
        actions = window.actions_by_row
        if actions is None:
            return
        for row, text, word in (
            ("undo", "&Undo", self.history.undone_by_undo),
            ("redo", "Red&o", self.history.done_by_redo),
        ):
            action = actions.by_id[row]
            put(action.setText, *(("{0}: {1}", phrase(text), phrase(word)) if word else (text,)))
            actions.set_enabled(row, bool(word))

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
            self._window.reading.show_board()
            self.show_state()

        self._window.session.begin(state.request, show, self._in_history, state.position)

    # --- opening -----------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user choose a file, and open it."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self.file.parent) if self.file else ""
        kinds = tr("Derivations and lessons (*.derivation *.json *.toml);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open"), folder, kinds)
        if name:
            self.open(Path(name))

    def open(self, file: Path) -> bool:
        """Open a derivation or a lesson; where that is not possible say why and leave everything as it is.

        Return whether it is open, or being opened where its first step takes long.
        """
        from explainer.errors import ExplainerError

        file = file.absolute()
        try:
            if file.suffix.lower() == ".toml":
                self._open_lesson(file)
            elif not self._open_derivation(file):
                return False
        except ExplainerError as error:
            self._complain(error.message, error.hint or "")
            return False
        self._remember(file)
        return True

    def _open_derivation(self, file: Path) -> bool:
        """Open a derivation; return False where it was refused and that was said. Raises FileError with the reason."""
        from explainer.session.kept.document import load_document

        other = self._window_with(file)
        if other is not None:
            other.show()
            other.raise_()
            other.activateWindow()
            return True
        seen = OnDisk()
        seen.note(file)  # before it is read: a change in between is then one since it was opened
        document = load_document(file)
        if not self.may_leave():
            return False
        refused: list[bool] = []

        def take(error: FileError | None) -> None:
            if error is None:
                self._on_disk.take(seen)
            else:
                refused.append(True)
                self._complain(error.message, error.hint or "")

        self.show_document(document, State(document.request, file, document.request), file.name, take)
        return not refused

    def _window_with(self, file: Path) -> MainWindow | None:
        """Another window of this program that has the file open."""
        from PySide6.QtWidgets import QApplication

        for window in QApplication.topLevelWidgets():
            if window is not self._window and isinstance(window, type(self._window)) and window.isVisible():
                theirs = window.files.file
                if theirs is not None and theirs.resolve() == file.resolve():
                    return window
        return None

    def show_document(
        self, document: Document, state: State, name: str, then: Callable[[FileError | None], None]
    ) -> None:
        """Put a document on the board; `then` is told why that is not possible, with the name, or None where it is."""
        from explainer.session.kept.document import FileError

        window = self._window
        session, bar = window.session, window.problem_bar

        def show(opened: bool) -> None:
            if opened:
                self._note_opened(document, state)
                then(None)
                return
            error = session.error
            session.look_soon(bar.expression.text(), bar.wrt, session.shapes)  # the field is right, the file is not
            then(FileError(phrase("{0} cannot be derived: {1}", name, error.message if error else "")))

        document.begin_in(session, show, self._in_history)

    def _note_opened(self, document: Document, state: State) -> None:
        """A document is on the board: what is in its file, and what was typed when it was saved."""
        window = self._window
        session, bar = window.session, window.problem_bar
        self.history.note(state._replace(request=session.request, position=session.place))
        if state.saved == document.request:
            self.history.now = self.history.now._replace(saved=session.request)
        self._saved_typed = document.typed if state.file is not None else None
        if document.typed is not None:
            bar.take_text(document.typed, document.request.wrt)
        window.reading.show_board()
        window.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_state()

    def _open_lesson(self, file: Path) -> None:
        from explainer.lessons.library import open_lesson
        from explainer.session.course.shelf import lesson_address

        lesson = open_lesson(file)
        self._window.show_message("")  # what was said of another file, or of this one before it was mended
        self._window.lessons.fill_again()
        self._window.reading.show_marks()
        address = lesson_address(lesson)
        if self._window.reading.course.trail.here.page == address:
            self._window.reading.show_board()  # or the page that is shown, of the file as it was, would stay
        self._window.reading.open(address)
        self._window.lesson_faults.look(lesson)

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save into the file that is open, else ask for one; return whether it is saved."""
        if self.file is None:
            return self.save_as()
        return self._may_replace(self.file) and self._save_into(self.file)

    def _may_replace(self, file: Path) -> bool:
        """Whether the file may be written over: another program's changes are asked about."""
        if not self._on_disk.changed(file):
            return True
        from PySide6.QtWidgets import QMessageBox

        buttons = QMessageBox.StandardButton
        question = tr("{0} was changed by another program since it was opened here. Replace it?", file.name)
        question += "\n\n" + tr("“Save as” in the menu keeps both.")
        title = tr("Changed in the meantime")
        answer = QMessageBox.question(self._window, title, question, buttons.Yes | buttons.Cancel, buttons.Cancel)
        return answer == buttons.Yes

    def save_as(self) -> bool:
        """Ask for a file and save into it; return whether it is saved."""
        from PySide6.QtWidgets import QFileDialog

        from explainer.session.kept.document import SUFFIX

        start = str(self.file) if self.file else f"{tr('Untitled')}{SUFFIX}"
        kinds = tr("Derivations (*.derivation)")
        dialog = QFileDialog(self._window, tr("Save"), start, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])  # so that the question about a file that is there knows the whole name
        dialog.selectFile(start)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return bool(chosen) and self._save_into(Path(chosen[0]))

    def _save_into(self, file: Path) -> bool:
        from explainer.session.kept.document import FileError, save_document

        document = self.document()
        try:
            save_document(document, file)
        except FileError as error:
            self._complain(error.message, error.hint or "")
            return False
        self._on_disk.note(file)
        self.history.note_saved(file)
        self._saved_typed = document.typed
        self._remember(file)
        self._window.show_message("")
        self.show_state()
        from explainer.gui.look.announcer import announce

        announce(self._window.board, phrase("Saved as {0}.", file.name))
        return True

    def may_leave(self) -> bool:
        """Whether what is open may go: always, but for changes of a file the user is asked.

        What is in no file needs no question: it is kept, and offered at the next start.
        """
        if self.file is None or not self.modified:
            return True
        from PySide6.QtWidgets import QMessageBox

        self._window.raise_()
        self._window.activateWindow()
        buttons = QMessageBox.StandardButton
        question = tr("Save the changes to {0}?", self.file.name)
        offered = buttons.Save | buttons.Discard | buttons.Cancel
        answer = QMessageBox.question(self._window, tr("Unsaved changes"), question, offered, buttons.Save)
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

    # --- recent files, drops, windows --------------------------------------------------------------------------------

    def _remember(self, file: Path) -> None:
        from explainer.session.kept.recent import note_recent
        from explainer.session.kept.settings import user_settings

        note_recent(user_settings(), file)

    def open_recent(self, file: str) -> None:
        """Open a file of the menu; one that is gone leaves the menu."""
        from explainer.session.kept.recent import forget_recent
        from explainer.session.kept.settings import user_settings

        if not self.open(Path(file)) and not Path(file).exists():
            forget_recent(user_settings(), Path(file))

    def show_recent(self) -> None:
        """Show the menu of recent files over the window, with its first row chosen."""
        from PySide6.QtWidgets import QMenu

        menu = self._window.findChild(QMenu, "recent")
        if isinstance(menu, QMenu):
            menu.popup(self._window.board.mapToGlobal(self._window.board.rect().topLeft()))
            menu.setActiveAction(menu.actions()[0])

    def accepts(self, event: QDragEnterEvent | QDropEvent) -> bool:
        """Whether what is dragged is one or more files of this machine."""
        urls = event.mimeData().urls()
        return bool(urls) and all(url.isLocalFile() for url in urls)

    def drop(self, event: QDropEvent) -> None:
        """Open the files that were dropped: the first one here, each further one in a window of its own."""
        first, *further = (Path(url.toLocalFile()) for url in event.mimeData().urls())
        self.open(first)
        for file in further:
            self.new_window(file)

    def new_window(self, file: Path | None = None) -> MainWindow:
        """Open another window, on a file or on the worked example."""
        from explainer.gui.windows import open_window

        return open_window(file=file, beside=self._window)

    def _complain(self, message: str, hint: str) -> None:
        sentence = message[:1].upper() + message[1:] if "." not in message.split(" ")[0] else message
        end = "{0} {1}" if sentence.endswith(".") else "{0}. {1}"
        self._window.show_message(phrase(end, sentence, phrase(hint)) if hint else sentence)
