"""The presenter's window: now, next, why, notes, the clock and the timer, and what the audience does not see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explainer.gui.curtain import Curtain
from explainer.gui.lecture.presenter_notes import Notes
from explainer.gui.lecture.presenter_views import NextView, NowView
from explainer.gui.lecture.projection_cover import Blank
from explainer.gui.look.dress import say_own
from explainer.gui.look.flow import nest
from explainer.gui.look.texts import put, tr, worded
from explainer.gui.panels.rule_card import RuleCard
from explainer.gui.relay import PaintInTurn
from explainer.phrases import Phrase, phrase
from explainer.session import Session
from explainer.session.course.stopwatch import clock_text

if TYPE_CHECKING:
    from explainer.gui.actions import ActionSet
    from explainer.gui.lecture.projection import Projection
    from explainer.gui.lecture.projection_window import ProjectionWindow
    from explainer.gui.look.theme import Theme

BUTTONS = (
    ("previous", "Back"), ("next", "Next"), ("black", "Black"), ("white", "White"), ("freeze", "Freeze"),
    ("spotlight", "Spotlight"), ("overview", "Overview"),
    ("class_question", "Question"), ("rule_page", "Rule"), ("figure", "Figure"), ("timer", "Timer"),
    ("timer_reset", "Zero"), ("swap_screens", "Swap"), ("leave", "End"),
)  # fmt: skip
"""Actions of the table that have a button here, each with the word on it."""
_IN_A_ROW = 7
_TICK_MS = 250
_NOTES = 1.25
"""How much larger the letters of the notes are than those around: they are read while one stands and speaks."""
_LEAST_PX = 13
"""The size of the smallest words: they are read while one stands."""
_SHORT_KEY = 3
"""Keys with longer names are not written on the buttons, only in their tool tips."""
_BUTTON_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SCROLL_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class PresenterWindow(QWidget):
    """What the speaker has on the other screen. The keys of the board work anywhere in it.

    `closed` is sent when the user closes it by the means of the desktop.
    """

    closed = Signal()

    def __init__(self, session: Session, projection: Projection, view: ProjectionWindow, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._painting = PaintInTurn(self)
        self.setObjectName("presenter")
        put(self.setWindowTitle, "Presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1200, 760)
        self._session, self._projection, self._view = session, projection, view
        self._theme: Theme | None = None
        self._styled = False
        self._curtain = Curtain(self)
        self.status = QLabel(self)
        self.status.setObjectName("presenter_status")
        self.now = NowView(projection, view, self)
        self.next = NextView(self)
        self.card = RuleCard(session, self, tells_keys=False)  # a clicker or a button goes on here
        self.card.setObjectName("presenter_card")
        self.notes = Notes(self)
        self.place, self.clock, self.timer = QLabel(self), QLabel(self), QLabel(self)
        for label, name in ((self.place, "Step"), (self.clock, "Clock"), (self.timer, "Timer")):
            label.setProperty("role", "presenter_figure")
            put(label.setAccessibleName, name)
        self.buttons: dict[str, QToolButton] = {}
        self._arrange()
        for widget in self.findChildren(QWidget):
            if isinstance(widget, (QAbstractButton, QAbstractScrollArea)):
                widget.installEventFilter(self)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.show_time)

    def _arrange(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(24)
        for title, label, share in (
            ("Step", self.place, 4),
            ("Timer", self.timer, 3),
            ("Clock", self.clock, 3),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(caption := self._caption(title))
            if label is self.place:
                self._place_caption = caption
            if label is self.timer:
                self.timer_caption = caption
            column.addWidget(label)
            nest(figures, column, share)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._caption("Now"))
        left.addWidget(self.now, 5)
        left.addWidget(self._caption("Next"))
        left.addWidget(self.next, 2)
        nest(right, figures)
        right.addSpacing(8)
        self._why = self._caption("Why")
        right.addWidget(self._why)
        right.addWidget(self.card, 3)
        self._notes_caption = self._caption("Notes")
        right.addWidget(self._notes_caption)
        right.addWidget(self.notes, 2)
        right.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))  # with neither
        rows = QGridLayout()
        rows.setSpacing(6)
        for number, (identifier, word) in enumerate(BUTTONS):
            button = QToolButton(self)
            button.setObjectName(f"presenter_{identifier}")
            put(button.setText, word)
            button.setMinimumSize(44, 36)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons[identifier] = button
            rows.addWidget(button, *divmod(number, _IN_A_ROW))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.status, 0, 0, 1, 2)
        nest(grid, left, 1, 0)
        nest(grid, right, 1, 1)
        nest(grid, rows, 2, 0, 1, 2)
        grid.setColumnStretch(0, 8)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(1, 1)

    def _caption(self, text: str) -> QLabel:
        label = worded(QLabel(self), text)
        label.setProperty("role", "caption")
        return label

    def connect_actions(self, actions: ActionSet) -> None:
        """Let the buttons do what the actions of the table do, and say their keys."""
        for identifier, button in self.buttons.items():
            button.clicked.connect(actions.by_id[identifier].trigger)
        self.say_keys()

    def say_keys(self) -> None:
        """Say on the buttons what they do, and with which keys, in the language that is spoken now."""
        from explainer.gui.actions import keys_of, row_of

        for identifier, button in self.buttons.items():
            row = row_of(identifier)
            everywhere, board = keys_of(row)
            key = (board or everywhere)[0]
            if len(key) <= _SHORT_KEY:
                put(button.setText, "{0}  {1}", phrase(dict(BUTTONS)[identifier]), key)
            button.setAccessibleName(row.words)
            button.setToolTip(f"{row.words} ({', '.join((*everywhere, *board))})")

    def set_theme(self, theme: Theme) -> Iterator[None]:
        """Draw in the colours of this theme; while nobody sees it, as soon as somebody does."""
        self._theme = theme
        self._styled = self.isVisible()
        if self._styled:
            yield from self._style(theme)

    def _style(self, theme: Theme) -> Iterator[None]:
        size = self.fontMetrics().height()
        own = f"""
            QWidget#presenter {{ background: {theme.panel.name()}; }}
            QLabel[role="caption"] {{ font-size: {max(_LEAST_PX, round(size * 0.85))}px; }}
            QLabel[role="presenter_figure"] {{ font-size: {round(size * 1.4)}px; font-weight: 600; }}
            QLabel#presenter_status {{ background: {theme.failed.name()}; color: {theme.background.name()};
                font-size: {round(size * 1.15)}px; font-weight: 600; padding: 6px 12px; border-radius: 6px; }}
            QToolButton {{ padding: 4px 6px; }}
        """
        say_own(self, own)
        yield
        self.card.set_theme(theme)
        self.card.refresh()
        yield
        self.notes.set_letters(round(size * _NOTES))
        self.now.set_theme(theme)
        self.next.set_theme(theme)
        self.show_place()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_place(self) -> None:
        """Bring everything to where the run stands."""
        session, projection = self._session, self._projection
        if session.trace is None:
            return
        put(self.place.setText, projection.captions.place)
        put(self.place.setAccessibleName, "Step {0}", projection.captions.place)
        put(self._place_caption.setText, "Where" if projection.run.slides else "Step")
        self.card.show_place()
        self._show_next()
        problem = projection.run.problem
        slide = projection.run.slide
        shown = self.notes.show_for(projection.run.lesson, problem, slide)
        for part in (self._why, self.card):  # a slide without lines has no rule
            part.setVisible(slide is None or slide.is_problem)
        self._notes_caption.setVisible(shown)
        self.notes.setVisible(shown)
        self._show_status()
        self.show_time()
        self.now.update()

    def _show_next(self) -> None:
        from explainer.session.course.notes import problem_notation
        from explainer.session.lines.card import line_notation, wrong_notation

        session, run = self._session, self._projection.run
        step = session.step_at(session.position + 1)
        answer = self._projection.asking.answer_told
        if answer is not None and step is not None:
            self.next.show_next(answer, line_notation(step.after, False, step.touched_after), step.touched_after)
        elif run.on_title and run.slide is not None and not run.slide.is_problem:
            self._show_coming()
        elif run.on_title and session.trace is not None:
            self.next.show_next("The problem", line_notation(session.trace.start, True))
        elif step is not None:
            notation = line_notation(step.after, False, step.touched_after)
            if step.attempt is not None:
                notation = wrong_notation(step, whole=False)
            self.next.show_next(phrase("{0}  {1}", step.number, phrase(step.title)), notation, step.touched_after)
        elif not session.complete:
            self.next.show_next("Deriving …")
        elif run.slides:
            self._show_coming()
        elif run.following is not None:
            self.next.show_next(phrase("Next problem: {0}", run.following.title), problem_notation(run.following))
        else:
            self.next.show_next("End of the lesson" if run.lesson is not None else "The last step")

    def _show_coming(self) -> None:
        """Show which slide comes next; of a problem the function."""
        from explainer.session.course.notes import problem_notation

        run = self._projection.run
        coming = run.coming
        if coming is None:
            self.next.show_next("End of the lesson")
        elif coming.is_problem and run.lesson is not None:
            notation = problem_notation(run.lesson.problems[coming.index])
            self.next.show_next(phrase("Next problem: {0}", coming.heading), notation)
        else:
            draw = partial(self._view.slide_card.picture_of, coming, self._view.stack.size())
            self.next.show_next(
                phrase("Next slide: {0}", coming.spoken() if coming.is_read else coming.heading), draw=draw
            )

    def _show_status(self) -> None:
        """Say what the audience sees where that is not what is shown here."""
        cover, texts = self._view.cover, []
        if cover.blank != Blank.NONE:
            texts.append(tr("The audience sees black." if cover.blank == Blank.BLACK else "The audience sees white."))
        if cover.frozen is not None:
            texts.append(tr("Frozen. The audience still sees: {0}", self._projection.effects.frozen_place))
        if self._projection.captions.hint:
            texts.append(tr(self._projection.captions.hint))
        self.status.setText("   ".join(texts))
        self.status.setVisible(bool(texts))

    def show_time(self) -> None:
        """Show the clock and the timer."""
        stopwatch = self._projection.effects.stopwatch
        self.clock.setText(QTime.currentTime().toString("HH:mm"))
        text = "{0}" if stopwatch.running or not stopwatch.seconds else "{0} (pause)"
        put(self.timer.setText, text, stopwatch.text())
        run = self._projection.run
        if not run.slides:
            put(self.timer_caption.setText, "Timer")
            return
        put(self.timer_caption.setText, plan_words(run.planned[-1], run.behind(stopwatch.seconds)))

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._theme is not None and not self._styled:
            self._styled = True
            self._curtain.change("look", partial(self._style, self._theme))
        self._ticker.start()
        self.show_place()
        self.now.take()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and self._painting.puts_off():
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a focused button and a focused list the keys that they use themselves."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not event.modifiers():
            own = _BUTTON_KEYS if isinstance(watched, QAbstractButton) else _SCROLL_KEYS
            if event.key() in own:
                event.accept()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits count for the projected board, wherever the keys are."""
        if event.text().isdigit():
            self._view.board.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def plan_words(planned: float, behind: float) -> Phrase:
    """How long a talk may take, and how far it is behind that or ahead of it."""
    if abs(behind) < 1:
        return phrase("of {0}", clock_text(planned))
    if behind > 0:
        return phrase("of {0}, {1} behind", clock_text(planned), clock_text(behind))
    return phrase("of {0}, {1} to spare", clock_text(planned), clock_text(-behind))
