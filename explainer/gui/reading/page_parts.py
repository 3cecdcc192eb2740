"""The pieces of a page as widgets: texts, statements, examples, lists and links. The cards are in `page_cards`.

To add a kind of piece: a function registered with `part_of`.
"""

from __future__ import annotations

from functools import partial, singledispatch
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from explainer.gui.formulas.figure_view import FigureView
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import bare, nest
from explainer.gui.look.texts import put, tr, worded
from explainer.gui.panels.card_parts import CheckLine
from explainer.gui.reading.page_style import LINE_SPACING
from explainer.gui.slices import Asking, away
from explainer.lessons import Ask, Correction, Drill, LessonFigure, LessonProblem, Question
from explainer.phrases import phrase
from explainer.phrases import sentence as filled
from explainer.session.course.address import Address
from explainer.session.course.pages import (
    Ending,
    Example,
    FunctionEntry,
    Goals,
    Heading,
    Labelled,
    Links,
    Paragraph,
    Piece,
    ResultRow,
    RuleEntry,
    SignRow,
    Statement,
    sentence_of,
    spoken,
)

if TYPE_CHECKING:
    from explainer.figures import Figure
    from explainer.gui.look.theme import Theme
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.session.lines.card import Sentence
    from explainer.verify import Check


def gap_before(before: Piece | None, piece: Piece) -> float:
    """The room above a piece, in sizes of the letters."""
    if before is None:
        return 0.9
    if isinstance(piece, Ending):
        return 2.0
    if isinstance(piece, Heading):
        return 1.5
    if isinstance(before, Heading):
        return 0.5
    if type(piece) is type(before) and isinstance(piece, SignRow | ResultRow):
        return 0.35
    cards = (
        LessonProblem
        | LessonFigure
        | Correction
        | Question
        | Ask
        | Drill
        | Example
        | RuleEntry
        | FunctionEntry
        | Statement
    )
    return 1.15 if isinstance(piece, cards) or isinstance(before, cards) else 0.75


@singledispatch
def part_of(piece: Piece, view: PageView, body: PageBody) -> QWidget:
    """The widget for a piece. A kind that this window does not know is said, and everything around it is there."""
    kind = str(getattr(piece, "kind", type(piece).__name__)).lower()
    return text_label((tr("This part cannot be shown in this window: {0}.", kind),), body, "quiet")


# --- what parts are made of ------------------------------------------------------------------------------------------


class PageLabel(FormulaLabel):
    """A text on a page. Its column gives it a width; it is not laid out for any other."""

    def sizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class PageFigure(FigureView):
    """A figure on a page, laid out for the width of the column alone."""

    def __init__(self, figure: Figure | None = None, parent: QWidget | None = None) -> None:
        super().__init__(figure, parent)
        self.dragged.connect(self.move_to)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def text_label(sentence: Sentence, parent: QWidget, role: str = "", *, scale: float = 1.0) -> PageLabel:
    """A sentence with formulas on the baseline of its words; read aloud with the formulas in words."""
    running = any(isinstance(part, str) and part.strip() for part in sentence)
    spacing = LINE_SPACING if not role else 1.15
    label = PageLabel(parent, formula_scale=scale, line_spacing=spacing, running=running)
    if role:
        label.setProperty("role", role)
    label.show_sentence(sentence)
    if any(not isinstance(part, str) for part in sentence):
        label.setAccessibleName(spoken(sentence))
    return label


def say(label: PageLabel, sentence: Sentence) -> None:
    """Put another sentence on a label, for the eye and the ear."""
    label.show_sentence(sentence)
    label.setAccessibleName(spoken(sentence) if any(not isinstance(part, str) for part in sentence) else "")


def plain_label(text: str, parent: QWidget, role: str) -> QLabel:
    """A label without formulas."""
    label = worded(QLabel(parent), text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def link(text: str, address: Address, view: PageView, parent: QWidget) -> QPushButton:
    """A name that leads to a page, by a click, Space or Return."""
    button = push_button(text, parent, "link")
    put(button.setAccessibleDescription, "Goes to another page")
    button.clicked.connect(lambda: view.link_chosen.emit(address))
    return button


def push_button(text: str, parent: QWidget, role: str = "") -> QPushButton:
    """A button that Return presses as well as Space."""
    button = QPushButton(tr(text).replace("&", "&&"), parent)
    button.setAutoDefault(True)
    put(button.setAccessibleName, text)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if role:
        button.setProperty("role", role)
    return button


def stack(parent: QWidget, role: str = "", *, spacing: int = 6, margin: int = 0) -> tuple[QFrame, QVBoxLayout]:
    """A frame whose parts stand one below the other."""
    frame = QFrame(parent)
    if role:
        frame.setProperty("role", role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return frame, layout


def left(widget: QWidget) -> QHBoxLayout:
    """A row with a widget at its left end, no wider than it needs to be."""
    row = bare(QHBoxLayout())
    row.addWidget(widget)
    row.addStretch(1)
    return row


class Finding(CheckLine):
    """What a check found, in a line; pending until it is told."""

    def __init__(self, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._sentence: str = "Checking …"
        self._ok: bool | None = None
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self.set_theme(view.theme)

    def tell(self, sentence: str, ok: bool | None) -> None:
        """Say what was found."""
        self._sentence, self._ok = sentence, ok
        self.set_theme(self._view.theme)

    def tell_check(self, check: Check) -> None:
        """Say what a check found."""
        from explainer.export.wording import check_sentence

        self.tell(check_sentence(check), check.answer)

    def set_theme(self, theme: Theme | None) -> None:
        """Draw in the colours of this theme."""
        if theme is not None:
            self.show_check(self._sentence, self._ok, theme)


# --- texts -----------------------------------------------------------------------------------------------------------


@part_of.register(Heading)
def _(piece: Heading, view: PageView, body: PageBody) -> QWidget:
    return plain_label(piece.text, body, "heading")


@part_of.register(Paragraph)
def _(piece: Paragraph, view: PageView, body: PageBody) -> QWidget:
    return text_label(sentence_of(piece.words), body, "quiet" if piece.quiet else "")


@part_of.register(Goals)
def _(piece: Goals, view: PageView, body: PageBody) -> QWidget:
    frame, layout = stack(body, "aside", spacing=3)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("Goals", frame, "caption"))
    for words in piece.goals:
        layout.addWidget(text_label(sentence_of(words), frame))
    return frame


@part_of.register(Labelled)
def _(piece: Labelled, view: PageView, body: PageBody) -> QWidget:
    frame, layout = stack(body, spacing=3)
    layout.addWidget(plain_label(piece.caption, frame, "caption"))
    for words in piece.lines:
        layout.addWidget(text_label(sentence_of(words), frame))
    return frame


@part_of.register(Links)
def _(piece: Links, view: PageView, body: PageBody) -> QWidget:
    frame, layout = stack(body, spacing=2)
    layout.addWidget(plain_label(piece.caption, frame, "caption"))
    for address, text in piece.links:
        nest(layout, left(link(text, address, view, frame)))
    return frame


@part_of.register(SignRow)
def _(piece: SignRow, view: PageView, body: PageBody) -> QWidget:
    """What the sign looks like, how it is typed, and what it means, in columns."""
    frame = QFrame(body)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(14)
    sign = [part for words in piece.sign.paragraphs for part in words]
    typed = ", ".join(formula.text for formula in piece.sign.formulas)
    meaning = [part for words in piece.meaning.paragraphs for part in words]
    columns = (text_label(sentence_of(tuple(sign)), frame), plain_label(typed, frame, "caption"),
               text_label(sentence_of(tuple(meaning)), frame))  # fmt: skip
    for share, label in zip((19, 25, 56), columns, strict=True):
        label.setMinimumWidth(1)
        row.addWidget(label, share)
    return frame


# --- rules and functions ---------------------------------------------------------------------------------------------


@part_of.register(Statement)
def _(piece: Statement, view: PageView, body: PageBody) -> QWidget:
    from explainer.session.lines.card import statements

    rule = piece.rule
    frame, layout = stack(body, "card", spacing=10, margin=16)
    for sentence in statements(rule.statement, tuple(rule.shapes.items()), rule.is_wrong):
        layout.addWidget(text_label(sentence, frame, scale=1.2))
    return frame


@part_of.register(Example)
def _(piece: Example, view: PageView, body: PageBody) -> QWidget:
    """Rewritten and checked here and now, in a thread: a rule may need an algebra system that is not loaded yet."""
    from explainer.session.course.worked import work_out

    frame, layout = stack(body, spacing=5)
    line = text_label(("Working …",), frame, scale=1.1)
    layout.addWidget(line)

    def work() -> Asking:
        worked = yield from away(partial(work_out, piece.rule, piece.text))
        if worked is None:
            say(line, (phrase("The rule leaves {0} alone.", piece.text),))
            return
        finding = Finding(view, frame)
        say(line, worked.line)
        for widget in (text_label(worked.words, frame, "quiet"), finding):
            layout.addWidget(widget)
            widget.show()
        body.settle()
        finding.tell_check((yield from away(worked.check)))

    body.work(work())
    return frame


@part_of.register(RuleEntry)
def _(piece: RuleEntry, view: PageView, body: PageBody) -> QWidget:
    from explainer.session.lines.card import statements
    from explainer.session.lines.names import condition_in_words

    rule = piece.rule
    frame, layout = stack(body, spacing=4)
    nest(layout, left(link(rule.title, Address("rule", rule.id), view, frame)))
    inner = QVBoxLayout()
    inner.setContentsMargins(6, 0, 0, 0)
    inner.setSpacing(4)
    if rule.by_example:
        inner.addWidget(text_label(("for example",), frame, "quiet"))
    for form in statements(rule.statement, tuple(rule.shapes.items()), rule.is_wrong):
        inner.addWidget(text_label(form, frame))
    if rule.condition:
        inner.addWidget(text_label(filled("if {condition}", {"condition": condition_in_words(rule)}), frame, "quiet"))
    nest(layout, inner)
    return frame


@part_of.register(FunctionEntry)
def _(piece: FunctionEntry, view: PageView, body: PageBody) -> QWidget:
    from explainer.session.course.worked import derivative_sentences

    operation = piece.operation
    frame, layout = stack(body, spacing=4)
    title = tr(operation.title)
    title = title[:1].upper() + title[1:]
    if view.page is None or view.page.address.kind != "function":
        nest(layout, left(link(title, Address("function", operation.name), view, frame)))
    else:
        layout.addWidget(plain_label("Derivative", frame, "caption"))
    sentences = derivative_sentences(operation)
    inner = QVBoxLayout()
    inner.setContentsMargins(6, 0, 0, 0)
    nest(layout, inner)
    for sentence in sentences or (("Its derivative comes from rules of its own, not from the table.",),):
        inner.addWidget(text_label(sentence, frame, "" if sentences else "quiet"))
    return frame


# --- the end ---------------------------------------------------------------------------------------------------------


@part_of.register(Ending)
def _(piece: Ending, view: PageView, body: PageBody) -> QWidget:
    frame, layout = stack(body, spacing=14)
    line = QFrame(frame)
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    layout.addWidget(line)
    if piece.following is None:
        layout.addWidget(plain_label("This was the last page of the course.", frame, "quiet"))
        return frame
    following = piece.following
    button = push_button(phrase("Next: {0}", phrase(piece.text)), frame, "main")
    button.setObjectName("next_page")
    button.clicked.connect(lambda: view.link_chosen.emit(following))
    nest(layout, left(button))
    return frame
