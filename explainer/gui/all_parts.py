"""Everything of a window around what it paints first: the panels, and what its actions need.

It is loaded and made when the window has been painted for the first time, or when somebody asks for any of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from explainer.gui.files.file_menu import RecentMenu
from explainer.gui.files.files import Files
from explainer.gui.files.problems import Problems
from explainer.gui.files.recovery import Recovery
from explainer.gui.files.title import Title
from explainer.gui.first_frame import MENUS, FirstFrame
from explainer.gui.following import Following
from explainer.gui.lecture.projection import Projection
from explainer.gui.look.announcer import announce
from explainer.gui.look.motion_choice import MotionChoice
from explainer.gui.look.signs_choice import SignsChoice
from explainer.gui.look.texts import put
from explainer.gui.notices import Notices
from explainer.gui.panels.player import Player
from explainer.gui.panels.tabs import Tabs
from explainer.gui.panels.transport import Transport
from explainer.gui.patience import Patience
from explainer.gui.practice.practising import Practising
from explainer.gui.reading.lesson_faults import LessonFaults
from explainer.gui.reading.lessons_panel import LessonsPanel
from explainer.gui.relay import in_turn
from explainer.gui.settings_choice import SettingsChoice
from explainer.gui.signals import SessionSignals
from explainer.gui.stepping import Stepping
from explainer.gui.ways_out import WaysOut, do
from explainer.phrases import phrase
from explainer.session import Session

if TYPE_CHECKING:
    from explainer.gui.files.exporting import Exporting
    from explainer.gui.files.printing import Printing


class Outside(NamedTuple):
    """What the parts ask of the window: to be ready to derive, to say all anew, to show a file in another one."""

    get_ready: Callable[[], None]
    retell: Callable[[], None]
    show_elsewhere: Callable[[Path], bool]
    new_window: Callable[[Path | None], object]


class AllParts:
    """The parts of a window by their names, those that are painted first among them."""

    def __init__(self, session: Session, first: FirstFrame, window: QMainWindow, outside: Outside) -> None:
        self._session = session
        self.problem_bar, self.board, self.reading = first.problem_bar, first.board, first.reading
        self.messages, self.message = first.messages, first.messages.label
        self.actions_by_row, self.curtain = first.actions, first.curtain
        self.panes, self.appearance = first.panes, first.appearance
        self._make_panels(first, window)
        self.player = Player(session, self.transport, window)
        self.patience = Patience(self.messages, self.give_keys_to_board, window)
        self.signals = SessionSignals(session, window, lambda: self.board.preparing)
        self.projection = Projection(
            session, self.signals, self.board, self.actions_by_row, self.messages, window, self.reading
        )
        self.following = Following(
            session, self.board, self.projection, (self.transport, self.tabs), self.messages, self.problem_bar
        )
        self.stepping = Stepping(self.board, self.projection)
        self.notices = Notices(self.messages, self.give_keys_to_board)
        self.lesson_faults = LessonFaults(self.notices, window)
        self._make_files(window, outside)
        parts = (self.appearance, self.motion, SignsChoice(self.problem_bar, outside.retell), self.panes, self.player)
        self.settings = SettingsChoice(
            session, parts, self.messages, self.problems.editing, self.front, window.isActiveWindow
        )
        self.settings.prepare()
        self._connect(outside.get_ready)
        self.recent = RecentMenu(self.files, self.menus["F&ile"], self.board)
        self.actions_by_row.expect(self._make_actions)
        self.appearance.take(self.projection, (self.lessons, self.transport), self.tabs)

    # --- making ------------------------------------------------------------------------------------------------------

    def _make_panels(self, first: FirstFrame, window: QMainWindow) -> None:
        session = self._session
        self.lessons = LessonsPanel(window)
        self.reading.take(self.lessons)
        self.tabs = Tabs(session, window)
        self.rule_card, self.figures, self.numbers = self.tabs.rule_card, self.tabs.figures, self.tabs.numbers
        self.transport = Transport(session, window)
        self.motion = MotionChoice(self.board, self.actions_by_row)
        first.take_below(self.transport)
        self.panes.take(self.lessons, self.tabs, self.transport.timeline, (self.problem_bar, self.transport))
        QWidget.setTabOrder(self.problem_bar.history_button, self.lessons)  # the board comes after it
        QWidget.setTabOrder(self.lessons, self.board)
        bar = window.menuBar()
        for without_menu in bar.actions():  # those of the first frame
            without_menu.deleteLater()
        bar.clear()
        self.menus = {title: bar.addMenu("") for title in MENUS}
        for title, menu in self.menus.items():
            put(menu.setTitle, title)

    def _make_files(self, window: QMainWindow, outside: Outside) -> None:
        """What of this window goes in and out as files."""
        session, signals, problem_bar = self._session, self.signals, self.problem_bar
        self.problems = Problems(session, signals, problem_bar, self.reading)
        decks = self.projection.decks
        self.title = Title(self.problems, self.actions_by_row, window, decks.file_on_page)
        self.reading.deck_told, decks.changed = decks.told, self.reading.show_way
        self.reading.way_shown.connect(self.title.show)
        self.files = Files(
            self.problems, self.reading, self.messages, outside.show_elsewhere, outside.new_window, window
        )
        self.files.openers[".deck"] = decks.open
        self.files.saved.connect(self._say_saved)
        self.files.lesson_opened.connect(self.lesson_faults.look)
        give_back = self.give_keys_to_board
        self.recovery = Recovery(self.problems, self.files.may_leave, problem_bar, signals, self.messages, give_back)
        self.ways_out = WaysOut(self._make_exporting, self._make_printing, self.front)
        theme, around = self.appearance.theme_now, (problem_bar, self.board, self.transport)
        self.practising = Practising(session, self.reading, theme, self.front, around, signals, self.messages)

    def _make_exporting(self) -> Exporting:
        from explainer.gui.files.exporting import Exporting

        problems, front = self.problems, self.front
        said, decks = (self.messages, self.notices), self.projection.decks
        return Exporting(self._session, self.reading, lambda: problems.file, *said, front, decks)

    def _make_printing(self) -> Printing:
        from explainer.gui.files.printing import Printing

        said, decks = (self.messages, self.notices), self.projection.decks
        return Printing(self._session, self.reading, *said, self.front, decks)

    def _connect(self, get_ready: Callable[[], None]) -> None:
        signals = self.signals
        signals.opened.connect(get_ready)
        signals.opened.connect(self.player.stop)
        self.following.follow(signals)
        signals.previewed.connect(in_turn(self.problem_bar, self.problem_bar.show_preview))
        self.patience.offering.connect(self.projection.tell_waiting)
        self.projection.made.connect(self.motion.take)
        self.projection.made.connect(lambda board: self.appearance.wheel.watch(board))
        signals.opened.connect(self.reading.follow_session)
        signals.moved.connect(self.reading.follow_session)
        self.reading.complained.connect(self.messages.add)
        self.reading.page_turned.connect(self.panes.show_page)
        self.reading.page_turned.connect(self.messages.end_news)
        self.reading.doing_chosen.connect(partial(do, self.files, self.actions_by_row))
        self.rule_card.rule_chosen.connect(self.reading.show_rule)
        self.board.chosen.connect(self._go_to)
        self.board.typed_number.connect(self.transport.show_typed_number)
        self.transport.timeline.chosen.connect(self._go_to)

    def _make_actions(self) -> None:
        """Make what is in the menus, with its keys."""
        self.actions_by_row.make(self.menus)
        self.actions_by_row.by_id["recent"].setMenu(self.recent.menu)
        self.transport.connect_actions(self.actions_by_row)

    # --- what concerns several parts ---------------------------------------------------------------------------------

    def complete(self) -> None:
        """What may come after the first formula: the actions, icons, lessons, and what went wrong with what is kept."""
        from explainer.gui.board.accessible import make_boards_accessible

        self.actions_by_row.make_expected()
        make_boards_accessible()
        self.transport.show_icons()
        self.lessons.fill()
        self.reading.show_marks()
        self.settings.complain()
        self.recovery.look()

    def retold(self) -> Iterator[None]:
        """Say everything in the language that is spoken now, part by part."""
        self.title.show()
        for retell in (
            self.lessons.fill_again, self.reading.retell, self.board.retell, self.problem_bar.retell,
            self.transport.retell, self.tabs.retell, self.projection.retell, self.recovery.retell,
        ):  # fmt: skip
            retell()
            yield

    def close(self) -> None:
        """Stop what goes on; the window closes."""
        for close in (self.recovery.close, self.ways_out.close, self.practising.close, self.settings.close):
            close()
        self.player.stop()
        self.following.close()
        self.projection.leave()
        self.board.forget_lines()  # what is in circles of references is found later, and these are heavy
        self.patience.close()
        self.signals.close()

    def front(self) -> QWidget:
        """The window in use, which may be one of a projection."""
        return self.projection.front

    def give_keys_to_board(self) -> None:
        """Let what is typed go to the board."""
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_saved(self, name: str) -> None:
        announce(self.board, phrase("Saved as {0}.", name))

    def _go_to(self, position: int) -> None:
        """Go to a line that was chosen; the timeline also tells of the line where the session stands already."""
        if position != self._session.position:
            self._session.go_to(position)
