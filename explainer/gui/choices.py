"""The settings as a window obeys them: the dialog, what opens first, and every change while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.gui.look.spoken_language import language
from explainer.gui.one_dialog import OneDialog
from explainer.session.kept.preferences import DETAIL, LANGUAGE, LAYOUT, METHOD, POINTS, preference, value_of
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.main_window import MainWindow
    from explainer.gui.settings_dialog import SettingsDialog
    from explainer.session.session import Request, Session


class SettingsChoice:
    """Brings every setting that changes to the part of the window that it is about."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._settings = user_settings()
        self._dialog: OneDialog[SettingsDialog] = OneDialog(self._make)
        self._stop_listening = self._settings.listen(self._follow)

    @property
    def dialog(self) -> SettingsDialog | None:
        """The settings in a window of their own, shown or closed."""
        return self._dialog.last

    def _make(self, front: QWidget) -> SettingsDialog:
        from explainer.gui.settings_dialog import SettingsDialog

        return SettingsDialog(self._settings, front)

    def show_dialog(self) -> None:
        """Show the settings in a window of their own."""
        self._dialog.show(self._window.projection.front)

    def chosen_for(self, opening: Request) -> Request:
        """What the window opens with, by the method and in the layout that were chosen; as it is where none was."""
        for name in (METHOD, LAYOUT):
            value = value_of(self._settings, name)
            if value != preference(name).default:
                opening = opening._replace(**{_FIELDS[name]: value})
        return opening

    def prepare(self, session: Session) -> None:
        """Let a session show and check what it will open as was chosen."""
        session.detail = str(value_of(self._settings, DETAIL))
        session.thoroughness = int(value_of(self._settings, POINTS))

    def complain(self) -> None:
        """Tell once what went wrong with the file of settings."""
        complaint = self._settings.take_complaint()
        if complaint:
            self._window.add_message(complaint)

    def close(self) -> None:
        """Hear no more of the settings."""
        self._stop_listening()
        self._dialog.close()

    def _follow(self, name: str) -> None:
        window = self._window
        for part in (window.appearance, window.motion, window.panes, window.player):
            part.follow_setting(name)
        if name == LANGUAGE:
            language().choose(str(value_of(self._settings, LANGUAGE)))
        session = window.session
        if name == DETAIL:
            session.tell_in(str(value_of(self._settings, DETAIL)))
        elif name == POINTS:
            session.check_with(int(value_of(self._settings, POINTS)))
        if name in _FIELDS and window.isActiveWindow() | self._has_dialog:
            request = session.request._replace(**{_FIELDS[name]: value_of(self._settings, name)})
            if request != session.request:
                session.begin(request, within=window.files.editing)
        self.complain()

    @property
    def _has_dialog(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()


_FIELDS = {METHOD: "method", LAYOUT: "layout"}
"""The settings that are about the open problem, with the field of it."""
