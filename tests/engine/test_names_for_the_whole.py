"""Results with names for the arguments of abstract functions: one list of them, beside the whole."""

from __future__ import annotations

import pytest

import explainer
from explainer.engine import METHODS
from tests.cases import in_groups

RESULTS = (
    ("f(x y)", "(x, y)", "[[y d(f(u))/d(u), x d(f(u))/d(u)]] where u = x y"),
    ("[f(x y), g(x + y)]", "(x, y)",
     "[[y d(f(u))/d(u), x d(f(u))/d(u)], [d(g(v))/d(v), d(g(v))/d(v)]] where u = x y, v = x + y"),
    ("f(tr(X)) where X: n x n", "X", "d(f(u))/d(u) identity(n) where u = tr(X)"),
    ("f(A X) where X: m x n, A: k x m", "X", "∂(f(u))/∂(u) @ A where u = A @ X"),
    ("tr(X) f(tr(X)) where X: n x n", "X", "(f(tr(X)) + tr(X) d(f(u))/d(u)) identity(n) where u = tr(X)"),
    ("f(tr(t A)) where A: n x n", "t", "tr(A) d(f(u))/d(u) where u = t tr(A)"),
    ("sum(i=1..n, f(w_i x_i)) where w: n, x: n", "x", "row(k=1..n, (w_k d(f(u))/d(u) where u = w_k x_k))"),
)  # fmt: skip


@in_groups(("text", "wrt", "result"), RESULTS, ids=lambda value: str(value)[:30])
def test_the_names_of_a_result_stand_beside_the_whole(text: str, wrt: str, result: str) -> None:
    trace = explainer.derive(text, wrt)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    assert trace.result.text() == result


def test_a_transpose_is_carried_out_below_the_names() -> None:
    trace = explainer.derive("f(w · x)", "x", {"w": "n", "x": "n"}, layout="denominator")
    assert trace.result.text() == "∂(f(z))/∂(z) w where z = w · x"


@pytest.mark.parametrize("method", METHODS)
def test_entries_of_a_vector_of_known_size_have_a_gradient_by_every_method(method: str) -> None:
    trace = explainer.derive("sin(x_1 x_2)", "x", {"x": "2"}, method=method)
    assert trace.result.text() == "[[x_2 cos(x_1 x_2), x_1 cos(x_1 x_2)]]"
