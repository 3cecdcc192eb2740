"""The learner's file: one line of JSON for each exercise that was finished, added at its end and never written over.

So a kill loses at most the last answer, two programs that write at once lose nothing, and a line that is damaged or
from a newer version stays where it is, while all others are used. What is known of the learner follows from the lines.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path

from explainer.destinations import locked, reason_of, whole_file
from explainer.errors import ExplainerError
from explainer.phrases import counted, phrase

VERSION = 1
PATIENCE_S = 2.0
"""How long one waits for another program that is writing; after that the line is added all the same."""
MOST_BYTES = 64_000_000
"""A file of a hundred years; what is larger is something else."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one exercise went: when (in UTC), of which skill and grade, and what was right, wrong and shown."""

    when: datetime
    skill: str
    grade: int = 1
    text: str = ""
    asked: int = 1
    first_try: int = 1
    wrong: int = 0
    hints: int = 0
    highest_hint: int = 0
    skipped: int = 0
    seconds: float = 0.0
    mistakes: tuple[str, ...] = field(default=())
    key: str = ""
    """Of which sitting it is, and which problem of it: what is noted twice, after a kill, counts once."""

    @property
    def right(self) -> bool:
        """Whether it was done without a mistake and without being shown a line."""
        return not self.wrong and not self.skipped and self.highest_hint < 4


class Record:
    """The outcomes, read when somebody first asks. `complaint` says in a sentence what is wrong with the file.

    Without a file they are kept in memory only.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.complaint = ""
        self._outcomes: list[Outcome] | None = None
        self._unwritten: list[Outcome] = []

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that could be read, in the order of time."""
        if self._outcomes is None:
            self._outcomes = _each_once(self._read())
        return tuple(sorted(self._outcomes, key=lambda outcome: outcome.when))

    def note(self, outcome: Outcome) -> bool:
        """Remember an outcome; return whether it is on the disk. What could not be written is tried with the next."""
        known = self.outcomes
        if outcome.key and any(other.key == outcome.key for other in known):
            return not self._unwritten
        self._outcomes = [*known, outcome]
        self._unwritten.append(outcome)
        return self._write()

    def export(self, file: Path) -> None:
        """Write all outcomes to a file, JSON or, where its name says so, CSV. Raises OSError."""
        rows = [_plain(outcome) for outcome in self.outcomes]
        text = _as_csv(rows) if file.suffix.lower() == ".csv" else json.dumps({"version": VERSION, "answers": rows})
        with whole_file(file) as stream:
            stream.write(text.encode("utf-8"))

    def delete(self) -> None:
        """Forget everything, on the disk too. Raises OSError where the file cannot be removed."""
        if self.file is not None:
            self.file.unlink(missing_ok=True)
        self._outcomes, self._unwritten = [], []

    # --- inside ------------------------------------------------------------------------------------------------------

    def _write(self) -> bool:
        if self.file is None:
            return False
        data = b"".join(line_of(outcome) for outcome in self._unwritten)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.file, PATIENCE_S):
                _add(self.file, data)
        except OSError as error:
            self.complaint = phrase("Your answers cannot be saved: {0}.", reason_of(error))
            return False
        self._unwritten.clear()
        return True

    def _read(self) -> Iterable[Outcome]:
        if self.file is None:
            return ()
        try:
            if not self.file.exists():
                return ()
            if not self.file.is_file() or self.file.stat().st_size > MOST_BYTES:
                raise OSError("this is no file of answers")
            data = self.file.read_bytes()
        except OSError as error:
            self.complaint = phrase("Your earlier answers cannot be read: {0}.", reason_of(error))
            return ()
        found, damaged, newer = read_lines(data)
        if damaged:
            self.complaint = counted(
                "{0} line of the file with your answers is damaged: it stays there, and the others are used.",
                "{0} lines of the file with your answers are damaged: they stay there, and the others are used.",
                damaged,
            )
        elif newer:
            self.complaint = phrase(
                "Some of your answers were saved by a newer version of the program; they stay there."
            )
        return found


def read_lines(data: bytes) -> tuple[list[Outcome], int, int]:
    """The outcomes in the content of a file, and how many lines are damaged or from a newer version."""
    found: list[Outcome] = []
    damaged = newer = 0
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        try:
            found.append(_understood(json.loads(line.decode("utf-8"))))
        except _NewerError:
            newer += 1
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            damaged += 1
    return found, damaged, newer


def _each_once(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The first of those that are of the same exercise."""
    named: set[str] = set()
    found = []
    for outcome in outcomes:
        if not outcome.key or outcome.key not in named:
            named.add(outcome.key)
            found.append(outcome)
    return found


class _NewerError(Exception):
    """A line of a version to come."""


def line_of(outcome: Outcome) -> bytes:
    """An outcome as a line of the file."""
    return json.dumps({"v": VERSION, **_plain(outcome)}, ensure_ascii=False).encode("utf-8") + b"\n"


def _add(file: Path, data: bytes) -> None:
    """Add lines at the end of a file; what a kill has left of a line there gets an end first."""
    with file.open("ab") as stream:
        if stream.tell() and not _ends_with_newline(file):
            data = b"\n" + data
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _ends_with_newline(file: Path) -> bool:
    with file.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


def _plain(outcome: Outcome) -> dict[str, object]:
    return {**asdict(outcome), "when": outcome.when.isoformat(), "seconds": round(outcome.seconds, 1)}


def _understood(data: object) -> Outcome:
    """An outcome from its line. Raises ValueError or TypeError for what is none, _NewerError for one to come."""
    if not isinstance(data, dict) or not isinstance(data.get("v"), int):
        raise ValueError("no line of an answer")
    if data["v"] > VERSION:
        raise _NewerError
    when = datetime.fromisoformat(data["when"])
    if when.tzinfo is None:
        raise ValueError("a time without its zone")
    values = {row.name: data[row.name] for row in fields(Outcome) if row.name in data}
    for name, value in values.items():
        kind = _KINDS[name]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(name)
        if isinstance(value, int | float) and not 0 <= value < 1e12:
            raise ValueError(name)
    mistakes = tuple(map(str, values.pop("mistakes", ())))
    return Outcome(**{**values, "when": when.astimezone(UTC), "mistakes": mistakes})


_KINDS: dict[str, type | tuple[type, ...]] = {
    "when": str, "skill": str, "grade": int, "text": str, "asked": int, "first_try": int, "wrong": int, "hints": int,
    "highest_hint": int, "skipped": int, "seconds": (int, float), "mistakes": list, "key": str,
}  # fmt: skip


def _as_csv(rows: list[dict[str, object]]) -> str:
    import csv
    import io

    stream = io.StringIO()
    writer = csv.writer(stream)
    names = [row.name for row in fields(Outcome)]
    writer.writerow(names)
    for row in rows:
        mistakes = row["mistakes"]
        assert isinstance(mistakes, list | tuple)
        writer.writerow([" ".join(mistakes) if name == "mistakes" else row[name] for name in names])
    return stream.getvalue()


def own_record() -> Record:
    """The record of whoever uses this computer account. Raises ExplainerError where the system has no place for it."""
    try:
        from platformdirs import user_data_path

        return Record(user_data_path("explainer", appauthor=False) / "answers.jsonl")
    except (OSError, RuntimeError) as error:
        raise ExplainerError("this system has no place for your answers", hint=str(error)) from error
