"""Where files may be written, and how: whole or not at all, at their name or where its link leads.

Everything that the program writes for somebody comes through here. A file is written beside its place first, then put
there; what a program that was killed has left beside it is taken away by the next one that writes there.
"""

from __future__ import annotations

import errno
import marshal
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER
from itertools import count
from pathlib import Path
from time import monotonic, sleep, time
from typing import Any, BinaryIO
from zlib import crc32

from explainer.phrases import phrase

STALE_S = 10.0
"""A lock this old was left behind by a program that ended while it wrote."""
_NO_FILE = 22
"""The number that systems give to an order that a file cannot follow, EINVAL; that of this system may be another."""
_LONGEST = 100
"""So many bytes of a name are in the name of what is written beside it, which systems let have 255."""
_DAY_S = 86_400.0
"""What is written beside a file is put there within seconds. After a day it is left over, whoever wrote it."""
_SUM_BYTES = 4  # a CRC-32
_BESIDE = re.compile(r"\..+\.(\d{1,10})-\d+\.(?:new|old)", re.DOTALL)

_numbers = count()


def destination_of(file: Path) -> Path:
    """The place of the file to be replaced, links followed.

    Files are written beside their place and then put there, which would take away a device such as /dev/null, or a
    pipe. Raises OSError for what is there and is no ordinary file, for links in a circle, and for what is no name.
    """
    place = resolved(file)
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, "there is a folder of this name", str(file))
    if place.exists() and not place.is_file():
        raise OSError(_NO_FILE, "this is no ordinary file but a device or a pipe", str(file))
    return place


def is_there(file: Path) -> bool:
    """Whether there is something of a name that somebody typed; no, where no name is like that or nobody may look."""
    with suppress(OSError, ValueError):
        return file.exists()
    return False


def is_folder(file: Path) -> bool:
    """The same for a folder."""
    with suppress(OSError, ValueError):
        return file.is_dir()
    return False


def resolved(file: Path) -> Path:
    """The file that a name leads to, which need not be there. Raises OSError for a circle of links and for no name."""
    try:
        place = file.resolve()
        with suppress(FileNotFoundError):
            place.lstat()  # a name that is too long is refused here
    except RuntimeError as error:  # Python below 3.13 says so of links that lead to each other
        raise OSError(errno.ELOOP, "its link leads back to itself", str(file)) from error
    except ValueError as error:
        raise OSError(errno.EINVAL, "a name has no character NUL", str(file)) from error
    if place.is_symlink():  # what is left of a circle
        raise OSError(errno.ELOOP, "its link leads back to itself", str(file))
    return place


def check_destination(file: Path, *, or_folder: bool = False) -> None:
    """Whether something can be written there, before the work is done that makes it. Raises OSError with the reason."""
    try:
        place = destination_of(file)
    except IsADirectoryError:
        if not or_folder:
            raise
        place = resolved(file)
    folder = place.parent
    if not folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, phrase("there is no folder {0}", folder), str(file))
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, phrase("you may not write into {0}", folder), str(file))


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """A stream for the content of a file, which is there when all of it is written and on the disk, and not before.

    The permissions of a file that was there stay. Raises OSError; the old file is then as it was.
    """
    place = destination_of(file)
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, "the file may not be written", str(file))
    remove_left_over(place.parent)
    half = beside(place)
    try:
        with half.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            half.chmod(stat.S_IMODE(place.stat().st_mode))
        half.replace(place)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise
    _sync_folder(place.parent)


def cache_file(name: str) -> Path | None:
    """Where something is kept that can be made anew; None where no folder can be made for it."""
    from platformdirs import user_cache_path

    try:
        return user_cache_path("explainer", ensure_exists=True) / name
    except OSError:
        return None


def keep_values(file: Path, of: str, values: Any) -> None:
    """Keep plain values, or byte code, that take long to make, with what they were made of.

    Raises OSError, and ValueError for values of other kinds.
    """
    content = written_values(of, values)
    with whole_file(file) as stream:
        stream.write(content)


def kept_values(file: Path, of: str) -> Any:
    """What a file keeps; None where it is missing, damaged, made of something else or by another version of Python."""
    try:
        return read_values(file.read_bytes(), of)
    except OSError:
        return None


def is_ours(file: Path) -> bool:
    """Whether nobody else may write a file, as far as the system tells: what is in it will be run."""
    if sys.platform == "win32":
        return True
    with suppress(OSError):
        found = file.stat()
        return found.st_uid == os.getuid() and not found.st_mode & 0o022
    return False


def written_values(of: str, values: Any) -> bytes:
    """Plain values as they are kept. Raises ValueError for values of other kinds."""
    body = marshal.dumps((of, values))
    return _head(body) + body


def read_values(content: bytes, of: str) -> Any:
    """What was kept; None if it is damaged, made of something else or by another version of Python."""
    size = len(_head(b""))
    head, body = content[:size], content[size:]
    if head != _head(body):
        return None
    written, values = marshal.loads(body)  # the sum has shown that all are there, and the head who wrote them
    return values if written == of else None


def _head(body: bytes) -> bytes:
    return MAGIC_NUMBER + crc32(body).to_bytes(_SUM_BYTES, "big")


def beside(place: Path, ending: str = "new") -> Path:
    """A name for what is written beside a place, which no other program and no other thread has."""
    name = place.name.encode("utf-8", "surrogateescape")[:_LONGEST].decode("utf-8", "ignore")
    return place.with_name(f".{name}.{os.getpid()}-{next(_numbers)}.{ending}")


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system can do that."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def remove_left_over(folder: Path, number: int | None = None) -> None:
    """Take away what programs that were killed have left in a folder, or the one program with a number; only that.

    An old folder that was set aside, and not replaced by its new one, gets its name back.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _BESIDE.fullmatch(entry.name)
            if match is None or entry.is_symlink():
                continue
            with suppress(OSError):
                writer = int(match[1])
                gone = writer == number if number is not None else _is_left_over(writer, entry)
                if gone and entry.is_dir():
                    _remove_folder(folder / entry.name)
                elif gone:
                    (folder / entry.name).unlink()


def _remove_folder(left: Path) -> None:
    place = left.with_name(left.name[1:].rpartition(".")[0].rpartition(".")[0])
    if left.suffix == ".old" and not place.exists() and len(place.name.encode()) < _LONGEST:
        left.rename(place)
    else:
        import shutil  # rarely needed, and it loads all kinds of archives

        shutil.rmtree(left, ignore_errors=True)


def _is_left_over(writer: int, entry: os.DirEntry[str]) -> bool:
    """Whether the process that wrote it has ended. Where that cannot be found out, its age tells."""
    if writer == os.getpid():
        return False
    with suppress(OSError):
        if time() - entry.stat(follow_symlinks=False).st_mtime > _DAY_S:
            return True
    if os.name != "posix":  # the signal 0 is Ctrl+C on Windows
        return False
    try:
        os.kill(writer, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return writer == 0


def reason_of(error: OSError) -> str:
    """What the system says of a failure, as the end of a sentence."""
    said = error.strerror or str(error)
    return said[:1].lower() + said[1:] if said else phrase("the system gives no reason")


def set_aside(file: Path) -> Path:
    """Give a damaged file another name, which no file has yet, and return that. Raises OSError."""
    other = next(
        name for k in count(1) if not (name := file.with_name(f"{file.stem}.damaged-{k}{file.suffix}")).exists()
    )
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
