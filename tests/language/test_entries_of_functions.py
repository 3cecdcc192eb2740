"""F_{i,j}(x) is the entry of what F gives; W_{1,2}(x) beside W is an entry of W, as a factor, and a note says which."""

from __future__ import annotations

import pytest

import explainer
from tests.cases import in_groups

READ = (
    ("F_{i,j}(x)", "(F(x))_{i,j}"),
    ("F_{1,2}(x + 1)", "(F(x + 1))_{1,2}"),
    ("G_{1,2}(x) + tr(G(x))", "(G(x))_{1,2} + tr(G(x))"),
    ("k_{i,j}(x)", "(k(x))_{i,j}"),
    ("sum(i=1..n, F_{i,1}(x))", "sum(i=1..n, (F(x))_{i,1})"),
    ("W_{1,2}(x) + W x", "W_{1,2} x + W @ x"),
    ("a_{1,2}(x + 1)", "a_{1,2} (x + 1)"),
    ("F_i(x)", "F_i(x)"),
    ("w_i (x - y)", "w_i * (x - y)"),
)


@in_groups(("text", "read"), READ)
def test_two_indices_before_a_bracket(text: str, read: str) -> None:
    shapes = {"x": "n"} if "W x" in text else {}
    assert explainer.derive(text, "x", shapes).problem.expression.text() == read


def test_a_note_says_that_a_letter_is_a_function_only_where_it_is_one() -> None:
    said = "is read as a function"
    assert any(said in note for note in explainer.derive("k_{i,j}(x)", "x").problem.notes)
    assert not any(said in note for note in explainer.derive("W_{1,2}(x) + W x", "x", {"x": "n"}).problem.notes)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("F_{1,2}(x)", "row(j=1..n, ∂((F(x))_{1,2})/∂(x_j))"),
        ("F_{1,2}(A x)", "∂((F(u))_{1,2})/∂(u) @ A where u = A @ x"),
    ],
)
def test_an_entry_of_a_function_is_differentiated(text: str, result: str) -> None:
    trace = explainer.derive(text, "x", {"x": "n", "A": "m x n"} if "A" in text else {"x": "n"})
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    assert trace.result.text() == result
