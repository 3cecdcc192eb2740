"""Sums over the rows of products entry by entry that are products of matrices: their diagonals and traces."""

from __future__ import annotations

from explainer.expr.kinds import any_of_kind, holds, parts_of_kind
from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Diag,
    Hadamard,
    Identity,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Ones,
    Sum,
    SumReduction,
    Transpose,
)
from explainer.rules.build import (
    called,
    entry_factors,
    join_scalars,
    matrix_times,
    split_scalars,
    terms_of,
    untransposed,
    without_scalars,
)
from explainer.rules.matching import is_row_of_ones
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import flipped, transposes

FAMILY = "Inverses, determinants, traces"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, section 3.6"


@rule(
    title="Row sums as a diagonal",
    statement="(A ⊗ B') @ ones(n) = diag(A @ B)",
    words="Row i of {product}, added up, is entry i, i of {whole}.",
    shapes={"A": "m x n", "B": "n x m"},
    source=BOOK,
    examples=["(A ⊗ B') @ ones(n) where A: m x n, B: n x m",
              "ones(m)' @ (A ⊗ B') where A: m x n, B: n x m",
              "(A ⊗ B' - 2 (A ⊗ C')) @ ones(n) where A: m x n, B: n x m, C: n x m"],
    leaves_alone=["(A ⊗ B) @ ones(n) where A: m x n, B: m x n", "A @ ones(n) where A: m x n"],
    measure="sums over rows",
    phase="tidy",
)  # fmt: skip
def row_sums(node: MatrixProduct) -> Rewrite | None:
    """The product of matrices multiplies row i of A by column j of B: for j = i these are the same products."""
    *before, inside, ones = node.factors
    if isinstance(ones, Ones) and inside.shape.is_matrix and _has_product(inside):
        whole = _as_product(inside)
        if whole is not None:
            after = matrix_times(*before, apply_named("diag", whole))
            return Rewrite(after, {"product": inside, "whole": whole})
    row, inside, *behind = node.factors
    if not is_row_of_ones(row) or not _has_product(inside):
        return None
    whole = _as_product(inside, down=True)
    if whole is None:
        return None
    after = matrix_times(Transpose(apply_named("diag", whole)), *behind)
    words = fill("Column j of {product}, added up, is entry j, j of {whole}.", {"product": inside, "whole": whole})
    return Rewrite(after, {}, words, statement="ones(m)' @ (A ⊗ B') = diag(B @ A)'")


@rule(
    title="Sum of entries as a trace",
    statement="sum(A ⊗ B') = tr(A @ B)",
    words="The entries of {product}, added up, are the trace of {whole}.",
    shapes={"A": "m x n", "B": "n x m"},
    source=BOOK,
    examples=["sum(A ⊗ B') where A: m x n, B: n x m", "sum(A ⊗ B' + 2 (C' ⊗ B')) where A: m x n, B: n x m, C: n x m"],
    leaves_alone=["sum(A ⊗ B) where A: m x n, B: m x n", "sum(A') where A: m x n"],
    measure="sums over rows",
    phase="tidy",
)  # fmt: skip
def entries_as_trace(node: SumReduction) -> Rewrite | None:
    """Every entry of A meets one of B, in the transposed place: the trace adds up the same products."""
    inside = node.operand
    if not inside.shape.is_matrix or not _has_product(inside):
        return None
    whole = _as_product(inside)
    return None if whole is None else Rewrite(apply_named("tr", whole), {"product": inside, "whole": whole})


@rule(
    title="Sum of a diagonal",
    statement="sum(diag(A)) = tr(A)",
    words="The entries on the diagonal of {A} add up to its trace.",
    shapes={"A": "n x n"},
    source=BOOK,
    examples=["sum(diag(A @ B)) where A: m x n, B: n x m"],
    leaves_alone=["sum(diag(x)) where x: n", "sum(A) where A: n x n"],
    measure="sums over rows",
    phase="tidy",
)
def sum_of_diagonal(node: SumReduction) -> Rewrite | None:
    """That is what the trace is."""
    match node.operand:
        case Apply(operation, (whole,)) if operation.name == "diag":
            return Rewrite(apply_named("tr", whole), {"A": whole})
    return None


@rule(
    title="Sum of row sums",
    statement="sum(A @ ones(n)) = sum(A)",
    words="The sums of the rows of {A}, added up, are the sum of all its entries.",
    shapes={"A": "m x n"},
    source="the laws of arithmetic",
    examples=["sum(A @ ones(n)) where A: m x n"],
    leaves_alone=["sum(A @ x) where A: m x n, x: n"],
    measure="sums over rows",
    phase="tidy",
)
def sum_of_row_sums(node: SumReduction) -> Rewrite | None:
    """In whatever order the entries are added, the sum is the same."""
    match node.operand:
        case MatrixProduct((whole, Ones())) if whole.shape.is_matrix:
            return Rewrite(SumReduction(whole), {"A": whole})
    return None


@rule(
    title="Products of rows as a diagonal",
    statement="sum(k=1..m, A_k ⊗ (B')_k) = diag(B @ A)",
    words="Entry j of the sum is row j of one matrix times column j of the other: entry j, j of {whole}.",
    shapes={"A": "m x n", "B": "n x m"},
    source=BOOK,
    examples=["sum(k=1..m, A_k ⊗ (B')_k) where A: m x n, B: n x m", "sum(k=1..n, X_k ⊗ (X')_k) where X: n x n"],
    leaves_alone=["sum(k=1..m, A_k ⊗ B_k) where A: m x n, B: m x n"],
    measure="sums over rows",
    phase="tidy",
)
def rows_as_diagonal(node: IndexedSum, body: Hadamard) -> Rewrite | None:
    """The sum over k of A_kj B_jk is what stands on the diagonal of the product of the matrices."""
    match node, body:
        case IndexedSum(index, lower=1), Hadamard((MatrixRow(one, i), MatrixRow(other, j))) if i is j is index:
            pair = None if index in one.free | other.free else _turned_over(one, other)
        case _:
            return None
    if pair is None:
        return None
    whole = matrix_times(pair[1], pair[0])
    return Rewrite(apply_named("diag", whole), {"whole": whole})


@rule(
    title="Diagonal part",
    statement="(identity(n) ⊗ A') @ B = diag(diag(A)) @ B",
    condition="it stands beside other matrices",
    words="Of {A} only the diagonal is left: {whole}.",
    shapes={"A": "n x n", "B": "n x n"},
    source=BOOK,
    examples=["(identity(n) ⊗ A') @ B where A: n x n, B: n x n", "B @ (A ⊗ identity(n)) where A: n x n, B: n x n",
              "B @ diag(diag(A)) + identity(n) ⊗ (A @ B)' where A: n x n, B: n x n"],
    leaves_alone=["identity(n) ⊗ A where A: n x n", "B + identity(n) ⊗ A where A: n x n, B: n x n"],
    measure="products entry by entry",
    phase="tidy",
)  # fmt: skip
def diagonal_part(node: MatrixProduct | Sum) -> Rewrite | None:
    """Alone I ⊗ A is as short as any form; as a factor the diagonal says more: it scales rows, or columns."""
    if isinstance(node, Sum) and not holds(node, Diag):
        return None
    for k, part in enumerate(node.children):
        sign, above, below, rest = split_scalars(part)
        match rest:
            case Hadamard((Identity(), matrix) | (matrix, Identity())) if matrix.shape.is_matrix:
                pass
            case _:
                continue
        turned = flipped(matrix)
        if turned is not None and transposes(turned) < transposes(matrix):
            matrix = turned
        new = Diag(apply_named("diag", matrix))
        children = (*node.children[:k], join_scalars(sign, above, below, new), *node.children[k + 1 :])
        return Rewrite(type(node)(children), {"A": matrix, "whole": new})
    return None


ORDER = (diagonal_part, rows_as_diagonal, sum_of_row_sums, sum_of_diagonal, row_sums, entries_as_trace)
"""The rules of this module, in the order in which they are tried."""


def _has_product(node: Node) -> bool:
    return any_of_kind(map(without_scalars, terms_of(node)), Hadamard)


def _as_product(node: Node, down: bool = False) -> Node | None:
    """Terms such as 2 (A ⊗ B') as a product of matrices with the same row sums on its diagonal, 2 A B, or, with
    `down`, the same sums of columns, 2 B A; None for others.

    A product of two entries without a transpose is as short as it is.
    """
    found: list[Node] = []
    for term in terms_of(node):
        sign, above, below, rest = split_scalars(term)
        factors = entry_factors(rest)
        if len(factors) != 2 or any(factor.shape != node.shape for factor in factors):
            return None
        if any(called(factor, "row_softmax") is not None for factor in factors):
            return None  # the rows of a softmax are weights: the sum of a row, weighted with them, is to be seen
        pair = _turned_over(*factors)
        if pair is None:
            return None
        found.append(join_scalars(sign, above, below, matrix_times(*(pair[::-1] if down else pair))))
    return found[0] if len(found) == 1 else Sum(tuple(found))


def _turned_over(one: Node, other: Node) -> tuple[Node, Node] | None:
    """A and B for A ⊗ B': where turning one of the two over takes a transpose away."""
    for kept, turned in ((one, other), (other, one)):
        after = flipped(turned)
        if after is not None and transposes(after) < transposes(turned):
            return kept, after
    return None


def sums_over_rows(node: Node) -> int:
    """How often entries are added up along rows, or all of them."""
    products = sum(any_of_kind(_ends(product), Ones) for product in parts_of_kind(node, MatrixProduct))
    return products + len(parts_of_kind(node, SumReduction, IndexedSum))


def _ends(product: MatrixProduct) -> tuple[Node, Node]:
    first = product.factors[0]
    return untransposed(first), product.factors[-1]
