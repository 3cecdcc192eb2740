"""Many files at once: in a zip, or in a folder that is there whole or not at all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final, TypeAlias, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from explainer.destinations import beside, check_destination, remove_left_over
from explainer.errors import ExplainerError

Pieces: TypeAlias = Iterator[bytes]
"""The bytes of a file in their order, made while they are read."""
Files: TypeAlias = Iterator[tuple[str, bytes]]
"""Names and contents of files in their order, made while they are read."""

_LONGEST: Final = 48
_PICTURES: Final = (".png", ".svg")
_OURS: Final = re.compile(r"([\w.-]+-)?(\d{3}|figure-\d+)-[\w-]+\.\w+")
"""What the files are called that this program puts into folders."""


class _Written:
    """What a zip was given to write since it was last asked for."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._waiting.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back."""

    def taken(self) -> bytes:
        data = b"".join(self._waiting)
        self._waiting.clear()
        return data


def zipped(files: Files) -> Pieces:
    """The files in a zip without dates, so that equal files give equal bytes; made while it is read."""
    written = _Written()
    with ZipFile(cast("IO[bytes]", written), "w") as archive:
        for name, data in files:
            entry = ZipInfo(name)
            entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
            yield written.taken()
    yield written.taken()


def _is_ours(entry: Path) -> bool:
    return entry.is_file() and _OURS.fullmatch(entry.name) is not None


def save_folder(files: Files, folder: Path, is_ours: Callable[[Path], bool] = _is_ours) -> int:
    """Write the files into a folder, and return how many bytes they have.

    They are written beside it and put there when all are whole. What the program wrote there before, which is what
    `is_ours`, is replaced; a folder with anything else in it is left alone. Raises ExplainerError for such a folder,
    and OSError.
    """
    check_destination(folder, or_folder=True)
    folder = folder.resolve()
    check_folder(folder, is_ours)
    remove_left_over(folder.parent)
    half, old = beside(folder), beside(folder, "old")
    size = 0
    try:
        half.mkdir()
        for name, data in files:
            size += (half / name).write_bytes(data)
        if folder.exists():
            folder.rename(old)
        half.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise
    finally:
        for left in (half, old):
            shutil.rmtree(left, ignore_errors=True)
    return size


def check_folder(folder: Path, is_ours: Callable[[Path], bool] = _is_ours) -> None:
    """Whether a folder can be written or replaced. Raises ExplainerError with the reason and a way on."""
    if folder.suffix.lower() in _PICTURES:
        raise ExplainerError(
            f"{folder.name} is the name of a single picture, and there is one for every step",
            hint="Name a folder, or a file that ends in .zip; “explainer render --step 3” draws a single step.",
        )
    if folder.is_file():
        raise ExplainerError(f"{folder} is a file", hint="Name a folder, or a file that ends in .zip.")
    foreign = sorted(entry.name for entry in folder.iterdir() if not is_ours(entry)) if folder.exists() else []
    if foreign:
        raise ExplainerError(
            f"{folder} holds other files, such as {foreign[0]}",
            hint="Name a folder that does not exist yet, or one in which only such files are.",
        )


def name_of(text: str) -> str:
    """A title as a part of a file's name: letters and digits with hyphens between."""
    words = re.findall(r"[^\W_]+", text.lower())
    return "-".join(words)[:_LONGEST].strip("-") or "step"


def prefixed(prefix: str, name: str) -> str:
    """A name behind that of the part it belongs to, where there is one."""
    cleaned = re.sub(r"[^\w.-]+", "-", prefix).strip("-.")
    return f"{cleaned}-{name}" if cleaned else name
