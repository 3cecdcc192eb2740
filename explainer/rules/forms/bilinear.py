"""Numbers made of vectors and matrices, y' A x, and the rows of a sweep, in one form for all methods."""

from __future__ import annotations

from explainer.expr.kinds import not_of_kind, of_kind
from explainer.expr.node import Node, each_part, with_children
from explainer.expr.nodes import Apply, Diag, Dot, Hadamard, Identity, MatrixProduct, Power, Transpose, Variable
from explainer.rules.build import (
    called,
    join_scalars,
    matrix_factors,
    matrix_times,
    split_scalars,
    untransposed,
)
from explainer.rules.matching import column_of
from explainer.rules.rule import Rewrite, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import flipped
from explainer.rules.tidy.matrices import MATRICES

FAMILY = "Matrices"


def works_on_entries(node: Node) -> bool:
    """Whether this is a power or a function of each entry."""
    match node:
        case Apply(operation):
            return operation.elementwise
    return bool(of_kind((node,), Power))


def _transposes(node: Node) -> int:
    return len(of_kind(each_part(node), Transpose))


@rule(
    title="Dot product of two products",
    statement="(A @ x) · (B @ y) = x' @ A' @ B @ y",
    words="The dot product with {product} is the row {row} times it.",
    shapes={"A": "m x n", "B": "m x k", "x": "n", "y": "k"},
    source=MATRICES,
    examples=["(A @ x) · (B @ x) where A: m x n, B: m x n, x: n"],
    leaves_alone=["w · x where w: n, x: n", "y · (A @ x) where A: m x n, x: n, y: m",
                  "(A @ x) · (A @ x) where A: m x n, x: n"],
    measure="dots",
    phase="tidy",
)  # fmt: skip
def dot_as_form(node: Dot, left: MatrixProduct, right: MatrixProduct) -> Rewrite | None:
    """Row, matrix, column: that is how a bilinear form is printed."""
    row = flipped(left)
    if row is None or left is right:
        return None
    return Rewrite(matrix_times(*matrix_factors(row), *matrix_factors(right)), {"product": right, "row": row})


@rule(
    title="Scalars before a dot product",
    statement="y · (z x) = z (y · x)",
    words="What multiplies one of the vectors multiplies every product of entries: it moves to the front.",
    shapes={"x": "n", "y": "n"},
    source=MATRICES,
    examples=["y · (-A @ x) where A: m x n, x: n, y: m", "(2 w) · x where w: n, x: n",
              "w · (x / z) where w: n, x: n, z: scalar"],
    leaves_alone=["w · x where w: n, x: n"],
    measure="scalars inside",
    phase="tidy",
)  # fmt: skip
def scalars_before_dot(node: Dot) -> Rewrite | None:
    """The dot product is linear in both vectors."""
    sides = [split_scalars(side) for side in node.children]
    if not any(sign or above or below for sign, above, below, _ in sides):
        return None
    sign = sides[0][0] is not sides[1][0]
    (_, above, below, left), (_, more, under, right) = sides
    return Rewrite(join_scalars(sign, (*above, *more), (*below, *under), Dot(left, right)))


@rule(
    title="A number is its own transpose",
    statement="x' @ A' @ y = y' @ A @ x",
    words="{before} is a number, and so its own transpose: {after}.",
    shapes={"A": "n x n", "x": "n", "y": "n"},
    source=MATRICES,
    examples=["x' @ A' @ y where A: n x n, x: n, y: n", "x' @ A' @ x where A: n x n, x: n"],
    leaves_alone=["y' @ A @ x where A: n x n, x: n, y: n", "A' @ x where A: n x n, x: n"],
    measure="matrices and letters out of order",
    phase="tidy",
)
def fewer_transposes(node: MatrixProduct) -> Rewrite | None:
    """Read from the other end it has fewer transposes; where both ends are equal, the first one in the alphabet."""
    if not node.shape.is_scalar:
        return None
    after = flipped(node)
    if after is None or disorder_of_numbers(after) >= disorder_of_numbers(node):
        return None
    return Rewrite(after, {"before": node, "after": after})


def disorder_of_numbers(node: Node) -> tuple[int, str]:
    """What is smaller for the end of a bilinear form from which it is read."""
    return _transposes(node), node.text()


@rule(
    title="Trace of an outer product",
    statement="tr(A @ x @ y' @ B) = y' @ B @ A @ x",
    words="Turned round in a circle, {product} begins with a row and ends with a column: the number {number}.",
    shapes={"A": "n x n", "B": "n x n", "x": "n", "y": "n"},
    source=MATRICES,
    examples=["tr(A @ x @ y' @ B) where A: n x n, B: n x n, x: n, y: n", "tr(x @ y') where x: n, y: n"],
    leaves_alone=["tr(A @ B) where A: n x n, B: n x n"],
    measure="reductions and traces",
    phase="tidy",
)
def trace_of_outer(node: Apply) -> Rewrite | None:
    """In a trace the last factor may come first."""
    inside = called(node, "tr")
    factors = matrix_factors(inside) if inside is not None else ()
    place = next((k for k, factor in enumerate(factors) if factor.shape.is_row), None)
    if inside is None or not place or not factors[place - 1].shape.is_vector:
        return None
    number = matrix_times(*factors[place:], *factors[:place])
    return Rewrite(number, {"product": inside, "number": number})


@rule(
    title="Powers in a trace",
    statement="tr(A @ B @ A) = tr(A @ A @ B)",
    words="In a trace the last factor may come first: {A} then stands beside itself.",
    shapes={"A": "n x n", "B": "n x n"},
    source=MATRICES,
    examples=["tr(A @ B @ A) where A: n x n, B: n x n", "tr(inv(A) @ B @ inv(A)) where A: n x n, B: n x n"],
    leaves_alone=["tr(A @ B) where A: n x n, B: n x n", "tr(A @ A @ B) where A: n x n, B: n x n"],
    measure="equal neighbours in traces",
    phase="tidy",
)
def trace_powers(node: Apply) -> Rewrite | None:
    """Equal factors side by side are a power."""
    inside = called(node, "tr")
    factors = matrix_factors(inside) if inside is not None else ()
    if len(factors) < 3 or factors[0] is not factors[-1] or factors[0] is factors[1]:
        return None
    return Rewrite(apply_named("tr", matrix_times(factors[-1], *factors[:-1])), {"A": factors[0]})


@rule(
    title="A row scaled entry by entry, between matrices",
    statement="(c ⊗ (V' @ u))' @ W = u' @ V @ diag(c) @ W",
    words="Scaling the entries of a row is multiplying it by the diagonal matrix {diagonal}: every factor of the chain "
    "rule is seen.",
    shapes={"c": "m", "u": "k", "V": "k x m", "W": "m x n"},
    source=MATRICES,
    examples=["(c ⊗ (V' @ u))' @ W where c: m, u: k, V: k x m, W: m x n",
              "((c > 0) ⊗ (V' @ u))' @ W where c: m, u: k, V: k x m, W: m x n"],
    leaves_alone=["(c ⊗ u)' @ W where c: m, u: m, W: m x n",
                  "(c ⊗ (W @ x))' @ W where c: m, x: n, W: m x n", "(c ⊗ (V' @ u))' where c: m, u: k, V: k x m"],
    measure="products entry by entry",
    phase="tidy",
)  # fmt: skip
def row_between(node: MatrixProduct) -> Rewrite | None:
    """The product of Jacobians, from the value back to the variable."""
    inside = column_of(node.factors[0])
    if not isinstance(inside, Hadamard) or any(factor.shape != inside.shape for factor in inside.factors):
        return None
    products, rest = of_kind(inside.factors, MatrixProduct), not_of_kind(inside.factors, MatrixProduct)
    if len(products) != 1:
        return None
    row = flipped(products[0])
    if row is None or not rest or _transposes(row) > _transposes(products[0]):
        return None
    diagonal = Diag(rest[0] if len(rest) == 1 else Hadamard(rest))
    return Rewrite(matrix_times(*matrix_factors(row), diagonal, *node.factors[1:]), {"diagonal": diagonal})


@rule(
    title="Only the diagonal counts",
    statement="identity(n) ⊗ sin(A)' = diag(sin(diag(A)))",
    by_example=True,
    words="Beside the identity matrix only the diagonal of {part} counts: it is {whole}.",
    shapes={"A": "n x n"},
    source=MATRICES,
    examples=["identity(n) ⊗ (A .^ 2)' where A: n x n", "identity(n) ⊗ cos(A)' where A: n x n",
              "3 (identity(n) ⊗ exp(A)) where A: n x n"],
    leaves_alone=["identity(n) ⊗ A where A: n x n", "identity(n) ⊗ (A @ B) where A: n x n, B: n x n",
                  "identity(n) ⊗ exp(A @ B) where A: n x n, B: n x n"],
    measure="products entry by entry",
    phase="tidy",
)  # fmt: skip
def diagonal_of_entries(node: Hadamard) -> Rewrite | None:
    """A matrix and its transpose have the same diagonal, and a function of the entries is one of those on it."""
    others = not_of_kind(node.factors, Identity)
    if len(node.factors) != 2 or len(others) != 1:
        return None
    (part,) = others
    part = untransposed(part)
    inside = [child for child in part.children if child.shape == node.shape]
    if not works_on_entries(part) or len(inside) != 1 or not of_kind(inside, Variable):
        return None
    entries = apply_named("diag", inside[0])
    whole = Diag(with_children(part, tuple(entries if child is inside[0] else child for child in part.children)))
    return Rewrite(whole, {"part": others[0], "whole": whole})


ORDER = (
    diagonal_of_entries,
    scalars_before_dot,
    dot_as_form,
    fewer_transposes,
    trace_of_outer,
    trace_powers,
    row_between,
)
"""The rules of this module, in the order in which they are tried."""
