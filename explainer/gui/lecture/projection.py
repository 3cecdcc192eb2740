"""Projection: which windows the audience and the speaker see, and what the keys do there.

The windows are made when somebody projects for the first time; until then this only passes steps on to the session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from explainer.gui.lecture.projection_effects import Effects
from explainer.gui.look.announcer import announce
from explainer.phrases import phrase
from explainer.session.course.lesson_run import LessonRun

if TYPE_CHECKING:
    from explainer.gui.board.board import Board
    from explainer.gui.lecture.presenter import PresenterWindow
    from explainer.gui.lecture.projection_window import ProjectionWindow
    from explainer.gui.look.theme import Theme
    from explainer.gui.main_window import MainWindow

SCREEN_SETTING = "projection.screen"
_PREPARE_MS = 18
"""How long after a step the next one is made ready; the screen is painted first."""
_SETTLE_MS = 350
"""After this long a line stands where it stays."""


class Projection(QObject):
    """Projects the session of a window; at most one projection goes on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.active = False
        self.run = LessonRun(window._session)
        self.effects = Effects(
            self._show_effect, lambda: phrase("{0}, {1}", phrase(self.caption_title), self.caption_place)
        )
        self.view: ProjectionWindow | None = None
        self.presenter: PresenterWindow | None = None
        self._screen: QScreen | None = None
        self._speaker_screen: QScreen | None = None
        self._typed = ""
        self._message = ""
        self._shown: tuple[object, int, bool] | None = None
        self._prepare = QTimer(self, singleShot=True, interval=_PREPARE_MS)
        self._prepare.timeout.connect(self._prepare_next)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.effects.follow_term)

    # --- beginning and end -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Project from the problem on; a projection that goes on comes to the front and stays where it is."""
        if not self.active:
            self._window.session.first()
        self.start_here()

    def start_here(self) -> None:
        """Project from the line where the session stands."""
        if self._window.session.trace is None:
            self._window.show_message("There is nothing to project yet: type a function and press Return.")
            return
        if self.active:
            self._take_keys()
            return
        view = self._make_windows()
        self.active = True
        self.effects.begin(view)
        self.run.follow()
        self._typed, self._message, self._shown = "", "", None
        self._share_out()
        self.offer_actions()
        self._show_place()
        self._say("Projection. Escape leaves it.")

    def leave(self) -> bool:
        """End the projection, if one goes on; the main window stands at the same line. Return whether one went on."""
        if not self.active:
            return False
        assert self.view is not None
        self.active = False
        self.view.board.forget_images()
        self.run.leave_title()
        self.effects.end()
        for window in (self.view, self.presenter):
            if window is not None:
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
                window.hide()
        self._screen = self._speaker_screen = None
        self.offer_actions()
        self._window.activateWindow()
        self._window.raise_()
        self._window.board.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def offer_actions(self) -> None:
        """Offer what means something only in projection while one goes on."""
        from explainer.session.action_table import ONLY_PROJECTING

        actions = self._window.actions_by_row
        if actions is not None:
            for identifier in ONLY_PROJECTING:
                actions.set_enabled(identifier, self.active)

    def _make_windows(self) -> ProjectionWindow:
        if self.view is not None:
            return self.view
        from explainer.gui.lecture.projection_window import ProjectionWindow

        window = self._window
        assert window.actions_by_row is not None
        self.view = view = ProjectionWindow(window.session, window)
        window.actions_by_row.attach(view, view.board)
        window.motion.show_choice()
        view.closed.connect(self.leave, Qt.ConnectionType.QueuedConnection)
        view.board.typed_number.connect(self._show_typed_number)
        view.board.pressed_next.connect(self.next)
        view.board.pressed_previous.connect(self.previous)
        view.board.wheel_turned.connect(self.effects.turn_wheel)
        signals, application = window.signals, QGuiApplication.instance()
        signals.opened.connect(self._show_opened)
        signals.moved.connect(self._show_moved)
        signals.derived.connect(self._show_caption)
        signals.checked.connect(self._show_checked)
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._lose_screen)
        application.screenAdded.connect(self._gain_screen)
        return view

    def _make_presenter(self) -> PresenterWindow:
        if self.presenter is None:
            from explainer.gui.lecture.presenter import PresenterWindow

            window = self._window
            assert window.actions_by_row is not None
            assert self.view is not None
            self.presenter = PresenterWindow(window.session, self, self.view, window)
            window.actions_by_row.attach(self.presenter, self.view.board)
            self.presenter.closed.connect(self._take_keys, Qt.ConnectionType.QueuedConnection)
            self.presenter.connect_actions(window.actions_by_row)
        return self.presenter

    # --- screens -----------------------------------------------------------------------------------------------------

    def _share_out(self) -> None:
        """Bring the windows to their screens."""
        from explainer.gui.lecture.screens import fill_screen, maximize_on, shared_out
        from explainer.session.kept.settings import user_settings

        assert self.view is not None
        screens = QGuiApplication.screens()
        names, remembered = [screen.name() for screen in screens], user_settings().get(SCREEN_SETTING, "")
        audience, self._speaker_screen = shared_out(screens, names, self._window.screen(), remembered)
        self._screen = audience
        fill_screen(self.view, audience)
        if self._speaker_screen is not None:
            maximize_on(self._make_presenter(), self._speaker_screen)
        elif self.presenter is not None:
            self.presenter.hide()
        self._restyle()
        self._take_keys()

    def swap_screens(self) -> None:
        """Let audience and speaker change their screens, and remember that."""
        from explainer.session.kept.settings import user_settings

        if self.active and self._speaker_screen is not None:
            user_settings().put(SCREEN_SETTING, self._speaker_screen.name())
            self._share_out()
            self._show_place()
        elif self.active:
            self._say("There is one screen only.")

    def toggle_presenter(self) -> None:
        """Show the presenter's window, or hide it; with one screen it is a window among the others."""
        if not self.active:
            return
        presenter = self._make_presenter()
        if presenter.isVisible():
            presenter.hide()
        else:
            presenter.show()
            self._restyle()
        self._take_keys()
        self._show_place()

    def toggle_full_screen(self) -> bool:
        """Let the projection be a window, to be shared in a call, or full screen; return whether one goes on."""
        if self.active and self.view is not None:
            self.view.setWindowState(self.view.windowState() ^ Qt.WindowState.WindowFullScreen)
        return self.active

    def _lose_screen(self, screen: QScreen) -> None:
        """A screen was unplugged: without its projector a projection ends, and the window comes back."""
        if not self.active:
            return
        if screen is self._screen:
            self.leave()
            self._window.show_message("The screen of the projection is gone. F5 projects again.")
        elif screen is self._speaker_screen:
            self._speaker_screen = None
            if self.presenter is not None:
                self.presenter.hide()
            self._take_keys()
        self._bring_back()

    def _bring_back(self) -> None:
        """Put the main window onto a screen that is there."""
        window, screens = self._window, QGuiApplication.screens()
        seen = any(screen.availableGeometry().intersects(window.frameGeometry()) for screen in screens)
        if screens and not seen:
            window.move(screens[0].availableGeometry().topLeft())

    def _gain_screen(self, screen: QScreen) -> None:
        """A screen was plugged in: share out anew where audience and speaker had one screen for both."""
        if self.active and self._speaker_screen is None:
            self._share_out()
            self._show_place()

    def _take_keys(self) -> None:
        """Let the window of the speaker, else that of the audience, have the keys."""
        front = self.front
        front.raise_()
        front.activateWindow()
        if self.presenter is front:
            self.presenter.now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.view is front:
            self.view.board.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def front(self) -> QWidget:
        """The window in which the speaker works now."""
        if not self.active or self.view is None:
            return self._window
        return self.presenter if self.presenter is not None and self.presenter.isVisible() else self.view

    @property
    def speaker(self) -> Board:
        """The board that a screen reader hears the steps from."""
        return self.view.board if self.active and self.view is not None else self._window.board

    # --- stepping ----------------------------------------------------------------------------------------------------

    def next(self) -> None:
        """Go on; in projection from the last line to the title card of the next problem of the lesson."""
        if not self.active:
            self._window.session.next()
        elif not self._step(self.run.next()):
            self._message = "End of the lesson" if self.run.lesson is not None else "The last step"
            self._show_caption()
            self._say(self._message)

    def previous(self) -> None:
        """Go back; in projection from a problem to its title, then to the last line of the problem before."""
        if not self.active:
            self._window.session.previous()
        else:
            self._step(self.run.previous())

    def go_to(self, position: int | None) -> None:
        """Go to a line of the derivation, None for the last one."""
        session = self._window.session
        if self.active:
            self.run.leave_title()
            self._message = ""
            self.effects.show_board()
        if position is None:
            session.last()
        else:
            session.go_to(position)
        if self.active:
            self._show_place()

    def take_typed_number(self) -> int | None:
        """The number that was typed in projection, if there is one; it is forgotten then."""
        return None if self.view is None else self.view.board.take_typed_number()

    def _step(self, done: bool) -> bool:
        """Show where a step has led to. A step is meant to be seen: it takes black and white away."""
        self._message = ""
        self.effects.show_board()
        self._show_place()
        if self.run.on_title and self.view is not None:
            self._say(self.view.title_card.spoken())
        return done

    # --- what the session tells --------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        if self.active:
            self.run.follow()
            self._message = ""
            self._show_place()

    def _show_moved(self) -> None:
        if self.active:
            self.run.leave_title()
            self._message = ""
            self._show_place()

    def _show_place(self) -> None:
        """Bring everything to where the run stands."""
        view, run, session = self.view, self.run, self._window.session
        if not self.active or view is None or session.trace is None:
            return
        place = (session.trace, session.position, run.on_title)
        if place == self._shown:
            self._show_caption()
            return
        self._shown = place
        if run.on_title and run.lesson is not None:
            view.title_card.show_problem(run.lesson, run.index, session.trace)
        view.show_title(run.on_title)
        view.board.show_place()
        self._show_caption()
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
        if self.run.on_title and not self._typed:
            self.view.caption.show_texts("", "")  # the card says it
        else:
            self.view.caption.show_texts(self._message or self.caption_title, self.caption_place)
        if self.presenter is not None and self.presenter.isVisible():
            self.presenter.show_place()

    def _show_checked(self) -> None:
        if self.active and self.presenter is not None and self.presenter.isVisible():
            self.presenter.card.show_check()

    @property
    def caption_title(self) -> str:
        """The rule that led to the line; at the problem what the lesson calls it."""
        step, problem = self._window.session.step, self.run.problem
        if self.run.on_title and self.run.lesson is not None:
            return self.run.lesson.title
        if step is not None:
            return step.title
        return "The problem" if problem is None else problem.title

    @property
    def caption_place(self) -> str:
        """Which step of how many; a number that is being typed; which problem on a title card."""
        from explainer.session.lines.card import counter

        session = self._window.session
        if self._typed:
            return phrase("to {0} …", self._typed)
        if self.run.on_title and self.run.lesson is not None:
            return phrase("Problem {0} of {1}", self.run.index + 1, len(self.run.lesson.problems))
        place = counter(session.position, session.count, session.complete)
        alone = self.presenter is None or not self.presenter.isVisible()
        return phrase("{0}   {1}", phrase("frozen"), place) if alone and self.effects.frozen_place else place

    def _show_typed_number(self, digits: str) -> None:
        self._typed = digits
        self._show_caption()

    # --- look --------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        """Bring the look of the main window to those of the projection."""
        from explainer.gui.look.theme import load_theme

        appearance = self._window.appearance
        self.set_look(load_theme(appearance.theme_name), appearance.zoom)

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Draw in the colours of this theme, with formulas larger or smaller than normal."""
        if self.active and self.view is not None:
            self.view.set_look(theme, zoom)
            if self.presenter is not None:
                self.presenter.set_theme(theme)
            self._shown = None
            self._show_place()

    def retell(self) -> None:
        """Say everything in the language that is spoken now."""
        if self.view is None:
            return
        self.view.board.retell()
        if self.presenter is not None:
            self.presenter.say_keys()
            self.presenter.card.retell()
            self.presenter.notes.retell()
        self._shown = None
        self._show_place()

    def tell_waiting(self, *, waiting: bool) -> None:
        """Say in projection, where the bar of the main window is not seen, that something takes long."""
        if self.active:
            self._message = "This takes long. Escape cancels it." if waiting else ""
            self._show_caption()

    def _show_effect(self, words: str) -> None:
        self._show_caption()
        self._say(words)

    def _say(self, text: str) -> None:
        announce(self.speaker, text)
