"""The greatest rank that a matrix can have by the way it is made: x x' has rank 1, so it has no inverse."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from explainer.expr import nodes
from explainer.expr.node import Node
from explainer.expr.shape import Size
from explainer.phrases import phrase

OF_FULL_RANK = frozenset({"inv", "det", "logdet"})
"""The functions that have a value, or a differential with an inverse in it, only of matrices of full rank."""


def is_zero_determinant(node: nodes.Apply) -> bool:
    """Whether a determinant is zero because its rows depend on each other; a size that is a letter may be one."""
    if node.operation.name != "det" or not node.arguments[0].shape.is_matrix:
        return False
    (matrix,) = node.arguments
    rank, size = rank_of(matrix), matrix.shape.rows
    return rank is not None and rank < (size if isinstance(size, int) else 1)


def fault_of_rank(node: nodes.Apply) -> str:
    """Why a function of a matrix has no derivative where the matrix is singular whatever its variables are.

    A size that is a letter counts as more than one: of one row and column everything has full rank. A determinant of
    numbers is zero; the differential of one with variables in it contains the inverse.
    """
    if node.operation.name not in OF_FULL_RANK or not node.arguments[0].shape.is_matrix:
        return ""
    if node.operation.name == "det" and not node.free:
        return ""
    (matrix,) = node.arguments
    rank, size = rank_of(matrix), matrix.shape.rows
    if rank is None or (rank >= size if isinstance(size, int) else rank > 1):
        return ""
    shown = matrix.text()
    if node.operation.name == "inv":
        return phrase("{0} has no inverse: of its {1} rows no more than {2} are independent", shown, str(size), rank)
    return phrase("the determinant of {0} is always 0: of its {1} rows no more than {2} are independent",
                  shown, str(size), rank)  # fmt: skip


def rank_of(node: Node) -> int | None:
    """A bound for the rank of a matrix, vector or row; None where nothing is known."""
    sizes = _least(size for size in (node.shape.rows, node.shape.columns) if isinstance(size, int))
    match node:
        case nodes.Matrix(rows):
            return _least((sizes, _rank_of_numbers(rows)))
        case nodes.Transpose(operand) | nodes.Negate(operand):
            return _least((sizes, rank_of(operand)))
        case nodes.MatrixProduct(factors):
            return _least((sizes, *(rank_of(factor) for factor in factors if not factor.shape.is_scalar)))
        case nodes.Zeros():
            return 0
        case nodes.Product(factors) if any(isinstance(f, nodes.Number) and f.value == 0 for f in factors):
            return 0
        case nodes.Apply(operation, (one, *_)) if operation.name in {"inv", "matrix_power"}:
            return _least((sizes, rank_of(one)))
        case nodes.Product(factors):
            return _least((sizes, *(rank_of(factor) for factor in factors if not factor.shape.is_scalar)))
        case nodes.Quotient(numerator, denominator) if denominator.shape.is_scalar:
            return _least((sizes, rank_of(numerator)))
        case nodes.Sum(terms) if all(term.shape == node.shape for term in terms):
            ranks = [rank_of(term) for term in _but_opposites(terms)]
            return sizes if None in ranks else _least((sizes, sum(rank for rank in ranks if rank is not None)))
    return sizes


MOST_NUMBERS = 400
"""A matrix of more numbers than this is not looked at: nobody types it."""


def _rank_of_numbers(rows: tuple[tuple[Node, ...], ...]) -> int | None:
    """The rank of a matrix of numbers, worked out exactly by elimination; None for others."""
    if len(rows) * len(rows[0]) > MOST_NUMBERS:
        return None
    left: list[list[Fraction]] = []
    for row in rows:
        values = [value for entry in row if (value := _value(entry)) is not None]
        if len(values) < len(row):
            return None
        left.append(values)
    rank = 0
    for column in range(len(rows[0])):
        pivot = next((row for row in left if row[column]), None)
        if pivot is not None:
            rank += 1
            left.remove(pivot)
            left = [_added(row, -row[column] / pivot[column], pivot) for row in left]
    return rank


def _added(row: list[Fraction], times: Fraction, other: list[Fraction]) -> list[Fraction]:
    return [a + times * b for a, b in zip(row, other, strict=True)]


def _value(entry: Node) -> Fraction | None:
    match entry:
        case nodes.Number(value):
            return value
        case nodes.Negate(operand):
            inner = _value(operand)
            return None if inner is None else -inner
        case nodes.Quotient(numerator, denominator):
            top, under = _value(numerator), _value(denominator)
            return None if top is None or not under else top / under
    return None


def _but_opposites(terms: tuple[Node, ...]) -> list[Node]:
    """The terms of a sum without those that take each other away, as in X − X."""
    kept = list(terms)
    for term in terms:
        if isinstance(term, nodes.Negate) and term in kept and term.operand in kept:
            kept.remove(term)
            kept.remove(term.operand)
    return kept


def _least(bounds: Iterable[Size | None]) -> int | None:
    return min((bound for bound in bounds if isinstance(bound, int)), default=None)
