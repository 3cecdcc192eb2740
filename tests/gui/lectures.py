"""Pictures of what an audience and a reader see: projection, slides, start page, lesson, card, in every theme.

    python -m tests.gui.lectures

draws all of them anew into tests/gui/lectures. Look at what changed before committing it. Words are drawn with letters
that come with a library of the program, and everything is kept a quarter as large, so that it looks alike everywhere.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, perf_counter, sleep

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from explainer.gui.lecture.projection_window import ProjectionWindow
from explainer.gui.main_window import MainWindow
from explainer.lessons.library import all_lessons, all_problems
from explainer.session.course.lesson_run import request_of
from explainer.session.course.shelf import lesson_address
from tests.gui.waiting import change_seen

FOLDER = Path(__file__).parent / "lectures"
HD, FOUR_K = (1920, 1080), (3840, 2160)
WIDTH = 480
"""So wide are the pictures that are kept."""
LONG = "sin(x^2) cos(x^3) + ln(x^2+1) e^(3x) + x^9 + 2x^8 + 3x^7 + 4x^6 + 5x^5 + 6x^4 + 7x^3 + 8x^2"
"""A function whose derivation has more than thirty lines."""
LINES = (14, 30)
SIZES = {"4k": (FOUR_K, 1.0), "175": (HD, 1.75), "300": (HD, 3.0)}
SCENES = ("line-14", "line-30", "deck-title", "question", "figure", "start", "lesson", "card")
"""What is drawn in every theme; line 30 in the other sizes only in the first one."""
_LONGEST_S = 120.0
_COLOURS = 64


def file_of(name: str, theme: str) -> Path:
    """Where a picture is kept."""
    return FOLDER / f"{name}-{theme}.png"


def same_letters() -> QFont:
    """The letters of words in these pictures."""
    import matplotlib

    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(folder / name))
    font = QFont("DejaVu Sans")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def wait(seen: Callable[[], bool]) -> None:
    """Let the window work until something is there."""
    end = monotonic() + _LONGEST_S
    while not seen():
        if monotonic() > end:
            raise TimeoutError("what is to be drawn never comes")
        QApplication.processEvents()
        sleep(0.001)  # else it takes the processor from what it waits for


def drawn(window: MainWindow, theme: str, *, all_sizes: bool) -> Iterator[tuple[str, bytes]]:
    """The names of the scenes and their pictures, as files."""
    window.motion.choose("off")
    window.appearance.choose_theme(theme)
    window.resize(1280, 800)
    change_seen(window)
    yield from _lines(window, all_sizes=all_sizes)
    yield from _deck(window)
    yield from _pages(window)


def _lines(window: MainWindow, *, all_sizes: bool) -> Iterator[tuple[str, bytes]]:
    session = window.session
    if not session.open(LONG, "x", method="operator"):
        raise ValueError(str(session.error))
    wait(lambda: session.complete and not window.signals.working)
    if session.count < max(LINES):
        raise ValueError(f"{session.count} lines are too few")
    window.projection.start_here()
    view = window.projection.view
    assert view is not None
    window.projection.screens.toggle_full_screen()
    for line in LINES:
        yield f"line-{line}", _projected(window, view, line, HD, 1.0)
    for name, (size, zoom) in SIZES.items() if all_sizes else ():
        yield f"line-30-{name}", _projected(window, view, 30, size, zoom)
    window.appearance.zoom = 1.0
    window.appearance.apply()
    change_seen(window)
    window.projection.leave()


def _projected(window: MainWindow, view: ProjectionWindow, line: int, size: tuple[int, int], zoom: float) -> bytes:
    view.resize(*size)
    if window.appearance.zoom != zoom:
        window.appearance.zoom = zoom
        window.appearance.apply()
        change_seen(window)
    window.session.go_to(line)
    wait(lambda: view.board.fill_a_slice(perf_counter() + 1))
    view.board.prepare_next()  # what lies ahead decides on the size
    wait(lambda: not view.board.preparing)
    view.board.show_place()
    return picture_of(view)


def _deck(window: MainWindow) -> Iterator[tuple[str, bytes]]:
    """A title, a question and a figure of a lesson's deck."""
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "chain-one-path")
    window.reading.open(lesson_address(lesson))
    window.projection.start()
    view, run = window.projection.view, window.projection.run
    assert view is not None
    window.projection.screens.toggle_full_screen()
    view.resize(*HD)
    wanted = {"title": "deck-title", "question": "question", "figure": "figure"}
    for slide in run.slides:
        name = wanted.pop("figure" if slide.draw is not None else slide.kind, "")
        if name:
            view.show_slide(slide)
            yield name, picture_of(view)
    window.projection.leave()
    wait(lambda: not window.session.opening)


def _pages(window: MainWindow) -> Iterator[tuple[str, bytes]]:
    lesson = next(lesson for lesson in all_lessons() if lesson.id == "vector-chain-rule")
    for name, show in (
        ("start", window.reading.show_start),
        ("lesson", lambda: window.reading.open(lesson_address(lesson))),
    ):
        show()
        view = window.reading.view
        assert view is not None
        wait(lambda view=view: view.body is not None and not view.body.working)  # type: ignore[misc]
        yield name, picture_of(view)
    window.reading.go_to_board()
    problem = next(problem for problem in all_problems() if problem.id == "I1.1")
    window.session.open(*request_of(problem))
    wait(lambda: window.session.complete and not window.signals.working)
    step = next(step for step in range(1, window.session.count + 1)
                if str(window.session.step_at(step).rule) == "chain-vector")  # type: ignore[union-attr]  # fmt: skip
    window.session.go_to(step)
    window.tabs.setCurrentWidget(window.rule_card)
    wait(lambda: not window.rule_card._settling.isActive())
    yield "card", picture_of(window.rule_card)


def picture_of(widget: QWidget) -> bytes:
    """A widget as the file that is kept."""
    QApplication.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().toImage().save(buffer, "PPM")  # type: ignore[call-overload]
    image = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    width = min(WIDTH, image.width)
    small = image.resize((width, round(image.height * width / image.width)), Image.Resampling.BOX)
    file = io.BytesIO()
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tempfile import mkdtemp

    for place in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[place] = mkdtemp()
    from explainer.gui.main import create_application
    from explainer.typeset import theme_names

    application = create_application()
    application.setFont(same_letters())
    made = MainWindow()
    made.show()
    made.start()
    wait(lambda: made.session.trace is not None)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for number, each in enumerate(theme_names()):
        for scene, content in drawn(made, each, all_sizes=number == 0):
            file_of(scene, each).write_bytes(content)
    total = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures in {FOLDER}, {total // 1024} KiB")
    sys.stdout.flush()
    os._exit(0)  # no window asks whether it may go
