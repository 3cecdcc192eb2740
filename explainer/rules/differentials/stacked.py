"""Kronecker products, diagonals and cases by their columns, so that vec(dX) comes to stand last."""

from __future__ import annotations

from explainer.expr.nodes import Apply, Cases, Diag
from explainer.rules.build import is_zero, matrix_times, zero
from explainer.rules.differentials.columns import before_diagonal, before_kronecker, picked_diagonal, vec
from explainer.rules.differentials.parts import changes
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named

_ORDER = "kron(kron(identity(n), commutation(q, m)), identity(p))"

FAMILY = "Columns of Kronecker products and diagonals"


@rule(
    functions=("vec",),
    title="Columns of a Kronecker product",
    statement="vec(kron(A, F)) = " + _ORDER + " @ kron(vec(A), identity(p*q)) @ vec(F)",
    words="Every entry of {A} meets every entry of {F} in {pairs}, column by column; what stands before it brings the "
    "entries where they stand in {whole}.",
    shapes={"A": "m x n", "F": "p x q"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 3.8",
    examples=["vec(kron(A, differential(X))) where A: m x n, X: p x q",
              "vec(kron(differential(X), B)) where X: m x n, B: p x q"],
    leaves_alone=["vec(kron(A, B)) where A: m x n, B: p x q"],
    measure="what stands in columns",
    phase="combine",
)  # fmt: skip
def vec_of_kronecker(node: Apply, argument: Apply) -> Rewrite | None:
    """vec(A ⊠ F) has the entries of vec(A) ⊠ vec(F) in another order: a column of the product goes through the rows of
    A, and for each of them through those of F.
    """
    if not is_call(argument, "kron"):
        return None
    one, other = argument.arguments
    if changes(one) is changes(other):
        return None
    pairs = apply_named("kron", vec(one), vec(other))
    bindings = {"A": one, "F": other, "whole": argument, "pairs": pairs}
    if changes(other):
        return Rewrite(matrix_times(*before_kronecker(one, other), vec(other)), bindings)
    statement = "vec(kron(A, F)) = " + _ORDER + " @ kron(identity(m*n), vec(F)) @ vec(A)"
    return Rewrite(matrix_times(*before_kronecker(one, other), vec(one)), bindings, statement=statement)


@rule(
    functions=("vec",),
    title="Columns of cases",
    statement="vec(cases(A if z > 0, B otherwise)) = cases(vec(A) if z > 0, vec(B) otherwise)",
    words="Stacking the columns goes on inside each case.",
    shapes={"A": "m x n", "B": "m x n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 2.4",
    examples=["vec(cases(X @ differential(X) if z > 0, differential(X) otherwise)) where X: n x n, z: scalar"],
    leaves_alone=["vec(cases(A if z > 0, B otherwise)) where A: m x n, B: m x n, z: scalar"],
    measure="what stands in columns",
    phase="combine",
)
def vec_of_cases(node: Apply, argument: Cases) -> Rewrite | None:
    """Which case holds does not depend on the order in which entries stand."""
    if not changes(node):
        return None
    return Rewrite(
        Cases(tuple(zero(vec(v).shape) if is_zero(v) else vec(v) for v in argument.values), argument.conditions)
    )


@rule(
    functions=("vec",),
    title="Columns of a diagonal matrix",
    statement="vec(diag(v)) = diag(vec(identity(n))) @ kron(ones(n), identity(n)) @ v",
    words="{v} is written once for every column; of each of these copies only the entry on the diagonal is left.",
    shapes={"v": "n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 2.4",
    examples=["vec(diag(differential(x))) where x: n", "vec(diag(A @ differential(x))) where x: n, A: m x n"],
    leaves_alone=["vec(diag(x)) where x: n"],
    measure="what stands in columns",
    phase="combine",
)
def vec_of_diagonal(node: Apply, argument: Diag) -> Rewrite | None:
    """The diagonal of the columns of the identity has a 1 where the identity has one, and 0 elsewhere."""
    if not changes(argument):
        return None
    return Rewrite(matrix_times(*before_diagonal(argument.shape.rows), argument.operand), {"v": argument.operand})


@rule(
    title="Diagonal by columns",
    statement="diag(F) = kron(ones(n)', identity(n)) @ diag(vec(identity(n))) @ vec(F)",
    words="Of the columns of {F} only the entries on the diagonal are kept, and the columns are added.",
    shapes={"F": "n x n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 2.4",
    examples=["diag(differential(X)) where X: n x n", "diag(A @ differential(X)) where A: n x m, X: m x n"],
    leaves_alone=["diag(X) where X: n x n"],
    measure="diagonals of changes",
    phase="combine",
)
def diagonal_by_columns(node: Apply) -> Rewrite | None:
    """The diagonal of F holds the sums of the rows of F ⊗ I."""
    if node.operation.name != "diag" or not changes(node):
        return None
    inner = node.arguments[0]
    return Rewrite(matrix_times(*picked_diagonal(inner.shape.rows), vec(inner)), {"F": inner})
