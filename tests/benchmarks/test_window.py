"""The window: its start against a bare one, and the time from a key to the painted step."""

from __future__ import annotations

import resource
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from time import perf_counter, sleep, thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from tests.benchmarks.measuring import percentile, run_program

BARE = dedent(
    """
    import os
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event):
            QTimer.singleShot(0, lambda: os._exit(0))
            super().paintEvent(event)

    application = QApplication([])
    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()
    """
)

# As the program starts: its own modules come first, which keep what PySide would compile at every start.
OURS = dedent(
    """
    import os
    from explainer.gui.main import create_application
    from explainer.gui.main_window import MainWindow
    from PySide6.QtCore import QTimer

    class Window(MainWindow):
        def paintEvent(self, event):
            QTimer.singleShot(0, lambda: os._exit(0))
            super().paintEvent(event)

    application = create_application()
    window = Window()
    window.show()
    application.exec()
    """
)

WITH_STEP = dedent(
    """
    import os
    from explainer.gui.main import create_application
    from explainer.gui.main_window import MainWindow

    application = create_application()
    window = MainWindow()
    window.show()
    application.processEvents()
    window.start()
    assert window.session.next()
    while window.session.position != 1:
        application.processEvents()
    window.board.viewport().repaint()
    os._exit(0)
    """
)

WARM = WITH_STEP.replace(
    "os._exit(0)",
    "from explainer.byte_code import keep_modules; keep_modules()\n"
    "from explainer.kept_pieces import keep_pieces; keep_pieces()\nos._exit(0)",
)


def test_the_start_of_the_window(figures, tmp_path):
    cache = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    run_program(WARM, **cache)  # so that all is warm: byte code, which the program keeps when it is idle, files, leaves
    rounds = figures.rounds(7)
    # One after the other in turn, so that what else the machine does falls on all three alike.
    times = [[run_program(program, **cache)[0] for program in (BARE, OURS, WITH_STEP)] for _ in range(rounds)]
    bare, ours, with_step = (min(column) for column in zip(*times, strict=True))
    figures.enter("process start to window", ours, over=bare, reference="a bare window", budget="at most 1.5 x")
    figures.enter(
        "process start to the first step on screen",
        with_step,
        over=bare,
        reference="a bare window",
        budget="at most 2.5 x",
    )


PAUSES_MS = {"one key at a time": 90, "a key held down": 33}
"""How long after a key the next one comes."""
SIZES = {"1280 × 800": (1280, 800), "4K": (3840, 2160)}
IDLE_S, IDLE_LOOKS = 0.0015, 3
"""Where one look at the events after the other takes no longer than this, nothing is to be done."""


def rest(window, pause_ms):
    """Leave the window as much of the processor as it has in a pause on a machine that does nothing else."""
    until, looks = thread_time() + pause_ms / 1000, 0
    while looks < IDLE_LOOKS and thread_time() < until:
        began = thread_time()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
        busy = window.board.preparing or window.signals.working or thread_time() - began > IDLE_S
        looks = 0 if busy else looks + 1
        sleep(0.002)


def bare_repaint(window):
    """How long it takes to paint what the board shows once more."""
    times = []
    for _ in range(15):
        began = thread_time()
        window.board.viewport().repaint()
        times.append(thread_time() - began)
    return percentile(times, 0.5)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("manner", PAUSES_MS)
def test_from_the_key_to_the_painted_step(figures, qtbot, manner, size):
    from explainer.gui.main_window import MainWindow
    from explainer.lessons import all_problems

    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(*SIZES[size])
    with qtbot.waitExposed(window):
        window.show()
    times, saved = [], []
    lessons = all_problems() if figures.measuring else all_problems()[:2]
    for lesson in lessons:
        assert window.session.open(lesson.text, lesson.wrt, dict(lesson.shapes), lesson.method, lesson.layout)
        rest(window, PAUSES_MS[manner])
        while (seconds := _seconds_of_a_step(qtbot, window)) is not None:
            times.append(seconds)
            if figures.measuring and manner == "one key at a time" and size == "1280 × 800":
                saved.append((seconds, seconds_to_save(window.session.step.latex)))
            if figures.measuring:
                rest(window, PAUSES_MS[manner])
    assert times
    bare = bare_repaint(window)
    name = f"key to painted step, {manner}, {size}, {len(times)} steps of {len(lessons)} lessons"
    for words, share, budget in (("median", 0.5, ""), ("99th percentile", 0.99, "under 16 ms")):
        figures.enter(f"{name}, {words}", percentile(times, share), over=bare, reference="a repaint", budget=budget)
    both = [pair for pair in saved if pair[1] is not None]
    if both:
        ours, theirs = (percentile(list(column), 0.5) for column in zip(*both, strict=True))
        what = f"key to painted step, median of {len(both)} lines without matrices"
        figures.enter(what, ours, over=theirs, reference="savefig of the same line", budget="")


def test_a_frame_of_terms_in_motion(figures, qtbot):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPixmap

    from explainer.gui.main_window import MainWindow
    from explainer.lessons import all_problems

    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    frames, beginnings = [], []
    for lesson in all_problems() if figures.measuring else all_problems()[:2]:
        assert window.session.open(lesson.text, lesson.wrt, dict(lesson.shapes), lesson.method, lesson.layout)
        window.motion.choose("slow")
        rest(window, PAUSES_MS["one key at a time"])
        while (seconds := _seconds_of_a_step(qtbot, window)) is not None:
            motion, board = window.board.motions.motion, window.board
            if motion is not None:
                beginnings.append(seconds)
                image = QPixmap(board.viewport().size())
                painter = QPainter(image)
                for share in range(1, 10):
                    began = perf_counter()
                    motion.paint(painter, QRectF(board.viewport().rect()), share / 10)
                    frames.append(perf_counter() - began)
                painter.end()
            board.finish_motion()
            if figures.measuring:
                rest(window, PAUSES_MS["one key at a time"])
    assert frames
    name = f"a frame of motion, {len(frames)} frames of {len(beginnings)} steps"
    figures.enter(f"{name}, median", percentile(frames, 0.5), budget="")
    figures.enter(f"{name}, 99th percentile", percentile(frames, 0.99), budget="at most 4 ms")
    figures.enter("key to the first frame of motion, median", percentile(beginnings, 0.5), budget="")
    figures.enter("key to the first frame of motion, 99th percentile", percentile(beginnings, 0.99), budget="")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells the memory in this file")
def test_the_memory_of_many_steps(figures, qtbot):
    from explainer.gui.main_window import MainWindow

    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    session = window.session
    assert session.open("w ⊗ x", "w", {"w": "n", "x": "n"}, method="elements")
    session.finish()
    most = 10_000 if figures.measuring else 40
    there_and_back(session, most // 10)
    before = resident_mebibytes()
    there_and_back(session, most)
    growth = resident_mebibytes() - before
    figures.enter_value(f"memory that {most} steps there and back take", f"{growth:.1f} MiB",
                        ratio=f"{growth / before:.3f} x all of it ({before:.0f} MiB)", budget="none")  # fmt: skip


def there_and_back(session, steps):
    """Go so many steps, to the last line and back to the first again and again, each painted."""
    way = 1
    for _ in range(steps):
        if not (session.next() if way > 0 else session.previous()):
            way = -way
            assert session.next() if way > 0 else session.previous()
        QCoreApplication.processEvents()


def resident_mebibytes():
    """The memory that this process has now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


class Paints(QObject):
    """Looks whether a widget is painted."""

    seen = False

    def eventFilter(self, watched, event):
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def _seconds_of_a_step(qtbot, window):
    """How much of the processor the next step takes from the key until it is painted; None at the end.

    By the clock a busy machine adds the time of all its other programs.
    """
    before, viewport, paints = window.session.position, window.board.viewport(), Paints()
    viewport.installEventFilter(paints)
    began = thread_time()
    qtbot.keyClick(window.board, Qt.Key.Key_Right)
    # Layout and painting are posted events; timers, which derive, check and prepare further steps, are not.
    QCoreApplication.sendPostedEvents()
    if not paints.seen:
        viewport.repaint()  # a window that is larger than the screen which nobody sees is not always told to
    seconds = thread_time() - began
    viewport.removeEventFilter(paints)
    return seconds if window.session.position != before else None


def seconds_to_save(latex):
    """How long matplotlib takes to save a line as a picture; None for what its own TeX does not know, as matrices."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, 2))
    figure.text(0.1, 0.5, f"${latex}$", fontsize=20)
    began = perf_counter()
    try:
        figure.savefig(BytesIO(), format="png")
    except ValueError:
        return None
    return perf_counter() - began
