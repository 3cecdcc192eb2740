"""Vectors put together of blocks: sizes such as n+1, derivatives by and of them, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from explainer.engine import Trace, derive
from explainer.errors import ExplainerError, ShapeError
from explainer.expr.nodes import Blocks, Derivative
from explainer.expr.shape import Shape, add_sizes, parse_shape, size_names, size_number
from explainer.language import parse_expression
from explainer.notation import write
from explainer.verify import verify
from tests.cases import in_groups

SHAPES = {"w": "n", "x": "n", "b": "scalar", "v": "n+1", "z": "scalar", "W": "m x n", "c": "m"}


def finished(trace: Trace) -> str:
    assert trace.status == "finished", trace.reason
    assert all(step.check.ok for step in trace.steps), [step.check for step in trace.steps]
    return trace.result.text()


# --- sizes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("n+1", "n+1"), ("1+n", "n+1"), ("n + m + 2", "m+n+2"), ("n+n", "2n"), ("2n+1", "2n+1"), ("2+3", 5), ("n+0", "n")],
)
def test_sizes_add_up_to_one_form(typed: str, meant: str | int) -> None:
    assert parse_shape(typed) == Shape((meant,))
    assert parse_shape(f"{typed} x 3") == Shape((meant, 3))


def test_a_size_is_worked_out_from_its_names() -> None:
    assert add_sizes("n", 1, "n") == "2n+1"
    assert size_names("2n+m+1") == ("m", "n")
    assert size_number("2n+m+1", {"n": 3, "m": 5}.__getitem__) == 12
    assert Shape(("n+1", "2n")).names == {"n"}
    assert Shape(("n+1",)).display() == "(n+1)×1"


@pytest.mark.parametrize("shape", ["n-1", "n+", "+1", "n 1", "2 3"])
def test_other_calculations_with_sizes_are_no_shapes(shape: str) -> None:
    with pytest.raises(ShapeError, match="is not a shape"):
        parse_shape(shape)


def test_an_open_size_is_learned_from_a_sum() -> None:
    node = parse_expression("v · [x, 1] + sum(j=1..n+1, v_j)", SHAPES).expression
    assert node.evaluate({"v": [1.0, 2.0, 3.0], "x": [5.0, 7.0]}) == 1 * 5 + 2 * 7 + 3 + 6
    with pytest.raises(ShapeError, match="n would be 3, but it is 2"):
        node.evaluate({"v": [1.0, 2.0, 3.0], "x": [5.0, 7.0, 9.0]})


def test_a_size_that_is_a_sum_is_written_in_every_face() -> None:
    node = parse_expression("sum(j=1..n+1, v_j)", SHAPES).expression
    assert write(node, "unicode") == "∑ⱼ₌₁ⁿ⁺¹ vⱼ"
    assert write(node, "latex") == r"\sum_{j = 1}^{n + 1} v_{j}"
    assert "n plus 1" in write(node, "speech")
    assert "<mi>n</mi>" in write(node, "mathml")


# --- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("[w, b]", "n+1"), ("[w', b]", "1 x n+1"), ("[[w', b]]", "1 x n+1"), ("[w, x, 1]", "2n+1"),
        ("[W, w']", "m+1 x n"), ("[[W, c], [w', b]]", "m+1 x n+1"), ("[w, b]'", "1 x n+1"), ("[w, 2 b] + v", "n+1"),
    ],
)  # fmt: skip
def test_blocks_are_read_with_their_shapes_and_back(text: str, shape: str) -> None:
    node = parse_expression(text, SHAPES).expression
    assert str(node.shape) == shape
    assert parse_expression(node.text(), SHAPES).expression is node


def test_a_list_of_scalars_is_no_block() -> None:
    assert not isinstance(parse_expression("[b, z]", SHAPES).expression, Blocks)


@pytest.mark.parametrize("text", ["[[w, b]]", "[W, w]", "[[W, c], [w', w]]", "[w, b] · [x, b, 1]", "[w, b] + x"])
def test_blocks_that_do_not_fit_are_refused_with_their_shapes(text: str) -> None:
    with pytest.raises(ShapeError) as caught:
        parse_expression(text, SHAPES)
    assert len(caught.value.shapes) >= 2


@in_groups("method", ["operator", "chain", "elements"])
@in_groups(
    ("text", "wrt", "result"),
    [
        ("[w, b] · [x, 1]", "w", "x'"),
        ("[w, b] · [x, 1]", "b", "1"),
        ("[w, b] · [x, 1]", "(w, b)", "[[x', 1]]"),
        ("v · [x, 1]", "v", "[[x', 1]]"),
        ("z (w · x + b)", "(w, b)", "z [[x', 1]]"),
        ("sum([w, b])", "(w, b)", "[[ones(n)', 1]]"),
        ("[w, b]", "(w, b)", "[[identity(n), zeros(n)], [zeros(1, n), 1]]"),
        ("w · x + z", "(z, w, b)", "[[1, x', 0]]"),
    ],
)
def test_derivatives_by_and_of_blocks(text: str, wrt: str, result: str, method: str) -> None:
    trace = derive(text, wrt, SHAPES, method=method)
    finished(trace)
    expected = parse_expression(result, SHAPES).expression
    assert trace.result is expected or verify(trace.result, expected).ok, trace.result.text()


def test_the_rows_of_a_block_keep_their_order() -> None:
    trace = derive("[z w, w · x]", "w", SHAPES)
    assert finished(trace) == "[[z identity(n)], [x']]"
    values = {"w": np.array([1.0, 2.0]), "x": np.array([3.0, 4.0]), "z": 5.0}
    np.testing.assert_allclose(trace.result.evaluate(values), [[5, 0], [0, 5], [3, 4]])


def test_a_function_of_a_block_is_differentiated_as_a_whole() -> None:
    trace = derive("sum(sin([w, b]))", "b", SHAPES, method="operator")
    finished(trace)
    assert trace.result.evaluate({"w": [1.0, 2.0], "b": 0.3}) == pytest.approx(np.cos(0.3))


def test_the_denominator_layout_is_the_transpose() -> None:
    trace = derive("[w, b] · [x, 1]", "(w, b)", SHAPES, layout="denominator")
    assert finished(trace) == "[x, 1]"


def test_a_wrong_order_of_blocks_is_seen() -> None:
    body = parse_expression("w · x + z b", SHAPES).expression
    wrt = derive(body, "(w, b)").problem.wrt
    right, wrong = (parse_expression(text, SHAPES).expression for text in ("[[x', z]]", "[[z, x']]"))
    assert verify(Derivative(body, wrt), right).ok
    assert not verify(Derivative(body, wrt), wrong).ok


def test_a_matrix_among_several_variables_makes_no_blocks() -> None:
    assert list(derive("sum(W @ x)", "(W, x)", SHAPES).results) == ["W", "x"]
    with pytest.raises(ExplainerError, match="scalars and vectors"):
        derive("sum(W @ x)", "(W, x)", SHAPES, "operator")


def test_a_trace_with_blocks_survives_being_saved() -> None:
    trace = derive("z (w · x + b)", "(w, b)", SHAPES)
    restored = Trace.from_dict(trace.to_dict())
    assert restored.result is trace.result


@in_groups("method", ["operator", "chain", "elements"])
@in_groups(
    ("text", "wrt", "result"),
    [
        ("[w, b] ⊗ [x, z]", "w", "[[diag(x)], [zeros(1, n)]]"),
        ("[[W, c]] @ [x, 1]", "x", "W"),
        ("norm([w, b])", "(w, b)", "[[w', b]] / norm([w, b])"),
        ("sum(i=1..N, (g · X_i)^2)", "g", "sum(i=1..N, 2 (g · X_i) X_i')"),
    ],
)
def test_blocks_are_worked_out_block_by_block(text: str, wrt: str, result: str, method: str) -> None:
    shapes = SHAPES | {"X": "N x n+1", "g": "n+1"}
    trace = derive(text, wrt, shapes, method=method)
    if trace.status == "stuck":
        assert method == "elements"
        return
    finished(trace)
    expected = parse_expression(result, shapes).expression
    assert trace.result is expected or verify(trace.result, expected).ok, trace.result.text()


# --- matrices put together, by a matrix ------------------------------------------------------------------------------

PARTS = {"X": "m x n", "Y": "k x n", "Z": "m x k", "A": "m x m", "B": "n x n", "S": "n x n", "v": "n", "w": "k",
         "u": "m", "c": "scalar", "r": "1 x n", "D": "k x n"}  # fmt: skip
NUMBERS = {"m": 2, "n": 3, "k": 4}


def columns_by_differences(text: str, wrt: str, shapes: dict[str, str]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """The columns of a value by each entry of a matrix or vector, column by column, and the values of all variables."""
    random = np.random.default_rng(5)
    values = {
        name: random.uniform(0.3, 2, [NUMBERS.get(size, 1) for size in shape.split(" x ")] if shape != "scalar" else ())
        for name, shape in shapes.items()
    }
    line = parse_expression(text, shapes).expression

    def column(entries: np.ndarray) -> np.ndarray:
        moved = entries.reshape(values[wrt].shape, order="F")
        return np.asarray(line.evaluate({**values, wrt: moved}), dtype=float).ravel(order="F")

    here = values[wrt].ravel(order="F")
    step = 1e-6 * np.eye(here.size)
    return np.stack([(column(here + h) - column(here - h)) / 2e-6 for h in step], axis=1), values


@in_groups("method", ["differential", "backward"])
@in_groups(
    ("text", "wrt"),
    [
        ("[X, Y]", "X"), ("[Y, X]", "X"), ("[[X, Z]]", "X"), ("[[Z, X]]", "X"), ("[[A, X], [X', B]]", "X"),
        ("[X, X]", "X"), ("[X', Z']'", "X"), ("[sin(X), 2 Y]", "X"), ("[A X, Y]", "X"), ("[X, Y] @ v", "X"),
        ("[[X, Z]] @ [v, w]", "X"), ("[X v, w]", "X"), ("[X v, c]", "X"), ("[tr(S), S v]", "S"), ("[r, X]", "r"),
        ("[v', X]", "v"), ("[[v, B]]", "v"), ("[[B, v], [v', c]]", "v"), ("[tr(S), sum(S), 2]", "S"),
        ("[[tr(S), 1], [0, v' S v]]", "S"), ("[[tr(S), c], [1, sum(S)]] @ [c, 3]", "S"), ("[v · v, sum(v)]", "v"),
        ("norm([X, Y] - [Y, X])^2", "X"), ("norm([X, Y])^2", "X"), ("norm([tr(S), sum(S)])^2", "S"),
        ("det([[tr(S), 1], [2, sum(S)]])", "S"), ("tr([[A, X], [X', B]]^2)", "X"), ("[r @ v, sum(r)]", "r"),
        ("sum(tanh([[X, Z]] @ [v, w]))", "X"), ("u' [[X, Z]] [v, w]", "X"),
        ("v + tr(S)", "S"), ("S v - sum(S)", "S"), ("max(v, tr(S))", "S"), ("tr(S)^2 - v", "S"), ("B + tr(S) S", "S"),
    ],
)  # fmt: skip
def test_matrices_put_together_have_derivatives_by_a_matrix_in_them(text: str, wrt: str, method: str) -> None:
    shapes = {name: shape for name, shape in PARTS.items() if name in text}
    trace = derive(text, wrt, shapes, method)
    finished(trace)
    wanted, values = columns_by_differences(text, wrt, shapes)
    found = np.asarray(trace.result.evaluate({**NUMBERS, **values}), dtype=float)
    if wanted.shape[0] == 1 and values[wrt].ndim == 2:  # of a number by a matrix: in the shape of its transpose
        wanted = wanted.reshape(values[wrt].T.shape)
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-7)


@in_groups("method", ["auto", "operator", "chain", "elements"])
@in_groups(
    "text",
    ["(z A) @ u", "(z A + c A) @ u", "(z A)' @ u + c u", "exp(z A) @ u", "diag(z u) @ u", "inv(z A + c I) @ u", "z A",
     "u' @ (A + c A)", "(z A)^2 @ u"],
)  # fmt: skip
def test_what_is_made_by_matrices_that_change_has_a_column_for_each_scalar(text: str, method: str) -> None:
    shapes = {"A": "m x m", "u": "m", "z": "scalar", "c": "scalar"}
    trace = derive(text, "(z, c)", shapes, method)
    if "inv" in text and method != "auto":
        return  # these do not know the inverse
    finished(trace)
    alone = [columns_by_differences(text, name, shapes) for name in ("z", "c")]
    found = np.asarray(trace.result.evaluate({**NUMBERS, **alone[0][1]}), dtype=float)
    np.testing.assert_allclose(found, np.hstack([columns for columns, _ in alone]), rtol=1e-5, atol=1e-7)
