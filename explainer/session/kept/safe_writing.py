"""Writing files so that there is always a whole one: the old or the new, whatever happens in between.

What everything that the program keeps has in common; none of it knows what is in a file.
"""

from __future__ import annotations

from pathlib import Path

from explainer.destinations import STALE_S, locked, reason_of, set_aside, whole_file

__all__ = ["STALE_S", "locked", "reason_of", "set_aside", "write_whole"]


def write_whole(file: Path, text: str) -> None:
    """Write a text whole or not at all. Raises OSError, and UnicodeError for a text that is none."""
    data = text.encode("utf-8")
    with whole_file(file) as stream:
        stream.write(data)
