"""What the keys for the screens of a projection do: swap them, show the presenter's window, fill the screen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explainer.gui.lecture.projection import Projection
    from explainer.gui.lecture.windows_on_screens import WindowsOnScreens
    from explainer.gui.messages import Messages


class ScreenKeys:
    """Does nothing while nobody projects."""

    def __init__(self, projection: Projection, windows: WindowsOnScreens, messages: Messages) -> None:
        self._projection, self._windows, self._messages = projection, windows, messages
        windows.lost.connect(self._lose)

    def swap(self) -> None:
        """Let audience and speaker change their screens, and remember that."""
        if not self._projection.active:
            return
        if self._windows.swap():
            self._projection.show_place()
        else:
            self._projection.say("There is one screen only.")

    def toggle_presenter(self) -> None:
        """Show the presenter's window, or hide it; with one screen it is a window among the others."""
        if self._projection.active:
            self._windows.toggle_speaker()
            self._projection.show_place()

    def toggle_full_screen(self) -> bool:
        """Let the projection be a window, to be shared in a call, or full screen; return whether one goes on."""
        if self._projection.active:
            self._windows.toggle_full_screen()
        return self._projection.active

    def _lose(self) -> None:
        self._projection.leave()
        self._messages.show("The screen of the projection is gone. F5 projects again.")
