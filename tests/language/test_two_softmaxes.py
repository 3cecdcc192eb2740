"""A cross-entropy of scores that is given probabilities: said, not derived without a word."""

from __future__ import annotations

import pytest

from explainer.language import read_question


def notes_of(text: str) -> str:
    return " ".join(str(note) for note in read_question(text).parsed.notes)


@pytest.mark.parametrize(
    "text",
    [
        "cross_entropy(softmax(W x), y)",
        "L where Z = X @ W + b, P = softmax(Z), L = cross_entropy(P, Y)",
        "2 cross_entropy(P, Y) + norm(W)^2 where P = softmax(X @ W)",
    ],
)
def test_a_softmax_of_a_softmax_is_told_of(text: str) -> None:
    assert notes_of(text).count("is a softmax already") == 1


@pytest.mark.parametrize(
    "text",
    [
        "cross_entropy(W x, y)",
        "L where Z = X @ W + b, L = cross_entropy(Z, Y)",
        "-sum(Y ⊗ log(P)) where P = softmax(X @ W)",
        "cross_entropy(Z, Y) + sum(P) where Z = X @ W, P = softmax(Z)",
    ],
)
def test_scores_are_what_is_expected(text: str) -> None:
    assert "already" not in notes_of(text)
