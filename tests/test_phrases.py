"""The language belongs to the thread: programs get English, whatever is spoken elsewhere in the process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Barrier, Thread

import pytest

import explainer
from explainer.expr.node import Node
from explainer.lessons.richtext import RichText
from explainer.notation import write
from explainer.notation.tree import Words
from explainer.phrases import (
    Part,
    as_here,
    capital,
    edition,
    in_english,
    joined,
    phrase,
    pieces_of,
    retold,
    sentence,
    speak,
    spoken,
    translated,
    whole_sentence,
)
from explainer.session.work import Work
from explainer.typeset.boxes.pieces import words_box
from explainer.typeset.boxes.style import TEXT


def _marking(mark: str) -> Callable[[str, int], str]:
    return lambda text, number: f"{mark}{text}{mark}"


@pytest.fixture
def foreign() -> Iterator[None]:
    """Another language in this thread, as a window speaks it."""
    speak(_marking("⟦"))
    yield
    speak(None)


def _said(expr: Node) -> tuple[object, ...]:
    """Texts of every kind in the language of the thread: plain, with parts, with formulas, spoken, measured."""
    return (
        translated("Result"),
        translated(phrase("{0} has no value", "x")),
        translated(joined(", ", ["a", phrase("b")], " and ")),
        retold(sentence("{f} does not depend on {x}.", {"f": "f", "x": "x"})),
        write(expr, "speech"),
        _LESSON.paragraphs,
        words_box(Words("otherwise"), TEXT).width,
    )


_LESSON = RichText("The rule of sums.")


def test_two_threads_in_two_languages_do_not_mix() -> None:
    expr = explainer.parse("max(0, sum(x)^2 / sin(y))", {"x": "n"})
    alone = {}
    for mark in "<>":
        with spoken(_marking(mark)):
            alone[mark] = _said(expr)
    assert alone["<"] != alone[">"]
    both, mixed = Barrier(2, timeout=60), list[object]()

    def tell(mark: str) -> None:
        speak(_marking(mark))
        for _ in range(20):
            both.wait()
            told = _said(expr)
            if told != alone[mark]:
                mixed.append((mark, told))

    threads = [Thread(target=tell, args=(mark,)) for mark in "<>"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not mixed
    assert translated("Result") == "Result"


def test_a_new_thread_speaks_english_unless_it_works_for_this_one(foreign: None) -> None:
    told = []
    for work in (lambda: told.append(translated("Result")), as_here(lambda: told.append(translated("Result")))):
        thread = Thread(target=work)
        thread.start()
        thread.join()
    assert told == ["Result", "⟦Result⟦"]


def test_work_beside_the_window_speaks_its_language(foreign: None) -> None:
    work = Work(lambda: iter([translated("Result")]))
    assert work.take(60) == "⟦Result⟦"
    work.leave()


def _told_by_the_library() -> list[object]:
    trace = explainer.derive("max(0, w · x + b)", "w")
    return [
        *((step.title, step.explanation, step.conditions) for step in trace.steps),
        explainer.write(trace.result, "speech"),
        explainer.render(trace.result, format="svg"),
        explainer.figure(trace, "shapes").description,
        explainer.handout(trace, "markdown"),
        trace.steps[0]._repr_html_(),
    ]


def test_the_library_gives_english_beside_a_window_that_speaks_another_language() -> None:
    english = _told_by_the_library()
    speak(_marking("⟦"))
    try:
        assert _told_by_the_library() == english
        assert translated("Result") == "⟦Result⟦"
    finally:
        speak(None)


def test_a_program_can_ask_for_a_language_for_a_few_lines(foreign: None) -> None:
    expr = explainer.parse("sin(x)")
    with spoken(_marking("<")):
        assert "<" in explainer.write(expr, "speech")
        with spoken(None):
            assert explainer.write(expr, "speech") == "the sine of x"
    assert "⟦" in write(expr, "speech")
    assert explainer.write(expr, "speech") == "the sine of x"


def test_every_change_has_an_edition_of_its_own_and_english_has_always_the_same() -> None:
    editions = [edition()]
    for mark in "<>":
        with spoken(_marking(mark)):
            editions.append(edition())
    assert len(set(editions)) == 3
    assert edition() == editions[0] == 0


def test_an_error_leaves_the_language_as_it_was(foreign: None) -> None:
    @in_english
    def fails() -> None:
        raise ValueError(translated("Result"))

    with pytest.raises(ValueError, match=r"^Result$"):
        fails()
    with pytest.raises(ZeroDivisionError), spoken(None):
        print(1 / 0)
    assert translated("Result") == "⟦Result⟦"


def test_a_name_at_the_beginning_of_a_sentence_keeps_its_letter() -> None:
    declared_twice = phrase("{0} is declared twice", "w")
    assert whole_sentence(declared_twice) == "w is declared twice."
    assert capital(phrase("the value of {0}", "w")) == "The value of w"
    with spoken(lambda text, number: {"{0} is declared twice": "zweimal steht {0} da"}.get(text, text)):
        assert translated(whole_sentence(declared_twice)) == "Zweimal steht w da."


def test_a_text_is_taken_apart_in_the_language_that_is_spoken() -> None:
    text = phrase("{0} are taken as vectors of size {1}.", joined(", ", ["w", "x"], " and "), "n")
    assert "".join(pieces_of(text)) == text
    assert [piece for piece in pieces_of(text) if isinstance(piece, Part)] == ["w", "x", "n"]
    with spoken(lambda template, number: {" and ": " und "}.get(template, template)):
        assert "".join(pieces_of(text)) == translated(text)
