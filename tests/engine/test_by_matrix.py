"""Scalars differentiated by a matrix: n×m for an m×n one, the same by every method, right for sizes that differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from explainer.engine import METHODS, derive
from explainer.language import parse_expression
from tests.cases import in_groups
from tests.engine.test_shortest import ordered
from tests.some import some_pairs

SHAPES = {
    "W": "m x n", "x": "n", "v": "n", "u": "m", "b": "m", "y": "m", "t": "scalar", "λ": "scalar",
    "A": "k x m", "c": "k", "X": "N x n", "Y": "N x m",
}  # fmt: skip
SIZES = {"m": 2, "n": 3, "k": 4, "N": 5}


@dataclass(frozen=True)
class Row:
    """A scalar function of W and its derivative, in the forms that are accepted."""

    text: str
    results: tuple[str, ...]


def row(text: str, *results: str) -> Row:
    return Row(text, results)


TABLE = (
    row("u' W x", "x @ u'"),
    row("u · (W x)", "x @ u'"),
    row("u' W x + t", "x @ u'"),
    row("3 (u' W x)", "3 (x @ u')"),
    row("sum(W x)", "x @ ones(m)'"),
    row("sum(W' u)", "ones(n) @ u'"),
    row("sum(W)", "ones(n) @ ones(m)'"),
    row("norm(W x - y)^2", "2 (x @ (W @ x - y)')"),
    row("(W x - y) · (W x - y)", "2 (x @ (W @ x - y)')"),
    row("norm(W' u)^2", "2 (W' @ u @ u')"),
    row("frobenius_norm(W)^2", "2 W'"),
    row("frobenius_norm(W)", "W' / frobenius_norm(W)"),
    row("norm(W x - y)^2 + λ frobenius_norm(W)^2", "2 (x @ (W @ x - y)') + 2 λ W'"),
    row("u · relu(W x + b)", "x @ (u ⊗ (W @ x + b > 0))'"),
    row("sum(max(0, W x + b))", "x @ (W @ x + b > 0)'"),
    row("max(0, u' W x + t)", "cases(zeros(n, m) if u' @ W @ x + t <= 0, x @ u' if u' @ W @ x + t > 0)",
        "cases(zeros(n, m) if u · (W @ x) + t <= 0, x @ u' if u · (W @ x) + t > 0)"),
    row("sum(sigmoid(W x))", "x @ (sigmoid(W @ x) ⊗ (1 - sigmoid(W @ x)))'"),
    row("logsumexp(W x)", "x @ softmax(W @ x)'"),
    row("-y · ln(softmax(W x))", "x @ (sum(y) softmax(W @ x) - y)'"),
    row("(u' W x)^2", "2 (u' @ W @ x) (x @ u')", "2 (u · (W @ x)) (x @ u')"),
    row("x' W' W x", "2 (x @ x' @ W')"),
    row("(W x) · (W v)", "(x @ v' + v @ x') @ W'"),
    row("1/N sum(i=1..N, norm(W X_i - Y_i)^2)", "(2/N) sum(i=1..N, X_i @ (W @ X_i - Y_i)')"),
    row("1/N sum(i=1..N, -Y_i · ln(softmax(W X_i + b)))",
        "1/N sum(i=1..N, X_i @ (sum(Y_i) softmax(W @ X_i + b) - Y_i)')"),
    row("c · tanh(A relu(W x + b))", "x @ (c ⊗ (1 - tanh(A @ relu(W @ x + b))^2))' @ A @ diag(W @ x + b > 0)",
        "x @ ((W @ x + b > 0) ⊗ (A' @ (c ⊗ (1 - tanh(A @ relu(W @ x + b))^2))))'"),
)  # fmt: skip
CASES = some_pairs(3, TABLE, METHODS)


def used(text: str) -> dict[str, str]:
    """The shapes of the names that occur in a text."""
    return {name: shape for name, shape in SHAPES.items() if name in text or name == "W"}


@in_groups(("row", "method"), CASES, ids=lambda value: value if isinstance(value, str) else value.text)
def test_every_method_ends_in_the_same_short_form(row: Row, method: str) -> None:
    trace = derive(row.text, "W", used(row.text), method)
    assert trace.status == "finished", trace.reason
    assert str(trace.result.shape) == "n x m"
    wanted = {ordered(parse_expression(text, used(row.text)).expression) for text in row.results}
    assert ordered(trace.result) in wanted, trace.result.text()
    for step in trace.steps:
        assert step.check.ok, (step.number, step.rule, step.check.message)
        assert step.check.points >= 4
        assert all(substep.check.ok for substep in step.substeps), step.rule


@in_groups("row", TABLE, ids=lambda row: row.text)
def test_the_result_is_what_differences_give(row: Row) -> None:
    trace = derive(row.text, "W", used(row.text))
    generator = np.random.default_rng(3)
    values = {name: generator.uniform(-1, 1, tuple(SIZES[size] for size in shape.sizes))
              for name, shape in trace.problem.shapes.items()} | SIZES  # fmt: skip
    expected = np.zeros((SIZES["n"], SIZES["m"]))
    for i in range(SIZES["m"]):
        for j in range(SIZES["n"]):
            moved = np.zeros((SIZES["m"], SIZES["n"]))
            moved[i, j] = 1e-6
            ahead, behind = (
                trace.problem.expression.evaluate({**values, "W": values["W"] + sign * moved}) for sign in (1, -1)
            )
            expected[j, i] = (ahead - behind) / 2e-6
    np.testing.assert_allclose(trace.result.evaluate(values), expected, atol=1e-6)


def test_denominator_layout_gives_the_shape_of_the_matrix() -> None:
    trace = derive("u' W x", "W", used("u' W x"), layout="denominator")
    assert trace.result.text() == "u @ x'"
    assert all(step.check.ok for step in trace.steps)


def test_a_vector_by_a_matrix_comes_as_that_of_its_columns() -> None:
    trace = derive("W x", "W", used("W x"))
    assert trace.status == "finished"
    assert trace.result.text() == "kron(x', identity(m))"
    assert all(step.check.ok for step in trace.steps)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("cases(X X if z > 0, X otherwise)",
         "cases(kron(X', identity(n)) + kron(identity(n), X) if z > 0, identity(n*n) if otherwise)"),
        ("cases(zeros(n, n) if z > 0, A otherwise)", "zeros(n*n, n*n)"),
        ("cases(A if z > 0, X A otherwise)",
         "cases(zeros(n*n, n*n) if z > 0, kron(A', identity(n)) if otherwise)"),
        ("cases(X a if z > 0, X X a otherwise)",
         "cases(kron(a', identity(n)) if z > 0, kron(a' @ X', identity(n)) + kron(a', X) if otherwise)"),
    ],
)  # fmt: skip
def test_cases_of_matrices_are_derived_case_by_case(text: str, form: str) -> None:
    trace = derive(text, "X", {"X": "n x n", "A": "n x n", "a": "n", "z": "scalar"})
    assert trace.status == "finished", trace.reason
    assert trace.result.text() == form
    assert all(step.check.ok for step in trace.steps)


@in_groups("method", ["operator", "chain", "chain-forward", "vector", "elements"])
@in_groups("text", ["X A X", "inv(X)", "X'", "kron(X, A)", "X^3", "a' X"])
def test_what_has_more_than_two_directions_is_derived_line_by_line(text: str, method: str) -> None:
    whole = f"{text} where X: n x n, A: n x n, a: n" if set("Aa") & set(text) else f"{text} where X: n x n"
    trace = derive(whole, wrt="X", method=method)
    told = derive(whole, wrt="X", method="differential")
    assert trace.result is told.result
    assert trace.steps[-1].title == told.steps[-1].title
    assert len(trace.steps) > 2
    assert all(step.check.ok for step in trace.steps)
