"""Layouts within layouts: Python is told of none of their places, since Qt tells nobody when one of them ends."""

import gc
import os
import subprocess
import sys
import weakref

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explainer.gui.look.flow import Flow, empty, nest, parts_of
from tests.gui.places import places_known

AGAIN_AND_AGAIN = """
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import delete
from explainer.gui.look.flow import Flow, nest

application = QApplication([])
page = QWidget()
outer = QVBoxLayout(page)
for number in range(40):
    labels = [QLabel(str(k)) for k in range(50)]
    inner, flow = QHBoxLayout(), Flow()
    for label in labels[:25]:
        inner.addWidget(label)
    flow.add(*labels[25:])
    {0}
    for label in labels:
        delete(label)
    # Some of these come to lie where the places of the labels were.
    owner = QObject()
    timers = [QTimer(owner) for _ in range(300)]
    del timers
    delete(owner)
print("whole")
"""


def _run(nested: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", AGAIN_AND_AGAIN.replace("{0}", nested)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=100)


def test_what_comes_to_lie_where_a_place_was_ends_in_peace() -> None:
    run = _run("nest(outer, inner); nest(outer, flow)")
    assert (run.returncode, run.stdout) == (0, "whole\n"), run.stderr


@pytest.mark.parametrize("layered", [False, True])
def test_nesting_a_filled_layout_makes_no_place_known(qtbot: QtBot, layered: bool) -> None:
    page, before = QWidget(), len(places_known())
    qtbot.addWidget(page)
    outer, inner, innermost = QVBoxLayout(page), QHBoxLayout(), QHBoxLayout()
    for layout in (inner, innermost):
        layout.addWidget(QLabel("x"))
        layout.addStretch(1)
    if layered:  # filled and nested before it is known whose they are
        nest(inner, innermost)
    nest(outer, inner)
    if not layered:
        nest(inner, innermost)
    assert len(places_known()) == before
    assert len(parts_of(inner)) == len(parts_of(innermost)) == 1
    plain = QHBoxLayout()
    plain.addWidget(QLabel("x"))
    outer.addLayout(plain)
    assert len(places_known()) > before, "PySide hides them by itself now: nobody needs `nest` any more"


def test_a_layout_tells_its_parts_in_order_and_is_emptied(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    first, second, third = QLabel("1"), QLabel("2"), QLabel("3")
    rows.addWidget(second)
    rows.addStretch(1)
    rows.insertWidget(0, first)
    rows.insertWidget(2, third)
    QLabel("elsewhere", page)
    assert parts_of(rows) == [first, second, third]
    empty(rows)
    assert parts_of(rows) == []
    assert rows.count() == 1, "what only takes room stays"


def test_a_row_lets_go_of_a_part_that_is_deleted(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = Flow()
    row.add(QLabel("1"), QLabel("2"))
    nest(QVBoxLayout(page), row)
    assert row.count() == 2
    parts_of(row)[0].deleteLater()
    qtbot.waitUntil(lambda: row.count() == 1)
    assert [part.text() for part in parts_of(row) if isinstance(part, QLabel)] == ["2"]


def test_the_places_of_a_layout_end_with_it(qtbot: QtBot) -> None:
    """Qt ends those of its own layouts; a window leaves some fifty of ours."""
    widget = QWidget()
    flow = Flow()
    widget.setLayout(flow)
    flow.add(*(QLabel(text, widget) for text in "abc"))
    assert flow.heightForWidth(100)
    places = [weakref.ref(place) for place in flow._items]
    assert len(places) == 3
    del flow
    widget.deleteLater()
    qtbot.waitUntil(lambda: not isValid(widget))
    gc.collect()
    assert not [place for place in places if place() is not None]
