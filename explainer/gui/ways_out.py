"""The ways out of the window: exports, paper, what the program tells of itself; each is loaded with its first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.gui.look.one_dialog import OneDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.about_dialog import AboutDialog
    from explainer.gui.actions import ActionSet
    from explainer.gui.files.exporting import Exporting
    from explainer.gui.files.files import Files
    from explainer.gui.files.printing import Printing
    from explainer.session.course.pages import Doing


def do(files: Files, actions: ActionSet, doing: Doing) -> None:
    """What the start page offers to do: a file is opened, else an action of the table runs."""
    if doing.kind == "file":
        files.open_recent(doing.name)
    else:
        actions.by_id[doing.name].trigger()


class WaysOut:
    """What belongs to a window but costs nothing before somebody asks for it; `front` is the window in use."""

    def __init__(
        self,
        make_exporting: Callable[[], Exporting],
        make_printing: Callable[[], Printing],
        front: Callable[[], QWidget],
    ) -> None:
        self._make_exporting = make_exporting
        self._make_printing = make_printing
        self._front = front
        self._exporting: Exporting | None = None
        self._printing: Printing | None = None
        self._about: OneDialog[AboutDialog] = OneDialog(_make_about)

    @property
    def exporting(self) -> Exporting:
        """The exports of the window."""
        if self._exporting is None:
            self._exporting = self._make_exporting()
        return self._exporting

    def export(self) -> None:
        """Hand out what is open as a file."""
        self.exporting.show_dialog()

    @property
    def printing(self) -> Printing:
        """The printing of the window."""
        if self._printing is None:
            self._printing = self._make_printing()
        return self._printing

    def print(self) -> None:
        """Show the pages of what is open, to print them."""
        self.printing.show_preview()

    @property
    def about(self) -> AboutDialog | None:
        """What the program tells of itself, shown or closed."""
        return self._about.last

    def show_about(self) -> None:
        """Show what the program is, and what a report of a fault needs."""
        self._about.show(self._front())

    def close(self) -> None:
        """Stop what is still going on; the window closes."""
        if self._exporting is not None:
            self._exporting.close()
        if self._printing is not None:
            self._printing.close()
        self._about.close()


def _make_about(front: QWidget) -> AboutDialog:
    from explainer.gui.about_dialog import AboutDialog

    return AboutDialog(front)
