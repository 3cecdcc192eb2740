"""The derivative with respect to one entry, of a variable that stands in the text whole, in sums, or not at all.

The variable is never silently another name: values are compared with differences of the function itself.
"""

from __future__ import annotations

import re

import numpy as np
import pytest

import explainer
from tests.cases import in_groups

x = np.array([0.7, -1.3, 2.1])
A = np.array([[2.0, 1.0, 0.5], [0.3, 3.0, -1.0], [0.2, 0.4, 1.5]])
B = np.array([[1.2, 0.1, 0.2], [0.5, 2.2, 0.3], [-0.4, 0.6, 1.8]])

CASES = [
    ("sum(x^2)", "x_2", lambda x, a: np.sum(x**2)),
    ("x' A x", "x_3", lambda x, a: x @ a @ x),
    ("x'Ax", "x_1", lambda x, a: x @ a @ x),
    ("norm(x)^2", "x_2", lambda x, a: np.sum(x**2)),
    ("exp(-x'x)", "x_1", lambda x, a: np.exp(-x @ x)),
    ("sum(j=1..n, x_j^3)", "x_2", lambda x, a: np.sum(x**3)),
    ("sum(i=1..n, sum(j=1..n, A_ij x_i x_j))", "x_2", lambda x, a: x @ a @ x),
    ("sum(i=1..n, sum(j=1..n, A_{ij} x_i x_j))", "A_12", lambda x, a: x @ a @ x),
    ("sum(i=1..n, sum(j=1..n, A_{i,j}^2))", "A_{2,3}", lambda x, a: np.sum(a**2)),
    ("sum(A)", "A_12", lambda x, a: np.sum(a)),
    ("tr(A)", "A_11", lambda x, a: np.trace(a)),
    ("tr(A)", "A_12", lambda x, a: np.trace(a)),
    ("tr(A' A)", "A_{3,1}", lambda x, a: np.trace(a.T @ a)),
    ("tr(A A)", "A_21", lambda x, a: np.trace(a @ a)),
    ("det(A)", "A_32", lambda x, a: np.linalg.det(a)),
    ("log(det(A)) + tr(A)", "A_13", lambda x, a: np.log(np.linalg.det(a)) + np.trace(a)),
    ("x' inv(A) x", "A_12", lambda x, a: x @ np.linalg.inv(a) @ x),
]


@in_groups(("text", "wrt", "function"), CASES, ids=[f"{text} by {wrt}" for text, wrt, _ in CASES])
def test_an_undeclared_entry_is_one_of_the_variable_in_the_text(text, wrt, function) -> None:
    trace = explainer.derive(text, wrt=wrt)
    assert trace.status == "finished"
    assert all(step.check.ok for step in trace.steps)
    name, *places = wrt[0], *(int(digit) - 1 for digit in re.findall(r"\d", wrt))
    moved = []
    for step in (1e-6, -1e-6):
        values = {"x": x.copy(), "A": A.copy()}
        values[name][tuple(places)] += step
        moved.append(function(values["x"], values["A"]))
    found = trace.evaluate({"x": x, "A": A, "n": 3})
    assert found == pytest.approx((moved[0] - moved[1]) / 2e-6, abs=1e-5)


@pytest.mark.parametrize("text", ["w' x + w_0", "w · x + w_0", "sum(w ⊗ x) + w_0", "σ(w' x + w_0)"])
@pytest.mark.parametrize("wrt", ["w", "w_0"])
def test_a_bias_called_w_0_stands_beside_w(text, wrt) -> None:
    trace = explainer.derive(text, wrt=wrt)
    assert trace.status == "finished"
    assert str(trace.problem.shapes["w_0"]) == "scalar"
    assert trace.result.text() != "0"


@pytest.mark.parametrize(
    ("text", "wrt"), [("x_1^2 + x_2", "x_1"), ("b + b_1 x", "b_1"), ("a x^2 + a_1 x", "a_1"), ("k (x - x_0)^2", "x_0")]
)
def test_a_number_behind_a_scalar_is_part_of_its_name(text, wrt) -> None:
    trace = explainer.derive(text, wrt=wrt)
    assert str(trace.problem.shapes[wrt]) == "scalar"
    assert trace.result.text() != "0"


@pytest.mark.parametrize("wrt", ["X", "X_12", "X_kl"])
@pytest.mark.parametrize("method", ["auto", "elements", "operator"])
def test_entries_in_double_sums_say_that_a_letter_is_a_matrix(wrt, method) -> None:
    trace = explainer.derive("sum(i=1..m, sum(j=1..n, X_ij^2))", wrt=wrt, method=method)
    assert str(trace.problem.shapes["X"]) == "m x n"
    assert trace.result.text() in {"2 X'", "2 X_{1,2}", "2 X_{k,l}"}


def test_what_is_left_open_is_never_called_finished() -> None:
    trace = explainer.derive("tr(F(X))", wrt="X", shapes={"X": "n x n"})
    assert trace.status == "stuck"
    assert trace.reason


def test_what_is_taken_out_of_a_sum_and_multiplied_out_again_comes_to_an_end() -> None:
    text = "(sum(i=1..N, (X_i · x) X_i) + W' @ b)' @ (A @ A @ A + z (A @ A)) @ (z sum(i=1..N, (X_i · x) X_i))"
    shapes = {"x": "n", "b": "m", "z": "scalar", "W": "m x n", "A": "n x n", "X": "N x n"}
    assert explainer.derive(text, wrt="A", shapes=shapes, method="elements").status == "finished"


MATRICES = [
    ("inv(A)", "A_12", lambda x, a: np.linalg.inv(a)),
    ("A B A", "A_21", lambda x, a: a @ B @ a),
    ("A' A", "A_12", lambda x, a: a.T @ a),
    ("A^3", "A_11", lambda x, a: a @ a @ a),
    ("2 A + A'", "A_13", lambda x, a: 2 * a + a.T),
    ("exp(A)", "A_23", lambda x, a: np.exp(a)),
    ("A / tr(A)", "A_12", lambda x, a: a / np.trace(a)),
    ("A / tr(A)", "A_22", lambda x, a: a / np.trace(a)),
    ("sin(B A)", "A_32", lambda x, a: np.sin(B @ a)),
    ("diag(A)", "A_12", lambda x, a: np.diag(a)),
    ("diag(A)", "A_22", lambda x, a: np.diag(a)),
    ("x' x_1", "x_1", lambda x, a: (x * x[0])[None, :]),
    ("x x'", "x_2", lambda x, a: np.outer(x, x)),
    ("diag(x)", "x_2", lambda x, a: np.diag(x)),
    ("inv(A + x x')", "x_3", lambda x, a: np.linalg.inv(a + np.outer(x, x))),
]


@in_groups("method", ["auto", "operator", "chain", "elements"])
@in_groups(("text", "wrt", "function"), MATRICES, ids=[f"{text} by {wrt}" for text, wrt, _ in MATRICES])
def test_a_matrix_by_one_entry_has_the_shape_of_the_matrix(text, wrt, function, method) -> None:
    shapes = {name: shape for name, shape in {"A": "3 x 3", "B": "3 x 3", "x": "3"}.items() if name in text}
    trace = explainer.derive(text, wrt=wrt, shapes=shapes, method=method)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    moved = []
    for step in (1e-6, -1e-6):
        values = {"x": x.copy(), "A": A.copy()}
        values[wrt[0]][tuple(int(digit) - 1 for digit in wrt[2:])] += step
        moved.append(function(values["x"], values["A"]))
    found = trace.evaluate({"x": x, "A": A, "B": B})
    assert found == pytest.approx((moved[0] - moved[1]) / 2e-6, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("A / tr(A)", "A_12", "entries(i=1..3, j=1..3, delta(i, 1) delta(j, 2) / tr(A))"),
        ("diag(A)", "A_12", "zeros(3)"),
    ],
)
def test_no_delta_of_known_places_is_left(text, wrt, result) -> None:
    assert explainer.derive(text, wrt=wrt, shapes={"A": "3 x 3"}).result.text() == result
