"""The questions of a lesson as cards: something to think about with hint and model answer, one with choices, and the
problems at its end.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import put, tr
from explainer.gui.reading.page_parts import left, part_of, plain_label, push_button, stack, text_label
from explainer.lessons import Ask, Drill, Question
from explainer.phrases import phrase
from explainer.session.course.pages import sentence_of

if TYPE_CHECKING:
    from explainer.gui.reading.page_body import PageBody
    from explainer.gui.reading.page_view import PageView
    from explainer.lessons import RichText

LETTERS = "ABCDEFGH"


@part_of.register(Question)
def _(piece: Question, view: PageView, body: PageBody) -> QWidget:
    """What to think about; its hint and its model answer come when they are asked for."""
    frame, layout = stack(body, "aside", spacing=6)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("To think about", frame, "caption"))
    for words in piece.text.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame))
    _opens(piece.hint, ("Show the hint", "Hide the hint"), "hint", frame, layout, body)
    if piece.answer.source:
        _opens(piece.answer, ("Show a model answer", "Hide the model answer"), "model_answer", frame, layout, body)
    return frame


def _opens(
    text: RichText, captions: tuple[str, str], name: str, frame: QWidget, layout: QVBoxLayout, body: PageBody
) -> None:
    """A button that shows and hides a text below it."""
    button = push_button(captions[0], frame)
    button.setObjectName(name)
    layout.addLayout(left(button))
    part, part_layout = stack(frame, spacing=4)
    for words in text.paragraphs:
        part_layout.addWidget(text_label(sentence_of(words), part, "quiet"))
    part.hide()
    layout.addWidget(part)

    def toggle() -> None:
        part.setVisible(part.isHidden())
        body.settle()
        caption = tr(captions[0] if part.isHidden() else captions[1])
        button.setText(caption)
        button.setAccessibleName(caption)
        if not part.isHidden():
            announce(button, " ".join(label.accessibleName() or label.text() for label in part.findChildren(QLabel)))

    button.clicked.connect(toggle)


@part_of.register(Ask)
def _(piece: Ask, view: PageView, body: PageBody) -> QWidget:
    """A question with a button for each choice; the reason stands below when the right one was found."""
    frame, layout = stack(body, "aside", spacing=6)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label("First a question", frame, "caption"))
    for words in piece.text.paragraphs:
        layout.addWidget(text_label(sentence_of(words), frame))
    verdict = plain_label("", frame, "quiet")
    why, why_layout = stack(frame, spacing=4)
    for words in piece.why.paragraphs:
        why_layout.addWidget(text_label(sentence_of(words), why, "quiet"))

    def choose(place: int) -> None:
        right = place == piece.right
        put(verdict.setText, phrase("{0}: right.", LETTERS[place]) if right else phrase("{0}: no.", LETTERS[place]))
        verdict.show()
        why.setVisible(right)
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
        layout.addLayout(row)
    verdict.hide()
    why.hide()
    layout.addWidget(verdict)
    layout.addWidget(why)
    return frame


@part_of.register(Drill)
def _(piece: Drill, view: PageView, body: PageBody) -> QWidget:
    """What is practised at the end of a lesson, skill by skill."""
    from explainer.practice.skills import find_skill

    frame, layout = stack(body, "aside", spacing=4)
    layout.setContentsMargins(14, 2, 0, 4)
    layout.addWidget(plain_label(piece.title, frame, "caption"))
    for name in piece.skills:
        skill = find_skill(name)
        if skill is not None:
            layout.addWidget(plain_label(skill.title, frame, "quiet"))
            layout.addWidget(plain_label(skill.explanation, frame, "quiet"))
    button = push_button("Practise these problems", frame, "main")
    button.setObjectName("practise_drill")
    button.clicked.connect(lambda: view.drill_chosen.emit(piece))
    layout.addLayout(left(button))
    return frame
