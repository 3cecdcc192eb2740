"""Sums of rows and single entries of what is made of a matrix: each derived by every method, checked, and short."""

from __future__ import annotations

import explainer
from explainer.engine import METHODS
from tests.cases import in_groups

ROWS = (
    ("sum(i=1..n, c_i X_i)", "kron(identity(m), c')"),
    ("sum(i=1..n, X_i)/n", "kron(identity(m), ones(n)') / n"),
    ("sum(i=1..n, c_i (X_i - w))", "kron(identity(m), c')"),
    ("sum(i=1..n, c_i A X_i)", "kron(A, c')"),
    ("sum(i=1..n, (w · X_i) X_i)", "kron(w', X') + kron(identity(m), w' @ X')"),
    ("sum(i=1..n, X_i X_i')", "kron(identity(m), X') + kron(X', identity(m)) @ commutation(n, m)"),
    ("sum(i=1..n, c_i tanh(X_i))",
     "sum(i=1..n, c_i (diag(1 - tanh(X_i)^2) @ kron(identity(m), row(j=1..n, delta(i, j)))))"),
    ("A X_1", "kron(A, row(i=1..n, delta(1, i)))"),
)  # fmt: skip
SHAPES = {"X": "n x m", "c": "n", "w": "m", "A": "k x m", "B": "k x n*m", "b": "m", "S": "n x n"}
ENTRIES = (
    ("(B vec(X))_1", "X", "kron(identity(m), B_1') @ kron(vec(identity(m)), identity(n))"),
    ("inv(S)_{1,2}", "S", "-inv(S) @ column(i=1..n, delta(2, i)) @ row(j=1..n, delta(1, j)) @ inv(S)"),
    ("(inv(S) c)_1", "S", "-inv(S) @ c @ row(i=1..n, delta(1, i)) @ inv(S)"),
    ("diag(S)_2", "S", "diag(column(i=1..n, delta(2, i)))"),
    ("sum(i=1..n, exp(c_i) A)", "c", "vec(A) @ exp(c)'"),
)


@in_groups("method", METHODS)
@in_groups(("text", "result"), ROWS)
def test_a_sum_of_rows_has_a_derivative_by_the_matrix(text: str, result: str, method: str) -> None:
    trace = explainer.derive(text, "X", {name: shape for name, shape in SHAPES.items() if name in text}, method)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if not step.check.ok] == []
    assert trace.result.text() == result


@in_groups("method", METHODS)
@in_groups(("text", "wrt", "result"), ENTRIES)
def test_one_entry_of_what_is_made_of_a_matrix(text: str, wrt: str, result: str, method: str) -> None:
    trace = explainer.derive(text, wrt, {name: shape for name, shape in SHAPES.items() if name in text}, method)
    assert trace.status == "finished", trace.reason
    assert [step.check.message for step in trace.steps if not step.check.ok] == []
    if method != "elements":  # which writes entries, where it can
        assert trace.result.text() == result


def test_the_entries_of_a_row() -> None:
    trace = explainer.derive("X_1", "X", {"X": "n x m"}, form="entries")
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == "entries(i=1..m, j=1..n, k=1..m, delta(1, j) delta(i, k))"
