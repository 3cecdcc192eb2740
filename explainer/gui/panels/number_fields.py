"""The fields of the tab with numbers: one for each variable, with its error under it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.problem.error_line import ErrorLine
from explainer.gui.problem.expression_field import ExpressionField
from explainer.phrases import Phrase, phrase

if TYPE_CHECKING:
    from explainer.session.lines.card import Sentence
    from explainer.session.numbers.inputs import Input, Reading, Typed

_LEAST_PX = 90
"""The least room of the fields, which take up to half of the tab; more of them are scrolled."""


class NumberFields(QScrollArea):
    """Fields for inputs. Those that nobody has typed in follow the sizes of what was typed; `edited` tells of a key."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number_fields")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme: Theme | None = None
        self._inputs: tuple[Input, ...] = ()
        self._typed: set[str] = set()
        self.fields: dict[str, ExpressionField] = {}
        self.errors: dict[str, ErrorLine] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        for line in self.errors.values():
            line.set_theme(theme)
        self.fit()

    def show_inputs(self, inputs: tuple[Input, ...], texts: Mapping[str, str]) -> None:
        """Show fields for these inputs, with these texts."""
        self._inputs, self._typed = inputs, set()
        self.fields, self.errors = {}, {}
        body = QWidget(self)
        body.setObjectName("card_body")
        layout = QGridLayout(body)
        layout.setContentsMargins(0, 0, 4, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for row, each in enumerate(inputs):
            label, field = FormulaLabel(body, running=True, snug=True), ExpressionField(body)
            label.show_sentence(_label(each))
            label.setProperty("role", "caption")
            label.setBuddy(field)
            field.setObjectName(f"number_{each.name}")
            put(field.setAccessibleName, self._spoken(each))
            field.setText(texts.get(each.name, ""))
            field.textEdited.connect(lambda _, name=each.name: self._take(name))
            field.pasted.connect(lambda text, field=field: field.put("; ".join(text.split("\n")).strip("; ")))
            line = ErrorLine(field, body)
            line.hide()
            layout.addWidget(label, 2 * row, 0)
            layout.addWidget(field, 2 * row, 1)
            layout.addWidget(line, 2 * row + 1, 0, 1, 2)
            self.fields[each.name], self.errors[each.name] = field, line
            if self._theme is not None:
                line.set_theme(self._theme)
        layout.setRowStretch(2 * len(inputs), 1)
        self.setWidget(body)
        body.show()
        self.setVisible(bool(inputs))
        if inputs:
            self.setFocusProxy(self.fields[inputs[0].name])
        self.fit()

    @staticmethod
    def _spoken(each: Input) -> Phrase:
        if each.is_size:
            return phrase("The size {0}", each.name)
        if each.shape.is_scalar:
            return phrase("Value of {0}", each.name)
        return phrase("Value of {0}, {1}", each.name, each.shape.display())

    def write(self, name: str, text: str) -> bool:
        """Write into a field as somebody types; return whether there is such a field and that is new."""
        field = self.fields.get(name)
        if field is None or field.text() == text:
            return False
        field.setText(text)
        self._take(name)
        return True

    def _take(self, name: str) -> None:
        self._typed.add(name)
        self.edited.emit()

    def retell(self) -> None:
        """Say what is wrong in the language that is spoken now."""
        for line in self.errors.values():
            line.retell()

    @property
    def asked(self) -> Typed:
        """What is to be read."""
        from explainer.session.numbers.inputs import Typed

        texts = {name: field.text() for name, field in self.fields.items()}
        return Typed(self._inputs, texts, frozenset(self._typed))

    def show_read(self, found: Reading) -> None:
        """Show what was read: the texts that follow, and what is wrong under its field."""
        for name, text in found.texts.items():
            if name not in self._typed:
                self.fields[name].setText(text)
        wrong = {problem.name: problem.error for problem in found.wrong}
        for name, line in self.errors.items():
            if name in wrong:
                line.show_error(wrong[name])
            line.setVisible(name in wrong)
        self.fit()
        if found.wrong:
            self.follow(found.wrong[0].name)

    def fit(self) -> None:
        """Take the height that the fields need, up to half of the tab."""
        body = self.widget()
        layout = None if body is None else body.layout()
        if layout is None:
            return
        layout.activate()
        wanted = layout.totalHeightForWidth(self.width() - 10) if layout.hasHeightForWidth() else 0
        wanted = max(wanted, layout.sizeHint().height())
        tab = self.parentWidget()
        room = max(_LEAST_PX, round(0.45 * (self if tab is None else tab).height()))
        self.setFixedHeight(max(1, min(wanted, room) + 6))

    def follow(self, name: str) -> None:
        """Bring a field and what is said below it into view."""
        self.ensureWidgetVisible(self.errors[name], 0, 4)
        self.ensureWidgetVisible(self.fields[name], 0, 4)


def _label(each: Input) -> Sentence:
    """What stands beside the field: the name and the shape of what is to be typed."""
    from explainer.expr.nodes import Variable
    from explainer.session.lines.card import notation_of

    name = notation_of(Variable(each.name, each.shape))
    return (name,) if each.shape.is_scalar else (name, "  ", each.shape.display())
