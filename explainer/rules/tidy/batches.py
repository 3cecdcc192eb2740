"""Tidying what a batch makes: matrices that cancel entry by entry, softmax by rows in the form that is printed."""

from __future__ import annotations

from explainer.expr.kinds import any_of_kind, has_child, holds, placed
from explainer.expr.node import Node
from explainer.expr.nodes import (
    ZERO,
    Comparison,
    Diag,
    Differential,
    Hadamard,
    HadamardQuotient,
    MatrixProduct,
    Negate,
    Ones,
    Product,
    Quotient,
    Sum,
    Transpose,
)
from explainer.rules.build import called, join_scalars, matrix_times, plus, split_scalars, without_scalars
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.matching import is_row_of_ones
from explainer.rules.rule import Rewrite, rule
from explainer.rules.tidy.flipping import turned
from explainer.rules.tidy.row_sums import row_sums

FAMILY = "Batches"

SOFTMAX = "Bridle 1990"

BY_ENTRY = "the laws of arithmetic, in every entry"

_NEVER_ZERO = frozenset({"exp", "softmax", "row_softmax", "sigmoid", "cosh"})
"""Functions without a zero: that what they give is not 0 need not be said."""


def _is_batch(node: Node) -> bool:
    return node.shape.is_matrix and not node.shape.is_row and node.shape.columns != 1


@rule(
    title="Scalars before products entry by entry",
    statement="A ⊗ (z B) = z (A ⊗ B)",
    words="A scalar factor of every entry is written once, in front.",
    shapes={"A": "m x n", "B": "m x n", "z": "scalar"},
    source=BY_ENTRY,
    examples=["A ⊗ (z B) where A: m x n, B: m x n, z: scalar", "A ⊗ (-B) where A: m x n, B: m x n",
              "(B / z) ⊗ A where A: m x n, B: m x n, z: scalar", "u ⊗ (-v) where u: n, v: n"],
    leaves_alone=["A ⊗ B where A: m x n, B: m x n"],
    measure="scalars entry by entry",
    phase="tidy",
)  # fmt: skip
def scalars_before_entries(node: Hadamard) -> Rewrite | None:
    """Numbers may be multiplied in any order, in every entry too."""
    if node.shape.is_scalar or any(factor.shape != node.shape for factor in node.factors):
        return None
    if not has_child(node, Negate, Product, Quotient):
        return None
    split = [split_scalars(factor) for factor in node.factors]
    sign = sum(part[0] for part in split) % 2 == 1
    above = tuple(scalar for part in split for scalar in part[1])
    below = tuple(scalar for part in split for scalar in part[2])
    return Rewrite(join_scalars(sign, above, below, Hadamard(tuple(part[3] for part in split))))


@rule(
    title="Cancel entry by entry",
    statement="A ⊗ (B ⊘ A) = B",
    condition="no entry of A is 0",
    words="In every entry {A} cancels.",
    shapes={"A": "m x n", "B": "m x n"},
    source=BY_ENTRY,
    examples=["A ⊗ (B ⊘ A) where A: m x n, B: m x n", "row_softmax(A) ⊗ (B ⊘ row_softmax(A)) where A: m x n, B: m x n"],
    leaves_alone=["A ⊗ (B ⊘ C) where A: m x n, B: m x n, C: m x n", "B ⊘ A where A: m x n, B: m x n"],
    phase="tidy",
)  # fmt: skip
def cancelled_entries(node: Hadamard) -> Rewrite | None:
    """In every entry it is a number times a fraction with this number under the bar."""
    if not _is_batch(node):
        return None
    for k, fraction in placed(node.factors, HadamardQuotient):
        if fraction.numerator.shape != node.shape:
            continue
        below = fraction.denominator
        place = next((j for j, factor in enumerate(node.factors) if j != k and factor is below), None)
        if place is None:
            continue
        kept = tuple(fraction.numerator if j == k else f for j, f in enumerate(node.factors) if j != place)
        return Rewrite(Hadamard(kept) if len(kept) > 1 else kept[0], {"A": below}, conditions=_not_zero(below, node))
    return None


def _not_zero(matrix: Node, around: Node) -> tuple[Node, ...]:
    if called(matrix, *_NEVER_ZERO) is not None:
        return ()
    row = fresh_index(matrix.shape.rows, around)
    column = fresh_index(matrix.shape.columns, around, row)
    return (Comparison("!=", entry_of(matrix, (row, column)), ZERO),)


@rule(
    title="Sums of rows",
    statement="diag(diag(P @ A')) @ P = diag((P ⊗ A) @ ones(k)) @ P",
    condition="P stands beside the diagonal",
    words="Entry i of the diagonal of {product} is the sum of row i of {entries}.",
    shapes={"P": "n x k", "A": "n x k"},
    source=SOFTMAX,
    examples=["diag(diag(P @ A')) @ P where A: n x k, P: n x k", "P' @ diag(diag(P @ A')) where A: n x k, P: n x k",
              "diag(P @ A')' @ P where A: n x k, P: n x k", "P' @ diag(P @ A @ B') where A: k x m, B: n x m, P: n x k",
              "diag(diag(A @ P')) @ P where A: n x k, P: n x k"],
    leaves_alone=["diag(diag(P @ A')) @ B where A: n x k, B: n x k, P: n x k", "diag(P @ A') where A: n x k, P: n x k"],
    measure="diagonals of products",
    phase="tidy",
)  # fmt: skip
def sums_of_rows(node: MatrixProduct) -> Rewrite | None:
    """Row i of P times column i of A' is the sum of what the two have in row i, entry by entry. A softmax of each row
    is weighted with these sums.
    """
    for k, factor in enumerate(node.factors):
        product = _diagonal_of(factor)
        if product is None or holds(product, Differential):
            continue
        beside = node.factors[max(k - 1, 0) : k] + node.factors[k + 1 : k + 2]
        entries = _entries_of(product, (*beside, *map(turned, beside)))
        if entries is None:
            continue
        sums = MatrixProduct((entries, Ones(entries.shape.columns)))
        if row_sums(sums) is not None:
            continue  # with a transpose more, it would be written as this diagonal again
        new: Node = Transpose(sums) if isinstance(factor, Transpose) else sums if factor.shape.is_vector else Diag(sums)
        after = matrix_times(*node.factors[:k], new, *node.factors[k + 1 :])
        return Rewrite(after, {"product": product, "entries": entries})
    return None


def _entries_of(product: MatrixProduct, neighbours: tuple[Node, ...]) -> Hadamard | None:
    """P ⊗ A for a product P A' or A P' whose P is one of the neighbours."""
    first, last = product.factors[0], turned(product.factors[-1])
    if _is_batch(first) and first in neighbours:
        return Hadamard((first, turned(matrix_times(*product.factors[1:]))))
    if _is_batch(last) and last in neighbours:
        return Hadamard((last, matrix_times(*product.factors[:-1])))
    return None


def _diagonal_of(factor: Node) -> MatrixProduct | None:
    """The product of which a factor holds the diagonal: as a diagonal matrix, a vector or a row."""
    inside = factor.operand if isinstance(factor, Diag | Transpose) else factor
    product = called(inside, "diag")
    return product if isinstance(product, MatrixProduct) else None


@rule(
    title="Deviation from the weighted mean of each row",
    statement="P ⊗ A - diag((P ⊗ A) @ ones(k)) @ P = P ⊗ (A - (P ⊗ A) @ ones(k) @ ones(k)')",
    words="Both terms multiply the entries of {P}: it stands once, before {bracket}.",
    shapes={"P": "n x k", "A": "n x k"},
    source=SOFTMAX,
    examples=["P ⊗ A - diag((P ⊗ A) @ ones(k)) @ P where A: n x k, P: n x k",
              "(P ⊗ A)' / z - P' @ diag((P ⊗ A) @ ones(k)) / z where A: n x k, P: n x k, z: scalar",
              "A' ⊗ P' - P' @ diag((P ⊗ A) @ ones(k)) where A: n x k, P: n x k"],
    leaves_alone=["P ⊗ A - diag(w) @ P where A: n x k, P: n x k, w: n"],
    measure="diagonals of rows",
    phase="tidy",
)  # fmt: skip
def weighted_deviation(node: Sum) -> Rewrite | None:
    """The Jacobian of softmax in one row is diag(p) − p pᵀ. Times a vector it weights the deviations from the weighted
    mean; this is done in every row.
    """
    if not _is_batch(node) or len(node.terms) < 2:
        return None
    for k, term in enumerate(node.terms):
        sign, above, below, rest = split_scalars(term)
        found = _weighted(rest)
        if found is None:
            continue
        share, entries, sums, across = found
        for j, other in enumerate(node.terms):
            opposite = split_scalars(other)
            if j == k or opposite[0] == sign or opposite[1:3] != (above, below):
                continue
            whole = turned(opposite[3]) if across else opposite[3]
            if not isinstance(whole, Hadamard) or set(whole.factors) != set(entries.factors):
                continue
            bracket = Sum((_without(entries, share), Negate(MatrixProduct((*sums, Transpose(sums[-1]))))))
            joined: Node = Hadamard((share, bracket))
            new = join_scalars(opposite[0], above, below, Transpose(joined) if across else joined)
            terms = [new if i == min(j, k) else t for i, t in enumerate(node.terms) if i != max(j, k)]
            return Rewrite(plus(*terms), {"P": share, "bracket": bracket})
    return None


def _weighted(rest: Node) -> tuple[Node, Hadamard, tuple[Node, ...], bool] | None:
    """Of diag((P ⊗ A) 1⃗) P, or its transpose: P, P ⊗ A, the factors (P ⊗ A) and 1⃗, and whether it is the transpose."""
    match rest:
        case MatrixProduct((share, Diag(MatrixProduct((Hadamard() as entries, Ones()) as sums)))):
            share, across = turned(share), True
        case MatrixProduct((Diag(MatrixProduct((Hadamard() as entries, Ones()) as sums)), share)):
            across = False
        case _:
            return None
    return (share, entries, sums, across) if share in entries.factors else None


def _without(entries: Hadamard, share: Node) -> Node:
    place = entries.factors.index(share)
    kept = (*entries.factors[:place], *entries.factors[place + 1 :])
    return kept[0] if len(kept) == 1 else Hadamard(kept)


@rule(
    title="Multiply out what cancels entry by entry",
    statement="P ⊗ (A ⊘ P - x @ ones(k)') = P ⊗ (A ⊘ P) - diag(x) @ P",
    words="{P} is multiplied into the bracket, because there it cancels.",
    shapes={"P": "n x k", "A": "n x k", "x": "n"},
    source=BY_ENTRY,
    examples=["P ⊗ (A ⊘ P - x @ ones(k)') where A: n x k, P: n x k, x: n",
              "P ⊗ (2 x @ ones(k)' - (A ⊘ P) / z) where A: n x k, P: n x k, x: n, z: scalar"],
    leaves_alone=["P ⊗ (A - x @ ones(k)') where A: n x k, P: n x k, x: n",
                  "P ⊗ (A ⊘ P - B) where A: n x k, B: n x k, P: n x k"],
    measure="brackets",
    phase="tidy",
)  # fmt: skip
def multiplied_where_it_cancels(node: Hadamard) -> Rewrite | None:
    """An outer product with ones has the same number in a whole row: times P it multiplies the row of P."""
    if not _is_batch(node) or len(node.factors) != 2:
        return None
    for share, bracket in (node.factors, node.factors[::-1]):
        if not isinstance(bracket, Sum) or any(term.shape != node.shape for term in bracket.terms):
            continue
        found = [_times_entries(share, term) for term in bracket.terms]
        if any_of_kind(map(without_scalars, bracket.terms), HadamardQuotient) and None not in found:
            return Rewrite(plus(*(term for term in found if term is not None)), {"P": share})
    return None


def _times_entries(share: Node, term: Node) -> Node | None:
    """One term times the matrix, where that is a short one."""
    sign, above, below, rest = split_scalars(term)
    new: Node
    match rest:
        case HadamardQuotient() if rest.denominator is share:
            new = Hadamard((share, rest))
        case MatrixProduct(factors) if is_row_of_ones(factors[-1]):
            new = matrix_times(Diag(matrix_times(*factors[:-1])), share)
        case _:
            return None
    return join_scalars(sign, above, below, new)


ORDER = (
    scalars_before_entries,
    cancelled_entries,
    sums_of_rows,
    multiplied_where_it_cancels,
    weighted_deviation,
)
"""The rules of this module, in the order in which they are tried."""
