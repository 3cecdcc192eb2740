"""Powers of matrices, for the methods that know products of matrices only."""

from __future__ import annotations

from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import Apply, MatrixProduct, Number, is_matrix_power
from explainer.rules.rule import Rewrite, rule

FAMILY = "Powers of matrices"


@rule(
    title="Power of a matrix",
    statement="W^3 = W @ W @ W",
    words="A power of a matrix is a product of equal factors.",
    by_example=True,
    shapes={"W": "n x n"},
    source="DLMF 1.2(vi)",
    examples=["W^3 where W: n x n", "v' W^2 x where v: n, W: n x n, x: n"],
    leaves_alone=["W .^ 3 where W: n x n", "W W where W: n x n"],
    measure="powers of matrices",
    phase="expand",
)
def matrix_power_as_product(node: Node) -> Rewrite | None:
    """A power of a matrix with a whole exponent is a product of that many equal factors, which the product rule takes
    apart. Factors of a matrix do not commute, so X² has two terms, dX X and X dX, and not 2 X dX.
    """
    if not has_matrix_power(node):
        return None
    return Rewrite(_written_out(node))


def has_matrix_power(node: Node) -> bool:
    """Whether a power of a matrix is anywhere in an expression; looked for only where there are matrices."""
    if not any(name.shape.is_matrix for name in node.free):
        return False
    return any(isinstance(part, Apply) and is_matrix_power(part) for part in each_part(node))


def _written_out(node: Node) -> Node:
    """The expression with every power as a product; factors of a product of matrices become factors of the whole."""
    if not has_matrix_power(node):
        return node
    parts = tuple(map(_written_out, node.children))
    match node:
        case Apply() if is_matrix_power(node):
            exponent = node.arguments[1]
            assert isinstance(exponent, Number)
            return MatrixProduct((parts[0],) * int(exponent.value))
        case MatrixProduct():
            products = (
                part is not old and isinstance(part, MatrixProduct)
                for part, old in zip(parts, node.factors, strict=True)
            )
            flat = [part.children if opened else (part,) for part, opened in zip(parts, products, strict=True)]
            return MatrixProduct(tuple(factor for factors in flat for factor in factors))
    return with_children(node, parts)
