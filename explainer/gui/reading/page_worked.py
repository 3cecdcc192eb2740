"""What is worked out on a page in front of the reader: figures, corrections, descents, comparisons of methods."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explainer.errors import ExplainerError
from explainer.gui.formulas.formula_header import FormulaHeader
from explainer.gui.look.flow import bare, nest
from explainer.gui.look.texts import put
from explainer.gui.reading.page_parts import (
    Finding,
    PageFigure,
    PageLabel,
    left,
    part_of,
    plain_label,
    push_button,
    say,
    stack,
    text_label,
)
from explainer.gui.slices import Asking, away
from explainer.lessons import Correction, LessonDescent, LessonFigure
from explainer.phrases import counted, phrase, sentence, whole_sentence
from explainer.session.course.comparing import Comparison, verdict, wrong_methods
from explainer.session.course.pages import sentence_of
from explainer.session.lines.card import sentence as typeset

if TYPE_CHECKING:
    from explainer.descent import Descent
    from explainer.engine.agreement import Outcome
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.notation.tree import Notation
    from explainer.session.lines.card import Sentence

DIGITS = 3
"""So many digits of the numbers of a descent stand in its table: enough to see how they move."""
MOST_MOMENTS = 12
"""So many rows of a descent are shown; of a longer one the first and the last."""

# --- figures ---------------------------------------------------------------------------------------------------------


@part_of.register(LessonFigure)
def _(piece: LessonFigure, view: PageView, body: PageBody) -> QWidget:
    """The figure over its caption; it is drawn after the page is there, and the reason stands where it cannot be."""
    frame, layout = stack(body, spacing=6)
    figure = PageFigure(None, frame)
    if view.theme is not None:
        figure.set_theme(view.theme)
    layout.addWidget(figure)
    for words in piece.caption.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame, "quiet"))

    def work() -> Asking:
        try:
            drawn = yield from away(piece.draw)
        except ExplainerError as error:
            reason = phrase("This figure cannot be drawn: {0}", error.message)
            layout.insertWidget(0, text_label((reason,), frame, "quiet"))
            return
        figure.set_figure(drawn)

    body.work(work())
    return frame


# --- corrections -----------------------------------------------------------------------------------------------------


@part_of.register(Correction)
def _(piece: Correction, view: PageView, body: PageBody) -> QWidget:
    """What the paper prints and what holds; the numbers that decide are worked out in front of the reader."""
    frame, layout = stack(body, "warning", spacing=8)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("A formula of the paper that does not hold", frame, "caption"))
    for words in piece.text.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame))
    measured = text_label(("Measuring …",), frame, "quiet")
    findings = []
    labels = ("The paper prints", "What holds")
    for label, formula in zip(labels, _formulas(piece), strict=True):
        inner, inner_layout = stack(frame, "card", spacing=4, margin=12)
        inner_layout.addWidget(plain_label(label, inner, "caption"))
        inner_layout.addWidget(text_label(formula, inner, scale=1.15))
        findings.append(Finding(view, inner))
        inner_layout.addWidget(findings[-1])
        layout.addWidget(inner)
    layout.addWidget(measured)
    body.work(_decide(piece, measured, findings))
    return frame


def _formulas(correction: Correction) -> tuple[Sentence, Sentence]:
    """What is printed and what holds; as it is typed where its parts do not even fit together."""
    from explainer.lessons.corrections import formulas_of
    from explainer.session.lines.card import notation_of

    texts = (correction.printed, correction.holds)
    printed, holds = (
        (notation_of(node),) if node is not None else (text,)
        for node, text in zip(formulas_of(correction), texts, strict=True)
    )
    return printed, holds


def _decide(correction: Correction, measured: PageLabel, findings: Sequence[Finding]) -> Asking:
    """Compare both formulas with the derivative, and say what was found."""
    from explainer.lessons import verify_correction

    try:
        result = yield from away(partial(verify_correction, correction))
    except ExplainerError as error:
        say(measured, (phrase("This cannot be measured: {0}", error.message),))
        return
    for found, finding in zip((result.printed, result.holds), findings, strict=True):
        finding.tell(whole_sentence(found.finding), found.ok)
    say(measured, _measured(correction, result.measured))
    if not result.decided:
        say(measured, ("CHECK FAILED: the numbers do not decide as they should.",))


def _measured(correction: Correction, wanted: str) -> Sentence:
    from explainer.lessons.corrections import numbers_in_words
    from explainer.session.lines.card import notation_of

    places: list[str | Notation] = []
    for number, (name, value) in enumerate(correction.at.items()):
        places += [", " if number else "", notation_of(correction.name(name).node), " = ", numbers_in_words(value)]
    return sentence("Measured at {places}: {wanted}.", {"places": tuple(places), "wanted": wanted})


# --- descents --------------------------------------------------------------------------------------------------------


class DescentPart(QFrame):
    """The numbers of a gradient descent, moment by moment, and how it went."""

    def __init__(self, descent: LessonDescent, view: PageView, body: PageBody) -> None:
        super().__init__(body)
        self._descent, self._body = descent, body
        self._column = bare(QVBoxLayout(self), 8)
        self._column.addWidget(plain_label(descent.title, self, "strong"))
        for words in descent.caption.paragraphs:
            self._column.addWidget(text_label(sentence_of(words), self, "quiet"))
        self._said = plain_label("Working …", self, "quiet")
        self._column.addWidget(self._said)
        body.work(self._work())

    def _work(self) -> Asking:
        try:
            run = yield from away(self._descent.run)
        except ExplainerError as error:
            put(self._said.setText, "This descent cannot be worked out: {0}", error.message)
            return
        put(self._said.setText, run.message)
        updates = text_label(_in_a_row(run), self, "quiet")
        for place, widget in ((self._column.count() - 1, updates), (self._column.count(), self._table(run))):
            self._column.insertWidget(place, widget)
            widget.show()

    def _table(self, run: Descent) -> QTableWidget:
        rows, head = list(run.table(digits=DIGITS)[1:]), run.head
        if len(rows) > MOST_MOMENTS:
            rows = [*rows[: MOST_MOMENTS - 2], ("…",) * len(head), rows[-1]]
        table = QTableWidget(len(rows), len(head), self)
        put(table.setAccessibleName, "{0}: {1}", self._descent.title, run.message)
        table.setHorizontalHeader(FormulaHeader(table, tuple(map(typeset, head))))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.ensurePolished()
        table.resizeColumnsToContents()
        table.resizeRowsToContents()
        table.setMinimumWidth(1)
        bar = table.horizontalScrollBar().sizeHint().height()
        height = table.horizontalHeader().sizeHint().height() + table.verticalHeader().length() + bar
        table.setFixedHeight(height)
        self._body.take_keys(table)
        return table


def _in_a_row(run: Descent) -> Sentence:
    """The updates of all parameters on one line."""
    row: Sentence = ()
    for words in run.written_updates:
        row = (*row, ",   ", *typeset(words)) if row else typeset(words)
    return row


@part_of.register(LessonDescent)
def _(piece: LessonDescent, view: PageView, body: PageBody) -> QWidget:
    return DescentPart(piece, view, body)


# --- comparing methods -----------------------------------------------------------------------------------------------


class ComparisonPart(QFrame):
    """All methods with their results, as they come in, and what the numbers say of all of them."""

    def __init__(self, comparison: Comparison, view: PageView, body: PageBody) -> None:
        super().__init__(body)
        self.setObjectName("comparison")
        self._comparison, self._view, self._body = comparison, view, body
        self._shown = 0
        self._column = bare(QVBoxLayout(self), 12)
        self._finding = Finding(view, self)
        self._finding.tell("Deriving by every method …", None)
        self._column.addWidget(self._finding)
        body.work(self._work())

    def _work(self) -> Asking:
        work = self._comparison.work()
        try:
            while not self._comparison.complete:
                yield from away(partial(next, work, None))
                self._show_new()
        except ExplainerError as error:
            self._finding.tell(phrase("The methods cannot be compared: {0}.", error.message), False)
            return
        self._say_verdict()

    def _show_new(self) -> None:
        outcomes = self._comparison.outcomes
        while self._shown < len(outcomes):
            row = self._row(outcomes[self._shown])
            self._column.insertWidget(self._shown + 1, row)
            row.show()
            self._shown += 1

    def _row(self, outcome: Outcome) -> QFrame:
        from explainer.engine import METHODS
        from explainer.export.wording import several_results
        from explainer.session.lines.card import notation_of, results_of_trace

        method = METHODS[outcome.method]
        frame, layout = stack(self, "card", spacing=6, margin=14)
        head = QHBoxLayout()
        title = method.title
        chosen = outcome.method == self._comparison.chosen
        head.addWidget(plain_label(title, frame, "strong"), 1)
        if chosen:
            head.addWidget(plain_label("on the board", frame, "mark"), 0, Qt.AlignmentFlag.AlignRight)
        nest(layout, head)
        layout.addWidget(plain_label(method.description, frame, "caption"))
        if outcome.check is None:
            layout.addWidget(text_label((phrase("Does not apply: {0}", outcome.trace.reason),), frame, "quiet"))
            return frame
        whole: tuple[Sentence, ...] = ((notation_of(outcome.trace.result),),)
        for said in results_of_trace(outcome.trace) if several_results(outcome.trace) else whole:
            layout.addWidget(text_label(said, frame, scale=1.1))
        finding = Finding(self._view, frame)
        finding.tell_check(outcome.check)
        layout.addWidget(finding)
        nest(layout, left(self._button(outcome, title, frame)))
        return frame

    def _button(self, outcome: Outcome, title: str, parent: QWidget) -> QPushButton:
        count = outcome.trace.derived
        button = push_button(counted("Show the one step", "Show the {0} steps", count), parent)
        button.setObjectName(f"method_{outcome.method}")
        put(button.setAccessibleName, "{0}: show its {1} steps on the board", phrase(title), count)
        button.clicked.connect(partial(self._view.method_chosen.emit, outcome.method))
        self._body.take_keys(button)
        return button

    def _say_verdict(self) -> None:
        from explainer.gui.look.announcer import announce

        outcomes = self._comparison.outcomes
        sentence = verdict(outcomes) or "No method arrives at a result here."
        self._finding.tell(sentence, bool(verdict(outcomes)) and not wrong_methods(outcomes))
        announce(self, sentence)


@part_of.register(Comparison)
def _(piece: Comparison, view: PageView, body: PageBody) -> QWidget:
    return ComparisonPart(piece, view, body)
