"""The recent files as a menu in the menu of files; it is filled when it opens."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from explainer.gui.look.texts import put, tr

if TYPE_CHECKING:
    from explainer.gui.main_window import MainWindow


def add_recent_menu(window: MainWindow, files: QMenu) -> QMenu:
    """Give the row of the table its menu."""
    assert window.actions_by_row is not None
    menu = QMenu(files)
    menu.setObjectName("recent")
    put(menu.setAccessibleName, "Recent files")
    window.actions_by_row.by_id["recent"].setMenu(menu)
    menu.aboutToShow.connect(partial(_fill, window, menu))
    return menu


def _fill(window: MainWindow, menu: QMenu) -> None:
    from explainer.session.kept.recent import recent_files
    from explainer.session.kept.settings import user_settings

    menu.clear()
    settings = user_settings()
    settings.look_again()
    names = recent_files(settings)
    for number, name in enumerate(names, start=1):
        file = Path(name)
        shown = f"{file.name} – {file.parent}".replace("&", "&&")
        action = menu.addAction(f"&{number % 10}  {shown}")
        action.triggered.connect(partial(window.files.open_recent, name))
    if not names:
        menu.addAction(tr("No file yet")).setEnabled(False)
