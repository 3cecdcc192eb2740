"""The objects of a PDF file: numbered, written in any order, and taken away as bytes while more are made.

Source: PDF 1.7 (ISO 32000-1), chapter 7.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from typing import Final

_ROWS: Final = 500
"""So many rows of the table of places are written at once."""
HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects:
    """The file so far. Only the places of the objects are kept, so that a long file needs little memory."""

    def __init__(self) -> None:
        self._places = array("Q", [0])
        self._waiting = [HEAD]
        self._length = len(HEAD)

    def reserve(self) -> int:
        """A number for an object that others name before it is written."""
        self._places.append(0)
        return len(self._places) - 1

    def put(self, content: bytes | str, number: int | None = None) -> int:
        """Write an object, and give its number."""
        number = self.reserve() if number is None else number
        self._places[number] = self._length
        data = content.encode() if isinstance(content, str) else content
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, data))
        return number

    def taken(self) -> bytes:
        """The bytes that were written since they were last asked for."""
        data = b"".join(self._waiting)
        self._waiting.clear()
        return data

    def end(self, root: int, info: int) -> Iterator[bytes]:
        """What is left, and the table of the places; no date, so that equal input gives equal bytes."""
        yield self.taken()
        count = len(self._places)
        yield b"xref\n0 %d\n0000000000 65535 f \n" % count
        for first in range(1, count, _ROWS):
            # A number that was reserved and never used names an object that does not exist.
            rows = self._places[first : first + _ROWS]
            yield b"".join(b"%010d 00000 n \n" % place if place else b"0000000000 65535 f \n" for place in rows)
        trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        yield trailer % (count, root, info, self._length)

    def _write(self, data: bytes) -> None:
        self._waiting.append(data)
        self._length += len(data)


def stream(content: str | bytes, entries: str = "") -> bytes:
    """A stream with these entries in its dictionary, compressed."""
    data = zlib.compress(content.encode() if isinstance(content, str) else content)
    return f"<< {entries}/Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def string(text: str) -> str:
    """Text in any script, as PDF writes it."""
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """Text as the hexadecimal digits of UTF-16."""
    return text.encode("utf-16-be", "replace").hex().upper()


def references(numbers: array[int] | list[int]) -> str:
    """Objects named one after the other."""
    return " ".join(f"{number} 0 R" for number in numbers)
