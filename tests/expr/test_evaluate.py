"""Every kind of node has the value that plain NumPy gives, for several sizes and inside bound indices."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy
import pytest

from explainer.errors import ExplainerError, LimitError, UnsupportedError
from explainer.expr import nodes
from explainer.expr.evaluate import Evaluator, evaluate
from explainer.expr.given import GivenValues
from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    And,
    Apply,
    Blocks,
    Cases,
    ColumnForm,
    Commutation,
    Comparison,
    Constant,
    Delta,
    Derivative,
    Diag,
    DiagonalForm,
    Differential,
    Dot,
    Entries,
    Entry,
    Equation,
    Expand,
    FunctionCall,
    Grid,
    Hadamard,
    HadamardQuotient,
    Identity,
    Index,
    IndexedSum,
    Matrix,
    MatrixProduct,
    MatrixRow,
    Negate,
    Number,
    Ones,
    Otherwise,
    Power,
    Product,
    Quotient,
    RowForm,
    SizeValue,
    Stack,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    VariableTuple,
    Vector,
    Where,
    Zeros,
)
from explainer.expr.shape import SCALAR, Shape, matrix_shape, row_shape, size_number, vector_shape
from explainer.language import parse_expression
from explainer.operations import OPERATIONS
from tests.cases import in_groups

a, b = Variable("a"), Variable("b")
x, w = Variable("x", vector_shape("n")), Variable("w", vector_shape("n"))
y = Variable("y", vector_shape("m"))
r = Variable("r", row_shape("n"))
W = Variable("W", matrix_shape("m", "n"))
V = Variable("V", matrix_shape("n", "k"))
i, j = Index("i", "m"), Index("j", "n")
sine, maximum, norm = OPERATIONS["sin"], OPERATIONS["max"], OPERATIONS["norm"]

SIZES = [(2, 3, 5), (3, 5, 2), (5, 2, 3)]
"""Sizes m, n, k: never square."""


def number(value: int) -> Number:
    return Number(Fraction(value))


def given(m: int, n: int, k: int) -> dict[str, Any]:
    """Values for all variables of this module, and two functions."""
    random = numpy.random.default_rng(m)
    arrays = {"a": 0.7, "b": -1.3, "x": n, "w": n, "y": m, "r": (1, n), "W": (m, n), "V": (n, k)}
    values = {name: size if isinstance(size, float) else random.normal(size=size) for name, size in arrays.items()}
    return {**values, "f": lambda v: numpy.array([v.sum(), v[0]]), "g": lambda v: v**3, "n": n, "m": m}


@dataclass
class Specimen:
    node: Node
    expected: Any


def specimens(v: dict[str, Any], m: int, n: int) -> list[Specimen]:
    """At least one node of every kind that has a value of its own, with what NumPy says; m, n as numbers."""
    av, bv, xv, wv, yv, rv, Wv, Vv = (v[name] for name in ["a", "b", "x", "w", "y", "r", "W", "V"])
    total = IndexedSum(j, Product((Entry(W, (i, j)), Entry(x, (j,)))))
    return [
        Specimen(number(3), 3.0),
        Specimen(Number(Fraction(1, 4), 2), 0.25),
        Specimen(Constant("pi"), numpy.pi),
        Specimen(Constant("e"), numpy.e),
        Specimen(SizeValue("n"), float(n)),
        Specimen(a, av),
        Specimen(r, rv),
        Specimen(ColumnForm(i, i), numpy.arange(1.0, m + 1)),
        Specimen(Ones("n"), numpy.ones(n)),
        Specimen(Zeros(matrix_shape("m", "n")), numpy.zeros((m, n))),
        Specimen(Identity("n"), numpy.eye(n)),
        Specimen(Commutation("m", "n"), commuted(m, n)),
        Specimen(Otherwise(), 1.0),
        Specimen(Entry(x, (number(2),)), xv[1]),
        Specimen(Entry(W, (number(2), number(1))), Wv[1, 0]),
        Specimen(Grid(j, i, Entry(W, (i, j))), Wv.T),
        Specimen(ColumnForm(i, Entry(W, (i, number(2)))), Wv[:, 1]),
        Specimen(MatrixRow(W, number(2)), Wv[1]),
        Specimen(ColumnForm(i, Dot(MatrixRow(W, i), x)), Wv @ xv),
        Specimen(Grid(j, Index("l", "n"), Delta(j, Index("l", "n"))), numpy.eye(n)),
        Specimen(Sum((a, x, Negate(w))), av + xv - wv),
        Specimen(Negate(W), -Wv),
        Specimen(Product((a, W, b)), av * bv * Wv),
        Specimen(Quotient(x, b), xv / bv),
        Specimen(Power(x, number(3)), xv**3),
        Specimen(Power(number(2), x), 2.0**xv),
        Specimen(Apply(sine, (W,)), numpy.sin(Wv)),
        Specimen(Apply(maximum, (number(0), x)), numpy.maximum(0, xv)),
        Specimen(Apply(norm, (x,)), numpy.sqrt((xv**2).sum())),
        Specimen(ColumnForm(i, Apply(norm, (MatrixRow(W, i),))), numpy.sqrt((Wv**2).sum(axis=1))),
        Specimen(FunctionCall("f", (x,), vector_shape(2)), numpy.array([xv.sum(), xv[0]])),
        Specimen(FunctionCall("g", (W,), W.shape, True), Wv**3),
        Specimen(ColumnForm(i, Entry(FunctionCall("f", (MatrixRow(W, i),), vector_shape(2)), (number(1),))), Wv.sum(1)),
        Specimen(Hadamard((x, w, x)), xv * wv * xv),
        Specimen(HadamardQuotient(x, w), xv / wv),
        Specimen(Expand(a, "m"), numpy.full(m, av)),
        Specimen(Dot(x, w), xv @ wv),
        Specimen(MatrixProduct((W, x)), Wv @ xv),
        Specimen(MatrixProduct((W, V)), Wv @ Vv),
        Specimen(MatrixProduct((Transpose(y), W, x)), yv @ Wv @ xv),
        Specimen(MatrixProduct((y, Transpose(x))), numpy.outer(yv, xv)),
        Specimen(MatrixProduct((r, V)), rv @ Vv),
        Specimen(Transpose(x), xv.reshape(1, n)),
        Specimen(Transpose(r), rv.reshape(n)),
        Specimen(Transpose(W), Wv.T),
        Specimen(Transpose(a), av),
        Specimen(Diag(x), numpy.diag(xv)),
        Specimen(SumReduction(x), xv.sum()),
        Specimen(SumReduction(W), Wv.sum()),
        Specimen(ColumnForm(i, total), Wv @ xv),
        Specimen(IndexedSum(j, a), n * av),
        Specimen(IndexedSum(j, Entry(x, (j,)), 2), xv[1:].sum()),
        Specimen(IndexedSum(Index("s", 4), Power(a, Index("s", 4)), 0), sum(av**k for k in range(5))),
        Specimen(IndexedSum(i, MatrixRow(W, i)), Wv.sum(axis=0)),
        Specimen(Vector((a, b, number(1))), numpy.array([av, bv, 1.0])),
        Specimen(VariableTuple((a, b)), numpy.array([av, bv])),
        Specimen(Matrix(((a, b), (b, number(1)), (a, a))), numpy.array([[av, bv], [bv, 1.0], [av, av]])),
        Specimen(Blocks(((x,), (a,))), numpy.append(xv, av)),
        Specimen(Blocks(((W,), (r,))), numpy.vstack([Wv, rv])),
        Specimen(Blocks(((r, a),)), numpy.append(rv, av).reshape(1, -1)),
        Specimen(Stack((r, Transpose(x))), numpy.vstack([rv, xv])),
        Specimen(Stack((a, b)), numpy.array([av, bv])),
        Specimen(Grid(i, j, Product((Entry(y, (i,)), Entry(x, (j,))))), numpy.outer(yv, xv)),
        Specimen(Grid(i, j, Entry(x, (j,))), numpy.tile(xv, (m, 1))),
        Specimen(RowForm(j, Product((number(2), Entry(x, (j,))))), 2 * xv.reshape(1, n)),
        Specimen(DiagonalForm(j, Entry(x, (j,))), numpy.diag(xv)),
        Specimen(DiagonalForm(j, a), av * numpy.eye(n)),
        Specimen(
            Entries((j, i, Index("l", "n")), Product((Entry(W, (i, j)), Entry(x, (Index("l", "n"),))))),
            numpy.einsum("ij,l->jil", Wv, xv),
        ),
        Specimen(Comparison(">", x, number(0)), (xv > 0).astype(float)),
        Specimen(And((Comparison(">", x, w), Comparison("<", x, number(1)))), ((xv > wv) & (xv < 1)).astype(float)),
        Specimen(Cases((number(0), x), (Comparison("<=", a, number(0)), Comparison(">", a, number(0)))), xv),
        Specimen(Cases((number(5), b), (Comparison("<", a, number(0)), Otherwise())), bv),
        Specimen(Equation(a, b), bv),
        Specimen(Where(Sum((U, a)), (Equation(U, Product((a, b))),)), av * bv + av),
        Specimen(ColumnForm(i, Where(Product((U, a)), (Equation(U, Entry(y, (i,))),))), yv * av),
    ]  # fmt: skip


U = Variable("u_1")


def commuted(m: int, n: int) -> Any:
    """The commutation matrix as the sum of E_ij ⊠ E_ji."""
    units = [numpy.outer(e, f) for e in numpy.eye(m) for f in numpy.eye(n)]
    return sum(numpy.kron(unit, unit.T) for unit in units)


@pytest.mark.parametrize(("m", "n", "k"), SIZES)
def test_every_specimen_has_the_value_of_numpy(m: int, n: int, k: int) -> None:
    values = given(m, n, k)
    for specimen in specimens(values, m, n):
        found = evaluate(specimen.node, values)
        expected = numpy.asarray(specimen.expected)
        assert found.shape == expected.shape, specimen.node
        assert numpy.allclose(found, expected, rtol=1e-13, atol=1e-13), specimen.node


def test_every_kind_of_node_has_a_specimen() -> None:
    whole = [specimen.node for specimen in specimens(given(2, 3, 5), 2, 3)]
    covered = {type(part) for node in whole for _, part in subnodes(node)}
    assert covered | {Derivative, Differential} == set(nodes.NODE_CLASSES)
    # Only an index has no value by itself; a delta is nothing without two of them.
    assert {type(node) for node in whole} | {Derivative, Differential, Index, Delta} == set(nodes.NODE_CLASSES)


def test_values_have_the_shape_of_the_node() -> None:
    values = given(2, 3, 5)
    sizes = {"m": 2, "n": 3, "k": 5}
    for specimen in specimens(values, 2, 3):
        expected = tuple(size_number(size, sizes.__getitem__) for size in specimen.node.shape.sizes)
        assert evaluate(specimen.node, values).shape == expected


def test_an_entry_with_one_index_twice_is_the_diagonal() -> None:
    square, index = Variable("A", matrix_shape("n", "n")), Index("i", "n")
    matrix = numpy.arange(9.0).reshape(3, 3)
    assert numpy.array_equal(evaluate(ColumnForm(index, Entry(square, (index, index))), {"A": matrix}), [0, 4, 8])


def test_an_inner_index_of_the_same_name_hides_the_outer_one() -> None:
    inner = IndexedSum(j, Entry(x, (j,)))
    node = ColumnForm(j, Product((Entry(x, (j,)), inner)))
    assert numpy.allclose(evaluate(node, {"x": [1.0, 2.0, 4.0]}), [7.0, 14.0, 28.0])


def test_the_branch_not_taken_leaves_no_trace() -> None:
    logarithm = Apply(OPERATIONS["ln"], (a,))
    node = Cases((number(0), logarithm), (Comparison("<=", a, number(0)), Comparison(">", a, number(0))))
    assert evaluate(node, {"a": -1.0}) == 0.0
    assert evaluate(node, {"a": 1.0}) == 0.0


def test_the_first_condition_that_holds_decides() -> None:
    node = Cases((number(1), number(2)), (Comparison(">", a, number(0)), Comparison(">", a, number(-5 + 6))))
    assert evaluate(node, {"a": 3.0}) == 1.0


def test_cases_without_a_condition_that_holds_have_no_value() -> None:
    assert numpy.isnan(evaluate(Cases((number(1),), (Comparison(">", a, number(0)),)), {"a": -3.0}))


@pytest.mark.parametrize(
    "node",
    [Quotient(number(1), a), Apply(OPERATIONS["ln"], (a,)), Power(a, Negate(number(1))), Number(Fraction(10) ** 400)],
)
def test_division_by_zero_and_overflow_are_silent(node: Node) -> None:
    assert not numpy.isfinite(evaluate(node, {"a": 0.0}))


def test_a_tower_of_nine_hundred_functions_is_evaluated() -> None:
    node: Node = a
    expected = 1.0
    for _ in range(900):
        node, expected = Apply(sine, (node,)), float(numpy.sin(expected))
    assert evaluate(node, {"a": 1.0}) == pytest.approx(expected, rel=1e-12)


def test_a_tower_inside_a_bound_index_is_evaluated() -> None:
    node: Node = Entry(x, (j,))
    for _ in range(400):
        node = Apply(sine, (node,))
    expected = numpy.array([0.3, 1.2])
    for _ in range(400):
        expected = numpy.sin(expected)
    assert numpy.allclose(evaluate(ColumnForm(j, node), {"x": [0.3, 1.2]}), expected)


def test_a_long_program_of_definitions_is_evaluated() -> None:
    names = [a, *(Variable(f"u_{k}") for k in range(1, 501))]
    definitions = tuple(Equation(later, Sum((earlier, number(1)))) for earlier, later in pairwise(names))
    assert evaluate(Where(names[-1], definitions), {"a": 0.5}) == 500.5


def test_a_sum_of_many_terms_is_exact() -> None:
    terms = tuple(Product((number(k), a)) for k in range(1, 301))
    assert evaluate(Sum(terms), {"a": 2.0}) == 2.0 * 300 * 301 / 2


def test_equal_parts_are_computed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    values = {"x": numpy.ones(3), "g": lambda v: calls.append(1) or v}
    part = FunctionCall("g", (x,), x.shape, True)
    evaluator = Evaluator(GivenValues(part, values))
    evaluator.value(Sum((part, part)))
    evaluator.value(Hadamard((part, x)))
    assert len(calls) == 1


def test_a_missing_value_is_named() -> None:
    with pytest.raises(ExplainerError, match="b has no value"):
        evaluate(Sum((a, b)), {"a": 1.0})


def test_a_missing_size_is_named() -> None:
    with pytest.raises(ExplainerError, match="the size n is not known"):
        evaluate(Ones("n"), {})


def test_a_missing_function_is_named() -> None:
    with pytest.raises(ExplainerError, match="the function g has no value"):
        evaluate(FunctionCall("g", (a,)), {"a": 1.0})


def test_a_function_that_fails_is_named() -> None:
    with pytest.raises(ExplainerError, match="the function g failed"):
        evaluate(FunctionCall("g", (a,)), {"a": 1.0, "g": lambda value: value[0]})


def test_a_wrong_shape_says_what_fits() -> None:
    with pytest.raises(ExplainerError, match="x should be a vector of n entries") as caught:
        evaluate(x, {"x": numpy.ones((2, 2))})
    assert "a vector (n,)" in str(caught.value.hint)


def test_two_sizes_that_disagree_are_both_named() -> None:
    with pytest.raises(ExplainerError, match=r"x has the sizes \(2,\), so n would be 2, but it is 3 by w"):
        evaluate(Dot(w, x), {"x": numpy.ones(2), "w": numpy.ones(3)})


def test_a_given_size_that_disagrees_is_named() -> None:
    with pytest.raises(ExplainerError, match=r"n would be 2, but it is 3 by the values"):
        evaluate(Product((SizeValue("n"), x)), {"x": numpy.ones(2), "n": 3})


def test_text_is_no_value() -> None:
    with pytest.raises(ExplainerError, match="a is not a number"):
        evaluate(a, {"a": "two"})


def test_a_free_index_is_no_value() -> None:
    with pytest.raises(ExplainerError, match="the index j is not bound here"):
        evaluate(Entry(x, (j,)), {"x": numpy.ones(2)})


def test_a_definition_that_uses_a_later_one_is_refused() -> None:
    later = Variable("u_2")
    with pytest.raises(ExplainerError, match="the definition of u_1 uses u_2"):
        evaluate(Where(U, (Equation(U, later), Equation(later, a))), {"a": 1.0, "u_2": 3.0})


def test_what_would_exhaust_the_memory_is_refused() -> None:
    with pytest.raises(LimitError, match="entries, which is too many"):
        evaluate(Identity(900_000), {})
    indices = [Index(f"i_{k}", 9) for k in range(20)]
    for count, words in [(12, "entries, which is too many"), (20, "more than 16 indices|entries")]:
        node: Node = Product(tuple(indices[:count]))
        for index in indices[:count]:
            node = IndexedSum(index, node)
        with pytest.raises(LimitError, match=words):
            evaluate(node, {})


def test_sums_inside_each_other_that_share_no_index_stay_small() -> None:
    node: Node = a
    for k in range(12):
        node = IndexedSum(Index(f"i_{k}", 9), Product((Index(f"i_{k}", 9), node)))
    assert evaluate(node, {"a": 1.0}) == pytest.approx(45.0**12, rel=1e-14)


def test_a_derivative_needs_a_strategy() -> None:
    with pytest.raises(UnsupportedError, match="has not been carried out"):
        evaluate(Derivative(Apply(sine, (a,)), a), {"a": 1.0})


def test_samples_are_one_more_axis_on_the_left() -> None:
    class Three:
        def variable(self, variable: Variable) -> Any:
            return numpy.arange(6.0).reshape(3, 2) if variable is x else numpy.arange(3.0)

        def size(self, name: str) -> int:
            return 2

        def call(self, call: FunctionCall, arguments: Any) -> Any:
            raise AssertionError

    found = Evaluator(Three(), samples=(3,)).value(Grid(j, Index("l", "n"), Product((a, Entry(x, (j,))))))
    assert found.shape == (3, 2, 2)
    assert numpy.array_equal(found[2], [[8.0, 8.0], [10.0, 10.0]])


def test_shapes_of_this_module_are_what_they_say() -> None:
    assert [part.shape for part in (a, x, r, W)] == [
        SCALAR, Shape(("n",)), Shape((1, "n")), Shape(("m", "n")),
    ]  # fmt: skip


@in_groups("given", ["a", "3", -1, 0, 2.5, float("nan"), float("inf"), 3 + 1j, None, [3], [[1, 2]], len])
def test_a_size_is_a_whole_number_above_zero(given: object) -> None:
    expression = parse_expression("sum(ones(n)) + t").expression
    with pytest.raises(ExplainerError, match="the size n is not known"):
        expression.evaluate({"t": 1.0, "n": given})


def test_a_size_may_be_given_as_any_number_that_is_whole() -> None:
    expression = parse_expression("sum(ones(n))").expression
    assert [float(expression.evaluate({"n": given})) for given in (3, 3.0, numpy.int64(3), numpy.array(3))] == [3] * 4
