"""Projection with two screens, and on a screen of another scale; each in a program of its own, started for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 800}
PROJECTOR = {"name": "projector", "x": 1280, "y": 0, "width": 1920, "height": 1080}
START = """
import json, sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from explainer.gui.main import create_application
from explainer.gui.main_window import MainWindow
from explainer.gui.lecture.screens import maximize_on
application = create_application()
screens = {screen.name(): screen for screen in application.screens()}
window = MainWindow()
maximize_on(window, screens["laptop"])
window.start()
window.session.finish()
projection = window.projection
def places():
    presenter = projection.presenter
    shown = presenter is not None and presenter.isVisible()
    view = projection.view
    return {
        "audience": view.screen().name() if view is not None and view.isVisible() else None,
        "fills": view.geometry() == view.screen().geometry(),
        "speaker": presenter.screen().name() if shown else None,
        "position": window.session.position,
    }
told = []
"""


def run_with(tmp_path: Path, program: str, screens: list[dict[str, Any]], **environment: str) -> list[Any]:
    """Run a program that appends to `told`, on these screens, and return what it has told."""
    resolution = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"screens": [{**screen, **resolution} for screen in screens]}), encoding="utf-8")
    end = "\nprint(json.dumps(told))\n"
    finished = subprocess.run(
        [sys.executable, "-c", START + program + end],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}", "XDG_CONFIG_HOME": str(tmp_path),
             **environment},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    complaints = [line for line in finished.stderr.splitlines() if "This plugin does not support" not in line]
    assert (finished.returncode, complaints) == (0, [])
    return json.loads(finished.stdout)  # type: ignore[no-any-return]


@pytest.fixture
def two_screens() -> list[dict[str, Any]]:
    return [LAPTOP, PROJECTOR]


def test_the_audience_has_the_other_screen_and_the_choice_is_remembered(
    tmp_path: Path, two_screens: list[dict[str, Any]]
) -> None:
    program = """
projection.start()
told.append(places())
window.stepping.next()
window.stepping.next()
projection.screens.swap()
told.append(places())
projection.leave()
projection.start_here()
told.append(places())
application.screenRemoved.emit(screens["projector"])
told.append(places())
application.screenRemoved.emit(screens["laptop"])
told.append({"audience": projection.active, "window": window.isVisible(), "position": window.session.position})
"""
    first, swapped, again, speaker_gone, projector_gone = run_with(tmp_path, program, two_screens)
    assert first == {"audience": "projector", "fills": True, "speaker": "laptop", "position": 0}
    assert swapped == {"audience": "laptop", "fills": True, "speaker": "projector", "position": 1}
    assert again == swapped
    assert speaker_gone == {**swapped, "speaker": None}
    assert projector_gone == {"audience": False, "window": True, "position": 1}
    following = run_with(tmp_path, "projection.start()\ntold.append(places())\n", two_screens)
    assert following == [{**swapped, "position": 0}]


def test_a_picture_that_is_kept_is_as_sharp_as_the_screen(tmp_path: Path) -> None:
    program = """
from PySide6.QtGui import QImage
window.session.go_to(3)
projection.start_here()
QTest.qWait(400)
view = projection.view
def pixels():
    return view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
live = pixels()
line = view.board.line_item(3)
projection.effects.toggle_freeze()
window.stepping.next()
told.append([live.devicePixelRatio(), live.width() / view.width(), pixels() == live, line.look.em_px >= 20 * 96 / 72])
"""
    screen = {**PROJECTOR, "name": "laptop", "x": 0}
    assert run_with(tmp_path, program, [screen], QT_SCALE_FACTOR="1.5") == [[1.5, 1.5, True, True]]


def test_a_whole_lecture_by_a_clicker_alone_on_two_screens(tmp_path: Path, two_screens: list[dict[str, Any]]) -> None:
    """From F5 on the page of a lesson to its end, with the keys that a clicker sends; then the projector is gone."""
    program = """
from PySide6.QtCore import Qt
from explainer.lessons.library import all_lessons
from explainer.session.course.shelf import lesson_address
lesson = next(one for one in all_lessons() if one.id == "chain-one-path")
window.motion.choose("off")
window.reading.open(lesson_address(lesson))
def click(key):
    QTest.qWait(1)
    front = projection.front
    QTest.keyClick(front.focusWidget() or front, key)
def settle():
    for _ in range(2000):
        if window.session.complete and not window.session.opening:
            return
        QTest.qWait(5)
click(Qt.Key.Key_F5)
run, view = projection.run, projection.view
told.append([places()["audience"], places()["speaker"], run.place, projection.effects.stopwatch.running])
click(Qt.Key.Key_Period)
told.append(view.cover.blank.name)
slides, lines, kinds = [0], 0, {run.slide.kind}
for _ in range(600):
    settle()
    before = run.place
    click(Qt.Key.Key_PageDown)
    if view.caption.title == "End of the lesson":
        break
    if run.place != before:
        slides.append(run.place)
        kinds.add(run.slide.kind)
    else:
        lines += 1
told.append([view.cover.blank.name, slides == list(range(len(run.slides))), len(run.slides), lines > 20, sorted(kinds)])
click(Qt.Key.Key_PageUp)
told.append([run.place, places()["audience"]])
application.screenRemoved.emit(screens["projector"])
QTest.qWait(20)
told.append([projection.active, window.isVisible(), window.reading.lesson_on_page() is not None])
"""
    begun, black, through, back, unplugged = run_with(tmp_path, program, two_screens)
    assert begun == ["projector", "laptop", 0, True]
    assert black == "BLACK"
    assert through[:2] == ["NONE", True]
    assert through[3]
    assert {"title", "problem", "question", "answer", "words"} <= set(through[4])
    assert back == [through[2] - 2, "projector"]
    assert unplugged[:2] == [False, True]
