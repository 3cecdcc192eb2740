"""Alt with a letter does one thing in a dialog: no two of its buttons and captions have the same letter underlined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from explainer.gui.lecture.deck_dialog import DeckDialog
from explainer.gui.look.spoken_language import language
from explainer.gui.main_window import MainWindow
from explainer.lessons import all_lessons
from explainer.session.course.shelf import lesson_address
from explainer.session.kept.languages import ENGLISH
from tests.cases import in_groups

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language().choose(ENGLISH)


@in_groups("spoken", ["en", "de"], in_one=["qtbot", "window"])
@pytest.mark.parametrize("action", ["deck", "export", "worksheet"])
def test_no_two_parts_of_a_dialog_have_one_key(qtbot: QtBot, window: MainWindow, spoken: str, action: str) -> None:
    language().choose(spoken)
    window.reading.open(lesson_address(next(lesson for lesson in all_lessons() if lesson.id == "neuron")))
    window.actions_by_row.by_id[action].trigger()
    qtbot.waitUntil(lambda: bool(_dialogs()), timeout=60_000)
    (dialog,) = _dialogs()
    if isinstance(dialog, DeckDialog):
        dialog.buttons["add"].click()  # a slide of one's own has more fields
    parts = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLabel)]
    letters = Counter(
        found[1].lower() for part in parts if part.isVisibleTo(dialog) and (found := re.search(r"&(\w)", part.text()))
    )
    dialog.done(0)
    assert letters
    twice = [letter for letter, count in letters.items() if count > 1]
    assert not twice, [part.text() for part in parts if any(f"&{letter}" in part.text().lower() for letter in twice)]


def _dialogs() -> list[QDialog]:
    return [shown for shown in QApplication.topLevelWidgets() if isinstance(shown, QDialog) and shown.isVisible()]
