"""Files on the command line: which argument is one, and whether it can be opened, before any window is shown."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".derivation", ".toml", ".json"})


def is_file_name(argument: str) -> bool:
    """Whether an argument names a file and is no expression: by its ending, or because it is there under a path."""
    path = Path(argument.strip())
    try:
        return path.suffix.lower() in SUFFIXES or (path.is_absolute() and path.exists())
    except (OSError, ValueError):  # too long for a name, or with a character that no name has
        return False


def check_file(name: str) -> str:
    """The name, after the file was read once. Raises ExplainerError with what is wrong in it."""
    file = Path(name.strip())
    if file.suffix.lower() == ".toml":
        from explainer.lessons.library import open_lesson

        open_lesson(file)
    else:
        from explainer.session.kept.document import load_document

        load_document(file)
    return str(file)
