"""Entries of expressions: pushing an index inwards, and names for new indices."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import singledispatch
from typing import Any

from explainer.expr import nodes
from explainer.expr.kinds import Kind, all_of_kind, holds, of_kind, parts_of_kind
from explainer.expr.letters import INDEX_LETTERS, fresh
from explainer.expr.node import Node, each_part, rebuilt, substitute, with_children
from explainer.expr.nodes import Delta, Entry, Index, IndexedSum, Number, Product
from explainer.expr.shape import Size, size_names


def fresh_index(size: Size, *around: Node | Iterable[Node]) -> Index:
    """An index of a size under a letter that none of the expressions uses, bound or free."""
    taken: set[str] = set()
    for item in around:
        for node in (item,) if isinstance(item, Node) else item:
            taken |= _names_in(node)
    return Index(fresh({*taken, *size_names(size)}, INDEX_LETTERS), size)


_WITH_NAMES_OF_THEIR_OWN = (
    IndexedSum, nodes.Grid, nodes.ColumnForm, nodes.RowForm, nodes.DiagonalForm, nodes.Entries, nodes.Where,
    nodes.FunctionCall,
)  # fmt: skip
"""What has names that are not free in it: indices that it binds, definitions, the name of a function."""


def _named(parts: Collection[Node]) -> tuple[Index | nodes.Variable, ...]:
    return (*of_kind(parts, Index), *of_kind(parts, nodes.Variable))


def _names_in(node: Node) -> set[str]:
    """The names that an expression uses, of numbered ones the letter."""
    if not holds(node, *_WITH_NAMES_OF_THEIR_OWN):  # then all of them are known, and deep layers are not walked
        return {part.name.split("_")[0] for part in _named(node.free)}
    parts = tuple(each_part(node))
    letters = {part.name.split("_")[0] for part in _named(parts)}
    return letters | {part.name for part in of_kind(parts, nodes.FunctionCall)}


def without_zeros(base: Node, *around: Node) -> Node:
    """The condition that no entry of a vector or matrix is 0, with letters that nothing around it has."""
    at: list[Index] = []
    for size in base.shape.sizes:
        at.append(fresh_index(size, base, *around, at))
    return nodes.Comparison("!=", entry_of(base, tuple(at)), nodes.ZERO)


@singledispatch
def entry_of(node: Node, at: tuple[Node, ...]) -> Node:
    """The entry of a vector or matrix at one or two indices, with the index pushed inwards as far as it goes.

    A scalar expands: each of its entries is the scalar itself.
    """
    return node if node.shape.is_scalar else Entry(node, at)


def _each(node: Node, at: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(entry_of(child, at) for child in node.children)


@entry_of.register(nodes.Sum)
def _(node: nodes.Sum, at: tuple[Node, ...]) -> Node:
    return nodes.Sum(_each(node, at))


@entry_of.register(nodes.Negate)
def _(node: nodes.Negate, at: tuple[Node, ...]) -> Node:
    return nodes.Negate(entry_of(node.operand, at))


@entry_of.register(nodes.Product)
@entry_of.register(nodes.Hadamard)
def _(node: nodes.Product | nodes.Hadamard, at: tuple[Node, ...]) -> Node:
    return Product(_each(node, at))


@entry_of.register(nodes.Quotient)
@entry_of.register(nodes.HadamardQuotient)
def _(node: nodes.Quotient | nodes.HadamardQuotient, at: tuple[Node, ...]) -> Node:
    return nodes.Quotient(*_each(node, at))


@entry_of.register(nodes.Power)
def _(node: nodes.Power, at: tuple[Node, ...]) -> Node:
    return nodes.Power(*_each(node, at))


@entry_of.register(nodes.Comparison)
def _(node: nodes.Comparison, at: tuple[Node, ...]) -> Node:
    return nodes.Comparison(node.relation, *_each(node, at))


@entry_of.register(nodes.Apply)
def _(node: nodes.Apply, at: tuple[Node, ...]) -> Node:
    if node.operation.name == "diag":
        return entry_of(node.arguments[0], (at[0], at[0]))
    if node.shape.is_scalar or not node.operation.elementwise:
        return node if node.shape.is_scalar else Entry(node, at)
    return nodes.Apply(node.operation, _each(node, at))


@entry_of.register(nodes.FunctionCall)
def _(node: nodes.FunctionCall, at: tuple[Node, ...]) -> Node:
    """An abstract operator works on the entries; of an abstract function f the entry keeps the whole argument."""
    if node.shape.is_scalar or not node.is_operator:
        return node if node.shape.is_scalar else Entry(node, at)
    return nodes.FunctionCall(node.name, tuple(entry_of(part, at) for part in node.arguments), elementwise=True)


@entry_of.register(nodes.Cases)
def _(node: nodes.Cases, at: tuple[Node, ...]) -> Node:
    return nodes.Cases(tuple(entry_of(value, at) for value in node.values), node.conditions)


@entry_of.register(nodes.Expand)
def _(node: nodes.Expand, at: tuple[Node, ...]) -> Node:
    return node.operand


@entry_of.register(nodes.Ones)
def _(node: nodes.Ones, at: tuple[Node, ...]) -> Node:
    return nodes.ONE


@entry_of.register(nodes.Zeros)
def _(node: nodes.Zeros, at: tuple[Node, ...]) -> Node:
    return nodes.ZERO


@entry_of.register(nodes.Identity)
def _(node: nodes.Identity, at: tuple[Node, ...]) -> Node:
    return same_place(*at)


def same_place(i: Node, j: Node) -> Node:
    """δ_ij, which is a number where both indices are."""
    if all_of_kind((i, j), Number):
        return nodes.ONE if i is j else nodes.ZERO
    return Delta(i, j)


@entry_of.register(nodes.Diag)
def _(node: nodes.Diag, at: tuple[Node, ...]) -> Node:
    return Product((entry_of(node.operand, at[:1]), same_place(*at)))


@entry_of.register(nodes.Transpose)
def _(node: nodes.Transpose, at: tuple[Node, ...]) -> Node:
    if node.operand.shape.is_vector:
        return entry_of(node.operand, at[1:])
    if node.shape.is_vector:
        return entry_of(node.operand, (nodes.ONE, *at))
    return entry_of(node.operand, at[::-1])


@entry_of.register(nodes.MatrixRow)
def _(node: nodes.MatrixRow, at: tuple[Node, ...]) -> Node:
    return entry_of(node.base, (node.index, *at))


@entry_of.register(nodes.Vector)
def _(node: nodes.Vector, at: tuple[Node, ...]) -> Node:
    (index,) = at
    return node.entries[int(index.value) - 1] if isinstance(index, Number) else Entry(node, at)


@entry_of.register(nodes.Blocks)
def _(node: nodes.Blocks, at: tuple[Node, ...]) -> Node:
    """The entry of the block that a number leads into, where the sizes of the blocks before it are numbers too."""
    blocks, heights = node.column, node.heights
    number = at[0].value if isinstance(at[0], Number) else None
    for block, height in zip(blocks or (), heights, strict=False):
        if number is None or not isinstance(height, int):
            break
        if number <= height:
            return block if block.shape.is_scalar else entry_of(block, (nodes.Number(number),))
        number -= height
    return Entry(node, at)


@entry_of.register(nodes.ColumnForm)
def _(node: nodes.ColumnForm, at: tuple[Node, ...]) -> Node:
    return substitute(node.body, {node.index: at[0]})


@entry_of.register(nodes.Grid)
def _(node: nodes.Grid, at: tuple[Node, ...]) -> Node:
    return substitute(node.body, {node.row: at[0], node.column: at[1]})


@entry_of.register(nodes.Entries)
def _(node: nodes.Entries, at: tuple[Node, ...]) -> Node:
    return substitute(node.body, dict(zip(node.indices, at, strict=True)))


@entry_of.register(nodes.RowForm)
def _(node: nodes.RowForm, at: tuple[Node, ...]) -> Node:
    return substitute(node.body, {node.index: at[-1]})


@entry_of.register(nodes.DiagonalForm)
def _(node: nodes.DiagonalForm, at: tuple[Node, ...]) -> Node:
    return Product((substitute(node.body, {node.index: at[0]}), same_place(*at)))


@entry_of.register(IndexedSum)
def _(node: IndexedSum, at: tuple[Node, ...]) -> Node:
    index, body = node.index, node.body
    if index in {part for place in at for part in place.free}:
        index = fresh_index(index.size, node, at)
        body = substitute(body, {node.index: index})
    return node if node.shape.is_scalar else IndexedSum(index, entry_of(body, at), node.lower)


@entry_of.register(nodes.MatrixProduct)
def _(node: nodes.MatrixProduct, at: tuple[Node, ...]) -> Node:
    """(A B)_ij is the sum over k of A_ik B_kj; a vector is one column, a row one row."""
    left, right = node.factors[0], node.factors[1:]
    rest = right[0] if len(right) == 1 else nodes.MatrixProduct(right)
    row, column = _row_and_column(node, at)
    if left.shape.columns == 1:  # an outer product, or a number times a row
        return Product((_entry_at(left, row, nodes.ONE), _entry_at(rest, nodes.ONE, column)))
    index = fresh_index(left.shape.columns, node, at)
    body = Product((_entry_at(left, row, index), _entry_at(rest, index, column)))
    return IndexedSum(index, body)


def _row_and_column(node: Node, at: tuple[Node, ...]) -> tuple[Node, Node]:
    if node.shape.is_scalar:
        return nodes.ONE, nodes.ONE
    return (at[0], nodes.ONE) if node.shape.is_vector else (at[0], at[1])


def _entry_at(node: Node, row: Node, column: Node) -> Node:
    """An entry by row and column of anything that can stand in a matrix product."""
    if node.shape.is_scalar:
        return entry_of(node, (row, column)) if isinstance(node, nodes.MatrixProduct) else node
    return entry_of(node, (row,)) if node.shape.is_vector else entry_of(node, (row, column))


def with_entries_taken(node: Node) -> Node:
    """The expression with every entry of a column, row or grid that is given by its entry as that entry itself."""

    def taken(part: Node) -> Node:
        match part:
            case Entry(nodes.ColumnForm() | nodes.RowForm() | nodes.Grid() | nodes.Vector() | nodes.Blocks()):
                return entry_of(part.base, part.indices)
        return part

    return rebuilt(node, taken)


def apart(node: Kind, taken: Iterable[str]) -> Kind:
    """The expression, of the kind that it was, with bound indices renamed where their letters are taken around it."""
    names = set(taken)

    def visit(part: Any) -> Any:
        if not holds(part, IndexedSum):
            return part
        if part.children:
            part = with_children(part, tuple(visit(child) for child in part.children))
        if isinstance(part, IndexedSum) and part.index.name in names:
            letter = fresh(names | _index_names(part), INDEX_LETTERS)
            index = Index(letter, part.index.size)
            return IndexedSum(index, substitute(part.body, {part.index: index}), part.lower)
        return part

    renamed: Kind = visit(node)
    return renamed


def _index_names(node: Node) -> set[str]:
    return {part.name for part in parts_of_kind(node, Index)}
