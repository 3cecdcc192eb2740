"""A row times the columns of a change: the row is laid out in columns too, so that the change stands in a trace."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import Identity, MatrixProduct, Negate, Product, Quotient, Sum
from explainer.expr.shape import Shape
from explainer.rules.build import join_scalars, matrix_times, plus, split_scalars, transposed
from explainer.rules.differentials.columns import BOOK, uncolumned, vec
from explainer.rules.differentials.parts import changes, trace
from explainer.rules.matching import column_of
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import turned

FAMILY = "Kronecker products in a change"


@rule(
    title="A row laid out in columns",
    statement="a' @ vec(F) = tr(kron(identity(n), a') @ kron(vec(identity(n)), identity(m)) @ F)",
    words="The entries of {a} are laid out in columns, as those of {F} stand below each other: {M} has them as its "
    "rows, and the trace adds up the products of entries that stand in the same places.",
    shapes={"a": "m*n", "F": "m x n"},
    source=BOOK,
    examples=["a' @ vec(differential(X)) where a: m*n, X: m x n",
              "(vec(X) - a)' @ vec(differential(X)) where a: m*n, X: m x n",
              "a' @ A @ vec(differential(X)) where a: k, A: k x m*n, X: m x n"],
    leaves_alone=["vec(A)' @ vec(differential(X)) where A: m x n, X: m x n", "a' @ vec(X) where a: m*n, X: m x n",
                  "A @ vec(differential(X)) where A: k x m*n, X: m x n"],
    measure="what traces are not",
    phase="combine",
)  # fmt: skip
def row_as_trace(node: MatrixProduct) -> Rewrite | None:
    """(I ⊠ r)(vec(I) ⊠ I) has the first m entries of the row r as its first row, the next m as its second one."""
    *rest, last = node.factors
    inside = uncolumned(last)
    if inside is None or not node.shape.is_scalar or not changes(last) or any(map(changes, rest)):
        return None
    row = matrix_times(*rest)
    first = column_of(row)
    if first is not None and uncolumned(first) is not None:
        return None  # the trace of two matrices says it shorter
    laid = _laid_out(transposed(row) if first is None else first, inside.shape)
    return Rewrite(trace(matrix_times(laid, inside)), {"a": row, "F": inside, "M": laid})


def _laid_out(vector: Node, shape: Shape) -> Node:
    """The transpose of the matrix of this shape whose columns, below each other, are the vector."""
    known = uncolumned(vector)
    if known is not None:
        return turned(known)
    match vector:
        case Sum(terms) if all(term.shape == vector.shape for term in terms):
            return plus(*(_laid_out(term, shape) for term in terms))
        case Negate(operand):
            return Negate(_laid_out(operand, shape))
        case Product() | Quotient():
            sign, above, below, rest = split_scalars(vector)
            if rest is not vector:
                return join_scalars(sign, above, below, _laid_out(rest, shape))
    rows, columns = shape.sizes
    unit = Identity(columns)
    return matrix_times(apply_named("kron", unit, transposed(vector)), apply_named("kron", vec(unit), Identity(rows)))
