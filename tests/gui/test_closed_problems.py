"""What was open is let go of when something else is: no list of what is kept for later holds a whole derivation."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explainer.gui.main_window import MainWindow
from tests.gui.waiting import change_seen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXTS = ("ln(sin(x^3)^2)", "x^2 sin(x)", "e^x / (1 + e^x)", "max(0, x) x", "(x + 1) (x + 2) (x + 3)", "sqrt(x^2 + 1)")
LAST = "x + sin(x)"
STILL = 1
"""The one that is open."""


@pytest.mark.usefixtures("old_is_kept")
def test_closed_derivations_are_let_go_of(window: MainWindow, qtbot: QtBot) -> None:
    window.motion.choose("off")
    traces: list[weakref.ref[Any]] = []
    steps: list[weakref.ref[Any]] = []
    for text in TEXTS:
        assert window.session.open(text, "x")
        trace: Any = window.session.trace
        traces.append(weakref.ref(trace))
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: window.session.complete and not window.signals.working, timeout=60_000)
        while window.session.position < window.session.count:
            qtbot.keyClick(window.board, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: not window.board.preparing and not window.signals.working, timeout=60_000)
        steps.extend(weakref.ref(step) for step in trace.steps)
        window.projection.start_here()
        qtbot.keyClick(window.projection.view.board, Qt.Key.Key_O)
        window.projection.leave()
        del trace
    assert window.session.open(LAST, "x"), "it stands at its beginning, where nothing is said of a result"
    traces.append(weakref.ref(window.session.trace))

    def few_are_left() -> bool:
        gc.collect()
        return len([known for known in traces if known() is not None]) <= STILL

    qtbot.waitUntil(few_are_left, timeout=60_000)
    kept = {id(step) for known in traces for step in getattr(known(), "steps", ())}
    assert not [step() for step in steps if step() is not None and id(step()) not in kept]
    change_seen(window)
