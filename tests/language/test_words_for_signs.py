"""Formulas that are said in words: read as what they say where that is one thing, else refused at the word."""

from __future__ import annotations

import pytest

from explainer.errors import ParseError
from explainer.language import read_question
from tests.cases import in_groups

SAID = {
    "x squared + 3x": "x^2 + 3 x",
    "x cubed minus 2 x": "x^3 - 2 x",
    "sin squared x": "sin(x)^2",
    "the square root of x^2+1": "sqrt(x^2 + 1)",
    "e to the x": "e^x",
    "e to the power of -x^2": "e^-x^2",
    "x to the fourth plus 3x": "x^4 + 3 x",
    "2 times x plus 1": "2 x + 1",
    "sin x divided by x": "sin(x) / x",
    "1 over x squared": "1 / x^2",
    "natural log of x": "ln(x)",
    "log base 2 of x": "log2(x)",
    "x transpose A x": "x' @ A @ x",
    "X transpose times X": "X' @ X where X: m x n",
    "norm of Ax-b squared": "norm(A @ x - b)^2",
    "inverse of A times b": "inv(A) @ b",
    "A inverse b": "inv(A) @ b",
    "trace of X transpose X": "tr(X' @ X)",
    "the log of the determinant of X": "ln(det(X))",
    "x hoch 3 plus 2 mal x": "x^3 + 2 x",
    "y = x squared": "x^2",
    "x times y where times: scalar": "x times y where times: scalar",
}
ASKED = {
    "derivative of x squared times sin x": ("x", "x^2 sin(x)"),
    "what is the derivative of the square root of x?": ("x", "sqrt(x)"),
    "Find the derivative of the trace of X transpose A X with respect to X.": ("X", "tr(X' @ A @ X)"),
    "derivative of the inverse of A": ("A", "inv(A)"),
    "minimize x squared over x": ("x", "x^2"),
}
UNCLEAR = {
    "sin x squared": "squared", "log x squared": "squared", "x + 1 over x - 1": "over",
    "square root of x + 1": "root", "x to the power of 5 over 3": "to", "e to the x times y": "to",
    "trace of A plus B": "of",
}  # fmt: skip


@in_groups(("typed", "meant"), list(SAID.items()))
def test_words_are_read_as_the_signs_they_stand_for(typed: str, meant: str) -> None:
    found = read_question(typed).parsed
    assert found.expression.text() == read_question(meant).parsed.expression.text()


@in_groups(("typed", "variable", "function"), [(typed, *meant) for typed, meant in ASKED.items()])
def test_a_question_may_say_its_function_in_words(typed: str, variable: str, function: str) -> None:
    parsed = read_question(typed).parsed
    assert parsed.wrt is not None
    assert (parsed.wrt.text(), parsed.expression.text()) == (variable, function)


@pytest.mark.parametrize(("typed", "word"), list(UNCLEAR.items()))
def test_words_that_could_say_two_things_are_refused(typed: str, word: str) -> None:
    with pytest.raises(ParseError) as caught:
        read_question(typed)
    assert caught.value.position is not None
    assert typed[caught.value.position :].startswith(word) or word in caught.value.message
