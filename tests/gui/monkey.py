"""Does at random what people do, thousands of times, and tells what broke: `python -m tests.gui.monkey --seed 1`.

A seed decides what is done; what the threads have brought by then is up to the machine. Exceptions, words of Qt, growth
and derivations in the thread of the window are faults. Gaps between two looks of the window at its events are measured
two ways: by the clock, which other programs disturb, and by the processor time of the window's thread.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import importlib
import json
import os
import pkgutil
import random
import shutil
import sys
import tempfile
import threading
import time
import traceback
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import explainer

FURTHER_KEYS = (
    "Escape", "Tab", "Backtab", "Delete", "PgUp", "PgDown", "1", "2", "5", "9", "A", "H", "G", "Shift+N", "Ctrl+A",
    "Ctrl+V", "Ctrl+X", "Shift+Tab", "Alt+Return", "Shift+End",
)  # fmt: skip
"""Keys of fields, lists, dialogs and of nothing; those of all actions are pressed too."""
PIECES = [
    "sin(",
    "cos(",
    "ln(",
    "exp(",
    "tanh(",
    "max(0,",
    "x",
    "y",
    "z",
    "w",
    "b",
    "W",
    "X",
    "a^2",
    "^",
    "+",
    "-",
    "*",
    "/",
    "·",
    "⊗",
    "(",
    ")",
    "[",
    "]",
    ",",
    "1",
    "2",
    "0.5",
    "pi",
    "sum(",
    "norm(",
    "relu(",
    "sigmoid(",
    "where",
    "x:",
    "n",
    "|",
    "‖",
    "'",
    "x_1",
    "x_i",
    "_",
    "dot(",
    "diag(",
    "softmax(",
    "cases(",
    "1/0",
    "$",
    "é",
    "λ",
    "theta",
    "\\frac{1}{x}",
    "np.exp(x)",
    "if",
    "@",
    "=",
    '""',
]
TEXTS = (
    "x^2", "sin(x^3)", "ln(sin(x^3)^2)", "9(x + x^2)", "3x^2 y", "w · x + b", "max(0, w · x + b)", "x ⊗ w", "W x + b",
    "sum(x ⊗ x)", "norm(x)", "softmax(x)", "[3x^2 y, 2x + y^8]", "1/(1 + exp(-x))", "x' A x", "sum((X @ w - y)^2)",
    "(x+1)(x+2)(x+3)(x+4)(x+5)(x+6) sin(x)", " + ".join(f"sin({k} x^{k})" for k in range(1, 25)),
    "sin(" * 30 + "x" + ")" * 30, "max(max(max(x, x^2), x^3), max(x^4, sin(x)))", "x/2^x", "f(x) g(x)", "99", "",
    "sin(", "x +* 2", "1/0", "q w e r t y u i o p", "A @ B @ x", r"\frac{d}{dx} x^2", "np.sum(np.maximum(0, X @ w))",
)  # fmt: skip
VARIABLES = ("x", "w", "X", "y", "b", "x_1", "(x, y)", "", "nothing", "1")
METHODS = ("auto", "operator", "chain", "elements", "trying", "spinning", "late", "late_spinning")
IGNORED = ("This plugin does not support", "Populating font family aliases", "QStandardPaths:")
_MOST_OTHERS = 2
"""So many windows are open beside the one that is played with."""
LOOK_S = 0.012
"""How often the watcher looks where the window's thread is."""
LONG_S = 0.08
"""Gaps of so much work are told of with what was going on."""
_FIRST_USE_S = 0.4
"""So long everything has for what it does when it is first used."""
_UNTIL_PAUSE = 100
"""After so many actions there is a minute in which nothing happens."""
_ROUNDS, _ROUND_S = 6, 0.5
"""So often, and after so long, it is looked whether anything more has gone."""
WARM, MOST_MB = 1000, 20.0
"""After so many actions all has been used once, and from then on no more than so much may be added to the memory."""
LESSON = 'id = "m{0}"\ntitle = "Mine"\nsection = "Of my own"\ngoals = ["See {{x^2}}."]\n'
LESSON += '[[blocks]]\nkind = "problem"\nid = "m{0}-1"\ntitle = "A square"\ntext = "{1}"\nwrt = "x"\n'


@dataclass
class Findings:
    """What a run has found."""

    faults: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    gaps: list[tuple[float, float, str]] = field(default_factory=list)
    memory: list[tuple[int, float, int]] = field(default_factory=list)
    """After so many actions: megabytes, and objects of Qt."""
    stacks: list[tuple[float, str, list[str]]] = field(default_factory=list)
    """For every long gap how much work it was, in what, and where the window's thread was seen in it."""

    def note(self, fault: str, details: str) -> None:
        self.faults[fault] += 1
        self.first.setdefault(fault, details)

    def growth(self, since: int) -> float:
        """The most megabytes by which it has ever been larger than after so many actions."""
        start = next((row for row in self.memory if row[0] >= since), self.memory[-1])
        return max(row[1] for row in self.memory if row[0] >= start[0]) - start[1]


def megabytes() -> float:
    """What is held of the machine's memory."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Watcher:
    """Looks where the window's thread is while it does not look at its events."""

    def __init__(self) -> None:
        self._ident = threading.get_ident()
        self.seen: list[str] = []
        self._over = False
        threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> None:
        self._over = True

    def take(self) -> list[str]:
        seen, self.seen = self.seen, []
        return seen

    def _watch(self) -> None:
        while not self._over:
            time.sleep(LOOK_S)
            frame, places = sys._current_frames().get(self._ident), []
            while frame is not None and len(places) < 14:
                code = frame.f_code
                if "explainer/" in code.co_filename or not places:
                    places.append(f"{code.co_filename.rpartition('explainer/')[2]}:{frame.f_lineno} {code.co_name}")
                frame = frame.f_back
            self.seen.append(" < ".join(places))


class Monkey:
    """Plays with a window. `folder` is where it finds and leaves files."""

    def __init__(self, seed: int, folder: Path, *, watched: bool = False, warm: bool = False) -> None:
        self.watcher = Watcher() if watched else None
        self.warm = warm
        """Whether everything is used once before the first action, so that no first use counts as growth."""
        self.told = False
        """Whether the memory is told of on the way: a run takes minutes."""
        self.quiet_ms = 1000
        """So long the window is left alone before it is looked at what stays."""
        self.random = random.Random(seed)
        self.folder = folder
        self.findings = Findings()
        self.window: Any = None
        self.doing = "start"
        self._beat = (0.0, 0.0)
        self._timer: Any = None
        self._gone: list[weakref.ref[Any]] = []
        self.acted: set[str] = set()
        """The actions that it has chosen."""
        self.opened: set[str] = set()
        """The places that it has opened."""
        self._cards: dict[frozenset[str], list[str]] = {}
        """For each set of names those that have not had their turn."""
        self.single_keys, self.chords = keys_of_actions()
        self.deeds: dict[str, tuple[int, Callable[[], object]]] = {
            name[1:]: (weight, getattr(self, name)) for name, weight in WEIGHTS.items()
        }

    # --- the run -----------------------------------------------------------------------------------------------------

    def run(self, actions: int, every: int = 1000) -> Findings:
        """Do so many things; the memory is looked at after each `every`."""
        from PySide6.QtCore import QTimer

        self._listen()
        derive_on = self._watch_derivations()
        self._make_files()
        self._open_window()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._note_beat)
        self._live(1.5 * self.quiet_ms / 1000)
        self._loaded()
        self._look_for_dialogs()
        if self.warm:
            self._use_everything()
        self._beat = (time.perf_counter(), time.thread_time())
        self._timer.start()
        names, weights = list(self.deeds), [weight for weight, _ in self.deeds.values()]
        try:
            for number in range(1, actions + 1):
                (name,) = self.random.choices(names, weights)
                self._do(name)
                if number % every == 0 or number == actions:
                    self._measure(number)
                elif number % _UNTIL_PAUSE == 0:
                    self._pause()
            if self.findings.growth(WARM) > MOST_MB:
                self.findings.note(f"{self.findings.growth(WARM):.0f} MB more than after {WARM} actions", "")
        finally:
            self._timer.stop()
            self._close()
            derive_on()
        return self.findings

    def _watch_derivations(self) -> Callable[[], None]:
        """Note where the thread of the window derives, which may take a minute; return what ends the watch."""
        from explainer.engine.trace import Trace

        advance = Trace.advance

        def watched(trace: Trace) -> Any:
            if threading.current_thread() is threading.main_thread() and not trace.complete:
                stack = traceback.extract_stack(limit=25)
                if not any(frame.name == "load_engine" for frame in stack):  # which does so before it is needed
                    self.findings.note(
                        f"derived in the thread of the window [{self.doing}]", "".join(traceback.format_list(stack))
                    )
            return advance(trace)

        Trace.advance = watched  # type: ignore[method-assign]
        return lambda: setattr(Trace, "advance", advance)

    def _loaded(self) -> None:
        """The window has loaded what it loads while nothing is to be done; on a busy machine it takes its time."""
        from explainer.gui.main import LATER

        end = time.perf_counter() + 60
        while time.perf_counter() < end and not all(name in sys.modules for name in LATER):
            self._live(0.05)

    def _use_everything(self) -> None:
        """Open every place, read every page, derive every text and choose each choice of every setting."""
        from PySide6.QtWidgets import QApplication, QDialog

        from explainer.lessons import all_lessons
        from explainer.rules import all_rules
        from explainer.session.course.shelf import lesson_address
        from explainer.session.kept.preferences import PREFERENCES
        from explainer.session.kept.settings import user_settings
        from tests.gui.places import PLACES

        reading = self.window.reading
        for name, place in PLACES.items():
            self.doing = f"open {name}"
            place.open(self.window)
            self._live(_FIRST_USE_S)
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, QDialog):
                    dialog.close()
            self.window.projection.leave()
        pages = [partial(reading.open, lesson_address(lesson)) for lesson in all_lessons()]
        for page in (*pages, *(partial(reading.show_rule, rule.id) for rule in all_rules())):
            self.doing = "read everything"
            page()
            self._live(_FIRST_USE_S / 4)
        for text in TEXTS:
            self.doing = f"derive {text}"
            self.window.session.open(text, "x")
            self._live(_FIRST_USE_S / 2)
        for row in PREFERENCES:
            for value in (*(value for value, _ in row.choices()), row.default):
                self.doing = f"setting {row.name} to {value}"
                user_settings().put(row.name, value)
                self._live(_FIRST_USE_S / 2)
        self._collect()

    def _do(self, name: str) -> None:
        from shiboken6 import isValid

        self.doing = name
        self.findings.done[name] += 1
        try:
            self.deeds[name][1]()
        except Exception as error:  # whatever it is, it is a fault
            if isValid(self.window):  # or the window was closed in the middle of it
                self.findings.note(f"{type(error).__name__}: {str(error)[:150]} [{name}]", traceback.format_exc())
        if not isValid(self.window) or not self.window.isVisible():
            self._begin_again()
        for other in [window for window in self._others() if window.isVisible()][_MOST_OTHERS:]:
            self._throw_away(other)  # nobody has dozens of windows open
        self._live(self.random.choice((0.0, 0.001, 0.004, 0.015, 0.05)))

    def _live(self, seconds: float) -> None:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        end = time.perf_counter() + seconds
        while True:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as in every round of a program that runs
            if time.perf_counter() >= end:
                return
            time.sleep(0.001)

    def _note_beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        before, worked = self._beat
        self._beat = (now, work)
        self.findings.gaps.append((now - before, work - worked, self.doing))
        if self.watcher is not None:
            seen = self.watcher.take()
            if work - worked > LONG_S:
                self.findings.stacks.append((work - worked, self.doing, seen))

    def _rest(self) -> None:
        """Leave open what is always open, and be quiet for a while."""
        from PySide6.QtWidgets import QApplication, QDialog

        from explainer.gui.look import one_dialog

        window = self.window
        for other in self._others():
            self._throw_away(other)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):
                dialog.close()
        window.session.cancel()
        window.projection.leave()
        window.showNormal()
        window.resize(1280, 800)
        window.appearance.zoom_normal()
        window.session.open("sin(x + x^2)", "x")
        window.reading.show_board()
        self._live((one_dialog.FORGET_MS + self.quiet_ms) / 1000)

    def _collect(self) -> int:
        """Let go of all that nobody needs any more; return how many objects of Qt are left."""
        from PySide6.QtCore import QCoreApplication, QEvent, QObject
        from PySide6.QtWidgets import QApplication

        from explainer.gui.garbage import let_go_of_all

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        let_go_of_all()  # as the window itself does after a quiet minute
        return sum(1 + len(widget.findChildren(QObject)) for widget in QApplication.topLevelWidgets())

    def _pause(self) -> None:
        """What a window does when nothing has happened for a minute; nobody waits then, so it is no gap.

        People act every few seconds and rest now and then; here hours of that pass in minutes.
        """
        self._timer.stop()
        self._collect()
        self._go_on()

    def _go_on(self) -> None:
        """Look for gaps again."""
        if self.watcher is not None:
            self.watcher.take()
        self._beat = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def _measure(self, number: int) -> None:
        """Look at the memory with a new window, so that like is compared with like.

        A second window, a projection or the practice open at one time and not at another are no growth, nor are the
        panels that a window makes when they are first asked for: with them it holds up to 50 MB more. Nor is what was
        chosen in the settings: another page at the start, a larger size or other words hold some 10 MB more.
        """
        from explainer.session.kept.preferences import PREFERENCES

        self._timer.stop()
        chosen = self._choose({row.name: row.default for row in PREFERENCES})
        self._rest()
        self._collect()
        self._look_for_what_stays()
        old, found = self.window, megabytes()
        self._open_window()
        self._throw_away(old)
        del old  # a name for it would hold all that it was, and measure it
        self._rest()
        for _ in range(_ROUNDS):  # what is let go of lets go of more in turn, and threads end
            objects = self._collect()
            self._live(_ROUND_S)
            if self._collect() == objects:
                break
        self.findings.memory.append((number, megabytes(), objects))
        self._choose(chosen)
        self._go_on()
        if self.told:
            after = "after {:5}: {:7.1f} MB, {} objects".format(*self.findings.memory[-1])
            print(f"{after} with a new window; {found:.1f} MB before", file=sys.stderr, flush=True)

    @staticmethod
    def _choose(values: dict[str, Any]) -> dict[str, Any]:
        """Choose these values in the settings; return what was chosen before."""
        from explainer.session.kept.preferences import value_of
        from explainer.session.kept.settings import user_settings

        before = {name: value_of(user_settings(), name) for name in values}
        for name, value in values.items():
            user_settings().put(name, value)
        return before

    def _look_for_what_stays(self) -> None:
        """A board that is gone and yet kept for long keeps all of the window that it stood in."""
        from shiboken6 import isValid

        from explainer.gui.board.board import Board

        for board in filter(None, (gone() for gone in self._gone)):
            self.findings.note(f"a {type(board).__name__} that is gone stays in memory", "")
        boards = [one for one in gc.get_objects() if issubclass(type(one), Board)]
        self._gone = [weakref.ref(board) for board in boards if not isValid(board)]

    def _listen(self) -> None:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler

        def note(kind: type[BaseException], error: BaseException | None, trace: Any) -> None:
            text = "".join(traceback.format_exception(kind, error, trace))
            self.findings.note(f"{kind.__name__}: {str(error)[:150]}", f"while {self.doing}\n{text}")

        def hear(kind: QtMsgType, context: object, message: str) -> None:
            if kind != QtMsgType.QtDebugMsg and not message.startswith(IGNORED):
                stack = "".join(traceback.format_stack(limit=12))
                self.findings.note(f"Qt: {message[:150]}", f"while {self.doing}\n{stack}")

        sys.excepthook = note
        threading.excepthook = lambda given: note(given.exc_type, given.exc_value, given.exc_traceback)
        sys.unraisablehook = lambda given: note(given.exc_type, given.exc_value, given.exc_traceback)
        self._hear = hear  # or Qt would call what is gone
        qInstallMessageHandler(hear)

    def _open_window(self) -> None:
        from explainer.gui.main import load_beforehand
        from explainer.gui.main_window import MainWindow

        self.window = MainWindow()
        self.window.resize(1280, 800)
        self.window.show()
        load_beforehand(self.window)
        self.window.activateWindow()

    def _begin_again(self) -> None:
        """The window was closed, with all others perhaps: begin with another one, as at the start."""
        from shiboken6 import isValid

        if isValid(self.window):
            self._throw_away(self.window)
        others = [window for window in self._others() if window.isVisible()]
        if others:
            self.window = others[0]
        else:
            self._open_window()
        self._live(0.3)
        self._beat = (time.perf_counter(), time.thread_time())

    def _close(self) -> None:
        self._timer = None
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtWidgets import QApplication

        from explainer.gui.main_window import MainWindow

        self.window = None
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.leaving = True
                window.close()
                window.deleteLater()
        self._live(0.3)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._live(0.1)

    def _make_files(self) -> None:
        from explainer.session.kept.document import Document, save_document
        from explainer.session.session import Request

        for number, text in enumerate(TEXTS[:12]):
            save_document(Document(Request(text, "x"), number), self.folder / f"file{number}.derivation")
        whole = (self.folder / "file1.derivation").read_text()
        (self.folder / "cut.derivation").write_text(whole[: len(whole) // 2])
        (self.folder / "empty.derivation").write_text("")
        (self.folder / "binary.derivation").write_bytes(bytes(range(256)))
        (self.folder / "other.derivation").write_text('{"kind": "something else"}')
        (self.folder / "refused.derivation").write_text(whole.replace("sin(x^3)", "sin("))
        save_document(Document(Request("x^5", "x", {}, "late"), 9), self.folder / "endless.derivation")
        for number, text in enumerate(("x^2", "sin(x^2) x", "sin(")):
            (self.folder / f"lesson{number}.toml").write_text(LESSON.format(number, text))
        (self.folder / "broken.toml").write_text('id = "broken\n')

    # --- dialogs and menus -------------------------------------------------------------------------------------------

    def _look_for_dialogs(self) -> None:
        """A timer for each look: one that comes again would rest while its dialog waits for another one."""
        from PySide6.QtCore import QTimer

        if self.window is not None:
            QTimer.singleShot(40, lambda: self._look_for_dialogs())  # a method by itself would stay in memory each time
            self._answer_dialog()

    def _answer_dialog(self) -> None:
        """Answer whatever waits for an answer: no loop of events of its own may stop the run."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox

        popup = QApplication.activePopupWidget()
        if popup is not None:
            key = self.random.choice((Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return))
            QTest.keyClick(popup, key)
            return
        modal = QApplication.activeModalWidget()
        if isinstance(modal, QFileDialog):
            field = modal.findChild(QLineEdit, "fileNameEdit")
            if field is not None and self.random.random() < 0.6:
                field.setText(str(self._a_file()))
                modal.accept()
            if modal.isVisible():
                modal.reject()
        elif isinstance(modal, QMessageBox):
            self.random.choice(modal.buttons()).click()
        elif isinstance(modal, QDialog):
            (modal.accept if self.random.random() < 0.3 else modal.reject)()
        elif modal is not None:
            modal.close()

    def _a_file(self) -> Path:
        files = sorted(self.folder.iterdir())
        return self.random.choice([*files, self.folder / "new.derivation", self.folder / "nowhere" / "x.derivation"])

    # --- what it does ------------------------------------------------------------------------------------------------

    def _front(self) -> Any:
        from PySide6.QtWidgets import QApplication

        return QApplication.activeModalWidget() or self.window.projection.front

    def _drawn(self, names: Iterable[str]) -> str:
        """One of these at random, none a second time before all have had their turn."""
        cards = self._cards.setdefault(frozenset(names), [])
        if not cards:
            cards.extend(sorted(names))
            self.random.shuffle(cards)
        return cards.pop()

    def _press_key(self) -> None:
        self._press(self._drawn(self.single_keys))

    def _press_chord(self) -> None:
        self._press(self._drawn(self.chords))

    def _press(self, keys: str) -> None:
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        if keys == "?" or keys == "+" or keys == ".":
            self._write(QApplication.focusWidget() or self._front(), keys)
            return
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget() or self._front()
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def _step(self) -> None:
        board = self.window.projection.speaker
        for _ in range(self.random.randrange(1, 6)):
            board.setFocus()
            self._live(0.0)  # keys come one by one, also from somebody who holds one down
            self._press(self.random.choice(("Right", "Right", "Right", "Left", "End", "Home", "Space", "Return")))

    def _type_pieces(self) -> None:

        field = self.window.problem_bar.expression
        field.setFocus()
        if self.random.random() < 0.3:
            field.selectAll()
        for _ in range(self.random.randrange(1, 5)):
            self._write(field, self.random.choice(PIECES))
            self._live(self.random.choice((0.0, 0.002)))
        if self.random.random() < 0.3:
            self._press("Return")

    @staticmethod
    def _write(target: Any, text: str) -> None:
        """Type a text; QTest knows the signs of Latin-1 only."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def _derive(self) -> None:
        bar = self.window.problem_bar
        bar.expression.setText(self.random.choice(TEXTS))
        bar._edited()
        if self.random.random() < 0.5:
            bar.variable.setEditText(self.random.choice(VARIABLES))
        method = self.random.choice(METHODS if self.random.random() < 0.15 else METHODS[:4])
        if bar.method.findData(method) < 0:
            bar.method.add_choice(method, method, method)
        bar.method.setCurrentIndex(bar.method.findData(method))
        self.window.derive()

    def _cancel(self) -> None:
        self.window.session.cancel()
        self.window.leave()

    def _paste(self) -> None:
        from PySide6.QtGui import QGuiApplication

        text = self.random.choice((*TEXTS, "x " * 300, "\\sum_{i=1}^n x_i", "def f(x):\n    return x**2\n", "\0\u202e"))
        QGuiApplication.clipboard().setText(text)
        self.window.problem_bar.expression.setFocus()
        self._press("Ctrl+V")

    def _choose_action(self) -> None:
        actions = self.window.actions_by_row.by_id
        name = self._drawn(actions)
        self.doing = f"action {name}"
        self.acted.add(name)
        actions[name].trigger()

    def _resize(self) -> None:
        size = self.random.randrange(640, 2000), self.random.randrange(480, 1200)
        window = self.random.choice((self.window, self._front()))
        if self.random.random() < 0.2:
            window.showMaximized() if self.random.random() < 0.5 else window.showNormal()
        window.resize(*size)

    def _change_look(self) -> None:
        from explainer.session.kept.preferences import PREFERENCES
        from explainer.session.kept.settings import user_settings

        row = self.random.choice(PREFERENCES)
        value, _ = self.random.choice(list(row.choices()))
        self.doing = f"setting {row.name} to {value}"
        user_settings().put(row.name, value)

    def _read(self) -> None:
        from explainer.lessons import all_lessons
        from explainer.rules import all_rules
        from explainer.session.course.address import Address
        from explainer.session.course.shelf import lesson_address

        where = self.random.random()
        reading = self.window.reading
        if where < 0.5:
            lesson = self.random.choice(all_lessons())
            self.doing = f"read {lesson.id}"
            reading.open(lesson_address(lesson))
        elif where < 0.8:
            reading.show_rule(self.random.choice(all_rules()).id)
        elif where < 0.9:
            self.doing = "read a list"
            reading.open(Address(self.random.choice(("rules", "functions"))))
        else:
            reading.go_back()

    def _open_problem(self) -> None:
        from explainer.lessons import all_problems

        self.window.reading.open_problem(self.random.choice(all_problems()))

    def _turn_tab(self) -> None:
        tabs = self.window.tabs
        tabs.setCurrentIndex(self.random.randrange(tabs.count()))
        self.doing = f"tab {tabs.currentIndex()}"

    def _type_number(self) -> None:

        fields = self.window.numbers._fields
        if fields is None or not fields.fields:
            return
        field = self.random.choice(list(fields.fields.values()))
        field.selectAll()
        self._write(field, self.random.choice(("2", "0.5", "1; 2; 3", "pi", "x", "-1e9", "", "1 2; 3 4", "1/0")))

    def _click(self) -> None:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget
        from shiboken6 import isValid

        front = self._front()
        widgets = [widget for widget in front.findChildren(QWidget) if widget.isVisible() and widget.width() > 4]
        if not widgets:
            return
        widget = self.random.choice(widgets)
        place = QPoint(self.random.randrange(widget.width()), self.random.randrange(max(1, widget.height())))
        self.doing = f"click {type(widget).__name__} {widget.objectName()}"
        if widget.objectName() in ("open_log", "open_export", "show_export", "paper"):
            return
        button = Qt.MouseButton.RightButton if self.random.random() < 0.1 else Qt.MouseButton.LeftButton
        QTest.mouseMove(widget, place)
        if self.random.random() < 0.7 and isValid(widget):  # to move the pointer lets the window do what waited
            QTest.mousePress(widget, button, Qt.KeyboardModifier.NoModifier, place)
            if isValid(widget):  # or a menu was opened, and what it belongs to has gone before it was closed
                QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, place)

    def _project(self) -> None:
        projection = self.window.projection
        what = self.random.random()
        if what < 0.3:
            projection.start()
        elif what < 0.5:
            projection.start_here()
        elif what < 0.7:
            projection.leave()
        elif what < 0.85:
            projection.screens.toggle_presenter()
        else:
            projection.screens.swap()

    def _open_file(self) -> None:
        file = self._a_file()
        self.doing = f"open {file.name}"
        self.window.files.open(file)

    def _save(self) -> None:
        (self.window.files.save if self.random.random() < 0.6 else self.window.files.save_as)()

    def _recover(self) -> None:
        from explainer.session.kept.autosave import Keeper, recovery_folder
        from explainer.session.kept.document import Document
        from explainer.session.session import Request

        recovery = self.window.recovery
        if self.random.random() < 0.5:
            keeper = Keeper(recovery_folder())
            keeper.keep(Document(Request(self.random.choice(TEXTS[:20]), "x"), 2, typed="x +"))
            keeper.wait()
            keeper.leave()
            recovery.look()
        elif recovery.bar is not None and recovery._found:
            self.random.choice((recovery._open, recovery._throw_away, recovery._put_off))()
        else:
            recovery.keep()

    def _show_place(self) -> None:
        from tests.gui.places import PLACES

        name = self._drawn(PLACES)
        self.doing = f"open {name}"
        self.opened.add(name)
        PLACES[name].open(self.window)

    def _close_dialog(self) -> None:
        from PySide6.QtWidgets import QApplication, QDialog

        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        if shown:
            dialog = self.random.choice(shown)
            self.random.choice((dialog.close, dialog.reject, dialog.accept))()

    def _export(self) -> None:
        exporting = self.window.ways_out.exporting
        dialog = exporting.dialog
        if exporting._process is not None:
            if self.random.random() < 0.5:
                exporting._cancel()
            return
        if dialog is None or not dialog.isVisible():
            exporting.show_dialog()
            dialog = exporting.dialog
        dialog.format.setCurrentIndex(self.random.randrange(dialog.format.count()))
        dialog.file.setText(str(self.folder / f"out{self.random.randrange(3)}"))
        if dialog.go.isEnabled() and self.random.random() < 0.2:
            dialog.go.click()

    def _print(self) -> None:
        self.window.ways_out.print()

    def _new_window(self) -> None:
        visible = [one for one in self._others() if one.isVisible()]
        if visible:
            self._throw_away(visible[0])
        else:
            self.window.new_window()

    def _others(self) -> list[Any]:
        from explainer.gui.main_window import MainWindow

        return [window for window in MainWindow.all() if window is not self.window]

    @staticmethod
    def _throw_away(window: Any) -> None:
        window.leaving = True
        window.close()
        window.deleteLater()

    def _drag(self) -> None:
        from PySide6.QtWidgets import QSlider, QSplitter

        splitter = self.window.panes.splitter
        if self.random.random() < 0.5 and isinstance(splitter, QSplitter):
            splitter.setSizes([self.random.randrange(0, 600) for _ in range(splitter.count())])
            return
        sliders = [one for one in self.window.findChildren(QSlider) if one.isVisible()]
        if sliders:
            slider = self.random.choice(sliders)
            slider.setValue(self.random.randrange(slider.minimum(), slider.maximum() + 1))

    def _scroll(self) -> None:
        from PySide6.QtWidgets import QAbstractScrollArea

        areas = [one for one in self._front().findChildren(QAbstractScrollArea) if one.isVisible()]
        if areas:
            bar = self.random.choice(areas).verticalScrollBar()
            bar.setValue(self.random.randrange(bar.minimum(), bar.maximum() + 1))


WEIGHTS = {
    "_press_key": 16, "_press_chord": 9, "_step": 10, "_type_pieces": 7, "_derive": 5, "_cancel": 2, "_paste": 3,
    "_choose_action": 8, "_resize": 3, "_change_look": 4, "_read": 3, "_open_problem": 2, "_turn_tab": 3,
    "_type_number": 1, "_click": 10, "_project": 3, "_open_file": 3, "_save": 2, "_recover": 1, "_show_place": 4,
    "_close_dialog": 3, "_export": 1, "_print": 0.3, "_new_window": 0.3, "_drag": 2, "_scroll": 3,
}  # fmt: skip
"""How often each thing is done, against the others."""


def keys_of_actions() -> tuple[list[str], list[str]]:
    """All keys of the table of actions and some more: those pressed alone, and those with others."""
    from explainer.session.action_table import ACTIONS

    keys = sorted({*FURTHER_KEYS, *(key for row in ACTIONS for key in (*row.keys, *row.board_keys))})
    together = [key for key in keys if "+" in key[:-1] or (len(key) > 1 and key[0] == "F" and key[1:].isdigit())]
    return [key for key in keys if key not in together], together


def put_endless_into_the_table() -> Callable[[], None]:
    """Let derivations that never end be asked for; calling what is returned ends that."""
    import pytest

    from tests.endless import put_into_the_table

    patch = pytest.MonkeyPatch()
    put_into_the_table(patch)
    return patch.undo


def summary(findings: Findings) -> Iterator[str]:
    """What was found, line by line."""
    for what, number in findings.faults.most_common():
        yield f"FAULT {number} x {what}"
        yield findings.first[what]
    yield f"{sum(findings.done.values())} actions, {len(findings.faults)} kinds of faults"
    for number, memory, objects in findings.memory:
        yield f"after {number:5}: {memory:7.1f} MB, {objects} objects"
    yield f"at most {findings.growth(WARM):.1f} MB more than after {WARM} actions"
    for place, name in ((0, "by the clock"), (1, "of work")):
        times = sorted((gap[place] for gap in findings.gaps), reverse=True)
        over = sum(one > 0.1 for one in times)
        worst = sorted(findings.gaps, key=lambda gap: -gap[place])[:25]
        yield f"gaps {name}: worst {1000 * times[0]:.0f} ms, {over} over 100 ms of {len(times)}"
        if place or over:
            yield "   " + "; ".join(f"{1000 * gap[place]:.0f} {gap[2]}" for gap in worst if gap[place] > 0.05)
    for work, doing, seen in sorted(findings.stacks, key=lambda row: -row[0]):
        yield f"{1000 * work:.0f} ms of work in: {doing}"
        for places, times in Counter(seen).most_common(6):
            yield f"   {times} x {places}"


LIBRARIES = (
    "contourpy", "docx", "fontTools.subset", "matplotlib.figure", "mpmath", "PIL.Image", "pptx", "sympy",
)  # fmt: skip


def load_everything() -> None:
    """Import all modules of the program, and the libraries that it loads when they are first needed."""
    for module in pkgutil.walk_packages(explainer.__path__, "explainer."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for library in LIBRARIES:
        importlib.import_module(library)


def make_hasty(monkey: Monkey) -> None:
    """Let nobody wait for what is loaded, or let go of, once nothing has happened for seconds."""
    from explainer.gui import main as starting
    from explainer.gui.look import one_dialog

    starting.LATER_MS, one_dialog.FORGET_MS, monkey.quiet_ms = 50, 100, 300


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--loaded", action="store_true", help="use everything once beforehand: what a first use loads is no growth"
    )
    parser.add_argument("--watch", action="store_true", help="tell where the window's thread was in long gaps")
    parser.add_argument(
        "--hasty", action="store_true", help="what the window does after seconds of quiet it does after a moment"
    )
    parser.add_argument("--patience", type=float, default=3600, help="seconds until the run is taken for hung")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(tempfile.mkdtemp(prefix="explainer-monkey-"))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())
    os.environ["MPLCONFIGDIR"] = str(folder / "matplotlib")
    from PySide6.QtGui import QDesktopServices

    from explainer.gui.main import create_application

    QDesktopServices.openUrl = lambda url: True  # type: ignore[assignment,method-assign]
    create_application()
    if options.loaded:
        load_everything()
    faulthandler.dump_traceback_later(options.patience, exit=True)
    put_endless_into_the_table()
    (folder / "files").mkdir()
    monkey = Monkey(options.seed, folder / "files", watched=options.watch, warm=options.loaded)
    monkey.told = True
    if options.hasty:
        make_hasty(monkey)
    findings = monkey.run(options.actions)
    print(f"seed {options.seed}", *summary(findings), sep="\n")
    if options.json is not None:
        options.json.write_text(json.dumps({"gaps": findings.gaps, "memory": findings.memory}))
    shutil.rmtree(folder, ignore_errors=True)
    return bool(findings.faults)


if __name__ == "__main__":
    sys.exit(main())
