"""A bar over the board for what has happened, with buttons for what one may want to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put, worded
from explainer.gui.messages import Messages


class Choice(NamedTuple):
    """A button: its object name, its text, the text that a screen reader says, and what it does."""

    name: str
    text: str
    spoken: str
    act: Callable[[], object]


class Notices:
    """The one bar of a window; a new notice takes the place of the one before.

    Who leaves it by its button or its key gives the keys back with `give_keys_back`.
    """

    def __init__(self, messages: Messages, give_keys_back: Callable[[], object]) -> None:
        self._messages = messages
        messages.before_news = self.close
        self._give_keys_back = give_keys_back
        self.bar: NoticeBar | None = None

    def show(self, sentence: str, *choices: Choice) -> None:
        """Tell what has happened and offer the choices. The keys stay where they are."""
        self.close()
        self._messages.end_news()
        self.bar = NoticeBar(sentence, (*choices, self._closing))
        self._messages.add_bar(self.bar)
        self.bar.show()
        announce(self.bar.words, sentence)

    @property
    def _closing(self) -> Choice:
        return Choice("close_notice", "Close", "Close this message", self.leave)

    @property
    def has_keys(self) -> bool:
        """Whether the focus is in the bar."""
        focused = None if self.bar is None else self.bar.window().focusWidget()
        return self.bar is not None and focused is not None and self.bar.isAncestorOf(focused)

    def leave(self) -> bool:
        """Close the bar and give the keys back to the board; return whether there was one."""
        if self.bar is None:
            return False
        self.close()
        self._give_keys_back()
        return True

    def close(self) -> None:
        """Take the bar away, if there is one."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None


class NoticeBar(QWidget):
    """A sentence and buttons side by side."""

    def __init__(self, sentence: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.words = worded(QLabel(self), sentence)
        self.words.setObjectName("notice_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for choice in choices:
            button = worded(QPushButton(self), choice.text)
            button.setObjectName(choice.name)
            put(button.setAccessibleName, choice.spoken)
            button.clicked.connect(choice.act)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
