"""The main window: puts the panels around the board and does what the actions of the table say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from explainer.gui.actions import ActionSet
from explainer.gui.board.board import Board
from explainer.gui.curtain import Curtain
from explainer.gui.files.files import Files
from explainer.gui.files.problems import Problems
from explainer.gui.files.recovery import Recovery
from explainer.gui.files.title import Title
from explainer.gui.following import Following
from explainer.gui.garbage import keep_few_heaps
from explainer.gui.lecture.projection import Projection
from explainer.gui.look.announcer import announce
from explainer.gui.look.appearance import Appearance, take_letters
from explainer.gui.look.dress import Holder, dress_newcomer
from explainer.gui.look.motion_choice import MotionChoice
from explainer.gui.look.one_dialog import OneDialog
from explainer.gui.look.signs_choice import SignsChoice
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put
from explainer.gui.messages import Messages
from explainer.gui.notices import Notices
from explainer.gui.panels.player import Player
from explainer.gui.panels.tabs import Tabs
from explainer.gui.panels.transport import Transport
from explainer.gui.panes import Panes
from explainer.gui.patience import Patience
from explainer.gui.practice.practising import Practising
from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.reading.lesson_faults import LessonFaults
from explainer.gui.reading.lessons_panel import LessonsPanel
from explainer.gui.reading.middle import Reading
from explainer.gui.settings_choice import SettingsChoice
from explainer.gui.signals import SessionSignals
from explainer.gui.stepping import Stepping
from explainer.gui.ways_out import WaysOut, do, make_keys
from explainer.gui.windows import bring_forward, show_beside
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.session import Request
from explainer.session.warm_up import load_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explainer.gui.files.exporting import Exporting
    from explainer.gui.files.printing import Printing
    from explainer.gui.keys_help import KeysHelp

OPENING = Request("sin(x + x^2)", "x", method="chain")
"""What the window opens with: short, and it needs the chain rule with more than one path. One of the lessons has it."""
MENUS = ("F&ile", "&Step", "&Function", "&Read", "&Present", "&View", "&Help")
"""The menus from left to right; what is in them comes from the table of actions."""
COMPLETE_MS = 25
"""How long after the first formula the rest of the window follows; timers of nothing would come before the painting."""


class MainWindow(QMainWindow):
    """The window of the program. It opens with a problem or a file; with a worked example if nothing is given."""

    def __init__(
        self, opening: Request | None = None, parent: QWidget | None = None, *, file: Path | None = None
    ) -> None:
        take_letters()
        super().__init__(parent)
        self._opening_file = file
        self._session = Session()
        self._opening = opening
        self._ready = self._started = self._closed = False
        self.leaving = False
        """Whether the window was asked already whether it may go."""
        self._keys: OneDialog[KeysHelp] = OneDialog(make_keys)
        put(self.setWindowTitle, "{0}[*]", phrase("Derivatives, step by step"))
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)
        self._make_panels()
        self._arrange()
        self.player = Player(self._session, self.transport, self)
        self.patience = Patience(self.messages, self._give_keys_to_board, self)
        self.signals = SessionSignals(self._session, self, lambda: self.board.preparing)
        session, signals, actions = self._session, self.signals, self.actions_by_row
        self.projection = Projection(session, signals, self.board, actions, self.messages, self, self.reading)
        self.following = Following(
            session, self.board, self.projection, (self.transport, self.tabs), self.messages, self.problem_bar
        )
        holders = (self, self._centre, self.panes.splitter, self.reading)
        boards, panels, share = (self.projection, self.board), (self.lessons, self.transport), self.panes.share_width
        self.appearance = Appearance(
            self.curtain, holders, actions, boards, self.reading, self.problem_bar, panels, self.tabs, share
        )
        self.stepping = Stepping(self.board, self.projection)
        self.notices = Notices(self.messages, self._give_keys_to_board)
        self.lesson_faults = LessonFaults(self.notices, self)
        self._make_files()
        parts = (self.appearance, self.motion, SignsChoice(self.problem_bar, self._retell), self.panes, self.player)
        self.settings = SettingsChoice(
            self._session, parts, self.messages, self.problems.editing, self._front, self.isActiveWindow
        )
        self.settings.prepare()
        self._connect()
        self.appearance.apply()

    # --- the session -------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The session behind the window. Nothing is open in it before the first painting, unless somebody opens it."""
        return self._session

    def start(self) -> None:
        """Open what the window opens with, unless something is open or on its way already."""
        if self._started:
            return
        self._started = True
        self._get_ready()
        if self._session.trace is not None or self._session.opening:
            return
        request = self._opening or self.settings.chosen_for(OPENING)
        load_engine()

        def show_refused(opened: bool) -> None:
            if not opened:
                self.problem_bar.take_text(request.text, request.wrt)

        self._session.begin(request, show_refused)
        if self._opening_file is not None:
            self.files.open(self._opening_file)

    def _get_ready(self) -> None:
        """Make what is needed once there is a derivation: the menus with their keys; the rest follows later."""
        if self._ready:
            return
        self._ready = True
        from explainer.gui.files.file_menu import RecentMenu

        self.recent = RecentMenu(self.files, self._menus["F&ile"], self.board)
        self.actions_by_row.make(self._menus)
        self.actions_by_row.by_id["recent"].setMenu(self.recent.menu)
        self.transport.connect_actions(self.actions_by_row)
        self._give_keys_to_board()
        QTimer.singleShot(COMPLETE_MS, self, self._complete)

    def _complete(self) -> None:
        """What may come after the first formula: the icons, the lessons, and following the colours of the system."""
        if self._closed:
            return
        from explainer.gui.board.accessible import make_boards_accessible
        from explainer.gui.look.icons import application_icon

        keep_few_heaps()
        make_boards_accessible()
        self.transport.show_icons()
        self.setWindowIcon(application_icon())
        self.lessons.fill()
        self.reading.show_marks()
        self.settings.complain()
        self.recovery.look()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _follow_system(self) -> None:
        """Take on light or dark with the system; a method of the window, so that the connection ends with it."""
        self.appearance.apply()

    def _retell(self) -> None:
        """Say everything in the language that has been chosen; nothing of what is open changes."""
        if self._ready:
            self.curtain.change("language", self._retold)

    def _retold(self) -> Iterator[None]:
        self.title.show()
        for retell in (
            self.lessons.fill_again, self.reading.retell, self.board.retell, self.problem_bar.retell,
            self.transport.retell, self.tabs.retell, self.projection.retell, self.recovery.retell,
        ):  # fmt: skip
            retell()
            yield

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        session = self._session
        self.problem_bar = ProblemBar(session, self)
        self.lessons = LessonsPanel(self)
        self.board = Board(session, self)
        self.reading = Reading(session, self.board, self.lessons, self)
        self.tabs = Tabs(session, self)
        self.rule_card, self.figures, self.numbers = self.tabs.rule_card, self.tabs.figures, self.tabs.numbers
        self.transport = Transport(session, self)
        self.messages = Messages(self)
        self.message = self.messages.label
        self.actions_by_row = ActionSet(self, self.board)
        self.motion = MotionChoice(self.board, self.actions_by_row)

    def _arrange(self) -> None:
        self.curtain = Curtain(self)
        self.panes = Panes(
            (self.lessons, self.reading, self.tabs),
            (self.problem_bar.expression, self.transport.timeline),
            self.actions_by_row,
            lambda: self.appearance.zoom,
            self,
            (self.problem_bar, self.transport),
        )
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(self.panes.splitter)
        self._centre = Holder(self)
        layout = QVBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.problem_bar)
        layout.addLayout(self.messages.layout)
        layout.addLayout(middle, 1)
        layout.addWidget(self.transport)
        self.setCentralWidget(self._centre)
        bar = self.menuBar()
        self._menus = {title: bar.addMenu("") for title in MENUS}
        for title, menu in self._menus.items():
            put(menu.setTitle, title)

    def _make_files(self) -> None:
        """What of this window goes in and out as files."""
        session, signals, problem_bar = self._session, self.signals, self.problem_bar
        self.problems = Problems(session, signals, problem_bar, self.reading)
        self.title = Title(self.problems, self.actions_by_row, self)
        self.files = Files(self.problems, self.reading, self.messages, self._show_elsewhere, self.new_window, self)
        self.files.openers[".deck"] = self.projection.decks.open
        self.files.saved.connect(self._say_saved)
        self.files.lesson_opened.connect(self.lesson_faults.look)
        give_back = self._give_keys_to_board
        self.recovery = Recovery(self.problems, self.files.may_leave, problem_bar, signals, self.messages, give_back)
        self.ways_out = WaysOut(self._make_exporting, self._make_printing, self._front)
        theme, around = self.appearance.theme_now, (problem_bar, self.board, self.transport)
        self.practising = Practising(session, self.reading, theme, self._front, around, signals, self.messages)

    def _make_exporting(self) -> Exporting:
        from explainer.gui.files.exporting import Exporting

        problems, front = self.problems, self._front
        said, decks = (self.messages, self.notices), self.projection.decks
        return Exporting(self._session, self.reading, lambda: problems.file, *said, front, decks)

    def _make_printing(self) -> Printing:
        from explainer.gui.files.printing import Printing

        return Printing(self._session, self.reading, self.messages, self.notices, self._front)

    def _connect(self) -> None:
        signals = self.signals
        signals.opened.connect(self._get_ready)
        signals.opened.connect(self.player.stop)
        self.following.follow(signals)
        signals.previewed.connect(self.problem_bar.show_preview)
        self.problem_bar.derive_requested.connect(self.derive)
        self.patience.offering.connect(self.projection.tell_waiting)
        self.projection.made.connect(self.motion.take)
        self.projection.made.connect(self.appearance.wheel.watch)
        signals.opened.connect(self.reading.follow_session)
        signals.moved.connect(self.reading.follow_session)
        self.reading.complained.connect(self.messages.add)
        self.reading.page_turned.connect(self.panes.show_page)
        self.reading.doing_chosen.connect(partial(do, self.files, self.actions_by_row))
        self.rule_card.rule_chosen.connect(self.reading.show_rule)
        self.board.chosen.connect(self._go_to)
        self.board.typed_number.connect(self.transport.show_typed_number)
        self.transport.timeline.chosen.connect(self._go_to)
        language().changed.connect(self._retell)

    def _say_saved(self, name: str) -> None:
        announce(self.board, phrase("Saved as {0}.", name))

    def _give_keys_to_board(self) -> None:
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _front(self) -> QWidget:
        """The window in use, which may be one of a projection."""
        return self.projection.front

    def _go_to(self, position: int) -> None:
        """Go to a line that was chosen; the timeline also tells of the line where the session stands already."""
        if position != self._session.position:
            self._session.go_to(position)

    # --- actions: the function and the windows ------------------------------------------------------------------------

    def derive(self) -> None:
        """Derive what is typed; when that works the board has the keys."""
        self.start()

        def turn_to_board(derived: bool) -> None:
            if derived:
                self._give_keys_to_board()

        self.problem_bar.ask(turn_to_board, self.problems.editing)

    def edit_expression(self) -> None:
        """Go to the field of the function and select what is in it."""
        self.practising.leave_board()
        self.reading.show_board()
        self.problem_bar.edit()

    def close_all(self) -> None:
        """Close this window and all others of the program, once none of them refuses: then nothing is closed."""
        agreed = MainWindow.shown()
        if all(window.files.may_leave() for window in agreed):
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
            {window: window.problems.file for window in MainWindow.shown() if window is not self}, file
        )

    # --- actions: the view -------------------------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or a window again."""
        if not self.projection.screens.toggle_full_screen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Cancel what takes long, else leave a message, what lies over a board, projection, the full screen."""
        if self.patience.leave() or (self.notices.has_keys and self.notices.leave()):
            return
        if self.projection.go_out() or self.projection.leave() or self.practising.leave_board():
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show which keys do what."""
        if self.projection.active:
            self.projection.keys.toggle()
        else:
            self._keys.show(self._front())

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            QTimer.singleShot(1, self, self.start)  # not 0: the frame is to reach the screen first

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(500, self, self.start)  # where its parts cover all of it, its own ground is never painted
        self.panes.share_width()
        self.appearance.follow_width(self.width())

    def childEvent(self, event: QChildEvent) -> None:
        dress_newcomer(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.files.accepts(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.drop(event)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.leaving and not self.files.may_leave():
            event.ignore()
            return
        self._closed = True
        for close in (self.recovery.close, self.ways_out.close, self.practising.close, self.settings.close):
            close()
        self.player.stop()
        self.following.close()
        self.projection.leave()
        self.board.forget_lines()  # what is in circles of references is found later, and these are heavy
        self.patience.close()
        self.signals.close()
        super().closeEvent(event)
