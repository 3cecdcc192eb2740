"""Reading off: what stands before dX, the adjoint, moves through one operation after the other, as in reverse mode."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import TypeAlias

from explainer.expr.kinds import not_of_kind, parts_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ONE,
    ZERO,
    Apply,
    Blocks,
    Cases,
    Diag,
    Differential,
    Dot,
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
    SumReduction,
    Transpose,
    Vector,
    Zeros,
)
from explainer.expr.shape import Size, matrix_shape, vector_shape
from explainer.rules.build import all_found, is_zero, matrix_times, plus_all, scalars_and_rest, times, zero
from explainer.rules.differentials.parts import changes, changing, is_trace, trace
from explainer.rules.tidy.flipping import turned


def pulled(node: Node, adjoint: Node) -> Node | None:
    """The derivative by X of tr(adjoint · node), or of adjoint · node where the variable is a vector, of which node is
    linear in dX: None where an operation has no such rule.
    """
    return _pulled(node, adjoint) if changes(node) else None


def _is_unit(adjoint: Node) -> bool:
    """Whether nothing stands before the change yet: a place in which nothing can move over."""
    return isinstance(adjoint, Identity) or adjoint is ONE


def _joined(*factors: Node) -> Node:
    """A product of matrices without factors of one and without identities."""
    kept = [factor for factor in not_of_kind(factors, Identity) if factor is not ONE]
    if not kept:
        return factors[0] if len(factors) == 1 else next((f for f in factors if f is not ONE), ONE)
    return matrix_times(*kept)


@singledispatch
def _pulled(node: Node, adjoint: Node) -> Node | None:
    return None


@_pulled.register(Differential)
def _(node: Differential, adjoint: Node) -> Node | None:
    return adjoint


@_pulled.register(Sum)
def _(node: Sum, adjoint: Node) -> Node | None:
    if any(term.shape != node.shape for term in node.terms if changes(term)):
        return None
    return plus_all(pulled(term, adjoint) for term in node.terms if changes(term))


@_pulled.register(Negate)
def _(node: Negate, adjoint: Node) -> Node | None:
    inner = pulled(node.operand, adjoint)
    return None if inner is None else Negate(inner)


@_pulled.register(Quotient)
def _(node: Quotient, adjoint: Node) -> Node | None:
    if changes(node.denominator):
        return None
    inner = pulled(node.numerator, adjoint)
    return None if inner is None else Quotient(inner, node.denominator)


@_pulled.register(Product)
def _(node: Product, adjoint: Node) -> Node | None:
    place = changing(node.factors)
    if place is None:
        return None
    moving = node.factors[place]
    held = tuple(factor for k, factor in enumerate(node.factors) if k != place)
    if moving.shape == node.shape:
        inner = pulled(moving, adjoint)
        return None if inner is None else times(*held, inner)
    # a scalar changes, and a vector or matrix is multiplied by it
    scalars, rest = scalars_and_rest(held)
    inner = pulled(moving, _of_held(adjoint, rest))
    return None if inner is None else times(*scalars, inner)


def _of_held(adjoint: Node, held: Node) -> Node:
    """tr(adjoint · held), or for a vector the product itself."""
    product = _joined(adjoint, held)
    return trace(product) if held.shape.is_matrix and product.shape.is_matrix else product


@_pulled.register(Transpose)
def _(node: Transpose, adjoint: Node) -> Node | None:
    return pulled(node.operand, turned(adjoint)) if node.shape.is_matrix or adjoint is not ONE else None


@_pulled.register(MatrixProduct)
def _(node: MatrixProduct, adjoint: Node) -> Node | None:
    place = changing(node.factors)
    if place is None:
        return None
    before, moving, behind = node.factors[:place], node.factors[place], node.factors[place + 1 :]
    if not behind:
        return pulled(moving, _joined(adjoint, *before))
    variable = _variable(node)
    if variable.shape.is_matrix:
        return pulled(moving, _joined(*behind, adjoint, *before))
    return _between(moving, _joined(adjoint, *before), matrix_times(*behind))


def _variable(node: Node) -> Node:
    """What moves in a node of which something moves."""
    moving, *_ = (part.wrt for part in parts_of_kind(node, Differential))
    return moving


def _between(moving: Node, left: Node, right: Node) -> Node | None:
    """The Jacobian of left · moving · right by a vector: of a column times a number, a row times a column, diag(dx)."""
    if right.shape.is_scalar:
        inner = pulled(moving, left)
        return None if inner is None else times(right, inner)
    match moving:
        case Negate(operand):
            inner = _between(operand, left, right)
            return None if inner is None else Negate(inner)
        case Sum(terms):
            return plus_all(_between(term, left, right) for term in terms)
        case Transpose(operand) if operand.shape.is_vector and right.shape.is_vector:
            return pulled(operand, _joined(left, Transpose(right)))
        case Diag(operand) if right.shape.is_vector:
            return pulled(operand, _joined(left, Diag(right)))
        case MatrixProduct(factors):
            place = changing(factors)
            if place is None:
                return None
            before, behind = factors[:place], factors[place + 1 :]
            return _between(factors[place], _joined(left, *before), matrix_times(*behind, right))
    return None


@_pulled.register(Hadamard)
def _(node: Hadamard, adjoint: Node) -> Node | None:
    place = changing(node.factors)
    if place is None:
        return None
    moving = node.factors[place]
    others = tuple(factor for k, factor in enumerate(node.factors) if k != place)
    held = others[0] if len(others) == 1 else Hadamard(others)
    if moving.shape != node.shape or held.shape != node.shape:
        return None
    if node.shape.is_vector and not _variable(node).shape.is_matrix:
        return pulled(moving, _joined(adjoint, Diag(held)))
    if _is_unit(adjoint):
        return None
    return pulled(moving, Hadamard((adjoint, turned(held))))


@_pulled.register(HadamardQuotient)
def _(node: HadamardQuotient, adjoint: Node) -> Node | None:
    if changes(node.denominator) or node.numerator.shape != node.shape or node.denominator.shape != node.shape:
        return None
    if node.shape.is_vector and not _variable(node).shape.is_matrix:
        slope = Diag(HadamardQuotient(Ones(node.shape.rows), node.denominator))
        return pulled(node.numerator, _joined(adjoint, slope))
    if _is_unit(adjoint):
        return None
    return pulled(node.numerator, HadamardQuotient(adjoint, turned(node.denominator)))


@_pulled.register(Dot)
def _(node: Dot, adjoint: Node) -> Node | None:
    if changes(node.left) and changes(node.right):
        return None
    held, moving = (node.left, node.right) if changes(node.right) else (node.right, node.left)
    return pulled(moving, _joined(adjoint, turned(held)))


@_pulled.register(SumReduction)
def _(node: SumReduction, adjoint: Node) -> Node | None:
    shape = node.operand.shape
    if shape.is_vector:
        return pulled(node.operand, _joined(adjoint, Transpose(Ones(shape.rows))))
    if not _variable(node).shape.is_matrix:
        return None
    ones = MatrixProduct((Ones(shape.columns), Transpose(Ones(shape.rows))))
    return pulled(node.operand, ones if adjoint is ONE else matrix_times(adjoint, ones))


@_pulled.register(Apply)
def _(node: Apply, adjoint: Node) -> Node | None:
    if not _variable(node).shape.is_matrix:
        return None
    inner = node.arguments[0]
    if node.operation.name == "diag" and adjoint.shape.is_row:  # a' times the diagonal of M is tr(diag(a) M)
        return pulled(inner, Diag(turned(adjoint)))
    if not is_trace(node):
        return None
    return pulled(inner, Identity(inner.shape.rows) if adjoint is ONE else times(adjoint, Identity(inner.shape.rows)))


@_pulled.register(Vector)
def _(node: Vector, adjoint: Node) -> Node | None:
    """The rows of the entries below each other."""
    wrt = _variable(node)
    if wrt.shape.is_matrix:
        return _by_parts(tuple((entry,) for entry in node.entries), adjoint)
    rows = [pulled(e, ONE) if changes(e) else Zeros(Transpose(wrt).shape) for e in node.entries]
    if None in rows:
        return None
    return _joined(adjoint, Stack(tuple(row for row in rows if row is not None)))


@_pulled.register(Blocks)
def _(node: Blocks, adjoint: Node) -> Node | None:
    """The Jacobians of the blocks of a vector below each other; by a matrix each block with its part of the adjoint."""
    wrt, column = _variable(node), node.column
    if wrt.shape.is_matrix:
        return _by_parts(node.rows, adjoint)
    if column is None:
        return None
    found = all_found(
        pulled(b, ONE if b.shape.is_scalar else Identity(b.shape.rows))
        if changes(b)
        else Zeros(matrix_shape(b.shape.rows, wrt.shape.rows))
        for b in column
    )
    return None if found is None else _joined(adjoint, Blocks(tuple((part,) for part in found)))


@_pulled.register(Matrix)
def _(node: Matrix, adjoint: Node) -> Node | None:
    return _by_parts(node.rows, adjoint) if _variable(node).shape.is_matrix else None


Rows: TypeAlias = tuple[tuple[Node, ...], ...]


def _by_parts(rows: Rows, adjoint: Node) -> Node | None:
    """By a matrix: each part with its part of the adjoint."""
    parts = placed_parts(rows)
    return plus_all(pulled(part, _joined(turned(wide), adjoint, tall)) for part, tall, wide in parts)


def placed_parts(rows: Rows) -> Iterator[tuple[Node, Node, Node]]:
    """The parts that change, each with the two matrices of zeros and ones between which it is put in its place.

    They stand before the part and, transposed, behind it: an identity where the part fills that side.
    """
    heights, widths = tuple(row[0].shape.rows for row in rows), tuple(part.shape.columns for part in rows[0])
    for i, row in enumerate(rows):
        for j, part in enumerate(row):
            if changes(part):
                yield part, _place(heights, i), _place(widths, j)


def _place(sizes: tuple[Size, ...], at: int) -> Node:
    """The identity of one of some sizes, with zeros of the other ones above and below it."""
    if len(sizes) == 1:
        return Identity(sizes[0])
    width = sizes[at]
    column = width == 1
    unit: Node = ONE if column else Identity(width)
    zeros = (ZERO if column and size == 1 else zero(vector_shape(size) if column else matrix_shape(size, width))
             for size in sizes)  # fmt: skip
    parts = tuple(unit if k == at else part for k, part in enumerate(zeros))
    return Vector(parts) if all(part.shape.is_scalar for part in parts) else Blocks(tuple((part,) for part in parts))


@_pulled.register(Expand)
def _(node: Expand, adjoint: Node) -> Node | None:
    return pulled(node.operand, _joined(adjoint, Ones(node.size)))


@_pulled.register(IndexedSum)
def _(node: IndexedSum, adjoint: Node) -> Node | None:
    inner = None if node.index in adjoint.free else pulled(node.body, adjoint)
    return None if inner is None else IndexedSum(node.index, inner, node.lower)


@_pulled.register(Cases)
def _(node: Cases, adjoint: Node) -> Node | None:
    found = [pulled(value, adjoint) if changes(value) else None for value in node.values]
    known = next((part for part in found if part is not None), None)
    if known is None or any(f is None and not is_zero(v) for f, v in zip(found, node.values, strict=True)):
        return None
    return Cases(tuple(zero(known.shape) if part is None else part for part in found), node.conditions)
