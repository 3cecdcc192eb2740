"""Pictures of the board: a typical step of ten lessons in every theme; how they are drawn, kept and compared.

    python -m tests.gui.pictures

draws all of them anew into tests/gui/pictures. Look at what changed before committing it. The board is the one of the
window; of its lines the formulas and their marks are kept, one below the other, because words look different where
other fonts are installed.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

import explainer
from explainer.gui.board.board import Board
from explainer.gui.board.line import BoardLine
from explainer.gui.look.theme import Theme, load_theme
from explainer.session import Session
from explainer.typeset import theme_names
from tests.typeset.pictures import MOST_DIFFERENCE, Pixels, difference

FOLDER = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 960, 2400
"""The size of the board: so wide that its letters have their full size, so high that all lines are seen."""
ROOM_PX = 14
MOST_LINES = 3
"""The current line and those before it."""
_COLOURS = 32


class Scene(NamedTuple):
    """A step of a problem of a lesson."""

    lesson: str
    problem: str
    step: int


SCENES = (
    Scene("scalar-rules", "A4", 2),
    Scene("gradient", "B2", 2),
    Scene("jacobian", "C2", 3),
    Scene("elementwise", "D1", 3),
    Scene("scalar-expansion", "E3", 3),
    Scene("reductions", "F3", 3),
    Scene("chain-one-path", "G2", 4),
    Scene("chain-several-paths", "H2", 7),
    Scene("vector-chain-rule", "I1.1", 4),
    Scene("loss", "K1", 2),
)


def file_of(scene: Scene, theme: str) -> Path:
    """Where the picture of a scene is kept."""
    return FOLDER / f"{scene.lesson}-{theme}.png"


def drawn(scene: Scene) -> Iterator[tuple[str, bytes]]:
    """The names of all themes and the picture of the scene in each, as the file that is kept."""
    problem = next(
        problem
        for lesson in explainer.all_lessons()
        if lesson.id == scene.lesson
        for problem in lesson.problems
        if problem.id == scene.problem
    )
    session = Session()
    if not session.open(problem.text, problem.wrt, problem.shapes, problem.method, problem.layout):
        raise ValueError(f"{scene.problem}: {session.error}")
    board = Board(session, nests=False)
    board.resize(WIDTH, HEIGHT)
    for name in theme_names():
        theme = load_theme(name)
        board.set_look(theme, 1.0)
        assert session.trace is not None
        session.trace.step(scene.step)  # all of it, however slow the machine is
        session.go_to(scene.step)
        if session.position != scene.step:
            raise ValueError(f"{scene.problem} has no step {scene.step}")
        board.show_place()
        while not board.fill_a_slice(perf_counter() + 1):
            pass
        lines = [line for k in range(scene.step + 1) if (line := board.line_item(k)) is not None]
        yield name, _file(_image(lines[-MOST_LINES:], theme))
    board.deleteLater()


def _image(lines: list[BoardLine], theme: Theme) -> QImage:
    """Lines of the board without their words, one below the other."""
    heights = [(line.drawing.ascent * line.look.em_px, line.drawing.descent * line.look.em_px) for line in lines]
    image = QImage(WIDTH, ceil(sum(map(sum, heights))) + 2 * ROOM_PX * len(lines), QImage.Format.Format_RGB32)
    image.fill(theme.background)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = 0.0
    for line, (ascent, descent) in zip(lines, heights, strict=True):
        y += ROOM_PX + ascent
        painter.save()
        painter.translate(0.0, y - line.baseline)
        line.paint_formula(painter)
        painter.restore()
        y += descent + ROOM_PX
    painter.end()
    return image


def _file(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    small = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    file = io.BytesIO()
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def channels(file: bytes) -> list[Pixels]:
    """How red, green and blue each pixel of a file is, 0 to 255."""
    pixels = np.asarray(Image.open(io.BytesIO(file)).convert("RGB"), dtype=float)
    return [pixels[:, :, channel] for channel in range(3)]


def differs_by(one: bytes, other: bytes) -> float:
    """How much the most different pixels differ in any colour; more than MOST_DIFFERENCE is seen."""
    return max(difference(first, second) for first, second in zip(channels(one), channels(other), strict=True))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for each in SCENES:
        for theme_name, content in drawn(each):
            file_of(each, theme_name).write_bytes(content)
    total = sum(file.stat().st_size for file in FOLDER.glob("*.png"))
    print(f"{len(SCENES)} scenes in {FOLDER}, {total // 1024} KiB; the limit of a difference is {MOST_DIFFERENCE:.0f}")
