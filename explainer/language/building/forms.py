"""Numbers, lists, forms with an index, and values that are known by their size."""

from __future__ import annotations

from collections.abc import Callable

from explainer.errors import ParseError, ShapeError
from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Shape, vector_shape
from explainer.language.building.arithmetic import match_single_entries
from explainer.language.building.builder import Builder, bound_index, parts_of
from explainer.language.building.by_entries import cases_of_vectors, sum_of_entries
from explainer.language.building.reductions import applied
from explainer.language.shapes.blocks import build_blocks
from explainer.language.text.syntax import Syntax
from explainer.phrases import phrase


def indexed_sum(builder: Builder, node: Syntax) -> Node:
    """A sum over an index."""
    (index,) = node.reading
    return nodes.IndexedSum(bound_index(index), node.parts[0].node, index.lower)


def grid(builder: Builder, node: Syntax) -> Node:
    """A matrix with a row for one index and a column for the other."""
    row, column = node.reading
    _check_scalar_body(node)
    return nodes.Grid(bound_index(row), bound_index(column), node.parts[0].node)


def entries(builder: Builder, node: Syntax) -> Node:
    """A value by its entries, with an index for each of its sizes."""
    _check_scalar_body(node)
    return nodes.Entries(tuple(map(bound_index, node.reading)), node.parts[0].node)


def form(kind: Callable[[nodes.Index, Node], Node]) -> Callable[[Builder, Syntax], Node]:
    """A form with one index: a column, a row, a diagonal."""

    def make(builder: Builder, node: Syntax) -> Node:
        _check_scalar_body(node)
        return kind(bound_index(node.reading[0]), node.parts[0].node)

    return make


def _check_scalar_body(node: Syntax) -> None:
    body: Node = node.parts[0].node
    if not body.shape.is_scalar:
        raise ShapeError(
            phrase("{0} is {1}, and an entry of a {2} is a scalar", body.text(), body.shape.display(), node.kind),
            shapes=(str(body.shape),),
            hint="Write the entry with its indices: x_i, W_{i,j}.",
        )


def diag(builder: Builder, node: Syntax) -> Node:
    """diag(x): the matrix with a vector on its diagonal; diag(X): the diagonal of a square matrix."""
    operand: Node = node.parts[0].node
    return applied("diag", operand) if operand.shape.is_matrix else nodes.Diag(operand)


def cases(builder: Builder, node: Syntax) -> Node:
    """Values, each with its condition; a condition on vectors is decided for every entry."""
    match_single_entries(node.parts[::2])
    parts = parts_of(node)
    values, conditions = tuple(parts[::2]), tuple(parts[1::2])
    if all(condition.shape.is_scalar for condition in conditions):
        return nodes.Cases(values, conditions)
    builder.note(phrase("The cases are decided for every entry on its own."))
    return cases_of_vectors(values, conditions)


def zeros(builder: Builder, node: Syntax) -> Node:
    """zeros(m, n), of sizes that stand there."""
    return nodes.Zeros(Shape(node.value))


def filled(builder: Builder, node: Syntax) -> Node:
    """A vector of ones or zeros, as large as its place asks."""
    size = node.term.parts[0].root().value
    if size is None:
        raise ShapeError("the size of this vector is not known", hint="Write ones(n) or zeros(n).")
    return nodes.Ones(size) if node.value else nodes.Zeros(vector_shape(size))


def filled_matrix(builder: Builder, node: Syntax) -> Node:
    """A matrix of ones or zeros, as large as its place asks."""
    rows, columns = (size.root().value for size in node.term.parts)
    if rows is None or columns is None:
        raise ShapeError("the sizes of this matrix are not known", hint="Write ones(m) ones(n)' or zeros(m, n).")
    if not node.value:
        return nodes.Zeros(Shape((rows, columns)))
    return nodes.MatrixProduct((nodes.Ones(rows), nodes.Transpose(nodes.Ones(columns))))


def number(builder: Builder, node: Syntax) -> Node:
    """A number as it was typed."""
    return nodes.Number(*node.value)


def ones(builder: Builder, node: Syntax) -> Node:
    """ones(n), or ones(m, n) as the product of two of these."""
    column, *row = (nodes.Ones(size) for size in node.value)
    return nodes.MatrixProduct((column, nodes.Transpose(row[0]))) if row else column


def identity(builder: Builder, node: Syntax) -> Node:
    """identity(n)."""
    return nodes.Identity(node.value[0])


def commutation(builder: Builder, node: Syntax) -> Node:
    """commutation(m, n), which makes vec(X') of vec(X)."""
    return nodes.Commutation(*node.value)


def expand(builder: Builder, node: Syntax) -> Node:
    """expand(x, n): a scalar in every entry of a vector."""
    return nodes.Expand(node.parts[0].node, node.value)


def stack(builder: Builder, node: Syntax) -> Node:
    """Values of one shape below each other."""
    return nodes.Stack(tuple(parts_of(node)))


def blocks(builder: Builder, node: Syntax) -> Node:
    """A list in square brackets."""
    return build_blocks(node)


def total(builder: Builder, node: Syntax) -> Node:
    """sum(x), the sum of all entries."""
    operand: Node = node.parts[0].node
    return sum_of_entries(operand) or nodes.SumReduction(operand)


def otherwise(builder: Builder, node: Syntax) -> Node:
    """The last condition of cases."""
    return nodes.Otherwise()


def no_expression(builder: Builder, node: Syntax) -> Node:
    """What has a meaning only inside something else, such as the i=1..N of a sum. Raises ParseError."""
    raise ParseError("this is not an expression")
