"""The message over the board, and the bars below it that have buttons: the place where a window says what happened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import bare
from explainer.gui.look.texts import data, put, tr
from explainer.phrases import phrase


class Messages:
    """One message and as many bars as there are; `layout` is to be put where they should stand."""

    def __init__(self, parent: QWidget) -> None:
        self.label = QLabel(parent)
        self.label.setObjectName("message")
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setProperty("news", False)
        self.before_news: Callable[[], object] = lambda: None
        """Called before news are shown, so that what else there is of them goes."""
        self.label.hide()
        self.layout = bare(QVBoxLayout(), 0)
        self.layout.addWidget(self.label)

    def show(self, text: str, *, is_news: bool = False) -> None:
        """Show a message; an empty one takes it away. Its bar has the colour of faults, but for good news.

        News take the place of other news: of two one above the other nobody reads both.
        """
        if text and is_news:
            self.before_news()
        put(self.label.setText, text)
        if self.label.property("news") != is_news:
            self.label.setProperty("news", is_news)
            self.label.style().unpolish(self.label)  # a style looks at a property only when it is put on
            self.label.style().polish(self.label)
        self.label.setVisible(bool(text))
        if text:
            announce(self.label, text)

    def end_news(self, *_: object) -> None:
        """Take news away, since there are others; a fault stays."""
        if self.label.property("news"):
            self.show("")

    def add(self, text: str) -> None:
        """Show a further message under those that are there."""
        shown = "" if self.label.isHidden() else self.label.text()
        if tr(text) not in shown:
            self.show(phrase("{0}\n{1}", data(shown), phrase(text)) if shown else text)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar below the message, over those that are there."""
        self.layout.insertWidget(self.layout.indexOf(self.label) + 1, bar)
