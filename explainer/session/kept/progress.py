"""What has been read and done, kept between starts: problems derived or solved, lessons read, and their tasks.

One file in the platform's place for data. Marks are only ever added, and a mark is written together with those that are
in the file by then, so two windows at the same time do not lose each other's. A file that cannot be read is
set aside under another name, never written over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from explainer.phrases import phrase
from explainer.session.kept.safe_writing import locked, set_aside, write_whole

VERSION = 1
PATIENCE_S = 0.05
"""How long one waits for another window that is writing; what could not be written comes with the next mark."""

DERIVED, READ, SOLVED = "derived", "read", "solved"
"""The kinds of marks: problems that were seen to the end, lessons that were read, and what was solved: problems and the
tasks of lessons, all by their ids."""
KINDS = (DERIVED, READ, SOLVED)


class DamagedError(Exception):
    """The file is not what this program writes."""


class Progress:
    """The marks. Nothing is read before somebody asks; `complaint` says in a sentence what went wrong with the file."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._marks: dict[str, set[str]] | None = None
        self._unwritten: set[tuple[str, str]] = set()
        self._listeners: list[Callable[[], None]] = []
        self._may_write = True
        self.complaint = ""

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell this listener of every new mark."""
        self._listeners.append(listener)

    @property
    def derived(self) -> frozenset[str]:
        """The ids of the problems that were derived to the end."""
        return frozenset(self._known()[DERIVED])

    @property
    def read(self) -> frozenset[str]:
        """The ids of the lessons that were read to the end."""
        return frozenset(self._known()[READ])

    @property
    def solved(self) -> frozenset[str]:
        """The ids of the problems and of the tasks of lessons that were solved."""
        return frozenset(self._known()[SOLVED])

    def mark(self, kind: str, identifier: str) -> bool:
        """Remember what somebody has read, seen or solved, by its id; return whether that is new."""
        marks = self._known()[kind]
        if identifier in marks:
            return False
        marks.add(identifier)
        self._unwritten.add((kind, identifier))
        self.save()
        for listener in tuple(self._listeners):
            listener()
        return True

    def save(self, patience_s: float = PATIENCE_S) -> bool:
        """Write the marks that are not in the file yet; return whether none is left over."""
        file = self.file
        if not self._unwritten or not self._may_write or file is None:
            return not self._unwritten
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with locked(file, patience_s) as mine:
                if not mine:
                    return False
                self._take_in(self._read(file))
                if not self._may_write:
                    return False
                write_whole(file, _text_of(self._known()))
        except OSError as error:
            self.complaint = phrase("Your reading progress cannot be saved: {0}.", error)
            return False
        self._unwritten.clear()
        return True

    @property
    def file(self) -> Path | None:
        """Where the marks are kept; None where this system has no place for them."""
        if self._file is None:
            from platformdirs import user_data_path

            self._file = user_data_path("explainer", appauthor=False) / "progress.json"
        return self._file

    def _known(self) -> dict[str, set[str]]:
        if self._marks is None:
            self._marks = {kind: set() for kind in KINDS}
            if self.file is not None:
                self._take_in(self._read(self.file))
        return self._marks

    def _take_in(self, found: Mapping[str, set[str]]) -> None:
        for kind, marks in self._known().items():
            marks |= found.get(kind, set())

    def _read(self, file: Path) -> Mapping[str, set[str]]:
        """The marks in the file; none where there is none. A damaged file is set aside, and the complaint says so."""
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._may_write = False
            self.complaint = phrase("Your reading progress cannot be looked up: {0}.", error)
            return {}
        except UnicodeDecodeError:
            text = ""
        try:
            return self._understood(text)
        except DamagedError as error:
            self._set_aside(file, str(error))
            return {}

    def _understood(self, text: str) -> Mapping[str, set[str]]:
        """The marks in a text. Raises DamagedError, saying what is wrong."""
        import json

        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise DamagedError("it is not JSON") from error
        if not isinstance(data, dict) or not isinstance(data.get("version"), int):
            raise DamagedError("it has no version")
        if data["version"] > VERSION:
            self._may_write = False
            self.complaint = "Your reading progress was saved by a newer version of the program; it is left as it is."
        found = {}
        for kind in KINDS:
            marks = data.get(kind, [])
            if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
                raise DamagedError(phrase("“{0}” is not a list of names", kind))
            found[kind] = set(marks)
        return found

    def _set_aside(self, file: Path, fault: str) -> None:
        try:
            other = set_aside(file)
        except OSError as error:
            self._may_write = False
            self.complaint = phrase(
                "The file with your reading progress is damaged ({0}) and cannot be set aside: {1}.", fault, error
            )
            return
        self.complaint = phrase(
            "The file with your reading progress was damaged: {0}. It was set aside as {1}, and the marks "
            "start afresh.",
            fault,
            other,
        )


def _text_of(marks: Mapping[str, set[str]]) -> str:
    import json

    data = {"version": VERSION, **{kind: sorted(names) for kind, names in marks.items()}}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
