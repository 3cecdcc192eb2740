"""Reading off by columns: the J of J vec(dX), which moves through one operation after the other as the adjoint does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from explainer.expr.kinds import not_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    Apply,
    Blocks,
    Cases,
    Diag,
    Differential,
    Expand,
    Hadamard,
    HadamardQuotient,
    Identity,
    IndexedSum,
    Matrix,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    Stack,
    Sum,
    Transpose,
    Vector,
)
from explainer.rules.build import called, matrix_times, plus_all, scalars_and_rest, times, zero
from explainer.rules.differentials.coefficients import placed_parts, pulled
from explainer.rules.differentials.columns import (
    around,
    before_diagonal,
    before_kronecker,
    commutation,
    held_factors,
    kronecker,
    picked_diagonal,
    vec,
)
from explainer.rules.differentials.parts import changes, changing
from explainer.rules.tidy.flipping import turned


def pulled_columns(node: Node, left: Node) -> Node | None:
    """The J of left · vec(node) = J vec(dX), where node is linear in dX; None where an operation has no such rule."""
    if not changes(node):
        return None
    if node.shape.is_scalar:
        row = _gradient(node)
        return None if row is None else matrix_times(left, row)
    return _columns(node, left)


def _gradient(node: Node) -> Node | None:
    """The row that stands before vec(dX) in a number."""
    found = pulled(node, ONE)
    if found is None:
        return None
    if found.shape.is_vector:  # with respect to a row
        return turned(found)
    return Transpose(vec(turned(found))) if found.shape.is_matrix and not found.shape.is_row else found


def _with(left: Node, *factors: Node) -> Node:
    kept = not_of_kind((left, *factors), Identity)
    return matrix_times(*kept) if kept else left


@singledispatch
def _columns(node: Node, left: Node) -> Node | None:
    return None


@_columns.register(Differential)
def _(node: Differential, left: Node) -> Node | None:
    return left


@_columns.register(Apply)
def _(node: Apply, left: Node) -> Node | None:
    name = node.operation.name
    if name == "vec":
        return pulled_columns(node.arguments[0], left)
    if name == "diag":  # the diagonal of M is (M ⊗ I) 1
        return pulled_columns(node.arguments[0], _with(left, *picked_diagonal(node.arguments[0].shape.rows)))
    if name != "kron":
        return None
    one, other = node.arguments
    if changes(one) is changes(other):
        return None
    return pulled_columns(other if changes(other) else one, _with(left, *before_kronecker(one, other)))


@_columns.register(Sum)
def _(node: Sum, left: Node) -> Node | None:
    if any(term.shape != node.shape for term in node.terms if changes(term)):
        return None
    return plus_all(pulled_columns(term, left) for term in node.terms if changes(term))


@_columns.register(IndexedSum)
def _(node: IndexedSum, left: Node) -> Node | None:
    inner = None if node.index in left.free else pulled_columns(node.body, left)
    return None if inner is None else IndexedSum(node.index, inner, node.lower)


@_columns.register(Cases)
def _(node: Cases, left: Node) -> Node | None:
    moving = [value for value in node.values if changes(value)]
    found = {value: pulled_columns(value, left) for value in moving if value.shape == node.shape}
    known = next(filter(None, found.values()), None)
    if known is None or len(found) < len(set(moving)) or None in found.values():
        return None
    return Cases(tuple(found.get(value) or zero(known.shape) for value in node.values), node.conditions)


@_columns.register(Expand)
def _(node: Expand, left: Node) -> Node | None:
    return pulled_columns(node.operand, _with(left, Ones(node.size)))


@_columns.register(Negate)
def _(node: Negate, left: Node) -> Node | None:
    inner = pulled_columns(node.operand, left)
    return None if inner is None else Negate(inner)


@_columns.register(Vector)
def _(node: Vector, left: Node) -> Node | None:
    return _of_entries(node.entries, left)


@_columns.register(Matrix)
def _(node: Matrix, left: Node) -> Node | None:
    return _of_entries([entry for column in zip(*node.rows, strict=True) for entry in column], left)


def _of_entries(entries: Sequence[Node], left: Node) -> Node | None:
    """The rows of the entries below each other, column by column."""
    rows = {entry: _gradient(entry) for entry in entries if changes(entry)}
    known = next(filter(None, rows.values()), None)
    if known is None or None in rows.values():
        return None
    return _with(left, Stack(tuple(rows.get(entry) or zero(known.shape) for entry in entries)))


@_columns.register(Blocks)
def _(node: Blocks, left: Node) -> Node | None:
    """Each block between the matrices that put it in its place, as a product is."""
    return plus_all(
        pulled_columns(block, _with(left, kronecker(wide, tall))) for block, tall, wide in placed_parts(node.rows)
    )


@_columns.register(Quotient)
def _(node: Quotient, left: Node) -> Node | None:
    inner = None if changes(node.denominator) else pulled_columns(node.numerator, left)
    return None if inner is None else Quotient(inner, node.denominator)


@_columns.register(Product)
def _(node: Product, left: Node) -> Node | None:
    place = changing(node.factors)
    if place is None:
        return None
    held = tuple(factor for k, factor in enumerate(node.factors) if k != place)
    if node.factors[place].shape == node.shape:
        inner = pulled_columns(node.factors[place], left)
        return None if inner is None else times(*held, inner)
    scalars, rest = scalars_and_rest(held)
    inner = pulled_columns(node.factors[place], _with(left, vec(rest)))
    return None if inner is None else times(*scalars, inner)


@_columns.register(Transpose)
def _(node: Transpose, left: Node) -> Node | None:
    inner = node.operand
    if not inner.shape.is_matrix:
        return pulled_columns(inner, left)
    if inner.shape.is_row:
        return pulled_columns(inner, left)
    return pulled_columns(inner, _with(left, commutation(inner.shape.rows, inner.shape.columns)))


@_columns.register(MatrixProduct)
def _(node: MatrixProduct, left: Node) -> Node | None:
    place = changing(node.factors)
    if place is None:
        return None
    before, moving, behind = around(node, place)
    if moving.shape.is_scalar:
        return None
    if place == len(node.factors) - 1:
        outer = before if not moving.shape.is_matrix else kronecker(Identity(moving.shape.columns), before)
    elif isinstance(behind, Identity) or behind.shape.is_scalar:
        return None
    else:
        outer = kronecker(turned(behind), before)
    return pulled_columns(moving, _with(left, outer))


@_columns.register(Hadamard)
def _(node: Hadamard, left: Node) -> Node | None:
    place = changing(node.factors)
    if place is None or any(factor.shape != node.shape for factor in node.factors):
        return None
    return pulled_columns(node.factors[place], _with(left, Diag(vec(held_factors(node, place)))))


@_columns.register(HadamardQuotient)
def _(node: HadamardQuotient, left: Node) -> Node | None:
    if changes(node.denominator) or node.numerator.shape != node.shape or node.denominator.shape != node.shape:
        return None
    below = vec(node.denominator)
    slope = Diag(HadamardQuotient(Ones(below.shape.rows), below))
    return pulled_columns(node.numerator, _with(left, slope))


@_columns.register(Diag)
def _(node: Diag, left: Node) -> Node | None:
    """Of the columns of diag(v) only the entries on the diagonal are not zero: diag(vec(I)) picks them."""
    size, inner = node.shape.rows, node.operand
    copies, picks = before_diagonal(size)
    if (whole := called(inner, "diag")) is not None:
        return pulled_columns(whole, _with(left, copies))
    return pulled_columns(inner, _with(left, copies, picks))
