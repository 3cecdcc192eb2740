"""The question to the class: what comes next is asked before it is shown, by its rule or by the part it makes.

The same key asks for the rule, then for the part, then for nothing. A to D choose for the class; the next key shows the
answer, and the one after it goes on. The part is covered on the board, in the line that comes next, at its place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import show_with
from explainer.phrases import Phrase, phrase, sentence

if TYPE_CHECKING:
    from explainer.expr.node import Node, Path
    from explainer.gui.board.added import Added
    from explainer.gui.look.theme import Theme
    from explainer.practice.questions.covered import Cover
    from explainer.practice.questions.next_rule import RuleQuestion
    from explainer.rules import Words
    from explainer.session import Session
    from explainer.session.lines.card import Sentence

_LETTERS: Final = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.45)
"""The sizes of the words that are tried against the usual one; the first with which all is seen is taken."""
_MOST_HEIGHT: Final = 0.62
"""The share of the audience's window that a question takes at most: the line that it is about is seen above it."""
_ROWS: Final = 30
"""So many rows of its words are as high as the screen, where these are no smaller than its least ones."""
_SPACING: Final = 0.4
"""Between two of its parts, against the size of its words."""
LETTERS = "ABCD"
_BETWEEN_PX: Final = 40
"""Between the two columns of choices."""
BOX = "□"
"""Stands for the part that is asked for."""


class QuestionPanel(QWidget):
    """What the audience sees of a question, between the board and the caption."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("class_question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._least_px = 20.0
        self._height = 1
        self._marks: dict[int, bool] = {}
        self.asked = FormulaLabel(self, formula_scale=1.15)
        self.choices = [FormulaLabel(self) for _ in LETTERS]
        self.reply = FormulaLabel(self, formula_scale=1.15)
        grid = QGridLayout()
        grid.setHorizontalSpacing(_BETWEEN_PX)
        for place, label in enumerate(self.choices):
            grid.addWidget(label, place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for label in (self.asked, self.reply, *self.choices):
            label.setMinimumHeight(1)  # what it needs in its narrowest form would make the window grow
        layout = QVBoxLayout(self)
        layout.addWidget(self.asked)
        nest(layout, grid)
        layout.addWidget(self.reply)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 1)

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def hasHeightForWidth(self) -> bool:
        return False  # it is as high as was found for the width that there is

    def set_look(self, theme: Theme, least_px: float) -> None:
        """Draw in these colours, with no smaller words than that."""
        self._theme = theme
        self._least_px = least_px
        self._set_letters(least_px)
        for place, right in self._marks.items():
            self._mark(place, right)
        self.fit()

    def _set_letters(self, size: float) -> None:
        """The style, and the fonts at once: what is hidden is styled only when it is shown."""
        theme = self._theme
        if theme is None:
            return
        pixels = round(size)
        self.setStyleSheet(f"""
            QWidget#class_question {{ background: {theme.panel.name()}; border-top: 3px solid {theme.accent.name()}; }}
            QWidget#class_question QLabel {{ background: transparent; color: {theme.ink.name()};
                font-size: {pixels}px; }}
        """)
        margin = round(size * 0.7)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(2 * margin, margin, 2 * margin, margin)
        layout.setSpacing(round(size * _SPACING))
        for label in (self.asked, self.reply, *self.choices):
            font = label.font()
            font.setPixelSize(pixels)
            label.setFont(font)
            label.refresh()

    def fit(self) -> None:
        """Take the largest letters with which all of it is seen, and leave the line above it its room."""
        stage = self.parentWidget()
        if stage is None or self._theme is None:
            return
        room, usual = stage.height() * _MOST_HEIGHT, max(self._least_px, stage.height() / _ROWS)
        for share in _LETTERS:
            self._set_letters(usual * share)
            needed = self._needed(stage.width(), usual * share)
            if needed <= room:
                break
        self._height = round(needed)
        self.setMaximumHeight(self._height)
        self.updateGeometry()

    def _needed(self, width: int, size: float) -> float:
        """How high all of it is in a width."""
        inner, spacing = width - 4 * round(size * 0.7), size * _SPACING
        across = (inner - _BETWEEN_PX) // 2
        shown = [label for label in self.choices if label.isVisibleTo(self)]
        rows = [shown[first : first + 2] for first in range(0, len(shown), 2)]
        heights = [max(label.heightForWidth(across) for label in row) for row in rows]
        heights += [label.heightForWidth(inner) for label in (self.asked, self.reply) if label.isVisibleTo(self)]
        return sum(heights) + spacing * (len(heights) + 1) + 2 * round(size * 0.7)

    def show_question(self, words: Sentence, choices: tuple[Phrase, ...]) -> None:
        """Ask this, with these choices or none."""
        self._marks.clear()
        _show(self.asked, words)
        for place, label in enumerate(self.choices):
            label.setStyleSheet("")
            label.setVisible(place < len(choices))
            _show(label, (phrase("{0}   {1}", LETTERS[place], choices[place]),) if place < len(choices) else ())
        self.show_reply(())
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def show_reply(self, words: Sentence) -> None:
        """Say this below the choices."""
        _show(self.reply, words)
        self.reply.setVisible(bool(words))
        self.fit()

    def mark(self, place: int, right: bool, choice: Phrase) -> None:
        """Mark a choice as right or wrong, by a sign as well as by colour."""
        self._marks[place] = right
        _show(self.choices[place], (phrase("{0} {1}   {2}", "✓" if right else "✗", LETTERS[place], choice),))
        self._mark(place, right)

    def _mark(self, place: int, right: bool) -> None:
        if self._theme is not None:
            colour = self._theme.ok if right else self._theme.failed
            weight = "font-weight: 700; " if right else ""
            self.choices[place].setStyleSheet(f"{weight}color: {colour.name()};")


def _show(label: FormulaLabel, words: Sentence) -> None:
    """Words on a label, in another language when that changes while the class is asked."""
    show_with(FormulaLabel.show_sentence, label, words)


class AsksOnBoard(Protocol):
    """The board of that window: it shows the line that comes next below the one where it stands."""

    def ask(self, lit: tuple[Path, ...] | None, added: tuple[Added, ...] = (), *, passed: bool = False) -> None:
        """Stand these lines below the current one."""

    def forget_asked(self) -> None:
        """Show no more than the derivation from the next time on."""

    def show_place(self) -> None:
        """Show where the derivation stands."""


class ShowsQuestion(Protocol):
    """The window that the audience sees, as far as a question needs it."""

    @property
    def question(self) -> QuestionPanel:
        """Where the question stands."""

    @property
    def board(self) -> AsksOnBoard:
        """Where the line stands that it is about."""


class ClassQuestion(QObject):
    """Asks about the step that comes next. `changed` is called with the words to be said after every change."""

    def __init__(self, session: Session, changed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._changed = session, changed
        self._view: ShowsQuestion | None = None
        self._windows: list[QWidget] = []
        self._rules: RuleQuestion | None = None
        self._cover: Cover | None = None
        self._answered = False
        self._asked_at: tuple[object, int] = (None, 0)

    @property
    def is_open(self) -> bool:
        """Whether a question is asked."""
        return self._rules is not None or self._cover is not None

    @property
    def answer_told(self) -> Phrase | None:
        """The answer, for the speaker alone; None where nothing is asked."""
        if self._rules is not None:
            place = self._rules.right_place
            return phrase("Answer: {0}   {1}", LETTERS[place], phrase(self._rules.right.title))
        return phrase("Answer: {0}", phrase(self._cover.step.title)) if self._cover is not None else None

    def begin(self, view: ShowsQuestion) -> None:
        """Ask in this window from now on."""
        self._view = view

    def attach(self, window: QWidget) -> None:
        """Take the keys in this window too while a question is asked, also in one that goes on."""
        self._windows.append(window)
        if self.is_open:
            window.installEventFilter(self)

    def ask(self) -> None:
        """Ask for the rule of the next step; asked already, for the part that it makes; then for nothing."""
        view, trace = self._view, self._session.trace
        if view is None or trace is None:
            return
        asked_rule = self._rules is not None
        if self.is_open and not asked_rule:
            self.close()
            view.board.show_place()
            self._changed("The question is taken back.")
            return
        number = self._session.position + 1
        if self._session.step_at(number) is None:
            self._changed("There is no step here that could be asked for.")
            return
        try:
            if asked_rule:
                self._ask_part(number)
            else:
                self._ask_rule(number)
        except ExplainerError as error:
            self._changed(error.message)

    def choose(self, place: int) -> None:
        """The class has chosen: say whether that is right, and why not."""
        rules, view = self._rules, self._view
        if rules is None or view is None or place >= len(rules.choices):
            return
        if place == rules.right_place:
            self.reveal()
            return
        view.question.mark(place, False, phrase(rules.choices[place].title))
        self._say_reply(rules.reason(place))

    def reveal(self) -> bool:
        """Show the answer, where one is waited for; return whether that was so."""
        view = self._view
        if view is None or not self.is_open or self._answered:
            return False
        self._answered = True
        if self._rules is not None:
            view.question.mark(self._rules.right_place, True, phrase(self._rules.right.title))
            self._say_reply(self._rules.reason(self._rules.right_place))
        elif self._cover is not None:
            step = self._cover.step
            self._show_line(step.after, step.touched_after, step.title)
            view.question.show_question((phrase("{0}.", phrase(step.title)),), ())
            told = sentence("{part}: {title}.", {"part": self._cover.part, "title": step.title})
            self._changed(_spoken(told))
        return True

    def follow(self, on_title: bool) -> None:
        """Ask nothing any more where another line is shown than the one that was asked about."""
        if on_title or self._asked_at != (self._session.trace, self._session.position):
            self.close()

    def close(self) -> None:
        """Ask nothing any more."""
        if self.is_open:
            self._rules = self._cover = None
            for window in self._windows:
                window.removeEventFilter(self)
            if self._view is not None:
                self._view.question.hide()
                self._view.board.forget_asked()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _ask_rule(self, number: int) -> None:
        from explainer.practice.questions.next_rule import rule_question

        trace, view = self._session.trace, self._view
        assert trace is not None
        assert view is not None
        rules = rule_question(trace, number)
        self._open()
        self._rules = rules
        at = sentence("At {part}: which rule comes next?", {"part": rules.place.marked[0]})
        choices = tuple(phrase(rule.title) for rule in rules.choices)
        view.question.show_question(_typeset(at), choices)
        told = "; ".join(f"{letter}: {choice.said()}" for letter, choice in zip(LETTERS, choices, strict=False))
        self._changed(phrase("Question to the class: which rule comes next? {0}", told))

    def _ask_part(self, number: int) -> None:
        from explainer.expr.node import replace
        from explainer.expr.nodes import Variable, Where
        from explainer.practice.questions.covered import cover_of

        trace, view = self._session.trace, self._view
        assert trace is not None
        assert view is not None
        cover = cover_of(trace, number)
        self._rules = None
        self._open()
        self._cover = cover
        self._show_line(replace(cover.line, cover.path, Variable(BOX, cover.part.shape)), (cover.path,), "?")
        is_whole = cover.path == () or (isinstance(cover.line, Where) and cover.path == (0,))
        if is_whole:
            view.question.show_question((phrase("What is the next line?"),), ())
            self._changed("Question to the class: what is the next line?")
        else:
            view.question.show_question((phrase("What stands under the cover?"),), ())
            self._changed("Question to the class: what stands under the cover?")

    def _show_line(self, line: Node, marked: tuple[Path, ...], title: str) -> None:
        """Show the line that comes next where it will stand, with these parts framed."""
        from explainer.gui.board.added import Added
        from explainer.session.lines.card import line_notation

        assert self._view is not None
        number = self._session.position + 1
        written = line_notation(line, False, marked)
        shown = Added(written, str(number), marked=marked, is_large=True, title=title)
        self._view.board.ask((), (shown,), passed=True)

    def _open(self) -> None:
        self._answered = False
        self._asked_at = self._session.trace, self._session.position
        for window in self._windows:
            window.installEventFilter(self)

    def _say_reply(self, words: Words) -> None:
        assert self._view is not None
        self._view.question.show_reply(_typeset(words))
        self._changed(_spoken(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the class is asked, A to D choose, which are other keys else.

        Only the windows themselves are watched: a letter comes to them from whatever in them has the keys, for nothing
        there takes letters, and what is painted or moved in them does not pass through here.
        """
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or self._rules is None:
            return False
        if not isinstance(event, QKeyEvent):
            return False
        place = LETTERS.find(event.text().upper()) if event.text() else -1
        if place < 0 or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.choose(place)
        return True


def _spoken(words: Words) -> str:
    from explainer.session.course.pages import spoken

    return spoken(_typeset(words))


def _typeset(words: Words) -> Sentence:
    from explainer.session.lines import card

    return card.sentence(words)
