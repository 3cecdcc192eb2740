"""SymPy's matrix expressions come in and go out, and keep their values on the way."""

from __future__ import annotations

import numpy as np
import pytest
import sympy

from explainer.engine import derive
from explainer.errors import ExplainerError
from explainer.language import parse_expression
from explainer.language.sympy.bridge import from_sympy, to_sympy
from tests.cases import in_groups

m, n = sympy.symbols("m n", integer=True, positive=True)
X, A, B = sympy.MatrixSymbol("X", m, n), sympy.MatrixSymbol("A", m, m), sympy.MatrixSymbol("B", n, n)
x = sympy.MatrixSymbol("x", n, 1)

EXPRESSIONS = [
    (sympy.Trace(X.T * A * X), "tr(X' @ A @ X)"), (sympy.log(sympy.Determinant(B)), "ln(det(B))"),
    (B**3, "B^3"), (B.I, "inv(B)"), (B**-2, "inv(B)^2"), (x.T * B * x, "x' @ B @ x"), (X * x, "X @ x"),
    (3 * X * x, "3 (X @ x)"), (sympy.HadamardProduct(X, X), "X ⊗ X"), (sympy.KroneckerProduct(X, B), "kron(X, B)"),
    (B + sympy.Identity(n), "identity(n) + B"), (sympy.exp(sympy.Trace(B)) / 2, "exp(tr(B)) / 2"), (X[0, 1], "X_{1,2}"),
    (sympy.OneMatrix(1, n) * x, "ones(n)' @ x"), (sympy.Trace(-2 * B), "tr(-2 B)"), (sympy.Transpose(X), "X'"),
]  # fmt: skip


@in_groups(("expr", "text"), EXPRESSIONS, ids=[text for _, text in EXPRESSIONS])
def test_a_matrix_expression_is_read_as_what_it_means(expr: sympy.Basic, text: str) -> None:
    node = from_sympy(expr)
    assert node.text() == text
    shapes = {"X": "m x n", "A": "m x m", "B": "n x n", "x": "n"}
    assert parse_expression(text, shapes).expression is node


@pytest.mark.parametrize(
    "text", ["tr(X' @ A @ X)", "ln(det(B))", "inv(B)", "B^3", "X @ x", "kron(X, B)", "B + identity(n)", "x' @ B @ x"]
)
def test_what_goes_out_comes_in_again_with_the_same_value(text: str) -> None:
    shapes = {"X": "m x n", "A": "m x m", "B": "n x n", "x": "n"}
    node = parse_expression(text, shapes).expression
    back = from_sympy(to_sympy(node))
    random = np.random.default_rng(2)
    values = {
        "X": random.random((2, 3)),
        "A": random.random((2, 2)),
        "B": random.random((3, 3)) + 3 * np.eye(3),
        "x": random.random(3),
    }
    assert np.allclose(node.evaluate({**values, "m": 2, "n": 3}), back.evaluate({**values, "m": 2, "n": 3}))


def test_a_matrix_expression_is_derived_and_its_result_goes_out() -> None:
    trace = derive(sympy.Trace(X.T * A * X), wrt="X")
    assert trace.result.text() == "X' @ (A + A')"
    assert to_sympy(trace.result) == X.T * (A + A.T)


@pytest.mark.parametrize("expr", [B ** sympy.Rational(1, 2), B ** sympy.Symbol("k"), sympy.Matrix([[1, 2], [3, 4]])])
def test_what_has_no_counterpart_is_refused(expr: sympy.Basic) -> None:
    with pytest.raises(ExplainerError):
        from_sympy(expr)
