"""The question to the class: what comes next is asked before it is shown, by its rule or by the part it makes.

The same key asks for the rule, then for the part, then for nothing. A to D choose for the class; the next key shows the
answer, and the one after it goes on. The part is covered on the board, in the line that comes next, at its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.lecture.question_panel import LETTERS, QuestionPanel
from explainer.phrases import Phrase, phrase, sentence

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.node import Node, Path
    from explainer.gui.board.added import Added
    from explainer.practice.questions.covered import Cover
    from explainer.practice.questions.next_rule import RuleQuestion
    from explainer.rules import Words
    from explainer.session import Session
    from explainer.session.lines.card import Sentence

BOX = "□"
"""Stands for the part that is asked for."""


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
        self._away = Away(self)

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
        if self._away.busy or (self.is_open and not asked_rule):
            self.close()
            view.board.show_place()
            self._changed("The question is taken back.")
            return
        number = self._number_asked_for()
        if number is None:
            self._changed("There is no step here that could be asked for.")
            return
        self._asked_at = self._session.trace, self._session.position
        # Every rule is tried at every part of the line: of a long one that may take seconds.
        if asked_rule:
            self._away.do(partial(_cover_of, trace, number), self._ask_part, self._tell_failure)
        else:
            self._away.do(partial(_rule_question, trace, number), self._ask_rule, self._tell_failure)

    def _number_asked_for(self) -> int | None:
        """The number of the step that comes next, wrong turns passed over; None where it is not known yet."""
        number = self._session.position + 1
        while (step := self._session.step_at(number)) is not None and step.attempt is not None:
            number += 1
        return None if step is None else number

    def _tell_failure(self, error: Exception) -> None:
        self._changed(error.message if isinstance(error, ExplainerError) else "This step can't be asked for.")

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
        self._away.drop()
        if self.is_open:
            self._rules = self._cover = None
            for window in self._windows:
                window.removeEventFilter(self)
            if self._view is not None:
                self._view.question.hide()
                self._view.board.forget_asked()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _ask_rule(self, rules: RuleQuestion) -> None:
        view = self._view
        assert view is not None
        self._open()
        self._rules = rules
        at = sentence("At {part}: which rule comes next?", {"part": rules.place.marked[0]})
        choices = tuple(phrase(rule.title) for rule in rules.choices)
        view.question.show_question(_typeset(at), choices)
        told = "; ".join(f"{letter}: {choice.said()}" for letter, choice in zip(LETTERS, choices, strict=False))
        self._changed(phrase("Question to the class: which rule comes next? {0}", told))

    def _ask_part(self, cover: Cover) -> None:
        from explainer.expr.node import replace
        from explainer.expr.nodes import Variable, Where

        view = self._view
        assert view is not None
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


def _rule_question(trace: Trace, number: int) -> RuleQuestion:
    from explainer.practice.questions.next_rule import rule_question

    return rule_question(trace, number, as_derived=True)


def _cover_of(trace: Trace, number: int) -> Cover:
    from explainer.practice.questions.covered import cover_of

    return cover_of(trace, number)


def _spoken(words: Words) -> str:
    from explainer.session.course.pages import spoken

    return spoken(_typeset(words))


def _typeset(words: Words) -> Sentence:
    from explainer.session.lines import card

    return card.sentence(words)
