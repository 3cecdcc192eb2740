"""The bookmarks of a PDF, written as soon as what follows them is known.

Source: PDF 1.7 (ISO 32000-1), chapter 12.3.3.
"""

from __future__ import annotations

from dataclasses import dataclass

from explainer.typeset.files.drawing import number
from explainer.typeset.files.pdf_objects import Objects, string


@dataclass(slots=True)
class _Bookmark:
    number: int
    level: int
    entries: str
    before: int = 0
    first: int = 0
    last: int = 0
    count: int = 0


class Bookmarks:
    """A tree of places; only those from the root to the newest are in memory."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._open = [_Bookmark(objects.reserve(), 0, "/Type /Outlines ")]

    def add(self, level: int, title: str, page: int, y: float) -> None:
        """A bookmark at a height of a page, under the last one of a lower level."""
        before = 0
        here = self._objects.reserve()
        while self._open[-1].level >= level:
            closed = self._open.pop()
            # Levels may be left out: what is deeper than its neighbour stands beside it all the same.
            same = self._open[-1].level < level
            before = closed.number if same else 0
            self._write(closed, here if same else 0)
        parent = self._open[-1]
        parent.first = parent.first or here
        parent.last = here
        parent.count += 1
        entries = f"/Title {string(title)} /Dest [{page} 0 R /XYZ null {number(y)} null] "
        self._open.append(_Bookmark(here, level, entries, before))

    def end(self) -> int:
        """Write what is left, and give the number of the root; none where there is no bookmark."""
        while len(self._open) > 1:
            self._write(self._open.pop(), 0)
        root = self._open[0]
        if not root.count:
            return 0
        self._objects.put(
            f"<< {root.entries}/First {root.first} 0 R /Last {root.last} 0 R /Count {root.count} >>", root.number
        )
        return root.number

    def _write(self, mark: _Bookmark, following: int) -> None:
        parent = self._open[-1].number
        beside = f"/Prev {mark.before} 0 R " if mark.before else ""
        beside += f"/Next {following} 0 R " if following else ""
        # A negative count: the bookmarks inside are shown when the reader opens this one.
        inside = f"/First {mark.first} 0 R /Last {mark.last} 0 R /Count {-mark.count} " if mark.count else ""
        self._objects.put(f"<< {mark.entries}/Parent {parent} 0 R {beside}{inside}>>", mark.number)
