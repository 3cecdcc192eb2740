"""The variable and the shapes in the words of what was pasted; signs that must not be read as another question."""

from __future__ import annotations

import pytest

from explainer.errors import ParseError
from explainer.language import read_question
from tests.cases import in_groups


@pytest.mark.parametrize(
    ("text", "given", "name"),
    [
        (r"\theta^2 + 3\theta", r"\theta", "theta"),
        (r"\|\mathbf{X}\mathbf{w}-\mathbf{y}\|_2^2", r"\mathbf{w}", "w"),
        (r"\log\hat{y}", r"\hat{y}", "y_hat"),
        (r"\boldsymbol{\theta}_1^2", r"\boldsymbol{\theta}_1", "theta_1"),
        ("x^T Σ x", r"\Sigma", "Sigma"),
        ("((X @ weights - y)**2).sum()", "weights", "w"),
        ("np.sum((features @ coefs - y)**2)", "coefs", "c"),
    ],
)
def test_the_variable_is_read_as_it_stands_in_the_text(text: str, given: str, name: str) -> None:
    parsed = read_question(text, wrt=given).parsed
    assert parsed.wrt is not None
    assert parsed.wrt.text() == name
    assert name in parsed.expression.text()


def test_shapes_are_given_by_the_names_of_the_code() -> None:
    parsed = read_question("((X @ weights - y)**2).sum()", {"weights": "5"}, "weights").parsed
    assert str(parsed.shapes["w"]) == "5"
    assert "weights" not in parsed.shapes


EQUATIONS = ["A x = b", "Ax = b", "ax = b", "mv = p", "xy = 1", "xy = x + y", "dx = x^2", "sin x = x/2", "P V = n R T"]


@in_groups("text", ["σ'(x)", "sigma'(z) y", "sin'(x)", *EQUATIONS])
def test_what_would_be_another_question_is_refused_with_a_way_on(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_question(text, wrt="x")
    assert caught.value.hint
    assert caught.value.position is not None


@pytest.mark.parametrize("text", ["A x = b", "Ax = b", "2 x + 1 = y"])
def test_the_difference_that_is_proposed_for_an_equation_is_readable(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_question(text)
    proposed = str(caught.value.hint).partition(": ")[2].partition(". Inside")[0]
    assert read_question(proposed).parsed.expression is not None


@pytest.mark.parametrize(
    "text", ["KE = m v^2/2", "ke = m v^2/2", "J(w) = w^2", "PV = n R v", "MSE = v^2", "mse = v^2", "std = v^2"]
)
def test_a_name_of_the_result_is_left_out_and_told_whole(text: str) -> None:
    question = read_question(text)
    assert any(text.partition(" =")[0] in str(note) for note in question.notes)
