"""Entries of an inverse, and the determinant through its cofactors: where one entry moves, every entry counts."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import ZERO, Apply, Comparison, Derivative, Entry, IndexedSum, Negate, Product
from explainer.rules.entries.indices import fresh_index
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named

FAMILY = "Inverses entry by entry"


@rule(
    title="Entry of an inverse",
    statement="grid(i=1..n, j=1..n, ∂(inv(W)_{i,j})/∂(z)) = grid(i=1..n, j=1..n, "
    "-sum(k=1..n, sum(l=1..n, inv(W)_{i,k} ∂(W_{k,l})/∂(z) inv(W)_{l,j})))",
    condition="W is invertible",
    words="The derivative of an inverse is minus the inverse, times the derivative of the matrix, times the inverse.",
    shapes={"W": "n x n", "z": "scalar"},
    source="Petersen and Pedersen, The Matrix Cookbook, (60)",
    examples=[
        "grid(i=1..n, j=1..n, ∂(inv(z W)_{i,j})/∂(z)) where W: n x n, z: scalar",
        "grid(k=1..n, l=1..n, ∂(inv(W)_{1,1})/∂(W_{k,l})) where W: n x n",
    ],
    leaves_alone=["∂(z^2)/∂(z) where z: scalar"],
)
def entry_of_inverse(node: Derivative, body: Entry) -> Rewrite | None:
    """W times its inverse is the identity, which does not change: so the change of the inverse is minus the inverse
    times the change of W times the inverse. Every entry of W counts, with an entry of the inverse on either side.
    """
    inverse = body.base
    if not is_call(inverse, "inv"):
        return None
    matrix = inverse.argument
    row, column = body.indices
    k = fresh_index(matrix.shape.rows, node)
    index = fresh_index(matrix.shape.rows, node, k)
    moved = Derivative(Entry(matrix, (k, index)), node.wrt, node.kind)
    term = Product((Entry(inverse, (row, k)), moved, Entry(inverse, (index, column))))
    after = Negate(IndexedSum(k, IndexedSum(index, term)))
    return Rewrite(after, {"W": matrix, "z": node.wrt, "i": row, "j": column}, conditions=_invertible(matrix))


def _invertible(matrix: Node) -> tuple[Node, ...]:
    return (Comparison("!=", apply_named("det", matrix), ZERO),)


@rule(
    title="Determinant, entry by entry",
    statement="∂(det(W))/∂(z) = det(W) sum(k=1..n, sum(l=1..n, inv(W)_{l,k} ∂(W_{k,l})/∂(z)))",
    condition="W is invertible",
    words="In the expansion of the determinant every entry of {W} is multiplied by its cofactor, which is {d} times an "
    "entry of the transposed inverse.",
    shapes={"W": "n x n", "z": "scalar"},
    source="Petersen and Pedersen, The Matrix Cookbook, (46)",
    examples=[
        "∂(det(z W))/∂(z) where W: n x n, z: scalar",
        "grid(k=1..n, l=1..n, ∂(det(W))/∂(W_{k,l})) where W: n x n",
    ],
    leaves_alone=["∂(z^2)/∂(z) where z: scalar"],
    measure="open determinants",
)
def determinant_by_entries(node: Derivative) -> Rewrite | None:
    """The determinant is linear in each entry; what multiplies entry k, l is its cofactor, det(W) inv(W)_lk. The
    changes of all entries add up.
    """
    body = node.body
    if not isinstance(body, Apply) or body.operation.name != "det" or not node.shape.is_scalar:
        return None
    (matrix,) = body.arguments
    k = fresh_index(matrix.shape.rows, node)
    index = fresh_index(matrix.shape.rows, node, k)
    moved = Derivative(Entry(matrix, (k, index)), node.wrt, node.kind)
    term = Product((Entry(apply_named("inv", matrix), (index, k)), moved))
    after = Product((body, IndexedSum(k, IndexedSum(index, term))))
    return Rewrite(after, {"W": matrix, "d": body, "z": node.wrt}, conditions=_invertible(matrix))
