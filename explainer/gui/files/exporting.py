"""Handing out what is open: the dialog, the process that makes it, and the message afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from explainer.destinations import is_folder
from explainer.gui.files.export_dialog import FOLDER, ExportDialog, Subject
from explainer.gui.files.export_process import ExportProcess
from explainer.gui.look.documents import documents_folder
from explainer.gui.look.one_dialog import OneDialog
from explainer.gui.look.texts import tr
from explainer.gui.messages import Messages
from explainer.gui.notices import Choice, Notices
from explainer.gui.relay import once
from explainer.phrases import phrase
from explainer.session.exporting import ExportJob, file_name, suggested_name
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.lecture.decks import Decks
    from explainer.gui.reading.middle import Reading
    from explainer.lessons import Lesson
    from explainer.session import Session

READY_MS = 400
"""Who has looked so long at what can be handed out is about to choose; what writes it is loaded then."""
DERIVATION, LESSON, DECK, RULES = "derivation", "lesson", "deck", "rules"


class Exporting:
    """The exports of one window, one at a time; `file` is what is open in it, `front` the window in use.

    `decks` has the slides that were chosen from lessons.
    """

    def __init__(
        self,
        session: Session,
        reading: Reading,
        file: Callable[[], Path | None],
        messages: Messages,
        notices: Notices,
        front: Callable[[], QWidget],
        decks: Decks,
    ) -> None:
        self._session = session
        self._decks = decks
        self._reading = reading
        self._file = file
        self._messages = messages
        self._notices = notices
        self._front = front
        self._process: ExportProcess | None = None
        self._ready: ExportProcess | None = None
        self._get_ready = once(reading, READY_MS, self._start_ahead)
        self._lesson: Lesson | None = None
        self._dialog: OneDialog[ExportDialog] = OneDialog(self._make)

    @property
    def dialog(self) -> ExportDialog | None:
        """The question what to hand out, shown or closed."""
        return self._dialog.last

    def show_dialog(self) -> None:
        """Ask what to hand out and where; while something is written, show how far it is."""
        if self._process is None:
            self._dialog.close()  # what there is to hand out may be something else by now
            self._dialog.show(self._front())
            self._get_ready.start()
        elif self.dialog is not None:
            self.dialog.show()
            self.dialog.activateWindow()

    def _make(self, front: QWidget) -> ExportDialog:
        self._lesson = self._reading.lesson
        dialog = ExportDialog(self._subjects(), self._folder(), user_settings(), front)
        dialog.asked.connect(self._start)
        dialog.cancelled.connect(self._cancel)
        dialog.finished.connect(self._forget_ready)
        if self._lesson is not None and self._reading.view is not None:
            wanted = DECK if self._decks.has_plan(self._lesson) else LESSON
            dialog.subject.setCurrentIndex(dialog.subject.findData(wanted))
        return dialog

    def _start_ahead(self) -> None:
        if self._ready is None and self._process is None and self.dialog is not None and self.dialog.isVisible():
            self._ready = ExportProcess(self._reading)
            self._ready.get_ready()

    def _forget_ready(self) -> None:
        """Nothing is to be written after all."""
        self._get_ready.stop()
        ready, self._ready = self._ready, None
        if ready is not None and ready.running:
            ready.ended.connect(ready.deleteLater)
            ready.cancel()
        elif ready is not None:
            ready.deleteLater()

    def close(self) -> None:
        """Stop what is being written, and what was loaded in vain and is just ending; the window closes."""
        for process in self._reading.findChildren(ExportProcess):
            process.close()
        if self.dialog is not None:
            self.dialog.set_busy(False)
        self._dialog.close()

    # --- what there is -----------------------------------------------------------------------------------------------

    def _subjects(self) -> tuple[Subject, ...]:
        session, file = self._session, self._file()
        name = file.stem if file is not None else suggested_name(session.request)
        subjects = [Subject(DERIVATION, tr("This derivation"), name)] if session.trace is not None else []
        if self._lesson is not None:
            words = tr("The lesson “{0}” with all its problems", self._lesson.title)
            name, usual = file_name(self._lesson.title), {"length": "short"}
            subjects.append(Subject(LESSON, words, name, usual))
            if self._decks.has_plan(self._lesson):
                words = tr("Your slides of the lesson “{0}”", self._lesson.title)
                saved = self._decks.files.get(self._lesson.id)
                subjects.append(Subject(DECK, words, name if saved is None else saved.stem, usual))
        subjects.append(Subject(RULES, tr("The reference of all rules"), file_name(tr("Rules of differentiation"))))
        return tuple(subjects)

    def _folder(self) -> Path:
        """Beside the deck that is open, else where the last export went, else beside the open file, else documents."""
        deck = None if self._lesson is None or self._reading.view is None else self._decks.files.get(self._lesson.id)
        if deck is not None and is_folder(deck.parent):
            return deck.parent
        kept, file = user_settings().get(FOLDER, ""), self._file()
        if kept and is_folder(Path(kept)):
            return Path(kept)
        return file.parent if file is not None else documents_folder()

    # --- writing -----------------------------------------------------------------------------------------------------

    def _start(self, subject: str, format: str, options: Mapping[str, str], output: str) -> None:
        session = self._session
        if subject in (LESSON, DECK) and self._lesson is not None:
            from explainer.lessons.library import file_of
            from explainer.session.course.deck_plan import plan_text

            own = str(file_of(self._lesson) or "")
            deck = plan_text(self._decks.plan_for(self._lesson)) if subject == DECK else ""
            job = ExportJob(format, output, options, None, 0, self._lesson.id, own, deck)
        elif subject == RULES:
            job = ExportJob(format, output, options, rules=True)
        else:
            asked = session.request
            steps = session.count if session.complete else 0
            request = (asked.text, asked.wrt, dict(asked.shapes), *asked[3:])
            job = ExportJob(format, output, options, request, steps, detail=session.detail)
        process, self._ready = self._ready or ExportProcess(self._reading), None
        self._process = process
        assert self.dialog is not None
        process.told.connect(self.dialog.show_progress)
        process.done.connect(self._end)
        process.failed.connect(self._fail)
        process.cancelled.connect(self._give_up)
        self.dialog.set_busy(True)
        process.start(job)

    def _cancel(self) -> None:
        if self._process is not None and self.dialog is not None:
            self.dialog.show_cancelling()
            self._process.cancel()

    def _let_go(self) -> ExportJob:
        """The process has ended; return what it was to do."""
        assert self._process is not None
        job = self._process.job
        assert job is not None
        self._process.deleteLater()
        self._process = None
        if self.dialog is not None:  # with the window that it lay over it may have gone
            self.dialog.set_busy(False)
        return job

    def _give_up(self) -> None:
        self._let_go()

    def _fail(self, message: str) -> None:
        self._let_go()
        if self.dialog is not None:
            self.dialog.show_complaint(message)
        else:
            self._messages.show(message)

    def _end(self) -> None:
        output = Path(self._let_go().output)
        if self.dialog is not None:
            self.dialog.accept()

        def open_file() -> None:
            self._open(output)

        def open_folder() -> None:
            self._open(output.parent)

        self._notices.show(
            phrase("Written: {0}", output.name),
            Choice("open_export", "Open", phrase("Open {0}", output.name), open_file),
            Choice("show_export", "Show in folder", phrase("Show {0} in its folder", output.name), open_folder),
        )

    def _open(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._messages.show(phrase("This system has no program that opens {0}.", place))
