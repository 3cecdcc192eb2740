"""Entry by entry means one entry: no line of a derivation draws cells with sums in each of them."""

from __future__ import annotations

import pytest

from explainer import derive
from explainer.expr.node import each_part
from explainer.expr.nodes import Derivative, Entries, Grid, IndexedSum
from tests.cases import in_groups

FUNCTIONS = [
    ("tr(A X' B X C)", "X"),
    ("x' A x", "A"),
    ("norm(X w - y)^2", "X"),
    ("sum(X ⊗ X)", "X"),
    ("u' X X' u", "X"),
    ("logdet(X)", "X"),
    ("W x", "x"),
    ("softmax(x)", "x"),
    ("tanh(W x + b)", "x"),
    ("x (w · x)", "x"),
    ("x / norm(x)", "x"),
    ("A x ⊗ x", "x"),
]


@in_groups(("text", "variable"), FUNCTIONS)
def test_one_entry_stands_for_all(text: str, variable: str) -> None:
    trace = derive(text, variable, method="elements")
    grids = [part for step in trace.steps for part in each_part(step.after) if isinstance(part, Grid)]
    assert not [grid for grid in grids if any(isinstance(part, IndexedSum | Derivative) for part in each_part(grid))]
    assert any(isinstance(part, Entries) for step in trace.steps for part in each_part(step.after))
    assert trace.result is not None
    assert not any(isinstance(part, Entries) for part in each_part(trace.result)), "the whole is put together again"
    assert all(step.check.ok for step in trace.steps)


def test_the_grid_of_an_elementwise_function_shows_its_zeros() -> None:
    trace = derive("w ⊗ sin(x)", "x", method="elements")
    assert any(isinstance(part, Grid) for step in trace.steps for part in each_part(step.after))


@pytest.mark.parametrize("text", ["tr((X @ X) ⊗ (D @ X))", "sum((X @ D) ⊗ (X @ X)')", "tr(diag(diag(X @ D)) @ X)"])
def test_diagonals_and_sums_of_rows_do_not_turn_each_other_back(text: str) -> None:
    """A row sum was written as a diagonal, and the diagonal beside a factor of its own as a row sum."""
    for method in ("elements", "differential"):
        trace = derive(text, "X", method=method)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps)
