"""Ctrl and the wheel, and two fingers that move apart, make everything larger or smaller, as in every reader."""

from __future__ import annotations

from collections.abc import Callable
from math import log

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QPinchGesture

NOTCH = 120
"""What a wheel turns by one notch, in Qt's eighths of a degree; a touch pad sends small parts of it."""
SPREAD = log(1.15)
"""Fingers that are so much further apart ask for the next size."""


class WheelZoom(QObject):
    """Watches areas that scroll; `larger` and `smaller` are called for every size that is asked for."""

    def __init__(self, larger: Callable[[], None], smaller: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._larger, self._smaller = larger, smaller
        self._asked = 0.0

    def watch(self, area: QAbstractScrollArea) -> None:
        """Let sizes be chosen over this area."""
        viewport = area.viewport()
        viewport.grabGesture(Qt.GestureType.PinchGesture)
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self._ask(event.angleDelta().y() / NOTCH)
            event.accept()
            return True
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._feel(event)
        if kind == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._spread(pinch.scaleFactor(), begins=pinch.state() == Qt.GestureState.GestureStarted)
                event.accept(pinch)
                return True
        return False

    def _feel(self, event: QNativeGestureEvent) -> bool:
        """What a touch pad tells of two fingers."""
        kind = event.gestureType()
        if kind in (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture):
            self._asked = 0.0
        elif kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._spread(1.0 + event.value(), begins=False)
            return True
        return False

    def _spread(self, factor: float, *, begins: bool) -> None:
        if begins:
            self._asked = 0.0
        self._ask(log(max(factor, 0.01)) / SPREAD)

    def _ask(self, sizes: float) -> None:
        """Go on by whole sizes; what is left is kept, and forgotten when the other direction is asked for."""
        if sizes * self._asked < 0:
            self._asked = 0.0
        self._asked += sizes
        while abs(self._asked) >= 1 - 1e-9:
            way = 1 if self._asked > 0 else -1
            self._asked -= way
            (self._larger if way > 0 else self._smaller)()
