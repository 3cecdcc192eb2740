"""The ways out of the window: exports, paper, what the program tells of itself; each is loaded with its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.gui.exporting import Exporting
    from explainer.gui.main_window import MainWindow


class WaysOut:
    """What belongs to a window but costs nothing before somebody asks for it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._exporting: Exporting | None = None

    @property
    def exporting(self) -> Exporting:
        """The exports of the window."""
        if self._exporting is None:
            from explainer.gui.exporting import Exporting

            self._exporting = Exporting(self._window)
        return self._exporting

    def export(self) -> None:
        """Hand out what is open as a file."""
        self.exporting.show_dialog()

    def close(self) -> None:
        """Stop what is still going on; the window closes."""
        if self._exporting is not None:
            self._exporting.close()
