"""Terms travel from one line to the next, and nothing ever waits for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.board.motion import Snapshot, _lines_between
from explainer.gui.board.travels import Pose
from explainer.gui.formulas.pictures import drawing_of
from explainer.gui.look.motion_choice import SPEEDS_MS, desktop_asks_for_less
from explainer.gui.main_window import MainWindow
from explainer.language import parse_expression
from explainer.notation import write_notation
from tests.gui.waiting import change_seen

Wait = Callable[[], None]
Patch = pytest.MonkeyPatch


@pytest.fixture
def ready(qtbot: QtBot, window: MainWindow, settled: Wait) -> MainWindow:
    """The window with a derivation in it and nothing on its way."""
    window.session.open("x^2 x", wrt="x", method="operator")
    settled()
    window.motion.choose("normal")
    window.board.setFocus()
    qtbot.waitUntil(lambda: not window.board.moving)
    return window


def frame(window: MainWindow, share: float) -> QImage:
    """The board as it is painted at some moment of its motion."""
    board = window.board
    assert board.motions.motion is not None
    image = QPixmap(board.viewport().size())
    painter = QPainter(image)
    board.motions.motion.paint(painter, QRectF(board.viewport().rect()), share)
    painter.end()
    return image.toImage()


def shown(window: MainWindow) -> QImage:
    return window.board.viewport().grab().toImage()


def differing(one: QImage, other: QImage) -> int:
    """How many pixels are clearly different."""
    assert one.size() == other.size()
    levels = []
    for image in (one, other):
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
        levels.append(rows[:, : grey.width()].astype(int))
    return int((abs(levels[0] - levels[1]) > 60).sum())


def test_a_step_moves_from_what_was_seen_to_what_is_seen_and_back(qtbot: QtBot, ready: MainWindow) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        before = shown(ready)
        qtbot.keyClick(ready.board, key)
        assert ready.board.moving
        first, middle, last = (frame(ready, share) for share in (0.0, 0.5, 1.0))
        ready.board.finish_motion()
        after = shown(ready)
        # Copies of one letter lie over each other, and look a little bolder than the letter.
        assert differing(before, first) * 4 < differing(before, after)
        assert differing(last, after) * 10 < differing(before, after)
        assert differing(middle, before) > 100
        assert differing(middle, after) > 100


def test_all_that_moves_stays_within_the_rectangle_that_is_painted_again(ready: MainWindow) -> None:
    for step in (1, 2):
        assert ready.session.next()
        motion = ready.board.motions.motion
        assert motion is not None
        first = frame(ready, 0.0)
        for share in (0.0, 0.2, 0.5, 0.8, 1.0):
            image = QPixmap.fromImage(frame(ready, share))
            painter = QPainter(image)
            painter.drawImage(motion.rect, first, motion.rect)
            painter.end()
            assert image.toImage() == first, (step, share)
        assert motion.rect.height() < ready.board.viewport().height()
        ready.board.finish_motion()


class Painted(QObject):
    """Collects what of a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_a_step_paints_what_moves_and_its_end_all_of_the_board(qtbot: QtBot, ready: MainWindow) -> None:
    ready.motion.choose("slow")
    viewport = ready.board.viewport()
    painted = Painted(viewport)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QCoreApplication.processEvents()
        painted.region = QRegion()
        qtbot.keyClick(ready.board, key)
        QCoreApplication.sendPostedEvents()
        motion = ready.board.motions.motion
        assert motion is not None
        assert motion.rect.contains(painted.region.boundingRect())
        assert not painted.region.isEmpty()
        ready.board.finish_motion()
        QCoreApplication.sendPostedEvents()
        assert painted.region == QRegion(viewport.rect())


def test_nothing_is_painted_at_once_where_no_step_is_taken(ready: MainWindow) -> None:
    assert ready.session.complete
    viewport = ready.board.viewport()
    painted = Painted(viewport)
    for change in (
        lambda: ready.session.go_to(ready.session.count),
        lambda: ready.session.go_to(0),
        ready.board.show_place,
    ):
        QCoreApplication.processEvents()
        ready.board.line_item(0).update()  # type: ignore[union-attr]
        painted.region = QRegion()
        change()
        assert painted.region.isEmpty()
        assert not ready.board.moving


def test_what_else_has_changed_is_painted_when_a_motion_begins(qtbot: QtBot, ready: MainWindow) -> None:
    ready.motion.choose("slow")
    assert ready.session.next()
    ready.board.finish_motion()
    QCoreApplication.processEvents()
    painted = Painted(ready.board.viewport())
    line = ready.board.line_item(0)
    assert line is not None
    line.update()
    assert ready.session.next()
    assert ready.board.moving
    QCoreApplication.sendPostedEvents()
    assert painted.region == QRegion(ready.board.viewport().rect())


def test_who_does_not_wait_until_letters_are_drawn_waits_for_no_motion(
    qtbot: QtBot, ready: MainWindow, monkeypatch: Patch
) -> None:
    qtbot.waitUntil(lambda: not ready.board.preparing)
    monkeypatch.setattr("explainer.gui.board.motion.MOST_LATE_LETTERS", 0)
    assert ready.session.next()
    assert ready.board.moving  # its images were made in the pause
    ready.board.finish_motion()
    QCoreApplication.processEvents()
    ready.board.motions.travels.clear()
    ready.board._ahead.forget()
    painted = Painted(ready.board.viewport())
    assert ready.session.next()
    assert not ready.board.moving
    QCoreApplication.sendPostedEvents()
    assert painted.region == QRegion(ready.board.viewport().rect())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("first", "second"), [(9, 10), (10, 9)])
def test_what_stands_beside_a_formula_goes_where_its_line_leaves_the_view(first: int, second: int) -> None:
    def moment(position: int) -> Snapshot:
        pose = Pose(drawing_of(write_notation(parse_expression("x").expression)), 20.0, QColor(), {}, 0.0)
        parts = ((QPixmap(9, 9), QPointF(position, 0)),)
        return Snapshot(None, position, 1.0, {(position, 0): (parts, QPointF(0, 0))}, pose, QPointF(0, 0))

    before, after = moment(first), moment(second)
    ways = {round(sprite.place.x()): (sprite.first, sprite.last) for sprite in _lines_between(before, after)}
    assert ways == {first: (1.0, 0.0), second: (0.0, 1.0)}


def test_lines_that_are_not_drawn_yet_do_not_move_on_a_large_board(ready: MainWindow, monkeypatch: Patch) -> None:
    monkeypatch.setattr("explainer.gui.board.motion.MOST_LATE_PX", 0)
    ready.board._lines.images.clear()
    assert ready.session.next()
    assert not ready.board.moving


def test_a_motion_ends_by_itself_and_leaves_no_timer(qtbot: QtBot, ready: MainWindow) -> None:
    ready.motion.choose("fast")
    qtbot.keyClick(ready.board, Qt.Key.Key_Right)
    assert ready.board.motions._timer.isActive()
    qtbot.waitUntil(lambda: not ready.board.moving)
    assert not ready.board.motions._timer.isActive()


def test_a_key_that_comes_during_a_motion_ends_it_at_its_final_state(qtbot: QtBot, ready: MainWindow) -> None:
    ready.motion.choose("slow")
    qtbot.keyClick(ready.board, Qt.Key.Key_Right)
    assert ready.board.moving
    qtbot.keyClick(ready.board, Qt.Key.Key_Right)
    assert not ready.board.moving
    assert ready.session.position == 2
    assert ready.board.line_item(2) is not None
    qtbot.keyClick(ready.board, Qt.Key.Key_Left)
    assert ready.board.moving
    qtbot.keyClick(ready.board, Qt.Key.Key_Home)
    assert not ready.board.moving


def test_only_single_steps_move(ready: MainWindow) -> None:
    ready.session.go_to(3)
    assert not ready.board.moving


@pytest.mark.parametrize("name", SPEEDS_MS)
def test_the_speed_is_chosen_in_the_menu(ready: MainWindow, name: str) -> None:
    actions = ready.actions_by_row
    assert actions is not None
    actions.by_id[f"motion_{name}"].trigger()
    assert ready.board.motion_ms == SPEEDS_MS[name]
    assert [speed for speed in SPEEDS_MS if actions.by_id[f"motion_{speed}"].isChecked()] == [name]
    ready.session.next()
    assert ready.board.moving == (name != "off")


def test_anything_may_happen_in_the_middle_of_a_motion(qtbot: QtBot, ready: MainWindow) -> None:
    def begin() -> None:
        ready.board.finish_motion()
        ready.session.go_to(1 if ready.session.position != 1 else 2)
        assert ready.board.moving or ready.session.position == 0

    ready.motion.choose("slow")
    begin()
    ready.resize(900, 600)
    qtbot.wait(20)
    assert not ready.board.moving
    begin()
    ready.appearance.choose_theme("blackboard")
    change_seen(ready)
    assert not ready.board.moving
    begin()
    ready.session.open("sin(x^2)", wrt="x")
    assert not ready.board.moving
    begin()
    ready.board.hide()
    assert not ready.board.moving
    ready.board.show()
    begin()
    ready.close()
    qtbot.wait(50)


@pytest.mark.parametrize(
    ("file", "text", "asks"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=none\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_the_settings_of_the_desktop_are_heeded(tmp_path: Path, file: str, text: str, asks: bool) -> None:
    assert not desktop_asks_for_less(tmp_path)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text)
    assert desktop_asks_for_less(tmp_path) == asks


def test_what_stands_beside_a_formula_is_all_in_its_parts(qtbot: QtBot, window: MainWindow) -> None:
    """Put together they show what the line shows without its formula; none of them is larger than it has to be."""
    assert window.session.open("1/N sum(i=1..N, (y_i - max(0, w · x_i + b))^2) where w: 3, N = 4", "w")
    window.session.finish()
    for position in range(window.session.count + 1):
        window.session.go_to(position)
        line = window.board.line_item(position)
        assert line is not None
        rect = line.boundingRect()
        whole = QImage(rect.size().toSize(), QImage.Format.Format_RGB32)
        apart = QImage(whole.size(), whole.format())
        for image in (whole, apart):
            image.fill(Qt.GlobalColor.white)
        painter = QPainter(whole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-rect.topLeft())
        line.paint_surroundings(painter)
        painter.end()
        painter = QPainter(apart)
        for image, corner in line.surroundings(1.0) or ():
            painter.drawPixmap(corner - rect.topLeft(), image)
        painter.end()
        assert _nearly_equal(whole, apart), position


def _nearly_equal(one: QImage, other: QImage) -> bool:
    """Whether no pixel differs by more than rounding."""
    first, second = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return int(np.abs(first - second).max()) <= 3
