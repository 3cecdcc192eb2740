"""Which readings were guesses, what else is offered for them, and that the offer gives that reading."""

from __future__ import annotations

import pytest

from explainer.language import parse_expression, read_question
from explainer.session.preview import preview_of
from tests.language.as_typed import SCALARS


@pytest.mark.parametrize(
    ("text", "name", "kind", "alternative"),
    [
        ("A x + b", "A", "matrix", "scalar"),
        ("X w − y", "X", "matrix", "scalar"),
        ("exp(A x)", "A", "matrix", "scalar"),
        ("sum((x − μ)^2)", "mu", "scalar", "vector"),
        ("sum(x z)", "x", "vector", "scalar"),
    ],
)
def test_a_guess_has_a_name_a_reason_and_another_reading(text: str, name: str, kind: str, alternative: str) -> None:
    parsed = parse_expression(text)
    guess = {guess.name: guess for guess in parsed.guesses}[name]
    assert (guess.kind, guess.alternatives[0], guess.shape) == (kind, alternative, parsed.shapes[name])
    assert guess.reason
    other = parse_expression(text, kinds={name: alternative})
    assert len(other.shapes[name].sizes) == ("scalar", "vector", "matrix").index(alternative)


def test_what_was_said_is_no_guess() -> None:
    assert parse_expression("A x + b where A: m x n, x: n, b: m").guesses == ()
    assert {guess.name for guess in parse_expression("A x + b", {"A": "m x n"}).guesses} <= {"x", "b"}


def test_nobody_is_asked_about_ordinary_calculus() -> None:
    for text in SCALARS:
        if not any(letter.isupper() for letter in text):
            assert parse_expression(text).guesses == (), text


@pytest.mark.parametrize("text", ["A x + b", "sum((x − μ)^2)", "W_2 relu(W_1 x + b_1)", "exp(A x)"])
def test_the_shape_that_is_offered_gives_the_other_reading(text: str) -> None:
    repair = preview_of(text).repair
    assert repair is not None
    taken, repaired = parse_expression(text), parse_expression(text, {repair.name: repair.shape})
    assert len(taken.shapes[repair.name].sizes) != len(repaired.shapes[repair.name].sizes)
    assert len(repaired.shapes[repair.name].sizes) == ("scalar", "vector", "matrix").index(repair.kind)


@pytest.mark.parametrize("text", ["A X B", "A X + B", "A X", "M A", "Q X + B Q"])
def test_capitals_alone_that_may_be_matrices_are_numbers_and_offered_as_matrices(text: str) -> None:
    parsed = read_question(text).parsed
    assert all(shape.is_scalar for shape in parsed.shapes.values())
    first = parsed.guesses[0]
    assert first.alternatives[0] == "matrix"
    other = read_question(text, kinds={first.name: "matrix"}).parsed
    assert all(shape.is_matrix for shape in other.shapes.values())


@pytest.mark.parametrize("text", ["P V", "K L", "N R T", "A^2 B", "A/B", "A/(1 + A)"])
def test_quantities_are_not_offered_as_matrices(text: str) -> None:
    assert read_question(text).parsed.guesses == ()


@pytest.mark.parametrize("capitals", ["A X", "A B X", "A B C", "A B C D", "A B Q W"])
def test_capitals_in_a_row_in_front_of_a_vector_are_matrices(capitals: str) -> None:
    shapes = read_question(f"{capitals} x").parsed.shapes
    assert shapes.pop("x").is_vector
    assert all(shape.is_matrix for shape in shapes.values())


@pytest.mark.parametrize("text", ["A*B*x", "A*X*B*x", "2*A*B*x", "A*B*X*x"])
def test_stars_in_front_of_a_vector_are_products_of_matrices(text: str) -> None:
    wanted = read_question(text.replace("*", " ")).parsed.expression
    assert read_question(text).parsed.expression is wanted
