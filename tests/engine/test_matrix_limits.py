"""Where functions of matrices have no value, no rule or no meaning: a refusal with its place, or the right answer."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import derive
from explainer.errors import ExplainerError, UnsupportedError
from explainer.language import parse_expression
from tests.cases import in_groups

PLACED: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("tr(inv([[1, 2], [2, 4]]) @ X)", {"X": "2 x 2"}, "has no inverse", "no value"),
    ("inv(X)", {"X": "m x n"}, "square matrix, not a m×n", "as many rows as columns"),
    ("tr(X)", {"X": "m x n"}, "square matrix, not a m×n", "as many rows as columns"),
    ("det(X)", {"X": "m x n"}, "square matrix, not a m×n", "as many rows as columns"),
    ("logdet(X)", {"X": "2 x 3"}, "square matrix, not a 2×3", "as many rows as columns"),
    ("X^0.5", {"X": "n x n"}, "not read", "X .^ 0.5"),
    ("tr(X^0.5)", {"X": "n x n"}, "not read", "X .^ 0.5"),
    ("X^k", {"X": "n x n", "k": "scalar"}, "not read", "X .^ k"),
    ("kron(2, X)", {"X": "n x n"}, "takes matrices and vectors", "t A"),
)


@in_groups(("text", "shapes", "said", "way_on"), PLACED, ids=[row[0] for row in PLACED])
@in_groups("method", ["auto", "elements", "backward"])
def test_what_has_no_meaning_is_refused_in_its_place(
    text: str, shapes: dict[str, str], said: str, way_on: str, method: str
) -> None:
    with pytest.raises(ExplainerError) as caught:
        derive(text, "X", shapes, method)
    assert said in str(caught.value)
    assert way_on in (caught.value.hint or "")
    assert caught.value.position is not None


@pytest.mark.parametrize("text", ["tr(F(X))", "F(X)", "F(X) A"])
def test_an_abstract_function_of_a_matrix_is_refused_by_name(text: str) -> None:
    shapes = {"X": "n x n", "F": "n x n", "A": "n x n"}
    trace = derive(text, "X", {name: shape for name, shape in shapes.items() if name in text})
    assert trace.status == "stuck"
    assert "F(" in trace.reason
    assert trace.error is not None
    assert "where F(U) = …" in (trace.error.hint or "")


@pytest.mark.parametrize(
    ("text", "result"),
    [("f(tr(A X)) where f(u) = u^2", "2 tr(A @ X) A"), ("tr(F(X)) where F(U) = U' U", "2 X'")],
)
def test_what_is_said_of_a_function_leads_on(text: str, result: str) -> None:
    assert derive(text, "X", {name: "n x n" for name in "AX" if name in text}).result.text() == result


@pytest.mark.parametrize(
    ("text", "wrt", "shapes"),
    [
        ("kron(a, b)", "a", {"a": "m", "b": "n"}),
        ("kron(a, b)", "b", {"a": "m", "b": "n"}),
        ("c' kron(a, b)", "a", {"a": "m", "b": "n", "c": "m*n"}),
        ("norm(kron(a, b))^2", "b", {"a": "m", "b": "n"}),
    ],
)
def test_kronecker_products_of_vectors(text: str, wrt: str, shapes: dict[str, str]) -> None:
    trace = derive(text, wrt, shapes)
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    values = {"a": np.array([0.3, -1.2]), "b": np.array([0.7, 0.4, 1.1]), "c": np.arange(6) - 2.5}
    given = {name: value for name, value in values.items() if name in shapes}

    def function(at: dict[str, np.ndarray]) -> np.ndarray:
        whole = np.kron(at["a"], at["b"])
        return at["c"] @ whole if "c" in text.split("kron")[0] else whole @ whole if "norm" in text else whole

    columns = []
    for k in range(len(given[wrt])):
        step = 1e-6 * np.eye(len(given[wrt]))[k]
        columns.append(
            (function({**given, wrt: given[wrt] + step}) - function({**given, wrt: given[wrt] - step})) / 2e-6
        )
    found = trace.result.evaluate({**given, "m": 2, "n": 3})
    assert np.allclose(found, np.atleast_2d(np.stack(columns, axis=-1)), atol=1e-6)


@pytest.mark.parametrize(
    ("text", "wrt", "result"),
    [
        ("tr(inv(S) A) where S: symmetric n x n, A: n x n", "S", "-(inv(S) @ (A + A') @ inv(S)) / 2"),
        ("x' S x where S: symmetric n x n, x: n", "S", "x @ x'"),
        ("tr(D A) where D: diagonal n x n, A: n x n", "D", "A ⊗ identity(n)"),
        ("det(X) where X: 1 x 1", "X", "det(X) inv(X)"),
        ("X^0 where X: n x n", "X", "zeros(n*n, n*n)"),
    ],
)
def test_declared_structure_and_extreme_sizes_have_the_right_answer(text: str, wrt: str, result: str) -> None:
    trace = derive(text, wrt)
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)


SINGULAR = (
    ("det(x x')", "x", {"x": "n"}),
    ("log(det(x x'))", "x", {"x": "n"}),
    ("tr(inv(2 a x') A)", "x", {"x": "n", "a": "n", "A": "n x n"}),
    ("det(X a a')", "X", {"X": "n x n", "a": "n"}),
    ("logdet(X X')", "X", {"X": "3 x 2"}),
    ("inv(X' X)", "X", {"X": "2 x 3"}),
    ("det(x x' + y y')", "x", {"x": "3", "y": "3"}),
    ("det(-(x x')/t)", "t", {"x": "n", "t": "scalar"}),
)


@pytest.mark.parametrize(("text", "wrt", "shapes"), SINGULAR)
def test_what_is_singular_by_the_way_it_is_made_is_refused(text: str, wrt: str, shapes: dict[str, str]) -> None:
    with pytest.raises(UnsupportedError, match="independent") as refusal:
        derive(text, wrt, shapes)
    assert refusal.value.subexpression in parse_expression(text, shapes).expression.text()
    assert "full rank" in (refusal.value.hint or "")


@pytest.mark.parametrize(
    ("text", "wrt", "shapes"),
    [
        ("det(X X')", "X", {"X": "m x n"}),
        ("det(X X')", "X", {"X": "2 x 3"}),
        ("det(x x' + A)", "x", {"x": "n", "A": "n x n"}),
        ("det(x x' + y y')", "x", {"x": "2", "y": "2"}),
        ("det(X)", "X", {"X": "1 x 1"}),
    ],
)
def test_what_may_have_full_rank_has_a_determinant(text: str, wrt: str, shapes: dict[str, str]) -> None:
    trace = derive(text, wrt, shapes)
    assert trace.status == "finished"
    assert any(step.check.ok and step.check.points for step in trace.steps)


@pytest.mark.parametrize(
    ("text", "way_on"),
    [("tr(pinv(X))", "inv(A' A) A'"), ("tr(adj(X))", "det(X) inv(X)"), ("rank(X)", "whole number"),
     ("eig(X)", "tr(X) is the sum"), ("tr(expm(X))", "exp(X) works entry by entry"), ("normInf(x)", "max(abs(x))"),
     ("X^(1/2)", "X .^ (1 / 2)")],
)  # fmt: skip
def test_functions_of_matrices_that_are_not_derived_say_what_may_be_written(text: str, way_on: str) -> None:
    with pytest.raises(ExplainerError) as caught:
        derive(text, "X" if "X" in text else "x", {"X": "n x n"} if "X" in text else {"x": "n"})
    assert way_on in (caught.value.hint or "")
    assert caught.value.position is not None


@pytest.mark.parametrize(
    "text", ["log(det(0 X))", "inv(X - X)", "tr(inv(zeros(n, n)) X)", "tr(inv(ones(n) ones(n)') X)"]
)
def test_matrices_that_are_singular_by_construction_are_refused_in_their_place(text: str) -> None:
    with pytest.raises(UnsupportedError, match="independent") as caught:
        derive(text, "X", {"X": "n x n"})
    assert caught.value.position is not None


@pytest.mark.parametrize(
    ("text", "form"),
    [("tr(S^7)", "7 S^6"), ("tr(S^3)", "3 S^2"), ("tr(S^-3)", "-3 inv(S)^4"),
     ("tr(A S^3)", "(S^2 @ (A + A') + S @ (A + A') @ S + (A + A') @ S^2) / 2")],
)  # fmt: skip
def test_powers_of_what_is_symmetric_are_symmetric(text: str, form: str) -> None:
    shapes = {"S": "symmetric n x n", **({"A": "n x n"} if "A" in text else {})}
    trace = derive(text, "S", shapes)
    assert trace.result.text() == form
    assert all(step.check.ok for step in trace.steps)


def test_kronecker_products_of_many_matrices_are_derived_and_their_values_not_worked_out() -> None:
    trace = derive("kron(kron(kron(X, X), X), X)", "X", {"X": "n x n"})
    assert trace.status == "finished"
    assert {step.check.state for step in trace.steps} == {"ok", "unchecked"}


@pytest.mark.parametrize(
    ("text", "wrt", "shapes", "form"),
    [
        ("kron(a', b)", "a", {"a": "m", "b": "n"}, "kron(identity(m), b)"),
        ("kron(a', X)", "X", {"a": "m", "X": "p x q"}, "kron(a, identity(p*q))"),
        ("normF(X)^2", "X", {"X": "m x n"}, "2 X'"),
    ],
)
def test_rows_need_no_commutation(text: str, wrt: str, shapes: dict[str, str], form: str) -> None:
    assert derive(text, wrt, shapes).result.text() == form


@in_groups(
    ("text", "wrt", "result"),
    [
        ("cross_entropy(W @ x + b, y) where W: m x n, x: n, b: m, y: m", "x", "(sum(y) softmax(W @ x + b) - y)' @ W"),
        ("-y' @ log(softmax(W @ x)) where W: m x n, x: n, y: m", "x", "(sum(y) softmax(W @ x) - y)' @ W"),
        ("log(softmax(W @ x)) where W: m x n, x: n", "x", "(identity(m) - ones(m) @ softmax(W @ x)') @ W"),
        ("-sum(y ⊗ log(sigmoid(W @ x)) + (1 - y) ⊗ log(1 - sigmoid(W @ x))) where W: m x n, x: n, y: m", "x",
         "(sigmoid(W @ x) - y)' @ W"),
        ("tr(X ⊗ (X @ X)) where X: n x n", "X", "X @ diag(diag(X)) + diag(diag(X)) @ X + diag(diag(X^2))"),
        ("sum(diag(X) ⊗ diag(X @ X)) where X: n x n", "X", "X @ diag(diag(X)) + diag(diag(X)) @ X + diag(diag(X^2))"),
        ("norm(kron(kron(X, X), X))^2 where X: n x n", "X", "6 tr(X' @ X)^2 X'"),
        ("det(kron(kron(X, X), X)) where X: n x n", "X", "3 n^2 det(kron(kron(X, X), X)) inv(X)"),
    ],
)  # fmt: skip
@in_groups("method", ["auto", "operator", "chain", "elements", "differential", "backward"])
def test_all_methods_end_in_one_form(text: str, wrt: str, result: str, method: str) -> None:
    trace = derive(text, wrt=wrt, method=method)
    assert trace.result is not None
    assert trace.result.text() == result
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(
    "text",
    [
        "inv([[1, 2], [2, 4]] t) where t: scalar",
        "tr(inv([[1, 2], [2, 4]] @ X)) where X: 2 x 2",
        "inv([[1, 2, 3], [4, 5, 6], [7, 8, 9]] @ X) where X: 3 x 3",
        "log(det(X @ [[1/2, -1/2], [-1, 1]])) where X: 2 x 2",
    ],
)
def test_numbers_that_make_a_product_singular_are_told_of(text: str) -> None:
    with pytest.raises(UnsupportedError, match="no more than"):
        derive(text, wrt="X" if "X" in text else "t")


@pytest.mark.parametrize("function", ["a' X^50 b", "a' (X')^50 b", "a' " + 20 * "X " + "b", "tr(X^30)"])
def test_long_products_are_not_written_out_as_sums_inside_of_sums(function: str) -> None:
    trace = derive(f"{function} where X: n x n, a: n, b: n" if "a" in function else function, "X", method="elements")
    assert len(trace.steps) < 30
    assert "sums inside of sums" in trace.steps[0].explanation
    assert all(step.check.ok for step in trace.steps)
