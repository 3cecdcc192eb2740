"""The wheel with Ctrl, and two fingers, change the size of everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from explainer.gui.main_window import MainWindow
from explainer.lessons.library import all_lessons
from explainer.session.course.shelf import lesson_address
from explainer.session.kept.preferences import SIZES
from tests.gui.waiting import change_seen

NOTHING = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def turn(area: QAbstractScrollArea, by: int, keys: Qt.KeyboardModifier = CTRL) -> None:
    place = QPointF(20, 20)
    event = QWheelEvent(
        place, place, QPoint(0, 0), QPoint(0, by), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(area.viewport(), event)


def areas(window: MainWindow) -> dict[str, QAbstractScrollArea]:
    window.reading.open(lesson_address(all_lessons()[0]))
    QApplication.processEvents()
    page = window.reading.view
    assert page is not None
    window.projection.start_here()
    projected = window.projection.view
    assert projected is not None
    return {"board": window.board, "page": page, "card": window.rule_card, "projection": projected.board}


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_ctrl_and_the_wheel_change_the_size_by_one_for_each_notch(window: MainWindow) -> None:
    normal = SIZES.index(1.0)
    for name, area in areas(window).items():
        turn(area, 120)
        change_seen(window)
        assert window.appearance.zoom == SIZES[normal + 1], name
        turn(area, -60)
        assert window.appearance.zoom == SIZES[normal + 1], "half a notch asks for nothing yet"
        turn(area, -60)
        change_seen(window)
        assert window.appearance.zoom == 1.0
        turn(area, 120, NOTHING)
        assert window.appearance.zoom == 1.0, "without Ctrl the wheel scrolls"
    window.projection.leave()


def test_two_fingers_change_the_size(window: MainWindow) -> None:
    def pinch(kind: Qt.NativeGestureType, value: float = 0.0) -> None:
        place = QPointF(30, 30)
        device = QPointingDevice.primaryPointingDevice()
        event = QNativeGestureEvent(kind, device, 2, place, place, place, value, QPointF())
        QApplication.sendEvent(window.board.viewport(), event)

    pinch(Qt.NativeGestureType.BeginNativeGesture)
    for _ in range(4):
        pinch(Qt.NativeGestureType.ZoomNativeGesture, 0.04)
    change_seen(window)
    assert window.appearance.zoom == SIZES[SIZES.index(1.0) + 1]
    pinch(Qt.NativeGestureType.EndNativeGesture)
    pinch(Qt.NativeGestureType.BeginNativeGesture)
    for _ in range(4):
        pinch(Qt.NativeGestureType.ZoomNativeGesture, -0.04)
    change_seen(window)
    assert window.appearance.zoom == 1.0
