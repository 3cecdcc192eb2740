"""Nothing that a window opens stays behind when it closes, and the random runs leave nothing out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from explainer.gui.look import one_dialog
from explainer.gui.main_window import MainWindow
from explainer.session.action_table import ACTIONS
from tests.gui.monkey import WEIGHTS, Monkey, keys_of_actions
from tests.gui.places import PLACES, kinds_of_windows, left_behind, pages_missing, places_known
from tests.some import examples

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Wait = Callable[[], None]
OPENINGS = examples(8)
"""More of them, and what they leave in memory: `python -m tests.gui.places`."""


@pytest.mark.usefixtures("fewer_rules", "old_is_kept")
@pytest.mark.parametrize("part", range(4))
def test_opening_anything_again_and_again_leaves_nothing_behind(
    window: MainWindow, settled: Wait, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(one_dialog, "FORGET_MS", 1)
    settled()
    left = {name: left_behind(window, name, OPENINGS) for name in sorted(PLACES)[part::4]}
    assert {name: count for name, count in left.items() if count > 0} == {}
    assert places_known() == []


@pytest.mark.usefixtures("fewer_rules")
def test_a_page_that_is_left_in_the_middle_of_a_change_of_look_is_left_alone(
    window: MainWindow, settled: Wait, qtbot: QtBot
) -> None:
    settled()
    window.reading.show_rules()
    view = window.reading.view
    assert view is not None
    body = view.body
    assert body is not None
    qtbot.waitUntil(lambda: not body.working, timeout=60_000)
    letting_go, restyling = body.let_go(), body.restyle()
    assert next(restyling, "done") != "done", "it takes several slices"
    window.reading.show_functions()
    assert view.body is not body
    qtbot.waitUntil(lambda: len(body.parts) < 10 or not isValid(body), timeout=60_000)
    for change in (restyling, letting_go):
        assert list(change) == []
    body.fit()  # what else may have been on its way
    assert not isValid(body) or not body._measuring.waiting
    qtbot.waitUntil(lambda: not isValid(body), timeout=60_000)


def test_every_dialog_window_and_kind_of_page_is_among_the_places() -> None:
    kinds = {kind.__name__ for kind in kinds_of_windows()}
    assert len(kinds) >= 10
    reached = {place.kind for place in PLACES.values()} | {"PracticeWindow"}  # its places are named one by one
    assert kinds <= reached
    assert pages_missing() == set()


def _note(opened: set[str], name: str, window: object) -> None:
    opened.add(name)


class _Spied(Monkey):
    """Notes what it would do, and does nothing."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, Path())
        self.pressed: set[str] = set()

    def _press(self, keys: str) -> None:
        self.pressed.add(keys)


def test_a_random_run_leaves_out_no_action_no_key_and_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: set[str] = set()
    for name, place in PLACES.items():
        monkeypatch.setitem(PLACES, name, place._replace(open=partial(_note, opened, name)))
    spied = _Spied(1)
    triggered: set[str] = set()

    actions = {row.id: SimpleNamespace(trigger=partial(triggered.add, row.id)) for row in ACTIONS}
    spied.window = SimpleNamespace(actions_by_row=SimpleNamespace(by_id=actions))
    share = {"_choose_action": 5000, "_show_place": 5000, "_press_key": 5000, "_press_chord": 5000}
    total = sum(WEIGHTS.values())
    for name, actions in share.items():
        for _ in range(round(actions * WEIGHTS[name] / total)):
            getattr(spied, name)()
    assert triggered == {row.id for row in ACTIONS} == spied.acted
    assert opened == set(PLACES) == spied.opened
    single, together = keys_of_actions()
    assert {key for row in ACTIONS for key in (*row.keys, *row.board_keys)} <= {*single, *together}
    assert spied.pressed == {*single, *together}
