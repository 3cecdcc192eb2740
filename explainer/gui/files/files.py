"""Files of the window: opening, saving, recent ones, and files dropped on it.

What belongs to which file is in `problems.py`, what a file holds in `explainer.session.kept.document`; here is only how
a user chooses files and hears of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import delete, isValid

from explainer.gui.files.problems import Problems
from explainer.gui.look.texts import tr
from explainer.gui.messages import Messages
from explainer.gui.reading.middle import Reading
from explainer.phrases import phrase
from explainer.session.kept.on_disk import OnDisk
from explainer.session.undoing import State

if TYPE_CHECKING:
    from explainer.session.kept.document import FileError


class Files(QObject):
    """Opens files in a window and saves what is open in it.

    `saved` tells the name of the file, `lesson_opened` which lesson of the user's own is shown. `show_elsewhere` shows
    another window that has a file open already, if there is one; `open_window` opens one for a file.
    """

    saved = Signal(str)
    lesson_opened = Signal(object)

    def __init__(
        self,
        problems: Problems,
        reading: Reading,
        messages: Messages,
        show_elsewhere: Callable[[Path], bool],
        open_window: Callable[[Path], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._problems = problems
        self._reading = reading
        self._messages = messages
        self._show_elsewhere = show_elsewhere
        self._open_window = open_window
        self._window = window
        self._on_disk = OnDisk()
        self.openers: dict[str, Callable[[Path], None]] = {".toml": self._open_lesson}
        """What opens a file that is no derivation, by the ending of its name."""
        window.setAcceptDrops(True)

    # --- opening -----------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user choose a file, and open it."""
        from PySide6.QtWidgets import QFileDialog

        folder = str(self._problems.file.parent) if self._problems.file else ""
        kinds = tr("Derivations, lessons and decks (*.derivation *.json *.toml *.deck);;All files (*)")
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
            if (opener := self.openers.get(file.suffix.lower())) is not None:
                opener(file)
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

        if self._show_elsewhere(file):
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

        self._problems.show_document(document, State(document.request, file, document.request), file.name, take)
        return not refused

    def _open_lesson(self, file: Path) -> None:
        from explainer.lessons.library import open_lesson

        lesson = open_lesson(file)
        self._messages.show("")  # what was said of another file, or of this one before it was mended
        self._reading.open_own(lesson)
        self.lesson_opened.emit(lesson)

    # --- saving ------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save into the file that is open, else ask for one; return whether it is saved."""
        if self._problems.file is None:
            return self.save_as()
        return self._may_replace(self._problems.file) and self._save_into(self._problems.file)

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

        start = str(self._problems.file) if self._problems.file else f"{tr('Untitled')}{SUFFIX}"
        kinds = tr("Derivations (*.derivation)")
        dialog = QFileDialog(self._window, tr("Save"), start, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])  # so that the question about a file that is there knows the whole name
        dialog.selectFile(start)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        if isValid(dialog):  # or its window has gone meanwhile
            # At once: its list of names may be open still, and a key in that would accept what is to be deleted.
            delete(dialog)
        return bool(chosen) and self._save_into(Path(chosen[0]))

    def _save_into(self, file: Path) -> bool:
        from explainer.session.kept.document import FileError, save_document

        document = self._problems.document()
        try:
            save_document(document, file)
        except FileError as error:
            self._complain(error.message, error.hint or "")
            return False
        self._on_disk.note(file)
        self._problems.note_saved(document, file)
        self._remember(file)
        self._messages.show("")
        self._problems.changed.emit()
        self.saved.emit(file.name)
        return True

    def may_leave(self) -> bool:
        """Whether what is open may go: always, but for changes of a file the user is asked.

        What is in no file needs no question: it is kept, and offered at the next start.
        """
        if self._problems.file is None or not self._problems.modified:
            return True
        from PySide6.QtWidgets import QMessageBox

        self._window.raise_()
        self._window.activateWindow()
        buttons = QMessageBox.StandardButton
        question = tr("Save the changes to {0}?", self._problems.file.name)
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
        from explainer.destinations import is_there
        from explainer.session.kept.recent import forget_recent
        from explainer.session.kept.settings import user_settings

        if not self.open(Path(file)) and not is_there(Path(file)):
            forget_recent(user_settings(), Path(file))

    def accepts(self, event: QDragEnterEvent | QDropEvent) -> bool:
        """Whether what is dragged is one or more files of this machine."""
        urls = event.mimeData().urls()
        return bool(urls) and all(url.isLocalFile() for url in urls)

    def drop(self, event: QDropEvent) -> None:
        """Open the files that were dropped: the first one here, each further one in a window of its own."""
        first, *further = (Path(url.toLocalFile()) for url in event.mimeData().urls())
        self.open(first)
        for file in further:
            self._open_window(file)

    def _complain(self, message: str, hint: str) -> None:
        sentence = message[:1].upper() + message[1:] if "." not in message.split(" ")[0] else message
        end = "{0} {1}" if sentence.endswith(".") else "{0}. {1}"
        self._messages.show(phrase(end, sentence, phrase(hint)) if hint else sentence)
