"""The eigenvalues of a Hessian are those of numbers that no rule has touched, and the words agree with their signs."""

from __future__ import annotations

import numpy
import pytest

import explainer
from explainer.figures import UnsuitedError, figure
from explainer.verify import evaluate_with_oracle

HESSIANS = (
    ("x' @ A @ x where A: n x n, x: n", "x", {"A": [[2, 1], [0, 3]], "x": [1, 2]}, "positive definite"),
    ("-(x · x) where x: n", "x", {"x": [1.0, 2.0, 3.0]}, "negative definite"),
    ("x^2 - y^2 + x y", "(x, y)", {"x": 1, "y": 2}, "indefinite"),
    ("ln(sum(exp(x))) where x: n", "x", {"x": [0.0, 1.0, -1.0]}, "positive semidefinite"),
    ("x_1^2 where x: 2", "x", {"x": [1.0, 2.0]}, "positive semidefinite"),
    ("w · x", "x", {"w": [1.0, 2.0], "x": [1.0, 2.0]}, "no curvature"),
)


@pytest.mark.parametrize(("text", "wrt", "values", "word"), HESSIANS)
def test_the_eigenvalues_are_those_of_the_second_derivative(text, wrt, values, word) -> None:
    trace = explainer.derive(text, wrt, order=2)
    shown = figure(trace, "eigenvalues", values=values)
    expected = evaluate_with_oracle(trace.start, shown.facts["values"])
    numpy.testing.assert_allclose(shown.facts["eigenvalues"], numpy.linalg.eigvalsh(expected), rtol=1e-4, atol=1e-4)
    assert word in shown.description
    assert word in " ".join(label.text for label in shown.sheet().labels)


def test_the_rows_of_a_hessian_are_entries_of_the_variable() -> None:
    shown = figure(explainer.derive("x · x where x: 3", "x", order=2), "eigenvalues")
    heads = [label.text for label in shown.sheet().labels]
    assert [heads.count(name) for name in ("x₁", "x₂", "x₃")] == [2, 2, 2]


@pytest.mark.parametrize(
    ("text", "wrt", "reason"),
    [("sin(x)", "x", "only a square matrix"), ("A @ x where A: n x n, x: n", "x", "not symmetric"),
     ("A @ x where A: m x n, x: n", "x", "only a square matrix")],
)  # fmt: skip
def test_what_is_not_symmetric_has_no_axis_of_eigenvalues(text: str, wrt: str, reason: str) -> None:
    with pytest.raises(UnsuitedError, match=reason):
        figure(explainer.derive(text, wrt), "eigenvalues")


@pytest.mark.parametrize("name", ["zeros", "eigenvalues"])
def test_what_has_more_than_two_directions_is_refused(name: str) -> None:
    trace = explainer.derive("A @ X @ B", "X", {"A": "p x m", "X": "m x n", "B": "n x q"}, form="entries")
    with pytest.raises(UnsuitedError, match="more than two directions"):
        figure(trace, name)
