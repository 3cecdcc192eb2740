"""Putting entries together again: the column of x_i is x, the row of 1 is 1⃗ᵀ, the diagonal of x_i is diag(x)."""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr import nodes
from explainer.expr.kinds import holds, parts_of_kind
from explainer.expr.node import Node, substitute
from explainer.expr.nodes import (
    ColumnForm,
    Diag,
    DiagonalForm,
    Dot,
    Entries,
    Grid,
    Hadamard,
    Identity,
    IndexedSum,
    Negate,
    Ones,
    Product,
    Quotient,
    RowForm,
    Sum,
    SumReduction,
    Transpose,
    Zeros,
    directions_of,
)
from explainer.expr.shape import Size
from explainer.rules.build import factors_of, is_one, is_zero, plus, times, transposed, under_sign
from explainer.rules.entries.contraction import contracted
from explainer.rules.entries.folded_forms import column, grid, row
from explainer.rules.entries.switched import as_switch
from explainer.rules.entries.wholes import matrix_of, vector_of
from explainer.rules.matching import signed
from explainer.rules.rule import Rewrite, rule

FAMILY = "Folding"

PAPER = "Parr and Howard, The Matrix Calculus You Need For Deep Learning, section 4"


LISTS = (Grid, Entries, RowForm, ColumnForm, DiagonalForm)


def _fold(node: Node, whole: Node | None) -> Rewrite | None:
    if whole is None or whole is node or whole.shape != node.shape:
        return None
    return Rewrite(whole, {"whole": whole})


@rule(
    title="Fold the column",
    statement="column(i=1..n, x_i) = x",
    words="These entries, one below the other, are {whole}.",
    shapes={"x": "n"},
    source=PAPER + ".3",
    examples=["column(i=1..n, x_i) where x: n", "column(i=1..n, 1)", "column(i=1..n, 2 x_i + z) where x: n"],
    leaves_alone=["column(i=1..n, cases(0 if x_i <= 0, 1 if x_i > 0)) where x: n"],
    measure="forms with an index",
    phase="collapse",
)
def fold_column(node: ColumnForm) -> Rewrite | None:
    """A column that lists the entries of a vector is the vector; a column of ones is 1⃗."""
    return _fold(node, column(node.body, node.index, fractions=True))


@rule(
    title="Fold the row",
    statement="row(j=1..n, x_j) = x'",
    words="These entries, side by side, are {whole}.",
    shapes={"x": "n"},
    source=PAPER + ".4",
    examples=["row(j=1..n, x_j) where x: n", "row(j=1..n, 1)", "row(j=1..n, z)",
              "row(j=1..n, w_j x_j) where w: n, x: n",
              "row(j=1..n, sum(i=1..m, v_i W_{i,j})) where v: m, W: m x n",
              "row(j=1..n, cases(0 if x_j <= 0, 1 if x_j > 0)) where x: n"],
    leaves_alone=["row(j=1..n, cases(0 if x_j <= 0, 1 if x_j > 1)) where x: n"],
    measure="forms with an index",
    phase="collapse",
)  # fmt: skip
def fold_row(node: RowForm) -> Rewrite | None:
    """A row that lists the entries of a vector is its transpose; a row of ones is 1⃗ᵀ."""
    return _fold(node, row(node.body, node.index))


@rule(
    title="Fold the diagonal",
    statement="diagonal(i=1..n, x_i) = diag(x)",
    words="The diagonal matrix with these entries is {whole}.",
    shapes={"x": "n"},
    source=PAPER + ".2",
    examples=["diagonal(i=1..n, x_i) where x: n", "diagonal(i=1..n, 1)", "diagonal(i=1..n, z)", "diagonal(i=1..n, -1)"],
    leaves_alone=["diagonal(i=1..n, 1 / x_i) where x: n"],
    measure="forms with an index",
    phase="collapse",
)
def fold_diagonal(node: DiagonalForm) -> Rewrite | None:
    """The diagonal matrix of the entries of x is diag(x); with ones on the diagonal it is I, with z it is z I."""
    body, index = node.body, node.index
    if index in body.free:
        whole = column(body, index)
        match whole:
            case Negate(operand):
                return _fold(node, Negate(Diag(operand)))
            case Product(factors) if not factors[-1].shape.is_scalar:
                return _fold(node, times(*factors[:-1], Diag(factors[-1])))
        return _fold(node, None if whole is None else Diag(whole))
    if is_zero(body):
        return _fold(node, Zeros(node.shape))
    sign, size = signed(body)
    identity: Node = Identity(index.size)
    whole = identity if is_one(size) else times(size, identity)
    return _fold(node, Negate(whole) if sign else whole)


@rule(
    title="Fold the grid",
    statement="grid(i=1..m, j=1..n, u_i v_j) = u @ v'",
    words="The matrix with these entries is {whole}.",
    shapes={"u": "m", "v": "n"},
    source=PAPER + ".1",
    examples=["grid(i=1..m, j=1..n, W_{i,j}) where W: m x n", "grid(i=1..m, j=1..n, u_i v_j) where u: m, v: n",
              "grid(i=1..m, j=1..n, 0)"],
    leaves_alone=["grid(i=1..n, j=1..n, 1 / (x_i + x_j)) where x: n"],
    measure="forms with an index",
    phase="collapse",
)  # fmt: skip
def fold_grid(node: Grid | Entries) -> Rewrite | None:
    """The grid of the entries of a matrix is the matrix; a grid of products u_i v_j is the column u
    times the row vᵀ."""
    directions = directions_of(node)
    return _fold(node, grid(node.body, directions)) if directions is not None else None


@rule(
    title="Fold the sum of rows",
    statement="sum(i=1..m, v_i W_i') = v' @ W",
    words="This sum of the rows of {W}, each times a number, is {whole}.",
    shapes={"v": "m", "W": "m x n"},
    source="the definition of the matrix product",
    examples=[
        "sum(i=1..m, v_i W_i') where v: m, W: m x n",
        "sum(i=1..m, 2 (v_i - y_i) W_i') where v: m, y: m, W: m x n",
    ],
    leaves_alone=["sum(i=1..m, W_i') where W: m x n", "sum(i=1..m, (1 / v_i) W_i) where v: m, W: m x n"],
    phase="collapse",
    measure="forms with an index",
)
def fold_rows(node: IndexedSum) -> Rewrite | None:
    """A row times a matrix is the sum of the rows of the matrix, each times an entry."""
    body = as_switch(node.body) if isinstance(node.body, nodes.Cases) else node.body
    sign, body = signed(body)
    index = node.index
    match body:
        case Product((*scalars, nodes.Transpose(nodes.MatrixRow(base, place)))) if place is index and node.lower == 1:
            pass
        case _:
            return None
    if index in base.free:
        return None
    if not all(scalar.shape.is_scalar for scalar in scalars) or not any(index in scalar.free for scalar in scalars):
        return None
    whole = column(times(*(scalar for scalar in scalars if index in scalar.free)), index, fractions=True, switches=True)
    if whole is None or not whole.shape.is_vector:
        return None
    product = nodes.MatrixProduct((nodes.Transpose(whole), base))
    after = times(*(scalar for scalar in scalars if index not in scalar.free), product)
    return Rewrite(Negate(after) if sign else after, {"W": base, "whole": product})


@rule(
    title="Fold the sum",
    statement="sum(i=1..n, w_i x_i) = w · x",
    words="This sum over the entries is {whole}.",
    shapes={"w": "n", "x": "n"},
    source=PAPER + ".4",
    examples=["sum(i=1..n, x_i) where x: n", "sum(i=1..n, w_i x_i) where w: n, x: n", "sum(i=1..n, 1)",
              "sum(i=1..n, 2 z x_i) where x: n", "sum(i=1..n, x_i sum(j=1..m, v_j)) where x: n, v: m"],
    leaves_alone=["sum(i=1..n, 1 / x_i) where x: n"],
    measure="forms with an index",
    phase="collapse",
)  # fmt: skip
def fold_sum(node: IndexedSum) -> Rewrite | None:
    """A sum over all entries of a vector is sum(x); a sum of products of entries is a dot product; n equal terms are n
    times that term.
    """
    if node.lower != 1 or not node.body.shape.is_scalar:
        return None
    return _fold(node, _sum_of_entries(node))


def _sum_of_entries(node: IndexedSum) -> Node | None:
    """A sum over an index without it; what stands in its terms and does not depend on its index is folded too."""
    index, body = node.index, node.body
    if index not in body.free:
        size = nodes.size_value(index.size)
        return size if is_one(body) else times(size, _inner_sums_folded(body))
    factors = factors_of(body)
    scalars = tuple(factor for factor in factors if index not in factor.free)
    vectors = [column(factor, index) for factor in factors if index in factor.free]
    if any(vector is None or not vector.shape.is_vector for vector in vectors):
        return None
    known = tuple(vector for vector in vectors if vector is not None)
    if len(known) == 1:
        whole: Node = SumReduction(known[0])
    elif len(known) == 2:
        whole = Dot(*sorted(known, key=lambda vector: not isinstance(vector, nodes.Variable)))
    else:
        whole = SumReduction(Hadamard(known))
    return _inner_sums_folded(times(*scalars, whole) if scalars else whole)


def is_foldable(node: IndexedSum) -> bool:
    """Whether a sum over an index has a form that speaks of vectors and matrices only."""
    if node.lower != 1 or not node.body.shape.is_scalar or holds(node, nodes.MatrixRow):
        return False
    whole = _sum_of_entries(node)
    return whole is not None and not holds(whole, IndexedSum, nodes.MatrixRow)


def _inner_sums_folded(node: Node) -> Node:
    """The same with the sums over entries that are left in it folded, where they can be."""
    known: dict[Node, Node] = {}
    for part in parts_of_kind(node, IndexedSum):
        if part.lower == 1 and part.body.shape.is_scalar:
            whole = _sum_of_entries(part)
            if whole is not None:
                known[part] = whole
    return substitute(node, known) if known else node


@rule(
    title="Sums as products of matrices",
    statement="grid(i=1..m, j=1..q, sum(k=1..n, A_{i,k} B_{k,j})) = A @ B",
    words="Entries that are multiplied and added up over an index that both have are a product of matrices: {whole}.",
    shapes={"A": "m x n", "B": "n x q"},
    source="the definition of the matrix product",
    examples=[
        "grid(i=1..m, j=1..q, sum(k=1..n, A_{i,k} B_{k,j})) where A: m x n, B: n x q",
        "row(j=1..n, sum(i=1..m, v_i sum(k=1..n, W_{i,k} C_{k,j}))) where v: m, W: m x n, C: n x n",
        "sum(i=1..n, sum(k=1..n, A_{i,k} B_{k,i})) where A: n x n, B: n x n",
    ],
    leaves_alone=["grid(i=1..n, j=1..n, W_{i,j}) where W: n x n", "sum(i=1..n, x_i) where x: n"],
    measure="forms with an index",
    phase="collapse",
)
def sums_as_products(node: Grid | Entries | RowForm | ColumnForm | IndexedSum) -> Rewrite | None:
    """An index that is summed over joins two matrices to their product; one that only one matrix has makes a vector of
    it, a circle of two is a trace, and matrices with the same two indices are multiplied entry by entry.
    """
    whole: Node | None = None
    directions = directions_of(node)
    match node:
        case Grid() | Entries() if directions is not None:
            if holds(node.body, IndexedSum) or grid(node.body, directions) is None:
                whole = matrix_of(node.body, directions)
        case RowForm() if holds(node.body, IndexedSum):
            whole = vector_of(node.body, node.index)
            whole = None if whole is None or not whole.shape.is_vector else _turned(whole)
        case ColumnForm() if holds(node.body, IndexedSum):
            whole = vector_of(node.body, node.index)
        case IndexedSum() if node.body.shape.is_scalar and holds(node.body, IndexedSum):
            whole = contracted(node, (), vector_of, matrix_of)
    if whole is None or holds(whole, IndexedSum, nodes.MatrixRow, *LISTS):
        return None
    return _fold(node, whole)


def _in_row(size: Size) -> Callable[[Node], Node]:
    """What makes a row of a number that is added to every entry of one."""
    ones = Transpose(Ones(size))
    return lambda term: ones if is_one(term) else times(term, ones)


def _turned(vector: Node) -> Node:
    """A column as a row, with the transpose inside sums and before what multiplies."""
    match vector:
        case Sum(terms):
            size = vector.shape.rows
            return plus(*(_turned(term) if term.shape.is_vector else under_sign(_in_row(size), term) for term in terms))
        case Negate(operand):
            return Negate(_turned(operand))
        case Quotient(numerator, denominator) if denominator.shape.is_scalar:
            return Quotient(_turned(numerator), denominator)
        case Product(factors):
            return times(*factors[:-1], _turned(factors[-1]))
        case nodes.MatrixProduct(factors):
            return nodes.MatrixProduct(tuple(transposed(factor) for factor in reversed(factors)))
    return transposed(vector)
