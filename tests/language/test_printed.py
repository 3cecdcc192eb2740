"""What the program prints, it reads back: every function of the table and every sign of the palette, in every face."""

from __future__ import annotations

import pytest

from explainer.errors import ShapeError
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Constant,
    Dot,
    Hadamard,
    MatrixProduct,
    Power,
    Product,
    Sum,
    Transpose,
    Variable,
    number,
)
from explainer.expr.operation import Operation
from explainer.expr.shape import matrix_shape, vector_shape
from explainer.language import read_question
from explainer.language.text.form_guides import HOLE
from explainer.language.typing.symbols import GROUPS, Symbol
from explainer.notation import write
from explainer.operations import all_operations
from tests.cases import in_groups

x, z = Variable("x"), Variable("z")
w, v = Variable("w", vector_shape("n")), Variable("v", vector_shape("n"))
W, A = Variable("W", matrix_shape("m", "n")), Variable("A", matrix_shape("n", "n"))
NAMES = {name.name: str(name.shape) for name in (x, z, w, v, W, A)}


def applications(operation: Operation) -> list[Node]:
    """The operation applied to every kind of value that it takes."""
    found: list[Node] = [Apply(operation, (A, number(3)))] if operation.notation == "matrix_power" else []
    for argument in (x, w, W, A):
        try:
            found.append(Apply(operation, (argument,) * operation.arity))
        except ShapeError:
            continue
    return found


def within(node: Node) -> list[Node]:
    """The node by itself and inside of larger expressions that its kind fits."""
    if node.shape.is_scalar:
        return [node, Product((z, node)), Sum((node, Product((node, z)))), Power(Sum((node, z)), z)]
    if node.shape.is_vector and node.shape.rows == "n":
        return [node, Dot(node, v), Hadamard((v, node)), Transpose(node), Sum((node, v))]
    return [node, Transpose(node), MatrixProduct((node, v)) if node.shape.columns == "n" else node]


@in_groups("face", ["text", "unicode", "latex"])
@pytest.mark.parametrize("operation", all_operations(), ids=lambda operation: operation.name)
def test_what_is_printed_is_read_back(operation: Operation, face: str) -> None:
    nodes = [whole for node in applications(operation) for whole in within(node)]
    assert nodes
    for node in nodes:
        printed = node.text() if face == "text" else write(node, face)
        found = read_question(printed, NAMES).parsed.expression
        if operation.name == "exp" and face != "text":
            found = with_exp(found)  # a power of e is printed, and read as one
        assert found is node, printed


def with_exp(node: Node) -> Node:
    """The node with powers of e as exp(…)."""
    from explainer.expr.node import with_children
    from explainer.operations import OPERATIONS

    children = tuple(map(with_exp, node.children))
    if isinstance(node, Power) and node.base is Constant("e"):
        return Apply(OPERATIONS["exp"], (children[1],))
    return with_children(node, children) if children else node


SIGNS = [(group.title, symbol) for group in GROUPS for symbol in group.symbols]


@in_groups(("title", "symbol"), SIGNS, ids=[symbol.sign for _, symbol in SIGNS])
def test_every_sign_of_the_palette_is_read_as_what_can_be_typed_for_it(title: str, symbol: Symbol) -> None:
    read = []
    for template in (symbol.template, symbol.typed):
        text = template.replace(HOLE, "w_i" if "i=1.." in template else "w").replace(", )", ", v)").replace("()", "(z)")
        if text[0] in " ^ᵀ'":
            text = f"w{text}" + ("v" if text.endswith(" ") else "")
        shapes = {name: shape for name, shape in NAMES.items() if name in ("w", "v", "z")}
        if symbol.sign in {"1⃗", "0⃗"}:
            text = f"{text} + w"  # as long as what stands beside it
        if symbol.sign in {"[ ]", "√", "x/y", "| |"} or "∂" in symbol.sign:
            shapes["w"] = "scalar"
        shapes["w"] = "N" if "i=1.." in template else shapes["w"]
        expression = read_question(text, {**shapes, "v": shapes["w"]}).parsed.expression
        read.append(expression.text().replace("∂", "d"))
    one, other = read
    assert one == other, (title, read)


@pytest.mark.parametrize(
    "node",
    [
        Apply(next(row for row in all_operations() if row.name == "inv"), (MatrixProduct((Transpose(W), W)),)),
        MatrixProduct((Transpose(w), Apply(next(row for row in all_operations() if row.name == "inv"), (A,)), w)),
        Apply(next(row for row in all_operations() if row.name == "det"), (MatrixProduct((A, A)),)),
        Apply(next(row for row in all_operations() if row.name == "tr"), (Sum((A, Transpose(A))),)),
    ],
    ids=lambda node: node.text(),
)
def test_functions_of_matrices_are_read_back_inside_of_products(node: Node) -> None:
    for printed in (node.text(), write(node, "unicode"), write(node, "latex")):
        assert read_question(printed, NAMES).parsed.expression is node, printed
