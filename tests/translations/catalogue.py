"""The files of translations: what is in one, and how it is made anew by Qt's own tools."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import PySide6

from explainer.assets import resources
from tests.translations.texts import texts

CONTEXT = "explainer"
COMMAND = "python -m tests.translations"
"""What makes the files anew; every failing test says so."""


class Message(NamedTuple):
    """One entry of a file: the English text, its translations (several where a number decides), and its state."""

    source: str
    forms: tuple[str, ...]
    counted: bool
    state: str
    """Empty where it is done; `unfinished`, `vanished` or `obsolete` as Qt calls it."""


def files() -> list[Path]:
    """The files of translations that people edit, one for each language."""
    return sorted((resources() / "translations").glob("*.ts"))


def messages(file: Path) -> list[Message]:
    """The entries of a file."""
    found = []
    for entry in ElementTree.parse(file).iter("message"):
        translation = entry.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
        found.append(
            Message(entry.findtext("source", ""), forms, entry.get("numerus") == "yes", translation.get("type", ""))
        )
    return found


def update(file: Path) -> None:
    """Bring the texts of the program into a file: new ones without translation, and none that is gone."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "texts.cpp"
        source.write_text("\n".join(map(_call, sorted(texts().items()))), encoding="utf-8")
        _run(
            "lupdate", "-silent", "-no-obsolete", "-sort-messages", "-locations", "none", str(source), "-ts", str(file)
        )


def compile_file(file: Path) -> None:
    """Make of a file what the program loads."""
    _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _call(entry: tuple[str, bool]) -> str:
    """A text as a call that Qt's tool looks for, in the one language that it always understands."""
    text, counted = entry
    number = ", nullptr, 2" if counted else ""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'QCoreApplication::translate("{CONTEXT}", "{quoted}"{number});'


def _run(tool: str, *arguments: str) -> None:
    place = Path(PySide6.__file__).parent
    found = next((place / name for name in (tool, f"{tool}.exe") if (place / name).exists()), None)
    if found is None:
        raise SystemExit(f"{tool}, which comes with PySide6-Essentials, is not in {place}")
    done = subprocess.run([found, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stderr.strip() or done.stdout.strip()}")
    sys.stdout.write(done.stdout)
