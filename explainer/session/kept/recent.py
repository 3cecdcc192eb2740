"""The files that were opened or saved last, kept among the settings."""

from __future__ import annotations

from pathlib import Path

from explainer.session.kept.settings import Settings

NAME = "files.recent"
MOST = 10  # as many as one reads through in a menu


def recent_files(settings: Settings) -> tuple[str, ...]:
    """The names, the latest first."""
    return tuple(name for name in settings.get(NAME, []) if isinstance(name, str))[:MOST]


def note_recent(settings: Settings, file: Path) -> None:
    """Put a file in front of the others."""
    settings.look_again()
    name = str(file)
    settings.put(NAME, [name, *(other for other in recent_files(settings) if other != name)][:MOST])


def forget_recent(settings: Settings, file: Path) -> None:
    """Take a file away, since it is no longer there."""
    settings.look_again()
    settings.put(NAME, [other for other in recent_files(settings) if other != str(file)])
