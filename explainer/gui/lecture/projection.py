"""Projection: what the audience and the speaker see, and what the keys do there.

The windows are made when somebody projects for the first time; until then this only passes steps on to the session.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.lecture.aside import Aside
from explainer.gui.lecture.before_lecture import Desk, Lessons
from explainer.gui.lecture.captions import Captions
from explainer.gui.lecture.class_question import ClassQuestion
from explainer.gui.lecture.deck_overview import DeckOverview
from explainer.gui.lecture.decks import Decks
from explainer.gui.lecture.keys_card import ShownKeys
from explainer.gui.lecture.projection_effects import Effects
from explainer.gui.lecture.screen_keys import ScreenKeys
from explainer.gui.lecture.windows_on_screens import WindowsOnScreens
from explainer.gui.look.announcer import announce
from explainer.gui.messages import Messages
from explainer.gui.relay import InTurn, in_turn, once
from explainer.gui.signals import SessionSignals
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.course.lesson_run import LessonRun

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.lecture.presenter import PresenterWindow
    from explainer.gui.lecture.projection_window import ProjectionWindow
    from explainer.gui.look.theme import Theme

_PREPARE_MS = 18
"""How long after a step the next one is made ready; the screen is painted first."""
_SETTLE_MS = 350
"""After this long a line stands where it stays."""


class Projection(QObject):
    """Projects the session of a window; at most one projection goes on. `made` hands out the projected board."""

    made = Signal(object)

    def __init__(
        self,
        session: Session,
        signals: SessionSignals,
        board: Board,
        actions: ActionSet,
        messages: Messages,
        main: QWidget,
        reading: Lessons,
    ) -> None:
        super().__init__(main)
        self.decks = Decks(reading, messages, lambda: self.front, lambda: self._look and self._look[0])
        self._desk = Desk(session, reading, self.decks)
        self._session = session
        self._signals = signals
        self._board = board
        self._actions = actions
        self._messages = messages
        self._main = main
        self.active = False
        self.run = LessonRun(session)
        self.effects = Effects(
            self._show_effect, lambda: phrase("{0}, {1}", phrase(self.captions.title), self.captions.place)
        )
        self.captions = Captions(session, self.run, self.effects, lambda: self._windows.shown_speaker is None)
        self.asking = ClassQuestion(session, self._show_effect, self)
        self.aside = Aside(session, self, self._desk.show_rule)
        self.overview = DeckOverview(session, self)
        self._windows = WindowsOnScreens(self._make_audience, self._make_speaker, main)
        self._windows.placed.connect(self._restyle)
        self.screens = ScreenKeys(self, self._windows, messages)
        self._look: tuple[Theme, float] | None = None
        self._shown: tuple[object, ...] | None = None
        self.keys = ShownKeys(lambda: self.front, lambda: self._look, lambda: self.run.on_title)
        actions.offer_projecting(False)
        self._showing, self._beside = InTurn(self, self.show_place), InTurn(self, self._show_caption)
        self._prepare = once(self, _PREPARE_MS, in_turn(self, self._prepare_next))
        self._settle = once(self, _SETTLE_MS, in_turn(self, self.effects.follow_term))

    @property
    def look(self) -> tuple[Theme, float] | None:
        """The colours, and how much larger or smaller than normal formulas are; None before anybody projects."""
        return self._look

    @property
    def view(self) -> ProjectionWindow | None:
        """The window of the audience; None before somebody projects."""
        return self._windows.audience

    @property
    def presenter(self) -> PresenterWindow | None:
        """The window of the speaker; None before there is one."""
        return self._windows.speaker

    # --- beginning and end -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Project from the problem on, or the lesson that is read; a projection that goes on comes to the front.

        The timer begins at zero.
        """
        if not self.active:
            self.effects.stopwatch.reset()
            if self._start_deck(where_left=False):
                return
            self._session.first()
        self._start(on_title=True)

    def start_here(self) -> None:
        """Project from the line where the session stands; the lesson that is read from the slide that was left."""
        if self.active or not self._start_deck(where_left=True):
            self._start(on_title=False)

    def _start_deck(self, *, where_left: bool) -> bool:
        if not self._desk.begin_deck(self.run, where_left=where_left):
            return False
        told = self.decks.told(self.run.lesson) if self.run.lesson is not None else ""
        self._begin(phrase("{0} Slides of the lesson.", phrase("Projection. Escape leaves it.")), told)
        return True

    def _start(self, *, on_title: bool) -> None:
        if self._session.trace is None:
            self._messages.show("There is nothing to project yet: type a function and press Return.")
            return
        if self.active:
            self._windows.take_keys()
            return
        self.run.slides = ()
        self.run.follow()
        self.run.on_title = on_title
        self._begin("Projection. Escape leaves it.")

    def _begin(self, words: str, hint: str = "") -> None:
        """Begin to project; the hint is for the speaker's own window until the first key."""
        view = self._windows.made_audience()
        self.active = True
        self.effects.begin(view)
        self.asking.begin(view)
        self.captions.typed, self.captions.message, self.captions.hint, self._shown = "", "", hint, None
        self._windows.share_out()
        self._actions.offer_projecting(True)
        self.show_place()
        self.say(words)

    def leave(self) -> bool:
        """End the projection, if one goes on; the main window stands at the same line. Return whether one went on."""
        if not self.active:
            return False
        assert self.view is not None
        self.keys.close()
        self.aside.close()
        self.overview.close()
        self.active = False
        self._shown = None
        self.view.board.forget_lines()
        lesson = self.run.lesson if self.run.slides else None
        self._desk.put_back(self.run)
        self.run.on_title = False
        self.effects.end()
        self.asking.close()
        self._windows.close()
        self._actions.offer_projecting(False)
        self._main.activateWindow()
        self._main.raise_()
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        if lesson is not None:
            self._messages.show(self._desk.way_back(lesson), is_news=True)
        return True

    def _make_audience(self) -> ProjectionWindow:
        from explainer.gui.lecture.projection_window import ProjectionWindow

        view = ProjectionWindow(self._session, self._main)
        self._actions.attach(view, view.board)
        self.asking.attach(view)
        view.closed.connect(self.leave, Qt.ConnectionType.QueuedConnection)
        view.board.typed_number.connect(self._show_typed_number)
        view.board.pressed_next.connect(self.next)
        view.board.pressed_previous.connect(self.previous)
        view.board.wheel_turned.connect(self.effects.turn_wheel)
        self._signals.opened.connect(self._show_opened)
        self._signals.moved.connect(self._show_moved)
        self._signals.derived.connect(in_turn(self, self._show_derived))
        self._signals.checked.connect(in_turn(self, self._show_checked))
        self.made.emit(view.board)
        return view

    def _make_speaker(self, view: ProjectionWindow) -> PresenterWindow:
        from explainer.gui.lecture.presenter import PresenterWindow

        presenter = PresenterWindow(self._session, self, view, self._main)
        self._actions.attach(presenter, view.board)
        self.asking.attach(presenter)
        presenter.connect_actions(self._actions)
        return presenter

    # --- screens -----------------------------------------------------------------------------------------------------

    @property
    def front(self) -> QWidget:
        """The window in which the speaker works now."""
        return self._windows.front if self.active else self._main

    @property
    def speaker(self) -> Board:
        """The board that a screen reader hears the steps from."""
        return self.view.board if self.active and self.view is not None else self._board

    # --- stepping ----------------------------------------------------------------------------------------------------

    def next(self) -> None:
        """Go on; in projection from the last line to the title card of the next problem of the lesson."""
        if not self.active:
            self._session.next()
        elif self.effects.show_board() or self.asking.reveal():
            pass  # what nobody has seen yet comes with the next key
        elif not self._step(self.run.next()):
            self.captions.message = "End of the lesson" if self.run.lesson is not None else "The last step"
            self._show_effect(self.captions.message)

    def go_out(self) -> bool:
        """Take away what lies over the projected board, or over that of the window; return whether anything did."""
        return self.overview.close() or self.keys.close() or self.aside.close() or self.speaker.layers.go_out()

    def show_again(self) -> None:
        """Show the place where the run stands in the place of anything else."""
        self._shown = None
        self.show_place()

    def ask_class(self) -> None:
        """Ask the class what comes next, before it is shown."""
        if self.active:
            self.effects.show_board()
            if self.run.on_title:
                self.tell("Q asks for the step after a line: here is none.")
            else:
                self.asking.ask()

    def previous(self) -> None:
        """Go back; in projection from a problem to its title, then to the last line of the problem before."""
        if not self.active:
            self._session.previous()
        elif not self.effects.show_board():
            self._step(self.run.previous())

    def go_to(self, position: int | None) -> None:
        """Go to a line of the derivation, None for the last one."""
        session = self._session
        if self.active:
            self.run.leave_title()
            self.captions.message = ""
            self.effects.show_board()
        if position is None:
            session.last()
        else:
            session.go_to(position)
        if self.active:
            self.show_place()

    def go_to_slide(self, place: int) -> None:
        """Go to a slide of the deck, of a problem to its title."""
        if self.active and self.run.slides:
            self._step(self.run.turn_to(place))

    def take_keys_back(self) -> None:
        """Let the window in which the speaker works have the keys."""
        if self.active:
            self._windows.take_keys()

    def take_typed_number(self) -> int | None:
        """The number that was typed in projection, if there is one; it is forgotten then."""
        return None if self.view is None else self.view.board.take_typed_number()

    def _step(self, done: bool) -> bool:
        """Show where a step has led to. A step is meant to be seen: it takes black and white away."""
        self.captions.message = ""
        self.effects.show_board()
        self.show_place()
        slide = self.run.slide
        if self.run.on_title and slide is not None and not slide.is_problem:
            self.say(slide.spoken() if slide.is_read else slide.heading)
        elif self.run.on_title and self.view is not None:
            self.say(self.view.title_card.spoken())
        return done

    # --- what the session tells --------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        if self.active:
            self.run.follow()
            self.captions.message = ""
            self._showing.call()

    def _show_moved(self) -> None:
        if self.active:
            self.run.leave_title()
            self.captions.message = ""
            self._showing.call()

    def show_place(self) -> None:
        """Bring everything to where the run stands."""
        view, run, session = self.view, self.run, self._session
        if not self.active or view is None or session.trace is None:
            return
        place = (session.trace, session.position, run.on_title, run.slide)
        if place == self._shown:
            self._show_caption()
            return
        self.asking.follow(run.on_title)
        self._shown = place
        self.aside.forget()
        if run.on_title and run.slide is not None and not run.slide.is_problem:
            view.show_slide(run.slide)
        else:
            if run.on_title:
                view.title_card.show_problem(run.lesson, run.index, session.trace, run.problem_of_deck)
            view.show_title(run.on_title)
        view.board.show_place()
        self._beside.call()
        view.refresh_spotlight()
        self._prepare.start()
        self._settle.start()

    def _prepare_next(self) -> None:
        """Have the lines ready that the next keys may show."""
        if self.active and self.view is not None:
            self.view.board.prepare_next()

    def _show_caption(self) -> None:
        """Show the line of caption, and all that the presenter's window says."""
        if not self.active or self.view is None:
            return
        self.view.caption.show_texts(*self.captions.shown())
        if (presenter := self._windows.shown_speaker) is not None:
            presenter.show_place()

    def _show_derived(self) -> None:
        if self.active and self.view is not None:
            self.view.board.show_news()
            self._show_caption()

    def _show_checked(self) -> None:
        if self.active and self.view is not None:
            self.view.board.show_news()
        if self.active and (presenter := self._windows.shown_speaker) is not None:
            presenter.card.show_check()

    def _show_typed_number(self, digits: str) -> None:
        self.captions.typed = digits
        self._show_caption()

    # --- look --------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        """Bring the look of the main window to those of the projection."""
        if self._look is not None:
            deque(self.set_look(*self._look), maxlen=0)

    def set_look(self, theme: Theme, zoom: float) -> Iterator[None]:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        self._look = theme, zoom
        if self.active and self.view is not None:
            yield from self._windows.restyled(theme, zoom)
            self.show_again()

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        if self.view is not None:
            self._windows.retell()
            self.show_again()

    def tell_waiting(self, waiting: bool) -> None:
        """Say in projection, where the bar of the main window is not seen, that something takes long."""
        if self.active:
            self.captions.message = "This takes long. Escape cancels it." if waiting else ""
            self._show_caption()

    def tell(self, words: str) -> None:
        """Say why a key does nothing here, where who speaks sees it."""
        self.captions.tell(words)
        self._show_effect(words)

    def _show_effect(self, words: str) -> None:
        self._show_caption()
        self.say(words)

    def say(self, text: str) -> None:
        """Let a screen reader say this."""
        announce(self.speaker, text)
