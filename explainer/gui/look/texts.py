"""The way every text of the window takes, so that it is shown in the language of the user, and in another one at once.

`tr` says a text in the language that is spoken now. `put` hands it to a widget, and does so again whenever the language
changes; `worded` is a widget made with such a text; `show_with` does the same for what is more than one text, such as
words with formulas, which have other words for the ear. A text with parts is one text with {0}, {1} in it, never
several texts side by side: other languages order their words otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from shiboken6 import isValid

from explainer.phrases import Phrase, phrase, translated


class _HasText(Protocol):
    def setText(self, text: str, /) -> None: ...


Worded = TypeVar("Worded", bound=_HasText)

_kept: WeakKeyDictionary[QObject, dict[str, tuple[Callable[..., object], tuple[object, ...]]]] = WeakKeyDictionary()
"""For every object, by the name of a setter, what says its text once more: called with the object and the rest.

Nothing kept here may hold the object itself, or it would never be let go.
"""


def tr(text: str, *parts: object) -> str:
    """The text in the language of the user, where there is a translation; with its parts in their places."""
    return translated(phrase(text, *parts) if parts else text)


def put(setter: Callable[[str], object], text: str, *parts: object) -> None:
    """Give a text to a method of a Qt object, such as `label.setText`, now and whenever the language changes."""
    said = phrase(text, *parts) if parts else text
    owner: QObject = setter.__self__  # type: ignore[attr-defined]
    show_with(_set, owner, setter.__name__, said, place=setter.__name__)


def _set(owner: QObject, setter: str, text: str) -> None:
    getattr(owner, setter)(translated(text))


def show_with(show: Callable[..., object], owner: QObject, *what: object, place: str = "") -> None:
    """Call `show(owner, *what)`, now and whenever the language changes; what was shown last in a place counts there."""
    _kept.setdefault(owner, {})[place or show.__name__] = (show, what)
    show(owner, *what)


def worded(widget: Worded, text: str, *parts: object) -> Worded:
    """The widget, with a text on it that changes with the language."""
    put(widget.setText, text, *parts)
    return widget


def data(text: str) -> Phrase:
    """A text that is the user's own, or a name, and never translated."""
    return phrase("{0}", text)


def put_again() -> None:
    """Give every object its texts in the language that is spoken now."""
    for owner, texts in tuple(_kept.items()):
        if isValid(owner):
            for show, what in tuple(texts.values()):
                show(owner, *what)
