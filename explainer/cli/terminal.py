"""What goes to the terminal: every text of a command passes here, as it may hold what stands in files and arguments.

A terminal obeys control characters: a title in a lesson could clear the screen, rename the window or hide a line.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from functools import wraps
from textwrap import fill
from typing import Any

LONGEST_LINE = 400
"""Longer lines of a message are cut in the middle: who pastes a page into a command wants to see what is wrong."""

SHOWN = "\N{REPLACEMENT CHARACTER}"
_KEPT = "\n\t"
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
"""What turns the direction of writing, and so shows other words than there are."""
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, *_TURNING)
_HARMLESS = {code: SHOWN for code in _CONTROLS if chr(code) not in _KEPT}


WIDEST = 96
"""Longer lines of prose are hard to read, however wide the terminal is."""
NARROWEST = 40
"""In letters: in narrower terminals words would stand alone on their lines, and lines that wrap are read more
easily."""


def width() -> int:
    """How many columns prose may take: those of the terminal or of COLUMNS, within what can be read."""
    columns = shutil.get_terminal_size((WIDEST + 2, 24)).columns
    return max(NARROWEST, min(WIDEST, columns - 2))


def harmless(text: str) -> str:
    """The text with a visible sign for everything that a terminal would obey instead of showing it."""
    return text.replace("\r\n", "\n").translate(_HARMLESS)


def say(text: str) -> None:
    """Write an answer on standard output."""
    sys.stdout.write(harmless(text if text.endswith("\n") else text + "\n"))


def complain(text: str) -> None:
    """Write a message on standard error, behind the name of the program."""
    lines = harmless(text).split("\n")
    sys.stderr.write(f"explainer: {chr(10).join(map(_short, lines))}\n")


def tell_progress(text: str) -> None:
    """Say what is being done, on one line that is written over; only where somebody is looking."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{_short(' '.join(harmless(text).split()))}")
        sys.stderr.flush()


def _short(line: str) -> str:
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} … {line[-half:]}"


def narrowed(text: str) -> str:
    """The text with every line that is wider than the terminal broken, its rest under where its last column begins."""
    from explainer.export.breaking import wrapped

    room = width()
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) <= room:
            lines.append(line)
            continue
        margin = _column(line, 2 * room // 3)
        margin = min(margin, max(4, room - max(map(len, line.split()))))  # a long name has all of a line
        if len(_WORD.findall(line)) >= _PROSE and "  explainer" not in line:
            lines += fill(
                line, room, subsequent_indent=" " * margin, break_long_words=False, break_on_hyphens=False
            ).split("\n")
        else:
            first, *rest = wrapped(line[margin:], room - margin)
            lines += [line[:margin] + first, *(" " * margin + part for part in rest)]
    return "\n".join(lines)


_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_PROSE = 4
"""A line with so many words is prose, and one with fewer a formula."""
_COLUMN = re.compile(r"\S {2,}(?=\S)|^ *(?:= |\d+\. |[A-Z]\. |• )?")


def _column(line: str, most: int) -> int:
    """Where the last column of a line begins, within its first two thirds."""
    return max((match.end() for match in _COLUMN.finditer(line) if match.end() <= most), default=0)


def page(written: Callable[..., str]) -> Callable[..., str]:
    """A function that writes a page, made as narrow as the terminal."""

    @wraps(written)
    def narrow(*given: Any) -> str:
        return narrowed(written(*given))

    return narrow
