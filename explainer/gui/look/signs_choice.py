"""The signs of the two products as they were chosen: formulas are written anew at once, and so is what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from explainer.session.kept.preferences import SIGNS, value_of
from explainer.session.kept.settings import user_settings
from explainer.signs import choose_signs, chosen_signs


class Typed(Protocol):
    """What holds a text that was typed."""

    @property
    def source(self) -> str:
        """The text, in the language."""

    def rewrite(self, source: str) -> None:
        """Show this text of the language with the signs in use."""


class SignsChoice:
    """Takes on the setting: what is `typed` is shown with the other signs, and `retell` shows everything anew."""

    def __init__(self, typed: Typed, retell: Callable[[], None]) -> None:
        self._typed, self._retell = typed, retell
        choose_signs(str(value_of(user_settings(), SIGNS)))
        self._shown = chosen_signs()

    def follow_setting(self, name: str) -> None:
        """Take on a setting that has changed, here or in another window."""
        if name != SIGNS:
            return
        from explainer.session.lines.card import forget_notations

        choose_signs(self._shown)  # another window may have chosen already, but the field still shows the former ones
        source = self._typed.source
        choose_signs(str(value_of(user_settings(), SIGNS)))
        self._shown = chosen_signs()
        forget_notations()
        self._typed.rewrite(source)
        self._retell()
