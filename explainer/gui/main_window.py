"""The main window: puts the panels around the board and does what the actions of the table say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from explainer.gui.board.board import Board
from explainer.gui.choices import SettingsChoice
from explainer.gui.files.files import Files
from explainer.gui.files.recovery import Recovery
from explainer.gui.garbage import Tidying
from explainer.gui.lecture.projection import Projection
from explainer.gui.look.announcer import announce
from explainer.gui.look.appearance import Appearance
from explainer.gui.look.motion_choice import MotionChoice
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import data, put, tr
from explainer.gui.notices import Notices
from explainer.gui.one_dialog import OneDialog
from explainer.gui.panels.figure_tab import FigureTab
from explainer.gui.panels.numbers_tab import NumbersTab
from explainer.gui.panels.player import Player
from explainer.gui.panels.rule_card import RuleCard
from explainer.gui.panels.transport import Transport
from explainer.gui.panes import Panes
from explainer.gui.patience import Patience
from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.reading.lesson_faults import LessonFaults
from explainer.gui.reading.lessons_panel import LessonsPanel
from explainer.gui.reading.middle import Reading
from explainer.gui.signals import SessionSignals
from explainer.gui.ways_out import WaysOut
from explainer.phrases import phrase
from explainer.session import Session
from explainer.session.session import Request
from explainer.session.warm_up import load_engine

if TYPE_CHECKING:
    from pathlib import Path

    from explainer.figures import Figure
    from explainer.gui.actions import ActionSet
    from explainer.gui.keys_help import KeysHelp
    from explainer.session.course.figures import Standing

OPENING = Request("sin(x + x^2)", "x", method="chain")
"""What the window opens with: short, and it needs the chain rule with more than one path. One of the lessons has it."""
MENUS = ("F&ile", "&Step", "&Function", "&Read", "&Present", "&View", "&Help")
"""The menus from left to right; what is in them comes from the table of actions."""
FIGURE_TABS = (
    ("dataflow", "dataflow", "Dataflow", "Dataflow graph"),
    ("figure_shapes", "shapes", "Shapes", "Shapes to scale"),
)
"""The tabs beside the rule card: the name of the widget, the figure that it shows, its caption, and its full title."""
START_S = 2.0
"""How long who asks for the session before anything was painted waits for what the window opens with."""
COMPLETE_MS = 25
"""How long after the first formula the rest of the window follows; timers of nothing would come before the painting."""
SAY_MS = 5
"""How long after a step it is announced; the screen is painted first."""
BEHIND_MS = 80
"""How long after a step in projection this window follows; the audience comes first."""
PREPARE_MS = 8
"""How long after a step the next one is made ready; long enough for the screen to be painted first."""


def _figure_at(standing: Standing, name: str) -> Figure | str:
    from explainer.session.course.figures import figure_at

    return figure_at(standing, name)


def _plot_at(standing: Standing) -> Figure | str:
    from explainer.session.course.figures import plot_at

    return plot_at(standing)


def _make_keys(front: QWidget) -> KeysHelp:
    from explainer.gui.keys_help import KeysHelp

    return KeysHelp(front)


class MainWindow(QMainWindow):
    """The window of the program. It opens with a problem or a file; with a worked example if nothing is given."""

    def __init__(
        self, opening: Request | None = None, parent: QWidget | None = None, *, file: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._opening_file = file
        self._session = Session()
        self._opening = opening
        self._started = self._closed = False
        self.leaving = False
        """Whether the window was asked already whether it may go."""
        self._keys: OneDialog[KeysHelp] = OneDialog(_make_keys)
        self.actions_by_row: ActionSet | None = None
        put(self.setWindowTitle, "{0}[*]", phrase("Derivatives, step by step"))
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)
        self._make_panels()
        self._arrange()
        self.player = Player(self._session, self.transport, self)
        self._prepare_timer = QTimer(self, interval=PREPARE_MS, singleShot=True)
        self._prepare_timer.timeout.connect(self._prepare_next)
        self._behind_timer = QTimer(self, interval=BEHIND_MS, singleShot=True)
        self._behind_timer.timeout.connect(self._show_place)
        self.patience = Patience(self)
        self.signals = SessionSignals(self._session, self, lambda: self.board.preparing)
        self._tidying = Tidying(self)
        self.projection = Projection(self)
        self.files = Files(self)
        self.recovery = Recovery(self)
        self.notices = Notices(self)
        self.ways_out = WaysOut(self)
        self.lesson_faults = LessonFaults(self)
        self.settings = SettingsChoice(self)
        self._connect()
        self.appearance.apply()

    # --- the session -------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The session behind the window; from the first time that anybody asks, a derivation is open in it."""
        if not self._started:
            self._start()
            self._session.settle(START_S)
        return self._session

    def _start(self) -> None:
        """Open what the window opens with, once; after the first painting, or when the session is asked for."""
        if self._started:
            return
        self._started = True
        self._make_actions()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settings.prepare(self._session)
        request = self._opening or self.settings.chosen_for(OPENING)
        load_engine()

        def show_refused(opened: bool) -> None:
            if not opened:
                self.problem_bar.take_text(request.text, request.wrt)

        self._session.begin(request, show_refused)
        if self._opening_file is not None:
            self.files.open(self._opening_file)
        QTimer.singleShot(COMPLETE_MS, self, self._complete)

    def _make_actions(self) -> None:
        from explainer.gui.actions import ActionSet
        from explainer.gui.files.file_menu import add_recent_menu

        self.actions_by_row = ActionSet(self, self.board)
        self.actions_by_row.fill(self._menus)
        add_recent_menu(self, self._menus["F&ile"])
        self.transport.connect_actions(self.actions_by_row)
        self.appearance.show_choice()
        self.motion.show_choice()
        self.panes.show_choice()
        self.projection.offer_actions()

    def _complete(self) -> None:
        """What may come after the first formula: the icons, the lessons, and following the colours of the system."""
        if self._closed:
            return
        from explainer.gui.board.accessible import make_boards_accessible
        from explainer.gui.look.icons import application_icon

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
        if not self._started:
            return
        self._say_tabs()
        self.files.show_state()
        self.problem_bar.retell()
        self.transport.retell()
        self.rule_card.retell()
        for tab in self.figures:
            tab.retell()
        self.numbers.retell()
        self.lessons.fill_again()
        self.reading.retell()
        self.board.retell()
        self.projection.retell()
        self.recovery.retell()

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        session = self._session
        self.problem_bar = ProblemBar(session, self)
        self.lessons = LessonsPanel(self)
        self.board = Board(session, self)
        self.motion = MotionChoice(self)
        self.reading = Reading(session, self.board, self.lessons, self)
        self.rule_card = RuleCard(session, self)
        self.figures = tuple(
            FigureTab(name, title, session, partial(_figure_at, name=figure), self)
            for name, figure, _, title in FIGURE_TABS
        )
        plot = FigureTab("plot", "Plot", session, _plot_at, self, follows_steps=False)
        self.figures = (*self.figures, plot)
        self.numbers = NumbersTab(session, self)
        self.transport = Transport(session, self)
        self.message = QLabel(self)
        self.message.setObjectName("message")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab in (self.rule_card, *self.figures, self.numbers):
            self.tabs.addTab(tab, "")
        self._say_tabs()

    def _say_tabs(self) -> None:
        for place, caption in enumerate(("Why", *(row[2] for row in FIGURE_TABS), "Plot", "Numbers")):
            self.tabs.setTabText(place, tr(caption))

    def _arrange(self) -> None:
        self.appearance = Appearance(self)
        self.panes = Panes(self)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(self.panes.splitter)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.problem_bar)
        layout.addWidget(self.message)
        self._bars = layout
        layout.addLayout(middle, 1)
        layout.addWidget(self.transport)
        self.setCentralWidget(centre)
        bar = self.menuBar()
        self._menus = {title: bar.addMenu("") for title in MENUS}
        for title, menu in self._menus.items():
            put(menu.setTitle, title)

    def _connect(self) -> None:
        signals = self.signals
        signals.opened.connect(self._show_opened)
        signals.moved.connect(self._show_moved)
        signals.derived.connect(self._show_derived)
        signals.checked.connect(self._show_checked)
        signals.previewed.connect(self.problem_bar.show_preview)
        signals.failed.connect(self._show_failed)
        self.problem_bar.derive_requested.connect(self.derive)
        signals.opened.connect(self.reading.follow_session)
        signals.moved.connect(self.reading.follow_session)
        self.reading.complained.connect(self.add_message)
        self.reading.unstyled.connect(self.appearance.style)
        self.rule_card.rule_chosen.connect(self.reading.show_rule)
        self.board.chosen.connect(self._go_to)
        self.board.typed_number.connect(self._show_typed_number)
        self.transport.timeline.chosen.connect(self._go_to)
        language().changed.connect(self._retell)

    # --- what the session tells --------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        self.player.stop()
        self.show_message(self._session.ending)
        self.problem_bar.show_open()
        self.transport.timeline.restart()
        self._show_place()
        session = self._session
        announce(self.board, phrase("Opened: the derivative of {0} with respect to {1}.", session.text, session.wrt))

    def _show_moved(self) -> None:
        if self.projection.active:
            self._behind_timer.start()
        else:
            self._show_place()
        QTimer.singleShot(SAY_MS, self, self._say_place)

    def _say_place(self) -> None:
        """Announce the line, after it has been painted."""
        from explainer.gui.board.accessible import spoken_line, tell_of_new_lines

        board = self.projection.speaker
        tell_of_new_lines(board)
        announce(board, spoken_line(self._session, self._session.position))

    def _show_place(self) -> None:
        self.board.show_place()
        self.transport.show_place()
        self.rule_card.show_place()
        self._show_figures()
        self._prepare_timer.start()
        self._tidying.put_off()

    def _show_figures(self) -> None:
        for tab in self.figures:
            tab.show_place()
        self.numbers.show_place()

    def _prepare_next(self) -> None:
        """Have the next step ready before anybody asks for it."""
        self.board.prepare_next()
        self.rule_card.prepare_next()

    def _show_derived(self) -> None:
        self.transport.timeline.grow()
        self.transport.show_place()
        self.rule_card.show_place()
        self._show_figures()
        if self._session.position == self._session.count and self._session.ending:
            self.show_message(self._session.ending)

    def _show_checked(self) -> None:
        self.transport.timeline.refresh_checks()
        self.rule_card.show_check()
        self.board.show_check()

    def _show_failed(self) -> None:
        error = self._session.error
        if error is not None:
            self.problem_bar.show_error(error)
            announce(self.problem_bar.expression, error.message)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar over the board, below the message."""
        self._bars.insertWidget(self._bars.indexOf(self.message) + 1, bar)

    def add_message(self, text: str) -> None:
        """Show a further message under those that are there."""
        shown = "" if self.message.isHidden() else self.message.text()
        if tr(text) not in shown:
            self.show_message(phrase("{0}\n{1}", data(shown), phrase(text)) if shown else text)

    def show_message(self, text: str) -> None:
        """Show a message over the board; an empty one takes it away."""
        put(self.message.setText, text)
        self.message.setVisible(bool(text))
        if text:
            announce(self.message, text)

    def _show_typed_number(self, digits: str) -> None:
        self.transport.show_typed_number(digits)

    # --- actions: stepping -------------------------------------------------------------------------------------------

    def show_next(self) -> None:
        """Go to the next line; in projection from the last one on to the next problem of the lesson."""
        if self._inner is None:
            self.projection.next()
        else:
            self._inner.next()

    def show_previous(self) -> None:
        """Go back to the line before; from the first line of the derivation of a term to where it was opened."""
        if self._inner is None:
            self.projection.previous()
        elif not self._inner.previous():
            self.board.layers.go_out()

    def show_first(self) -> None:
        """Go back to the problem."""
        self._go_inside_to(0)

    def show_last(self) -> None:
        """Go to the last line."""
        self._go_inside_to(None)

    def jump_or_next(self) -> None:
        """Go to the step whose number was typed on the board, else open the term that is lit, else go on."""
        number = self.board.take_typed_number()
        if number is None:
            number = self.projection.take_typed_number()
        if number is not None:
            self._go_inside_to(number)
        elif not self.projection.speaker.open_term():
            self.show_next()

    @property
    def _inner(self) -> Session | None:
        """The derivation of a term that the keys step through, while one lies over the board."""
        nested = self.board.layers.nested
        return None if nested is None or self.projection.active else nested.session

    def _go_inside_to(self, position: int | None) -> None:
        if self._inner is None:
            self.projection.go_to(position)
        elif position is None:
            self._inner.last()
        else:
            self._inner.go_to(position)

    def _go_to(self, position: int) -> None:
        """Go to a line that was chosen; the timeline also tells of the line where the session stands already."""
        if position != self._session.position:
            self._session.go_to(position)

    # --- actions: the function ---------------------------------------------------------------------------------------

    def derive(self) -> None:
        """Derive what is typed; when that works the board has the keys."""
        self._start()

        def turn_to_board(derived: bool) -> None:
            if derived:
                self.board.setFocus(Qt.FocusReason.OtherFocusReason)

        self.problem_bar.ask(turn_to_board, self.files.editing)

    def edit_expression(self) -> None:
        """Go to the field of the function and select what is in it."""
        self.problem_bar.expression.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.problem_bar.expression.selectAll()

    def close_all(self) -> None:
        """Close this window and all others of the program, once none of them refuses: then nothing is closed."""
        windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]
        agreed = [window for window in windows if window.isVisible()]
        if all(window.files.may_leave() for window in agreed):
            for window in agreed:
                window.leaving = True
            QApplication.closeAllWindows()

    # --- actions: the view -------------------------------------------------------------------------------------------

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or a window again."""
        if self.projection.toggle_full_screen():
            return
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Cancel what takes long, else leave a message, what lies over the board, projection, the full screen.

        It never leaves the program.
        """
        if self.patience.leave():
            return
        if self.notices.has_keys and self.notices.leave():
            return
        if self.projection.speaker.layers.go_out() or self.projection.leave():
            return
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show which keys do what."""
        self._keys.show(self.projection.front)  # above the window in use, which may fill the screen

    @property
    def _help(self) -> KeysHelp | None:
        return self._keys.last

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            QTimer.singleShot(1, self, self._start)  # not 0: the frame is to reach the screen first

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.share_width()
        self.appearance.follow_width(self.width())

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
        self.recovery.close()
        self.ways_out.close()
        self.settings.close()
        self.player.stop()
        self._prepare_timer.stop()
        self.projection.leave()
        self._behind_timer.stop()
        self.patience.close()
        self.signals.close()
        super().closeEvent(event)
