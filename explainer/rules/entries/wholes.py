"""The whole for an entry in which sums over products of entries stand: Σ_k A_ik B_kj is entry i, j of A B."""

from __future__ import annotations

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Dot,
    HadamardQuotient,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Negate,
    Ones,
    Power,
    Product,
    Quotient,
    Sum,
    Transpose,
)
from explainer.rules.build import all_found, is_one, plus, times, transposed
from explainer.rules.entries.contraction import contracted
from explainer.rules.entries.folded_forms import column, grid, part_by_part


def _each_entry(body: Node, at: tuple[Index, Index]) -> Node | None:
    """The matrix of a function, a power or a product of entries: sin(X) for sin(X_ij)."""
    match body:
        case nodes.Apply(operation) if operation.elementwise and set(at) <= body.free:
            parts = _wholes(body.children, at)
            return None if parts is None else nodes.Apply(operation, parts)
        case Power() if set(at) <= body.free:
            parts = _wholes(body.children, at)
            return None if parts is None else Power(*parts)
        case Quotient() if all(set(at) <= part.free for part in body.children):
            parts = _wholes(body.children, at)
            return None if parts is None else HadamardQuotient(*parts)
    return None


def _wholes(parts: tuple[Node, ...], at: tuple[Index, Index]) -> tuple[Node, ...] | None:
    """The matrices for parts with both indices, beside numbers without any."""
    if any(len(set(at) & part.free) == 1 for part in parts):
        return None
    return all_found(matrix_of(part, at) if set(at) <= part.free else part for part in parts)


def matrix_of(body: Node, at: tuple[Index, Index]) -> Node | None:
    """The matrix whose entry at two indices is the body, in which sums of products of entries may stand."""
    match body:
        case Sum(terms):
            parts = [matrix_of(term, at) if set(at) & term.free else term for term in terms]
            known = tuple(part for part in parts if part is not None)
            return plus(*known) if len(known) == len(parts) else None
        case Negate(operand):
            part = matrix_of(operand, at)
            return None if part is None else Negate(part)
        case Product() | IndexedSum():
            return contracted(body, at, vector_of, matrix_of)
        case Quotient(numerator, denominator) if denominator.free.isdisjoint(at):
            part = matrix_of(numerator, at)
            return None if part is None else Quotient(part, denominator)
        case Quotient(numerator, denominator) if numerator.free.isdisjoint(at):
            below = matrix_of(denominator, at)
            ones = MatrixProduct((Ones(at[0].size), Transpose(Ones(at[1].size))))
            return None if below is None else times(*_but_one(numerator), HadamardQuotient(ones, below))
        case Dot(MatrixRow() as left, MatrixRow() as right) if {left.index, right.index} == set(at):
            first, second = (left, right) if left.index is at[0] else (right, left)
            return MatrixProduct((first.base, transposed(second.base)))
    whole = _each_entry(body, at)
    return grid(body, at) if whole is None else whole


def _but_one(factor: Node) -> tuple[Node, ...]:
    return () if is_one(factor) else (factor,)


def vector_of(body: Node, index: Index) -> Node | None:
    """The same for a vector and one index."""
    match body:
        case Sum() | Negate():
            return part_by_part(body, index, lambda part: vector_of(part, index) if index in part.free else part)
        case Product() | IndexedSum():
            return contracted(body, (index,), vector_of, matrix_of)
        case Quotient(numerator, denominator) if index not in denominator.free:
            part = vector_of(numerator, index)
            return None if part is None else Quotient(part, denominator)
        case Power() if index not in body.exponent.free:
            part = vector_of(body.base, index)
            return None if part is None else Power(part, body.exponent)
    return column(body, index, fractions=True, switches=True)
