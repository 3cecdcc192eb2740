"""Where files of this user are likely to go when nothing else is known."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents_folder() -> Path:
    """The folder that the system has for documents, else the user's own."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if str(documents) != "." and documents.is_dir() else Path.home()
