"""Tidying what picks a row of a matrix: unit vectors under a sum, and a row in a Kronecker product."""

from __future__ import annotations

from fractions import Fraction

from explainer.expr.node import Node, substitute, with_children
from explainer.expr.nodes import (
    ZERO,
    Apply,
    ColumnForm,
    Commutation,
    Delta,
    Entries,
    Index,
    IndexedSum,
    Matrix,
    MatrixProduct,
    MatrixRow,
    Number,
    RowForm,
    Sum,
    Transpose,
    Variable,
)
from explainer.rules.build import join_scalars, matrix_times, plus, split_scalars
from explainer.rules.entries.folding import fold_grid
from explainer.rules.entries.indices import entry_of, fresh_index
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, rule
from explainer.rules.scalar.definitions import LARGEST_WRITTEN_OUT
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import turned

FAMILY = "Matrices"

BOOK = "Magnus and Neudecker, Matrix Differential Calculus, section 3.7"


@rule(
    title="A row before the commutation matrix",
    statement="kron(v', A) @ commutation(n, m) = kron(A, v')",
    words="The commutation matrix makes the two sides of a Kronecker product change places; {v} is a row, so nothing "
    "else is left of it.",
    shapes={"v": "n", "A": "k x m"},
    source=BOOK,
    examples=["kron(v', A) @ commutation(n, m) where v: n, A: k x m",
              "B @ kron(v', identity(m)) @ commutation(n, m) where v: n, B: k x m"],
    leaves_alone=["kron(A, v') @ commutation(n, m) where v: m, A: k x n", "kron(v', A) where v: n, A: k x m"],
    phase="tidy",
)  # fmt: skip
def row_before_commutation(node: MatrixProduct) -> Rewrite | None:
    """Both sides make A X' v of the columns of X: the row v' multiplies what stands in the rows of X."""
    for k, factor in enumerate(node.factors[:-1]):
        match factor, node.factors[k + 1]:
            case Apply(_, (row, other)), Commutation(n, m) if (
                is_call(factor, "kron") and row.shape.is_row and (row.shape.columns, other.shape.columns) == (n, m)
            ):
                swapped = apply_named("kron", other, row)
                after = matrix_times(*node.factors[:k], swapped, *node.factors[k + 2 :])
                return Rewrite(after, {"v": row, "A": other})
    return None


@rule(
    title="A row or a column is picked",
    statement="row(j=1..m, delta(i, j)) @ A = A_i'",
    words="The vector is 1 in place {i} and 0 elsewhere: it picks {part}.",
    shapes={"A": "m x n"},
    source="the definition of the matrix product",
    examples=["row(j=1..m, delta(2, j)) @ A where A: m x n", "A @ column(j=1..n, delta(2, j)) where A: m x n",
              "v @ row(j=1..m, delta(2, j)) @ A where A: m x n, v: k"],
    leaves_alone=["row(j=1..m, delta(2, j)) @ diag(x) where x: m", "v @ row(j=1..m, delta(2, j)) where v: k"],
    measure="forms with an index",
    phase="tidy",
)  # fmt: skip
def picked_row(node: MatrixProduct) -> Rewrite | None:
    """A unit vector times a matrix is one of its rows, and a matrix times a unit vector one of its columns."""
    for k in range(len(node.factors) - 1):
        match node.factors[k : k + 2]:
            case (RowForm(index, Delta() as unit), Variable() as matrix) if matrix.shape.is_matrix:
                base: Node = matrix
            case (Variable() as matrix, ColumnForm(index, Delta() as unit)) if matrix.shape.is_matrix:
                base = Transpose(matrix)
            case _:
                continue
        places = [place for place in unit.children if place is not index]
        if len(places) != 1 or matrix.shape.is_row or matrix.shape.columns == 1:
            continue
        row = MatrixRow(base, places[0])
        part = Transpose(row) if base is matrix else row
        after = matrix_times(*node.factors[:k], part, *node.factors[k + 2 :])
        return Rewrite(after, {"A": matrix, "i": places[0], "part": part})
    return None


@rule(
    title="Put the sum beside what picks a row",
    statement="sum(i=1..n, x_i (A @ row(j=1..n, delta(i, j)))) = A @ sum(i=1..n, x_i row(j=1..n, delta(i, j)))",
    condition="A does not depend on the index",
    words="Of the factors only {row} depends on {i}: the others stand before or behind the sum.",
    shapes={"x": "n", "A": "m x 1"},
    source="the laws of arithmetic",
    examples=["sum(i=1..n, x_i (v @ row(j=1..n, delta(i, j)))) where x: n, v: m",
              "sum(i=1..n, kron(A, x_i row(j=1..n, delta(i, j)))) where x: n, A: k x m",
              "sum(i=1..n, kron(A, row(j=1..n, delta(i, j))) / x_i) where x: n, A: k x m"],
    leaves_alone=["sum(i=1..n, X_i @ row(j=1..n, delta(i, j))) where X: n x m",
                  "sum(i=1..n, x_i row(j=1..n, delta(i, j))) where x: n"],
    measure="what stands under a sum",
    phase="collapse",
)  # fmt: skip
def sum_beside_row(node: IndexedSum) -> Rewrite | None:
    """A product is linear in each factor, so a sum of products that differ in one factor is the product with the sum
    of that factor.
    """
    sign, above, below, rest = split_scalars(node.body)
    if rest.shape.is_row and rest.own_kinds & RowForm.bit:
        return None  # there the sum stands already
    found = _with_sum(rest, node, (sign, above, below))
    return None if found is None else Rewrite(found[0], {"row": found[1], "i": node.index})


def _with_sum(
    part: Node, around: IndexedSum, scalars: tuple[bool, tuple[Node, ...], tuple[Node, ...]]
) -> tuple[Node, Node] | None:
    """A product with the sum moved to the one factor that has its index, and that factor: a row that picks."""
    moving = [k for k, child in enumerate(part.children) if around.index in child.free]
    match part:
        case RowForm(_, Delta()):
            return IndexedSum(around.index, join_scalars(*scalars, part), around.lower), part
        case MatrixProduct() | Apply() | Transpose() if len(moving) == 1 and (
            is_call(part, "kron") or part.own_kinds & (MatrixProduct.bit | Transpose.bit)
        ):
            inner = split_scalars(part.children[moving[0]])
            joined = scalars[0] is not inner[0], (*scalars[1], *inner[1]), (*scalars[2], *inner[2])
            found = _with_sum(inner[3], around, joined)
            if found is None:
                return None
            children = (found[0] if k in moving else child for k, child in enumerate(part.children))
            return with_children(part, tuple(children)), found[1]
    return None


@rule(
    title="Columns side by side",
    statement="sum(i=1..n, x_i (X_i @ row(j=1..n, delta(i, j)))) = X' @ diag(x)",
    words="The row is 1 in place {i} and 0 elsewhere: term {i} of the sum is column {i} of {whole}.",
    shapes={"x": "n", "X": "n x m"},
    source="the definition of the matrix product",
    examples=["sum(i=1..n, x_i (X_i @ row(j=1..n, delta(i, j)))) where x: n, X: n x m",
              "sum(i=1..n, (X_i - v) @ row(j=1..n, delta(i, j))) where v: m, X: n x m",
              "sum(i=1..n, exp(X_i · v) (X_i @ row(j=1..n, delta(i, j)))) where v: m, X: n x m"],
    leaves_alone=["sum(i=1..n, x_i (v @ row(j=1..n, delta(i, j)))) where x: n, v: m",
                  "sum(i=1..n, x_i row(j=1..n, delta(i, j))) where x: n"],
    measure="columns beside rows that pick",
    phase="collapse",
)  # fmt: skip
def columns_side_by_side(node: IndexedSum) -> Rewrite | None:
    """A column times a row that is 1 in one place is the matrix with that column there: each term has its own place."""
    sign, above, below, rest = split_scalars(node.body)
    match rest:
        case MatrixProduct((*factors, RowForm(place, Delta(i, j)))) if {i, j} == {node.index, place}:
            pass
        case _:
            return None
    column = matrix_times(*factors)
    if node.lower != 1 or node.index not in column.free or place.size != node.index.size or not column.shape.is_vector:
        return None
    row = fresh_index(column.shape.rows, node)
    other = fresh_index(node.index.size, node, row)
    entry = entry_of(join_scalars(sign, above, below, column), (row,))
    whole: Node = Entries((row, other), substitute(entry, {node.index: other}))
    folded = fold_grid(whole)
    whole = whole if folded is None else folded.after
    return Rewrite(whole, {"i": node.index, "whole": whole})


@rule(
    functions=("vec",),
    title="Columns of a row",
    statement="vec(v') = v",
    words="{part} has one entry in each column: below each other they are {v}.",
    shapes={"v": "n"},
    source="the definition of vec",
    examples=["vec(v') where v: n"],
    leaves_alone=["vec(A) where A: m x n"],
    phase="tidy",
)
def vec_of_vector(node: Apply) -> Rewrite | None:
    """The entries of a row, below each other, are the column that it is the transpose of."""
    (part,) = node.arguments
    if not part.shape.is_row:
        return None
    after = turned(part)
    return Rewrite(after, {"v": after, "part": part})


@rule(
    title="Numbers in their places",
    statement="x row(j=1..2, delta(1, j)) + y row(j=1..2, delta(2, j)) = [[x, y]]",
    words="Each row is 1 in one place and 0 elsewhere: the numbers before them stand in these places of {whole}.",
    source="the definition of the sum of matrices",
    examples=["x row(j=1..2, delta(1, j)) + y row(j=1..2, delta(2, j))",
              "row(j=1..3, delta(1, j)) - x row(j=1..3, delta(3, j)) + row(j=1..3, delta(3, j))"],
    leaves_alone=["x row(j=1..n, delta(1, j)) + y row(j=1..n, delta(2, j))", "row(j=1..3, delta(1, j)) + [[x, y, 2]]"],
    measure="forms with an index",
    phase="tidy",
)  # fmt: skip
def numbers_in_places(node: Sum) -> Rewrite | None:
    """A vector of known size is the sum of its entries, each times the vector that is 1 in its place."""
    if not node.shape.is_row:
        return None
    entries: dict[Fraction, list[Node]] = {}
    for term in node.terms:
        sign, above, below, rest = split_scalars(term)
        match rest:
            case RowForm(Index(size=int(size)) as index, Delta(Number(place), other)) if (
                other is index and size <= LARGEST_WRITTEN_OUT
            ):
                entries.setdefault(place, []).append(join_scalars(sign, above, below, None))
            case _:
                return None
    whole = Matrix((tuple(plus(*entries.get(Fraction(k + 1), [ZERO])) for k in range(size)),))
    return Rewrite(whole, {"whole": whole})


ORDER = (row_before_commutation, picked_row)
"""The rules of this module that tidy anywhere, in the order in which they are tried."""

FINAL = (vec_of_vector, numbers_in_places)
"""Those that wait until all is derived: what stands in columns is read off there."""
