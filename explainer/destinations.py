"""Where a file may be written: at its name, or where its link leads, never in the place of a device or a pipe."""

from __future__ import annotations

from pathlib import Path

_NO_FILE = 22


def destination_of(file: Path) -> Path:
    """The place of the file to be replaced, links followed.

    Files are written beside their place and then put there, which would take away a device such as /dev/null, or a
    pipe. Raises OSError for what is there and is no ordinary file.
    """
    place = file.resolve()
    if place.is_dir():
        raise IsADirectoryError(21, "there is a folder of this name", str(file))
    if place.exists() and not place.is_file():
        raise OSError(_NO_FILE, "this is no ordinary file but a device or a pipe", str(file))
    return place
