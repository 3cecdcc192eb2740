"""The lines of an exercise, one below the other: those that are reached, wrong ones struck, each with what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import empty, parts_of
from explainer.gui.look.texts import data, put, show_with
from explainer.gui.look.theme import Theme
from explainer.gui.relay import once
from explainer.phrases import counted, led_by, phrase, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explainer.engine import Step
    from explainer.expr.node import Node, Path
    from explainer.practice.exercise import Exercise, Question, Reply, Score
    from explainer.rules import Words
    from explainer.session.lines.card import Sentence

ROLE = "answer_role"
"""The property of a label that says what it is: `struck`, `right` or `wrong`."""
LINE_SCALE = 1.45
"""The size of the formulas of a line, against the words."""


def asked_words(exercise: Exercise, question: Question) -> Words:
    """What is asked, with the part that it is about."""
    if question.asks == "rule":
        rules = exercise.rules
        marked = rules.place.marked if rules is not None else ()
        return sentence("At {part}: which rule comes next?", {"part": marked[0]}) if marked else question.words
    return question.words


def score_words(score: Score) -> str:
    """How an exercise went."""
    hints = counted("{0} hint", "{0} hints", score.hints)
    wrong = counted("{0} wrong answer", "{0} wrong answers", score.wrong)
    told = "Done: {0} of {1} right at the first try, {2}, {3}."
    return phrase(told, score.first_try, score.asked, wrong, hints)


def covered_line(question: Question) -> Node:
    """The line with a box in the place of what is sought."""
    from explainer.expr.node import at, replace
    from explainer.expr.nodes import Variable

    path = question.paths[0]
    return replace(question.line, path, Variable("□", at(question.line, path).shape))


def sentence_of(words: Words) -> Sentence:
    """Words with expressions in them as words with formulas."""
    from explainer.session.lines import card

    return card.sentence(words)


def show_words(label: FormulaLabel, words: Words) -> str:
    """Put words on a label for the eye and the ear, in any language; return them as they are spoken."""
    show_with(_show_words, label, words)
    return label.accessibleName()


def _show_words(label: FormulaLabel, words: Words) -> None:
    label.show_sentence(sentence_of(words))
    label.setAccessibleName(spoken_words(words))


def spoken_words(words: Words) -> str:
    """Words as they are read aloud."""
    from explainer.session.course.pages import spoken

    return spoken(sentence_of(words))


class WorkedLines(QScrollArea):
    """Grows at its end, which stays in sight. Lines that are not reached are not there, not even hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worked_lines")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        put(self.setAccessibleName, "The lines so far")
        self._theme: Theme | None = None
        self._inside = QWidget(self)
        self._inside.setObjectName("worked_lines_inside")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(4, 4, 12, 4)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)
        self._to_end = once(self, 0, self._show_end)

    def set_theme(self, theme: Theme) -> None:
        """Say right and wrong in the colours of this theme."""
        self._theme = theme
        for label in self._inside.findChildren(QLabel):
            self._colour(label)

    def _colour(self, label: QLabel) -> None:
        """Give a line the colour of what it is: struck, right, wrong, or none of these."""
        theme, role = self._theme, label.property(ROLE)
        if theme is None or not role:
            return
        if role == "struck":
            label.setStyleSheet(f"color: {theme.muted.name()}; text-decoration: line-through;")
        else:
            label.setStyleSheet(f"color: {(theme.ok if role == 'right' else theme.failed).name()};")

    def clear(self) -> None:
        """Take all lines away."""
        empty(self._rows)

    def begin(self, exercise: Exercise) -> None:
        """Set the lines that are shown from the start on the empty page."""
        self.clear()
        self._add_words((exercise.trace.start,), scale=LINE_SCALE)
        if exercise.letters:
            self._add_words(exercise.letters, name="letters").setProperty("role", "caption")
        self.add_steps(exercise.shown)

    def add_steps(self, steps: Sequence[Step]) -> None:
        """The lines that are reached, each with the name of its rule above."""
        for step in steps:
            title = QLabel(self._inside)
            put(title.setText, phrase(step.title))
            title.setProperty("role", "caption")
            self._add(title)
            self._add_words(("= ", step.after), scale=LINE_SCALE)

    def ask(self, exercise: Exercise) -> Words:
        """The question; a line with a cover stands in it."""
        question = exercise.question
        assert question is not None
        if question.cover is None:
            return asked_words(exercise, question)
        return sentence("What stands under the cover?  {line}", {"line": covered_line(question)})

    def end(self) -> None:
        """Nothing is left to ask; all lines are there."""

    def light(self, paths: tuple[Path, ...]) -> None:
        """Nothing: the words say which part it is."""

    def add_typed(self, typed: str, reply: Reply, exercise: Exercise, asked: Question) -> None:
        """What was typed and is not right, struck."""
        if reply.judged is not False:
            return
        label = QLabel(self._inside)
        label.setObjectName("struck")
        put(label.setText, "{0}", data(typed[:400]))
        put(label.setAccessibleName, "Not right: {0}", data(typed[:400]))
        label.setWordWrap(True)
        font = label.font()
        font.setStrikeOut(True)
        label.setFont(font)
        label.setProperty(ROLE, "struck")
        self._colour(label)
        self._add(label)

    def add_said(self, right: bool | None, words: Words) -> str:
        """What is said to an answer: right, wrong, or neither, by a sign as well as by colour."""
        sign = "✓ " if right else "✗ " if right is not None else ""
        label = self._add_words(led_by(sign, words) if sign else words, name="said")
        if right is not None:
            label.setProperty(ROLE, "right" if right else "wrong")
            self._colour(label)
        return label.accessibleName()

    def texts(self) -> list[str]:
        """Every line as it is read aloud, from top to bottom."""
        labels = [part for part in parts_of(self._rows) if isinstance(part, QLabel)]
        return [label.accessibleName() or label.text() for label in labels]

    # --- inside ------------------------------------------------------------------------------------------------------

    def _add_words(self, words: Words, *, scale: float = 1.0, name: str = "line") -> FormulaLabel:
        label = FormulaLabel(self._inside, formula_scale=scale)
        label.setObjectName(name)
        show_words(label, words)
        self._add(label)
        return label

    def _add(self, label: QLabel) -> None:
        self._rows.insertWidget(self._rows.count() - 1, label)
        self._to_end.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:  # the new line has its height only now
            self._to_end.start()
        return super().eventFilter(watched, event)

    def _show_end(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())
