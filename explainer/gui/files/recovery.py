"""Work that is in no file: kept while somebody types and derives, and offered back in a bar over the board.

It is offered after a crash, and after a window was closed with it: closing asks nothing, as nothing is lost by it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from explainer.gui.files.problems import Problems
from explainer.gui.look.announcer import announce
from explainer.gui.look.spoken_language import language
from explainer.gui.look.texts import put, worded
from explainer.gui.messages import Messages
from explainer.gui.problem.problem_bar import ProblemBar
from explainer.gui.relay import once
from explainer.gui.signals import SessionSignals
from explainer.phrases import joined, phrase
from explainer.session.undoing import State

if TYPE_CHECKING:
    from explainer.session.kept.autosave import Keeper, LeftBehind
    from explainer.session.kept.document import FileError

KEEP_MS = 2000
"""How long after a change it is kept; changes meanwhile come with it, so that nothing older than this is lost."""
LOOK_MS = 250
"""How often one looks whether what is being written has arrived."""


class Recovery:
    """Keeps the work of a window that is in no file, and offers what another one left behind."""

    def __init__(
        self,
        problems: Problems,
        may_leave: Callable[[], bool],
        problem_bar: ProblemBar,
        signals: SessionSignals,
        messages: Messages,
        give_keys_back: Callable[[], object],
    ) -> None:
        self._problems = problems
        self._may_leave = may_leave
        self._problem_bar = problem_bar
        self._messages = messages
        self._give_keys_back = give_keys_back
        self._keeper: Keeper | None = None
        self._found: list[LeftBehind] = []
        self._failed = False
        self.bar: RecoveryBar | None = None
        self._timer = once(problem_bar, KEEP_MS, self.keep)
        self._looking = once(problem_bar, LOOK_MS, self._look_at_keeper)
        for signal in (signals.opened, signals.moved, problem_bar.expression.textChanged):
            signal.connect(self._start)

    def _start(self) -> None:
        if not self._timer.isActive():  # not anew with every key, or steady typing would never be kept
            self._timer.start()

    def keep(self) -> None:
        """Keep what is in no file; where all is saved nothing is kept."""
        from explainer.errors import ExplainerError

        if not self._problems.modified:
            if self._keeper is not None:
                self._keeper.let_go()
            return
        try:
            if self._keeper is None:
                from explainer.session.kept.autosave import Keeper, recovery_folder

                self._keeper = Keeper(recovery_folder())
            self._keeper.keep(self._problems.document())
        except (ExplainerError, OSError) as error:
            self._complain(str(error))
        else:
            self._looking.start()

    def _look_at_keeper(self) -> None:
        """See whether what was to be kept has been written."""
        keeper = self._keeper
        if keeper is None:
            return
        if keeper.writing:
            self._looking.start()
        elif error := keeper.take_error():
            self._complain(error)
        else:
            self._failed = False

    def _complain(self, error: str) -> None:
        if not self._failed:  # once: the next try comes with the next change
            self._messages.show(phrase("What is not saved would be lost in a crash: {0}.", error))
        self._failed = True

    def close(self) -> None:
        """The window ends as it should: work that is in no file stays for the next start, as does what was offered."""
        problems = self._problems
        self._timer.stop()
        self._looking.stop()
        if problems.file is None and problems.has_own_work:
            self.keep()
        elif self._keeper is not None:
            self._keeper.let_go()  # it is saved, or was given up when the window asked
        if self._keeper is not None:
            self._keeper.leave()
        for work in self._found:
            work.leave()
        self._found = []

    # --- what was left behind ----------------------------------------------------------------------------------------

    def look(self) -> None:
        """Offer what was left behind, if anything was."""
        from explainer.session.kept.autosave import left_behind, recovery_folder

        found, complaints = left_behind(recovery_folder())
        self._found = list(found)
        if complaints:
            self._messages.add(joined("\n", complaints))
        self._offer()

    def retell(self) -> None:
        """Say the date of what is offered as the language that is spoken now writes it."""
        if self.bar is not None and self._found:
            self.bar.show_work(self._found[0], len(self._found))

    def _offer(self) -> None:
        if not self._found:
            if self.bar is not None:
                self.bar.hide()
            return
        if self.bar is None:
            self.bar = RecoveryBar()
            self._messages.add_bar(self.bar)
            self.bar.opened.connect(self._open)
            self.bar.refused.connect(self._throw_away)
            self.bar.put_off.connect(self._put_off)
        self.bar.show_work(self._found[0], len(self._found))

    def _open(self) -> None:
        """Open the work here; what was open before comes back with undo."""
        work = self._found[0]
        document = work.document
        if not self._may_leave():
            return

        def take(error: FileError | None) -> None:
            if work not in self._found:
                return  # it was thrown away, or put off, while it was being derived
            if error is not None:
                self._problem_bar.take_text(document.typed or document.request.text, document.request.wrt)
                self._messages.show(error.message)
            self.keep()  # ours now, before the other copy goes
            if self._keeper is not None:
                self._keeper.wait()
                self._look_at_keeper()
            if not self._failed:
                self._found.remove(work)
                work.throw_away()
            self._offer()

        state = State(document.request, None, State().request)
        self._problems.show_document(document, state, phrase("The work"), take)

    def _throw_away(self) -> None:
        self._found.pop(0).throw_away()
        self._offer()
        self._give_keys_back()

    def _put_off(self) -> None:
        for work in self._found:
            work.leave()
        self._found = []
        self._offer()
        self._give_keys_back()


class RecoveryBar(QWidget):
    """What was left behind, in a sentence, and three ways to go on."""

    opened = Signal()
    refused = Signal()
    put_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recovery")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for name, text, spoken, signal in (
            ("recover", "Open it", "Open the unsaved work", self.opened),
            ("refuse", "Discard it", "Discard the unsaved work", self.refused),
            ("put_off", "Later", "Ask again at the next start", self.put_off),
        ):
            button = worded(QPushButton(self), text)
            button.setObjectName(name)
            put(button.setAccessibleName, spoken)
            button.clicked.connect(signal)
            layout.addWidget(button)

    def show_work(self, work: LeftBehind, count: int) -> None:
        """Offer this work, the first of so many."""
        from PySide6.QtCore import QDateTime, QLocale

        document = work.document
        text = document.typed if document.typed is not None else document.request.text
        when = language().locale.toString(
            QDateTime.fromSecsSinceEpoch(int(work.when.timestamp())), QLocale.FormatType.ShortFormat
        )
        ended = "The program ended before this was saved, on {0}: {1}"
        closed = "This was in no file when its window was closed, on {0}: {1}"
        sentence = phrase(ended if work.crashed else closed, when, _short(text))
        if count > 1:
            sentence += phrase(" ({0} more)", count - 1)
        put(self.words.setText, sentence)
        self.show()
        announce(self.words, sentence)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
