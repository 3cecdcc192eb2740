"""The questions of a lesson as cards: something to think about with hint and model answer, one with choices, and the
problems at its end.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr
from explainer.gui.reading.page_parts import left, part_of, plain_label, push_button, stack, text_label
from explainer.lessons import Ask, Drill, Question
from explainer.phrases import phrase, whole_sentence
from explainer.session.course.pages import sentence_of
from explainer.session.course.shelf import task_of
from explainer.session.kept.progress import SOLVED

if TYPE_CHECKING:
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.lessons import RichText
    from explainer.lessons.lesson import Block
    from explainer.session.kept.progress import Progress

LETTERS = "ABCDEFGH"
MOST_TYPED = 10_000
OPEN = "is_open"
"""The property of a button that says whether what it shows is shown."""


@part_of.register(Question)
def _(piece: Question, view: PageView, body: PageBody) -> QWidget:
    """What to think about, with a field for an answer; its hint and its model answer come when they are asked for."""
    frame, layout = stack(body, "aside", spacing=6)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("To think about", frame, "caption"))
    for words in piece.text.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame))
    if piece.answer.source:
        thought = Thought(piece, view, body, frame)
        layout.addWidget(thought)
        _opens(piece.hint, ("Show the hint", "Hide the hint"), "hint", frame, layout, body)
        thought.model = _opens(
            piece.answer, ("Show a model answer", "Hide the model answer"), "model_answer", frame, layout, body
        )
    else:
        _opens(piece.hint, ("Show the hint", "Hide the hint"), "hint", frame, layout, body)
    return frame


class Thought(QWidget):
    """A field for an answer: where a formula is expected it is judged, else its writer compares it with the model."""

    def __init__(self, question: Question, view: PageView, body: PageBody, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("thought")
        self._question, self._body = question, body
        self._mark, done = _marking(question, view)
        self.model: QPushButton | None = None
        self.field = QLineEdit(self)
        self.field.setObjectName("thought_answer")
        self.field.setMaxLength(MOST_TYPED)
        put(self.field.setAccessibleName, "Your answer")
        formula = question.expects is not None
        put(self.field.setPlaceholderText, "Type a formula and press Enter" if formula else "Write what you think")
        self.button = push_button("Answer", self)
        self.button.setObjectName("thought_button")
        self.told = plain_label("✓ answered" if done else "", self, "quiet")
        self.told.setWordWrap(True)
        self.told.setVisible(done)
        self.same, self.other = push_button("Mine says the same", self), push_button("Not yet", self)
        self.same.setObjectName("thought_same")
        self.other.setObjectName("thought_other")
        layout, row, own = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.field, self.button):
            row.addWidget(part)
        for part in (self.same, self.other):
            own.addWidget(part)
            part.hide()
        own.addStretch(1)
        nest(layout, row)
        layout.addWidget(self.told)
        nest(layout, own)
        self.field.returnPressed.connect(self.answer)
        self.button.clicked.connect(self.answer)
        self.same.clicked.connect(self._agree)
        self.other.clicked.connect(self._try_again)

    def answer(self) -> None:
        """Judge what was typed, or let it be compared with the model answer."""
        from explainer.errors import ExplainerError
        from explainer.lessons.answering import judge

        try:
            judged = judge(self._question, self.field.text())
        except ExplainerError as error:
            hint = phrase(error.hint) if error.hint else ""
            words = phrase("{0} {1}", whole_sentence(error.message), hint) if hint else whole_sentence(error.message)
            self._say(words)
            place = getattr(error, "position", None)
            if isinstance(place, int) and place < len(self.field.text()):
                self.field.setCursorPosition(place)
            return
        sign = {True: "✓ {0}", False: "✗ {0}", None: "{0}"}[judged.right]
        self._say(phrase(sign, phrase(judged.words)))
        if judged.right:
            self._mark()
            self._open_model()
        if judged.right is None:
            self._open_model()
            self._offer(True)
            self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_model(self) -> None:
        if self.model is not None and not self.model.property(OPEN):
            self.model.click()

    def _agree(self) -> None:
        self._offer(False)
        self._mark()
        self._say("✓ answered")

    def _try_again(self) -> None:
        self._offer(False)
        self._say("Change your answer, or read the hint.")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, shown: bool) -> None:
        self.same.setVisible(shown)
        self.other.setVisible(shown)
        self._body.settle()

    def _say(self, words: str) -> None:
        put(self.told.setText, words)
        self.told.show()
        self._body.settle()
        announce(self.field, self.told.text())


def _marking(piece: Block, view: PageView, part: str = "") -> tuple[Callable[[], None], bool]:
    """What marks a task of the lesson as done, and whether it is."""
    task = task_of(view.page.address, piece) + part if view.page is not None else ""
    progress = view.progress

    def mark() -> None:
        if task:
            progress.mark(SOLVED, task)

    return mark, task in progress.solved


def _opens(
    text: RichText, captions: tuple[str, str], name: str, frame: QWidget, layout: QVBoxLayout, body: PageBody
) -> QPushButton:
    """A button that shows and hides a text below it."""
    button = push_button(captions[0], frame)
    button.setObjectName(name)
    button.setProperty(OPEN, False)
    nest(layout, left(button))
    part, part_layout = stack(frame, spacing=4)
    for words in text.paragraphs:
        part_layout.addWidget(text_label(sentence_of(words), part, "quiet"))
    part.hide()
    layout.addWidget(part)

    def toggle() -> None:
        part.setVisible(part.isHidden())
        button.setProperty(OPEN, not part.isHidden())
        body.settle()
        caption = tr(captions[0] if part.isHidden() else captions[1])
        button.setText(caption)
        button.setAccessibleName(caption)
        if not part.isHidden():
            announce(button, " ".join(label.accessibleName() or label.text() for label in part.findChildren(QLabel)))

    button.clicked.connect(toggle)
    return button


@part_of.register(Ask)
def _(piece: Ask, view: PageView, body: PageBody) -> QWidget:
    """A question with a button for each choice; the reason stands below when the right one was found."""
    frame, layout = stack(body, "aside", spacing=6)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("First a question", frame, "caption"))
    for words in piece.text.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame))
    mark, done = _marking(piece, view)
    verdict = plain_label("✓ answered" if done else "", frame, "quiet")
    why, why_layout = stack(frame, spacing=4)
    for words in piece.why.paragraphs:
        why_layout.addWidget(text_label(sentence_of(words), why, "quiet"))

    def choose(place: int) -> None:
        right = place == piece.right
        put(verdict.setText, phrase("{0}: right.", LETTERS[place]) if right else phrase("{0}: no.", LETTERS[place]))
        verdict.show()
        why.setVisible(right)
        if right:
            mark()
        body.settle()
        reasons = (label.accessibleName() or label.text() for label in why.findChildren(QLabel)) if right else ()
        announce(verdict, " ".join((verdict.text(), *reasons)))

    for place, choice in enumerate(piece.choices):
        row = QHBoxLayout()
        label = text_label(sentence_of(choice.paragraphs[0]), frame)
        button = push_button(LETTERS[place], frame)
        button.setObjectName(f"choice_{LETTERS[place]}")
        button.setAccessibleName(f"{LETTERS[place]}: {label.accessibleName() or label.text()}")
        button.setFixedWidth(44)
        button.clicked.connect(partial(choose, place))
        row.addWidget(button)
        row.addWidget(label, 1)
        nest(layout, row)
    verdict.setVisible(done)
    why.hide()
    layout.addWidget(verdict)
    layout.addWidget(why)
    return frame


class DrillLine(QLabel):
    """One of the problems at the end of a lesson, with a mark where it was solved."""

    def __init__(self, title: str, task: str, progress: Progress, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self.setWordWrap(True)
        self._title, self._task, self._progress = title, task, progress
        self.show_progress()

    def show_progress(self) -> None:
        """Show whether the problem was solved."""
        done = self._task in self._progress.solved
        put(self.setText, "✓ {0}" if done else "{0}", phrase(self._title))


@part_of.register(Drill)
def _(piece: Drill, view: PageView, body: PageBody) -> QWidget:
    """What is practised at the end of a lesson, skill by skill."""
    from explainer.practice.skills import find_skill

    frame, layout = stack(body, "aside", spacing=4)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label(piece.title, frame, "caption"))
    task = task_of(view.page.address, piece) if view.page is not None else ""
    for number, name in enumerate(piece.skills, start=1):
        skill = find_skill(name)
        if skill is not None:
            layout.addWidget(DrillLine(skill.title, f"{task}.{number}", view.progress, frame))
            layout.addWidget(plain_label(skill.explanation, frame, "quiet"))
    button = push_button("Practise these problems", frame, "main")
    button.setObjectName("practise_drill")
    button.clicked.connect(lambda: view.drill_chosen.emit(piece, task))
    nest(layout, left(button))
    return frame
