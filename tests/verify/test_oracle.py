"""The oracle finds derivatives from values alone: every shape, both kinds of derivative, kinks and edges."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy
import pytest

from explainer.errors import ExplainerError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Cases,
    ColumnForm,
    Comparison,
    Derivative,
    Dot,
    Entry,
    Equation,
    FunctionCall,
    Grid,
    Hadamard,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Number,
    Power,
    Product,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    VariableTuple,
    Vector,
    Where,
)
from explainer.expr.operation import Operation
from explainer.expr.shape import matrix_shape, row_shape, vector_shape
from explainer.language import parse_expression
from explainer.operations import OPERATIONS, all_operations
from explainer.verify import evaluate_with_oracle, oracle
from explainer.verify.oracle import _together
from tests.cases import in_groups

s, t = Variable("s"), Variable("t")
x, w = Variable("x", vector_shape("n")), Variable("w", vector_shape("n"))
W, X = Variable("W", matrix_shape("m", "n")), Variable("X", matrix_shape("N", "n"))
sine, maximum, exponential = OPERATIONS["sin"], OPERATIONS["max"], OPERATIONS["exp"]
U = [s, *(Variable(f"u_{k}") for k in range(1, 5))]

RANDOM = numpy.random.default_rng(1)
VALUES: dict[str, Any] = {
    "s": 0.7, "t": -1.2, "x": RANDOM.normal(size=3), "w": RANDOM.normal(size=3),
    "W": RANDOM.normal(size=(2, 3)), "X": RANDOM.normal(size=(5, 3)), "r": RANDOM.normal(size=(1, 3)),
}  # fmt: skip


def number(value: int) -> Number:
    return Number(Fraction(value))


def found(body: Node, wrt: Node, kind: str = "total", **more: Any) -> Any:
    return evaluate_with_oracle(Derivative(body, wrt, kind), {**VALUES, **more})


def close(value: Any, expected: Any, tolerance: float = 1e-9) -> bool:
    expected = numpy.asarray(expected)
    return value.shape == expected.shape and numpy.allclose(value, expected, rtol=tolerance, atol=tolerance)


# --- shapes: numerator layout ----------------------------------------------------------------------------------------


def test_scalar_by_scalar() -> None:
    assert close(found(Product((s, Apply(sine, (s,)))), s), numpy.sin(0.7) + 0.7 * numpy.cos(0.7), 1e-14)


def test_scalar_by_vector_is_a_row() -> None:
    assert close(found(Dot(w, x), w), VALUES["x"].reshape(1, 3))


def test_scalar_by_row_is_a_column() -> None:
    row = Variable("r", row_shape("n"))
    assert close(found(MatrixProduct((row, x)), row), VALUES["x"])


def test_scalar_by_matrix_is_transposed() -> None:
    y = Variable("y", vector_shape("m"))
    body = MatrixProduct((Transpose(y), W, x))
    assert close(found(body, W, y=numpy.array([2.0, -1.0])), numpy.outer(VALUES["x"], [2.0, -1.0]))


def test_vector_by_vector_is_a_jacobian() -> None:
    assert close(found(MatrixProduct((W, x)), x), VALUES["W"])


def test_a_scalar_by_the_columns_of_a_matrix_is_a_row_of_all_entries() -> None:
    y = Variable("y", vector_shape("m"))
    columns = Apply(OPERATIONS["vec"], (W,))
    row = found(MatrixProduct((Transpose(y), W, x)), columns, y=numpy.array([2.0, -1.0]))
    assert close(row, numpy.outer([2.0, -1.0], VALUES["x"]).flatten("F")[None])
    jacobian = found(MatrixProduct((W, x)), columns)
    assert close(jacobian, numpy.kron(VALUES["x"], numpy.eye(2)))


def test_vector_by_scalar_is_a_column() -> None:
    assert close(found(Product((s, x)), s), VALUES["x"])


def test_matrix_by_scalar_keeps_its_shape() -> None:
    assert close(found(Product((Power(s, number(2)), W)), s), 1.4 * VALUES["W"])


def test_by_a_tuple_of_scalars() -> None:
    body = Vector((Product((s, t)), Power(t, number(2))))
    assert close(found(body, VariableTuple((s, t))), [[-1.2, 0.7], [0.0, -2.4]])
    assert close(found(body.entries[0], VariableTuple((s, t))), [[-1.2, 0.7]])


def test_by_a_numbered_entry() -> None:
    assert close(found(Dot(w, x), Entry(w, (number(2),))), VALUES["x"][1])
    assert close(found(SumReduction(Apply(sine, (W,))), Entry(W, (number(2), number(1)))), numpy.cos(VALUES["W"][1, 0]))


def test_by_an_indexed_entry_inside_a_grid() -> None:
    i, j = Index("i", "n"), Index("j", "n")
    entry = Product((Entry(x, (i,)), Entry(w, (i,))))
    assert close(evaluate_with_oracle(Grid(i, j, Derivative(entry, Entry(x, (j,)))), VALUES), numpy.diag(VALUES["w"]))
    same = ColumnForm(i, Derivative(Entry(Apply(sine, (x,)), (i,)), Entry(x, (i,))))
    assert close(evaluate_with_oracle(same, VALUES), numpy.cos(VALUES["x"]))


def test_by_an_indexed_entry_of_a_matrix() -> None:
    i, j = Index("i", "m"), Index("j", "n")
    grid = Grid(i, j, Derivative(SumReduction(Apply(sine, (W,))), Entry(W, (i, j))))
    assert close(evaluate_with_oracle(grid, VALUES), numpy.cos(VALUES["W"]))


def test_inside_a_sum_over_the_data() -> None:
    i = Index("i", "N")
    loss = IndexedSum(i, Power(Dot(w, MatrixRow(X, i)), number(2)))
    data = VALUES["X"]
    expected = (2 * (data @ VALUES["w"]) @ data).reshape(1, 3)
    assert close(found(loss, w), expected)
    inside = IndexedSum(i, Derivative(loss.body, w))
    assert close(evaluate_with_oracle(inside, VALUES), expected)


def test_what_does_not_depend_has_derivative_zero() -> None:
    assert close(found(x, w), numpy.zeros((3, 3)))
    assert close(found(t, s), 0.0)


def test_an_abstract_function_is_differentiated_from_its_values() -> None:
    call = FunctionCall("f", (x,), vector_shape(2))
    jacobian = found(call, x, f=lambda v: numpy.array([v[0] * v[1], v[2] ** 2]))
    a, b, c = VALUES["x"]
    assert close(jacobian, [[b, a, 0.0], [0.0, 0.0, 2 * c]])


def test_something_that_is_no_variable_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="is not a variable of differentiation"):
        found(Product((s, t)), Power(s, number(2)))


# --- higher derivatives ----------------------------------------------------------------------------------------------


def test_second_and_third_derivatives() -> None:
    first = Derivative(Apply(sine, (s,)), s)
    assert close(found(first, s), -numpy.sin(0.7), 1e-8)
    assert close(found(Derivative(first, s), s), -numpy.cos(0.7), 1e-5)


def test_a_mixed_second_derivative() -> None:
    body = Product((Power(s, number(3)), Power(t, number(2))))
    assert close(found(Derivative(body, s), t), 3 * 0.49 * 2 * -1.2, 1e-8)


def test_the_hessian_of_a_quadratic_form() -> None:
    gradient = Transpose(Derivative(SumReduction(Power(x, number(3))), x))
    assert close(found(gradient, x), numpy.diag(6 * VALUES["x"]), 1e-7)


# --- programs of intermediate variables ------------------------------------------------------------------------------


def where(body: Node) -> Any:
    """u₁ = s², u₂ = s + u₁, u₃ = sin u₂, u₄ = u₂ u₃."""
    definitions = (
        Equation(U[1], Power(s, number(2))),
        Equation(U[2], Sum((s, U[1]))),
        Equation(U[3], Apply(sine, (U[2],))),
        Equation(U[4], Product((U[2], U[3]))),
    )
    return evaluate_with_oracle(Where(body, definitions), VALUES)


U2 = 0.7 + 0.49


@in_groups(
    ("body", "wrt", "total", "partial"),
    [
        (U[1], s, 1.4, 1.4),
        (U[2], s, 2.4, 1.0),
        (U[2], U[1], 1.0, 1.0),
        (U[3], U[2], numpy.cos(U2), numpy.cos(U2)),
        (U[3], s, numpy.cos(U2) * 2.4, 0.0),
        (U[4], U[2], numpy.sin(U2) + U2 * numpy.cos(U2), numpy.sin(U2)),
        (U[4], U[3], U2, U2),
        (U[4], U[1], numpy.sin(U2) + U2 * numpy.cos(U2), 0.0),
        (U[2], U[2], 1.0, 1.0),
        (U[1], U[2], 0.0, 0.0),
        (Product((s, U[1])), s, 3 * 0.49, 0.49),
    ],
)
def test_total_follows_the_definitions_and_partial_holds_them(
    body: Node, wrt: Node, total: float, partial: float
) -> None:
    assert close(where(Derivative(body, wrt, "total")), total, 1e-12)
    assert close(where(Derivative(body, wrt, "partial")), partial, 1e-12)


def test_the_lone_alias_of_a_variable_is_followed() -> None:
    alias = (Equation(U[3], s), Equation(U[1], Power(U[3], number(2))), Equation(U[2], Sum((U[3], U[1]))))
    assert close(evaluate_with_oracle(Where(Derivative(U[2], s), alias), VALUES), 2.4)
    assert close(evaluate_with_oracle(Where(Derivative(U[2], U[3], "partial"), alias), VALUES), 1.0)
    assert close(evaluate_with_oracle(Where(Derivative(U[2], s, "partial"), alias), VALUES), 0.0)


def test_vector_intermediates() -> None:
    g, i = Variable("g", vector_shape("m")), Index("i", "m")
    definitions = (Equation(g, MatrixProduct((W, x))),)
    total = Where(Derivative(Apply(sine, (g,)), x), definitions)
    product = VALUES["W"] @ VALUES["x"]
    assert close(evaluate_with_oracle(total, VALUES), numpy.cos(product)[:, None] * VALUES["W"])
    local = Where(Derivative(Apply(sine, (g,)), g), definitions)
    assert close(evaluate_with_oracle(local, VALUES), numpy.diag(numpy.cos(product)))
    entry = Where(ColumnForm(i, Derivative(Entry(g, (i,)), Entry(x, (number(1),)), "partial")), definitions)
    assert close(evaluate_with_oracle(entry, VALUES), VALUES["W"][:, 0])


def test_definitions_inside_a_sum_depend_on_its_index() -> None:
    i, u = Index("i", "n"), Variable("u")
    body = Where(Product((u, Derivative(Apply(sine, (u,)), u))), (Equation(u, Entry(x, (i,))),))
    expected = (VALUES["x"] * numpy.cos(VALUES["x"])).sum()
    assert close(evaluate_with_oracle(IndexedSum(i, body), VALUES), expected)


def test_a_long_chain_of_definitions() -> None:
    names = [s, *(Variable(f"v_{k}") for k in range(300))]
    definitions = tuple(Equation(later, Apply(sine, (earlier,))) for earlier, later in pairwise(names))
    value, slope = 0.7, 1.0
    for _ in range(300):
        value, slope = numpy.sin(value), slope * numpy.cos(value)
    assert close(evaluate_with_oracle(Where(Derivative(names[-1], s), definitions), VALUES), slope, 1e-12)


# --- kinks, edges, and what is not analytic --------------------------------------------------------------------------


@pytest.mark.parametrize(("point", "slope"), [(0.7, 1.0), (0.001, 1.0), (-0.001, 0.0), (-40.0, 0.0)])
def test_beside_a_kink_the_one_sided_slope_is_found(point: float, slope: float) -> None:
    body = Apply(maximum, (number(0), s))
    assert close(found(body, s, s=point), slope)


def test_near_a_kink_there_is_no_value() -> None:
    assert numpy.isnan(found(Apply(OPERATIONS["abs"], (s,)), s, s=1e-6))


def test_outside_the_domain_there_is_no_value() -> None:
    for name, point in [("ln", -1.0), ("sqrt", -0.5), ("arcsin", 1.5), ("arcosh", 0.5), ("artanh", 2.0)]:
        assert numpy.isnan(found(Apply(OPERATIONS[name], (s,)), s, s=point)), name


def test_cases_are_followed_on_both_sides() -> None:
    body = Cases((Power(s, number(2)), number(5)), (Comparison("<", s, number(0)), nodes.Otherwise()))
    assert close(found(body, s, s=-2.0), -4.0)
    assert close(found(body, s, s=2.0), 0.0)


def test_a_kink_in_another_variable_does_no_harm() -> None:
    body = Product((Apply(exponential, (s,)), Apply(maximum, (number(0), t))))
    assert close(found(body, s, t=0.3), 0.3 * numpy.exp(0.7), 1e-14)
    assert close(found(body, t, t=0.3), numpy.exp(0.7))


@in_groups("row", [row for row in all_operations() if row.elementwise], ids=lambda row: row.name)
def test_every_operation_differentiates_to_the_slope_of_its_values(row: Operation) -> None:
    """Against a plain difference quotient written here; no row may only be right by its own machinery."""
    point = {"u": 0.37, "v": 0.61}
    for unusual in ("arccsc", "arcsec", "arcosh", "arcoth"):
        point = {**point, "u": 1.8} if row.name == unusual else point
    variables = [Variable(name) for name in row.parameters]
    values = [point[name] for name in row.parameters]
    with numpy.errstate(all="ignore"):
        for position, variable in enumerate(variables):

            def at(offset: float, position: int = position) -> float:
                moved = [numpy.asarray(v + offset * (k == position)) for k, v in enumerate(values)]
                return float(row.value(numpy, *moved))

            slope = (8 * (at(1e-3) - at(-1e-3)) - (at(2e-3) - at(-2e-3))) / 12e-3
            assert close(evaluate_with_oracle(Derivative(Apply(row, tuple(variables)), variable), point), slope, 1e-8)


# --- independence ----------------------------------------------------------------------------------------------------


def test_the_derivative_column_is_never_read() -> None:
    wrong = Operation(
        "wrong", "wrong", ("u",), lambda numpy, u: u * u, derivative=("this is not even readable",), source="none"
    )
    assert close(found(Apply(wrong, (s,)), s), 1.4)


def test_verifying_imports_no_rule() -> None:
    program = (
        "import sys, explainer.verify\n"
        "assert 'numpy' not in sys.modules\n"
        "from explainer.expr.nodes import Derivative, Product, Variable\n"
        "s = Variable('s')\n"
        "print(explainer.verify.evaluate_with_oracle(Derivative(Product((s, s)), s), {'s': 3.0}))\n"
        "assert not any(name.startswith(('explainer.rules', 'explainer.engine')) for name in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(done.stdout) == pytest.approx(6.0)


def test_a_missing_value_is_named() -> None:
    with pytest.raises(ExplainerError, match="q has no value"):
        found(Variable("q"), Variable("q"))


def test_an_element_by_element_product_has_a_diagonal_jacobian() -> None:
    assert close(found(Hadamard((w, x)), w), numpy.diag(VALUES["x"]))


@pytest.mark.parametrize("base", ["2 x", "x + x", "sin(x)"])
def test_by_an_entry_of_what_is_no_variable_is_refused(base: str) -> None:
    vector = parse_expression(base, {"x": "n"}).expression
    line = nodes.Derivative(parse_expression("x · x", {"x": "n"}).expression, nodes.Entry(vector, (nodes.ONE,)))
    with pytest.raises(UnsupportedError, match="not a variable of differentiation"):
        evaluate_with_oracle(line, {"x": [1.0, 2.0]})


def test_by_a_function_of_a_variable_is_refused() -> None:
    for by in (Apply(sine, (s,)), Apply(exponential, (x,))):
        with pytest.raises(UnsupportedError, match="not a variable of differentiation"):
            found(Product((s, s)), by)


def test_with_respect_to_a_vector_without_entries_there_is_nothing_to_differ() -> None:
    """No entry is made up for it: a gradient of none, and a matrix without rows and columns."""
    none = Variable("e", vector_shape(0))
    at = {"e": numpy.zeros(0)}
    assert numpy.shape(evaluate_with_oracle(Derivative(SumReduction(none), none), at)) == (1, 0)
    assert numpy.shape(evaluate_with_oracle(Derivative(none, none), at)) == (0, 0)


def test_a_variable_is_moved_once_for_all_functions_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of one derivation have dozens of derivatives by one variable."""
    moves: list[object] = []
    units = oracle.units_of
    monkeypatch.setattr(oracle, "units_of", lambda *given: moves.append(given) or units(*given))
    line = parse_expression("d(sin(x))/d(x) + d(x^2)/d(x) + d(abs(x))/d(x) + d(relu(x))/d(x)", {"x": "n"}).expression
    assert evaluate_with_oracle(line, {"x": [0.3, -0.7]}).shape == (2, 2)
    assert len(moves) == 2  # in the complex direction for what is smooth, to both sides for the rest


def test_entries_of_a_declared_matrix_move_as_it_allows() -> None:
    slopes = numpy.array([[1.0, 2.0, 5.0], [4.0, 3.0, -2.0], [0.0, 8.0, 6.0]])
    several = numpy.stack([slopes, -3.0 * slopes])
    half = numpy.array([[1.0, 3.0, 2.5], [3.0, 3.0, 3.0], [2.5, 3.0, 6.0]])
    assert (_together(several, "symmetric") == numpy.stack([half, -3.0 * half])).all()
    assert (_together(slopes, "diagonal") == numpy.diag([1.0, 3.0, 6.0])).all()


@pytest.mark.parametrize("size", [1, 2, 4])
def test_entries_of_a_declared_matrix_move_together(size: int) -> None:
    slopes = numpy.random.default_rng(size).normal(size=(3, size, size))
    diagonal, symmetric = _together(slopes, "diagonal"), _together(slopes, "symmetric")
    for k in range(size):
        for j in range(size):
            assert symmetric[:, k, j] == pytest.approx((slopes[:, k, j] + slopes[:, j, k]) / 2)
            assert diagonal[:, k, j] == pytest.approx(slopes[:, k, j] if k == j else 0 * slopes[:, k, j])
