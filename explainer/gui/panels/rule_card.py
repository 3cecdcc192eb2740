"""The rule card on the right: why the step is allowed, and whether numbers agree.

The card is there with the window; its parts are made when the first derivation is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr, worded
from explainer.gui.look.theme import Theme
from explainer.gui.relay import in_turn, once
from explainer.phrases import joined
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.session.lines.card import Card

SETTLE_MS = 12
"""How long after a step the card is laid out and painted; the board is painted first."""


class RuleCard(QScrollArea):
    """The card of the step that led to the current line; at position 0 the card of the problem.

    `rule_chosen` asks for the page of the rule, by its id.
    """

    rule_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None, *, tells_keys: bool = True) -> None:
        super().__init__(parent)
        self._tells_keys = tells_keys
        self.setObjectName("rule_card")
        put(self.setAccessibleName, "Why this step is allowed")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session = session
        self._card: Card | None = None
        self._ready: tuple[Step, Card] | None = None  # the next one; older ones would keep their derivations
        self._shown: tuple[Trace | None, int, bool] = (None, -1, False)
        self._theme: Theme | None = None
        self._made = False
        self._settling = once(self, SETTLE_MS, in_turn(self, self._settle))
        self.setViewport(QWidget(self))

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        self._shown, self._ready = (None, -1, False), None
        self.show_place()
        if self._made:
            self.refresh()

    def _make_parts(self) -> None:
        from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton

        from explainer.gui.panels.card_parts import CheckLine, Section

        self._made = True
        self._body = body = QWidget(self)
        body.setObjectName("card_body")
        self._kicker = QLabel(body)
        self._kicker.setProperty("role", "caption")
        self._title = QLabel(body)
        self._title.setObjectName("card_title")
        self._title.setWordWrap(True)
        self._page = worded(QPushButton(body), "More about this rule")
        self._page.setObjectName("rule_page")
        self._page.setAutoDefault(True)
        self._page.setProperty("role", "link")
        self._page.setCursor(Qt.CursorShape.PointingHandCursor)
        self._page.clicked.connect(self._ask_for_page)
        self._statement = Section("The rule", body, formula_scale=1.2)
        self._bindings = Section("Here", body, formula_scale=1.1)
        self._words = Section("Why", body)
        self._condition = Section("Condition", body)
        self._conditions = Section("Assumed", body)
        self._shapes = Section("Shapes", body)
        self._results = Section("All derivatives", body, formula_scale=1.1)
        self._check = CheckLine(body)
        self._substeps_caption = worded(QLabel(body), "Steps inside this step")
        self._substeps_caption.setProperty("role", "caption")
        self._substeps = QListWidget(body)
        self._substeps.setObjectName("substeps")
        put(self._substeps.setAccessibleName, "Steps inside this step")
        self._substeps.currentRowChanged.connect(self._show_substep)
        self._substep = Section("", body, formula_scale=1.1)
        self.sections = (
            self._results, self._statement, self._bindings, self._words, self._condition, self._conditions, self._shapes
        )  # fmt: skip
        layout = QVBoxLayout(body)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(1)
        head.addWidget(self._kicker)
        head.addWidget(self._title)
        nest(layout, head)
        layout.addWidget(self._words)  # the reason stands above the formula, but is asked for after it
        for section in self.sections:
            if section is not self._words:
                layout.addWidget(section)
        more = QHBoxLayout()
        more.addWidget(self._page)
        more.addStretch(1)
        nest(layout, more)
        for widget in (self._check, self._substeps_caption, self._substeps, self._substep):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(body)
        body.installEventFilter(self)

    # --- layout after the board has been painted ---------------------------------------------------------------------

    def _hold(self) -> None:
        """Change what the card says, but lay it out and paint it a moment later, all at once."""
        if not self._settling.isActive():
            self._settling.start()
            self._body.setUpdatesEnabled(False)
            for part in self._parts():
                layout = part.layout()
                assert layout is not None
                layout.setEnabled(False)

    def _parts(self) -> tuple[QWidget, ...]:
        """The body of the card and what it is put together from, the inner ones last."""
        return (self._body, *self.sections, self._check, self._substep)

    def _settle(self) -> None:
        for part in reversed(self._parts()):  # the inner ones first, as the outer one asks them for their sizes
            layout = part.layout()
            assert layout is not None
            layout.setEnabled(True)
            layout.invalidate()
            layout.activate()
            part.updateGeometry()
        for widget in (self._body, self):  # at once, so that nothing is painted in too little room
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LayoutRequest))
        self._body.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._settling.isActive():
            return True
        return super().eventFilter(watched, event)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self._theme = theme
        if self._made:
            self.show_check()
            self._colour()

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        if not self._made:
            return
        for section in (*self.sections, self._substep):
            section.refresh()

    def show_place(self) -> None:
        """Show the card for where the session stands."""
        session = self._session
        if session.trace is None:
            return
        from explainer.session.lines.card import card_of_problem, card_of_step, place_of, results_of_trace

        if not self._made:
            self._make_parts()
        step = session.step
        ended = session.complete and 0 < session.position == session.count
        shown = (session.trace, session.position, ended)
        if shown != self._shown:
            self._shown = shown
            self._hold()
            ready, self._ready = self._ready, None
            if step is None:
                self._show_card(card_of_problem(session.trace, for_keys=self._tells_keys))
            else:
                self._show_card(ready[1] if ready is not None and ready[0] is step else card_of_step(step))
            self._results.show_sentences(results_of_trace(session.trace) if ended else ())
        put(self._kicker.setText, place_of(step, session.count, session.complete))
        self.show_check()

    def _ask_for_page(self) -> None:
        step = self._session.step
        if step is not None:
            self.rule_chosen.emit(str(step.rule))

    def prepare_next(self) -> None:
        """Typeset what the card of the next step says while there is nothing else to do."""
        from explainer.session.lines.card import card_of_step, formula_text, results_of_trace

        session = self._session
        step = session.step_at(session.position + 1)
        if step is not None and session.trace is not None:
            self._ready = step, card_of_step(step)
            card = self._ready[1]
            ends = session.complete and session.position + 1 == session.count
            results = results_of_trace(session.trace) if ends else ()
            for parts in (*card.statements, *card.bindings, card.words, *card.conditions, *results):
                for part in parts:
                    if not isinstance(part, str):
                        drawing_of(part).prepare()
                        formula_text(part)

    def _show_card(self, card: Card) -> None:
        self._card = card
        put(self._title.setText, card.title)
        self._page.setVisible(self._session.position > 0)
        put(self._words.caption.setText, card.words_caption)
        self._words.show_sentences((card.words,) if card.words else ())
        put(self._statement.caption.setText, card.statement_caption)
        self._statement.show_sentences(card.statements)
        self._bindings.show_sentences(card.bindings)
        self._colour()
        self._condition.show_sentences((card.condition,) if card.condition else ())
        self._conditions.show_sentences(card.conditions)
        self._shapes.show_sentences(card.shapes)
        self._show_substeps(card)

    def _colour(self) -> None:
        """Draw the letters of the rule, and what they are here, as on the board."""
        if self._theme is not None and self._card is not None:
            self._statement.colour(self._card.statement_tints, self._theme)
            self._bindings.colour(self._card.binding_tints, self._theme)

    def show_check(self) -> None:
        """Show the check of the step as far as it is known."""
        if not self._made:
            return
        from explainer.export.wording import check_sentence, doubts

        number = self._session.position
        remarks = doubts(self._session.checks) if number == 0 else ()
        self._check.setVisible(number > 0 or bool(remarks))
        if self._theme is None:
            return
        if number > 0:
            check = self._session.check_of(number)
            holds = None if check is None else check.answer and not check.refutes  # what is refuted gets no tick
            self._check.show_check(check_sentence(check), holds, self._theme)
        elif remarks:
            failed = any(check.state == "failed" for _, check in self._session.checks)
            self._check.show_check(joined(" ", remarks), False if failed else None, self._theme)

    def text(self) -> str:
        """Everything on the card as plain text, in the order of reading."""
        if not self._made:
            return ""
        parts = [self._kicker.text(), self._title.text()]
        parts.extend(section.text() for section in self.sections)
        parts.append(self._check.text())
        return "\n".join(part for part in parts if part)

    # --- substeps ----------------------------------------------------------------------------------------------------

    def _show_substeps(self, card: Card) -> None:
        self._substeps.blockSignals(True)
        self._substeps.clear()
        for step in card.substeps:
            self._substeps.addItem(f"{step.number}  {tr(step.title)}")
        self._substeps.blockSignals(False)
        self._substeps_caption.setVisible(bool(card.substeps))
        self._substeps.setVisible(bool(card.substeps))
        rows = min(6, len(card.substeps))
        if rows:
            self._substeps.setFixedHeight(rows * max(28, self._substeps.sizeHintForRow(0)) + 12)
        self._substep.show_sentences(())

    def _show_substep(self, row: int) -> None:
        if self._card is None or not 0 <= row < len(self._card.substeps):
            return
        from explainer.session.lines.card import notation_of, sentence

        step = self._card.substeps[row]
        put(self._substep.caption.setText, step.title)
        lines = ((notation_of(step.before),), ("= ", notation_of(step.after)), sentence(step.words))
        self._substep.show_sentences(lines)
