"""Regular expressions that are compiled when a text comes that they may be found in.

Questions in words, code and second derivatives are looked for in every text, by patterns of which some take
milliseconds to compile: all together a tenth of what the window needs until its first step is painted. Most of them
can only be found in a text that has one of a few signs, and to look for these costs nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_patterns: list[LatePattern] = []
"""All that there are, each of a module and made once."""


def compile_all() -> None:
    """Compile the patterns of all modules that are loaded: for who waits with nothing else to do."""
    for pattern in _patterns:
        _ = pattern.compiled


class LatePattern:
    """A pattern with what a text needs to have for it: one of the signs or words of each of `needs`."""

    def __init__(self, source: str, flags: int = 0, *needs: tuple[str, ...]) -> None:
        self._source, self._flags = source, flags
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None
        _patterns.append(self)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, for every text."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def may_be_in(self, text: str) -> bool:
        """Whether a text has what the pattern cannot be found without."""
        if self._flags & re.IGNORECASE and self._needs:
            text = text.casefold()
        return all(any(word in text for word in words) for words in self._needs)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """What `re` finds at the start."""
        return self.compiled.match(text, start, end) if self.may_be_in(text) else None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """What `re` finds first."""
        return self.compiled.search(text, start, end) if self.may_be_in(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """What `re` makes of the whole text."""
        return self.compiled.fullmatch(text) if self.may_be_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All that `re` finds."""
        return self.compiled.finditer(text, start, end) if self.may_be_in(text) else iter(())
