"""The windows of a projection on their screens: that of the audience, and that of the speaker where there is a second.

The windows are made when somebody projects for the first time, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from explainer.gui.curtain import unseen

if TYPE_CHECKING:
    from explainer.gui.lecture.presenter import PresenterWindow
    from explainer.gui.lecture.projection_window import ProjectionWindow
    from explainer.gui.look.theme import Theme

SCREEN_SETTING = "projection.screen"


class WindowsOnScreens(QObject):
    """Shares out the screens between audience and speaker, and follows screens that come and go.

    `placed` tells that the windows lie anew, before one of them gets the keys; `lost` that the screen of the audience
    is gone.
    """

    placed = Signal()
    lost = Signal()

    def __init__(
        self,
        make_audience: Callable[[], ProjectionWindow],
        make_speaker: Callable[[ProjectionWindow], PresenterWindow],
        main: QWidget,
    ) -> None:
        super().__init__(main)
        self._make_audience = make_audience
        self._make_speaker = make_speaker
        self._main = main
        self._audience: ProjectionWindow | None = None
        self._speaker: PresenterWindow | None = None
        self._screen: QScreen | None = None
        self._speaker_screen: QScreen | None = None
        self._looks: tuple[object, object] = (None, None)
        """What each of them was drawn with."""
        self._wants_speaker = False
        """Whether somebody has asked for the window of the speaker though there is one screen only."""

    @property
    def audience(self) -> ProjectionWindow | None:
        """The window that the audience sees; None before it is made."""
        return self._audience

    @property
    def speaker(self) -> PresenterWindow | None:
        """The window that the speaker sees beside it; None before it is made."""
        return self._speaker

    @property
    def shown_speaker(self) -> PresenterWindow | None:
        """The window of the speaker, while it is shown."""
        return self._speaker if self._speaker is not None and self._speaker.isVisible() else None

    @property
    def front(self) -> QWidget:
        """The window in which the speaker works now."""
        if self._screen is None or self._audience is None:
            return self._main
        return self.shown_speaker or self._audience

    def made_audience(self) -> ProjectionWindow:
        """The window that the audience sees."""
        if self._audience is None:
            self._audience = self._make_audience()
            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            application.screenRemoved.connect(self._lose)
            application.screenAdded.connect(self._gain)
        return self._audience

    def _made_speaker(self) -> PresenterWindow:
        if self._speaker is None:
            self._speaker = self._make_speaker(self.made_audience())
            self._speaker.closed.connect(self._close_speaker, Qt.ConnectionType.QueuedConnection)
        return self._speaker

    def share_out(self) -> None:
        """Bring the windows to their screens."""
        from explainer.gui.lecture.screens import fill_screen, maximize_on, shared_out
        from explainer.session.kept.settings import user_settings

        screens = QGuiApplication.screens()
        names, remembered = [screen.name() for screen in screens], user_settings().get(SCREEN_SETTING, "")
        audience, self._speaker_screen = shared_out(screens, names, self._main.screen(), remembered)
        self._screen = audience
        fill_screen(self.made_audience(), audience)
        if self._speaker_screen is not None:
            maximize_on(self._made_speaker(), self._speaker_screen)
        elif self._wants_speaker:
            self._made_speaker().show()
        elif self._speaker is not None:
            self._speaker.hide()
        self.placed.emit()
        self.take_keys()

    def swap(self) -> bool:
        """Let audience and speaker change their screens, and remember that; return whether there are two."""
        from explainer.session.kept.settings import user_settings

        if self._speaker_screen is None:
            return False
        user_settings().put(SCREEN_SETTING, self._speaker_screen.name())
        self.share_out()
        return True

    def toggle_speaker(self) -> None:
        """Show the speaker's window, or hide it; with one screen it is a window among the others."""
        speaker = self._made_speaker()
        self._wants_speaker = not speaker.isVisible()
        speaker.setVisible(self._wants_speaker)
        if self._wants_speaker:
            self.placed.emit()
        self.take_keys()

    def _close_speaker(self) -> None:
        self._wants_speaker = False
        self.take_keys()

    def restyled(self, theme: Theme, zoom: float) -> Iterator[None]:
        """Bring this look to the windows that do not have it, piece by piece; nobody sees them half way."""
        audience, speaker = self._audience, self._speaker
        of_audience = (theme, zoom, audience.board.least_px) if audience is not None else None
        looks = of_audience, theme if speaker is not None else None
        if looks == self._looks:
            return
        (audience_has, speaker_has), self._looks = self._looks, (None, None)  # unless all of it comes to its end
        with unseen(*(window for window in (audience, speaker) if window is not None)):
            if audience is not None and audience_has != looks[0]:
                yield from audience.set_look(theme, zoom)
            if speaker is not None and speaker_has != looks[1]:
                yield from speaker.set_theme(theme)
        self._looks = looks

    def retell(self) -> None:
        """Say what is in the windows in the language that is spoken now."""
        if self._audience is not None:
            self._audience.board.retell()
            self._audience.slide_card.retell()
        if self._speaker is not None:
            self._speaker.say_keys()
            self._speaker.card.retell()
            self._speaker.notes.retell()

    def toggle_full_screen(self) -> None:
        """Let the projection be a window, to be shared in a call, or full screen."""
        if self._audience is not None:
            self._audience.setWindowState(self._audience.windowState() ^ Qt.WindowState.WindowFullScreen)

    def close(self) -> None:
        """Hide the windows; they are kept."""
        for window in (self._audience, self._speaker):
            if window is not None:
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
                window.hide()
        self._screen = self._speaker_screen = None

    def take_keys(self) -> None:
        """Let the window of the speaker, else that of the audience, have the keys."""
        front = self.front
        front.raise_()
        front.activateWindow()
        if self._speaker is front:
            self._speaker.now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._audience is front:
            self._audience.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lose(self, screen: QScreen) -> None:
        """A screen was unplugged: without its projector a projection ends, and the main window comes back."""
        if self._screen is None:
            return
        if screen is self._screen:
            self.lost.emit()
        elif screen is self._speaker_screen:
            self._speaker_screen = None
            if self._speaker is not None:
                self._speaker.hide()
            self.take_keys()
        self._bring_back()

    def _bring_back(self) -> None:
        """Put the main window onto a screen that is there."""
        main, screens = self._main, QGuiApplication.screens()
        seen = any(screen.availableGeometry().intersects(main.frameGeometry()) for screen in screens)
        if screens and not seen:
            main.move(screens[0].availableGeometry().topLeft())

    def _gain(self, screen: QScreen) -> None:
        """A screen was plugged in: share out anew where audience and speaker had one screen for both."""
        if self._screen is not None and self._speaker_screen is None:
            self.share_out()
