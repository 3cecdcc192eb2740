"""Properties that are declared with a shape: what a derivation makes of them, and that points obey them."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.expr.nodes import Comparison, Transpose, Variable
from explainer.expr.shape import matrix_shape
from explainer.language import parse_expression
from explainer.verify import Verifier


@pytest.mark.parametrize(
    "property", ["symmetric", "Symmetric", "positive-definite", "positive definite", "spd", "diagonal"]
)
def test_a_symmetric_matrix_is_its_own_transpose_in_results(property: str) -> None:
    typed = derive(f"x' S x where S: {property} n x n, x: n", "x")
    given = derive("x' S x", "x", {"x": "n", "S": f"{property} n x n"})
    for trace in (typed, given):
        assert trace.result.text() == "2 (x' @ S)"
        assert all(step.check.ok for step in trace.steps)
        assert any(step.conditions for step in trace.steps)
    assert derive("x' S x", "x", {"x": "n", "S": "n x n"}).result.text() == "x' @ (S + S')"


def test_the_inverse_of_a_symmetric_matrix_is_symmetric() -> None:
    shapes = {"x": "n", "m": "n", "S": "positive-definite n x n"}
    trace = derive("(x - m)' inv(S) (x - m)", "x", shapes)
    assert trace.result.text() == "2 ((x - m)' @ inv(S))"
    assert all(step.check.ok for step in trace.steps)
    s, x, m = np.array([[2.0, 0.5], [0.5, 1.0]]), np.array([1.0, 2.0]), np.array([0.3, -1.0])
    assert np.allclose(trace.result.evaluate({"S": s, "x": x, "m": m}), 2 * (x - m) @ np.linalg.inv(s))


def test_positive_entries_are_read_and_claim_nothing_of_transposes() -> None:
    parsed = parse_expression("sum(X) where X: positive m x n")
    assert str(parsed.shapes["X"]) == "m x n"
    assert [fact.text() for fact in parsed.facts] == ["X > 0"]


def test_points_obey_a_property_and_a_check_can_fail_all_the_same() -> None:
    s = Variable("S", matrix_shape("n", "n"))
    symmetric = Comparison("=", Transpose(s), s)
    verifier = Verifier((s,))
    assert verifier.check(Transpose(s), s, (symmetric,)).ok
    assert not verifier.check(Transpose(s), s).ok
    other = Variable("A", matrix_shape("n", "n"))
    assert not Verifier((other, s)).check(Transpose(other), other, (symmetric,)).ok


@pytest.mark.parametrize(
    ("text", "shapes", "wrt", "said", "way_on"),
    [
        ("x' S x", {"x": "n", "S": "symmetric m x n"}, "x", "cannot be symmetric", "as many rows as columns"),
        ("x' S x", {"x": "n", "S": "symmetric n"}, "x", "cannot be symmetric", "as many rows as columns"),
        ("x' S x where S: symmetric", {"x": "n"}, "x", "shape is missing behind “symmetric”", "symmetric n x n"),
        ("x' S x where S: symmetric n x n", {"x": "n"}, "S_{1,2}", "only a whole one is a variable", "S alone"),
        ("tr(S A) where S: diagonal n x n", {"A": "n x n"}, "(A, S)", "only a whole one is a variable", "S alone"),
        ("x' A x", {"A": "n x n", "x": "n"}, "A_1", "with respect to a row of a matrix", "A_{1,1}"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_way_on(
    text: str, shapes: dict[str, str], wrt: str, said: str, way_on: str
) -> None:
    with pytest.raises(ExplainerError) as caught:
        derive(text, wrt, shapes)
    assert said in str(caught.value)
    assert way_on in (caught.value.hint or "")
