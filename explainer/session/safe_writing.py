"""Writing files so that there is always a whole one: the old or the new, whatever happens in between.

What everything that the program keeps has in common; none of it knows what is in a file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from time import monotonic, sleep, time

from explainer.destinations import destination_of

STALE_S = 10.0
"""A lock this old was left behind by a program that ended while it wrote."""

_numbers = count()


def write_whole(file: Path, text: str) -> None:
    """Write a file whole or not at all: beside it first, to the disk, then in its place.

    A link is followed, and the permissions of a file that was there stay. Raises OSError, also for a device or a pipe;
    the old file is then as it was.
    """
    file = destination_of(file)
    if file.exists() and not os.access(file, os.W_OK):
        raise PermissionError(13, "the file may not be written", str(file))
    beside = file.with_name(f".{file.name[:80]}.{os.getpid()}-{next(_numbers)}.new")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            beside.chmod(stat.S_IMODE(file.stat().st_mode))
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def set_aside(file: Path) -> Path:
    """Give a damaged file another name, which no file has yet, and return that. Raises OSError."""
    names = (file.with_name(f"{file.stem}.damaged-{k}{file.suffix}") for k in range(1, 10_000))
    other = next(name for name in names if not name.exists())
    file.replace(other)
    return other


@contextmanager
def locked(file: Path, patience_s: float) -> Iterator[bool]:
    """Whether the file is ours until the end; another program that has it is waited for, for so long.

    Raises OSError where no lock can be made.
    """
    lock = file.with_name(f"{file.name}.lock")
    deadline = monotonic() + patience_s
    mine = False
    while not (mine := _made(lock)) and monotonic() < deadline:
        sleep(0.005)
    try:
        yield mine
    finally:
        if mine:
            with suppress(OSError):
                lock.unlink()


def _made(lock: Path) -> bool:
    """Make the lock, which only one can; take away one that was left behind."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        with suppress(OSError):
            if time() - lock.stat().st_mtime > STALE_S:
                lock.unlink()
        return False
    return True


def reason_of(error: OSError) -> str:
    """What the system says of a failure, as the end of a sentence."""
    said = error.strerror or str(error) or type(error).__name__
    return said[:1].lower() + said[1:]
