"""The question to the class, by keys alone: the rule, the part, the answer on the next key; the speaker knows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explainer.gui.lecture.class_question import ClassQuestion
from explainer.gui.lecture.question_panel import QuestionPanel
from explainer.gui.main_window import MainWindow

Press = Callable[..., None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Press:
    """Press keys in the window in which a speaker works."""

    def press(*keys: str) -> None:
        for key in keys:
            QApplication.processEvents()
            front = window.projection.front
            combination = QKeySequence(key)[0]
            qtbot.keyClick(front.focusWidget() or front, combination.key(), combination.keyboardModifiers())

    return press


@pytest.fixture
def asking(window: MainWindow, press: Press, qtbot: QtBot) -> ClassQuestion:
    """A projection of x^2 sin(x) from its problem on."""
    window.session.open("x^2 sin(x)", "x")
    qtbot.waitUntil(lambda: window.session.trace is not None and window.session.text == "x^2 sin(x)")
    press("Shift+F5")
    qtbot.waitUntil(lambda: window.projection.active)
    return window.projection.asking


def panel_of(window: MainWindow) -> QuestionPanel:
    assert window.projection.view is not None
    return window.projection.view.question


def test_the_class_is_asked_for_the_rule_before_it_shows(
    window: MainWindow, asking: ClassQuestion, press: Press
) -> None:
    session, panel = window.session, panel_of(window)
    press("Q")
    assert panel.isVisible()
    assert "which rule comes next" in panel.asked.text()
    shown = [label.text() for label in panel.choices]
    assert [text[0] for text in shown] == ["A", "B", "C", "D"]
    assert sum("Product rule" in text for text in shown) == 1
    assert session.position == 0
    view = window.projection.view
    assert view is not None
    size = view.size()
    press("Right")
    assert session.position == 0, "the answer comes first"
    QApplication.processEvents()
    assert view.size() == size, "it fills a screen: what is said takes its room from the board"
    assert view.caption.geometry().bottom() <= view.stage.height()
    (right,) = [label.text() for label in panel.choices if label.text().startswith("✓")]
    assert "Product rule" in right
    assert panel.reply.isVisible()
    press("Right")
    assert session.position == 1
    assert not panel.isVisible()
    assert not asking.is_open


def test_letters_choose_and_mean_nothing_else_meanwhile(
    window: MainWindow, asking: ClassQuestion, press: Press
) -> None:
    panel = panel_of(window)
    press("Q")
    texts = [label.text() for label in panel.choices]
    right = next(k for k, text in enumerate(texts) if "Product rule" in text)
    for place in range(4):
        if place != right:
            press("ABCD"[place])
            assert panel.choices[place].text().startswith("✗")
            assert panel.reply.text()
    view = window.projection.view
    assert view is not None
    assert view.cover.isHidden(), "B did not make it black"
    press("ABCD"[right])
    assert panel.choices[right].text().startswith("✓")
    press("Right")
    assert window.session.position == 1, "it was answered: the next key goes on"
    press("B")
    assert not view.cover.isHidden(), "B is black again"


def test_the_same_key_asks_for_the_part_and_then_for_nothing(
    window: MainWindow, asking: ClassQuestion, press: Press
) -> None:
    panel = panel_of(window)
    view = window.projection.view
    assert view is not None
    before = view.board.em_px
    press("Q", "Q")
    (covered,) = view.board._lines._below
    assert covered is view.board._lines.looked_at
    assert covered.style.label == "1", "it is the line that comes next"
    keys = [getattr(piece, "key", "") for piece in covered.drawing.picture.pieces]
    assert any("□" in key or "25a1" in key.lower() for key in keys)
    assert covered.title == "?"
    assert view.board.em_px > 0.8 * before
    assert not any(label.isVisible() for label in panel.choices)
    press("Space")
    (filled,) = view.board._lines._below
    assert len(filled.drawing.picture.pieces) > len(keys)
    assert filled.title == "Product rule"
    place = filled.y() - view.board.verticalScrollBar().value()
    assert window.session.position == 0
    press("Space")
    assert window.session.position == 1
    line = view.board.line_item(1)
    assert line is not None
    assert not view.board._lines._below
    assert line.look.em_px == pytest.approx(filled.look.em_px, rel=0.1)
    assert abs(line.y() - view.board.verticalScrollBar().value() - place) < 120
    press("Left", "Q", "Q", "Space")
    press("Q")
    assert not panel.isVisible()
    press("Q")
    assert panel.choices[0].isVisible()
    press("Home")
    assert asking.is_open, "it is the line that it was asked about"
    press("End")
    assert not asking.is_open
    press("Q")
    assert not panel.isVisible(), "no step is left to be asked for"


def test_the_speaker_sees_the_answer_and_the_question_ends_with_the_projection(
    window: MainWindow, asking: ClassQuestion, press: Press, qtbot: QtBot
) -> None:
    press("F7")
    presenter = window.projection.presenter
    assert presenter is not None
    qtbot.waitUntil(presenter.isVisible)
    press("Q")
    assert presenter.next.title.startswith("Answer: ")
    assert "Product rule" in presenter.next.title
    qtbot.keyClick(presenter, Qt.Key.Key_A)
    assert panel_of(window).choices[0].text()[0] in "✓✗"
    press("Escape")
    assert not window.projection.active
    assert not asking.is_open


@pytest.mark.parametrize("presenter", [False, True])
def test_letters_choose_wherever_the_keys_are(
    window: MainWindow, asking: ClassQuestion, press: Press, qtbot: QtBot, presenter: bool
) -> None:
    press("Q")
    if presenter:
        press("F7")  # made after the question was asked
        assert window.projection.presenter is not None
        qtbot.waitUntil(window.projection.presenter.isVisible)
    front, panel = window.projection.front, panel_of(window)
    assert (front is window.projection.presenter) is presenter
    takers = [one for one in front.findChildren(QWidget) if one.focusPolicy() and one.isVisible() and one.isEnabled()]
    assert len(takers) > (10 if presenter else 0)
    for taker in takers:
        asking.close()
        asking.ask()
        for letter in "AbCd":
            qtbot.keyClick(taker, letter)
        assert all(label.text()[0] in "✓✗" for label in panel.choices), taker
        assert window.projection.view is not None
        assert window.projection.view.cover.isHidden(), "B did not make it black"
        assert window.session.position == 0


def test_no_event_of_other_windows_passes_through_the_question(
    window: MainWindow, asking: ClassQuestion, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QObject] = []
    real = ClassQuestion.eventFilter
    monkeypatch.setattr(
        ClassQuestion, "eventFilter", lambda self, watched, event: seen.append(watched) or real(self, watched, event)
    )
    press("Q", "F7", "A")
    window.board.viewport().update()
    QApplication.processEvents()
    view, presenter = window.projection.view, window.projection.presenter
    assert seen
    assert {id(one) for one in seen} <= {id(view), id(presenter)}
    asking.close()
    seen.clear()
    press("A")
    assert not seen, "nothing is asked: it listens to nothing"


def test_nothing_is_asked_without_a_projection(window: MainWindow, qtbot: QtBot) -> None:
    window.projection.ask_class()
    assert not window.projection.asking.is_open
    assert window.projection.view is None
