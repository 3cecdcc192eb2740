"""The main window: puts the panels around the board and does what the actions of the table say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from explainer.gui.actions import ActionSet
from explainer.gui.announcer import announce
from explainer.gui.board import Board
from explainer.gui.dataflow_view import DataflowView
from explainer.gui.icons import application_icon
from explainer.gui.lessons_panel import LessonsPanel
from explainer.gui.problem_bar import ProblemBar
from explainer.gui.rule_card import RuleCard
from explainer.gui.signals import SessionSignals
from explainer.gui.texts import tr
from explainer.gui.theme import load_theme, palette_of, style_sheet, system_theme
from explainer.gui.transport import Transport
from explainer.session import Session
from explainer.session.card import spoken_step
from explainer.session.session import Request

if TYPE_CHECKING:
    from explainer.gui.keys_help import KeysHelp
    from explainer.lessons import Lesson

OPENING_LESSON = "H2"
"""The lesson that the window opens with: short, and it needs the chain rule with more than one path."""
LESSONS_WIDTH = 1100
"""A narrower window hides the lessons, until somebody asks for them."""
WIDE_WIDTH = 1500
"""From this width on the words are larger: such a window is looked at from further away."""
PREPARE_MS = 30
"""How long after a step the next one is made ready; long enough for the screen to be painted first."""
PLAY_PAUSE_MS = 2200
"""How long a line stays while the derivation plays by itself."""
SIZES = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
"""What Ctrl + and Ctrl − choose from."""


class MainWindow(QMainWindow):
    """The window of the program. `opening` is what it opens with; a worked example if nothing is given."""

    def __init__(self, opening: Request | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = Session()
        self._opening = opening
        self._started = False
        self._theme_choice = "system"
        self._zoom = 1.0
        self._help: KeysHelp | None = None
        self._is_wide = False
        self.setWindowTitle(tr("Derivatives, step by step"))
        self.resize(1280, 800)
        self.setMinimumSize(640, 420)
        self._make_panels()
        self._arrange()
        self.actions_by_row = ActionSet(self, self.board)
        self.actions_by_row.fill(self.menuBar())
        self.transport.connect_actions(self.actions_by_row)
        self._play_timer = QTimer(self, interval=PLAY_PAUSE_MS)
        self._play_timer.timeout.connect(self._play_on)
        self._prepare_timer = QTimer(self, interval=PREPARE_MS, singleShot=True)
        self._prepare_timer.timeout.connect(self._prepare_next)
        self.signals = SessionSignals(self._session, self)
        self._connect()
        self._apply_theme()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply_theme)

    # --- the session -------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The session behind the window; from the first time that anybody asks, a derivation is open in it."""
        self._start()
        return self._session

    def _start(self) -> None:
        """Open what the window opens with, once; after the first painting, or when the session is asked for."""
        if self._started:
            return
        self._started = True
        self.setWindowIcon(application_icon())
        self.lessons.fill()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.problem_bar.fill_choosers()
        request = self._opening
        if request is None:
            from explainer.lessons import all_lessons

            self._open_lesson(next(lesson for lesson in all_lessons() if lesson.id == OPENING_LESSON))
        elif not self._session.open(request.text, request.wrt, request.shapes, request.method, request.layout):
            self.problem_bar.take_text(request.text, request.wrt)

    def _open_lesson(self, lesson: Lesson) -> None:
        self._session.open(lesson.text, lesson.wrt, lesson.shapes, lesson.method, lesson.layout)

    # --- building ----------------------------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        session = self._session
        self.problem_bar = ProblemBar(session, self)
        self.lessons = LessonsPanel(self)
        self.board = Board(session, self)
        self.rule_card = RuleCard(session, self)
        self.dataflow = DataflowView(session, self)
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
        self.tabs.addTab(self.rule_card, tr("Why"))
        self.tabs.addTab(self.dataflow, tr("Dataflow"))

    def _arrange(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("splitter")
        self.splitter.setChildrenCollapsible(False)
        for widget, minimum in ((self.lessons, 170), (self.board, 320), (self.tabs, 250)):
            widget.setMinimumWidth(minimum)
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._keep_sizes)
        self._sizes_chosen = False
        self._lessons_chosen = False
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.addWidget(self.splitter)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.problem_bar)
        layout.addWidget(self.message)
        layout.addLayout(middle, 1)
        layout.addWidget(self.transport)
        self.setCentralWidget(centre)
        self.panes: tuple[QWidget, ...] = (
            self.problem_bar.expression, self.lessons, self.board, self.rule_card, self.transport.timeline,
        )  # fmt: skip

    def _connect(self) -> None:
        signals = self.signals
        signals.opened.connect(self._show_opened)
        signals.moved.connect(self._show_moved)
        signals.derived.connect(self._show_derived)
        signals.checked.connect(self._show_checked)
        signals.previewed.connect(self.problem_bar.show_preview)
        signals.failed.connect(self._show_failed)
        self.problem_bar.derive_requested.connect(self.derive)
        self.lessons.chosen.connect(self._open_lesson)
        self.board.chosen.connect(self._go_to)
        self.board.typed_number.connect(self._show_typed_number)
        self.transport.timeline.chosen.connect(self._go_to)

    # --- what the session tells --------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        self.stop_playing()
        self.show_message("")
        self.problem_bar.show_open()
        self.transport.timeline.restart()
        self.dataflow.show_place()
        self._show_place()
        session = self._session
        announce(self.board, tr("Opened: the derivative of {0} with respect to {1}.").format(session.text, session.wrt))

    def _show_moved(self) -> None:
        self._show_place()
        step = self._session.step
        announce(self.board, tr("The problem.") if step is None else spoken_step(step))

    def _show_place(self) -> None:
        self.board.show_place()
        self.transport.show_place()
        self.rule_card.show_place()
        self.dataflow.show_place()
        self._prepare_timer.start()

    def _prepare_next(self) -> None:
        """Have the next step ready before anybody asks for it."""
        self.board.prepare_next()
        self.rule_card.prepare_next()

    def _show_derived(self) -> None:
        self.transport.timeline.grow()
        self.transport.show_place()
        self.rule_card.show_place()
        if self._session.position == self._session.count and self._session.ending:
            self.show_message(self._session.ending)

    def _show_checked(self) -> None:
        self.transport.timeline.refresh_checks()
        self.rule_card.show_check()

    def _show_failed(self) -> None:
        error = self._session.error
        if error is not None:
            self.problem_bar.show_error(error)
            announce(self.problem_bar.expression, error.message)

    def show_message(self, text: str) -> None:
        """Show a message over the board; an empty one takes it away."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        if text:
            announce(self.message, text)

    def _show_typed_number(self, digits: str) -> None:
        self.transport.show_typed_number(digits)

    # --- actions: stepping -------------------------------------------------------------------------------------------

    def show_next(self) -> None:
        """Go to the next line."""
        self.session.next()

    def show_previous(self) -> None:
        """Go back to the line before."""
        self.session.previous()

    def show_first(self) -> None:
        """Go back to the problem."""
        self.session.first()

    def show_last(self) -> None:
        """Go to the last line."""
        self.session.last()

    def jump_or_next(self) -> None:
        """Go to the step whose number was typed on the board, else to the next one."""
        number = self.board.take_typed_number()
        if number is None:
            self.session.next()
        else:
            self.session.go_to(number)

    def _go_to(self, position: int) -> None:
        self._session.go_to(position)

    def toggle_play(self) -> None:
        """Let the derivation go on by itself, or stop that."""
        if self._play_timer.isActive():
            self.stop_playing()
        elif self.session.next():
            self._play_timer.start()
            self.transport.set_playing(True)

    def stop_playing(self) -> None:
        """Let the derivation stand where it is."""
        self._play_timer.stop()
        self.transport.set_playing(False)

    def _play_on(self) -> None:
        if not self._session.next() and self._session.complete:
            self.stop_playing()

    # --- actions: the function ---------------------------------------------------------------------------------------

    def derive(self) -> None:
        """Derive what is typed; when that works the board has the keys."""
        self._start()
        if self.problem_bar.ask():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_expression(self) -> None:
        """Go to the field of the function and select what is in it."""
        self.problem_bar.expression.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.problem_bar.expression.selectAll()

    def copy_text(self) -> None:
        """Copy the current line in the input language."""
        node = self.session.line()
        if node is not None:
            QGuiApplication.clipboard().setText(node.text())
            announce(self.board, tr("Copied."))

    def copy_latex(self) -> None:
        """Copy the current line as LaTeX."""
        from explainer.notation import write

        node = self.session.line()
        if node is not None:
            QGuiApplication.clipboard().setText(write(node, "latex"))
            announce(self.board, tr("Copied as LaTeX."))

    # --- actions: the view -------------------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """Draw everything larger."""
        self._set_zoom(next((size for size in SIZES if size > self._zoom), SIZES[-1]))

    def zoom_out(self) -> None:
        """Draw everything smaller."""
        self._set_zoom(next((size for size in reversed(SIZES) if size < self._zoom), SIZES[0]))

    def zoom_normal(self) -> None:
        """Draw everything in its normal size."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        self._share_width()
        self._apply_theme()

    def choose_theme(self, name: str) -> None:
        """Use the theme of this name from now on; "system" follows the system's light or dark."""
        self._theme_choice = name
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = load_theme(system_theme() if self._theme_choice == "system" else self._theme_choice)
        size = round((15 if self._is_wide else 13) * min(self._zoom, 2.0))
        font = QApplication.font()
        font.setPixelSize(size)
        QApplication.setFont(font)
        QApplication.setPalette(palette_of(theme))
        self.setStyleSheet(style_sheet(theme, size))
        self.problem_bar.refresh()
        for panel in (self.problem_bar, self.lessons, self.transport, self.rule_card, self.dataflow):
            panel.set_theme(theme)
        self.rule_card.refresh()
        self.board.set_zoom(self._zoom)
        self.board.set_theme(theme)
        for name in ("system", "paper", "blackboard", "contrast"):
            chosen = "high-contrast" if name == "contrast" else name
            self.actions_by_row.by_id[f"theme_{name}"].setChecked(chosen == self._theme_choice)
        self.actions_by_row.by_id["toggle_lessons"].setChecked(not self.lessons.isHidden())

    def toggle_lessons(self) -> None:
        """Show or hide the panel with the examples."""
        self._lessons_chosen = True
        self.lessons.setVisible(self.lessons.isHidden())
        self.actions_by_row.by_id["toggle_lessons"].setChecked(not self.lessons.isHidden())

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Leave the full screen; never the program."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)

    def focus_next_pane(self) -> None:
        """Give the keys to the next part of the window."""
        self._focus_pane(1)

    def focus_previous_pane(self) -> None:
        """Give the keys to the part of the window before."""
        self._focus_pane(-1)

    def _focus_pane(self, by: int) -> None:
        panes = [pane for pane in self.panes if pane.isVisible()]
        focused = QApplication.focusWidget()
        inside = [k for k, pane in enumerate(panes) if focused is not None and pane in (focused, *_ancestors(focused))]
        here = inside[0] if inside else -by
        panes[(here + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_keys(self) -> None:
        """Show which keys do what."""
        from explainer.gui.keys_help import KeysHelp

        if self._help is None:
            self._help = KeysHelp(self)
        self._help.show()
        self._help.activateWindow()

    def _share_width(self) -> None:
        """Give the board most of the width; a narrow window has no room for the lessons unless they are asked for."""
        width = self.width()
        if not self._lessons_chosen:
            has_room = width >= LESSONS_WIDTH * max(1.0, self._zoom)
            self.lessons.setVisible(has_room)
            self.actions_by_row.by_id["toggle_lessons"].setChecked(has_room)
        if not self._sizes_chosen:
            left, right = min(280, round(width * 0.19)), max(270, min(460, round(width * 0.265)))
            self.splitter.setSizes([left, width - left - right, right])

    def _keep_sizes(self) -> None:
        self._sizes_chosen = True

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:
            QTimer.singleShot(1, self, self._start)  # not 0: the frame is to reach the screen first

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        if self._is_wide != (self.width() >= WIDE_WIDTH):
            self._is_wide = not self._is_wide
            self._apply_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._play_timer.stop()
        self._prepare_timer.stop()
        self.signals.close()
        super().closeEvent(event)


def _ancestors(widget: QWidget) -> list[QWidget]:
    """The widgets that a widget lies in, the nearest first."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found
