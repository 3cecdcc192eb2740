"""How far a function reaches that is written without brackets, and that the window says so."""

from __future__ import annotations

import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.language import read_question
from tests.cases import in_groups

REACHING = {
    "tr A B": "tr(A B)", "tr A B C": "tr(A B C)", "-tr A B + tr C": "-tr(A B) + tr(C)", "tr X' A X": "tr(X' A X)",
    "log det A B": "log(det(A B))", "det A B": "det(A B)", "norm A x": "norm(A x)", "norm A x - b": "norm(A x) - b",
    "norm x / 2": "norm(x)/2", "norm x norm y": "norm(x) norm(y)", "det A det B": "det(A) det(B)",
    "norm x^2": "norm(x)^2", "norm x^2 y": "norm(x)^2 y", "norm x^2 + norm y^2": "norm(x)^2 + norm(y)^2",
    "sum (x - y)^2": "sum((x - y)^2)", "1/n sum (x - y)^2": "1/n sum((x - y)^2)",
    "mean (y - X w)^2": "mean((y - X w)^2)",
    "sum W x": "sum(W x)", "sum x / n": "sum(x)/n", "sum x_i y_i": "sum(x_i y_i)",
    "-sum y_i log p_i": "-sum(y_i log(p_i))", "1/n sum (y_i - w x_i)^2": "1/n sum((y_i - w x_i)^2)",
    "sum y_i log p_i + b": "sum(y_i log(p_i)) + b", "sum_i p_i log p_i": "sum_i (p_i log(p_i))",
}  # fmt: skip
AS_BEFORE = {
    "sin x y": "sin(x) y", "log p q": "log(p) q", "sum(x) c": "c sum(x)", "sum(x)^2": "(sum(x))^2",
    "mean x^2": "mean(x^2)",
}  # fmt: skip


def _variable(text: str) -> str:
    return next(letter for letter in ("A", "X", "x", "w", "p") if letter in text)


@in_groups(("typed", "meant"), [*REACHING.items(), *AS_BEFORE.items()])
def test_without_brackets_it_reaches_over_its_product(typed: str, meant: str) -> None:
    wrt = _variable(typed)
    short, long = derive(typed, wrt), derive(meant, wrt)
    assert short.result is long.result
    assert short.problem.shapes == long.problem.shapes


def test_the_window_says_how_far_it_reaches() -> None:
    for typed, part in (("tr A B", "A B"), ("sum (x - y)^2", "(x - y)^2")):
        told = [str(note) for note in read_question(typed, None, _variable(typed)).notes]
        assert any(f"“{part}” is taken as one argument" in note for note in told), told


def test_a_product_of_vectors_is_still_asked_about() -> None:
    with pytest.raises(ExplainerError, match="which product is meant"):
        derive("-sum p log p", "p")
