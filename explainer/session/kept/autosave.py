"""Work that is in no file, kept in a place of the program's own, so that it can be offered after a crash.

Every window has a file there, and holds a lock on a second one for as long as it lives; the system gives the lock back
however the program ends. A file whose lock is free was left behind: by a window that was closed with work in it, which
takes its lock away, or by a crash, which cannot. Whoever takes such work over holds its lock, so two programs never
offer the same.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.session.kept.document import SUFFIX, Document, document_text, load_document
from explainer.session.kept.late_writing import LateWriter
from explainer.session.kept.safe_writing import set_aside

LOCK = ".lock"
FOLDER = "recovery"
MOST_CLOSED = 10
"""So much work of windows that were closed is offered; the oldest goes first."""


def recovery_folder() -> Path:
    """Where the work of this user is kept."""
    from platformdirs import user_state_path

    return user_state_path("explainer", appauthor=False) / FOLDER


class Keeper:
    """Keeps the work of one window. Nothing is made before there is something to keep.

    The writing is done in a thread of its own: bringing a file to the disk may take longer than a window may wait.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._lock: int | None = None
        self._kept: Document | None = None
        self._writer: LateWriter | None = None
        self._present = False

    def keep(self, document: Document) -> None:
        """Begin to write the work down, unless it is written already; what was kept before stays until then.

        Raises OSError where there is no place for it; `take_error` tells what went wrong later.
        """
        if document == self._kept:
            return
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"{uuid4().hex}{SUFFIX}"
            self._lock = _take(file)
            if self._lock is None:
                raise OSError(phrase("{0} cannot be locked", file.name))
            self._file, self._writer = file, LateWriter(file)
        assert self._writer is not None
        self._writer.put(document_text(document))
        self._kept, self._present = document, True

    @property
    def writing(self) -> bool:
        """Whether something is on its way to the disk."""
        return self._writer is not None and self._writer.working

    def wait(self) -> None:
        """Wait until everything is written."""
        if self._writer is not None:
            self._writer.wait()

    def take_error(self) -> str:
        """Why the work could not be written, once; empty where it was, or where nobody knows yet."""
        error = "" if self._writer is None else self._writer.take_error()
        if error:
            self._kept = None  # so that it is tried again
        return error

    def let_go(self) -> None:
        """There is nothing to keep: the work is saved, or given up by its owner."""
        if self._writer is not None and self._present:
            self._writer.put(None)
        self._kept, self._present = None, False

    def close(self) -> None:
        """The window ends, and there is nothing to keep."""
        self.let_go()
        self.leave()

    def leave(self) -> None:
        """The window ends, and what is kept stays, to be offered at the next start."""
        self.wait()
        if self._file is not None and self._lock is not None:
            _give_back(self._file, self._lock)
        self._file = self._lock = self._writer = None


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Work of a window that is gone; ours to open or to throw away. `crashed` where it did not end as it should."""

    document: Document
    when: datetime
    file: Path
    lock: int
    crashed: bool = True

    def throw_away(self) -> None:
        """Delete it; it was opened, or nobody wants it."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        _give_back(self.file, self.lock)

    def leave(self) -> None:
        """Leave it where it is, to be offered at the next start."""
        if not self.crashed:
            _give_back(self.file, self.lock)
            return
        with suppress(OSError):
            os.close(self.lock)


def left_behind(folder: Path) -> tuple[tuple[LeftBehind, ...], tuple[str, ...]]:
    """What was left behind, the latest first, and a sentence about each file that cannot be read and was set aside."""
    found: list[LeftBehind] = []
    complaints: list[str] = []
    for file in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        if ".damaged-" in file.name:
            continue
        crashed = file.with_suffix(LOCK).exists()
        lock = _take(file)
        if lock is None:
            continue
        try:
            when = datetime.fromtimestamp(file.stat().st_mtime)
            found.append(LeftBehind(load_document(file), when, file, lock, crashed))
        except FileNotFoundError:
            _give_back(file, lock)
        except (ExplainerError, OSError) as error:
            complaint = _put_away(file, str(error))
            _give_back(file, lock)
            if complaint:
                complaints.append(complaint)
    found.sort(key=lambda work: work.when, reverse=True)
    for work in [work for work in found if not work.crashed][MOST_CLOSED:]:
        work.throw_away()
        found.remove(work)
    return tuple(found), tuple(complaints)


def _put_away(file: Path, fault: str) -> str:
    if not file.exists():  # another program took it over meanwhile
        return ""
    with suppress(OSError):
        other = set_aside(file)
        return phrase("Unsaved work that was kept could not be read: {0}. It was set aside as {1}.", fault, other)
    return ""


def _take(file: Path) -> int | None:
    """Lock the work in a file; None where a program that lives has it, or where that cannot be found out."""
    lock = file.with_suffix(LOCK)
    try:
        opened = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    try:
        _lock(opened)
        if os.fstat(opened).st_ino == lock.stat().st_ino:  # or somebody has just deleted what we have opened
            return opened
    except OSError:
        pass
    os.close(opened)
    return None


def _give_back(file: Path, opened: int) -> None:
    lock = file.with_suffix(LOCK)
    if sys.platform == "win32":  # nothing that is open can be deleted there
        with suppress(OSError):
            os.close(opened)
    with suppress(OSError):
        lock.unlink(missing_ok=True)
    with suppress(OSError):
        os.close(opened)


def _lock(opened: int) -> None:
    """Lock an open file for as long as this program lives. Raises OSError where another one has it."""
    if sys.platform == "win32":
        import msvcrt

        module: Any = msvcrt
        module.locking(opened, module.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
