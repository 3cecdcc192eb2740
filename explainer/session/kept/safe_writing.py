"""Writing files so that there is always a whole one: the old or the new, whatever happens in between.

What everything that the program keeps has in common; none of it knows what is in a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep, time

from explainer.destinations import reason_of, whole_file

STALE_S = 10.0
"""A lock this old was left behind by a program that ended while it wrote."""

__all__ = ["STALE_S", "locked", "reason_of", "set_aside", "write_whole"]


def write_whole(file: Path, text: str) -> None:
    """Write a text whole or not at all. Raises OSError, and UnicodeError for a text that is none."""
    data = text.encode("utf-8")
    with whole_file(file) as stream:
        stream.write(data)


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
