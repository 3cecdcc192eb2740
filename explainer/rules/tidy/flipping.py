"""Transposes without a sign for them: what is turned over where it is written, by its kind."""

from __future__ import annotations

from collections import Counter
from functools import singledispatch

from explainer.expr.kinds import parts_of_kind
from explainer.expr.node import Node, with_children
from explainer.expr.nodes import (
    Apply,
    Blocks,
    Cases,
    ColumnForm,
    Commutation,
    Diag,
    DiagonalForm,
    Entries,
    Grid,
    Hadamard,
    HadamardQuotient,
    Identity,
    IndexedSum,
    MatrixProduct,
    Negate,
    Product,
    Quotient,
    RowForm,
    Sum,
    Transpose,
    Zeros,
    is_matrix_power,
)
from explainer.rules.build import all_found, scalars_of, times


@singledispatch
def flipped(node: Node) -> Node | None:
    """The transpose without a sign for it, where there is such a form; else None."""
    return None


@flipped.register(Transpose)
def _(node: Transpose) -> Node | None:
    return node.operand


@flipped.register(Diag)
@flipped.register(DiagonalForm)
@flipped.register(Identity)
def _(node: Node) -> Node | None:
    return node


@flipped.register(Commutation)
def _(node: Commutation) -> Node | None:
    return Commutation(node.columns, node.rows)


@flipped.register(Zeros)
def _(node: Zeros) -> Node | None:
    return Zeros(Transpose(node).shape)


@flipped.register(Blocks)
def _(node: Blocks) -> Node | None:
    columns = zip(*node.rows, strict=True)
    return Blocks(tuple(tuple(_turned_part(block) for block in column) for column in columns))


@flipped.register(RowForm)
def _(node: RowForm) -> Node | None:
    return ColumnForm(node.index, node.body)


@flipped.register(ColumnForm)
def _(node: ColumnForm) -> Node | None:
    return RowForm(node.index, node.body)


@flipped.register(Grid)
def _(node: Grid) -> Node | None:
    return Grid(node.column, node.row, node.body)


@flipped.register(Entries)
def _(node: Entries) -> Node | None:
    return Entries((node.indices[1], node.indices[0]), node.body)


@flipped.register(MatrixProduct)
def _(node: MatrixProduct) -> Node | None:
    return MatrixProduct(tuple(turned(factor) for factor in reversed(node.factors)))


@flipped.register(Apply)
def _(node: Apply) -> Node | None:
    """The inverse of a symmetric matrix is symmetric; a function of the entries may be applied after transposing."""
    inner = [child if child.shape.is_scalar else flipped(child) for child in node.arguments]
    if node.operation.name == "inv":
        return node if inner[0] is node.arguments[0] else None
    if is_matrix_power(node):
        base, exponent = node.arguments
        if isinstance(base, Transpose):
            return Apply(node.operation, (base.operand, exponent))
        return node if inner[0] is base else None
    if node.operation.name == "kron":
        return Apply(node.operation, tuple(turned(child) for child in node.arguments))
    if not node.operation.elementwise or None in inner:
        return None
    after = Apply(node.operation, tuple(part for part in inner if part is not None))
    # exp(X')' is exp(X), but exp(W x)' stays: with more transposes inside nothing would be recognised in it.
    return after if transposes(after) <= transposes(node) else None


@flipped.register(Hadamard)
@flipped.register(HadamardQuotient)
def _(node: Hadamard | HadamardQuotient) -> Node | None:
    """A ⊗ B′ for (A′ ⊗ B)′: where that has fewer transposes."""
    return _with_fewertransposes(node) if not node.shape.is_row and not node.shape.is_vector else None


def _with_fewertransposes(node: Node) -> Node | None:
    """Every part transposed on its own, where that takes no more transposes than the whole, and makes it simpler."""
    parts = [_turned_part(child) for child in node.children]
    before = 1 + sum(map(transposes, node.children))
    after = sum(map(transposes, parts))
    same = any(new is old and not old.shape.is_scalar for new, old in zip(parts, node.children, strict=True))
    return with_children(node, tuple(parts)) if after < before or (after == before and same) else None


@flipped.register(Sum)
def _(node: Sum) -> Node | None:
    if any(term.shape != node.shape for term in node.terms):
        return None
    parts = [flipped(term) for term in node.terms]
    if None not in parts:
        return Sum(tuple(part for part in parts if part is not None))
    if Counter(part or Transpose(term) for part, term in zip(parts, node.terms, strict=True)) == Counter(node.terms):
        return node  # A + A' is symmetric
    return _with_fewertransposes(node)


@flipped.register(Negate)
@flipped.register(Product)
@flipped.register(Quotient)
@flipped.register(IndexedSum)
@flipped.register(Cases)
def _(node: Node) -> Node | None:
    parts = all_found(child if child.shape.is_scalar else flipped(child) for child in node.children)
    return None if parts is None else with_children(node, parts)


def transposes(node: Node) -> int:
    """How many different transposes are written."""
    return len(parts_of_kind(node, Transpose))


def turned(node: Node) -> Node:
    """The transpose, without a sign for it where there is such a form; signs and numbers stay before it."""
    match node:
        case Negate(operand):
            return Negate(turned(operand))
        case Quotient(numerator, denominator):
            return Quotient(turned(numerator), denominator)
        case Product() if not node.shape.is_scalar:
            scalars, rest = scalars_of(node)
            return times(*scalars, turned(rest)) if scalars else flipped(node) or Transpose(node)
    return flipped(node) or Transpose(node)


def _turned_part(node: Node) -> Node:
    return node if node.shape.is_scalar else turned(node)
