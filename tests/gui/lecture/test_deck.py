"""A lesson is projected as a deck, by a clicker's two keys alone, from its title to its end and back."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explainer.errors import ExplainerError
from explainer.figures.figure import Figure, UnsuitedError
from explainer.gui.formulas.formula_label import text_of
from explainer.gui.lecture.projection_window import ProjectionWindow
from explainer.gui.lecture.slide_card import SlideCard
from explainer.gui.look.documents import documents_folder
from explainer.gui.main_window import MainWindow
from explainer.lessons import Lesson
from explainer.lessons.library import all_lessons
from explainer.session.course import deck as deck_of_lesson
from explainer.session.course.deck import Slide, slides_of
from explainer.session.course.deck_plan import DeckPlan, Entry, kept_plan
from explainer.session.course.shelf import lesson_address
from tests.cases import in_groups
from tests.gui.lecture.test_projection import Press, press

__all__ = ["press"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONGEST_MS = 60_000


def lesson_of(identifier: str) -> Lesson:
    return next(lesson for lesson in all_lessons() if lesson.id == identifier)


@pytest.fixture
def deck(window: MainWindow, press: Press, qtbot: QtBot) -> ProjectionWindow:
    """The projection of the lesson that is read, at its title."""
    window.motion.choose("off")
    window.reading.open(lesson_address(lesson_of("chain-several-paths")))
    press("F5")
    view = window.projection.view
    assert view is not None
    qtbot.waitUntil(view.isVisible)
    return view


def test_a_clicker_goes_through_the_whole_lesson_and_back(
    window: MainWindow, deck: ProjectionWindow, press: Press
) -> None:
    lesson = lesson_of("chain-several-paths")
    slides = slides_of(lesson)
    assert deck.stack.currentWidget() is deck.slide_card
    assert deck.slide_card.slide is not None
    assert deck.slide_card.slide.heading == lesson.title
    assert deck.caption.place == f"Slide 1 of {len(slides)}"
    shown, lines = [0], 0
    for _ in range(400):
        before = window.projection.run.place
        press("PgDown")
        if window.projection.run.place != before:
            shown.append(window.projection.run.place)
        elif deck.caption.title == "End of the lesson":
            break
        else:
            lines += 1
    assert shown == list(range(len(slides)))
    assert lines >= sum(len(problem.trace().steps) for problem in lesson.problems)
    for _ in range(400):
        press("PgUp")
        if window.projection.run.place == 0:
            break
    assert deck.stack.currentWidget() is deck.slide_card
    press("PgUp")
    assert window.projection.run.place == 0


def test_after_the_lecture_the_desk_is_as_it_was(
    window: MainWindow, press: Press, deck: ProjectionWindow, qtbot: QtBot
) -> None:
    before = window.projection._desk._before
    for _ in range(12):
        press("Right")
    press("Esc")
    assert not deck.isVisible()
    qtbot.waitUntil(lambda: window.session.request == before)
    qtbot.waitUntil(lambda: window.reading.lesson_on_page() is not None)


def test_a_derivation_that_was_open_comes_back_though_the_deck_shows_others(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    window.motion.choose("off")
    assert window.session.open("x^2 cos(x)", "x", {}, "operator", "numerator")
    mine = window.session.request
    window.reading.open(lesson_address(lesson_of("gradient")))
    press("F5")
    for _ in range(14):
        press("Right")
    assert window.session.request != mine
    press("Esc")
    qtbot.waitUntil(lambda: window.session.request == mine)


def test_the_question_comes_before_its_answer(window: MainWindow, deck: ProjectionWindow, press: Press) -> None:
    press("Right")
    card = deck.slide_card
    assert card.slide is not None
    assert card.slide.kind == "question"
    texts = [label.text() for label in card._labels]
    press("Right")
    assert card.slide.kind == "answer"
    (place,) = card.slide.marked
    assert [label.text() for label in card._labels][: len(texts)] == texts
    colours = {label.palette().windowText().color().name() for label in card._labels}
    assert len(colours) == 2
    assert card._labels[place].palette().windowText().color() != card._labels[0].palette().windowText().color()


@pytest.mark.parametrize(
    ("identifier", "size"), [("loss", (1920, 1080)), ("jacobian", (1024, 768)), ("notation", (800, 600))], ids=str
)
def test_everything_on_a_slide_is_on_the_screen(
    window: MainWindow, press: Press, qtbot: QtBot, identifier: str, size: tuple[int, int]
) -> None:
    window.motion.choose("off")
    window.reading.open(lesson_address(lesson_of(identifier)))
    press("F5")
    view = window.projection.view
    assert view is not None
    view.showNormal()
    view.resize(*size)
    qtbot.waitUntil(lambda: (view.width(), view.height()) == size)
    card = view.slide_card
    for slide in window.projection.run.slides:
        if slide.is_problem:
            continue
        view.show_slide(slide)
        QApplication.processEvents()
        shown = [label for label in card.findChildren(QLabel) if label.isVisible()]
        shown += [card._figure] if card._figure.isVisible() else []
        bottom = max(part.geometry().bottom() for part in shown)
        assert bottom <= card.height(), (slide.kind, slide.spoken()[:60])
        tops = sorted((part.geometry().top(), part.geometry().bottom()) for part in shown)
        assert all(low <= top for (_, low), (top, _) in pairwise(tops)), slide.spoken()[:60]


def test_f5_on_the_board_projects_the_derivation_as_before(window: MainWindow, press: Press) -> None:
    window.reading.open(lesson_address(lesson_of("gradient")))
    window.reading.show_board()
    press("F5")
    assert window.projection.run.slides == ()
    view = window.projection.view
    assert view is not None
    assert view.stack.currentWidget() is view.title_card
    press("Right")
    assert view.stack.currentWidget() is view.board


def test_slides_leave_no_labels_behind(window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot) -> None:
    for _ in range(3):
        press("Right", "Left")
    qtbot.wait(10)
    QApplication.processEvents()
    assert len(deck.slide_card.findChildren(QLabel)) <= len(deck.slide_card._labels) + 4


def test_the_slides_to_choose_from_come_before_what_is_derived_for_them(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[object] = []
    results = deck_of_lesson._results
    monkeypatch.setattr(deck_of_lesson, "_results", lambda given: derived.append(given) or results(given))
    window.reading.open(lesson_address(lesson_of("reference-jacobians")))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    assert dialog.list.count() == len(dialog._slides)
    assert not derived
    qtbot.waitUntil(lambda: not dialog.reading.working, timeout=60_000)
    assert derived
    for row, slide in enumerate(dialog._slides.values()):
        said = slide.heading if slide.is_problem or slide.kind == "title" else slide.spoken()
        assert dialog.list.item(row).text().endswith(said)


def test_a_slide_that_is_chosen_before_its_derivations_are_there_is_derived_beside_the_window(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    results = deck_of_lesson._results
    monkeypatch.setattr(
        deck_of_lesson, "_results", lambda given: threads.append(threading.current_thread()) or results(given)
    )
    window.reading.open(lesson_address(lesson_of("reference-jacobians")))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog.reading.drop()  # what is said in the list comes later
    unread = [row for row, slide in enumerate(dialog._slides.values()) if not slide.is_read and not slide.is_problem]
    for row in unread:
        dialog.list.setCurrentRow(row)
        slide = list(dialog._slides.values())[row]
        qtbot.waitUntil(lambda slide=slide: slide.is_read and not dialog.said.picture.isNull(), timeout=60_000)
    assert threads
    assert threading.main_thread() not in threads


def test_slides_are_chosen_ordered_and_noted_then_saved_and_opened_again(
    window: MainWindow, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    window.motion.choose("off")
    lesson = lesson_of("chain-several-paths")
    window.reading.open(lesson_address(lesson))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.list.count() == len(slides_of(lesson))
    for row in range(3, dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.setCurrentRow(0)
    dialog.buttons["add"].click()
    dialog.heading.setText("Before we begin")
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "What is {x^2}?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.notes, "Tab goes on, as from every field"
    qtbot.keyClicks(dialog.notes, "Wait for answers.")
    dialog.buttons["up"].click()
    dialog.minutes.setValue(10)
    file = tmp_path / "mine.deck"
    dialog.save_into(file)
    assert "mine.deck" in dialog.told.text()
    dialog.close()
    window.projection.decks._plans.clear()
    window.reading.show_board()
    assert window.files.open(file)
    assert window.message.property("news"), "it has not the colour of a fault"
    assert window.reading.lesson_on_page() == lesson
    press("F5", "F7")
    view, presenter, run = window.projection.view, window.projection.presenter, window.projection.run
    assert view is not None
    assert presenter is not None
    assert [slide.heading for slide in run.slides[:2]] == ["Before we begin", lesson.title]
    assert len(run.slides) == 4
    assert presenter.notes.text() == "Wait for answers."
    assert presenter.card.isHidden()
    assert presenter.timer_caption.text().startswith("of 10:00")
    press("Right")
    assert presenter.notes.text(), "the words of the lesson"
    assert "Wait for answers." not in presenter.notes.text()
    for _ in range(3):
        press("Right")
    assert view.caption.title == "End of the lesson"


def test_faulty_words_are_said_and_shown_as_they_were_typed(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    window.reading.open(lesson_address(lesson_of("gradient")))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog.buttons["add"].click()
    dialog.text.setPlainText("What is {x^2?")
    assert dialog.fault.text().startswith("Shown as it is typed:")
    assert dialog.fault.isVisible()
    own = [slide for slide in window.projection.decks.slides_for(lesson_of("gradient")) if not slide.key]
    assert [slide.spoken() for slide in own] == ["What is {x^2?"], "nothing of it is lost"
    dialog.text.setPlainText("What is {x^2?\nAnd {x^3}?")
    own = [slide for slide in window.projection.decks.slides_for(lesson_of("gradient")) if not slide.key]
    assert own[0].spoken() == "What is {x^2? And x³?", "what can be read is read"
    dialog.text.setPlainText("What is {x^2}?\nThink.")
    assert not dialog.fault.isVisible()
    own = [slide for slide in window.projection.decks.slides_for(lesson_of("gradient")) if not slide.key]
    assert len(own[0].sentences) == 2, "each line is a paragraph"
    dialog.buttons["remove"].click()
    assert window.projection.decks.plan_for(lesson_of("gradient")).entries == dialog.plan().entries
    assert len(dialog.plan().entries) == len(slides_of(lesson_of("gradient")))


def test_a_deck_of_no_lesson_and_a_damaged_one_are_refused_with_a_message(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "mine.deck"
    file.write_text('{"kind": "explainer deck", "version": 1, "lesson": "none", "slides": []}', encoding="utf-8")
    assert not window.files.open(file)
    assert "which is not here" in window.message.text()
    file.write_text("{", encoding="utf-8")
    assert not window.files.open(file)
    assert "mine.deck" in window.message.text()
    assert not window.message.property("news")


def test_the_keys_lie_on_a_card_where_the_speaker_works(
    window: MainWindow, deck: ProjectionWindow, press: Press
) -> None:
    press("?")
    card = window.projection.keys.card
    assert card is not None
    assert card.parentWidget() is deck
    assert card.isVisible()
    assert deck.rect().contains(card.geometry())
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert all(words in shown for words in ("Freeze what the audience sees", "Next slide or line", "Esc"))
    press("Right")
    assert window.projection.run.place == 1
    press("Esc")
    assert window.projection.active
    assert window.projection.keys.card is None
    press("F7", "?")
    card = window.projection.keys.card
    assert card is not None
    assert card.parentWidget() is window.projection.presenter
    press("?", "Esc")
    assert not window.projection.active


@in_groups("size", [(800, 730), (1024, 700), (1280, 720), (1920, 1000)], ids=str, in_one=["qtbot", "window"])
@pytest.mark.parametrize("identifier", ["loss", "recurrence", "neuron"])
def test_a_figure_is_whole_on_every_screen(
    qtbot: QtBot, window: MainWindow, identifier: str, size: tuple[int, int]
) -> None:
    figures = [slide for slide in slides_of(lesson_of(identifier)) if slide.draw is not None]
    assert figures
    for slide in figures:
        card = SlideCard(None)  # type: ignore[arg-type]
        qtbot.addWidget(card)
        card.resize(*size)
        card.set_look(window.appearance.theme_now(), 27.0)
        card.show_slide(slide)
        card.show()
        qtbot.waitUntil(lambda card=card: bool(card._labels), timeout=LONGEST_MS)
        figure = card._figure
        assert figure.heightForWidth(figure.width()) <= figure.height()
        assert figure.height() > 0.3 * size[1]
        for label in card._labels:
            assert not label.geometry().intersects(figure.geometry())
        assert max(widget.geometry().bottom() for widget in (figure, *card._labels)) < size[1]
        # The letters of a figure are as large as words, as far as that goes: 0.9 of them is the smallest one in it.
        assert 0.9 * figure.letters_in(figure.width(), figure.height()) > 0.024 * min(size[1], 0.6 * size[0])


def _slide_card(qtbot: QtBot, window: MainWindow) -> SlideCard:
    card = SlideCard(None)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    card.resize(1280, 660)
    card.set_look(window.appearance.theme_now(), 27.0)
    return card


def test_a_figure_is_drawn_beside_the_window_and_once(qtbot: QtBot, window: MainWindow) -> None:
    """What it shows is derived: in the window's thread that would hold up every key."""
    (of_lesson, *_) = (slide for slide in slides_of(lesson_of("neuron")) if slide.draw is not None)
    threads = []

    def draw() -> Figure:
        threads.append(threading.current_thread())
        assert of_lesson.draw is not None
        return of_lesson.draw()

    slide = replace(of_lesson, draw=draw)
    card = _slide_card(qtbot, window)
    card.show_slide(slide)
    qtbot.waitUntil(lambda: card._figure.isVisibleTo(card), timeout=LONGEST_MS)
    assert not card.picture_of(slide, card.size()).isNull()
    renamed = slide.renamed("Another heading")
    assert renamed.read() == slide.sentences
    assert renamed.figure is slide.figure
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_a_figure_that_cannot_be_drawn_leaves_words_that_say_why(qtbot: QtBot, window: MainWindow) -> None:
    def draw() -> Figure:
        raise UnsuitedError("A figure", "there is nothing to draw here")

    card = _slide_card(qtbot, window)
    card.show_slide(Slide("figure", "A figure", draw=draw))
    qtbot.waitUntil(lambda: bool(card._labels), timeout=LONGEST_MS)
    assert "there is nothing to draw here" in card._labels[0].text()
    assert not card._figure.isVisibleTo(card)


@pytest.mark.parametrize("identifier", ["neuron", "reference-elementwise"])
def test_no_words_and_formulas_of_a_slide_are_cut_off(qtbot: QtBot, window: MainWindow, identifier: str) -> None:
    words = [slide for slide in slides_of(lesson_of(identifier)) if slide.draw is None and not slide.is_problem]
    assert {"A correction", "What holds"} <= {slide.heading for slide in words} or identifier.startswith("reference")
    for slide in words:
        card = SlideCard(None)  # type: ignore[arg-type]
        qtbot.addWidget(card)
        card.resize(1280, 660)
        card.set_look(window.appearance.theme_now(), 27.0)
        card.show_slide(slide)
        card.show()
        qtbot.waitUntil(lambda card=card: bool(card._labels), timeout=LONGEST_MS)
        for label in card._labels:
            assert label.heightForWidth(label.width()) <= label.height() + 1, (slide.key, label.text())
            assert label.geometry().bottom() < card.height()


def test_the_speaker_sees_the_next_slide_as_it_will_be_and_the_time_beside_its_name(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    press("F7")
    presenter = window.projection.presenter
    assert presenter is not None
    qtbot.waitUntil(presenter.isVisible)
    coming = window.projection.run.coming
    assert coming is not None
    qtbot.waitUntil(lambda: not presenter.next.picture.isNull(), timeout=60_000)
    shown = presenter.next.picture.toImage()
    press("PgDown")
    assert window.projection.run.slide is coming
    qtbot.waitUntil(lambda: presenter.next.picture.toImage() != shown, timeout=60_000)
    assert shown.size() == deck.slide_card.size()
    captions = [presenter.timer_caption, presenter.timer]
    assert captions[1].geometry().top() - captions[0].geometry().bottom() < 2 * captions[0].height()


def test_the_speaker_sees_the_function_of_the_problem_that_comes_next(
    window: MainWindow, deck: ProjectionWindow, press: Press, qtbot: QtBot
) -> None:
    press("F7")
    presenter, run = window.projection.presenter, window.projection.run
    assert presenter is not None
    while run.coming is not None and not run.coming.is_problem:
        press("PgDown")
    assert run.coming is not None
    assert run.coming.heading in presenter.next.title or "problem" in presenter.next.title.casefold()
    assert presenter.next._notation is not None
    qtbot.waitUntil(lambda: presenter.next._fitted is not None, timeout=60_000)
    white = presenter.next.grab().toImage()
    ink = {white.pixelColor(x, y).name() for x in range(0, white.width(), 2) for y in range(45, white.height() - 2, 2)}
    assert len(ink) > 3, "nothing is drawn below the words"


def test_a_deck_that_nobody_has_saved_is_there_again(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    lesson = lesson_of("gradient")
    window.reading.open(lesson_address(lesson))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog.buttons["add"].click()
    dialog.text.setPlainText("Mine {x^2}.")
    plan = dialog.plan()
    dialog.close()
    window.projection.decks._plans.clear()  # as when the program begins
    assert window.projection.decks.plan_for(lesson) == plan
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog.buttons["all"].click()
    dialog.close()
    window.projection.decks._plans.clear()
    assert not window.projection.decks.has_plan(lesson)


def test_what_is_written_on_slides_outlives_a_crash_while_the_dialog_is_open(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    lesson = lesson_of("gradient")
    window.reading.open(lesson_address(lesson))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog._remembering.setInterval(30)  # instead of more than a second
    dialog.buttons["add"].click()
    dialog.text.setPlainText("Mine {x^2}.")
    plan = dialog.plan()
    qtbot.waitUntil(lambda: kept_plan(lesson.id) == plan, timeout=60_000)
    assert dialog.isVisible()
    dialog.buttons["all"].click()
    qtbot.waitUntil(lambda: kept_plan(lesson.id) is None, timeout=60_000)


def test_a_deck_is_saved_and_handed_out_beside_what_it_belongs_to(
    window: MainWindow, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    lesson, decks = lesson_of("gradient"), window.projection.decks
    assert decks.suggested_file(lesson).parent == documents_folder() != Path()
    window.reading.open(lesson_address(lesson))
    press("Ctrl+D")
    assert decks.dialog is not None
    decks.dialog.buttons["add"].click()
    decks.dialog.save_into(tmp_path / "mine.deck")
    decks.dialog.close()
    assert decks.suggested_file(lesson) == tmp_path / "mine.deck"
    assert decks.suggested_file(lesson_of("jacobian")).parent == tmp_path
    press("Ctrl+E")
    dialog = window.ways_out.exporting.dialog
    assert dialog is not None
    assert Path(dialog.file.text()).parent == tmp_path
    dialog.close()


def test_which_deck_is_open_is_seen_on_the_page_in_the_title_in_the_dialog_and_when_it_is_projected(
    window: MainWindow, press: Press, tmp_path: Path, qtbot: QtBot
) -> None:
    lesson = lesson_of("gradient")
    window.reading.open(lesson_address(lesson))
    bar = window.reading._bar
    assert bar is not None
    assert bar.place.text() == "", "it is the lesson itself"
    press("Ctrl+D")
    decks = window.projection.decks
    dialog = decks.dialog
    assert dialog is not None
    count = len(slides_of(lesson))
    assert dialog.deck.text() == "All slides of the lesson"
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.deck.text() == bar.place.text() == f"Your slides · {count - 1} slides"
    dialog.list.setCurrentRow(0)
    assert dialog.heading.isVisible()
    assert not dialog.text.isVisible()
    assert dialog.heading.placeholderText() == lesson.title
    dialog.heading.setText("Week 3")
    assert "Week 3" in dialog.list.item(0).text()
    dialog.list.setCurrentRow(1)
    assert not dialog.heading.isVisible()
    dialog.save_into(tmp_path / "mine.deck")
    assert dialog.deck.text() == bar.place.text() == f"mine.deck · {count - 1} slides"
    assert window.windowTitle().startswith("mine.deck[*]")
    assert not window.isWindowModified()
    dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.deck.text() == bar.place.text() == f"mine.deck · {count - 2} slides, changed"
    assert window.isWindowModified()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    dialog.reject()
    press("F5")
    view = window.projection.view
    assert view is not None
    assert view.caption.title == "Week 3", "the name of a file is not for the class"
    assert view.slide_card.slide is not None
    assert view.slide_card.slide.heading == "Week 3"
    press("Right")
    press("F7", "Esc", "F5")
    presenter = window.projection.presenter
    assert presenter is not None
    assert presenter.status.text() == f"mine.deck · {count - 2} slides"
    press("Right")
    assert not presenter.status.text()
    press("Esc")
    window.reading.show_board()
    assert not window.windowTitle().startswith("mine.deck"), "the board shows something else"


def test_of_a_deck_the_problems_that_are_shown_are_counted(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    lesson = lesson_of("chain-one-path")
    window.motion.choose("off")
    window.reading.open(lesson_address(lesson))
    entries = (Entry("title 1"), Entry(lesson.problems[2].id), Entry(lesson.problems[0].id))
    window.projection.decks.keep(DeckPlan(lesson.id, entries))
    press("F5", "PgDown")
    view = window.projection.view
    assert view is not None
    qtbot.waitUntil(lambda: "Problem 1 of 2" in view.title_card.spoken())


def test_on_a_slide_the_keys_that_need_a_line_say_so_and_the_card_lists_those_that_work(
    window: MainWindow, deck: ProjectionWindow, press: Press
) -> None:
    for key, word in (("Q", "step"), ("R", "rule"), ("G", "figures")):
        press(key)
        assert word in deck.caption.title
        assert "here is none" in deck.caption.title
    press("Right")
    assert "here is none" not in deck.caption.title
    press("F7", "R")
    presenter = window.projection.presenter
    assert presenter is not None
    assert "rule of a line" in presenter.status.text()
    assert "rule of a line" not in deck.caption.title, "the audience need not read it"
    press("F7", "?")
    card = window.projection.keys.card
    assert card is not None
    words = {label.text() for label in card.findChildren(QLabel)}
    assert {"Next slide or line", "All slides at a glance"} <= words
    assert not {"First line", "Go to a step", "The rule of this step"} & words
    press("?")
    while window.projection.run.on_title:
        press("Right")
    press("?")
    card = window.projection.keys.card
    assert card is not None
    assert {"First line", "Go to a step"} <= {label.text() for label in card.findChildren(QLabel)}


def test_the_presenters_window_is_there_again_and_says_the_lessons_words_beside_every_slide(
    window: MainWindow, deck: ProjectionWindow, press: Press
) -> None:
    press("F7")
    presenter = window.projection.presenter
    assert presenter is not None
    run = window.projection.run
    silent, places = [], set()
    while window.projection.captions.message != "End of the lesson":
        slide = run.slide
        assert slide is not None
        if run.on_title and not slide.is_problem and not presenter.notes.text():
            silent.append(slide.key)
        assert f"Slide {run.place + 1} of {len(run.slides)}" in presenter.place.text(), "inside a problem, too"
        places.add(presenter.place.text())
        press("Right")
    assert len(places) > len(run.slides)
    assert len(silent) <= len(run.slides) // 10, silent
    captions = [label for label in presenter.findChildren(QLabel) if label.property("role") == "caption"]
    assert captions
    assert all(label.fontInfo().pixelSize() >= 13 for label in captions)
    press("Esc", "Shift+F5")
    assert presenter.isVisible(), "who has asked for it has it again"
    presenter.close()
    press("Esc", "Shift+F5")
    assert not presenter.isVisible()


def test_what_was_refused_without_a_lesson_is_forgotten_when_one_is_opened(window: MainWindow, press: Press) -> None:
    window.session.open("x^2", wrt="x")
    press("Ctrl+D")
    assert "Open a lesson first" in window.message.text()
    window.reading.open(lesson_address(lesson_of("gradient")))
    assert window.message.isHidden()


def test_rows_of_slides_begin_with_what_differs_in_the_language_that_is_spoken(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    window.reading.open(lesson_address(lesson_of("chain-several-paths")))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.reading.working, timeout=60_000)
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    asked = [(rows[k], rows[k + 1]) for k in range(len(rows) - 1) if rows[k + 1].startswith("The answer:")]
    assert asked
    for question, answer in asked:
        assert "Which?" not in question + answer
        assert question.split(":", 1)[1][:20] != answer.split(":", 1)[1][:20]
    assert any(answer.startswith("The answer:  B. two") for _, answer in asked)


def test_tab_goes_through_the_slides_from_top_to_bottom(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    window.reading.open(lesson_address(lesson_of("gradient")))
    press("Ctrl+D")
    dialog = window.projection.decks.dialog
    assert dialog is not None
    dialog.buttons["add"].click()
    dialog.heading.setFocus()
    for expected in (dialog.text, dialog.notes, dialog.minutes):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is expected


@pytest.mark.parametrize("patience_ms", [0.0, 60.0])
def test_what_stands_on_a_slide_is_made_beside_the_window(
    patience_ms: float, deck: ProjectionWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of results takes a derivation for each of its rows."""
    monkeypatch.setattr("explainer.gui.away.PATIENCE_MS", patience_ms)
    threads: list[int] = []

    def make() -> tuple[tuple[str, ...], ...]:
        threads.append(threading.get_ident())
        return (("one",), ("two",))

    def words() -> list[str]:
        return [text_of(label.sentence) for label in card._labels]

    card = deck.slide_card
    card.show_slide(Slide("table", "Results", make))
    qtbot.waitUntil(lambda: words() == ["one", "two"], timeout=60_000)
    pictured = Slide("table", "Others", make)
    qtbot.waitUntil(lambda: not card.picture_of(pictured, deck.stack.size()).isNull(), timeout=60_000)
    assert len(threads) == 2
    assert threading.get_ident() not in threads


def test_a_slide_that_cannot_be_made_says_why(deck: ProjectionWindow, qtbot: QtBot) -> None:
    def make() -> tuple[tuple[str, ...], ...]:
        raise ExplainerError("there is no such problem")

    card = deck.slide_card
    card.show_slide(Slide("table", "Results", make))
    qtbot.waitUntil(lambda: "there is no such problem" in [text_of(label.sentence) for label in card._labels])
    assert not card.picture_of(card.slide, deck.stack.size()).isNull(), "it is not made again and again"
