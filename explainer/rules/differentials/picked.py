"""Rows and entries of what changes: X_i is the product of X' with a column that picks the row, and so is its change."""

from __future__ import annotations

from explainer.expr.dependence import depends_on
from explainer.expr.kinds import of_kind, parts_of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ColumnForm,
    Delta,
    Diag,
    Differential,
    Entry,
    Index,
    IndexedSum,
    MatrixProduct,
    MatrixRow,
    Ones,
    RowForm,
    Transpose,
)
from explainer.expr.shape import Size
from explainer.rules.build import join_scalars, matrix_times, split_scalars
from explainer.rules.differentials.parts import change_of
from explainer.rules.entries.folded_forms import column
from explainer.rules.entries.indices import fresh_index
from explainer.rules.rule import Rewrite, rule

FAMILY = "Differentials"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, chapters 8 and 9"


def picking_column(at: Node, size: Size, around: Node) -> Node:
    """The unit vector e_i: 1 in the place of an index, 0 elsewhere."""
    index = fresh_index(size, around, at)
    return ColumnForm(index, Delta(at, index))


def picking_row(at: Node, size: Size, around: Node) -> Node:
    """The same as a row."""
    index = fresh_index(size, around, at)
    return RowForm(index, Delta(at, index))


def relettered(product: Node, around: Node) -> Node:
    """A product with vectors that pick, their places under letters that no sum around them counts with."""
    counted = [part.index for part in parts_of_kind(around, IndexedSum)]
    outer = {index.name for index in of_kind((*around.free, *counted), Index)}
    for part in parts_of_kind(product, RowForm, ColumnForm):
        match part:
            case RowForm(Index(name) as old, body) | ColumnForm(Index(name) as old, body) if name in outer:
                index = fresh_index(old.size, around, product)
                product = substitute(product, {part: type(part)(index, substitute(body, {old: index}))})
    return product


@rule(
    title="Differential of a row or an entry",
    statement="differential(F_i, X) = differential(F, X)' @ column(k=1..m, delta(i, k))",
    by_example=True,
    words="{part} is picked from {F} by a vector with a single 1: the same vector picks its change from {d}.",
    shapes={"F": "m x n", "X": "p x q"},
    source=BOOK,
    examples=["differential(X_1) where X: m x n", "differential(X_{1,2}) where X: m x n",
              "differential((A @ x)_1, x) where A: m x n, x: n", "differential(inv(X)_{1,2}) where X: n x n",
              "differential(x_1) where x: n"],
    leaves_alone=["differential(A @ X) where A: k x m, X: m x n"],
    measure="open differentials",
)  # fmt: skip
def differential_part(node: Differential, body: MatrixRow | Entry) -> Rewrite | None:
    """Picking a row or an entry is linear: the change of the part is the same part of the change."""
    base = body.children[0]
    if not depends_on(base, node.wrt):
        return None
    change, shape = change_of(node, base), base.shape
    match body:
        case MatrixRow(_, i):
            factors: tuple[Node, ...] = (Transpose(change), picking_column(i, shape.rows, node))
        case Entry(_, (i, j)):
            column = picking_column(j, shape.columns, node)
            factors = (picking_row(i, shape.rows, column), change, column)
        case Entry(_, (i,)) if shape.is_vector:
            factors = (picking_row(i, shape.rows, node), change)
        case _:
            return None
    return Rewrite(MatrixProduct(factors), {"F": base, "X": node.wrt, "part": body, "d": change})


@rule(
    title="Sum of rows as a product",
    statement="sum(i=1..m, v_i W_i) = W' @ v",
    words="This sum over the rows of {W}, written as columns, is {whole}.",
    shapes={"v": "m", "W": "m x n"},
    source="the definition of the matrix product",
    examples=["sum(i=1..m, v_i W_i) where v: m, W: m x n", "sum(i=1..m, 2 (v_i - y_i) W_i) where v: m, y: m, W: m x n",
              "sum(i=1..m, W_i / c) where c: scalar, W: m x n", "sum(i=1..m, W_i W_i') where W: m x n",
              "sum(i=1..m, c v_i W_i W_i') where c: scalar, v: m, W: m x n"],
    leaves_alone=["sum(i=1..m, v_i W_i') where v: m, W: m x n", "sum(i=1..m, v_i W_1) where v: m, W: m x n"],
    phase="collapse",
    measure="forms with an index",
)  # fmt: skip
def rows_as_product(node: IndexedSum) -> Rewrite | None:
    """A matrix times a vector adds up its columns, each times an entry. The rows of W are the columns of W'."""
    index = node.index
    sign, above, below, rest = split_scalars(node.body)
    match rest:
        case MatrixRow(base, place):
            right: tuple[Node, ...] = ()
        case MatrixProduct((MatrixRow(base, place), Transpose(MatrixRow(other, at)))) if at is place:
            right = (other,)
        case _:
            return None
    if place is not index or node.lower != 1 or any(index in part.free for part in (base, *right)):
        return None
    counted = [[s for s in scalars if index in s.free] for scalars in (above, below)]
    held = [tuple(s for s in scalars if index not in s.free) for scalars in (above, below)]
    if any(counted):
        weights = column(join_scalars(False, tuple(counted[0]), tuple(counted[1]), None), index, fractions=True)
        if weights is None or not weights.shape.is_vector:
            return None
    else:
        weights = None if right else Ones(index.size)
    middle = () if weights is None else (Diag(weights) if right else weights,)
    product = matrix_times(Transpose(base), *middle, *right)
    return Rewrite(join_scalars(sign, held[0], held[1], product), {"W": base, "whole": product})
