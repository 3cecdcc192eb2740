"""What the user has chosen and wants to find again: one small JSON file in the platform's place for settings.

A missing file counts as empty. A damaged one is set aside under another name, and `complaint` says so. What is put is
written together with what is in the file by then, so two programs at the same time do not lose each other's changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from explainer.phrases import phrase
from explainer.session.kept.safe_writing import locked, reason_of, set_aside, write_whole

FILE_NAME = "settings.json"
PATIENCE_S = 0.05
"""How long one waits for another program that is writing; what could not be written comes with the next change."""


class Settings:
    """Values by dotted names, such as `projection.screen`; `put` writes them to the file at once.

    Nothing here fails: where the file can be neither read nor written the values last as long as the program, and
    `complaint` says in a sentence what went wrong.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._unwritten: dict[str, Any] = {}
        self._listeners: list[Callable[[str], None]] = []
        self.complaint = ""
        self._values = self._read()

    def listen(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Tell this listener the name of every value that changes; calling what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def get(self, name: str, default: Any) -> Any:
        """The value of this name, or the default where there is none of the same kind."""
        value = self._values.get(name, default)
        if type(default) is float and type(value) is int:
            return float(value)
        return value if type(value) is type(default) else default

    def put(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        if self._values.get(name) == value and type(self._values.get(name)) is type(value):
            return
        self._values[name] = self._unwritten[name] = value
        self.save()
        for listener in tuple(self._listeners):
            listener(name)

    def look_again(self) -> None:
        """Take in what other programs have put since; what is not written yet stays."""
        self._values = {**self._read(), **self._unwritten}

    def save(self) -> bool:
        """Write what is not in the file yet; return whether nothing is left over."""
        import json

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._file, PATIENCE_S) as mine:
                if not mine:
                    return False
                values = {**self._read(), **self._unwritten}
                write_whole(self._file, json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
        except OSError as error:
            self.complaint = phrase("The settings cannot be saved: {0}.", reason_of(error))
            return False
        self._unwritten.clear()
        return True

    def take_complaint(self) -> str:
        """What went wrong with the file, once; empty where nothing did."""
        complaint, self.complaint = self.complaint, ""
        return complaint

    def _read(self) -> dict[str, Any]:
        """The values in the file; a file that holds something else is set aside, one that cannot be read is left."""
        try:
            content = self._file.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError as error:
            self.complaint = phrase("The settings cannot be read: {0}.", reason_of(error))
            return {}
        import json

        try:
            values = json.loads(content.decode("utf-8"))
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        try:
            other = set_aside(self._file)
        except OSError as error:
            self.complaint = phrase("The settings file is damaged and cannot be set aside: {0}.", reason_of(error))
        else:
            self.complaint = phrase(
                "The settings file was damaged. It was set aside as {0}, and the defaults were restored.", other
            )
        return {}


@cache
def user_settings() -> Settings:
    """The settings of this user, read when somebody asks for the first time."""
    from platformdirs import user_config_path

    return Settings(user_config_path("explainer", appauthor=False) / FILE_NAME)
