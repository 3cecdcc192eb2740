"""Powers of matrices: products for the methods that know those only, and powers again in the result."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import Apply, MatrixProduct, Number, Transpose, is_matrix_power
from explainer.operations import find
from explainer.operations.matrix import LARGEST_POWER
from explainer.rules.build import matrix_times
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


@rule(
    title="Equal factors as a power",
    statement="W @ W @ W = W^3",
    words="Equal matrices side by side are a power: {W} stands {n} times.",
    by_example=True,
    shapes={"W": "n x n"},
    source="DLMF 1.2(vi)",
    examples=[
        "W @ W where W: n x n",
        "W' @ W' @ a @ b' where W: n x n, a: n, b: n",
        "W^2 @ W @ a where W: n x n, a: n",
        "A @ W @ W where A: m x n, W: n x n",
    ],
    leaves_alone=["W @ A @ W where W: n x n, A: n x n", "W @ W' where W: n x n", "W^2 @ A where W: n x n, A: n x n"],
    measure="equal neighbours",
    phase="tidy",
)
def equal_factors(node: MatrixProduct) -> Rewrite | None:
    """Of equal square matrices that stand side by side a power is written, the transpose outside: X'X' is (X²)'."""
    powers = [_as_power(factor) for factor in node.factors]
    for start in range(len(powers) - 1):
        base, times, turned = powers[start]
        end = start + 1
        while end < len(powers) and (powers[end][0], powers[end][2]) == (base, turned):
            times += powers[end][1]
            end += 1
        if end == start + 1 or times > LARGEST_POWER or base.shape.rows != base.shape.columns:
            continue
        operation = find("matrix_power")
        assert operation is not None
        power: Node = Apply(operation, (base, Number(Fraction(times))))
        whole = Transpose(power) if turned else power
        after = matrix_times(*node.factors[:start], whole, *node.factors[end:])
        return Rewrite(after, {"W": Transpose(base) if turned else base, "n": Number(Fraction(times))})
    return None


ORDER = (equal_factors,)


def _as_power(factor: Node) -> tuple[Node, int, bool]:
    """A factor as a power: the base, the exponent, and whether the whole is transposed."""
    if isinstance(factor, Transpose):
        base, times, turned = _as_power(factor.operand)
        return base, times, not turned
    if isinstance(factor, Apply) and is_matrix_power(factor):
        exponent = factor.arguments[1]
        assert isinstance(exponent, Number)
        return factor.arguments[0], int(exponent.value), False
    return factor, 1, False


def equal_neighbours(node: Node) -> int:
    """How many factors of products of matrices are those before them once more, as powers or alone."""
    products = (part.factors for part in each_part(node) if isinstance(part, MatrixProduct))
    return sum(_as_power(one)[::2] == _as_power(other)[::2] for factors in products for one, other in pairwise(factors))
