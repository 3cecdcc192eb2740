"""What the presenter's window says beside the slide: one's own notes, and the words of the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.texts import put

if TYPE_CHECKING:
    from explainer.lessons import Lesson, LessonProblem
    from explainer.session.course.deck import Slide


class Notes(QScrollArea):
    """What the speaker has noted of a slide, and what the lesson says of the open problem: text and caption."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter_notes")
        put(self.setAccessibleName, "Notes")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: object = None
        self._size_px = 0
        self._labels: list[FormulaLabel] = []
        body = QWidget(self)
        body.setObjectName("card_body")
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(18, 12, 18, 12)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)
        self.setWidget(body)

    def set_letters(self, size_px: int) -> None:
        """Write in letters that are read from where one stands, not from a chair."""
        font = self.font()
        font.setPixelSize(size_px)
        self.setFont(font)
        for label in self._labels:
            label.setFont(font)
            label.setStyleSheet(f"font-size: {size_px}px;")
            label.refresh()
        self._size_px = size_px

    def show_for(self, lesson: Lesson | None, problem: LessonProblem | None, slide: Slide | None) -> bool:
        """Show the speaker's own notes, and the lesson's words for a problem or a slide; say whether there are any."""
        from explainer.session.course.notes import notes_of
        from explainer.session.course.own_words import own_sentences
        from explainer.session.course.slide_words import words_for

        if (problem, slide) != self._shown:
            self._shown = problem, slide
            own = () if slide is None else own_sentences(slide.notes)
            of_lesson = notes_of(lesson, problem) if problem is not None else words_for(lesson, slide)
            sentences = (*own, *of_lesson)
            while len(self._labels) < len(sentences):
                label = FormulaLabel(self.widget())
                if self._size_px:
                    label.setStyleSheet(f"font-size: {self._size_px}px;")
                self._layout.insertWidget(len(self._labels), label)
                self._labels.append(label)
            for number, label in enumerate(self._labels):
                label.setVisible(number < len(sentences))
                label.show_sentence(sentences[number] if number < len(sentences) else ())
            self.verticalScrollBar().setValue(0)
        return any(label.text() for label in self._labels)

    def retell(self) -> None:
        """Say the notes anew, the next time they are shown."""
        self._shown = None

    def text(self) -> str:
        """The notes as plain text."""
        return "\n".join(label.text() for label in self._labels if label.text())

    def refresh(self) -> None:
        """Lay out again, after the size of the letters has changed."""
        for label in self._labels:
            label.refresh()
