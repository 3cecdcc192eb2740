"""The choices of a question as buttons below each other, each with its number; and how buttons of practice are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from explainer.gui.look.flow import bare
from explainer.gui.look.texts import put
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.rules import Rule

CHOICES = 4
"""So many buttons for the rules to choose from: one that is right and three that are not."""


class Choices(QWidget):
    """`chosen` tells the place of a choice, counted from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, columns: int = 1) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self._count = 0
        self.buttons = [button_of(self, "", f"choice_{k + 1}", partial(self.chosen.emit, k)) for k in range(CHOICES)]
        layout = bare(QGridLayout(self), 5)
        for k, button in enumerate(self.buttons):
            layout.addWidget(button, k // columns, k % columns)

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Put the names of these rules on the buttons; those that are left over are hidden."""
        self._count = len(rules)
        for k, (button, rule) in enumerate(zip(self.buttons, rules, strict=False), start=1):
            put(button.setText, "{0}   {1}", k, phrase(rule.title))
            put(button.setAccessibleName, "{0}: {1}", k, phrase(rule.title))
        for k, button in enumerate(self.buttons):
            button.setVisible(k < self._count)

    def offer(self, enabled: bool) -> None:
        """Let one be chosen, or none while an answer is judged."""
        for button in self.buttons:
            button.setEnabled(enabled)


def button_of(parent: QWidget, text: str, name: str, handler: Callable[[], None], role: str = "") -> QPushButton:
    """A button that Return presses as well as Space."""
    button = QPushButton(parent)
    if text:
        put(button.setText, text)
    button.setObjectName(name)
    button.setAutoDefault(True)
    if role:
        button.setProperty("role", role)
    button.clicked.connect(lambda *_: handler())
    return button
