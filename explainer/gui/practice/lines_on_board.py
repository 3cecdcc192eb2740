"""The lines of an exercise on the board itself: what is asked about is marked there, what is typed stands there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explainer.errors import ExplainerError
from explainer.gui.board.added import Added
from explainer.gui.formulas.formula_label import FormulaLabel
from explainer.gui.look.flow import bare
from explainer.gui.look.theme import Theme
from explainer.gui.practice.worked_lines import asked_words, covered_line, show_words
from explainer.phrases import led_by, phrase
from explainer.session.opening import Request

if TYPE_CHECKING:
    from explainer.engine import Step, Trace
    from explainer.expr.node import Node, Path
    from explainer.gui.board.board import Board
    from explainer.notation.tree import Notation
    from explainer.practice.exercise import Exercise, Question, Reply
    from explainer.rules import Words
    from explainer.session import Session

MOST_TYPED = 3
"""So many typed lines stay below the line that they were typed after."""
SAID_PX = 120
"""So high at most is a formula in what is said of an answer; it is to leave the lines on the board in sight."""


class LinesOnBoard(QWidget):
    """What is said to an answer; the lines are those of the session, up to the one that is asked for.

    `passed` is sent with the number of a line that was gone to by other ways than by answers.
    """

    passed = Signal(int)

    def __init__(self, board: Board, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lines_on_board")
        self._board, self._session = board, session
        self._theme: Theme | None = None
        self._right: bool | None = None
        self._trace: Trace | None = None
        self._front = 0
        self._lit: tuple[Path, ...] | None = None
        self._cover: Added | None = None
        self._typed: dict[int, list[Added]] = {}
        self._texts: list[str] = []
        self.said = FormulaLabel(self, most_height_px=SAID_PX)
        self.said.setObjectName("said")
        layout = bare(QVBoxLayout(self))
        layout.addWidget(self.said)

    def set_theme(self, theme: Theme) -> None:
        """Say right and wrong in the colours of this theme."""
        self._theme = theme
        self._colour()

    def _colour(self) -> None:
        if self._theme is not None:
            colours = {True: self._theme.ok, False: self._theme.failed, None: self._theme.ink}
            self.said.setStyleSheet(f"color: {colours[self._right].name()};")

    def clear(self) -> None:
        """Nothing is asked any more: the board is as it always is."""
        self._trace = None
        self._typed.clear()
        self._texts.clear()
        self._lit, self._cover = None, None
        self._say(None, ())
        if self._session.trace is not None:
            self._board.ask(None)

    def begin(self, exercise: Exercise) -> None:
        """Go to the line where the exercise begins; another problem is put on the board."""
        again = self._trace is exercise.trace
        known = self._trace
        if not again:
            self._typed.clear()
            self._texts.clear()
        self._trace, self._front = exercise.trace, exercise.progress[0]
        self._say(None, ())
        if known is not None and not again:
            problem = exercise.trace.problem
            shapes = {name: str(shape) for name, shape in problem.shapes.items()}
            asked = (problem.method, problem.layout, problem.order, problem.form)
            self._session.take_over(exercise.trace, Request(problem.text, problem.wrt.text(), shapes, *asked))
        self._go_to(self._front)
        self._texts.append(self._line_told(exercise))

    @staticmethod
    def _line_told(exercise: Exercise) -> str:
        from explainer.notation import speech
        from explainer.session.lines.card import notation_of

        line = exercise.shown[-1].after if exercise.shown else exercise.trace.start
        return speech(notation_of(line))

    def add_steps(self, steps: Sequence[Step]) -> None:
        """Go on to the last of these lines."""
        if steps:
            self._texts.extend(phrase(step.title).said() for step in steps)
            self._front = steps[-1].number
            self._go_to(self._front)

    def add_typed(self, typed: str, reply: Reply, exercise: Exercise, asked: Question) -> None:
        """Stand what was typed below the line that it was typed after, struck where it is wrong.

        Of right lines only those that the derivation does not have.
        """
        found = reply.assessment
        if found is None or found.verdict in ("unreadable", "next", "ahead", "unchanged", "transposed"):
            return
        from explainer.practice.typed_line import read_line

        try:
            _, node = read_line(typed, exercise.trace, asked.line)
        except ExplainerError:
            return
        shown = found.counterexample
        note = phrase("At {0} it is {1}, this gives {2}.", *shown.told()) if shown and shown.values else ""
        place = self._front if not reply.moved else reply.shown[-1].number
        lines = self._typed.setdefault(place, [])
        lines.append(Added(_written(node, right=reply.right), note=note, is_wrong=not reply.right))
        del lines[:-MOST_TYPED]
        self._texts.append(phrase("Not right: {0}", typed[:400]) if not reply.right else typed[:400])

    def add_said(self, right: bool | None, words: Words) -> str:
        """Say this to an answer, by a sign as well as by colour."""
        sign = "✓ " if right else "✗ " if right is not None else ""
        said = self._say(right, led_by(sign, words) if sign else words)
        self._texts.append(said)
        return said

    def _say(self, right: bool | None, words: Words) -> str:
        self._right = right
        self._colour()
        self.said.setVisible(bool(words))
        return show_words(self.said, words)

    def ask(self, exercise: Exercise) -> Words:
        """Mark what is asked about; a covered part stands on the board, in the line that comes next."""
        question = exercise.question
        assert question is not None
        self._front = question.number - 1
        self._lit, self._cover = (), None
        if question.asks == "rule" and exercise.rules is not None:
            self._lit = exercise.rules.place.paths
        elif question.cover is not None:
            from explainer.session.lines.card import line_notation

            line, (path,) = covered_line(question), question.paths
            self._cover = Added(line_notation(line, False, (path,)), str(question.number), "", (path,), is_large=True)
        passed = exercise.trace.steps[self._session.position : self._front]
        if passed and all(step.attempt is not None for step in passed):
            self._session.go_to(self._front)  # a wrong turn is nothing to be asked for
        self.show_asked()
        return asked_words(exercise, question)

    def end(self) -> None:
        """Nothing is left to ask; all lines may be seen."""
        self._lit, self._cover = None, None
        self.show_asked()

    def shows(self, trace: Trace | None) -> bool:
        """Whether a derivation was put on the board from here."""
        return trace is not None and trace is self._trace

    def light(self, paths: tuple[Path, ...]) -> None:
        """Mark these parts of the current line."""
        self._lit = paths
        self.show_asked()

    def texts(self) -> list[str]:
        """All that was shown and said, in its order, as it is read aloud."""
        return list(self._texts)

    # --- the board ---------------------------------------------------------------------------------------------------

    def show_asked(self) -> None:
        """Show what is asked at the line that is reached; earlier lines look as they always do."""
        position = self._session.position
        if position > self._front:
            self.passed.emit(position)
        elif position < self._front:
            self._board.ask(None)
        else:
            added = (*self._typed.get(position, ()), *((self._cover,) if self._cover is not None else ()))
            self._board.ask(self._lit, tuple(added))

    def _go_to(self, position: int) -> None:
        self._lit, self._cover = (), None
        self._session.go_to(position)


def _written(node: Node, *, right: bool) -> Notation:
    """A typed line behind its sign, struck where it is wrong."""
    from explainer.expr.nodes import Where
    from explainer.notation import relation_line
    from explainer.notation.marking import struck
    from explainer.notation.tree import Part
    from explainer.session.lines.card import notation_of

    written = notation_of(node.body if isinstance(node, Where) else node)
    if right:
        return relation_line(None, "=", written)
    if not (isinstance(written, Part) and written.path == ()):
        written = Part(written, ())
    return relation_line(None, "!=", struck(written, ((),)))
