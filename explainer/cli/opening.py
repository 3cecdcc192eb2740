"""Files on the command line: which argument is one, and whether it can be opened, before any window is shown."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

SUFFIXES = frozenset({".derivation", ".toml", ".json", ".deck"})


def is_file_name(argument: str) -> bool:
    """Whether an argument names a file and is no expression: by its ending, or because it is there under a path."""
    path = path_of(argument)
    try:
        return path.suffix.lower() in SUFFIXES or (path.is_absolute() and path.exists())
    except (OSError, ValueError):  # too long for a name, or with a character that no name has
        return False


def path_of(argument: str) -> Path:
    """A file by its name, or by its address, as desktops hand it over."""
    argument = argument.strip()
    if argument.lower().startswith("file://"):
        return Path(url2pathname(urlsplit(argument).path))
    return Path(argument)


def check_file(name: str) -> str:
    """The name, after the file was read once. Raises ExplainerError with what is wrong in it."""
    file = path_of(name)
    if file.suffix.lower() == ".toml":
        from explainer.lessons.library import open_lesson

        open_lesson(file)
    elif file.suffix.lower() == ".deck":
        from explainer.session.course.deck_plan import load_plan

        load_plan(file)
    else:
        from explainer.session.kept.document import load_document

        load_document(file)
    return str(file)


def words_of_link(link: str) -> tuple[str, str, list[str], str, str, int, str]:
    """What a link asks for, as it stands on a command line. Raises ExplainerError with what is wrong in it."""
    from explainer.session.links import request_of

    asked = request_of(link)
    shapes = [f"{name}={shape}" for name, shape in asked.shapes.items()]
    return asked.text, asked.wrt, shapes, asked.method, asked.layout, asked.order, asked.form
