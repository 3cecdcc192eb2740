"""Whatever the method, the result is printed in one form; sums in sums become vectors and matrices."""

from __future__ import annotations

import pytest

from explainer.engine import derive
from tests.cases import in_groups
from tests.printed_alike import TYPICAL, compared
from tests.random_derivations import BY_A_NAME
from tests.some import some

MOST_DIFFERENT = 11
"""So many pairs of a typical function and a method print another form than most methods; it may only sink."""


def test_hardly_any_method_prints_a_form_of_its_own() -> None:
    rows = some(TYPICAL[::3], 2)
    found = compared(rows, 1)
    assert len(TYPICAL) > 220
    assert sum(alike.pairs for alike in found) > 7 * len(rows)
    different = [(alike.text, alike.forms) for alike in found if alike.different]
    assert sum(alike.different for alike in found) <= MOST_DIFFERENT, different


@in_groups(
    ("text", "form"),
    [
        ("sum(i=1..n, sum(j=1..n, A_{i,j} x_i x_j))", "x' @ (A + A')"),
        ("sum(i=1..n, sum(j=1..n, x_i x_j))", "2 sum(x) ones(n)'"),
        ("sum(i=1..n, (sum(j=1..n, A_{i,j} x_j) - b_i)^2)", "2 ((A @ x - b)' @ A)"),
        ("sum(i=1..n, (b_i - sum(j=1..n, A_{i,j} x_j))^2)", "2 ((A @ x - b)' @ A)"),
        ("sum(i=1..n, b_i tanh(sum(j=1..n, A_{i,j} x_j)))", "(b ⊗ (1 - tanh(A @ x)^2))' @ A"),
        ("sum(i=1..n, max(0, sum(j=1..n, A_{i,j} x_j)))", "(A @ x > 0)' @ A"),
        ("sum(i=1..n, sum(j=1..n, (x_i - x_j)^2))", "4 sum(i=1..n, (x - x_i)')"),
        ("sum(i=1..n, x_i)^2", "2 sum(x) ones(n)'"),
        ("sum(i=1..n, b_i)/sum(i=1..n, x_i)", "-sum(b) ones(n)' / sum(x)^2"),
    ],
)
@in_groups("method", BY_A_NAME)
def test_sums_in_sums_end_in_vectors_and_matrices(text: str, form: str, method: str) -> None:
    trace = derive(text, "x", {"A": "n x n", "x": "n", "b": "n"}, method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result is not None
    assert trace.result.text() == form


def test_sums_over_samples_stay_sums() -> None:
    shapes = {"X": "N x n", "w": "n", "y": "N"}
    trace = derive("1/N sum(i=1..N, (y_i - X_i · w)^2)", "w", shapes)
    assert trace.result is not None
    assert trace.result.text() == "(2 / N) sum(i=1..N, (X_i · w - y_i) X_i')"


@pytest.mark.parametrize(
    ("text", "form"), [("tr(X ⊗ X ⊗ X)", "3 diag(diag(X)^2)"), ("tr(sin(X))", "diag(cos(diag(X)))")]
)
@pytest.mark.parametrize("method", ["auto", "differential", "elements", "backward"])
def test_what_only_the_diagonal_counts_for_is_a_diagonal_matrix(text: str, form: str, method: str) -> None:
    trace = derive(text, "X", {"X": "n x n"}, method)
    assert all(step.check.ok for step in trace.steps)
    assert trace.result is not None
    assert trace.result.text() == form
