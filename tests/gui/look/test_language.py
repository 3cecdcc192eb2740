"""The language of the window: chosen in the settings, seen at once, and nothing of what is open changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from explainer.gui.look.spoken_language import language
from explainer.gui.main_window import MainWindow
from explainer.lessons import all_lessons
from explainer.phrases import phrase, translated
from explainer.session.course.shelf import lesson_address
from explainer.session.kept.languages import ENGLISH
from explainer.session.kept.preferences import LANGUAGE, preference
from explainer.session.kept.settings import user_settings
from tests.gui.shown_texts import shown_texts
from tests.gui.waiting import change_seen
from tests.translations.texts import texts

Wait = Callable[[], None]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Leave the program in English."""
    yield
    language().choose(ENGLISH)


def texts_of(window: MainWindow) -> set[str]:
    return {text for _, text in shown_texts(window) if text}


def test_the_settings_offer_every_language_by_its_own_name() -> None:
    assert preference(LANGUAGE).choices() == (("system", "Same as the system"), ("en", "English"), ("de", "Deutsch"))


def test_nothing_is_loaded_for_english() -> None:
    language().choose(ENGLISH)
    assert not language()._translators
    assert translated("Settings") == "Settings"


def test_an_unknown_language_is_english() -> None:
    language().choose("xx")
    assert language().code == ENGLISH


def test_a_number_decides_the_form(qtbot: QtBot) -> None:
    from explainer.phrases import counted

    steps = [counted("{0} step", "{0} steps", number) for number in (1, 3)]
    assert steps == ["1 step", "3 steps"]
    language().choose("de")
    assert [translated(text) for text in steps] == ["1 Schritt", "3 Schritten"]


def test_a_part_that_is_a_phrase_is_translated_with_the_sentence(qtbot: QtBot) -> None:
    said = phrase("Back to {0}", phrase("Board"))
    language().choose("de")
    assert said == "Back to Board"
    assert translated(said) == "Zurück zu Tafel"


def test_changing_the_language_is_seen_at_once_and_keeps_everything(
    window: MainWindow, settled: Wait, qtbot: QtBot
) -> None:
    settled()
    window.session.go_to(3)
    window.problem_bar.expression.setText("sin(x + x^2) + ")
    window.tabs.setCurrentIndex(2)
    window.projection.start_here()
    window.projection.effects.toggle_freeze()
    settled()
    before = (window.session.trace, window.session.position, window.session.request, window.tabs.currentIndex())
    english = texts_of(window)
    user_settings().put(LANGUAGE, "de")
    settled()
    assert language().code == "de"
    assert {"&Datei", "Warum", "Ableiten", "Verfahren"} & texts_of(window)
    assert window.rule_card.text() != ""
    left = {text for text in texts_of(window) & english if text in texts() and translated(text) != text}
    assert not left
    after = (window.session.trace, window.session.position, window.session.request, window.tabs.currentIndex())
    assert after == before
    assert window.problem_bar.expression.text() == "sin(x + x^2) + "
    assert window.projection.active
    assert window.projection.effects.frozen_place
    user_settings().put(LANGUAGE, "en")
    settled()
    assert texts_of(window) == english


def test_the_reason_of_a_step_is_told_in_german_and_kept_in_english(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.go_to(1)
    language().choose("de")
    settled()
    assert "Zwischenvariablen einführen" in window.rule_card.text()
    step = window.session.step
    assert step is not None
    assert step.title == "Introduce intermediate variables"
    assert step.explanation.startswith("Name each operation")


def test_an_error_is_told_in_german_at_its_place(window: MainWindow, settled: Wait) -> None:
    settled()
    window.problem_bar.take_text("sin(x", "x")
    window.derive()
    language().choose("de")
    settled()
    assert "Klammer" in window.problem_bar.error.text()
    assert window.problem_bar.error.position == 3


def test_the_buttons_of_qt_are_german_too(qtbot: QtBot) -> None:
    language().choose("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert QCoreApplication.translate("explainer", "Settings") == "Einstellungen"


@pytest.mark.usefixtures("qapp")
def test_what_a_screen_reader_hears_of_a_formula_is_german() -> None:
    from explainer.language import parse_expression
    from explainer.notation import write

    node = parse_expression("∂(y)/∂(w_1) where w: 3").expression
    assert write(node, "speech") == "the partial of y with respect to w sub 1"
    language().choose("de")
    assert write(node, "speech") == "die partielle Ableitung von y nach w 1"


def test_words_in_formulas_and_the_tiles_of_the_timeline_change_their_language(
    window: MainWindow, settled: Wait
) -> None:
    settled()
    assert window.session.open("max(0, z)", "z", method="operator")
    window.session.finish()
    window.session.last()
    model = window.transport.timeline.model()

    def shown() -> tuple[str, set[str]]:
        settled()
        pieces = window.board.line_item(window.session.position).drawing.picture.pieces
        words = {piece.key.partition(":")[2] for piece in pieces if getattr(piece, "key", "").startswith("text:")}
        return model.tile(1)[0], words

    assert shown() == ("1  Derivative of a function", {"if"})
    user_settings().put(LANGUAGE, "de")
    assert shown() == ("1  Ableitung einer Funktion", {"falls"})
    user_settings().put(LANGUAGE, "en")
    assert shown() == ("1  Derivative of a function", {"if"})


def test_a_line_for_several_rules_names_them_in_german(window: MainWindow, settled: Wait) -> None:
    settled()
    window.session.tell_in("brief")
    assert window.session.open("x^2 sin(x)", "x", method="operator")
    user_settings().put(LANGUAGE, "de")
    settled()
    window.session.go_to(1)
    line = window.board.line_item(1)
    assert line is not None
    assert line.title == "Produktregel · Ableitung einer Funktion · Potenzregel"


def test_no_text_of_the_start_page_stays_english(window: MainWindow, settled: Wait, qtbot: QtBot) -> None:
    settled()
    window.reading.show_start()

    def shown() -> set[str]:
        view = window.reading.view
        assert view is not None
        qtbot.waitUntil(lambda: view.body is not None and not view.body.working)
        return {text for _, text in shown_texts(window) if re.search(r"[A-Za-z]{4}", text)}

    english = shown()
    assert len(english) > 50
    language().choose("de")
    change_seen(window)
    assert shown() & english <= {"Explainer", "Softmax", "Attention"}, "the same word in both languages"


def test_a_lesson_is_found_by_its_goals_in_the_language_that_is_spoken(qtbot: QtBot) -> None:
    from explainer.session.course.finding import find_pages

    language().choose("de")
    lesson = next(lesson for lesson in all_lessons() if lesson.goals)
    goal = translated(lesson.goals[0].pieces[0])
    assert goal != lesson.goals[0].pieces[0]
    assert lesson_address(lesson) in [found.address for found in find_pages(goal)]
