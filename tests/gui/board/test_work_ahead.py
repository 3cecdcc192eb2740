"""What is made in the pauses between two keys, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time
from typing import Any

import numpy
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from explainer.gui.board import line, line_images
from explainer.gui.board.board import Board
from explainer.gui.board.line_images import BOARDS, MOST_BYTES, LineImages
from explainer.gui.formulas import glyph_images, pictures
from explainer.gui.main_window import MainWindow
from explainer.language import parse_expression
from explainer.notation import write_notation
from explainer.typeset.picture import Picture

LONGEST_MS = 60_000
ROUNDING = 3
"""By so much, of 255, a pixel may differ that is laid over another one in two ways."""

PROBLEMS = [
    ("sin(x^2) ln(x)", "x", "operator"),
    ("1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) where w: 3, N = 4", "w", "auto"),
    ("norm(tanh(X @ W) - Y)^2", "W", "auto"),
    ("w ⊗ x", "w", "elements"),
]


def made_by(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typeset and which images are made from now on."""
    made: list[str] = []

    def noted(module: Any, name: str) -> None:
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given: made.append(name) or real(*given))

    noted(pictures, "_typeset")
    noted(line_images, "blank")
    noted(line, "paint_pixels")
    return made


@pytest.mark.parametrize(("text", "wrt", "method"), PROBLEMS)
def test_a_key_after_a_pause_typesets_and_draws_no_line(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, text: str, wrt: str, method: str
) -> None:
    window.motion.choose("off")
    assert window.session.open(text, wrt, method=method)
    window.session.finish()
    made, prepared, steps = made_by(monkeypatch), window.following._prepare, 0
    while window.session.position < window.session.count:
        qtbot.waitUntil(lambda: not window.board.preparing and not prepared.isActive(), timeout=LONGEST_MS)
        made.clear()
        qtbot.keyClick(window.board, Qt.Key.Key_Right)
        window.board.viewport().repaint()
        assert not made, (window.session.position, made)
        steps += 1
    assert steps > 2


def test_after_a_long_rest_the_next_key_typesets_and_draws_no_line_either(
    qtbot: QtBot, window: MainWindow, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.motion.choose("off")
    assert window.session.open(*PROBLEMS[1][:2])
    window.session.finish()
    settled()
    tidying, prepared = window.following._tidying, window.following._prepare
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.board.preparing and not prepared.isActive(), timeout=LONGEST_MS)
        assert pictures._drawings
        tidying._worked_s = thread_time()  # a pause ago
        tidying._tidy_all()
        assert not pictures._drawings
        qtbot.waitUntil(lambda: not window.board.preparing and not prepared.isActive(), timeout=LONGEST_MS)
        made = made_by(monkeypatch)
        qtbot.keyClick(window.board, Qt.Key.Key_Right)
        window.board.viewport().repaint()
        assert not made, (window.session.position, made)


def late_px(board: Board) -> int:
    """How many pixels of the lines that are seen have no image yet."""
    top = board.mapToScene(0, 0).y()
    seen = board._lines.between(top, top + board.viewport().height())
    return sum(line.late_px(board.devicePixelRatioF()) for line in seen)


def test_a_line_that_is_not_drawn_yet_looks_like_its_image(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.motion.choose("off")
    assert window.session.open(*PROBLEMS[1][:2])
    window.session.finish()
    assert window.session.go_to(4)
    board = window.board
    qtbot.waitUntil(lambda: late_px(board) == 0, timeout=LONGEST_MS)
    made = made_by(monkeypatch)
    by_images = board.viewport().grab().toImage()
    assert not made
    board._lines.images.clear()
    by_letters = board.viewport().grab().toImage()
    assert "paint_pixels" in made
    assert "blank" not in made
    first, second = (numpy.frombuffer(image.constBits(), numpy.uint8).astype(int) for image in (by_images, by_letters))
    assert numpy.abs(first - second).max() <= ROUNDING


def test_lines_that_were_drawn_letter_by_letter_have_images_after_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session.open(*PROBLEMS[0][:2])
    window.session.finish()
    assert window.session.go_to(3)
    board = window.board
    board._lines.images.clear()
    assert late_px(board)
    qtbot.waitUntil(lambda: late_px(board) == 0, timeout=LONGEST_MS)


def test_a_line_with_much_empty_room_has_its_letters_ready_and_no_image(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To clear an image of five million pixels takes ten milliseconds, to copy its letters one."""
    window.motion.choose("off")
    window.resize(2600, 1700)
    assert window.session.open("-(y · ln(softmax(z))) where one-hot y", "z", {"y": "k", "z": "k"}, method="chain")
    window.session.finish()
    assert window.session.go_to(6)
    board, ratio = window.board, window.board.devicePixelRatioF()
    qtbot.waitUntil(lambda: late_px(board) == 0 and not board.preparing, timeout=LONGEST_MS)
    current = board._lines.current
    assert current.missing_px(ratio) > 1_000_000
    made, letters = made_by(monkeypatch), len(glyph_images._letters)
    board.viewport().repaint()
    assert "blank" not in made
    assert len(glyph_images._letters) == letters


def test_a_line_that_is_seen_has_its_image_before_all_that_was_made_ready(qtbot: QtBot, window: MainWindow) -> None:
    """A window that grows late has made ready what comes next by then, which took all the room there is."""
    window.motion.choose("off")
    assert window.session.open(*PROBLEMS[0][:2])
    window.session.finish()
    assert window.session.go_to(3)
    board, ratio = window.board, window.board.devicePixelRatioF()
    qtbot.waitUntil(lambda: late_px(board) == 0 and not board.preparing, timeout=LONGEST_MS)
    images = board._lines.images
    key = board._lines.current._image_key(ratio)
    pixels, _ = images._images.pop(key)
    images.bytes -= pixels.width() * pixels.height() * 4
    images._most = images.bytes
    images.image("what comes next", None, QRectF(0, 0, 400, 400), 1.0, lambda painter: None)
    images._needed.update(images._images)
    assert late_px(board)
    board._ahead.start()
    qtbot.waitUntil(lambda: late_px(board) == 0, timeout=LONGEST_MS)


def _image(images: LineImages, name: int) -> None:
    def paint(painter: QPainter) -> None:
        painter.drawLine(0, 0, 9, 9)

    images.image(name, None, QRectF(0, 0, 1000, 500), 1.0, paint)


@pytest.mark.usefixtures("qapp")
def test_so_many_images_are_kept_as_the_board_is_large() -> None:
    images, weight = LineImages(), 1000 * 500 * 4
    for name in range(40):
        _image(images, name)
    assert MOST_BYTES - 2 * weight < images.bytes <= MOST_BYTES
    images.fit(3840 * 2000)
    for name in range(100):
        _image(images, name)
    assert MOST_BYTES < images.bytes <= BOARDS * 3840 * 2000 * 4
    images.fit(600 * 400)
    assert images.bytes <= MOST_BYTES


def drawn(text: str) -> pictures.Drawing:
    """A drawing that nobody has asked anything yet."""
    return pictures.Drawing(pictures.drawing_of(write_notation(parse_expression(text).expression)).picture)


@pytest.mark.usefixtures("qapp")
def test_where_a_part_stands_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = drawn("x^2 + sin(x) y")
    paths = tuple(drawing.picture.parts)
    first = [drawing.rects(path) for path in paths]
    monkeypatch.setattr(Picture, "places", lambda *given: pytest.fail("it was known"))
    assert [drawing.rects(path) for path in paths] == first
    assert len(drawing.bounds) == len(drawing.picture.pieces)
    for number, (left, top, right, bottom) in enumerate(drawing.bounds):
        ink = drawing.shape(number).controlPointRect()
        assert (left, top) == pytest.approx((ink.left(), ink.top()))
        assert (right, bottom) == pytest.approx((ink.right(), ink.bottom()))


@pytest.mark.usefixtures("qapp")
def test_only_the_last_choices_of_parts_are_kept() -> None:
    drawing = drawn("a + b + c + d + f + g + h + k")
    for path in drawing.picture.parts:
        drawing._owners((path,))
    assert 0 < len(drawing._owned) <= 6 < len(drawing.picture.parts)


def _prepare(images: LineImages, name: int) -> None:
    for _ in images.making(name, None, QRectF(0, 0, 1000, 500), 1.0, [lambda painter: painter.drawLine(0, 0, 9, 9)]):
        pass


@pytest.mark.usefixtures("qapp")
def test_what_is_made_ready_last_never_pushes_out_what_is_likelier() -> None:
    images, weight = LineImages(), 1000 * 500 * 4
    for name in range(40):
        _image(images, name)
    images.begin()
    for name in range(100, 140):
        _prepare(images, name)
    kept = [name for name in range(100, 140) if images.known(name) is not None]
    assert kept == list(range(100, 100 + MOST_BYTES // weight))
    images.begin()
    _prepare(images, 140)
    assert images.known(140) is not None
    assert images.bytes <= MOST_BYTES
