"""What the user has chosen and wants to find again: one small JSON file in the platform's place for settings.

A missing or damaged file counts as empty; a damaged one is kept beside the new one, so that nothing is lost.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

FILE_NAME = "settings.json"


class Settings:
    """Values by dotted names, such as `projection.screen`; `put` writes them to the file at once.

    Nothing here fails: where the file can be neither read nor written the values last as long as the program.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values, self._damaged = _read(file)

    def get(self, name: str, default: Any) -> Any:
        """The value of this name, or the default where there is none of the same kind."""
        value = self._values.get(name, default)
        return value if type(value) is type(default) else default

    def put(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        if self._values.get(name) == value and type(self._values.get(name)) is type(value):
            return
        self._values[name] = value
        with suppress(OSError):
            self._write()

    def _write(self) -> None:
        """Write beside the file and rename, so that there is always a whole one."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if self._damaged:
            self._file.replace(self._file.with_suffix(".damaged"))
            self._damaged = False
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True), encoding="utf-8")
        fresh.replace(self._file)


def _read(file: Path) -> tuple[dict[str, Any], bool]:
    """The values in a file, and whether it holds something that is no settings."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}, False
    except (OSError, ValueError, RecursionError):
        return {}, True
    return (values, False) if isinstance(values, dict) else ({}, True)


@cache
def user_settings() -> Settings:
    """The settings of this user, read when somebody asks for the first time."""
    from platformdirs import user_config_path

    return Settings(user_config_path("explainer", appauthor=False) / FILE_NAME)
