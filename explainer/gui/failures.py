"""What goes wrong inside the program is written down, told and never lost: exceptions, those of threads, Qt's words."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from explainer.gui.relay import once
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.gui.files.recovery import Recovery
    from explainer.gui.notices import Notices

_BAD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
BEGIN_MS = 700
"""How long after the start the warnings of all libraries go into the log; the window is to show itself before."""


class Harmed(Protocol):
    """A window that failures are told in, and whose work is kept then."""

    recovery: Recovery
    notices: Notices

    def isVisible(self) -> bool:
        """Whether somebody may see it."""

    def isActiveWindow(self) -> bool:
        """Whether it is the one in use."""


class Failures(QObject):
    """Hears of every failure that nobody caught; `happened` brings it into the thread of the `windows`."""

    happened = Signal(str, str)
    """The kind of the exception and its message."""

    def __init__(self, parent: QObject, windows: Callable[[], Sequence[Harmed]]) -> None:
        super().__init__(parent)
        self._windows = windows
        self.happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Be told of everything from now on."""
        sys.excepthook = self.note
        threading.excepthook = lambda given: self.note(
            given.exc_type, given.exc_value, given.exc_traceback, given.thread.name if given.thread else "a thread"
        )
        sys.unraisablehook = lambda given: self.note(
            given.exc_type, given.exc_value, given.exc_traceback, given.err_msg or "an object that ends"
        )
        qInstallMessageHandler(_note_message)
        once(self, BEGIN_MS, _begin).start()

    def note(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None, where: str = ""
    ) -> None:
        """Write down and tell an exception; of one that comes again and again only the first is told."""
        from traceback import format_exception

        from explainer.session.kept.log import note_failure, write_to_standard_error

        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        new = note_failure(kind, trace, where)
        if new:
            write_to_standard_error("".join(format_exception(kind, error, trace)))
            with suppress(RuntimeError):  # at the very end there is no window to tell, and no object of Qt
                self.happened.emit(kind.__name__, str(error or ""))

    def _tell(self, kind: str, message: str) -> None:
        """Keep the work of all windows, and say so in the one that is in use."""
        all_harmed = self._windows()
        for harmed in all_harmed:
            try:
                harmed.recovery.keep()
            except Exception as error:  # whatever it is: the failure that we came for is to be told
                self.note(type(error), error, error.__traceback__)
        shown = [harmed for harmed in all_harmed if harmed.isVisible()]
        if shown:
            in_use = next((harmed for harmed in shown if harmed.isActiveWindow()), shown[0])
            show_failure(in_use.notices, kind, message)


def _begin() -> None:
    from explainer.session.kept.log import log

    log()


def show_failure(notices: Notices, kind: str, message: str) -> None:
    """Tell of a failure in a window, with a way to report it."""
    from explainer.gui.about_dialog import copy_report
    from explainer.gui.notices import Choice

    said = f"{kind}: {message}" if message else kind
    sentence = phrase("Something went wrong inside the program ({0}). What is open is kept.", _short(said))
    sentence += phrase(" “Copy for a report” copies what the maintainers of the program need.")
    copy = partial(copy_report, said)
    notices.show(sentence, Choice("copy_report", "Copy for a report", "Copy the versions and the log", copy))


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _note_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write down what Qt complains of, and let it go to the terminal as before."""
    if sys.is_finalizing():
        return
    from explainer.session.kept.log import log, write_to_standard_error

    write_to_standard_error(f"{message}\n")
    if kind in _BAD:
        log().warning("Qt: %s", message)
