"""The cards of a page: a problem, and a problem with its result. Questions are in `page_asks`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr
from explainer.gui.reading.page_parts import part_of, plain_label, push_button, text_label
from explainer.gui.slices import Asking, away
from explainer.lessons import LessonProblem
from explainer.session.course.pages import ResultRow, sentence_of

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.notation.tree import Notation
    from explainer.session.lines.card import Sentence


class Card(QFrame):
    """A frame that can be clicked anywhere."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that letting go is told to this card


# --- problems --------------------------------------------------------------------------------------------------------


class ProblemCard(Card):
    """A problem: its title, the derivative that is asked for, and the button that puts it on the board."""

    def __init__(self, problem: LessonProblem, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._problem, self._view = problem, view
        self.setObjectName(f"problem_{problem.id}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        nest(layout, self._head())
        layout.addWidget(text_label(_task(problem), self, scale=1.25))
        for words in problem.caption.paragraphs:
            layout.addWidget(text_label(sentence_of(words), self, "quiet"))
        nest(layout, self._foot())
        self.clicked.connect(self._derive)
        self.show_progress()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(self._problem.title, self, "strong"), 1)
        self._mark = plain_label("", self, "mark")
        self._mark.setWordWrap(False)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _foot(self) -> QHBoxLayout:
        problem = self._problem
        row = QHBoxLayout()
        row.setSpacing(12)
        self.button = push_button("Derive", self, "main")
        put(
            self.button.setAccessibleName,
            "Derive {0}: {1} with respect to {2}",
            problem.title,
            problem.text,
            problem.wrt,
        )
        self.button.clicked.connect(self._derive)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(plain_label(_manner(problem), self, "caption"), 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _derive(self) -> None:
        self._view.problem_chosen.emit(self._problem)

    def show_progress(self) -> None:
        """Show whether the problem has been solved, or only derived to its end: a ✓ is earned by doing."""
        progress, name = self._view.progress, self._problem.id
        solved, derived = name in progress.solved, name in progress.derived
        put(self._mark.setText, "✓ solved" if solved else "derived" if derived else "")
        self._mark.setVisible(solved or derived)
        told = "Already solved." if solved else "Already derived to the end." if derived else ""
        put(self.button.setAccessibleDescription, told)


def _task(problem: LessonProblem) -> Sentence:
    """The derivative that is asked for; what cannot be read as it is typed."""
    from explainer.session.lines.card import notation_of

    try:
        return (notation_of(problem.trace().start),)
    except ExplainerError:
        return (f"{problem.text}, {problem.wrt}",)


def _manner(problem: LessonProblem) -> str:
    """The id of a problem, and how it is derived where that is not left to the program."""
    from explainer.engine import METHODS

    parts = [problem.id]
    method = METHODS.get(problem.method)
    if method is not None and problem.method != "auto":
        parts.append(tr(method.title))
    if problem.layout != "numerator":
        parts.append(tr("{0} layout", tr(problem.layout.capitalize())))
    return " · ".join(parts)


@part_of.register(LessonProblem)
def _(piece: LessonProblem, view: PageView, body: PageBody) -> QWidget:
    return ProblemCard(piece, view, body)


@part_of.register(ResultRow)
def _(piece: ResultRow, view: PageView, body: PageBody) -> QWidget:
    """The problem with its result, which is derived here and now."""
    problem = piece.problem
    frame = QFrame(body)
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 3, 0, 3)
    row.setSpacing(12)
    label = text_label(_task(problem), frame)
    row.addWidget(label, 1)
    button = push_button("Derive", frame)
    spoken = tr("Derive {0}: {1} with respect to {2}", problem.title, problem.text, problem.wrt)
    button.setAccessibleName(spoken)
    button.setToolTip(f"{problem.id}  {problem.title}")
    button.clicked.connect(lambda: view.problem_chosen.emit(problem))
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def work() -> Asking:
        try:
            trace = yield from away(partial(_derived, problem))
        except ExplainerError:
            return
        label.show_sentence(_result(trace))

    body.work(work())
    return frame


def _derived(problem: LessonProblem) -> Trace:
    trace = problem.trace()
    _ = trace.status
    return trace


def _result(trace: Trace) -> Sentence:
    """What was asked and what came out, on one line; the reason where nothing came out."""
    from explainer.export.wording import several_results
    from explainer.notation import relation_line
    from explainer.phrases import led_by
    from explainer.session.lines.card import notation_of, results_of_trace

    if several_results(trace):  # on lines of their own: the first alone would be said to be all of it
        rows: Sentence = (notation_of(trace.start),)
        for found in results_of_trace(trace):
            rows += led_by("\n", found)
        return rows
    if trace.status != "finished":
        return (notation_of(trace.start), f"  {trace.reason}")
    whole: Notation = relation_line(notation_of(trace.start), "=", notation_of(trace.result))
    return (whole,)
