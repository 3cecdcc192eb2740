"""Diagonals taken out of matrices and vectors put on diagonals, by a matrix, against central differences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from explainer.engine import derive
from tests.cases import in_groups

CASES: list[tuple[str, Callable[..., Any]]] = [
    ("diag(X)", lambda x, a, b: np.diag(x)),
    ("diag(diag(X))", lambda x, a, b: np.diag(np.diag(x))),
    ("diag(X b)", lambda x, a, b: np.diag(x @ b)),
    ("diag(X X)", lambda x, a, b: np.diag(x @ x)),
    ("X diag(diag(X))", lambda x, a, b: x @ np.diag(np.diag(x))),
    ("diag(sin(X) a)", lambda x, a, b: np.diag(np.sin(x) @ a)),
    ("a' diag(X)", lambda x, a, b: a @ np.diag(x)),
    ("a' diag(diag(X)) b", lambda x, a, b: a @ np.diag(np.diag(x)) @ b),
    ("norm(diag(X))^2", lambda x, a, b: np.sum(np.diag(x) ** 2)),
    ("sum(log(diag(X)))", lambda x, a, b: np.sum(np.log(np.diag(x)))),
    ("a' diag(X X' X)", lambda x, a, b: a @ np.diag(x @ x.T @ x)),
    ("norm(X - diag(diag(X)))^2", lambda x, a, b: np.sum((x - np.diag(np.diag(x))) ** 2)),
]  # fmt: skip


@in_groups(("text", "function"), CASES, ids=[text for text, _ in CASES])
def test_diagonals_by_a_matrix_have_the_derivative_that_differences_show(
    text: str, function: Callable[..., Any]
) -> None:
    rng = np.random.default_rng(7)
    x, a, b = rng.uniform(0.5, 2.0, (3, 3)), rng.normal(size=3), rng.normal(size=3)
    trace = derive(text, "X", {"X": "n x n", "a": "n", "b": "n"}, method="differential")
    assert trace.status == "finished", trace.reason
    assert [step.number for step in trace.steps if not step.check.ok] == []
    columns = []
    for j, i in np.ndindex(3, 3):  # down the first column of X, then the next one
        unit = np.zeros((3, 3))
        unit[i, j] = 1e-5
        change = (np.asarray(function(x + unit, a, b)) - np.asarray(function(x - unit, a, b))) / 2e-5
        columns.append(change.T.reshape(-1))
    expected = np.array(columns).T
    found = trace.result.evaluate({"X": x, "a": a, "b": b, "n": 3})
    flat = found.reshape(1, 9) if len(expected) == 1 else found  # of a scalar the transpose, row after row
    assert np.allclose(flat, expected, atol=1e-6)


@pytest.mark.parametrize("form", ["vec", "entries"])
def test_a_vector_on_a_diagonal_between_matrices_has_the_derivative_that_differences_show(form: str) -> None:
    rng = np.random.default_rng(8)
    left, right, x = rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=3)
    shapes = {"A": "m x n", "x": "n", "B": "n x k"}
    trace = derive("A diag(x) B", "x", shapes, form=form)
    assert trace.status == "finished", trace.reason
    assert [step.number for step in trace.steps if not step.check.ok] == []
    slopes = np.stack([np.outer(left[:, k], right[k]) for k in range(3)], axis=-1)
    expected = slopes if form == "entries" else slopes.transpose(1, 0, 2).reshape(8, 3)
    assert np.allclose(trace.result.evaluate({"A": left, "B": right, "x": x}), expected)
