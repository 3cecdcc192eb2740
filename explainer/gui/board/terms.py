"""The terms of a board's lines as things: pointed at with the mouse or with keys, lit, described, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QTransform

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.board.line import BoardLine
from explainer.gui.board.term_light import TermLight, TermStrip
from explainer.gui.look.announcer import announce
from explainer.phrases import phrase, retold
from explainer.session.lines.card import Sentence, formula_text
from explainer.session.lines.terms import Term, counterparts, derivation_asked_for, meaning, neighbour, term_node

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.node import Node
    from explainer.gui.board.board import Board
    from explainer.gui.board.lines import BoardLines
    from explainer.gui.look.theme import Theme
    from explainer.session import Session


class BoardTerms(QObject):
    """Lights one term at a time; `opened` is sent with the derivation of a term and its name."""

    opened = Signal(object, str)

    def __init__(self, board: Board, lines: BoardLines, session: Session, theme: Theme) -> None:
        super().__init__(board)
        self._board, self._lines, self._session, self._theme = board, lines, session, theme
        self.term: Term | None = None
        self.by_keys = False
        """Whether the term was reached with keys; then it stays lit when the mouse leaves."""
        self._light: TermLight | None = None
        self._away = Away(self)
        self.strip = TermStrip(board.viewport())
        self.strip.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of this theme."""
        self.clear()
        self._theme = theme
        self.strip.set_theme(theme)

    @property
    def node(self) -> Node | None:
        """The expression of the lit term."""
        return None if self.term is None else term_node(self._session, self.term)

    # --- pointing ----------------------------------------------------------------------------------------------------

    def term_at(self, place: QPoint) -> Term | None:
        """The smallest term at a point of the view."""
        scene_place = self._board.mapToScene(place)
        line = self._board.scene().itemAt(scene_place, QTransform())
        if not isinstance(line, BoardLine) or self._lines.by_number.get(line.position) is not line:
            return None
        path = line.part_at(line.mapFromScene(scene_place))
        return None if path is None else Term(line.position, path)

    def point(self, place: QPoint) -> None:
        """Light the term under the mouse; away from every term the light goes out."""
        term = self.term_at(place)
        if term is not None and term != self.term:
            self.by_keys = False
            self._show(term)
        elif term is None and not self.by_keys:
            self.clear()

    def leave(self) -> None:
        """The mouse has left the board."""
        if not self.by_keys:
            self.clear()

    def move(self, way: str) -> None:
        """Go to another term with the keys: at first to what the step has changed, on the current line."""
        line = self._lines.current
        paths = line.drawing.picture.parts
        if not paths:
            return
        term = self.term
        if term is None or term.position != line.position:
            path = next((path for path in (*line.changed, *line.changing, ()) if path in paths), min(paths))
        else:
            path = neighbour(term.path, way, paths)
        self.by_keys = True
        self._show(Term(line.position, path))
        announce(self._board, self._spoken(Term(line.position, path)))

    def clear(self) -> bool:
        """Put the light out; return whether there was one."""
        was_lit, self.term, self.by_keys = self.term is not None, None, False
        self.strip.hide()
        if self._light is not None:
            self._board.scene().removeItem(self._light)
            self._light = None
        return was_lit

    # --- light and words ---------------------------------------------------------------------------------------------

    def _show(self, term: Term) -> None:
        places = self._rects(term)
        if not places:
            self.clear()
            return
        own, *again = places
        self.term = term
        if self._light is None:
            self._light = TermLight(self._theme)
            self._board.scene().addItem(self._light)
        others = [rect for other in counterparts(self._session, term) for rect in self._rects(other)]
        self._light.show_at(own, [*again, *others])
        self._board.ensureVisible(own, 8, 8)
        self._say(meaning(self._session, term))

    def _rects(self, term: Term) -> list[QRectF]:
        """Where a term stands in the scene, in a matrix in every entry; nowhere if it is not to be seen by itself."""
        line = self._lines.by_number.get(term.position)
        if line is None or term.path not in line.drawing.picture.parts:
            return []
        return [line.mapRectToScene(mark) for mark in line.marks((term.path,))]

    def _say(self, sentence: Sentence) -> None:
        if self.term is None:
            return
        line = self._lines.by_number[self.term.position]
        rect = self._board.mapFromScene(line.sceneBoundingRect()).boundingRect()
        own = self._rects(self.term)
        left = self._board.mapFromScene(own[0]).boundingRect().left() if own else rect.left()
        formula = QRect(rect).adjusted(0, round(line.tag_height), 0, 0)
        self.strip.say(sentence, formula, left - 8, self._board.words_font)

    def _spoken(self, term: Term) -> str:
        from explainer.notation import speech

        words = retold(meaning(self._session, term))
        return "".join(part if isinstance(part, str) else speech(part) for part in words)

    # --- opening -----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show the derivation of the lit term alone; where it has none, say why."""
        if self.term is None:
            return
        node = term_node(self._session, self.term)
        if node is None:
            return
        term, trace = self.term, self._session.trace

        def enter(found: Trace) -> None:
            if term == self.term and trace is self._session.trace:
                from explainer.session.lines.card import notation_of

                self.clear()
                self.opened.emit(found, formula_text(notation_of(found.start)))

        def refuse(error: Exception) -> None:
            if not isinstance(error, ExplainerError):
                raise error
            if term == self.term and trace is self._session.trace:
                text = phrase("No derivation of its own: {0}.", error.message)
                self._say((*meaning(self._session, term), "\n", text))
                announce(self._board, text)

        self._away.drop()  # another term was asked for before
        self._away.do(derivation_asked_for(self._session, term), enter, refuse)
