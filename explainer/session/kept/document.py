"""A derivation as a file: what was asked for and where one stands in it, as JSON with a kind and a version.

Like a lesson, a file holds no results: the derivation is made anew when it is opened, so that a file of any age is
derived and checked by the program that reads it. `line` is the text of the line where one stood; it finds the place
again where another version of the program takes other steps.

To change the format: raise `VERSION`, add a row to `MIGRATIONS` that makes the former data into the new, and put a
sample of the former version into tests/session/kept/documents.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explainer.errors import ExplainerError
from explainer.phrases import phrase
from explainer.session.kept.safe_writing import reason_of, write_whole
from explainer.session.session import Request, Session

KIND = "explainer derivation"
VERSION = 3
SUFFIX = ".derivation"
MOST_BYTES = 64_000_000
"""A larger file is none of ours; it is not read at all."""


class FileError(ExplainerError):
    """A file that cannot be opened or saved; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: the problem, the position with the text of its line, and what is typed but not derived."""

    request: Request
    position: int = 0
    line: str = ""
    typed: str | None = None

    @classmethod
    def of(cls, session: Session, typed: str | None = None) -> Document:
        """What is open in a session now."""
        line = session.line()
        return cls(session.request, session.place, "" if line is None else line.text(), typed)

    def open_in(self, session: Session) -> bool:
        """Derive the problem and go to the place in it; return whether the problem could be derived."""
        opened = session.open(*self.request)
        if opened:
            session.go_to_place(self.position, self.line)
        return opened

    def begin_in(
        self, session: Session, then: Callable[[bool], None], within: Callable[[], AbstractContextManager[object]]
    ) -> None:
        """The same without waiting longer than a command may; `then` is told whether the problem could be derived."""

        def go_there(opened: bool) -> None:
            if opened:
                session.go_to_place(self.position, self.line)
            then(opened)

        session.begin(self.request, go_there, within)


def document_text(document: Document) -> str:
    """The document as the text of a file."""
    request = document.request
    data: dict[str, Any] = {
        "kind": KIND,
        "version": VERSION,
        "problem": {
            "text": request.text,
            "wrt": request.wrt,
            "shapes": dict(request.shapes),
            "method": request.method,
            "layout": request.layout,
            "order": request.order,
            "form": request.form,
        },
        "position": document.position,
        "line": document.line,
    }
    if document.typed is not None:
        data["typed"] = document.typed
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_document(text: str, name: str) -> Document:
    """The document that a text holds, whatever version wrote it. Raises FileError with the name and what is wrong."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise FileError(_not_json(text, name, error), hint="The file is left as it is.") from error
    except (ValueError, RecursionError) as error:
        raise FileError(phrase("{0} is damaged: it is not JSON that can be read", name)) from error
    if not isinstance(data, dict) or KIND not in (data.get("kind"), data.get("format")):
        raise FileError(phrase("{0} is not a derivation saved by this program", name), hint="Open a .derivation file.")
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileError(phrase("{0} is damaged: its version is {1}, not a number, 1 or greater", name, f"{version!r}"))
    if version > VERSION:
        raise FileError(
            phrase(
                "{0} was saved by a later version of the program (format {1}; this one reads up to {2})",
                name,
                version,
                VERSION,
            ),
            hint="Open it with that version. The file is left as it is.",
        )
    try:
        while version < VERSION:
            data, version = MIGRATIONS[version](data), version + 1
        return _understood(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        said = phrase("“{0}” is missing", error.args[0]) if isinstance(error, KeyError) else str(error)
        raise FileError(phrase("{0} is damaged: {1}", name, said), hint="The file is left as it is.") from error


def save_document(document: Document, file: Path) -> None:
    """Write the document into a file, whole or not at all. Raises FileError; the file is then as it was."""
    save_text(lambda: document_text(document), file)


def save_text(made: Callable[[], str], file: Path) -> None:
    """Write what is made into a file, whole or not at all. Raises FileError; the file is then as it was."""
    try:
        write_whole(file, made())
    except (OSError, UnicodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        hint = "Nothing is lost: save it under another name."
        raise FileError(phrase("{0} cannot be saved in {1}: {2}", file.name, file.parent, reason), hint=hint) from error


def load_document(file: Path) -> Document:
    """The document in a file. Raises FileError with the name and what is wrong."""
    return read_document(text_of(file), file.name)


def text_of(file: Path) -> str:
    """The text of a file. Raises FileError where it cannot be read or is no text."""
    try:
        if file.exists() and not file.is_file():  # reading a pipe would wait for ever
            raise FileError(phrase("{0} cannot be read: it is no file but a folder or a device", file.name))
        if file.is_file() and file.stat().st_size > MOST_BYTES:
            raise FileError(phrase("{0} is larger than any file of this program", file.name))
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(phrase("{0} is not a file of this program: it holds no text", file.name)) from error
    except FileNotFoundError as error:
        raise FileError(phrase("there is no file {0} in {1}", file.name, file.parent)) from error
    except OSError as error:
        raise FileError(phrase("{0} cannot be read: {1}", file.name, reason_of(error))) from error


def _not_json(text: str, name: str, error: json.JSONDecodeError) -> str:
    if not text.strip():
        return phrase("{0} is empty", name)
    if not text.lstrip().startswith("{"):
        return phrase("{0} is not a derivation saved by this program", name)
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return phrase(
            "{0} is cut off: it ends in line {1}, before its end", name, text.count(chr(10), 0, len(text.rstrip())) + 1
        )
    return phrase(
        "{0} is damaged in line {1}, column {2}: {3}{4}",
        name,
        error.lineno,
        error.colno,
        error.msg[:1].lower(),
        error.msg[1:],
    )


def _understood(data: Mapping[str, Any]) -> Document:
    """The document in data of this version. Raises KeyError and ValueError with what is wrong."""
    problem = _of_kind(data, "problem", dict)
    shapes = _of_kind(problem, "shapes", dict)
    if not all(isinstance(shape, str) for shape in shapes.values()):
        raise ValueError("“shapes” does not give names their shapes as texts")
    position = _of_kind(data, "position", int)
    if position < 0 or isinstance(position, bool):
        raise ValueError(f"“position” is {position}, not a number from 0 on")
    text, wrt, method, layout = (_of_kind(problem, field, str) for field in ("text", "wrt", "method", "layout"))
    order, form = _of_kind(problem, "order", int), _of_kind(problem, "form", str)
    typed = _of_kind(data, "typed", str) if "typed" in data else None
    return Document(
        Request(text, wrt, shapes, method, layout, order, form), position, _of_kind(data, "line", str), typed
    )


def _of_kind(data: Mapping[str, Any], field: str, kind: type) -> Any:
    value = data[field]
    if not isinstance(value, kind):
        raise ValueError(f"“{field}” is not {_KINDS[kind]}")
    return value


_KINDS: Mapping[type, str] = {str: "a text", int: "a whole number", dict: "a group of fields"}


def _from_whole_trace(data: Mapping[str, Any]) -> dict[str, Any]:
    """Version 1 is the whole trace, as `explainer derive --format json` writes it: its problem is what is needed."""
    problem = _of_kind(data, "problem", dict)
    kept = {name: problem[name] for name in ("text", "wrt", "shapes", "method", "layout")}
    return {"kind": KIND, "version": 2, "problem": kept, "position": 0, "line": ""}


def _with_order_and_form(data: Mapping[str, Any]) -> dict[str, Any]:
    """Version 2 knows first derivatives only, and m*n in a shape is a matrix of m rows and n columns."""
    problem = _of_kind(data, "problem", dict)
    shapes = _of_kind(problem, "shapes", dict)
    rewritten = {name: s.replace("*", " x ") if isinstance(s, str) else s for name, s in shapes.items()}
    return {**data, "version": 3, "problem": {**problem, "shapes": rewritten, "order": 1, "form": "vec"}}


MIGRATIONS: Mapping[int, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    1: _from_whole_trace,
    2: _with_order_and_form,
}
"""What makes the data of a version into those of the next one."""
