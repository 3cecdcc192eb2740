"""Vectors of known size, one of a single entry among them: derived like those of open size, with every step checked."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import METHODS, derive
from explainer.errors import ShapeError
from explainer.expr.nodes import Index, MatrixRow, Variable
from explainer.expr.shape import matrix_shape, vector_shape
from tests.cases import in_groups

FUNCTIONS = ("x · x", "(w · x) sum(x)", "softmax(x + w)", "norm(x)", "x / norm(x)", "max(0, w · x)", "x ⊗ w", "2 x - w",
             "sum(softmax(x) ⊗ w)", "-w · ln(softmax(x))", "max(x, x)", "x + sum(x)")  # fmt: skip
SIZES = {"1": [0.6], "2": [0.6, -0.3]}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_method_derives_for_every_size(function: str, size: str) -> None:
    shapes = {"x": size, "w": size} if "w" in function else {"x": size}
    found = []
    for method in METHODS:
        trace = derive(function, "x", shapes, method)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps), method
        value = trace.result.evaluate(
            {"n": int(size), **{name: np.array(SIZES[size]) for name in trace.problem.shapes}}
        )
        found.append(np.broadcast_to(value, value.shape))
    assert all(np.allclose(value, found[0]) for value in found)


@pytest.mark.parametrize("size", ["0", "00", "-1"])
def test_a_vector_without_entries_is_refused(size: str) -> None:
    with pytest.raises(ShapeError) as caught:
        derive("x · x", "x", {"x": size})
    assert caught.value.hint


def test_a_size_of_one_is_left_open_and_the_trace_says_so() -> None:
    trace = derive("x · x", "x", {"x": "1"})
    assert trace.result.text() == "2 x'"
    assert str(trace.problem.shapes["x"]) == "1"
    assert any("n = 1" in note for note in trace.problem.notes)
    np.testing.assert_allclose(trace.result.evaluate({"x": [3.0]}), [[6.0]])


def test_single_entries_of_a_known_size_still_make_a_written_out_gradient() -> None:
    assert derive("x_1 x_2", "x", {"x": "2"}).result.text() == "[[x_2, x_1]]"


@pytest.mark.parametrize("text", ["sum(i=1..5, (t_i - X_i · (-(W' @ b)))^2)", "b' W b", "(W' W b) · x"])
def test_matrices_of_one_entry_are_taken_for_no_vectors(text: str) -> None:
    shapes = {"x": "1", "b": "1", "W": "1 x 1", "X": "5 x 1", "t": "5"}
    for method in ("auto", "operator", "chain", "elements"):
        trace = derive(text, "x" if "x" in text else "b", shapes, method)
        assert trace.status == "finished", trace.reason
        assert all(step.check.ok for step in trace.steps)


@in_groups("method", ["auto", "elements", "vector", "operator", "chain"])
@pytest.mark.parametrize(
    ("text", "number"), [("sum(j=1..n, r)", 4), ("sum(j=1..n, 2 r)", 8), ("sum(j=1..n, sum(k=1..m, r))", 12)]
)
def test_the_letter_for_a_size_of_one_is_none_that_a_sum_runs_to(text: str, number: int, method: str) -> None:
    """The number of terms stays open beside a vector of one entry, whatever letter that takes for its size."""
    trace = derive(text, "r", {"r": "1"}, method)
    assert not any(f"..{letter}," in text for letter in trace.problem.sizes)
    assert all(step.check.ok for step in trace.steps)
    value = trace.result.evaluate({"r": [0.3], "n": 4, "m": 3, **trace.problem.sizes})
    assert np.ravel(value).tolist() == [number]


ONE_BY_ONE = [
    ("mean(diag(x) @ x)", {"x": "1"}), ("sum(diag(x) @ x)", {"x": "1"}), ("norm(diag(x) @ x)", {"x": "1"}),
    ("softmax(diag(x) @ x)", {"x": "1"}), ("sum(i=1..n, x_i)", {"x": "1"}),
    ("1/1 sum(i=1..1, (t_i - X_i · x)^2)", {"t": "1", "X": "1 x 4", "x": "4"}),
    ("relu(1/1 sum(i=1..1, (t_i - X_i · (diag(w) @ (W' @ x)))^2))",
     {"w": "4", "x": "4", "W": "4 x 4", "X": "1 x 4", "t": "1"}),
    ("max(max(x + z, -x), r' / (1 + norm(x)) + (A @ A) @ w)",
     {"x": "1", "w": "1", "z": "scalar", "r": "1 x 1", "A": "1 x 1"}),
    ("x · (diag(x) @ x)", {"x": "1"}), ("max(x, r')", {"x": "1", "r": "1 x 1"}), ("(x @ x') @ x + x", {"x": "1"}),
]  # fmt: skip


@in_groups("method", METHODS)
@pytest.mark.parametrize(("text", "shapes"), ONE_BY_ONE, ids=[text for text, _ in ONE_BY_ONE])
def test_what_is_derived_for_every_size_is_derived_for_one(text: str, shapes: dict[str, str], method: str) -> None:
    """A product that is a vector for all other sizes is one here too: no number, of which there would be no entry."""
    trace = derive(text, "x", shapes, method)
    if method == "backward" and not trace.problem.expression.shape.is_scalar:
        return
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    random = np.random.default_rng(5)
    values = {name: random.uniform(0.2, 1, shape.sizes) for name, shape in trace.problem.shapes.items()}

    def at(change: float) -> np.ndarray:
        moved = {**values, "x": values["x"] + change * (np.arange(values["x"].size) == 0)}
        return np.ravel(trace.problem.expression.evaluate({**trace.problem.sizes, **moved}))

    slope = (at(1e-6) - at(-1e-6)) / 2e-6
    found = np.asarray(trace.result.evaluate({**trace.problem.sizes, **values})).reshape(slope.size, -1)[:, 0]
    np.testing.assert_allclose(found, slope, rtol=1e-5, atol=1e-7)


def test_the_rows_of_a_matrix_are_as_many_as_the_index_of_a_row_says() -> None:
    X = Variable("X", matrix_shape(1, 4))
    assert MatrixRow(X, Index("i", 1)).shape == vector_shape(4)
    with pytest.raises(ShapeError, match="runs to n"):
        MatrixRow(X, Index("i", "n"))


@pytest.mark.parametrize(("text", "wrt"), [("x + s", "x"), ("X + s", "X"), ("X + X'", "X"), ("s X", "X")])
def test_a_result_has_no_letter_for_a_size_of_one(text: str, wrt: str) -> None:
    """Not in a product of sizes either: an identity of n by n rows would have no value where nobody gave an n."""
    trace = derive(text, wrt, {"x": "1", "X": "1 x 1", "s": "scalar"})
    assert not trace.result.shape.names
    values = {"x": [0.4], "X": [[0.4]], "s": 3.0}
    wanted = {"x + s": 1.0, "X + s": 1.0, "X + X'": 2.0, "s X": 3.0}[text]
    np.testing.assert_allclose(np.ravel(trace.result.evaluate(values)), [wanted])


@in_groups("size", ["1", "3", "n"])
@pytest.mark.parametrize("text", ["sum(exp(r')^k)", "(1 + (r' · r')^2)^k", "sum(abs(r)^k)^(1/k)", "sum(exp(r)^2)"])
@pytest.mark.parametrize("wrt", ["k", "r"])
def test_powers_with_letters_of_a_row_are_read_and_derived(text: str, wrt: str, size: str) -> None:
    """Its one row is no size to be left open there: no power with a letter above of a matrix is read."""
    trace = derive(text, wrt, {"r": f"1 x {size}", "k": "scalar"})
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps)
    row = np.array([[0.7, 1.3, 0.4]])[:, : 1 if size == "1" else 3]

    def value(k: float, r: np.ndarray) -> float:
        found = {"sum(exp(r')^k)": np.exp(r) ** k, "(1 + (r' · r')^2)^k": (1 + (r**2).sum() ** 2) ** k,
                 "sum(abs(r)^k)^(1/k)": (abs(r) ** k).sum() ** (1 / k), "sum(exp(r)^2)": np.exp(r) ** 2}  # fmt: skip
        return float(np.sum(found[text]))

    step = 1e-6
    if wrt == "k":
        wanted = [(value(2.3 + step, row) - value(2.3 - step, row)) / 2 / step]
    else:
        moves = step * np.eye(row.size)[:, None, :]
        wanted = [(value(2.3, row + move) - value(2.3, row - move)) / 2 / step for move in moves]
    found = trace.evaluate({"r": row, "k": 2.3})
    np.testing.assert_allclose(np.ravel(found), wanted, rtol=1e-6)


@pytest.mark.parametrize(
    ("text", "wrt", "shapes", "said"),
    [
        ("x_2 x_1", "x", {"x": "1"}, "there is no entry 2: the size is 1"),
        ("X_1 · X_2", "X", {"X": "1 x 3"}, "there is no row 2: the size is 1"),
        ("X_{1,2} z", "z", {"X": "3 x 1", "z": "scalar"}, "there is no entry 2: the size is 1"),
        ("(W @ x)_2 + x_1", "x", {"W": "1 x n", "x": "n"}, "there is no entry 2: the size is 1"),
    ],
)
def test_an_entry_beyond_a_size_of_one_is_refused(text, wrt, shapes, said) -> None:
    with pytest.raises(ShapeError, match=said):
        derive(text, wrt, shapes)
