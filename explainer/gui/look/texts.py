"""The way every text of the window takes, so that it is shown in the language of the user, and in another one at once.

`tr` says a text in the language that is spoken now. `put` hands it to a widget, and does so again whenever the language
changes; `worded` is a widget made with such a text. A text with parts is one text with {0}, {1} in it, never several
texts side by side: other languages order their words otherwise.
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

_kept: WeakKeyDictionary[QObject, dict[str, str]] = WeakKeyDictionary()
"""For every object the text that each of its setters was given last."""


def tr(text: str, *parts: object) -> str:
    """The text in the language of the user, where there is a translation; with its parts in their places."""
    return translated(phrase(text, *parts) if parts else text)


def put(setter: Callable[[str], object], text: str, *parts: object) -> None:
    """Give a text to a method of a Qt object, such as `label.setText`, now and whenever the language changes."""
    said = phrase(text, *parts) if parts else text
    owner: QObject = setter.__self__  # type: ignore[attr-defined]
    _kept.setdefault(owner, {})[setter.__name__] = said
    setter(translated(said))


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
            for setter, text in tuple(texts.items()):
                getattr(owner, setter)(translated(text))
