"""A handout in the making, in a process beside the window: it tells how far it is and how it ended."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from explainer.destinations import remove_left_over, resolved
from explainer.gui.look.texts import tr
from explainer.gui.relay import once
from explainer.session.exporting import AHEAD, ExportJob

_PROGRAM = ["-m", "explainer.session.exporting"]
PATIENCE_MS = 2000
"""How long a process that is asked to stop may take to tidy up; then it is ended."""


class ExportProcess(QObject):
    """Does one job. `told` brings words and the share that is done, -1 where it is unknown.

    To load what writes a handout takes longer than to write most: `get_ready` has it loaded before there is a job.
    At the end comes `ended`, and where there was a job exactly one of `done`, `failed` (a message with the way on) and
    `cancelled`.
    """

    told = Signal(str, float)
    done = Signal()
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.job: ExportJob | None = None
        self._answer: dict[str, Any] = {}
        self._cancelling = False
        self._number = 0
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        package = str(Path(__file__).resolve().parents[3])  # where the program was not installed but is run in place
        known = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", os.pathsep.join([package, known] if known else [package]))
        environment.insert("PYTHONIOENCODING", "utf-8")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.started.connect(self._note_number)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._fail_to_start)

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def get_ready(self) -> None:
        """Load what the job will need, while it is not known yet."""
        self._process.start(sys.executable, [*_PROGRAM, AHEAD])

    def start(self, job: ExportJob) -> None:
        """Begin; what comes of it is told by the signals."""
        self.job = job
        if not self.running:
            self._process.start(sys.executable, _PROGRAM)
        self._process.write(f"{job.text()}\n".encode())

    def cancel(self) -> None:
        """Stop, and leave no half file."""
        if not self._cancelling and self.running:
            self._cancelling = True
            self._process.closeWriteChannel()
            once(self, PATIENCE_MS, self._process.kill).start()

    def close(self) -> None:
        """Stop now, because the window closes."""
        self.blockSignals(True)
        self.cancel()
        if self.running and not self._process.waitForFinished(PATIENCE_MS):
            self._process.kill()
            self._process.waitForFinished(PATIENCE_MS)
            self._tidy()

    def _note_number(self) -> None:
        self._number = self._process.processId()

    def _read(self) -> None:
        while self._process.canReadLine():
            with suppress(ValueError):
                answer = json.loads(bytes(self._process.readLine().data()).decode("utf-8"))
                if "words" in answer:
                    share = answer["share"]
                    self.told.emit(answer["words"], -1.0 if share is None else share)
                else:
                    self._answer = answer

    def _end(self) -> None:
        self.ended.emit()
        if self.job is None:  # it was not needed, or has ended before it was: another one will be started
            return
        self._read()
        if "done" in self._answer:
            self.done.emit()
        elif self._cancelling:
            self._tidy()
            self.cancelled.emit()
        elif "failed" in self._answer:
            self.failed.emit(f"{_sentence(self._answer['failed'])} {self._answer['hint']}".strip())
        else:
            self._tidy()
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            last = said.splitlines()[-1] if said else tr("it ended without a message")
            self.failed.emit(tr("The export failed: {0}.", last))

    def _fail_to_start(self, error: QProcess.ProcessError) -> None:
        if self.job is not None and error == QProcess.ProcessError.FailedToStart:
            self.failed.emit(tr("The export failed: {0}.", self._process.errorString()))

    def _tidy(self) -> None:
        """Remove the half file of a process that was ended before it could do so itself."""
        if self.job is not None:
            with suppress(OSError):
                remove_left_over(resolved(Path(self.job.output)).parent, self._number)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
