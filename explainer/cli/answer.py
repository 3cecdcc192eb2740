"""What a command hands back: nothing is written before it has succeeded, so that bad input leaves no half output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from explainer.destinations import reason_of
from explainer.errors import ExplainerError


@dataclass(frozen=True, slots=True)
class Answer:
    """The text for standard output, or a document as bytes, the exit status, and a remark for standard error."""

    text: str
    status: int = 0
    remark: str = ""
    document: bytes = b""


class UsageError(ExplainerError):
    """The command line itself is wrong: an unknown choice, a missing value, a file that cannot be written."""


def cannot_write(output: Path, error: OSError) -> UsageError:
    """The complaint about a file that cannot be written, with the reason that the system gives."""
    return UsageError(f"cannot write {output}: {reason_of(error)}", hint="Name another place with -o.")


_LISTS = {
    **{kind: f"explainer {kind}s" for kind in ("rule", "lesson", "function", "figure")},
    "skill": "explainer practice --list",
}
"""The commands that list all of a kind."""


def refuse_choice(kind: str, given: str, known: Iterable[str]) -> NoReturn:
    """Say that there is no such method, rule, lesson …, name the nearest one, and how to see all.

    Raises UsageError always.
    """
    names = sorted(known)
    near = get_close_matches(given, names, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}? " if near else ""
    if len(names) <= 12 or kind not in _LISTS:
        hint += f"There are: {', '.join(names)}." if names else "There are none yet."
    else:
        hint += f"“{_LISTS[kind]}” lists all {len(names)}."
    raise UsageError(f"there is no {kind} called “{given}”", hint=hint)


def checked_choice(kind: str, given: str, known: Iterable[str]) -> str:
    """The given name if it is one of the known ones. Raises UsageError otherwise."""
    names = tuple(known)
    if given not in names:
        refuse_choice(kind, given, names)
    return given
