"""The bar at the top: the function as text with its typeset preview, the variable, the method and the layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explainer.errors import ExplainerError
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.chooser import Chooser
from explainer.gui.look.flow import bare, nest
from explainer.gui.look.texts import put, worded
from explainer.gui.look.theme import Theme
from explainer.gui.problem.completion_list import CompletionHelp
from explainer.gui.problem.error_line import ErrorLine
from explainer.gui.problem.expression_field import ExpressionField
from explainer.gui.problem.field_grid import FieldGrid, caption, small_button
from explainer.gui.problem.history_help import HistoryHelp
from explainer.gui.problem.looking import Asked, Looking, alike
from explainer.gui.problem.question_choosers import QuestionChoosers
from explainer.gui.problem.shape_chips import ShapeChips
from explainer.gui.problem.symbol_help import SymbolHelp
from explainer.gui.problem.variable_offers import offered, suggested
from explainer.gui.relay import once
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.preview import Preview
from explainer.session.session import Request
from explainer.signs import shown_text

if TYPE_CHECKING:
    from explainer.expr.shape import Shape

_PREVIEW_PX = 46
"""The height of the preview; higher formulas are drawn smaller, so that the board below does not jump."""
_LEAST_SHARE, _PREVIEW_SHARE = 0.15, 0.5
"""What part of the width the formula has at least, and as long as it needs it; the rest is for the shapes."""
_MARGINS_PX, _ONE_LINE_PX = 54, 100_000
_READ_AS = "Deriving writes it in the language of the program."
"""Said of LaTeX or code while it is being typed."""


class ProblemBar(QWidget):
    """Where the problem is typed. `derive_requested` is sent when the user asks for the derivation."""

    derive_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_bar")
        self._session, self._variable_chosen = session, False
        self._shapes: dict[str, str] = {}
        self._known: Mapping[str, Shape] = {}
        self._wanted = self._previewed = ""
        self._paste_notes: tuple[str, ...] = ()
        self._looking = Looking(self._session, self._asked, self.show_preview, self)
        self._to_look = once(self, 5, self._looking.look)  # the board, which matters more, is painted first
        self._sharing = once(self, 0, self._share_room)
        self._make_fields()
        self.completion = CompletionHelp(self.expression, lambda: self._known)
        self.completion.closed.connect(self._whole_word)
        self.history = HistoryHelp(self.expression, self.asked, self.bring)
        self._arrange()
        self.expression.textEdited.connect(self._edited)
        self.expression.pasted.connect(self._pasted)
        self.expression.returnPressed.connect(self.derive_requested)
        self.derive_button.clicked.connect(self.derive_requested)
        self.variable.editTextChanged.connect(self._variable_edited)
        field = self.variable.lineEdit()
        if field is not None:
            field.returnPressed.connect(self.derive_requested)
        self.variable.activated.connect(self._chosen)
        self.variable.currentIndexChanged.connect(self._share_room)
        self.choosers.chosen.connect(self._chosen)
        self.choosers.resized.connect(self._share_room)

    def _make_fields(self) -> None:
        self.expression = ExpressionField(self)
        self.expression.setObjectName("expression")
        put(self.expression.setAccessibleName, "Function to differentiate")
        put(self.expression.setPlaceholderText, "Type a function, such as sin(x^2) or 3x^2 y")
        self.expression.setMaxLength(1_000_000)
        self.symbols_button = small_button(self, "Ω", "Insert a sign", "action_symbols", self.show_symbols)
        self.history_button = small_button(self, "↺", "Earlier problems", "action_history", self.search_history)
        self.variable = Chooser(self)
        self.variable.setObjectName("variable")
        self.variable.setEditable(True)
        self.variable.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.variable.setCompleter(None)  # type: ignore[arg-type]
        put(self.variable.setAccessibleName, "Variable of differentiation")
        self.variable.setMinimumContentsLength(5)
        self.choosers = QuestionChoosers(self)
        self.method, self.layout_chooser = self.choosers.by_name["method"], self.choosers.by_name["layout"]
        self.derive_button = worded(QPushButton(self), "Derive")
        self.derive_button.setObjectName("derive")
        self.preview = FormulaLabel(self, formula_scale=1.35, most_height_px=_PREVIEW_PX)
        self.preview.setFixedHeight(_PREVIEW_PX)
        self.preview.setObjectName("preview")
        self.shapes = ShapeChips(self)
        self.shapes.chosen.connect(self._set_shape)
        self.error = ErrorLine(self.expression, self, floats=True)

    def _arrange(self) -> None:
        self._field_row = QWidget(self)
        row = bare(QHBoxLayout(self._field_row), 4)
        row.addWidget(self.expression, 1)
        row.addWidget(self.symbols_button)
        row.addWidget(self.history_button)
        self._symbols = SymbolHelp(self.expression, self._field_row)
        captions: dict[QWidget, QLabel] = {widget: caption(self, text, widget) for text, widget in (
            ("&Function", self.expression),
            ("With respect &to", self.variable),
            *((caption, chooser) for chooser, caption in self.choosers.captions.items()),
        )}  # fmt: skip
        self._fields = FieldGrid(
            captions,
            (self.expression, self._field_row, self.error.room),
            (self.variable, *self.choosers.captions),
            self.derive_button,
        )
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 0, 0)
        below.addWidget(self.preview, 1)
        below.addWidget(self.shapes, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 10, 16, 8)
        outer.setSpacing(2)
        nest(outer, self._fields)
        nest(outer, below)
        # What a problem needs comes first by Tab; the two small buttons have keys of their own.
        self.setTabOrder(self.expression, self.variable)
        for one, following in pairwise((self.variable, *self.choosers.captions, self.derive_button)):
            self.setTabOrder(one, following)
        self.setTabOrder(self.derive_button, self.symbols_button)
        self.setTabOrder(self.symbols_button, self.history_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Give the function room, as far as what is chosen beside it leaves some."""
        self._fields.share_room(self.width(), self.fontMetrics().height())
        room = self.width() - _MARGINS_PX
        formula = min(self.preview.natural_width(_ONE_LINE_PX), round(_PREVIEW_SHARE * room))
        self.shapes.fit(room - max(formula, round(_LEAST_SHARE * room)))

    # --- what is typed -----------------------------------------------------------------------------------------------

    @property
    def wrt(self) -> str:
        """The variable as it stands in its field."""
        return self.variable.currentText().strip()

    def ask(self, then: Callable[[bool], None], within: Callable[[], AbstractContextManager[object]]) -> None:
        """Ask the session to derive what is typed; `then` is told whether it could, all of it `within` this."""
        self.completion.close()

        def keep(derived: bool) -> None:
            if derived:
                self.history.keep(self._session.request)
                self.choosers.remember()
            then(derived)

        def derive() -> None:
            self._show_translation()
            self._session.begin(self.asked(), keep, within)

        waiting = self._looking.waits or self._session.preview.text != self.expression.source
        self._looking.stop()
        if waiting:  # what is pasted is not derived before it is known what it was read as
            self._looking.look(derive)
        else:
            derive()

    def asked(self) -> Request:
        """The problem as it stands in the fields."""
        return self.choosers.put_into(Request(self.expression.source, self.wrt, dict(self._shapes)))

    def bring(self, request: Request) -> None:
        """Write a problem into the fields, without deriving it; the text can be undone."""
        self._looking.stop()
        self.expression.replace_all(shown_text(request.text))
        self._shapes = dict(request.shapes)
        self._show_choices(request)
        self._looking.look()

    def _show_choices(self, request: Request) -> None:
        self._write_variable(request.wrt)
        self._variable_chosen = True
        self._wanted = request.wrt
        self.choosers.show(request)

    def show_open(self) -> None:
        """Show the problem of the derivation that is open."""
        self.choosers.fill()
        session = self._session
        self._looking.stop()
        if self.expression.source != session.text:
            self.expression.show_source(session.text)
        self._shapes = dict(session.shapes)
        self._show_choices(session.request)
        self._to_look.start()

    def take_text(self, text: str, wrt: str) -> None:
        """Put a text that could not be derived into the fields, so that it can be mended."""
        self.expression.show_source(text)
        self.variable.setEditText(wrt)
        self._looking.look()

    def show_preview(self) -> None:
        """Show what the typed text is understood as, or where it is wrong."""
        preview = self._session.preview
        half_typed = preview.error is not None or self.completion.is_half_typed
        self.preview.set_stale(half_typed)
        if half_typed and not alike(self._previewed, preview.text):
            self.preview.show_sentence(())  # that of another problem
        if preview.error is not None:
            if not self._looking.waits:  # half a word is no mistake yet
                self.error.show_error(preview.error)
            return
        notes = preview.notes if preview.translation is None else (_READ_AS, *preview.notes)
        self.error.show_note(*self._paste_notes, *notes, shapes=preview.shapes)
        if not half_typed:
            from explainer.notation.marking import in_a_row  # loaded with the first formula, not with the window

            self._previewed = preview.text
            self.preview.show_sentence(() if preview.notation is None else (in_a_row(preview.notation),))
        self._known = preview.shapes
        self.shapes.show_shapes(preview.shapes, self._shapes, preview.inferred)
        self.shapes.show_repair(preview.repair)
        self._share_room()
        self._offer_variables(preview)

    def _whole_word(self) -> None:
        """What is typed is taken as it stands, as nothing is offered to complete it any more."""
        if self._session.preview.text == self.expression.source:
            self.show_preview()

    def show_error(self, error: ExplainerError) -> None:
        """Show why the derivation was refused; the preview stays, greyed where it is not what is typed."""
        self.preview.set_stale(self._session.preview.text != self.expression.source)
        self.error.show_error(error)

    def let_go(self) -> None:
        """The window is about to be styled: let go of what nobody sees."""
        self._symbols.let_go()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.error.set_theme(theme)
        self.expression.set_theme(theme)
        self.completion.set_theme(theme)
        self.history.set_look(theme, QApplication.font().pixelSize())
        self._symbols.set_theme(theme)

    @property
    def source(self) -> str:
        """What is typed, as a text of the language."""
        return self.expression.source

    def rewrite(self, source: str) -> None:
        """Show what was typed, which is this text of the language, with the signs that are in use now."""
        self.expression.replace_all(shown_text(source))

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        self.choosers.retell()
        self.error.retell()
        self.shapes.retell()
        self._share_room()

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        self.preview.refresh()
        self._sharing.start()

    # --- help with typing --------------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Offer what the word at the cursor may become."""
        self.completion.ask()

    def edit(self) -> None:
        """Give the keys to the field of the function, with all of it selected."""
        self.expression.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.expression.selectAll()

    def search_history(self) -> None:
        """Let somebody look for an earlier problem."""
        self.history.search()

    def show_symbols(self) -> None:
        """Show the palette of signs below the field."""
        self._symbols.ask()

    # --- typing ------------------------------------------------------------------------------------------------------

    def _pasted(self, text: str) -> None:
        """Write a pasted text into the field: LaTeX and code in the input language, anything else as it is."""
        from explainer.language.pasted import source_of

        source, written = source_of(text), " ".join(text.split())
        notes: tuple[str, ...] = ()
        variable = None
        if source is not None:
            try:
                translated = source.translate(text)
            except ExplainerError as error:
                self.expression.put(written)
                self._looking.stop()
                self.show_error(error)
                return
            written, variable = shown_text(translated.text), translated.wrt
            notes = (phrase("Translated from {0}; Ctrl+Z brings back what stood here.", phrase(source.name)),)
            notes += translated.notes
        self.expression.put(written)
        self._paste_notes = notes
        if variable:
            self.variable.setEditText(variable)

    def _show_translation(self) -> None:
        """Write what LaTeX or code in the field was read as in its place, before it is derived."""
        translation = self._session.preview.translation
        if translation is None or self._session.preview.text != self.expression.source:
            return
        self.expression.selectAll()
        self.expression.insert(shown_text(translation.text))
        if translation.wrt and not self._variable_chosen:
            self.variable.setEditText(translation.wrt)

    def _edited(self) -> None:
        self._variable_chosen, self._paste_notes = False, ()
        self.choosers.follow(self._session.request, alike(self._session.text, self.expression.source))
        self._await_preview()

    def _await_preview(self) -> None:
        """Look at the text after this key, or at the pause where that would hold up the keys."""
        self.preview.set_stale(True)
        self._looking.put_off(len(self.expression.text()))

    def _variable_edited(self) -> None:
        self._variable_chosen = True
        self._wanted = self.wrt
        self._await_preview()

    def _chosen(self) -> None:
        self._variable_chosen = True
        self._wanted = self.wrt
        self.derive_requested.emit()

    def _set_shape(self, name: str, shape: str) -> None:
        if shape:
            self._shapes[name] = shape
        else:
            self._shapes.pop(name, None)
        self._looking.look()
        self.derive_requested.emit()

    def _asked(self) -> Asked:
        """What the preview is to show: the text, the variable if it was chosen, the shapes that were set."""
        return self.expression.source, self.wrt if self._variable_chosen else None, dict(self._shapes)

    def _write_variable(self, name: str) -> None:
        """Write a name into the field, as one of the offers where it is one.

        A field that stood on another offer would count as chosen anew when somebody leaves it by Tab.
        """
        with QSignalBlocker(self.variable):
            self.variable.setCurrentIndex(self.variable.findText(name, Qt.MatchFlag.MatchExactly))
            self.variable.setEditText(name)

    def _offer_variables(self, preview: Preview) -> None:
        """Fill the chooser with the variables that occur; keep what was chosen, else suggest one of them.

        What was chosen comes back with the first text that has it again: half a text on the way changes no choice.
        """
        offers, current = offered(preview), self.wrt
        if not self._variable_chosen and preview.names:
            current = suggested(preview, self._wanted)
        with QSignalBlocker(self.variable):
            if [self.variable.itemText(k) for k in range(self.variable.count())] != offers:
                self.variable.clear()
                self.variable.addItems(offers)
            self._write_variable(current)
        self.choosers.suit(preview, current)
