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
JOINED = {
    "cos 2πx": "cos(2 pi x)", "sin πx": "sin(pi x)", "sin 2 pi x": "sin(2 pi x)", "sin 2 pi f x": "sin(2 pi f x)",
    "sin ωx": "sin(ω x)", "sin omega x": "sin(ω x)", "sin ωx + φ": "sin(ω x) + φ", "sin 2 x": "sin(2 x)",
    "sin nx cos mx": "sin(n x) cos(m x)", "cos 2xy": "cos(2 x y)", "sin^2 2πx": "(sin(2 pi x))^2", "ln xy": "ln(x y)",
    "ln x^2y": "ln(x^2 y)", "log_2 xy": "log_2(x y)", "sqrt 2x": "sqrt(2 x)", "sqrt xy": "sqrt(x y)",
    "x sin xy": "x sin(x y)", "e^(-x/τ) cos ωx": "e^(-x/τ) cos(ω x)", "exp -ax": "exp(-a x)",
    "exp -x^2/2": "exp(-x^2/2)", "exp -x/τ": "exp(-x/τ)", "exp -x^2/(2 s) y": "exp(-x^2/(2 s)) y",
    "exp -lambda x": "exp(-λ x)", "exp -x'x": "exp(-(x'x))", "tanh Wx": "tanh(W x)",
    "softmax Wx + b": "softmax(W x) + b", "sigmoid w'x": "sigmoid(w'x)", "sin 2πx/L": "sin(2 pi x)/L",
}  # fmt: skip
"""Where nothing but a letter, a number or a constant is joined to what follows the function."""
AS_BEFORE = {
    "sin x y": "sin(x) y", "log p q": "log(p) q", "sum(x) c": "c sum(x)", "sum(x)^2": "(sum(x))^2",
    "mean x^2": "mean(x^2)", "sin x^2 y": "sin(x^2) y", "ln 2 x": "ln(2) x", "sqrt 2 x": "sqrt(2) x",
    "sin xe^x": "sin(x) e^x", "sin 2x y": "sin(2 x) y", "exp -x^2 / 2": "exp(-x^2)/2", "exp x/2": "exp(x)/2",
    "sin α cos x": "sin(α) cos(x)", "sin x cos x": "sin(x) cos(x)", "exp -x/2 y": "exp(-x/2) y",
}  # fmt: skip


def _variable(text: str) -> str:
    return next(letter for letter in ("A", "X", "x", "w", "p") if letter in text)


@in_groups(("typed", "meant"), [*REACHING.items(), *JOINED.items(), *AS_BEFORE.items()])
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
