"""Files on the command line: which argument is one, and whether it can be opened, before any window is shown."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".derivation", ".toml", ".json"})


def is_file_name(argument: str) -> bool:
    """Whether an argument names a file and is no expression."""
    return Path(argument.strip()).suffix.lower() in SUFFIXES


def check_file(name: str) -> str:
    """The name, after the file was read once. Raises ExplainerError with what is wrong in it."""
    file = Path(name.strip())
    if file.suffix.lower() == ".toml":
        from explainer.lessons.library import open_lesson

        open_lesson(file)
    else:
        from explainer.session.document import load_document

        load_document(file)
    return str(file)
