"""The whole for an entry: the column of x_i is x, the row of 1 is 1⃗ᵀ, the grid of u_i v_j is u vᵀ.

Each function gives None where there is no shorter form than listing the entries.
"""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr import nodes
from explainer.expr.kinds import all_of_kind, any_of_kind, of_kind, placed
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Delta,
    Diag,
    Dot,
    Entry,
    Expand,
    Hadamard,
    HadamardQuotient,
    Identity,
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
    Zeros,
)
from explainer.expr.shape import row_shape, vector_shape
from explainer.rules.build import (
    all_found,
    factors_of,
    is_one,
    is_zero,
    plus,
    plus_all,
    times,
    transposed,
    untransposed,
)
from explainer.rules.entries.contraction import sum_of_sums
from explainer.rules.entries.switched import are_opposite, as_switch, both_conditions
from explainer.rules.matching import column_of
from explainer.rules.table import apply_named


def column(body: Node, index: Index, *, fractions: bool = False, switches: bool = False) -> Node | None:
    """The column vector whose entry at the index is the body.

    With `fractions`, 1/x_i becomes 1⃗ ⊘ x; with `switches`, cases that are 0 or 1 become a comparison of vectors.
    """

    def inner(part: Node) -> Node | None:
        return column(part, index, fractions=fractions, switches=switches)

    if index not in body.free:
        if is_zero(body):
            return Zeros(vector_shape(index.size))
        return Ones(index.size) if is_one(body) else Expand(body, index.size)
    match body:
        case Entry():
            return _column_of_entry(body, index)
        case nodes.Comparison():
            return _column_of_condition(body, index)
        case Sum() | Negate():
            return part_by_part(body, index, lambda part: inner(part) if index in part.free else part)
        case Product(factors):
            return _product(body, [inner(factor) for factor in factors if index in factor.free], index)
        case Quotient():
            return _column_of_fraction(body, index, inner if fractions else None)
        case Power():
            base, exponent = (inner(part) if index in part.free else part for part in body.children)
            return None if base is None or exponent is None else Power(base, exponent)
        case nodes.Apply(operation, arguments) if operation.elementwise:
            parts = all_found(inner(a) if index in a.free else a for a in arguments)
            return None if parts is None else nodes.Apply(operation, parts)
        case nodes.Cases():
            return _column_of_cases(body, index, switches)
        case Dot() if fractions:
            return _column_of_dot(body, index)
        case IndexedSum():
            return _column_of_sum(body, index)
    return None


def part_by_part(body: Node, index: Index, whole: Callable[[Node], Node | None]) -> Node | None:
    """The whole of what is linear in its parts, from the wholes of these; None where one of them has none."""
    match body:
        case Sum(terms):
            return plus_all(map(whole, terms))
        case nodes.Cases(values, conditions) if not any(index in condition.free for condition in conditions):
            parts = all_found(map(whole, values))
            return None if parts is None else nodes.Cases(parts, conditions)
        case Negate(operand):
            part = whole(operand)
            return None if part is None else Negate(part)
        case IndexedSum(bound, inner, lower):
            part = whole(inner)
            return None if part is None else IndexedSum(bound, part, lower)
        case Quotient(numerator, denominator) if index not in denominator.free:
            part = whole(numerator)
            return None if part is None else Quotient(part, denominator)
    return None


def _column_of_fraction(body: Quotient, index: Index, inner: Callable[[Node], Node | None] | None) -> Node | None:
    """A vector over a scalar; with a way to write the denominator as a vector, also one vector over another."""
    if index not in body.denominator.free:
        return part_by_part(body, index, inner or (lambda part: column(part, index)))
    below = None if inner is None else inner(body.denominator)
    if inner is None or below is None:
        return None
    held, moving = _held_and_moving(body.numerator, index)
    scalars = tuple(factor for factor in held if not is_one(factor))
    above = inner(times(*moving)) if moving else Ones(index.size)
    if above is None:
        return None
    whole = HadamardQuotient(above, below)
    return times(*scalars, whole) if scalars else whole


def _column_of_cases(body: nodes.Cases, index: Index, switches: bool) -> Node | None:
    if not any(index in condition.free for condition in body.conditions):
        return part_by_part(body, index, lambda value: column(value, index))
    if not switches or len(body.values) != 2 or not are_opposite(both_conditions(body)):
        return None
    found = [
        (value, _column_of_condition(condition, index))
        for value, condition in zip(body.values, both_conditions(body), strict=True)
        if not is_zero(value)
    ]
    terms = []
    for value, switch in found:
        inner = column(value, index, fractions=True, switches=True) if index in value.free else value
        if inner is None or switch is None:
            return None
        if not is_zero(inner):
            terms.append(_switched(inner, switch))
    return plus(*terms) if terms else Zeros(vector_shape(index.size))


def _switched(value: Node, switch: Node) -> Node:
    """A switch that is 0 or 1 in every entry, times a number or a vector."""
    if value.shape.is_scalar:
        return switch if is_one(value) else times(value, switch)
    return Hadamard((value, switch))


def _column_of_condition(condition: Node, index: Index) -> Node | None:
    """The comparison of vectors that is 1 in the entries for which the condition holds, and 0 in the others."""
    match condition:
        case nodes.Comparison(relation):
            sides = condition.children
            left, right = (column(side, index, fractions=True) if index in side.free else side for side in sides)
            return None if left is None or right is None else nodes.Comparison(relation, left, right)
    return None


def _column_of_dot(body: Dot, index: Index) -> Node | None:
    """The dot products of the rows of a matrix with one vector are the matrix times the vector."""
    for k, row_of in placed(body.children, MatrixRow):
        other = body.children[1 - k]
        if row_of.index is index and index not in row_of.base.free | other.free:
            return MatrixProduct((row_of.base, other))
    return None


def _column_of_entry(body: Entry, index: Index) -> Node | None:
    if body.indices == (index,) and index not in body.base.free:
        return body.base
    if body.indices == (nodes.ONE, index) and body.base.shape.is_row and index not in body.base.free:
        own = column_of(body.base)
        return own if own is not None else _transposed(body.base)
    if len(body.indices) == 2 and index not in body.base.free:
        first, second = body.indices
        if first is index and second is index:
            return apply_named("diag", body.base)
        if second is index:
            return MatrixRow(body.base, first)
        if first is index and not body.base.shape.is_row:
            return MatrixRow(Transpose(body.base), second)
    return None


def _product(body: Product, vectors: list[Node | None], index: Index) -> Node | None:
    """Scalars times the element-wise product of the vectors."""
    known = all_found(vectors)
    if known is None:
        return None
    scalars, _ = _held_and_moving(body, index)
    whole = known[0] if len(known) == 1 else Hadamard(known)
    return times(*scalars, whole) if scalars else whole


def _column_of_sum(body: IndexedSum, index: Index) -> Node | None:
    """Σ_k W_ik x_k is W x; any other sum of vectors stays a sum over its index, of columns."""
    if body.lower == 1:
        factors = factors_of(body.body)
        outside = tuple(f for f in factors if body.index not in f.free and index in f.free)
        if outside and len(outside) < len(factors):  # Σ_k W_ik x_i x_k is the entry of x ⊗ W x
            inside = IndexedSum(body.index, times(*(f for f in factors if f not in outside)))
            return column(times(*outside, inside), index)
        matrix = [f for f in of_kind(factors, Entry) if index in f.free and len(f.indices) == 2]
        others = tuple(factor for factor in factors if factor not in matrix)
        if len(matrix) == 1 and not any(index in factor.free for factor in others):
            whole = _oriented(matrix[0], index, body.index)
            rest = column(times(*others), body.index) if others else Ones(body.index.size)
            if whole is not None and rest is not None and rest.shape.is_vector:
                return _with_scalars_in_front(whole, rest)
        if (whole := sum_of_sums(body, index, column, grid)) is not None:
            return whole
    return part_by_part(body, index, lambda part: column(part, index))


def _with_scalars_in_front(matrix: Node, vector: Node) -> Node:
    *scalars, last = factors_of(vector)
    return times(*scalars, MatrixProduct((matrix, last)))


def _oriented(entry: Entry, row: Index, other: Index) -> Node | None:
    """The matrix, or its transpose, of which the entry is at (row, other)."""
    if row in entry.base.free or other in entry.base.free:
        return None
    if entry.indices == (row, other):
        return entry.base
    return Transpose(entry.base) if entry.indices == (other, row) else None


def row(body: Node, index: Index) -> Node | None:
    """The row vector whose entry at the index is the body: the transposed column, inside sums, cases and fractions.

    A number in front stays in front, and stands before a row of ones where it is all there is.
    """

    def inner(part: Node) -> Node | None:
        return row(part, index)

    if is_zero(body):
        return Zeros(row_shape(index.size))
    match body:
        case Delta():
            return nodes.RowForm(index, body)  # the row with a 1 in one place has no name of its own
        case nodes.Cases() | Quotient():
            whole = part_by_part(body, index, inner) if index in body.free or isinstance(body, nodes.Cases) else None
            if whole is not None:
                return whole
    if index not in body.free:
        ones = Transpose(Ones(index.size))
        return ones if is_one(body) else times(body, ones)
    match body:
        case Sum() | Negate():
            return part_by_part(body, index, inner)
        case IndexedSum() if not _is_contraction(body, index):
            return part_by_part(body, index, inner)
        case Product():
            scalars, moving = _held_and_moving(body, index)
            if scalars:
                whole = inner(times(*moving))
                return None if whole is None else times(*scalars, whole)
    whole = column(body, index, fractions=True, switches=True)
    return None if whole is None else _transposed(whole)


def _held_and_moving(body: Node, index: Index) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The factors that are the same in every entry, and those that are not."""
    factors = factors_of(body)
    return tuple(f for f in factors if index not in f.free), tuple(f for f in factors if index in f.free)


def _transposed(vector: Node) -> Node:
    """The transpose, with (W x)ᵀ written xᵀ Wᵀ, and Wᵀᵀ as W."""
    match vector:
        case MatrixProduct(factors):
            return MatrixProduct(tuple(_transposed(factor) for factor in reversed(factors)))
    return transposed(vector)


def _is_contraction(body: IndexedSum, index: Index) -> bool:
    """Whether the sum is one entry of a matrix times a vector."""
    factors = factors_of(body.body)
    matrices = [f for f in of_kind(factors, Entry) if index in f.free and len(f.indices) == 2]
    others = [factor for factor in factors if factor not in matrices]
    return (
        body.lower == 1
        and len(matrices) == 1
        and _oriented(matrices[0], index, body.index) is not None
        and column(times(*others), body.index) is not None
        and any(body.index in factor.free for factor in others)
        and not any_of_kind(others, nodes.Cases)
    )


def grid(body: Node, at: tuple[Index, Index]) -> Node | None:
    """The matrix whose entry at the two indices is the body."""
    i, j = at
    if is_zero(body):
        return Zeros(nodes.Grid(i, j, body).shape)
    if isinstance(body, nodes.Cases):
        body = as_switch(body)
    match body:
        case Entry() if body.indices in {(i, j), (j, i)}:
            return _oriented(body, i, j)
        case Negate(operand):
            part = grid(operand, at)
            return None if part is None else Negate(part)
        case nodes.Comparison() if {i, j} <= body.free:
            return _grid_of_condition(body, at)
        case Quotient(Negate(operand), below):
            part = grid(Quotient(operand, below), at)
            return None if part is None else Negate(part)
        case Sum(terms):
            return plus_all(grid(term, at) for term in terms)
        case IndexedSum() if {i, j} <= body.free:
            inner = grid(body.body, at)
            return None if inner is None else IndexedSum(body.index, inner, body.lower)
        case Delta(left, right):
            return Identity(i.size) if {left, right} == set(at) and i.size == j.size else None
    return _outer(body, at)


def _grid_of_condition(condition: nodes.Comparison, at: tuple[Index, Index]) -> Node | None:
    """The comparison of matrices whose entry the condition is; (X > 0)' for X' > 0."""
    sides = [grid(side, at) if {*at} & side.free else side for side in (condition.left, condition.right)]
    known = [side for side in sides if side is not None]
    if len(known) < 2:
        return None
    if all_of_kind([side for side in known if not side.shape.is_scalar], Transpose):
        return Transpose(nodes.Comparison(condition.relation, *map(untransposed, known)))
    return nodes.Comparison(condition.relation, *known)


def _outer(body: Node, at: tuple[Index, Index]) -> Node | None:
    """u_i v_j as u vᵀ, u_i W_ij v_j as diag(u) W diag(v), numbers in front."""
    i, j = at
    below: tuple[Node, ...] = ()
    over: tuple[Node, ...] = ()
    if isinstance(body, Quotient) and not {i, j} <= body.denominator.free:
        if {i, j} & body.denominator.free:
            over, body = (Quotient(nodes.ONE, body.denominator),), body.numerator
        else:
            below, body = (body.denominator,), body.numerator
    factors = (*factors_of(body), *over)
    factors = tuple(factor for factor in factors if not is_one(factor)) or factors
    scalars = tuple(f for f in factors if not {i, j} & f.free)
    rows = tuple(f for f in factors if i in f.free and j not in f.free)
    columns = tuple(f for f in factors if j in f.free and i not in f.free)
    mixed = tuple(f for f in factors if {i, j} <= f.free)
    if not mixed and (unit := _unit_outer(rows, columns, at)) is not None:
        product = times(*(scalar for scalar in scalars if not is_one(scalar)), unit)
        return Quotient(product, below[0]) if below else product
    left = column(times(*rows), i, fractions=True, switches=True) if rows else None
    right = column(times(*columns), j, fractions=True, switches=True) if columns else None
    if (rows and left is None) or (columns and right is None) or len(mixed) > 1:
        return None
    if mixed:
        middle = grid(mixed[0], at) if len(factors) > 1 or below else None
        if middle is None:
            return None
        parts = (*((Diag(left),) if left else ()), middle, *((Diag(right),) if right else ()))
        whole: Node = parts[0] if len(parts) == 1 else MatrixProduct(parts)
    else:
        whole = MatrixProduct((left or Ones(i.size), Transpose(right or Ones(j.size))))
    scalars = tuple(scalar for scalar in scalars if not is_one(scalar))
    whole = times(*scalars, whole) if scalars else whole
    return Quotient(whole, below[0]) if below else whole


def _unit_outer(rows: tuple[Node, ...], columns: tuple[Node, ...], at: tuple[Index, Index]) -> Node | None:
    """u_i δ_kj as u times the row with a 1 in place k, and δ_ki v_j as a column with a 1 in place k times vᵀ."""
    i, j = at
    match rows, columns:
        case _, (Delta() as delta,) if not any_of_kind(rows, Delta):
            unit: Node = nodes.RowForm(j, delta)
            left = column(times(*rows), i, fractions=True, switches=True) if rows else Ones(i.size)
            return None if left is None else _pulled_out(left, lambda rest: (rest, unit))
        case (Delta() as delta,), _ if not any_of_kind(columns, Delta):
            unit = nodes.ColumnForm(i, delta)
            right = column(times(*columns), j, fractions=True, switches=True) if columns else Ones(j.size)
            return None if right is None else _pulled_out(right, lambda rest: (unit, _transposed(rest)))
    return None


def _pulled_out(vector: Node, pair: Callable[[Node], tuple[Node, Node]]) -> Node:
    """A product of a column and a row, with the numbers of the vector in it in front."""
    *scalars, last = factors_of(vector)
    return times(*scalars, MatrixProduct(pair(last)))
