"""The main window: paints first what is seen first, has all its parts made then, and does what the actions say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from explainer.gui.first_frame import FirstFrame
from explainer.gui.look.appearance import take_colours, take_letters
from explainer.gui.look.dress import dress_newcomer
from explainer.gui.look.one_dialog import OneDialog
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put
from explainer.gui.relay import PaintInTurn, once
from explainer.gui.windows import bring_forward, show_beside
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.session import Request

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from explainer.gui.all_parts import AllParts
    from explainer.gui.files.recovery import Recovery
    from explainer.gui.keys_help import KeysHelp
    from explainer.gui.notices import Notices

OPENING = Request("sin(x + x^2)", "x", method="chain")
"""What the window opens with: short, and it needs the chain rule with more than one path. One of the lessons has it."""
COMPLETE_MS = 25
"""How long after the first formula the rest of the window follows; timers of nothing would come before the painting."""
START_MS = 500
"""So long after its last change of size the window begins, where it was not painted: its parts may cover all of it."""


class MainWindow(QMainWindow):
    """The window of the program. It opens with a problem or a file; with a worked example if nothing is given."""

    recovery: Recovery
    notices: Notices

    def __init__(
        self,
        opening: Request | None = None,
        parent: QWidget | None = None,
        *,
        file: Path | None = None,
        start_page: bool = False,
    ) -> None:
        take_letters()
        take_colours()
        super().__init__(parent)
        self._painting = PaintInTurn(self)
        self._completing = once(self, COMPLETE_MS, self._complete)
        self._going_on = once(self, 1, self._go_on)  # not 0: the frame is to reach the screen first
        self._starting = once(self, START_MS, self.start)
        self._opening_file = file
        self._session = Session()
        self._opening, self._start_page = opening, start_page
        self._ready = self._started = self._closed = False
        self.leaving = False
        """Whether the window was asked already whether it may go."""
        self._keys: OneDialog[KeysHelp] = OneDialog(_make_keys)
        put(self.setWindowTitle, "{0}[*]", phrase("Derivatives, step by step"))
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)
        self._parts: AllParts | None = None
        self._first = FirstFrame(self._session, self)
        self._first.problem_bar.derive_requested.connect(self.derive)
        if start_page:  # so that nothing is seen for a moment that is not beside a page
            self._first.panes.show_page(alone=True)

    @property
    def parts(self) -> AllParts:
        """All parts of the window, made by the first who asks for one; each is an attribute of the window as well."""
        return self._make_parts() if self._parts is None else self._parts

    def _make_parts(self) -> AllParts:
        if self._parts is None:
            from explainer.gui.all_parts import AllParts, Outside

            outside = Outside(self._get_ready, self._retell, self._show_elsewhere, self.new_window)
            self._parts = AllParts(self._session, self._first, self, outside)
            language().changed.connect(self._retell)
        return self._parts

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(f"the window has no {name!r}")
            return getattr(self.parts, name)

    # --- the session -------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The session behind the window. Nothing is open in it before the first painting, unless somebody opens it."""
        self._make_parts()  # which follow what is done with it
        return self._session

    def _go_on(self) -> None:
        """Make all parts, once the first of them have been painted; start once all have been."""
        if self._parts is None:
            self._make_parts()
            self.update()
        else:
            self.start()

    def start(self) -> None:
        """Open what the window opens with, unless something is open, on its way, or being typed already."""
        if self._started:
            return
        self._started = True
        self._get_ready()
        if self._session.trace is not None or self._session.opening:
            if self._start_page and self.parts.reading.view is None:
                self._first.panes.show_page(alone=False)
            return
        from explainer.session.warm_up import load_engine

        request = self._opening or self.parts.settings.chosen_for(OPENING)
        load_engine()

        def follow(opened: bool) -> None:
            if not opened:
                self._first.panes.show_page(alone=False)
                self.parts.problem_bar.take_text(request.text, request.wrt)
            elif self._start_page and not self._first.typed:
                self.parts.reading.show_start()

        if not self._first.typed:
            self._session.begin(request, follow)
        if self._opening_file is not None:
            self.parts.files.open(self._opening_file)

    def _get_ready(self) -> None:
        """Let the board have the keys now that there will be a derivation; the rest follows later."""
        if self._ready:
            return
        self._ready = True
        if not self._first.typed:
            self.parts.give_keys_to_board()
        self._completing.start()

    def _complete(self) -> None:
        """What may come after the first formula: the icons, the lessons, and following the colours of the system."""
        if self._closed:
            return
        from explainer.gui.garbage import keep_few_heaps
        from explainer.gui.look.icons import application_icon

        keep_few_heaps()
        self.setWindowIcon(application_icon())
        self.parts.complete()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        """Take on light or dark with the system; a method of the window, so that the connection ends with it."""
        self.parts.appearance.apply()

    def _retell(self) -> None:
        """Say everything in the language that has been chosen; nothing of what is open changes."""
        if self._ready:
            self.parts.curtain.change("language", self.parts.retold)

    # --- actions: the function and the windows ------------------------------------------------------------------------

    def derive(self) -> None:
        """Derive what is typed; when that works the board has the keys."""
        self.start()

        def turn_to_board(derived: bool) -> None:
            if derived:
                self.parts.give_keys_to_board()

        self.parts.problem_bar.ask(turn_to_board, self.parts.problems.editing)

    def edit_expression(self) -> None:
        """Go to the field of the function and select what is in it."""
        self.parts.practising.leave_board()
        self.parts.reading.show_board()
        self.parts.problem_bar.edit()

    def close_all(self) -> None:
        """Close this window and all others of the program, once none of them refuses: then nothing is closed."""
        agreed = MainWindow.shown()
        if all(window.parts.files.may_leave() for window in agreed):
            for window in agreed:
                window.leaving = True
            QApplication.closeAllWindows()

    @staticmethod
    def all() -> list[MainWindow]:
        """All windows of the program, also those that were closed a moment ago."""
        return [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]

    @staticmethod
    def shown() -> list[MainWindow]:
        """The windows that somebody sees."""
        return [window for window in MainWindow.all() if window.isVisible()]

    def new_window(self, file: Path | None = None) -> MainWindow:
        """Open another window, on a file or on the worked example."""
        return show_beside(MainWindow(file=file), self)

    def _show_elsewhere(self, file: Path) -> bool:
        """Show another window that has the file open; return whether there is one."""
        return bring_forward(
            {window: window.parts.problems.file for window in MainWindow.shown() if window is not self}, file
        )

    # --- actions: the view -------------------------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or a window again."""
        if not self.parts.projection.screens.toggle_full_screen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Cancel what takes long, else leave a message, what lies over a board, projection, the full screen."""
        if self.parts.patience.leave() or (self.parts.notices.has_keys and self.parts.notices.leave()):
            return
        if self.parts.projection.go_out() or self.parts.projection.leave() or self.parts.practising.leave_board():
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show which keys do what."""
        if self.parts.projection.active:
            self.parts.projection.keys.toggle()
        else:
            self._keys.show(self.parts.front())

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            self._going_on.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._starting.start()
        self._first.panes.share_width()
        self._first.appearance.follow_width(self.width())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:  # a key, of which Qt asks next whether it belongs to an action
            self.parts.actions_by_row.make_expected()
        if event.type() == QEvent.Type.UpdateRequest and self._painting.puts_off():
            return True
        return super().event(event)

    def childEvent(self, event: QChildEvent) -> None:
        dress_newcomer(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.parts.files.accepts(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.parts.files.drop(event)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving and not self.parts.files.may_leave():
            event.ignore()
            return
        self._closed = True
        self.parts.close()
        super().closeEvent(event)


def _make_keys(front: QWidget) -> KeysHelp:
    """The list of the keys; it is made when somebody asks for it."""
    from explainer.gui.keys_help import KeysHelp

    return KeysHelp(front)
