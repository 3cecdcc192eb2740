"""Find the false line: the lines of a derivation with their numbers, of which one does not follow."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explainer.gui.away import Away
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.announcer import announce
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, show_with, tr, worded
from explainer.gui.look.theme import Theme
from explainer.gui.practice.choices import button_of
from explainer.gui.practice.worked_lines import LINE_SCALE, show_words, spoken_words
from explainer.phrases import led_by, phrase

if TYPE_CHECKING:
    from explainer.practice.learner.finding import Finding, Found
    from explainer.practice.learner.record import Record
    from explainer.practice.skills import Skill
    from explainer.rules import Words

PROBLEMS = 6
"""So many in a row."""


def _name_line(button: QPushButton, number: int, line: Words) -> None:
    button.setAccessibleName(tr("Line {0}: {1}", number, spoken_words(line)))


class FindPage(QWidget):
    """Shows one derivation after the other. `left` is sent at the end, or when there is none."""

    left = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_page")
        self.finding: Finding | None = None
        self._record: Record | None = None
        self._skills: tuple[Skill, ...] = ()
        self._grade, self._seed, self._number = 1, 0, 0
        self._theme: Theme | None = None
        self._away = Away(self)
        self.title = QLabel(self)
        self.title.setObjectName("exercise_title")
        self.title.setWordWrap(True)
        self.task = worded(QLabel(self), "One line does not follow from the one before it. Which? Type its number.")
        self.task.setWordWrap(True)
        self.lines = QScrollArea(self)
        self.lines.setWidgetResizable(True)
        self.lines.setFrameShape(QScrollArea.Shape.NoFrame)
        put(self.lines.setAccessibleName, "The lines of the derivation")
        self.numbers: list[QPushButton] = []
        self.reply = FormulaLabel(self)
        self.reply.setObjectName("find_reply")
        self.show_button = button_of(self, "I don't know: &show it", "find_show", self.show_it)
        self.next_button = button_of(self, "&Next problem", "find_next", self.next, "main")
        self.end_button = button_of(self, "&End", "find_end", lambda: self.left.emit(""))
        below = QHBoxLayout()
        for button in (self.next_button, self.show_button, self.end_button):
            below.addWidget(button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for part in (self.title, self.task):
            layout.addWidget(part)
        layout.addWidget(self.lines, 1)
        layout.addWidget(self.reply)
        nest(layout, below)

    def set_theme(self, theme: Theme) -> None:
        """Say right and wrong in the colours of this theme."""
        self._theme = theme
        role = self.reply.property("answer_role")
        if role:
            self._colour(role == "right")

    def _colour(self, right: bool) -> None:
        self.reply.setProperty("answer_role", "right" if right else "wrong")
        if self._theme is not None:
            colour = self._theme.ok if right else self._theme.failed
            self.reply.setStyleSheet(f"color: {colour.name()};")

    def begin(self, skills: tuple[Skill, ...], grade: int, record: Record) -> None:
        """Begin with derivations of these skills; what comes out is remembered."""
        self._skills, self._grade, self._record = skills, grade, record
        self._seed, self._number = len(record.outcomes), 0
        self._make()

    def rest(self) -> None:
        """Make nothing any more; the window closes."""
        self._away.drop()

    def _make(self) -> None:
        from explainer.practice.learner.finding import make_finding

        skills, grade, seed = self._skills, self._grade, self._seed + self._number
        self._away.drop()
        self.finding = None
        put(self.title.setText, "The problems are being made …")
        self._away.do(lambda: make_finding(skills, grade, seed), self._show, lambda error: self.left.emit(str(error)))

    def _show(self, finding: Finding) -> None:
        self.finding = finding
        self._number += 1
        title, grade = phrase(finding.skill.title), finding.grade
        put(self.title.setText, "Problem {0} of {1}: {2}, grade {3}", self._number, PROBLEMS, title, grade)
        inside = QWidget(self.lines)
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        self.numbers = []
        for k, line in enumerate((finding.problem, *finding.lines)):
            label = FormulaLabel(inside, formula_scale=LINE_SCALE)
            show_words(label, ("= ", line) if k else (line,))
            grid.addWidget(label, k, 1)
            if k:
                button = button_of(inside, "", f"find_{k}", partial(self.choose, k))
                put(button.setText, "{0}", k)
                show_with(_name_line, button, k, ("= ", line))
                button.setMaximumWidth(button.fontMetrics().height() * 4)
                grid.addWidget(button, k, 0, Qt.AlignmentFlag.AlignTop)
                self.numbers.append(button)
        grid.setRowStretch(len(finding.lines) + 1, 1)
        self.lines.setWidget(inside)
        self.reply.show_sentence(())
        self.reply.setProperty("answer_role", "")
        self._offer()
        announce(self, f"{self.title.text()}. {self.task.text()}")
        self.numbers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> None:
        """Say whether this line is the false one."""
        finding = self.finding
        if finding is not None and not finding.done and 1 <= number <= len(finding.lines):
            self._say(finding.choose(number))

    def show_it(self) -> None:
        """Show which line it is."""
        if self.finding is not None and not self.finding.done:
            self._say(self.finding.show())

    def next(self) -> None:
        """Go on to the next derivation; after the last one leave."""
        finding, record = self.finding, self._record
        if finding is None or not finding.done or record is None:
            return
        record.note(finding.outcome(datetime.now(UTC)))
        self.finding = None
        if self._number >= PROBLEMS:
            self.left.emit("")
        else:
            self._make()

    def _say(self, found: Found) -> None:
        said = show_words(self.reply, led_by("✓ " if found.right else "✗ ", found.words))
        self._colour(found.right)
        announce(self.reply, said)
        self._offer()
        if self.finding is not None and self.finding.done:
            put(self.numbers[self.finding.number - 1].setText, "✗ {0}", self.finding.number)
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        done = self.finding is not None and self.finding.done
        put(self.next_button.setText, "&Finish" if self._number >= PROBLEMS else "&Next problem")
        self.next_button.setVisible(done)
        self.show_button.setVisible(not done)
        for button in self.numbers:
            button.setEnabled(not done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a line, S shows it, N goes on."""
        key = event.text().lower()
        if key.isdecimal() and len(key) == 1:
            self.choose(int(key))
        elif key == "s":
            self.show_it()
        elif key == "n":
            self.next()
        else:
            super().keyPressEvent(event)
