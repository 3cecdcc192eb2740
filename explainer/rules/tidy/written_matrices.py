"""Determinants of matrices whose entries are written out: of two rows and of three."""

from __future__ import annotations

from explainer.expr.node import Node
from explainer.expr.nodes import Apply, Matrix, Negate
from explainer.rules.build import is_zero, plus, times
from explainer.rules.rule import Rewrite, rule

FAMILY = "Tidying"


@rule(
    title="Determinant of a matrix with two or three rows",
    statement="det([[a, b], [c, d]]) = a d - b c",
    words="The determinant is written out: {det}.",
    source="DLMF 1.3(i)",
    examples=["det([[x, y], [y, x]])", "det([[x, 1, 0], [y, x, 1], [0, y, x]])"],
    leaves_alone=["det(X) where X: n x n", "det([[x, 1, 0, y], [y, x, 1, 0], [0, y, x, 1], [1, 0, y, x]])"],
    measure="functions",
    phase="collapse",
    functions=("det",),
)
def written_determinant(node: Apply, argument: Matrix) -> Rewrite | None:
    """Every product of entries, one from each row and column, with the sign of the order that they stand in."""
    rows = argument.rows
    if len(rows) not in {2, 3} or any(len(row) != len(rows) for row in rows):
        return None
    after = plus(*_products(rows))
    return Rewrite(after, {"det": after})


def _products(rows: tuple[tuple[Node, ...], ...]) -> list[Node]:
    """The products along the diagonals, those to the right first."""
    count = len(rows)
    starts = (0,) if count == 2 else (0, 1, 2)
    right = [[rows[k][(start + k) % count] for k in range(count)] for start in starts]
    left = [[rows[k][(start + count - 1 - k) % count] for k in range(count)] for start in starts]
    found = [times(*product) for product in right if not any(map(is_zero, product))]
    found += [Negate(times(*product)) for product in left if not any(map(is_zero, product))]
    return found
