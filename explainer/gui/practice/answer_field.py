"""The field for an answer: what is typed is shown typeset below it, or what is wrong with it and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import bare
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.problem.error_line import ErrorLine
from explainer.gui.problem.expression_field import ExpressionField
from explainer.gui.relay import once

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.practice.exercise import Question

PREVIEW_MS = 120
"""What is typed is understood when the typing pauses this long."""
MOST_PREVIEWED = 600
"""A longer text is understood when it is answered."""
MOST_TYPED = 20_000  # far above an answer: what is pasted by mistake is not read for seconds
PREVIEW_PX = 44
"""The height of the preview, kept while it is empty, so that nothing moves when it comes: a formula with a fraction."""


class _Enter:
    """Takes Enter in the field, or it would go on to the dialog and press what is the main button after the answer."""

    def __init__(self, pressed: Callable[[], None]) -> None:
        self._pressed = pressed

    def wants(self, event: QKeyEvent) -> bool:
        """Whether this is Enter, without Ctrl or Alt."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def take(self, event: QKeyEvent) -> None:
        """Answer, once for one press."""
        if not event.isAutoRepeat():
            self._pressed()


class AnswerField(QWidget):
    """`answered` is sent with Enter, `hint_asked` with a question mark alone in the field."""

    answered = Signal()
    hint_asked = Signal()

    def __init__(self, parent: QWidget, *, low: bool = False) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._asked: Question | None = None
        self._pause = once(self, PREVIEW_MS, self._show_preview)
        self._again = ""
        self.field = ExpressionField(self)
        self.field.setObjectName("answer")
        put(self.field.setAccessibleName, "Your answer")
        put(self.field.setPlaceholderText, "Type the line and press Enter; ? gives a hint")
        self.field.setMaxLength(MOST_TYPED)
        self.error = ErrorLine(self.field, self)
        language().changed.connect(self.error.retell)
        self.preview = FormulaLabel(self, formula_scale=1.25, most_height_px=PREVIEW_PX)
        self.preview.setFixedHeight(PREVIEW_PX)
        layout = bare(QGridLayout(self), 2)
        layout.addWidget(self.field, 0, 0)
        layout.addWidget(self.error, 1, 0)
        if low:  # beside the field, where it takes no height
            layout.addWidget(self.preview, 0, 1, 2, 1)
            layout.setColumnStretch(0, 3)
            layout.setColumnStretch(1, 2)
            layout.setHorizontalSpacing(14)
        else:
            layout.addWidget(self.preview, 2, 0)
        self.field.add_helper(_Enter(self._answer))
        self.field.textEdited.connect(self._edited)
        self.field.pasted.connect(self._pasted)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.field.set_theme(theme)
        self.error.set_theme(theme)

    def ask(self, trace: Trace | None, question: Question | None) -> None:
        """What is typed from now on answers this question about this derivation."""
        self._trace, self._asked = trace, question
        self.rest()
        self.preview.show_sentence(())
        self.error.show_note("")

    def offer_again(self) -> None:
        """Let what was typed be typed over, or be mended behind an arrow key; a question mark leaves it there."""
        self._again = self.field.text()
        self.field.selectAll()

    def rest(self) -> None:
        """Look at nothing any more that was typed."""
        self._pause.stop()

    def _answer(self) -> None:
        self._pause.stop()
        self.answered.emit()

    def _edited(self, text: str) -> None:
        again, self._again = self._again, ""
        if text.rstrip().endswith("?"):  # no formula ends so
            self.field.setText(text.rstrip()[:-1].rstrip() or again)
            self.hint_asked.emit()
            return
        self.error.show_note("")
        self._pause.start()

    def _pasted(self, text: str) -> None:
        self.field.put(" ".join(text.split()))

    def _show_preview(self) -> None:
        from explainer.practice.typed_line import read_line
        from explainer.session.lines.card import notation_of

        text = self.field.text()
        if self._trace is None or self._asked is None or not text.strip() or len(text) > MOST_PREVIEWED:
            self.preview.show_sentence(())
            return
        try:
            _, line = read_line(text, self._trace, self._asked.line)
        except ExplainerError as error:
            self.preview.set_stale(True)
            self.error.show_error(error)
            return
        self.preview.set_stale(False)
        self.preview.show_sentence((notation_of(line),))
