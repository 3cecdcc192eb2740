"""What lies over a board for a while: the derivation of a term, all lines at a glance, the menu of a term."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from explainer.errors import ExplainerError
from explainer.gui.away import Away
from explainer.gui.look.announcer import announce
from explainer.gui.look.texts import tr
from explainer.phrases import phrase

if TYPE_CHECKING:
    from explainer.engine import Trace
    from explainer.expr.node import Node
    from explainer.gui.board.board import Board
    from explainer.gui.board.nested import MakeBoard, NestedBoard
    from explainer.gui.board.overview import Overview
    from explainer.gui.board.terms import BoardTerms
    from explainer.gui.look.theme import Theme
    from explainer.session import Session


OVERVIEW_SHARE = 0.7
"""So large are the formulas of the lines at a glance against those of the board, where there is room."""


class BoardLayers(QObject):
    """The layers over one board; each is made when it is asked for. `copied` says what was put on the clipboard."""

    copied = Signal(object)

    def __init__(self, board: Board, session: Session, make_board: MakeBoard) -> None:
        super().__init__(board)
        self._board, self._session, self._make_board = board, session, make_board
        self.nested: NestedBoard | None = None
        self._nested_in: tuple[object, int] = (None, 0)
        self._overview: Overview | None = None
        self._theme: Theme | None = None
        self._zoom = 1.0
        self._copying = Away(self)

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, in this size."""
        self._theme, self._zoom = theme, zoom
        if self.nested is not None:
            self.nested.set_look(theme, zoom)
        if self._overview is not None:
            self._overview.close()

    def follow(self) -> None:
        """Leave the derivation of a term when the line that it belongs to is left."""
        if self.nested is not None and self._nested_in != (self._session.trace, self._session.position):
            self.nested.close_all()

    # --- the derivation of a term ------------------------------------------------------------------------------------

    def enter(self, trace: Trace, name: str) -> None:
        """Show the derivation of a term over the board."""
        from explainer.gui.board.nested import NestedBoard

        if self._theme is None:
            return
        self._board.finish_motion()
        if self.nested is None:
            self.nested = NestedBoard(self._board, self._make_board, self._theme, self._zoom)
            self.nested.closed.connect(self._forget_nested)
            self._nested_in = self._session.trace, self._session.position
        self.nested.enter(trace, name)

    def retell(self) -> None:
        """Say what lies over the board in the language that is spoken now."""
        if self.nested is not None:
            self.nested.retell()

    def _forget_nested(self) -> None:
        self.nested = None

    def go_out(self) -> bool:
        """Close what lies over the board, or put out the light on a term; return whether there was anything."""
        if self._overview is not None:
            return self._overview.close()
        if self._board.front.put_out():
            return True
        if self.nested is None:
            return False
        self.nested.leave()
        return True

    @property
    def _stepped(self) -> Session:
        """What the keys step through: the derivation on the board, or that of a term of it."""
        return self._session if self.nested is None else self.nested.session

    # --- all lines ---------------------------------------------------------------------------------------------------

    def show_overview(self) -> None:
        """Show all lines at a glance, to go to one of them."""
        session = self._stepped
        if session.trace is None or self._theme is None or self._overview is not None or not self._board.isVisible():
            return
        from explainer.gui.board.overview import Overview, lines_of

        self._board.finish_motion()
        entries, board = tuple(lines_of(session, session.go_to)), self._board
        em_px = board.em_px * OVERVIEW_SHARE
        self._overview = Overview(entries, session.position, self._theme, em_px, board.words_font, board)
        self._overview.left.connect(self._forget_overview)

    def _forget_overview(self) -> None:
        overview, self._overview = self._overview, None
        if overview is not None:
            had_keys = overview.hasFocus()
            overview.deleteLater()
            if had_keys:
                self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the clipboard -----------------------------------------------------------------------------------------------

    def copy_as(self, form: str) -> None:
        """Copy the term that was reached with the keys, else the current line, in one of the forms."""
        node = self._board.front.lit_node() or self._stepped.line()
        if node is not None:
            self._copy(node, form)

    def copy_result(self, form: str) -> None:
        """Copy the last line, whatever is pointed at."""
        result = self._session.line(self._session.count)
        if result is not None:
            self._copy(result, form)

    def _tell(self, sentence: str) -> None:
        announce(self._board, sentence)
        self.copied.emit(sentence)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ExplainerError):
            raise error
        self._tell(error.message)

    def copy_problem(self, form: str) -> None:
        """Copy what is asked for, as a command line that derives it or as a link that opens it."""
        from explainer.gui.formulas.copying import put_text_on_clipboard
        from explainer.session.links import command_of, link_of

        request = self._session.request
        if request.text:
            put_text_on_clipboard(command_of(request) if form == "command" else link_of(request))
            self._tell(phrase("Copied."))

    def copy_program(self, library: str) -> None:
        """Copy the whole derivation as a program that checks itself; it is derived to its end beside the board."""
        from explainer.gui.formulas.copying import put_text_on_clipboard
        from explainer.session.opening import program_of
        from explainer.written_code.libraries import find_library

        request = self._session.request
        if not request.text:
            return
        self._copying.drop()

        def put(text: str) -> None:
            put_text_on_clipboard(text)
            self._tell(phrase("Copied as a {0} program that checks itself.", find_library(library).title))

        self._copying.do(partial(program_of, request, library), put, self._refuse)

    def _copy(self, node: Node, form: str) -> None:
        from explainer.gui.formulas.copying import FORMS, Data, made, put_on_clipboard

        assert self._theme is not None
        self._copying.drop()  # what was to be copied before

        def put(data: Data) -> None:
            self._tell(put_on_clipboard(form, data))

        make = partial(made, node, form, self._theme.name)
        if FORMS[form].takes_long:
            self._copying.do(make, put, self._refuse)
        else:
            put(make())

    def show_menu(self, place: QPoint, terms: BoardTerms) -> None:
        """Offer the forms in which a term and its line can be copied, and the term's derivation."""
        from explainer.gui.formulas.copying import FORMS

        menu = QMenu(self._board)
        menu.setObjectName("term_menu")
        term, line = terms.node, self._session.line()
        if term is not None and term is not line:
            menu.addAction(tr("Show the derivation of this term"), terms.open)
            for form, (title, *_) in FORMS.items():
                menu.addAction(tr("Copy the term as {0}", tr(title)), partial(self._copy, term, form))
            menu.addSeparator()
        if line is not None:
            for form, (title, *_) in FORMS.items():
                menu.addAction(tr("Copy the line as {0}", tr(title)), partial(self._copy, line, form))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
