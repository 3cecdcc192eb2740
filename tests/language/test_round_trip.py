"""text() and parsing are inverse: for a specimen of every node, and for random trees."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.expr.node import Node, subnodes
from explainer.expr.nodes import (
    NODE_CLASSES,
    Apply,
    Cases,
    Comparison,
    Constant,
    Derivative,
    Dot,
    Entry,
    FunctionCall,
    Hadamard,
    HadamardQuotient,
    Index,
    IndexedSum,
    MatrixProduct,
    Negate,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    SumReduction,
    Transpose,
    Variable,
    Vector,
    number,
)
from explainer.expr.operation import Operation
from explainer.expr.shape import Shape, matrix_shape, vector_shape
from explainer.language import parse_expression
from explainer.operations import all_operations
from tests.cases import in_groups
from tests.language.specimens import SPECIMENS
from tests.some import examples

ALL_SPECIMENS = [(kind, node) for kind, nodes in SPECIMENS.items() for node in nodes]


def shapes_in(node: Node) -> dict[str, Shape]:
    """The shapes of the variables and abstract functions in a tree, as a trace would give them."""
    shapes: dict[str, Shape] = {}
    for _, part in subnodes(node):
        if isinstance(part, Variable | FunctionCall):
            shapes[part.name] = part.value_shape
    return shapes


def assert_round_trip(node: Node) -> None:
    text = node.text()
    parsed = parse_expression(text, shapes_in(node)).expression
    assert parsed is node, f"{text} gives {parsed!r}, not {node!r}"


def test_there_is_a_specimen_of_every_kind_of_node() -> None:
    assert set(SPECIMENS) == set(NODE_CLASSES)
    for kind, nodes in SPECIMENS.items():
        for node in nodes:
            assert any(isinstance(part, kind) for _, part in subnodes(node)), f"no {kind.__name__} in {node!r}"


@in_groups(("kind", "node"), ALL_SPECIMENS, ids=[f"{k.__name__}-{n.text()}" for k, n in ALL_SPECIMENS])
def test_the_text_of_a_specimen_parses_back_to_the_same_tree(kind: type[Node], node: Node) -> None:
    assert_round_trip(node)


@in_groups("operation", all_operations(), ids=lambda operation: operation.name)
def test_every_operation_is_read_under_each_of_its_names(operation: Operation) -> None:
    vector = Variable("w", vector_shape("n"))
    matrix = Variable("W", matrix_shape("m", "n"))
    square = Variable("A", matrix_shape("n", "n"))
    power = operation.notation == "matrix_power"
    for argument in (Variable("x"), vector, matrix, square):
        try:
            node = Apply(operation, (square, number(3)) if power else (argument,) * operation.arity)
        except Exception:
            continue
        assert_round_trip(node)
        for alias in operation.aliases:
            written = f"{alias}({', '.join([argument.text()] * operation.arity)})"
            assert parse_expression(written, shapes_in(node)).expression is node
        return
    pytest.fail(f"{operation.name} takes no argument that was tried")


def test_a_text_without_a_printer_is_refused() -> None:
    from explainer.expr.text import _text

    with pytest.raises(TypeError, match="object has no text"):
        _text(object(), str)


# --- random trees ----------------------------------------------------------------------------------------------------

SCALARS = st.one_of(
    st.integers(0, 99).map(lambda value: Number(Fraction(value))),
    st.integers(0, 999).map(lambda value: Number(Fraction(value, 100), 2)),
    st.sampled_from(
        [Variable(name) for name in ("x", "y", "a", "f", "d", "e_1", "alpha", "x_hat", "loss", "T", "u_1")]
    ),
    st.sampled_from(
        [Constant("e"), Constant("pi"), FunctionCall("g", (Variable("x"),)), FunctionCall("h_1", (Variable("y"),))]
    ),
    st.sampled_from([Entry(Variable("v", vector_shape("n")), (Number(Fraction(1)),))]),
)
VECTORS = st.sampled_from([Variable(name, vector_shape("n")) for name in ("v", "w", "q")])
UNARY = [operation for operation in all_operations() if operation.arity == 1 and operation.elementwise]


def _grow(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(children, min_size=2, max_size=3).map(tuple)
    relation = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])
    comparison = st.builds(Comparison, relation, children, children)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        several.map(Vector).map(SumReduction),
        children.map(Negate),
        st.builds(Quotient, children, children),
        st.builds(Power, children, st.sampled_from([Number(Fraction(2)), Variable("y"), Negate(Variable("x"))])),
        st.builds(lambda operation, child: Apply(operation, (child,)), st.sampled_from(UNARY), children),
        st.builds(
            lambda child, kind: Derivative(child, Variable("x"), kind), children, st.sampled_from(["total", "partial"])
        ),
        st.builds(
            lambda one, other, condition: Cases((one, other), (condition, condition)), children, children, comparison
        ),
        children.map(lambda child: IndexedSum(Index("i", "n"), child)),
        st.builds(lambda child, vector: SumReduction(Product((child, vector))), children, VECTORS),
        st.builds(lambda child, one, other: Dot(Product((child, one)), other), children, VECTORS, VECTORS),
        comparison,
    )


def _grow_vectors(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    square = Variable("A", matrix_shape("n", "n"))
    several = st.lists(children, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Sum),
        several.map(Hadamard),
        children.map(Negate),
        st.builds(HadamardQuotient, children, children),
        st.builds(lambda child: Power(child, Number(Fraction(2))), children),
        st.builds(lambda operation, child: Apply(operation, (child,)), st.sampled_from(UNARY), children),
        st.builds(lambda child: MatrixProduct((square, child)), children),
        st.builds(lambda one, other: Product((Dot(one, other), one)), children, children),
        st.builds(lambda one, other: MatrixProduct((one, Transpose(other), one)), children, children),
        st.builds(lambda child: Transpose(Transpose(child)), children),
        st.builds(lambda child, scalar: Quotient(child, scalar), children, SCALARS),
    )


@settings(max_examples=examples(150), deadline=None)
@given(st.recursive(SCALARS, _grow, max_leaves=12))
def test_random_scalar_trees_parse_back_to_themselves(node: Node) -> None:
    assert_round_trip(node)


@settings(max_examples=examples(150), deadline=None)
@given(st.recursive(VECTORS, _grow_vectors, max_leaves=10))
def test_random_vector_trees_parse_back_to_themselves(node: Node) -> None:
    assert_round_trip(node)


@settings(max_examples=examples(50), deadline=None)
@given(st.recursive(VECTORS, _grow_vectors, max_leaves=10))
def test_printing_the_parsed_text_gives_the_text_again(node: Node) -> None:
    text = node.text()
    assert parse_expression(text, shapes_in(node)).expression.text() == text
