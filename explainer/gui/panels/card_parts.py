"""What the rule card is put together from: sections of sentences, and the line that says what the check found."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import bare
from explainer.gui.look.texts import put, worded
from explainer.gui.look.theme import Theme
from explainer.gui.relay import once
from explainer.session.lines.card import Sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from explainer.session.lines.letters import Tints


class Section(QWidget):
    """A caption with sentences below it; hidden while there is nothing to say."""

    def __init__(self, caption: str, parent: QWidget, *, formula_scale: float = 1.0) -> None:
        super().__init__(parent)
        self._scale = formula_scale
        self._labels: list[FormulaLabel] = []
        self._layout = bare(QVBoxLayout(self), 5)
        self.caption = worded(QLabel(self), caption)
        self.caption.setProperty("role", "caption")
        self._layout.addWidget(self.caption)

    def show_sentences(self, sentences: tuple[Sentence, ...]) -> None:
        """Show these sentences, one below the other."""
        while len(self._labels) < len(sentences):
            label = FormulaLabel(self, formula_scale=self._scale)
            label.resize(
                self.width(), 20
            )  # else Qt asks at once how large it should be, and its formulas are set twice
            self._labels.append(label)
            self._layout.addWidget(label)
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(sentences))
            label.show_sentence(sentences[number] if number < len(sentences) else ())
        self.setVisible(bool(sentences))

    def colour(self, tints: tuple[Tints, ...], theme: Theme) -> None:
        """Draw letters of the sentences in their colours."""
        for label, parts in zip_longest(self._labels, tints[: len(self._labels)], fillvalue=()):
            assert isinstance(label, FormulaLabel)
            label.set_colours({path: theme.letters[number] for path, number in parts})

    def text(self) -> str:
        """The sentences as plain text."""
        return "\n".join(label.text() for label in self._labels if label.text())

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        for label in self._labels:
            label.refresh()


class CheckLine(QFrame):
    """The check of the step: a sign and a sentence, so that it does not depend on seeing colours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("check")
        self.setProperty("state", "pending")  # as it is at first, so that nothing has to be styled anew then
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self._shown: tuple[str, QColor] | None = None
        self._soon = once(self, 0, self._show_sign)

    def text(self) -> str:
        """What the check says."""
        return self._text.text()

    def show_check(self, sentence: str, ok: bool | None, theme: Theme) -> None:
        """Show the state of a check: passed, failed, or none (None), as it is pending or tells nothing."""
        colour = {None: theme.muted, True: theme.ok, False: theme.failed}[ok]
        self._shown = {None: "check_pending", True: "check_ok", False: "check_failed"}[ok], colour
        if self._sign.pixmap().isNull():
            self._soon.start()  # the first sign has to be loaded: after the board has been painted
        else:
            self._show_sign()
        put(self._text.setText, sentence)
        state = {None: "pending", True: "ok", False: "failed"}[ok]
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def _show_sign(self) -> None:
        from explainer.gui.look.icons import pixmap

        if self._shown is not None:
            self._sign.setPixmap(pixmap(*self._shown))
