"""Earlier problems, kept between starts: what was derived from the field, the newest last.

One file of its own in the platform's place for data. It is written whole or not at all; what another window has written
meanwhile is taken in first; a damaged file is set aside under another name, never written over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from explainer.phrases import phrase
from explainer.session.kept.safe_writing import set_aside, write_whole
from explainer.session.session import Request

VERSION = 1
MOST = 200
"""So many problems are kept; the oldest go first."""
LONGEST = 10_000
"""A longer text, which the language does not read, is not kept."""


class History:
    """The problems. Nothing is read before somebody asks; `complaint` says in a sentence what went wrong."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._entries: list[Request] | None = None
        self._may_write = True
        self.complaint = ""

    @property
    def entries(self) -> tuple[Request, ...]:
        """All problems, the newest last."""
        return tuple(self._known())

    def add(self, request: Request) -> None:
        """Keep a problem; one with the text and shapes of the newest takes its place."""
        if not request.text.strip() or len(request.text) > LONGEST:
            return
        request = request._replace(text=request.text.strip(), shapes=dict(request.shapes))
        known = self._known()
        if known and known[-1] == request:
            return
        file = self.file
        if file is not None and self._may_write:
            known = self._entries = self._read(file) or known  # another window may have added some
        _append(known, request)
        self._write()

    def search(self, words: str) -> tuple[Request, ...]:
        """The problems that have all these words in them, the newest first, each once."""
        wanted = words.lower().split()
        found: dict[tuple[str, str, tuple[tuple[str, str], ...]], Request] = {}
        for entry in reversed(self._known()):
            inside = " ".join((entry.text, entry.wrt, entry.method, entry.layout, *entry.shapes.values())).lower()
            if all(word in inside for word in wanted):
                found.setdefault((entry.text, entry.wrt, tuple(sorted(entry.shapes.items()))), entry)
        return tuple(found.values())

    @property
    def file(self) -> Path | None:
        """Where the problems are kept."""
        if self._file is None:
            from platformdirs import user_data_path

            self._file = user_data_path("explainer", appauthor=False) / "history.json"
        return self._file

    def _known(self) -> list[Request]:
        if self._entries is None:
            self._entries = self._read(self.file) if self.file is not None else []
        return self._entries

    # --- the file ----------------------------------------------------------------------------------------------------

    def _read(self, file: Path) -> list[Request]:
        """The problems in the file; none where there is none. A damaged file is set aside."""
        import json

        try:
            data = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(data, dict) and type(data.get("version")) is int and data["version"] > VERSION:
                self._may_write = False
                self.complaint = (
                    "The earlier problems were saved by a newer version of the program; they are left as they are."
                )
                return []
            return _understood(data)
        except FileNotFoundError:
            return []
        except OSError as error:
            self._may_write = False
            self.complaint = phrase("The earlier problems cannot be looked up: {0}.", error)
        except (ValueError, RecursionError) as error:
            self._set_aside(file, str(error))
        return []

    def _set_aside(self, file: Path, fault: str) -> None:
        try:
            other = set_aside(file)
        except OSError as error:
            self._may_write = False
            self.complaint = phrase("The file of the earlier problems is damaged and cannot be set aside: {0}.", error)
            return
        self.complaint = phrase(
            "The file of the earlier problems was damaged ({0}); it was set aside as {1}.", fault, other
        )

    def _write(self) -> None:
        """Write beside the file and put it in its place, so that there is always a whole one."""
        import json

        file = self.file
        if file is None or not self._may_write:
            return
        data = {"version": VERSION, "problems": [_as_data(entry) for entry in self._known()]}
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
        except (OSError, UnicodeEncodeError) as error:
            self.complaint = phrase("The problem cannot be saved for later: {0}.", error)


def _append(entries: list[Request], request: Request) -> None:
    if entries and (entries[-1].text, entries[-1].shapes) == (request.text, request.shapes):
        entries.pop()
    entries.append(request)
    del entries[:-MOST]


def _as_data(entry: Request) -> dict[str, Any]:
    return {**entry._asdict(), "shapes": dict(entry.shapes)}


def _understood(data: object) -> list[Request]:
    """The problems in what was read. Raises ValueError, saying what is wrong."""
    problems = data.get("problems") if isinstance(data, dict) else None
    if not isinstance(problems, list):
        raise ValueError("it has no list of problems")
    return [_request(problem) for problem in problems][-MOST:]


_LATER_FIELDS: Mapping[str, Any] = {"order": 1, "form": "vec"}


def _request(problem: object) -> Request:
    if isinstance(problem, dict):
        problem = {**_LATER_FIELDS, **problem}  # what earlier versions wrote has none of these
    if not isinstance(problem, dict) or set(problem) != set(Request._fields):
        raise ValueError("a problem has other parts than it should have")
    shapes = problem["shapes"]
    texts: Sequence[object] = [problem[field] for field in Request._fields if field not in {"shapes", "order"}]
    if type(problem["order"]) is not int:
        raise ValueError("a part of a problem is no whole number")
    if not isinstance(shapes, Mapping) or not all(isinstance(text, str) for text in (*texts, *shapes.values())):
        raise ValueError("a part of a problem is no text")
    return Request(**problem)
