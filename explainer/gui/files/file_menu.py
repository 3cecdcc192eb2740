"""The recent files as a menu in the menu of files; it is filled when it opens."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from explainer.gui.files.files import Files
from explainer.gui.look.texts import put, tr


class RecentMenu:
    """The menu inside the menu of files; it can also be shown over the board."""

    def __init__(self, files: Files, parent: QMenu, board: QWidget) -> None:
        self._files = files
        self._board = board
        self.menu = QMenu(parent)
        self.menu.setObjectName("recent")
        put(self.menu.setAccessibleName, "Recent files")
        self.menu.aboutToShow.connect(self._fill)

    def show(self) -> None:
        """Show the menu over the board, with its first row chosen."""
        self.menu.popup(self._board.mapToGlobal(self._board.rect().topLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _fill(self) -> None:
        from explainer.session.kept.recent import recent_files
        from explainer.session.kept.settings import user_settings

        self.menu.clear()
        settings = user_settings()
        settings.look_again()
        names = recent_files(settings)
        for number, name in enumerate(names, start=1):
            file = Path(name)
            shown = f"{file.name} – {file.parent}".replace("&", "&&")
            action = self.menu.addAction(f"&{number % 10}  {shown}")
            action.triggered.connect(partial(self._files.open_recent, name))
        if not names:
            self.menu.addAction(tr("No file yet")).setEnabled(False)
