"""One exercise at a time: the lines so far, what is asked, a field or four choices, hints, the reply at the line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import Flow, nest
from explainer.gui.look.texts import put
from explainer.gui.look.theme import Theme
from explainer.gui.practice.answer_field import AnswerField
from explainer.gui.practice.choices import Choices, button_of
from explainer.gui.practice.cover_control import CoverControl
from explainer.gui.practice.desk_keys import FIELD, HINT, ON, SHOW, UNDO, act_of
from explainer.gui.practice.worked_lines import WorkedLines, score_words, show_words
from explainer.phrases import led_by, phrase

if TYPE_CHECKING:
    from explainer.gui.practice.lines_on_board import LinesOnBoard
    from explainer.practice.exercise import Asks, Question, Reply
    from explainer.practice.learner.kept_sitting import KeptSitting
    from explainer.practice.questions.hints import Hint
    from explainer.rules import Words

    MakeLines: TypeAlias = Callable[[QWidget], WorkedLines | LinesOnBoard]

T = TypeVar("T")

WAYS: tuple[tuple[Asks, str], ...] = (
    ("line", "Type the &line"),
    ("rule", "Choose the &rule"),
    ("cover", "Fill the &gap"),
)


class Desk(QWidget):
    """Drives a sitting. `left` is sent when it is at its end, with its exercises remembered.

    `lines` makes what holds the lines: a page of their own, or the board, below which the desk is `low`.
    """

    left = Signal()
    solved = Signal(object)
    """Sent with a problem whose lines the learner found, all of them."""

    def __init__(self, parent: QWidget, lines: MakeLines = WorkedLines, *, low: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._low = low
        self.sitting: KeptSitting | None = None
        self._away = Away(self)
        self._asked: Question | None = None
        self._seed = 0
        self.title = QLabel(self)
        self.title.setObjectName("exercise_title")
        self.title.setWordWrap(True)
        self.progress = QLabel(self)
        self.progress.setProperty("role", "caption")
        self.lines = lines(self)
        self.question = FormulaLabel(self)
        self.question.setObjectName("exercise_question")
        self.answer_field = AnswerField(self, low=low)
        self.field, self.error = self.answer_field.field, self.answer_field.error
        self.covers = CoverControl(self)
        self.covers.wanted.connect(self.cover)
        self._make_buttons()
        self._arrange()
        self.answer_field.answered.connect(self._answer_typed)
        self.answer_field.hint_asked.connect(self.hint)

    def _make_buttons(self) -> None:
        self._choice_box = Choices(self, 2 if self._low else 1)
        self._choice_box.chosen.connect(self._choose)
        self.choices = self._choice_box.buttons
        self.answer_button = button_of(self, "&Answer", "answer_button", self._answer_typed, "main")
        self.hint_button = button_of(self, phrase("&Hint"), "hint_button", self.hint)
        self.skip_button = button_of(self, "I don't know: &show it", "skip_button", self.skip)
        self.end_button = button_of(self, "&End practice", "end_practice", lambda: None)
        self.undo_button = button_of(self, "Take it &back", "undo_button", self.undo)
        self.next_button = button_of(self, "&Next problem", "next_button", self.next, "main")
        self.like_button = button_of(self, "Another one li&ke it", "like_button", self.another)
        self.ways = {}
        for asks, text in WAYS:
            button = self.ways[asks] = button_of(self, text, f"way_{asks}", partial(self.ask, asks))
            button.setCheckable(True)

    def _arrange(self) -> None:
        """One below the other; where it is to be low, all buttons in as few rows as there is room for."""
        head, buttons, ways = QHBoxLayout(), Flow(), Flow()
        head.addWidget(self.question if self._low else self.title, 1)
        head.addWidget(self.progress)
        buttons.add(self.answer_button, self.next_button, self.like_button, self.hint_button, self.skip_button)
        buttons.add(self.undo_button, self.end_button)
        self.end_button.setVisible(self._low)
        (buttons if self._low else ways).add(*self.ways.values(), self.covers)
        layout = QVBoxLayout(self)
        layout.setSpacing(4 if self._low else 8)
        nest(layout, head)
        layout.addWidget(self.lines, 1)
        if not self._low:
            layout.addWidget(self.question)
        layout.addWidget(self.answer_field)
        layout.addWidget(self._choice_box)
        nest(layout, buttons)
        nest(layout, ways)
        self.title.setVisible(not self._low)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.lines.set_theme(theme)
        self.answer_field.set_theme(theme)
        for button in self.ways.values():  # by the width of its frame as well as by colour
            button.setStyleSheet(f"QPushButton:checked {{ border: 3px solid {theme.ink.name()} }}")

    # --- a sitting ---------------------------------------------------------------------------------------------------

    def begin(self, sitting: KeptSitting) -> None:
        """Work at this sitting from where it stands."""
        self._away.drop()
        self.sitting = sitting
        self._begin_exercise()

    @property
    def busy(self) -> bool:
        """Whether an answer is being judged."""
        return self._away.busy

    def close_down(self) -> None:
        """Stop what goes on; the window closes."""
        self._away.drop()
        self.answer_field.rest()

    def cancel(self) -> bool:
        """Give up judging an answer; return whether one was being judged."""
        if not self._away.busy or self.sitting is None:
            return False
        self._away.drop()
        self.sitting.again()  # the thread may be in the middle of the old exercise
        self._ask()
        self.error.show_note("Stopped. Your answer was not judged.")
        return True

    def _begin_exercise(self) -> None:
        assert self.sitting is not None
        exercise, given = self.sitting.exercise, self.sitting.sitting.problem
        if exercise is None or given is None:
            self.lines.clear()
            self.left.emit()
            return
        place, total = self.sitting.sitting.counted
        if total > 1:
            words = "Problem {0} of {1}: {2}, grade {3}"
            put(self.title.setText, words, place + 1, total, phrase(given.title), given.grade)
        else:
            put(self.title.setText, phrase(given.title) if given.title else "Practise this derivation")
        self._show_exercise()

    def _show_exercise(self) -> None:
        """Set the lines that are shown from the start on the empty board, and ask for the next one."""
        assert self.sitting is not None
        assert self.sitting.exercise is not None
        self.lines.begin(self.sitting.exercise)
        announce(self, f"{self.title.text()}. {self.lines.texts()[-1]}")
        self._ask()

    # --- what the learner does ---------------------------------------------------------------------------------------

    def ask(self, asks: Asks) -> None:
        """Ask for the step in another way."""
        if self.sitting is not None and not self._away.busy:
            self.sitting.ask(asks)
            self._ask()

    def cover(self, count: int) -> None:
        """Leave so many of the last lines to the learner, and begin the problem anew with that."""
        sitting = self.sitting
        if sitting is not None and sitting.exercise is not None and not self._away.busy:
            sitting.cover(count)
            self._show_exercise()
            announce(self, self.covers.told.text())

    def hint(self) -> None:
        """Show the next hint."""
        sitting = self._open()
        if sitting is not None:
            self._do(sitting.hint, self._show_hint)

    def skip(self) -> None:
        """Show the line that is sought, and go on."""
        sitting = self._open()
        if sitting is not None:
            self._do(sitting.skip, self._show_reply)

    def undo(self) -> None:
        """Go back to the question before."""
        sitting = self.sitting
        if sitting is not None and sitting.exercise is not None and not self._away.busy and sitting.undo():
            self._show_exercise()

    def passed(self, number: int) -> None:
        """The learner has gone on to this line by other ways: what lies before it was shown."""

        sitting = self._open()
        if sitting is not None:
            self._do(partial(sitting.skip_to, number), self._show_reply)

    def next(self) -> None:
        """Remember how it went and go on to the next problem; at the end of the sitting leave."""
        sitting = self.sitting
        if sitting is not None and sitting.exercise is not None and sitting.exercise.done:
            self._do(sitting.next, lambda outcome: self._begin_exercise())

    def another(self) -> None:
        """Practise another problem like the one that is done."""
        sitting, self._seed = self.sitting, self._seed + 1
        if sitting is None or sitting.exercise is None or not sitting.exercise.done:
            return

        def make() -> KeptSitting | None:
            sitting.next()
            return sitting.like_this(self._seed)

        def show(other: KeptSitting | None) -> None:
            if other is None:
                self.left.emit()
            else:
                self.begin(other)

        self._do(make, show)

    def _open(self) -> KeptSitting | None:
        """The sitting, where a question is open and no answer is being judged."""
        sitting = self.sitting
        if sitting is None or sitting.exercise is None or sitting.exercise.done or self._away.busy:
            return None
        return sitting

    def _choose(self, place: int) -> None:
        sitting = self._open()
        if sitting is not None and self._asked is not None and place < len(self._asked.choices):
            said = self.choices[place].text()
            self._do(partial(sitting.answer, str(place + 1)), partial(self._show_reply, typed=said))

    def _answer_typed(self) -> None:
        sitting, text = self._open(), self.field.text()
        if sitting is None or self._asked is None or self._asked.asks == "rule":
            return
        if not text.strip():
            self.error.show_error(ExplainerError("nothing was typed", hint="Type the next line, or ask for a hint."))
            announce(self.field, self.error.text())
            return
        self._do(partial(sitting.answer, text), partial(self._show_reply, typed=text))

    def _do(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Judge in a thread; nothing else can be done meanwhile but leaving, or stopping it with Escape."""
        self._away.do(work, lambda found: self._done(then, found), self._failed)
        self._offer()

    def _done(self, then: Callable[[T], None], found: T) -> None:
        self._offer()
        then(found)

    def _failed(self, error: Exception) -> None:
        other = ExplainerError("this answer could not be judged", hint="Type it in another form.")
        self.error.show_error(error if isinstance(error, ExplainerError) else other)
        announce(self.field, self.error.text())
        self._offer()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show_hint(self, hint: Hint | None) -> None:
        if hint is None:
            self._say(None, (phrase("There are no more hints for this step."),))
        else:
            self.lines.light(hint.paths)
            self._say(None, led_by(phrase("Hint {0}: ", hint.grade), hint.words))
        self._keys_to_answer()

    def _show_reply(self, reply: Reply, typed: str = "") -> None:
        found = reply.assessment
        unread = found is not None and found.verdict == "unreadable"
        if unread and not reply.right:
            self.error.show_error(found.error or ExplainerError(found.message))  # type: ignore[union-attr]
            announce(self.field, self.error.text())
            self._keys_to_answer()
            return
        exercise, asked = self.sitting.exercise if self.sitting is not None else None, self._asked
        if typed and exercise is not None and asked is not None:
            self.lines.add_typed(typed, reply, exercise, asked)
        self._say(reply.judged, reply.words)
        self.lines.add_steps(reply.shown)
        if reply.right:
            self.field.clear()
        self._complain()
        self._ask()
        if typed and not reply.moved and not reply.right:
            self.answer_field.offer_again()

    def _say(self, right: bool | None, words: Words) -> None:
        announce(self.lines, self.lines.add_said(right, words))

    def _complain(self) -> None:
        if self.sitting is not None and self.sitting.complaint:
            self.error.show_error(ExplainerError(self.sitting.complaint))
            self.sitting.complaint = ""

    def _ask(self) -> None:
        """Show what is asked now, or how the exercise went."""
        assert self.sitting is not None
        exercise = self.sitting.exercise
        self._asked = exercise.question if exercise is not None else None
        self.answer_field.ask(exercise.trace if exercise is not None else None, self._asked)
        if exercise is None:
            return
        done, total = exercise.progress
        put(self.progress.setText, "{0} of {1} steps", done, total)
        question = self._asked
        if question is None:
            self._show_score()
        else:
            show_words(self.question, self.lines.ask(exercise))
            self._choice_box.show_rules(question.choices)
        announce(self, self.question.accessibleName() or self.question.text())
        self._offer()
        self._keys_to_answer()

    def _show_score(self) -> None:
        assert self.sitting is not None
        assert self.sitting.exercise is not None
        self.lines.end()
        score, (covered, lines) = self.sitting.exercise.score, self.sitting.covered
        if not covered:
            words = phrase("A worked example: nothing is covered. Cover its lines, from the last one on.")
            show_words(self.question, (words,))
            return
        if self.sitting.exercise.solved and covered == lines:
            self.solved.emit(self.sitting.sitting.problem)
        show_words(self.question, (score_words(score),))

    def _offer(self) -> None:
        """Offer what can be done now."""
        sitting = self.sitting
        asked, busy = self._asked, self._away.busy
        open_, rule = asked is not None, asked is not None and asked.asks == "rule"
        self.answer_field.setVisible(open_ and not rule)
        self._choice_box.setVisible(rule)
        self._choice_box.offer(not busy)
        self.answer_button.setVisible(open_ and not rule)
        put(self.answer_button.setText, "Judging …" if busy else "&Answer")
        for button in (self.hint_button, self.skip_button, *self.ways.values()):
            button.setVisible(open_)
            button.setEnabled(not busy)
        self.answer_button.setEnabled(not busy)
        self.undo_button.setVisible(sitting is not None and sitting.can_undo)
        for asks, button in self.ways.items():
            button.setChecked(asked is not None and asked.asks == asks)
        self.covers.show_covered(sitting.covered if sitting is not None else (0, 0), not busy)
        last = sitting is not None and sitting.sitting.progress[0] + 1 >= sitting.sitting.progress[1]
        put(self.next_button.setText, "&Finish" if last else "&Next problem")
        self.next_button.setVisible(not open_)
        self.like_button.setVisible(not open_ and last)

    def _keys_to_answer(self) -> None:
        if self._asked is None and self.covers.goes_on:
            self.covers.more.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._asked is None:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._asked.asks == "rule":
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- keys --------------------------------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is one of practice now, so that a board does nothing else with it."""
        return act_of(event, self._asked) is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, while no field takes them."""
        act = act_of(event, self._asked)
        if act is None:
            super().keyPressEvent(event)
        elif isinstance(act, int):
            self._choose(act)
        else:
            acts = {HINT: self.hint, SHOW: self.skip, UNDO: self.undo, ON: self.next, FIELD: self._keys_to_answer}
            acts[act]()
