"""The program's place on the system: its entry in the menu, its icons and its kind of file, in the user's own folders.

On Linux and other systems that follow the specifications of freedesktop.org. What is put where is in `files`; doing it
twice changes nothing, and `remove` takes away exactly what `integrate` puts there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from explainer.assets import APPLICATION_ID, resource
from explainer.errors import ExplainerError
from explainer.session.kept.safe_writing import reason_of, write_whole

MEDIA_TYPE = "application/x-explainer-derivation"
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


class Change(NamedTuple):
    """A file that was looked at: written, unchanged, removed, or not there."""

    file: Path
    done: str


def data_home() -> Path:
    """Where the user's data of programs is: `XDG_DATA_HOME`, which counts only when it is absolute."""
    given = os.environ.get("XDG_DATA_HOME", "")
    return Path(given) if given and Path(given).is_absolute() else Path.home() / ".local" / "share"


def supported() -> bool:
    """Whether this system has these places."""
    return sys.platform not in ("win32", "darwin", "cygwin")


def command() -> tuple[str, ...]:
    """How this very installation is started: its script, else Python with the package."""
    script = Path(sys.executable).with_name("explainer")
    if script.is_file() and os.access(script, os.X_OK):
        return (str(script),)
    package = Path(__file__).resolve().parents[3]
    return ("env", f"PYTHONPATH={package}", sys.executable, "-m", "explainer")


def files(home: Path, start: tuple[str, ...]) -> dict[Path, str]:
    """Every file with its content; `start` is the command that opens the program."""
    entry = _text("system", f"{APPLICATION_ID}.desktop")
    lines = ["Exec=" + " ".join([*map(quoted, start), "%u"]) if line.startswith("Exec=") else line
             for line in entry.splitlines()]  # fmt: skip
    icons = home / "icons" / "hicolor" / "scalable"
    return {
        home / "applications" / f"{APPLICATION_ID}.desktop": "\n".join(lines) + "\n",
        home / "metainfo" / f"{APPLICATION_ID}.metainfo.xml": _text("system", f"{APPLICATION_ID}.metainfo.xml"),
        home / "mime" / "packages" / f"{APPLICATION_ID}.xml": _text("system", f"{APPLICATION_ID}.mime.xml"),
        icons / "apps" / f"{APPLICATION_ID}.svg": _text("icons", "application.svg"),
        icons / "mimetypes" / f"{MEDIA_TYPE.replace('/', '-')}.svg": _text("icons", "derivation.svg"),
    }


def quoted(argument: str) -> str:
    """An argument as the line Exec of a desktop entry wants it.

    Source: Desktop Entry Specification 1.5, The Exec key; the backslash is escaped twice, as a string and in quotes.
    """
    argument = argument.replace("%", "%%")
    if not _RESERVED & set(argument):
        return argument
    escaped = "".join("\\" + letter if letter in '"`$\\' else letter for letter in argument)
    return '"' + escaped.replace("\\", "\\\\") + '"'


def integrate(home: Path) -> list[Change]:
    """Put every file into its place. Raises ExplainerError where that is not possible."""
    changes: list[Change] = []
    for file, content in files(home, command()).items():
        try:
            if file.is_file() and file.read_text(encoding="utf-8") == content:
                changes.append(Change(file, "unchanged"))
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
        except (OSError, UnicodeError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else str(error)
            raise ExplainerError(f"{file} cannot be written: {reason}", hint="Nothing else was changed.") from error
        changes.append(Change(file, "written"))
    return changes


def remove(home: Path) -> list[Change]:
    """Take every file away again. Raises ExplainerError where that is not possible."""
    changes: list[Change] = []
    for file in files(home, command()):
        try:
            file.unlink()
        except FileNotFoundError:
            changes.append(Change(file, "not there"))
            continue
        except OSError as error:
            raise ExplainerError(f"{file} cannot be removed: {reason_of(error)}") from error
        changes.append(Change(file, "removed"))
    return changes


def tidy(home: Path) -> None:
    """Remove the folders that are empty now; after `tell_system`, whose tools look into them."""
    for file in files(home, command()):
        with suppress(OSError):  # a folder in which others have something stays, and those above it
            for folder in file.relative_to(home).parents[:-1]:
                (home / folder).rmdir()


def tell_system(home: Path) -> list[str]:
    """Let the system look at its lists anew; return the names of the tools that did, which need not be there."""
    tools = (
        ("update-mime-database", home / "mime"),
        ("update-desktop-database", home / "applications"),
        ("gtk-update-icon-cache", home / "icons" / "hicolor"),
    )
    done: list[str] = []
    for name, folder in tools:
        found = shutil.which(name)
        if found is None or not folder.is_dir():
            continue
        options = ["--ignore-theme-index", "--quiet"] if name == "gtk-update-icon-cache" else []
        with suppress(OSError, subprocess.SubprocessError):
            ended = subprocess.run([found, *options, str(folder)], capture_output=True, timeout=60, check=False)
            if ended.returncode == 0:
                done.append(name)
    return done


def _text(*parts: str) -> str:
    return resource(*parts).read_text(encoding="utf-8")
