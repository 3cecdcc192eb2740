"""A file that is written in a thread of its own, so that nobody waits for the disk; only the latest text counts."""

from __future__ import annotations

from pathlib import Path
from threading import Lock, Thread

from explainer.session.kept.safe_writing import reason_of, write_whole


class LateWriter:
    """Writes one file, whole or not at all. The thread ends when there is nothing to write."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._wanted: tuple[str | None] | None = None
        self._thread: Thread | None = None
        self._error = ""

    def put(self, text: str | None) -> None:
        """Let the file hold this text as soon as that can be; without a text there is to be no file."""
        with self._lock:
            self._wanted = (text,)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="keeping the work")
                self._thread.start()

    @property
    def working(self) -> bool:
        """Whether something is not written yet."""
        with self._lock:
            return self._thread is not None

    def wait(self) -> None:
        """Wait until all is written."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def take_error(self) -> str:
        """What went wrong with the last text, once; empty where nothing did."""
        with self._lock:
            error, self._error = self._error, ""
        return error

    def _work(self) -> None:
        while True:
            with self._lock:
                if self._wanted is None:
                    self._thread = None
                    return
                (text,), self._wanted = self._wanted, None
            error = self._write(text)
            with self._lock:
                self._error = error

    def _write(self, text: str | None) -> str:
        try:
            if text is None:
                self._file.unlink(missing_ok=True)
            else:
                write_whole(self._file, text)
        except OSError as error:
            return reason_of(error)
        except UnicodeError as error:
            return str(error)
        return ""
