"""What works entry by entry inside a trace, and the diagonal in it, moves over to the matrix that stands before it."""

from __future__ import annotations

from collections.abc import Callable

from explainer.expr.node import Node
from explainer.expr.nodes import (
    Apply,
    Diag,
    Hadamard,
    HadamardQuotient,
    Identity,
    MatrixProduct,
    Transpose,
)
from explainer.rules.build import matrix_times
from explainer.rules.differentials.parts import changes, changing, factors_in, trace
from explainer.rules.matching import is_call
from explainer.rules.rule import Rewrite, fill, rule
from explainer.rules.table import apply_named
from explainer.rules.tidy.flipping import turned

FAMILY = "Traces"


@rule(
    functions=("tr",),
    title="Element-wise product inside a trace",
    statement="tr(A @ (B ⊗ C)) = tr((A ⊗ B') @ C)",
    words="Entry i, j of {B} meets entry j, i of {A}: it may multiply that one instead.",
    shapes={"A": "n x m", "B": "m x n", "C": "m x n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 3.6",
    examples=["tr(A @ (B ⊗ differential(X))) where A: n x m, B: m x n, X: m x n",
              "tr(B ⊗ differential(X)) where B: n x n, X: n x n",
              "tr(A @ (differential(X) ⊘ B)) where A: n x m, B: m x n, X: m x n"],
    leaves_alone=["tr(A @ differential(X)) where A: n x m, X: m x n"],
    measure="what stands behind the change",
    phase="combine",
)  # fmt: skip
def trace_hadamard(node: Apply) -> Rewrite | None:
    """Both are the sum over i and j of A_ji B_ij C_ij; a division entry by entry moves in the same way."""
    factors = factors_in(node)
    if changing(factors) != len(factors) - 1:
        return None
    before = matrix_times(*factors[:-1]) if len(factors) > 1 else Identity(factors[-1].shape.rows)
    found = _moved_over(before, factors[-1])
    return None if found is None else Rewrite(trace(matrix_times(*found[:2])), {"A": before, "B": found[2]})


@rule(
    functions=("tr",),
    title="Diagonal inside a trace",
    statement="tr(A @ diag(diag(B))) = tr(diag(diag(A)) @ B)",
    words="Only the diagonal of {A} meets the diagonal of {B}: that of the other matrix is written out.",
    shapes={"A": "n x n", "B": "n x n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 3.6",
    examples=["tr(A @ diag(diag(B @ differential(X)))) where A: n x n, B: n x m, X: m x n",
              "tr(A @ diag(differential(X) @ b)) where A: m x m, X: m x n, b: n"],
    leaves_alone=["tr(A @ diag(diag(B))) where A: n x n, B: n x n"],
    measure="what stands behind the change",
    phase="combine",
)  # fmt: skip
def trace_diagonal(node: Apply) -> Rewrite | None:
    """Both are the sum over i of A_ii B_ii; of a vector b in place of the diagonal of B, that of A_ii b_i."""
    factors = factors_in(node)
    place = changing(factors)
    *others, last = factors
    if place != len(others) or not isinstance(last, Diag):
        return None
    before = matrix_times(*others) if others else Identity(last.shape.rows)
    entries = last.operand
    own = apply_named("diag", before)
    if is_call(entries, "diag"):
        whole = entries.arguments[0]
        return Rewrite(trace(matrix_times(Diag(own), whole)), {"A": before, "B": whole})
    words = fill("Only the diagonal of {A} meets that of the other matrix, which is {B}.", {"A": before, "B": entries})
    statement = "tr(A @ diag(b)) = diag(A)' @ b"
    return Rewrite(matrix_times(Transpose(own), entries), {"A": before, "B": entries}, words, statement=statement)


@rule(
    title="Element-wise product beside a row",
    statement="u' @ (b ⊗ v) = (u ⊗ b)' @ v",
    words="Entry i of {B} meets entry i of {A}: it may multiply that one instead.",
    shapes={"u": "n", "b": "n", "v": "n"},
    source="Magnus and Neudecker, Matrix Differential Calculus, section 3.6",
    examples=["a' @ (b ⊗ differential(x)) where a: n, b: n, x: n",
              "a' @ A @ (differential(x) ⊘ b) where a: m, A: m x n, b: n, x: n",
              "a' @ (b ⊗ (differential(X) @ v)) where a: m, b: m, X: m x n, v: n"],
    leaves_alone=["a' @ (b ⊗ v) where a: n, b: n, v: n", "A @ (b ⊗ differential(x)) where A: m x n, b: n, x: n"],
    measure="what stands behind the change",
    phase="combine",
)  # fmt: skip
def row_hadamard(node: MatrixProduct) -> Rewrite | None:
    """Both are the sum over i of u_i b_i v_i."""
    place = changing(node.factors)
    if not place or not node.factors[place].shape.is_vector:
        return None
    before = matrix_times(*node.factors[:place])
    found = _moved_over(before, node.factors[place]) if before.shape.is_row else None
    if found is None:
        return None
    return Rewrite(matrix_times(*found[:2], *node.factors[place + 1 :]), {"A": before, "B": found[2]})


def _moved_over(before: Node, product: Node) -> tuple[Node, Node, Node] | None:
    """What stands before an element-wise product with its held factors, the factor that changes, and the held ones."""
    if any(part.shape != product.shape for part in product.children):
        return None
    match product:
        case HadamardQuotient(moving, held):
            return None if changes(held) else (_turned_back(HadamardQuotient, before, held), moving, held)
        case Hadamard():
            pass
        case _:
            return None
    place = changing(product.factors)
    if place is None:
        return None
    others = tuple(factor for k, factor in enumerate(product.factors) if k != place)
    held = others[0] if len(others) == 1 else Hadamard(others)
    return _turned_back(lambda a, b: Hadamard((a, b)), before, held), product.factors[place], held


def _turned_back(join: Callable[[Node, Node], Node], before: Node, held: Node) -> Node:
    """A ⊗ B′, or (u ⊗ b)′ of rows."""
    return Transpose(join(turned(before), held)) if before.shape.is_row else join(before, turned(held))
