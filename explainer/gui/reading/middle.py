"""The middle of the window: the board, or a page to read in its place, and the way from one to the other.

Pages come from `explainer.session.course.shelf`; nothing of theirs is made before the first one is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explainer.gui.actions import printed_key
from explainer.gui.look.dress import Holder
from explainer.gui.look.flow import bare
from explainer.gui.relay import once
from explainer.phrases import phrase, sentence
from explainer.session.course.address import Address
from explainer.session.course.course import Course
from explainer.session.course.trail import BOARD, Stop

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.look.finder import Finder
    from explainer.gui.look.theme import Theme
    from explainer.gui.reading.lessons_panel import LessonsPanel
    from explainer.gui.reading.page_view import PageView
    from explainer.gui.reading.trail_bar import TrailBar
    from explainer.lessons import Lesson, LessonProblem
    from explainer.session import Session
    from explainer.session.course.pages import Page

MARK_MS = 8
"""How long after a step its mark is kept; the screen is painted first."""
LETTERS = 1.3
"""The size of the letters of a page, against those of the window."""
COMPARE, START = Address("compare"), Address("start")


class Reading(Holder):
    """Holds the board and, from the first page on, the page. `complained` tells what went wrong with the marks.

    `drill_chosen` asks for practice, `doing_chosen` for what a page offers to do; `page_turned` tells whether a page is
    shown that is to be alone, `way_shown` that something else is. `deck_told` says what is chosen of a lesson.
    """

    complained = Signal(str)
    drill_chosen = Signal(object, str)
    doing_chosen = Signal(object)
    page_turned = Signal(bool)
    way_shown = Signal()

    _lessons: LessonsPanel

    def __init__(self, session: Session, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.course = Course(session)
        self._session, self._board = session, board
        self._view: PageView | None = None
        self._bar: TrailBar | None = None
        self._finder: Finder | None = None
        self._look: tuple[Theme, int] | None = None
        self.deck_told: Callable[[Lesson], str] = lambda lesson: ""
        self._marking = once(self, MARK_MS, self._note_position)
        self._layout = bare(QVBoxLayout(self), 0)
        self._layout.addWidget(board, 1)

    def take(self, lessons: LessonsPanel) -> None:
        """Follow what is chosen in the panel of the lessons; before there is one nothing is opened here."""
        self._lessons = lessons
        lessons.chosen.connect(self.open_problem)
        lessons.page_chosen.connect(self.open)
        self.course.progress.listen(self.show_marks)

    @property
    def shown(self) -> QWidget:
        """What is in the middle now: the board or the page."""
        return self._board if self._view is None or self._view.isHidden() else self._view

    @property
    def view(self) -> PageView | None:
        """The page that is shown; None while the board is."""
        return self._view if self.shown is not self._board else None

    def expect_look(self) -> Iterator[None]:
        """The window is about to be styled: let go of what nobody sees."""
        if self._view is not None:
            yield from self._view.expect_look()

    def set_look(self, theme: Theme, size_px: int) -> Iterator[None]:
        """Draw in the colours of this theme; `size_px` is the size of the window's letters."""
        self._look = (theme, size_px)
        if self._view is not None:
            yield from self._view.set_look(theme, round(size_px * LETTERS))
        if self._finder is not None:
            self._finder.set_look(theme, size_px)
            yield

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is read, or that the open derivation belongs to."""
        from explainer.lessons import all_lessons

        here = self.course.trail.here if self.view is not None else self.course.home
        name = here.name if here is not None and here.kind == "lesson" else ""
        return next((lesson for lesson in all_lessons() if lesson.id == name), None)

    def lesson_on_page(self) -> Lesson | None:
        """The lesson that is read now; None where a derivation, or another page, is in the middle."""
        return self.lesson if self.view is not None else None

    # --- going somewhere ---------------------------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show the page at an address in the place of the board, with its place in sight."""
        page = self._page_at(address)
        if page is None:
            return
        view = self._made_view()
        again = self.view is view and view.page is not None and view.page.address == page.address
        if not again:
            self.course.trail.go(address, self._leaving())
            self._show(page)
        if address.place:
            view.go_to_place(address.place)

    def open_problem(self, problem: LessonProblem) -> None:
        """Put a problem of a lesson on the board."""

        def turn_to_board(opened: bool) -> None:
            if opened:
                self.turn_to_board()

        self.course.open_problem(problem, turn_to_board)

    def show_board(self) -> None:
        """Show the board again, if there is a page in its place."""
        if self.course.trail.here != BOARD:
            self.course.trail.go(BOARD, self._leaving())
        self._turn_to_board()

    def turn_to_board(self) -> None:
        """Show the board and give it the keys, since something was put on it."""
        self.show_board()
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_own(self, lesson: Lesson) -> None:
        """Open a lesson of the user's own, which has just been read from its file."""
        from explainer.session.course.shelf import lesson_address

        self._lessons.fill_again()
        self.show_marks()
        address = lesson_address(lesson)
        if self.course.trail.here.page == address:
            self.show_board()  # or the page that is shown, of the file as it was, would stay
        self.open(address)

    def go_to_board(self) -> None:
        """Show the board and give it the keys."""
        self.show_board()
        self._board.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> None:
        """Go back to where one was: to the very place on the page, or to the board."""
        if self._view is not None and self.view is not None:
            self._view.leave()
        stop = self.course.back()
        if stop is None:
            return
        if stop.address == BOARD:
            self._turn_to_board()
            self._board.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        view = self._made_view()
        kept = view.page is not None and view.page.address == stop.address.page and stop.address != COMPARE
        if kept:
            self._turn_to_page()
        elif (page := self._page_at(stop.address)) is not None:
            self._show(page, stop)
        if stop.address.place:
            view.go_to_place(stop.address.place)

    def next_page(self) -> None:
        """Open the lesson that follows."""
        self._turn(1)

    def previous_page(self) -> None:
        """Open the lesson before."""
        self._turn(-1)

    def show_rule(self, identifier: str = "") -> None:
        """Open the page of a rule; without a name of the one that led to the current line, or the list of all."""
        step = self._session.step
        name = identifier or (str(step.rule) if step is not None else "")
        self.open(Address("rule", name) if name else Address("rules"))

    def show_rules(self) -> None:
        """Open the list of all rules."""
        self.open(Address("rules"))

    def show_functions(self) -> None:
        """Open the list of all functions."""
        self.open(Address("functions"))

    def compare(self) -> None:
        """Open the comparison of all methods on the derivation that is open."""
        self.open(COMPARE)

    def ask(self) -> None:
        """Ask for a word and go to the lesson, rule or function that has it."""
        from explainer.gui.look.finder import Finder

        if self._finder is None:
            self._finder = Finder(self.window())
            self._finder.chosen.connect(self.open)
            if self._look is not None:
                self._finder.set_look(*self._look)
        self._finder.ask()

    def show_start(self) -> None:
        """Open the start page."""
        self.open(START)

    def _turn(self, by: int) -> None:
        from explainer.session.course.shelf import neighbour

        here = self.course.trail.here
        home = self.course.home if here == BOARD else here
        following = neighbour(home.page, by) if home is not None else None
        if following is not None:
            self.open(following)

    # --- what the session and the page tell --------------------------------------------------------------------------

    def follow_session(self) -> None:
        """Show the board, since what stands on it has changed; keep the mark of a derivation that is at its end."""
        if self._view is not None or self._bar is not None:  # a bar may name a problem that is typed over now
            self.show_board()
        self._marking.start()

    def _note_position(self) -> None:
        self.course.note_position()
        self.complain()

    def complain(self) -> None:
        """Tell once what went wrong with the file of the marks."""
        progress = self.course.progress
        complaint, progress.complaint = progress.complaint, ""
        if complaint:
            self.complained.emit(complaint)

    def _note_read(self, address: Address) -> None:
        self.course.note_read(address)
        self.complain()

    def _use_method(self, method: str) -> None:
        def turn_to_board(opened: bool) -> None:
            if opened:
                self._board.setFocus(Qt.FocusReason.OtherFocusReason)

        self._session.begin(self._session.request._replace(method=method), turn_to_board)

    # --- showing -----------------------------------------------------------------------------------------------------

    def _page_at(self, address: Address) -> Page | None:
        from explainer.session.course.shelf import page_at, title_of

        if address != COMPARE:
            return page_at(address)
        trace = self._session.trace
        if trace is None:
            return None
        from explainer.session.course.comparing import Comparison
        from explainer.session.course.pages import Page, Paragraph
        from explainer.session.lines.card import notation_of

        head = Paragraph(
            sentence("Every method ends in the derivative {d}, or says why not.", {"d": notation_of(trace.start)})
        )
        return Page(COMPARE, "The open problem", title_of(COMPARE), (head, Comparison(trace)))

    def _made_view(self) -> PageView:
        if self._view is None:
            from explainer.gui.reading.page_view import PageView

            view = self._view = PageView(self.course.progress, self)
            view.hide()
            self._layout.addWidget(view, 1)
            QWidget.setTabOrder(self._board, view)
            if self._look is not None:
                view.take_look(self._look[0], round(self._look[1] * LETTERS))
            view.link_chosen.connect(self.open)
            view.problem_chosen.connect(self.open_problem)
            view.method_chosen.connect(self._use_method)
            view.drill_chosen.connect(self.drill_chosen)
            view.doing_chosen.connect(self.doing_chosen)
            view.end_seen.connect(self._note_read)
        return self._view

    def _leaving(self) -> Stop | None:
        if self.view is None:
            return None
        self.view.leave()
        return self.view.stop

    def _show(self, page: Page, stop: Stop | None = None) -> None:
        view = self._made_view()
        view.make_room()
        self._turn_to_page()
        view.show_page(page, stop)
        self._say(page)

    def _say(self, page: Page) -> None:
        from explainer.gui.look.announcer import announce

        announce(self, phrase("{0}. {1}", phrase(page.title), phrase(page.kicker)))

    def _turn_to_page(self) -> None:
        view = self._made_view()
        keys = view.taking_keys()
        self.page_turned.emit(self.course.trail.here != COMPARE)
        self._swap(self._board, view, keys)
        keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_way()

    def _turn_to_board(self) -> None:
        if self._view is not None:
            self._swap(self._view, self._board, self._board)
        self.page_turned.emit(False)
        self.show_way()

    def _swap(self, gone: QWidget, shown: QWidget, keys: QWidget) -> None:
        """Put one in the place of the other; `keys` gets the focus before Qt looks for somebody to have it."""
        if gone.isHidden():
            return
        focused = gone.window().focusWidget()
        had_keys = focused is not None and (focused is gone or gone.isAncestorOf(focused))
        self._layout.setEnabled(False)  # or for a moment both would have half the room
        shown.setGeometry(gone.geometry())
        shown.show()
        if had_keys:
            keys.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        self._layout.setEnabled(True)
        self._layout.activate()

    def show_way(self) -> None:
        """Show where the way leads from here; there is nothing to show before a page or a lesson was chosen."""
        from explainer.session.course.shelf import neighbour, title_of

        course = self.course
        here, before = course.trail.here, course.before
        if self._bar is None:
            if self._view is None and before is None:
                return
            from explainer.gui.reading.trail_bar import TrailBar

            self._bar = TrailBar(self)
            self._bar.back_chosen.connect(self.go_back)
            self._bar.next_chosen.connect(self.next_page)
            self._layout.insertWidget(0, self._bar)
        following, lesson = neighbour(here, 1), self.lesson_on_page()
        self._bar.show_way(
            "" if before is None else "Board" if before == BOARD else title_of(before),
            self.course.words_for(here) if lesson is None else self.deck_told(lesson),
            title_of(following) if following else "",
            (printed_key("Alt+Up"), printed_key("Ctrl+PgDown")),
        )
        self._bar.setVisible(before is not None or here != BOARD)
        self._lessons.show_place(here if here != BOARD else course.home or BOARD)
        self.way_shown.emit()

    def retell(self) -> None:
        """Say everything in the language that is spoken now: the page anew, from the place where one was."""
        view = self._view
        if view is not None and view.page is not None:
            shown = self.view is view
            if shown:
                view.leave()
            page, stop = self._page_at(view.page.address), view.stop
            if page is not None:
                view.show_page(page, stop)
        if self._finder is not None:
            self._finder.leave()
        if self._bar is not None:
            self.show_way()
        self.show_marks()

    def show_marks(self) -> None:
        """Show what has been read and derived, in the panel and on the page."""
        self._lessons.show_marks(self.course.progress)
        if self._view is not None:
            self._view.show_progress()
        self.complain()
