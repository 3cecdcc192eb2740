"""The settings as a window obeys them: the dialog, what opens first, and every change while the window is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from explainer.gui.look.one_dialog import OneDialog
from explainer.gui.look.spoken_language import language
from explainer.gui.messages import Messages
from explainer.session.kept.preferences import DETAIL, LANGUAGE, LAYOUT, METHOD, POINTS, preference, value_of
from explainer.session.kept.settings import user_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explainer.gui.settings_dialog import SettingsDialog
    from explainer.session.session import Request, Session


class Follower(Protocol):
    """A part of the window that some of the settings are about."""

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed."""


class SettingsChoice:
    """Brings every setting that changes to the part of the window that it is about.

    What is open is derived anew `within` this where it is to belong to the same file. `front` is the window in use, and
    `in_use` tells whether that is this one.
    """

    def __init__(
        self,
        session: Session,
        followers: Iterable[Follower],
        messages: Messages,
        within: Callable[[], AbstractContextManager[object]],
        front: Callable[[], QWidget],
        in_use: Callable[[], bool],
    ) -> None:
        self._session = session
        self._followers = tuple(followers)
        self._messages = messages
        self._within = within
        self._front = front
        self._in_use = in_use
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
        self._dialog.show(self._front())

    def chosen_for(self, opening: Request) -> Request:
        """What the window opens with, by the method and in the layout that were chosen; as it is where none was."""
        for name in (METHOD, LAYOUT):
            value = value_of(self._settings, name)
            if value != preference(name).default:
                opening = opening._replace(**{_FIELDS[name]: value})
        return opening

    def prepare(self) -> None:
        """Let the session show and check what it will open as was chosen."""
        self._session.detail = str(value_of(self._settings, DETAIL))
        self._session.thoroughness = int(value_of(self._settings, POINTS))

    def complain(self) -> None:
        """Tell once what went wrong with the file of settings."""
        complaint = self._settings.take_complaint()
        if complaint:
            self._messages.add(complaint)

    def close(self) -> None:
        """Hear no more of the settings."""
        self._stop_listening()
        self._dialog.close()

    def _follow(self, name: str) -> None:
        for part in self._followers:
            part.follow_setting(name)
        if name == LANGUAGE:
            language().choose(str(value_of(self._settings, LANGUAGE)))
        session = self._session
        if name == DETAIL:
            session.tell_in(str(value_of(self._settings, DETAIL)))
        elif name == POINTS:
            session.check_with(int(value_of(self._settings, POINTS)))
        if name in _FIELDS and session.trace is not None and (self._in_use() or self._has_dialog):
            request = session.request._replace(**{_FIELDS[name]: value_of(self._settings, name)})
            if request != session.request:
                session.begin(request, within=self._within)
        self.complain()

    @property
    def _has_dialog(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()


_FIELDS = {METHOD: "method", LAYOUT: "layout"}
"""The settings that are about the open problem, with the field of it."""
