"""Names in notes and messages look as they do in formulas; what is to be typed stays as it is typed."""

from __future__ import annotations

import pytest

import explainer
from explainer.errors import ExplainerError
from explainer.expr.nodes import Variable
from explainer.expr.shape import Shape
from explainer.phrases import joined, phrase
from explainer.rules import all_rules
from explainer.session.lines.card import formula_text, notation_of
from explainer.session.lines.names import condition_in_words, with_formulas
from explainer.session.preview import preview_of

VECTOR = Shape(("n",))


def test_names_in_a_note_are_formulas_and_vectors_are_bold() -> None:
    w, x = (notation_of(Variable(name, VECTOR)) for name in "wx")
    note = phrase("{0} stand side by side.", joined(", ", ["w", "x"], " and "))
    assert with_formulas(note, {"w": VECTOR, "x": VECTOR}) == (w, " and ", x, " stand side by side.")
    assert with_formulas(phrase("Names: {0}.", "w, x"), {"w": VECTOR, "x": VECTOR}) == ("Names: ", w, ", ", x, ".")


def test_a_longer_word_is_a_name_where_it_is_known_to_be_one() -> None:
    note = phrase("{0} is data.", "rate")
    assert with_formulas(note) == ("rate", " is data.")
    assert with_formulas(note, {"rate": Shape()})[0] == notation_of(Variable("rate", Shape()))


@pytest.mark.parametrize("template", ["“{0}” is not a known name", "Write {0}' {0} or {0}(n).", "… where [{0}]"])
def test_what_is_quoted_or_glued_to_signs_stays_as_it_is_typed(template: str) -> None:
    said = with_formulas(phrase(template, "x"))
    assert "".join(map(str, said)) == template.format("x")


@pytest.mark.parametrize(
    "text",
    [
        "X y + b where X: m x n, y: k",
        "w · x where w: n, x: m",
        "a / b where a: n, b: m",
        "A + B where A: m x n, B: n x m",
    ],
)
def test_a_refusal_shows_the_parts_that_do_not_fit_as_formulas(text: str) -> None:
    with pytest.raises(ExplainerError) as caught:
        explainer.parse(text)
    assert sum(not isinstance(piece, str) for piece in with_formulas(caught.value.message)) >= 2


def test_the_notes_of_what_is_typed_have_their_names_as_formulas() -> None:
    preview = preview_of("sum(i=1..N, x_i · w) where X: N x n, w: n")
    assert any(not isinstance(piece, str) for note in preview.notes for piece in with_formulas(note, preview.shapes))


def test_the_letters_of_a_condition_are_those_of_the_statement() -> None:
    rules = {rule.id: rule for rule in all_rules()}
    for rule in rules.values():
        words = condition_in_words(rule)
        assert "".join(word if isinstance(word, str) else formula_text(word) for word in words) == rule.condition
    assert [isinstance(word, str) for word in condition_in_words(rules["product"])] == [False, True, False, True, False]
    assert isinstance(condition_in_words(rules["gradient"])[-1], str), "“a” scalar is no letter"
    assert not isinstance(condition_in_words(rules["exponential"])[0], str), "a > 0 is one"
